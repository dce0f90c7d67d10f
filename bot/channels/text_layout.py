"""Laying out Chinese text: in columns, where a character is two of them wide, or in whatever else lines are measured by.

Knows nothing of replies or of any channel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

_NOT_FIRST = frozenset("，。、；：！？）】》」』”’…·%％℃,.;:!?)]}")
"""Marks that never begin a line."""

_NOT_LAST = frozenset("（【《「『“‘([{")
"""Marks that never end a line."""

_WORD = re.compile(r"\d+(?: \d{3})+(?!\d)|[!-~]+|.", re.DOTALL)
"""What is never torn apart: a number with its spaces, a run of ASCII, else one character."""


@lru_cache(maxsize=8_192)
def _columns(ch: str) -> int:
    if unicodedata.combining(ch) or unicodedata.category(ch) in ("Cf", "Cc", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1


def width(text: str) -> int:
    """Columns a text takes on a terminal.

    >>> width("300 元/人")
    9
    """
    return sum(map(_columns, text))


def wrap(text: str, columns: int, indent: str = "", measure: Callable[[str], float] = width) -> list[str]:
    """Lines of at most ``columns``, or of what else they are measured by; those after the first begin with ``indent``.

    >>> wrap("免征个人所得税，每天三百元。", 14)
    ['免征个人所得', '税，每天三百', '元。']
    """
    lines = [""]
    for chunk in _chunks(text):
        room = columns - measure(lines[-1])
        if measure(chunk.rstrip()) > room and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(indent)
            chunk = chunk.lstrip()
        for piece in _torn(chunk, columns - measure(indent), measure):
            if measure(lines[-1]) + measure(piece) > columns and lines[-1].strip():
                lines.append(indent)
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _chunks(text: str) -> Iterator[str]:
    """Pieces between which a line may end, marks kept with the word they belong to."""
    chunk = ""
    for piece in _WORD.findall(text):
        joins = chunk == "" or piece[0] in _NOT_FIRST or chunk[-1] in _NOT_LAST or piece == " "
        if joins or _counts(chunk):
            chunk += piece
        else:
            yield chunk
            chunk = piece
    if chunk:
        yield chunk


def _counts(chunk: str) -> bool:
    """Whether what follows is the unit of a number."""
    return chunk[-1:] == " " and chunk[-2:-1].isdigit()


def _torn(chunk: str, columns: float, measure: Callable[[str], float]) -> Iterator[str]:
    """A chunk in parts that fit; only a chunk longer than a whole line has more than one."""
    part = ""
    for ch in chunk:
        if part and measure(part) + measure(ch) > columns:
            yield part
            part = ""
        part += ch
    yield part


def printable(text: str) -> str:
    """A text without characters that steer a terminal; line ends are kept.

    >>> printable("补助\\x1b[31m多少")
    '补助[31m多少'
    """
    return "".join(ch for ch in text if ch == "\n" or unicodedata.category(ch) not in ("Cc", "Cs"))
