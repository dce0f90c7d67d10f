"""The lines of a sum."""

from __future__ import annotations

import re

import pytest

from bot.dialogue.replies.sums import computed, question, sum_lines
from bot.model.tally import Doubt, Reason, Spell
from bot.rules.totals import Sum, Working

NOTE = "不交个人所得税。"


def working(low: int, rate: int, label: str = "直接接触病例", **spell: object) -> Working:
    """A product of days."""
    values = {"high": low, **spell}
    return Working(Spell("days", low, **values), rate, label, "天")  # type: ignore[arg-type]


def told(*products: Working) -> Sum:
    """A settled sum."""
    return Sum((products,), (), NOTE)


@pytest.mark.parametrize(
    ("result", "lines"),
    [
        (
            told(working(45, 600, "直接接触病例，援鄂加倍")),
            ("一共 27000 元，不交个人所得税。", "45 天 × 600 元 = 27000 元（直接接触病例，援鄂加倍）"),
        ),
        (
            told(working(30, 300, person="他"), working(30, 200)),
            ("一共 15000 元，不交个人所得税。", "他：30 天 × 300 元 = 9000 元", "您：30 天 × 200 元 = 6000 元"),
        ),
        (
            told(working(10, 300, people=3)),
            ("一共 9000 元，不交个人所得税。", "3 人 × 10 天 × 300 元 = 9000 元（直接接触病例）"),
        ),
        (
            told(working(45, 300, working="1月26日到3月10日")),
            (
                "一共 13500 元，不交个人所得税。",
                "1月26日到3月10日，共 45 天",
                "45 天 × 300 元 = 13500 元（直接接触病例）",
            ),
        ),
        (
            told(working(7, 300, high=8)),
            ("一共 2100 元到 2400 元，不交个人所得税。", "7 到 8 天 × 300 元 = 2100 元到 2400 元（直接接触病例）"),
        ),
    ],
)
def test_lines(result: Sum, lines: tuple[str, ...]) -> None:
    assert sum_lines(result) == lines


def test_alternatives() -> None:
    result = Sum(((working(25, 300),), (working(25, 200, "其他参加防控"),)), ("role",), NOTE)
    assert sum_lines(result, "看接不接触病例") == (
        "7500 元或 5000 元，看接不接触病例；不交个人所得税。",
        "25 天 × 300 元 = 7500 元（直接接触病例）",
        "25 天 × 200 元 = 5000 元（其他参加防控）",
    )


def test_many_spells_are_told_together() -> None:
    lines = sum_lines(told(*(working(days, 200) for days in (6, 22, 19, 3, 5))))
    assert lines == ("一共 11000 元，不交个人所得税。", "55 天 × 200 元 = 11000 元")


def test_every_figure_shown_is_computed() -> None:
    result = told(working(45, 300, working="1月26日到3月10日", person="小王"), working(22, 200))
    shown = {figure for line in sum_lines(result) for figure in re.findall(r"\d+", line)}
    assert shown <= computed(result)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_doubt_has_one_question(reason: Reason) -> None:
    asked = question(Doubt(reason, "days", "七八天"))
    assert asked.endswith("？")
    assert len(asked) <= 45


@pytest.mark.parametrize(
    ("paid", "first"),
    [(2000, "一共 3000 元；已发 2000 元，还差 1000 元。"), (3000, "一共 3000 元；已发 3000 元，没有少。")],
)
def test_what_was_paid_is_set_against_the_total(paid: int, first: str) -> None:
    result = Sum((((working(10, 300)),),), (), NOTE, paid=paid)
    assert sum_lines(result)[0] == first
    assert {"3000", str(paid), str(3000 - paid)} <= computed(result)
