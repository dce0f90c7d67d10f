"""Whether a reply speaks of the person who asks: such a reply is for nobody else to read."""

from __future__ import annotations

from bot.dialogue.commands import BY_NAME
from bot.dialogue.findings import (
    Answered,
    Comforted,
    Doubted,
    Entitled,
    FactAsked,
    Judgment,
    NeedsRegion,
    NotForThem,
    Page,
)
from bot.understanding.intents import AskForFact, Command, Intent, StateFact


def is_personal(intent: Intent, judgment: Judgment) -> bool:
    """A verdict, a sum, a question about the person, what they said, a list made for them, or comfort."""
    if isinstance(intent, AskForFact | StateFact):
        return True
    if isinstance(intent, Command) and intent.name in BY_NAME:
        return BY_NAME[intent.name].personal
    found = judgment.findings
    if isinstance(found, Answered):
        told = any(on.verdict is not None or on.worked is not None or on.question is not None for on in found.found)
        return told or found.closing is not None or judgment.resumes is not None
    if isinstance(found, Page):
        return found.name == "facts"
    return isinstance(found, Comforted | Doubted | Entitled | FactAsked | NeedsRegion | NotForThem)
