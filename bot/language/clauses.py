"""Where clauses and sentences end: the one splitter of the house."""

from __future__ import annotations

from collections.abc import Collection, Iterable

SENTENCE_MARKS = frozenset("。！？；\n")
CLAUSE_MARKS = SENTENCE_MARKS | frozenset("，、+")

Stretch = tuple[int, int]
"""``text[begin:end]``."""


def clause_bounds(text: str, start: int, end: int) -> Stretch:
    """The clauses that ``text[start:end]`` touches."""
    while start > 0 and text[start - 1] not in CLAUSE_MARKS:
        start -= 1
    while end < len(text) and text[end] not in CLAUSE_MARKS:
        end += 1
    return start, end


def clauses(text: str) -> list[Stretch]:
    """The clauses of a text, in order; none is empty.

    >>> clauses("我是护士，补多少？")
    [(0, 4), (5, 8)]
    """
    return split(text, ((at, at + 1) for at, ch in enumerate(text) if ch in CLAUSE_MARKS))


def sentences(text: str, breaks: Iterable[Stretch] = ()) -> list[Stretch]:
    """The sentences of a text; ``breaks`` are more places where one ends, such as 另外."""
    marks = [(at, at + 1) for at, ch in enumerate(text) if ch in SENTENCE_MARKS]
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
    return any(begin <= position < end for begin, end in stretches)
