"""The forms of Chinese questions."""

from __future__ import annotations

import pytest

from bot.language.questions import asks, asks_of_the_one_told, asks_of_those, asks_yes_or_no, ends_asking


@pytest.mark.parametrize(
    "text",
    [
        "补助要交税吗", "一天多少", "找哪个部门", "谁负责", "什么时候发", "怎么办", "能不能优先", "有没有补助", "去过没", "要交不",
        "啥时候", "何时发",
    ],
)  # fmt: skip
def test_a_question(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["我是护士", "干了十几天", "没什么事", "还没", "值班到两点几", "我在红桥"])
def test_no_question(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(("text", "found"), [("能优先吗？", True), ("能优先不", True), ("补多少？", False), ("", False)])
def test_yes_or_no(text: str, found: bool) -> None:
    assert asks_yes_or_no(text) is found


@pytest.mark.parametrize(("text", "found"), [("她呢？", True), ("能优先吗。", True), ("我知道了！", False)])
def test_a_question_as_short_as_can_be(text: str, found: bool) -> None:
    assert ends_asking(text) is found


@pytest.mark.parametrize(
    ("text", "those", "told"),
    [
        ("那湖北那边的队呢", True, False),
        ("我老婆是护士，她呢", False, True),
        ("那我爱人呢？", True, False),
        ("补助多少", False, False),
    ],
)
def test_the_same_asked_of_somebody_else(text: str, those: bool, told: bool) -> None:
    assert (asks_of_those(text), asks_of_the_one_told(text)) == (those, told)
