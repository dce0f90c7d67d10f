"""What is found on an intent, decided once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import (
    Answered,
    Entitled,
    Findings,
    InCharge,
    NotHere,
    NotInDocuments,
    NotUnderstood,
    Page,
    Silent,
)
from bot.dialogue.judge import judge
from bot.model.session import Pending, Session
from bot.understanding.intents import (
    Answer,
    Ask,
    Command,
    Duty,
    FollowUp,
    Intent,
    Introduced,
    Items,
    MoveTo,
    Outside,
    Overview,
    ShowMeasure,
    ShowTopic,
    StateFact,
    Unclear,
    Uncovered,
    WorkOut,
)
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

HERE = Session(region="jia")
IN_HAND = replace(HERE, topics=("daily-subsidy",), measures=("ja-01",), facets=("how-much",))
WAITS = replace(IN_HAND, pending=Pending("role", ("ja-01",), "sum"))


@pytest.mark.parametrize(
    ("intent", "found"),
    [
        (Ask(("daily-subsidy",)), Answered),
        (Ask(("hotline",)), Silent),
        (Items(("ja-02",)), Answered),
        (ShowMeasure("ja-01", "whom"), Answered),
        (ShowTopic("school"), Answered),
        (WorkOut("ja-01"), Answered),
        (StateFact("role", "ward"), Page),
        (Duty(("ja-01", "ja-02"), None, details=False), InCharge),
        (Duty(("ja-01",), None, details=False), Answered),
        (Overview(), Entitled),
        (Command("my"), Entitled),
        (Introduced(), Page),
        (Uncovered("丙城"), NotHere),
        (Outside("weather", ()), NotInDocuments),
        (Unclear(("hotline",)), NotUnderstood),
    ],
)
def test_what_kind_of_thing_is_found(intent: Intent, found: type[Findings], case: MakeCase) -> None:
    assert isinstance(judge(intent, case(Said(region="jia"), HERE)).findings, found)


def test_after_another_answer_the_open_question_is_put_again_once(case: MakeCase) -> None:
    first = judge(Ask(("school",)), case(Said(region="jia"), WAITS))
    assert first.resumes is not None
    assert first.pending == replace(WAITS.pending or Pending("", (), "sum"), again=True)
    second = judge(Ask(("school",)), case(Said(region="jia"), replace(WAITS, pending=first.pending)))
    assert (second.resumes, second.pending) == (None, None)


def test_an_answer_goes_on_with_what_the_question_was_for(case: MakeCase) -> None:
    judgment = judge(Answer(), case(Said(region="jia", stated={"role": "ward"}), WAITS))
    assert isinstance(judgment.findings, Answered)
    assert [on.measure.id for on in judgment.findings.found] == ["ja-01"]
    assert judgment.leaves.facets == ("how-much",)
    listed = replace(WAITS, pending=Pending("role", ("ja-01",), "entitlements"))
    assert isinstance(judge(Answer(), case(Said(region="jia"), listed)).findings, Entitled)


def test_a_follow_up_in_another_region_asks_that_region_for_the_topic(case: MakeCase, small: Snapshot) -> None:
    here = judge(FollowUp(("whom",)), case(Said(region="jia"), IN_HAND))
    assert here.leaves.measures == ("ja-01",)
    assert here.leaves.facets == ("whom",)
    moved = judge(MoveTo("yi"), case(Said(region="jia"), IN_HAND))
    assert moved.findings == Silent(("daily-subsidy",), small.knowledge.region_by_id["yi"])
