"""Paragraphs as clerks have them: wrapped, run together, numbered in every way, with notes and definitions around."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.importer_figures import figures_of, phones_of
from bot.authoring.importer_files import Found, read_document
from tests.authoring.accounts import unaccounted


def text_file(where: Path, text: str) -> Found:
    """What a text comes to; nothing of it is lost."""
    file = where / "text.txt"
    file.write_text(text, encoding="utf-8")
    assert unaccounted(file) == []
    return read_document(file)


NOTICE = """云山市人民政府办公室关于印发
云山市关心一线医务人员若干措施的通知
云政办发〔2020〕7号
各县（市、区）政府，市政府各部门：
现将若干措施印发给你们。
云山市人民政府办公室
2020年2月9日
一、生活保障
（一）发放餐费。每人每天 45 元。（责任单位：市财政局、各县（市、区）政府）
（二）安排住宿。（市卫生健康委牵头，市文旅局配合）
二、心理保障
（三）开通热线。电话 0100-5550188，24 小时接听。（市妇联负责）
（四）提供陪护，一对一服务。（责任单位：市民政局）
第一项、第二项政策不重复享受。
本措施所称一线医务人员，是指在隔离病区工作的人员。
"""


def test_what_a_document_says_of_itself_is_found(tmp_path: Path) -> None:
    head = text_file(tmp_path, NOTICE).head
    assert head.title == "云山市人民政府办公室关于印发云山市关心一线医务人员若干措施的通知"
    assert (head.number, head.published, head.year) == ("云政办发〔2020〕7号", "2020 年 2 月 9 日", 2020)
    assert (head.issuer, head.place) == ("云山市人民政府办公室", "云山市")


def test_definitions_and_notes_are_no_part_of_the_last_item(tmp_path: Path) -> None:
    found = text_file(tmp_path, NOTICE)
    assert found.drafts[-1].text == "提供陪护，一对一服务。"
    left_out = [part.text for part in found.left_out]
    assert "本措施所称一线医务人员，是指在隔离病区工作的人员。" in left_out
    assert found.drafts[1].notes == ("第一项、第二项政策不重复享受。",)
    assert [draft.area for draft in found.drafts] == ["生活保障", "生活保障", "心理保障", "心理保障"]


def test_units_are_read_however_they_stand_in_brackets(tmp_path: Path) -> None:
    first, second, third, _ = text_file(tmp_path, NOTICE).drafts
    assert first.units == ("市财政局", "各县（市、区）政府")
    assert (second.lead, second.units) == ("市卫生健康委", ("市卫生健康委", "市文旅局"))
    assert (third.lead, third.units) == ("", ("市妇联",))


def test_a_document_run_together_on_one_line_is_parted(tmp_path: Path) -> None:
    body = "对连续在岗满十天的人员安排轮休，由所在单位排出班次并公示，保证每人都能休到，遇有特殊情况的另行安排补休，并报主管部门备案。"
    text = (
        f"某县关心医务人员若干措施 现就有关事项通知如下： 一、休息保障 （一）安排轮休。{body} （二）增加休假。{body}"
        f"（三）组织疗养。{body}{body} 以上措施自印发之日起执行。"
    )
    found = text_file(tmp_path, text)
    assert [draft.title for draft in found.drafts] == ["安排轮休", "增加休假", "组织疗养"]
    assert found.head.title == "某县关心医务人员若干措施"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("一、餐费。每人每天\n45 元，按月发放。\n二、体检。", "45 元"),
        ("一、餐费。每人每天 4\n5 元，按月发放。\n二、体检。", "45 元"),
        ("一、餐费。标准为每人每天 45\n元，按月发放。\n二、体检。", "45元"),
    ],
)
def test_a_wrapped_line_keeps_its_figure(tmp_path: Path, text: str, figure: str) -> None:
    draft = text_file(tmp_path, text).drafts[0]
    assert figure in figures_of(draft.text)


def test_lines_wrapped_by_hand_are_paragraphs_again(tmp_path: Path) -> None:
    text = (
        "一、对在隔离病区工作的人员，按照每人每班一百二十元的标准发\n放补贴，由县财政局核拨到人，县卫健局负责审核名单并在单\n"
        "位公示。\n二、体检。"
    )
    first, _ = text_file(tmp_path, text).drafts
    assert first.text.startswith("对在隔离病区工作的人员，按照每人每班一百二十元的标准发放补贴，由县财政局核拨到人")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1.3月底前发放餐费\n2.4月起安排体检", ["3月底前发放餐费", "4月起安排体检"]),
        ("１．发放餐费\n２．安排体检", ["发放餐费", "安排体检"]),
        ("⼀、发放餐费\n⼆、安排体检", ["发放餐费", "安排体检"]),
        ("㈠ 发放餐费\n㈡ 安排体检", ["发放餐费", "安排体检"]),
        ("① 发放餐费\n② 安排体检", ["发放餐费", "安排体检"]),
        ("第一条　发放餐费\n第二条　安排体检", ["发放餐费", "安排体检"]),
        ("1.1 发放餐费\n1.2 安排体检", ["发放餐费", "安排体检"]),
        ("# 措施\n## 发放餐费\n每天 45 元，由单位发放到人。\n## 安排体检\n每年一次，由单位组织。", ["发放餐费", "安排体检"]),
    ],
)
def test_numbers_of_every_kind_and_headings_part_the_items(tmp_path: Path, text: str, titles: list[str]) -> None:
    assert [draft.title for draft in text_file(tmp_path, text).drafts] == titles


def test_a_sentence_on_other_items_is_no_heading(tmp_path: Path) -> None:
    text = "一、待遇\n（一）评职称。优先评审。\n（二）招人。优先聘用。\n第一项、第二项只能享受一次。\n二、家庭\n（三）入学。就近安排。"
    found = text_file(tmp_path, text)
    assert "第一项、第二项只能享受一次。" in found.drafts[1].text
    assert found.drafts[0].notes == ("第一项、第二项只能享受一次。",)
    assert found.drafts[2].area == "家庭"


def test_text_under_an_outer_heading_is_left_out_by_name(tmp_path: Path) -> None:
    text = (
        "一、总体要求\n提高认识，抓好落实。\n二、主要措施\n（一）餐费。每天 45 元。\n（二）体检。一次。\n"
        "三、工作要求\n各单位按职责办理。"
    )
    found = text_file(tmp_path, text)
    assert [draft.title for draft in found.drafts] == ["餐费", "体检"]
    assert {left_out.text for left_out in found.left_out} == {"提高认识，抓好落实。", "各单位按职责办理。"}
    assert {left_out.place for left_out in found.left_out} == {"第 2 行", "第 7 行"}


def test_phones_in_wide_digits_are_whole(tmp_path: Path) -> None:
    draft = text_file(tmp_path, "一、热线。拨打０１００－５５５０１８８。\n二、体检。").drafts[0]
    assert phones_of(draft.text) == ("0100-5550188",)


def test_a_title_is_never_cut_in_mid_sentence(tmp_path: Path) -> None:
    long = "按照有关部门关于妥善解决在隔离病区连续工作人员及其共同居住的家属在生活方面遇到的各种实际困难的要求办理"
    other = "对单独带孩子的，安排人照看，直到本人休整结束，不收费用，也不占用本人休假的天数"
    first, second = text_file(tmp_path, f"一、{long}。\n二、{other}。").drafts
    assert first.title == ""
    assert second.title == "对单独带孩子的，安排人照看，直到本人休整结束，不收费用"
    assert "标题是从正文截的" in second.doubts


def test_figures_in_characters_count_where_they_have_a_unit() -> None:
    assert figures_of("提供一对一服务，一线人员增加一次，共三十天，一次性发放，百分之十\n1. 3 至 5 天") == (
        "一对一", "一次", "三十天", "百分之十", "3 至 5 天",
    )  # fmt: skip
