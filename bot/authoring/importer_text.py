"""Numbered items of plain text, Markdown and the paragraphs of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import accumulate

from bot.authoring.importer_ordinals import LEVELS, Mark, item_level, mark, number_of
from bot.authoring.importer_source import LeftOut, Line

_TITLE_END = re.compile(r"[。：:；;\n]")
LONGEST_TITLE = 30
_SHORTEST_TITLE = 4
_WIDEST_GAP = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """One item of a document as far as it could be read. ``doubts`` are for the author, in Chinese.

    ``lead_is_sure`` is False where the document does not say which of the units leads. ``title`` is empty where the
    document has none that is short enough.
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
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """What was found: drafts, lines before the first item, and what is in no draft."""

    drafts: tuple[Draft, ...] = ()
    head: tuple[Line, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    label: str = "项"

    @property
    def size(self) -> int:
        """How much text the drafts hold."""
        return sum(len(draft.text) for draft in self.drafts)


@dataclass(slots=True)
class _Item:
    number: int
    heading: str
    area: str
    lines: list[Line] = field(default_factory=list)


_APPENDIX = re.compile(r"^附\s*[件表录]\s*\d*\s*(?:[:：].*)?$|^附[:：]")
_CLOSES = re.compile(
    r"^(?:本(?:措施|通知|办法|方案|意见|规定|台账|文件|政策)|以上|上述|注\s*[:：]|附\s*[件表录]|抄送|联系人|[（(](?:此件|信息公开)"
    r"|(?:以上)?第[一二三四五六七八九十\d]+(?:[、至和及到]第?[一二三四五六七八九十\d]+)*[项条]|自(?:印发|发布|公布)之日"
    r"|各(?:地|级|区|县|市|有关|相关|单位|部门)[^。]{0,24}(?:要|应)|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$)"
)
_SIGNED = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")
_SHORT = 40


def items_from_lines(lines: Sequence[Line]) -> Items:
    """Items of the part of a text that holds most; a part begins with 附件 on a line of its own."""
    parts = [_items(part) for part in _parts(lines)]
    best = max(range(len(parts)), key=lambda place: parts[place].size, default=None)
    if best is None or not parts[best].drafts:
        return Items(head=tuple(lines))
    before, after = [
        [LeftOut(line.place, line.text, why) for part in chosen for line in part]
        for chosen, why in (
            (list(_parts(lines))[:best], "在措施那一部分前面"),
            (list(_parts(lines))[best + 1 :], "在附件里"),
        )
    ]
    chosen = parts[best]
    return replace(chosen, left_out=(*before, *chosen.left_out, *after))


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        if _APPENDIX.match(line.text) and part:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _items(lines: Sequence[Line]) -> Items:
    """Items told by their numbers; by their headings where that puts far more of the text into them."""
    marks = [mark(f"# {line.text}" if line.heading else line.text) for line in lines]
    level = item_level(marks)
    numbers = _split(lines, marks, [_part_of(found, level) for found in marks], level)
    headings = _split(lines, marks, _parts_by_headings(lines), None)
    return headings if headings.size > 2 * numbers.size and len(headings.drafts) > 1 else numbers


class _Part(Enum):
    ITEM = auto()
    AREA = auto()
    BODY = auto()


def _part_of(found: Mark, level: str | None) -> _Part:
    if level is None:
        return _Part.BODY
    if found.level == level:
        return _Part.ITEM
    outer = found.level == "#" or (found.level in LEVELS and LEVELS.index(found.level) < LEVELS.index(level))
    return _Part.AREA if outer else _Part.BODY


def _parts_by_headings(lines: Sequence[Line]) -> list[_Part]:
    """A heading with text below it is an item, one over other headings an area."""
    heads = [line.heading or line.text.startswith("#") for line in lines]
    return [
        _Part.BODY if not head else _Part.AREA if below else _Part.ITEM
        for head, below in zip(heads, [*heads[1:], True], strict=True)
    ]


def _split(lines: Sequence[Line], marks: Sequence[Mark], parts: Sequence[_Part], level: str | None) -> Items:
    items: list[_Item] = []
    head: list[Line] = []
    astray: list[Line] = []
    area, current = "", False
    for line, found, part in zip(lines, marks, parts, strict=True):
        if part is _Part.ITEM:
            items.append(_Item(found.number if level else 0, found.text, area))
            current = True
        elif part is _Part.AREA and (items or level or not _TITLE_LIKE.search(found.text)):
            current = False
            area = found.text if len(found.text) <= _SHORT else ""
            astray += [] if area else [line]
        elif current:
            items[-1].lines.append(replace(line, text=found.text))
        else:
            (astray if items else head).append(line)
    if not items:
        return Items(head=tuple(lines))
    return _made(items, head, astray, "条" if level == "第一条" else "项")


_TITLE_LIKE = re.compile(r"(?:措施|通知|方案|意见|办法|台账|解读|细则)[）)]?$")


def _made(items: Sequence[_Item], head: Sequence[Line], astray: Sequence[Line], label: str) -> Items:
    closing = _closing(items)
    left_out = [LeftOut(line.place, line.text, "不在任何一项里") for line in astray]
    left_out += [LeftOut(line.place, line.text, "在最后一项后面，像是结尾") for line in closing]
    numbers = numbered([item.number or None for item in items])
    drafts = tuple(_draft(item, number) for item, number in zip(items, numbers, strict=True))
    return Items(drafts=with_notes(drafts, left_out), head=tuple(head), left_out=tuple(left_out), label=label)


def _closing(items: Sequence[_Item]) -> list[Line]:
    """Lines after the last item that belong to no item. They are taken out of it."""
    *others, last = items
    usual = max((len(item.lines) for item in others), default=-1)
    fewest = min((len(item.lines) for item in others), default=0)
    start = next((n for n, line in enumerate(last.lines) if _CLOSES.match(line.text)), len(last.lines))
    signed = next((n for n, line in enumerate(last.lines) if _is_signature(line)), len(last.lines))
    start = min(start, signed)
    if len(others) > 1 and usual < start:
        start = max(usual, 0)
    start = max(start, min(fewest, len(last.lines)))
    closing, last.lines = last.lines[start:], last.lines[:start]
    return closing


def _is_signature(line: Line) -> bool:
    return len(line.text) <= _SHORT and bool(_SIGNED.search(line.text))


def numbered(found: Iterable[int | None]) -> list[int]:
    """The numbers of items as they can be told apart: their own as long as they rise, else the next.

    >>> numbered([1, 2, 4, 1, 2, None])
    [1, 2, 4, 5, 6, 7]
    """
    return list(accumulate(found, next_number, initial=0))[1:]


def next_number(last: int, own: int | None) -> int:
    """An item's own number if it rises, though not by leaps; else the next."""
    return own if own is not None and last < own <= last + _WIDEST_GAP else last + 1


def _draft(item: _Item, place: int) -> Draft:
    heading_only = bool(item.lines) and len(item.heading) <= LONGEST_TITLE and not _TITLE_END.search(item.heading)
    lines = [line.text for line in item.lines]
    doubts = [f"原文编号是 {item.number}，和前面的重了，这里是第 {place} 项"] if item.number not in (0, place) else []
    text = "\n".join(lines if heading_only else [item.heading, *lines])
    draft = with_labels(Draft(place, item.heading, text, area=item.area, doubts=tuple(doubts)))
    if heading_only:
        return draft
    title = title_of(draft.text)
    is_heading = re.match(rf"{re.escape(title)}[。：:]\s*\S", draft.text) if title else None
    doubts += ["标题是从正文截的"] if title and not is_heading and title != draft.text.strip("。") else []
    return replace(draft, title=title, doubts=tuple(doubts))


def title_of(text: str) -> str:
    """A title: the first clauses that fit; none where that would cut a sentence in the middle.

    >>> title_of("体检。每年一次。"), title_of("发放补助，按天计算，医务人员都有份，长期执行，按月发放，不再另外申请，不用交税。")
    ('体检', '发放补助，按天计算，医务人员都有份，长期执行，按月发放')
    """
    end = _TITLE_END.search(text)
    first = text[: end.start()] if end else text
    if len(first) <= LONGEST_TITLE:
        return first.strip()
    clauses = [found.start() for found in re.finditer("[，,]", first) if found.start() <= LONGEST_TITLE]
    return first[: clauses[-1]].strip() if clauses and clauses[-1] >= _SHORTEST_TITLE else ""


_NESTED = r"[（(][^（）()]*[）)]"
_VALUE = rf"((?:{_NESTED}|[^（(）)】\]\n。；;])+)"
_CLOSING = r"[）)】\]]?[。；;]?"


def _label(words: str) -> re.Pattern[str]:
    """``words：value``, in brackets or not; a unit in it may be marked （牵头）, or hold brackets of its own."""
    return re.compile(rf"[（(【\[]?\s*(?:{words})\s*[:：]\s*{_VALUE}{_CLOSING}")


_LABELS = {
    "lead": _label("牵头(?:单位|部门)"),
    "units": _label("(?:责任|配合|承办|落实|主办|参加|参与)(?:单位|部门)"),
    "officer": _label("责任人|负责人"),
    "deadline": _label("完成时限|完成时间|办结时限|时限|期限"),
}
_SAID = re.compile(
    rf"[（(](?:由)?((?:{_NESTED}|[^（）()])+?)(牵头|负责(?![人任]))[，,；;、]?((?:{_NESTED}|[^（）()])*)[）)][。；;]?$", re.MULTILINE
)
"""（省教育厅牵头，各市政府负责） at the end of a paragraph."""

_OFFICE = re.compile(r"(?:委|局|厅|部|会|办|联|政府|医院|中心|院|单位|部门|组|街道|镇|乡|区|县|市|银行|公司)[）)]?$")

_DUTY = re.compile(r"(?:分工|共同)?(?:负责|配合|参与|参加|落实|协助)(?:落实)?$|^会同")


def with_labels(draft: Draft) -> Draft:
    """The draft with 责任单位：…, 牵头单位：…, 完成时限：… taken out of its text into fields."""
    found = {name: [m.group(1).strip() for m in pattern.finditer(draft.text)] for name, pattern in _LABELS.items()}
    text = draft.text
    for pattern in _LABELS.values():
        text = pattern.sub("", text)
    for said in _SAID.finditer(text):
        if all(_OFFICE.search(unit) for unit in split_units(said.group(1))):
            found["lead" if _LEAD_MARK.search(said.group(2)) else "units"].append(said.group(1))
            found["units"] += [_DUTY.sub("", part).strip() for part in re.split("[，,；;]", said.group(3)) if part.strip()]
            text = text.replace(said.group(), "")
    units, lead = led_units("、".join(found["units"]), "、".join(found["lead"]))
    return replace(
        draft,
        text=re.sub(r"\n{2,}", "\n", text).strip(),
        units=units or draft.units,
        lead=lead or draft.lead,
        officer="、".join(found["officer"]) or draft.officer,
        deadline="；".join(found["deadline"]) or draft.deadline,
    )


def with_notes(drafts: Sequence[Draft], left_out: Sequence[LeftOut]) -> tuple[Draft, ...]:
    """The drafts, each with what the document says of its number elsewhere."""
    texts = [(0, found.text) for found in left_out] + [(draft.number, draft.text) for draft in drafts]
    told: dict[int, list[str]] = {}
    for own, text in texts:
        for said in re.split(r"(?<=[。；])|\n", text):
            for number in _items_named(said) - {own}:
                told.setdefault(number, []).append(said.strip())
    return tuple(replace(draft, notes=tuple(told.get(draft.number, ()))) for draft in drafts)


_RUN = re.compile(r"(?<![》法例])第[一二三四五六七八九十\d、至和及到—第项条 -]*[项条]")


def _items_named(text: str) -> frozenset[int]:
    """The items that a sentence names by their numbers, also from one to another."""
    numbers: set[int] = set()
    for run in _RUN.findall(text):
        named = [number for one in re.findall(r"[一二三四五六七八九十]+|\d+", run) if (number := number_of(one))]
        numbers |= set(named)
        if re.search("[至到—-]", run) and len(named) > 1:
            numbers |= set(range(named[0], named[-1] + 1))
    return frozenset(numbers)


def led_units(units: str, lead: str) -> tuple[tuple[str, ...], str]:
    """All units named, and the one the document says leads: by a label of its own or marked （牵头）; else none.

    >>> led_units("县财政局（牵头）、县卫健局", "")
    (('县财政局', '县卫健局'), '县财政局')
    """
    named = split_units(units)
    marked = [unmarked(unit) for unit in named if "牵头" in unit]
    leads = (*split_units(unmarked(lead)), *marked)
    every = (*leads, *(unmarked(unit) for unit in named))
    distinct = tuple(dict.fromkeys(leads))
    return tuple(dict.fromkeys(unit for unit in every if unit)), distinct[0] if len(distinct) == 1 else ""


def unmarked(unit: str) -> str:
    """A unit's name without the mark （牵头）."""
    return _LEAD_MARK.sub("", unit).strip("：: ")


_LEAD_MARK = re.compile(r"[（(]?牵头(?:单位)?[）)]?")
_UNIT = re.compile(rf"(?:{_NESTED}|[^、,，;；/\s（(])+")
_BETWEEN_UNITS = re.compile(r"[和及](?=区|市|县|省|各|团)")


def split_units(text: str) -> tuple[str, ...]:
    """The units of a cell or a label, in order; a list in brackets belongs to one of them.

    >>> split_units("区卫生健康委、区教育局，各县（市、区）政府")
    ('区卫生健康委', '区教育局', '各县（市、区）政府')
    """
    found = [unit for part in _UNIT.findall(text) for unit in _BETWEEN_UNITS.split(part)]
    return tuple(dict.fromkeys(unit.strip("。") for unit in found if unit.strip("。")))
