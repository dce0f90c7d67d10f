"""Distress compiled: which way each feature leans, which kind it is typical of, signals, and the words of care."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, pairwise
from operator import add
from zlib import crc32

from bot.compiled.features import compared, features
from bot.compiled.index import Index, Labelled, build_index
from bot.compiled.keys import CareKey, Column
from bot.compiled.leaning import Leaning, fit_leaning, fit_leanings
from bot.compiled.neighbours import Neighbours, fit_neighbours
from bot.language.analyse import Analysis, Label, Language
from bot.language.clauses import CLAUSE_MARKS
from bot.language.patterns import Pattern, PatternSet, Spots, literals, parse_pattern, spots
from bot.language.scan import Mention, Scanner
from bot.language.sound import syllables
from bot.model.knowledge import Knowledge
from bot.model.talk import CareContent, CareKind, CareLookAlikes, CareRoles, OutOfScopeTopic, Topic

_EVERY = 4
"""One in so many phrasings of topics stands for all of them."""

_EVERY_PART = 16
"""The same for the parts that stand before the last one."""

_TOO_COMMON = "up"
"""Kinds of features, by their first letter, by which sentences are not compared."""

_HIDES = "hides"
"""What a word stands for that hides the words of care inside it."""

_PLAIN = "plain"
"""The kind of words that only what is told plainly is made of: they weigh nothing."""

_LIGHTLY = CareKey("lightly")

_MARKS = re.compile("[" + re.escape("".join(sorted(CLAUSE_MARKS))) + "]")


@dataclass(frozen=True, slots=True, eq=False)
class CareIndex:
    """Content compiled: which way each feature leans, which kind it is typical of, signals, and the words of care.

    ``leaning`` is towards distress, ``glance`` the same by characters alone; ``practical`` is towards what a clerk would be asked
    or told, its rows are those of ``leaning``; ``nearness`` is to sentences of distress rather than to others. ``plainly`` is what
    leaves no doubt of a kind, whatever stands beside it. ``lightly`` is how what is no distress is said: with a laugh, as a joke, of
    what healed long ago.
    """

    kinds: dict[str, CareKind]
    glance: Leaning
    leaning: Leaning
    practical: Leaning
    nearness: Neighbours
    index: Index
    signals: PatternSet[CareKey]
    plainly: PatternSet[CareKey]
    lightly: PatternSet[CareKey]
    scanner: Scanner[Label]
    roles: CareRoles


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What is no distress: a sample of what people ask of topics and say before they ask, and all small talk."""

    asked: tuple[str, ...]
    talk: tuple[str, ...]


def build_care(content: CareContent, language: Language, ordinary: Ordinary) -> CareIndex:
    """Compile distress, told from its look-alikes and from what is ordinary."""
    patterns = [
        (CareKey(kind.id), _evidence(signal, kind.unless, content)) for kind in content.kinds for signal in kind.signals
    ]
    plain = [(CareKey(kind.id), _in_its_clauses(signal, kind, content)) for kind in content.kinds for signal in kind.plainly]
    light = [(_LIGHTLY, _evidence(signal, (), content)) for signal in content.lightly]
    scanner = _scanner(content, language, [pattern for _, pattern in (*patterns, *plain, *light)])
    told = list(_told(content))
    texts = [*(text for _, text in told), *ordinary.asked, *ordinary.talk]
    heard = [with_words(language.analyse(text, correct=False), scanner) for text in texts]
    kinds = {kind.id: kind for kind in content.kinds}
    sides = [name in kinds for name, _ in told] + [False] * (len(texts) - len(told))
    labelled = [
        Labelled(Column("topic", name), "".join(compared(analysis)), tuple(typical_features(analysis)))
        for (name, _), analysis in zip(told, heard, strict=False)
        if name in kinds
    ]
    clerk = {told.id for told in content.look_alikes if not told.asks_nothing}
    business = [name in clerk for name, _ in told] + [True] * len(ordinary.asked) + [False] * len(ordinary.talk)
    glance = fit_leaning([glanced(analysis.text) for analysis in heard], sides, opening=1)
    telling = [telling_features(analysis) for analysis in heard]
    leaning, practical = fit_leanings(telling, sides, business)
    nearness = fit_neighbours([comparable(names) for names in telling], sides)
    sets = PatternSet(patterns), PatternSet(plain), PatternSet(light)
    return CareIndex(kinds, glance, leaning, practical, nearness, build_index(labelled), *sets, scanner, content.roles)


def ordinary_questions(knowledge: Knowledge) -> Ordinary:
    """A sample of what is asked of topics and of the parts of it that only introduce, and all small talk.

    A message is heard part by part, and 我在红桥 says as little of distress as the question behind it.
    """
    topics: tuple[Topic | OutOfScopeTopic, ...] = (*knowledge.topics, *knowledge.out_of_scope)
    asked = [said for topic in topics for phrasings in topic.phrasings.values() for said in phrasings]
    parts = [part for said in asked for part in _MARKS.split(said)[:-1] if part]
    talk = [said for phrase in knowledge.phrases for said in (*phrase.says, *phrase.like)]
    return Ordinary((*_sample(asked, _EVERY), *_sample(parts, _EVERY_PART)), tuple(talk))


def _sample(sentences: Iterable[str], every: int) -> Iterator[str]:
    """One in so many, chosen by what it says: a sentence more or less in the content changes nothing of the others."""
    return (said for said in sentences if crc32(said.encode()) % every == 0)


