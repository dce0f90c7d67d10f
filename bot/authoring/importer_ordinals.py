"""Numbers in front of items: how they are written, and which of several kinds numbers the items."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.language.numerals import value_of

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_DATED = r"(?=\d{1,4}\s*[年月日号])"
_UNITS = r"(?!\s*(?:倍|万|亿|元|天|日|个|小时|%|％|米|次|号|年|月))"
_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("第一章", re.compile(rf"^第\s*({_HAN}|\d{{1,3}})\s*[章节部](?:分)?[\s、：:]*")),
    ("一、", re.compile(rf"^({_HAN})\s*[、．.](?!\d)\s*")),
    ("第一条", re.compile(rf"^第\s*({_HAN}|\d{{1,3}})\s*[条项](?![、和至及与到或的中规所政款第—-])[\s：:]*")),
    ("（一）", re.compile(rf"^[（(]\s*({_HAN})\s*[）)][、．.]?\s*")),
    ("1.", re.compile(rf"^(\d{{1,3}})\s*(?:[．.](?!\d)|[、)）](?!\s*\d+[、项条])|[．.]{_DATED})\s*")),
    ("1.1", re.compile(rf"^\d{{1,2}}\s*[.．-]\s*(\d{{1,2}})(?:[、．.]|\s+|(?=[\u4e00-\u9fff])){_UNITS}\s*")),
    ("（1）", re.compile(r"^[（(]\s*(\d{1,3})\s*[）)]\s*")),
    ("①", re.compile(r"^([①-⑳])\s*[、．.]?\s*")),
)
_SPECIAL = re.compile("^[\u2474-\u2487\u3220-\u3229]")
"""⑴ and ㈠: one character for what is elsewhere three."""

LEVELS = tuple(name for name, _ in _LEVELS)
_OUTER = frozenset({"第一章", "一、"})
_HEADING = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^[-*+•·●■◆▪]\s+")
_SENTENCE = re.compile(r"[。；;]")
_LONGEST_HEADING = 45
_MEASURES = re.compile(r"^.{0,6}(?:措施|政策|任务|内容|举措)$")


class Mark(NamedTuple):
    """What stands in front of a line: its level (``#`` for a heading without a number), the number, and the rest."""

    level: str | None
    number: int
    text: str


def mark(line: str) -> Mark:
    """A line without what numbers it.

    >>> mark("㈢ 热线"), mark("1.3月底前发放").number, mark("1.5 倍工资").level, mark("第十项、第十一项只享受一次").level
    (Mark(level='（一）', number=3, text='热线'), 1, None, None)
    """
    plain = line.strip()
    heading = _HEADING.match(plain)
    plain = _BULLET.sub("", plain[heading.end() :] if heading else plain).strip("* ")
    special = _SPECIAL.match(plain)
    if special:
        plain = unicodedata.normalize("NFKC", special.group()) + plain[1:]
    for name, pattern in _LEVELS:
        found = pattern.match(plain)
        if found:
            return Mark(name, _number(found.group(1)), plain[found.end() :].strip("* "))
    return Mark("#" if heading else None, 0, plain)


def number_of(cell: str) -> int | None:
    """The number in a cell of a ledger's first column, however it is written.

    >>> number_of("（三）"), number_of("⑫"), number_of("第4项"), number_of("1-3"), number_of("５"), number_of("合计")
    (3, 12, 4, 3, 5, None)
    """
    plain = unicodedata.normalize("NFKC", cell).strip()
    found = re.fullmatch(rf"\D{{0,3}}?(?:\d+[-.])?(\d{{1,4}}|{_HAN})[条项号]?[).、)\s]*", re.sub(r"^[第(（\s]+", "", plain))
    return _number(found.group(1)) if found else None


def _number(numeral: str) -> int:
    return int(value_of(unicodedata.normalize("NFKC", numeral)) or 0)


def item_level(marks: Sequence[Mark]) -> str | None:
    """Which level numbers the items: the outermost, or one further in where the outer ones are only headings."""
    present = [name for name in LEVELS if any(found.level == name for found in marks)]
    if not present:
        return None
    chosen = present[0]
    for inner in present[1:]:
        if not _is_heading_of(chosen, inner, marks):
            break
        chosen = inner
    return chosen


def _is_heading_of(outer: str, inner: str, marks: Sequence[Mark]) -> bool:
    """Whether what ``outer`` numbers are headings over the items that ``inner`` numbers."""
    groups = _groups(outer, marks)
    numbers = [[found.number for found in group if found.level == inner] for group in groups]
    filled = [group for group in numbers if group]
    count = sum(map(len, filled))
    if count < len(groups):
        return outer in _OUTER and any(len(n) > 1 and _MEASURES.search(g[0].text) for g, n in zip(groups, numbers, strict=True))
    goes_on = len(filled) > 1 and _rising([number for group in filled for number in group])
    if outer not in _OUTER and not goes_on:
        return False
    bare = sum(_is_bare(group, inner) for group in groups)
    return goes_on or bare * 5 >= len(groups) * 3 or count >= 2 * len(groups) or (count == len(groups) == bare)


def _groups(outer: str, marks: Sequence[Mark]) -> list[list[Mark]]:
    groups: list[list[Mark]] = []
    for found in marks:
        if found.level == outer:
            groups.append([found])
        elif groups:
            groups[-1].append(found)
    return groups


def _is_bare(group: Sequence[Mark], inner: str) -> bool:
    """A heading: short, and nothing below it but what ``inner`` numbers."""
    head, *rest = group
    bare = len(head.text) <= _LONGEST_HEADING and not _SENTENCE.search(head.text.rstrip("。"))
    return bare and bool(rest) and rest[0].level == inner


def _rising(numbers: Sequence[int]) -> bool:
    return all(later > earlier for earlier, later in pairwise(numbers))
