"""Whether a message goes on with the matter in hand, and what points away from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from bot.compiled.hints import facts_left_open
from bot.compiled.keys import Column, FactHint, Hint, NameHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.asked_for_what import asks_only_how_much, asks_only_if, asks_to_call, asks_what_they_get
from bot.language.asked_of_whom import (
    asks_likewise,
    asks_of_a_place,
    asks_of_another_case,
    asks_of_one_at_work,
    asks_of_one_told_next,
    asks_of_the_one_told,
    asks_of_those,
    asks_whether_one_is_in,
)
from bot.language.assertions import supposed_behind
from bot.language.clauses import Stretch
from bot.language.kinship import SELF
from bot.language.particles import FUNCTION
from bot.language.question_forms import Form, ends_asking, ends_seeking_assent, ends_with_the_rest
from bot.language.questions import question_words
from bot.language.referring_back import goes_back, left_to_before, not_asked, refers_back, turns_aside
from bot.language.steering import names_instead
from bot.model.session import Session
from bot.understanding.another import (
    Elsewhere,
    elsewhere_of,
    facts_told,
    far_outside,
    in_hand,
    likely_another,
    surely_another,
)
from bot.understanding.fellows import asks_the_same
from bot.understanding.given_over import put_right
from bot.understanding.intents import Margin
from bot.understanding.introduction import introducing
from bot.understanding.naming import (
    asks_for_list,
    names_another,
    names_outside,
    naming,
    only_introduces,
    pointers,
    words_besides,
)
from bot.understanding.parts_in_hand import (
    asks_an_open_detail,
    cued_by_a_phrase,
    cued_in_hand,
    says_only_an_open_detail,
)
from bot.understanding.people import names_only_people
from bot.understanding.regional import refuses
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.standing import for_anyone
from bot.understanding.telling import asks_nothing, only_tells

_SHORT = 12
"""Characters up to which a message with a word of a part of the measure in hand is about that part."""

_SHORT_OF_WHOM = 16
"""Characters up to which a message that asks whom to turn to may have nothing else to say."""


class Side(Enum):
    """What a piece of evidence speaks for."""

    HAND = "the matter in hand"
    ANOTHER = "another matter, or one outside the documents"


Holds = Callable[["Weighed"], bool]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A message beside the matter in hand; ``elsewhere`` is what it is of by itself."""

    said: Said
    session: Session
    alone: Margin
    snapshot: Snapshot
    elsewhere: Elsewhere

    @property
    def names_another(self) -> bool:
        """Whether a word is plainly of another covered matter."""
        return names_another(self.said, self.session.topics, self.snapshot, self.said.put_off)

    @property
    def told(self) -> list[Stretch]:
        """Where the message says who somebody is."""
        return introducing(self.said, self.snapshot)


