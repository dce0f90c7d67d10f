"""From a text to its tokens: every number with what it is, or among those that have no role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.counting.people_tokens import heads_in, persons_in
from bot.counting.tokens import Tiers, Tokens, blank
from bot.counting.tree import Count, Mark, Rate, Rounds, Word
from bot.counting.words import WordFinder
from bot.language.clauses import clauses_of
from bot.language.counts_or_not import asks_how_many, cared_for, lasts, points_back, the_other_day
from bot.language.crews import LISTED_NAME, heads
from bot.language.date_spans import DAY_UNITS, MONTH_UNITS, SHORTEST_MONTH, Kind, Span, told
from bot.language.dates import calendar
from bot.language.durations import Duration, DurationReader, Unit, and_a_half, rounds
from bot.language.months_and_money import (
    A_DAY_OF_MONEY,
    IN_DAYS,
    LUNAR_MONTH,
    RATE_BEFORE,
    RATE_NAMED,
    WORKING_FOR,
    days_within_half,
    is_count_by_month,
    money_aside,
    months_of_money,
    of_tax,
)
from bot.language.numerals import NUMERAL_CHARACTERS, RUN, Bounds, bounds_of, times_tables, value_of
from bot.language.other_numbers import MONTH_LABEL, harmless, other_numbers, words_with_numerals
from bot.language.rounds_and_parts import (
    A_SHIFT_OF_DAYS,
    DAILY,
    EVERY_SO_OFTEN,
    FIRST,
    IN_ORDER,
    NEXT_IN_ORDER,
    ONE_DAY,
    SO_MANY_SHIFTS,
)
from bot.language.schedules import schedules
from bot.language.shares import shares
from bot.language.taken_off import FULL_ATTENDANCE, asks_if_short, nothing_else, stood_still, took_up_again
from bot.model.fact import Fact
from bot.model.talk import Signal
from bot.model.tally import Doubt, Reason

_NEAR = 4

_RUN = re.compile(RUN)

_TWO = 2

_LEAST_SUM = 1000
"""Yuan from which a figure can be nothing but money."""

_HALF_A_MONTH = range(14, 17)
"""Days that half a month may come to."""

_A_YEAR = 12
"""Months."""

_LEAST_RATE = 10
"""Yuan below which nobody speaks of a day's money."""


