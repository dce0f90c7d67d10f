"""What a message is about: the ranking of topics, what speaks for one besides the words, what leans on the last answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.asking import ASKS
from bot.dialogue.introduction import introducing, scope
from bot.dialogue.snapshot import OVERVIEW, PHRASE
from bot.dialogue.turn import Turn
from bot.language.numerals import NUMBER, value_of
from bot.matching.score import Scored, rank

_FUNCTION = frozenset(
    "的了吗呢吧啊呀嘛么是我你您他她它们这那个就也还都在有要会能不没和跟与或再又去来给把被对从到上下里外中一些什怎谁哪几多少可以请问想帮下呗哦嗯得着过点啦"
)
SURE = 2.0
"""Margin from which a covered topic is answered without asking back."""

_IN_HAND = 2.0
_LEANED_ON = 4.0
_LEANING = re.compile(r"(好的，?|嗯，?|哦，?|行，?)?(那|换成|改成|要是|如果|假如|这个|这笔|它)")
_PHONE_ALONE = re.compile("(那|有)?(个)?(联系)?电话(号码)?(是)?(多少|呢|有吗|吗|几多)?[？。]?")
_AND_THOSE = re.compile("那.{1,9}呢？?")
"""那湖北那边的队呢: asks the same of somebody else."""

_AND_SHE = re.compile(".{4,20}，那?[她他我]们?呢？?")
"""我老婆是护士，她呢: says who it is first."""

_CORRECTING = re.compile(r"(哦，?|啊，?|等等，?|刚才?)?(不对|说错|搞错|弄错|记错|讲错|打错|不是)")
_FACT_HINT = 4.0
_COUNTED_HINT = 6.0
_NAMED_HINT = 6.0
_CUE_HINT = 3.0
_VERBATIM = 8.0
"""For a message that is, word for word, how an author says people ask: a bare 口罩 too."""

_PRIOR_WEIGHT = 0.5
_SCOPE_WEIGHT = 2.6
_STRANGE_WEIGHT = 1.4
_TYPICAL = 0.24
_FAINTLY = 0.12
_PLAINLY = 0.4
_LISTING = re.compile("什么|哪些|啥|都有|清单")
_NAMED_OUTRIGHT = 6.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A ranking split into covered topics and the rest, each by falling score.

    ``margin`` says how much speaks for a covered topic: its lead over the best other one, how much more the words are used
    in covered questions than in others, and what is known besides the words. 0 is even.
    """

    covered: tuple[Scored, ...]
    others: tuple[Scored, ...]
    margin: float

    @property
    def small_talk(self) -> str | None:
        """The id of the phrase the message is like, if nothing else is nearer."""
        top = self.others[0].topic if self.others else ""
        return top.removeprefix(PHRASE) if top.startswith(PHRASE) else None


def read_topics(turn: Turn) -> Reading:
    """Rank the topics of the whole message, with everything known in favour of one."""
    prior = _prior(turn)
    turn.ranking = rank(turn.features, "".join(turn.tokens), turn.snapshot.index, prior)
    for scored in turn.ranking.scored[:3]:
        turn.note(
            f"候选 {scored.topic}：{scored.total:.1f}（用词 {scored.contrast:.1f}，整体 {scored.profile:.1f}，例句 {scored.phrasing:.1f}）"
        )
    covered_ids = turn.snapshot.topic_by_id
    covered = tuple(scored for scored in turn.ranking.scored if scored.topic in covered_ids)
    others = tuple(scored for scored in turn.ranking.scored if scored.topic not in covered_ids)
    lead = (covered[0].total if covered else 0.0) - (others[0].total if others else 0.0)
    known = prior.get(covered[0].topic, 0.0) if covered else 0.0
    inside, strange = scope(turn), turn.ranking.strange
    margin = lead + _SCOPE_WEIGHT * inside + _PRIOR_WEIGHT * known - _STRANGE_WEIGHT * strange
    turn.note(f"在范围内的把握 {margin:.1f}（领先 {lead:.1f}，用词倾向 {inside:.1f}，生词 {strange}）")
    return Reading(covered, others, margin)


