"""Numbered items of plain text, Markdown and the paragraphs of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.language.numerals import value_of

_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("一、", re.compile(r"^(?:第?([一二三四五六七八九十百]+)[、．.章]|第([一二三四五六七八九十百]+)[条项])\s*")),
    ("（一）", re.compile(r"^[（(]([一二三四五六七八九十百]+)[）)]\s*")),
    ("1.", re.compile(r"^(\d{1,3})\s*(?:[.．、](?!\d)|[)）])\s*")),
    ("（1）", re.compile(r"^[（(](\d{1,3})[）)]\s*")),
)
_HEADING = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^\s*[-*+]\s+")
_TITLE_END = re.compile(r"[。：:；;]")
_LONGEST_TITLE = 30
_MOST_ITEMS = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """One item of a document as far as it could be read. ``doubts`` are for the author, in Chinese.

    ``lead_is_sure`` is False where the document does not say which of the units leads.
    """

    number: int
    title: str
    text: str
    area: str = ""
    units: tuple[str, ...] = ()
    lead: str = ""
    officer: str = ""
    deadline: str = ""
    doubts: tuple[str, ...] = ()
    lead_is_sure: bool = True


@dataclass(slots=True)
class _Item:
    level: str
    number: int
    heading: str
    area: str
    lines: list[str] = field(default_factory=list)


def drafts_from_lines(lines: Iterable[str]) -> list[Draft]:
    """Items of a text: of its ordinals （一）, 1., 一、 those of the level that most looks like items."""
    marked = [_mark(line) for line in lines if line.strip()]
    level = _item_level([found for found, _, _ in marked])
    if level is None:
        return []
    names = [name for name, _ in _LEVELS]
    items: list[_Item] = []
    area = ""
    for found, number, text in marked:
        outer = found in names and names.index(found) < names.index(level)
        if found == level:
            items.append(_Item(level, number, text, area))
        elif outer or found == "#":
            area = text
        elif items:
            items[-1].lines.append(text)
    return [_draft(item, place) for place, item in enumerate(items[:_MOST_ITEMS], start=1)]


def _mark(line: str) -> tuple[str | None, int, str]:
    """A line's level, its number and the rest. ``#`` is a Markdown heading without an ordinal."""
    plain = line.strip()
    heading = _HEADING.match(plain)
    plain = _BULLET.sub("", plain[heading.end() :] if heading else plain).strip("* ")
    for name, pattern in _LEVELS:
        match = pattern.match(plain)
        if match:
            numeral = next(group for group in match.groups() if group)
            return name, int(value_of(numeral) or 0), plain[match.end() :].strip("* ")
    return ("#" if heading else None), 0, plain


def _item_level(found: Sequence[str | None]) -> str | None:
    """The level of items: （一） under 一、; numbers under headings; the outermost where it is the only one."""
    counts = Counter(name for name in found if name is not None and name != "#")
    if not counts:
        return None
    if counts["（一）"] and counts["（一）"] >= counts["一、"]:
        return "（一）"
    if counts["1."] and counts["一、"] and counts["1."] > counts["一、"]:
        return "1."
    return next(name for name, _ in _LEVELS if counts[name])


def _draft(item: _Item, place: int) -> Draft:
    end = _TITLE_END.search(item.heading)
    short = item.heading[: end.start()] if end else item.heading
    text = "\n".join([item.heading, *item.lines] if end or not item.lines else item.lines)
    doubts = []
    if item.number != place:
        doubts.append(f"原文编号是 {item.number}，按顺序是第 {place} 项")
    if len(short) > _LONGEST_TITLE:
        doubts.append("标题是从正文截的")
    return with_labels(Draft(place, short[:_LONGEST_TITLE], text, area=item.area, doubts=tuple(doubts)))


_VALUE = r"((?:[（(]牵头[）)]|[^（(）)】\]\n。；;])+)"
_CLOSING = r"[）)】\]]?[。；;]?"


def _label(words: str) -> re.Pattern[str]:
    """``words：value``, in brackets or not; a unit in it may be marked （牵头）."""
    return re.compile(rf"[（(【\[]?\s*(?:{words})\s*[:：]\s*{_VALUE}{_CLOSING}")


_LABELS = {
    "lead": _label("牵头(?:单位|部门)"),
    "units": _label("(?:责任|配合|承办|落实)(?:单位|部门)"),
    "officer": _label("责任人|负责人"),
    "deadline": _label("完成时限|完成时间|时限|期限"),
}
_BETWEEN_UNITS = re.compile(r"[、,，;；/\s]+|和(?=区|市|县|省)")


def with_labels(draft: Draft) -> Draft:
    """The draft with 责任单位：…, 牵头单位：…, 完成时限：… taken out of its text into fields."""
    found = {name: match.group(1).strip() for name, pattern in _LABELS.items() if (match := pattern.search(draft.text))}
    text = draft.text
    for pattern in _LABELS.values():
        text = pattern.sub("", text)
    units, lead = led_units(found.get("units", ""), found.get("lead", ""))
    return replace(
        draft,
        text=text.strip(),
        units=units or draft.units,
        lead=lead or draft.lead,
        officer=found.get("officer", draft.officer),
        deadline=found.get("deadline", draft.deadline),
    )


def led_units(units: str, lead: str) -> tuple[tuple[str, ...], str]:
    """All units named, and the one the document says leads: by a label of its own or marked （牵头）; else none.

    >>> led_units("县财政局（牵头）、县卫健局", "")
    (('县财政局', '县卫健局'), '县财政局')
    """
    named = split_units(units)
    marked = [unmarked(unit) for unit in named if "牵头" in unit]
    leads = (*split_units(unmarked(lead)), *marked)
    every = (*leads, *(unmarked(unit) for unit in named))
    return tuple(dict.fromkeys(unit for unit in every if unit)), leads[0] if len(leads) == 1 else ""


def unmarked(unit: str) -> str:
    """A unit's name without the mark （牵头）."""
    return _LEAD_MARK.sub("", unit).strip("：: ")


_LEAD_MARK = re.compile(r"[（(]?牵头[）)]?")


def split_units(text: str) -> tuple[str, ...]:
    """The units of a cell or a label, in order.

    >>> split_units("区卫生健康委、区教育局，各街道")
    ('区卫生健康委', '区教育局', '各街道')
    """
    return tuple(dict.fromkeys(unit for unit in _BETWEEN_UNITS.split(text) if unit))
