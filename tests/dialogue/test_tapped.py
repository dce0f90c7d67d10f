"""What buttons and commands want."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import FactAsked, Page
from bot.dialogue.judge import judge
from bot.model.session import Pending, Session
from bot.understanding.intents import AskForFact, Card, Command, Gone, Intent, Menu, NoDetails, TooLong, Unreadable
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

HERE = Session(region="jia")
IN_HAND = replace(HERE, topics=("daily-subsidy",), measures=("ja-01",), facets=("how-much",))
WAITS = replace(IN_HAND, pending=Pending("role", ("ja-01",), "sum"))


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


def test_a_fact_is_asked_for_anew(case: MakeCase, small: Snapshot) -> None:
    assert judge(AskForFact("role"), case(memory=HERE)).findings == FactAsked(small.definitions["role"])
