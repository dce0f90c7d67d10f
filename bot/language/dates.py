"""Calendar expressions: days, ranges, lists, months and thirds of a month, with the first and the last day of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from bot.language.festivals import plainly
from bot.language.numerals import bounds_of

_NO_ONE = "(?!一[直共样般边路定线口趟回轮])"
"""一 of an adverb (4月一直, 二十五一直) is no numeral."""

_N = rf"(?:\d{{1,2}}|(?:{_NO_ONE}[一二三四五六七八九十廿卅]){{1,3}})"
_OPEN = r"(?<![\d.一二三四五六七八九十廿卅百点/-])"
_SHUT = rf"(?!\d|{_NO_ONE}[一二三四五六七八九十%])"
_YEAR = r"(?P<{0}y>20\d\d|二[〇零]二[〇零一]|今|去|同|当|次|第二|转过|明)年的?"
_DAY_MARK = r"(?:[日号](?!楼|院|线|病|床|门|机|台|常|均|子|间|夜))"
_NO_DAY = r"(?!天(?!天))(?![月年个名位周星礼多几来余倍元块万人次份点度小岁楼层床例轮趟班%])"
_FROM = r"(?:自|从|打|由)?"
_BUSY = (
    r"(?:[零〇]点|\d{1,2}点(?!\d)|[一二三四五六七八九十]{1,3}点|半夜|凌晨|[日号]|领|拿|发|[早晚上下中]午|[早晚]上|当天|那天"
    r"|起|开始|就|，|一直|始终|持续|连续|直|待|呆|干|做|忙|守|上|值班|工作|坚持|进舱|进组|没歇|没休|没停|一口气|一路)"
)
_WHILE = (
    r"(?:(?!隔离(?![病区点酒楼舱宾]))[^，。；！？、:()\d一二三四五六七八九十年月零没不未休歇假停病住养观被说知]|隔离病|发热病|被(?=叫|派|抽|调|安排))"
)
_TO = (
    rf"(?:{_BUSY}*(?:到了|到|至|-|—|–|~|─)+了?|，?(?:截?止|终止|结束)(?:日期?|时间)?：?"
    rf"|(?:{_BUSY}|{_WHILE}){{1,18}}?(?<![收接拿得看听感遇说提找报回达])(?:到了|到|至)了?)"
)
_BEFORE_IT = (
    r"(?P<until>(?:的?之前|以前|的?前一天|(?<!以)前(?![后天往期两面头])|(?:就没再?|没再)[去上干来]|就?不再?[去上干来]了?"
    r"|，?\(?不(?:含|算|包括|计)(?:当天|最后一?天|这一?天|那一?天|当日|末日|这天)))?"
)
_POINT = (
    rf"(?:{_YEAR}，?)?(?P<{{0}}m>{_N})月份?(?:的|里|从|打|自)?(?:(?P<{{0}}d>{_N})(?:{_DAY_MARK}|{_SHUT}{_NO_DAY})|(?P<{{0}}e>月?初|月?底|月?末))"
)
_LATER = (
    rf"(?:(?:(?:{_YEAR}，?)?(?P<{{0}}m>{_N})月份?的?)?(?P<{{0}}d>{_N})(?:{_DAY_MARK}|{_SHUT}{_NO_DAY})"
    rf"|(?:(?:(?P<{{0}}z>20\d\d)年，?)?(?:(?P<{{0}}n>{_N})月份?|本月|当月|[这那嗰]个?月)?的?)(?P<{{0}}e>月?初|月?底|月?末))"
)
_NUMERIC = r"(?:(?P<{0}y>20\d\d)[./-])?(?P<{0}m>0?[1-9]|1[0-2])[./](?P<{0}d>0?[1-9]|[12]\d|3[01])[日号]?"
_DASHED = r"(?P<{0}y>20\d\d)-(?P<{0}m>0?[1-9]|1[0-2])-(?P<{0}d>0?[1-9]|[12]\d|3[01])[日号]?"
_EIGHT = r"(?P<{0}y>20\d\d)(?P<{0}m>0[1-9]|1[0-2])(?P<{0}d>[0-3]\d)"
_FOUR = r"(?P<{0}m>0[1-9]|1[0-2])(?P<{0}d>[0-3]\d)"
_NO_SCALE = r"(?<!比例)(?<!平均)(?<!系数)(?<!指数)(?<!血压)(?<!涨)(?<!第)"
_NO_RATIO = r"(?![\d./%])(?!\s*(?:倍|万|元|块|千|百|小时|个|米|度|岁|成|斤|分|折|公|里|次|人|页|点|年|吨|升|毫))"


def _as(pattern: str, which: str) -> str:
    """The pattern with its groups named for one of the two ends of a range."""
    return pattern.replace("{0}", which)


DAY_UNITS = ("天", "日")
MONTH_UNITS = ("个月", "月")
"""What a number fact's own unit must be for calendar days, or named months, to be counted under it."""