class Lexer:
    """Turns text into tokens. Each reader claims what it understands; what nobody claims is unplaced."""

    def __init__(self, facts: Iterable[Fact], signals: Iterable[Signal]) -> None:
        numbers = [fact for fact in facts if fact.kind == "number"]
        self.words = WordFinder(signals)
        units: list[Unit] = [
            (word, fact.id, unit.times) for fact in numbers for unit in fact.counted_in for word in unit.words
        ]
        units += [(word, fact.id, None) for fact in numbers for word in fact.ambiguous_units]
        self._durations = DurationReader(units)
        self.by_day = [fact.id for fact in numbers if fact.unit in DAY_UNITS]
        self.by_month = [fact.id for fact in numbers if fact.unit in MONTH_UNITS]
        money = self.words.pattern("family-money")
        self.months_of_money, self.money_aside = months_of_money(money), money_aside(money)
        self._heads = heads("|".join(map(re.escape, self.words.says("crew"))) or r"(?!)")
        self._rounds = rounds("|".join(map(re.escape, self.words.says("rounds"))) or r"(?!)")

    def read(
        self,
        text: str,
        year: int,
        wanted: frozenset[str],
        marks: Sequence[Mark],
        tiers: Tiers,
        told_otherwise: Callable[[Tokens, str], str],
        goes_on: bool = False,
        last: date | None = None,
        crowd: int = 0,
        counted: str = "",
        told_before: int = 0,
    ) -> Tokens:
        """The tokens of a text. ``told_otherwise`` reads counts that are no number with a unit; ``last`` is the last day told before."""
        tokens = Tokens(text, clauses_of(text), _outside(text, self.words.find(text), marks), year=year, marks=tuple(marks))
        tokens.goes_on, tokens.last, tokens.crowd, tokens.counted = goes_on, last, crowd, counted
        tokens.before = told_before
        left = self._calendar(tokens, text, _without_days_by_month(text, calendar(text, year, last)), wanted)
        told_so = sorted(shares(text), key=lambda share: share.start)
        tokens.shares = [share for share in told_so if not share.of_money]
        left = blank(left, ((share.start, share.end) for share in told_so))
        left = _months_named(tokens, _schedules(tokens, left))
        left = told_otherwise(tokens, blank(left, times_tables(left)))
        left = blank(left, (match.span() for match in A_DAY_OF_MONEY.finditer(left)))
        left = self._rounds_in(tokens, left)
        left = blank(left, other_numbers(left))
        left = heads_in(tokens, left, self._heads)
        left = self._durations_in(tokens, left, wanted)
        listed = [match.span("name") for match in LISTED_NAME.finditer(text)]
        left = blank(left, listed if len(listed) > 1 else ())
        persons_in(tokens)
        left = _rates_in(tokens, left, tiers)
        _leave_over(tokens, left)
        tokens.counts.sort(key=lambda count: count.start)
        return tokens

    def _calendar(self, tokens: Tokens, left: str, spans: Sequence[Span], wanted: frozenset[str]) -> str:
        for span in spans:
            if span.kind is Kind.MONTHS:
                tokens.months.append(span)
                full = FULL_ATTENDANCE.search(tokens.text) is not None and span.parts
                span = replace(span, whole=span.whole or bool(full))
            if span.kind is Kind.DAY:
                tokens.points.append(span)
            elif _only_says_when(tokens, span):
                tokens.labels.append((span.start, span.end))
            else:
                self._dated(tokens, span, wanted)
        return blank(left, ((span.start, span.end) for span in spans))

    def _dated(self, tokens: Tokens, span: Span, wanted: frozenset[str]) -> None:
        """Days or months of a calendar expression, counted for the fact that is wanted."""
        said = tokens.text[span.start : span.end]
        paid = bool(tokens.in_clause(span.start, "by-month"))
        monthly = span.kind is Kind.MONTHS and (paid or not wanted.isdisjoint(self.by_month))
        worked = span.whole and tokens.marks and not paid
        if monthly and not worked and (paid or wanted.isdisjoint(self.by_day) or not span.whole):
            number, facts = span.months, self.by_month
        else:
            number, facts = (0 if span.kind is Kind.MONTHS and not span.whole else span.days), self.by_day
        for fact in facts:
            if number:
                days = tuple((first.toordinal(), last.toordinal()) for first, last in span.parts)
                working = "" if facts is self.by_month else told(span)
                tokens.counts.append(Count(span.start, span.end, fact, number, number, True, working, parts=days))
            elif fact in wanted or not wanted:
                bad = Reason.MONTHS if span.kind is Kind.MONTHS and span.months else Reason.DATES
                tokens.doubts.append(Doubt(bad, fact, said))

    def _rounds_in(self, tokens: Tokens, left: str) -> str:
        claimed = _in_order(tokens, left)
        left = blank(left, claimed)
        for match in self._rounds.finditer(left):
            if match.group("label"):
                tokens.labels.append(match.span())
            elif match.group("per"):
                if EVERY_SO_OFTEN.search(tokens.text, 0, match.start()):
                    continue
                tokens.rounds.append(Rounds(match.start(), match.end(), None))
            elif DAILY.search(tokens.text, 0, match.start()):
                continue  # 一天查5次: what other numbers there are is told apart later
            else:
                number = bounds_of(match.group("number") or match.group("inout"))
                if number is None or number.low != number.high or number.low != int(number.low):
                    continue
                if and_a_half(left, match.end()):
                    tokens.doubts.append(Doubt(Reason.HALVES, "", left[match.start() : match.end() + 1]))
                tokens.rounds.append(Rounds(match.start(), match.end(), int(number.low)))
            claimed.append(match.span())
        return _shifts_of_days(tokens, blank(left, claimed))

    def _durations_in(self, tokens: Tokens, left: str, wanted: frozenset[str]) -> str:
        left = blank(left, tokens.labels)
        claimed = []
        found = list(self._durations.find(left))
        tokens.durations = len(found)
        for duration in found:
            self._counted(tokens, duration, wanted)
            claimed.append((duration.start, duration.end))
        return blank(left, claimed)

    def _counted(self, tokens: Tokens, duration: Duration, wanted: frozenset[str]) -> None:
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
            if wanted and not set(facts) - set(self.by_month):
                return
        known = [(fact, value) for fact in facts if (value := duration.values[fact]) is not None]
        if known and self._sums_up_months(tokens, duration, known[0][0]):
            tokens.months_together = True
        elif known:
            _count(tokens, duration, *known[0])
        elif not (_restates_months(tokens, duration, self.by_month) or tokens.just_after(duration.end, "window", within=0)):
            said = tokens.text[duration.start : duration.end]
            if _rests_between(tokens, duration):
                return
            if tokens.just_after(duration.end, "total", within=0):
                tokens.months_together = True
                return
            tokens.doubts += [Doubt(Reason.MONTHS, fact, said) for fact in facts or list(duration.values)[:1]]

    def _of_a_years_money(self, tokens: Tokens, duration: Duration, wanted: frozenset[str]) -> bool:
        """Whether what money by the month comes to in a year is asked: 慰问金，一年下来多少."""
        months = [value.low for fact in self.by_month if (value := duration.values.get(fact)) is not None]
        spoken_of = tokens.said("by-month") or not wanted.isdisjoint(self.by_month) or tokens.counted in self.by_month
        return _A_YEAR in months and bool(spoken_of) and wanted.isdisjoint(self.by_day)

    def _of_a_life(self, tokens: Tokens, duration: Duration) -> bool:
        """Whether years are told beside days, of neither the money nor the work: 还有2年退休，病房干了19天."""
        months = [value.low for fact in self.by_month if (value := duration.values.get(fact))]
        years = [number for number in months if number >= _A_YEAR and not number % _A_YEAR]
        told = tokens.in_clause(duration.start, "worked", "by-month", "total") or tokens.in_clause_marks(duration.start)
        beside = tokens.durations > 1 or bool(tokens.marks)
        return bool(years) and beside and not told and not tokens.said("by-month") and tokens.counted not in self.by_month

    def _sums_up_months(self, tokens: Tokens, duration: Duration, fact: str) -> bool:
        """Whether months only name all days told in them: 2月11天 — 3月15天 — 4月6天，三个月一起多少."""
        by_day = tokens.goes_on and tokens.counted in self.by_day and any(count.fact in self.by_day for count in tokens.counts)
        total = tokens.just_after(duration.end, "total", within=1)
        return fact in self.by_month and by_day and total is not None and not tokens.said("by-month")

    def _unasked(self, tokens: Tokens, duration: Duration) -> list[str]:
        """What a duration counts for where nothing is asked for: months of work told are days, unless monthly money is spoken of."""
        open_ = [fact for fact, value in duration.values.items() if value is None]
        if open_ and tokens.marks and not tokens.said("by-month"):
            return open_
        return [fact for fact, value in duration.values.items() if value is not None] or list(duration.values)


