"""Months, parts of them, and money: what is given by the month or for a day, and figures that are a rate and no count."""

from __future__ import annotations

import re

from bot.language.numerals import MONTH, RUN, bounds_of


def bare_month(label: str) -> str:
    """The number of a month.

    >>> bare_month("二月份")
    '二'
    """
    return label.rstrip("份").rstrip("月")


WORKING_FOR = re.compile(r"(?<![只就才光仅单再又还多])[干做上值守采](?:上|够|满)?$")
"""What stands before a day whose money is asked for: 干|一天给多少, not 只干|一天."""

_HAS_SO_MANY = re.compile("(?:它|就|只|也|共|一共|总共)*(?:是|有)?(?:整|足)?")


def has_so_many(between: str) -> bool:
    """Whether days behind a month may only be how many it has: 今年二月|是|29天.

    >>> has_so_many("是"), has_so_many("在病房")
    (True, False)
    """
    return _HAS_SO_MANY.fullmatch(between) is not None


def names_month(said: str) -> bool:
    """Whether a day is told with the word for its month, and not by dots: 2月20号, not 2.20.

    >>> names_month("2月20号"), names_month("2.20")
    (True, False)
    """
    return "月" in said or "." not in said


_SO_MANY_DAYS_OF = re.compile(rf"{MONTH}月份?(?:就|只|我|又|也|都|净|先)*(?:[做干上返值待采守忙去在]|出勤)(?:了|咗|过|足|满)?{RUN}日")
_LIST_MARKS = ("", "，", "、", "。", "；")
_ITEM = rf"{MONTH}月份?{RUN}日"
_LIST_ITEM = re.compile(rf"{_ITEM}(?:[、，和跟及]{_ITEM})*")


def is_count_by_month(text: str, start: int, end: int) -> bool:
    """Whether what looks like dates is how many days of each month, in a list where another month's are told with a verb.

    >>> is_count_by_month("二月做了9日，三月11日，共", 7, 12), is_count_by_month("二月9日，三月11日", 5, 10)
    (True, False)
    >>> is_count_by_month("二月做了9日，三月11日领钱", 7, 12)
    False
    """
    told = _LIST_ITEM.fullmatch(text, start, end) is not None and _SO_MANY_DAYS_OF.search(text) is not None
    return told and text[max(0, start - 1) : start] in _LIST_MARKS and text[end : end + 1] in (*_LIST_MARKS, "？", "都", "全")


_PAID_SO_FAR = re.compile(
    rf"(?:只|就|才|光|仅|统共)(?:给|发|补|打|领|拿|到账|到手)(?:了|到|我们?|咱们?|过|手|的|是|卡里|卡上)*(?P<sum>{RUN})(?:块钱?|元)?(?![天日个周月号人\d])"
)
_IS_IT_SHORT = re.compile("差多少|差几|差我?多少|还差|少没少|少了|少发|发少|够不够|够吗|对不对|对吗|补多少|欠")


def paid_so_far(text: str) -> int:
    """The yuan said to be all that was paid, where it is asked if they are too few; 0 where that is not so.

    >>> paid_so_far("20天只发我5000，差多少"), paid_so_far("就发了我三千六，是不是少了"), paid_so_far("只发了5000，一共多少")
    (5000, 3600, 0)
    """
    found = _PAID_SO_FAR.search(text) if _IS_IT_SHORT.search(text) else None
    value = bounds_of(found["sum"]) if found is not None else None
    return int(value.low) if value is not None and value.low == value.high >= _LEAST_PAID else 0


_LEAST_PAID = 100


def of_half_a_month(said: str) -> bool:
    """Whether a length of time that is no number of days is half a month.

    >>> of_half_a_month("半个月"), of_half_a_month("两个月")
    (True, False)
    """
    return said.startswith("半")


IN_DAYS = re.compile(
    rf"[，(]?(?:就?按着?|就?按照|折成?|折合|算成|算作|就是|也就是|即|等于|整|共|一共|其实就?是?|实际上?是?|(?:准确|确切)地?说是?|是)?"
    rf"(?P<number>{RUN})(?:个?整)?[天日]"
)
"""Days right after months: 一个月31天."""

RECKONED_MONTH = re.compile(
    rf"(?P<unit>(?:(?P<half>半)|一)个月)(?:零|又|再?加上?|外加|还多|多|带|过)(?P<more>{RUN})[天日]"
    rf"(?=.{{0,20}}?(?P=unit)(?:就|都|我)?(?:按着?|按照|算|当|是|折|照)(?:成|作)?(?P<days>{RUN})[天日](?P<as>算|计)?)"
)
"""Half a month or one, and days, with how many days it is to be reckoned: 半个月零三天，半个月按15天."""

SO_MANY_MONTHS = re.compile(rf"(?P<number>{RUN})个月")
"""So many months."""

MONTH_NAMED = re.compile(rf"{MONTH}月份?")
"""A month by its name: 二月份."""

_OF_TAX = re.compile(r"(?:完|了|掉|除|去|的|不扣|没扣|不)*(?:个人所得|所得|个)?税|完(?:能|还|剩|后|之后)")


def of_tax(text: str, place: int) -> bool:
    """Whether what is taken off at a place is tax, and no days: 扣|完税.

    >>> of_tax("扣完税", 1), of_tax("扣不扣税", 1), of_tax("扣掉5天", 2)
    (True, True, False)
    """
    return _OF_TAX.match(text, place) is not None


