"""Where a stretch from one day to another begins and ends, and whether its ends and the day named are days of work."""

from __future__ import annotations

import re

from bot.language.numerals import RUN

MOVES = frozenset("去调转换派")
"""How words for a change of work begin: 调去, 转到."""

_STOPPED = re.compile("(?:[日号]|那天|当天|起|开始|以后|后)*(?:就|便)(?:没|不)再?[去上干来做]")


def stopped(following: str) -> bool:
    """Whether what follows a day says that from it on nothing was done.

    >>> stopped("就没去了"), stopped("之前")
    (True, False)
    """
    return _STOPPED.match(following) is not None


_NO_LONGER = re.compile(
    r"(?:[日号]|那天|当天|起|开始|就|之后|以后|后)*(?:没再?[去上干来做]"
    r"|(?:当日|当天)?未(?:再)?(?:上班|上岗|到岗|出勤)|不用?再?[去上干来做]|前|之前|以前)"
)


def no_longer(following: str) -> bool:
    """Whether what follows a day says that it is the first one not worked any more.

    >>> no_longer("就没去了"), no_longer("才出来")
    (True, False)
    """
    return _NO_LONGER.match(following) is not None


_LEADS_TO = re.compile(r"(?<![收接拿得看听感遇说提找报回达签])[到至](?:了|的是|的)?$")


def leads_to(before: str) -> bool:
    """Whether a day is what something went on to: 一直干到.

    >>> leads_to("一直干到"), leads_to("收到")
    (True, False)
    """
    return _LEADS_TO.search(before) is not None


NTH_DAY = re.compile(rf"第(?P<number>{RUN})[天日]")
"""The so-many-eth day."""

NTH_TO_NTH_DAY = re.compile(
    rf"从[^，。；\d]{{0,6}}?第(?P<first>{RUN})[天日][^，。；\d一二三四五六七八九十]{{0,6}}，?(?:一直)?[^，。；\d一二三四五六七八九十]{{0,3}}[到至]第(?P<last>{RUN})[天日]"
)
"""From one of the days of something to another: 从第7天进去，到第20天."""

_UP_TO_NOW = re.compile(r"今[天儿日个]|目前|现在|为止|截[止至]|[到至](?=·)")


def up_to_now(around: str) -> bool:
    """Whether the so-many-eth day, a dot in what is around it, is the last one there is yet: 今天是第40天, 上到第18天."""
    return _UP_TO_NOW.search(around) is not None


_BACK_FROM_IT = re.compile("^(?:又|再|然后|之后|后来|等|我|他|她)*(?:回来|返回|回家|回津|撤回来|撤下来|下来|出来|出舱)")


def back_from_it(lead: str) -> bool:
    """Whether a clause opens with coming back from where the work was: 回来|隔离14天.

    >>> back_from_it("回来隔离"), back_from_it("中间隔离")
    (True, False)
    """
    return _BACK_FROM_IT.search(lead) is not None


_WORKED_TOO = re.compile(r"(?:那|当)?[一]?[天日]?(?:我|们)*(?:也|还|又|再)(?:[去上干做值来顶补加]|在)")


def worked_too(following: str) -> bool:
    """Whether what follows a day says that it was worked like others.

    >>> worked_too("那天也上了"), worked_too("才发的钱")
    (True, False)
    """
    return _WORKED_TOO.match(following) is not None


_BESIDE_WORK = re.compile("[那当][一]?[天日]|一天|[也又还都在去是做干上了的，。；、·）)(（]")


def only_worked(said: str) -> str:
    """What is said of a day, without particles and verbs that say no more than that it was worked; work itself is blanked before.

    >>> only_worked("那天也去··了，"), only_worked("领的钱")
    ('', '领钱')
    """
    return _BESIDE_WORK.sub("", said)


_ENDS = re.compile(
    r"(?:头尾|首尾|两头|一头一尾|一前一后|进出|来回|起止|首末|第一天(?:和|跟|、)?最后一天|头一天(?:和|跟|、)?(?:末|最后)一天)[那这的]*$"
)


def both_ends(before: str) -> bool:
    """Whether two days that follow are but the first and the last of what was told: 头尾两天.

    >>> both_ends("头尾"), both_ends("又去了")
    (True, False)
    """
    return _ENDS.search(before) is not None


