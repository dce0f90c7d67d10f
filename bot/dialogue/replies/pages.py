"""Pages that commands and buttons open: help, menu, what is remembered, where it all comes from."""

from __future__ import annotations

from collections.abc import Callable

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.commands import USEFUL, USELESS
from bot.dialogue.findings import FactAsked, Page
from bot.dialogue.measure_labels import label_of
from bot.dialogue.measures import WHERE
from bot.dialogue.replies.footer import footer
from bot.dialogue.replies.plain import plain, question_options, waiting
from bot.model.fact import UNSURE
from bot.model.knowledge import RegionKnowledge
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_MENU = Option(wording.MENU_LABEL, "menu")
_ON_A_PAGE = 8
_MY = Option(wording.MY_LABEL, "do:my")


def page_reply(page: Page, case: Case) -> Reply:
    """The page of this name; a button that leads nowhere any more says so."""
    builder = _PAGES.get(page.name)
    return builder(case, page.arguments) if builder else plain(Decision.CHAT, wording.OLD_BUTTON, options=(_MENU,))


def fact_question(found: FactAsked, case: Case) -> Reply:
    """A fact asked for anew."""
    options = question_options(found.fact, None, case.facts)
    return plain(Decision.ASK, found.fact.question, options=options, kind=LineKind.QUESTION)


def which_region(case: Case, arguments: tuple[str, ...] = ()) -> Reply:
    """The choice of a region: all of them where they are few, else by the wider regions they lie in, page by page."""
    snapshot = case.snapshot
    if len(snapshot.everywhere) <= _ON_A_PAGE:
        options = [_choice(part) for part in snapshot.everywhere]
        return plain(Decision.ASK, wording.WHICH_REGION, options=tuple(options), kind=LineKind.QUESTION)
    parent, page = [*arguments, "", "0"][:2]
    known = snapshot.narrower.get(parent or None, ())
    begin = int(page) * _ON_A_PAGE
    itself = [_choice(snapshot.places[parent])] if parent and not begin else []
    options = [_choice_among(part, snapshot) for part in known[begin : begin + _ON_A_PAGE]]
    more = [Option(wording.NEXT_PAGE, f"regions:{parent}:{int(page) + 1}")] if begin + _ON_A_PAGE < len(known) else []
    options = [*itself, *options, *more]
    return plain(Decision.ASK, wording.WHICH_REGION_OF_MANY, options=tuple(options), kind=LineKind.QUESTION)


def _choice(part: RegionKnowledge) -> Option:
    return Option(part.region.name, f"region:{part.region.id}")


def _choice_among(part: RegionKnowledge, snapshot: Snapshot) -> Option:
    """A region, or the way to those that lie within it."""
    has_narrower = part.region.id in snapshot.narrower
    return Option(f"{part.region.name}…", f"regions:{part.region.id}:0") if has_narrower else _choice(part)


def needs_region(case: Case) -> Reply:
    """The list of entitlements needs a region first."""
    options = which_region(case).options
    return plain(Decision.ASK, "先说您在哪里，我按当地文件列出来。", options=options, kind=LineKind.QUESTION)


def _menu(case: Case, arguments: tuple[str, ...]) -> Reply:
    if not arguments and len(case.snapshot.everywhere) > _ON_A_PAGE:
        return which_region(case)
    if not arguments:
        options = (Option(part.region.name, f"menu:{part.region.id}") for part in case.snapshot.everywhere)
        return plain(Decision.CHAT, "先选地区：", options=tuple(options))
    part = case.snapshot.places[arguments[0]]
    return _areas(part) if len(arguments) == 1 else _area(part, arguments[1])


def _areas(part: RegionKnowledge) -> Reply:
    document = part.region.document
    options = tuple(Option(area.title, f"menu:{part.region.id}:{area.id}") for area in part.region.areas)
    text = f"{document.short}，{document.year} 年。选一类："
    return plain(Decision.CHAT, text, options=(*options, Option("返回", "menu")))


