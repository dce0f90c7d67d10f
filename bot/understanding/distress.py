"""Whether a message is somebody's distress, of what kind, and by what that was heard. Pure: text in, finding out."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from bot.language.analyse import Analysis, Label, Language
from bot.language.patterns import Pattern, PatternSet, literals, parse_pattern, spots
from bot.language.scan import Scanner
from bot.language.sound import syllables
from bot.matching.features import compared, features
from bot.matching.index import Index, Labelled, build_index
from bot.matching.leaning import Leaning, fit_leaning
from bot.matching.score import rank
from bot.model.knowledge import Knowledge
from bot.model.talk import CareContent, CareKind, CareLookAlikes, CareReply, OutOfScopeTopic, Topic

_PARTS = frozenset("，。！？；、…\n")
_MARKS = re.compile("[" + "".join(_PARTS) + "]")
_RUN_ON = re.compile("[。！；…\n]")
"""Marks that part no evidence: who has little left to say writes in fragments."""

_ASKS, _ENTITLEMENT = "asks", "entitlement"
_SIGHS = ("breaking", "fear", "sleepless", "crying", "body-fear")
"""Words of care by which a sigh beside a practical question is heard."""

_EVERY = 10
"""One in so many phrasings of topics stands for all of them."""

SIGH = "overwhelmed"
"""The kind a sigh beside a practical question counts as."""


@dataclass(frozen=True, slots=True)
class CareWeights:
    """When a message counts as distress. Log odds; 0 is as often distress as not among the sentences of the content."""

    whole: float = -0.3
    part: float = 1.3
    """A part of a message alone must speak more plainly: it lacks what stands around it."""

    signal: float = 1.2
    """What evidence put together adds."""

    grave: float = 0.8
    """What speaks for danger to life before the kinds are compared: to miss it costs more than to ask too much."""

    glance: float = -2.2
    """Below this, by characters and their pairs alone, a message is not looked at any further: nearly every question."""

    shortest_part: int = 4


WEIGHTS = CareWeights()


@dataclass(frozen=True, slots=True)
class Distress:
    """A kind of distress, the log odds that it is one, the signals and words it was heard by.

    ``practical``: the message asks a practical question beside a sigh; the question is what is answered, after half a line.
    """

    kind: str
    confidence: float
    evidence: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    practical: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CareIndex:
    """Content compiled: which way each feature leans, which kind it is typical of, signals, and the words of care."""

    kinds: dict[str, CareKind]
    glance: Leaning
    leaning: Leaning
    index: Index
    signals: PatternSet
    scanner: Scanner[Label]


def build_care(
    content: CareContent,
    language: Language,
    ordinary: Iterable[str],
    *,
    without: Callable[[str, str], bool] | None = None,
) -> CareIndex:
    """Compile distress. ``ordinary`` are questions of topics, which are no distress.

    ``without(id, viewpoint)`` leaves sentences out, for measuring.
    """
    patterns = [(kind.id, _of_care(signal, content)) for kind in content.kinds for signal in kind.signals]
    scanner = _scanner(content, language, [pattern for _, pattern in patterns])
    told = list(_told(content, without))
    texts = [*(text for _, text in told), *ordinary]
    heard = [_with_words(language.analyse(text, correct=False), scanner) for text in texts]
    kinds = {kind.id: kind for kind in content.kinds}
    sides = [name in kinds for name, _ in told] + [False] * (len(texts) - len(told))
    labelled = [
        Labelled(name, "".join(compared(analysis)), tuple(_typical(analysis)))
        for (name, _), analysis in zip(told, heard, strict=False)
        if name in kinds
    ]
    glance = fit_leaning([_glanced(analysis.text) for analysis in heard], sides)
    leaning = fit_leaning([_features(analysis) for analysis in heard], sides)
    return CareIndex(kinds, glance, leaning, build_index(labelled), PatternSet(patterns), scanner)


def ordinary_questions(knowledge: Knowledge) -> tuple[str, ...]:
    """A sample of what is asked of topics, which is no distress."""
    topics: tuple[Topic | OutOfScopeTopic, ...] = (*knowledge.topics, *knowledge.out_of_scope)
    return tuple(said for topic in topics for phrasings in topic.phrasings.values() for said in phrasings)[::_EVERY]


def read_distress(analysis: Analysis, care: CareIndex, weights: CareWeights = WEIGHTS) -> Distress | None:
    """The distress a message tells of, or None: a message is heard as a whole, then part by part."""
    if not _worth_hearing(analysis.text, care, weights):
        return None
    heard = _with_words(analysis, care.scanner)
    words = tuple(dict.fromkeys(heard.ids("care")))
    evidence = tuple(care.signals.find(spots(heard, None), _RUN_ON.sub("，", heard.text))) if len(words) > 1 else ()
    extra = weights.signal * bool(evidence)
    whole = care.leaning.score(_features(heard)) + extra
    part, told = max(
        ((care.leaning.score(_features(piece)), piece) for piece in _pieces(heard, care, weights)),
        key=lambda scored: scored[0],
        default=(-math.inf, heard),
    )
    if whole <= weights.whole and part <= weights.part:
        return _sigh(words, whole)
    in_part = whole <= weights.whole
    kind = _kind(told if in_part else heard, evidence, care, weights)
    practical = in_part and _ASKS in words and not care.kinds[kind].grave
    return Distress(kind, max(whole, part), evidence, words, practical)


def words_heard(analysis: Analysis, care: CareIndex) -> tuple[str, ...]:
    """The words of care a message holds, in order."""
    return tuple(dict.fromkeys(_with_words(analysis, care.scanner).ids("care")))


def wording(distress: Distress, care: CareIndex) -> CareReply:
    """The first lines that fit what was heard."""
    replies = care.kinds[distress.kind].reply
    return next((reply for reply in replies if not set(reply.heard).isdisjoint(distress.heard)), replies[-1])


def _told(content: CareContent, without: Callable[[str, str], bool] | None) -> Iterator[tuple[str, str]]:
    every: tuple[CareKind | CareLookAlikes, ...] = (*content.kinds, *content.look_alikes)
    for told in every:
        for viewpoint, phrasings in told.phrasings.items():
            if without is None or not without(told.id, viewpoint):
                yield from ((told.id, text) for text in phrasings)


def _scanner(content: CareContent, language: Language, patterns: Iterable[Pattern]) -> Scanner[Label]:
    """Finds words of care, and what signals spell out."""
    words = [(language.standard(word), ("care", name)) for name, known in content.words.items() for word in known]
    spoken = [(word, ("literal", word)) for word in literals(patterns)]
    return Scanner([*words, *spoken], lambda word, _: len(word) > 1)


def _of_care(signal: str, content: CareContent) -> Pattern:
    """A signal, with its words of care told from the lexicon's concepts."""
    pattern = parse_pattern(signal)

    def own(labels: tuple[Label, ...]) -> tuple[Label, ...]:
        return tuple(
            ("care", name) if name in content.words and kind == "concept" else (kind, name) for kind, name in labels
        )

    return Pattern(own(pattern.parts), own(pattern.without), own(pattern.nowhere))