class Kind(Enum):
    """What an expression names: one day, days (a range, a list, a third of a month), or whole months."""

    DAY = "day"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar expression at ``text[start:end]``.

    ``parts`` are its stretches of days, each with its first and last; none where a date does not exist, a range runs backwards or
    a year cannot be told. ``months`` counts the months named; ``whole`` says that all their days are meant.
    """

    start: int
    end: int
    kind: Kind
    parts: tuple[tuple[date, date], ...]
    months: int = 0
    whole: bool = False

    @property
    def days(self) -> int:
        """Days, both ends counted."""
        return sum((last - first).days + 1 for first, last in self.parts)


def calendar(text: str, year: int, month: date | None = None) -> list[Span]:
    """Every calendar expression, in order; ``year`` is meant where none is named, the month of ``month`` where a day of none is.

    None overlaps another.
    """
    original, named = text, _NAMED_YEAR.search(text)
    default = int(named.group(1)) if named else year
    plain = plainly(text, default)
    text = plain.text
    found: list[Span] = []
    monthly = "月" in text
    for pattern, read in _READERS if monthly else _NUMERIC_READERS:
        for match in pattern.finditer(text):
            if not any(match.start() < span.end and span.start < match.end() for span in found):
                span = read(match, default)
                found.append(span)
    if any(span.kind is Kind.DAYS and "." in text[span.start : span.end] for span in found):
        lone = [match for match in _LONE_NUMERIC.finditer(text) if not any(match.start() < s.end and s.start < match.end() for s in found)]
        found += [_point(match, default) for match in lone]
    found.sort(key=lambda span: span.start)
    found = _with_inherited(text, found, _month_named(text, default), month) if "号" in text or "日" in text else found
    found = _narrowed(text, found)
    if text is original:
        return found
    return [replace(span, start=plain.begin(span.start), end=plain.end(span.end)) for span in found]


def _month_named(text: str, default: int) -> date | None:
    """The one month a text names by itself (10号到25号，二月的)."""
    named = {_number(match.group(1)) for match in _MONTH_ALONE.finditer(text)}
    return _day(default, named.pop(), 1, None) if len(named) == 1 else None


def _with_inherited(text: str, found: list[Span], month: date | None, earlier: date | None) -> list[Span]:
    """These and the ranges whose month stands in the expression before (2月4号到10号，后来18号到25号), else is ``month``, or
    was that of ``earlier`` in the conversation.
    """
    more: list[Span] = []
    for match in _INHERITING.finditer(text):
        if any(match.start() < span.end and span.start < match.end() for span in found):
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
    end of what was told there (是到24号): 补助22号发的 is no day of work.
    """
    more = []
    if not found and named is None and earlier is None:
        return _came_and_went(text)
    for match in _INHERITING_DAYS.finditer(text):
        ends = text[match.start() - 1 : match.start()] in _UNTIL
        month = _month_before(found, match.start(), named or (earlier if ends else None))
        if month is None or any(match.start() < span.end and span.start < match.end() for span in found):
            continue
        days = [_day(month.year, month.month, _number(said), None) for said in re.findall(_N, match.group())]
        parts = tuple((day, day) for day in days if day is not None)
        kind = Kind.DAY if len(days) == 1 else Kind.DAYS
        more.append(Span(match.start(), match.end(), kind, parts if len(parts) == len(days) else ()))
    return sorted([*found, *more], key=lambda span: span.start)


def _came_and_went(text: str) -> list[Span]:
    """5号进隔离病房，14号出来: two days of a month that is not told, if nothing but those of coming and going are."""
    matches = list(_INHERITING_DAYS.finditer(text))
    days = [_number(match.group()[:-1]) or 0 for match in matches]
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
_THIRD_NAMED = re.compile(rf"旬|半个?月|(?:前|头|最后|后){_N}[天日]")
_ONLY_LEADS_ON = re.compile(r"(?:都?在)?[，：(]?(?:我|就是|也就是|就|从|即|的)?")
_TWO_ENDS = 2
SHORTEST_MONTH = 28
ANY_YEAR = 1
"""The year of days whose month is not told."""


