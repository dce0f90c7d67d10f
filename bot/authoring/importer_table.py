"""Tables: which column is what, cells that stand for several rows, tables that go on on the next page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.authoring.importer_ordinals import number_of
from bot.authoring.importer_source import LeftOut, Row, Table
from bot.authoring.importer_text import (
    LONGEST_TITLE,
    Draft,
    Items,
    led_units,
    next_number,
    split_units,
    title_of,
    with_labels,
    with_notes,
)

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(序号|编号|项号|项次|序|号|NO\.?|№)$", re.IGNORECASE)),
    ("phone", re.compile(r"电话|联系方式|热线|手机")),
    ("remark", re.compile(r"备注|说明|附注|依据|来源")),
    ("lead", re.compile(r"牵头")),
    ("officer", re.compile(r"责任人|负责人|分管领导|责任领导|联系人|^领导$")),
    ("units", re.compile(r"(责任|配合|承办|落实|主办|实施|参与|协办).*(单位|部门)|^(单位|部门|单位名称|部门名称)$")),
    ("deadline", re.compile(r"时限|期限|时间|进度|日期")),
    ("words", re.compile(r"类别|分类|方面|领域|标题|名称|项目|措施|任务|事项|内容|做法|要求|标准|政策|条款|举措")),
)
_FIELDS = frozenset({"number", "lead", "officer", "units", "deadline"})
_LONGEST_HEADING = 16
_TITLES = re.compile(r"标题|名称|项目|措施名|任务|事项|内容|条款|举措|措施")
_NOTE = re.compile(r"^(注|备注|说明|合计|总计|小计|填报|填表|制表|联系人|附注|审核)\s*[:：]?")


def _plain(cell: str) -> str:
    return re.sub(r"[\s（(][^）)]*[）)]$|\s", "", cell)


def roles(row: Sequence[str]) -> dict[int, str]:
    """What each column of a heading row holds; empty if the row is none."""
    found = {place: _role(_plain(cell)) for place, cell in enumerate(row) if cell}
    known = {place: role for place, role in found.items() if role is not None}
    is_heading = len(set(known.values())) > 1 and "words" in known.values()
    return known if is_heading and all(len(cell) <= _LONGEST_HEADING for cell in row) else {}


def _role(heading: str) -> str | None:
    return next((name for name, pattern in _COLUMNS if pattern.search(heading)), None)


@dataclass(slots=True)
class _Ledger:
    """Rows under one heading, gathered over as many tables as they go on."""

    heading: tuple[str, ...]
    roles: Mapping[int, str]
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    ledgers: list[_Ledger] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave(self, row: Row, why: str) -> None:
        """A row that is in no draft, cell by cell."""
        self.left_out += [LeftOut(row.place, cell, why) for cell in dict.fromkeys(row.cells) if cell]


def items_from_tables(tables: Sequence[Table]) -> Items:
    """One draft for each item of the ledgers; other tables are left out, cell by cell."""
    gathered = _Gathered()
    for table in tables:
        _gather(table, gathered)
    drafts: list[Draft] = []
    for ledger in gathered.ledgers:
        _add(ledger, drafts, gathered)
    return Items(drafts=with_notes(drafts, gathered.left_out), left_out=tuple(gathered.left_out))


def _gather(table: Table, gathered: _Gathered) -> None:
    rows = list(table.rows)
    while rows:
        row = rows.pop(0)
        last = gathered.ledgers[-1] if gathered.ledgers else None
        if heading := roles(row.cells):
            names = row.cells
            if rows and (below := _second_heading(row.cells, rows[0].cells)):
                names, heading = below, roles(below) or heading
                rows.pop(0)
            if last is None or tuple(map(_plain, names)) != tuple(map(_plain, last.heading)):
                gathered.ledgers.append(_Ledger(names, heading))
        elif last is not None and len(row.cells) == len(last.heading):
            last.rows.append(row)
        else:
            gathered.leave(row, "看不出是哪一列" if last is not None else "在表头上面")


def _second_heading(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Headings of two rows as one: 分工 over 牵头单位 and 责任单位."""
    pairs = list(zip(upper, lower, strict=False))
    spans = len(set(filter(None, upper))) < len([cell for cell in lower if cell])
    under = [low for up, low in pairs if low and low != up]
    if not under or not spans or any(len(low) > _LONGEST_HEADING or _role(_plain(low)) is None for low in under):
        return ()
    return tuple(low or up for up, low in pairs)


def _add(ledger: _Ledger, drafts: list[Draft], gathered: _Gathered) -> None:
    columns = _layout(ledger)
    area, label, began = "", "", False
    for row in ledger.rows:
        section = _section(row)
        if section is not None:
            if _NOTE.match(section) or len(section) > LONGEST_TITLE:
                gathered.leave(row, "表里的注")
            else:
                area = section
            continue
        values = _values(row, columns, ledger.heading)
        area = values.area or area
        values = replace(values, area=area)
        if not values.text and not values.title:
            gathered.leave(row, "这一行没有措施的内容")
            continue
        numbered = columns.number is not None and any(_cell(other, columns.number) for other in ledger.rows)
        if began and numbered and (not values.label or values.label == label):
            drafts[-1] = _joined(drafts[-1], values)
        else:
            last = drafts[-1].number if drafts else 0
            drafts.append(_draft(values, next_number(last, number_of(values.label))))
        label, began = values.label or label, True


