"""Facts said in passing or in answer to a question go into the session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.snapshot import bare
from bot.dialogue.turn import Turn, plain
from bot.language.numerals import value_of
from bot.matching.parts import parts_of
from bot.matching.stated import Quantity
from bot.model.condition import fact_tests
from bot.model.fact import UNSURE, Fact
from bot.model.measure import Measure
from bot.model.reply import Decision, LineKind, Reply
from bot.model.session import Option, Pending, Period

_SUPPOSED = re.compile("要是|如果|假如|假设|万一|的话")
"""What is only supposed holds for this turn and is not remembered."""

_NEGATIVE = ("-", "负")
_RELATIVE = r"(?:不对，|哦，|那)?(?:还|再|又)?要?"
_MORE = re.compile(rf"{_RELATIVE}(?:再加|加上|加(?=[\d一二两三四五六七八九十])|少算了?|漏算了?|漏了)")
_UNCLEAR = re.compile(r"(?:不对，|哦，|那)?(?:又|还|再|多了|减少)[^\d，。]{0,4}(?=[\d一二两三四五六七八九十])")
_TOTAL = re.compile("一共|总共|应该是|合计|就是")
_LESS = re.compile(rf"{_RELATIVE}(?:减去?|减掉|扣掉|扣除|去掉|多算了?)(?=[\d一二两三四五六七八九十])")
_UNSURE_SAID = frozenset(
    {
        "不清楚",
        "不知道",
        "不晓得",
        "不确定",
        "说不好",
        "不好说",
        "不记得",
        "忘了",
        "没听说",
        "不了解",
        "不明白",
        "搞不清",
        "唔知",
        "不太清楚",
        "记不清",
    }
)


def note_facts(turn: Turn) -> Reply | None:
    """Take in what the message states. Asks again, kindly, where a number cannot be right."""
    _answer_pending(turn)
    supposed = _SUPPOSED.search(turn.analysis.text) is not None
    definitions = turn.snapshot.definitions
    lasting = {fact: option for fact, option in turn.stated.items() if not (supposed or definitions[fact].passing)}
    if lasting:
        kept = tuple(item for item in turn.session.facts if not _overtaken(turn, item.fact, set(lasting)))
        if len(kept) < len(turn.session.facts):
            turn.update(facts=kept)
        changed = {fact for fact, option in lasting.items() if turn.session.values().get(fact) != option}
        periods = tuple(p for p in turn.session.periods if changed.isdisjoint(dict(p.facts)))
        turn.session = turn.session.remember(lasting, turn.today, periods)
    for fact, option in turn.stated.items():
        turn.note(f"听到：{turn.snapshot.definitions[fact].title} = {_label(turn.snapshot.definitions[fact], option)}")
    return _take_quantities(turn)


def _overtaken(turn: Turn, fact: str, stated: set[str]) -> bool:
    """Whether a remembered fact follows from facts that are now stated anew, and so has to follow from them again."""
    definition = turn.snapshot.definitions.get(fact)
    conditions = [option.implied_by for option in definition.options if option.implied_by] if definition else []
    return fact not in stated and any(test.fact in stated for c in conditions for test in fact_tests(c))


def answers_pending(turn: Turn) -> bool:
    """Whether a short message is one of the replies to the question that waits: 没有 is then no good-bye."""
    pending = turn.session.pending
    fact = turn.snapshot.definitions.get(pending.fact) if pending else None
    if fact is None:
        return False
    said = bare(turn.analysis.text)
    replies = (reply for option in fact.options for reply in (option.label, *option.replies))
    return said in _UNSURE_SAID or said in {bare(turn.snapshot.language.standard(reply)) for reply in replies}


def _answer_pending(turn: Turn) -> None:
    """Understand a short reply as the answer to the question that waits."""
    pending = turn.session.pending
    if pending is None:
        return
    fact = turn.snapshot.definitions.get(pending.fact)
    if fact is None or fact.id in turn.stated:
        turn.answered_pending = fact is not None
        return
    said = bare(turn.analysis.text)
    if said in _UNSURE_SAID:
        turn.stated = {**turn.stated, fact.id: UNSURE}
        turn.answered_pending = True
        return
    for option in fact.options:
        if said in {bare(turn.snapshot.language.standard(reply)) for reply in (option.label, *option.replies)}:
            turn.stated = {**turn.stated, fact.id: option.id}
            turn.answered_pending = True
            return
    number = value_of(turn.analysis.text.strip("，。？！ 了吧啊呢"))
    if fact.kind == "number" and number is not None and number == int(number):
        turn.quantities = (Quantity(fact.id, int(number), said),)
    given = [quantity for quantity in turn.quantities if quantity.fact == fact.id]
    turn.answered_pending = fact.kind == "number" and any(quantity.value is not None for quantity in given)


def _take_quantities(turn: Turn) -> Reply | None:
    by_fact: dict[str, list[Quantity]] = {}
    for quantity in turn.quantities:
        by_fact.setdefault(quantity.fact, []).append(quantity)
    for fact_id, said in by_fact.items():
        counted = [quantity for quantity in said if quantity.value is not None]
        parts = parts_of(counted, turn.analysis.text) if counted else []
        asked = _doubted(turn, fact_id, said, parts)
        if asked is not None:
            return asked
        if parts and not _beyond(turn, fact_id, parts):
            _remember(turn, fact_id, parts)
    return None


def _doubted(turn: Turn, fact_id: str, said: Sequence[Quantity], parts: Sequence[Quantity]) -> Reply | None:
    """The question to put where a count cannot be right, or cannot be told to belong to what was counted before."""
    fact = turn.snapshot.definitions[fact_id]
    impossible = not parts and (any(q.dated for q in said) or _pending_on(turn, fact_id))
    relative = _change(turn, fact_id, parts) is not None
    if (impossible or _beyond(turn, fact_id, parts)) and (_counts(turn, fact_id) or relative):
        return _ask_again(turn, fact)
    before = turn.before.values().get(fact_id)
    told_apart = any(period.fact == fact_id for period in turn.before.periods)
    other_case = bool(turn.stated.keys() & _deciding(turn, fact_id) and turn.stated.items() - turn.before.values().items())
    unclear = not relative and isinstance(before, int) and _UNCLEAR.match(turn.analysis.text) is not None
    several = len(parts) > 1 and isinstance(before, int) and _MORE.match(turn.analysis.text) is not None
    if several or (len(parts) == 1 and (told_apart or unclear or (relative and other_case))):
        return _ask_again(turn, fact, wording.WHICH_SPELL)
    return None


def _beyond(turn: Turn, fact_id: str, parts: Sequence[Quantity]) -> bool:
    fact = turn.snapshot.definitions[fact_id]
    change = _change(turn, fact_id, parts)
    units = [change] if change is not None else [part.value or 0 for part in parts]
    return any(not fact.least <= count <= fact.most for count in (*units, *([sum(units)] if units else [])))


def _deciding(turn: Turn, fact_id: str) -> set[str]:
    """Facts on which the rate of what is counted depends."""
    amounts = [amount for measure in _counting(turn, fact_id) for amount in measure.amounts]
    return {test.fact for a in amounts for case in a.cases if case.when is not None for test in fact_tests(case.when)}


def _remember(turn: Turn, fact_id: str, parts: Sequence[Quantity]) -> None:
    """Keep the total, and the parts where they are told apart."""
    change = _change(turn, fact_id, parts)
    if change is not None:
        parts = [replace(parts[-1], value=change, working=_difference(turn, fact_id, change))]
    turn.quantities = (*(q for q in turn.quantities if q.fact != fact_id), *parts)
    told_apart = len(parts) > 1 and any(part.facts for part in parts)
    periods = tuple(Period(fact_id, q.value or 0, q.facts) for q in parts) if told_apart else ()
    others = tuple(period for period in turn.session.periods if period.fact != fact_id)
    total = sum(part.value or 0 for part in parts)
    turn.session = turn.session.remember({fact_id: total}, turn.today, (*others, *periods))
    title = turn.snapshot.definitions[fact_id].title
    for part in parts:
        turn.note(f"听到：{title} = {part.value}" + (f"（{part.working}）" if part.working else ""))


def _change(turn: Turn, fact_id: str, parts: Sequence[Quantity]) -> int | None:
    """The new total, where the message only adds to what was counted before or takes off: 少算了5天, 再减5天."""
    before = turn.before.values().get(fact_id)
    if not isinstance(before, int) or len(parts) != 1 or parts[0].said[:1] in _NEGATIVE:
        return None
    text, count = turn.analysis.text, parts[0].value or 0
    if _TOTAL.search(text) is not None or len([q for q in turn.quantities if q.fact == fact_id]) > 1:
        return None
    if _MORE.match(text):
        return before + count
    return before - abs(count) if count < 0 or _LESS.match(text) else None


def _difference(turn: Turn, fact_id: str, change: int) -> str:
    """How a new total came from the one before."""
    before = int(turn.before.values()[fact_id])
    sign = "+" if change > before else "−"
    return f"{before} {sign} {abs(change - before)} = {change}"


def _pending_on(turn: Turn, fact_id: str) -> bool:
    pending = turn.session.pending
    return pending is not None and pending.fact == fact_id


def _counting(turn: Turn, fact_id: str) -> list[Measure]:
    """Measures of the person's region that pay by this count."""
    region_of = turn.snapshot.knowledge.region_of
    return [
        measure
        for measure in turn.snapshot.knowledge.measure_by_id.values()
        if turn.region in (None, region_of[measure.id].region.id)
        and any(amount.counts == fact_id for amount in measure.amounts)
    ]


def _counts(turn: Turn, fact_id: str) -> bool:
    """Whether this message is about counting: an odd number in another question is left alone."""
    return _pending_on(turn, fact_id) or turn.asks("amount")


def _ask_again(turn: Turn, fact: Fact, why: str | None = None) -> Reply:
    turn.note(f"{fact.title}要再问一次")
    hint = why or f"{fact.title}要在 {fact.least} 到 {fact.most} {fact.unit}之间，请再说一次，或说“不清楚”。"
    if why is None and fact.ambiguous_hint and any(q.value is None and not q.dated for q in turn.quantities if q.fact == fact.id):
        hint = fact.ambiguous_hint
    counting = [m.id for m in _counting(turn, fact.id)]
    pending = turn.session.pending
    measures = pending.measures if pending and pending.fact == fact.id else tuple(counting[:1])
    turn.update(pending=Pending(fact.id, measures, "sum"))
    options = (Option(wording.UNSURE_LABEL, f"fact:{fact.id}:{UNSURE}"),)
    return plain(Decision.ASK, hint, options=options, kind=LineKind.QUESTION)


def _label(fact: Fact, option_id: str) -> str:
    option = fact.option(option_id)
    return option.label if option else wording.UNSURE_LABEL