def _in_any_month(match: re.Match[str]) -> Span:
    """8号到19号, of a month that is not told: as many days in any, if every month has them."""
    first, last = _number(match.group("ad")), _number(match.group("bd"))
    if not first or not last or not first < last <= SHORTEST_MONTH or match.group("bm") or match.group("bn"):
        return Span(match.start(), match.end(), Kind.DAYS, ())
    return Span(match.start(), match.end(), Kind.DAYS, ((date(ANY_YEAR, 1, first), date(ANY_YEAR, 1, last)),))


def _inherited(match: re.Match[str], month: date | None) -> Span:
    """A range from a day of the month named before."""
    if month is None:
        return _in_any_month(match)
    first = _day(month.year, month.month, _number(match.group("ad")), None)
    last_month = _number(match.group("bm") or match.group("bn")) or month.month
    last = _day(month.year, last_month, _number(match.group("bd")), match.group("be"))
    parts = ((first, last),) if first and last and first <= last else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


_NAMED_YEAR = re.compile(r"(20\d\d)(?:年|[./-](?=\d{1,2}[./-])|(?=[01]\d[0-3]\d(?!\d)))")


def _number(said: str | None) -> int | None:
    """A month or a day as said."""
    value = bounds_of(said) if said else None
    return int(value.low) if value is not None and value.low == value.high else None


def _year_of(said: str | None, default: int) -> int | None:
    """The year a word names. 去年 and the like are told from the year meant."""
    if said is None or said in ("今", "同", "当"):
        return default
    if said == "去":
        return default - 1
    if said in ("次", "第二", "转过", "明"):
        return default + 1
    return int(said) if said.isdigit() else int((bounds_of(said) or (0, 0))[0])


def _day(year: int | None, month: int | None, day: int | None, edge: str | None) -> date | None:
    """A day that exists, or None. ``edge`` names the first or the last of the month."""
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if edge:
        return date(year, month, 1) if edge.endswith("初") else last_of(year, month)
    try:
        return date(year, month, day or 0)
    except ValueError:
        return None


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)) - timedelta(days=1)


_HALF_A_YEAR = 6


def _range(match: re.Match[str], default: int) -> Span:
    """From one day to another; a range without years that runs backwards by half a year or more goes over the turn of it."""
    said = match.groupdict()
    month = _number(said["am"])
    year = _year_of(said.get("ay"), default)
    first = _day(year, month, _number(said["ad"]), said.get("ae"))
    last_month = _number(said.get("bm") or said.get("bn")) or month
    end_year = (
        _year_of(said.get("by") or said.get("bz"), year or default) if (said.get("by") or said.get("bz")) else year
    )
    last = _day(end_year, last_month, _number(said["bd"]), said.get("be"))
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
    month = _number(match.group("m"))
    year = _year_of(match.group("y"), default)
    days = [_day(year, month, _number(said), None) for said in re.findall(_N, match.group("days"))]
    distinct = sorted({day for day in days if day is not None})
    parts = tuple((day, day) for day in distinct) if len(distinct) == len(days) else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


def _listed_days(match: re.Match[str], default: int) -> Span:
    """2月4日、2月8日、3月13日: each a day of its own, with its month."""
    said = re.findall(rf"({_N})月份?的?({_N})", match.group())
    days = [_day(default, _number(month), _number(day), None) for month, day in said]
    distinct = sorted({day for day in days if day is not None})
    parts = tuple((day, day) for day in distinct) if len(distinct) == len(days) else ()
    return Span(match.start(), match.end(), Kind.DAYS, parts)


def _third(match: re.Match[str], default: int) -> Span:
    """上旬, 中旬, 下旬; 前十天 and 后十天 of a month."""
    month, year = _number(match.group("m")), _year_of(match.group("y"), default)
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
    month, year, count = _number(match.group("m")), _year_of(match.group("y"), default), _number(match.group("n"))
    day = _day(year, month, 1, None)
    if day is None or count is None or not 1 <= count <= 28:
        return Span(match.start(), match.end(), Kind.DAYS, ())
    last = last_of(day.year, day.month)
    early = match.group("end") in ("前", "头")
    part = (day, day + timedelta(days=count - 1)) if early else (last - timedelta(days=count - 1), last)
    return Span(match.start(), match.end(), Kind.DAYS, (part,))


