"""What a message is of by itself, where that is another matter than the one in hand: the evidence that it leaves it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.compiled.hints import facts_left_open
from bot.compiled.keys import Column, FactHint, Hint
from bot.compiled.snapshot import Snapshot
from bot.language.referring_back import refers_back
from bot.model.session import Session
from bot.understanding.intents import Margin
from bot.understanding.naming import matters_named
from bot.understanding.said import Act, Said
from bot.understanding.telling import asks_nothing


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How far a message by itself lies from the matter in hand.

    ``surely``: it is surely of another covered matter. ``far``: the topics in hand lie well behind that. ``looked_at``: a fact or
    count that it tells is one that the measures in hand look at. ``nothing_like_hand``: it is in words of the other matter, and
    nothing in it is of the one in hand. ``comes_back``: the other was spoken of before. ``pointed_to``: a fact told points there.
    """

    surely: bool = False
    far: bool = False
    looked_at: bool = False
    nothing_like_hand: bool = False
    comes_back: bool = False
    pointed_to: bool = False


def elsewhere_of(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> Elsewhere:
    """What a message is of by itself; ``alone`` is how it ranks without what is in hand."""
    weights = snapshot.weights
    told = {*map(FactHint, facts_told(said, snapshot)), *map(FactHint, said.counting.counted)}
    looked_at = not in_hand(session, snapshot).isdisjoint(told)
    best = next(iter(alone.covered), None)
    if best is None:
        return Elsewhere(looked_at=looked_at)
    behind = best.total - max((scored.total for scored in alone.covered if scored.column.id in session.topics), default=0.0)
    here = Elsewhere(far=behind >= weights.clearly_alone, looked_at=looked_at)
    if best.column.id in session.topics or alone.margin < weights.alone:
        return here
    surely, plain = surely_another(session, alone, snapshot), best.total >= weights.surely_alone
    aloof = not refers_back(said.text)
    unlike = surely and aloof and not looked_at and not said.corrects and behind >= weights.nothing_like
    earlier = plain and aloof and best.column.id in session.earlier and Act.ASKS in said.acts
    return replace(
        here,
        surely=surely,
        nothing_like_hand=unlike and _names_only(said, best.column, session, weights.of_another, snapshot),
        comes_back=earlier and _names_only(said, best.column, session, weights.typical, snapshot),
        pointed_to=plain and _points_to(said, best.column.id, session, snapshot),
    )


def far_outside(said: Said, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a message by itself is plainly of a matter outside the documents, by a word of it, and far from any that they cover."""
    best, weights = next(iter(alone.others), None), snapshot.weights
    if best is None or best.column.kind != "outside" or alone.margin >= -weights.far_outside:
        return False
    return best.total >= weights.outside or best.column in matters_named(said, weights.typical, snapshot)


def _names_only(said: Said, column: Column, session: Session, least: float, snapshot: Snapshot) -> bool:
    """Whether a word names a matter, and none the one in hand."""
    named = matters_named(said, least, snapshot)
    return column in named and not any(Column("topic", topic) in named for topic in session.topics)


def _points_to(said: Said, topic: str, session: Session, snapshot: Snapshot) -> bool:
    """Whether a fact that is no matter of the one in hand points to a topic."""
    here = in_hand(session, snapshot)
    new = [hint for fact in said.stated if fact not in snapshot.introductory and (hint := FactHint(fact)) not in here]
    return any(topic in snapshot.hints.get(hint, ()) for hint in new)


def facts_told(said: Said, snapshot: Snapshot) -> list[str]:
    """The facts a message states, but for whose matter it is: whoever names a child says nothing yet of which matter."""
    return [fact for fact in said.stated if snapshot.definitions[fact].relation is None]


def surely_another(session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a message by itself is surely about another covered topic than those in hand: 那我妈看病呢."""
    return _stands_out(session, alone, snapshot.weights.surely_alone, snapshot)


def likely_another(session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a question is likely about another covered topic than the help that was offered to somebody in distress."""
    return _stands_out(session, alone, snapshot.weights.outright, snapshot)


def _stands_out(session: Session, alone: Margin, least: float, snapshot: Snapshot) -> bool:
    """Whether the best topic is not in hand, is ``least`` plain, and clearly ahead of every other."""
    weights, best = snapshot.weights, next(iter(alone.covered), None)
    if best is None or best.column.id in session.topics or alone.margin < weights.alone:
        return False
    next_best = max((scored.total for scored in (*alone.covered[1:], *alone.others)), default=0.0)
    return best.total >= least and best.total - next_best >= weights.clearly_alone


def tells_of_none_in_hand(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message only tells a fact that no measure in hand looks at: 闺女今年高考, after one on the insurance."""
    facts = {fact for fact in said.stated if fact not in snapshot.introductory}
    if not facts or not asks_nothing(said) or said.counting or not facts.isdisjoint(_left_open_in_hand(session, snapshot)):
        return False
    return in_hand(session, snapshot).isdisjoint(map(FactHint, facts))


def _left_open_in_hand(session: Session, snapshot: Snapshot) -> set[str]:
    """The facts of which a measure in hand says that the document does not, where the topics in hand are asked of: 没立功."""
    known = snapshot.knowledge.measure_by_id
    return {fact for name in session.measures if name in known for fact in facts_left_open(known[name], session.topics)}


def in_hand(session: Session, snapshot: Snapshot) -> set[Hint]:
    """What the measures in hand look at when they are asked about the topics in hand."""
    topics = set(session.topics)
    return {
        hint
        for measure in session.measures
        for hint, about in snapshot.pointers_of.get(measure, {}).items()
        if not topics or not topics.isdisjoint(about)
    }
