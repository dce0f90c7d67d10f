"""Everything the bot knows, as one immutable value."""

from __future__ import annotations

from functools import cached_property

from bot.model.base import Value
from bot.model.fact import Fact
from bot.model.measure import Measure
from bot.model.region import Contact, PublicLine, Region
from bot.model.talk import CareContent, Facet, Lexicon, OutOfScopeTopic, Phrase, Places, Signal, Topic


class RegionKnowledge(Value):
    """A region with its offices and measures, in the document's order."""

    region: Region
    contacts: tuple[Contact, ...]
    measures: tuple[Measure, ...]

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Offices by id."""
        return {contact.id: contact for contact in self.contacts}


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

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """All regions' measures by id; ids are unique across regions."""
        return {measure.id: measure for part in self.regions for measure in part.measures}

    @cached_property
    def region_by_id(self) -> dict[str, RegionKnowledge]:
        """Regions by id."""
        return {part.region.id: part for part in self.regions}

    @cached_property
    def region_of(self) -> dict[str, RegionKnowledge]:
        """Each measure's region, by measure id."""
        return {measure.id: part for part in self.regions for measure in part.measures}

    @cached_property
    def fact_by_id(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}