def _without_days_by_month(text: str, spans: Sequence[Span]) -> list[Span]:
    """Those without "dates" that are days of a month in a list of such: 二月做了9日，三月11日，四月5日."""
    return [span for span in spans if not (span.kind is not Kind.MONTHS and is_count_by_month(text, span.start, span.end))]


def _shifts_of_days(tokens: Tokens, left: str) -> str:
    """14天一班，上了两班: shifts of more than a day each are rounds."""
    per = [match for match in A_SHIFT_OF_DAYS.finditer(left) if not ONE_DAY.search(left, 0, match.start())]
    if not per:
        return left
    left = blank(left, (match.span() for match in per))
    tokens.rounds += [Rounds(match.start(), match.end(), None) for match in per]
    many = [(match, bounds_of(match.group("number"))) for match in SO_MANY_SHIFTS.finditer(left)]
    told = [(match, int(number.low)) for match, number in many if number is not None and number.low == number.high]
    tokens.rounds += [Rounds(match.start(), match.end(), number) for match, number in told]
    return blank(left, (match.span() for match, _ in told))


def _in_order(tokens: Tokens, left: str) -> list[tuple[int, int]]:
    """Spells told by their order, which are no numbers of rounds: 头回5天二回7天, 第一周5天第二周6天."""
    found = list(NEXT_IN_ORDER.finditer(left))
    if len(found) < _TWO or found[0].group("label")[0] not in FIRST:
        found = []
    spans = [match.span() for match in found]
    spans += [m.span() for m in IN_ORDER.finditer(left) if not any(m.start() < b and a < m.end() for a, b in spans)]
    tokens.labels += spans
    return spans


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
        tokens.doubts.append(Doubt(Reason.HALVES, fact, said))
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


