"""Which facts a message states."""

from __future__ import annotations

from bot.compiled.keys import OptionKey
from bot.language.patterns import Found
from bot.understanding.stated import most_specific


def test_of_two_options_the_one_whose_pattern_says_most_is_meant() -> None:
    """不在病房 says more than 病房."""
    found = {
        OptionKey("role", "ward"): Found(2, 4, (1, 2)),
        OptionKey("role", "other"): Found(0, 4, (2, 4)),
        OptionKey("staff", "yes"): Found(5, 9, (1, 4)),
    }
    assert most_specific(found) == {"role": "other", "staff": "yes"}
    assert most_specific(dict(reversed(found.items()))) == {"role": "other", "staff": "yes"}


def test_of_equal_ones_the_first_stays() -> None:
    found = {OptionKey("role", "other"): Found(0, 2, (1, 2)), OptionKey("role", "ward"): Found(3, 5, (1, 2))}
    assert most_specific(found) == {"role": "other"}


def test_nothing_said_nothing_stated() -> None:
    assert most_specific({}) == {}
