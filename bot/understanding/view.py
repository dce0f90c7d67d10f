"""Which regions a message is answered from: the person's own, those of what is in hand, those it names."""

from __future__ import annotations

from collections.abc import Iterator

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.actions import intent_of
from bot.understanding.hear import Heard, hear
from bot.understanding.intents import Gone, Intent
from bot.understanding.places import places_of


def heard_in_view(typed: str, session: Session, snapshot: Snapshot) -> tuple[Heard, Snapshot]:
    """A message as it is heard where the person is, and what of the knowledge it is answered from.

    Somebody of whom it is not known where they are may be anywhere; so may who asks for all regions.
    """
    if session.region is None:
        return hear(typed, snapshot), snapshot
    near = frozenset(near_of(session, snapshot))
    view = snapshot.seen_from(near)
    heard = hear(typed, view)
    if snapshot.signal("all-regions").heard(heard.text):
        return hear(typed, snapshot), snapshot
    named = places_of(heard.analysis, view.signal).regions - near
    if not named:
        return heard, view
    view = snapshot.seen_from(near | named)
    return hear(typed, view), view


def tapped_in_view(action: str, session: Session, snapshot: Snapshot) -> tuple[Intent, Snapshot]:
    """What a tapped option wants, and what of the knowledge it is answered from: all of it for what lies in another region."""
    if session.region is None:
        return intent_of(action, snapshot), snapshot
    view = snapshot.seen_from(frozenset(near_of(session, snapshot)))
    intent = intent_of(action, view)
    return (intent_of(action, snapshot), snapshot) if isinstance(intent, Gone) else (intent, view)


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
