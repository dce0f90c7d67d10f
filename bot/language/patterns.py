"""Patterns in which authors write how something is said: parts in order, within one sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from bot.language.analyse import Analysis, Label
from bot.language.clauses import CLAUSE_MARKS, SENTENCE_MARKS, clause_bounds
from bot.language.negation import cannot, holds_negator
from bot.language.scan import Mention

_EDGES = {"^": ("edge", "start"), "$": ("edge", "end")}
_TIGHT_GAP = 4
_TIGHT = frozenset(["没", "没有", "不", "未", "非", "不是", "没能", "是", "当", "做", "干", "在", "还在", "正在", "仍在"])
"""Words that say something of what directly follows, not of something clauses away."""

CERTAIN = "="
"""Opens a pattern that holds whatever else is said of the same thing."""

_FOR_CERTAIN = 10
"""More parts than any pattern has: what is certain weighs more than all that is not."""

_MAX_GAP = 12
"""Characters allowed between two parts: about one clause."""

_PATTERNS = 65_536
"""Patterns kept as they were read. The shipped content has about half as many, and whoever reads more of them in turn than are kept
finds none.
"""


class Ordered(Protocol):
    """A key that can be sorted, so that what was found comes in the same order on every run."""

    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


_negative = lru_cache(maxsize=_PATTERNS)(holds_negator)
Key = TypeVar("Key", bound=Ordered)
Spots = Mapping[Label, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must appear in this order; parts that must not, in the clauses they span or anywhere in the message.

    ``certain``: it holds though something else is said of the same thing, as what is examined in a laboratory whoever never sees a ward.
    """

    parts: tuple[Label, ...]
    without: tuple[Label, ...] = ()
    nowhere: tuple[Label, ...] = ()
    negative: bool = False
    certain: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        """Kept or sent patterns share their parts again: there are tens of thousands, made of few words."""
        return _made, (self.parts, self.without, self.nowhere, self.negative, self.certain)


def _made(
    parts: tuple[Label, ...], without: tuple[Label, ...], nowhere: tuple[Label, ...], negative: bool, certain: bool
) -> Pattern:
    return Pattern(_shared(parts), _shared(without), _shared(nowhere), negative, certain)


