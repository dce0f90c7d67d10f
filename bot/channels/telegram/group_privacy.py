"""What may be read by a whole group: what the documents say, nothing of the person who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import Decision, LineKind, Reply
from bot.model.session import Session

_PERSONAL_ACTIONS = frozenset({"do:my", "do:facts", "do:back", "ask", "fact"})
_PERSONAL_LINES = frozenset({LineKind.VERDICT, LineKind.SUM})
_PUBLIC_OPTIONS = frozenset({"region", "measure", "topic", "menu", "facet"})


def is_personal(reply: Reply, session: Session, action: str) -> bool:
    """Whether a reply speaks of the asker: a verdict, a sum, what they said, or a question about them."""
    if action in _PERSONAL_ACTIONS or action.partition(":")[0] in _PERSONAL_ACTIONS:
        return True
    told = any(line.kind in _PERSONAL_LINES for section in reply.sections for line in section.lines)
    overview = OVERVIEW in session.topics and reply.decision in (Decision.ANSWER, Decision.ASK)
    return told or overview or session.pending is not None or reply.outcome is not None or reply.amount is not None


def continued_privately(reply: Reply, session: Session, snapshot: Snapshot, today: date) -> Reply:
    """In place of a personal reply: what the measure it rests on gives anybody; no sections if it rests on none."""
    overview = OVERVIEW in session.topics
    if not reply.measures or overview:
        return replace(reply, sections=(), measures=(), options=())
    public, _ = respond(Message(action=f"measure:{reply.measures[0]}"), Session(region=session.region), snapshot, today)
    return public


def public_reply(reply: Reply) -> Reply:
    """The reply without options that lead to what is personal."""
    return replace(reply, options=tuple(o for o in reply.options if o.action.partition(":")[0] in _PUBLIC_OPTIONS))
