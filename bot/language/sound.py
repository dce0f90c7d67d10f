"""Find the word that was meant when what was typed only sounds like it: pinyin input, homophone and IME typos."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy
from itertools import accumulate
from typing import NamedTuple

from bot.language.readings import readings

_LATIN = re.compile(r"[a-z]{2,}(?:[ '][a-z]{2,})*")
_MERGED_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_LONGEST = 5
_LONGEST_SPELLING = 24


class Correction(NamedTuple):
    """``typed`` at ``text[start:end]`` is understood as ``meant``."""

    start: int
    end: int
    typed: str
    meant: str


def _loose(syllable: str) -> str:
    """A syllable without the distinctions southern speakers and thumbs do not make: zh/z, ch/c, sh/s, -ng/-n."""
    for full, merged in _MERGED_INITIALS:
        if syllable.startswith(full):
            syllable = merged + syllable[2:]
            break
    return syllable[:-1] if syllable.endswith("ng") else syllable


class _Syllables(dict[str, str]):
    """The loose syllable of each character, looked up once."""

    def __missing__(self, ch: str) -> str:
        self[ch] = _loose(readings().of(ch))
        return self[ch]


_EVERY_SYLLABLE = _Syllables()


def syllables(text: str) -> list[str]:
    """The loose syllable of each character, the character itself where it has none."""
    return [_EVERY_SYLLABLE[ch] or ch for ch in text]


def _soundable(words: Iterable[str]) -> list[str]:
    """The words that can be told by their sound."""
    known = sorted(set(words))
    return [word for word in known if 2 <= len(word) <= _LONGEST and all("\u4e00" <= ch <= "\u9fff" for ch in word)]


class SoundIndex:
    """Words by how they sound. Only words of two characters or more: one syllable says nothing."""

    def __init__(self, words: Iterable[str], spoken: Iterable[str] = (), as_typed: Iterable[str] = ()) -> None:
        """``spoken`` are everyday words understood when spelled out in Latin letters, but never guessed from a typo; ``as_typed`` are
        meant as they were typed.
        """
        from pypinyin import Style, lazy_pinyin  # with all its phrases: 50 MB, needed only here

        self._empty()
        self._as_typed = frozenset(as_typed)
        for word in _soundable(words):
            self._add(word, lazy_pinyin(word, style=Style.NORMAL))
        for word in sorted(set(spoken)):
            if len(word) > 1 and all("\u4e00" <= ch <= "\u9fff" for ch in word):
                self._by_spelling.setdefault("".join(lazy_pinyin(word, style=Style.NORMAL)), word)
        self._syllables = _Syllables()

    def _empty(self, besides: SoundIndex | None = None) -> None:
        """Without words of its own, but with those of another."""
        self._besides = besides
        self._by_key: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._openings: set[tuple[str, ...]] = set()
        self._long_openings: set[tuple[str, ...]] = set()
        self._by_spelling: dict[str, str] = {}

    def knowing(self, words: Iterable[str]) -> SoundIndex:
        """This index with more words: names, read character by character."""
        other = copy(self)
        other._empty(self)
        for word in _soundable(words):
            other._add(word, [self._spell(ch) for ch in word])
        return other

    def _add(self, word: str, syllables: Sequence[str]) -> None:
        loose = tuple(map(_loose, syllables))
        if word not in self._alike(loose):
            self._by_key[loose] = (*self._by_key.get(loose, ()), word)
        self._openings.add(loose[:2])
        if len(word) >= _TELLING:
            self._long_openings.add(loose[:2])
        self._by_spelling.setdefault("".join(syllables), word)

    def _alike(self, sounds: tuple[str, ...]) -> tuple[str, ...]:
        """The words that sound so."""
        shared = self._besides._alike(sounds) if self._besides is not None else ()
        return (*shared, *self._by_key.get(sounds, ()))

    def _opens(self, sounds: tuple[str, ...]) -> bool:
        """Whether any word begins so."""
        return sounds in self._openings or (self._besides is not None and self._besides._opens(sounds))

    def _opens_long(self, sounds: tuple[str, ...]) -> bool:
        """Whether any long word begins so."""
        return sounds in self._long_openings or (self._besides is not None and self._besides._opens_long(sounds))

    def _spelled(self, letters: str) -> str | None:
        """The word that letters spell."""
        shared = self._besides._spelled(letters) if self._besides is not None else None
        return shared or self._by_spelling.get(letters)

    def spelled_out(self, text: str) -> list[Correction]:
        """Pinyin typed in Latin letters: mixed with characters (``疗yang``), or whole words one after another."""
        found = []
        for match in _LATIN.finditer(text):
            whole = self._around(text, match.start(), match.end()) or self._sentence(match)
            found += [whole] if whole else []
        return found

    def _sentence(self, match: re.Match[str]) -> Correction | None:
        """Known words spelled out one after another; where they are spaced, unknown ones between them are passed over."""
        pieces = match.group().replace("'", " ").split()
        words = self._cut("".join(pieces)) or self._known_among(pieces)
        if not words:
            return None
        return Correction(match.start(), match.end(), match.group(), "".join(words))

    def _known_among(self, pieces: list[str]) -> list[str]:
        """Known words that spaced syllables or words spell, the longest first; the rest is passed over."""
        words: list[str] = []
        begin = 0
        while begin < len(pieces) and len(pieces) > 1:
            ends = range(min(begin + _LONGEST, len(pieces)), begin, -1)
            spelled = ((end, self._cut("".join(pieces[begin:end]))) for end in ends)
            begin, found = next(((end, cut) for end, cut in spelled if cut), (begin + 1, []))
            words += found
        return words

    def _cut(self, letters: str) -> list[str]:
        """Letters cut into known words without a rest, longest first; empty if that cannot be done."""
        words: list[str] = []
        while letters:
            size = next(
                (n for n in range(min(len(letters), _LONGEST_SPELLING), 2, -1) if self._spelled(letters[:n])), 0
            )
            if not size:
                return []
            words.append(self._spelled(letters[:size]) or "")
            letters = letters[size:]
        return words

    def _around(self, text: str, start: int, end: int) -> Correction | None:
        """The longest word that the Latin letters and up to three neighbouring characters spell together."""
        letters = re.sub(r"[ ']", "", text[start:end])
        for taken in range(3, -1, -1):
            for left in range(taken, -1, -1):
                begin, stop = start - left, end + taken - left
                before, after = text[max(begin, 0) : start], text[end:stop]
                if len(before) != left or len(after) != taken - left:
                    continue
                word = self._spelled(self._spell(before) + letters + self._spell(after))
                if word and word.startswith(before) and word.endswith(after):
                    return Correction(begin, stop, text[begin:stop], word)
        return None

    def _spell(self, characters: str) -> str:
        return "".join(map(readings().of, characters))

    def misheard(
        self, tokens: list[str], known: Container[str], settled: Container[int], common: Mapping[str, float]
    ) -> list[Correction]:
        """Homophone typos: windows of whole tokens, none of them known, that sound like a known word sharing a character.

        ``settled`` are positions of the text already understood; ``common`` are word frequencies of the language: a window
        holding an everyday word is left alone.
        """
        found: list[Correction] = []
        starts = [0, *accumulate(map(len, tokens))]
        sounds = [self._syllables[ch] for ch in "".join(tokens)]
        index = 0
        while index < len(tokens):
            start = starts[index]
            hopeless = (
                start in settled
                or not self._opens(tuple(sounds[start : start + _SHORTEST]))
                or not self._may_be_meant(tokens[index], known, common)
            )
            correction = None if hopeless else self._window(tokens, index, start, sounds, known, common)
            if correction and not _asks_who(correction, "".join(tokens)):
                found.append(correction)
                while index < len(tokens) and starts[index] < correction.end:
                    index += 1
            else:
                index += 1
        return found

    def _window(
        self,
        tokens: list[str],
        first: int,
        start: int,
        sounds: list[str],
        known: Container[str],
        common: Mapping[str, float],
    ) -> Correction | None:
        """The longest correction that begins with a token; ``sounds`` are the loose syllables of the whole text."""
        window = ""
        best = None
        settled = False
        for token in tokens[first : first + 4]:
            settled = settled or (len(token) > 1 and (token in known or common.get(token, 0) > _EVERYDAY))
            window += token
            if len(window) > _LONGEST or (settled and not self._may_open(window)):
                break
            if len(window) >= (_TELLING if settled else _SHORTEST):
                words = self._alike(tuple(sounds[start : start + len(window)]))
                best = (self._meant(window, start, common, words) if words else None) or best
        return best

    def _sounds_exactly(self, word: str, window: str) -> bool:
        """Without any merging of sounds: two syllables are too little for 先紧 to be 先进."""
        return self._spell(word) == self._spell(window)

    def _may_be_meant(self, token: str, known: Container[str], common: Mapping[str, float]) -> bool:
        """Whether a window may begin here: with a stray character, or with a word that sounds like a long word's opening."""
        if len(token) == 1:
            return "\u4e00" <= token <= "\u9fff"
        return (token not in known and common.get(token, 0) <= _EVERYDAY) or self._may_open(token)

    def _may_open(self, window: str) -> bool:
        """Whether some long word begins as the window sounds."""
        return len(window) < _SHORTEST or self._opens_long((self._syllables[window[0]], self._syllables[window[1]]))

    def _meant(self, window: str, start: int, common: Mapping[str, float], words: Sequence[str]) -> Correction | None:
        """The first of the words that a window may be a slip of; ``words`` sound alike."""
        everyday = all(common.get(ch, 0) > _EVERYDAY_CHARACTER for ch in window)
        if common.get(window, 0) > 0 or everyday or window in self._as_typed or (len(window) == _SHORTEST and _AS_SAID.search(window)):
            return None
        for word in words:
            if window.endswith(_ASKING) and not word.endswith(_ASKING):
                continue
            if len(word) == _SHORTEST and not self._sounds_exactly(word, window):
                continue
            same = sum(a == b and a not in _PARTICLES for a, b in zip(word, window, strict=True))
            if word != window and same >= max(1, len(word) - 2 - any(ch in _PARTICLES for ch in word)):
                return Correction(start, start + len(window), window, word)
        return None


