"""Whether a message goes on with the matter in hand: all the evidence, weighed in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from bot.compiled.snapshot import Snapshot
from bot.language.asked_for_what import asks_only_how_much, asks_only_if, asks_what_they_get
from bot.language.asked_of_whom import (
    asks_likewise,
    asks_of_a_place,
    asks_of_another_case,
    asks_of_one_at_work,
    asks_of_one_told_next,
    asks_of_the_one_told,
    asks_whether_one_is_in,
)
from bot.language.assertions import supposed_behind
from bot.language.clauses import Stretch
from bot.language.question_forms import Form, ends_asking, ends_with_the_rest
from bot.language.questions import question_words
from bot.language.referring_back import refers_back
from bot.model.session import Session
from bot.understanding.another import Elsewhere, elsewhere_of, far_outside
from bot.understanding.elliptical import (
    answers_in_words,
    asks_for_a_phone,
    asks_of_a_case,
    asks_of_a_line,
    asks_of_whom_it_leaves_open,
    asks_only_whom,
    asks_whom_and_a_phone,
    corrects_only,
    is_of_others,
    names_hand,
    names_its_figure,
)
from bot.understanding.fellows import asks_the_same
from bot.understanding.given_over import put_right
from bot.understanding.intents import Margin
from bot.understanding.introduction import introducing
from bot.understanding.naming import names_another, naming, words_besides
from bot.understanding.parts_in_hand import (
    asks_an_open_detail,
    cued_by_a_phrase,
    cued_in_hand,
    says_only_an_open_detail,
)
from bot.understanding.people import names_only_people
from bot.understanding.said import Act, Said
from bot.understanding.topic_shift import asks_instead, has_sign_of_what_is_outside, points_elsewhere, turns_to_another


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
    of_others = asks_what_they_get(w.said.text) and is_of_others(w.session, w.snapshot)
    return of_others or asks_of_whom_it_leaves_open(w.said, w.session, w.snapshot)


def _puts_aside(w: Weighed) -> bool:
    """不是问钱，孩子上学能照顾吗; and what is outside the documents however near it lies."""
    outside = has_sign_of_what_is_outside(w.said, w.alone, w.snapshot) or _is_far_outside(w)
    return outside or asks_instead(w.said, w.session, w.alone, w.snapshot)


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
    return of_somebody or asks_of_a_case(w.said, w.snapshot)


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
    if (counts and w.elsewhere.looked_at) or (corrects_only(said) and put_right(said) is not None):
        return True
    told = w.told or said.stated or not w.names_another or w.alone.margin < w.snapshot.weights.alone
    return corrects_only(said) and bool(told)


def _asks_whom(w: Weighed) -> bool:
    """电话呢, 找哪位领导, 谁管这事？有号码没."""
    only = asks_only_whom(w.said, w.session, w.alone, w.snapshot) or asks_whom_and_a_phone(w.said, w.session, w.snapshot)
    return only or asks_for_a_phone(w.said, w.session, w.snapshot)


def _asks_who_of_another(w: Weighed) -> bool:
    """社区照顾的责任人, after one on insurance: who is in charge of what by itself lies far from the matter in hand, in no word of it."""
    said, known = w.said, w.snapshot.facet_by_id
    if not said.facets or not all(known[facet].contacts for facet in said.facets) or refers_back(said.text):
        return False
    if asks_for_a_phone(said, w.session, w.snapshot) or asks_whom_and_a_phone(said, w.session, w.snapshot):
        return False
    if w.snapshot.signal("supposes").heard(said.text) or supposed_behind(said.text):
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
    return answers_in_words(w.said, w.session, w.alone, w.snapshot)


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
    leaves = turns_to_another(w.said, w.session, w.alone, w.snapshot, w.told)
    return leaves or points_elsewhere(w.said, w.session, w.snapshot)


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
