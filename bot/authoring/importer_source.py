"""A document as it was found: lines and tables in order, each with its place, and what could only be named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.authoring.importer_ordinals import mark


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``blank_before``: it does not go on where the line before ended."""

    text: str
    place: str
    heading: bool = False
    blank_before: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. ``places`` tell where each cell stands; empty ones too."""

    cells: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, also one that is only text between bars."""

    rows: tuple[Row, ...]
    place: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the document that is in no draft: where it stands, what it says, why."""

    place: str
    text: str
    why: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.place}：{self.text}（{self.why}）"


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Source:
    """All of a document. ``unread`` is what cannot be read as text, by place: a picture, a deleted revision."""

    blocks: tuple[Block, ...]
    unread: tuple[LeftOut, ...] = ()

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Every paragraph and every cell that holds anything: place and text."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block.place, block.text
            else:
                for row in block.rows:
                    yield from ((row.place, cell) for cell in row.cells if cell)


_LOOKS_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff０-９Ａ-Ｚａ-ｚ％]")
"""Radicals that PDF files write for characters, and wide letters and digits; marks stay as they are."""

_BETWEEN_DIGITS = {"．": ".", "－": "-", "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "，": ",", "：": ":"}
_WIDE_MARK = re.compile(rf"(?<=\d)[{''.join(_BETWEEN_DIGITS)}](?=\d)")
_BLANKS = re.compile(r"[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff\u00ad]+")
_OTHER_RADICALS = str.maketrans(
    "⺀⺊⺌⺕⺝⺟⺠⻁⻄⻅⻆⻉⻋⻌⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻩⻬⻰",
    "冫卜小彐月母民虎西见角贝车辶长长门青韦页风飞食马鬼鱼黄齐龙",
)


def tidy(text: str) -> str:
    """A text with narrow digits and true characters, on one line.

    >>> tidy("⼀、电话０２４－９６１２３")
    '一、电话024-96123'
    """
    plain = _LOOKS_ALIKE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text.translate(_OTHER_RADICALS))
    plain = _WIDE_MARK.sub(lambda found: _BETWEEN_DIGITS[found.group()], plain)
    return _BLANKS.sub(" ", plain).strip()


def tidy_cell(text: str) -> str:
    """A cell, its lines kept apart; a figure that was broken off from its unit is joined again."""
    lines = [Line(tidied, "") for part in text.splitlines() if (tidied := tidy(part))]
    return "\n".join(line.text for line in _joined(lines, 0))


_ENDED = re.compile(r"[。！？!?；;：:]$|[。；][”」』）)]$")
_GOES_ON_WITH = re.compile(r"^[\d.]*\s*(?:万|亿|元|天|日|月|年|小时|周|个|次|倍|名|人|份|%|\d)")
_WANTS_FIGURE = re.compile(r"[每按照至达到为于约共计满过]$|(?:不低于|不少于|不超过|以内|每人|每天|每日|每月|标准)$")
_FIGURE_FIRST = re.compile(r"^\d+(?:\.\d+)?\s*(?:万|亿|元|天|日|月|年|小时|周|个|次|倍|名|人|份|%)")
_BROKEN_AT = range(24, 121)
"""Width, in half characters, at which lines may have been broken by hand or by a printer."""

_FLAT = 240
"""Characters beyond which a line is several paragraphs run together."""


def paragraphs(lines: Iterable[Line]) -> list[Line]:
    """Lines as the paragraphs they were before somebody broke them, or ran them together."""
    tidied = [replace(line, text=text) for line in lines if (text := tidy(line.text))]
    apart = [part for line in tidied for part in _apart(line)]
    return list(_joined(apart, _break(apart)))


def _apart(line: Line) -> Iterator[Line]:
    """A very long line at the blanks that were its line breaks, and before what is numbered after a sentence."""
    if len(line.text) <= _FLAT:
        yield line
        return
    start = 0
    for end in [*(seam.start() for seam in _SEAM.finditer(line.text)), len(line.text)]:
        part = line.text[start:end].strip()
        if part and part.count("《") <= part.count("》") and part.count("〈") <= part.count("〉"):
            yield replace(line, text=part, blank_before=start > 0 or line.blank_before)
            start = end
    if line.text[start:].strip():
        yield replace(line, text=line.text[start:].strip(), blank_before=True)


_SEAM = re.compile(
    r"(?<=[^\d\sA-Za-z])\s+(?=[^\s\d])|\s+(?=\d{1,3}[.、])|(?<=[。；;：:）)])(?=[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?<=[。；;：:）)])(?=[一二三四五六七八九十]{1,3}、)"
)


def _break(lines: Sequence[Line]) -> int:
    """The width at which lines were broken; 0 where they were not: some are far longer."""
    widest = max((_width(line.text) for line in lines), default=0)
    return widest if widest in _BROKEN_AT else 0


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _joined(lines: Iterable[Line], broken_at: int) -> Iterator[Line]:
    waiting: Line | None = None
    last = ""
    for line in lines:
        if waiting is not None and _goes_on(last, line, broken_at):
            waiting = replace(waiting, text=_closed_up(waiting.text, line.text))
        else:
            if waiting is not None:
                yield waiting
            waiting = line
        last = line.text
    if waiting is not None:
        yield waiting


def _goes_on(before: str, line: Line, broken_at: int) -> bool:
    """Whether a line goes on in mid-sentence with what the line before began."""
    if line.blank_before or line.heading or _ENDED.search(before):
        return False
    if re.search(r"\d$", before) and _GOES_ON_WITH.match(line.text):
        return True
    if _WANTS_FIGURE.search(before) and _FIGURE_FIRST.match(line.text):
        return True
    return bool(broken_at) and _width(before) >= broken_at - 6 and mark(line.text).level is None


def _closed_up(before: str, after: str) -> str:
    blank = " " if re.search(r"[A-Za-z]$", before) and re.match(r"[A-Za-z]", after) else ""
    return before + blank + after