_EVERYDAY_CHARACTER = 18_000
"""jieba frequency above which a character proves nothing: 找人 is no misspelt 招人."""

_AS_SAID = re.compile("^[那这]|[嘞咯哈呗喽啦哟嘛]$")
"""What two characters are no slip: 那钱 points at something, 好嘞 closes with a particle, 打嘛 asks for what.
"""

_WHO = "谁"
_ASKED_BEHIND = re.compile("[^，。？；]{0,4}[吗么不没嘛]")


def _asks_who(correction: Correction, text: str) -> bool:
    """Whether what was typed asks who, so that it is no slip: 报谁备案; a slip it is where yes or no is asked behind it: 要交谁吗."""
    asks = _WHO in correction.typed and _WHO not in correction.meant
    return asks and _ASKED_BEHIND.match(text, correction.end) is None


_ASKING = "吗"
"""Ends a question, and is no slip for what sounds like it: 娃吗 is no 娃妈."""

_PARTICLES = frozenset("了吗呢的吧啊过着不没一是")
"""Characters that a word and its misspelling share without that meaning anything."""

_SHORTEST = 2
_TELLING = 4
"""Characters from which a window may hold known words: 工商保险 can only be a misspelt 工伤保险."""

_EVERYDAY = 300
"""jieba frequency above which a multi-character word is taken as meant."""


def apply(text: str, corrections: Iterable[Correction]) -> str:
    """The text with every correction put in; corrections do not overlap."""
    for correction in sorted(corrections, reverse=True):
        text = text[: correction.start] + correction.meant + text[correction.end :]
    return text
