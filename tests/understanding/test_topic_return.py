"""What comes back to a matter of before."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import Ask
from tests.understanding.conftest import Mean

BEFORE = ("commendation", "psych-hotline", "daily-subsidy")
SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), earlier=BEFORE)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("回到最开始那个，谁牵头", "commendation"),
        ("刚才说的热线几点开", "psych-hotline"),
        ("说回前面那个，找谁", "psych-hotline"),
    ],
)
def test_an_earlier_matter_is_found_again(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == Ask((topic,))


def test_a_figure_finds_the_earlier_matter_it_is_of(mean: Mean) -> None:
    pay = Session(
        region="hongqiao", topics=("performance-pay",), measures=("hq-10",), earlier=("daily-subsidy", "performance-pay")
    )
    assert mean("200那个再讲讲，上不上税", pay) == Ask(("daily-subsidy",))


def test_a_word_of_a_matter_spoken_of_before_brings_it_back(mean: Mean) -> None:
    before = ("psych-hotline", "transport")
    cars = Session(region="guangdong", topics=("transport",), measures=("gd-11",), earlier=before)
    assert mean("热线夜里两点有人接吗", cars) == Ask(("psych-hotline",))
