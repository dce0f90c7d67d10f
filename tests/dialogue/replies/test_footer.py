"""The footer: whom to ask, which items, of which year."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.footer import Cited, footer, list_footer, office


def cited(small: Snapshot, *measures: str) -> list[Cited]:
    """Measures with their regions."""
    return [(small.knowledge.measure_by_id[m], small.knowledge.region_of[m]) for m in measures]


def test_one_item(small: Snapshot) -> None:
    assert footer(cited(small, "ja-01")).text == "问县卫健局 · 甲县方案第 1 条 · 2020 年，可能已失效"


def test_several_items_of_one_document_are_told_together(small: Snapshot) -> None:
    text = footer(cited(small, "ja-01", "ja-02")).text
    assert text == "问县卫健局、县教育局 · 甲县方案第 1、2 条 · 2020 年，可能已失效"


def test_documents_of_two_regions_stand_side_by_side(small: Snapshot) -> None:
    text = footer(cited(small, "ja-01", "yi-01")).text
    assert "甲县方案第 1 条、乙市措施第 1 项" in text


def test_without_a_lead_the_issuer_is_asked(small: Snapshot) -> None:
    ((measure, part),) = cited(small, "yi-01")
    assert office(measure, part) == "乙市卫健委"


def test_a_list_names_its_document_and_no_item(small: Snapshot) -> None:
    part = small.knowledge.region_by_id["jia"]
    assert list_footer(part).text == "问各项牵头单位 · 甲县方案 · 2020 年，可能已失效"
