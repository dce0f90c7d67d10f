"""Knowledge made ready to answer from: one immutable object, swapped as a whole on reload."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Protocol, TypeVar

from bot.compiled.care import CareIndex, Ordinary, build_care, idle_talk, ordinary_questions
from bot.compiled.closed_region import Card, ClosedRegion, card_of
from bot.compiled.covering import fit_covering
from bot.compiled.features import compared, features
from bot.compiled.hints import gathered, hints_of, pointers_of
from bot.compiled.index import Index, Labelled, build_index
from bot.compiled.keys import Column, Hint, OptionKey, PartKey, SideKey
from bot.compiled.leaning import Leaning
from bot.compiled.point_words import Weighted, point_words
from bot.compiled.vocabulary import cue_patterns, cues_of, places_of_regions, words_of, words_of_region
from bot.compiled.weights import CARE_WEIGHTS, WEIGHTS, CareWeights, Weights
from bot.language.analyse import Label, Language
from bot.language.particles import bare
from bot.language.patterns import Pattern, PatternSet, literals, parse_pattern
from bot.language.signals import SILENT, Signal
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure
from bot.model.talk import Facet, OutOfScopeTopic, Phrase, Topic


class Origin:
    """Stands for a snapshot and all views of it."""


T = TypeVar("T")
PatternKey = OptionKey | PartKey | SideKey

OVERVIEW = "entitlements-overview"
"""The one topic id the program knows: asking for everything one is entitled to."""

ABREAST = 2
"""Regions that are looked at together while it is not known where somebody is; of more, one is asked for."""

_SHARED = (
    "facet_by_id", "topic_by_id", "outside_by_id", "side_words", "introducing", "introductory", "shows_staff", "sought_by_staff", "signs",
    "outside_cases", "verbatim", "places", "narrower", "placed", "cards", "pointed", "origin",
)  # fmt: skip
"""What is worked out of content that belongs to no region: a view has it of the snapshot it is a view of."""

_VIEWS = 32
"""Views kept at a time; the one used longest ago goes first."""

_FAMILY = "kin-"
"""Concepts of the lexicon with this opening are words for members of a family."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Tells content apart by what is compiled of it: each is equal for knowledge of which that part is the same.

    ``words`` by which phrasings are cut, what is ``asked``, what tells of distress (``care``, against ``ordinary`` questions), and all
    that is heard by patterns and belongs to no region (``common``). ``written`` is what authors wrote that belongs to no region, by the
    field of ``Knowledge`` in which it is.
    """

    words: str
    asked: str
    care: str
    ordinary: Ordinary
    common: str
    written: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """What is compiled of everything that is asked."""

    index: Index
    covering: Leaning


class Keep(Protocol):
    """Gives what was computed before under this name from the same content, or computes it; reading is faster than compiling."""

    def __call__(self, name: str, content: str, compute: Callable[[], T], /) -> T: ...


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """All a turn reads. Nothing in it changes after it is built, save that views of it are kept.

    ``everywhere`` are all regions there are; ``knowledge`` has the same, or, in a view, only those that are looked at.
    """

    knowledge: Knowledge
    language: Language
    index: Index
    care: CareIndex
    covering: Leaning
    patterns: PatternSet[PatternKey]
    signals: Mapping[str, Signal]
    phrases: Mapping[str, Phrase]
    version: str
    weights: Weights = WEIGHTS
    care_weights: CareWeights = CARE_WEIGHTS
    everywhere: tuple[RegionKnowledge, ...] = ()

    def seen_from(self, regions: Collection[str]) -> Snapshot:
        """This snapshot with these regions alone: what another region's document says, names or asks for is not in it.

        Places of all regions are still known, so that somebody who names one is understood.
        """
        wanted = frozenset(regions)
        if not self.crowded and wanted >= self.knowledge.region_by_id.keys():
            return self
        view = self._views.pop(wanted, None) or self._view(wanted)
        surplus = len(self._views) - _VIEWS + 1
        for oldest in list(self._views)[: max(surplus, 0)]:
            self._views.pop(oldest, None)
        self._views[wanted] = view
        return view

    @property
    def crowded(self) -> bool:
        """Whether there are too many regions to look at all of them: who is nowhere known is answered from their cards."""
        return len(self.everywhere) > ABREAST

    @property
    def in_sight(self) -> tuple[RegionKnowledge, ...]:
        """The regions this is seen from; all there are, where it is seen from none."""
        return self.knowledge.regions or self.everywhere

    @cached_property
    def _views(self) -> dict[frozenset[str], Snapshot]:
        return {}

    def drop_a_view(self) -> bool:
        """Let go of one view that is kept; whether there was one. All of them at once take as long as several answers."""
        views = self._views
        return bool(views) and views.pop(next(iter(views)), None) is not None

    def _view(self, regions: frozenset[str]) -> Snapshot:
        knowledge, known = self.knowledge.only(regions), self.cues
        cues = [known.get(part.region.id) or _cues(part) for part in knowledge.regions]
        words, patterns = _words_of_regions(knowledge.regions, cues), _heard(self.common_patterns, cues)
        view = replace(self, knowledge=knowledge, language=self.placed.knowing(words), patterns=patterns)
        view.__dict__.update((name, getattr(self, name)) for name in _SHARED)
        return view

    def wider(self, region: str | None) -> list[RegionKnowledge]:
        """The regions a region lies in, the nearest first."""
        found: list[RegionKnowledge] = []
        part = self.places.get(region or "")
        while part is not None and part not in found:
            part = self.places.get(part.region.within or "")
            found += [part] if part is not None and part not in found else []
        return found

    def has_answer(self, topic: str, region: str) -> bool:
        """Whether a region's document covers a topic, or that of a wider one."""
        return any((topic, known) in self.answers for known in (region, *(part.region.id for part in self.wider(region))))

    @cached_property
    def narrower(self) -> dict[str | None, tuple[RegionKnowledge, ...]]:
        """The regions that lie right within each; within none: those that lie in no other."""
        found: dict[str | None, list[RegionKnowledge]] = defaultdict(list)
        for part in self.everywhere:
            found[part.region.within].append(part)
        return {region: tuple(parts) for region, parts in found.items()}

    @cached_property
    def placed(self) -> Language:
        """The reader that knows the places of all regions there are, and nothing else of them."""
        return self.language if self.crowded else self.language.shared.knowing(places_of_regions(self.everywhere))

    @property
    def common_patterns(self) -> PatternSet[PatternKey]:
        """What is heard by patterns and belongs to no region."""
        return self.patterns.besides[0]

    @property
    def cues(self) -> dict[str, PatternSet[PatternKey]]:
        """What is heard by patterns of the parts of each region's measures, by region; of many regions, none is at hand."""
        return dict(zip((part.region.id for part in self.knowledge.regions), self.patterns.besides[1:], strict=False))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """What is at hand of every region there is."""
        facts = self.definitions
        return tuple(part.card if isinstance(part, ClosedRegion) else card_of(part, facts) for part in self.everywhere)

    @cached_property
    def pointed(self) -> dict[Hint, frozenset[str]]:
        """Topics that something said points to in any region."""
        return gathered(pair for pointed in {card.pointed for card in self.cards} for pair in pointed)

    @cached_property
    def origin(self) -> Origin:
        """The same for this snapshot and all views of it."""
        return Origin()

    @cached_property
    def places(self) -> dict[str, RegionKnowledge]:
        """All regions there are, by id."""
        return {part.region.id: part for part in self.everywhere}

    def __getstate__(self) -> dict[str, object]:
        """What is kept or sent of it: neither views nor what was worked out of it since."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

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
        """Words by which a side of a topic is asked for; they name no topic. What keeps a side from being heard may: !热线."""
        sides = (pattern for key, pattern in self.common_patterns.entries() if isinstance(key, SideKey))
        parts = (part for pattern in sides for part in pattern.parts)
        return frozenset(word for kind, word in parts if kind == "literal")

    @cached_property
    def introducing(self) -> tuple[Label, ...]:
        """Words by which people say who they are."""
        says = (pattern for fact in self.knowledge.facts for pattern in fact.introduces)
        return tuple(dict.fromkeys(part for pattern in says for part in parse_pattern(pattern).parts))

    @cached_property
    def introductory(self) -> frozenset[str]:
        """Facts that people state by saying who they are."""
        said, stated = set(self.introducing), self.common_patterns.entries()
        return frozenset(key.fact for key, says in stated if isinstance(key, OptionKey) and not said.isdisjoint(says.parts))

    @cached_property
    def shows_staff(self) -> tuple[Pattern, ...]:
        """How people show that somebody is the one the documents are written for."""
        return tuple(parse_pattern(says) for fact in self.knowledge.facts for says in fact.shown_by)

    @cached_property
    def sought_by_staff(self) -> tuple[Pattern, ...]:
        """What only those ask for whom the documents are written for."""
        return tuple(parse_pattern(says) for fact in self.knowledge.facts for says in fact.sought_by)

    @cached_property
    def signs(self) -> PatternSet[Column]:
        """What alone makes a question one outside the documents."""
        topics = self.knowledge.out_of_scope
        return PatternSet((Column("outside", topic.id), parse_pattern(sign)) for topic in topics for sign in topic.signs)

    @cached_property
    def outside_cases(self) -> PatternSet[tuple[str, int]]:
        """How people speak of one of the matters that a topic outside the documents takes together, by topic and place."""
        cases = ((topic.id, n, case) for topic in self.knowledge.out_of_scope for n, case in enumerate(topic.cases))
        return PatternSet(((topic, n), parse_pattern(says)) for topic, n, case in cases for says in case.says)

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
    def carded(self) -> frozenset[str]:
        """Ids of the measures a family would want to be told of: written for them too, and giving something."""
        words = {word for name, said in self.knowledge.lexicon.concepts.items() if name.startswith(_FAMILY) for word in said}
        measures = self.knowledge.measure_by_id.values()
        return frozenset(m.id for m in measures if m.entitlements and any(len(w) > 1 and w in m.audience for w in words))

    @cached_property
    def hints(self) -> dict[Hint, frozenset[str]]:
        """Topics that something said points to."""
        return hints_of(self.knowledge) if self.knowledge.regions else self.pointed

    @cached_property
    def pointers_of(self) -> dict[str, dict[Hint, frozenset[str]]]:
        """What a measure can be told by, and for which of its topics, by measure."""
        return pointers_of(self.knowledge)

    @cached_property
    def verbatim(self) -> dict[str, str]:
        """The covered topic of each phrasing, by what is compared of it."""
        columns = zip(self.index.topics, self.index.phrasings, strict=True)
        return {text: column.id for column, texts in columns if column.kind == "topic" for text in texts}

    @cached_property
    def own_phrasings(self) -> tuple[tuple[str, Measure], ...]:
        """Ways of asking for one measure of one region, by what is compared of them."""
        measures = self.knowledge.measure_by_id.values()
        return tuple((_read(says, self.language)[0], measure) for measure in measures for says in measure.phrasings)

    @cached_property
    def point_words(self) -> dict[str, dict[str, Weighted]]:
        """By measure and feature: the points that say it, each weighted by how few of its region's points do.

        Regions that are looked at together have what each has alone: words of another region are no features.
        """
        if not self.crowded and len(self.knowledge.regions) > 1:
            alone = [self.seen_from((part.region.id,)) for part in self.knowledge.regions]
            return {measure: words for view in alone for measure, words in view.point_words.items()}
        said = ({(m.id, p.id): self._features(p.text) for m in part.measures for p in m.points} for part in self.knowledge.regions)
        return {measure: words for points in said for measure, words in point_words(points).items()}

    def _features(self, text: str) -> tuple[str, ...]:
        return _read(text, self.language)[1]

    def signal(self, name: str) -> Signal:
        """The signal with this id; one that is never heard, if no author wrote it down."""
        return self.signals.get(name, SILENT)

    @cached_property
    def document_year(self) -> int | None:
        """The year the documents speak of: a date without a year means theirs, not today's."""
        return max((part.region.document.year for part in self.in_sight), default=None)

    @cached_property
    def document_years(self) -> frozenset[int]:
        """The years the documents are of."""
        return frozenset(part.region.document.year for part in self.in_sight)

    def regions_for(self, topic: str) -> list[RegionKnowledge]:
        """Regions whose document covers a topic."""
        return [part for part in self.knowledge.regions if topic in part.topics]


