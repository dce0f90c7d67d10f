"""The one policy for waiting between tries."""

from __future__ import annotations

from itertools import islice

from bot.channels.telegram.backoff import Backoff


def test_pauses_double_up_to_the_longest() -> None:
    assert list(islice(Backoff(0.5, 3.0).pauses(), 5)) == [0.5, 1.0, 2.0, 3.0, 3.0]


def test_pauses_in_all_stay_within_the_total() -> None:
    assert list(Backoff(1.0, 15.0, 30.0).pauses_in_all()) == [1.0, 2.0, 4.0, 8.0, 15.0]
    assert list(Backoff(1.0, 15.0, 0.0).pauses_in_all()) == []
