"""The benchmark's arithmetic and its input; its figures belong to no test."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from bot.commands.bench import Measured, measure, read_questions
from bot.compiled.snapshot import Snapshot


def test_the_mean_is_per_message_and_the_ratio_of_the_two(snapshot: Snapshot) -> None:
    ticks = count()
    measured = measure([("你好",), ("补助", "谁负责")], snapshot, list, lambda: float(next(ticks)), date(2026, 3, 1))
    assert measured.messages == 3
    assert measured.answer == measured.segmentation == pytest.approx(2 / 3)
    assert measured.ratio == 1.0


def test_figures_are_shown_in_microseconds() -> None:
    shown = str(Measured(10, 800e-6, 100e-6))
    assert "800 微秒" in shown
    assert "比值 8.00" in shown


def test_questions_are_the_turns_of_each_line() -> None:
    assert read_questions([b'{"turns": ["a", "b"], "id": 1}', b'{"turns": ["c"]}']) == [("a", "b"), ("c",)]


@pytest.mark.parametrize("line", [b"", b"{}", b'{"turns": []}', b'{"turns": [1]}', b"[]", b"\xff", b'{"turns": null}'])
def test_a_line_that_is_no_question_is_named(line: bytes) -> None:
    with pytest.raises(ValueError, match="第 2 行"):
        read_questions([b'{"turns": ["a"]}', line])


def test_a_file_without_questions() -> None:
    with pytest.raises(ValueError, match="没有问题"):
        read_questions([])
