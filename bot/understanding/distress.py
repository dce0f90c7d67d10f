"""Whether a message is somebody's distress, of what kind, and by what that was heard. Pure: text in, finding out."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.compiled.care import CareIndex, Sounding, comparable, glanced, telling_features, typical_features
from bot.compiled.features import compared
from bot.compiled.keys import Column
from bot.compiled.weights import CARE_WEIGHTS, CareWeights
from bot.language.analyse import Analysis
from bot.language.clauses import CLAUSE_MARKS, Stretch
from bot.language.particles import STRESSING
from bot.language.patterns import Spots, spots
from bot.language.questions import asks, without_asking_leave
from bot.language.speech import without_asking_at_home
from bot.model.talk import CareKind, CareReply, CareRoles
from bot.understanding.topics import rank

_PARTS = CLAUSE_MARKS | frozenset("…")
_MARKS = re.compile("[" + re.escape("".join(sorted(_PARTS))) + "]")
_RUN_ON = re.compile("[。！；…\n]")
"""Marks that part no evidence: who has little left to say writes in fragments."""

_SEVERAL = 2

_FEW = 6
"""Characters up to which a message without a word of care hardly says what it is of."""

SIGH = "overwhelmed"
"""The kind a sigh beside a practical question counts as."""

FEAR = "worried"
"""The kind of who fears for somebody: also who asks what will be if they die."""

GRIEF = "bereaved"
"""The kind that is answered with condolences."""


class Practical(Enum):
    """What else a message does in which distress was heard."""

    TELLS_FACTS = "tells what a measure looks at"
    TELLS_WHO = "tells who somebody is"
    GOES_ON = "stands in a conversation on a measure"
    NOT = "neither"


_NO_ROLES = CareRoles()


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
    roles: CareRoles = _NO_ROLES
    """What the words heard are taken for."""

    def faint(self, weights: CareWeights, *, plain: bool) -> bool:
        """Whether nothing was heard but who, where and when; in what is plainly something else also what is not surely distress."""
        return self.unspoken or (plain and self.confidence < weights.plain)

    def plain(self, weights: CareWeights) -> bool:
        """Whether it was said so that it hardly means anything else."""
        least = weights.plainly_unspoken if self.unspoken else weights.plainly
        return bool(self.evidence) or self.told_of(self.roles.deadly) or self.confidence >= least

    def yields(self, grave: bool) -> bool:
        """Whether it may be taken for what surrounds a question: danger to life only where no word of it was heard."""
        if self.evidence or self.told_of(self.roles.deadly):
            return False
        return not grave or {*_everyday(self.roles), *self.roles.signs}.issuperset(self.heard)

    @property
    def only_names(self) -> bool:
        """Whether all that was heard is who is spoken of, and no trouble of theirs: 我不跟她住."""
        return not self.evidence and set(self.roles.frame).issuperset(self.heard)

    def leaving(self, weights: CareWeights) -> bool:
        """Whether it is so faint, and no word of danger to life heard, that behind thanks or a good-bye it is a good-night."""
        return not self.evidence and not self.told_of(self.roles.deadly) and self.confidence < weights.leaving

    def faint_beside_a_name(self, weights: CareWeights) -> bool:
        """Whether it is so faint, and tells of no death nor danger to life, that the matter a message names explains it better."""
        spoken = self.evidence or self.told_of((*self.roles.deadly, *self.roles.grief))
        return not spoken and self.confidence < weights.beside_a_name

    @property
    def unspoken(self) -> bool:
        """Whether no word of care was heard but for who, where and when."""
        return set(self.roles.frame).issuperset(self.heard)

    @property
    def tells_how_one_is(self) -> bool:
        """Whether a word of a feeling, of dying, of parting or of a death was heard."""
        roles = self.roles
        return self.told_of((*roles.sighs, *roles.worn, *roles.heavy, *roles.deadly, *roles.grief))

    def told_of(self, words: Collection[str]) -> bool:
        """Whether one of these words of care was heard."""
        return not set(words).isdisjoint(self.heard)

    def outweighed(self, practical: Practical, grave: bool, weights: CareWeights) -> bool:
        """Whether what a message says besides explains it better: 户口是我自己的 after a question of schools."""
        if self.evidence or practical is Practical.NOT:
            return False
        if self.unspoken:
            return self.confidence < (weights.goes_on if practical is Practical.GOES_ON else weights.told_unspoken)
        return practical is Practical.TELLS_FACTS and not grave and self.confidence < weights.told_in_passing


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What speaks for distress in a message: as a ``whole``, and in the ``told`` part that speaks for it most; log odds.

    ``near`` is what the likest sentences add to both, ``lightly`` what a laugh takes off.
    """

    heard: Analysis
    words: tuple[str, ...]
    evidence: tuple[str, ...]
    whole: float
    part: float
    told: Analysis
    near: float
    lightly: float

    @property
    def confidence(self) -> float:
        """Log odds of the whole or of a part, whichever is surer."""
        return max(self.whole, self.part)

    @property
    def spoken(self) -> frozenset[str]:
        """All words of care heard, those that weigh nothing too."""
        return frozenset((*self.words, *self.heard.ids("plain")))