def _area(part: RegionKnowledge, area_id: str) -> Reply:
    area = next(area for area in part.region.areas if area.id == area_id)
    options = tuple(Option(label_of(m), f"measure:{m.id}") for m in part.measures if m.area == area_id)
    back = Option("返回", f"menu:{part.region.id}")
    return plain(Decision.CHAT, f"【{part.region.name}】{area.title}：", options=(*options, back))


def _help(case: Case, _: tuple[str, ...]) -> Reply:
    return plain(Decision.CHAT, *wording.help_text(case.snapshot.in_sight), options=(_MENU, _MY))


def _facts(case: Case, _: tuple[str, ...]) -> Reply:
    """What is remembered, each with a button to change it."""
    memory = case.memory
    region = case.snapshot.places.get(memory.region or "")
    lines = [f"地区：{region.region.full_name if region else memory.elsewhere or '还没说'}"]
    options = [Option("换地区", "do:region")]
    computed = set()
    for item in memory.facts:
        fact = case.snapshot.definitions.get(item.fact)
        if fact is None:
            continue
        option = fact.option(str(item.value))
        unsure = wording.UNSURE_LABEL if item.value == UNSURE else f"{item.value} {fact.unit}"
        computed.add(str(item.value))
        lines.append(f"{fact.title}：{option.label if option else unsure}")
        options.append(Option(f"改：{fact.title}", f"ask:{fact.id}"))
    for spell in memory.tally.spells:
        fact = case.snapshot.definitions[spell.fact]
        units = str(spell.low) if spell.exact else f"{spell.low} 到 {spell.high}"
        computed |= {str(spell.low), str(spell.high)}
        lines.append(f"{fact.title}：{units} {fact.unit}")
        change = Option(f"改：{fact.title}", f"ask:{fact.id}")
        options += [change] if change not in options else []
    options.append(Option("全部删除", "do:forget"))
    section = Section(tuple(Line(LineKind.TEXT, line) for line in lines))
    return Reply(Decision.CHAT, (section,), options=tuple(options), computed=frozenset(computed))


def _sources(case: Case, _: tuple[str, ...]) -> Reply:
    lines, options = [], []
    snapshot = case.snapshot
    if len(snapshot.everywhere) > _ON_A_PAGE and not snapshot.knowledge.regions:
        return which_region(case)
    for part in snapshot.everywhere if len(snapshot.everywhere) <= _ON_A_PAGE else snapshot.knowledge.regions:
        document = part.region.document
        issuer = f"，{document.issuer}发布" if document.issuer else ""
        lines.append(f"{part.region.full_name}：{document.title}{issuer}，{document.published}。")
        options.append(Option(part.region.name, f"menu:{part.region.id}"))
    lines.append("文件是 2020 年的，可能已经失效；现在怎么执行，以牵头单位或发布单位的答复为准。")
    return plain(Decision.CHAT, *lines, options=tuple(options))


def _back(case: Case, _: tuple[str, ...]) -> Reply:
    """One step back: the question of then, and its options."""
    if not case.before.past:
        return plain(Decision.CHAT, wording.NOTHING_TO_UNDO)
    pending = case.memory.pending
    fact = case.snapshot.definitions.get(pending.fact) if pending else None
    lines = [wording.UNDONE] + ([fact.question] if fact else [])
    return plain(Decision.CHAT, *lines, options=case.memory.options)


def _moved(case: Case, arguments: tuple[str, ...]) -> Reply:
    name = case.snapshot.places[arguments[0]].region.full_name
    opening = f"算：{arguments[1]}" if len(arguments) > 1 else "好的，"
    return plain(Decision.CHAT, f"{opening}按{name}的文件回答。想问什么直接打字。", options=(_MENU, _MY))


def _introduced(_case: Case, _: tuple[str, ...]) -> Reply:
    return plain(Decision.ASK, wording.INTRODUCED, options=(_MY, _MENU), kind=LineKind.QUESTION)


