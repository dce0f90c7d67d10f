"""A reader of the shipped knowledge, and the program from text to money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.sums import Program, marks
from bot.counting.combine import combine
from bot.counting.tree import Counting
from bot.model.knowledge import Knowledge
from bot.model.tally import Doubt, Spell, Tally

Read = Callable[[str], Counting]
Shown = list[tuple[int, int, str, int, str | None]]
InTally = list[tuple[int, int, str | None]]
OfWhom = list[tuple[int, str, int, str | None]]
D, O = "direct-contact", "other-epidemic"  # noqa: E741


def shown(counting: Counting) -> Shown:
    """Spells in short: low, high, person, people, role."""
    return [(s.low, s.high, s.person, s.people, dict(s.facts).get("role")) for s in counting.spells]


def of_whom(counting: Counting) -> OfWhom:
    """Spells in short: days, person, people, the initial of the role."""
    return [(s.low, s.person, s.people, {D: "D", O: "O"}.get(dict(s.facts).get("role", ""))) for s in counting.spells]


def spell(days: int, person: str = "", dates: tuple[tuple[int, int], ...] = ()) -> Spell:
    """A spell of so many days."""
    return Spell("days", days, days, person, days=dates)


def after(read: Read, *turns: str) -> Tally | Doubt:
    """The tally after some messages."""
    tally = Tally()
    for turn in turns[:-1]:
        step = combine(tally, read(turn))
        assert isinstance(step, Tally), (turn, step)
        tally = step
    return combine(tally, read(turns[-1]))


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


def tally_of(program: Program, *turns: str, wanted: str = "days months") -> Tally | Doubt:
    """The tally after some messages, each read as one that goes on from those before."""
    tally: Tally | Doubt = Tally()
    for turn in turns:
        assert isinstance(tally, Tally), turn
        text = program.standard(turn)
        goes_on, asked = bool(tally.spells), frozenset(wanted.split())
        counted = tally.spells[-1].fact if goes_on else ""
        counting = program.reader.read(
            text, marks(text), year=2020, wanted=asked, goes_on=goes_on, crowd=tally.crowd, counted=counted,
            told_before=tally.spells[0].low if len(tally.spells) == 1 else 0,
        )
        tally = combine(tally, counting)
    return tally


def in_tally(tally: Tally | Doubt) -> InTally:
    """Spells in short: how many, for how many people, at which work."""
    assert isinstance(tally, Tally), tally
    roles = {"direct-contact": "D", "other-epidemic": "O", None: None}
    return [(s.low, s.people, roles[dict(s.facts).get("role")]) for s in tally.spells]
