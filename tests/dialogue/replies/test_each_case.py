"""A line for each of several cases of a measure that one message tells."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("老大初三，老二上小学，都能照顾吗", ("中考报普高：", "小学或初中：")),
        ("一个上幼儿园，一个春季高考，有优先吗", ("幼儿园：", "春季高考：")),
    ],
)
def test_each_case_gets_its_line(text: str, labels: tuple[str, ...], start: Start) -> None:
    found = start("hongqiao").say(text).text.splitlines()
    assert [line for line in found if line.startswith(labels)] == found[: len(labels)], found


@pytest.mark.parametrize("text", ["闺女上小学有照顾吗", "老大初三，老二上小学，找谁办"])
def test_one_case_or_another_side_is_answered_as_before(text: str, start: Start) -> None:
    assert "：符合" not in start("hongqiao").say(text).text
