"""Telegram's HTML, read as strictly as Telegram reads it."""

from __future__ import annotations

import re
from html import unescape

_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
_TOKEN = re.compile(r"<(/?)([a-z-]+)((?:\s+[a-z-]+=\"[^\"]*\")*)\s*>|&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class MarkupError(ValueError):
    """The text is not well-formed; the message is Telegram's."""


def text_of(html: str) -> str:
    """The text of an HTML message, its markup taken out.

    Raises:
        MarkupError: for a stray ``<`` or ``&``, an unknown tag, or tags that do not nest.
    """
    text: list[str] = []
    stack: list[str] = []
    position = 0
    for match in _TOKEN.finditer(html):
        text.append(_literal(html, position, match.start()))
        position = match.end()
        closing, tag, _, entity = match.groups()
        if entity is not None:
            text.append(unescape(match.group()))
        elif closing:
            if not stack or stack.pop() != tag:
                raise MarkupError(f"Bad Request: can't parse entities: unexpected end tag at {match.start()}")
        elif tag in _TAGS:
            stack.append(tag)
        else:
            raise MarkupError(f'Bad Request: can\'t parse entities: unsupported start tag "{tag}"')
    text.append(_literal(html, position, len(html)))
    if stack:
        raise MarkupError(f"Bad Request: can't parse entities: can't find end tag of {stack[-1]}")
    return "".join(text)


def _literal(html: str, start: int, end: int) -> str:
    piece = html[start:end]
    if "<" in piece or "&" in piece:
        raise MarkupError(f"Bad Request: can't parse entities: unsupported start tag at byte offset {start}")
    return piece
