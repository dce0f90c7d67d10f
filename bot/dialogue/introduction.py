"""What a message says of the asker before it asks: 我是护士， in front of 房贷能缓吗."""

from __future__ import annotations

from bot.dialogue.asking import ASKS
from bot.dialogue.turn import Turn
from bot.language.patterns import clause_bounds
from bot.matching.features import compared, features
from bot.matching.score import scope_of

_SLACK = 0.5
"""How much less a message without its introduction may sound like a covered one before that counts."""

_LEAST = 4


def scope(turn: Turn) -> float:
    """How much a message sounds like a covered question, not counting that it is a medic who asks."""
    whole = turn.ranking.scope
    told = _introductions(turn)
    if not told:
        return whole
    tokens = compared(turn.analysis, [*turn.aside, *told])
    if sum(map(len, tokens)) < _LEAST:
        return whole
    asked = scope_of(features(tokens, turn.analysis, told), turn.snapshot.index)
    turn.note(f"不算自我介绍，用词倾向 {asked:.1f}")
    return min(whole, asked + _SLACK)


def introducing(turn: Turn) -> list[tuple[int, int]]:
    """The words by which somebody says who they are: a role, a hospital, the team they are with."""
    named = [span for label in turn.snapshot.introducing for span in turn.where.get(label, ())]
    return named + [(m.start, m.end) for m in turn.analysis.mentions if m.label[0] == "institution"]


def _introductions(turn: Turn) -> list[tuple[int, int]]:
    """Clauses that tell who is asking and ask nothing."""
    text = turn.analysis.text
    clauses = sorted({clause_bounds(text, start, end) for start, end in introducing(turn)})
    return [
        (begin, end)
        for begin, end in clauses
        if not text.startswith("？", end)
        and ASKS.search(text[begin:end]) is None
        and not any(begin <= start < end for start, _ in turn.sides)
    ]
