"""How a short message answers a question with a plain no, in words that its author did not foresee: 没走成, 去的是我搭档."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.language.clauses import clauses
from bot.language.particles import FINAL, FUNCTION

_LONGEST = 16
"""Characters up to which a message that denies may have nothing else to say."""

_DENIES = re.compile("[^不没冇未无]{0,8}?(?P<no>没有?|冇|未|不是|不(?!是)|无|唔系|唔)(?P<rest>.*)")
_OPEN = re.compile(
    "不(?:知|清楚|晓|懂|明白|确定|一定|好意思|客气|用|谢|对|够|到|止|少|错|过|管|然|同|太|大|记得|敢)|唔(?:知|使|该|好)"
    "|没(?:问|关系|事|听|看|明白|懂|想|办法|空|时间|法|说|讲|写|通知|注意|留意|算|记|人说|必要|意思|劲)|未必"
)
"""Forms that hold a negator and answer no question: 没问过, 不清楚."""

_GENERAL = frozenset(
    "去走成来回动行跟同和住过活得有评选上到在是轮派报参加拿受立用碰挨接触沾赶能进入当做干享领还他她们咱俺家人这那此种时后最起一块儿处呀嘞咧噢喔"
)
"""Characters of the words that may stand behind a negator whatever the question was of."""


def only_denies(text: str, known: str, taken: Collection[int] = ()) -> bool:
    """Whether a message does no more than say no to what was asked, in its first or its last clause.

    ``known`` are the words of the question and of its answers; ``taken`` are places where somebody is named.

    >>> asked = "得过哪一级奖励？省部级及以上表彰"
    >>> only_denies("没得过表彰", asked), only_denies("没发过防护服", asked), only_denies("还没问过", asked)
    (True, False, False)
    >>> only_denies("名单上有我，后来没走成", "是援鄂队员吗"), only_denies("没有，就在本院", "是援鄂队员吗"), only_denies("有没有", "")
    (True, True, False)
    """
    if len(text) > _LONGEST or text.endswith("？"):
        return False
    found = clauses(text)
    return any(_denies(text, start, end, known, taken) for start, end in {found[0], found[-1]}) if found else False


def _denies(text: str, start: int, end: int, known: str, taken: Collection[int]) -> bool:
    clause = text[start:end]
    no = _DENIES.fullmatch(clause)
    if no is None or _OPEN.match(clause, no.start("no")) is not None or clause[: no.start("no")].endswith("有"):
        return False
    own = frozenset(known)
    rest = range(start + no.start("rest"), end)
    return all(text[at] in own or text[at] in _GENERAL or text[at] in FUNCTION or text[at] in FINAL or at in taken for at in rest)
