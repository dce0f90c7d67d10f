"""Ranges of dates and months in a message, counted with both ends."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from bot.language.numerals import value_of

_NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_TO = r"(?:到|至|-|—){1,2}"
_RANGE = re.compile(
    rf"(?:(?P<year>\d{{4}})年)?(?P<month>{_NUMERAL})月(?P<day>{_NUMERAL})[日号]?{_TO}"
    rf"(?:(?:(?P<last_year>\d{{4}})年)?(?P<last_month>{_NUMERAL})月)?(?P<last_day>{_NUMERAL})[日号]"
)
_MONTH, _DAY = r"0?[1-9]|1[0-2]", r"[0-2]?\d|3[01]"
_FULL_RANGE = re.compile(
    rf"(?P<year>20\d\d)[./-](?P<month>{_MONTH})[./-](?P<day>{_DAY})日?{_TO}"
    rf"(?:(?P<last_year>20\d\d)[./-])?(?P<last_month>{_MONTH})[./-](?P<last_day>{_DAY})(?!\d)"
)
_SHORT_RANGE = re.compile(
    rf"(?<![\d./-])(?P<year>)(?P<month>{_MONTH})[./](?P<day>{_DAY}){_TO}(?P<last_year>)(?P<last_month>{_MONTH})[./](?P<last_day>{_DAY})"
    r"(?![\d.%/])(?!\s*(?:倍|万|元|块|千|百|小时|个|米|度|岁|成|斤|分|折|公|里|次|人|页|点|年|吨|升))"
)
"""A range as typed on a number pad: 1.20-2.15. What a unit follows is no date."""

_NO_DATE = re.compile(r"(比例|血压|平均|涨|高|降|系数|指数|第)[^，。]{0,2}$")
_MONTHS = re.compile(
    r"([一二三四五六七八九十]{1,2}|\d{1,2})月(?:份)?[^，。月\d]{0,2}(?:到|至|-)"
    r"([一二三四五六七八九十]{1,2}|\d{1,2})月(?:份|底)?(?![\d一二三四五六七八九十])"
)
_WEEK = 7
_WEEKS_AND_DAYS = re.compile(r"([\d一二两三四五六七八九十]{1,3})个?(?:周|星期|礼拜)[零又加多]([\d一二两三四五六七八九十]{1,3})天")
_YEAR = re.compile(rf"(20\d\d)年(?=(?:{_NUMERAL})月)")
_TURN_OF_YEAR = 6
"""Months by which the first date is later in its year than the last, from which 12月20日到1月5日 is meant and no slip."""


class Span(NamedTuple):
    """A range as ``said`` at ``start``; ``units`` is None for dates that do not exist or run backwards."""

    start: int
    said: str
    units: int | None
    working: str | None


def day_ranges(text: str, year: int) -> tuple[str, list[Span]]:
    """The text without its ranges of dates, and the ranges. A year named anywhere is meant, else ``year``."""
    named = _YEAR.search(text)
    found = []
    for pattern in (_RANGE, _FULL_RANGE, _SHORT_RANGE):
        for ranged in pattern.finditer(text):
            if pattern is not _SHORT_RANGE or _NO_DATE.search(text[: ranged.start()]) is None:
                count, working = _days_of(ranged, int(named.group(1)) if named else year)
                found.append(Span(ranged.start(), ranged.group(), count, working))
        text = _without(text, found)
    return text, found


def weeks_and_days(text: str) -> tuple[str, list[Span]]:
    """The text without weeks that go on in days (两周零三天), and what they come to."""
    found = []
    for said in _WEEKS_AND_DAYS.finditer(text):
        weeks, days = (int(value_of(part) or 0) for part in said.groups())
        total = weeks * _WEEK + days
        found.append(Span(said.start(), said.group(), total, f"{weeks} 周零 {days} 天，共 {total} 天"))
    return _without(text, found), found


def month_range(text: str) -> tuple[str, list[Span]]:
    """The text without its first range of months (从二月到六月), and the range."""
    ranged = _MONTHS.search(text)
    if ranged is None:
        return text, []
    first, last = (value_of(month) or 0 for month in ranged.groups())
    count = int(last - first) % 12 + 1 if 1 <= first <= 12 and 1 <= last <= 12 else None
    working = f"{first:g}月到{last:g}月，首尾两个月都算，共 {count} 个月" if count else None
    found = [Span(ranged.start(), ranged.group(), count, working)]
    return _without(text, found), found


def _without(text: str, spans: list[Span]) -> str:
    """The text with every range blanked out, so that nothing moves."""
    for span in spans:
        text = text[: span.start] + "，" * len(span.said) + text[span.start + len(span.said) :]
    return text


def _days_of(ranged: re.Match[str], year: int) -> tuple[int | None, str | None]:
    """Days of a date range, both ends counted; None for dates that do not exist or run backwards."""
    said = {name: int(value_of(part) or 0) if part else 0 for name, part in ranged.groupdict().items()}
    try:
        first = date(said["year"] or year, said["month"], said["day"])
        last = date(said["last_year"] or first.year, said["last_month"] or first.month, said["last_day"])
    except ValueError:
        return None, None
    if last < first and first.month - last.month >= _TURN_OF_YEAR and not said["last_year"]:
        last = last.replace(year=first.year + 1)
    days = (last - first).days + 1
    if days < 1:
        return None, None
    return days, f"{first.month}月{first.day}日到{last.month}月{last.day}日，首尾两天都算，共 {days} 天"
