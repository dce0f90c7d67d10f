"""Declining with the true reason, and asking back what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.findings import Doubted, NotForThem, NotHere, NotInDocuments, NotUnderstood, OnlyPart, Silent
from bot.dialogue.replies.plain import plain
from bot.dialogue.replies.sums import question
from bot.language.numerals import figures
from bot.model.fact import UNSURE
from bot.model.reply import Decision, LineKind, Reply
from bot.model.session import Option


def not_here(found: NotHere, snapshot: Snapshot) -> Reply:
    """A place that no region covers."""
    regions = list(snapshot.knowledge.regions)
    covered = "和".join(part.region.full_name for part in regions)
    text = f"我没有{found.place}的文件，只收录了{covered}的，各地规定不同，不能互相套用。请问当地的卫生健康部门。"
    return plain(Decision.DECLINE, text, options=wording.region_options(regions))


def only_part(found: OnlyPart) -> Reply:
    """A wider place was named of which only one district is covered."""
    names = "、".join(part.region.name for part in found.parts)
    return plain(
        Decision.ASK,
        f"{found.place}我只收录了{names}的文件，其他区的不能套用。您是{names}的吗？",
        options=(*wording.region_options(list(found.parts)), Option("不是", "do:cancel")),
        kind=LineKind.QUESTION,
    )


def not_for_them(found: NotForThem, snapshot: Snapshot) -> Reply:
    """The documents are for others."""
    change = Option(f"改：{found.fact.title}", f"ask:{found.fact.id}")
    return plain(Decision.DECLINE, found.option.outside or "", wording.scope(snapshot.knowledge), options=(change,))


def silent(found: Silent, snapshot: Snapshot) -> Reply:
    """The person's region says nothing on it."""
    known = snapshot.topic_by_id
    titles = "、".join(f"“{known[topic].title}”" for topic in found.topics if topic in known)
    name = found.part.region.document.short if found.part else "文件"
    target = f"menu:{found.part.region.id}" if found.part else "menu"
    return plain(Decision.DECLINE, f"{name}没有写{titles}。", options=(Option("看目录", target),))


def not_in_documents(found: NotInDocuments, snapshot: Snapshot) -> Reply:
    """A matter outside the documents."""
    return plain(
        Decision.DECLINE,
        found.topic.decline,
        wording.scope(snapshot.knowledge),
        options=_choices(found.near, snapshot),
    )


def not_understood(found: NotUnderstood, snapshot: Snapshot) -> Reply:
    """Offer the nearest topics, or say what is covered."""
    options = _choices(found.near, snapshot)
    if not options:
        scope = wording.scope(snapshot.knowledge)
        return plain(Decision.DECLINE, "没看明白您的问题。", scope, options=(Option("菜单", "menu"),))
    menu = Option("都不是，看菜单", "menu")
    return plain(Decision.ASK, wording.WHICH_TOPIC, options=(*options, menu), kind=LineKind.QUESTION)


def doubted(found: Doubted) -> Reply:
    """A count is asked for again, kindly."""
    fact = found.fact
    text = question(found.doubt, unit=fact.unit or "", most=fact.most)
    options = (Option(wording.UNSURE_LABEL, f"fact:{fact.id}:{UNSURE}"),)
    reply = plain(Decision.ASK, text, options=options, kind=LineKind.QUESTION)
    return replace(reply, computed=frozenset(figures(text)))


def _choices(topics: Sequence[str], snapshot: Snapshot) -> tuple[Option, ...]:
    known = snapshot.topic_by_id
    return tuple(Option(known[topic].short, f"topic:{topic}") for topic in topics if topic in known)
