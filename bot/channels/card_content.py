"""What stands on a picture of a card: the card reply of one measure, with its region, its name and where it leads. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import LineKind, Reply
from bot.model.session import Session


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything that is drawn. ``link`` is what the code leads to; without one there is no code."""

    measure: str
    region: str
    title: str
    lines: tuple[str, ...]
    source: str
    made_on: date
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card as text, and as what a picture of it shows."""

    reply: Reply
    content: CardContent


def card_of(measure: str, session: Session, snapshot: Snapshot, today: date, topic: str | None = None) -> Card | None:
    """The card of a measure, on a topic where one is meant; None for a measure that has none.

    Of ``session`` only what is known of the person counts, so that the card is about their own case.
    """
    if measure not in snapshot.carded:
        return None
    region = snapshot.knowledge.region_of[measure].region
    topics = (topic,) if topic is not None else ()
    met = replace(session, region=region.id, topics=topics, measures=(measure,), pending=None)
    reply, _ = respond(Message(action=f"card:{measure}"), met, snapshot, today)
    lines = [line for section in reply.sections for line in section.lines]
    texts = tuple(line.text for line in lines if line.kind is LineKind.TEXT)
    source = next((line.text for line in lines if line.kind is LineKind.SOURCE), "")
    title = snapshot.knowledge.measure_by_id[measure].title
    return Card(reply, CardContent(measure, region.name, title, texts, source, today))
