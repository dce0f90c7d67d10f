"""Whether a message is somebody's distress, of what kind, and by what that was heard. Pure: text in, finding out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.compiled.care import CareIndex, comparable, glanced, telling_features, typical_features, with_words
from bot.compiled.features import compared
from bot.compiled.keys import Column
from bot.language.analyse import Analysis
from bot.language.clauses import CLAUSE_MARKS
from bot.language.patterns import spots
from bot.language.questions import asks
from bot.model.talk import CareReply
from bot.understanding.topics import rank

_PARTS = CLAUSE_MARKS | frozenset("…")
_MARKS = re.compile("[" + re.escape("".join(sorted(_PARTS))) + "]")
_RUN_ON = re.compile("[。！；…\n]")
"""Marks that part no evidence: who has little left to say writes in fragments."""

_ASKS, _ENTITLEMENT = "asks", "entitlement"
_SIGHS = ("breaking", "fear", "sleepless", "crying", "body-fear")
"""Words of care by which a sigh beside a practical question is heard."""

_WORN = frozenset({"breaking", "sleepless", "crying"})
"""Words of care that are a sigh beside any question, however sure its topic is."""

_FRAME = frozenset(
    {"self", "they", "someone", "kin", "colleague", "patient", "child-voice", "now", "front-line", _ASKS, _ENTITLEMENT}
)
"""Words of care for people, places and times, and those by which a question is told."""

_EVERYDAY = _FRAME | {
    "shopping",
    "food",
    "house",
    "machine",
    "reported",
    "joy",
    "thanking",
    "missing",
    "fading",
    "infected",
    "rescue",
    "recovering",
    "guilt",
    "unreachable",
}
"""Words of care that as often belong to a plain question: none of danger to life."""

_DIE_WISH = "die-wish"
"""Words of care that no question takes the place of: 我不想活了，一天补多少."""

SIGH = "overwhelmed"
"""The kind a sigh beside a practical question counts as."""


class Practical(Enum):
    """What else a message does in which distress was heard."""

    TELLS_FACTS = "tells what a measure looks at"
    TELLS_WHO = "tells who somebody is"
    GOES_ON = "stands in a conversation on a measure"
    NOT = "neither"


@dataclass(frozen=True, slots=True)
class CareWeights:
    """When a message counts as distress. Log odds; 0 is as often distress as not among the sentences of the content."""

    whole: float = -0.6
    part: float = 1.3
    """A part of a message alone must speak more plainly: it lacks what stands around it."""

    practical: float = 1.0
    """How much it takes off that a message sounds like one to a clerk, and from where on."""

    businesslike: float = -1.0

    near: float = 15.0
    """How much it counts whether the sentences likest to a message as a whole tell of distress."""

    nearest: float = 0.15
    """What leans so far away that it would have to be nearer than this is not held against 45,000 sentences: nothing that leans
    away comes to a fifth of it."""

    signal: float = 2.5
    """What evidence put together adds."""

    grave: float = 0.8
    """What speaks for danger to life before the kinds are compared: to miss it costs more than to ask too much."""

    glance: float = -1.8
    """Below this, by characters and their pairs alone, a message is not looked at any further: nearly every question."""

    shortest_part: int = 4

    plainly: float = 1.0
    """From here on distress is plain; below it the words may mean something else, and are taken up lightly."""

    plainly_unspoken: float = 2.5
    """The same where no word of care was heard but for people and times."""

    told: float = -0.3
    """Least confidence where the words are surely of another topic: a night shift is also only a night shift."""

    plain: float = 1.5
    """Least confidence in what is plainly something else: small talk word for word, a correction, an officer asked for."""

    asked: float = 3.3
    """The same where that topic is asked about: below it the question is answered, behind half a line."""

    asked_grave: float = 2.6
    """The same for danger to life."""

    told_unspoken: float = 3.5
    """Least confidence in a message that tells what a measure looks at, where no word of care but for people and times was heard."""

    told_in_passing: float = 2.4
    """The same where words of care were heard, but none of danger to life."""

    goes_on: float = 0.3
    """Least confidence amid a conversation on a measure, where no word of care was heard."""

    sighed: float = 2.5
    """From here on half a line takes up the sigh beside a question."""


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

    def faint(self, *, plain: bool) -> bool:
        """Whether nothing was heard but who, where and when; in what is plainly something else also what is not surely distress."""
        return self.unspoken or (plain and self.confidence < WEIGHTS.plain)

    @property
    def plain(self) -> bool:
        """Whether it was said so that it hardly means anything else."""
        least = WEIGHTS.plainly_unspoken if self.unspoken else WEIGHTS.plainly
        return bool(self.evidence) or _DIE_WISH in self.heard or self.confidence >= least

    def yields(self, grave: bool) -> bool:
        """Whether it may be taken for what surrounds a question: danger to life only where no word of it was heard."""
        if self.evidence or _DIE_WISH in self.heard:
            return False
        return not grave or _EVERYDAY.issuperset(self.heard)

    @property
    def unspoken(self) -> bool:
        """Whether no word of care was heard but for who, where and when."""
        return _FRAME.issuperset(self.heard)

    def outweighed(self, practical: Practical, grave: bool) -> bool:
        """Whether what a message says besides explains it better: 户口是我自己的 after a question of schools."""
        if self.evidence or practical is Practical.NOT:
            return False
        if self.unspoken:
            return self.confidence < (WEIGHTS.goes_on if practical is Practical.GOES_ON else WEIGHTS.told_unspoken)
        return practical is Practical.TELLS_FACTS and not grave and self.confidence < WEIGHTS.told_in_passing


def read_distress(analysis: Analysis, care: CareIndex, weights: CareWeights = WEIGHTS) -> Distress | None:
    """The distress a message tells of, or None: a message is heard as a whole, then part by part."""
    if not _worth_hearing(analysis.text, care, weights):
        return None
    heard = with_words(analysis, care.scanner)
    words = tuple(dict.fromkeys(heard.ids("care")))
    evidence = _evidence(heard, care) if len(words) > 1 else ()
    whole = _leans(heard, care, weights) + weights.signal * bool(evidence)
    part, told = max(
        ((_leans(piece, care, weights), piece) for piece in _pieces(heard, care, weights)),
        key=lambda scored: scored[0],
        default=(-math.inf, heard),
    )
    near = _nearness(heard, max(whole - weights.whole, part - weights.part), care, weights)
    whole, part = whole + near, part + near
    if whole <= weights.whole and part <= weights.part:
        told_of = next((name for name in evidence if not care.kinds[name].grave), None)
        return _sigh(heard.text, words, whole, told_of)
    in_part = whole <= weights.whole
    kind = _kind(told if in_part else heard, evidence, care, weights)
    practical = in_part and _ASKS in words and asks(heard.text) and not care.kinds[kind].grave
    return Distress(kind, max(whole, part), evidence, words, practical)


def _nearness(heard: Analysis, lead: float, care: CareIndex, weights: CareWeights) -> float:
    """What the likest sentences say to it; ``lead`` is how far the words alone lie beyond what counts as distress."""
    if lead + weights.near * weights.nearest <= 0:
        return 0.0
    return weights.near * care.nearness.score(comparable(telling_features(heard)))


def _leans(heard: Analysis, care: CareIndex, weights: CareWeights) -> float:
    """How much it speaks for distress, less what speaks for a question or a statement to a clerk."""
    said = telling_features(heard)
    return care.leaning.score(said) - weights.practical * max(0.0, care.practical.score(said) - weights.businesslike)


def _evidence(heard: Analysis, care: CareIndex) -> tuple[str, ...]:
    """The kinds that evidence put together speaks for; who has little left to say runs on without marks."""
    return tuple(key.care for key in care.signals.find(spots(heard, None), _RUN_ON.sub("，", heard.text)))


def beside(distress: Distress, grave: bool, asks: bool, weights: CareWeights = WEIGHTS) -> Distress | None:
    """What is left of a distress in a message that is surely of a covered topic: itself, a sigh beside it, or nothing."""
    least = weights.told if not asks else weights.asked_grave if grave else weights.asked
    if distress.confidence >= least or (grave and _DIE_WISH in distress.heard):
        return distress
    worn = not _WORN.isdisjoint(distress.heard)
    sighed = not grave and asks and (worn or distress.confidence >= weights.sighed)
    return replace(distress, practical=True) if sighed else None


def words_heard(analysis: Analysis, care: CareIndex) -> tuple[str, ...]:
    """The words of care a message holds, in order."""
    return tuple(dict.fromkeys(with_words(analysis, care.scanner).ids("care")))


def wording(distress: Distress, care: CareIndex) -> CareReply:
    """The first lines that fit what was heard."""
    replies = care.kinds[distress.kind].reply
    return next((reply for reply in replies if not set(reply.heard).isdisjoint(distress.heard)), replies[-1])


def _worth_hearing(text: str, care: CareIndex, weights: CareWeights) -> bool:
    """Whether a message or a part of it might tell of distress, at a glance."""
    parts = _MARKS.split(text)
    pieces = [text, *parts] if len(parts) > 1 else parts
    return any(care.glance.score(glanced(piece)) > weights.glance for piece in pieces)


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
            if len(said) >= weights.shortest_part and care.glance.score(glanced(said)) > weights.glance:
                yield analysis.part(begin, stop)


def _sigh(text: str, words: tuple[str, ...], score: float, told_of: str | None) -> Distress | None:
    """A sigh beside a practical question, if the message asks for what the documents give and sighs as well, or a kind of
    distress that evidence tells of: 我老公牺牲了，烈士怎么申报.
    """
    puts_question = _ENTITLEMENT in words and (_ASKS in words or asks(text))
    if puts_question and told_of is not None:
        return Distress(told_of, score, (told_of,), words, practical=True)
    if puts_question and any(name in words for name in _SIGHS):
        return Distress(SIGH, score, (), words, practical=True)
    return None


def _kind(analysis: Analysis, evidence: tuple[str, ...], care: CareIndex, weights: CareWeights) -> str:
    """The kind a distress is most like."""
    prior = {Column("topic", name): weights.grave for name, kind in care.kinds.items() if kind.danger}
    for name in evidence:
        column = Column("topic", name)
        prior[column] = prior.get(column, 0.0) + weights.signal
    ranking = rank(typical_features(analysis), "".join(compared(analysis)), care.index, prior)
    return ranking.scored[0].column.id if ranking.scored else SIGH
