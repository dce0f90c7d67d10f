"""Two things that are compared or shared out are both answered, in the order named."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("防疫津贴同每天的补助是同一笔吗", ("hq-13", "hq-09")),
        ("意外险和工伤待遇冲突吗", ("hq-20", "hq-11")),
        ("调休和带薪休假差别在哪，有什么区别", ("hq-02", "hq-03")),
        ("慰问金、烈士评定各由谁管", ("hq-18", "hq-23")),
    ],
)
def test_two_things_side_by_side(text: str, measures: tuple[str, ...], start: Start) -> None:
    assert start("hongqiao").say(text).measures == measures


def test_people_side_by_side_are_no_two_questions(start: Start) -> None:
    assert start("hongqiao").say("我和我爱人都在一线，慰问金能不能都领").measures == ("hq-18",)
