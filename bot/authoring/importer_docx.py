"""A .docx read from its XML: all that Word shows as text, wherever it stands, and by name what is no text."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from bot.authoring.importer_numbering import Numbering
from bot.authoring.importer_source import Block, LeftOut, Line, Row, Source, Table, tidy, tidy_cell
from bot.authoring.unreadable import MOST_UNPACKED, UnreadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_SIDE_PARTS = {"footnotes": "脚注", "endnotes": "尾注", "comments": "批注", "header": "页眉", "footer": "页脚"}
_NOT_TEXT = {
    "drawing": "图片或图形", "pict": "图片或图形", "object": "嵌入的对象", "altChunk": "嵌入的另一份文件", "del": "修订里删去的文字",
    "moveFrom": "修订里移走的文字",
}  # fmt: skip
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_SKIPPED = frozenset({"instrText", "delText", "rPr", "pPr", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "rt"})


def from_docx(file: Path) -> Source:
    """All of a Word document.

    Raises:
        UnreadableError: if it is none, damaged, encrypted or too big.
    """
    try:
        with ZipFile(file) as package:
            return _read(package)
    except UnreadableError:
        raise
    except (BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, EOFError, OSError, zlib.error, struct.error) as error:
        raise _why(file) from error
    except (NotImplementedError, RuntimeError, RecursionError) as error:
        raise UnreadableError("这个 .docx 加了密码，或用了读不了的压缩；去掉密码另存一份") from error


def _why(file: Path) -> UnreadableError:
    """What a file is that is no package: an old one, or one with a password, which Word keeps in an old one."""
    raw = file.read_bytes()
    if not raw.startswith(_OLD_OFFICE):
        return UnreadableError("打不开这个 .docx，可能已损坏；请在 Word 或 WPS 里打开后另存为 .docx")
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return UnreadableError("这个 .docx 加了密码；在 Word 或 WPS 里去掉密码，再导入")
    return UnreadableError("打不开这个 .docx：它其实是旧格式 .doc，请另存为 .docx")


def _read(package: ZipFile) -> Source:
    if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
        raise UnreadableError("文件展开后太大")
    names = package.namelist()
    main = next((name for name in names if name.lower() in ("word/document.xml", "word/document2.xml")), None)
    if main is None:
        raise UnreadableError("打不开这个 .docx：里面没有正文，可能已损坏，或其实是表格（.xlsx）")
    numbering = Numbering(_part(package, "word/numbering.xml"), _part(package, "word/styles.xml"))
    reader = _Reader(numbering)
    body = _part(package, main)
    for child in body if body is not None else ():
        reader.blocks += reader.read(child)
    sides = [found for name in names for found in _side(package, name)]
    return Source(tuple(reader.blocks), (*reader.unread, *sides))


def _part(package: ZipFile, name: str) -> Any:
    """The root of a part; None if there is none. No entity is expanded, nothing is fetched."""
    if name not in package.namelist():
        return None
    with package.open(name) as stream:
        raw = stream.read(MOST_UNPACKED + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(raw, parser)


def _side(package: ZipFile, name: str) -> Iterator[LeftOut]:
    """Notes, comments, headers and footers: told, for they are no items."""
    stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    if not name.startswith("word/") or stem not in _SIDE_PARTS:
        return
    root = _part(package, name)
    for paragraph in root.iter(f"{_W}p") if root is not None else ():
        text = tidy(_Reader(Numbering(None, None)).text(paragraph))
        if text:
            yield LeftOut(_SIDE_PARTS[stem], text, "不在正文里")


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


@dataclass(slots=True)
class _Reader:
    """Walks the body. Paragraphs and tables inside content controls, insertions and text boxes count like all others."""

    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    unread: list[LeftOut] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    _boxes: list[Any] = field(default_factory=list)

    def read(self, element: Any) -> Iterator[Block]:
        """The blocks of one element of the body, in order; what floats beside a paragraph follows it."""
        name = _name(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield self._table(element)
        elif name in ("altChunk", "object"):
            self._leave(name, "")
        elif name not in _SKIPPED and name not in _NOT_TEXT:
            for child in element:
                yield from self.read(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self.paragraphs += 1
        place = f"第 {self.paragraphs} 段"
        lead, heading = self.numbering.of(element)
        text = self.text(element, place)
        first = True
        for part in text.split("\n"):
            if part.strip():
                yield Line(f"{lead if first else ''}{part}", place, heading=heading, blank_before=first)
                first = False
        yield from self._boxed()

    def _boxed(self) -> Iterator[Block]:
        """What stands in the text boxes met since."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for child in box:
                for block in self.read(child):
                    yield Line(block.text, f"{block.place}（文本框）", block.heading, True) if isinstance(block, Line) else block

    def text(self, element: Any, place: str = "") -> str:
        """The text inside a paragraph or a run, insertions and field results with it."""
        parts: list[str] = []
        for child in element:
            name = _name(child)
            if name == "t":
                parts.append(child.text or "")
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name in ("del", "moveFrom"):
                self._leave(name, place, "".join(child.itertext(f"{_W}delText", f"{_W}t")))
            elif name in ("drawing", "pict", "object"):
                self._picture(child, name, place)
            elif name == "sym":
                self.unread.append(LeftOut(place, "", "一个特殊符号"))
            elif name not in _SKIPPED:
                parts.append(self.text(child, place))
        return "".join(parts)

    def _picture(self, element: Any, name: str, place: str) -> None:
        """Text boxes are read; a picture is named."""
        boxes = [box for box in element.iter(f"{_W}txbxContent") if not _within_fallback(box)]
        self._boxes += boxes
        if not boxes:
            self._leave(name, place)

    def _leave(self, name: str, place: str, text: str = "") -> None:
        self.unread.append(LeftOut(place or "正文", tidy(text), _NOT_TEXT[name]))

    def _table(self, element: Any) -> Table:
        self.tables += 1
        name = f"表 {self.tables}"
        rows: list[Row] = []
        above: Mapping[int, str] = {}
        for number, row in enumerate(_children(element, "tr"), start=1):
            cells = self._row(row, above)
            above = cells
            width = max(cells, default=-1) + 1
            rows.append(Row(tuple(cells.get(n, "") for n in range(width)), f"{name}第 {number} 行"))
        widest = max((len(row.cells) for row in rows), default=0)
        padded = (Row((*row.cells, *[""] * (widest - len(row.cells))), row.place) for row in rows)
        return Table(tuple(padded), name)

    def _row(self, row: Any, above: Mapping[int, str]) -> dict[int, str]:
        """Cells by their place in the grid. One merged downwards is repeated, one merged across stands once."""
        cells: dict[int, str] = {}
        column = _count(row, "trPr/gridBefore", 0)
        for cell in _children(row, "tc"):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
            across = cell.find(f"{_W}tcPr/{_W}hMerge")
            hidden = across is not None and across.get(f"{_W}val", "continue") == "continue"
            own = self._cell(cell)
            cells[column] = own or (above.get(column, "") if goes_on else "") if not hidden else own
            span = _count(cell, "tcPr/gridSpan", 1)
            cells |= {column + n: "" for n in range(1, span)}
            column += span
        return cells

    def _cell(self, cell: Any) -> str:
        """All text of a cell; a table inside it row by row."""
        lines: list[str] = []
        for child in cell:
            for block in self.read(child):
                if isinstance(block, Line):
                    lines.append(block.text)
                else:
                    lines += ["，".join(filter(None, row.cells)).replace("\n", "") for row in block.rows]
        return tidy_cell("\n".join(lines))


def _within_fallback(element: Any) -> bool:
    """Old programs' copy of a text box; and a box inside a box, which is read with it."""
    return any(_name(outer) in ("Fallback", "txbxContent") for outer in element.iterancestors())


def _children(element: Any, name: str) -> Iterator[Any]:
    """Rows or cells, also those inside content controls and insertions."""
    for child in element:
        own = _name(child)
        if own == name:
            yield child
        elif own in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"):
            yield from _children(child, name)


def _count(element: Any, path: str, otherwise: int) -> int:
    found = element.find("/".join(f"{_W}{part}" for part in path.split("/")))
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), 200) if value.isdigit() else otherwise
