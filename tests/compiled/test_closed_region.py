"""A region that is closed is the same region: its card is at hand, the rest is read when it is asked for."""

from __future__ import annotations

import pickle
import weakref
from dataclasses import replace

import pytest

from bot.compiled.closed_region import ClosedRegion, card_of, close, close_unheld
from bot.compiled.keys import FactHint, SideHint
from bot.compiled.snapshot import Snapshot
from bot.model.knowledge import Knowledge, RegionKnowledge


@pytest.fixture
def part(small: Snapshot) -> RegionKnowledge:
    return small.knowledge.regions[0]


@pytest.fixture
def closed(small: Snapshot, part: RegionKnowledge) -> ClosedRegion:
    return close(part, small.definitions, "digest")


def test_it_says_what_the_open_one_says(part: RegionKnowledge, closed: ClosedRegion) -> None:
    assert (closed.region, closed.contacts, closed.measures) == (part.region, part.contacts, part.measures)
    assert (closed.topics, closed.measure_ids) == (part.topics, part.measure_ids)
    assert (closed.own_names, closed.contact_by_id, closed.measure_by_id) == (part.own_names, part.contact_by_id, part.measure_by_id)
    assert closed.opened == part
    with pytest.raises(AttributeError):
        getattr(closed, "nothing")  # noqa: B009 - mypy would tell


def test_its_body_travels_beside_it(closed: ClosedRegion) -> None:
    bodies: list[pickle.PickleBuffer] = []
    carried = pickle.dumps(closed, pickle.HIGHEST_PROTOCOL, buffer_callback=bodies.append)
    again = pickle.loads(carried, buffers=[body.raw() for body in bodies])
    assert again == closed
    assert again.measures == closed.measures
    assert len(carried) < len(pickle.dumps(closed, pickle.HIGHEST_PROTOCOL))


def test_two_of_one_content_are_equal(small: Snapshot, part: RegionKnowledge, closed: ClosedRegion) -> None:
    assert closed == close(part, small.definitions, "digest")
    assert closed != close(part, small.definitions, "another")
    assert len({closed, close(part, small.definitions, "digest")}) == 1


def test_a_card_has_what_points_to_topics_in_every_regions_words(small: Snapshot, part: RegionKnowledge) -> None:
    card = card_of(part, small.definitions)
    assert card.pointed
    assert all(isinstance(hint, FactHint | SideHint) for hint, _ in card.pointed)
    assert {topic for _, topic in card.pointed} <= part.topics
    assert all(counted in small.definitions and fact in small.definitions for counted, fact in card.decided)


def test_measures_of_closed_regions_are_found_by_id(small: Snapshot, closed: ClosedRegion) -> None:
    knowledge = Knowledge.model_construct(**{**dict(small.knowledge), "regions": (closed, *small.knowledge.regions[1:])})
    assert list(knowledge.measure_by_id) == list(small.knowledge.measure_by_id)
    assert dict(knowledge.measure_by_id) == dict(small.knowledge.measure_by_id)
    assert "no-such" not in knowledge.measure_by_id
    assert replace(small, knowledge=knowledge, everywhere=knowledge.regions).cards == small.cards


def test_of_what_nobody_holds_nothing_stays_open(closed: ClosedRegion) -> None:
    gone = weakref.ref(closed.opened)
    assert closed.opened is gone()
    close_unheld()
    assert gone() is None


def test_what_somebody_holds_is_not_opened_a_second_time(closed: ClosedRegion) -> None:
    held = closed.opened
    close_unheld()
    assert closed.opened is held
