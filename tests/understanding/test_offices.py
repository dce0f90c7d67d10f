"""An officer or an office named alone."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.intents import Duty, NoDetails
from bot.understanding.offices import office_asked
from tests.understanding.conftest import Read

HERE = Session(region="jia")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("县卫健局负责什么", Duty(("ja-01",), None, details=False)),
        ("卫健局管什么", Duty(("ja-01",), None, details=False)),
        ("赵甲乙管什么", Duty(("ja-01",), "赵甲乙", details=False)),
        ("县教育局电话", Duty(("ja-02",), None, details=True)),
        ("赵甲乙手机", NoDetails()),
    ],
)
def test_what_is_wanted_of_them(text: str, wish: Duty | NoDetails, said: Read, small: Snapshot) -> None:
    assert office_asked(said(text, HERE), small) == wish


@pytest.mark.parametrize("text", ["卫健局的补助多少", "补助多少", "电话", "乙市心理专线电话"])
def test_what_is_about_something_else_is_left_alone(text: str, said: Read, small: Snapshot) -> None:
    assert office_asked(said(text, HERE), small) is None


def test_another_regions_office_leads_nothing_here(said: Read, small: Snapshot) -> None:
    assert office_asked(said("赵甲乙管什么", Session(region="yi")), small) is None
