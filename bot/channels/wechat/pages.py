"""A reply as WeChat shows it: plain text within its limit of bytes, options as links that send what they say, or as numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.channels.text_layout import printable
from bot.channels.wechat import wechat_notices as notices
from bot.model.reply import Section
from bot.model.session import Option

MAX_BYTES = 2047
"""Of a passive reply's text, markup of links included."""

MORE = Option(notices.MORE_LABEL, "more")
"""The channel's own option: what is left of a long reply."""

_GAP = "\n\n"
_MOST_PAGES = 999
_NARROW = str.maketrans("<>", "＜＞")
"""Only links of ours are links: WeChat reads markup in any text."""

_ESCAPED = {char: f"%{ord(char):02X}" for char in " %&+#\"'<>?=/\\"}
"""What has a meaning in an address. Chinese stays as it is: WeChat takes it so, in a third of the bytes."""


def size(text: str) -> int:
    """The length of a text as WeChat counts it."""
    return len(text.encode())


def pages(sections: Sequence[Section], options: Sequence[Option], *, numbered: bool = True) -> tuple[str, ...]:
    """A reply in as few messages as it fits, cut between sections; every page but the last says how to go on.

    ``numbered`` says that a number sent next chooses an option.
    """
    blocks = ["\n".join(_plain(line.text) for line in section.lines) for section in sections if section.lines]
    tails = _tails(options, numbered=numbered) if options else []
    for tail in tails or [""]:
        whole = _GAP.join([*blocks, tail] if tail else blocks)
        if size(whole) <= MAX_BYTES:
            return (whole,)
    return _with_rests(_packed(blocks, tails))


def _packed(blocks: Sequence[str], tails: Sequence[str]) -> list[str]:
    """Pages with room for how to go on; the options stand on the last."""
    room = MAX_BYTES - size(_GAP + notices.more(link(MORE), _MOST_PAGES))
    packed = list(_filled(_fitting(blocks, room), room))
    for tail in tails:
        if packed and size(packed[-1] + _GAP + tail) <= room:
            return [*packed[:-1], packed[-1] + _GAP + tail]
    return [*packed, *_filled(_fitting(tails[-1:], room), room)]


def _with_rests(packed: Sequence[str]) -> tuple[str, ...]:
    last = len(packed) - 1
    return tuple(
        page if number == last else f"{page}{_GAP}{notices.more(link(MORE), last - number)}"
        for number, page in enumerate(packed)
    )


def _tails(options: Sequence[Option], *, numbered: bool) -> list[str]:
    """The options in every way they can be shown, the best first."""
    labels = [_plain(option.label) for option in options]
    links = _listed(map(link, options), numbered=numbered)
    if not numbered:
        return [links, notices.either("、".join(labels))]
    return [links, f"{_listed(labels, numbered=True)}\n{notices.NUMBERS_HINT}"]


def _listed(shown: Iterable[str], *, numbered: bool) -> str:
    return "\n".join(f"{number}. {one}" if numbered else f"· {one}" for number, one in enumerate(shown, start=1))


def link(option: Option) -> str:
    """A link that sends the option's label as if it were typed.

    >>> link(Option("一 & 二", "do:my"))
    '<a href="weixin://bizmsgmenu?msgmenucontent=一%20%26%20二&msgmenuid=do:my">一 & 二</a>'
    """
    content = "".join(_ESCAPED.get(char, char) for char in printable(option.label))
    address = f"weixin://bizmsgmenu?msgmenucontent={content}&msgmenuid={option.action}"
    return f'<a href="{address}">{_plain(option.label)}</a>'


def _plain(text: str) -> str:
    """A text that cannot make a link, and that XML can carry."""
    shown = "".join(ch for ch in printable(text) if unicodedata.category(ch) != "Cn")
    return shown.translate(_NARROW)


def _fitting(blocks: Iterable[str], room: int) -> Iterator[str]:
    """The blocks; one that does not fit a page is cut between lines, a line that does not within."""
    for block in blocks:
        if size(block) <= room:
            yield block
        else:
            lines = (piece for line in block.split("\n") for piece in _pieces(line, room))
            yield from _filled(lines, room, "\n")


def _filled(parts: Iterable[str], room: int, gap: str = _GAP) -> Iterator[str]:
    """Parts joined as long as they fit."""
    joined: str | None = None
    for part in parts:
        if joined is not None and size(joined + gap + part) > room:
            yield joined
            joined = None
        joined = part if joined is None else joined + gap + part
    if joined is not None:
        yield joined


def _pieces(line: str, room: int) -> Iterator[str]:
    piece = ""
    for char in line:
        if size(piece + char) > room:
            yield piece
            piece = ""
        piece += char
    yield piece