def _months(match: re.Match[str], default: int) -> Span:
    """2月到4月; the days are meant only where the words say that the months are whole."""
    first, last = _number(match.group("am")), _number(match.group("bm"))
    year = _year_of(match.group("ay"), default)
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
    months = [_number(said) for said in re.findall("." if one_by_one else _N, match.group("list"))]
    good = [month for month in months if month and month <= 12]
    if len(set(good)) != len(months):
        return Span(match.start(), match.end(), Kind.MONTHS, ())
    parts = tuple((date(default, month, 1), last_of(default, month)) for month in good)
    return Span(match.start(), match.end(), Kind.MONTHS, parts, len(good), whole=bool(match.group("whole") or match.group("all")))


def _whole_month(match: re.Match[str], default: int) -> Span:
    """整个二月, 2月份全月."""
    month, year = _number(match.group("m")), _year_of(match.group("y"), default)
    first = _day(year, month, 1, None)
    parts = ((first, last_of(first.year, first.month)),) if first else ()
    return Span(match.start(), match.end(), Kind.MONTHS, parts, 1, whole=True)


def _point(match: re.Match[str], default: int) -> Span:
    """One day."""
    said = match.groupdict()
    day = _day(_year_of(said.get("ay"), default), _number(said["am"]), _number(said["ad"]), said.get("ae"))
    return Span(match.start(), match.end(), Kind.DAY, ((day, day),) if day else ())


def _one_of_two_notations(first: str, last: str, link: str = _TO) -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{_FROM}{_as(first, 'a')}{link}{_as(last, 'b')}(?:为?止|结束)?(?:二十四点|24点|零点)?{_BEFORE_IT}")


def _from_until(first: str, last: str) -> re.Pattern[str]:
    """1月30号起，2月28号止."""
    return re.compile(rf"{_OPEN}{_FROM}{_as(first, 'a')}(?:起|开始)，?{_as(last, 'b')}(?:为?止|结束|截?止)")


_ONE_BY_ONE = "(?:" + "|".join("一二三四五六七八九"[a:b] for a in range(8) for b in range(9, a + 1, -1)) + ")"
"""Months named side by side: 二三四月."""

