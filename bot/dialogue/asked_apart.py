"""What several clauses, or the things of a list, ask of one measure: which they are, of which topic, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.points import answered_as_such, names_matter
from bot.language.clauses import Stretch
from bot.language.kinship import SELF
from bot.language.pronouns import US
from bot.language.question_forms import Form, form_of
from bot.language.questions import asks
from bot.model.measure import Measure
from bot.model.talk import Facet
from bot.understanding.clear_pieces import topic_named
from bot.understanding.listed import listed, spans
from bot.understanding.said import Act, Said

_SEVERAL = 2

Piece = tuple[Stretch, Form, tuple[Stretch, ...]]
"""A clause that asks or a thing of a list of which something is asked, the form of the question, the pieces of the list."""


def pieces_asked(case: Case, measure: Measure) -> list[Piece]:
    """The clauses that ask; instead of one that ends a list of which several things are of the measure, those things."""
    found: list[Piece] = []
    for asking in case.said.asking:
        form = form_of(case.said.text[slice(*asking)])
        pieces = listed(case.said, asking, case.snapshot)
        things = _several_of(measure, pieces, case)
        found += [(piece, form, pieces) for piece in pieces] if things else [(asking, form, ())]
    return [*found, *_heard_last(measure, case)]


def _heard_last(measure: Measure, case: Case) -> list[Piece]:
    """What a message ends with as heard from others, where it is a detail that the document leaves open: 一天多少，听说湖北的翻倍."""
    last = case.said.clauses[-1] if case.said.clauses else None
    if last is None or last.act is not Act.HEARSAY:
        return []
    gaps = case.said.cues(measure.id, "unanswered").values()
    heard = any(last.start <= here.start < last.end for here in gaps)
    return [((last.start, last.end), Form.WHETHER, ())] if heard else []


def _several_of(measure: Measure, pieces: Sequence[Stretch], case: Case) -> bool:
    """Whether the pieces of a list name several topics, or several points or open details, of a measure; not where one part of it
    tells of more than one piece, nor by the words that ask of them all: 防护服、口罩|够不够."""
    spots = [(key, here) for key, here in case.said.parts.items() if key.measure == measure.id and key.kind != "entitlement"]
    if not pieces or spans([(here.start, here.end) for _, here in spots], pieces):
        return False
    topics = {topic for piece in pieces if (topic := named_of(measure, piece, case)) is not None}
    naming = [(key, here) for key, here in spots if not asks(case.said.text[here.start : here.end])]
    parts = [frozenset(key for key, here in naming if begin <= here.start < end) for begin, end in pieces]
    return max(len(topics), len({of_it for of_it in parts if of_it})) >= _SEVERAL


def named_of(measure: Measure, piece: Stretch, case: Case) -> str | None:
    """The topic of a measure that a piece names."""
    named = topic_named(case.said, *piece, case.snapshot)
    return named if named in measure.topics else None


def speaks_of_worker(said: Said, stretch: Stretch) -> bool:
    """Whether a clause speaks of the medical worker, and of nobody else who is asked for in another; or of what both of them have
    (我们) right behind one on the worker."""
    people = said.people
    here = [one for one in people.named if stretch[0] <= one.start < stretch[1]]
    named = {one.who for one in here}
    if people.asked_for is None or people.asked_for in people.staff:
        return False
    before = next((one for one in reversed(people.named) if one.end <= stretch[0]), None)
    if named == {SELF} and before is not None and before.who in people.staff:
        return said.text[here[0].start : here[0].end] in US
    return people.asked_for not in named and not named.isdisjoint(people.staff)


def of_the_worker(said: Said, stretch: Stretch, case: Case) -> Said:
    """What is said of a clause that speaks of the medical worker where somebody else is asked for in another, as asked for that one."""
    if not speaks_of_worker(case.said, stretch):
        return said
    of_kin = (fact for fact, definition in case.snapshot.definitions.items() if definition.relation is not None)
    return replace(said, stated={**said.stated, **dict.fromkeys(of_kin, SELF)})


def is_put(facet: Facet, form: Form) -> bool:
    """Whether a clause of a form may ask for a side: for a sum not by yes or no, nor as one of two: 能拿到吗."""
    return not facet.asks_sum or form is Form.OTHER


def topic_of_clause(case: Case, stretch: Stretch, measure: Measure, topic: str | None) -> str | None:
    """The topic of which a clause asks, by words of its own that single out a point or an open detail, or by a side that is
    answered as such; another topic of the measure by a point alone.
    """
    text, of_points = case.said.text, {point.id: point.topics for point in measure.points}
    spots = {
        key: here
        for key, here in case.said.parts.items()
        if key.measure == measure.id and stretch[0] < here.end <= stretch[1]
        and not names_matter(text[here.start : here.end], measure, case)
    }
    points = [of_points[key.name] for key in spots if key.kind == "point" and key.name in of_points]
    gaps = [measure.unanswered[int(key.name)] for key in spots if key.kind == "unanswered"]
    known = case.snapshot.facet_by_id
    sided = any(answered_as_such(known[facet]) or known[facet].silent is not None for facet in case.facets)
    if any(not of or topic in of for of in points) or any(gap.open_to(topic) for gap in gaps) or (sided and not points):
        return topic or measure.topics[0]
    return next((of for several in points for of in several if of in measure.topics), None)
