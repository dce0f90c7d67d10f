"""Days that people name otherwise than by month and number: festivals, the lunar new year, the last day of a month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.numerals import bounds_of

_NEW_YEAR = {2019: date(2019, 2, 5), 2020: date(2020, 1, 25), 2021: date(2021, 2, 12)}
"""The first day of the first lunar month, by the year of the calendar; the last lunar month before each has thirty days."""

_MONTHS = {2020: {2: (date(2020, 2, 23), 30), 3: (date(2020, 3, 24), 30), 4: (date(2020, 4, 23), 30)}}
"""The first day and the length of lunar months after the first, by the year of the calendar."""

_LAST_MONTH = 30
_FIRST_MONTH = 29
_BY_THE_SUN = {
    "元旦": (1, 1), "情人节": (2, 14), "三八妇女节": (3, 8), "三八节": (3, 8), "妇女节": (3, 8), "女神节": (3, 8), "植树节": (3, 12),
    "愚人节": (4, 1), "五一劳动节": (5, 1), "五一国际劳动节": (5, 1), "劳动节": (5, 1), "五一": (5, 1), "青年节": (5, 4), "五四": (5, 4),
    "护士节": (5, 12), "六一儿童节": (6, 1), "儿童节": (6, 1), "六一": (6, 1), "建党节": (7, 1), "建军节": (8, 1), "国庆节": (10, 1),
    "国庆": (10, 1),
}  # fmt: skip
_BY_THE_YEAR = {
    2020: {
        "立春": (2, 4), "雨水": (2, 19), "惊蛰": (3, 5), "春分": (3, 20), "清明": (4, 4), "谷雨": (4, 19), "立夏": (5, 5),
        "母亲节": (5, 10), "端午": (6, 25), "中秋": (10, 1), "腊八": (1, 2), "小年": (1, 17),
    },
}  # fmt: skip
_FROM_NEW_YEAR = {"大年三十": -1, "年三十": -1, "除夕夜": -1, "除夕": -1, "大年夜": -1, "春节": 0, "元宵": 14}
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|二十[一二三四五六七八九]?|三十|十|\d{1,2})"
_FIRST_DAYS = r"初(?:[二三四五六七八九十]|一(?!直|共|般|样|起|些|下|定))(?![一二三四五六七八九十天个周月年])"
_SUNNY = sorted({*_BY_THE_SUN, *(name for names in _BY_THE_YEAR.values() for name in names)}, key=len, reverse=True)
_DATE = r"(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:\d{1,2}(?:[日号]|(?!\d))|[一二三四五六七八九十]{1,3}[日号]?)"
_FESTIVAL = re.compile(
    rf"(?<!十(?=五一))(?P<name>{'|'.join(_FROM_NEW_YEAR)}|{'|'.join(_SUNNY)})节?(?![天日号个月后前放休假加值快气院级期间])(?:那一?天|当天|这一?天)?"
    rf"|(?:农历|阴历)?(?:大年|(?P<last>腊月)|正月)(?P<day>{_LUNAR_DAY})(?![个天月])[日号]?(?:那一?天|当天|这一?天)?"
    rf"|(?P<lunar>(?:(?:农历|阴历)(?P<month>[一二三四五六七八九十]{{1,2}})月(?P<of_month>{_LUNAR_DAY})"
    rf"|(?<![\d一二三四五六七八九十])(?P<named>[二三四])月(?P<first_days>{_FIRST_DAYS}))[日号]?(?:那一?天|当天|这一?天)?)"
)
_BARE_DAY = re.compile(
    r"(?<![\d一二三四五六七八九十])(?P<named>[二三四])月(?P<of_month>[十廿][一二三四五六七八九]|二十[一二三四五六七八九]?|[一二三四五六七八九十])"
    r"(?P<dragon>龙抬头)?(?![一二三四五六七八九十日号天个份到至]|月)(?:那一?天|当天|这一?天)?"
    r"|(?<!二月二)龙抬头(?:那一?天|当天|这一?天)?"
)
"""A month and a day told without 日 or 号, as the days of lunar months are: 二月二."""

_LUNAR_SAID, _LUNAR_TOLD = re.compile("[农阴旧]历"), re.compile(rf"大年{_LUNAR_DAY}|正月{_LUNAR_DAY}|腊月|初[一二三四五六七八九十]")
_DRAGON = {"named": "二", "of_month": "二"}
_GOES_ON_IN = re.compile(rf"(?<![年月正第中高小])(?P<day>{_FIRST_DAYS})(?![的学生年级班])(?:那一?天|当天|这一?天)?")
_TOLD_BESIDE = re.compile(rf"(?:\((?:阳历|公历|也?就是|即)?|，?(?:阳历|公历|也?就是|即)的?)(?P<date>{_DATE})\)?")
_DATED = re.compile(r"月份?[\d一二三四五六七八九十]{1,3}[日号]?$")
_REMARK = re.compile(rf"(?P<date>{_DATE})\([^()\d]{{1,8}}\)")
_WEEK, _SUNDAY, _TWELVE = "一二三四五六日天", 6, 12
_A_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY_AND_WEEKDAY = re.compile(
    rf"(?P<before>(?:[上下这本]个?)?(?:周|星期|礼拜)(?P<before_name>[{_WEEK}])[，(]?(?=(?:{_A_DAY}月)?{_A_DAY}[日号]))?(?:(?P<month>{_A_DAY})月份?)?(?P<day>{_A_DAY})[日号]"
    rf"(?P<after>[(，]?(?:是|正好)?(?:周|星期|礼拜)(?P<after_name>[{_WEEK}])\)?(?![天日]|[、和跟]|[到至—-](?:周|星期|礼拜)|休|歇|不|没|也|都|照|班|上班))?"
)
"""A date, with the day of the week told right before or behind it."""

_LAST_DAY = re.compile(r"(?P<month>月)份?(?:的|底|末)*(?:的?最后[一1]天|底那一?天|末那一?天)")
_FIRST_DAY = re.compile(r"月份?的?(?:第|头)[一1]天(?!\d)")
_FIRST_MONTH_NAMED = re.compile(r"元月(?=份?[\d一二三四五六七八九十初底])")
_NEXT_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<between>[^，。；]{1,12}?)"
    r"(?:次月|下个?月|转月|隔月)(?=[\d一二三四五六七八九十初底])"
)
_Wording = Callable[[re.Match[str]], str]
_OF_NEW_YEAR = re.compile("年|除夕|腊月|正月|春节")
NO_SUCH_DAY = "99月99日"
"""Stands for a day that cannot be told."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with days named by month and number, and for each of its places the place of the original."""

    text: str
    places: tuple[int, ...]

    def begin(self, start: int) -> int:
        """Where in the original a stretch begins."""
        return self.places[start]

    def end(self, end: int) -> int:
        """Where in the original a stretch ends."""
        return self.places[end]


