"""Everything the bot knows, as one immutable value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from bot.model.base import Value
from bot.model.fact import Fact
from bot.model.measure import Measure
from bot.model.pattern import SharedCues
from bot.model.region import Contact, PublicLine, Region
from bot.model.talk import CareContent, Facet, Lexicon, OutOfScopeTopic, Phrase, Places, Signal, Topic


class RegionKnowledge(Value):
    """A region with its offices and measures, in the document's order."""

    region: Region
    contacts: tuple[Contact, ...]
    measures: tuple[Measure, ...]

    @property
    def opened(self) -> RegionKnowledge:
        """This region with all of it at hand; of many, most are closed (``compiled/closed_region.py``)."""
        return self

    @cached_property
    def measure_ids(self) -> tuple[str, ...]:
        """Its measures by id, which a closed one has at hand."""
        return tuple(measure.id for measure in self.measures)

    @cached_property
    def topics(self) -> frozenset[str]:
        """What its document speaks of, which a closed one has at hand."""
        return frozenset(topic for measure in self.measures for topic in measure.topics)

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Offices by id."""
        return {contact.id: contact for contact in self.contacts}

    def asked_at(self, measure: Measure) -> list[Contact]:
        """Whom to ask about one of its measures: the lead unit, else the units in charge, else who issued the document."""
        units = [measure.lead] if measure.lead is not None else list(measure.units)
        if units:
            return [self.contact_by_id[unit] for unit in units]
        return [contact for contact in self.contacts if contact.name == self.region.document.issuer][:1]

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Officers, and offices named after the region. A name that offices have everywhere (财政局, 市卫生健康委) is nobody's."""
        officers = {measure.officer for measure in self.measures if measure.officer}
        places = (self.region.name, *self.region.places)
        return frozenset(officers | {c.name for c in self.contacts if any(place in c.name for place in places)})


class Knowledge(Value):
    """All content: regions, topics, facts and the ways people talk."""

    regions: tuple[RegionKnowledge, ...]
    topics: tuple[Topic, ...]
    out_of_scope: tuple[OutOfScopeTopic, ...]
    facts: tuple[Fact, ...]
    facets: tuple[Facet, ...]
    lexicon: Lexicon
    phrases: tuple[Phrase, ...]
    signals: tuple[Signal, ...] = ()
    counting: tuple[Signal, ...] = ()
    care: CareContent = CareContent()
    places: Places
    public_lines: tuple[PublicLine, ...]
    shared_cues: tuple[SharedCues, ...] = ()

    def only(self, regions: Collection[str]) -> Knowledge:
        """The same content with these regions alone, opened."""
        kept = tuple(part.opened for part in self.regions if part.region.id in regions)
        return Knowledge.model_construct(**{**{name: getattr(self, name) for name in type(self).model_fields}, "regions": kept})

    @cached_property
    def measure_by_id(self) -> Mapping[str, Measure]:
        """All regions' measures by id; ids are unique across regions."""
        return _Measures(self.region_of)

    @cached_property
    def region_by_id(self) -> dict[str, RegionKnowledge]:
        """Regions by id."""
        return {part.region.id: part for part in self.regions}

    @cached_property
    def region_of(self) -> dict[str, RegionKnowledge]:
        """Each measure's region, by measure id."""
        return {measure: part for part in self.regions for measure in part.measure_ids}

    @cached_property
    def fact_by_id(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}


class _Measures(Mapping[str, Measure]):
    """Measures by id; that of a closed region is read when it is asked for."""

    def __init__(self, region_of: Mapping[str, RegionKnowledge]) -> None:
        self._region_of = region_of

    def __getitem__(self, measure: str) -> Measure:
        return self._region_of[measure].opened.measure_by_id[measure]

    def __contains__(self, measure: object) -> bool:
        return measure in self._region_of

    def __iter__(self) -> Iterator[str]:
        return iter(self._region_of)

    def __len__(self) -> int:
        return len(self._region_of)
