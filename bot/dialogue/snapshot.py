"""Knowledge made ready to answer from: one immutable object, swapped as a whole on reload."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.dialogue.vocabulary import cue_patterns, words_of
from bot.language.analyse import Label, Language
from bot.language.numerals import value_of
from bot.language.patterns import PatternSet, literals, parse_pattern
from bot.matching.features import compared, features
from bot.matching.index import Index, Labelled, build_index
from bot.matching.stated import FactReader
from bot.model.condition import fact_tests
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure
from bot.model.talk import Facet, OutOfScopeTopic, Phrase, Topic

PHRASE = "phrase/"
"""Prefix of small talk's names in the index."""

_FEW = 2
_TELLING = 100
_MARKS = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+ ?万?")

OVERVIEW = "entitlements-overview"
"""The one topic id the program knows: asking for everything one is entitled to."""


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """All a turn reads. Nothing in it changes after it is built."""

    knowledge: Knowledge
    language: Language
    index: Index
    facts: FactReader
    facets: PatternSet
    points: PatternSet
    care: PatternSet
    phrases: Mapping[str, Phrase]
    version: str

    @property
    def definitions(self) -> dict[str, Fact]:
        """Facts by id."""
        return self.knowledge.fact_by_id

    @cached_property
    def facet_by_id(self) -> dict[str, Facet]:
        """Facets by id."""
        return {facet.id: facet for facet in self.knowledge.facets}

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        """Covered topics by id."""
        return {topic.id: topic for topic in self.knowledge.topics}

    @cached_property
    def outside_by_id(self) -> dict[str, OutOfScopeTopic]:
        """Out-of-scope topics by id."""
        return {topic.id: topic for topic in self.knowledge.out_of_scope}

    @cached_property
    def side_words(self) -> frozenset[str]:
        """Words by which a side of a topic is asked for; they name no topic."""
        return frozenset(literals(parse_pattern(says) for facet in self.knowledge.facets for says in facet.says))

    @cached_property
    def introducing(self) -> tuple[Label, ...]:
        """Words by which people say who they are."""
        says = (pattern for fact in self.knowledge.facts for pattern in fact.introduces)
        return tuple(dict.fromkeys(part for pattern in says for part in parse_pattern(pattern).parts))

    @cached_property
    def introductory(self) -> frozenset[str]:
        """Facts that people state by saying who they are."""
        return frozenset(
            fact.id
            for fact in self.knowledge.facts
            for option in fact.options
            for says in option.says
            if not set(self.introducing).isdisjoint(parse_pattern(says).parts)
        )

    @cached_property
    def answers(self) -> dict[tuple[str, str], tuple[Measure, ...]]:
        """Measures that answer a topic in a region, best first, by (topic, region)."""
        ranked: dict[tuple[str, str], list[tuple[int, int, Measure]]] = defaultdict(list)
        for part in self.knowledge.regions:
            for measure in part.measures:
                for place, topic in enumerate(measure.topics):
                    ranked[topic, part.region.id].append((place, measure.source.item, measure))
        return {key: tuple(m for *_, m in sorted(found, key=lambda entry: entry[:2])) for key, found in ranked.items()}

    @cached_property
    def hints(self) -> dict[str, frozenset[str]]:
        """Topics something said points to, being those of the few measures of a region that use it.

        Keys: a stated fact's id, ``=300`` for a figure, ``“三个集中`` for the name of a scheme, ``?tax`` for a side asked.
        """
        pointed: dict[str, set[str]] = defaultdict(set)
        for part in self.knowledge.regions:
            users: dict[str, list[Measure]] = defaultdict(list)
            for measure in part.measures:
                for name in dict.fromkeys(name for name, _ in _used(measure)):
                    users[name].append(measure)
            for name, measures in users.items():
                fact = self.definitions.get(name)
                if len(measures) <= _FEW and not (fact and fact.passing):
                    pointed[name] |= {measure.topics[0] for measure in measures}
        return {name: frozenset(topics) for name, topics in pointed.items()}

    @cached_property
    def pointers_of(self) -> dict[str, dict[str, frozenset[str]]]:
        """What a measure can be told by, with keys as in ``hints``, and for which of its topics, by measure."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for key, measure in self.knowledge.measure_by_id.items():
            about: dict[str, set[str]] = defaultdict(set)
            for name, topics in _used(measure):
                for fact in (name, *self._implying(name)):
                    about[fact] |= set(topics or (*measure.topics, *measure.related))
            found[key] = {name: frozenset(topics) for name, topics in about.items()}
        return found

    def _implying(self, name: str) -> set[str]:
        """Facts from which a fact may follow."""
        fact = self.definitions.get(name)
        conditions = [option.implied_by for option in fact.options if option.implied_by is not None] if fact else []
        return {test.fact for condition in conditions for test in fact_tests(condition)}

    @cached_property
    def verbatim(self) -> dict[str, str]:
        """The covered topic of each phrasing, by what is compared of it."""
        covered = [(topic, texts) for topic, texts in zip(self.index.topics, self.index.phrasings, strict=True)]
        return {text: topic for topic, texts in covered if topic in self.topic_by_id for text in texts}

    @cached_property
    def point_words(self) -> dict[str, dict[str, list[tuple[str, float]]]]:
        """By measure and feature: the points that say it, each weighted by how few of its region's points do."""
        words: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
        for part in self.knowledge.regions:
            said = {
                (m.id, p.id): _read(m.id, p.text, self.language, True).features for m in part.measures for p in m.points
            }
            shared = Counter(feature for found in said.values() for feature in found)
            for (measure, point), found in said.items():
                for name in found:
                    words[measure][name].append((point, math.log(len(said) / shared[name])))
        return {measure: dict(found) for measure, found in words.items()}

    @cached_property
    def typical(self) -> tuple[list[str], list[float]]:
        """For each row of the index its most typical topic, and how typical it is."""
        contrast = self.index.contrast
        return [self.index.topics[column] for column in contrast.argmax(axis=1)], contrast.max(axis=1).tolist()

    def regions_for(self, topic: str) -> list[RegionKnowledge]:
        """Regions whose document covers a topic."""
        return [part for part in self.knowledge.regions if (topic, part.region.id) in self.answers]


