"""Find every known word of a text in one pass over a dictionary, whatever the number of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

Label = TypeVar("Label", bound=Hashable)


_OPENING = 2
"""Characters by which words are looked up before they are compared: few places of a text open any word."""


_ALONE = (1,)

_START, _END = itemgetter(0), itemgetter(1)


class Mention(NamedTuple, Generic[Label]):
    """A known word at ``text[start:end]`` and what it stands for."""

    start: int
    end: int
    label: Label


mention_of: Callable[[tuple[int, int, Any]], Mention[Any]] = partial(tuple.__new__, Mention)
"""A mention of its three values: a message has hundreds, and this makes them without a call in Python."""


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
        self._alone = frozenset(word for word in labels if len(word) == 1)
        for opening, sizes in lengths.items():
            sizes.update(_ALONE if opening[0] in self._alone else ())
        self._lengths = {opening: _one(alike, tuple(sorted(sizes, reverse=True))) for opening, sizes in lengths.items()}
        """How long the words are that open so, those of one character among them; what opens no longer word is in none."""

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
        openings = [text[start : start + _OPENING] for start in range(len(text))]
        found = self._scan(text, openings, edges)
        if self._besides is not None:  # sorted twice by what C can fetch, which keeps the shared ones first
            found.sort(key=_END, reverse=True)
            found.sort(key=_START)
        return found

    def _scan(self, text: str, openings: Sequence[str], edges: Collection[int] | None) -> list[Mention[Label]]:
        """The mentions of the shared words, then of its own; each of both in order."""
        found = self._besides._scan(text, openings, edges) if self._besides is not None else []
        lengths, labels, bound, alone, stop = self._lengths, self._labels, self._bound, self._alone, len(text)
        for start, sizes in enumerate(map(lengths.get, openings)):
            if sizes is None:  # as with most places
                if text[start] not in alone:
                    continue
                sizes = _ALONE
            for size in sizes:
                end = start + size
                word = text[start:end]
                known = labels.get(word)
                if known is None or end > stop:
                    continue
                if edges is not None and start not in edges and end not in edges:
                    known = bound.get(word, known)
                for label in known:
                    found.append(mention_of((start, end, label)))
        return found


def _one(alike: dict[tuple[Any, ...], tuple[Any, ...]], value: tuple[Any, ...]) -> tuple[Any, ...]:
    """The one of all equal tuples that is kept."""
    return alike.setdefault(value, value)
