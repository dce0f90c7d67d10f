"""A person in charge or an office named alone: what are they in charge of, what is their phone?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import Stretch
from bot.language.particles import FUNCTION
from bot.model.measure import Measure
from bot.understanding.intents import Duty, NoDetails
from bot.understanding.naming import names_a_topic
from bot.understanding.said import Said


def office_asked(said: Said, snapshot: Snapshot) -> Duty | NoDetails | None:
    """What a message wants of an officer or office, if it is about them and nothing else."""
    duties = snapshot.signal("duties").spans(said.text)
    details = [span for span in snapshot.signal("office-details").spans(said.text) if not _lies_in(span, duties)]
    officers, offices = said.analysis.ids("officer"), said.analysis.ids("contact")
    if officers and snapshot.signal("private-details").heard(said.text):
        return NoDetails()
    for kind, ids in (("officer", officers), ("contact", offices)):
        if ids and (_alone(said, kind, snapshot) or _asks_for_duties(said, kind, snapshot)):
            led = _led(said, kind, set(ids), snapshot)
            shared = [] if led or details or kind != "contact" else _shared(said, set(ids), snapshot)
            if led or shared:
                names = dict.fromkeys(officer.rpartition("/")[2] for officer in officers)
                measures = tuple(measure.id for measure in led or shared)
                who = any(snapshot.facet_by_id[facet].officer for facet in said.facets)
                return Duty(measures, "、".join(names) or None, bool(details), bool(shared), who)
            if kind == "contact" and details and not _is_channel(set(ids), snapshot):
                return NoDetails()
    return None


def _asks_for_duties(said: Said, kind: str, snapshot: Snapshot) -> bool:
    """Whether it is asked what they are in charge of, with more words around, none of them plainly of a topic."""
    asked = snapshot.signal("duties")
    taken = [*asked.spans(said.text), *snapshot.signal("office-idle").spans(said.text)]
    taken += [(m.start, m.end) for m in said.analysis.mentions if m.label[0] == kind]
    return asked.heard(said.text) and not names_a_topic(said, snapshot, snapshot.weights.of_another, taken)


def _alone(said: Said, kind: str, snapshot: Snapshot) -> bool:
    """Whether nothing is said besides the name, what is asked of it, and idle words."""
    stretches = [(m.start, m.end) for m in said.analysis.mentions if m.label[0] in (kind, "place")]
    for signal in ("office-details", "office-idle"):
        stretches += snapshot.signal(signal).spans(said.text)
    taken = {i for start, end in (*stretches, *said.spans()) for i in range(start, end)}
    return not any(i not in taken and ch.isalnum() and ch not in FUNCTION for i, ch in enumerate(said.text))


def _is_channel(ids: set[str], snapshot: Snapshot) -> bool:
    """Whether a contact is one people are meant to use: what a measure says of it is the answer."""
    channels = {
        f"{part.region.id}/{channel}"
        for part in snapshot.knowledge.regions
        for measure in part.measures
        for channel in measure.channels
    }
    return not channels.isdisjoint(ids)


def _led(said: Said, kind: str, wanted: set[str], snapshot: Snapshot) -> list[Measure]:
    """The measures of the person's region that one of the wanted leads."""
    return [
        measure
        for region, measure in _measures(said, snapshot)
        if (key := measure.officer if kind == "officer" else measure.lead) and f"{region}/{key}" in wanted
    ]


def _lies_in(span: Stretch, stretches: Iterable[Stretch]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in stretches)


def _shared(said: Said, wanted: set[str], snapshot: Snapshot) -> list[Measure]:
    """The measures of the person's region that one of the wanted offices takes part in."""
    return [m for region, m in _measures(said, snapshot) if any(f"{region}/{unit}" in wanted for unit in m.units)]


def _measures(said: Said, snapshot: Snapshot) -> Iterator[tuple[str, Measure]]:
    """The measures of the person's region, or of all, each with its region."""
    for part in snapshot.knowledge.regions:
        if said.region in (None, part.region.id):
            yield from ((part.region.id, measure) for measure in part.measures)
