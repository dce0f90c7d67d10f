"""Whether somebody named by a trade only plays a part in what is told: the cashier who points, the companies that gave.

A trade puts whoever asks outside the documents; that of somebody who helps, harms or is only asked about says nothing of them.
"""

from __future__ import annotations

import re

from bot.language.clauses import CLAUSE_MARKS, SENTENCE_MARKS, clause_bounds

_SOUGHT = re.compile("(?:找|搵|请|叫|派|安排|有没有|有冇)[了过]?(?:一?[个位些啲名]|几个)?$")
_DOES_IT = re.compile(
    "(?:们|哋)?(?:肯|愿意|可以|嚟|来|能|会)*"
    "(?:帮|教(?!书)|辅导|补课|(?:陪|带|拦)(?=[着了住]?(?:[我俺咱]|护士|医生|孩子))|照看|睇住|把|将|打(?=[了人伤我俺咱护]|医|大夫)|骂|砸|堵|推(?!荐)|闹|威胁|吐)"
)
"""Before whoever is sought for help, and behind whoever helps or does harm: nobody says so of themselves. 找|大学生|, 快递员|打了."""

_HAD = re.compile(
    "(?:(?<!家)(?<!屋企)(?<!没)有|配|派|增|添|加|驻|换|挑|选|请|见到?|碰到)[了过着个几些位名]*"
    "(?:(?:专门|专职|专业|义务|心理|法律|懂行|什么|咩|没有|冇)的?)*$"
)
_NO_MORE = re.compile(
    "(?:(?:在|守|驻|站|盯|看|巡|值守|站岗|保护|来|给|畀|为|替|接|送)[着了]?[^，。？！补贴钱领算拿发享待]{0,7})?(?:吗|么|不|没有?|未|冇|嘛|呢|啊|呀|㗎)*(?=[，。？！]|$)"
)
_GIVEN = re.compile("[补贴津钱]|待遇|保险|休假")
_AT_HAND = re.compile(
    "(?:们|哋)?(?:[多少够](?:[吗么嘛]|[不唔][多少够]?(?=[，。？！]|$))|(?:驻|蹲|站岗|值守|巡逻|守着|到场|出警)(?![^，。？！]{0,6}[补贴钱领算拿发享])"
    "|(?:那边|那头|那儿|方面)(?:呢|管|归|找|怎|咋|负责)|(?:的?(?:子女|孩子))?[^，。？！]{0,4}优待[^，。？！]{0,6}(?:什么|啥|咋|怎|哪|指|意思))"
)
"""Before and behind somebody of whom it is only asked, or told, whether they are there, how many, or what a rule for them means:
门口有|警察|吗, 能挑|老师|不, |军人|子女优待是啥意思; not 家里有|警察, nor |保安|站岗给不给补助.
"""

_FIRST = re.compile("我|俺|咱|本人")
_BENEFITS = re.compile(
    "(?:^|给|帮|补|发|算上?|有|轮到?|管|带上|想到|想起|少了?|缺|包括|包含|关|漏了?|忘了?|没|和|跟|像|比|是|系|的|顾|惦记|送|护|保)$"
)
"""What stands before those who ask, where they are to get something: 开店的给|我|补吗; not 房东赶|我|走."""

_ANOTHER = re.compile(
    "(?:的|那个|这个|那份|这份|那些|这些)(?!工作|职业|单位|爱人|老公|老婆|爸|妈|丈夫|妻子|媳妇|先生|太太)[^，。！？；]{0,8}[是系]"
)
"""Between whoever is named and a trade, where something of theirs is what has it: 孩子|补课的志愿者是|大学生."""

_RELATIVE = re.compile("(?:家?的)?(?:老公|老婆|爱人|丈夫|妻子|媳妇|爸|妈|孩子|儿子|女儿)")
"""Behind a trade that only says whose relative somebody is: 司机|老公|让我来问."""

_HOW_MANY = re.compile("(?:几多?|多少|哪几?|[0-9二三四五六七八九十两百]+)(?:家|间)")
"""Before a workplace of which it is asked, or told, how many there are: 口罩是几家|工厂|捐的."""


def takes_part(text: str, start: int, end: int) -> bool:
    """Whether the trade named at ``text[start:end]`` is that of somebody who is sought, does something to those who ask, or is
    only asked about.

    >>> takes_part("超市收银员指着我说别进", 0, 5), takes_part("超市收银员给我补贴吗", 0, 5)
    (True, False)
    >>> takes_part("有个开饭店的，把护士打了", 2, 6), takes_part("口罩是几家工厂捐的", 0, 7)
    (True, True)
    >>> takes_part("我在医院做保洁能打热线吗", 2, 7), takes_part("门口有警察守着吗", 3, 5), takes_part("有警察补助吗", 1, 3)
    (False, True, False)
    """
    if _stands_behind(_SOUGHT, text, start, end) or _DOES_IT.match(text, end) or _is_there(text, start, end):
        return True
    if _ANOTHER.search(text, start, end) or _HOW_MANY.search(text, start, end):
        return True
    return not _of_oneself(text, start, end) and (_acts_on_us(text, end) or _goes_on_to_act(text, end))


def _is_there(text: str, start: int, end: int) -> bool:
    """Whether it is only said that somebody is there, how many, or what is written for them."""
    return (_stands_behind(_HAD, text, start, end) and _NO_MORE.match(text, end) is not None) or _AT_HAND.match(text, end) is not None


def _stands_behind(words: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether words stand right before a trade, or before what of ``text[start:end]`` names it: 能挑|老师."""
    last = max((at + 1 for at in range(start, end) if text[at] in CLAUSE_MARKS), default=start)
    alone = last == start and _GIVEN.search(text, start, end) is None and _FIRST.search(text, start, end) is None
    places = range(start, max(start + 1, end - 1)) if alone else (start,)
    return any(words.search(text[:at]) is not None for at in places)


def _of_oneself(text: str, start: int, end: int) -> bool:
    """Whether whoever speaks, or a relative, is said to have the trade: 我是|开店的."""
    begin, _ = clause_bounds(text, start, start)
    return _FIRST.search(text, begin, end) is not None


def _acts_on_us(text: str, end: int) -> bool:
    """Whether those who ask are whom the rest of the clause says something is done to."""
    _, stop = clause_bounds(text, end, end)
    us = _FIRST.search(text, end, stop) if _RELATIVE.match(text, end) is None else None
    return us is not None and _BENEFITS.search(text[end : us.start()]) is None


def _goes_on_to_act(text: str, end: int) -> bool:
    """Whether the clause ends with the trade and the next one, without one of its own, tells what they do: 有个开店的，|把…."""
    follows = end < len(text) and text[end] in CLAUSE_MARKS and text[end] not in SENTENCE_MARKS
    return follows and _DOES_IT.match(text, end + 1) is not None
