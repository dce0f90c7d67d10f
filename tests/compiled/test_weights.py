"""Every number that weighs one kind of evidence against another."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, asdict, fields
from pathlib import Path

import pytest

import bot
from bot.compiled.weights import WEIGHTS, Weights

SOURCES = "\n".join(file.read_text(encoding="utf-8") for file in Path(bot.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", [field.name for field in fields(Weights)])
def test_each_weight_weighs_something(name: str) -> None:
    assert f"weights.{name}" in SOURCES


BELOW_EVEN = {"hardly_covered", "left_open", "point_other_case"}
"""Places on the side of a scale that speaks against, and what weighs against; all others weigh for, or are on that side."""


def test_weights_are_finite_and_never_change_while_running() -> None:
    weights = asdict(WEIGHTS)
    assert all(math.isfinite(value) for value in weights.values())
    assert {name for name, value in weights.items() if value < 0} == BELOW_EVEN
    with pytest.raises(FrozenInstanceError):
        WEIGHTS.sure = 0.0  # type: ignore[misc]


def test_degrees_of_being_typical_are_in_order() -> None:
    assert 0 < WEIGHTS.faintly < WEIGHTS.typical < WEIGHTS.plainly
    assert WEIGHTS.doubtful < WEIGHTS.sure
