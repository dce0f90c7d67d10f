"""Which of a measure's points a question is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.compiled.keys import PartKey
from bot.dialogue.case import Case
from bot.language.asked_for_what import asks_what_to_do
from bot.language.asked_with import asks_whether_one_may
from bot.language.numerals import figures
from bot.language.particles import FUNCTION
from bot.language.patterns import Found
from bot.language.question_forms import Form, puts_choice
from bot.language.statements import decides, denies_supposed, depends, sets_apart, speaks_of_kin, tells_of_a_line
from bot.model.measure import Measure, Point
from bot.model.talk import Facet
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.understanding.said import Act

_BEHIND = 0.01
"""By how much a point stands behind another that goes first whatever else speaks for it."""

TELLING = 4
"""Characters from which what singles out a point is a phrase of its own, not a word of the topic."""

_POINTS = 8_192
"""Points of which it is remembered how they are worded."""

_BY_ITS_OWN = 3
"""How much a word tells that is of no name or fact and stands in a clause that asks."""


class Ranked(NamedTuple):
    """A point with what speaks for it: ``own`` is what the message itself says for this very point, ``fit`` all of it;
    ``cued`` how many characters single it out. A tuple, as a message has thirty of them."""

    point: Point
    own: float
    fit: float
    cued: int
    on_topic: bool


def answered_as_such(facet: Facet) -> bool:
    """Whether a side is answered as such, also where yes or no is asked with it: a figure, a time, whom to ask."""
    return facet.contacts or facet.deadline or facet.source or facet.asks_sum


def wants_a_line(case: Case) -> bool:
    """Whether a number to call is wanted: whom to ask is asked, not who is in charge, or what to do, or the message speaks of a number."""
    facets = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    contacts = [facet for facet in facets if facet.contacts]
    if asks_what_to_do(asked_last(case)):
        return True
    return any(not facet.officer for facet in contacts) or (bool(contacts) and tells_of_a_line(case.said.text))


def ranked_points(case: Case, measure: Measure, topic: str | None) -> tuple[Ranked, ...]:
    """The points a question is about first, the rest in the author's order; those of other cases than the known one out."""
    facts = case.facts
    truths = [Truth.YES if point.when is None else evaluate(point.when, facts) for point in measure.points]
    own = [p for p, truth in zip(measure.points, truths, strict=True) if p.when is not None and truth is Truth.YES]
    cues = _of_the_side(case, measure, case.said.cues(measure.id, "point"))
    likeness = _likeness(case, measure, cues)
    on_sides = _on_sides(case)
    ranked = []
    for point, truth in zip(measure.points, truths, strict=True):
        found = cues.get(point.id)
        if own and (truth is Truth.NO or _superseded(case, point, own, found)):
            continue
        if found is None and truth is Truth.UNKNOWN and _closeness(point) > 1:
            continue  # written for several facts together, not all of them known: 没援鄂、直接接触的, where only the first was told
        ranked.append(_ranked(case, point, topic, truth, found, likeness.get(point.id, 0.0), on_sides))
    ranked = _behind_the_case_alone(ranked, own, case.snapshot.weights.point_case_shared)
    within = _behind_the_closer(_capped(ranked, case, measure), cues)
    return tuple(sorted(within, key=lambda entry: entry.fit, reverse=True))


def _of_the_side(case: Case, measure: Measure, cues: Mapping[str, Found]) -> Mapping[str, Found]:
    """What singles points out; where a fact is only told, after a figure, a time or whom to ask was asked for, what has that side."""
    sides = set(case.facets)
    if not (case.carries_a_side and case.said.stated) or not all(answered_as_such(case.snapshot.facet_by_id[facet]) for facet in sides):
        return cues
    return {point.id: cues[point.id] for point in measure.points if point.id in cues and not sides.isdisjoint(point.facets)}


def _behind_the_case_alone(ranked: Sequence[Ranked], own: Sequence[Point], less: float) -> list[Ranked]:
    """The points, those written for several cases together a little behind, where one is written for the known case alone: what 春季高考
    gets says more of it than what every exam gets.
    """
    if not own:
        return list(ranked)
    alone = {test.fact for point in own if not _of_several(point) for test in point.tests}
    shared = {p.id for p in own if _of_several(p) and any(test.fact in alone for test in p.tests)}
    return [e._replace(own=e.own - less, fit=e.fit - less) if e.point.id in shared else e for e in ranked]


def _behind_the_closer(ranked: Sequence[Ranked], cues: Mapping[str, Found]) -> list[Ranked]:
    """The points, none whose word is only a part of a pattern of several that singles out another: 管什么用 of 十项 says more than 十项."""
    closer = [(e.fit, found) for e in ranked if e.on_topic and (found := cues.get(e.point.id)) and found.weight[0] > 1]

    def behind(entry: Ranked) -> Ranked:
        found = cues.get(entry.point.id)
        over = [] if found is None else [most - _BEHIND for most, whole in closer if _is_part(found, whole)]
        return entry._replace(fit=min(entry.fit, *over)) if over else entry

    return list(map(behind, ranked)) if closer else list(ranked)


