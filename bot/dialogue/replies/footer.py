"""The footer: whom to ask, which items of which document, of which year. One line for all that a reply rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.region import Contact
from bot.model.reply import Line, LineKind

Cited = tuple[Measure, RegionKnowledge]


def short_name(contact: Contact) -> str:
    """An office as a footer names it."""
    return contact.short or contact.name


def office(measure: Measure, part: RegionKnowledge) -> str:
    """Whom to ask, by name: the lead unit, else the units in charge, else who issued the document."""
    names = "、".join(map(short_name, part.asked_at(measure)))
    return names or part.region.document.issuer or part.region.confirm


def document_name(part: RegionKnowledge) -> str:
    """The document as a footer names it."""
    return part.region.document.brief or part.region.document.short


def footer(cited: Sequence[Cited]) -> Line:
    """The footer for the items a reply rests on, in their order."""
    offices = dict.fromkeys(office(measure, part) for measure, part in cited)
    parts = {part.region.id: part for _, part in cited}.values()
    return _footer("、".join(offices), (f"{document_name(part)}{_items(cited, part)}" for part in parts), parts)


def list_footer(part: RegionKnowledge) -> Line:
    """The footer of a list of all that a document gives."""
    led = any(measure.lead is not None for measure in part.measures)
    return _footer("各项牵头单位" if led else office(part.measures[0], part), [document_name(part)], [part])


def _footer(offices: str, documents: Iterable[str], parts: Iterable[RegionKnowledge]) -> Line:
    years = dict.fromkeys(str(part.region.document.year) for part in parts)
    return Line(LineKind.SOURCE, f"问{offices} · {'、'.join(documents)} · {'、'.join(years)} 年，可能已失效")


def _items(cited: Sequence[Cited], part: RegionKnowledge) -> str:
    numbers = dict.fromkeys(str(measure.source.item) for measure, of in cited if of is part)
    return part.region.document.item_label.format(item="、".join(numbers))
