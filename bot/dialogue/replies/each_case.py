"""How somebody stands where a message tells two of the cases that a measure is written for: 大的中考，小的上幼儿园，都有照顾吗."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.first_rows import standing_of
from bot.dialogue.replies.told import Row, Statement
from bot.language.asked_of_whom import of_several_children
from bot.language.patterns import Found
from bot.language.punctuation import behind_label
from bot.language.question_forms import Form
from bot.model.condition import fact_tests
from bot.model.reply import LineKind
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.verdict import assess

_SEVERAL = 2


def of_each_case(on: OnMeasure, case: Case) -> list[Row]:
    """A line for each of several cases, in the order told, under the name of the case; nothing where one case or another side is asked."""
    decides = on.form is Form.WHETHER or not case.said.asks
    if not decides or any(not case.snapshot.facet_by_id[facet].verdict for facet in case.facets):
        return []
    scopes = dict.fromkeys(test.fact for item in on.measure.entitlements if item.when for test in fact_tests(item.when))
    several = (found for fact in scopes if len(found := _told_of(fact, case)) >= _SEVERAL)
    rows = next(([row for option in found if (row := _row_of(option, on, case)) is not None] for found in several), [])
    return rows if len(rows) >= _SEVERAL else []


def _told_of(fact: str, case: Case) -> Mapping[tuple[str, str], Found]:
    """The options of a fact that a message tells, each in a clause of its own, in order."""
    told = {(key.fact, key.option): here for key, here in case.said.options.items() if key.fact == fact}
    places = sorted(told.items(), key=lambda entry: entry[1].start)
    within = [(c.start, c.end) for _, here in places for c in case.said.clauses if c.start <= here.start < c.end]
    apart = len(set(within)) == len(places) and of_several_children([case.said.text[slice(*clause)] for clause in within])
    return dict(places) if apart else {}


def _row_of(option: tuple[str, str], on: OnMeasure, case: Case) -> Row | None:
    """How somebody of one case stands."""
    facts, name = case.facts.with_value(*option), case.snapshot.definitions[option[0]].option(option[1])
    items = (item for item in on.measure.entitlements if item.when and not item.cues and not item.refused)
    verdict = next((assess(item, facts) for item in items if evaluate(item.when, facts) is Truth.YES), None)
    if verdict is None or name is None:
        return None
    return Row((Statement(behind_label("".join(standing_of(verdict)))),), f"{name.label}：", LineKind.VERDICT, kept=True)