def _is_part(word: Found, pattern: Found) -> bool:
    """Whether a word is how a longer pattern of more parts begins or ends; one in its midst is none of its parts."""
    inner, outer = (word.start, word.end), (pattern.start, pattern.end)
    edge = inner != outer and ((inner[0] == outer[0] and inner[1] < outer[1]) or (inner[1] == outer[1] and inner[0] > outer[0]))
    return edge and word.weight[0] < pattern.weight[0]


def _capped(ranked: Sequence[Ranked], case: Case, measure: Measure) -> list[Ranked]:
    """The points, none that the message only comes by before one that it asks with a word of its own.

    热线凌晨有人接吗: the name of the matter singles out less than 凌晨; 社区卫生中心的，绩效封顶吗: what is told less than what asks.
    """
    telling = {entry.point.id: _telling(case, measure, entry.point) for entry in ranked if entry.cued and entry.on_topic}
    if not telling:
        return list(ranked)
    most = max(telling.values(), default=0)
    first = [e for e in ranked if telling.get(e.point.id) == most]
    least = min((e.fit for e in first), default=0.0)
    sides = {facet for e in first for facet in e.point.facets}.union(case.facets)

    def behind(entry: Ranked) -> bool:
        of_another = most >= _BY_ITS_OWN and sides.isdisjoint(entry.point.facets)
        return telling.get(entry.point.id, 0 if of_another else most) < most and entry.fit > least - _BEHIND

    ahead = [e for e in ranked if behind(e)]
    places = {e.point.id: place for place, e in enumerate(sorted(ahead, key=lambda e: -e.fit), start=1)}
    return [e._replace(fit=least - _BEHIND * places[e.point.id]) if e.point.id in places else e for e in ranked]


def _telling(case: Case, measure: Measure, point: Point) -> int:
    """How much the words that single a point out tell: more than the name of the matter or a fact, and in a clause that asks;
    most where they put the very choice that the point settles."""
    found = case.said.parts[PartKey(measure.id, "point", point.id)]
    word = case.said.text[found.start : found.end]
    own = not only_stated(case, found) and not names_matter(word, measure, case) and not (figures(word) and word in "".join(point.answers))
    return 2 * (own + puts_choice(word)) + (not case.said.asking or case.said.asks_with(found))


def only_stated(case: Case, found: Found) -> bool:
    """Whether words only tell a fact of somebody: 我媳妇是发热门诊的, where nobody asks of the place."""
    return any(here.start <= found.start and found.end <= here.end for here in case.said.options.values())


def _of_any_matter(case: Case, found: Found) -> bool:
    """Whether words are such as any matter is asked with, so that they single out no point of another topic: 怎么处理."""
    generic = case.snapshot.signal("generic").spans(case.said.text)
    taken = {i for start, end in (*generic, *case.said.side_words) for i in range(start, end)}
    return all(i in taken or case.said.text[i] in FUNCTION for i in range(found.start, found.end))


def settles(ranked: Sequence[Ranked], measure: Measure, form: Form, case: Case, *, whoever: bool = False) -> bool:
    """Whether the point that a message singles out by a word of its own says yes or no itself, or which of two, so that nothing
    needs asking. ``whoever``: all that is open is which of the measure's cases somebody's is, so that 有人…吗 hangs on nobody.
    """
    top = next((entry for entry in ranked if entry.cued and entry.on_topic), None)
    of_somebody = form is Form.WHETHER and (asks_whether_one_may(asked_last(case)) or case.signals("asks-whether-there-is"))
    if top is None or form is Form.OTHER or case.answers:
        return False
    sentence = top.point.whether_in_full or (top.point.answer if isinstance(top.point.answer, str) else "")
    if case.signals("likewise") and case.said.people.named and speaks_of_kin(sentence) and decides(sentence):
        return True  # 家里人也能用吗 asks whether they are among those it is for
    if of_somebody and not whoever:
        return False
    return decides(sentence) and not depends(sentence) and _telling(case, measure, top.point) >= _BY_ITS_OWN


def asked_last(case: Case) -> str:
    """The last clause that asks; all of the message where none does."""
    asking = case.said.asking
    return case.said.text[slice(*asking[-1])] if asking else case.said.text


def names_matter(word: str, measure: Measure, case: Case, *, titles: bool = False) -> bool:
    """Whether a word is of the short name of the measure or of one of its topics, or of a title: 热线 of the 心理热线."""
    topics = [case.snapshot.topic_by_id[topic] for topic in measure.topics]
    names = [measure.short or "", *(topic.short or "" for topic in topics)]
    names += [measure.title, *(topic.title for topic in topics)] if titles else []
    return any(word in name for name in names)


