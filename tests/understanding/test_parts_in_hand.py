"""What parts of the measures in hand a message speaks of."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.parts_in_hand import (
    asks_an_open_detail,
    cued_by_a_phrase,
    says_only_an_open_detail,
    sides_of_named_points,
)
from bot.understanding.read import read
from bot.understanding.said import Said
from tests.understanding.conftest import YEAR

SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
INJURY = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))


def _read(text: str, session: Session, snapshot: Snapshot) -> Said:
    return read(hear(text, snapshot), session, snapshot, YEAR)


def test_several_words_together_single_out_a_point(snapshot: Snapshot) -> None:
    assert cued_by_a_phrase(_read("不是定点医院看的行不", INJURY, snapshot), INJURY, snapshot, "point")
    assert not cued_by_a_phrase(_read("用微信能行不", INJURY, snapshot), INJURY, snapshot, "point")


@pytest.mark.parametrize(("text", "only"), [("按月发吗", True), ("慰问金按月发吗", False), ("一天多少", False)])
def test_all_that_is_said_is_left_open(text: str, only: bool, snapshot: Snapshot) -> None:
    said = _read(text, SUBSIDY, snapshot)
    assert says_only_an_open_detail(said, SUBSIDY, snapshot) is only
    assert asks_an_open_detail(said, SUBSIDY) or not only


def test_the_sides_of_the_points_named(snapshot: Snapshot) -> None:
    sides = sides_of_named_points(_read("外地医院治的呢", INJURY, snapshot), INJURY, snapshot)
    assert sides is not None
    assert "who-pays" not in sides
    assert sides_of_named_points(_read("那我妈呢", INJURY, snapshot), INJURY, snapshot) is None
