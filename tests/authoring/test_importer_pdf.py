"""A PDF is read line by line; a scan, a password and damage are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.importer_files import read_document, read_source
from bot.authoring.unreadable import UnreadableError
from tests.authoring.accounts import unaccounted

pypdf = pytest.importorskip("pypdf")

PAGES = (
    ("某县若干措施", "某县关心医务人员若干措施", "⼀、发放餐费。每人每天", "45 元，按月发放。", "- 1 -"),
    ("某县若干措施", "⼆、安排体检。每年一次。", "- 2 -"),
    ("某县若干措施", "三、开通热线。", "- 3 -"),
)


def pdf(where: Path, pages: tuple[tuple[str, ...], ...]) -> Path:
    """A PDF with a text layer in Chinese, one line below the other."""
    signs = sorted({sign for page in pages for line in page for sign in line})
    code = {sign: number for number, sign in enumerate(signs, start=1)}
    mapping = "\n".join(f"<{code[sign]:04x}> <{sign.encode('utf-16-be').hex()}>" for sign in signs)
    cmap = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {len(signs)} beginbfchar\n{mapping}\nendbfchar endcmap"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        lines = [f"<{''.join(f'{code[sign]:04x}' for sign in line)}> Tj 0 -20 Td" for line in page]
        content = f"BT /F 12 Tf 50 700 Td {' '.join(lines)} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    raw, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    raw += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    raw += f"startxref\n{len(raw) - len(table) - 60}\n%%EOF".encode()
    file = where / "document.pdf"
    file.write_bytes(raw)
    return file


@pytest.mark.filterwarnings("ignore")
def test_items_are_found_over_pages(tmp_path: Path) -> None:
    file = pdf(tmp_path, PAGES)
    found = read_document(file)
    assert [draft.title for draft in found.drafts] == ["发放餐费", "安排体检", "开通热线"]
    assert "每人每天45 元" in found.drafts[0].text
    assert found.head.title == "某县关心医务人员若干措施"
    assert [part.why for part in found.left_out].count("页码") == 3
    assert unaccounted(file) == []


def test_a_scan_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(UnreadableError, match="没有文字层"):
        read_source(tmp_path / "a.pdf")


def test_a_password_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(UnreadableError, match="加了密码"):
        read_source(tmp_path / "a.pdf")


def test_damage_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing more")
    with pytest.raises(UnreadableError, match="可能已损坏"):
        read_source(tmp_path / "a.pdf")
