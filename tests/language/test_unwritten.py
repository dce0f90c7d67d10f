"""What a statement of an answer says is not written."""

from __future__ import annotations

import pytest

from bot.language.unwritten import (
    gap_of,
    instead_of_silence,
    is_silent,
    leaves_open,
    leaves_way_open,
    neither,
    only_open,
    open_parts,
    tells_instead,
    without_instead,
)


def test_a_statement_that_is_silent_says_of_what() -> None:
    assert is_silent("文件没有写谁来评。")
    assert gap_of("文件没有写谁来评，问单位。") == "谁来评"
    assert not is_silent("每人一份。")


def test_what_is_open_in_passing_is_told_apart_from_all_that_is() -> None:
    assert open_parts("有补贴，发放时间没写。") == ["发放时间"]
    assert leaves_open("有补贴，发放时间没写。")
    assert only_open("发放时间文件没写。") == "发放时间"
    assert only_open("有补贴，发放时间没写。") is None


@pytest.mark.parametrize(("text", "way"), [("文件没写向谁报名。", True), ("有陪诊，由谁安排没写。", True), ("文件没写几层楼。", False)])
def test_the_way_to_it_may_be_open(text: str, way: bool) -> None:
    assert leaves_way_open(text) is way


def test_a_silence_may_tell_what_is_written_instead() -> None:
    text = "文件没写次数，写的是酌情安排。"
    assert tells_instead(text)
    assert (instead_of_silence(text), without_instead(text)) == ("酌情安排。", "文件没写次数。")


def test_a_second_silence_says_neither() -> None:
    assert neither("文件没写期限。") == "也没写期限。"
