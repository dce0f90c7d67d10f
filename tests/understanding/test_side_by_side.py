"""Topics of things put side by side in one question."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.side_by_side import named_side_by_side
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "measures"), [("补助和慰问金都由谁出钱", ("hq-09", "hq-18")), ("绩效和意外险归谁管", ("hq-10", "hq-20"))]
)
def test_two_things_of_which_the_same_is_asked_are_told_in_their_order(
    text: str, measures: tuple[str, ...], start: Start
) -> None:
    assert start("hongqiao").say(text).measures == measures


@pytest.mark.parametrize(("text", "measure"), [("医生和护士都有补助吗", "hq-09"), ("爷爷奶奶和孩子都没人管", "hq-19")])
def test_two_kinds_of_people_are_no_two_matters(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures == (measure,)


def test_what_the_message_is_not_about_is_nothing_side_by_side(snapshot: Snapshot) -> None:
    both = read(hear("绩效和津贴是不是一回事", snapshot), Session(region="hongqiao"), snapshot, 2020)
    pair = ("performance-pay", "epidemic-allowance")
    assert named_side_by_side(both, pair[0], snapshot) == pair
    assert named_side_by_side(both, "work-injury", snapshot) == ()
