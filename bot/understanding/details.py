"""Whether a question on the matter in hand is of a detail that nothing known of it answers."""

from __future__ import annotations

from collections.abc import Iterable

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import split
from bot.language.question_forms import ends_seeking_assent
from bot.language.questions import question_words
from bot.model.measure import Measure
from bot.understanding.naming import words_besides
from bot.understanding.said import Said

_A_WORD = 2
"""Characters of a word: one alone is seldom what is asked."""


def asks_an_unknown_detail(said: Said, measures: Iterable[Measure], snapshot: Snapshot) -> bool:
    """Whether a question has a word of its own that is of no side, no fact and nothing written of these measures: 唔去可以折现嘛.

    What only doubts or takes back asks for the same again.
    """
    if not (said.asking or ends_seeking_assent(said.text)) or said.corrects or snapshot.signal("doubts-it").heard(said.text):
        return False
    known = list(measures)
    if any(key.measure == measure.id for key in said.parts for measure in known):
        return False
    written = "".join(_written(measure) for measure in known)
    told = split(said.text, said.asking) if said.asking else []
    people = [(one.start, one.end) for one in said.people.named]
    besides = [*told, *people, *snapshot.signal("generic").spans(said.text), *question_words(said.text)]
    return any(len(word) >= _A_WORD and word not in written for word in words_besides(said, besides))


def _written(measure: Measure) -> str:
    """What is written of a measure."""
    points = (text for point in measure.points for text in (point.text, *point.answers))
    return "".join((measure.title, measure.short or "", measure.summary, *points))