def build_snapshot(
    knowledge: Knowledge,
    *,
    language: Language | None = None,
    keep: Keep = lambda _name, _content, compute: compute(),
    contents: Contents | None = None,
) -> Snapshot:
    """Compile knowledge (seconds: every phrasing is read once).

    ``language`` reuses a tokenizer whose words are the same. Distress is kept apart: most changes of the content leave it as it is.
    ``contents`` are the knowledge's, where they are known already.
    """
    contents = contents or contents_of(knowledge)
    language = (language or keep("language", contents.words, lambda: build_language(knowledge))).shared
    abreast = knowledge.regions if len(knowledge.regions) <= ABREAST else ()
    cues = [_cues(part) for part in abreast]
    placed = language.knowing(places_of_regions(knowledge.regions))
    compiled, care = compile_asked(knowledge, contents, language, keep), compile_care(knowledge, contents, language, keep)
    said = [(said, phrase) for phrase in knowledge.phrases for said in (*phrase.like, *phrase.says)]
    return Snapshot(
        knowledge=knowledge,
        language=placed.knowing(_words_of_regions(abreast, cues)) if abreast else placed,
        index=compiled.index,
        care=care,
        covering=compiled.covering,
        patterns=_heard(PatternSet(_common_patterns(knowledge)), cues),
        signals={signal.id: Signal(signal.says, language.standard) for signal in knowledge.signals},
        phrases={bare(language.standard(text)): phrase for text, phrase in said},
        version=_digest(contents.written, [region_key(part) for part in knowledge.regions])[:12],
        everywhere=knowledge.regions,
    )


