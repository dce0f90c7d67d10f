"""From documents to drafts: tables, numbered items, what is sure and what is left to the author."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from bot.authoring.importer import AlreadyThereError, import_document
from bot.authoring.importer_files import read_document
from bot.authoring.importer_text import Draft
from bot.authoring.skeleton import new_region
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


NOTICE = """云山县关心一线医务人员若干措施的通知
云政发〔2020〕9号
云山县人民政府
2020年2月9日
一、生活保障
（一）送餐。每人每天 45 元，提供一对一服务。（责任单位：县财政局、县人民政府）
二、心理保障
（二）开通热线 0100-5550188，24 小时接听。（牵头单位：县妇联）
以上措施自印发之日起施行。
"""


def test_what_the_document_says_of_itself_stands_in_the_region(folder: Path, tmp_path: Path) -> None:
    import_document(write(tmp_path, "notice.txt", NOTICE), folder, "yunshan", no_guess)
    region = (folder / "regions/yunshan/region.yaml").read_text("utf-8")
    for line in (
        'full_name: "云山县"',
        'title: "云山县关心一线医务人员若干措施的通知"',
        'published: "2020 年 2 月 9 日"',
        'issuer: "云山县人民政府"',
        'number: "云政发〔2020〕9号"',
        "places: [云山县, 云山]",
        '- {id: area-1, title: "生活保障"}',
        '- {id: area-2, title: "心理保障"}',
    ):
        assert line in region
    second = (folder / "regions/yunshan/measures/yunshan-02-item.yaml").read_text("utf-8")
    assert "\narea: area-2\n" in second
    assert "channels: [line-1]" in second


def test_units_phones_and_figures_are_all_taken(folder: Path, tmp_path: Path) -> None:
    import_document(write(tmp_path, "notice.txt", NOTICE), folder, "yunshan", no_guess)
    contacts = (folder / "regions/yunshan/contacts.yaml").read_text("utf-8")
    assert '{id: government, name: "县人民政府"' in contacts
    assert 'phone: "0100-5550188"' in contacts
    assert 'value: "一对一"' in (folder / "regions/yunshan/measures/yunshan-01-item.yaml").read_text("utf-8")


def test_what_was_left_out_is_written_beside_the_drafts(folder: Path, tmp_path: Path) -> None:
    done = import_document(write(tmp_path, "notice.txt", NOTICE), folder, "yunshan", no_guess)
    assert done.report is not None
    report = done.report.read_text("utf-8")
    assert "起草了 2 项" in report
    assert "第 9 行：以上措施自印发之日起施行。（在最后一项后面，像是结尾）" in report


def test_a_skeleton_nobody_touched_makes_way(folder: Path, tmp_path: Path) -> None:
    new_region(folder, "yunshan")
    import_document(write(tmp_path, "notice.txt", NOTICE), folder, "yunshan", no_guess)
    home = folder / "regions/yunshan"
    assert sorted(file.name for file in home.rglob("*.yaml")) == [
        "contacts.yaml", "region.yaml", "yunshan-01-item.yaml", "yunshan-02-item.yaml",
    ]  # fmt: skip
    assert "云山县" in (home / "region.yaml").read_text("utf-8")


def test_a_skeleton_an_author_began_to_fill_stays(folder: Path, tmp_path: Path) -> None:
    for file in new_region(folder, "yunshan"):
        file.write_text(f"{file.read_text('utf-8')}# mine\n", "utf-8")
    done = import_document(write(tmp_path, "notice.txt", NOTICE), folder, "yunshan", no_guess)
    assert [file.name for file in done.kept] == ["yunshan-01-first.yaml"]
    assert "# mine" in (folder / "regions/yunshan/region.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "region", "message"),
    [
        ("甲县关心医务人员工作方案", "bing", "已经在地区 jia 里了"),
        ("甲县关心医务人员工作方案", "jia", "2 项在地区 jia 里都已经有了"),
        ("丁州企业复工复产扶持办法", "jia", "地区 jia 的文件是“甲县关心医务人员工作方案”"),
    ],
)
def test_a_document_that_is_there_changes_nothing(folder: Path, tmp_path: Path, title: str, region: str, message: str) -> None:
    source = write(tmp_path, "text.txt", f"{title}\n一、送餐。每人每天 45 元。\n二、体检。每年一次。\n")
    before = sorted(folder.rglob("*"))
    with pytest.raises(AlreadyThereError, match=message):
        import_document(source, folder, region, no_guess)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("region", ["a/../b", "../b", "A", ""])
def test_a_region_that_is_no_id_is_refused_before_anything_is_read(folder: Path, tmp_path: Path, region: str) -> None:
    with pytest.raises(ValueError, match="不能作地区的 id"):
        import_document(tmp_path / "nothing.txt", folder, region, no_guess)


def test_far_too_much_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="上限是 2000000 个"):
        read_document(write(tmp_path, "text.txt", "一、说来话长。" * 300_000))


def test_far_too_many_items_are_told(tmp_path: Path) -> None:
    text = "".join(f"{number}、第几件事。\n" for number in range(1, 400))
    with pytest.raises(UnreadableError, match="分出了 399 项"):
        read_document(write(tmp_path, "text.txt", text))