def read_distress(
    sounding: Sounding, care: CareIndex, asking: Sequence[Stretch] = (), weights: CareWeights = CARE_WEIGHTS
) -> Distress | None:
    """The distress a message tells of, or None: a message is heard as a whole, then part by part.

    ``asking`` are its clauses that ask. A part has to speak the more plainly, the less the rest tells of distress that asks nothing.
    """
    hearing = _hearing(sounding, care, weights)
    if hearing is None:
        return None
    if not _is_distress(hearing, asking, care, weights):
        told_of = next((name for name in hearing.evidence if not care.kinds[name].grave), None)
        return _sigh(hearing.heard.text, hearing.words, hearing.whole, told_of, care.roles)
    kind = None if _speaks_only_of_people(hearing, care.roles, weights) else _kind_of(hearing, care, weights)
    if kind is None or (kind.grave and _by_a_word_alone(hearing, care.roles, weights)):
        return None
    asked = not set(care.roles.asks).isdisjoint(hearing.words) and asks(without_asking_at_home(hearing.heard.text))
    practical = _in_part(hearing, weights) and asked and not kind.grave
    return Distress(kind.id, hearing.confidence, hearing.evidence, hearing.words, practical, care.roles)


def told_plainly(sounding: Sounding, care: CareIndex, weights: CareWeights = CARE_WEIGHTS) -> Distress | None:
    """What a message tells so that nothing beside it makes it less: who is where, whose work it is, which measure is asked of.

    Of several kinds the one with danger to life at hand.
    """
    heard = sounding.analysis
    names = [key.care for key in care.plainly.find(sounding.where, heard.text)]
    if not names:
        return None
    name = next((name for name in names if care.kinds[name].danger), names[0])
    words = tuple(dict.fromkeys([*heard.ids("plain"), *sounding.words]))
    return Distress(name, weights.plainly, (name,), words, roles=care.roles)


def _hearing(sounding: Sounding, care: CareIndex, weights: CareWeights) -> _Hearing | None:
    """What speaks for distress in a message; None where a glance shows that nothing does."""
    words = sounding.words
    if not set(care.roles.deadly).isdisjoint(words):  # leave to die is asked of nobody: the wish is what is said
        sounding = _without_asking_leave(sounding)
    heard = sounding.analysis
    evidence = _evidence(sounding.where, heard.text, care) if len(words) > 1 else ()
    if not evidence and not _worth_hearing(heard.text, care, weights):
        return None
    whole = _leans(sounding.telling, care, weights) + weights.signal * bool(evidence) + weights.outcry * _only_cries_out(heard, care.roles)
    part, told = max(
        (
            (_leans(telling_features(piece), care, weights) + weights.signal * _holds(piece, evidence, care), piece)
            for piece in _pieces(heard, care, weights)
        ),
        key=lambda scored: scored[0],
        default=(-math.inf, heard),
    )
    near = _nearness(sounding.telling, max(whole - weights.whole, part - weights.part), care, weights)
    lightly = weights.lightly * (not evidence and _lightly(sounding, care))
    told_plainly = not {*care.roles.deadly, *care.roles.grief}.isdisjoint(words)
    against = max(near, near * weights.near_part) if told_plainly or evidence else near
    near = against if evidence else near
    return _Hearing(heard, words, evidence, whole + near - lightly, part + against - lightly, told, near, lightly)