def names_a_festival(text: str) -> bool:
    """Whether a text without a numeral may still name a day."""
    return _FESTIVAL.search(text) is not None


def plainly(text: str, year: int) -> Plain:
    """The text with what else names a day written as month and number.

    >>> plainly("除夕(1月24日)到元宵，3月5号到三月最后一天", 2020).text
    '1月24日到2月8日，3月5号到三月底'
    """
    plain = Plain(text, tuple(range(len(text) + 1)))
    plain = _replaced(plain, _REMARK, lambda match: match.group("date"))
    plain = _replaced(plain, _FIRST_MONTH_NAMED, lambda _: "1月")
    plain = _written(plain, list(_weekdays_named(plain.text, year)))
    plain = _festivals(plain, year)
    plain = _replaced(plain, _LAST_DAY, lambda _: "月底")
    plain = _replaced(plain, _FIRST_DAY, lambda _: "月1日")
    return _replaced(plain, _NEXT_MONTH, _next_month)


def _weekdays_named(text: str, year: int) -> Iterator[tuple[int, int, str]]:
    """The day of the week told beside a date that falls on it, which is no more than its name: 2月12号周三."""
    month = 0
    for match in _DAY_AND_WEEKDAY.finditer(text):
        month = _number(match.group("month")) or month
        day = _number(match.group("day"))
        side = next((name for name in ("before", "after") if match.group(name)), "")
        if not side or not (1 <= month <= _TWELVE and 1 <= day <= monthrange(year, month)[1]):
            continue
        named = match.group(f"{side}_name")
        if date(year, month, day).weekday() == min(_WEEK.index(named), _SUNDAY):
            yield *match.span(side), ""


def _number(said: str | None) -> int:
    """A month or a day as said; 0 where none is."""
    value = bounds_of(said) if said else None
    return int(value.low) if value is not None and value.low == value.high else 0


