"""Elliptical messages: what somebody who leans on the last answer leaves out, and what shows that they do."""

from __future__ import annotations

from bot.compiled.hints import facts_left_open
from bot.compiled.keys import FactHint
from bot.compiled.snapshot import Snapshot
from bot.language.asked_for_what import asks_to_call
from bot.language.kinship import SELF
from bot.language.particles import FUNCTION
from bot.language.question_forms import ends_asking, ends_seeking_assent, ends_with_the_rest
from bot.language.referring_back import left_to_before, refers_back
from bot.model.session import Session
from bot.understanding.another import surely_another
from bot.understanding.intents import Margin
from bot.understanding.naming import naming, only_introduces
from bot.understanding.people import names_only_people
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.standing import for_anyone
from bot.understanding.telling import only_tells

_SHORT_OF_WHOM = 16
"""Characters up to which a message that asks whom to turn to may have nothing else to say."""


def is_of_others(session: Session, snapshot: Snapshot) -> bool:
    """Whether the matter in hand is written for others than staff and their families, and is so by what was told.

    Of a colleague who died, 他爸妈能领什么 means no parents of staff.
    """
    told = {topic for item in session.facts for topic in snapshot.hints.get(FactHint(item.fact), ())}
    return any(topic in told and for_anyone(topic, snapshot) for topic in session.topics)


def asks_of_whom_it_leaves_open(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the same is asked of somebody of whom a measure in hand says that nothing is written: 我是派遣的呢."""
    known = snapshot.knowledge.measure_by_id
    left_open = {fact for measure in session.measures if measure in known for fact in facts_left_open(known[measure])}
    return left_to_before(said.text) and not left_open.isdisjoint(said.stated)


def asks_of_a_case(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message does no more than put another case of the same question, by what somebody is: 保洁呢, 那派遣的呢."""
    if not ends_with_the_rest(said.text) or any(one.who != SELF for one in said.people.named):
        return False
    known = snapshot.definitions
    cases = [here for key, here in said.options.items() if known[key.fact].of_staff]
    left = [ch for i, ch in enumerate(said.text) if not any(here.start <= i < here.end for here in cases)]
    return len(left) < len(said.text) and all(ch in FUNCTION or not ch.isalnum() for ch in left)


def asks_only_whom(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
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


def answers_in_words(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
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


def corrects_only(said: Said) -> bool:
    """Whether a message takes something back and asks nothing anew: 说错了，我一直在办公室."""
    return said.corrects and not said.facets and Act.ASKS not in said.acts


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


def asks_for_a_phone(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message after an answer only asks for a telephone number."""
    return bool(session.topics or session.measures) and snapshot.signal("phone-alone").is_all_of(said.text)


def asks_whom_and_a_phone(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether each clause of a message after an answer asks only who is in charge, or for a telephone number: 谁管这事？有号码没."""
    phone = snapshot.signal("phone-alone")
    named = [not phone.is_all_of(said.text[clause.start : clause.end]) for clause in said.clauses]
    if all(named) or not (session.topics or session.measures):
        return False
    contacts = [(here.start, here.end) for key, here in said.sides.items() if snapshot.facet_by_id[key.facet].contacts]
    taken = {i for start, end in (*contacts, *snapshot.signal("generic").spans(said.text)) for i in range(start, end)}
    others = [clause for clause, besides in zip(said.clauses, named, strict=True) if besides]
    return all(
        any(clause.start <= start < clause.end for start, _ in contacts)
        and all(i in taken or said.text[i] in FUNCTION or not said.text[i].isalnum() for i in range(clause.start, clause.end))
        for clause in others
    )


def leans(said: Said, snapshot: Snapshot) -> bool:
    """Whether the message opens, behind polite words, as one that goes on with the last: 好的，那…."""
    leaning, opening, text, start = snapshot.signal("leans"), snapshot.signal("opening"), said.text, 0
    while leaning.opens(text, start) is None:
        end = opening.opens(text, start)
        if end is None:
            return False
        start = end + text.startswith("，", end)
    return True