def _is_distress(hearing: _Hearing, asking: Sequence[Stretch], care: CareIndex, weights: CareWeights) -> bool:
    """Whether a message as a whole, or a part of it by itself, tells of distress plainly enough."""
    if not _in_part(hearing, weights):
        return True
    if hearing.part > weights.plainly and not set(care.roles.deadly).isdisjoint(hearing.told.ids("care")):
        return True  # 钱有什么用，不想活了: nothing that stands around it drowns a plain word of dying
    near = hearing.near - hearing.lightly
    return hearing.part > weights.part + _drowned(hearing.heard, hearing.whole, near, asking, care, weights)


def _in_part(hearing: _Hearing, weights: CareWeights) -> bool:
    """Whether only a part of a message may tell of distress."""
    return hearing.whole <= weights.whole


def _speaks_only_of_people(hearing: _Hearing, roles: CareRoles, weights: CareWeights) -> bool:
    """Whether it says whom one speaks of, and no word of how they are: 我闺女说我上班像捉迷藏."""
    least = weights.unspoken_short if len(hearing.heard.text) <= _FEW else weights.unspoken
    faint = not hearing.evidence and hearing.confidence < least
    return faint and frozenset(roles.frame).issuperset(hearing.words)


def _kind_of(hearing: _Hearing, care: CareIndex, weights: CareWeights) -> CareKind | None:
    """The kind of distress it is; None for what only sounds hurried: 马上给？不用等？, 就先到这，那头喊抬人.

    Danger at hand takes a word of it, of whatever is not everyday; the wish to be gone needs none: 少一个地球也照转.
    """
    named = bool(hearing.evidence) or not _everyday(care.roles).issuperset(hearing.words)
    scrap = len(hearing.heard.text) < weights.shortest_part  # 在外面: where somebody is, and nothing else
    spoken = named or (hearing.confidence >= weights.plainly_unspoken and not scrap)
    likely = _likely(hearing.told if _in_part(hearing, weights) else hearing.heard, hearing.evidence, care, weights)
    first = likely[0] if likely else None
    likely = [kind for kind in likely if _may_be(kind, hearing, care.roles)]
    heavy = {*care.roles.heavy, *care.roles.deadly}
    if first is not None and _lacks_its_words(first, hearing) and heavy.isdisjoint(hearing.words):
        likely = [kind for kind in likely if not kind.grave]  # 妈妈对不起，碗摔了: that no child is heard makes it no danger
    if not spoken and likely and likely[0].grave and not feels(hearing.words, care.roles):
        wish = not likely[0].danger and hearing.confidence >= weights.wish_unspoken
        return likely[0] if wish else None
    told = next((kind for kind in likely if spoken or not kind.danger), None) or care.kinds[SIGH]
    if not told.grave and not set(care.roles.deadly).isdisjoint(hearing.words):
        return _wish_to_die(care) or told
    return told


def _wish_to_die(care: CareIndex) -> CareKind | None:
    """The kind of who says in plain words that they wish to die, however worn or worried they also sound."""
    return next((kind for kind in care.kinds.values() if kind.of_others is not None and not kind.danger), None)


def _may_be(kind: CareKind, hearing: _Hearing, roles: CareRoles) -> bool:
    """Whether a kind is none that the words heard rule out: 我妈妈 is said by grown-ups too, and of somebody who died (同事走了) nothing
    is to be done in a hurry.
    """
    if not hearing.spoken.isdisjoint(kind.not_with) or _lacks_its_words(kind, hearing):
        return False
    if kind.danger and kind.id not in hearing.evidence and hearing.spoken.isdisjoint(roles.deadly):
        told = set(hearing.words).difference(_everyday(roles))
        return not told or not told.issubset(roles.grief)
    return True


def _lacks_its_words(kind: CareKind, hearing: _Hearing) -> bool:
    """Whether a kind takes one of its own words, and neither one nor evidence of it was heard: grown-ups say 我妈妈 too."""
    if not kind.only_with or kind.id in hearing.evidence:
        return False
    return hearing.spoken.isdisjoint(kind.only_with) and hearing.spoken.isdisjoint(kind.not_with)


def _by_a_word_alone(hearing: _Hearing, roles: CareRoles, weights: CareWeights) -> bool:
    """Whether danger to life was heard by a single word, in a message that leans to it too little: 跳绳的绳子断了, 有人留言."""
    if hearing.evidence or not set(roles.deadly).isdisjoint(hearing.words):
        return False
    if _words_of_danger(hearing.heard, roles) >= _SEVERAL:
        return False
    heavy = not set(roles.heavy).isdisjoint(hearing.words)
    return hearing.confidence < (weights.one_heavy_word if heavy else weights.one_word)


