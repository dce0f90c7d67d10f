"""What is found on an intent, decided once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import (
    Answered,
    Chatted,
    Comforted,
    Entitled,
    FactAsked,
    Findings,
    InCharge,
    Leaves,
    NeedsRegion,
    NotHere,
    NotInDocuments,
    NotUnderstood,
    Page,
    Silent,
)
from bot.dialogue.judge import judge
from bot.model.session import Pending, Session
from bot.understanding.distress import Distress
from bot.understanding.intents import (
    Answer,
    Ask,
    AskForFact,
    Card,
    Command,
    Danger,
    Duty,
    FollowUp,
    Gone,
    Intent,
    Introduced,
    Items,
    Menu,
    MoveTo,
    NoDetails,
    Outside,
    Overview,
    Perhaps,
    ShowMeasure,
    ShowTopic,
    SmallTalk,
    StateFact,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
    WorkOut,
)
from bot.understanding.said import Said
from tests.dialogue.conftest import DISTRESS, MakeCase

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


@pytest.mark.parametrize(
    ("intent", "page"),
    [
        (Unreadable(), Page("unreadable")),
        (TooLong(), Page("too-long")),
        (NoDetails(), Page("no-details")),
        (Gone(), Page("gone")),
        (Menu("jia", "pay"), Page("menu", ("jia", "pay"))),
        (Command("menu"), Page("menu", ("jia",))),
        (Command("help"), Page("help")),
        (Card(("ja-02",)), Page("no-card")),
    ],
)
def test_a_page_is_opened(intent: Intent, page: Page, case: MakeCase) -> None:
    judgment = judge(intent, case(Said(region="jia"), WAITS))
    assert judgment.findings == page
    assert judgment.pending == WAITS.pending, "the open question stays"


def test_somebody_in_danger_gets_the_documented_help_of_the_region_or_of_every_region(case: MakeCase) -> None:
    distress = Distress(DISTRESS.id, 5.0)
    for region, helps in ((None, ["yi-01"]), ("yi", ["yi-01"]), ("jia", [])):
        judgment = judge(Danger(distress), case(Said(region=region)))
        assert isinstance(judgment.findings, Comforted)
        assert [on.measure.id for on in judgment.findings.helps] == helps
        assert judgment.pending is None


def test_small_talk_leaves_the_matter_in_hand(case: MakeCase, small: Snapshot) -> None:
    phrase = small.knowledge.phrases[0]
    judgment = judge(SmallTalk(phrase), case(Said(region="jia"), WAITS))
    assert judgment.findings == Chatted(phrase)
    assert judgment.leaves.topics is None
    assert judgment.pending == WAITS.pending


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


def test_a_fact_is_asked_for_anew(case: MakeCase, small: Snapshot) -> None:
    assert judge(AskForFact("role"), case(memory=HERE)).findings == FactAsked(small.definitions["role"])


def test_a_list_needs_a_region(case: MakeCase) -> None:
    assert judge(Overview(), case()).findings == NeedsRegion()


def test_what_is_only_told_of_is_left_in_hand(case: MakeCase) -> None:
    about = ("daily-subsidy",)
    for intent in (Told(about), Perhaps(Distress(DISTRESS.id, 0.5), about)):
        assert judge(intent, case(memory=HERE)).leaves.topics == ("daily-subsidy",)
    assert judge(Uncovered("丙城", ("daily-subsidy",)), case()).leaves == Leaves(("daily-subsidy",), ())
