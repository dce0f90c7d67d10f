"""Which regions a message is answered from: the person's own, those of what is in hand, those it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.actions import intent_of
from bot.understanding.hear import Heard, hear
from bot.understanding.intents import Gone, Intent
from bot.understanding.places import places_of


def heard_in_view(typed: str, session: Session, snapshot: Snapshot) -> tuple[Heard, Snapshot]:
    """A message as it is heard where the person is, and what of the knowledge it is answered from.

    Somebody of whom it is not known where they are may be anywhere; so may who asks for all regions. Where that is too many to
    look at, they are answered from what is in hand or named, and from what is at hand of all.
    """
    if session.region is None and not snapshot.crowded:
        return hear(typed, snapshot), snapshot
    near = frozenset(near_of(session, snapshot))
    view = snapshot.seen_from(near)
    heard = hear(typed, view)
    if snapshot.signal("all-regions").heard(heard.text):
        view = snapshot.seen_from(()) if snapshot.crowded else snapshot
        return hear(typed, view), view
    named = frozenset(_with_wider(places_of(heard.analysis, view.signal).regions, snapshot)) - near
    if not named:
        return heard, view
    view = snapshot.seen_from(near | named)
    return hear(typed, view), view


def tapped_in_view(action: str, session: Session, snapshot: Snapshot) -> tuple[Intent, Snapshot]:
    """What a tapped option wants, and what of the knowledge it is answered from: also what the option names of another region."""
    if session.region is None and not snapshot.crowded:
        return intent_of(action, snapshot), snapshot
    near = frozenset(near_of(session, snapshot))
    view = snapshot.seen_from(near)
    intent = intent_of(action, view)
    if not isinstance(intent, Gone):
        return intent, view
    view = snapshot.seen_from(near.union(_with_wider(_regions_of(action, snapshot), snapshot))) if snapshot.crowded else snapshot
    return intent_of(action, view), view


def _regions_of(action: str, snapshot: Snapshot) -> Iterator[str]:
    """The regions of what an option names."""
    region_of = snapshot.knowledge.region_of
    for name in action.split(":"):
        if name in snapshot.places:
            yield name
        elif name in region_of:
            yield region_of[name].region.id


def _with_wider(regions: Iterable[str], snapshot: Snapshot) -> Iterator[str]:
    """Regions and those they lie in."""
    for region in regions:
        yield region
        yield from (part.region.id for part in snapshot.wider(region))


def near_of(session: Session, snapshot: Snapshot) -> Iterator[str]:
    """The person's region and those it lies in; those of the measures in hand, now or at a step one may go back to."""
    region_of = snapshot.knowledge.region_of
    if session.theirs in snapshot.places:
        yield session.theirs
    yield from (part.region.id for part in snapshot.wider(session.region))
    for step in (session, *session.past):
        if step.region in snapshot.places:
            yield step.region
        measures = (*step.measures, *(step.pending.measures if step.pending else ()))
        yield from (region_of[measure].region.id for measure in measures if measure in region_of)
