"""Declining with the true reason and whom to ask, and asking back what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import Doubted, NotForThem, NotHere, NotInDocuments, NotUnderstood, OnlyPart, Silent
from bot.dialogue.replies.footer import document_name
from bot.dialogue.replies.plain import plain, waiting
from bot.dialogue.replies.sums import question
from bot.language.numerals import figures
from bot.language.thing_asked import thing_asked
from bot.model.fact import UNSURE
from bot.model.reply import Decision, LineKind, Reply
from bot.model.session import Option
from bot.model.talk import OutsideCase
from bot.understanding.regional import has_something

_NEAR = 2
_AREAS = 3


def not_here(found: NotHere, snapshot: Snapshot) -> Reply:
    """A place that no region covers."""
    no_line = found.place in snapshot.knowledge.places.without_lines
    texts = (
        f"我没有{found.place}的文件，别处的数不能套用。",
        "请问当地的卫生健康部门。" if no_line else f"请问{found.place}的卫生健康部门，或打当地 12345。",
    )
    return plain(Decision.DECLINE, *texts, options=wording.region_options(snapshot.in_sight))


def only_part(found: OnlyPart) -> Reply:
    """A wider place was named of which only one district is covered."""
    names = "、".join(part.region.name for part in found.parts)
    return plain(
        Decision.ASK,
        f"{found.place}我只收录了{names}的文件，其他区的不能套用。您是{names}的吗？",
        options=(*wording.region_options(found.parts), Option("不是", "do:cancel")),
        kind=LineKind.QUESTION,
    )


def not_for_them(found: NotForThem) -> Reply:
    """The documents are for others."""
    change = Option("我说错了", f"ask:{found.fact.id}")
    text = found.option.outside or ""
    return plain(Decision.DECLINE, text, "请问所在单位，或打 12345（政务服务便民热线）。", options=(change,))


def silent(found: Silent, snapshot: Snapshot) -> Reply:
    """The person's region says nothing on it."""
    known = snapshot.topic_by_id
    titles = "、".join(f"“{known[topic].short}”" for topic in found.topics if topic in known)
    name = document_name(found.part) if found.part else "文件"
    target = f"menu:{found.part.region.id}" if found.part else "menu"
    return plain(
        Decision.DECLINE,
        f"{name}各项都没写{titles}。",
        wording.ASK_ANYWHERE,
        options=(Option(wording.CONTENTS, target),),
    )


def not_in_documents(found: NotInDocuments, case: Case) -> Reply:
    """A matter outside the documents: why, and whom to ask; of a topic that takes several together, of the one spoken of alone."""
    there = [topic for topic in found.near if has_something(case.region, topic, case.snapshot)]
    options = _choices(there[:_NEAR], case.snapshot) or (Option(wording.CONTENTS, "menu"),)
    said, own = case.said, _case_spoken_of(found, case)
    again = case.before.refused == found.topic.id  # the same words would not say that this is not written either
    thing = thing_asked(said.without_places(said.asking[-1])) if (found.topic.names_it or again) and said.asking else ""
    why = f"文件{'也' if again else ''}没写“{thing}”。" if thing else (own and own.decline) or found.topic.decline
    return plain(Decision.DECLINE, why, (own and own.ask) or found.topic.ask or wording.ASK_ANYWHERE, options=options)


def _case_spoken_of(found: NotInDocuments, case: Case) -> OutsideCase | None:
    """Which of the matters of a topic outside the documents the message speaks of; the author's first, where it is several."""
    spoken = case.snapshot.outside_cases.find(case.said.where, case.said.text)
    return next((own for n, own in enumerate(found.topic.cases) if (found.topic.id, n) in spoken), None)


def not_understood(found: NotUnderstood, case: Case) -> Reply:
    """Offer the nearest topics, or say how to ask; what could be chosen before can still be chosen."""
    if case.before.misses:
        return _again(found, case)
    options = _choices(found.near, case.snapshot)
    if options:
        menu = Option("都不是，看菜单", "menu")
        return plain(Decision.ASK, wording.WHICH_TOPIC, options=(*options, menu), kind=LineKind.QUESTION)
    kept = case.before.options or (Option(wording.MENU_LABEL, "menu"),)
    return plain(Decision.DECLINE, wording.NOT_UNDERSTOOD, wording.SAY_IT_SO, options=kept)


def _again(found: NotUnderstood, case: Case) -> Reply:
    """The second failure running: the menu, the national line, a sentence to say there."""
    texts = (wording.AGAIN_NOT_UNDERSTOOD, wording.CHOOSE_OR_CALL, wording.ON_THE_PHONE)
    decision = Decision.ASK if found.near else Decision.DECLINE
    return plain(decision, *texts, options=waiting(case) or (*_areas(case), Option(wording.CONTENTS, "menu")))


def _areas(case: Case) -> tuple[Option, ...]:
    """Areas of the person's region, or of the first: those with most measures."""
    part = case.snapshot.places.get(case.region or case.memory.region or "") or case.snapshot.in_sight[0]
    sizes = {area.id: sum(measure.area == area.id for measure in part.measures) for area in part.region.areas}
    largest = sorted(part.region.areas, key=lambda area: -sizes[area.id])[:_AREAS]
    return tuple(Option(area.title, f"menu:{part.region.id}:{area.id}") for area in largest)


def doubted(found: Doubted) -> Reply:
    """A count is asked for again, kindly."""
    fact = found.fact
    text = question(found.doubt, unit=fact.unit or "", most=fact.most, of_homes=fact.per_household)
    options = (Option(wording.UNSURE_LABEL, f"fact:{fact.id}:{UNSURE}"),)
    reply = plain(Decision.ASK, text, options=options, kind=LineKind.QUESTION)
    return replace(reply, computed=frozenset(figures(text)))


def _choices(topics: Sequence[str], snapshot: Snapshot) -> tuple[Option, ...]:
    known = snapshot.topic_by_id
    return tuple(
        Option(known[topic].short, f"topic:{topic}") for topic in topics if topic in known and topic != OVERVIEW
    )
