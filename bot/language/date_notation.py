"""How a day is written, 2月3号, 2.3, 0203: the parts that patterns for dates are made of, and the number each part says."""

from __future__ import annotations

from datetime import date

from bot.language.date_spans import last_of
from bot.language.numerals import bounds_of

_NO_ONE = "(?!一[直共样般边路定线口趟回轮])"
"""一 of an adverb (4月一直, 二十五一直) is no numeral."""

NUMBER = rf"(?:\d{{1,2}}|(?:{_NO_ONE}[一二三四五六七八九十廿卅]){{1,3}})"
"""A month or a day: 2, 十二."""

OPEN = r"(?<![\d.一二三四五六七八九十廿卅百点/-])"
"""Before a date: it begins within no longer number."""

SHUT = rf"(?!\d|{_NO_ONE}[一二三四五六七八九十%])"
"""Behind a number without a mark: it goes on as no longer one."""

YEAR = r"(?P<{0}y>20\d\d|二[〇零]二[〇零一]|今|去|同|当|次|第二|转过|明)年的?"
"""A year told by its number or from the one meant: 2020年, 去年."""

DAY_MARK = r"(?:[日号](?!楼|院|线|病|床|门|机|台|常|均|子|间|夜))"
"""Behind the number of a day, where it is none of a ward, a bed, a train: 3号楼."""

NO_DAY = r"(?!天(?!天))(?![月年个名位周星礼多几来余倍元块万人次份点度小岁楼层床例轮趟班%])"
"""Behind a number without a mark: it counts nothing, 2月|3个."""

FROM = r"(?:自|从|打|由)?"
"""Before the first day of a range."""

_BUSY = (
    r"(?:[零〇]点|\d{1,2}点(?!\d)|[一二三四五六七八九十]{1,3}点|半夜|凌晨|[日号]|领|拿|发|[早晚上下中]午|[早晚]上|当天|那天"
    r"|起|开始|就|，|一直|始终|持续|连续|直|待|呆|干|做|忙|守|上|值班|工作|坚持|进舱|进组|没歇|没休|没停|一口气|一路)"
)
"""What may stand between both ends of a range: an hour, or what was done all the while."""

_WHILE = (
    r"(?:(?!隔离(?![病区点酒楼舱宾]))[^，。；！？、:()\d一二三四五六七八九十年月零没不未休歇假停病住养观被说知]|隔离病|发热病|被(?=叫|派|抽|调|安排))"
)
"""Any other word between them that starts no new statement and stops no work."""

TO = (
    rf"(?:{_BUSY}*(?:到了|到|至|-|—|–|~|─)+了?|，?(?:截?止|终止|结束)(?:日期?|时间)?：?"
    rf"|(?:{_BUSY}|{_WHILE}){{1,18}}?(?<![收接拿得看听感遇说提找报回达])(?:到了|到|至)了?)"
)
"""Between both ends of a range: 2月3号|干到|3月5号."""

BEFORE_IT = (
    r"(?P<until>(?:的?之前|以前|的?前一天|(?<!以)前(?![后天往期两面头])|(?:就没再?|没再)[去上干来]|就?不再?[去上干来]了?"
    r"|，?\(?不(?:含|算|包括|计)(?:当天|最后一?天|这一?天|那一?天|当日|末日|这天)))?"
)
"""Behind a range whose last day is not of it: 到3月5号|之前."""

POINT = (
    rf"(?:{YEAR}，?)?(?P<{{0}}m>{NUMBER})月份?(?:的|里|从|打|自)?(?:(?P<{{0}}d>{NUMBER})(?:{DAY_MARK}|{SHUT}{NO_DAY})|(?P<{{0}}e>月?初|月?底|月?末))"
)
"""A day with its month; both as groups that ``as_group`` names."""

LATER = (
    rf"(?:(?:(?:{YEAR}，?)?(?P<{{0}}m>{NUMBER})月份?的?)?(?P<{{0}}d>{NUMBER})(?:{DAY_MARK}|{SHUT}{NO_DAY})"
    rf"|(?:(?:(?P<{{0}}z>20\d\d)年，?)?(?:(?P<{{0}}n>{NUMBER})月份?|本月|当月|[这那嗰]个?月)?的?)(?P<{{0}}e>月?初|月?底|月?末))"
)
"""The last day of a range, whose month may be that of the first."""

NUMERIC = r"(?:(?P<{0}y>20\d\d)[./-])?(?P<{0}m>0?[1-9]|1[0-2])[./](?P<{0}d>0?[1-9]|[12]\d|3[01])[日号]?"
"""A day with dots or strokes, 2.3; a year may stand first."""

DASHED = r"(?P<{0}y>20\d\d)-(?P<{0}m>0?[1-9]|1[0-2])-(?P<{0}d>0?[1-9]|[12]\d|3[01])[日号]?"
"""2020-02-03."""

EIGHT = r"(?P<{0}y>20\d\d)(?P<{0}m>0[1-9]|1[0-2])(?P<{0}d>[0-3]\d)"
"""20200203."""

FOUR = r"(?P<{0}m>0[1-9]|1[0-2])(?P<{0}d>[0-3]\d)"
"""0203, only as an end of a range."""

NO_SCALE = r"(?<!比例)(?<!平均)(?<!系数)(?<!指数)(?<!血压)(?<!涨)(?<!第)"
"""Before a number with a dot: no measure is told, 血压|1.2."""

NO_RATIO = r"(?![\d./%])(?!\s*(?:倍|万|元|块|千|百|小时|个|米|度|岁|成|斤|分|折|公|里|次|人|页|点|年|吨|升|毫))"
"""Behind a number with a dot: no unit follows, 1.5|倍."""


def as_group(pattern: str, which: str) -> str:
    """The pattern with its groups named for one of the two ends of a range."""
    return pattern.replace("{0}", which)


def number_of(said: str | None) -> int | None:
    """A month or a day as said."""
    value = bounds_of(said) if said else None
    return int(value.low) if value is not None and value.low == value.high else None


def year_of(said: str | None, default: int) -> int | None:
    """The year a word names. 去年 and the like are told from the year meant."""
    if said is None or said in ("今", "同", "当"):
        return default
    if said == "去":
        return default - 1
    if said in ("次", "第二", "转过", "明"):
        return default + 1
    return int(said) if said.isdigit() else int((bounds_of(said) or (0, 0))[0])


def day_of(year: int | None, month: int | None, day: int | None, edge: str | None) -> date | None:
    """A day that exists, or None. ``edge`` names the first or the last of the month."""
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if edge:
        return date(year, month, 1) if edge.endswith("初") else last_of(year, month)
    try:
        return date(year, month, day or 0)
    except ValueError:
        return None