_MONTH_BESIDE = re.compile(r"(?:和|跟|及|与|、|还有|以及|加上)$")


def beside_a_month(before: str) -> bool:
    """Whether a month is put beside what stands before it: 整个3月，还有.

    >>> beside_a_month("整个3月还有"), beside_a_month("我们")
    (True, False)
    """
    return _MONTH_BESIDE.search(before) is not None


MONTHLY_SHARE = re.compile(
    rf"(?<![\d一二三四五六七八九十]){MONTH}月份?(?:的|那|这|里|拿的|领的|发的)*一?[份笔](?![额子])"
)
"""What was given for one month: 二月那份."""

_TIMES_GIVEN = rf"(?:领|拿|发|给|收|到手|有)(?:了|过|到)?(?P<times>{RUN}|[俩仨])(?:回|次|笔)"
_MONTHS = "(?:个月|(?<=[两俩仨])月)(?!份|底|初|中)"


def months_of_money(money: str) -> re.Pattern[str]:
    """So many months of money that is given by the month; ``money`` is a regular expression for what it is called.

    家里那一千领了两回, 俩月的慰劳钱, 正好一个月，再加上给家里的那份.
    """
    return re.compile(
        rf"(?:(?P<before>{RUN}|[俩仨]){_MONTHS}(?:的|再|又|给|发|家里|那|[一]?份){{0,6}}"
        rf"|(?:正好|刚好|整整|刚|整)(?:是|满)?(?P<just>{RUN}|[俩仨]){_MONTHS}，(?:的|再|又|加上|另外|还有|外加|给|发){{0,6}})(?:{money})"
        rf"|(?:{money})(?:[^。；？！\d天日月每各]{{0,8}}?(?:(?P<after>{RUN}|[俩仨]){_MONTHS}(?!多少|几|能|给|发|是|到底|[领拿补有得]\d|(?<=[一1]个月){RUN})|{_TIMES_GIVEN}))"
    )


def money_aside(money: str) -> re.Pattern[str]:
    """Such money said not to be counted."""
    return re.compile(
        rf"(?:{money})(?:的|我|就|先|可|都|那边|这边|块|元|钱)*"
        r"(?:不算|别算|不用算|不用管|先不管|不要算|另算|除外|不计|先放一边)(?!数)"
    )


_OF_ONE_MONTH = re.compile(r"(?:[这本当那上]个?月份?)(?:的|那|份|这|笔|里|家里|给|家属|发)*$")


def of_one_month(before: str) -> bool:
    """Whether money by the month is said to be that of one month: 加上这个月的|慰问金.

    >>> of_one_month("补助加上这个月的"), of_one_month("加上")
    (True, False)
    """
    return _OF_ONE_MONTH.search(before) is not None


A_DAY_OF_MONEY = re.compile(
    r"(?<=[二两三四六]百)[一1][天日]|(?<=[2346]00)[一1][天日]|(?<=百[块元蚊])[一1][天日]|(?<=00[块元蚊])[一1][天日]"
    r"|(?:[一1每][天日])(?=(?:给|发|补|拿|就|是|按|的|那|这)*(?:[二两三四六]百|[2346]00)(?![天日]))"
    r"|(?<=^[干做上值忙])[一1][天日](?=(?:能|可以)?多?(?:给|发|补|拿|挣|得|领|赚)?(?:多少|几))"
    r"|(?<=[^又再只才就多还加了][干做上值忙])[一1][天日](?=(?:能|可以)?多?(?:给|发|补|拿|挣|得|领|赚)?(?:多少|几))"
)
"""A day beside a figure of hundreds, or of work beside the money asked: what is given for it, no count: 一天三百, 干一天能拿几个钱."""

PART_OF_A_MONTH = re.compile("[上中下]旬|[上下前后]半个?月")
"""Thirds and halves of a month, whose days are not told by the name."""

LUNAR_MONTH = re.compile(r"[正腊]月(?:里|间)?(?!初|廿|底|末|[十二一三四五六七八九\d])")
"""The first and the last month of the lunar calendar, named alone."""

_DAYS_WITHIN_HALF = re.compile(rf"[上下前后]半个?月[里我，]?[^，。；\d有除外缺差少]{{0,8}}?{RUN}[天日]")


def days_within_half(text: str, start: int, end: int) -> int:
    """Where days end that are told right behind half a month at a place; 0 where none are.

    >>> days_within_half("二月上半月采样8天", 0, 5), days_within_half("二月上半月有2天在药房", 0, 5)
    (9, 0)
    """
    half = PART_OF_A_MONTH.search(text, start, end)
    match = _DAYS_WITHIN_HALF.match(text, half.start()) if half is not None and half.end() == end else None
    return match.end() if match is not None else 0


RATE_NAMED = re.compile(
    r"(?:元|块钱?|块)?(?:一天|每天|一日)?的?(?:那|这)?[一]?个?(?:档|拨|类|种|级|标准|吧|一天|的(?=[，。；？！]|$)|(?=能不能|有没有|算不算|轮)|(?=[，。；？！吗呢吧啊]|$))"
)
"""What follows a figure of the documents that is a rate: 三百|那档."""

RATE_BEFORE = re.compile(r"(?:以前|原来|原先|平时|本来|从前|过去)的?(?:是|拿|才)?$")
"""Before a figure, it is what was paid otherwise."""