def idle_talk(content: CareContent) -> Iterator[str]:
    """What people tell of their day: no distress, and nothing asked."""
    idle = (told for told in content.look_alikes if told.asks_nothing)
    return (text for told in idle for phrasings in told.phrasings.values() for text in phrasings)


def _told(content: CareContent) -> Iterator[tuple[str, str]]:
    every: tuple[CareKind | CareLookAlikes, ...] = (*content.kinds, *content.look_alikes)
    for told in every:
        for phrasings in told.phrasings.values():
            yield from ((told.id, text) for text in phrasings)


def _scanner(content: CareContent, language: Language, patterns: Iterable[Pattern]) -> Scanner[Label]:
    """Finds words of care, and what signals spell out."""
    words = [
        (language.standard(word), _label_of(name, content.roles)) for name, known in content.words.items() for word in known
    ]
    spoken = [(word, ("literal", word)) for word in literals(patterns)]
    return Scanner([*words, *spoken], lambda word, _: len(word) > 1)


def _label_of(name: str, roles: CareRoles) -> Label:
    """What a word of care is found as."""
    if name in roles.hides:
        return (_HIDES, name)
    return (_PLAIN if name in roles.only_plainly else "care", name)


def _evidence(signal: str, unless: Iterable[str], content: CareContent) -> Pattern:
    """A signal, with its words of care told from the lexicon's concepts, and the words that undo it wherever they stand."""
    pattern = parse_pattern(signal)
    undoing = tuple(_label_of(name, content.roles) for name in unless)

    def own(labels: tuple[Label, ...]) -> tuple[Label, ...]:
        return tuple(
            _label_of(name, content.roles) if name in content.words and source == "concept" else (source, name) for source, name in labels
        )

    return Pattern(own(pattern.parts), own(pattern.without), (*own(pattern.nowhere), *undoing))


def _in_its_clauses(signal: str, kind: CareKind, content: CareContent) -> Pattern:
    """A signal that what is asked beside it does not undo: only words in the clauses it spans do, and that it is long over."""
    pattern = _evidence(signal, content.roles.past, content)
    return replace(pattern, without=(*pattern.without, *(_label_of(name, content.roles) for name in kind.unless)))


def with_words(analysis: Analysis, scanner: Scanner[Label]) -> Analysis:
    """A message with the words of care among its known words, but for those inside an everyday word: 血 in 血压."""
    edges = {0, *accumulate(map(len, analysis.tokens))}
    found = _uncovered(scanner.scan(analysis.text, edges))
    return Analysis(analysis.text, analysis.tokens, (*analysis.mentions, *found), analysis.corrections) if found else analysis


@dataclass(frozen=True)
class Sounding:
    """A message with the words of care in it, and what is heard of it, worked out once: it is asked for again and again in a turn."""

    analysis: Analysis

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of care in it, in order."""
        return tuple(dict.fromkeys(self.analysis.ids("care")))

    @cached_property
    def where(self) -> Spots:
        """The places of every known word."""
        return spots(self.analysis, None)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """What tells distress in it."""
        return tuple(telling_features(self.analysis))


def sounding_of(analysis: Analysis, scanner: Scanner[Label]) -> Sounding:
    """A message as it is heard for distress."""
    return Sounding(with_words(analysis, scanner))


def _uncovered(found: list[Mention[Label]]) -> list[Mention[Label]]:
    """What was found without the words that hide others, and what they hide."""
    hiding = [mention for mention in found if mention.label[0] == _HIDES]
    if not hiding:
        return found
    return [mention for mention in found if mention.label[0] != _HIDES and not any(_inside(mention, one) for one in hiding)]


def _inside(mention: Mention[Label], longer: Mention[Label]) -> bool:
    """Whether a word is a part of a longer one."""
    within = longer.start <= mention.start and mention.end <= longer.end
    return within and mention.end - mention.start < longer.end - longer.start


def glanced(text: str) -> list[str]:
    """Characters and their pairs: all that can be had without looking anything up."""
    return list(dict.fromkeys(chain(text, map(add, f"^{text}", f"{text}$"))))


def telling_features(analysis: Analysis) -> list[str]:
    """What tells distress: words, character pairs, words of care and their order, characters, and pairs of sounds,
    by which a word typed with other characters is the same.
    """
    tokens = compared(analysis)
    joined = "".join(tokens)
    cares = list(dict.fromkeys(analysis.ids("care")))
    sounds = ["^", *syllables(joined), "$"]
    found = features(tokens, analysis)
    found += ["u" + ch for ch in dict.fromkeys(joined)]
    found += [f"p{first}{second}" for first, second in pairwise(sounds)]
    found += ["d" + name for name in cares]
    found += [f"o{first}>{then}" for place, first in enumerate(cares) for then in cares[place + 1 :]]
    return list(dict.fromkeys(found))


def comparable(telling: Iterable[str]) -> list[str]:
    """Of what tells distress that by which whole sentences are compared: single characters and sounds are in too many."""
    return [name for name in telling if name[0] not in _TOO_COMMON]


def typical_features(analysis: Analysis) -> list[str]:
    """What tells one kind of distress from another."""
    return [*features(compared(analysis), analysis), *("d" + name for name in dict.fromkeys(analysis.ids("care")))]
