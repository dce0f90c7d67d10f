"""Find every known word of a text in one pass over a dictionary, whatever the number of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

Label = TypeVar("Label", bound=Hashable)


_OPENING = 2
"""Characters by which words are looked up before they are compared: few places of a text open any word."""


_ALONE = (1,)


class Mention(NamedTuple, Generic[Label]):
    """A known word at ``text[start:end]`` and what it stands for."""

    start: int
    end: int
    label: Label


class Scanner(Generic[Label]):
    """A set of words, each with one or more labels. Cost grows with the text, not with the number of words."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Label]],
        free: Callable[[str, Label], bool] | None = None,
        besides: Scanner[Label] | None = None,
    ) -> None:
        """``free`` tells what is found anywhere in a text (default: all); the rest only at the edges a scan is given.

        ``besides`` are words found as well, shared with whoever else has them.
        """
        self._besides = besides
        labels: dict[str, dict[Label, None]] = defaultdict(dict)
        lengths: dict[str, set[int]] = defaultdict(set)
        for word, label in entries:
            if word:
                labels[word][label] = None
                lengths[word[:_OPENING]].add(len(word))
        alike: dict[tuple[Any, ...], tuple[Any, ...]] = {}  # there are thousands of them, and most say the same
        self._labels: dict[str, tuple[Label, ...]] = {w: _one(alike, tuple(known)) for w, known in labels.items()}
        self._bound: dict[str, tuple[Label, ...]] = {}
        """What is free of the labels of a word, where that is not all."""

        for word, every in self._labels.items():
            loose = tuple(label for label in every if free is None or free(word, label))
            if loose != every:
                self._bound[word] = _one(alike, loose)
        self._lengths = {opening: _one(alike, tuple(sorted(sizes, reverse=True))) for opening, sizes in lengths.items()}

    def __contains__(self, word: object) -> bool:
        return word in self._labels or (self._besides is not None and word in self._besides)

    def labels(self, word: str) -> list[Label]:
        """The labels of one word; empty if it is not known."""
        shared = self._besides.labels(word) if self._besides else []
        return [*shared, *self._labels.get(word, ())]

    def scan(self, text: str, edges: Collection[int] | None = None) -> list[Mention[Label]]:
        """All mentions, overlapping ones too, by start and then longest first; what is not free, at an edge only.

        >>> [mention.label for mention in Scanner([("慰问金", "money"), ("慰问", "visit")]).scan("慰问金呢")]
        ['money', 'visit']
        """
        found: list[Mention[Label]] = []
        lengths, labels, bound = self._lengths, self._labels, self._bound
        shared = self._besides.scan(text, edges) if self._besides is not None else []
        for start, first in enumerate(text):
            sizes = lengths.get(text[start : start + _OPENING], ())
            if first in labels and sizes[-1:] != _ALONE:
                sizes = (*sizes, 1)
            for size in sizes:
                end = start + size
                word = text[start:end]
                if word in labels and len(word) == size:
                    known = labels[word]
                    if not (edges is None or start in edges or end in edges):
                        known = bound.get(word, known)
                    found += [Mention(start, end, label) for label in known]
        if not shared or not found:
            return shared or found
        return sorted([*shared, *found], key=lambda mention: (mention.start, -mention.end))


def _one(alike: dict[tuple[Any, ...], tuple[Any, ...]], value: tuple[Any, ...]) -> tuple[Any, ...]:
    """The one of all equal tuples that is kept."""
    return alike.setdefault(value, value)
