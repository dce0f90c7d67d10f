"""Which measures have a card to forward."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.cards import has_card


def test_what_gives_the_family_something_has_a_card(snapshot: Snapshot) -> None:
    measures = snapshot.knowledge.measure_by_id
    assert has_card(measures["hq-17"], snapshot)
    assert not has_card(measures["hq-09"], snapshot), "paid to staff, not written for the family"


def test_without_an_entitlement_there_is_nothing_to_forward(snapshot: Snapshot) -> None:
    bare = snapshot.knowledge.measure_by_id["hq-17"].model_copy(update={"entitlements": ()})
    assert not has_card(bare, snapshot)
