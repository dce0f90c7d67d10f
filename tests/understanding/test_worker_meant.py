"""A relative asked about is the medical worker, where all that is asked goes with work and nobody else was said to be one."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.language.kinship import SELF
from bot.model.fact import UNSURE
from bot.model.session import Remembered, Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said
from bot.understanding.worker_meant import as_worker

NEW = Session(region="hongqiao")


def meant(text: str, topic: str, snapshot: Snapshot, session: Session = NEW, *, goes_on: bool = False) -> Said:
    """A message read, and whoever works found."""
    return as_worker(read(hear(text, snapshot), session, snapshot, 2020), (topic,), session, snapshot, goes_on=goes_on)


@pytest.mark.parametrize(
    ("text", "topic", "who"),
    [
        ("我先生每天能领多少", "daily-subsidy", "spouse"),
        ("我二姐能评上副高吗", "title-review", "sibling"),
        ("我闺女染上了，能算工伤吗", "work-injury", "child"),
    ],
)
def test_whoever_is_asked_of_works(text: str, topic: str, who: str, snapshot: Snapshot) -> None:
    said = meant(text, topic, snapshot)
    assert said.people.staff == {who}
    assert said.stated.get("person", SELF) == SELF


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("我先生看病能报销吗", "medical-costs"),
        ("我先生也能领补助吗", "daily-subsidy"),
        ("我家孩子染上了，能算工伤吗", "work-injury"),
        ("我爸妈染上了，能算工伤吗", "work-injury"),
        ("我是护士，我先生能领补助吗", "daily-subsidy"),
    ],
)
def test_whoever_may_be_only_family_stays_so(text: str, topic: str, snapshot: Snapshot) -> None:
    said = meant(text, topic, snapshot)
    assert said.people.asked_for not in said.people.staff
    assert said.stated["person"] != SELF


def test_another_than_the_one_asked_of_before_is_asked_of_besides(snapshot: Snapshot) -> None:
    assert not meant("那我先生呢", "daily-subsidy", snapshot, goes_on=True).people.staff
    own = Session(region="hongqiao", asked_for=SELF)
    assert not meant("我先生能领补助吗", "daily-subsidy", snapshot, own).people.staff


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("我先生有体检吗", True),
        ("我爸妈有体检吗", False),
        ("我舅舅有体检吗", False),
        ("我先生跟我去体检行吗", False),
        ("我是护士，我先生有体检吗", False),
    ],
)
def test_it_is_open_whether_a_relative_works_who_may(text: str, untold: bool, snapshot: Snapshot) -> None:
    assert (meant(text, "checkup-retreat", snapshot).stated.get("asked-works") == UNSURE) is untold


@pytest.mark.parametrize(
    ("text", "post"),
    [("我爱人是网格员，每天的补助他算不算", "community"), ("我是护士，我爸在医院当保安，补助他有没有", "support")],
)
def test_a_relative_of_an_open_trade_is_asked_of_as_one_who_works(text: str, post: str, snapshot: Snapshot) -> None:
    said = meant(text, "daily-subsidy", snapshot)
    assert said.people.asked_for in said.people.staff
    assert (said.stated["post"], said.stated.get("person", SELF)) == (post, SELF)


def test_somebody_of_another_trade_is_not_the_one_who_works(snapshot: Snapshot) -> None:
    infected = Session(region="hongqiao", facts=(Remembered("infected", "yes", "2020-03-01"),))
    said = meant("我老公开出租的，他的也算工伤吗", "work-injury", snapshot, infected)
    assert "post" not in said.stated
    assert said.stated["person"] == "spouse"
