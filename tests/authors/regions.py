"""Changes to the regions of a compiled folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.model.knowledge import Knowledge, RegionKnowledge


def within(snapshot: Snapshot, wider: Mapping[str, str]) -> Snapshot:
    """The snapshot with regions that lie in others, by the narrower one's id."""
    parts = tuple(_changed(part, within=wider.get(part.region.id)) for part in snapshot.knowledge.regions)
    return with_regions(snapshot, parts)


def with_copies(snapshot: Snapshot, number: int) -> Snapshot:
    """The snapshot with so many regions more: copies of its last one, under other names."""
    last = snapshot.knowledge.regions[-1]
    copies = tuple(
        _changed(last, id=f"{last.region.id}{n}", name=f"新{n}区", full_name=f"新{n}区", places=(f"新{n}区",)) for n in range(number)
    )
    return with_regions(snapshot, (*snapshot.knowledge.regions, *copies))


def with_regions(snapshot: Snapshot, parts: tuple[RegionKnowledge, ...]) -> Snapshot:
    """The snapshot with these regions in the place of its own."""
    fields = {name: getattr(snapshot.knowledge, name) for name in Knowledge.model_fields}
    return replace(snapshot, knowledge=Knowledge.model_construct(**{**fields, "regions": parts}), everywhere=parts)


def _changed(part: RegionKnowledge, **fields: object) -> RegionKnowledge:
    region = part.region.model_copy(update=fields)
    return RegionKnowledge.model_construct(region=region, contacts=part.contacts, measures=part.measures)
