"""More on the matter in hand, or on one that was refused: what of a message is said of what was asked before."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.keys import Column, FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.counting.tree import Relation
from bot.language.asked_for_what import asks_only_if
from bot.language.asked_of_whom import only_says_of_whom, repeats_where
from bot.language.question_forms import Form, asks_yes_or_no, ends_seeking_assent, ends_with_the_rest, puts_another_kind
from bot.language.referring_back import asks_whether_written, refers_back, turns_aside
from bot.language.rounds_and_parts import only_the_total
from bot.model.session import Session
from bot.model.talk import Facet
from bot.understanding import naming
from bot.understanding.added import adds_to_hand, is_of_another, only_adds, only_explains, only_says, points_to_another
from bot.understanding.another import far_outside, in_hand
from bot.understanding.counted_for import topic_counted_for
from bot.understanding.counting_tools import counting_tools
from bot.understanding.elliptical import asks_for_a_phone, asks_of_a_line, says_something
from bot.understanding.fellows import asks_the_same
from bot.understanding.follow_up import stays
from bot.understanding.intents import (
    Answer,
    Around,
    Ask,
    FollowUp,
    Intent,
    Interpretation,
    Introduced,
    Margin,
    MoveTo,
    Outside,
    SmallTalk,
    StillOn,
    Told,
)
from bot.understanding.margin import margin_of
from bot.understanding.parts_in_hand import asks_of_a_point, names_a_point, sides_of_named_points
from bot.understanding.people import names_only_people
from bot.understanding.regional import has_something, in_region, measures_on, of_a_child, refuses
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.small_talk import closing_of
from bot.understanding.standing import asks_of_another_kind
from bot.understanding.telling import asks_nothing, leaves_off, only_tells
from bot.understanding.topic_return import goes_to_earlier, returned_to

SHORT = 12
"""Characters up to which a message that is not surely about anything may still go on with the last answer."""

_LITTLE_TOLD = 20
"""Characters of a message that only tells up to which it may belong to a question that was refused."""


def of_another_after_all(meant: Interpretation, said: Said, session: Session, snapshot: Snapshot) -> Interpretation | None:
    """What a message asks or tells by itself, where it was taken for more on the matter in hand and that would only be said again."""
    again = snapshot.signal("doubts-it").heard(said.text) or said.corrects or _adds_up(said, session, snapshot)
    again = again or asks_the_same(said.people, said.text) or asks_of_a_line(said, session, snapshot)
    if again or asks_only_if(said.text) or refers_back(said.text) or _only_says_where(said, session):
        return None
    facts = set(said.stated) - snapshot.introductory
    weighs = facts | (counting_tools(snapshot).deciding & said.stated.keys())
    if Act.ASKS not in said.acts and not in_hand(session, snapshot).isdisjoint(map(FactHint, weighs)):
        return None  # 能算工伤吗 — 上班时感染的: told for the question, though the answer to it stands
    alone = alone_of(said, session, snapshot)
    asks = Act.ASKS in said.acts or not snapshot.introductory.issuperset(said.stated)
    least = snapshot.weights.sure if asks else snapshot.weights.telling
    if alone.margin < least or not alone.covered or naming.only_introduces(said, snapshot):
        return None
    topic = in_region(said, alone, snapshot)
    if topic == OVERVIEW or topic in session.topics or not has_something(said.region, topic, snapshot):
        return None
    if facts and Act.ASKS not in said.acts and all(refuses(topic, fact, said, snapshot) for fact in facts):
        return None
    named = Column("topic", topic) in naming.matters_named(said, snapshot.weights.typical, snapshot)
    return replace(meant, intent=Ask((topic,)), margin=alone) if named or facts else None


def still_outside(said: Said, session: Session, snapshot: Snapshot) -> Outside | None:
    """The matter outside the documents that was asked of right before, where more on it names no other: 一线的先打么."""
    if session.refused is None or session.refused not in snapshot.outside_by_id:
        return None
    if only_says_of_whom(said.text):
        return Outside(session.refused, ())
    short = len(said.text) <= (SHORT if said.asks else _LITTLE_TOLD)
    goes_on = short and (said.asks or (only_tells(said) and not naming.only_introduces(said, snapshot)))
    if not goes_on or said.replies or not CLOSING.isdisjoint(said.acts):
        return None
    sides = [facet for facet in said.facets if not snapshot.facet_by_id[facet].verdict]
    something = bool(sides or said.counting or said.spoken.region or said.analysis.ids("name"))
    words = naming.naming(said, snapshot)
    something = something or any(c.kind == "topic" and degree >= snapshot.weights.typical for c, degree in words)
    return None if something else Outside(session.refused, ())


def goes_on(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """The reply to the question that waits, or more on the matter in hand."""
    if said.replies and session.pending is not None and not naming.outside_by_sign(said, snapshot):
        return Answer()
    earlier = _returned_to(said, session, snapshot)
    if earlier is not None and not leaves_off(said, snapshot):
        return Ask((earlier,))
    closing = closing_of(said, snapshot)
    if closing is not None and (session.pending is None or leaves_off(said, snapshot)):
        return SmallTalk(closing)
    if leaves_off(said, snapshot):
        return Told()
    counted = topic_counted_for(said, session, snapshot)
    if counted is not None:
        return Ask((counted,))
    if said.corrects and said.spoken.region is not None and _only_says_where(said, session):
        return MoveTo(said.spoken.region)
    if _adds_up(said, session, snapshot):
        return follow_up_of(said, session, snapshot)
    leant = _only_leant(said, session, snapshot)
    if (_stays(said, session, snapshot) and not leant) or _only_says_where(said, session):
        return around_of(said, snapshot) or follow_up_of(said, session, snapshot)
    if naming.only_introduces(said, snapshot):
        return follow_up_of(said, session, snapshot) if session.topics and not leant else Introduced()
    return None


def _only_leant(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message before was not understood, and one that only tells who somebody is decides nothing of what it leant to."""
    if not (session.misses and session.offered) or not asks_nothing(said):
        return False
    weighs = {*said.stated, *said.counting.counted} - (snapshot.introductory - counting_tools(snapshot).deciding)
    return in_hand(session, snapshot).isdisjoint(map(FactHint, weighs))


