"""Counts told otherwise than by a number and a unit: the 40th day, one stroke a day, four on and three off, 天数是64."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Count, Part, Word
from bot.language.counts_or_not import lasts, titled
from bot.language.date_spans import DAY_UNITS, last_of
from bot.language.ends_and_stretches import END_OFF, NTH_DAY, NTH_TO_NTH_DAY, up_to_now
from bot.language.months_and_money import MONTH_NAMED, MONTHLY_SHARE, RECKONED_MONTH, SO_MANY_MONTHS, bare_month
from bot.language.numerals import RUN_OF_NUMERALS, bounds_of
from bot.language.rounds_and_parts import (
    A_WEEK_OFF,
    A_WEEK_SO_MANY,
    BY_WEEKS,
    DOZENS,
    LISTED,
    MARK_A_DAY,
    ON_AND_OFF,
    ON_AND_OFF_BEHIND,
    SHIFTS_APART,
    SO_MANY_SHIFTS_OF_A_KIND,
    SO_MANY_WEEKDAYS,
    TENS_OF_DAYS,
    so_many_marks,
)
from bot.language.set_right import ONE_MORE
from bot.language.taken_off import MONTH_BUT_DAYS, MONTH_LESS, not_given
from bot.model.tally import Doubt, Reason

_MONTHS = 12
_TEN = 10
_WEEK, _DOZEN = 7, 12
_FEW = 2
"""第二天 is but the next day."""

_FAR = 12
_HALF_MONTH, _WHOLE_MONTH = range(14, 17), range(28, 32)
"""Days that half a month, and one, may come to."""


def told_otherwise(tokens: Tokens, left: str, by_day: Sequence[str], titles: Sequence[str]) -> str:
    """Such counts put among the tokens; the text without them."""
    if not by_day:
        return left
    for read in _READERS:
        left = read(tokens, left, by_day[0])
    return _titled(tokens, left, by_day[0], titles)


def _add(tokens: Tokens, fact: str, span: tuple[int, int], said: str) -> bool:
    """Whether a numeral is one whole number, which then is a count."""
    value = bounds_of(said)
    if value is None or value.low != value.high or value.low != int(value.low):
        return False
    tokens.counts.append(Count(*span, fact, value.low, value.low))
    return True


class Money(NamedTuple):
    """What money by the month looks like: so many months of it, and that it is not to be counted."""

    months: re.Pattern[str]
    aside: re.Pattern[str]


def monthly_shares(tokens: Tokens, left: str, by_month: Sequence[str], money: Money) -> str:
    """二月那份慰问金, 家里那一千领了两回: months, where money by the month is spoken of."""
    left = _months_of_money(tokens, left, by_month, money)
    found = MONTHLY_SHARE.finditer(tokens.text)
    named = [m.span() for m in found if tokens.counted in by_month or tokens.in_clause(m.start(), "by-month")]
    free = [span for span in named if by_month and not any(count.start < span[1] and span[0] < count.end for count in tokens.counts)]
    tokens.counts += [Count(*span, by_month[0], 1, 1) for span in free]
    tokens.labels = [label for label in tokens.labels if not any(a <= label[0] < b for a, b in free)]
    return blank(left, free)


def months_in_all(tokens: Tokens, by_month: Sequence[str]) -> None:
    """So many months of money that are just those named one by one are counted once: 二月三月领了，四月后补，三个月一共."""
    money = [count for count in tokens.counts if count.fact in by_month]
    number = next(reversed([*SO_MANY_MONTHS.finditer(tokens.text)]), None)
    named = [m for m in MONTH_NAMED.finditer(tokens.text) if number is not None and m.end() <= number.start()]
    months = len({bare_month(m.group()) for m in named})
    said = _whole(number.group("number")) if number is not None else 0
    if number is None or not money or not months == said > 1 or any(not_given(tokens.text[m.end() :]) for m in named):
        return
    if sum(count.low for count in money) == said:
        return
    whole = Count(number.start(), number.end(), money[0].fact, said, said)
    tokens.counts = sorted([*(count for count in tokens.counts if count not in money), whole], key=lambda count: count.start)
    tokens.doubts[:] = [doubt for doubt in tokens.doubts if doubt.reason is not Reason.DATES]
    tokens.labels = []


def _months_of_money(tokens: Tokens, left: str, by_month: Sequence[str], money: Money) -> str:
    """So many months of the money for the family; said not to be counted, it is none, and takes nothing off."""
    aside = [match.span() for match in money.aside.finditer(tokens.text)]
    claimed = list(aside) if by_month else []
    for match in money.months.finditer(tokens.text):
        said = next(said for said in match.groups() if said)
        inside = any(a < match.end() and match.start() < b for a, b in aside) or lasts(tokens.text[: match.start()])
        if not by_month or inside or any(count.start < match.end() and match.start() < count.end for count in tokens.counts):
            continue
        number = _whole(said)
        if number:
            tokens.counts.append(Count(*match.span(), by_month[0], number, number))
            claimed.append(match.span())
    tokens.words = [word for word in tokens.words if not any(a <= word.start < b for a, b in aside)]
    return blank(left, claimed)


def _one_more(tokens: Tokens, left: str, fact: str) -> str:
    """加上今天这一天: one day, of what was counted before."""

    def read(match: re.Match[str]) -> bool:
        if tokens.goes_on:
            tokens.counts.append(Count(*match.span(), fact, 1, 1))
        return tokens.goes_on

    return _each(left, ONE_MORE, read)


def _month_less(tokens: Tokens, left: str, fact: str) -> str:
    """二月歇了4天其余都上: the days of a month but those; what is left over names nothing more."""
    claimed = []
    for match in MONTH_LESS.finditer(tokens.text):
        month, off = bounds_of(match.group("month")), bounds_of(match.group("number"))
        idle = match.group("idle") or match.group("after")
        if month is None or off is None or off.low != off.high or not idle:
            continue
        days = last_of(tokens.year, int(month.low)).day
        length = bounds_of(match.group("length")) if match.group("length") else None
        if length is not None and length.low != days:
            continue
        span, number = match.span(), days - off.low
        place = (match.start('number'), match.end())
        working = f"{int(month.low)}月 {days} - {off.low:g}"
        tokens.counts.append(Count(*place, fact, number, number, working=working))
        tokens.words = [word for word in tokens.words if not span[0] <= word.start < span[1]]
        claimed.append(span)
    return blank(left, claimed)


def _listed(tokens: Tokens, left: str, fact: str) -> str:
    """分别7、9、11天: a count each."""

    def read(match: re.Match[str]) -> bool:
        numbers = list(RUN_OF_NUMERALS.finditer(left, *match.span("numbers")))
        days = match.group("unit") or left[match.end("numbers") - 1] in DAY_UNITS
        if not (match.group("lead") or (len(numbers) > _FEW and days)) or not all(_whole(n.group()) for n in numbers):
            return False
        found = [Count(*n.span(), fact, *(_whole(n.group()),) * 2, listed=True) for n in numbers]
        tokens.counts += found
        return True

    return _each(left, LISTED, read)


def _whole(said: str) -> int:
    """A numeral that is one whole number; 0 if it is none."""
    value = bounds_of(said)
    return int(value.low) if value is not None and value.low == value.high == int(value.low) else 0


def _end_off(tokens: Tokens, left: str, fact: str) -> str:
    """最后一天没上: one day, taken off."""

    def read(match: re.Match[str]) -> bool:
        tokens.counts.append(Count(*match.span(), fact, 1, 1, part=Part.OFF))
        tokens.words = [word for word in tokens.words if not (match.start() <= word.start < match.end())]
        return True

    return _each(left, END_OFF, read)


def _month_but_days(tokens: Tokens, left: str, fact: str) -> str:
    """二月除了14号都上班: the days of a month but those named."""
    claimed = []
    for match in MONTH_BUT_DAYS.finditer(tokens.text):
        month, days = bounds_of(match.group("month")), {_whole(said) for said in RUN_OF_NUMERALS.findall(match.group("days"))}
        last = last_of(tokens.year, int(month.low)).day if month is not None and 1 <= month.low <= _MONTHS else 0
        if not all(0 < day <= last for day in days):
            continue
        span, number = match.span(), last - len(days)
        working = f"{int(month.low) if month else 0}月 {last} - {len(days)}"
        tokens.counts = [count for count in tokens.counts if not span[0] <= count.start < span[1]]
        tokens.points = [point for point in tokens.points if not span[0] <= point.start < span[1]]
        tokens.labels = [label for label in tokens.labels if not span[0] <= label[0] < span[1]]
        tokens.words = [word for word in tokens.words if not span[0] <= word.start < span[1]]
        tokens.counts.append(Count(*span, fact, number, number, working=working))
        claimed.append(span)
    return blank(left, claimed)


def _by_weeks(tokens: Tokens, left: str, fact: str) -> str:
    """上一周歇一周, said of ranges that are told by their dates: it adds nothing."""
    ranges = [count for count in tokens.counts if count.dated and count.fact == fact]
    return _each(left, BY_WEEKS, lambda _: len(ranges) > 1)


def _marks_tallied(tokens: Tokens, left: str, fact: str) -> str:
    """二十六道杠，一道一天; 11个夜班，一个夜班算一天: as many days as marks. A doubt where one stands for more or less than a day."""
    told = MARK_A_DAY.search(left)
    if told is None:
        return left
    rest = blank(left, [told.span()])
    marks = [match for match in so_many_marks(told["mark"] or told["behind"]).finditer(rest) if _whole(match["number"])]
    if not marks:
        return left
    if told["days"] and _whole(told["days"]) != 1:
        tokens.doubts.append(Doubt(Reason.HALVES, fact, told.group()))
    tokens.counts += [Count(*match.span(), fact, *(_whole(match["number"]),) * 2) for match in marks]
    return blank(rest, [match.span() for match in marks])


def _shifts_apart(tokens: Tokens, left: str, fact: str) -> str:
    """11个白班9个夜班，没有哪天是重的: as many days as shifts."""
    found = [m for m in SO_MANY_SHIFTS_OF_A_KIND.finditer(left) if _whole(m["number"] or m["behind"])]
    apart = SHIFTS_APART.search(left)
    if len(found) < _FEW or apart is None:
        return left
    numbers = [_whole(match["number"] or match["behind"]) for match in found]
    span = found[0].start(), found[-1].end()
    tokens.counts.append(Count(*span, fact, sum(numbers), sum(numbers), working=" + ".join(map(str, numbers))))
    return blank(left, [*(match.span() for match in found), apart.span()])


def _dozens(tokens: Tokens, left: str, fact: str) -> str:
    """两打天数: twice twelve days."""

    def read(match: re.Match[str]) -> bool:
        days = _DOZEN * _whole(match.group("number"))
        tokens.counts.append(Count(*match.span(), fact, days, days))
        return days > 0

    return _each(left, DOZENS, read)


def _weekdays(tokens: Tokens, left: str, fact: str) -> str:
    """四个周日: as many days."""
    return _each(left, SO_MANY_WEEKDAYS, lambda m: _add(tokens, fact, m.span(), m.group("number")))


def _on_and_off(tokens: Tokens, left: str, fact: str) -> str:
    """上四休三: days on, and days off."""

    def read(match: re.Match[str]) -> bool:
        if not _add(tokens, fact, match.span("on"), match.group("on")):
            return False
        tokens.words = sorted([*tokens.words, Word(*match.span("off"), frozenset({"idle"}))], key=lambda word: word.start)
        return _add(tokens, fact, match.span("rest"), match.group("rest"))

    return _each(_each(left, ON_AND_OFF, read), ON_AND_OFF_BEHIND, read)


def _so_many_a_week(tokens: Tokens, left: str, fact: str) -> str:
    """一周四个班, 一周休三天: days of each week."""

    def read(match: re.Match[str]) -> bool:
        if not _add(tokens, fact, (match.start("number"), match.end()), match.group("number")):
            return False
        tokens.words = [word for word in tokens.words if not match.start() <= word.start < match.end()]
        tokens.words = sorted([*tokens.words, Word(*match.span("week"), frozenset({"a-week"}))], key=lambda word: word.start)
        return True

    def read_off(match: re.Match[str]) -> bool:
        off = _whole(match.group("number"))
        if not 0 < off < _WEEK:
            return False
        tokens.counts.append(Count(match.start("number"), match.end(), fact, _WEEK - off, _WEEK - off))
        tokens.words = [word for word in tokens.words if not match.start() <= word.start < match.end()]
        tokens.words = sorted([*tokens.words, Word(*match.span("week"), frozenset({"a-week"}))], key=lambda word: word.start)
        return True

    return _each(_each(left, A_WEEK_SO_MANY, read), A_WEEK_OFF, read_off)


def _reckoned_month(tokens: Tokens, left: str, fact: str) -> str:
    """半个月零三天，半个月按15天: so many days, as the month is said to be reckoned."""
    match = RECKONED_MONTH.search(left)
    days, more = (_whole(match.group(name)) if match else 0 for name in ("days", "more"))
    if match is None or not more or days not in (_HALF_MONTH if match.group("half") else _WHOLE_MONTH):
        return left
    tokens.counts.append(Count(*match.span(), fact, days + more, days + more, working=f"{days} + {more}"))
    told = left.index(match.group("unit"), match.end())
    return blank(left, [match.span(), (told, match.end("as") if match.group("as") else match.end("days") + 1)])


def _nth_to_nth_day(tokens: Tokens, left: str, fact: str) -> str:
    """从第7天进去，到第20天出来: from the one to the other, both of them."""

    def read(match: re.Match[str]) -> bool:
        first, last = _whole(match["first"]), _whole(match["last"])
        if not 0 < first < last:
            return False
        days = last - first + 1
        tokens.counts.append(Count(*match.span(), fact, days, days, working=f"第{first}天到第{last}天"))
        return True

    return _each(left, NTH_TO_NTH_DAY, read)


def _nth_day(tokens: Tokens, left: str, fact: str) -> str:
    """今天是第40天: so many, if it is the last yet; 第二天 counts nothing."""

    def read(match: re.Match[str]) -> bool:
        value = bounds_of(match.group("number"))
        if value is not None and value.high <= _FEW:
            return True
        begin = max(0, match.start() - 2 * _FAR)
        near = left[begin : match.start()] + "·" + left[match.end() : match.end() + _FAR]
        if not (up_to_now(near) and _add(tokens, fact, match.span(), match.group("number"))):
            tokens.unplaced.append(match.span())
        return True

    return _each(left, NTH_DAY, read)


def _tens_of_days(tokens: Tokens, left: str, fact: str) -> str:
    """两旬: twice ten days."""

    def read(match: re.Match[str]) -> bool:
        days = _TEN * _whole(match.group("number"))
        tokens.counts.append(Count(*match.span(), fact, days, days))
        return days > 0

    return _each(left, TENS_OF_DAYS, read)


def _titled(tokens: Tokens, left: str, fact: str, titles: Sequence[str]) -> str:
    """天数是64: a bare number after what is counted is named."""
    pattern = titled("|".join(map(re.escape, titles)) or r"(?!)")
    return _each(left, pattern, lambda match: _add(tokens, fact, match.span("number"), match.group("number")))


def _each(left: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], bool]) -> str:
    return blank(left, [match.span() for match in pattern.finditer(left) if read(match)])


_READERS = (
    _reckoned_month,
    _weekdays,
    _so_many_a_week,
    _end_off,
    _month_but_days,
    _listed,
    _month_less,
    _by_weeks,
    _one_more,
    _shifts_apart,
    _marks_tallied,
    _on_and_off,
    _dozens,
    _nth_to_nth_day,
    _nth_day,
    _tens_of_days,
)
