"""Whether an officer or an office is said or asked to be in charge of something: 高峰管保险吗, 慰问归民政局管吧."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.clauses import Stretch
from bot.language.in_charge import is_of_an_office, looks_after, puts_in_charge, speaks_of_charge
from bot.language.question_forms import Form, asks_yes_or_no, ends_seeking_assent
from bot.model.measure import Measure
from bot.model.session import Session
from bot.understanding.going_on import alone_of
from bot.understanding.intents import Charged
from bot.understanding.naming import naming, words_besides
from bot.understanding.said import Said

_Named = tuple[int, int, str]

_CHARGED = ("officer", "contact")

_LIKELIEST = 2
"""Topics that a message is most like among which the one meant is: the first may be one that the person's region has nothing on."""


def charge_asked(said: Said, session: Session, snapshot: Snapshot) -> Charged | None:
    """What is to be confirmed of an officer or an office that the message names; None where nothing of the kind is."""
    if not any(mention.label[0] in _CHARGED for mention in said.analysis.mentions):  # so with most: the rest need not be looked at
        return None
    asked = asks_yes_or_no(said.text) or ends_seeking_assent(said.text) or not {Form.WHETHER, Form.EITHER}.isdisjoint(said.forms)
    officers, offices = _named(said, "officer"), _named(said, "contact")
    which = len(officers) > 1 and any(snapshot.facet_by_id[facet].contacts for facet in said.facets)
    if not (asked or which) or len(said.asking) > 1 or snapshot.signal("private-details").heard(said.text):
        return None
    if officers:
        return _of_an_officer(said, session, snapshot, officers, offices)
    return _of_an_office(said, session, snapshot, offices[0]) if len(offices) == 1 else None


def _named(said: Said, kind: str) -> list[_Named]:
    """Those named in what asks, each by its longest name: 民政局, not 民政; none within a word, 高峰|期."""
    edges = {0, *accumulate(map(len, said.analysis.tokens))}
    mentions = (m for m in said.analysis.mentions if m.label[0] == kind and (kind != "officer" or m.end in edges))
    asking = said.asking or ((0, len(said.text)),)
    found = sorted((m.start, -m.end, m.label[1]) for m in mentions if any(begin <= m.start < end for begin, end in asking))
    kept: list[_Named] = []
    for start, end, name in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, name))
    return kept


def _of_an_officer(
    said: Said, session: Session, snapshot: Snapshot, officers: Sequence[_Named], offices: Sequence[_Named]
) -> Charged | None:
    """An officer may be asked of with a matter, with an office that they are of, or with what is in hand."""
    text, known = said.text, [name for _, _, name in officers]
    charge = any(puts_in_charge(text, start, end) or looks_after(text, end) for start, end, _ in officers)
    names = tuple(dict.fromkeys(name.rpartition("/")[2] for name in known))
    matter = _matter(said, session, snapshot, [*officers, *offices])
    charge = charge or (len(officers) > 1 and bool(said.facets)) or _is_all(said, officers, snapshot)
    if offices and not matter and (charge or speaks_of_charge(text) or is_of_an_office(text, offices[0][1])):
        return Charged(names, offices[0][2], (), plainly=speaks_of_charge(text))
    if not charge:
        return None
    led = [m for m in _or_in_hand(matter, session, snapshot) if snapshot.knowledge.measure_by_id[m].officer is not None]
    return Charged(names, None, _those_of(led, names, snapshot)) if led else None


def _is_all(said: Said, officers: Sequence[_Named], snapshot: Snapshot) -> bool:
    """Whether an officer is all that a question names: 是刘建吧."""
    idle = snapshot.signal("office-idle").spans(said.text)
    return not said.stated and not words_besides(said, [*((start, end) for start, end, _ in officers), *said.side_words, *idle])


def _those_of(led: Sequence[str], officers: Sequence[str], snapshot: Snapshot) -> tuple[str, ...]:
    """The one of several measures on a matter that one of the officers answers for; the first where none does."""
    known = snapshot.knowledge.measure_by_id
    return tuple(name for name in led if known[name].officer in officers)[:1] or tuple(led[:1])


def _of_an_office(said: Said, session: Session, snapshot: Snapshot, office: _Named) -> Charged | None:
    """An office that leads a matter and is only asked whether it looks after that does what the matter says: no question of charge."""
    start, end, name = office
    plainly = puts_in_charge(said.text, start, end)
    if not plainly and not looks_after(said.text, end):
        return None
    region, _, contact = name.rpartition("/")
    asked_of = _or_in_hand(_matter(said, session, snapshot, [office]), session, snapshot)
    measures = [snapshot.knowledge.measure_by_id[m] for m in asked_of]
    led = [m for m in measures if m.lead is not None and snapshot.knowledge.region_of[m.id].region.id == region]
    if not led or not _is_responsible_anywhere(region, contact, snapshot):
        return None
    best = next((m for m in led if contact == m.lead), None) or next((m for m in led if contact in m.units), led[0])
    whom = any(snapshot.facet_by_id[facet].contacts for facet in said.facets)
    return None if not (plainly or whom) and best.lead == contact else Charged((), name, (best.id,))


def _is_responsible_anywhere(region: str, contact: str, snapshot: Snapshot) -> bool:
    """Whether an office has charge of, or part in, anything; one that only keeps a line has not."""
    return any(contact in (m.lead, *m.units) for m in _measures_of(region, snapshot))


def _measures_of(region: str, snapshot: Snapshot) -> Sequence[Measure]:
    return next((part.measures for part in snapshot.knowledge.regions if part.region.id == region), ())


def _or_in_hand(matter: Sequence[str] | None, session: Session, snapshot: Snapshot) -> Sequence[str]:
    """The measures on the matter named; on the one in hand where none is."""
    return [m for m in session.measures if m in snapshot.knowledge.measure_by_id] if matter is None else matter


def _matter(said: Said, session: Session, snapshot: Snapshot, names: Sequence[_Named]) -> tuple[str, ...] | None:
    """The measures on the matter that a message names besides officers and offices; None where it names no matter."""
    taken: list[Stretch] = [(start, end) for start, end, _ in names]
    taken += [*said.side_words, *snapshot.signal("generic").spans(said.text), *snapshot.signal("office-idle").spans(said.text)]
    weights, alone = snapshot.weights, alone_of(said, session, snapshot)
    found = [column for column, degree in naming(said, snapshot, taken) if degree >= weights.typical]
    told = any(column.kind == "topic" and column.id != OVERVIEW for column in found) or bool(said.stated)
    if not told and (alone.margin < weights.alone or not words_besides(said, taken)):
        return None
    topics = [scored.column.id for scored in alone.covered[:_LIKELIEST]]
    regions = [part.region.id for part in snapshot.knowledge.regions if said.region in (None, part.region.id)]
    on_each = (tuple(m.id for region in regions for m in snapshot.answers.get((topic, region), ())) for topic in topics)
    return next((measures for measures in on_each if measures), ())
