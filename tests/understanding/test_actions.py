"""Action ids and the intents they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.understanding.actions import intent_of
from bot.understanding.intents import (
    AskForFact,
    Card,
    Command,
    Gone,
    Intent,
    Menu,
    MoveTo,
    ShowMeasure,
    ShowTopic,
    StateFact,
    WorkOut,
)


@pytest.mark.parametrize(
    ("action", "intent"),
    [
        ("fact:role:ward", StateFact("role", "ward")),
        (f"fact:role:{UNSURE}", StateFact("role", UNSURE)),
        ("ask:role", AskForFact("role")),
        ("measure:ja-01", ShowMeasure("ja-01")),
        ("facet:ja-01:whom", ShowMeasure("ja-01", "whom")),
        ("topic:hotline", ShowTopic("hotline")),
        ("sum:ja-01", WorkOut("ja-01")),
        ("region:yi", MoveTo("yi")),
        ("menu", Menu()),
        ("menu:jia", Menu("jia")),
        ("menu:jia:pay", Menu("jia", "pay")),
        ("card:ja-02", Card(("ja-02",))),
        ("do:forget", Command("forget")),
    ],
)
def test_an_action_stands_for_an_intent(action: str, intent: Intent, small: Snapshot) -> None:
    assert intent_of(action, small) == intent


@pytest.mark.parametrize(
    "action",
    [
        "", ":", "x:y", "fact:role", "fact:role:gone", "fact:gone:yes", "ask:gone", "measure:gone", "facet:ja-01:gone", "topic:weather",
        "sum:ja-02", "region:gone", "menu:gone", "menu:jia:mind", "do",
    ],
)  # fmt: skip
def test_what_is_no_longer_there_is_gone(action: str, small: Snapshot) -> None:
    assert intent_of(action, small) == Gone()


@given(st.text(max_size=20))
def test_any_text_stands_for_something(small: Snapshot, action: str) -> None:
    intent_of(action, small)
