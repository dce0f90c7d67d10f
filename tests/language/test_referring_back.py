"""What a question goes back to."""

from __future__ import annotations

import pytest

from bot.language.referring_back import goes_back, refers_back


@pytest.mark.parametrize(
    ("text", "in_hand", "before"),
    [("这笔钱谁出", True, False), ("刚才说的那个话题", False, True), ("刚才那笔钱呢", True, True), ("补助多少", False, False)],
)
def test_the_matter_in_hand_or_one_from_before_it(text: str, in_hand: bool, before: bool) -> None:
    assert (refers_back(text), goes_back(text)) == (in_hand, before)