def _used(measure: Measure) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Facts the measure's rules look at, and the figures it names, as keys of ``Snapshot.hints``, each with the topics it
    is for; none: all of the measure's.
    """
    for item in measure.entitlements:
        conditions = [item.when, *(requirement.if_ for requirement in item.requires)]
        tests = (test for condition in conditions if condition is not None for test in fact_tests(condition))
        yield from ((test.fact, item.topics) for test in tests)
    yield from ((f"“{name}", ()) for name in measure.names)
    yield from ((f"?{facet}", ()) for point in measure.points for facet in point.facets)
    for amount in measure.amounts:
        cases = (test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when))
        yield from ((fact, ()) for fact in (amount.counts, *cases))
        factors = [1, *(multiplier.times for multiplier in amount.multipliers)]
        yield from ((f"={case.value * factor}", ()) for case in amount.cases for factor in factors)
    for figure in measure.figures:
        number = _FIGURE.match(figure.value)
        value = value_of(number.group().replace(" ", "")) if number else None
        if value is not None and value >= _TELLING:
            yield f"={value:g}", ()


def build_snapshot(
    knowledge: Knowledge,
    cache_dir: Path | None = None,
    *,
    without: Callable[[str, str], bool] | None = None,
    language: Language | None = None,
    keep: Callable[[str, Callable[[], Index]], Index] | None = None,
) -> Snapshot:
    """Compile knowledge (seconds; the tokenizer and every phrasing are read once). ``cache_dir`` is for jieba.

    ``without(topic, viewpoint)`` leaves phrasings out, for measuring; ``language`` reuses a tokenizer whose words are the same;
    ``keep(content, compile)`` may return an index compiled before from the same content.
    """
    language = language or build_language(knowledge, cache_dir)

    def compile_index() -> Index:
        return build_index(list(_labelled(knowledge, language, without)))

    version = hashlib.sha256(repr(knowledge).encode()).hexdigest()[:12]
    index = keep(version, compile_index) if keep and without is None else compile_index()
    said = [(said, phrase) for phrase in knowledge.phrases for said in (*phrase.like, *phrase.says)]
    return Snapshot(
        knowledge=knowledge,
        language=language,
        index=index,
        facts=FactReader(knowledge.facts),
        facets=PatternSet((facet.id, parse_pattern(says)) for facet in knowledge.facets for says in facet.says),
        points=PatternSet(cue_patterns(knowledge)),
        care=PatternSet((care.id, parse_pattern(says)) for care in knowledge.care for says in care.says),
        phrases={bare(language.standard(text)): phrase for text, phrase in said},
        version=version,
    )


def build_language(knowledge: Knowledge, cache_dir: Path | None = None) -> Language:
    """The reader of messages for this knowledge's words."""
    return Language(knowledge.lexicon.concepts, knowledge.lexicon.rewrites, words_of(knowledge), cache_dir)


def language_key(knowledge: Knowledge) -> str:
    """Equal for knowledge whose language can be shared: same lexicon, places, names and literals."""
    parts = (knowledge.lexicon, sorted(set(words_of(knowledge))))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def bare(text: str) -> str:
    """A message without marks and particles, for comparing whole messages."""
    return _MARKS.sub("", text).rstrip("啊呀吧呢哦哈嘛啦哟哇耶了") or text


def _labelled(
    knowledge: Knowledge, language: Language, without: Callable[[str, str], bool] | None
) -> Iterator[Labelled]:
    topics: tuple[Topic | OutOfScopeTopic, ...] = (*knowledge.topics, *knowledge.out_of_scope)
    for topic in topics:
        covered = isinstance(topic, Topic)
        for viewpoint, phrasings in topic.phrasings.items():
            if without is None or not without(topic.id, viewpoint):
                for phrasing in phrasings:
                    yield _read(topic.id, phrasing, language, covered)
    for phrase in knowledge.phrases:
        for said in (*phrase.says, *phrase.like) if phrase.like else ():
            yield _read(PHRASE + phrase.id, said, language, False)
    for measure in knowledge.measure_by_id.values():
        for phrasing in measure.phrasings:
            yield _read(measure.topics[0], phrasing, language, True)


def _read(topic: str, phrasing: str, language: Language, covered: bool) -> Labelled:
    analysis = language.analyse(phrasing, correct=False)
    tokens = compared(analysis)
    return Labelled(topic, "".join(tokens), tuple(features(tokens, analysis)), covered)
