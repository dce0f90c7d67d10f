"""Which replies are for nobody else to read."""

from __future__ import annotations

import pytest

from bot.dialogue.findings import Answered, Findings, Judgment, NeedsRegion, NotUnderstood, Page
from bot.dialogue.privacy import is_personal
from bot.understanding.intents import Ask, AskForFact, Command, Intent, StateFact

ASK = Ask(("school",))


@pytest.mark.parametrize(
    ("intent", "findings", "personal"),
    [
        (StateFact("role", "ward"), NotUnderstood(), True),
        (AskForFact("role"), NotUnderstood(), True),
        (Command("facts"), Page("facts"), True),
        (Command("help"), Page("help"), False),
        (ASK, Page("facts"), True),
        (ASK, Page("menu"), False),
        (ASK, NeedsRegion(), True),
        (ASK, NotUnderstood(), False),
        (ASK, Answered((), ()), False),
    ],
)
def test_what_speaks_of_the_person_is_personal(intent: Intent, findings: Findings, *, personal: bool) -> None:
    assert is_personal(intent, Judgment(findings)) is personal