def leans_on_last(turn: Turn) -> bool:
    """Whether the message only makes sense after the last answer: nothing left in it that names a topic."""
    if not turn.session.measures and not turn.session.topics:
        return False
    if _asks_an_open_detail(turn) and not _names_another(turn):
        return True
    if _CORRECTING.match(turn.analysis.text) and not _in_hand(turn).isdisjoint(turn.stated):
        return True
    if asks_for_a_phone(turn):
        return True
    told = introducing(turn)
    if told and _AND_SHE.fullmatch(turn.analysis.text):
        return True
    named = _naming(turn, [*told, *_cued_in_hand(turn)])
    of_others = told and _AND_THOSE.fullmatch(turn.analysis.text)
    plainly = _PLAINLY if of_others else _TYPICAL
    return not any(_topical(turn, topic, degree, plainly) for topic, degree in named) and not _points_elsewhere(turn)


def _topical(turn: Turn, topic: str, degree: float, least: float) -> bool:
    """Whether a word is of a topic; 我能享受吗 is no list of everything, and 好的 no thanks, in the middle of a conversation."""
    least = _PLAINLY if topic in turn.snapshot.outside_by_id else least
    return degree >= least and not topic.startswith(PHRASE) and not (topic == OVERVIEW and not _lists(turn))


def only_introduces(turn: Turn) -> bool:
    """Whether a message says who is asking and nothing else: 我是一线护士."""
    said = turn.facets or turn.quantities or turn.analysis.ids("name") or ASKS.search(turn.analysis.text)
    told = introducing(turn)
    other = turn.stated.keys() - turn.snapshot.introductory
    return bool(told) and not said and not other and not names_a_topic(turn, _FAINTLY, told)


def _cued_in_hand(turn: Turn) -> list[tuple[int, int]]:
    """Where the message speaks of a part of a measure in hand, in the author's words: 谁先垫付."""
    parts = tuple(f"{measure}/{kind}/" for measure in turn.session.measures for kind in ("point", "entitlement"))
    return [(found.start, found.end) for key, found in turn.cues.items() if parts and key.startswith(parts)]


def asks_for_a_phone(turn: Turn) -> bool:
    """Whether a message after an answer only asks for a telephone number."""
    return bool(turn.session.topics or turn.session.measures) and _PHONE_ALONE.fullmatch(turn.analysis.text) is not None


def _asks_an_open_detail(turn: Turn) -> bool:
    """Whether the message asks what a measure in hand is known to leave open."""
    return any(key.startswith(f"{measure}/unanswered/") for measure in turn.session.measures for key in turn.cues)


def _names_another(turn: Turn) -> bool:
    """Whether a word is plainly of a covered topic that is not in hand."""
    others = turn.snapshot.topic_by_id.keys() - set(turn.session.topics)
    return any(degree >= _PLAINLY and topic in others and topic != OVERVIEW for topic, degree in _naming(turn, ()))


def _in_hand(turn: Turn) -> set[str]:
    """What the measures in hand look at when they are asked about the topics in hand, with keys as in ``Snapshot.hints``."""
    pointers = turn.snapshot.pointers_of
    topics = set(turn.session.topics)
    return {
        name
        for measure in turn.session.measures
        for name, about in pointers.get(measure, {}).items()
        if not topics or not topics.isdisjoint(about)
    }


def _points_elsewhere(turn: Turn) -> bool:
    """Whether a rate, a fact or a name belongs to other topics than the one in hand: 一天补多少, 我记过功."""
    rates = turn.rates if turn.asks("amount") else ()
    names = [f"“{name}" for name in turn.analysis.ids("name")]
    facts = turn.stated if _in_hand(turn).isdisjoint(turn.stated) else ()
    pointed = {topic for name in (*rates, *facts, *names) for topic in turn.snapshot.hints.get(name, ())}
    return bool(pointed) and pointed.isdisjoint(turn.session.topics)