def _outside(text: str, words: list[Word], marks: Sequence[Mark]) -> list[Word]:
    """Words without those of rest that are part of a fact (隔离病房), of people cared for (给居家隔离的), or of tax (扣完税)."""
    words = [word for word in words if "takes-off" not in word.ids or not _takes_off_no_days(text, word)]
    return [word for word in words if "idle" not in word.ids or not (cared_for(text, word.start) or any(_inside(word, m) for m in marks))]


def _takes_off_no_days(text: str, word: Word) -> bool:
    """Whether a word for taking something off is of tax, of other money, or of too little that was paid."""
    return of_tax(text, word.end) or nothing_else(text, word.end) or asks_if_short(text, word.start, word.end)


def _inside(word: Word, mark: Mark) -> bool:
    return mark.start <= word.start and word.end <= mark.end and (mark.start, mark.end) != (word.start, word.end)


def _leave_over(tokens: Tokens, left: str) -> None:
    """The numbers that nobody claimed."""
    left = blank(left, _money_named(left))
    left = blank(left, words_with_numerals(left))
    left = blank(left, ((word.start, word.end) for word in tokens.words))
    tokens.unplaced += [m.span() for m in _RUN.finditer(left) if not harmless(m.group())]


def _schedules(tokens: Tokens, left: str) -> str:
    """Days of the week, with the words that belong to them."""
    tokens.schedules = list(schedules(left))
    spans = [(found.start, found.end) for found in tokens.schedules]
    tokens.words = [w for w in tokens.words if not any(a < w.end and w.start < b for a, b in spans)]
    return blank(left, spans)


def _months_named(tokens: Tokens, left: str) -> str:
    """Months named alone, as in 2月22天: they tell counts apart."""
    named = [match.span() for pattern in (MONTH_LABEL, LUNAR_MONTH) for match in pattern.finditer(left)]
    tokens.labels = sorted([*tokens.labels, *named])
    return blank(left, named)


def _only_says_when(tokens: Tokens, span: Span) -> bool:
    """Whether half a month only says when so many days were that are told beside it: 二月上半月采样8天."""
    days = days_within_half(tokens.text, span.start, span.end)
    return days > 0 and not tokens.said("idle", "takes-off", "of-which", "within", "rest", "roughly", start=span.end, end=days)


def _rates_in(tokens: Tokens, left: str, tiers: Tiers) -> str:
    """Figures that are rates: by the day, or said right after a person. One that the documents lack is a doubt, hearsay is none."""
    claimed: list[tuple[int, int]] = []
    for match in _RUN.finditer(left):
        value = bounds_of(match.group())
        if (
            value is None
            or value.low != value.high
            or value.low < _LEAST_RATE
            or not (_is_rate(tokens, match, value.low in tiers) or _beside_a_rate(match, claimed, value.low in tiers))
        ):
            continue
        claimed.append(match.span())
        facts = None if RATE_BEFORE.search(tokens.text, 0, match.start()) else tiers.get(int(value.low))
        if facts is not None:
            tokens.rates.append(Rate(match.start(), match.end(), facts))
        elif value.low not in tiers and not tokens.said("hearsay", end=match.start()):
            tokens.doubts.append(Doubt(Reason.NO_SUCH_RATE, "", match.group()))
    return blank(left, claimed)


def _money_named(left: str) -> Iterator[tuple[int, int]]:
    """Sums that somebody has heard of or worked out (是不是两万二): no count of days is as large."""
    for match in _RUN.finditer(left):
        value = value_of(match.group())
        if value is not None and value >= _LEAST_SUM:
            yield match.span()


def _is_rate(tokens: Tokens, match: re.Match[str], known: bool) -> bool:
    by_day = tokens.just_before(match.start(), "per-day", within=1) or tokens.just_after(
        match.end(), "per-day", within=2
    )
    if known and RATE_NAMED.match(tokens.text, match.end()):
        return True
    whose = any(0 <= match.start() - person.end <= 1 for person in tokens.persons)
    return by_day is not None or (known and whose)


def _beside_a_rate(match: re.Match[str], claimed: Iterable[tuple[int, int]], known: bool) -> bool:
    """Whether a figure that documents give stands right behind a rate: 一天两百|三百."""
    return known and any(end == match.start() for _, end in claimed)
