"""One reader for each form of a calendar expression: a range, days one by one, a part of a month, months, one day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.language.date_notation import (
    BEFORE_IT,
    DASHED,
    DAY_MARK,
    EIGHT,
    FOUR,
    FROM,
    LATER,
    NO_DAY,
    NO_RATIO,
    NO_SCALE,
    NUMBER,
    NUMERIC,
    OPEN,
    POINT,
    SHUT,
    TO,
    YEAR,
    as_group,
    day_of,
    number_of,
    year_of,
)
from bot.language.date_spans import Kind, Span, last_of

_HALF_A_YEAR = 6


def _range(match: re.Match[str], default: int) -> Span:
    """From one day to another; a range without years that runs backwards by half a year or more goes over the turn of it."""
    said = match.groupdict()
    month = number_of(said["am"])
    year = year_of(said.get("ay"), default)
    first = day_of(year, month, number_of(said["ad"]), said.get("ae"))
    last_month = number_of(said.get("bm") or said.get("bn")) or month
    end_year = (
        year_of(said.get("by") or said.get("bz"), year or default) if (said.get("by") or said.get("bz")) else year
    )
    last = day_of(end_year, last_month, number_of(said["bd"]), said.get("be"))
    if (
        first
        and last
        and last < first
        and not (said.get("by") or said.get("bz"))
        and first.month - last.month >= _HALF_A_YEAR
    ):
        first, last = _over_the_turn(first, last, year_told=bool(said.get("ay")))
    if last and said.get("until"):
        last -= timedelta(days=1)
    parts = ((first, last),) if first and last and first <= last else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


def _over_the_turn(first: date, last: date, *, year_told: bool) -> tuple[date | None, date | None]:
    """12月20日到1月5日. Without a year, past the end of February its length depends on which turn of the year is meant."""
    try:
        if year_told:
            return first, last.replace(year=last.year + 1)
        if last.month > 2:
            return None, None
        return first.replace(year=first.year - 1), last
    except ValueError:
        return None, None


def _list(match: re.Match[str], default: int) -> Span:
    """2月3日、5日、7日: each a day of its own."""
    month = number_of(match.group("m"))
    year = year_of(match.group("y"), default)
    days = [day_of(year, month, number_of(said), None) for said in re.findall(NUMBER, match.group("days"))]
    distinct = sorted({day for day in days if day is not None})
    parts = tuple((day, day) for day in distinct) if len(distinct) == len(days) else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


def _listed_days(match: re.Match[str], default: int) -> Span:
    """2月4日、2月8日、3月13日: each a day of its own, with its month."""
    said = re.findall(rf"({NUMBER})月份?的?({NUMBER})", match.group())
    days = [day_of(default, number_of(month), number_of(day), None) for month, day in said]
    distinct = sorted({day for day in days if day is not None})
    parts = tuple((day, day) for day in distinct) if len(distinct) == len(days) else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


def _third(match: re.Match[str], default: int) -> Span:
    """上旬, 中旬, 下旬; 前十天 and 后十天 of a month."""
    month, year = number_of(match.group("m")), year_of(match.group("y"), default)
    if year is None or month is None or not 1 <= month <= 12:
        return Span(match.start(), match.end(), Kind.DAYS, ())
    last = last_of(year, month)
    bounds = {
        "上": (date(year, month, 1), date(year, month, 10)),
        "中": (date(year, month, 11), date(year, month, 20)),
        "下": (date(year, month, 21), last),
        "前": (date(year, month, 1), date(year, month, 15)),
        "后": (date(year, month, 16), last),
    }
    half = {"上": "前", "下": "后"}
    which = match.group("third") or half.get(match.group("half"), match.group("half"))
    return Span(match.start(), match.end(), Kind.DAYS, (bounds[which],))


def _ends_of_month(match: re.Match[str], default: int) -> Span:
    """2月份前十天, 二月最后5天."""
    month, year, count = number_of(match.group("m")), year_of(match.group("y"), default), number_of(match.group("n"))
    day = day_of(year, month, 1, None)
    if day is None or count is None or not 1 <= count <= 28:
        return Span(match.start(), match.end(), Kind.DAYS, ())
    last = last_of(day.year, day.month)
    early = match.group("end") in ("前", "头")
    part = (day, day + timedelta(days=count - 1)) if early else (last - timedelta(days=count - 1), last)
    return Span(match.start(), match.end(), Kind.DAYS, (part,))


def _months(match: re.Match[str], default: int) -> Span:
    """2月到4月; the days are meant only where the words say that the months are whole."""
    first, last = number_of(match.group("am")), number_of(match.group("bm"))
    year = year_of(match.group("ay"), default)
    if not first or not last or first > 12 or last > 12 or year is None:
        return Span(match.start(), match.end(), Kind.MONTHS, ())
    count = last - first + 1 if last >= first else last - first + 13
    turned = last < first
    if turned and first - last < _HALF_A_YEAR:
        return Span(match.start(), match.end(), Kind.MONTHS, ())
    parts = () if turned else ((date(year, first, 1), last_of(year, last)),)
    return Span(
        match.start(), match.end(), Kind.MONTHS, parts, count, whole=bool(match.group("whole") or match.group("after"))
    )


def _listed_months(match: re.Match[str], default: int) -> Span:
    """二、三、四月."""
    one_by_one = re.fullmatch(_ONE_BY_ONE, match.group("list")) is not None
    months = [number_of(said) for said in re.findall("." if one_by_one else NUMBER, match.group("list"))]
    good = [month for month in months if month and month <= 12]
    if len(set(good)) != len(months):
        return Span(match.start(), match.end(), Kind.MONTHS, ())
    parts = tuple((date(default, month, 1), last_of(default, month)) for month in good)
    return Span(match.start(), match.end(), Kind.MONTHS, parts, len(good), whole=bool(match.group("whole") or match.group("all")))


def _whole_month(match: re.Match[str], default: int) -> Span:
    """整个二月, 2月份全月."""
    month, year = number_of(match.group("m")), year_of(match.group("y"), default)
    first = day_of(year, month, 1, None)
    parts = ((first, last_of(first.year, first.month)),) if first else ()
    return Span(match.start(), match.end(), Kind.MONTHS, parts, 1, whole=True)


def read_point(match: re.Match[str], default: int) -> Span:
    """One day."""
    said = match.groupdict()
    day = day_of(year_of(said.get("ay"), default), number_of(said["am"]), number_of(said["ad"]), said.get("ae"))
    return Span(match.start(), match.end(), Kind.DAY, ((day, day),) if day else ())


def _one_of_two_notations(first: str, last: str, link: str = TO) -> re.Pattern[str]:
    return re.compile(rf"{OPEN}{FROM}{as_group(first, 'a')}{link}{as_group(last, 'b')}(?:为?止|结束)?(?:二十四点|24点|零点)?{BEFORE_IT}")


def _from_until(first: str, last: str) -> re.Pattern[str]:
    """1月30号起，2月28号止."""
    return re.compile(rf"{OPEN}{FROM}{as_group(first, 'a')}(?:起|开始)，?{as_group(last, 'b')}(?:为?止|结束|截?止)")


_ONE_BY_ONE = "(?:" + "|".join("一二三四五六七八九"[a:b] for a in range(8) for b in range(9, a + 1, -1)) + ")"
"""Months named side by side: 二三四月."""

_NEXT = r"(?:[、和跟及]|以及|(?<=[月份])，?)"
_FULL = rf"{NUMBER}月份?的?{NUMBER}(?:{DAY_MARK}|{SHUT}{NO_DAY})(?!进|出|{TO}{NUMBER}[月日号])"
_LIST_LINK = r"(?:[、，和跟及]|以及|(?<=[日号]))"
_PLAIN_TO = r"(?:起|开始|就|，|一直)*(?:到了|到|至|-|—|–|~|─)+"

_WHOLE = (
    r"(?:，?(?:都是|满打满算|从头到尾|我|里|份|也|又|还|是)*(?:一?整个?月|(?:[\d二两三四五六]个?)?(?:完整的?|整)月"
    r"|全月|满月|整月整月|足月|整整)(?:都)?)"
)

_EVERY_DAY = (
    r"(?:，?(?:里|我|也|都|就)*(?:天天(?!吃|穿|累|加班|喊)|每天都?(?=[在上干去做守值班])|全勤|满勤|[一1]天(?:都|也)?(?:没|不)[歇休落断缺停请少差]"
    r"|从月?头[^，。；\d]{0,3}到月?尾|从早到晚没停)(?:过|都)?)"
)

_COMES_OR_GOES = (
    r"(?:那天|当天|才|就|正式|我)*(?:进[舱驻去的入病红隔场组坑]|开始|上[岗的]|到岗|入[舱驻坑场组岗]|报到|[进入出撤](?=[，。；、]|$)"
    r"|出[舱来坑场组]|撤|下来|收工|收班|交班|最后[一1]?个?[天班日]|结束|离开|下[岗的]|不用再?去|没再?去)"
)

_OF_MONTH = rf"{OPEN}(?:{as_group(YEAR, '')}，?)?(?P<m>{NUMBER})月份?的?"
"""A month, and a year before it, of which days or a part are told behind: 2020年2月份|上旬."""

READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Span]], ...] = (
    # from one day to another
    (_one_of_two_notations(POINT, LATER), _range),
    (_from_until(POINT, LATER), _range),
    (_from_until(NUMERIC, NUMERIC), _range),
    (re.compile(rf"(?<![\d]){FROM}{as_group(EIGHT, 'a')}{TO}{as_group(EIGHT, 'b')}(?!\d)"), _range),
    (re.compile(rf"(?<![\d]){FROM}{as_group(DASHED, 'a')}{TO}{as_group(DASHED, 'b')}(?!\d)"), _range),
    (re.compile(rf"{NO_SCALE}(?<![\d./-]){FROM}{as_group(NUMERIC, 'a')}{TO}{as_group(NUMERIC, 'b')}{NO_RATIO}"), _range),
    (
        re.compile(
            rf"(?<![\d./-]){FROM}(?:(?P<ay>20\d\d)[./-])?(?P<am>0?[1-9]|1[0-2])[./](?P<ad>0?[1-9]|[12]\d|3[01])[日号]?"
            rf"{_PLAIN_TO}(?P<bd>0?[1-9]|[12]\d|3[01])[日号]"
        ),
        _range,
    ),
    (re.compile(rf"(?<![\d]){FROM}{as_group(FOUR, 'a')}{TO}{as_group(FOUR, 'b')}(?!\d)"), _range),
    # days one by one, and parts of a month
    (re.compile(rf"{OPEN}{_FULL}(?:(?:[、和跟及]|以及){_FULL})+"), _listed_days),
    (re.compile(rf"{_OF_MONTH}(?:(?P<third>[上中下])旬|(?P<half>[上下前后])半个?月)"), _third),
    (
        re.compile(
            rf"{_OF_MONTH}(?:就|只|只有|里|里头)?"
            rf"(?P<end>前|头|最后|后)(?P<n>{NUMBER})[天日](?!班)"
        ),
        _ends_of_month,
    ),
    (
        re.compile(
            rf"{_OF_MONTH}(?P<days>{NUMBER}[日号]?(?:{_LIST_LINK}{NUMBER}[日号]?)*"
            rf"{_LIST_LINK}{NUMBER}{DAY_MARK})"
        ),
        _list,
    ),
    (
        re.compile(
            rf"{_OF_MONTH}(?P<days>{NUMBER}[日号]?(?:[、和跟]{NUMBER}[日号]?)*[、和跟]{NUMBER})"
            rf"{SHUT}{NO_DAY}"
        ),
        _list,
    ),
    # months
    (
        re.compile(
            rf"{OPEN}(?P<whole>整个|整)?{FROM}(?:{as_group(YEAR, 'a')}，?)?(?P<am>{NUMBER})月份?{TO}(?P<bm>{NUMBER})月份?(?!{NUMBER}[日号])"
            rf"(?P<after>{_WHOLE})?"
        ),
        _months,
    ),
    (
        re.compile(
            rf"{OPEN}(?P<all>整个|整)?(?P<list>{NUMBER}月?份?(?:{_NEXT}{NUMBER}月?份?)*{_NEXT}{NUMBER}|{_ONE_BY_ONE})月份?(?P<whole>{_WHOLE}|{_EVERY_DAY})?"
            rf"(?!{NUMBER}(?!天[都也没不]))(?!(?:我|就|才)*[上干做待]了?[到至])"
        ),
        _listed_months,
    ),
    (
        re.compile(
            rf"{OPEN}(?:整个|一整个|整整一个|全)(?:{as_group(YEAR, '')})?(?P<m>{NUMBER})月份?(?!{NUMBER}(?!天[都也没不]))"
        ),
        _whole_month,
    ),
    (re.compile(rf"{OPEN}(?:{as_group(YEAR, '')}，?)?(?P<m>{NUMBER})月份?(?:的?{_WHOLE}|{_EVERY_DAY})"), _whole_month),
    # one day
    (re.compile(rf"{OPEN}{as_group(POINT, 'a')}"), read_point),
    (re.compile(rf"(?<![\d./-]){as_group(DASHED, 'a')}(?!\d)"), read_point),
    (re.compile(rf"(?<![\d]){as_group(EIGHT, 'a')}(?!\d)"), read_point),
    (re.compile(rf"{NO_SCALE}(?<![\d./-]){as_group(NUMERIC, 'a')}(?={_COMES_OR_GOES})"), read_point),
    (re.compile(r"(?<![\d./-])(?P<ay>20\d\d)[./](?P<am>\d{1,2})[./](?P<ad>\d{1,2})(?!\d)"), read_point),
)
NUMERIC_READERS = tuple(reader for reader in READERS if "月" not in reader[0].pattern.replace(TO, ""))

LONE_NUMERIC = re.compile(rf"(?:(?<=[，。；、 ])|^){as_group(NUMERIC, 'a')}{NO_RATIO}(?![到至~—-])")
"""One day among ranges told with dots: 2.1-2.5，2.20."""
