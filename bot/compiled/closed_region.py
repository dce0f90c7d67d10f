"""Regions of which only a card is at hand: there may be thousands, and a message is about one of them.

All else of a closed region is packed bytes, which lie in the file they were read from until somebody asks (``content_store``
maps them). What was opened last stays open.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pickle import PickleBuffer
from typing import Any
from weakref import WeakValueDictionary

from bot.compiled.hints import pointed_by
from bot.compiled.keys import FactHint, Hint, SideHint
from bot.model.fact import Fact
from bot.model.knowledge import RegionKnowledge
from bot.model.region import Contact, Region
from bot.rules.totals import deciding

_OPEN = 8
"""Regions that stay open beside those that views hold."""

_PACKING = 1
"""How hard is tried to make them small: harder takes longer and saves a tenth."""


@dataclass(frozen=True, slots=True)
class Card:
    """What of a region is at hand besides what its own file says: what is needed where nobody knows whose region is meant.

    ``pointed``: facts and sides, each with a topic it points to. ``decided``: facts that tell rates apart, each behind what is counted.
    ``asks``: examples it has.
    """

    topics: frozenset[str]
    measures: tuple[str, ...]
    pointed: frozenset[tuple[Hint, str]]
    decided: frozenset[tuple[str, str]]
    asks: int = 0


def card_of(part: RegionKnowledge, facts: dict[str, Fact]) -> Card:
    """The card of an open region."""
    amounts = [amount for measure in part.measures for amount in measure.amounts]
    decided = frozenset((amount.counts, fact) for amount in amounts for fact in deciding([amount]))
    shared = (pair for pair in pointed_by(part, facts) if isinstance(pair[0], FactHint | SideHint))
    return Card(part.topics, part.measure_ids, frozenset(shared), decided, sum(len(measure.examples) for measure in part.measures))


class ClosedRegion(RegionKnowledge):
    """A region whose offices and measures are read when they are asked for. ``digest`` tells its content.

    ``packed`` is all else of it, or gives it when it is called: whoever only looks over all regions need not have it at hand.
    """

    card: Card
    digest: str
    packed: Any

    @staticmethod
    def of(region: Region, card: Card, digest: str, packed: object) -> ClosedRegion:
        """A region that was closed before."""
        return ClosedRegion.model_construct({"region", "card", "digest", "packed"}, region=region, card=card, digest=digest, packed=packed)

    @property
    def content(self) -> Any:
        """The packed bytes."""
        return self.packed() if callable(self.packed) else self.packed

    @property
    def opened(self) -> RegionKnowledge:
        """The region with all of it at hand."""
        return _opened(self)

    @property
    def measure_ids(self) -> tuple[str, ...]:
        """Its measures by id."""
        return self.card.measures

    @property
    def topics(self) -> frozenset[str]:
        """What its document speaks of."""
        return self.card.topics

    @property
    def measure_by_id(self) -> Any:
        """Measures by id."""
        return self.opened.measure_by_id

    @property
    def contact_by_id(self) -> dict[str, Contact]:
        """Offices by id."""
        return self.opened.contact_by_id

    @property
    def own_names(self) -> frozenset[str]:
        """Officers, and offices named after the region."""
        return self.opened.own_names

    def __getattr__(self, name: str) -> Any:
        """Offices and measures: fields that were never filled in."""
        if name in ("contacts", "measures"):
            return getattr(self.opened, name)
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClosedRegion) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"ClosedRegion({self.digest})"

    def __reduce_ex__(self, _protocol: Any) -> tuple[Any, ...]:
        return ClosedRegion.of, (self.region, self.card, self.digest, PickleBuffer(self.content))


def close(part: RegionKnowledge, facts: dict[str, Fact], digest: str) -> ClosedRegion:
    """An open region, closed."""
    packed = zlib.compress(pickle.dumps((part.contacts, part.measures), pickle.HIGHEST_PROTOCOL), _PACKING)
    return ClosedRegion.of(part.region, card_of(part, facts), digest, packed)


_held: WeakValueDictionary[str, RegionKnowledge] = WeakValueDictionary()
"""All that is open anywhere, by digest: a region is opened once, whoever holds it."""


@lru_cache(maxsize=_OPEN)
def _opened(part: ClosedRegion) -> RegionKnowledge:
    held = _held.get(part.digest)
    if held is not None:
        return held
    contacts, measures = pickle.loads(zlib.decompress(part.content))  # noqa: S301 - packed by ``close``, and read from our own files
    opened = _held[part.digest] = RegionKnowledge.model_construct(region=part.region, contacts=contacts, measures=measures)
    return opened


def close_unheld() -> None:
    """Have only those stay open that somebody holds: of a version that is past, nobody asks any more."""
    _opened.cache_clear()
