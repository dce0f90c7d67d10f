"""What Word shows is read wherever it stands in the XML; what is no text is named."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.authoring.importer_files import read_document, read_source
from bot.authoring.unreadable import UnreadableError
from tests.authoring.accounts import unaccounted

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def docx(where: Path, body: str, **parts: str) -> Path:
    """A Word document with this body; ``parts`` are other parts under word/."""
    file = where / "document.docx"
    with ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return file


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in texts) + "</w:tr>"


SECOND = paragraph(run("二、体检。每年一次。"))
BOX = f"<w:txbxContent>{paragraph(run('藏着的 45 元'))}</w:txbxContent>"


@pytest.mark.parametrize(
    "inner",
    [
        run("一、餐费。") + "<w:ins>" + run("藏着的 45 元") + "</w:ins>",
        run("一、餐费。") + "<w:moveTo>" + run("藏着的 45 元") + "</w:moveTo>",
        run("一、餐费。") + "<w:smartTag>" + run("藏着的 45 元") + "</w:smartTag>",
        run("一、餐费。") + "<w:sdt><w:sdtPr/><w:sdtContent>" + run("藏着的 45 元") + "</w:sdtContent></w:sdt>",
        run("一、餐费。") + "<w:fldSimple>" + run("藏着的 45 元") + "</w:fldSimple>",
        run("一、餐费。") + "<w:hyperlink>" + run("藏着的 45 元") + "</w:hyperlink>",
        run("一、餐费。") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
        run("一、餐费。")
        + f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        + f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    ],
)
def test_text_is_read_wherever_it_stands(tmp_path: Path, inner: str) -> None:
    file = docx(tmp_path, paragraph(inner) + SECOND)
    first = read_document(file).drafts[0]
    assert first.text.replace("\n", "").count("藏着的 45 元") == 1
    assert unaccounted(file) == []


def test_paragraphs_and_rows_in_content_controls_are_read(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph(run('一、餐费。每天 45 元。'))}</w:sdtContent></w:sdt>"
    assert read_document(docx(tmp_path, control + SECOND)).drafts[0].title == "餐费"
    row = f"<w:sdt><w:sdtContent>{cells('1', '慰问')}</w:sdtContent></w:sdt>"
    table = f"<w:tbl>{cells('序号', '工作任务')}{row}{cells('2', '体检')}</w:tbl>"
    assert [draft.title for draft in read_document(docx(tmp_path, table)).drafts] == ["慰问", "体检"]


def test_a_table_inside_a_cell_is_read_with_it(tmp_path: Path) -> None:
    inner = f"<w:tbl>{cells('病区', '每班 120 元')}{cells('门诊', '每班 80 元')}</w:tbl>"
    row = f"<w:tr><w:tc>{paragraph(run('1'))}</w:tc><w:tc>{paragraph(run('发补贴'))}{inner}</w:tc></w:tr>"
    draft = read_document(docx(tmp_path, f"<w:tbl>{cells('序号', '工作内容')}{row}</w:tbl>")).drafts[0]
    assert draft.text == "发补贴\n病区，每班 120 元\n门诊，每班 80 元"


def test_what_was_deleted_or_is_a_picture_is_named(tmp_path: Path) -> None:
    deleted = '<w:del><w:r><w:delText>作废的 90 元</w:delText></w:r></w:del><w:r><w:drawing/></w:r>'
    source = read_source(docx(tmp_path, paragraph(run("一、餐费。") + deleted) + SECOND))
    assert [(part.place, part.text, part.why) for part in source.unread] == [
        ("第 1 段", "作废的 90 元", "修订里删去的文字"),
        ("第 1 段", "", "图片或图形"),
    ]


def test_notes_and_margins_are_named(tmp_path: Path) -> None:
    note = f"<w:footnotes {_W}>{paragraph(run('含双休日'))}</w:footnotes>"
    header = f"<w:hdr {_W}>{paragraph(run('内部资料'))}</w:hdr>"
    found = read_document(docx(tmp_path, SECOND, footnotes=note, header1=header))
    assert [(part.place, part.text) for part in found.left_out] == [("脚注", "含双休日"), ("页眉", "内部资料")]


def test_word_s_numbers_are_written_as_word_writes_them(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "chineseCounting", "%1、") + level.format(1, "chineseCounting", "（%2）")
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def numbered(text: str, depth: int) -> str:
        return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr>')

    body = numbered("生活", 0) + numbered("发餐费。", 1) + numbered("给体检。", 1) + numbered("心理", 0) + numbered("通热线。", 1)
    drafts = read_document(docx(tmp_path, body, numbering=numbering)).drafts
    assert [(draft.area, draft.title) for draft in drafts] == [("生活", "发餐费"), ("生活", "给体检"), ("心理", "通热线")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 cut off", "可能已损坏"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "旧格式 .doc"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (b"", "可能已损坏"),
    ],
)
def test_a_damaged_or_encrypted_file_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnreadableError, match=message):
        read_source(tmp_path / "a.docx")


@pytest.mark.parametrize("body", ["<w:p>", "<w:p><w:r><w:t>&undefined;</w:t></w:r></w:p>", "<w:tbl>" * 300])
def test_malformed_xml_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableError, match="可能已损坏"):
        read_source(docx(tmp_path, body))


def test_a_package_that_is_no_document_is_told(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UnreadableError, match="里面没有正文"):
        read_source(tmp_path / "a.docx")
