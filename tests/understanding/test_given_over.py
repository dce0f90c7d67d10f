"""What was told of somebody and is another's: no longer of the one, and kept of the other if that is a relative."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.model.session import Session
from bot.model.tally import Spell, Tally
from bot.understanding.given_over import put_right
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said
from tests.understanding.conftest import YEAR

HERE = Session(region="hongqiao", worker="self", staff=("self",))
AWAY = replace(HERE.remember({"hubei-team": "yes"}, date(2020, 3, 1)), past=(HERE,))


def _read(text: str, session: Session, snapshot: Snapshot) -> Said:
    return read(hear(text, snapshot), session, snapshot, YEAR)


@pytest.mark.parametrize("text", ["不是我，是我同事去的", "说错了，去的是我同事", "搞错了，是隔壁科的同事，我留在这边"])
def test_what_is_a_strangers_is_no_longer_told(text: str, snapshot: Snapshot) -> None:
    read_ = _read(text, AWAY, snapshot)
    assert read_.stated["hubei-team"] == "no"
    assert not read_.apart


@pytest.mark.parametrize("text", ["搞错了，是我爱人去的", "说错了，去的是我爱人，我是家属"])
def test_what_is_a_relatives_is_stated_of_them_who_are_asked_for(text: str, snapshot: Snapshot) -> None:
    read_ = _read(text, AWAY, snapshot)
    assert read_.stated["hubei-team"] == "yes"
    assert read_.people.worker() == "spouse"
    assert read_.stated["person"] == "self"


def test_one_of_several_kinds_is_not_turned_into_another(snapshot: Snapshot) -> None:
    nurse = replace(HERE.remember({"role": "direct-contact"}, date(2020, 3, 1)), past=(HERE,))
    assert _read("讲错了，是我同事干的", nurse, snapshot).stated["role"] == UNSURE


def test_days_are_a_strangers_too(snapshot: Snapshot) -> None:
    counted = replace(AWAY, tally=Tally((Spell("days", 9, 9),)))
    assert _read("讲错了，是我同事干的", counted, snapshot).not_theirs
    assert not _read("讲错了，是我爱人干的", counted, snapshot).not_theirs


def test_kin_of_a_medical_worker_took_nothing_over(snapshot: Snapshot) -> None:
    assert _read("说错了，我是护士的弟弟", AWAY, snapshot).people.worker() != "sibling"


@pytest.mark.parametrize("text", ["不对，是我妈问的", "是我同事说的", "说错了，我在急诊"])
def test_whoever_only_speaks_takes_nothing_over(text: str, snapshot: Snapshot) -> None:
    assert "hubei-team" not in _read(text, AWAY, snapshot).stated


def test_what_was_told_earlier_stays(snapshot: Snapshot) -> None:
    earlier = replace(AWAY, past=(replace(AWAY, past=()),))
    assert "hubei-team" not in _read("说错了，是我同事去的", earlier, snapshot).stated


@pytest.mark.parametrize(
    ("text", "who"),
    [("写错了是我本人，我在流调组", "self"), ("讲错是我老公，他在病区", "spouse"), ("说错了，在病区", None), ("说错了不是我老公", None)],
)
def test_a_correction_says_in_one_breath_who_was_meant(text: str, who: str | None, snapshot: Snapshot) -> None:
    assert put_right(_read(text, Session(region="hongqiao"), snapshot)) == who
