"""What a tapped option or a command does."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.answering import answer_measures, answer_topics
from bot.dialogue.card import card
from bot.dialogue.entitlements import entitlement_list
from bot.dialogue.judging import question_options
from bot.dialogue.snapshot import OVERVIEW
from bot.dialogue.turn import Turn, plain
from bot.model.fact import UNSURE
from bot.model.knowledge import RegionKnowledge
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Pending, Session


def perform(action: str, turn: Turn) -> Reply:
    """Carry out an action id. An action whose target is gone says so."""
    kind, *rest = action.split(":")
    turn.note(f"操作：{action}")
    performer = _PERFORMERS.get(kind)
    reply = performer(turn, rest) if performer else None
    return reply or plain(Decision.CHAT, wording.OLD_BUTTON, options=(Option("菜单", "menu"),))


def _fact(turn: Turn, rest: list[str]) -> Reply | None:
    fact = turn.snapshot.definitions.get(rest[0]) if len(rest) == 2 else None
    if fact is None or (rest[1] != UNSURE and fact.option(rest[1]) is None):
        return None
    turn.session = turn.session.remember({fact.id: rest[1]}, turn.today)
    turn.stated = {fact.id: rest[1]}
    turn.answered_pending = True
    pending = turn.session.pending
    if pending is not None and pending.purpose == "entitlements":
        return entitlement_list(turn)
    measures = pending.measures if pending else turn.session.measures
    if not measures:
        return _show_facts(turn, [])
    turn.facets = list(turn.session.facets)
    return answer_measures(turn, measures)


def _measure(turn: Turn, rest: list[str]) -> Reply | None:
    if not rest or rest[0] not in turn.snapshot.knowledge.measure_by_id:
        return None
    return answer_measures(turn, (rest[0],))


def _facet(turn: Turn, rest: list[str]) -> Reply | None:
    if len(rest) != 2 or rest[1] not in turn.snapshot.facet_by_id:
        return None
    turn.facets = [rest[1]]
    return _measure(turn, rest[:1])


def _sum(turn: Turn, rest: list[str]) -> Reply | None:
    measure = turn.snapshot.knowledge.measure_by_id.get(rest[0]) if rest else None
    if measure is None or not measure.amounts:
        return None
    turn.facets = [facet.id for facet in turn.snapshot.knowledge.facets if facet.amount][-1:]
    turn.answered_pending = True
    return answer_measures(turn, (measure.id,), wants_sum=True)


def _region(turn: Turn, rest: list[str]) -> Reply | None:
    part = turn.snapshot.knowledge.region_by_id.get(rest[0]) if rest else None
    if part is None:
        return None
    topics = turn.session.topics
    turn.update(region=part.region.id, elsewhere=None)
    turn.region = part.region.id
    if topics == (OVERVIEW,):
        return entitlement_list(turn)
    if topics:
        turn.facets = list(turn.session.facets)
        return answer_topics(turn, topics)
    return plain(
        Decision.CHAT,
        f"好的，按{part.region.full_name}的文件回答。想问什么直接打字。",
        options=(Option("菜单", "menu"), Option("我的待遇", "do:my")),
    )


def _topic(turn: Turn, rest: list[str]) -> Reply | None:
    if not rest or rest[0] not in turn.snapshot.topic_by_id:
        return None
    return answer_topics(turn, (rest[0],))


def _menu(turn: Turn, rest: list[str]) -> Reply | None:
    regions = turn.snapshot.knowledge.regions
    if not rest:
        options = tuple(Option(part.region.name, f"menu:{part.region.id}") for part in regions)
        return plain(Decision.CHAT, "先选地区：", options=options)
    part = turn.snapshot.knowledge.region_by_id.get(rest[0])
    if part is None:
        return None
    if len(rest) == 1:
        options = tuple(Option(area.title, f"menu:{part.region.id}:{area.id}") for area in part.region.areas)
        return plain(
            Decision.CHAT,
            f"{part.region.document.short}，{part.region.document.year} 年。选一类：",
            options=(*options, Option("返回", "menu")),
        )
    return _area(part, rest[1])


def _menu_here(turn: Turn, _: list[str]) -> Reply | None:
    """The menu asked for in words: of the person's region, if it is known."""
    return _menu(turn, [turn.session.region] if turn.session.region else [])


def _area(part: RegionKnowledge, area_id: str) -> Reply | None:
    area = next((area for area in part.region.areas if area.id == area_id), None)
    if area is None:
        return None
    measures = [measure for measure in part.measures if measure.area == area_id]
    options = tuple(Option(measure.title, f"measure:{measure.id}") for measure in measures)
    back = Option("返回", f"menu:{part.region.id}")
    return plain(Decision.CHAT, f"【{part.region.name}】{area.title}：", options=(*options, back))


def _do(turn: Turn, rest: list[str]) -> Reply | None:
    command = _COMMANDS.get(rest[0]) if rest else None
    return command(turn, rest[1:]) if command else None