_CONFIRMED_END = re.compile(
    r"(?<=[，。；、])(?:(?:头尾|首尾|两头|一头一尾|起止|首末)(?:两[天日]|两个月)?|[这那]两[天日])(?:也|都|亦|系|係|是|全|照样|统统)*"
    r"(?:算|计|领|拿|发|在内|包括|包含|上了?班|上了|在岗|干了|做了|值了班|返工|上的|有上)(?:在内|进去|上|了|的|埋|里头)*(?=[，。；？！]|$)"
    r"|(?<=[，。；、])(?P<month>[\d一二三四五六七八九十]{1,2}月)份?(?:也|都|亦)(?:领|拿|算|有|给|收到)[了的咗过]*(?=[，。；？！]|$)"
)
"""A clause that only says that an end told before is counted too: 2月3号到3月4号，头尾都算; 领到六月份，六月也领了."""


def without_confirmed_ends(text: str) -> str:
    """A text with its clauses that only confirm an end blanked: nothing is counted by them, and no place moves.

    >>> without_confirmed_ends("3月4号撤，头尾都算，一共"), without_confirmed_ends("领到六月份，六月也领了，共多少")
    ('3月4号撤，，，，，，一共', '领到六月份，，，，，，，共多少')
    >>> without_confirmed_ends("从3月领到5月，首尾两个月都拿了，共多少")
    '从3月领到5月，，，，，，，，，，共多少'
    >>> without_confirmed_ends("上了9天，这两天都歇了")
    '上了9天，这两天都歇了'
    """
    def blanked(found: re.Match[str]) -> str:
        month = found.group("month")
        return found.group() if month is not None and month not in text[: found.start()] else "，" * len(found.group())

    return _CONFIRMED_END.sub(blanked, text)


END_OFF = re.compile(
    r"(?:(?:第一|头一|首|头|最后一|最末一|末一|末|进去那|出来那|报到那|走的那|撤的那|回来那|(?:离岗|到岗|撤离|返回|出舱|进舱|上岗|下岗|报到|撤回|回来)[那当])[天日]|(?<=[，。；(])[那这当][一]?[天日])"
    r"(?:我|就|也|都|可|是|的|实际|其实)*(?:不算|没算|不能算|不计|(?:没有?|冇)[上去干班排来]|休息|请假|歇|不含)(?!吗|么)"
)
"""One day at an end of what was told, not worked: 最后一天没上."""

_STILL_THERE = re.compile(r"(?:[日号]|那天|当天|我|他|她|人|都|也)*(?:还|仍|依然|依旧)(?:[在没]|是在)")


def still_there(following: str) -> bool:
    """Whether somebody was still at it on the day before: 四月四号还在那边.

    >>> still_there("还在那边管重症"), still_there("才回来")
    (True, False)
    """
    return _STILL_THERE.match(following) is not None


_UNTIL_NOW = re.compile(r"(?:(?<![看听收感遇])[到至]了?(?:现在|今[天日儿]|目前|如今|眼下|而家|依家)|至今|迄今|直到现在)")
_LACKING = re.compile(
    r"(?:为止|，|我|我们|家里|也|都|就|还|却|仍|一直|依然|补助|补贴|钱|工资|慰问金|单位|医院|院里|社区|一分钱?|一毛钱?|一次|的|是)*"
    r"(?:没有?|未|不)(?!出|下|撤|回|歇|休|停|断|换|走|离|轮|完|结束|间断|能回|让)"
)
"""Behind 到现在: what is lacking till then is something other than the end of the work."""


def until_now(text: str) -> str:
    """By what words a stretch is said to go on to this day; nothing where none does, or only something else is lacking till then.

    >>> until_now("从2月10号干到现在"), until_now("到3月5号"), until_now("到现在没见着钱"), until_now("到现在还没出来")
    ('到现在', '', '', '到现在')
    """
    return next((match.group() for match in _UNTIL_NOW.finditer(text) if _LACKING.match(text, match.end()) is None), "")


_WORKS_HERE = re.compile(
    "(?:(?:回来|返回|回到|回天津|回津|回本|回家)[^，。；]{0,4}?(?:[又再还]?[在去到调]|[又再还](?:上|干|做|值|进|接着))(?!家|算)"
    "|(?!回来|返回)(?:[^，。；回]*?(?:本|咱|我们)[地区院市]|院里))"
)


def works_here(said: str) -> bool:
    """Whether words from one that says "at home" up to a count tell of work there: 回来又在发热门诊.

    >>> works_here("回来又在发热门诊"), works_here("本区采样"), works_here("回来算了算一共"), works_here("回来在家算了算")
    (True, True, False, False)
    """
    return _WORKS_HERE.match(said) is not None
