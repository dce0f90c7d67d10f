"""Whether a message that asks nothing adds to the matter in hand: of whom, where, what work, how it stands."""

from __future__ import annotations

from collections.abc import Collection

from bot.compiled.keys import FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.assertions import explains, predicates, states
from bot.language.question_forms import ends_seeking_assent
from bot.model.session import Session
from bot.understanding.another import in_hand
from bot.understanding.elliptical import names_hand
from bot.understanding.intents import Margin
from bot.understanding.introduction import introducing
from bot.understanding.naming import names_outside, naming
from bot.understanding.parts_in_hand import cued_in_hand
from bot.understanding.regional import refuses
from bot.understanding.said import CLOSING, Said
from bot.understanding.telling import asks_nothing, only_tells


def adds_to_hand(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether what a message tells is said of the matter in hand: it asks nothing, and no other is what it is plainly about.

    ``alone`` is how the message ranks without what is in hand.
    """
    if session.topics in ((), (OVERVIEW,)) or not asks_nothing(said) or not CLOSING.isdisjoint(said.acts):
        return False
    if ends_seeking_assent(said.text) or is_of_another(said, session, alone, snapshot):
        return False
    return _matters(said, session, alone, snapshot)


def only_says(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a message that neither asks nor names another matter is a sentence, and so no bare name of what is wanted."""
    sentence = asks_nothing(said) and states(said.text)
    return sentence and bool(session.topics) and not is_of_another(said, session, alone, snapshot)


def is_of_another(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether what a message tells is plainly of another covered matter than the one in hand."""
    if points_to_another(said, session, alone, snapshot):
        return True
    top = _top_elsewhere(session, alone, snapshot)
    looked_at = in_hand(session, snapshot)
    if top is None or any(FactHint(fact) in looked_at for fact in said.stated):
        return False
    return _names_plainly(said, session, alone, top, snapshot)


def points_to_another(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a fact that is told points to the matter a message is most like, and that is not in hand.

    Who somebody is and what work they do may be told of any matter; with the days it took it is told for a sum.
    """
    top = _top_elsewhere(session, alone, snapshot)
    if top is None:
        return False
    work = bool(said.counting.spells) and (said.apart or not snapshot.introductory.isdisjoint(said.stated))
    told = {*said.stated, *said.counting.counted} if work else set(said.stated) - snapshot.introductory
    return any(top in snapshot.hints.get(FactHint(fact), ()) and not refuses(top, fact, said, snapshot) for fact in told)


def _top_elsewhere(session: Session, alone: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic a message is most like by itself, if it is not in hand."""
    top = alone.covered[0].column.id if alone.covered else None
    return None if top in topics_in_hand(session, snapshot) else top


def _names_plainly(said: Said, session: Session, alone: Margin, top: str, snapshot: Snapshot) -> bool:
    """Whether a word names the topic a message is most like: the more plainly, the more the message is a mere statement."""
    weights = snapshot.weights
    hard = snapshot.signal("hardship").heard(said.text)
    sentence = predicates(said.text) or states(said.text)
    least = weights.of_another if sentence and not hard else weights.plainly
    need = weights.telling_of_hardship if hard else weights.telling if sentence else weights.alone
    if alone.margin < need:
        return False
    besides = [*introducing(said, snapshot), *cued_in_hand(said, session), *snapshot.signal("generic").spans(said.text)]
    named = naming(said, snapshot, besides)
    return any(degree >= least and column.kind == "topic" and column.id == top for column, degree in named)


def _matters(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a message says anything that a question on what the documents give may turn on.

    What somebody tells of themselves or of their own people is likelier to than what they tell of the weather.
    """
    if said.counting or cued_in_hand(said, session):
        return True
    if names_outside(said, snapshot):
        return False
    if said.stated or said.apart or said.spoken.region or names_hand(said, session, snapshot.weights.typical, snapshot):
        return True
    of_people = bool(said.people.named) and states(said.text)
    return (alone.margin if of_people else alone.surely) >= snapshot.weights.sure


def topics_in_hand(session: Session, snapshot: Snapshot) -> Collection[str]:
    """The topics in hand, and the others of their measures."""
    by_id = snapshot.knowledge.measure_by_id
    return {*session.topics, *(topic for m in session.measures if m in by_id for topic in by_id[m].topics)}


def tells_more(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether what a message tells is for the question asked before it: who or where somebody is, or what decides it."""
    if session.offered or session.topics == (OVERVIEW,):
        return False
    here = in_hand(session, snapshot)
    of_others = [
        fact
        for fact in said.stated
        if fact not in snapshot.introductory and FactHint(fact) not in here and snapshot.hints.get(FactHint(fact))
    ]
    return bool(said.stated or said.spoken.region) and not of_others


def only_adds(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message that only tells, and of no hardship, names no other matter plainly: it is said of the one asked before."""
    if session.offered or session.topics == (OVERVIEW,) or not only_tells(said):
        return False
    if not CLOSING.isdisjoint(said.acts) or snapshot.signal("hardship").heard(said.text):
        return False
    generic = snapshot.signal("generic").spans(said.text)
    weights, found = snapshot.weights, naming(said, snapshot, generic)
    others = [degree for column, degree in found if column.kind == "topic" and column.id not in session.topics]
    trace = bool(generic) or any(degree >= weights.faintly for degree in others)
    return trace and max(others, default=0.0) < weights.plainly


def only_explains(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message that only tells says who, where or what was meant before, whatever other matter its words are like."""
    told = only_tells(said) and not said.counting and CLOSING.isdisjoint(said.acts)
    if not told or session.topics == (OVERVIEW,):
        return False
    return explains(said.text) or not snapshot.introductory.isdisjoint(said.stated)
