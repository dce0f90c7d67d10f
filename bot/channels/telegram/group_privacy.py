"""What may be read by a whole group: what the documents say, nothing of the person who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import Reply
from bot.model.session import Session

_PUBLIC_OPTIONS = frozenset({"region", "measure", "topic", "menu", "facet", "full"})


def continued_privately(reply: Reply, session: Session, snapshot: Snapshot, today: date) -> Reply:
    """In place of a personal reply: its opening if it has one; else what the measure it rests on gives anybody; no sections
    if it rests on none.
    """
    if reply.opening is not None:
        return replace(reply, sections=(reply.opening,), options=())
    overview = OVERVIEW in session.topics
    if not reply.measures or overview:
        return replace(reply, sections=(), measures=(), options=())
    public, _ = respond(Message(action=f"measure:{reply.measures[0]}"), Session(region=session.region), snapshot, today)
    return public


def public_reply(reply: Reply) -> Reply:
    """The reply without options that lead to what is personal."""
    return replace(reply, options=tuple(o for o in reply.options if o.action.partition(":")[0] in _PUBLIC_OPTIONS))
