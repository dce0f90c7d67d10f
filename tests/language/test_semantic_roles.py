"""Which part somebody has in a clause."""

from __future__ import annotations

import re

import pytest

from bot.language.semantic_roles import (
    ACTS_FOR,
    AS,
    BESIDES,
    BY,
    DOES_FOR,
    GETS_AT_HOME,
    GIVEN_TO,
    LIKENED,
    LOOKED_AFTER,
    OBJECT_OF,
    ONLY_ASKS,
    PAYS,
    REGISTERED,
)


@pytest.mark.parametrize(
    ("role", "behind"),
    [
        (PAYS, "自己还要垫两千"),
        (ACTS_FOR, "替她去申请"),
        (DOES_FOR, "能不能送点汤"),
        (ONLY_ASKS, "只是想打听一下"),
        (REGISTERED, "的户口算数"),
        (BESIDES, "能不能也去"),
        (GETS_AT_HOME, "家每个月都领着"),
        (AS, "那样报"),
    ],
)
def test_a_part_is_told_behind_somebody(role: re.Pattern[str], behind: str) -> None:
    assert role.match(behind)


@pytest.mark.parametrize(
    ("role", "before"),
    [(GIVEN_TO, "这钱配给"), (LIKENED, "比照"), (BY, "老人让"), (LOOKED_AFTER, "街道能伺候一下"), (OBJECT_OF, "我在家看顾两个")],
)
def test_a_part_is_told_before_somebody(role: re.Pattern[str], before: str) -> None:
    assert role.search(before)


def test_going_out_is_no_payment_and_a_question_is_no_income() -> None:
    assert not PAYS.match("出院门")
    assert not GETS_AT_HOME.match("家每月领不领得到吗")
