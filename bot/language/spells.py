"""How stretches of time are named, numbered and set right: grammar of measure words, whatever is counted."""

from __future__ import annotations

import re

from bot.language.clauses import STATEMENT_MARKS
from bot.language.numerals import RUN

BY_ORDER = re.compile(
    r"第(?P<number>[一二三四五1-5])(?:段|轮|趟|回|次|份)|(?P<first>前面|前|头)[那的一]?(?:段|轮|趟|回|份)|(?P<last>后面|后|最后)[那的一]?(?:段|轮|趟|回|份)"
)
"""A spell named by its order."""

MULTIPLE = re.compile(r"(?:日子|天数|时间|它|那段|前面|头里)[^，。；]{0,6}倍")
"""A count told as a multiple of another."""

PEOPLE_SET_RIGHT = re.compile(rf"不是(?P<old>{RUN})[个名位](?P<crew>[^，。；0-9]{{0,3}})，?(?:应该|而|其实)?是(?P<new>{RUN})[个名位]")
"""不是3个，是4个."""

SO_MANY = re.compile(rf"(?<!第)(?P<number>{RUN}|[两俩])(?:段|回|趟|轮|次|拨|批|期|进)(?!多)")
"""两段."""

ONE = re.compile(r"[一1](?:段|回|趟|轮|次|拨|批|期)[^，。；]{0,4}$")
"""A count told as one of several: 一回9天."""

SEVERAL_PEOPLE = re.compile(r"(?:[2-9]|\d\d|[二两三四五六七八九十])[个名位]")

HOLDS_LIKEWISE = re.compile("的[也都]*在$")
"""奶奶的在: holds, like what was spoken of, and here."""

_COMES_TO = frozenset({"是", "应该是", "应是", "该是", "应该", "改成", "其实是", "实际是", "实际"})
_NOT_COUNTED = frozenset({"不算", "不能算", "没算"})
_LEFT_OUT = ("算", "漏")
_THAT = ("那", "这")


def comes_to(between: str) -> bool:
    """Whether what stands between two counts says that the second is right: 少算了2天，应该是14天."""
    return between.lstrip("".join(STATEMENT_MARKS)) in _COMES_TO


def left_out(word: str) -> bool:
    """Whether a word says that something was not counted: 少算了, 漏了."""
    return any(part in word for part in _LEFT_OUT)


def not_counted(word: str) -> bool:
    """Whether a word only says that something does not count."""
    return word in _NOT_COUNTED


def points_back(text: str, place: int) -> bool:
    """Whether the character before a place points at something told: 那三天."""
    return text[place - 1 : place] in _THAT


def bare_month(label: str) -> str:
    """The number of a month.

    >>> bare_month("二月份")
    '二'
    """
    return label.rstrip("份").rstrip("月")


_NO_LONGER = re.compile(r"(?:[日号]|那天|当天|起|开始|就|之后|以后|后)*(?:没再?[去上干来做]|不再?[去上干来做]|前|之前|以前)")
_LEADS_TO = re.compile(r"(?<![收接拿得看听感遇说提找报回达签])[到至](?:了|的是|的)?$")


def no_longer(following: str) -> bool:
    """Whether what follows a day says that it is the first one not worked any more.

    >>> no_longer("就没去了"), no_longer("才出来")
    (True, False)
    """
    return _NO_LONGER.match(following) is not None


def leads_to(before: str) -> bool:
    """Whether a day is what something went on to: 一直干到.

    >>> leads_to("一直干到"), leads_to("收到")
    (True, False)
    """
    return _LEADS_TO.search(before) is not None


_THESE_DAYS = re.compile(rf"[这那](?:几|些|段|{RUN})?(?:个)?(?:天|日子|日|时间|周|星期|礼拜)?(?:就|都|可|也|得|要|是|的|钱|应该)*$")


def points_at_days(before: str) -> bool:
    """Whether a word that follows is said of days told before.

    >>> points_at_days("没上班，这几天"), points_at_days("慰问金")
    (True, False)
    """
    return _THESE_DAYS.search(before) is not None
