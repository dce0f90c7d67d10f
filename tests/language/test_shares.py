"""Lengths of time without a number of their own."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.language.shares import about_months, hedges, shares, vague_stretches


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三十天里三分之二在病房", [(Fraction(2, 3), False, False)]),
        ("六成的时间在楼上", [(Fraction(6, 10), False, False)]),
        ("百分之三十的日子值夜班", [(Fraction(3, 10), False, False)]),
        ("第二趟是头一趟的三倍那么长", [(Fraction(3), True, False)]),
        ("大半时间在外面", [(None, False, False)]),
        ("比前面多了一倍", [(None, True, False)]),
        ("补助提高2倍", [(None, True, True)]),
        ("扣两成税", [(Fraction(2, 10), False, True)]),
        ("病房在三楼", []),
    ],
)
def test_shares_and_multiples(text: str, found: list[tuple[Fraction | None, bool, bool]]) -> None:
    """By how much, whether of another stretch, and whether money is meant."""
    assert [(share.times, share.said_of_another, share.of_money) for share in shares(text)] == found


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("后来又去了几天", [True]),
        ("守了好几个夜班", [False]),
        ("还补了几趟班", [True]),
        ("又顶了一阵子", [True]),
        ("就守了这么几天", []),
        ("过几天再问", []),
        ("这几天补助多少", []),
    ],
)
def test_stretches_nobody_counted(text: str, more: list[bool]) -> None:
    """Told of work, and whether on top of what was told."""
    assert [vague.more for vague in vague_stretches(text)] == more


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("二月初去的，三月中旬才撤", ["二月初", "三月中旬"]),
        ("从2月上旬干到3月下旬", ["2月上旬", "3月下旬"]),
        ("三月中旬都在病房", []),
        ("3月5号到月底", []),
    ],
)
def test_ends_that_are_about(text: str, said: list[str]) -> None:
    """Parts of a month as ends of a stretch, and not as the stretch itself."""
    assert [text[start:end] for start, end in about_months(text)] == said


@pytest.mark.parametrize("text", ["干了20天，记不太清了", "干了20天，好像不止", "干了20天，差不多这个数，补助多少"])
def test_hedges(text: str) -> None:
    """A clause that takes the number before it back by half."""
    assert list(hedges(text))


@pytest.mark.parametrize("text", ["干了20天，大概能拿多少", "干了20天，差不多该领了吧，多少钱"])
def test_about_the_money_is_no_hedge(text: str) -> None:
    """What is asked roughly is not told roughly."""
    assert not list(hedges(text))
