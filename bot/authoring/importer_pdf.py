"""A .pdf with a text layer, line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.authoring.importer_source import LeftOut, Line, Source, tidy
from bot.authoring.unreadable import UnreadableError

_MOST_PAGES = 500
_PAGE_NUMBER = re.compile(r"(?:[-—–·]\s*)?(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]+\s*\d{1,3}\s*页?)?(?:\s*[-—–·])?")
_FEWEST_REPEATS = 3


def from_pdf(file: Path) -> Source:
    """All text of a PDF; columns of tables cannot be told apart.

    Raises:
        UnreadableError: if pypdf is not installed, or the file is damaged, encrypted, or only a scan.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PdfReadError
    except ImportError as error:
        raise UnreadableError("读 .pdf 要先装 pypdf：pip install '.[pdf]'；或把文件另存为 .docx") from error
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("这个 .pdf 加了密码；去掉密码，再导入")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableError(f"这个 .pdf 有 {len(reader.pages)} 页，上限是 {_MOST_PAGES} 页")
        pages = [(page.extract_text() or "").splitlines() for page in reader.pages]
    except UnreadableError:
        raise
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        raise UnreadableError("打不开这个 .pdf，可能已损坏；请另存为 .docx") from error
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableError("这个 .pdf 没有文字层，是扫描的图片；请先做文字识别，或找 .docx 原件")
    return _source(pages)


def _source(pages: Sequence[Sequence[str]]) -> Source:
    lines: list[Line] = []
    unread: list[LeftOut] = []
    again = _repeated(pages)
    for number, page in enumerate(pages, start=1):
        if not any(line.strip() for line in page):
            unread.append(LeftOut(f"第 {number} 页", "", "没有文字，可能是图片"))
        for place, raw in enumerate(page, start=1):
            text, where = tidy(raw), f"第 {number} 页第 {place} 行"
            if _PAGE_NUMBER.fullmatch(text) and place in (1, len(page)):
                unread.append(LeftOut(where, text, "页码"))
            elif text in again and place in (1, 2, len(page), len(page) - 1):
                unread.append(LeftOut(where, text, "每页都有的页眉或页脚"))
            else:
                lines.append(Line(raw, where, blank_before=not text))
    return Source(tuple(lines), tuple(unread))


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines at the edge of every page."""
    edges = Counter(text for page in pages for text in {tidy(line) for line in (*page[:2], *page[-2:])} if text)
    return frozenset(text for text, count in edges.items() if count >= max(_FEWEST_REPEATS, len(pages)))
