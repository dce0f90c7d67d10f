"""Word segmentation: the only room that knows jieba."""

from __future__ import annotations

import math
import re
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from importlib.abc import FileLoader
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar, overload

from bot.language.packed import Packed, Remembered

Other = TypeVar("Other")
_WORD_FREQUENCY = 2_000
"""High enough for a domain word to win over its parts, low enough not to tear neighbouring words apart."""

_BLOCK = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&\._%\-]+)")
_LINE_END = re.compile(r"(\r\n|\s)")
_LETTER_OR_DIGIT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_BEGINS_ONE = -1.0
"""In place of a log frequency, which is never negative: words begin so, and this is none of them."""


class Segmenter:
    """Cuts by jieba's dictionary and method (the likeliest path through all words, no guessing of new ones).

    jieba's own tokenizer takes 70 MB and half a second to load; ours holds the dictionary packed, and its own words beside it.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` are kept whole. The dictionary is read once in a process (about half a second)."""
        self.words = frozenset(words)
        dictionary, total = _dictionary()
        self.frequencies = Frequencies(dictionary, (word for word in self.words if len(word) > 1))
        """How often each word is used."""

        self._total = math.log(total + sum(self.frequencies.own.values()))
        self._weights = Remembered(partial(_weight, self.frequencies))

    def __getstate__(self) -> tuple[object, ...]:
        return self.words, self.frequencies, self._total

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.words, self.frequencies, self._total = state
        self._weights = Remembered(partial(_weight, self.frequencies))

    def cut(self, text: str) -> list[str]:
        """The words of a text, in order, nothing dropped. No guessing of new words: the unknown stays in characters."""
        found: list[str] = []
        for number, block in enumerate(_BLOCK.split(text)):
            if number % 2:
                found += self._cut_block(block)
            elif block:
                for piece in _LINE_END.split(block):
                    found += (piece,) if _LINE_END.match(piece) else piece
        return found

    def _cut_block(self, text: str) -> Iterator[str]:
        """The words of the likeliest path; letters and digits that no word holds stay together."""
        ends = self._likeliest(text)
        begin, letters = 0, ""
        while begin < len(text):
            word = text[begin : ends[begin]]
            begin = ends[begin]
            if word in _LETTER_OR_DIGIT:
                letters += word
                continue
            if letters:
                yield letters
                letters = ""
            yield word
        if letters:
            yield letters

    def _likeliest(self, text: str) -> list[int]:
        """For each place where the word ends that begins there on the likeliest path to the end of the text."""
        size, weights, total = len(text), self._weights, self._total
        scores, ends = [0.0] * (size + 1), [0] * size
        for begin in range(size - 1, -1, -1):
            best, at = -math.inf, 0
            for end in range(begin + 1, size + 1):
                weight = weights[text[begin:end]]
                if weight is None:
                    break
                if weight >= 0.0 and (score := weight - total + scores[end]) >= best:
                    best, at = score, end
            scores[begin], ends[begin] = (best, at) if at else (0.0 - total + scores[begin + 1], begin + 1)
        return ends


def _weight(frequencies: Frequencies, word: str) -> float | None:
    """The log of a word's frequency; None if no word even begins so."""
    frequency = frequencies.look_up(word)
    if frequency:
        return math.log(frequency)
    return _BEGINS_ONE if frequencies.begins(word) else None


class Frequencies(Mapping[str, float]):
    """How often words are used: jieba's dictionary, which all share, and words of one's own."""

    def __init__(self, dictionary: Packed[float], own: Iterable[str]) -> None:
        self.own = {word: max(_WORD_FREQUENCY, dictionary.look_up(word) or 0) for word in sorted(own)}
        self._begun = frozenset(word[:end] for word in self.own for end in range(1, len(word)))
        self._dictionary = dictionary

    def __getitem__(self, word: str) -> float:
        found = self.look_up(word)
        if found is None:
            raise KeyError(word)
        return found

    def look_up(self, word: str) -> float | None:
        """How often a word is used; None if it is none."""
        return self.own.get(word) or self._dictionary.look_up(word)

    @overload
    def get(self, word: str, /) -> float | None: ...
    @overload
    def get(self, word: str, /, default: float) -> float: ...
    @overload
    def get(self, word: str, /, default: Other) -> float | Other: ...
    def get(self, word: str, /, default: object = None) -> object:
        """How often a word is used, or ``default``: asked for each word of a message, so that what was found is remembered."""
        return self.own.get(word) or self._dictionary.known[word] or default

    def __iter__(self) -> Iterator[str]:
        return iter({**self._dictionary, **self.own})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def begins(self, opening: str) -> bool:
        """Whether any word begins so."""
        return opening in self._begun or self._dictionary.begins(opening)


@lru_cache(maxsize=1)
def _dictionary() -> tuple[Packed[float], int]:
    """jieba's dictionary, and how often all its words are used together; read without jieba, which would load it its own way."""
    package = find_spec("jieba")
    if package is None or not isinstance(package.loader, FileLoader):
        raise ModuleNotFoundError("jieba")
    content = package.loader.get_data(str(Path(package.loader.path).with_name("dict.txt"))).decode()
    found: dict[str, float] = {}
    total = 0
    for line in content.splitlines():
        word, frequency, *_ = line.split(" ")
        found[word] = int(frequency)
        total += int(frequency)
    return Packed(found), total


def plain_cut() -> Callable[[str], list[str]]:
    """``lcut`` of a tokenizer with jieba's own dictionary and defaults (about 1 s), to measure whole answers against."""
    with warnings.catch_warnings():
        # jieba 0.42.1 reads its own resources through pkg_resources and has invalid escapes; both warn on import.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("WARNING")
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory(prefix="bot-jieba-") as private:
        tokenizer.tmp_dir = private
        tokenizer.initialize()

    def cut(text: str) -> list[str]:
        return list(tokenizer.lcut(text))

    return cut
