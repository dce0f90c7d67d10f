"""What a message says of the asker before it asks: 我是护士， in front of 房贷能缓吗."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compiled.covering import covering_features
from bot.compiled.features import compared, features
from bot.compiled.snapshot import Snapshot
from bot.language.clauses import Stretch, clause_bounds, inside, said_to_be
from bot.language.questions import asks
from bot.understanding.said import Said
from bot.understanding.topics import scope_of

_LEAST = 4
"""Characters that must be left of a message without its introduction for it to be judged by them."""


def scope(asked: Sequence[str] | None, whole: float, snapshot: Snapshot) -> float:
    """How much a message sounds like a covered question, not counting that it is a medic who asks.

    ``whole`` is how much it sounds so as it stands, ``asked`` what is left of it ``without_introduction``.
    """
    return whole if asked is None else min(whole, scope_of(asked, snapshot.index) + snapshot.weights.slack)


def covering(said: Said, asked: Sequence[str] | None, snapshot: Snapshot) -> float:
    """How much all words together sound like a covered question (log odds), not counting that it is a medic who asks."""
    whole = snapshot.covering.score(covering_features(said.topical.features))
    if asked is None:
        return whole
    return min(whole, snapshot.covering.score(covering_features(asked)) + snapshot.weights.slack)


def without_introduction(said: Said, snapshot: Snapshot) -> list[str] | None:
    """The features of a message without the clauses that tell who is asking, if there are such and enough is left."""
    told = _introductions(said, snapshot)
    tokens = compared(said.analysis, [*said.topical.aside, *told]) if told else []
    return features(tokens, said.analysis, told) if sum(map(len, tokens)) >= _LEAST else None


def introducing(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """The words by which somebody says who they are: a role with what is said of it, a hospital, the team they are with."""
    named = [span for label in snapshot.introducing for span in said.where.get(label, ())]
    named += [(m.start, m.end) for m in said.analysis.mentions if m.label[0] == "institution"]
    return named + [stretch for span in named if (stretch := said_to_be(said.text, *span)) is not None]


def _introductions(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """Clauses that tell who is asking and ask nothing."""
    text = said.text
    clauses = sorted({clause_bounds(text, start, end) for start, end in introducing(said, snapshot)})
    return [
        (begin, end)
        for begin, end in clauses
        if not text.startswith("？", end)
        and not asks(text[begin:end])
        and not any(inside(start, [(begin, end)]) for start, _ in said.side_words)
    ]
