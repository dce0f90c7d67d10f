"""Every figure, number, name, office and person of the two documents is in the knowledge, and nobody else's is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from bot.model.knowledge import Knowledge
from bot.model.measure import Measure
from tests.knowledge import sources

MEASURES = {"guangdong": [f"gd-{n:02}" for n in range(1, 17)], "hongqiao": [f"hq-{n:02}" for n in range(1, 24)]}
NAMED = [
    (measure, name)
    for table in (sources.PHONES, sources.FIGURES, sources.NAMES)
    for measure in table
    for name in table[measure]
]


def told(measure: Measure) -> str:
    """What a reply can say of a measure, without spaces: points, verdicts, gaps; not titles, cues or examples."""
    parts = [point.text for point in measure.points] + [gap.say for gap in measure.unanswered]
    for item in measure.entitlements:
        parts += [item.gives, *(r.met or "" for r in item.requires), *(r.unmet for r in item.requires)]
    return "".join("".join(parts).split())


def texts(value: object) -> Iterator[str]:
    """All text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts(dict(value))
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("region", MEASURES)
def test_every_measure_is_there_in_the_order_of_its_document(region: str, knowledge: Knowledge) -> None:
    part = knowledge.region_by_id[region]
    assert [measure.id for measure in part.measures] == MEASURES[region]
    assert [measure.source.item for measure in part.measures] == list(range(1, len(MEASURES[region]) + 1))


@pytest.mark.parametrize(("measure", "name"), NAMED, ids=[f"{measure}-{name}" for measure, name in NAMED])
def test_what_a_document_names_is_told(measure: str, name: str, knowledge: Knowledge) -> None:
    assert name in told(knowledge.measure_by_id[measure])


@pytest.mark.parametrize("measure", sources.LEDGER)
def test_the_ledger_columns_are_kept(measure: str, knowledge: Knowledge) -> None:
    row, entry = sources.LEDGER[measure], knowledge.measure_by_id[measure]
    names = knowledge.region_of[measure].contact_by_id
    assert entry.lead is not None
    assert names[entry.lead].name == row.units[0]
    assert {names[unit].name for unit in entry.units} == set(row.units)
    assert entry.officer == row.officer
    assert entry.deadline == row.deadline


def test_guangdong_names_no_lead_officer_or_deadline(knowledge: Knowledge) -> None:
    for measure in knowledge.region_by_id["guangdong"].measures:
        assert (measure.lead, measure.officer, measure.deadline, measure.units) == (None, None, None, ()), measure.id


def test_guangdongs_document_is_named(knowledge: Knowledge) -> None:
    document = knowledge.region_by_id["guangdong"].region.document
    assert document.number is None  # the commentary has none; it follows the circular it explains
    assert {document.explains, *document.follows} == set(sources.DOCUMENT_NUMBERS)
    assert document.issuer == sources.ISSUER
    assert "".join(document.published.split()) == sources.PUBLISHED


def test_the_hotlines_are_contacts_that_can_be_called(knowledge: Knowledge) -> None:
    phones = {contact.phone for contact in knowledge.region_by_id["guangdong"].contacts if contact.phone}
    assert phones == set(sources.PHONES["gd-06"])


def test_the_ledger_gives_no_phone_number(knowledge: Knowledge) -> None:
    assert [contact.phone for contact in knowledge.region_by_id["hongqiao"].contacts if contact.phone] == []


@pytest.mark.parametrize("officer", sorted({row.officer for row in sources.LEDGER.values()}))
def test_an_officer_stands_in_no_text_but_the_officers_field(officer: str, knowledge: Knowledge) -> None:
    for measure in knowledge.measure_by_id.values():
        readable = (measure.summary, measure.audience, measure.title, told(measure))
        assert not any(officer in text for text in readable), measure.id


def test_public_lines_say_where_they_come_from(knowledge: Knowledge) -> None:
    numbers = {line.number for line in knowledge.public_lines}
    assert {"12345", "12333", "12393", "12366", "12356", "120", "110", "119"} <= numbers
    assert all(line.source for line in knowledge.public_lines)


def test_no_measure_of_one_region_names_the_other_region(knowledge: Knowledge) -> None:
    foreign = {"guangdong": ("红桥", "天津"), "hongqiao": ("广东", "粤")}
    for region, words in foreign.items():
        for measure in knowledge.region_by_id[region].measures:
            said = "".join(text for point in measure.points for text in texts(point.text)) + measure.summary
            assert not [word for word in words if word in said], measure.id