def _shared(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    return tuple(_part(*label) for label in labels)


@lru_cache(maxsize=_PATTERNS)
def _part(kind: str, word: str) -> Label:
    """The one object that stands for a part in all patterns."""
    return kind, word


class Found(NamedTuple):
    """Where a pattern matched. ``weight`` tells the more specific of two matches: more parts, then longer words."""

    start: int
    end: int
    weight: tuple[int, int]
    negative: bool = False
    """Whether the pattern itself is a denial: 没去."""

    broken: bool = False
    """Whether a negator stands between its parts: 户口不在红桥."""

    @property
    def certain(self) -> bool:
        """Whether its pattern holds whatever else is said of the same thing."""
        return self.weight[0] > _FOR_CERTAIN

    def as_denied(self) -> Found:
        """The same, as what is denied: then it is no more certain than anything else."""
        parts, length = self.weight
        return self._replace(weight=(parts % _FOR_CERTAIN, length))


def _preference(found: Found) -> tuple[bool, tuple[int, int], int, int]:
    """Of two matches: one that nothing denies, then the more specific, then the later."""
    return not found.broken, found.weight, found.start, found.end


@lru_cache(maxsize=_PATTERNS)
def parse_pattern(source: str) -> Pattern:
    """Read a pattern as authors write it; every view of a snapshot asks for the same ones again.

    >>> parse_pattern("<registration> 不在 !以前").parts, parse_pattern("<registration> 不在 !以前").without
    ((('concept', 'registration'), ('literal', '不在')), (('literal', '以前'),))
    >>> parse_pattern("= 实验室 标本").certain, parse_pattern("实验室 标本").certain
    (True, False)
    """
    parts: list[Label] = []
    without: list[Label] = []
    nowhere: list[Label] = []
    words = source.split()
    certain = words[:1] == [CERTAIN]
    for word in words[certain:]:
        bare = word.lstrip("!")
        kind = {0: parts, 1: without}.get(len(word) - len(bare), nowhere)
        kind.append(_label(bare))
    if not parts:
        raise ValueError(f"说法“{source}”里只有“不得出现”的部分")
    negative = any(kind == "literal" and _negative(word) for kind, word in parts)
    return Pattern(tuple(parts), tuple(without), tuple(nowhere), negative, certain)


def _label(word: str) -> Label:
    if word in _EDGES:
        return _EDGES[word]
    if word == "<office>":
        return _part("contact", "any")
    if word in ("<here>", "<elsewhere>"):
        return _part("place", word[1:-1])
    if word.startswith("<") and word.endswith(">"):
        return _part("concept", word[1:-1])
    return _part("literal", word)


_LIGHT = ("来", "去", "给")
"""Verbs that may stand between who does something and what is done, and say nothing: 谁认定, 谁来认定."""

_DOERS = ("谁", "自己")


def ways_of_saying(source: str) -> Iterator[str]:
    """A pattern as authors write it, and with the light verbs that people put behind who does something.

    >>> list(ways_of_saying("补助 谁审"))
    ['补助 谁审', '补助 谁来审', '补助 谁去审', '补助 谁给审']
    >>> list(ways_of_saying("谁能")), list(ways_of_saying("谁来定"))
    (['谁能'], ['谁来定'])
    """
    yield source
    words = source.split()
    for place, word in enumerate(words):
        doer = next((doer for doer in _DOERS if word.startswith(doer) and len(word) > len(doer)), None)
        if doer is None or not _is_a_deed(word[len(doer) :]):
            continue
        for light in _LIGHT:
            yield " ".join((*words[:place], f"{doer}{light}{word[len(doer):]}", *words[place + 1 :]))


@lru_cache(maxsize=_PATTERNS)
def all_ways(source: str) -> tuple[Pattern, ...]:
    """A pattern as authors write it, read in each of its ways of saying.

    >>> [len(pattern.parts) for pattern in all_ways("补助 谁审")]
    [2, 2, 2, 2]
    """
    return tuple(parse_pattern(way) for way in ways_of_saying(source))


def _is_a_deed(behind: str) -> bool:
    """Whether what stands behind who does something is what they do: not 谁|能, 谁|的, 自己|人."""
    return behind[0] not in "来去给的人家能可会要得想是有都也还就在先那这个头儿钱孩说"


def literals(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The literal words patterns rely on; the language has to know them."""
    for pattern in patterns:
        for kind, word in (*pattern.parts, *pattern.without, *pattern.nowhere):
            if kind == "literal":
                yield word


def spots(analysis: Analysis, region: str | None) -> dict[Label, list[tuple[int, int]]]:
    """Places of every known word. ``<here>`` is the person's region, ``<elsewhere>`` any other named place.

    The name of a place inside the name of a hospital or office is neither, nor that of a wider one inside the name of a region.
    """
    found: dict[Label, list[tuple[int, int]]] = defaultdict(list, {("edge", "start"): [(0, 0)]})
    wider = [mention for mention in analysis.mentions if mention.label[0] in ("institution", "contact", "name")]
    longer = [mention for mention in analysis.mentions if mention.label == ("place", region)]
    for start, end, label in analysis.mentions:
        kind = label[0]
        found[label].append((start, end))
        if kind == "contact":
            found["contact", "any"].append((start, end))
        elif kind == "place" and not any(m.start <= start and end <= m.end for m in (*wider, *_around(start, end, longer))):
            found["place", "here" if label[1] == region else "elsewhere"].append((start, end))
    return found


def _around(start: int, end: int, mentions: Sequence[Mention[Label]]) -> Iterator[Mention[Label]]:
    """Those mentions that reach beyond a stretch."""
    return (mention for mention in mentions if mention.end - mention.start > end - start)


def match(pattern: Pattern, where: Spots, text: str) -> Found | None:
    """The first place where the pattern holds, or None."""
    parts, more = pattern.parts, _FOR_CERTAIN if pattern.certain else 0
    guarded = bool(pattern.without or pattern.nowhere)
    for start, end in where.get(parts[0], ()):
        if len(parts) == 1 and not guarded:
            return Found(start, end, (1 + more, end - start), pattern.negative)
        last, length, broken = _follow(parts[1:], where, text, start, end)
        if last is not None and not (guarded and _forbidden(pattern, where, text, start, last)):
            weight = (len(parts) + more, length + end - start)
            return Found(start, last, weight, pattern.negative, broken)
    return None


def _follow(parts: Sequence[Label], where: Spots, text: str, start: int, end: int) -> tuple[int | None, int, bool]:
    """Where the remaining parts end, each as near as possible after the one before (None if one is missing), their length,
    and whether a negator stands between them.
    """
    length, broken = 0, False
    for part in parts:
        tight = end == 0 or text[start:end] in _TIGHT or _negative(text[start:end])
        reach, marks = (_TIGHT_GAP, CLAUSE_MARKS) if tight else (_MAX_GAP, SENTENCE_MARKS)
        following = next((span for span in where.get(part, ()) if end <= span[0] <= end + reach), None)
        if following is None or not marks.isdisjoint(text[end : following[0]]):
            return None, 0, False
        length += following[1] - following[0]
        broken = broken or (following[0] > end and _denies(text[end : following[0]]))
        start, end = following
    return end, length, broken


def _denies(gap: str) -> bool:
    """Whether what stands between two parts denies the second: in its own clause, that is."""
    begin, _ = clause_bounds(gap, len(gap), len(gap))
    return holds_negator(gap[begin:]) or cannot(gap[begin:])


def _forbidden(pattern: Pattern, where: Spots, text: str, start: int, end: int) -> bool:
    if not where.keys().isdisjoint(pattern.nowhere):
        return True
    if not pattern.without:
        return False
    begin, stop = clause_bounds(text, start, end)
    return any(begin <= span[0] < stop for label in pattern.without for span in where.get(label, ()))


class PatternSet(Generic[Key]):
    """Many patterns, each standing for a key; only those whose rarest part was said are tried.

    ``besides`` are sets found as well, shared with whoever else has them; each stands for other keys.
    """

    def __init__(self, entries: Iterable[tuple[Key, Pattern]], besides: Sequence[PatternSet[Key]] = ()) -> None:
        self.besides = tuple(besides)
        known = list(entries)
        self._keys, self._patterns = [key for key, _ in known], [pattern for _, pattern in known]
        uses = Counter(part for pattern in self._patterns for part in pattern.parts)
        by_rarest: dict[Label, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self._patterns):
            by_rarest[min(pattern.parts, key=lambda part: uses[part])].append(number)
        self._by_rarest = {part: tuple(numbers) for part, numbers in by_rarest.items()}
        """Numbers of patterns: there are tens of thousands, and the collector passes over plain numbers."""

        self._parts = [pattern.parts for pattern in self._patterns]

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_parts"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """What was kept has parts of its own, which are many."""
        self.__dict__.update(state)
        self._by_rarest = {_part(*label): numbers for label, numbers in self._by_rarest.items()}
        self._parts = [pattern.parts for pattern in self._patterns]

    def entries(self) -> Iterator[tuple[Key, Pattern]]:
        """Its own patterns with what they stand for, without those besides."""
        return zip(self._keys, self._patterns, strict=True)

    def find(self, where: Spots, text: str) -> dict[Key, Found]:
        """Every key that is said, in the order of keys, with its most specific match."""
        found: dict[Key, Found] = {}
        self._find(where, frozenset(where), text, found)
        return {key: found[key] for key in sorted(found)} if len(found) > 1 else found

    def _find(self, where: Spots, said: frozenset[Label], text: str, found: dict[Key, Found]) -> None:
        """Add what is said, first of what is shared. ``said`` is all that ``where`` has, hashed once for all of them."""
        for shared in self.besides:
            shared._find(where, said, text, found)
        for label in said & self._by_rarest.keys():
            for number in self._by_rarest[label]:
                if not said.issuperset(self._parts[number]):  # so it is with nine of ten
                    continue
                here = match(self._patterns[number], where, text)
                if here is None:
                    continue
                key = self._keys[number]
                if key not in found or _preference(here) > _preference(found[key]):
                    found[key] = here
