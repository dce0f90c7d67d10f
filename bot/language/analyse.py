"""From what was typed to what the rest of the program works on: folded text, tokens, known words, corrections."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from bot.language.clauses import Stretch
from bot.language.normalise import Rewriter, fold, fold_word
from bot.language.questions import asks
from bot.language.scan import Mention, Scanner, mention_of
from bot.language.segment import Segmenter
from bot.language.sound import Correction, SoundIndex, apply
from bot.model.talk import NOBODY_AT_WORK, AtWork

Label = tuple[str, str]
"""What a known word stands for: its kind (concept, literal, place …) and the id within the kind."""

MAX_CHARACTERS = 500
"""Longer messages are read up to here; nobody's question starts later."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A message as the program reads it. ``text`` has typos corrected; ``mentions`` are ordered by place."""

    text: str
    tokens: tuple[str, ...]
    mentions: tuple[Mention[Label], ...]
    corrections: tuple[Correction, ...] = ()

    def ids(self, kind: str) -> list[str]:
        """Ids of the mentions of one kind, in order of appearance."""
        return [mention.label[1] for mention in self.mentions if mention.label[0] == kind]

    def part(self, begin: int, end: int) -> Analysis:
        """What stands in ``text[begin:end]``, as a message of its own; what reaches beyond it is left out."""
        starts = [0, *accumulate(map(len, self.tokens))]
        first = bisect_left(starts, begin)
        inside = [
            mention_of((start - begin, stop - begin, label))
            for start, stop, label in self.mentions
            if begin <= start and stop <= end
        ]
        return Analysis(self.text[begin:end], self.tokens[first : max(first, bisect_right(starts, end) - 1)], tuple(inside))

    def without(self, stretches: Sequence[Stretch]) -> Analysis:
        """What stands outside some stretches, in order and not overlapping, as a message of its own."""
        begins, ends = [0, *(end for _, end in stretches)], [*(begin for begin, _ in stretches), len(self.text)]
        parts = [self.part(begin, end) for begin, end in zip(begins, ends, strict=True)]
        shifts = accumulate((len(part.text) for part in parts), initial=0)
        moved = [
            Mention(m.start + shift, m.end + shift, m.label)
            for part, shift in zip(parts, shifts, strict=False)
            for m in part.mentions
        ]
        tokens = tuple(token for part in parts for token in part.tokens)
        return Analysis("".join(part.text for part in parts), tokens, tuple(moved))


class Language:
    """Reads messages. Built once per lexicon: the tokenizer is the slow part."""

    def __init__(
        self,
        concepts: Mapping[str, Iterable[str]],
        rewrites: Mapping[str, str],
        words: Iterable[tuple[str, Label]],
        as_typed: Iterable[str] = (),
        at_work: AtWork = NOBODY_AT_WORK,
    ) -> None:
        """``words`` are known words besides the concepts': places, literals of patterns; ``as_typed`` are no slips of those. ``at_work``
        tells who is read as the place they work at.
        """
        self._rewrite = Rewriter(rewrites, at_work)
        entries = [(self.standard(word), ("concept", concept)) for concept, all_ in concepts.items() for word in all_]
        others = [(self.standard(word), label) for word, label in words]
        self._base: Language | None = None
        self._scanner: Scanner[Label] = Scanner(entries + others, _free)
        vocabulary = {word for word, label in entries if len(word) > 1}
        places = {word for word, label in others if label[0] == "place" and len(word) > 1}
        self._segmenter = Segmenter(vocabulary | places)
        self._sound = SoundIndex(vocabulary, {word for word, label in others if label[0] == "literal"}, as_typed)

    @property
    def shared(self) -> Language:
        """The reader of what belongs to no region; of those that know more, the one they are made of."""
        return self._base or self

    def knowing(self, words: Iterable[tuple[str, Label]]) -> Language:
        """This reader, with more words known: names of people, offices, schemes, places. They do not change how a text is cut."""
        other = copy.copy(self)
        other._base = self.shared
        others = [(self.known(word), label) for word, label in dict.fromkeys(words)]
        other._scanner = Scanner(others, _free, besides=self._scanner)
        covered = {label for _, label in others if label[0] == "institution"}
        covered |= {("place", region) for _, region in covered}
        other._sound = self._sound.knowing(word for word, label in others if label[0] == "name" or label in covered)
        return other

    def standard(self, text: str) -> str:
        """A text folded and rewritten, as all known words are."""
        return self._rewrite(fold(text))

    def known(self, word: str) -> str:
        """The same of a word that authors wrote: it is folded once, however often it is asked for."""
        return self._rewrite(fold_word(word))

    def analyse(self, raw: str, *, correct: bool = True) -> Analysis:
        """Read one message. ``correct`` looks for pinyin and homophone typos; authors' phrasings have none."""
        text = self.standard(raw[:MAX_CHARACTERS])
        corrections: list[Correction] = []
        if correct:
            corrections = self._sound.spelled_out(text)
            text = apply(text, corrections)
        tokens, mentions = self._words(text)
        if correct:
            misheard = self._sound.misheard(tokens, self._scanner, _settled(mentions), self._segmenter.frequencies)
            misheard = [found for found in misheard if not _begins_inside(found) and not (_asks_anew(found) and asks(text))]
            if misheard:
                text = apply(text, misheard)
                tokens, mentions = self._words(text)
                corrections += misheard
        return Analysis(text, tuple(tokens), tuple(mentions), tuple(corrections))

    def _words(self, text: str) -> tuple[list[str], list[Mention[Label]]]:
        """The tokens of a text, and the known words in it."""
        tokens = self._segmenter.cut(text)
        edges = {0, *accumulate(map(len, tokens))}
        return tokens, [m for m in self._scanner.scan(text, edges) if m.label[0] != "place" or _whole(m, edges)]


_BEHIND_VERBS = frozenset("完点到好过着了")

_ALIGNED_UP_TO = 2
_RELATIVES = "kin-"
"""How the concepts of relatives are named."""

_THAT, _WHICH = "那", "哪"


def _settled(mentions: Iterable[Mention[Label]]) -> set[int]:
    """The places of words that are meant as they stand: long ones, and relatives, whose place no other takes: 侄女上学 is no 子女上学."""
    meant = (range(start, end) for start, end, (_, name) in mentions if end - start > _ALIGNED_UP_TO or name.startswith(_RELATIVES))
    return set(chain.from_iterable(meant))


def _begins_inside(found: Correction) -> bool:
    """Whether what was typed begins with a particle of the verb before it, and is no word: 送|点钱 is no 垫钱, 浇|完水 no 完税."""
    return found.typed[0] in _BEHIND_VERBS


def _asks_anew(found: Correction) -> bool:
    """Whether 那 would be read as 哪: in a message that asks by other words it is what it says."""
    return any(a == _THAT and b == _WHICH for a, b in zip(found.typed, found.meant, strict=False))


def _whole(mention: Mention[Label], edges: set[int]) -> bool:
    """Whether a place's name is no end of one word with the beginning of the next: 职高|要, 从|化验科."""
    inside = edges.isdisjoint(range(mention.start + 1, mention.end))
    return inside or mention.end - mention.start > _ALIGNED_UP_TO or {mention.start, mention.end} <= edges


def _free(word: str, label: Label) -> bool:
    """Known words: long ones and what patterns spell out always, other short ones only at a token's edge."""
    return len(word) > _ALIGNED_UP_TO or (label[0] == "literal" and len(word) > 1)