def everyday_lean(sounding: Sounding, care: CareIndex, weights: CareWeights = CARE_WEIGHTS) -> float:
    """How far a message leans away from distress, as a whole, by its words and by the likest sentences."""
    near = weights.near * care.nearness.score(comparable(sounding.telling))
    return -(_leans(sounding.telling, care, weights) + near)


def is_idle(sounding: Sounding, care: CareIndex, least: float) -> bool:
    """Whether it sounds, by ``least``, like what people tell one another, and not like what a clerk is asked or told."""
    return care.practical.score(sounding.telling) <= least


def puts_a_question(
    sounding: Sounding, asking: Sequence[Stretch], care: CareIndex, least: float, weights: CareWeights = CARE_WEIGHTS
) -> bool:
    """Whether a clause that asks leans so far away from distress: 谁都不想见 asks nobody anything."""
    return bool(_questions(sounding.analysis, asking, care, least, weights))


def _questions(
    heard: Analysis, asking: Sequence[Stretch], care: CareIndex, least: float, weights: CareWeights
) -> list[Stretch]:
    """Of the clauses that ask, those that sound like a question to a clerk."""
    return [stretch for stretch in asking if _leans(telling_features(heard.part(*stretch)), care, weights) <= least]


def _drowned(
    heard: Analysis, whole: float, near: float, asking: Sequence[Stretch], care: CareIndex, weights: CareWeights
) -> float:
    """How much plainer a part must speak because what stands around it, questions aside, does not tell of distress."""
    asked = _questions(heard, asking, care, weights.question, weights)
    around = max(whole, _leans(telling_features(heard.without(asked)), care, weights) + near) if asked else whole
    return weights.drowned * max(0.0, weights.whole - around)


def _nearness(telling: Collection[str], lead: float, care: CareIndex, weights: CareWeights) -> float:
    """What the likest sentences say to it; ``lead`` is how far the words alone lie beyond what counts as distress."""
    if lead + weights.near * weights.nearest <= 0:
        return 0.0
    return weights.near * care.nearness.score(comparable(telling))


def _leans(telling: Iterable[str], care: CareIndex, weights: CareWeights) -> float:
    """How much it speaks for distress, less what speaks for a question or a statement to a clerk."""
    rows = care.leaning.rows(telling)
    return care.leaning.weigh(rows) - weights.practical * max(0.0, care.practical.weigh(rows) - weights.businesslike)


def _evidence(where: Spots, text: str, care: CareIndex) -> tuple[str, ...]:
    """The kinds that evidence put together speaks for; who has little left to say runs on without marks."""
    return tuple(key.care for key in care.signals.find(where, _RUN_ON.sub("，", text)))


def _lightly(sounding: Sounding, care: CareIndex) -> bool:
    """Whether it is told with a laugh, as a joke or as healed long ago, and no word of it tells of dying or of parting."""
    if not {*care.roles.heavy, *care.roles.deadly}.isdisjoint(sounding.words):
        return False
    return bool(care.lightly.find(sounding.where, _RUN_ON.sub("，", sounding.analysis.text)))


def _without_asking_leave(sounding: Sounding) -> Sounding:
    """A message without the words that ask leave at its end: 我不活了，行吗."""
    text = sounding.analysis.text
    left = without_asking_leave(text)
    return sounding if left == text else Sounding(sounding.analysis.part(0, len(left)))


def _only_cries_out(heard: Analysis, roles: CareRoles) -> bool:
    """Whether a message holds nothing but that somebody breaks down: 真崩溃了; 系统崩溃了 is of a machine."""
    cries = [found for found in heard.mentions if found.label[0] == "care" and found.label[1] in roles.outcry]
    covered = {place for found in cries for place in range(found.start, found.end)}
    besides = (ch for place, ch in enumerate(heard.text) if ch.isalnum() and place not in covered)
    return bool(cries) and all(ch in STRESSING for ch in besides)


def _holds(piece: Analysis, evidence: tuple[str, ...], care: CareIndex) -> bool:
    """Whether what a whole message tells together stands in one part of it."""
    return bool(evidence) and not set(evidence).isdisjoint(_evidence(spots(piece, None), piece.text, care))


def beside(distress: Distress, grave: bool, asks: bool, weights: CareWeights = CARE_WEIGHTS) -> Distress | None:
    """What is left of a distress in a message that is surely of a covered topic: itself, a sigh beside it, or nothing."""
    least = weights.told if not asks else weights.asked_grave if grave else weights.asked
    if distress.confidence >= least or (grave and distress.told_of(distress.roles.deadly)):
        return distress
    return half_a_line(distress, weights) if asks and not grave else None


