"""A reader of the shipped knowledge, and the program from text to money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.sums import Program, marks
from bot.counting.tree import Counting
from bot.model.knowledge import Knowledge

Read = Callable[[str], Counting]


@pytest.fixture(scope="session")
def program(knowledge: Knowledge) -> Program:
    """From text to money, with marks for the places that the oracle knows."""
    return Program(knowledge)


@pytest.fixture(scope="session")
def read(program: Program) -> Read:
    """What a message counts, asked about the money by the day."""

    def reading(said: str) -> Counting:
        text = program.standard(said)
        return program.reader.read(text, marks(text), year=2020, wanted=frozenset({"days"}), tiers=program.tiers)

    return reading
