"""Open a document of any of the known kinds and find its items."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from bot.authoring.importer_table import drafts_from_rows
from bot.authoring.importer_text import Draft, drafts_from_lines

KINDS = (".docx", ".md", ".txt", ".csv")
_MOST_BYTES = 20_000_000
_MOST_UNPACKED = 100_000_000


class UnreadableError(ValueError):
    """The file cannot be imported; the message says why, in Chinese."""


def read_drafts(file: Path) -> list[Draft]:
    """The items of a document.

    Raises:
        UnreadableError: if the file is missing, too big, of an unknown kind, or has no items.
    """
    kind = file.suffix.lower()
    if kind not in KINDS:
        raise UnreadableError(
            f"不认识 {file.suffix or '没有后缀的文件'}；可用：{'、'.join(KINDS)}（.doc、.wps、.pdf 先另存为 .docx）"
        )
    if not file.is_file():
        raise UnreadableError(f"找不到文件 {file}")
    if file.stat().st_size > _MOST_BYTES:
        raise UnreadableError(f"文件太大，上限是 {_MOST_BYTES // 1_000_000} MB")
    readers = {".docx": _from_docx, ".csv": _from_csv, ".md": _from_text, ".txt": _from_text}
    drafts = readers[kind](file)
    if not drafts:
        raise UnreadableError("没有找到带编号的条目，也没有认得出表头的表格")
    return drafts


def _text(file: Path) -> str:
    raw = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("看不出文件的编码，请另存为 UTF-8")


def _from_csv(file: Path) -> list[Draft]:
    return drafts_from_rows(list(csv.reader(StringIO(_text(file), newline=""))))


def _from_text(file: Path) -> list[Draft]:
    lines = _text(file).splitlines()
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if line.strip().startswith("|")
    ]
    rows = [row for row in rows if any(cell.strip(":- ") for cell in row)]
    return drafts_from_rows(rows) or drafts_from_lines(line for line in lines if not line.strip().startswith("|"))


def _from_docx(file: Path) -> list[Draft]:
    document = _open_docx(file)
    rows = [row for table in document.tables for row in _table_rows(table)]
    return drafts_from_rows(rows) or drafts_from_lines(_numbered_paragraphs(document))


def _open_docx(file: Path) -> Any:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with ZipFile(file) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_UNPACKED:
                raise UnreadableError("文件展开后太大")
        return Document(str(file))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("打不开这个 .docx，可能已损坏，或其实是 .doc；请另存为 .docx") from error


def _table_rows(table: Any) -> Iterator[list[str]]:
    """Rows of a table. A cell merged across rows stands in each of them, one merged across columns once."""
    for row in table.rows:
        seen: set[int] = set()
        cells: list[str] = []
        for cell in row.cells:
            again = id(cell._tc) in seen
            seen.add(id(cell._tc))
            cells.append("" if again else "\n".join(paragraph.text for paragraph in cell.paragraphs).strip())
        yield cells


def _numbering(paragraph: Any) -> Any:
    """The numbering of a paragraph: its own, or that of its style or of a style it is based on."""
    properties, style = paragraph._p.pPr, paragraph.style
    while properties is None or properties.numPr is None:
        if style is None:
            return None
        properties, style = style.element.pPr, style.base_style
    return properties.numPr


def _numbered_paragraphs(document: Any) -> Iterator[str]:
    """Paragraphs as text; Word's automatic numbers, which are not part of the text, put back in front."""
    counts: dict[tuple[str, int], int] = {}
    for paragraph in document.paragraphs:
        numbering = _numbering(paragraph)
        heading = paragraph.style.name.startswith("Heading") if paragraph.style is not None else False
        if numbering is not None and numbering.numId is not None and paragraph.text.strip():
            level = int(numbering.ilvl.val) if numbering.ilvl is not None else 0
            key = (str(numbering.numId.val), level)
            counts[key] = counts.get(key, 0) + 1
            counts = {k: n for k, n in counts.items() if k[0] != key[0] or k[1] <= level}
            yield f"{counts[key]}. {paragraph.text}" if level == 0 else f"（{counts[key]}）{paragraph.text}"
        else:
            yield f"# {paragraph.text}" if heading else paragraph.text