def compile_asked(knowledge: Knowledge, contents: Contents, language: Language, keep: Keep) -> Compiled:
    """What is asked, compiled: the longer half."""

    def compute() -> Compiled:
        labelled = list(_labelled(knowledge, language))
        idle = (_read(text, language)[1] for text in idle_talk(knowledge.care))
        return Compiled(build_index(labelled), fit_covering(labelled, idle))

    return keep("asked", contents.asked, compute)


def compile_care(knowledge: Knowledge, contents: Contents, language: Language, keep: Keep) -> CareIndex:
    """What tells of distress, compiled. What is kept has its own copy of the content: one is enough."""
    content = knowledge.care
    care = keep("care", contents.care, lambda: build_care(content, language, contents.ordinary))
    return replace(care, kinds={kind.id: kind for kind in content.kinds}, roles=content.roles)


def contents_of(knowledge: Knowledge) -> Contents:
    """What tells a knowledge's content apart. It goes through every phrasing there is: whoever needs it twice keeps it."""
    words, ordinary = _shared_words(knowledge), ordinary_questions(knowledge)
    written = {name: _digest(getattr(knowledge, name)) for name in type(knowledge).model_fields if name != "regions"}
    asked = _digest(words, *(written[name] for name in ("topics", "out_of_scope", "phrases", "care")))
    care, common = _digest(words, written["care"], ordinary), _digest(written["facts"], written["facets"])
    return Contents(words, asked, care, ordinary, common, written)


