"""What was counted in a conversation: spells of days or months, whose, under which facts; and what keeps a sum from being told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

Said = tuple[tuple[str, str], ...]
"""Facts as pairs of fact id and option id."""

SELF = ""
"""The person of a spell that is the asker's own."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Units counted for one person, or for each of ``people``. ``low`` and ``high`` differ for an approximate count.

    ``person`` is the word they were named by, SELF for the asker; ``facts`` are what was said of this spell; ``working`` says how it was
    counted where that is not plain (2月1日到2月25日; 2 × 14; 30 − 4). ``days`` are its stretches by the calendar, as ordinals of their
    first and last days, where it was told so; ``month`` is the one in which so many days were told to lie (三月18天), 0 if in none.
    ``apart`` names facts that were told beside it of others only, and so say nothing of it.
    ``out_of`` is the number of a group of which this one alone is shown for now (一个人能拿多少); 0 if it is not.
    """

    fact: str
    low: int
    high: int
    person: str = SELF
    people: int = 1
    facts: Said = ()
    working: str = ""
    days: tuple[tuple[int, int], ...] = ()
    month: int = 0
    out_of: int = 0
    apart: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


class Reason(StrEnum):
    """Why a count cannot be told: each stands for one question."""

    UNPLACED = "unplaced"
    """A number of the message has no role."""
    MONTHS = "months"
    """Months were told where days are counted."""
    HALVES = "halves"
    """Half a unit."""
    ROUGHLY = "roughly"
    """About so many, without bounds."""
    DATES = "dates"
    """Dates that do not exist, run backwards, or leave the month or the year open."""
    OUT_OF_RANGE = "out-of-range"
    """None, fewer than none, or more than there can be."""
    TOO_LONG = "too-long"
    """More days than the week or the month that they are told of has."""
    OVERLAP = "overlap"
    """The same days were told twice."""
    WHICH_SPELL = "which-spell"
    """It is not clear which spell is meant, or whether a count comes on top."""
    EACH_OR_TOGETHER = "each-or-together"
    """Several people and one count: each, or all of them together?"""
    NO_DAYS = "no-days"
    """Somebody is spoken of whose days were not told."""
    NEXT_DAYS = "next-days"
    """Work was told that came after the days told, and not how many days of it there were."""
    NO_SUCH_DAY = "no-such-day"
    """A date that the calendar does not have."""
    NO_SUCH_RATE = "no-such-rate"
    """A rate that the documents do not give."""
    HOW_OFTEN = "how-often"
    """So many days of each week or round were told, and not how many of these there were."""
    DAYS_OFF = "days-off"
    """Days not worked: within what was counted, or besides?"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why no sum is told, what was said, and the number fact to ask for.

    ``began`` and ``began_as`` are as in a tally, if a first day was told with it. ``each`` is how many days of every ``period`` of
    days were told (6 of 7; period 0: of every round) whose number is asked for. ``off`` is how many days off were told of which it is
    asked whether they are within what was counted. ``told`` are spells told with it that stand all the same, and ``opened`` the work of
    the stretch behind them whose days are asked for.
    """

    reason: Reason
    fact: str
    said: str = ""
    began: int = 0
    began_as: Said = ()
    each: int = 0
    period: int = 0
    off: int = 0
    told: tuple[Spell, ...] = ()
    opened: Said = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """``spells`` are what the sum in hand is made of; ``earlier`` were counted before and may be taken up again (全算上).

    ``doubt`` is what kept the last count from being told, until another is.
    ``crowd``: how many people were told of, be their days told or not, while the money counted for each is the matter in hand.
    ``told``: all of it was only told, and nothing was asked yet.
    ``began`` is the ordinal of a first day whose last is still to be told, ``began_as`` what was said of it.
    ``works`` are what several people were told to do before any of their days were.
    ``opened`` is what was told of a stretch whose days are still to be told.
    """

    spells: tuple[Spell, ...] = ()
    earlier: tuple[Spell, ...] = ()
    began: int = 0
    began_as: Said = ()
    doubt: Doubt | None = None
    told: bool = False
    crowd: int = 0
    works: tuple[tuple[str, Said], ...] = ()
    opened: Said = ()

    def of(self, fact: str) -> tuple[Spell, ...]:
        """The spells of one number fact."""
        return tuple(spell for spell in self.spells if spell.fact == fact)

    def with_facts(self, facts: Said) -> Tally:
        """All spells under facts stated anew, where they do not differ in them."""
        if not self.spells:
            return self
        told = {name for name, _ in facts}
        for name in told:
            if len({dict(spell.facts).get(name) for spell in self.spells}) > 1:
                return self
        spells = (
            replace(spell, facts=tuple(sorted({**dict(spell.facts), **dict(facts)}.items()))) for spell in self.spells
        )
        return replace(self, spells=tuple(spells))
