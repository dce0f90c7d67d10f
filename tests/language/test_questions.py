"""Whether a stretch of text asks something."""

from __future__ import annotations

import pytest

from bot.language.questions import asks


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
