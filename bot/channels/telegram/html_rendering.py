"""A reply as Telegram shows it: HTML with everything escaped, in parts that fit one message each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from bot.model.reply import Line, LineKind, Section

MAX_UNITS = 4096
"""Telegram counts UTF-16 units, after the markup is taken out."""

_TAGS = {
    LineKind.TITLE: "b",
    LineKind.VERDICT: "b",
    LineKind.SUM: "b",
    LineKind.SOURCE: "i",
    LineKind.NOTE: "i",
}


class Part(NamedTuple):
    """One message: as HTML, and as plain text for when Telegram refuses the HTML."""

    html: str
    plain: str


def units(text: str) -> int:
    """The length of a text as Telegram counts it.

    >>> units("补助🙂")
    4
    """
    return len(text.encode("utf-16-le")) // 2


def render(sections: Sequence[Section], limit: int = MAX_UNITS) -> list[Part]:
    """Sections as messages: as few as fit, split between sections; inside one only if it alone is too long."""
    blocks = [block for section in sections if section.lines for block in _blocks(section.lines, limit)]
    groups: list[list[Sequence[Line]]] = []
    filled = 0
    for block in blocks:
        size = units(_plain(block)) + 2
        if groups and filled + size <= limit:
            groups[-1].append(block)
            filled += size
        else:
            groups.append([block])
            filled = size
    return [Part("\n\n".join(map(_html, group)), "\n\n".join(map(_plain, group))) for group in groups]


def _blocks(lines: Sequence[Line], limit: int) -> Iterable[Sequence[Line]]:
    """The lines in one block, or in several if they do not fit one message."""
    pieces = [piece for line in lines for piece in _pieces(line, limit)]
    block: list[Line] = []
    for piece in pieces:
        if block and units(_plain([*block, piece])) > limit:
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def _pieces(line: Line, limit: int) -> Iterable[Line]:
    """A line, cut where it alone is too long for a message. Half the limit is safe for characters of two units."""
    step = limit if units(line.text) <= limit else limit // 2
    return (Line(line.kind, line.text[start : start + step]) for start in range(0, len(line.text), step))


def _plain(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _html(lines: Sequence[Line]) -> str:
    return "\n".join(_html_line(line) for line in lines)


def _html_line(line: Line) -> str:
    tag = _TAGS.get(line.kind)
    text = escape(line.text, quote=False)
    return f"<{tag}>{text}</{tag}>" if tag and text.strip() else text
