"""Several details that one statement says are not written, of which a question may ask for one: 住在哪里、几人一间、房费谁出."""

from __future__ import annotations

import re
from collections import Counter

from bot.language.particles import FUNCTION
from bot.language.unwritten import gap_of

_LISTED = re.compile("、|(?<!在)和(?!谐)")
_ASKS = re.compile("谁|几|多少|多久|哪|什么|怎|咋|(.)不\\1|有没有|要不要|能不能")
_KINDS = (
    re.compile("谁|边个"),
    re.compile("[钱费价款薪]|自己出|掏|收不收|免费"),
    re.compile("多久|几[天日点时次月回]|什么时候|时间|期限|哪天"),
    re.compile("哪[里儿]|哪个地方|地点|地址|边度"),
    re.compile("多少|几个|几名|数量"),
)
"""Ways to ask for who, money, time, place and number, whatever the words."""

_LONGEST_NOUN = 8
_PAIR = 2


def only_open_of(text: str, question: str) -> str:
    """A statement that details are not written with those alone that a question asks for; all of it where that is not plain.

    >>> only_open_of("文件没写住在哪里、几人一间、房费谁出。", "要自己出钱吗")
    '文件没写房费谁出。'
    >>> only_open_of("文件没写怎样申请、打哪个电话，写的是志愿者帮扶。", "电话多少")
    '文件没写打哪个电话，写的是志愿者帮扶。'
    >>> only_open_of("文件没写绩效工资、防疫津贴和加班费。", "津贴能一起拿吗"), only_open_of("文件没写后勤、保洁算不算。", "保洁算吗")
    ('文件没写防疫津贴。', '文件没写后勤、保洁算不算。')
    """
    gap = gap_of(text)
    listed = [part for part in _LISTED.split(gap) if part]
    if len(listed) < _PAIR:
        return text
    if all(map(_ASKS.search, listed)):
        asked = _asked_of(listed, question)
    elif not any(_ASKS.search(part) or "的" in part or len(part) > _LONGEST_NOUN for part in listed):
        asked = [part for part in listed if any(part[n : n + _PAIR] in question for n in range(len(part) - 1))]
    else:
        return text
    return text if not asked or len(asked) == len(listed) else text.replace(gap, "、".join(asked), 1)


def _asked_of(listed: list[str], question: str) -> list[str]:
    """The details that a question speaks of: by a word that only they have, or in the same way."""
    shared = Counter(ch for part in listed for ch in set(part))
    own = {ch for ch, times in shared.items() if times == 1 and ch not in FUNCTION and not _ASKS.fullmatch(ch)}
    return [
        part
        for part in listed
        if any(ch in own and ch in question for ch in part) or any(kind.search(part) and kind.search(question) for kind in _KINDS)
    ]