def stays(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether the message goes on with the matter in hand: what speaks for that weighs more than what speaks for another.

    ``alone`` is how the message ranks without what is in hand. The heaviest evidence decides, so the rest is not looked for.
    """
    if not session.measures and not session.topics:
        return False
    weighed = Weighed(said, session, alone, snapshot, elsewhere_of(said, session, alone, snapshot))
    heaviest = next((side for side, pieces in _EVIDENCE if any(holds(weighed) for holds in pieces)), Side.HAND)
    return heaviest is Side.HAND


def speaks_for_hand(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether anything in the form of a message speaks for the matter in hand, whatever outweighs it."""
    weighed = Weighed(said, session, alone, snapshot, elsewhere_of(said, session, alone, snapshot))
    return any(holds(weighed) for side, pieces in _EVIDENCE if side is Side.HAND for holds in pieces)


def _doubts(w: Weighed) -> bool:
    """真的假的: asks again of what was answered, unless another matter is named and surely meant."""
    doubts = w.snapshot.signal("doubts-it").heard(w.said.text)
    return doubts and (not w.names_another or w.alone.margin < w.snapshot.weights.sure)


def _asks_the_same(w: Weighed) -> bool:
    """那内科老赵呢: leaves what is asked to what was asked before, and says of whom."""
    asks_more = any(clause.act is Act.ASKS for clause in w.said.clauses[1:])
    return asks_the_same(w.said.people, w.said.text) and not asks_more


def _asks_the_same_there(w: Weighed) -> bool:
    """那河西那边呢，我表姐在那儿: leaves what is asked to what was asked before, and says of which place."""
    places = w.said.spoken.places
    asking = [(clause.start, clause.end) for clause in w.said.clauses if clause.act is Act.ASKS]
    return len(asking) == 1 and any(asks_of_a_place(w.said.text, asking[0], (place.start, place.end)) for place in places)


def _asks_of_the_untold(w: Weighed) -> bool:
    """我是派遣的呢; 他爸妈能领什么, of a colleague who died: the same, of whom the matter in hand leaves open or is written for."""
    of_others = asks_what_they_get(w.said.text) and _of_others(w.session, w.snapshot)
    return of_others or _asks_of_whom_it_leaves_open(w.said, w.session, w.snapshot)


def _puts_aside(w: Weighed) -> bool:
    """不是问钱，孩子上学能照顾吗; and what is outside the documents however near it lies."""
    outside = _has_sign_of_what_is_outside(w.said, w.alone, w.snapshot) or _is_far_outside(w)
    return outside or _asks_instead(w.said, w.session, w.alone, w.snapshot)


def _is_far_outside(w: Weighed) -> bool:
    """去年的也给补吗: whether a question with no word of the matter in hand is by itself plainly of one outside the documents."""
    asks = Act.ASKS in w.said.acts and not refers_back(w.said.text)
    return asks and not cued_in_hand(w.said, w.session) and far_outside(w.said, w.alone, w.snapshot)


def _asks_of_a_condition(w: Weighed) -> bool:
    """那表现好才行？"""
    return asks_only_if(w.said.text) and (Act.ASKS in w.said.acts or ends_asking(w.said.text))


def _asks_whether_one_is_in(w: Weighed) -> bool:
    """我在定点医院值班，包不包我: of whatever was asked, whether somebody is in it; what is told before says who they are."""
    said = w.said
    asking = [clause for clause in said.clauses if clause.act is Act.ASKS]
    of_staff = any(w.snapshot.definitions[fact].of_staff for fact in said.stated)
    tells = len(said.clauses) == 1 or bool(w.told) or of_staff or not w.elsewhere.surely
    return len(asking) == 1 and tells and asks_whether_one_is_in(said.text[asking[0].start :])


def _only_puts_a_case(w: Weighed) -> bool:
    """我姥爷呢, 保洁呢: whatever a relative or a trade is most like by itself."""
    of_somebody = names_only_people(w.said.text, w.said.people) and ends_with_the_rest(w.said.text)
    return of_somebody or _asks_of_a_case(w.said, w.snapshot)


def _asks_to_call(w: Weighed) -> bool:
    """我上初三，我和姥爷能打吗, after one on a line: what is told besides says who they are."""
    return asks_of_a_line(w.said, w.session, w.snapshot)


def _asks_a_rate_left_open(w: Weighed) -> bool:
    """一天多少, after one on pay whose figure the document leaves open: asked of that, where nothing else is named."""
    said, known = w.said, w.snapshot.knowledge.measure_by_id
    if not said.rates or said.counting.spans or said.stated or said.people.named or not asks_an_open_detail(said, w.session):
        return False
    paid = any(known[m].amounts for m in w.session.measures if m in known)
    parts = [(here.start, here.end) for here in said.parts.values()]
    return not paid and not words_besides(said, [*said.side_words, *parts, *question_words(said.text)])


def _asks_its_figure(w: Weighed) -> bool:
    """加多少, after one on pay that has, or leaves open, how much it is."""
    return asks_only_how_much(w.said.text) and names_its_figure(w.session, w.snapshot)


def _is_nothing_like_it(w: Weighed) -> bool:
    """要是动手呢, after one on discrimination; 热线是24小时的吗, where the hotline was spoken of before."""
    part = cued_by_a_phrase(w.said, w.session, w.snapshot, "point", "unanswered") or says_only_an_open_detail(w.said, w.session, w.snapshot)
    return (w.elsewhere.nothing_like_hand and not part) or w.elsewhere.comes_back


def _asks_an_open_point(w: Weighed) -> bool:
    """Whether what a measure in hand is known to leave open is asked, and no word of another far likelier matter stands there."""
    if not asks_an_open_detail(w.said, w.session):
        return False
    if cued_by_a_phrase(w.said, w.session, w.snapshot, "unanswered") or says_only_an_open_detail(w.said, w.session, w.snapshot):
        return True
    named = w.elsewhere.far and names_another(w.said, w.session.topics, w.snapshot, cued_in_hand(w.said, w.session))
    return not named and not w.elsewhere.surely and not _is_far_outside(w)


def _sets_right(w: Weighed) -> bool:
    """说错了，我一直在办公室; 是28天: sets right what was told for the matter in hand."""
    said = w.said
    moved = said.spoken.region not in (None, w.session.region)
    if moved and w.names_another and w.elsewhere.surely and not said.acts.isdisjoint({Act.ASKS, Act.WISHES}):
        return False  # 选错了，我是佛山的，评职称怎么评
    counts = said.corrects or (bool(said.counting.spans) and Act.ASKS not in said.acts)
    if (counts and w.elsewhere.looked_at) or (_corrects_only(said) and put_right(said) is not None):
        return True
    told = w.told or said.stated or not w.names_another or w.alone.margin < w.snapshot.weights.alone
    return _corrects_only(said) and bool(told)


def _asks_whom(w: Weighed) -> bool:
    """电话呢, 找哪位领导."""
    only = _asks_only_whom(w.said, w.session, w.alone, w.snapshot)
    return only or asks_for_a_phone(w.said, w.session, w.snapshot)


def _asks_who_of_another(w: Weighed) -> bool:
    """社区照顾的责任人, after one on insurance: who is in charge of what by itself lies far from the matter in hand, in no word of it."""
    said, known = w.said, w.snapshot.facet_by_id
    if not said.facets or not all(known[facet].contacts for facet in said.facets) or refers_back(said.text):
        return False
    if asks_for_a_phone(said, w.session, w.snapshot) or w.snapshot.signal("supposes").heard(said.text) or supposed_behind(said.text):
        return False  # 万一卡住找哪个领导 puts a case of the matter in hand
    if Form.EITHER in said.forms:
        return False  # 归姓张的还是姓李的 names two who may have charge of it
    if not w.elsewhere.far or w.alone.covered[0].column.id in w.session.topics or cued_in_hand(said, w.session):
        return False
    officer = any(known[facet].officer for facet in said.facets)
    least = w.snapshot.weights.sure if officer else w.snapshot.weights.alone
    besides = [*said.side_words, *w.snapshot.signal("generic").spans(said.text)]
    words = naming(said, w.snapshot, besides)  # not 万一卡住找哪个领导
    named = any(column.kind == "topic" and degree >= w.snapshot.weights.faintly for column, degree in words) or bool(said.stated)
    return named and w.alone.margin >= least and not names_hand(said, w.session, w.snapshot.weights.typical, w.snapshot)


def _answers(w: Weighed) -> bool:
    """评上了先进, while 表现突出吗 waits."""
    return _answers_in_words(w.said, w.session, w.alone, w.snapshot)


def _asks_in_another_case(w: Weighed) -> bool:
    """社区医院的也管吗, 回来以后打的呢, 那我呢，我在食堂做饭: the same of other people, times and places."""
    said, surely = w.said, w.elsewhere.surely
    if asks_likewise(said.text) and not w.names_another and not surely:
        return True
    told_next = asks_of_one_told_next(said.text) and not surely
    case = asks_of_another_case(said.text) and not _puts_a_case_of_another(w)
    return told_next or case or (bool(said.people.named) and asks_of_one_at_work(said.text))


def _puts_a_case_of_another(w: Weighed) -> bool:
    """万一落下残疾呢, after one on the bills: whether the case put is plainly one of another matter, and of none in hand."""
    another = w.names_another and w.elsewhere.far and w.alone.margin >= w.snapshot.weights.alone
    return another and not cued_in_hand(w.said, w.session)


def _tells_a_fact_of_another(w: Weighed) -> bool:
    """Whether a fact that nothing in hand looks at points to what a question is by itself plainly about."""
    return w.elsewhere.pointed_to and Act.ASKS in w.said.acts


def _asks_of_one_told(w: Weighed) -> bool:
    """我老婆是护士，她呢; not 医院多批了绩效，有她们院吗."""
    if w.elsewhere.surely and not w.told and w.names_another:
        return False
    return bool(w.told or w.said.stated or w.said.apart) and asks_of_the_one_told(w.said.text)


def _names_another_plainly(w: Weighed) -> bool:
    """Whether a word, a rate, a fact or a name is plain enough to leave the matter in hand."""
    leaves = _leaves(w.said, w.session, w.alone, w.snapshot, w.told)
    return leaves or _points_elsewhere(w.said, w.session, w.snapshot)


_EVIDENCE: tuple[tuple[Side, tuple[Holds, ...]], ...] = (
    (Side.HAND, (_doubts, _asks_the_same, _asks_the_same_there, _asks_of_the_untold)),
    (Side.ANOTHER, (_puts_aside,)),
    (Side.HAND, (_asks_of_a_condition, _asks_whether_one_is_in, _only_puts_a_case, _asks_to_call)),
    (Side.HAND, (_asks_a_rate_left_open, _asks_its_figure)),
    (Side.ANOTHER, (_is_nothing_like_it,)),
    (Side.HAND, (_asks_an_open_point, _sets_right)),
    (Side.ANOTHER, (_asks_who_of_another,)),
    (Side.HAND, (_asks_whom, _answers, _asks_in_another_case)),
    (Side.ANOTHER, (_tells_a_fact_of_another,)),
    (Side.HAND, (_asks_of_one_told,)),
    (Side.ANOTHER, (_names_another_plainly,)),
)
"""All that speaks for the matter in hand or for another, the heaviest first; what none of it speaks for goes on in hand."""


def _of_others(session: Session, snapshot: Snapshot) -> bool:
    """Whether the matter in hand is written for others than staff and their families, and is so by what was told.

    Of a colleague who died, 他爸妈能领什么 means no parents of staff.
    """
    told = {topic for item in session.facts for topic in snapshot.hints.get(FactHint(item.fact), ())}
    return any(topic in told and for_anyone(topic, snapshot) for topic in session.topics)


def _asks_of_whom_it_leaves_open(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the same is asked of somebody of whom a measure in hand says that nothing is written: 我是派遣的呢."""
    known = snapshot.knowledge.measure_by_id
    left_open = {fact for measure in session.measures if measure in known for fact in facts_left_open(known[measure])}
    return left_to_before(said.text) and not left_open.isdisjoint(said.stated)


def _asks_of_a_case(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message does no more than put another case of the same question, by what somebody is: 保洁呢, 那派遣的呢."""
    if not ends_with_the_rest(said.text) or any(one.who != SELF for one in said.people.named):
        return False
    known = snapshot.definitions
    cases = [here for key, here in said.options.items() if known[key.fact].of_staff]
    left = [ch for i, ch in enumerate(said.text) if not any(here.start <= i < here.end for here in cases)]
    return len(left) < len(said.text) and all(ch in FUNCTION or not ch.isalnum() for ch in left)


def _asks_instead(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether the matter in hand is said not to be what is asked, before another is asked of: 不是问钱，孩子上学能照顾吗."""
    first, best = next(iter(said.clauses), None), next(iter(alone.covered), None)
    if first is None or best is None or best.column.id in session.topics or len(said.clauses) == 1:
        return False
    somebody = any(first.start <= one.start and one.end == first.end for one in said.people.named)  # 不是奶奶，是姥姥
    turns = snapshot.signal("turns-to").heard(said.text) or (names_instead(said.text) and not somebody)
    taken_back = first.act is Act.CORRECTS and (turns or not_asked(said.text[first.start : first.end]))
    return taken_back and (turns or Act.ASKS in said.acts) and alone.margin >= snapshot.weights.sure


def _asks_only_whom(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a short message asks whom to turn to or who is in charge, and is surely of no other matter: 卡住了找哪位领导."""
    known = snapshot.facet_by_id
    if not (session.measures and session.topics) or not said.facets or len(said.text) > _SHORT_OF_WHOM:
        return False
    if not all(known[facet].contacts for facet in said.facets) or said.analysis.ids("name") or said.counting:
        return False
    if refers_back(said.text):
        return not surely_another(session, alone, snapshot)
    top = alone.covered[0].column if alone.covered else None
    asking = [(here.start, here.end) for here in said.sides.values()]
    found = naming(said, snapshot, [*asking, *snapshot.signal("generic").spans(said.text)])
    named = any(column == top and degree >= snapshot.weights.typical for column, degree in found)
    return not named and not surely_another(session, alone, snapshot)


def _answers_in_words(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a message only tells, while a question waits, something of the one asked: 评上了先进, after 表现突出吗."""
    if session.pending is None or not said.stated or not only_tells(said) or not CLOSING.isdisjoint(said.acts):
        return False
    return alone.margin > 0 and not snapshot.signal("hardship").heard(said.text)


def names_its_figure(session: Session, snapshot: Snapshot) -> bool:
    """Whether a measure in hand tells, or leaves open, how much it is."""
    sums = {facet.id for facet in snapshot.knowledge.facets if facet.asks_sum}
    known = snapshot.knowledge.measure_by_id
    points = (point for name in session.measures if name in known for point in known[name].points)
    return any(not sums.isdisjoint(point.facets) for point in points)


def asks_of_a_line(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message asks whether somebody may ring the line in hand: 我上初三，我和姥爷能打吗."""
    last = said.clauses[-1] if said.clauses else None
    asks = last is not None and asks_to_call(said.text[last.start : last.end])
    return asks and any(topic in snapshot.topic_by_id and snapshot.topic_by_id[topic].by_phone for topic in session.topics)


def _corrects_only(said: Said) -> bool:
    """Whether a message takes something back and asks nothing anew: 说错了，我一直在办公室."""
    return said.corrects and not said.facets and Act.ASKS not in said.acts


def _has_sign_of_what_is_outside(said: Said, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a sign puts a message outside the documents, however near it lies to the matter in hand."""
    outside = next((scored.column for scored in alone.others if scored.column.kind == "outside"), None)
    if outside is None or outside != alone.others[0].column or said.corrects:
        return False
    return outside in snapshot.signs.find(said.where, said.text)


def _leaves(said: Said, session: Session, alone: Margin, snapshot: Snapshot, told: list[Stretch]) -> bool:
    """Whether a word of another matter is plain enough to leave the one in hand for it."""
    weights = snapshot.weights
    cued = cued_in_hand(said, session)
    here = bool(cued) or names_hand(said, session, weights.typical, snapshot)
    besides = [*told, *cued, *snapshot.signal("generic").spans(said.text)]
    besides += [(clause.start, clause.end) for clause in said.clauses if clause.act is Act.CORRECTS]
    besides += _officer_words(said, snapshot)
    named = naming(said, snapshot, besides)
    top = alone.covered[0].column.id if alone.covered else None
    if _kept(said, session, alone, snapshot, cued):
        return False
    if _asks_of_another(said, session, alone, snapshot):
        return True
    if top == OVERVIEW and snapshot.signal("lists").heard(said.text) and _asks_verdict(said, snapshot):
        return True
    if not told and ends_with_the_rest(said.text) and surely_another(session, alone, snapshot):
        return True
    if top in session.earlier and _names_surely(named, session, alone, snapshot):
        return True
    if session.gentle is not None and not here and Act.ASKS in said.acts and likely_another(session, alone, snapshot):
        return True
    fragment = asks_of_those(said.text) and not told
    least_alone = weights.sure if session.offered and not only_tells(said) else weights.alone
    stands_alone = alone.margin >= least_alone and not refers_back(said.text)
    least = {
        "topic": weights.typical if fragment or (stands_alone and not here) else weights.plainly,
        "outside": weights.typical if alone.margin < weights.doubtful else weights.plainly,
    }
    return any(
        degree >= least[column.kind] and (column.kind == "outside" or _may_be_meant(said, column.id, top, snapshot))
        for column, degree in named
        if column.kind in least and column.id not in session.topics
    )


def _asks_of_another(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a question has no words of the matter in hand but one that any is asked with, and is surely of another: 能优先吗."""
    if Act.ASKS not in said.acts or refers_back(said.text) or leans(said, snapshot):
        return False
    cued = [here for key, here in said.parts.items() if key.measure in session.measures]
    if any(here.weight[0] > 1 for here in cued) or not surely_another(session, alone, snapshot):
        return False
    besides = [*snapshot.signal("generic").spans(said.text), *((here.start, here.end) for here in cued)]
    words = naming(said, snapshot, besides)
    named = {column for column, degree in words if degree >= snapshot.weights.typical}
    return alone.covered[0].column in named and not any(Column("topic", topic) in named for topic in session.topics)


def _kept(said: Said, session: Session, alone: Margin, snapshot: Snapshot, cued: list[Stretch]) -> bool:
    """Whether what a message is most like is in hand, or what is in hand is spoken of in its author's words."""
    best = next(iter(alone.covered), None)
    if best is None:
        return False
    outside = names_outside(said, snapshot) and alone.margin < snapshot.weights.doubtful
    if _lacks(said, best.column.id, snapshot) and refers_back(said.text):
        return True
    if outside:
        return False
    if best.column.id in session.topics:
        return True
    if _lacks(said, best.column.id, snapshot) and _hardly_named(said, best.column, snapshot):
        return True
    looked_at = not in_hand(session, snapshot).isdisjoint(map(FactHint, said.stated))
    looked_at = looked_at and not surely_another(session, alone, snapshot)
    looked_at = looked_at or cued_by_a_phrase(said, session, snapshot, "point")
    return bool(cued) and len(said.text) <= _SHORT and (looked_at or best.total < snapshot.weights.surely_alone)


def _lacks(said: Said, topic: str, snapshot: Snapshot) -> bool:
    """Whether the person's region has nothing on a topic: what speaks of this money or matter is then of the one in hand."""
    return said.region is not None and not snapshot.has_answer(topic, said.region)


def _hardly_named(said: Said, column: Column, snapshot: Snapshot) -> bool:
    """Whether a short question has no word that is hardly used but of this matter: 有人来搭把手吗, after one about the old people."""
    if Act.ASKS not in said.acts or len(said.text) > _SHORT:
        return False
    return not any(c == column and degree >= snapshot.weights.of_another for c, degree in naming(said, snapshot))


def _officer_words(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """The words that ask who answers for the matter in hand: 那领导姓什么 names no talk with a leader."""
    found = said.sides.items()
    return [(here.start, here.end) for key, here in found if snapshot.facet_by_id[key.facet].officer]


def _names_surely(
    named: list[tuple[Column, float]], session: Session, alone: Margin, snapshot: Snapshot
) -> bool:
    """Whether a plain word of a matter not in hand stands in a message that is surely like one spoken of before."""
    weights = snapshot.weights
    others = [(c.id, degree) for c, degree in named if c.kind == "topic" and c.id not in session.topics]
    plain = any(degree >= (weights.typical if name in session.earlier else weights.plainly) for name, degree in others)
    return plain and alone.margin >= weights.alone and alone.covered[0].total >= weights.surely_alone


def _asks_verdict(said: Said, snapshot: Snapshot) -> bool:
    return any(snapshot.facet_by_id[facet].verdict for facet in said.facets)


def _may_be_meant(said: Said, topic: str, top: str | None, snapshot: Snapshot) -> bool:
    """Whether a topic that a word names is also what the whole message is most like."""
    return topic == top and (topic != OVERVIEW or asks_for_list(said, snapshot))


def says_something(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message that leans on the last answer asks or states anything at all."""
    stated = said.facets or said.stated or said.counting.spans or said.spoken.region or said.analysis.ids("contact")
    doubts = snapshot.signal("doubts-it").heard(said.text)
    if stated or doubts or said.corrects or Act.ASKS in said.acts or ends_asking(said.text):
        return True
    if ends_seeking_assent(said.text) and CLOSING.isdisjoint(said.acts):
        return True
    if names_hand(said, session, snapshot.weights.typical, snapshot):
        return True
    if session.pending is None and names_only_people(said.text, said.people):
        return True
    return only_introduces(said, snapshot) or asks_for_a_phone(said, session, snapshot)


def names_hand(said: Said, session: Session, least: float, snapshot: Snapshot) -> bool:
    """Whether a word is of the matter in hand: 公办最好，民办也行, after a question about school."""
    return any(degree >= least and column.id in session.topics for column, degree in naming(said, snapshot))


def goes_to_earlier(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message says that it comes back to a matter of before: 说回孩子, 前面那个事; 先不说补助."""
    return bool(said.put_off) or snapshot.signal("returns").heard(said.text) or goes_back(said.text)


def returned_to(said: Said, session: Session, top: str | None, snapshot: Snapshot) -> str | None:
    """The earlier topic that a message comes back to: the one it names, else the first or the last but one.

    ``top`` is what a message is surely most like without what is in hand.
    """
    others = [topic for topic in session.earlier if topic not in session.topics]
    if turns_aside(said.text) and top in others:
        return top
    if not others or not goes_to_earlier(said, snapshot):
        return None
    if top in others and not said.put_off:
        return top
    pointed = {topic for hint in pointers(said) for topic in snapshot.hints.get(hint, ())}
    if len(pointed.intersection(others)) == 1 and pointed.isdisjoint(session.topics):
        return pointed.intersection(others).pop()
    idle = [span for name in ("returns", "the-first", "generic") for span in snapshot.signal(name).spans(said.text)]
    words = [(column, degree) for column, degree in naming(said, snapshot, [*said.put_off, *idle]) if column.kind == "topic"]
    named = {column.id: degree for column, degree in sorted(words, key=lambda found: found[1])}
    best = max(others, key=lambda topic: named.get(topic, 0.0))
    if named.get(best, 0.0) >= snapshot.weights.faintly:
        return best
    if any(degree >= snapshot.weights.plainly for degree in named.values()):
        return None
    return others[0] if snapshot.signal("the-first").heard(said.text) else others[-1]


def asks_for_a_phone(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message after an answer only asks for a telephone number."""
    return bool(session.topics or session.measures) and snapshot.signal("phone-alone").is_all_of(said.text)


def leans(said: Said, snapshot: Snapshot) -> bool:
    """Whether the message opens, behind polite words, as one that goes on with the last: 好的，那…."""
    leaning, opening, text, start = snapshot.signal("leans"), snapshot.signal("opening"), said.text, 0
    while leaning.opens(text, start) is None:
        end = opening.opens(text, start)
        if end is None:
            return False
        start = end + text.startswith("，", end)
    return True


def _points_elsewhere(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a rate, a fact or a name belongs to other topics than the one in hand: 一天补多少, 我记过功."""
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    stated = [FactHint(fact) for fact in facts_told(said, snapshot)]
    facts = stated if in_hand(session, snapshot).isdisjoint(stated) else []
    rates = [FactHint(fact) for fact in said.rates] if asks_amount else []
    names = [NameHint(name) for name in said.analysis.ids("name")]
    hints: list[Hint] = [*rates, *names]
    pointed = {topic for hint in hints for topic in snapshot.hints.get(hint, ())}
    told = asks_nothing(said)
    pointed |= {
        topic
        for hint in facts
        for topic in snapshot.hints.get(hint, ())
        if not (told and refuses(topic, hint.fact, said, snapshot))
    }
    return bool(pointed) and pointed.isdisjoint(session.topics)
