"""Every known word of the knowledge besides the concepts': places and literals of patterns; and a region's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.compiled.keys import PartKey
from bot.language.analyse import Label
from bot.language.patterns import Pattern, all_ways, literals, parse_pattern
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure

UNCOVERED = "uncovered"
DESTINATION = "destination"
ELSEWHERE = "elsewhere"
AROUND = "around"
"""Kinds of places besides the covered regions, which go by their ids."""


def words_of(knowledge: Knowledge) -> Iterator[tuple[str, Label]]:
    """The known words that belong to no region: literals of shared patterns, places that no region covers."""
    places = knowledge.places
    yield from ((word, ("place", UNCOVERED)) for word in places.uncovered)
    yield from ((word, ("place", DESTINATION)) for word in places.destinations)
    yield from ((word, ("place", ELSEWHERE)) for word in places.elsewhere)
    yield from ((word, ("literal", word)) for word in literals(_patterns(knowledge)))


def places_of_regions(regions: Sequence[RegionKnowledge]) -> Iterator[tuple[str, Label]]:
    """Where regions are: everybody's messages are read with them, so that somebody who names a region is understood."""
    covered = {word for part in regions for word in part.region.places}
    for part in regions:
        region = part.region
        yield from ((word, ("place", region.id)) for word in region.places)
        yield from ((word, ("institution", region.id)) for word in region.institutions)
        yield from ((word, ("place", AROUND)) for word in region.around if word not in covered)


def words_of_region(part: RegionKnowledge) -> Iterator[tuple[str, Label]]:
    """What only messages to this region are read with, besides its cues: its offices, officers, names of schemes."""
    region = part.region.id
    for contact in part.contacts:
        yield from ((name, ("contact", f"{region}/{contact.id}")) for name in (contact.name, *contact.aliases))
    for measure in part.measures:
        yield from ((name, ("name", name)) for name in measure.names)
        if measure.officer:
            yield measure.officer, ("officer", f"{region}/{measure.officer}")


def _patterns(knowledge: Knowledge) -> Iterator[Pattern]:
    says: Iterable[str] = (
        *(says for fact in knowledge.facts for option in fact.options for says in option.says),
        *(says for fact in knowledge.facts for says in (*fact.introduces, *fact.shown_by, *fact.sought_by)),
        *(fact.held for fact in knowledge.facts if fact.held is not None),
        *(says for facet in knowledge.facets for says in facet.says),
        *(sign for topic in knowledge.out_of_scope for sign in topic.signs),
        *(says for topic in knowledge.out_of_scope for case in topic.cases for says in case.says),
    )
    yield from map(parse_pattern, says)


def cue_patterns(measures: Iterable[Measure]) -> Iterator[tuple[PartKey, Pattern]]:
    """Cues that single out a part of a measure, each in the ways that people say it."""
    for measure in measures:
        for key, cues in cues_of(measure):
            yield from ((key, pattern) for cue in cues for pattern in all_ways(cue))


def cues_of(measure: Measure) -> Iterator[tuple[PartKey, Sequence[str]]]:
    """The cues of each part of a measure, as an author wrote them."""
    yield from ((PartKey(measure.id, "point", point.id), point.cues) for point in measure.points)
    yield from ((PartKey(measure.id, "amount", amount.id), amount.cues) for amount in measure.amounts)
    yield from ((PartKey(measure.id, "entitlement", item.id), item.cues) for item in measure.entitlements)
    yield from ((PartKey(measure.id, "unanswered", str(n)), detail.cues) for n, detail in enumerate(measure.unanswered))
