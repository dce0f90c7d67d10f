"""What tells two versions of an item apart is told by the names its author knows."""

from __future__ import annotations

from pathlib import Path

from bot.model.knowledge import Knowledge
from bot.reading.parse import load
from bot.reloading.content_changes import compare
from bot.reloading.field_changes import FieldChange, field_changes
from tests.authors.folders import base_folder, change

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"


def test_what_is_the_same_has_no_changes() -> None:
    assert field_changes(("a", "b"), ("a", "b")) == ()


def test_words_are_told_as_what_went_and_what_came() -> None:
    assert field_changes({"says": ("a", "b", "c")}, {"says": ("a", "d")}) == (
        FieldChange("says", "“b”", "“d”"),
        FieldChange("says", "“c”", "（没有）"),
    )


def test_another_order_of_words_is_a_change_too() -> None:
    assert field_changes(("a", "b"), ("b", "a")) == (FieldChange("", "“a、b”", "“b、a”"),)


def test_what_is_long_is_cut() -> None:
    assert field_changes("短", "长" * 100) == (FieldChange("", "“短”", f"“{'长' * 60}…”"),)


def changed(tmp_path: Path, *pairs: tuple[str, str]) -> tuple[Knowledge, Knowledge]:
    """The small folder's knowledge before and after an author's changes to one measure."""
    folder = base_folder(tmp_path)
    before = load(folder)
    for old, new in pairs:
        change(folder, SUBSIDY, old, new)
    return before, load(folder)


def test_every_field_of_a_measure_is_told_by_its_name(tmp_path: Path) -> None:
    before, after = changed(
        tmp_path,
        ("title: 每日补助\narea", "title: 按日补助\narea"),
        ("text: 每月 15 日前发放。", "text: 每月 15 日发放。"),
        ("  - {cues: [哪张卡], say: 文件没有写发到哪张卡。}", "  - {cues: [哪张卡], say: 文件没有写哪张卡。}"),
        ("{value: 300, label: 病房,", "{value: 310, label: 病房,"),
    )
    changes = compare(before, after, {}, {})
    assert changes.changed == ("措施 ja-01（按日补助）",)
    assert [str(found) for found in changes.fields["措施 ja-01（按日补助）"]] == [
        "title：“每日补助” → “按日补助”",
        "points › paid › text：“每月 15 日前发放。” → “每月 15 日发放。”",
        "amounts › daily › cases › 1 › value：“300” → “310”",
        "unanswered › 1 › say：“文件没有写发到哪张卡。” → “文件没有写哪张卡。”",
    ]
