"""Lengths of time: which of them are counts, and of what."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting.tokens import NumberFacts, Tokens, blank
from bot.counting.tree import Count
from bot.language.counts_or_not import asks_how_many, lasts, points_back, the_other_day
from bot.language.date_spans import SHORTEST_MONTH
from bot.language.durations import Duration, DurationReader, Unit
from bot.language.months_and_money import IN_DAYS, WORKING_FOR
from bot.language.numerals import NUMERAL_CHARACTERS, Bounds, bounds_of
from bot.language.taken_off import FULL_ATTENDANCE, stood_still, took_up_again
from bot.model.tally import Doubt, Reason

_NEAR = 4

_HALF_A_MONTH = range(14, 17)
"""Days that half a month may come to."""

_A_YEAR = 12
"""Months."""


class DurationLexer:
    """Reads lengths of time. Built once per snapshot."""

    def __init__(self, units: Sequence[Unit], facts: NumberFacts) -> None:
        self._durations = DurationReader(units)
        self._facts = facts

    def read(self, tokens: Tokens, left: str, wanted: frozenset[str]) -> str:
        """The text without its lengths of time, each counted for what it counts, for the facts that are wanted first."""
        left = blank(left, tokens.labels)
        claimed = []
        found = list(self._durations.find(left))
        tokens.durations = len(found)
        for duration in found:
            self._take(tokens, duration, wanted)
            claimed.append((duration.start, duration.end))
        return blank(left, claimed)

    def _take(self, tokens: Tokens, duration: Duration, wanted: frozenset[str]) -> None:
        """A duration under the fact it counts for: a wanted one whose unit says how many, else any that does."""
        if _is_no_count(tokens, duration) and not self._of_a_years_money(tokens, duration, wanted):
            return
        if _half_a_month_in_days(tokens, duration) or self._of_a_life(tokens, duration):
            return
        facts = [fact for fact in duration.values if fact in wanted]
        if len(facts) > 1:
            facts = self._unasked(tokens, duration)
        if not facts:
            facts = self._unasked(tokens, duration)
            if wanted and not set(facts) - set(self._facts.by_month):
                return
        known = [(fact, value) for fact in facts if (value := duration.values[fact]) is not None]
        if known and self._sums_up_months(tokens, duration, known[0][0]):
            tokens.months_together = True
        elif known:
            _count(tokens, duration, *known[0])
        elif not (_restates_months(tokens, duration, self._facts.by_month) or tokens.just_after(duration.end, "window", within=0)):
            said = tokens.text[duration.start : duration.end]
            if _rests_between(tokens, duration):
                return
            if tokens.just_after(duration.end, "total", within=0):
                tokens.months_together = True
                return
            tokens.doubts += [Doubt(Reason.MONTHS, fact, said) for fact in facts or list(duration.values)[:1]]

    def _of_a_years_money(self, tokens: Tokens, duration: Duration, wanted: frozenset[str]) -> bool:
        """Whether what money by the month comes to in a year is asked: 慰问金，一年下来多少."""
        months = [value.low for fact in self._facts.by_month if (value := duration.values.get(fact)) is not None]
        spoken_of = tokens.said("by-month") or not wanted.isdisjoint(self._facts.by_month) or tokens.counted in self._facts.by_month
        return _A_YEAR in months and bool(spoken_of) and wanted.isdisjoint(self._facts.by_day)

    def _of_a_life(self, tokens: Tokens, duration: Duration) -> bool:
        """Whether years are told beside days, of neither the money nor the work: 还有2年退休，病房干了19天."""
        months = [value.low for fact in self._facts.by_month if (value := duration.values.get(fact))]
        years = [number for number in months if number >= _A_YEAR and not number % _A_YEAR]
        told = tokens.in_clause(duration.start, "worked", "by-month", "total") or tokens.in_clause_marks(duration.start)
        beside = tokens.durations > 1 or bool(tokens.marks)
        return bool(years) and beside and not told and not tokens.said("by-month") and tokens.counted not in self._facts.by_month

    def _sums_up_months(self, tokens: Tokens, duration: Duration, fact: str) -> bool:
        """Whether months only name all days told in them: 2月11天 — 3月15天 — 4月6天，三个月一起多少."""
        days_told = any(count.fact in self._facts.by_day for count in tokens.counts)
        by_day = tokens.goes_on and tokens.counted in self._facts.by_day and days_told
        total = tokens.just_after(duration.end, "total", within=1)
        return fact in self._facts.by_month and by_day and total is not None and not tokens.said("by-month")

    def _unasked(self, tokens: Tokens, duration: Duration) -> list[str]:
        """What a duration counts for where nothing is asked for: months of work told are days, unless monthly money is spoken of."""
        open_ = [fact for fact, value in duration.values.items() if value is None]
        if open_ and tokens.marks and not tokens.said("by-month"):
            return open_
        return [fact for fact, value in duration.values.items() if value is not None] or list(duration.values)


def _rests_between(tokens: Tokens, duration: Duration) -> bool:
    """Whether a length that is no count is a rest between rounds told by their order: 头一轮9天，歇半个月，第二轮9天."""
    idle = tokens.just_before(duration.start, "idle", within=1)
    if (idle or stood_still(tokens.text[: duration.start])) and tokens.counts and took_up_again(tokens.text[duration.end :]):
        return True  # 做了38天，中间停了一个月，又接着做了26天
    ordered = any(end <= duration.start for _, end in tokens.labels) and any(start >= duration.end for start, _ in tokens.labels)
    return idle is not None and ordered and not tokens.in_clause(duration.start, "within")


def _is_no_count(tokens: Tokens, duration: Duration) -> bool:
    """Whether a duration is what money is given for (一天多少), money itself (扣了5天工资), or asks all months told for."""
    if duration.single and (_is_a_day(tokens, duration) or _in_full(tokens, duration)):
        return True
    if duration.single and asks_how_many(tokens.text[: duration.start]):
        return True
    if _the_other_day(tokens, duration) or lasts(tokens.text[: duration.start]):
        return True
    if tokens.just_after(duration.end, "pay", within=1):
        docked = tokens.just_before(duration.start, "takes-off", within=1)
        tokens.words = [word for word in tokens.words if word is not docked]
        return True
    if None in duration.values.values() and tokens.labels and tokens.just_after(duration.end, "total", within=4):
        tokens.months_together = True
        return True
    return False


def _count(tokens: Tokens, duration: Duration, fact: str, value: Bounds) -> None:
    """The count of a duration, and what keeps it from being summed."""
    said = tokens.text[duration.start : duration.end]
    rough = duration.loose or tokens.roughly(duration.start, duration.end)
    if duration.negative or value.low <= 0:
        tokens.doubts.append(Doubt(Reason.OUT_OF_RANGE, fact, said))
    elif value.low != int(value.low) or value.high != int(value.high):
        in_days = [name for name, other in duration.values.items() if other is None]
        months_of_work = in_days and tokens.marks and not tokens.said("by-month")
        tokens.doubts.append(Doubt(Reason.MONTHS, in_days[0], said) if months_of_work else Doubt(Reason.HALVES, fact, said))
        if months_of_work:
            return
    elif rough and value.low == value.high:
        tokens.doubts.append(Doubt(Reason.ROUGHLY, fact, said))
    tokens.counts.append(
        Count(duration.start, duration.end, fact, value.low, value.high, False, duration.parts, duration.per_head)
    )


def _restates_months(tokens: Tokens, duration: Duration, by_month: Sequence[str]) -> bool:
    """Whether a number of months only sums up those just named (二月三月两个月), or is told in days right after (一个月31天)."""
    after = IN_DAYS.match(tokens.text, duration.end)
    days = bounds_of(after.group("number")) if after else None
    told = [value for fact in by_month if (value := duration.values.get(fact)) is not None]
    if not told or told[0].low != told[0].high:
        return days is not None and days.low >= SHORTEST_MONTH
    number = told[0].low
    if days is not None and SHORTEST_MONTH * number <= days.low <= days.high <= 31 * number:
        return True
    if any(count.dated and 0 <= count.start - duration.end <= _NEAR for count in tokens.counts):
        return True
    named = sum(span.months for span in tokens.months if span.end <= duration.start)
    if named == number and points_back(tokens.text, duration.start):
        return True
    return any(span.months == number and 0 <= duration.start - span.end <= _NEAR for span in tokens.months)


def _half_a_month_in_days(tokens: Tokens, duration: Duration) -> bool:
    """Whether half a month is told in days right behind it: 半个月15天; 半个月，就按十五天算."""
    after = IN_DAYS.match(tokens.text, duration.end)
    days = bounds_of(after.group("number")) if after else None
    halves = None in duration.values.values() and any(value == Bounds(0.5, 0.5) for value in duration.values.values())
    return halves and days is not None and days.low == days.high and days.low in _HALF_A_MONTH


def _is_a_day(tokens: Tokens, duration: Duration) -> bool:
    """Whether 一天 is what is given a day (一天多少, 干一天给多少), and no count of one (干了一天)."""
    if WORKING_FOR.search(tokens.text, 0, duration.start) and tokens.just_after(duration.end, "a-day-after", within=0):
        return True
    if tokens.just_before(
        duration.start, "one-means-one", "worked", "roughly", "idle", "of-which", "takes-off", within=1
    ):
        return False
    if _a_month_paid(tokens, duration):
        return False
    near = tokens.just_before(duration.start, "a-day-before", within=0) or tokens.just_after(
        duration.end, "a-day-after", within=2
    )
    digits = tokens.text[max(0, duration.start - 1) : duration.start] + tokens.text[duration.end : duration.end + 1]
    return (
        near is not None
        or not NUMERAL_CHARACTERS.isdisjoint(digits)
        or (_of_one(duration) and not tokens.said("adds", "rest"))
    )


def _the_other_day(tokens: Tokens, duration: Duration) -> bool:
    """Whether 前两天 only says when something was, where no other days and no sum are told: 前两天开刀，要自己垫吗."""
    alone = tokens.durations == 1 and not tokens.counts
    going_on = tokens.said("total", "later", "rest", "worked", "each", start=duration.end)
    going_on += [word for word in tokens.said("per-day", start=duration.end) if word.end - word.start > 1]  # no 今|天
    return alone and not going_on and the_other_day(tokens.text, duration.start, duration.end)


def _in_full(tokens: Tokens, duration: Duration) -> bool:
    """Whether one day only says that none was missed: 没放过一天假."""
    return any(m.start() < duration.end and duration.start < m.end() for m in FULL_ATTENDANCE.finditer(tokens.text))


def _a_month_paid(tokens: Tokens, duration: Duration) -> bool:
    """Whether one month is told of money to be added to other (采样9天，慰问金一个月，一共多少)."""
    paid = None in duration.values.values() and tokens.just_before(duration.start, "by-month", within=0)
    asked = tokens.just_after(duration.end, "a-day-after", within=2)
    rate = tokens.text[duration.end : duration.end + 1] in NUMERAL_CHARACTERS
    return bool(paid and not asked and not rate and tokens.said("total", "everything", "put-in"))


def _of_one(duration: Duration) -> bool:
    """Whether it is spelled-out "one" of the very unit that is counted (一天, 一个月; not 一周)."""
    return duration.spelled and all(value is None or value.high <= 1 for value in duration.values.values())