def half_a_line(distress: Distress, weights: CareWeights) -> Distress | None:
    """Distress as what is said before the answer to a question: a sigh, if one was heard; condolences only where somebody died, and
    nothing where all that was heard is who is spoken of.
    """
    if distress.unspoken:
        return None
    mourned = distress.told_of(distress.roles.grief)
    if not (mourned or distress.told_of(distress.roles.worn) or distress.confidence >= weights.sighed):
        return None
    kind = SIGH if distress.kind == GRIEF and not mourned else distress.kind
    return replace(distress, kind=kind, practical=True)


def is_said_lightly(sounding: Sounding, care: CareIndex) -> bool:
    """Whether a message is told with a laugh, as a joke or as healed long ago."""
    return _lightly(sounding, care)


def wording(distress: Distress, care: CareIndex) -> CareReply:
    """The first lines that fit what was heard."""
    replies = care.kinds[distress.kind].reply
    return next((reply for reply in replies if _fits(reply, distress)), replies[-1])


def half_line(distress: Distress, care: CareIndex) -> CareReply:
    """What is said before the answer to a question. Where others are spoken of, or no word tells of a feeling, the line for everybody says
    nothing of how who asks is: who asks for a colleague's family has not held out too long.
    """
    fitting, beside = wording(distress, care), care.kinds[distress.kind].beside
    own = distress.tells_how_one_is and not distress.told_of(distress.roles.others)
    return fitting if beside is None or fitting.heard or own else CareReply(say=(beside,))


def _fits(reply: CareReply, distress: Distress) -> bool:
    """Whether first lines are of what was heard."""
    return distress.told_of(reply.heard) and (not reply.along_with or distress.told_of(reply.along_with))


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


def _sigh(text: str, words: tuple[str, ...], score: float, told_of: str | None, roles: CareRoles) -> Distress | None:
    """A sigh beside a practical question, if the message asks for what the documents give and sighs as well, or a kind of
    distress that evidence tells of: 我老公牺牲了，烈士怎么申报.
    """
    puts_question = any(name in words for name in roles.entitled) and (
        any(name in words for name in roles.asks) or asks(text)
    )
    if puts_question and told_of is not None:
        return Distress(told_of, score, (told_of,), words, practical=True, roles=roles)
    if puts_question and any(name in words for name in roles.sighs):
        return Distress(SIGH, score, (), words, practical=True, roles=roles)
    return None


def _everyday(roles: CareRoles) -> frozenset[str]:
    """Words none of which tells of danger to life."""
    return frozenset((*roles.frame, *roles.everyday))


def _words_of_danger(heard: Analysis, roles: CareRoles) -> int:
    """How many places of a message tell of danger to life: 绳子 is one, though 绳 stands in it."""
    calm = _everyday(roles)
    spans = sorted((found.start, found.end) for found in heard.mentions if found.label[0] == "care" and found.label[1] not in calm)
    places, reached = 0, 0
    for start, end in spans:
        places, reached = places + (start >= reached), max(reached, end)
    return places


def feels(words: Collection[str], roles: CareRoles) -> bool:
    """Whether one of these words of care tells of a feeling: a sigh, tears, no sleep."""
    return not {*roles.sighs, *roles.worn}.isdisjoint(words)


def _likely(analysis: Analysis, evidence: tuple[str, ...], care: CareIndex, weights: CareWeights) -> list[CareKind]:
    """The kinds a distress may be, the likest first. Evidence of danger to life is told as the danger it is of, not as what surrounds
    it or only sounds like it: 爸爸倒下了，叫不醒 is an emergency, whoever tells it.
    """
    prior = {Column("topic", name): weights.grave for name, kind in care.kinds.items() if kind.danger}
    for name in evidence:
        column = Column("topic", name)
        prior[column] = prior.get(column, 0.0) + weights.signal
    ranking = rank(typical_features(analysis), "".join(compared(analysis)), care.index, prior)
    likely = [care.kinds[scored.column.id] for scored in ranking.scored]
    in_danger = {name for name in evidence if care.kinds[name].danger}
    if not in_danger:
        return likely
    return [kind for kind in likely if kind.id in in_danger] or [kind for kind in likely if kind.danger]
