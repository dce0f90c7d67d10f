"""How far a message by itself lies from the matter in hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.another import Elsewhere, elsewhere_of, tells_of_none_in_hand
from bot.understanding.hear import hear
from bot.understanding.margin import margin_of
from bot.understanding.read import read

INSURED = Session(region="hongqiao", topics=("insurance",), measures=("hq-20",), earlier=("school-admission", "insurance"))


def measured(text: str, snapshot: Snapshot) -> Elsewhere:
    said = read(hear(text, snapshot), INSURED, snapshot, 2020)
    alone = margin_of(said, replace(INSURED, topics=(), measures=()), snapshot)
    return elsewhere_of(said, INSURED, alone, snapshot)


@pytest.mark.parametrize("text", ["职称评审要论文吗", "被病人打了谁来管"])
def test_words_of_another_matter_are_nothing_like_the_one_in_hand(text: str, snapshot: Snapshot) -> None:
    found = measured(text, snapshot)
    assert found.surely
    assert found.nothing_like_hand


@pytest.mark.parametrize("text", ["那保险赔多少", "谁给买的", "那这笔钱呢"])
def test_what_may_be_of_the_matter_in_hand_is_not(text: str, snapshot: Snapshot) -> None:
    assert not measured(text, snapshot).nothing_like_hand


def test_a_matter_spoken_of_before_is_come_back_to(snapshot: Snapshot) -> None:
    assert measured("孩子入学有优先吗", snapshot).comes_back


def test_a_fact_that_nothing_in_hand_looks_at_is_told_of_none(snapshot: Snapshot) -> None:
    told, asked = (read(hear(text, snapshot), INSURED, snapshot, 2020) for text in ("我儿子今年中考", "我儿子今年中考能优先吗"))
    assert tells_of_none_in_hand(told, INSURED, snapshot)
    assert not tells_of_none_in_hand(asked, INSURED, snapshot)