def _festivals(plain: Plain, year: int) -> Plain:
    """Festivals; the date told beside one goes before the calendar."""
    found: list[tuple[int, int, str]] = []
    for match in _FESTIVAL.finditer(plain.text):
        beside = _TOLD_BESIDE.match(plain.text, match.end())
        day = _day_of(match, year)
        if _DATED.search(plain.text, 0, match.start()):
            found.append((match.start(), match.end(), ""))
        elif beside is not None:
            found.append((match.start(), beside.end(), beside.group("date")))
        elif day is not None:
            found.append((match.start(), match.end(), f"{day.month}月{day.day}日"))
        elif match.group("lunar"):
            found.append((match.start(), match.end(), _in_lunar_month(match.groupdict(), year)))
    found += _bare_days(plain.text, found, year)
    return _written(plain, [*found, *_days_of_new_year(plain.text, found, year)])


def _bare_days(text: str, found: Sequence[tuple[int, int, str]], year: int) -> Iterator[tuple[int, int, str]]:
    """Days told as those of lunar months are (二月二), where the lunar calendar is spoken of.

    Beside a lunar day alone either may be meant.
    """
    said, told = _LUNAR_SAID.search(text) is not None, _LUNAR_TOLD.search(text) is not None
    for match in _BARE_DAY.finditer(text):
        if any(start < match.end() and match.start() < end for start, end, _ in found):
            continue
        if match.group("named") is None:
            yield match.start(), match.end(), _in_lunar_month(_DRAGON, year)
        elif said or match.group("dragon"):
            yield match.start(), match.end(), _in_lunar_month(match.groupdict(), year)
        elif told:
            yield match.start(), match.end(), NO_SUCH_DAY


def _in_lunar_month(groups: Mapping[str, str | None], year: int) -> str:
    """A day of a lunar month after the first: 二月初二, which no other calendar calls so."""
    month = bounds_of(groups.get("month") or groups["named"] or "")
    day = bounds_of((groups["of_month"] or groups["first_days"] or "").removeprefix("初"))
    begins, length = _MONTHS.get(year, {}).get(int(month.low) if month else 0, (None, 0))
    if begins is None or day is None or not 1 <= day.low == day.high <= length:
        return NO_SUCH_DAY
    told = begins + timedelta(days=int(day.low) - 1)
    return f"{told.month}月{told.day}日"


def _days_of_new_year(text: str, found: Sequence[tuple[int, int, str]], year: int) -> Iterator[tuple[int, int, str]]:
    """Days of the first lunar month whose month is told only by the festival before them: 除夕到|初六."""
    begins = [start for start, end, _ in found if _OF_NEW_YEAR.search(text, start, end)]
    new_year = _NEW_YEAR.get(year)
    for match in _GOES_ON_IN.finditer(text, begins[0] if begins else len(text)):
        number = bounds_of(match.group("day").removeprefix("初"))
        if new_year is None or number is None or any(start <= match.start() < end for start, end, _ in found):
            continue
        told = new_year + timedelta(days=int(number.low) - 1)
        yield match.start(), match.end(), f"{told.month}月{told.day}日"


def _day_of(match: re.Match[str], year: int) -> date | None:
    name, new_year = match.group("name"), _NEW_YEAR.get(year)
    if name in _FROM_NEW_YEAR:
        return new_year + timedelta(days=_FROM_NEW_YEAR[name]) if new_year else None
    if name:
        told = _BY_THE_SUN.get(name) or _BY_THE_YEAR.get(year, {}).get(name)
        return date(year, *told) if told else None
    number = bounds_of(match.group("day").removeprefix("初")) if match.group("day") else None
    if new_year is None or number is None or number.low != number.high:
        return None
    most = _LAST_MONTH if match.group("last") or number.low == _LAST_MONTH else _FIRST_MONTH
    if not 1 <= number.low <= most:
        return None
    before = match.group("last") or number.low == _LAST_MONTH
    return new_year + timedelta(days=int(number.low) - 1 - (_LAST_MONTH if before else 0))


def _next_month(match: re.Match[str]) -> str:
    month = bounds_of(match.group("month"))
    following = int(month.low) % 12 + 1 if month and month.low == month.high else 0
    return f"{match.group('month')}月{match.group('between')}{following}月"


def _replaced(plain: Plain, pattern: re.Pattern[str], wording: _Wording) -> Plain:
    return _written(plain, [(m.start(), m.end(), wording(m)) for m in pattern.finditer(plain.text)])


def _written(plain: Plain, changes: list[tuple[int, int, str]]) -> Plain:
    """The text with stretches written otherwise; each new character lies where its stretch begins."""
    changes = sorted(changes)
    if not changes:
        return plain
    text, places, at = [], [], 0
    for start, end, wording in changes:
        text.append(plain.text[at:start] + wording)
        places += [*plain.places[at:start], *([plain.places[start]] * len(wording))]
        at = end
    return Plain("".join([*text, plain.text[at:]]), (*places, *plain.places[at:]))
