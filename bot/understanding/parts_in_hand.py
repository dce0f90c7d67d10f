"""What parts of the measures in hand a message speaks of: their points, what they leave open, their entitlements."""

from __future__ import annotations

from collections.abc import Mapping

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.language.asked_of_whom import asks_of_those
from bot.language.clauses import Stretch
from bot.language.question_forms import ends_with_the_rest
from bot.language.questions import question_words
from bot.model.measure import Point
from bot.model.session import Session
from bot.understanding.naming import words_besides
from bot.understanding.said import Act, Said

_A_NAME = 3
"""Characters from which a word for an open detail names no other matter: 每月发, not 话费."""


def asks_of_a_point(said: Said, session: Session) -> bool:
    """Whether a message asks of a part of a measure in hand by that part's own words: 那钱谁先垫, after one about the tax."""
    asks_anew = Act.ASKS in said.acts and not asks_of_those(said.text) and not ends_with_the_rest(said.text)
    return asks_anew and any(key.kind == "point" and key.measure in session.measures for key in said.parts)


def names_a_point(said: Said, session: Session) -> bool:
    """Whether a message names a part of a measure in hand, by a word that is no fact and nobody: 半夜呢, not 援鄂的呢."""
    facts = [(here.start, here.end) for here in said.options.values()]
    stated = [*facts, *((one.start, one.end) for one in said.people.named)]
    kinds = ("point", "unanswered")
    parts = [here for key, here in said.parts.items() if key.kind in kinds and key.measure in session.measures]
    return any(not any(here.start < end and start < here.end for start, end in stated) for here in parts)


def cued_by_a_phrase(said: Said, session: Session, snapshot: Snapshot, *kinds: str) -> bool:
    """Whether several words together single out a part, of some kind, of the matter in hand: 不是定点医院治的, after one on injury.

    What another topic of the measure leaves open is no part of it: 我爸妈在老家, after one on what is brought home.
    """
    parts = [(key, here) for key, here in said.parts.items() if key.measure in session.measures and key.kind in kinds]
    return any(here.weight[0] > 1 and not _left_open_elsewhere(key, session, snapshot) for key, here in parts)


def _left_open_elsewhere(key: PartKey, session: Session, snapshot: Snapshot) -> bool:
    """Whether a detail is left open only where other topics than those in hand are asked of."""
    if key.kind != "unanswered":
        return False
    topics = snapshot.knowledge.measure_by_id[key.measure].unanswered[int(key.name)].topics
    return bool(topics) and set(topics).isdisjoint(session.topics)


def cued_in_hand(said: Said, session: Session) -> list[Stretch]:
    """Where the message speaks of a part of a measure in hand, in the author's words: 谁先垫付."""
    kinds = ("point", "entitlement", "unanswered")
    found = said.parts.items()
    return [(here.start, here.end) for key, here in found if key.measure in session.measures and key.kind in kinds]


def asks_an_open_detail(said: Said, session: Session) -> bool:
    """Whether the message asks what a measure in hand is known to leave open."""
    return any(key.kind == "unanswered" and key.measure in session.measures for key in said.parts)


def says_only_an_open_detail(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether all that a message says is what a measure in hand is known to leave open: 每月发吗, after one on the daily subsidy."""
    parts = said.parts.items()
    found = [(here.start, here.end) for key, here in parts if key.kind == "unanswered" and key.measure in session.measures]
    named = any(end - start >= _A_NAME or not _is_in_a_title(said.text[start:end], snapshot) for start, end in found)
    return named and not said.counting and not words_besides(said, [*found, *said.side_words, *question_words(said.text)])


def _is_in_a_title(word: str, snapshot: Snapshot) -> bool:
    """Whether a word names a matter, so that alone it may be of that one: 话费."""
    return any(word in topic.title for topic in snapshot.knowledge.topics)


def sides_of_named_points(said: Said, session: Session, snapshot: Snapshot) -> set[str] | None:
    """The sides that the points of measures in hand have which a message names; None where it names none."""
    known = snapshot.knowledge.measure_by_id
    named = {(key.measure, key.name) for key in said.parts if key.kind == "point" and key.measure in session.measures}
    points = [point for name in session.measures if name in known for point in known[name].points if (name, point.id) in named]
    return {side for point in points for side in (*point.facets, *_answered(point))} if points else None


def _answered(point: Point) -> tuple[str, ...]:
    return tuple(point.answer) if isinstance(point.answer, Mapping) else ()
