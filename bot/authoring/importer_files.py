"""Open a document of any of the known kinds and find its items."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from bot.authoring.importer_docx import from_docx
from bot.authoring.importer_head import Head, read_head
from bot.authoring.importer_pdf import from_pdf
from bot.authoring.importer_source import Block, LeftOut, Line, Row, Source, Table, paragraphs, tidy_cell
from bot.authoring.importer_table import items_from_tables, phones_of_tables
from bot.authoring.importer_text import Draft, Items, items_from_lines
from bot.authoring.unreadable import MOST_BYTES, MOST_CHARACTERS, MOST_ITEMS, UnreadableError

KINDS = (".docx", ".pdf", ".md", ".txt", ".csv")
_DELIMITERS = ",\t;，|"
_FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """What a document came to: drafts, what says which document it is, and all that is in neither, by place."""

    drafts: tuple[Draft, ...]
    head: Head
    left_out: tuple[LeftOut, ...]
    pieces: int
    phones: tuple[tuple[str, str], ...] = ()
    label: str = "项"


def read_document(file: Path) -> Found:
    """The items of a document, and what is left of it.

    Raises:
        UnreadableError: if the file is missing, damaged, too big, of an unknown kind, or has no items.
    """
    return found_in(read_source(file))


def read_source(file: Path) -> Source:
    """All of a document, in order.

    Raises:
        UnreadableError: if the file is missing, damaged, too big, or of an unknown kind.
    """
    kind = file.suffix.lower()
    if kind not in KINDS:
        raise UnreadableError(
            f"不认识 {file.suffix or '没有后缀的文件'}；可用：{'、'.join(KINDS)}（.doc、.wps 先另存为 .docx，.xls、.xlsx 另存为 .csv）"
        )
    if not file.is_file():
        raise UnreadableError(f"找不到文件 {file}")
    if file.stat().st_size > MOST_BYTES:
        raise UnreadableError(f"文件太大，上限是 {MOST_BYTES // 1_000_000} MB")
    readers = {".docx": from_docx, ".pdf": from_pdf, ".csv": _from_csv, ".md": _from_text, ".txt": _from_text}
    return readers[kind](file)


def found_in(source: Source) -> Found:
    """The items of a document, told by whatever holds more of it: its ledgers or its numbered paragraphs.

    Raises:
        UnreadableError: if there are none, or far too many.
    """
    characters = sum(len(text) for _, text in source.pieces())
    if characters > MOST_CHARACTERS:
        raise UnreadableError(f"文件有 {characters} 个字，上限是 {MOST_CHARACTERS} 个；请把要导入的那一部分另存成一份文件")
    tables = [block for block in source.blocks if isinstance(block, Table)]
    lines = paragraphs(block for block in source.blocks if isinstance(block, Line))
    of_tables = items_from_tables(tables)
    of_lines = items_from_lines(paragraphs(_with_tables(source.blocks, of_tables)))
    chosen = of_tables if of_tables.size >= of_lines.size else of_lines
    if not chosen.drafts:
        raise UnreadableError("没有找到带编号的条目，也没有认得出表头的表格")
    if len(chosen.drafts) > MOST_ITEMS:
        raise UnreadableError(f"分出了 {len(chosen.drafts)} 项，上限是 {MOST_ITEMS} 项；请把要导入的那一部分另存成一份文件")
    rest = _rest(chosen, of_tables, of_lines, lines)
    head, left_out = read_head(rest)
    pieces = sum(1 for _ in source.pieces()) + len(source.unread)
    return Found(
        chosen.drafts, head, (*left_out, *source.unread), pieces, tuple(phones_of_tables(tables)), chosen.label
    )


def _with_tables(blocks: Iterable[Block], of_tables: Items) -> Iterator[Line]:
    """The lines, and where no table is a ledger, the rows of tables among them: they belong to the item above."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif not of_tables.drafts:
            for row in block.rows:
                text = "，".join(cell.replace("\n", "") for cell in row.cells if cell)
                yield Line(text, row.place, blank_before=True)


def _rest(chosen: Items, of_tables: Items, of_lines: Items, lines: Iterable[Line]) -> list[LeftOut]:
    """What is in no draft of the chosen ones."""
    if chosen is of_tables:
        return [*(LeftOut(line.place, line.text, "在表格外面") for line in lines), *of_tables.left_out]
    rest = [LeftOut(line.place, line.text, "在第一项前面") for line in of_lines.head] + list(of_lines.left_out)
    if of_tables.drafts:
        why = "在附表里，没有当作措施"
        rest += [LeftOut(f"附表里的第 {draft.number} 项", _all_of(draft), why) for draft in of_tables.drafts]
        rest += [replace(found, why=why) for found in of_tables.left_out]
    return rest


def _all_of(draft: Draft) -> str:
    parts = (draft.area, draft.title, draft.text, *draft.units, draft.officer, draft.deadline)
    return "，".join(dict.fromkeys(part.replace("\n", "") for part in parts if part))


def _text(file: Path) -> str:
    raw = file.read_bytes()
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return raw.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    raise UnreadableError("看不出文件的编码，请另存为 UTF-8")


def _from_csv(file: Path) -> Source:
    text = _text(file)
    head = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(MOST_BYTES)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableError(f"这个 .csv 读不下去：{error}；请在表格软件里重新另存为 CSV") from error
    return Source((_table(rows, "表"),))


def _from_text(file: Path) -> Source:
    blocks: list[Block] = []
    rows: list[list[str]] = []
    blank = True
    for number, line in enumerate([*_text(file).splitlines(), ""], start=1):
        plain = line.strip()
        if plain.count("|") >= _FEWEST_BARS:
            cells = [cell.strip() for cell in plain.strip("|").split("|")]
            rows += [cells] if any(cell.strip(":- ") for cell in cells) else []
            continue
        if rows:
            blocks.append(_table(rows, f"第 {number - 1} 行为止的表"))
            rows = []
        if plain:
            blocks.append(Line(line, f"第 {number} 行", blank_before=blank))
        blank = not plain
    return Source(tuple(blocks))


def _table(rows: Iterable[Iterable[str]], name: str) -> Table:
    tidied = [[tidy_cell(cell.replace("<br>", "\n")) for cell in row] for row in rows]
    widest = max(map(len, tidied), default=0)
    return Table(
        tuple(
            Row((*cells, *[""] * (widest - len(cells))), f"{name}第 {number} 行")
            for number, cells in enumerate(tidied, start=1)
            if any(cells)
        ),
        name,
    )
