"""Rows of a ledger: which column is what, and cells that stand for several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.authoring.importer_text import Draft, led_units
from bot.language.numerals import value_of

Row = Sequence[str]

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(序号|编号|项号|序|号)$")),
    ("lead", re.compile(r"牵头")),
    ("officer", re.compile(r"责任人|负责人|领导")),
    ("units", re.compile(r"(责任|配合|承办|落实|主办).*(单位|部门)|^(单位|部门)$")),
    ("deadline", re.compile(r"时限|期限|时间|进度")),
    ("area", re.compile(r"类别|分类|方面|领域")),
    ("title", re.compile(r"标题|名称|项目|措施名|工作任务|主要任务|事项")),
    ("text", re.compile(r"内容|措施|任务|做法|要求|说明")),
)
_LONGEST_TITLE = 30


def drafts_from_rows(rows: Sequence[Row]) -> list[Draft]:
    """One draft for each row below the heading row; none if no row says what the columns are."""
    for start, row in enumerate(rows):
        columns = _columns(row)
        if len(columns) > 1 and ("text" in columns or "title" in columns):
            drafts: list[Draft] = []
            for cells in rows[start + 1 :]:
                _take(cells, columns, drafts)
            return drafts
    return []


def _columns(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        heading = re.sub(r"\s", "", cell)
        name = next((name for name, pattern in _COLUMNS if name not in found and pattern.search(heading)), None)
        if name is not None and len(heading) <= _LONGEST_TITLE:
            found[name] = place
    return found


def _take(cells: Row, columns: dict[str, int], drafts: list[Draft]) -> None:
    """Add a row; a row that repeats the number of the one before belongs to the same item."""
    values = {name: cells[place].strip() if place < len(cells) else "" for name, place in columns.items()}
    text = values.get("text") or values.get("title", "")
    if not text:
        return
    number = value_of(values.get("number", "").strip(" .、")) if values.get("number") else None
    last = drafts[-1] if drafts else None
    continued = last is not None and "number" in columns and (number is None or number == last.number)
    if continued and last is not None:
        drafts[-1] = _joined(last, values, text)
    else:
        drafts.append(_row_draft(values, text, int(number) if number else len(drafts) + 1))


def _joined(draft: Draft, values: dict[str, str], text: str) -> Draft:
    """The draft with one more row of the same item."""
    return replace(
        draft,
        text=draft.text if text in draft.text else f"{draft.text}\n{text}",
        units=tuple(dict.fromkeys((*draft.units, *_units(values)[0]))),
        officer=draft.officer or values.get("officer", ""),
        deadline=draft.deadline or values.get("deadline", ""),
        doubts=tuple(dict.fromkeys((*draft.doubts, "原表里这一项占了几行，已合并"))),
    )


def _row_draft(values: dict[str, str], text: str, number: int) -> Draft:
    units, lead, sure = _units(values)
    title = values.get("title") or text
    doubts = [] if values.get("title") else ["原表没有标题一列，标题是从正文截的"]
    doubts += [] if sure or not lead else ["原表没有写明哪个单位牵头"]
    return Draft(
        number,
        re.split(r"[。：:；;\n]", title)[0][:_LONGEST_TITLE],
        text,
        values.get("area", ""),
        units,
        lead,
        values.get("officer", ""),
        values.get("deadline", ""),
        tuple(doubts),
        sure,
    )


def _units(values: dict[str, str]) -> tuple[tuple[str, ...], str, bool]:
    """Units, the leading one (else the first), and whether the document says that it leads."""
    units, lead = led_units(values.get("units", ""), values.get("lead", ""))
    return units, lead or (*units, "")[0], bool(lead)
