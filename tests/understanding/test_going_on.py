"""What is said of the matter in hand, and the side that is meant."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import FollowUp, Told
from tests.understanding.conftest import Mean

INSURED = Session(region="hongqiao", topics=("insurance",), measures=("hq-20",), facets=("who-pays",))


@pytest.mark.parametrize("text", ["那内科的老赵呢", "队里那个护工呢", "真的假的"])
def test_the_same_of_somebody_else_goes_on(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, INSURED), FollowUp)


def test_a_side_that_is_named_takes_the_place_of_the_one_before(mean: Mean) -> None:
    meant = mean("那保额呢", INSURED)
    assert isinstance(meant, FollowUp)
    assert meant.facets == ("how-much",)


def test_whoever_goes_to_ask_somebody_first_is_let_go(mean: Mean) -> None:
    assert isinstance(mean("我回去问问护士长", INSURED), Told)
