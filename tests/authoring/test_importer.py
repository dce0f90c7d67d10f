"""From documents to drafts: tables, numbered items, what is sure and what is left to the author."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from bot.authoring.importer import AlreadyThereError, import_document
from bot.authoring.importer_files import read_document
from bot.authoring.importer_text import Draft
from bot.authoring.unreadable import UnreadableError
from bot.checks import check_folder
from bot.reading.parse import read_folder

LEDGER = """序号,工作任务,牵头单位,责任单位,责任人,完成时限
1,孩子入园入学优先,区教育局,区卫健委,钱丙,持续进行
2,按天发放工作补助 300 元,,"区财政局（牵头）
区卫健委",,2020 年底
3,心理疏导,,"区妇联、区总工会",,
"""


def no_guess(_: str) -> tuple[str, ...]:
    return ()


def drafts_of(file: Path) -> tuple[Draft, ...]:
    return read_document(file).drafts


def write(where: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    file = where / name
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_columns_of_a_ledger_are_told_by_their_headings(tmp_path: Path, encoding: str) -> None:
    first, second, third = drafts_of(write(tmp_path, "ledger.csv", LEDGER, encoding))
    assert (first.title, first.lead, first.units) == ("孩子入园入学优先", "区教育局", ("区教育局", "区卫健委"))
    assert (first.officer, first.deadline, first.lead_is_sure) == ("钱丙", "持续进行", True)
    assert (second.lead, second.units, second.lead_is_sure) == ("区财政局", ("区财政局", "区卫健委"), True)
    assert (third.lead, third.lead_is_sure) == ("区妇联", False)


def test_a_cell_merged_down_makes_one_item_of_its_rows(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=4, cols=3)
    rows = [
        ("序号", "主要任务", "责任单位"),
        ("1", "改善值班室", "区卫健委"),
        ("", "合理排班", "各医院"),
        ("2", "慰问家属", "区妇联"),
    ]
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "ledger.docx"))
    first, second = drafts_of(tmp_path / "ledger.docx")
    assert (first.text, first.units) == ("改善值班室\n合理排班", ("区卫健委", "各医院"))
    assert "原表里这一项占了几行，已合并" in first.doubts
    assert (second.number, second.title) == (2, "慰问家属")


def test_a_cell_merged_across_is_read_once(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate((("工作台账", "", ""), ("序号", "工作任务", "责任单位"), ("1", "慰问", "区妇联"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    document.save(str(tmp_path / "ledger.docx"))
    assert [draft.title for draft in drafts_of(tmp_path / "ledger.docx")] == ["慰问"]


def test_word_s_own_numbers_count(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("保障措施", 1)
    for text in ("发慰问金。每户 500 元。", "送体检。"):
        document.add_paragraph(text, style="List Number")
    document.save(str(tmp_path / "list.docx"))
    assert [draft.title for draft in drafts_of(tmp_path / "list.docx")] == ["发慰问金", "送体检"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "一、生活\n（一）发慰问金。每户 500 元。\n（二）体检。一次。\n二、心理\n（三）热线。全天。",
            ["发慰问金", "体检", "热线"],
        ),
        ("一、生活\n1. 发慰问金\n每户 500 元\n2. 体检\n二、心理\n3. 热线", ["发慰问金", "体检", "热线"]),
        ("一、发慰问金。每户 500 元。\n二、体检。\n三、热线。", ["发慰问金", "体检", "热线"]),
        ("第一条 发慰问金。\n第二条 体检。", ["发慰问金", "体检"]),
        ("1.5 倍工资不是编号\n1、发慰问金\n2、体检", ["发慰问金", "体检"]),
    ],
)
def test_ordinals_of_every_kind_part_the_items(tmp_path: Path, text: str, titles: list[str]) -> None:
    assert [draft.title for draft in drafts_of(write(tmp_path, "text.txt", text))] == titles


def test_units_and_deadlines_at_the_end_of_an_item_become_fields(tmp_path: Path) -> None:
    text = (
        "（一）体检。安排一次。（牵头单位：市卫健委；责任单位：市人社局、市总工会；完成时限：2020 年底）\n（二）热线。"
    )
    draft = drafts_of(write(tmp_path, "text.md", text))[0]
    assert (draft.lead, draft.units) == ("市卫健委", ("市卫健委", "市人社局", "市总工会"))
    assert draft.deadline == "2020 年底"
    assert "责任单位" not in draft.text


def test_a_unit_marked_as_leading_leads(tmp_path: Path) -> None:
    text = "（一）发补助。责任单位：县财政局（牵头）、县卫健局\n（二）热线。责任单位：县卫健局"
    first, second = drafts_of(write(tmp_path, "text.md", text))
    assert (first.text, first.units, first.lead) == ("发补助。", ("县财政局", "县卫健局"), "县财政局")
    assert (second.units, second.lead) == (("县卫健局",), "")


def test_a_markdown_table_is_a_table(tmp_path: Path) -> None:
    text = "# 台账\n\n| 序号 | 工作任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 慰问 | 区妇联 |\n"
    assert [(d.title, d.units) for d in drafts_of(write(tmp_path, "table.md", text))] == [("慰问", ("区妇联",))]


def test_a_new_region_is_laid_out_and_gets_its_units(folder: Path, tmp_path: Path) -> None:
    done = import_document(write(tmp_path, "ledger.csv", LEDGER), folder, "bing", lambda _: ("school",))
    assert sorted(file.name for file in done.made) == [
        "bing-01-school.yaml", "bing-02-school.yaml", "bing-03-school.yaml", "contacts.yaml", "region.yaml",
    ]  # fmt: skip
    (measure, *_) = next(p for p in read_folder(folder).partial.regions if p.region.id == "bing").measures  # type: ignore[union-attr]
    assert (measure.lead, measure.units, measure.officer) == ("education", ("education", "health"), "钱丙")


def test_a_lead_the_document_does_not_name_is_not_named(folder: Path, tmp_path: Path) -> None:
    import_document(write(tmp_path, "ledger.csv", LEDGER), folder, "bing", no_guess)
    text = (folder / "regions/bing/measures/bing-03-item.yaml").read_text("utf-8")
    assert "\n# lead: women" in text
    assert "\nlead:" not in text


def test_every_figure_of_the_text_is_listed(folder: Path, tmp_path: Path) -> None:
    text = "1. 保险\n每人 50 万元，24 小时受理，电话 0100-5550123。\n2. 体检"
    import_document(write(tmp_path, "text.txt", text), folder, "bing", no_guess)
    written = (folder / "regions/bing/measures/bing-01-item.yaml").read_text("utf-8")
    assert all(f'value: "{figure}"' in written for figure in ("50 万元", "24 小时", "0100-5550123"))


def test_check_lists_what_is_left_to_the_author(folder: Path, tmp_path: Path) -> None:
    import_document(write(tmp_path, "ledger.csv", LEDGER), folder, "bing", lambda _: ("school",))
    errors = [problem for problem in check_folder(folder, examples=False) if problem.severity == "error"]
    assert errors
    assert all("还没有填完" in problem.message for problem in errors)


def test_nothing_is_ever_overwritten(folder: Path, tmp_path: Path) -> None:
    source = write(tmp_path, "ledger.csv", LEDGER)
    import_document(source, folder, "bing", no_guess)
    mine = folder / "regions/bing/measures/bing-01-item.yaml"
    mine.write_text("# mine\n", "utf-8")
    before = sorted(folder.rglob("*"))
    with pytest.raises(AlreadyThereError, match="3 项在地区 bing 里都已经有了"):
        import_document(source, folder, "bing", lambda _: ("school",))
    assert mine.read_text("utf-8") == "# mine\n"
    assert sorted(folder.rglob("*")) == before


def test_units_an_existing_region_lacks_are_told(folder: Path, tmp_path: Path) -> None:
    ledger = "序号,工作任务,责任单位\n9,慰问家属,县教育局、县妇联\n"
    done = import_document(write(tmp_path, "ledger.csv", ledger), folder, "jia", no_guess)
    assert done.contacts == ['- {id: women, name: "县妇联", public_line: government}']


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.doc", b"x", "不认识 .doc"),
        ("a.docx", b"not a zip", "打不开这个 .docx"),
        ("a.txt", "没有编号的一段话".encode(), "没有找到带编号的条目"),
        ("a.txt", b"\xff\xff\xff", "看不出文件的编码"),
    ],
)
def test_what_cannot_be_imported_is_told(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError, match=message):
        drafts_of(tmp_path / name)
