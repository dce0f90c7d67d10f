"""The words people steer a count with, found in a text: the longest at each place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from bot.counting.tree import Word
from bot.language.counts_or_not import CLASSIFIER, NO_LENGTH_OF_TIME
from bot.model.talk import Signal

_NEARER = r"[^，。；？！\d天日]{0,4}?"
"""What may stand between the parts of a name."""

_GAP = r"[^，。；！？\n]{0,8}?"


def _whole(says: str) -> str:
    """A regular expression for a word, but not where it is only how a length of time begins: 其中一个|月."""
    return f"{re.escape(says)}{NO_LENGTH_OF_TIME if says.endswith(CLASSIFIER) else ''}"


class WordFinder:
    """Finds the words of signals. Decoys among them (隔离病房 beside 隔离) shadow what they contain."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        ids: dict[str, set[str]] = defaultdict(set)
        for signal in signals:
            for says in signal.says:
                ids[says].add(signal.id)
        self._ids = {says: frozenset(found) for says, found in ids.items()}
        ordered = sorted(ids, key=lambda says: (-len(says), says))
        self._said = ordered
        self._plain = [says for says in ordered if " " not in says]
        self._pattern = re.compile("|".join(map(_whole, self._plain))) if self._plain else None
        self._spread = [
            (says.split()[0], re.compile(_GAP.join(map(re.escape, says.split()))), self._ids[says]) for says in ordered if " " in says
        ]
        """What is said in parts, each with its first part: looking for that alone is quicker, and mostly it is not there."""

    def says(self, signal: str) -> tuple[str, ...]:
        """The words of one signal, longest first."""
        return tuple(says for says in self._plain if signal in self._ids[says])

    def pattern(self, signal: str) -> str:
        """A regular expression for all that one signal says, in parts or in one."""
        spread = [words for words in self._said if " " in words and signal in self._ids[words]]
        said = [*self.says(signal)]
        alternatives = [*map(re.escape, said), *(_NEARER.join(map(re.escape, words.split())) for words in spread)]
        return "|".join(alternatives) or r"(?!)"

    def find(self, text: str) -> list[Word]:
        """Words in order; none overlaps another, but one said in parts may."""
        if self._pattern is None:
            return []
        found = [Word(match.start(), match.end(), self._ids[match.group()]) for match in self._pattern.finditer(text)]
        for first, pattern, ids in self._spread:
            if first in text:
                found += [Word(match.start(), match.end(), ids) for match in pattern.finditer(text)]
        return sorted(found, key=lambda word: word.start)
