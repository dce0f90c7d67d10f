"""Where clauses and sentences end: the one splitter of the house."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.language.particles import FINAL, POSSESSIVE

SENTENCE_MARKS = frozenset("。！？；\n")
CLAUSE_MARKS = SENTENCE_MARKS | frozenset("，、+")
LIST_MARK = "、"
STATEMENT_MARKS = SENTENCE_MARKS | frozenset("，：()（）")
"""Where a statement of counts ends: it may hold a list (3日、5日) or a sum (30+15)."""

_SENTENCE_ENDS = "".join(sorted(SENTENCE_MARKS))
_COPULA = re.compile("[是系在]")
_CLAUSE_END, _SENTENCE_END = (re.compile(f"[{''.join(sorted(marks))}]") for marks in (CLAUSE_MARKS, SENTENCE_MARKS))

Stretch = tuple[int, int]
"""``text[begin:end]``."""


def clause_bounds(text: str, start: int, end: int) -> Stretch:
    """The clauses that ``text[start:end]`` touches."""
    while start > 0 and text[start - 1] not in CLAUSE_MARKS:
        start -= 1
    mark = _CLAUSE_END.search(text, end)
    return start, mark.start() if mark is not None else max(end, len(text))


def said_to_be(text: str, start: int, end: int) -> Stretch | None:
    """What stands between the verb that says who somebody is and the role it says they have, if their clause ends with that.

    >>> said_to_be("我姐是市医院呼吸科的护士", 10, 12)
    (3, 10)
    >>> said_to_be("护士是呼吸科的救星", 0, 2)
    """
    begin, stop = clause_bounds(text, start, end)
    verb = _COPULA.search(text, begin, start)
    if verb is None or verb.end() == start or text[end:stop].strip(FINAL + POSSESSIVE):
        return None
    return verb.end(), start


def clauses(text: str) -> list[Stretch]:
    """The clauses of a text, in order; none is empty.

    >>> clauses("我是护士，补多少？")
    [(0, 4), (5, 8)]
    """
    return split(text, (mark.span() for mark in _CLAUSE_END.finditer(text)))


def without_end(text: str) -> str:
    """A text without the marks that end its last sentence.

    >>> without_end("补多少？！")
    '补多少'
    """
    return text.rstrip(_SENTENCE_ENDS)


def sentences(text: str, breaks: Iterable[Stretch] = ()) -> list[Stretch]:
    """The sentences of a text; ``breaks`` are more places where one ends, such as 另外."""
    marks = [mark.span() for mark in _SENTENCE_END.finditer(text)]
    return split(text, sorted([*marks, *breaks]))


def split(text: str, marks: Iterable[Stretch]) -> list[Stretch]:
    """The stretches of a text between marks, which are in order; none is empty."""
    found, begin = [], 0
    for start, end in marks:
        if start > begin:
            found.append((begin, start))
        begin = max(begin, end)
    return [*found, (begin, len(text))] if begin < len(text) else found


def inside(position: int, stretches: Collection[Stretch]) -> bool:
    """Whether a place of the text lies in one of the stretches."""
    for begin, end in stretches:  # noqa: SIM110 - ``any`` takes twice as long, and it is asked forty times a message
        if begin <= position < end:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Clauses:
    """The statements of a text, by the places where each begins; ``sentences`` likewise."""

    clauses: tuple[int, ...]
    sentences: tuple[int, ...]

    def clause(self, at: int) -> int:
        """Which clause a place is in."""
        return bisect_right(self.clauses, at) - 1

    def sentence(self, at: int) -> int:
        """Which sentence a place is in."""
        return bisect_right(self.sentences, at) - 1

    def begin(self, at: int) -> int:
        """Where the clause of a place begins."""
        return self.clauses[self.clause(at)]

    def sentence_begin(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return self.sentences[self.sentence(at)]

    def sentence_end(self, at: int, length: int) -> int:
        """Where the sentence of a place ends; ``length`` is the text's."""
        number = self.sentence(at) + 1
        return self.sentences[number] if number < len(self.sentences) else length

    def end(self, at: int, length: int) -> int:
        """Where the clause of a place ends; ``length`` is the text's."""
        number = self.clause(at) + 1
        return self.clauses[number] if number < len(self.clauses) else length


def clauses_of(text: str) -> Clauses:
    """The clauses and sentences of a text."""
    return Clauses(
        (0, *(at + 1 for at, ch in enumerate(text) if ch in STATEMENT_MARKS)),
        (0, *(at + 1 for at, ch in enumerate(text) if ch in SENTENCE_MARKS)),
    )