def region_key(part: RegionKnowledge) -> str:
    """Equal for regions of the same content."""
    return part.digest if isinstance(part, ClosedRegion) else _digest(part)


def cues_key(part: RegionKnowledge) -> str:
    """Equal for regions whose measures are told apart by the same cues."""
    return _digest([cue for measure in part.measures for cue in cues_of(measure)])


def _cues(part: RegionKnowledge) -> PatternSet[PatternKey]:
    """What is heard by patterns of the parts of a region's measures."""
    return PatternSet(cue_patterns(part.measures))


def _heard(common: PatternSet[PatternKey], cues: Iterable[PatternSet[PatternKey]]) -> PatternSet[PatternKey]:
    """Everything that is heard by patterns: first what belongs to no region, then of each region."""
    return PatternSet((), (common, *cues))


def _common_patterns(knowledge: Knowledge) -> Iterator[tuple[PatternKey, Pattern]]:
    """What is heard by patterns and belongs to no region: facts, sides."""
    for fact in knowledge.facts:
        for option in fact.options:
            yield from ((OptionKey(fact.id, option.id), parse_pattern(says)) for says in option.says)
    yield from ((SideKey(facet.id), parse_pattern(says)) for facet in knowledge.facets for says in facet.says)


def build_language(knowledge: Knowledge) -> Language:
    """The reader of messages for this knowledge's words."""
    lexicon = knowledge.lexicon
    return Language(lexicon.concepts, lexicon.rewrites, words_of(knowledge), lexicon.as_typed, lexicon.at_work)


def language_key(knowledge: Knowledge, contents: Contents) -> str:
    """Equal for knowledge whose language can be shared: same lexicon, places, names and cues."""
    parts, places = knowledge.regions, set(places_of_regions(knowledge.regions))
    abreast = [(sorted(set(words_of_region(part))), cues_key(part)) for part in parts] if len(parts) <= ABREAST else []
    return _digest(contents.words, sorted(places), abreast)


def _words_of_regions(parts: Iterable[RegionKnowledge], cues: Iterable[PatternSet[PatternKey]]) -> Iterator[tuple[str, Label]]:
    yield from (word for part in parts for word in words_of_region(part))
    said = dict.fromkeys(literals(pattern for own in cues for _, pattern in own.entries()))  # most come again with every cue
    yield from ((word, ("literal", word)) for word in said)


def _shared_words(knowledge: Knowledge) -> str:
    """Equal for knowledge whose phrasings are cut into the same words."""
    return _digest(knowledge.lexicon, sorted(set(words_of(knowledge))))


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _labelled(knowledge: Knowledge, language: Language) -> Iterator[Labelled]:
    topics: tuple[Topic | OutOfScopeTopic, ...] = (*knowledge.topics, *knowledge.out_of_scope)
    for topic in topics:
        column = Column("topic" if isinstance(topic, Topic) else "outside", topic.id)
        for phrasings in topic.phrasings.values():
            yield from (Labelled(column, *_read(phrasing, language)) for phrasing in phrasings)
    for phrase in knowledge.phrases:
        said = (*phrase.says, *phrase.like) if phrase.like else ()
        yield from (Labelled(Column("phrase", phrase.id), *_read(text, language)) for text in said)


def _read(phrasing: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """A phrasing's compared text and its features."""
    analysis = language.analyse(phrasing, correct=False)
    tokens = compared(analysis)
    return "".join(tokens), tuple(features(tokens, analysis))
