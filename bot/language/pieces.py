"""What a statement of an answer is made of: what answers, and the pieces behind it that can each go alone once they were said."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.language.answer_particles import OPENERS
from bot.language.punctuation import COLON, COMMA, PART, closed, open_ended
from bot.language.statements import depends
from bot.language.unwritten import INSTEAD, after_opener, is_silent

_APART = re.compile(f"{PART}|(?=，[^，；：。]{{2,}}?(?:文件)?没写(?:[。；]|$))")
"""Between two pieces; also before what a statement says of a piece is not written, which keeps its mark: 有“快速通道”，条件文件没写."""

_BEHIND_GAP = re.compile("[，；：]")
_ONLY_NAMES = re.compile("有?“[^”]*”|第 .*|[两三四]项|您.*|责任人")
"""What stands before a colon and says nothing by itself."""


class Pieces(NamedTuple):
    """What a statement answers first, the mark behind that, and what follows, piece by piece.

    ``head`` is empty where the first piece answers; ``alone`` tells whether the head answers without any of them.
    """

    head: str
    mark: str
    behind: tuple[str, ...]
    alone: bool

    def but(self, gone: set[str]) -> str:
        """The statement without some of the pieces behind: with its own mark where the first of them stays."""
        left = [piece for piece in self.behind if piece not in gone]
        if not left:
            return closed(self.head)
        mark = self.mark if left[0] == self.behind[0] else PART
        rest = "".join(piece if belongs(piece) else f"{PART}{piece}" for piece in left).lstrip(PART + COMMA)
        return closed(f"{self.head}{mark}{rest}" if self.head else rest)


def belongs(piece: str) -> bool:
    """Whether a piece only says what is not written of the one before it.

    >>> belongs("，条件文件没写"), belongs("号码文件没写")
    (True, False)
    """
    return piece.startswith(COMMA)


def pieces(text: str) -> Pieces:
    """A statement in pieces.

    >>> pieces("文件没写几天，写的是适当增加；由单位安排。")
    Pieces(head='文件没写几天', mark='，写的是', behind=('适当增加', '由单位安排'), alone=True)
    >>> pieces("当天：当日申报、当日认定。")
    Pieces(head='当天', mark='：', behind=('当日申报、当日认定',), alone=True)
    >>> pieces("能：可替代论文；篇数没写。")
    Pieces(head='能', mark='：', behind=('可替代论文', '篇数没写'), alone=False)
    >>> pieces("每月 1000 元。")
    Pieces(head='', mark='', behind=('每月 1000 元',), alone=False)
    """
    text = open_ended(text)
    if is_silent(text):
        return _of_silence(text)
    head, mark, rest = text.partition(COLON)
    if not rest or PART in head:
        return Pieces("", "", tuple(_APART.split(text)), alone=False)
    alone = head not in OPENERS and not depends(head) and _ONLY_NAMES.fullmatch(head) is None
    return Pieces(head, mark, tuple(_APART.split(rest)), alone)


def _of_silence(text: str) -> Pieces:
    """A statement that something is not written: that, and what is written instead or beside it."""
    found = _BEHIND_GAP.search(text, after_opener(text))
    if found is None:
        return Pieces(text, "", (), alone=True)
    mark, rest = found[0], text[found.end() :]
    if rest.startswith(INSTEAD):
        mark, rest = mark + INSTEAD, rest.removeprefix(INSTEAD)
    return Pieces(text[: found.start()], mark, tuple(_APART.split(rest)), alone=True)
