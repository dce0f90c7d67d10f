"""Which measures have a card to forward: those that speak of the family."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.measure import Measure

_FAMILY = "kin-"
"""Concepts of the lexicon with this opening are words for members of a family."""


def has_card(measure: Measure, snapshot: Snapshot) -> bool:
    """Whether a family would want to be told of a measure: it is written for them too, and gives something."""
    words = (
        word for name, said in snapshot.knowledge.lexicon.concepts.items() if name.startswith(_FAMILY) for word in said
    )
    return bool(measure.entitlements) and any(word in measure.audience for word in words if len(word) > 1)
