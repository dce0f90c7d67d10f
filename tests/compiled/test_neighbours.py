"""Sentences are compared as wholes with those of two sides."""

from __future__ import annotations

import pytest

from bot.compiled.neighbours import fit_neighbours

OURS = [["roof", "shoes", "wind"], ["roof", "shoes", "night"]]
OTHERS = [["roof", "laundry", "sun"], ["shoes", "shop", "sun"]]
FITTED = fit_neighbours([*OURS, *OTHERS], [True, True, False, False])


def test_a_text_is_nearer_to_the_side_whose_sentences_share_more_with_it() -> None:
    assert FITTED.score(["roof", "shoes", "wind"]) > 0 > FITTED.score(["roof", "laundry", "sun"])


def test_what_nobody_has_said_is_near_to_nobody() -> None:
    assert FITTED.score(["unheard"]) == 0.0


def test_without_two_sides_there_is_nothing_to_compare() -> None:
    assert fit_neighbours(OURS, [True, True]).score(["roof"]) == 0.0
    assert fit_neighbours([], []).score(["roof"]) == 0.0


def test_the_likeness_is_between_one_and_minus_one() -> None:
    assert FITTED.score(OURS[0]) == pytest.approx(0.0, abs=1.0)
