"""Which regions a message is answered from."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Pending, Session
from bot.understanding.intents import MoveTo, ShowMeasure
from bot.understanding.view import heard_in_view, near_of, tapped_in_view
from tests.authors.regions import within


def regions(text: str, session: Session, snapshot: Snapshot) -> set[str]:
    """The regions a message is answered from."""
    _, view = heard_in_view(text, session, snapshot)
    return {part.region.id for part in view.knowledge.regions}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("一天补多少", {"jia"}),
        ("我在甲县，一天补多少", {"jia"}),
        ("乙市一天补多少", {"jia", "yi"}),
    ],
)
def test_the_person_s_own_region_and_those_that_are_named(text: str, seen: set[str], small: Snapshot) -> None:
    assert regions(text, Session(region="jia"), small) == seen


def test_somebody_who_has_not_said_where_they_are_may_be_anywhere(small: Snapshot) -> None:
    assert regions("一天补多少", Session(), small) == {"jia", "yi"}


def test_the_regions_of_what_is_in_hand_are_looked_at_too(small: Snapshot) -> None:
    assert set(near_of(Session(region="jia", measures=("yi-01",)), small)) == {"jia", "yi"}
    asked = Pending("days", ("yi-01",), "sum")
    assert set(near_of(Session(region="jia", past=(Session(region="jia", pending=asked),)), small)) == {"jia", "yi"}


def test_the_regions_a_region_lies_in_are_looked_at_too(small: Snapshot) -> None:
    assert regions("一天补多少", Session(region="jia"), within(small, {"jia": "yi"})) == {"jia", "yi"}


def test_a_button_is_answered_from_the_person_s_region_unless_it_leads_elsewhere(small: Snapshot) -> None:
    here = Session(region="jia")
    assert tapped_in_view("measure:ja-01", here, small) == (ShowMeasure("ja-01"), small.seen_from({"jia"}))
    assert tapped_in_view("measure:yi-01", here, small) == (ShowMeasure("yi-01"), small)
    assert tapped_in_view("region:yi", Session(), small) == (MoveTo("yi"), small)