_NEXT = r"(?:[、和跟及]|以及|(?<=[月份])，?)"
_FULL = rf"{_N}月份?的?{_N}(?:{_DAY_MARK}|{_SHUT}{_NO_DAY})(?!进|出|{_TO}{_N}[月日号])"
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
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Span]], ...] = (
    (_one_of_two_notations(_POINT, _LATER), _range),
    (_from_until(_POINT, _LATER), _range),
    (_from_until(_NUMERIC, _NUMERIC), _range),
    (re.compile(rf"(?<![\d]){_FROM}{_as(_EIGHT, 'a')}{_TO}{_as(_EIGHT, 'b')}(?!\d)"), _range),
    (re.compile(rf"(?<![\d]){_FROM}{_as(_DASHED, 'a')}{_TO}{_as(_DASHED, 'b')}(?!\d)"), _range),
    (re.compile(rf"{_NO_SCALE}(?<![\d./-]){_FROM}{_as(_NUMERIC, 'a')}{_TO}{_as(_NUMERIC, 'b')}{_NO_RATIO}"), _range),
    (
        re.compile(
            rf"(?<![\d./-]){_FROM}(?:(?P<ay>20\d\d)[./-])?(?P<am>0?[1-9]|1[0-2])[./](?P<ad>0?[1-9]|[12]\d|3[01])[日号]?"
            rf"{_PLAIN_TO}(?P<bd>0?[1-9]|[12]\d|3[01])[日号]"
        ),
        _range,
    ),
    (re.compile(rf"(?<![\d]){_FROM}{_as(_FOUR, 'a')}{_TO}{_as(_FOUR, 'b')}(?!\d)"), _range),
    (re.compile(rf"{_OPEN}{_FULL}(?:(?:[、和跟及]|以及){_FULL})+"), _listed_days),
    (re.compile(rf"{_OPEN}(?:{_as(_YEAR, '')}，?)?(?P<m>{_N})月份?的?(?:(?P<third>[上中下])旬|(?P<half>[上下前后])半个?月)"), _third),
    (
        re.compile(
            rf"{_OPEN}(?:{_as(_YEAR, '')}，?)?(?P<m>{_N})月份?的?(?:就|只|只有|里|里头)?"
            rf"(?P<end>前|头|最后|后)(?P<n>{_N})[天日](?!班)"
        ),
        _ends_of_month,
    ),
    (
        re.compile(
            rf"{_OPEN}(?:{_as(_YEAR, '')}，?)?(?P<m>{_N})月份?的?(?P<days>{_N}[日号]?(?:{_LIST_LINK}{_N}[日号]?)*"
            rf"{_LIST_LINK}{_N}{_DAY_MARK})"
        ),
        _list,
    ),
    (
        re.compile(
            rf"{_OPEN}(?:{_as(_YEAR, '')}，?)?(?P<m>{_N})月份?的?(?P<days>{_N}[日号]?(?:[、和跟]{_N}[日号]?)*[、和跟]{_N})"
            rf"{_SHUT}{_NO_DAY}"
        ),
        _list,
    ),
    (
        re.compile(
            rf"{_OPEN}(?P<whole>整个|整)?{_FROM}(?:{_as(_YEAR, 'a')}，?)?(?P<am>{_N})月份?{_TO}(?P<bm>{_N})月份?(?!{_N}[日号])"
            rf"(?P<after>{_WHOLE})?"
        ),
        _months,
    ),
    (
        re.compile(
            rf"{_OPEN}(?P<all>整个|整)?(?P<list>{_N}月?份?(?:{_NEXT}{_N}月?份?)*{_NEXT}{_N}|{_ONE_BY_ONE})月份?(?P<whole>{_WHOLE}|{_EVERY_DAY})?"
            rf"(?!{_N}(?!天[都也没不]))(?!(?:我|就|才)*[上干做待]了?[到至])"
        ),
        _listed_months,
    ),
    (re.compile(rf"{_OPEN}(?:整个|一整个|整整一个|全)(?:{_as(_YEAR, '')})?(?P<m>{_N})月份?(?!{_N}(?!天[都也没不]))"), _whole_month),
    (re.compile(rf"{_OPEN}(?:{_as(_YEAR, '')}，?)?(?P<m>{_N})月份?(?:的?{_WHOLE}|{_EVERY_DAY})"), _whole_month),
    (re.compile(rf"{_OPEN}{_as(_POINT, 'a')}"), _point),
    (re.compile(rf"(?<![\d./-]){_as(_DASHED, 'a')}(?!\d)"), _point),
    (re.compile(rf"(?<![\d]){_as(_EIGHT, 'a')}(?!\d)"), _point),
    (re.compile(rf"{_NO_SCALE}(?<![\d./-]){_as(_NUMERIC, 'a')}(?={_COMES_OR_GOES})"), _point),
    (re.compile(r"(?<![\d./-])(?P<ay>20\d\d)[./](?P<am>\d{1,2})[./](?P<ad>\d{1,2})(?!\d)"), _point),
)


_NUMERIC_READERS = tuple(reader for reader in _READERS if "月" not in reader[0].pattern.replace(_TO, ""))
_LONE_NUMERIC = re.compile(rf"(?:(?<=[，。；、 ])|^){_as(_NUMERIC, 'a')}{_NO_RATIO}(?![到至~—-])")
"""One day among ranges told with dots: 2.1-2.5，2.20."""

_MONTH_ALONE = re.compile(rf"{_OPEN}({_N})月份?(?!{_N}|[初底末])")
_INHERITING_DAYS = re.compile(
    rf"(?<![\d.月周期拜一二三四五六七八九十廿卅百点/-])(?<![无每未])(?![一1]日(?:都|也|没|不|未|休|假|三餐))(?:(?<![了咗])|(?={_N}号))"
    rf"(?:\d{{1,2}}[、， ](?=\d{{1,2}}[、， \d]*号))*{_N}{_DAY_MARK}(?:[、和跟]{_N}{_DAY_MARK})*(?!起|开始|到|至|-)"
)
_INHERITING = re.compile(
    rf"{_OPEN}{_FROM}(?P<ad>{_N})(?:[日号]{_TO}|[到至-]){_as(_LATER, 'b')}(?<=[日号底末])(?:为?止|结束)?"
)


def stretch(first: int, last: int) -> str:
    """Days from one ordinal to another as the working names them."""
    return told(Span(0, 0, Kind.DAYS, ((date.fromordinal(first), date.fromordinal(last)),)))


def told(span: Span) -> str:
    """The days of a span as the working names them: 2月1日到2月25日."""
    names = []
    for first, last in span.parts[:2]:
        if first.year == ANY_YEAR:
            return f"{first.day}日到{last.day}日"
        begin = f"{first.month}月{first.day}日"
        names.append(begin if first == last else f"{begin}到{last.month}月{last.day}日")
    return "、".join(names) if len(span.parts) <= 2 else ""
