"""The list of all that somebody is entitled to."""

from __future__ import annotations

from bot.dialogue.findings import NeedsRegion
from bot.dialogue.judge import judge
from bot.understanding.intents import Overview
from tests.dialogue.conftest import MakeCase


def test_a_list_needs_a_region(case: MakeCase) -> None:
    assert judge(Overview(), case()).findings == NeedsRegion()
