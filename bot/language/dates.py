"""Calendar expressions: days, ranges, lists, months and thirds of a month, with the first and the last day of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.language.date_notation import DAY_MARK, FROM, LATER, NUMBER, OPEN, TO, as_group, day_of, number_of
from bot.language.date_readers import LONE_NUMERIC, NUMERIC_READERS, READERS, read_point
from bot.language.date_spans import ANY_YEAR, SHORTEST_MONTH, Kind, Span, last_of
from bot.language.festivals import plainly
from bot.language.taken_off import day_free


def calendar(text: str, year: int, month: date | None = None) -> list[Span]:
    """Every calendar expression, in order; ``year`` is meant where none is named, the month of ``month`` where a day of none is.

    None overlaps another.
    """
    original, named = text, _NAMED_YEAR.search(text)
    default = int(named.group(1)) if named else year
    plain = plainly(text, default)
    text = plain.text
    found = _read(text, default)
    found.sort(key=lambda span: span.start)
    found = _with_inherited(text, found, _month_named(text, default), month) if "号" in text or "日" in text else found
    found = _narrowed(text, found)
    if text is original:
        return found
    return [replace(span, start=plain.begin(span.start), end=plain.end(span.end)) for span in found]


_MONTH_AND_DAY = re.compile(rf"(?:(?P<month>{NUMBER})月份?)?(?P<day>{NUMBER})[日号]")


def day_that_is_not(text: str, year: int) -> str:
    """The first date of a text that the calendar does not have; nothing if it has them all.

    >>> day_that_is_not("2月1号到2月30号", 2020), day_that_is_not("2月1号到29号", 2020)
    ('2月30日', '')
    """
    month = 0
    for match in _MONTH_AND_DAY.finditer(text):
        month, day = number_of(match.group("month")) or month, number_of(match.group("day")) or 0
        if 1 <= month <= _MONTHS_OF_A_YEAR and day > last_of(year, month).day:
            return f"{month}月{day}日"
    return ""


_MONTHS_OF_A_YEAR = 12


def _read(text: str, default: int) -> list[Span]:
    """What stands there with its own month, form by form; beside ranges told with dots also one day told so: 2.1-2.5，2.20."""
    found: list[Span] = []
    for pattern, read in READERS if "月" in text else NUMERIC_READERS:
        found += [read(match, default) for match in pattern.finditer(text) if _is_free(match, found)]
    if any(span.kind is Kind.DAYS and "." in text[span.start : span.end] for span in found):
        found += [read_point(match, default) for match in LONE_NUMERIC.finditer(text) if _is_free(match, found)]
    return found


def _is_free(match: re.Match[str], found: Sequence[Span]) -> bool:
    """Whether a match overlaps nothing that was found before."""
    return not any(match.start() < span.end and span.start < match.end() for span in found)


def _month_named(text: str, default: int) -> date | None:
    """The one month a text names by itself (10号到25号，二月的)."""
    named = {number_of(match.group(1)) for match in _MONTH_ALONE.finditer(text)}
    return day_of(default, named.pop(), 1, None) if len(named) == 1 else None


def _with_inherited(text: str, found: list[Span], month: date | None, earlier: date | None) -> list[Span]:
    """These and the ranges whose month stands in the expression before (2月4号到10号，后来18号到25号), else is ``month``, or
    was that of ``earlier`` in the conversation.
    """
    more: list[Span] = []
    for match in _INHERITING.finditer(text):
        if not _is_free(match, found):
            continue
        more.append(_inherited(match, _month_before(found, match.start(), month or earlier)))
    found = sorted([*found, *more], key=lambda span: span.start)
    return _with_days_inherited(text, found, month, earlier)


def _month_before(found: Sequence[Span], place: int, month: date | None) -> date | None:
    """A day of the month meant at a place: of the expression before, else ``month`` where nothing else is told."""
    before = next((span for span in reversed(found) if span.end <= place and span.parts), None)
    if before is not None:
        return before.parts[-1][1]
    return month if not found else None


def _with_days_inherited(text: str, found: list[Span], named: date | None, earlier: date | None) -> list[Span]:
    """These and single days of a month named before (三月份全月，12号和13号没上); of one named in an earlier message only as the
    end of what was told there (是到24号), or as one not worked (5号那天没上): 补助22号发的 is no day of work.
    """
    more: list[Span] = []
    if not found and named is None and earlier is None:
        return _came_and_went(text)
    for match in _INHERITING_DAYS.finditer(text):
        ends = text[match.start() - 1 : match.start()] in _UNTIL
        off = earlier is not None and day_free(text[match.end() :])
        month = _month_before(found, match.start(), named or (earlier if ends else None))
        month = _month_of_the_last(match, earlier) if off and month is None and earlier is not None else month
        if month is None or any(match.start() < span.end and span.start < match.end() for span in found):
            continue
        days = [day_of(month.year, month.month, number_of(said), None) for said in re.findall(NUMBER, match.group())]
        parts = tuple((day, day) for day in days if day is not None)
        kind = Kind.DAY if len(days) == 1 else Kind.DAYS
        more.append(Span(match.start(), match.end(), kind, parts if len(parts) == len(days) else ()))
    return sorted([*found, *more], key=lambda span: span.start)


def _month_of_the_last(match: re.Match[str], earlier: date) -> date:
    """The month of the last such day up to the last one told: 2月20号到3月10号 — 25号那天没上."""
    number = number_of(re.findall(NUMBER, match.group())[0]) or 0
    return earlier if number <= earlier.day else earlier.replace(day=1) - timedelta(days=1)


def _came_and_went(text: str) -> list[Span]:
    """5号进隔离病房，14号出来: two days of a month that is not told, if nothing but those of coming and going are."""
    matches = list(_INHERITING_DAYS.finditer(text))
    days = [number_of(match.group()[:-1]) or 0 for match in matches]
    if len(days) != _TWO_ENDS or not 0 < days[0] < days[1] <= SHORTEST_MONTH:
        return []
    if _CAME.match(text, matches[0].end()) is None or _WENT.match(text, matches[1].end()) is None:
        return []
    points = [date(ANY_YEAR, 1, day) for day in days]
    return [Span(match.start(), match.end(), Kind.DAY, ((day, day),)) for match, day in zip(matches, points, strict=True)]


def _narrowed(text: str, found: Sequence[Span]) -> list[Span]:
    """These without a third of a month whose own days are told right behind it (三月上旬一号到八号)."""
    wider = {
        span.start
        for span, after in pairwise(found)
        if span.kind is after.kind is Kind.DAYS and _THIRD_NAMED.search(text, span.start, span.end)
        and _ONLY_LEADS_ON.fullmatch(text, span.end, after.start) and _holds(span, after)
    }
    return [span for span in found if span.start not in wider]


def _holds(span: Span, other: Span) -> bool:
    """Whether all days of another span are among those of this one."""
    return bool(other.parts) and all(
        any(first <= a and b <= last for first, last in span.parts) for a, b in other.parts
    )


_UNTIL = ("到", "至")
_THIRD_NAMED = re.compile(rf"旬|半个?月|(?:前|头|最后|后){NUMBER}[天日]")
_ONLY_LEADS_ON = re.compile(r"(?:都?在)?[，：(]?(?:我|就是|也就是|就|从|即|的)?")
_TWO_ENDS = 2


def _in_any_month(match: re.Match[str]) -> Span:
    """8号到19号, of a month that is not told: as many days in any, if every month has them."""
    first, last = number_of(match.group("ad")), number_of(match.group("bd"))
    if not first or not last or not first < last <= SHORTEST_MONTH or match.group("bm") or match.group("bn"):
        return Span(match.start(), match.end(), Kind.DAYS, ())
    return Span(match.start(), match.end(), Kind.DAYS, ((date(ANY_YEAR, 1, first), date(ANY_YEAR, 1, last)),))


def _inherited(match: re.Match[str], month: date | None) -> Span:
    """A range from a day of the month named before."""
    if month is None:
        return _in_any_month(match)
    first = day_of(month.year, month.month, number_of(match.group("ad")), None)
    last_month = number_of(match.group("bm") or match.group("bn")) or month.month
    last = day_of(month.year, last_month, number_of(match.group("bd")), match.group("be"))
    parts = ((first, last),) if first and last and first <= last else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


_NAMED_YEAR = re.compile(r"(20\d\d)(?:年|[./-](?=\d{1,2}[./-])|(?=[01]\d[0-3]\d(?!\d)))")
_AT_ONCE = "(?:那天|当天|才|就|正式|我)*"
_WARD = "(?:病房|病区|隔离区|红区|污染区|留观区?|方舱|舱|发热门诊|一线)"

_CAME = re.compile(
    rf"{_AT_ONCE}(?:(?:进|入|去|到|开始在?|驻)了?(?:的|到)?[^，。；！？\d天日号]{{0,5}}?{_WARD}(?!的?(?:看病|检查|做|采))|(?:进去|进组|进场|进驻|上岗|上的岗|到岗|报到|入驻)(?!材料))"
)
"""Came to work: a place of work or a verb of duty is said; 5号去做的核酸 is no day of coming."""

_WENT = re.compile(
    rf"{_AT_ONCE}(?:出来(?!的?[^，。；！？]{{0,3}}(?:结果|报告|通知|名单|政策|文件|单子))|撤(?![销回诉])|离岗|下岗|下的岗|收工|交班|休舱|离开(?:的)?{_WARD}"
    rf"|(?:出|离|撤)了?(?:的)?[^，。；！？\d天日号]{{0,3}}?{_WARD})"
)
_MONTH_ALONE = re.compile(rf"{OPEN}({NUMBER})月份?(?!{NUMBER}|[初底末])")

_INHERITING_DAYS = re.compile(
    rf"(?<![\d.月周期拜一二三四五六七八九十廿卅百点/-])(?<![无每未])(?![一1]日(?:都|也|没|不|未|休|假|三餐))(?:(?<![了咗])|(?={NUMBER}号))"
    rf"(?:\d{{1,2}}[、， ](?=\d{{1,2}}[、， \d]*号))*{NUMBER}{DAY_MARK}(?:[、和跟]{NUMBER}{DAY_MARK})*(?!起|开始|到|至|-)"
)

_INHERITING = re.compile(
    rf"{OPEN}{FROM}(?P<ad>{NUMBER})(?:[日号]{TO}|[到至-]){as_group(LATER, 'b')}(?<=[日号底末])(?:为?止|结束)?"
)
