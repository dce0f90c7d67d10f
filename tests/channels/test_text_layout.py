"""Text laid out where a Chinese character is two columns wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.text_layout import printable, width, wrap


def test_chinese_counts_double() -> None:
    assert width("300 元") == 6
    assert width("") == 0


def test_a_line_that_fits_stays_whole() -> None:
    assert wrap("免征个人所得税。", 80) == ["免征个人所得税。"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for line in wrap("甲乙丙丁，戊己（庚辛）壬癸。子丑“寅卯”辰巳", 10):
        assert line[0] not in "，）。”"
        assert line[-1] not in "（“"


def test_figures_are_not_torn_apart() -> None:
    lines = wrap("合计：45 天 × 600 元 = 27 000 元，电话 400-800-1234。", 16)
    assert any("27 000" in line for line in lines)
    assert any("400-800-1234" in line for line in lines)


def test_a_number_stays_with_its_unit() -> None:
    assert wrap("每个家庭每月 1000 元。", 18) == ["每个家庭每月", "1000 元。"]


def test_lines_may_be_measured_in_something_else() -> None:
    assert wrap("一二三四，五六", 4, measure=len) == ["一二三", "四，五六"]


def test_following_lines_are_indented() -> None:
    first, *others = wrap("· 一二三四五六七八九十一二三四五六", 12, "  ")
    assert first.startswith("· ")
    assert others
    assert all(line.startswith("  ") and not line.startswith("   ") for line in others)


@given(st.text(st.sampled_from("补助每天元，。（）“”300 -ab")), st.integers(20, 80))
def test_wrapping_fits_and_loses_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_longer_than_the_line_is_torn() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text())
def test_nothing_printable_steers_a_terminal(text: str) -> None:
    assert not {"\x1b", "\x07", "\x9b", "\r", "\b"} & set(printable(text))
