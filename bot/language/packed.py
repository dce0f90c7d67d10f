"""A big table of words with a number each, kept small: most of its words are never asked for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

Number = TypeVar("Number", bound=float)

_END = "\0"
"""Parts the words of a shelf; folded text holds none."""

_MOST = 20_000
"""Words whose numbers are remembered: what hundreds of messages ask for. Ten times as many save nothing that can be measured."""


class Remembered(dict[str, "Number | None"], Generic[Number]):
    """What was looked up before; anything else is looked up when it is asked for.

    It must not be held by what it looks things up in: such a pair outlives its snapshot until the collector comes by, which
    does not look at what was frozen.
    """

    def __init__(self, look_up: Callable[[str], Number | None]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> Number | None:
        if len(self) >= _MOST:
            self.clear()
        number = self[word] = self._look_up(word)
        return number


class _Shelves(Generic[Number]):
    """Where the words lie: those that begin alike on one shelf, a single string."""

    def __init__(self, opening: int, spelled: int, numbers: Sequence[Number], shelves: dict[str, str]) -> None:
        self.opening, self.spelled, self.numbers, self.shelves = opening, spelled, numbers, shelves

    def look_up(self, word: str) -> Number | None:
        """The number of a word, looked for on its shelf."""
        opens = self.spelled if word[self.opening - 1 : self.opening].isascii() else self.opening
        shelf = self.shelves.get(word[:opens])
        place = shelf.find(f"{_END}{word[opens:]}{_END}") if shelf is not None else -1
        if shelf is None or place < 0:
            return None
        return self.numbers[int(shelf[: shelf.index(_END)]) + shelf.count(_END, 0, place)]

    def opens(self, word: str) -> int:
        """How many characters of a word tell its shelf."""
        return _opens(word, self.opening, self.spelled)


def _opens(word: str, opening: int, spelled: int) -> int:
    return spelled if word[opening - 1 : opening].isascii() else opening


class Packed(Mapping[str, Number]):
    """Words with a number each, of which what was looked up once is remembered.

    A dictionary of the same content takes ten times the memory, and as much longer to read from a file.
    """

    def __init__(self, entries: Mapping[str, Number], opening: int = 1, spelled: int | None = None) -> None:
        """``opening`` is how many characters the words of a shelf have in common; ``spelled`` the same where those are of the
        Latin alphabet, of which so few would fill a long shelf.
        """
        spelled = spelled or opening
        shelves: dict[str, list[str]] = defaultdict(list)
        for word in entries:
            shelves[word[: _opens(word, opening, spelled)]].append(word)
        whole = all(isinstance(number, int) for number in entries.values())
        numbers: array[Any] = array("i" if whole else "d", (entries[word] for words in shelves.values() for word in words))
        self._lie: _Shelves[Number] = _Shelves(opening, spelled, numbers, {})
        first = 0
        for begin, words in shelves.items():
            self._lie.shelves[begin] = _END.join((str(first), *(word[len(begin) :] for word in words), ""))
            first += len(words)
        self.known: Remembered[Number] = Remembered(self._lie.look_up)
        """The number of a word, None for one that is not there: as quick as a dictionary."""

    def __getstate__(self) -> tuple[Any, ...]:
        return self._lie.opening, self._lie.spelled, self._lie.numbers, self._lie.shelves

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._lie = _Shelves(*state)
        self.known = Remembered(self._lie.look_up)

    def __getitem__(self, word: str) -> Number:
        number = self.known[word]
        if number is None:
            raise KeyError(word)
        return number

    def __iter__(self) -> Iterator[str]:
        for begin, shelf in self._lie.shelves.items():
            yield from (begin + rest for rest in shelf.split(_END)[1:-1])

    def __len__(self) -> int:
        return len(self._lie.numbers)

    def look_up(self, word: str) -> Number | None:
        """The number of a word, looked for on its shelf."""
        return self._lie.look_up(word)

    def begins(self, opening: str) -> bool:
        """Whether any word begins so; ``opening`` is no shorter than what the words of a shelf have in common."""
        opens = self._lie.opens(opening)
        return f"{_END}{opening[opens:]}" in self._lie.shelves.get(opening[:opens], "")