def _section(row: Row) -> str | None:
    """The text of a row that is one cell: a heading between the items, or a note below them."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) == 1 and (len(row.cells) > 1 or _NOTE.match(filled[0])):
        return filled[0] if row.cells[0] == filled[0] and number_of(filled[0]) is None else None
    first = next(iter(filled), "")
    return " ".join(filled) if _NOTE.match(first) and len(filled) < len(row.cells) else None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the number, the title, the text and the heading of the area stand; ``others`` go into the text by name."""

    number: int | None
    area: int | None
    title: int | None
    text: int | None
    fields: Mapping[str, tuple[int, ...]]
    others: tuple[int, ...]


def _layout(ledger: _Ledger) -> _Columns:
    """Told by the headings where they are plain, and by what stands below where several could be meant."""
    of = {role: [n for n, known in ledger.roles.items() if known == role] for role in set(ledger.roles.values())}
    words = of.get("words", [])
    text = max(words, key=lambda n: sum(len(_cell(row, n)) for row in ledger.rows), default=None)
    rest = [n for n in words if n != text]
    area = next((n for n in rest if _repeats(ledger, n)), None)
    title = next((n for n in rest if n != area and _TITLES.search(_plain(ledger.heading[n]))), None)
    taken = {n for n in (text, area, title) if n is not None}
    taken |= {n for role in _FIELDS for n in of.get(role, [])}
    numbers = of.get("number", [])
    others = tuple(n for n in range(len(ledger.heading)) if n not in taken)
    fields = {role: tuple(of.get(role, ())) for role in _FIELDS - {"number"}}
    return _Columns(numbers[0] if numbers else None, area, title, text, fields, others)


def _repeats(ledger: _Ledger, column: int) -> bool:
    """Whether a column's cells stand for several rows, as the heading of a group does."""
    number = next((n for n, role in ledger.roles.items() if role == "number"), None)
    filled = [(_cell(row, column), row.place if number is None else _cell(row, number)) for row in ledger.rows]
    starts = [text for n, (text, label) in enumerate(filled) if n == 0 or label != filled[n - 1][1] or not label]
    named = [text for text in starts if text]
    return len(set(named)) < len(starts)


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


@dataclass(frozen=True, slots=True)
class _Values:
    label: str
    area: str
    title: str
    text: str
    units: str
    lead: str
    officer: str
    deadline: str


def _values(row: Row, columns: _Columns, heading: Sequence[str]) -> _Values:
    def cells(*places: int | None) -> str:
        return "\n".join(dict.fromkeys(text for n in places if n is not None and (text := _cell(row, n))))

    others = [f"{_plain(heading[n]) or '另一列'}：{text}" for n in columns.others if (text := _cell(row, n))]
    return _Values(
        label=cells(columns.number),
        area=cells(columns.area),
        title=cells(columns.title),
        text="\n".join(filter(None, [cells(columns.text), *others])),
        **{role: cells(*places) for role, places in columns.fields.items()},
    )


def _draft(values: _Values, place: int) -> Draft:
    units, lead = led_units(values.units, values.lead)
    text = values.text or values.title
    is_title = 0 < len(values.title) <= LONGEST_TITLE and "\n" not in values.title
    title = values.title if is_title else title_of(text)
    doubts = [] if values.title else ["原表没有标题一列，标题是从正文截的"]
    doubts += ["原表没有写明哪个单位牵头"] if units and not lead else []
    number = number_of(values.label) if values.label else None
    doubts += [f"原文编号是 {values.label}，这里是第 {place} 项"] if values.label and number != place else []
    draft = Draft(
        place, title, text if is_title or not values.title else f"{values.title}\n{text}", values.area, units,
        lead or (*units, "")[0], " ".join(values.officer.split()), " ".join(values.deadline.split()), tuple(doubts), bool(lead),
    )  # fmt: skip
    return draft if units or values.lead else with_labels(draft)


def _joined(draft: Draft, values: _Values) -> Draft:
    """The draft with one more row of the same item."""
    more = [text for text in (values.title, values.text) if text and text not in (draft.title, draft.text)]
    added = [line for text in more for line in text.splitlines() if line not in draft.text.splitlines()]
    units, lead = led_units(values.units, values.lead)
    return replace(
        draft,
        text="\n".join([draft.text, *added]),
        units=tuple(dict.fromkeys((*draft.units, *units))),
        lead=draft.lead or lead,
        officer=_both(draft.officer, values.officer),
        deadline=_both(draft.deadline, values.deadline),
        doubts=tuple(dict.fromkeys((*draft.doubts, "原表里这一项占了几行，已合并"))),
    )


def _both(one: str, other: str) -> str:
    """Two cells of one field, in order, each once."""
    more = " ".join(other.split())
    return one if not more or more in one else f"{one}；{more}" if one else more


def phones_of_tables(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Units with their phones, of tables that list them."""
    for table in tables:
        columns: tuple[int, int] | None = None
        for row in table.rows:
            known = {_role(_plain(cell)): n for n, cell in enumerate(row.cells) if cell and len(cell) <= _LONGEST_HEADING}
            if "phone" in known and "units" in known:
                columns = known["units"], known["phone"]
            elif columns is not None:
                units = split_units(_cell(row, columns[0]))
                yield from ((unit, _cell(row, columns[1])) for unit in units[:1] if _cell(row, columns[1]))
