"""What a statement of an answer says is not written, and what it says is written instead."""

from __future__ import annotations

import re

from bot.language.punctuation import PART, PAUSES, closed

_NEITHER = "也没写"
_SILENT = ("文件没写", "文件没有写", "这一项没写", "没查到文件写了", _NEITHER)
_NOT_WRITTEN = "没写"
INSTEAD = "写的是"
_OPEN_PART = re.compile("[，；：]([^，；：。]{2,}?)(?:文件)?(?:没写|没有写|没另外写)")
_ONLY_OPEN = re.compile("，?([^，；：。]{2,}?)(?:文件)?(?:没写|没另外写)。?$")

_WAY = re.compile(
    "号码|电话|邮箱|联系|渠道|牵头单位|找谁|找哪|问谁|向谁|向哪|去哪|打哪|交给谁|怎么办(?!理$)|哪个(?:部门|单位)(?!印发|招募)"
    "|申请|申领|申报|报名|报案|理赔|由谁(?:安排|负责|办|发)|(?:哪里|哪儿)(?:登|领|看|办|查)"
    "|怎[么样](?:领|报|办|登记|预约|加入|参加|推荐|补|退|查|叫)"
)
_CLAUSE_ENDS = "[，。；：]"


_TIME_OPEN = re.compile("文件没写[^，；。]{0,8}(?:日期|时间|哪天|几号|几月|什么时候|多久)(?=[，；。]|$)")


def leaves_a_time_open(text: str) -> bool:
    """文件没写申报日期: says of a time, and of nothing else, that it is not written.

    >>> leaves_a_time_open("文件没写推荐日期，写的是及时启动。"), leaves_a_time_open("文件没写推荐名额。")
    (True, False)
    """
    return _TIME_OPEN.match(text) is not None


def is_silent(text: str) -> bool:
    """Whether a statement only tells that the document is silent."""
    return text.startswith(_SILENT)


def after_opener(text: str) -> int:
    """Where what is not written begins in a statement that says so."""
    return next((len(opener) for opener in _SILENT if text.startswith(opener)), 0)


def gap_of(text: str) -> str:
    """What a statement says is not written.

    >>> gap_of("文件没写发多少，按标准发。")
    '发多少'
    """
    return re.split(_CLAUSE_ENDS, text[after_opener(text) :], maxsplit=1)[0]


def neither(text: str) -> str:
    """A statement that something is not written, behind another such.

    >>> neither("文件没写名额。"), neither("每月 1000 元。")
    ('也没写名额。', '每月 1000 元。')
    """
    return _NEITHER + text.removeprefix(_SILENT[0]) if text.startswith(_SILENT[0]) else text


def open_parts(text: str) -> list[str]:
    """What a statement says in passing is not written.

    >>> open_parts("有：热线由团区委等开通，号码文件没写。"), open_parts("文件没写号码。")
    (['号码'], [])
    """
    return _OPEN_PART.findall(text)


def only_open(text: str) -> str | None:
    """What a statement says is not written, where it says nothing else.

    >>> only_open("号码文件没写。"), only_open("有热线，号码文件没写。")
    ('号码', None)
    """
    found = _ONLY_OPEN.match(text)
    return found[1] if found is not None else None


def is_owned(detail: str, text: str) -> bool:
    """Whether a detail is told as that of something: 名单 of 保险机构的名单.

    >>> is_owned("名单", "保险机构的名单"), is_owned("哪天", "增加哪天")
    (True, False)
    """
    return text.endswith(f"的{detail}")


def leaves_way_open(text: str) -> bool:
    """Whether a statement says that it is not written how to reach somebody, apply, sign up or have something put right.

    >>> [leaves_way_open(text) for text in ("文件没写怎样申请。", "能打热线，号码文件没写。", "文件没写数额。", "由谁认定文件没写。")]
    [True, True, False, False]
    """
    gaps = [gap_of(text)] if is_silent(text) else []
    return any(map(_WAY.search, (*gaps, *open_parts(text), only_open(text) or "")))


def leaves_open(text: str) -> bool:
    """Whether a statement says of a part of what it tells that it is not written.

    >>> leaves_open("有：条件文件没写。"), leaves_open("有：每天 300 元。")
    (True, False)
    """
    return _NOT_WRITTEN in text


def tells_instead(text: str) -> bool:
    """Whether a statement that something is not written says itself what is.

    >>> tells_instead("文件没写几天，写的是适当增加。"), tells_instead("文件没写几天。")
    (True, False)
    """
    return INSTEAD in text


def instead_of_silence(text: str) -> str:
    """What a statement that something is not written says is; all of it where it says nothing else.

    >>> instead_of_silence("文件没写几天，写的是适当增加。"), instead_of_silence("文件没写几天。")
    ('适当增加。', '文件没写几天。')
    """
    return text.partition(INSTEAD)[2] or text


def without_instead(text: str) -> str:
    """A statement that something is not written without what it says is; as it is where it says nothing else.

    >>> without_instead("文件没写几天，写的是适当增加。"), without_instead("文件没写几天。")
    ('文件没写几天。', '文件没写几天。')
    """
    gap, found, _ = text.partition(INSTEAD)
    return closed(gap.rstrip(PAUSES + PART)) if found else text
