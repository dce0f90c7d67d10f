"""Whose illness or bill a question is about, where somebody else is told of beside them."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("我前阵子做了手术，媳妇在急诊当护士，药费能报吗", "self"),
        ("岳母确诊了，我在发热门诊，住院费能报吗", "parent-in-law"),
        ("婆婆骨折，我老公是一线大夫，有人陪着看病吗", "parent-in-law"),
        ("我媳妇在急诊，前天病倒了，药费能报吗", "spouse"),
        ("我妈病了，我是护士，我能请假吗", "self"),
    ],
)
def test_the_ill_one_is_meant_and_not_who_only_works(text: str, asked: str, snapshot: Snapshot) -> None:
    assert read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020).people.asked_for == asked


@pytest.mark.parametrize("text", ["这药费得我们自己出钱吗", "要家里先垫钱吗", "还用咱们家掏钱吗"])
def test_who_only_pays_is_not_asked_of(text: str, snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", staff=("mother",), spoken_of="mother")
    assert "person" not in read(hear(text, snapshot), before, snapshot, 2020).stated


def test_who_only_does_something_for_the_worker_is_not_asked_of(snapshot: Snapshot) -> None:
    said = read(hear("闺女在定点医院当护士，我可不可以去给她送衣服", snapshot), Session(region="guangdong"), snapshot, 2020)
    assert said.people.asked_for != "self"
