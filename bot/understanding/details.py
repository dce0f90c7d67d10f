"""Whether a question on the matter in hand is of a detail that nothing known of it answers."""

from __future__ import annotations

from collections.abc import Iterable

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import Stretch
from bot.language.particles import FUNCTION
from bot.language.questions import ends_seeking_assent, question_words
from bot.model.measure import Measure
from bot.understanding.said import Said

_OFFICES_AND_PLACES = ("place", "contact")
_A_WORD = 2
"""Characters of a word: one alone is seldom what is asked."""


def asks_an_unknown_detail(said: Said, measures: Iterable[Measure], snapshot: Snapshot) -> bool:
    """Whether a question has a word of its own that is of no side, no fact and nothing written of these measures: 唔去可以折现嘛.

    What only doubts or takes back asks for the same again.
    """
    asks = said.asking or [(0, len(said.text))] * ends_seeking_assent(said.text)
    if not asks or said.corrects or snapshot.signal("doubts-it").heard(said.text):
        return False
    known = list(measures)
    if any(key.measure == measure.id for key in said.parts for measure in known):
        return False
    written = "".join(_written(measure) for measure in known)
    return any(len(word) >= _A_WORD and word not in written for word in _own_words(said, asks, snapshot))


def _own_words(said: Said, asks: Iterable[Stretch], snapshot: Snapshot) -> Iterable[str]:
    """The words of the clauses that ask, but those of sides, facts, people, places, and such as any question may hold."""
    text = said.text
    taken = {i for start, end in (*said.spans(), *snapshot.signal("generic").spans(text)) for i in range(start, end)}
    taken |= {i for one in said.people.named for i in range(one.start, one.end)}
    taken |= {i for m in said.analysis.mentions if m.label[0] in _OFFICES_AND_PLACES for i in range(m.start, m.end)}
    taken |= {i for start, end in question_words(text) for i in range(start, end)}
    inside = {i for start, end in asks for i in range(start, end)}
    position = 0
    for token in said.analysis.tokens:
        start, position = position, position + len(token)
        yield "".join(
            character
            for i, character in enumerate(token, start)
            if i in inside and i not in taken and character not in FUNCTION and character.isalpha()
        )


def _written(measure: Measure) -> str:
    """What is written of a measure."""
    points = (text for point in measure.points for text in (point.text, *point.answers))
    return "".join((measure.title, measure.short or "", measure.summary, *points))
