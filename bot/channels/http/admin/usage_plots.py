"""Counters made into plots: heights for the bars, words for the tables. Small numbers are told as “<5” in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.channels.http.admin import admin_wording
from bot.dialogue.commands import JUDGING
from bot.storage.usage import Counted

FEW = 5
"""Fewer turns than this could be one person's."""

_WEEKLY_FROM = 91
_WEEK = 7
_MOST_ROWS = 25


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, the number as it is told, and how much of the plot it fills, from 0 to 1."""

    name: str
    told: str
    share: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars with what they are of."""

    title: str
    of: str
    bars: tuple[Bar, ...]
    most: str


def over_time(counted: Mapping[Counted, int], until: date, days: int) -> Plot:
    """Turns a day, or a week where the days are many."""
    step = _WEEK if days >= _WEEKLY_FROM else 1
    turns = Counter[date]()
    first = until - timedelta(days=days - 1)
    for what, number in counted.items():
        turns[first + timedelta(days=(what.day - first).days // step * step)] += number
    starts = [first + timedelta(days=passed) for passed in range(0, days, step)]
    title, of = (admin_wording.BY_DAY, admin_wording.DAY) if step == 1 else (admin_wording.BY_WEEK, admin_wording.WEEK)
    return _plot(title, of, [(day.isoformat(), turns[day]) for day in starts])


def by(dimension: str, counted: Mapping[Counted, int], names: Mapping[str, str], nothing: str) -> Plot:
    """Turns by channel, decision, region or topic, the most first; ``nothing`` names those without one."""
    turns = Counter[str]()
    for what, number in counted.items():
        turns[getattr(what, dimension)] += number
    rows = [(names.get(name, name) or nothing, number) for name, number in turns.most_common(_MOST_ROWS)]
    return _plot(admin_wording.DIMENSIONS[dimension], admin_wording.DIMENSIONS[dimension], rows)


def parted(counted: Mapping[Counted, int]) -> tuple[dict[Counted, int], dict[Counted, int]]:
    """The turns, and beside them what was thought of answers."""
    turns = {what: number for what, number in counted.items() if what.decision not in JUDGING}
    return turns, {what: number for what, number in counted.items() if what not in turns}


def of_use(judged: Mapping[Counted, int]) -> Plot:
    """How many answers were found of use, and how many of none."""
    found = Counter[str]()
    for what, number in judged.items():
        found[what.decision] += number
    rows = [(name, found[judgment]) for judgment, name in admin_wording.JUDGMENTS.items()] if found else []
    return _plot(admin_wording.JUDGED, admin_wording.JUDGED, rows)


def told(number: int) -> str:
    """A number as it may be shown.

    >>> told(0), told(4), told(5)
    ('0', '<5', '5')
    """
    return admin_wording.FEW if 0 < number < FEW else str(number)


def _plot(title: str, of: str, rows: Iterable[tuple[str, int]]) -> Plot:
    rows = list(rows)
    most = max((number for _, number in rows), default=0)
    top = max(most, FEW)
    bars = tuple(Bar(name, told(number), (FEW / 2 if 0 < number < FEW else number) / top) for name, number in rows)
    return Plot(title, of, bars, told(most))