def _told(case: Case, about: tuple[str, ...]) -> Reply:
    """To who only tells; asks whether the matter told of is what is wanted. Whoever leaves off (先去交班, 回头再问) is asked nothing."""
    if case.signals("leaves-off"):
        return plain(Decision.CHAT, wording.LEAVES_OFF)
    if about:
        topic = case.snapshot.topic_by_id[about[0]]
        return plain(Decision.CHAT, wording.TOLD_OF.format(topic=topic.short), options=(Option(topic.short, f"topic:{topic.id}"), _MENU))
    return plain(Decision.CHAT, wording.TOLD, options=(_MENU, _MY))


def _still_on(case: Case, arguments: tuple[str, ...]) -> Reply:
    """Asks whether the matter in hand is still meant; what could be chosen before comes first, under its old numbers."""
    topic = case.snapshot.topic_by_id[arguments[0]]
    options = dict.fromkeys((*waiting(case), Option(topic.short, f"topic:{topic.id}"), _MENU))
    text = wording.STILL_ON.format(topic=topic.title)
    return plain(Decision.ASK, text, options=tuple(options), kind=LineKind.QUESTION)


def _why(case: Case, _: tuple[str, ...]) -> Reply:
    """What the last answer rests on, where the channel keeps no trace of it: the items in hand and what is remembered."""
    knowledge = case.snapshot.knowledge
    known = [knowledge.measure_by_id[m] for m in case.memory.measures if m in knowledge.measure_by_id]
    if not known:
        return plain(Decision.CHAT, wording.NO_ANSWER_YET)
    told = [Line(LineKind.TEXT, wording.RESTS_ON.format(title=measure.title)) for measure in known]
    foot = footer([(measure, knowledge.region_of[measure.id]) for measure in known])
    options = tuple(
        Option(f"{label_of(m) if len(known) > 1 else ''}{wording.FULL_LABEL}", f"full:{m.id}") for m in known
    )
    return Reply(
        Decision.ANSWER, (Section((*told, foot)),), tuple(m.id for m in known), (*options, Option("我的情况", "do:facts"))
    )


def _privacy(_case: Case, _: tuple[str, ...]) -> Reply:
    options = (Option("我的情况", "do:facts"), Option("忘了我", "do:forget"))
    return plain(Decision.CHAT, *wording.PRIVACY, options=options)


def _saying(
    text: str, *options: Option, decision: Decision = Decision.CHAT
) -> Callable[[Case, tuple[str, ...]], Reply]:
    """A page of one fixed sentence."""
    return lambda _case, _arguments: plain(decision, text, options=options)


_PAGES: dict[str, Callable[[Case, tuple[str, ...]], Reply]] = {
    "help": _help,
    "menu": _menu,
    "region": which_region,
    WHERE: which_region,
    "facts": _facts,
    "sources": _sources,
    "privacy": _privacy,
    "back": _back,
    "moved": _moved,
    "introduced": _introduced,
    "told": _told,
    "talk": _saying(wording.TOLD_LIGHTLY),
    "still-on": _still_on,
    "nothing-in-hand": _saying(wording.NOTHING_IN_HAND, _MENU),
    "no-sum": _saying(wording.NO_SUM_YET, _MENU),
    "cancel": _saying(wording.NOTHING_PENDING),
    "restart": _saying(wording.RESTARTED, _MENU),
    "forget": _saying(wording.FORGOTTEN),
    "why": _why,
    USEFUL: _saying(wording.GLAD_TO_HELP),
    USELESS: _saying(wording.NO_HELP, _MENU),
    "no-card": _saying(wording.NO_CARD),
    "unreadable": _saying(wording.NOT_READABLE),
    "too-long": _saying(wording.TOO_LONG),
    "no-details": _saying(wording.NO_OFFICE_DETAILS, decision=Decision.DECLINE),
}