def names_a_topic(turn: Turn, least: float = _TYPICAL, besides: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether any word besides facets, facts, places, offices and the stretches ``besides`` is typical of some topic.

    我能享受吗 asks of what is in hand; only with 什么 or 哪些 does it ask for everything.
    """
    listed = _lists(turn)
    return any(degree >= least and (listed or topic != OVERVIEW) for topic, degree in _naming(turn, besides))


def _lists(turn: Turn) -> bool:
    return not turn.asks("verdict") or _LISTING.search(turn.analysis.text) is not None


def names_outside(turn: Turn) -> bool:
    """Whether a word is plainly of a matter outside the documents: 房贷; not one by which a side is asked for: 交税."""
    outside = turn.snapshot.outside_by_id
    asking = [(max(start - 1, 0), end + 1) for start, end in turn.sides]
    return any(degree >= _PLAINLY and topic in outside for topic, degree in _naming(turn, asking))


def only_asks(turn: Turn) -> bool:
    """Whether a message asks for a side of something and names nothing: 我符合吗."""
    said = turn.stated or turn.quantities or turn.rates or turn.cues or turn.analysis.ids("name")
    return bool(turn.facets) and not said and not names_a_topic(turn, _FAINTLY)


def says_nothing(turn: Turn) -> bool:
    """Whether a message has no word, fact, figure or side by which it could mean any topic: 就是那个事."""
    said = turn.facets or turn.stated or turn.quantities or turn.cues or turn.analysis.ids("name")
    return not said and not names_a_topic(turn, _FAINTLY)


def named_topics(reading: Reading) -> list[str]:
    """Topics a message names that otherwise sounds like asking for everything: 职称和上学都有啥."""
    return [s.topic for s in reading.covered if s.topic != OVERVIEW and s.total - s.phrasing >= _NAMED_OUTRIGHT]


def _prior(turn: Turn) -> dict[str, float]:
    """What speaks for a topic besides the words: it is in hand, or a stated fact, figure or name points to it."""
    known = turn.snapshot.index.column_of
    in_hand = _LEANED_ON if _LEANING.match(turn.analysis.text) else _IN_HAND
    prior = {topic: in_hand for topic in turn.session.topics if topic in known}
    named = pointers(turn)
    money = turn.asks("amount")
    counted = [quantity.fact for quantity in turn.quantities] + (list(turn.rates) if money else [])
    about = {topic for fact in turn.stated for topic in turn.snapshot.hints.get(fact, ())}
    telling = money or any(not about.isdisjoint(turn.snapshot.hints.get(fact, ())) for fact in counted)
    sides = [f"?{facet}" for facet in turn.facets]
    said_outright = turn.snapshot.verbatim.get("".join(turn.tokens))
    if said_outright is not None:
        prior[said_outright] = prior.get(said_outright, 0.0) + _VERBATIM
    for topic in _cued(turn):
        prior[topic] = prior.get(topic, 0.0) + _CUE_HINT
    weighed = (
        ([*turn.stated, *sides], _FACT_HINT),
        (counted, _COUNTED_HINT if telling else _FACT_HINT),
        (named, _NAMED_HINT),
    )
    for names, weight in weighed:
        for name in dict.fromkeys(names):
            for topic in sorted(turn.snapshot.hints.get(name, ())):
                if turn.region is None or (topic, turn.region) in turn.snapshot.answers:
                    prior[topic] = prior.get(topic, 0.0) + weight
                    turn.note(f"“{name.lstrip('=“?')}”指向 {topic}")
    return prior


def pointers(turn: Turn) -> list[str]:
    """The figures and names of schemes a message mentions, with keys as in ``Snapshot.hints``."""
    values = (value_of(match) for match in NUMBER.findall(turn.analysis.text))
    figures = [f"={value:g}" for value in values if value and not _a_year(value)]
    return figures + [f"“{name}" for name in turn.analysis.ids("name")]


def _a_year(value: float) -> bool:
    return 1900 <= value < 2100


def _cued(turn: Turn) -> set[str]:
    """Topics of measures that a pattern of several words singles out."""
    measures = {key.split("/", 1)[0] for key, found in turn.cues.items() if found.weight[0] > 1}
    by_id = turn.snapshot.knowledge.measure_by_id
    region_of = turn.snapshot.knowledge.region_of
    return {by_id[m].topics[0] for m in measures if turn.region in (None, region_of[m].region.id)}


def _naming(turn: Turn, besides: Sequence[tuple[int, int]]) -> list[tuple[str, float]]:
    """For each word and concept outside facets, facts, places and offices: its most typical topic, and how typical it is."""
    index = turn.snapshot.index
    taken = {i for start, end in (*turn.spans, *besides) for i in range(start, end)}
    taken |= {i for m in turn.analysis.mentions if m.label[0] in ("place", "contact") for i in range(m.start, m.end)}
    topics, degrees = turn.snapshot.typical
    naming, position = [], 0
    for token in turn.analysis.tokens:
        start, position = position, position + len(token)
        row = index.row_of.get("w" + token)
        if row is not None and any(_counts(token[i - start], i, taken) for i in range(start, position)):
            naming.append((topics[row], degrees[row]))
    for start, end, (kind, name) in turn.analysis.mentions:
        row = index.row_of.get("c" + name) if kind == "concept" else None
        if row is not None and end - start > 1 and any(i not in taken for i in range(start, end)):
            naming.append((topics[row], degrees[row]))
    return naming


def _counts(character: str, position: int, taken: set[int]) -> bool:
    return position not in taken and character not in _FUNCTION and character.isalpha()
