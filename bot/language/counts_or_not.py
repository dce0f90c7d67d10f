"""Whether a number, or days, are a count at all: bare numbers, days only named, pointed at or wished for."""

from __future__ import annotations

import re

from bot.language.numerals import RUN

_STARTS_A_COUNT = re.compile(rf" *(?:整整?|满|足足|[干做上顶守值待呆忙采熬]了|就|都|是)* *{RUN}")


def starts_a_count(following: str) -> bool:
    """Whether what follows begins with a number, or with what only makes it whole: 整20天."""
    return _STARTS_A_COUNT.match(following) is not None


_CARED_FOR = re.compile(r"(?:给|对|为|替|帮|管|看|送|照顾|照看|护理|随访|联系|服务|盯|接|转运|采)[^，。；！？\d]{0,4}$")


def cared_for(text: str, place: int) -> bool:
    """Whether what stands at a place is said of people whom somebody works for: 给居家隔离的.

    >>> cared_for("给居家隔离的送菜", 3), cared_for("后来隔离14天", 2)
    (True, False)
    """
    return _CARED_FOR.search(text, 0, place) is not None


_HOW_MANY_THINGS = re.compile("(?:多少|几)[个只套件副双盒包瓶身片次趟回顿箱袋份][^，。；？天日]{0,4}$")


def asks_how_many(before: str) -> bool:
    """Whether how many things are given in the time that follows is asked, so that it is no count: 发几个口罩|一周.

    >>> asks_how_many("口罩发多少个"), asks_how_many("一共上了几天"), asks_how_many("能领多少钱")
    (True, False, False)
    """
    return _HOW_MANY_THINGS.search(before) is not None


_THAT = ("那", "这")


def points_back(text: str, place: int) -> bool:
    """Whether the character before a place points at something told: 那三天."""
    return text[place - 1 : place] in _THAT


def titled(title: str) -> re.Pattern[str]:
    """A bare number after what is counted is named (天数是64); ``title`` is a regular expression for the names."""
    return re.compile(rf"(?:{title})[^，。；\d]{{0,5}}?(?<!第)(?!一[块起共])(?P<number>{RUN})(?![\d.天日个周星月/号到至样般-])")


_ONLY_A_NUMBER = re.compile("(?:[是为不该就才刚对哈啊哎呀唉诶呢哦嗯的了我她他这那·，。！？；：、 ]|[问查数翻](?:了|过|清|一?下))*")
"""Alternatives that begin differently, so that a long near miss is refused in one pass."""


def only_a_number(left: str) -> bool:
    """Whether nothing is said in a message beside what is blanked out in it.

    >>> only_a_number("··，··"), only_a_number("··，刚问了··"), only_a_number("··，住··楼")
    (True, True, False)
    """
    return _ONLY_A_NUMBER.fullmatch(left) is not None


_AS_SO_MANY = re.compile(r"(?:按|当|算成|算作|折成|折|当成|算|翻成|翻作|变成|顶)(?:是|了)?$")
_WISHED = re.compile(r"(?:来|的)?(?:算|计|给|发|吗|不|行)|的?(?:[，？]|$)")
_IN_QUESTION = re.compile(r"能|可以|可不可以|是不是|要不要|该不该|得不得|吗|行不行|应不应该")


def wished_for(before: str, after: str) -> bool:
    """Whether a count is only what somebody would like to have counted: 能按40天算吗; both are of its clause.

    >>> wished_for("能按", "算补助"), wished_for("我按排班上了", "")
    (True, False)
    """
    return bool(_AS_SO_MANY.search(before) and _WISHED.match(after) and _IN_QUESTION.search(before + after))


_THE_OTHER_DAY = re.compile(r"(?<=前)(?<![以之目当]前)[两三][天日]")


def the_other_day(text: str, start: int, end: int) -> bool:
    """Whether days only say that something was not long ago, where a message tells no others: 前|两天阑尾炎开刀.

    >>> the_other_day("前两天阑尾炎开刀", 1, 3), the_other_day("以前两天一班", 2, 4), the_other_day("前5天采样", 1, 3)
    (True, False, False)
    """
    return _THE_OTHER_DAY.fullmatch(text, start, end) is not None


_ENOUGH_TO = re.compile(
    r"(?<![凑满不能足])够(?:我|咱|俺|家|里|们|孩子|全家|一家|[老小])*"
    r"(?:[买吃花用交喝抽过付还供撑顶养加])[^，。；？！\d天日]{0,3}$"
    r"|(?:够不够|(?:够|抵|赶|顶|比)得上|抵不抵得?上?)(?:我|咱|俺|家|里|们|那|领|发|拿)*$"
)


def lasts(before: str) -> bool:
    """Whether a length of time only says how long money will do, or what it is held against: 够买|半年|煎饼, 够不够|半年|的慰问金.

    >>> lasts("一千，够买"), lasts("一千，够我交"), lasts("够不够"), lasts("凑够"), lasts("干够了")
    (True, True, True, False, False)
    """
    return _ENOUGH_TO.search(before) is not None


WITHIN_IT = re.compile("[天日]?(?:里头|里面|里|之内|以内|当中)")
"""Behind a number told again: 包在二十五里头."""

TIME_UNITS = frozenset("天日周星礼月年")
"""What may begin a unit of time behind a number."""

NO_LENGTH_OF_TIME = "(?!月|星期|礼拜|小时|钟头|疗程|季度|班)"
"""Behind 一个 that counts people: not 其中一个|月."""

CLASSIFIER = "个"
"""How a word ends that counts people and may as well begin a length of time."""

_RECKONED = re.compile("[照按当](?:着|成|作)?(?:总共|一共|整)?$")
_AS_SUCH = re.compile("(?:来|去)?(?:算|计|结|发|报)")


def reckoned(before: str, following: str) -> bool:
    """Whether so many days are only what somebody would have them come to: 照|34天|算.

    >>> reckoned("就照", "算，对不对"), reckoned("干了", "算下来")
    (True, False)
    """
    return _RECKONED.search(before) is not None and _AS_SUCH.match(following) is not None
