"""What a judgment leaves in hand that decides nothing, or only tells of a matter."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import Findings, Judgment, Leaves
from bot.dialogue.measures import on_topics


def plainly(case: Case, findings: Findings) -> Judgment:
    """Findings that leave the matter in hand and the open question as they are."""
    return Judgment(findings, pending=case.memory.pending)


def offering(case: Case, about: tuple[str, ...]) -> Leaves:
    """What is only told of left in hand, for what may be asked of it next."""
    return on_topics(case, about).leaves if about else Leaves()
