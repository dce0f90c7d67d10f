"""What a count is to another one: right instead of it, the same again, on top of it, more or less than it."""

from __future__ import annotations

import re

from bot.language.clauses import STATEMENT_MARKS

SAID_TO_BE = re.compile("(?:^|[，。；：、 我他她佢就应该都])(?:是|系|係)(?:满|整整?|足足)?$")
"""Before days that are said to be all there were: 我翻了排班表，是|十九天."""

_COMES_TO = frozenset({"是", "应该是", "应是", "该是", "应该", "改成", "其实是", "实际是", "实际"})


def comes_to(between: str) -> bool:
    """Whether what stands between two counts says that the second is right: 少算了2天，应该是14天."""
    return between.lstrip("".join(STATEMENT_MARKS)) in _COMES_TO


_LEFT_OUT = ("算", "漏")


def left_out(word: str) -> bool:
    """Whether a word says that something was not counted: 少算了, 漏了."""
    return any(part in word for part in _LEFT_OUT)


_SHORT_BY = re.compile(r"(?:差|缺|再有|再过|再干|还有|只剩|还剩)(?:了|个)?$")
_TO_BE_FULL = re.compile(
    r"(?:就|要|才|便|可|将|能|不|我|刚好|正好|快|也)*(?:满|到|够|凑够|凑满|凑足|足|凑成)"
    r"(?:了|整整|整|上|个)*|就(?:是|有)?"
)


def falls_short(before: str, between: str) -> bool:
    """Whether two counts are what lacks and what it would be full with: 差一天就满60天.

    >>> falls_short("还差", "就满"), falls_short("干了", "到")
    (True, False)
    """
    return _SHORT_BY.search(before) is not None and _TO_BE_FULL.fullmatch(between) is not None


_AWAY_FROM = re.compile(r"(?:离|距离?|不够|没满|不满|没到)(?:满|够|整|凑够)?(?:整整)?$")
_LESS = re.compile(r"(?:还|就|只)?[差欠缺少]")
_STILL = re.compile(r"(?:整|就|只|还|，|才|的|也)*(?:差|缺|有|剩)(?:了|个)?")


def still_to_go(before: str, between: str) -> bool:
    """Whether two counts are what it would be full with and what lacks: 离50天还差2天.

    >>> still_to_go("离满", "还差"), still_to_go("满", "还有"), still_to_go("干了", "差")
    (True, False, True)
    """
    away = _AWAY_FROM.search(before) is not None and _STILL.fullmatch(between) is not None
    return away or _LESS.fullmatch(between) is not None


ONE_MORE = re.compile(
    r"(?:加上|算上|再加|连上|外加|加)(?:(?:今[天儿日]|昨[天儿日]|当天|明天|明儿|最后)(?:个|儿|的)?(?:[这那]?一天|的)?|[这那]一天)(?![天\d至到])"
)
"""One day on top of what was counted: 加上今天这一天."""

_MORE_THAN = re.compile(r"(?<![相对])比[^，。；]{1,6}?(?:还|又|要)?(?P<sign>[多少])(?:干|上|做|待|呆|值|去|守|采|忙)?了?$")


def more_than(before: str) -> tuple[int, int] | None:
    """Where a comparison before a count begins, and 1 if the count is more, -1 if less: 3月比2月多.

    >>> more_than("3月比2月多"), more_than("干了")
    ((2, 1), None)
    """
    match = _MORE_THAN.search(before)
    return (match.start(), 1 if match.group("sign") == "多" else -1) if match else None


_REALLY = re.compile(
    r"(?:实际上?|其实|真正|实打实|实在|实)(?:的|是|就|只|才|到底)*(?:在岗|出勤|到岗|上岗|工作|上班|上|干|做|到|去|采|值|有|按|算)*(?:了|的|是)*(?:天数)?(?:是|为|：)?$"
    r"|(?:按|照)(?:着)?(?:实际|实)(?:的|在岗|出勤|上班|上|干|做)*(?:天数)?(?:的|是|算)?$"
)


def really_worked(before: str) -> bool:
    """Whether the days that follow are those really worked: 实出勤.

    >>> really_worked("实际在岗"), really_worked("我实际是"), really_worked("病房干了")
    (True, True, False)
    """
    return _REALLY.search(before) is not None


_PLANNED = re.compile(
    r"(?:应|该|应该|计划|预计|原计划|本来|原本|原来|原先|原定|起初|当初|一开始|规定|按规定)(?:我|要|说|说好|说是|定|定的|是|排了?我?|出勤|到岗|到|上|干|做|去|在岗|的)*(?:了|是|：)*$"
    r"|(?:排班表?|班表|排|安排)(?:上|是|了|我|的|写的?)*$"
)


def was_planned(before: str) -> bool:
    """Whether the days that follow are only what was meant to be: 应出勤.

    >>> was_planned("应出勤"), was_planned("本来排了我"), was_planned("干了")
    (True, True, False)
    """
    return _PLANNED.search(before) is not None


_ONCE_THOUGHT = re.compile(r"(?:以为|误记成|误报成|错记成|错报成|错写成)(?:自己|我)?(?:就|只|才)?(?:是|有|干了|做了|上了)?$")


def once_thought(before: str) -> bool:
    """Whether a count is only what somebody took it for: 原来以为是.

    >>> once_thought("原来以为是"), once_thought("其实是")
    (True, False)
    """
    return _ONCE_THOUGHT.search(before) is not None


_JOINS_ON = re.compile(r"(?:还有|另外|加上|外加|再加|再加上|连上|算上|以及|连同|和|跟|又|补上)(?:我|了|在|是|去|个|的)*$")


def joins_on(before: str) -> bool:
    """Whether what follows is put beside what was told: 还有3月7号.

    >>> joins_on("在病房9天，还有"), joins_on("在病房")
    (True, False)
    """
    return _JOINS_ON.search(before) is not None


_IN_OTHER_WORDS = re.compile(r"[，（(]?(?:这|那|就|就是|也就是|共|一共|总共|前后|前后共|算下来|合计|整|整整|正好|满|有)*")


def in_other_words(between: str) -> bool:
    """Whether a count behind another only says the same again: 23号24号|这|两天.

    >>> in_other_words("，一共"), in_other_words("，又")
    (True, False)
    """
    return _IN_OTHER_WORDS.fullmatch(between) is not None


_ON_TOP = re.compile(r"(?:那|要是|如果|好|嗯|哦|行|，)*(?:再|还|另外)?(?:加上?|算上|连上|外加|搭上|并上)(?!班)")


def puts_on_top(text: str) -> bool:
    """Whether a message opens by putting something on top of what was told: 那再加两个月慰问金呢.

    >>> puts_on_top("那再加两个月慰问金呢"), puts_on_top("慰问金两个月多少")
    (True, False)
    """
    return _ON_TOP.match(text) is not None


_OF_ALL = re.compile("(?:共|总|统共|满打满算|前后|头尾|从头到尾)(?:计|数|是|有|干|做|上|待|忙|去|了)*$")


def of_all(before: str) -> bool:
    """Whether what stands before a count says that it is all there was: 共|35天.

    >>> of_all("我共"), of_all("前后干了"), of_all("后来干了")
    (True, True, False)
    """
    return _OF_ALL.search(before) is not None