def _help(turn: Turn, _: list[str]) -> Reply:
    return plain(
        Decision.CHAT,
        *wording.help_text(turn.snapshot.knowledge),
        options=(Option("菜单", "menu"), Option("我的待遇", "do:my")),
    )


def _cancel(turn: Turn, _: list[str]) -> Reply:
    turn.update(pending=None)
    return plain(Decision.CHAT, wording.NOTHING_PENDING)


def _restart(turn: Turn, _: list[str]) -> Reply:
    turn.session = Session(region=turn.session.region)
    return plain(Decision.CHAT, wording.RESTARTED, options=(Option("菜单", "menu"),))


def _back(turn: Turn, _: list[str]) -> Reply:
    if not turn.session.past:
        return plain(Decision.CHAT, wording.NOTHING_TO_UNDO)
    *earlier, before = turn.session.past
    turn.session = replace(before, past=tuple(earlier))
    pending = turn.session.pending
    fact = turn.snapshot.definitions.get(pending.fact) if pending else None
    lines = [wording.UNDONE] + ([fact.question] if fact else [])
    return plain(Decision.CHAT, *lines, options=turn.session.options)


def _show_facts(turn: Turn, _: list[str]) -> Reply:
    region = turn.snapshot.knowledge.region_by_id.get(turn.session.region or "")
    lines = [f"地区：{region.region.full_name if region else turn.session.elsewhere or '还没说'}"]
    options = [Option("换地区", "do:region")]
    computed = set()
    for item in turn.session.facts:
        fact = turn.snapshot.definitions.get(item.fact)
        if fact is None:
            continue
        option = fact.option(str(item.value))
        value = (
            option.label if option else wording.UNSURE_LABEL if item.value == UNSURE else f"{item.value} {fact.unit}"
        )
        computed.add(str(item.value))
        lines.append(f"{fact.title}：{value}")
        options.append(Option(f"改：{fact.title}", f"ask:{fact.id}"))
    options.append(Option("全部删除", "do:forget"))
    section = Section(tuple(Line(LineKind.TEXT, line) for line in lines))
    return Reply(Decision.CHAT, (section,), options=tuple(options), computed=frozenset(computed))


def _ask(turn: Turn, rest: list[str]) -> Reply | None:
    fact = turn.snapshot.definitions.get(rest[0]) if rest else None
    if fact is None:
        return None
    turn.update(pending=Pending(fact.id, turn.session.measures, "verdict"))
    return plain(Decision.ASK, fact.question, options=question_options(fact, None, turn.facts), kind=LineKind.QUESTION)


def _forget(turn: Turn, _: list[str]) -> Reply:
    turn.session = Session()
    return plain(Decision.CHAT, wording.FORGOTTEN)


def _choose_region(turn: Turn, _: list[str]) -> Reply:
    return plain(
        Decision.ASK,
        wording.WHICH_REGION,
        options=wording.region_options(list(turn.snapshot.knowledge.regions)),
        kind=LineKind.QUESTION,
    )


def _my(turn: Turn, _: list[str]) -> Reply:
    return entitlement_list(turn)


def _card(turn: Turn, rest: list[str]) -> Reply:
    return card(turn, tuple(rest) or turn.session.measures)


def _sources(turn: Turn, _: list[str]) -> Reply:
    lines, options = [], []
    for part in turn.snapshot.knowledge.regions:
        document = part.region.document
        issuer = f"，{document.issuer}发布" if document.issuer else ""
        lines.append(f"{part.region.full_name}：{document.title}{issuer}，{document.published}。")
        options.append(Option(part.region.name, f"menu:{part.region.id}"))
    lines.append("文件是 2020 年的，可能已经失效；现在怎么执行，以牵头单位或发布单位的答复为准。")
    return plain(Decision.CHAT, *lines, options=tuple(options))


def _why(_turn: Turn, _: list[str]) -> Reply:
    """A channel that keeps the last reply's trace answers this itself."""
    return plain(Decision.CHAT, wording.NO_ANSWER_YET)


def _privacy(_turn: Turn, _: list[str]) -> Reply:
    return plain(
        Decision.CHAT, wording.PRIVACY, options=(Option("我的情况", "do:facts"), Option("忘了我", "do:forget"))
    )


_COMMANDS = {
    "help": _help,
    "menu": _menu_here,
    "cancel": _cancel,
    "restart": _restart,
    "back": _back,
    "facts": _show_facts,
    "my": _my,
    "card": _card,
    "why": _why,
    "forget": _forget,
    "region": _choose_region,
    "sources": _sources,
    "privacy": _privacy,
}

_PERFORMERS = {
    "fact": _fact,
    "measure": _measure,
    "facet": _facet,
    "sum": _sum,
    "region": _region,
    "topic": _topic,
    "menu": _menu,
    "ask": _ask,
    "card": _card,
    "do": _do,
}

COMMANDS = frozenset(_COMMANDS)
"""What ``do:`` knows; small talk may name these as its action."""
