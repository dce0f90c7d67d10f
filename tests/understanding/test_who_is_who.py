"""Who is the medical worker, and who is kin to whom."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said


def heard(text: str, snapshot: Snapshot, session: Session | None = None) -> Said:
    return read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020)


def test_the_kin_of_a_neighbour_are_none_of_ours(snapshot: Snapshot) -> None:
    people = heard("邻居家男人援鄂，我家有没有人来", snapshot).people
    assert people.staff == frozenset()


def test_who_is_said_to_be_it_instead_is(snapshot: Snapshot) -> None:
    assert heard("我老公不是护士，我是", snapshot).people.staff == {"self"}


def test_a_nurse_off_the_front_line_is_family_of_one_who_is_on_it(snapshot: Snapshot) -> None:
    said = heard("我爱人没上一线，她能打热线吗，我是一线大夫", snapshot)
    assert said.people.relation() == "spouse"
    assert "frontline" not in said.stated or said.stated["frontline"] == "yes"


@pytest.mark.parametrize(
    ("text", "kin_as"),
    [
        ("给不给我上，我是他媳妇", "spouse"),
        ("我是他舅妈，他能上公办吗", None),
        ("孩子初三，我是她伯母，有照顾吗", None),
        ("我老公是护士，我是她嫂子，我能领吗", None),
    ],
)
def test_kin_of_somebody_nobody_named_are_kin_of_the_worker(text: str, kin_as: str | None, snapshot: Snapshot) -> None:
    """我是她嫂子 tells of an adult, who is the worker; 我是他舅妈 may tell of a child who goes to school."""
    assert heard(text, snapshot).people.kin_as == kin_as


def test_a_worker_named_only_for_what_children_count_as_is_nobody(snapshot: Snapshot) -> None:
    told = Session(region="hongqiao", staff=("spouse",), spoken_of="spouse")
    assert heard("他家闺女算不算一线子女", snapshot, told).people.staff == {"spouse"}
