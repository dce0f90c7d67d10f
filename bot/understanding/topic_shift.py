"""Topic shift: whether a message leaves the matter in hand for another that it names, or for one outside the documents."""

from __future__ import annotations

from bot.compiled.keys import Column, FactHint, Hint, NameHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.asked_of_whom import asks_of_those
from bot.language.clauses import Stretch
from bot.language.question_forms import ends_with_the_rest
from bot.language.referring_back import not_asked, refers_back
from bot.language.steering import names_instead
from bot.model.session import Session
from bot.understanding.another import facts_told, in_hand, likely_another, surely_another
from bot.understanding.elliptical import leans, names_hand
from bot.understanding.intents import Margin
from bot.understanding.naming import asks_for_list, names_outside, naming
from bot.understanding.parts_in_hand import cued_by_a_phrase, cued_in_hand
from bot.understanding.regional import refuses
from bot.understanding.said import Act, Said
from bot.understanding.telling import asks_nothing, only_tells

_SHORT = 12
"""Characters up to which a message with a word of a part of the measure in hand is about that part."""


def asks_instead(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether the matter in hand is said not to be what is asked, before another is asked of: 不是问钱，孩子上学能照顾吗."""
    first, best = next(iter(said.clauses), None), next(iter(alone.covered), None)
    if first is None or best is None or best.column.id in session.topics or len(said.clauses) == 1:
        return False
    somebody = any(first.start <= one.start and one.end == first.end for one in said.people.named)  # 不是奶奶，是姥姥
    turns = snapshot.signal("turns-to").heard(said.text) or (names_instead(said.text) and not somebody)
    taken_back = first.act is Act.CORRECTS and (turns or not_asked(said.text[first.start : first.end]))
    return taken_back and (turns or Act.ASKS in said.acts) and alone.margin >= snapshot.weights.sure


def has_sign_of_what_is_outside(said: Said, alone: Margin, snapshot: Snapshot) -> bool:
    """Whether a sign puts a message outside the documents, however near it lies to the matter in hand."""
    outside = next((scored.column for scored in alone.others if scored.column.kind == "outside"), None)
    if outside is None or outside != alone.others[0].column or said.corrects:
        return False
    return outside in snapshot.signs.find(said.where, said.text)


def turns_to_another(said: Said, session: Session, alone: Margin, snapshot: Snapshot, told: list[Stretch]) -> bool:
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
    return _names_plainly(said, session, alone, snapshot, named, here=here, told=bool(told))


def _names_plainly(
    said: Said,
    session: Session,
    alone: Margin,
    snapshot: Snapshot,
    named: list[tuple[Column, float]],
    *,
    here: bool,
    told: bool,
) -> bool:
    """Whether one of the words named is plain enough of a matter not in hand; less will do where the message stands alone.

    ``here``: something in it is of the matter in hand; ``told``: it says who somebody is.
    """
    weights = snapshot.weights
    top = alone.covered[0].column.id if alone.covered else None
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


def points_elsewhere(said: Said, session: Session, snapshot: Snapshot) -> bool:
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
