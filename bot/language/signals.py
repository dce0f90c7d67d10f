"""Words by which people signal what they are doing: correcting, supposing, adding up. The words are content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.language.clauses import Stretch
from bot.language.particles import bare
from bot.language.patterns import parse_pattern

_NEVER = re.compile(r"(?!)")
_START, _END = ("edge", "start"), ("edge", "end")


def one_word(entry: str) -> tuple[str, bool, bool]:
    """The word of an entry, whether it has to open the message, and whether it has to be all of it.

    Raises:
        ValueError: for anything but a single word with or without its anchors.
    """
    pattern = parse_pattern(entry)
    starts, ends = pattern.parts[0] == _START, pattern.parts[-1] == _END
    words = [word for kind, word in pattern.parts if kind == "literal"]
    guarded = bool(pattern.without or pattern.nowhere)
    if guarded or len(words) != 1 or len(pattern.parts) != 1 + starts + ends or (ends and not starts):
        raise ValueError(f"“{entry}”：这里只写一个词，前面可以加 ^（开头），两头加 ^ 和 $（整句）")
    return words[0], starts, ends


class Signal:
    """One signal: words heard anywhere, words heard only at the beginning (``^ word``), whole messages (``^ word $``)."""

    def __init__(self, says: Iterable[str], standard: Callable[[str], str]) -> None:
        """``standard`` folds a text as messages are folded.

        Raises:
            ValueError: for anything but a single word with or without its anchors.
        """
        anywhere: list[str] = []
        opening: list[str] = []
        whole: list[str] = []
        for entry in says:
            word, starts, ends = one_word(entry)
            (whole if ends else opening if starts else anywhere).append(standard(word))
        self.words = tuple(anywhere)
        self._whole = frozenset(map(bare, whole))
        self._anywhere = _alternation(anywhere)
        self._opening = _alternation([*opening, *anywhere])

    def spans(self, text: str) -> list[Stretch]:
        """Where its words stand, from left to right."""
        return [found.span() for found in self._anywhere.finditer(text)]

    def heard(self, text: str, start: int = 0) -> bool:
        """Whether a word of it stands anywhere from ``start`` on, or the whole text is one of its messages."""
        return self._anywhere.search(text, start) is not None or (bool(self._whole) and self.is_all_of(text))

    def opens(self, text: str, start: int = 0) -> int | None:
        """Where the word ends that stands right at ``start``; None if none does."""
        found = self._opening.match(text, start)
        return found.end() if found else None

    def closes(self, text: str) -> bool:
        """Whether a text ends with a word of it."""
        return text.endswith(self.words)

    def is_all_of(self, text: str) -> bool:
        """Whether the whole text, marks and closing particles aside, is one of its messages."""
        return bool(self._whole) and bare(text) in self._whole


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else _NEVER


SILENT = Signal((), str)
"""A signal that nobody wrote down: never heard."""
