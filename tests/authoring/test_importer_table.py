"""Ledgers as clerks have them: columns of every name, merged cells, pages, numbers of every kind, notes below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from bot.authoring.importer_figures import figures_of
from bot.authoring.importer_files import Found, read_document
from tests.authoring.accounts import unaccounted

HEADING = ("序号", "项目", "工作内容", "具体措施", "责任单位", "牵头单位", "责任人", "完成时限")
ROWS = (
    ("1", "改善条件", "修缮值班室", "每个病区不少于 2 间，配齐热水。", "县卫健局、县发改局", "县卫健局", "赵甲", "3 月底前"),
    ("2", "保障待遇", "发放夜班补贴", "每班 120 元，节假日 3 倍。", "县财政局、县卫健局", "县财政局", "钱乙", "按月发放"),
    ("3", "保障待遇", "购买人身保险", "保额不低于 60 万元，一人一份。", "县金融办", "县金融办", "孙丙", "即时办理"),
)


def table_file(where: Path, rows: Sequence[tuple[str, ...]], before: tuple[str, ...] = ()) -> Path:
    """A Word document with one table."""
    document = Document()
    for text in before:
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(where / "ledger.docx"))
    return where / "ledger.docx"


def ledger(where: Path, text: str) -> Found:
    """What a CSV with these lines comes to; nothing of it is lost."""
    file = where / "ledger.csv"
    file.write_text(text, encoding="utf-8")
    assert unaccounted(file) == []
    return read_document(file)


def test_content_and_measures_in_two_columns_are_title_and_text(tmp_path: Path) -> None:
    file = table_file(tmp_path, [HEADING, *ROWS], ("某县关心一线医务人员工作台账",))
    assert unaccounted(file) == []
    found = read_document(file)
    assert found.head.title == "某县关心一线医务人员工作台账"
    first, second, third = found.drafts
    assert (first.area, first.title, first.text) == ("改善条件", "修缮值班室", "每个病区不少于 2 间，配齐热水。")
    assert (second.area, second.lead, second.officer, second.deadline) == ("保障待遇", "县财政局", "钱乙", "按月发放")
    assert (first.units, figures_of(second.text)) == (("县卫健局", "县发改局"), ("120 元", "3 倍"))
    assert figures_of(third.text) == ("60 万元", "一份")


def test_a_heading_repeated_on_a_new_page_is_no_item(tmp_path: Path) -> None:
    found = read_document(table_file(tmp_path, [HEADING, ROWS[0], HEADING, *ROWS[1:]]))
    assert [draft.number for draft in found.drafts] == [1, 2, 3]
    assert "具体措施" not in found.drafts[0].text


def test_a_table_that_goes_on_after_a_break_is_one(tmp_path: Path) -> None:
    document = Document()
    for part in ([HEADING, *ROWS[:2]], [ROWS[2]]):
        table = document.add_table(rows=len(part), cols=len(HEADING))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("续表")
    document.save(str(tmp_path / "ledger.docx"))
    assert [draft.officer for draft in read_document(tmp_path / "ledger.docx").drafts] == ["赵甲", "钱乙", "孙丙"]


@pytest.mark.parametrize(
    "numbers",
    [("（一）", "（二）", "（三）"), ("①", "②", "③"), ("１", "２", "３"), ("1-1", "1-2", "2-1"), ("一、", "二、", "三、"), ("", "", "")],
)
def test_numbers_of_every_kind_part_the_rows(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    rows = [(number, *row[1:]) for number, row in zip(numbers, ROWS, strict=True)]
    drafts = read_document(table_file(tmp_path, [HEADING, *rows])).drafts
    assert [draft.title for draft in drafts] == ["修缮值班室", "发放夜班补贴", "购买人身保险"]
    assert [draft.number for draft in drafts] == [1, 2, 3]


def test_numbers_by_word_in_the_cells_part_the_rows(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=4, cols=2)
    rows = [("序号", "工作任务"), ("", "修缮值班室"), ("", "发放补贴"), ("", "购买保险")]
    for row, texts in zip(table.rows, rows, strict=True):
        row.cells[1].text = texts[1]
        row.cells[0].text = texts[0]
        if not texts[0]:
            row.cells[0].paragraphs[0].style = document.styles["List Number"]
    document.save(str(tmp_path / "ledger.docx"))
    assert [draft.title for draft in read_document(tmp_path / "ledger.docx").drafts] == ["修缮值班室", "发放补贴", "购买保险"]


def test_numbers_that_begin_again_are_numbers_of_new_items(tmp_path: Path) -> None:
    found = ledger(tmp_path, "序号,工作任务,责任单位\n1,慰问,县妇联\n2,体检,县卫健局\n1,疏导,县妇联\n2,减负,县卫健局\n")
    assert [(draft.number, draft.title) for draft in found.drafts] == [(1, "慰问"), (2, "体检"), (3, "疏导"), (4, "减负")]
    assert "原文编号是 1，这里是第 3 项" in found.drafts[2].doubts


def test_columns_nobody_foresaw_are_told_with_their_names(tmp_path: Path) -> None:
    found = ledger(
        tmp_path,
        "序号,工作内容,补助标准,责任单位,联系电话,备注\n1,给隔离病区人员发餐费,每人每天 45 元,县卫健局,0100-5550199,从 2 月起\n",
    )
    assert found.drafts[0].text == "给隔离病区人员发餐费\n补助标准：每人每天 45 元\n联系电话：0100-5550199\n备注：从 2 月起"


def test_a_note_below_the_rows_is_left_out_by_name(tmp_path: Path) -> None:
    found = ledger(tmp_path, "序号,工作任务,责任单位\n1,慰问,县妇联\n注：第 1 项由各镇配合。,,\n")
    assert [(str(left_out.text), left_out.why) for left_out in found.left_out] == [("注：第 1 项由各镇配合。", "表里的注")]
    assert found.drafts[0].notes == ("注：第 1 项由各镇配合。",)


def test_a_row_across_the_table_is_the_heading_of_those_below(tmp_path: Path) -> None:
    found = ledger(tmp_path, "序号,工作任务,责任单位\n一、生活保障,,\n1,慰问,县妇联\n二、心理保障,,\n2,疏导,县卫健局\n")
    assert [draft.area for draft in found.drafts] in (["一、生活保障", "二、心理保障"], ["生活保障", "心理保障"])


def test_a_heading_of_two_rows_is_read_as_one(tmp_path: Path) -> None:
    rows = [("序号", "工作任务", "分工", "分工"), ("序号", "工作任务", "牵头单位", "责任单位"), ("1", "慰问", "县妇联", "县总工会")]
    draft = read_document(table_file(tmp_path, rows)).drafts[0]
    assert (draft.lead, draft.units) == ("县妇联", ("县妇联", "县总工会"))


def test_an_appendix_does_not_replace_the_items_of_the_text(tmp_path: Path) -> None:
    text = (
        "一、发放补贴。对在隔离病区连续工作的人员，按每班 120 元发放，由县财政局按月核拨到人。",
        "二、安排体检。每年一次，费用由单位承担，结果由本人保管。",
    )
    file = table_file(tmp_path, [("序号", "单位名称", "项目"), ("1", "县医院", "体检")], text)
    found = read_document(file)
    assert [draft.title for draft in found.drafts] == ["发放补贴", "安排体检"]
    assert any("县医院" in left_out.text for left_out in found.left_out)


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "gb18030"), ("\t", "utf-16"), (";", "utf-8")])
def test_what_a_spreadsheet_saves_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "ledger.csv"
    file.write_bytes("\n".join(delimiter.join(row) for row in (HEADING, *ROWS)).encode(encoding))
    assert [draft.officer for draft in read_document(file).drafts] == ["赵甲", "钱乙", "孙丙"]


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    long = "一句很长的话。" * 20_000
    file = tmp_path / "ledger.csv"
    file.write_text(f"序号,工作任务,具体措施\n1,慰问,{long}\n", encoding="utf-8")
    assert len(read_document(file).drafts[0].text) == len(long)