def _returned_to(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """The earlier topic that a message comes back to."""
    child = _of_the_child(said, session, snapshot)
    if child is not None:
        return child
    goes = session.earlier and (turns_aside(said.text) or goes_to_earlier(said, snapshot))
    alone = alone_of(said, session, snapshot) if goes else Margin()
    sure = alone.margin >= snapshot.weights.sure and bool(alone.covered)
    return returned_to(said, session, alone.covered[0].column.id if sure else None, snapshot)


def _of_the_child(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """The matter of the child that a message turns to from one that is none: 孩子呢, to the one spoken of before; 那孩子读书呢."""
    named = any(snapshot.definitions[fact].relation == "child" for fact in said.stated)
    if not named or not ends_with_the_rest(said.text) or any(of_a_child(topic, said.region, snapshot) for topic in session.topics):
        return None
    if names_only_people(said.text, said.people):
        return next((topic for topic in reversed(session.earlier) if of_a_child(topic, said.region, snapshot)), None)
    alone = alone_of(said, session, snapshot)
    if not session.topics or not alone.covered or alone.margin < snapshot.weights.sure:
        return None
    best = in_region(said, alone, snapshot)
    spoken_of = not measures_on(best, said.region, snapshot).isdisjoint(key.measure for key in said.parts)
    return best if spoken_of and of_a_child(best, said.region, snapshot) else None


_ONLY_ADDS = 14
"""Characters of a message that only asks for what was told to be added up."""


def _adds_up(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message only wants what was counted added up: 两段加一起呢."""
    counting = said.counting
    only = counting.everything and not counting.spans and len(said.text) <= _ONLY_ADDS
    only = only or (counting.relation is Relation.ADDS and counting.total and len(said.text) <= _ONLY_ADDS)
    only = only or snapshot.signal("total-alone").is_all_of(said.text) or only_the_total(said.text)
    return only and bool(session.tally.spells and session.measures)


def _stays(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message says more on the matter in hand."""
    if not (session.topics or session.measures) or not says_something(said, session, snapshot):
        return False
    return stays(said, session, alone_of(said, session, snapshot), snapshot)


def follow_up_of(said: Said, session: Session, snapshot: Snapshot) -> FollowUp:
    """The side now asked for, or the one the last question asked for."""
    facets = said.facets
    if asks_for_a_phone(said, session, snapshot) or asks_whether_an_office(said, session):
        facets = tuple(facet.id for facet in snapshot.knowledge.facets if facet.contacts and not facet.officer)
    facets = facets or whom_asked_again(said, session, snapshot)
    if not facets and (asks_whether_written(said.text) or not asks_of_a_point(said, session)):
        known, left = snapshot.facet_by_id, inherited(session, snapshot)
        part = names_a_point(said, session) and not _only_tells_a_case(said, session, snapshot)
        sides = sides_of_named_points(said, session, snapshot) if part else None
        left = tuple(facet for facet in left if sides is None or facet in sides)  # 药费谁掏 — 在外地医院治的呢
        left = tuple(f for f in left if known[f].verdict) if asks_of_another_kind(said, snapshot) and Form.WHETHER in said.forms else left
        of_part = part or Form.EITHER in said.forms
        return FollowUp(tuple(facet for facet in left if not (of_part and _of_the_whole(known[facet]))))
    return FollowUp(facets, brief=bool(facets))


def _only_tells_a_case(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message asks nothing and tells what the matter in hand looks at: it goes on with the side asked, whatever words of a
    point it tells it in: 我算哪一档 — 采核酸的，领到管子就去.
    """
    facts = {*map(FactHint, said.stated), *map(FactHint, said.counting.counted)}
    return not said.asks and not in_hand(session, snapshot).isdisjoint(facts)


def _of_the_whole(facet: Facet) -> bool:
    """Whether a side is one of the measure, not of a part: whom to ask, how somebody stands."""
    return facet.contacts or facet.verdict


def inherited(session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The side the last question asked about; who is in charge is named only to who asks it in this message."""
    known = snapshot.facet_by_id
    return tuple(facet for facet in session.facets if facet in known and not known[facet].officer)


def side_left_open(said: Said, session: Session) -> tuple[str, ...]:
    """The side asked right before of no matter, once a message only names one: 找谁 — 评先进的事."""
    told_alone = not said.facets and (not said.asks or ends_with_the_rest(said.text))
    return session.facets if told_alone and (session.offered or not session.topics) else ()


def whom_asked_again(said: Said, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """Who is in charge, or whom to ask, where that was asked right before and a message only puts another matter: 工伤的呢, 治安那块呢."""
    known = snapshot.facet_by_id
    if said.facets or said.counting or not ends_with_the_rest(said.text):
        return ()
    if names_a_point(said, session) and not puts_another_kind(said.text):
        return ()  # 谁来管 — 要是打人呢 asks what is written of that
    return tuple(facet for facet in session.facets if facet in known and known[facet].contacts)


def _only_says_where(said: Said, session: Session) -> bool:
    """Whether the message sets the region right, with nothing asked anew, nor wished for: 选错了，我是广州的，|想找人聊聊."""
    own = said.spoken.own or session.region is None or (said.corrects and said.acts <= {Act.CORRECTS, Act.TELLS})
    moved = own and said.spoken.region is not None and said.spoken.region != session.region
    asks = {clause.act for clause in said.clauses if not repeats_where(said.text[clause.start : clause.end])} & {Act.ASKS, Act.WISHES}
    return moved and bool(session.topics) and not said.facets and not asks


def around_of(said: Said, snapshot: Snapshot) -> Around | None:
    """A wider place is named that the person's region is no part of."""
    around = said.spoken.around
    part = snapshot.places.get(said.region or "")
    return Around(around) if around is not None and (part is None or around not in part.region.around) else None


def adds(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """More on the matter in hand, told by a message that asks nothing; or what is only said amid it."""
    alone = alone_of(said, session, snapshot)
    told = said.stated or said.counting or said.spoken.region or said.apart
    if points_to_another(said, session, alone, snapshot) or (far_outside(said, alone, snapshot) and not told):
        return None
    if only_explains(said, session, snapshot):
        return follow_up_of(said, session, snapshot)
    if is_of_another(said, session, alone, snapshot):
        return None
    if adds_to_hand(said, session, alone, snapshot) or only_adds(said, session, snapshot):
        return follow_up_of(said, session, snapshot)
    return Told() if only_says(said, session, alone, snapshot) else None


def alone_of(said: Said, session: Session, snapshot: Snapshot) -> Margin:
    """How a message ranks without what is in hand."""
    return margin_of(said, replace(session, topics=(), measures=()), snapshot)


def still_on(session: Session, snapshot: Snapshot) -> StillOn | None:
    """Asks whether the matter in hand is still meant."""
    topics = (topic for topic in session.topics if topic in snapshot.topic_by_id and topic != OVERVIEW)
    return next(map(StillOn, topics), None)


def asks_whether_an_office(said: Said, session: Session) -> bool:
    """Whether an office is only named to ask whether the matter in hand is its business: 归民政吧."""
    named = bool(said.analysis.ids("contact")) and not said.facets
    return named and bool(session.measures) and (ends_seeking_assent(said.text) or asks_yes_or_no(said.text))
