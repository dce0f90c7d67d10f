"""The last step: nothing invented, no region speaks for another."""

from __future__ import annotations

import logging

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.guard import guarded, mentioned, violations
from bot.model.reply import Decision, Line, LineKind, Reply, Section


def reply(text: str, *measures: str, computed: frozenset[str] = frozenset()) -> Reply:
    """An answer of one line that rests on the given measures."""
    return Reply(Decision.ANSWER, (Section((Line(LineKind.TEXT, text),)),), measures, computed=computed)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("每人每天 300 元", ("hq-09",)),
        ("热线 12355、020-81268090", ("gd-06",)),
        ("区教育局（牵头），袁滨渤", ("hq-17",)),
        ("可打 12345", ()),
        ("红桥区和广东省都有", ()),
        ("没有数字", ()),
    ],
)
def test_what_has_provenance_passes(text: str, measures: tuple[str, ...], snapshot: Snapshot) -> None:
    assert violations(reply(text, *measures), snapshot) == []
    assert guarded(reply(text, *measures), snapshot).text == text


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("每人每天 900 元", ("hq-09",)),
        ("每人每天 300 元", ("gd-15",)),
        ("每人每天 300 元", ()),
        ("保额 50 万元", ("hq-09",)),
        ("热线 12355", ("hq-06",)),
        ("可打 13800138000", ("hq-06",)),
        ("找公安红桥分局", ("gd-14",)),
        ("责任人袁滨渤", ("gd-14",)),
        ("责任人袁滨渤", ()),
        ("合计 27 000 元", ("hq-09",)),
        ("打 010-81268090", ("gd-06",)),
    ],
)
def test_what_has_none_is_withheld(
    text: str, measures: tuple[str, ...], snapshot: Snapshot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        safe = guarded(reply(text, *measures), snapshot)
    assert violations(reply(text, *measures), snapshot) != []
    assert safe.text != text
    assert safe.measures == ()
    assert violations(safe, snapshot) == []
    assert caplog.records


@pytest.mark.parametrize("text", ["每人每天九百元", "补助一天八百块", "保额一百万"])
def test_a_figure_in_chinese_numerals_needs_provenance_too(text: str, snapshot: Snapshot) -> None:
    assert violations(reply(text, "hq-09"), snapshot) != []


def test_a_sum_the_program_worked_out_passes(snapshot: Snapshot) -> None:
    worked = reply("45 天 × 600 元 = 27 000 元", "hq-09", computed=frozenset({"45", "600", "27000"}))
    assert violations(worked, snapshot) == []


def test_a_section_of_a_measure_counts_as_resting_on_it() -> None:
    section = Section((Line(LineKind.TEXT, "一"),), "hq-09")
    assert mentioned(Reply(Decision.ANSWER, (section,), ("hq-18",))) == ("hq-18", "hq-09")


def test_a_unit_that_every_place_has_belongs_to_nobody(snapshot: Snapshot) -> None:
    assert violations(reply("可问区教育局", "gd-14"), snapshot) == []