def _with_words(analysis: Analysis, scanner: Scanner[Label]) -> Analysis:
    """A message with the words of care among its known words."""
    edges = {0, *accumulate(map(len, analysis.tokens))}
    found = scanner.scan(analysis.text, edges)
    return replace(analysis, mentions=(*analysis.mentions, *found)) if found else analysis


def _glanced(text: str) -> list[str]:
    """Characters and their pairs: all that can be had without looking anything up."""
    pairs = [first + then for first, then in pairwise("^" + text + "$")]
    return list(dict.fromkeys([*text, *pairs]))


def _worth_hearing(text: str, care: CareIndex, weights: CareWeights) -> bool:
    """Whether a message or a part of it might tell of distress, at a glance."""
    parts = _MARKS.split(text)
    pieces = [text, *parts] if len(parts) > 1 else parts
    return any(care.glance.score(_glanced(piece)) > weights.glance for piece in pieces)


def _features(analysis: Analysis) -> list[str]:
    """What tells distress: words, character pairs, words of care and their order, characters, and pairs of sounds,
    by which a word typed with other characters is the same.
    """
    tokens = compared(analysis)
    joined = "".join(tokens)
    cares = list(dict.fromkeys(analysis.ids("care")))
    sounds = ["^", *syllables(joined), "$"]
    found = features(tokens, analysis)
    found += ["u" + ch for ch in joined]
    found += ["p" + first + second for first, second in pairwise(sounds)]
    found += ["d" + name for name in cares]
    found += [f"o{first}>{then}" for place, first in enumerate(cares) for then in cares[place + 1 :]]
    return list(dict.fromkeys(found))


def _typical(analysis: Analysis) -> list[str]:
    """What tells one kind of distress from another."""
    return [*features(compared(analysis), analysis), *("d" + name for name in dict.fromkeys(analysis.ids("care")))]


def _pieces(analysis: Analysis, care: CareIndex, weights: CareWeights) -> Iterator[Analysis]:
    """The parts of a message, one by one and two by two, if there is more than one and a glance lets it pass."""
    ends = [place for place, ch in enumerate(analysis.text) if ch in _PARTS]
    if not ends:
        return
    starts = [0, *(end + 1 for end in ends)]
    stops = [*ends, len(analysis.text)]
    for size in (1, 2):
        for first in range(len(starts) - size + 1 if len(starts) > size else 0):
            begin, stop = starts[first], stops[first + size - 1]
            said = analysis.text[begin:stop]
            if len(said) >= weights.shortest_part and care.glance.score(_glanced(said)) > weights.glance:
                yield analysis.part(begin, stop)


def _sigh(words: tuple[str, ...], score: float) -> Distress | None:
    """A sigh beside a practical question, if the message asks for what the documents give and sighs as well."""
    if _ENTITLEMENT in words and _ASKS in words and any(name in words for name in _SIGHS):
        return Distress(SIGH, score, (), words, practical=True)
    return None


def _kind(analysis: Analysis, evidence: tuple[str, ...], care: CareIndex, weights: CareWeights) -> str:
    """The kind a distress is most like."""
    prior = {name: weights.grave for name, kind in care.kinds.items() if kind.danger}
    for name in evidence:
        prior[name] = prior.get(name, 0.0) + weights.signal
    ranking = rank(_typical(analysis), "".join(compared(analysis)), care.index, prior)
    return ranking.scored[0].topic if ranking.scored else SIGH