def _superseded(case: Case, point: Point, own: Sequence[Point], found: Found | None) -> bool:
    """Whether another point tells the figure asked for of the person's very case: 300 元, not 300 or 200; 600 元, not 300.

    ``own`` are the points of that case; ``found`` is where the message singles out this one.
    """
    if point.when is None and found is not None and found.weight[0] > 1 and not puts_choice(case.said.text[found.start : found.end]):
        return False  # 直接接触的比不接触的多多少 singles out the point that tells both; 我采样的，300 还是 200 asks for the own one
    known = case.snapshot.facet_by_id
    asked = {facet for facet in case.facets or point.facets if known[facet].amount} & set(point.facets)
    return any(not asked.isdisjoint(p.facets) and _closeness(p) > _closeness(point) for p in own)


def _of_several(point: Point) -> bool:
    """Whether a point is written for several options of a fact together: 填志愿 of every exam."""
    return any(len(test.options) > 1 for test in point.tests)


def _closeness(point: Point) -> int:
    """How many facts a point is written for."""
    return len({test.fact for test in point.tests})


def _ranked(
    case: Case, point: Point, topic: str | None, holds: Truth, found: Found | None, likeness: float, on_sides: Mapping[str, float]
) -> Ranked:
    """A point with what speaks for it; ``found`` is where the message singles it out."""
    on_topic = topic is None or not point.topics or topic in point.topics
    if found is not None and not on_topic and (only_stated(case, found) or _of_any_matter(case, found)):
        found = None
    cued = found.end - found.start if found is not None else 0
    weights = case.snapshot.weights
    own = 0.0 if cued == 0 and point.when is not None and holds not in (Truth.YES, Truth.NO) else likeness
    if found is not None:
        own += weights.point_cued + weights.point_later * found.start / max(1, len(case.said.text))
        own += weights.point_asked * _in_asking_clause(case, found.start)
    if point.when is not None:
        own += weights.point_case if holds is Truth.YES else weights.point_other_case if holds is Truth.NO else 0.0
    if on_sides and point.facets:
        own += max((on_sides[facet] for facet in point.facets if facet in on_sides), default=0.0)
    fit = own + (weights.point_topic if topic in point.topics else 0.0 if on_topic else -weights.point_topic)
    return Ranked(point, own, fit, cued, on_topic)


def _on_sides(case: Case) -> dict[str, float]:
    """What it says for a point that it has a side, for each that is asked for."""
    known, weights = case.snapshot.facet_by_id, case.snapshot.weights
    whom = bool(case.facets) and case.signals("asks-for-whom")
    return {facet: weights.point_whom if known[facet].verdict and not whom else weights.point_side for facet in case.facets}


def _in_asking_clause(case: Case, place: int) -> bool:
    """Whether a place lies in a clause that asks, of a message with others that only tell."""
    clauses = case.said.clauses
    tells = any(clause.act is Act.TELLS for clause in clauses)
    return tells and any(c.act is Act.ASKS and c.start <= place < c.end for c in clauses)


def _likeness(case: Case, measure: Measure, cues: Mapping[str, Found]) -> dict[str, float]:
    """How much of the message's wording each point shares, by point; none where it only says for whom or where.

    A point that takes a word of its own (``cues`` are the points that have it) shares nothing without.
    """
    words, weigh = case.snapshot.point_words.get(measure.id, {}), case.snapshot.weights.point_likeness
    shared: dict[str, float] = {}
    goes_on = bool(case.facets) and not case.said.facets and (not case.said.asks or case.signals("doubts-it"))
    if case.whole or goes_on:
        return shared
    for feature in filter(words.__contains__, case.said.topical.features):  # few of a hundred
        for name, weight in words[feature]:
            shared[name] = shared.get(name, 0.0) + weigh * weight
    if not shared:
        return shared
    unasked = {facet.id for facet in case.snapshot.knowledge.facets if facet.source}.difference(case.facets)
    for point in measure.points:
        if point.id in shared and point.id not in cues and (_only_by_cue(*_wording(point)) or _only_where_written(point, unasked)):
            del shared[point.id]
    return shared


def _only_where_written(point: Point, unasked: set[str]) -> bool:
    """Whether a point only tells by what document, which is not asked (``unasked`` are the sides that do): it quotes the titles, so it
    is like whatever asks of the matter."""
    return bool(point.facets) and unasked.issuperset(point.facets)


def _wording(point: Point) -> tuple[str, tuple[str, ...]]:
    """What a point says where yes or no is asked of it, and by which ways of asking it is singled out."""
    return point.whether_in_full or "".join(point.answers), point.cues


@lru_cache(maxsize=_POINTS)
def _only_by_cue(says: str, cues: tuple[str, ...]) -> bool:
    """Whether a point, by what its author wrote, takes a way of asking of its own: it says that something is not as one may suppose
    (不是样样要立功), tells two things apart (不是一回事) or settles a choice (隔离还是治). Such points have the words of what they deny,
    or of both, so are like much.
    """
    return denies_supposed(says) or sets_apart(says) or _settles_a_choice(cues)


def _settles_a_choice(cues: Sequence[str]) -> bool:
    """Whether all that singles a point out puts a choice."""
    return bool(cues) and all(map(puts_choice, cues))
