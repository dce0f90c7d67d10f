"""Facts heard that nobody asked for are told back, so that a mistake can be set right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.compiled.keys import FactHint, OptionKey
from bot.counting.tree import Relation
from bot.dialogue.case import Case
from bot.language.asked_of_whom import of_several_children
from bot.language.clauses import clauses
from bot.language.kinship import FELLOW, SELF
from bot.model.condition import fact_tests
from bot.model.fact import Fact
from bot.model.measure import Measure
from bot.understanding.said import Act

_HALF_A_LINE = 16
"""Characters up to which more than the first of what was heard is named."""

_TELLS_ALONE = 2
"""Characters up to which a label says nothing without the fact's title: 是, 不是."""


def echo_of(case: Case, measures: Sequence[Measure] = ()) -> str | None:
    """记下：… or 改为：…, where the message told a fact that was not asked for and that bears on the ``measures``."""
    said, before = case.said, _known_before(case)
    if not said.text or said.supposes or case.memory.worker == FELLOW:
        return None
    asked = case.before.pending.fact if case.before.pending is not None else None
    told = {
        fact: option
        for fact, option in said.stated.items()
        if _worth_it(case, fact, option, before) and fact != asked and fact not in _of_more(case) and not _several(case, fact)
    }
    told = {fact: option for fact, option in told.items() if fact not in before or not _sets_nothing_right(case, fact, option)}
    if told and measures:
        bearing = {fact for measure in measures for fact in _facts_of(measure, case)}
        told = {fact: option for fact, option in told.items() if fact in bearing}
    asked_of = {item.fact for item in case.before.facts if item.asked}
    changed = [fact for fact in told if fact in before and fact not in asked_of]
    if changed:
        return f"改为：{_labels(case, {fact: told[fact] for fact in changed})}。"
    asks_nothing = not said.facets and not said.asks
    return f"记下：{_labels(case, told)}。" if told and asks_nothing else None


def _sets_nothing_right(case: Case, fact: str, option: str) -> bool:
    """Whether another option than before is only asked of, or it is another who is asked of: 孩子上初中 — 那高考呢; 那我的孩子呢."""
    if case.snapshot.definitions[fact].relation is not None and not case.said.corrects:
        return True
    here = case.said.options.get(OptionKey(fact, option))
    asking = (clause for clause in case.said.clauses if clause.act is Act.ASKS)
    return here is not None and not case.said.corrects and any(clause.start <= here.start < clause.end for clause in asking)


def _facts_of(measure: Measure, case: Case) -> set[str]:
    """Facts on which something that a measure says depends."""
    conditions = [*(silence.when for item in measure.entitlements for silence in item.silent)]
    conditions += [point.when for point in measure.points if point.when is not None]
    pointers = {hint.fact for hint in case.snapshot.pointers_of[measure.id] if isinstance(hint, FactHint)}
    return pointers | {test.fact for condition in conditions for test in fact_tests(condition)}


def _several(case: Case, fact: str) -> bool:
    """Whether a message tells a fact of several, each another: 老大中考，老二上小学."""
    told = [here.start for key, here in case.said.options.items() if key.fact == fact]
    clauses_told = [c for c in case.said.clauses if any(c.start <= at < c.end for at in told)]
    return len(clauses_told) > 1 and of_several_children([case.said.text[c.start : c.end] for c in clauses_told])


def _of_more(case: Case) -> set[str]:
    """Facts that are told of a spell that comes on top, or of a part of the days, and so change nothing: 漏了5天卡口."""
    counting = case.said.counting
    besides = counting.relation in (Relation.ADDS, Relation.OF_WHICH, Relation.SOME_OF_THEM)
    return {fact for spell in counting.spells for fact, _ in spell.facts} if besides else set()


def _known_before(case: Case) -> dict[str, str | int]:
    """What was known of whom the message speaks; of another medical worker than before, nothing that is of the worker."""
    known, definitions = case.before.values(), case.snapshot.definitions
    if case.memory.worker == case.before.worker or (case.before.worker is None and case.memory.worker == SELF):
        return known
    return {fact: value for fact, value in known.items() if fact in definitions and not definitions[fact].of_staff}


def _worth_it(case: Case, fact: str, option: str, before: Mapping[str, str | int]) -> bool:
    known = case.snapshot.definitions[fact]
    if option == known.presumed and fact not in before:
        return False
    return not known.passing and before.get(fact) != option and known.option(option) is not None


def _labels(case: Case, told: dict[str, str]) -> str:
    """What was heard: the first of it, and as much more as fits half a line."""
    labels = [_label(case, case.snapshot.definitions[fact], option) for fact, option in told.items()]
    shown = labels[:1]
    for label in labels[1:]:
        shown += [label] if len("、".join([*shown, label])) <= _HALF_A_LINE else []
    return "、".join(shown)


def _label(case: Case, fact: Fact, option: str) -> str:
    """An option's label; with the fact's title where other facts have the same, or it is a bare yes or no."""
    chosen = fact.option(option)
    if chosen is not None and chosen.heard is not None:
        return chosen.heard
    begin, end = clauses(chosen.label)[-1] if chosen is not None else (0, 0)
    label = chosen.label[begin:end] if chosen is not None else ""
    shared = sum(o.label == label for other in case.snapshot.definitions.values() for o in other.options) > 1
    return f"{fact.title}：{label}" if shared or len(label) <= _TELLS_ALONE else label
