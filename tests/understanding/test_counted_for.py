"""What pays by the months that a message counts, after another sum."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.model.tally import Spell, Tally
from bot.understanding.intents import Ask, FollowUp
from tests.understanding.conftest import Mean

DAYS = Tally(spells=(Spell("days", 26, 26, facts=(("role", "direct-contact"),)),))
PAID = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), tally=DAYS)


@pytest.mark.parametrize("text", ["慰问金四个月一共多少", "慰问金领了四个月", "四个月的慰问金合计多少"])
def test_months_of_money_that_is_named_are_counted_by_themselves(text: str, mean: Mean) -> None:
    assert mean(text, PAID) == Ask(("condolence-money",))


def test_months_put_on_top_are_added_to_the_sum(mean: Mean) -> None:
    assert isinstance(mean("再加四个月慰问金一共多少", PAID), FollowUp)
