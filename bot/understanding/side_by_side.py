"""Topics of things put side by side in one question: compared, joined by a word, or listed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.compiled.keys import Column
from bot.compiled.snapshot import Snapshot
from bot.language.asked_for_what import had_both_by, said_of_both, told_apart_by
from bot.language.assertions import predicates
from bot.language.clauses import Stretch, split
from bot.understanding.clear_pieces import answered_topic, clearly_about, plainly_named
from bot.understanding.listed import joining_words, listed, spans
from bot.understanding.naming import naming
from bot.understanding.said import Act, Said

_TOGETHER = 2
_AT_MOST = 3
"""Things of a list that are answered together."""


def named_side_by_side(said: Said, best: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of which one and the same is asked, in the order named; none where the best is not among them, unless nothing but
    their names goes before the question: 保险和慰问金，|编外的有没有.
    """
    together = _compared(said, snapshot) or _whom_of_both(said, snapshot)
    if best in together:
        return together
    joined = _joined(said, snapshot) or _listed(said, best, snapshot) or _both_named(said, said.asking, snapshot)
    return joined if best in joined else _both_named(said, _names_before(said, snapshot), snapshot)


def _compared(said: Said, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of the two things put side by side, those named last, in their order: 补助和津贴是不是一回事."""
    text = said.text
    compares = sorted([*snapshot.signal("compares").spans(text), *told_apart_by(text), *had_both_by(text)])
    if not compares:
        return ()
    joins = [(start, end) for start, end in snapshot.signal("joins").spans(text) if start < compares[-1][0]]
    marks = [(clause.end, clause.end + 1) for clause in said.clauses]
    found: dict[str, int] = {}
    for begin, end in split(text, sorted([*joins, *compares, *marks])):
        topic = answered_topic(said, begin, end, snapshot)
        if topic is not None:
            found.setdefault(topic, begin)
    if len(found) == _TOGETHER:
        return tuple(found)
    before = [topic for topic, begin in found.items() if begin < compares[0][0]]
    return tuple(before[-_TOGETHER:]) if len(before) >= _TOGETHER else ()  # 这俩 are the two named last


def _joined(said: Said, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of two things of which one and the same is said or asked, in the order named: 补助和慰问金都由谁出."""
    joins = snapshot.signal("joins").spans(said.text)
    for clause in said.clauses if joins else ():
        both = clause.start + said_of_both(said.text[clause.start : clause.end])
        for start, end in joins:
            if not clause.start < start < end < both:
                continue
            found = [answered_topic(said, *piece, snapshot) for piece in ((clause.start, start), (end, both))]
            if None not in found and found[0] != found[1]:
                return tuple(topic for topic in found if topic is not None)
    return ()


def _whom_of_both(said: Said, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of two things joined by a word in the one clause that asks whom to turn to, in the order named: 体检和入学谁负责."""
    known = snapshot.facet_by_id
    whom = bool(said.facets) and all(known[facet].contacts for facet in said.facets)
    if not whom or said.analysis.ids("officer") or len(said.clauses) != 1:
        return ()
    joins = joining_words(said, snapshot)
    pieces = split(said.text, joins) if len(joins) == 1 else []
    found = dict.fromkeys(topic for begin, end in pieces if (topic := answered_topic(said, begin, end, snapshot)) is not None)
    return tuple(found) if len(found) == _TOGETHER else ()


def _listed(said: Said, best: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of the things of a list of which one and the same is asked, in the order named, also what the person's region says
    nothing on: 补休或者带薪假有没有. None where one measure tells of them all: 吃饭、住宿、接送管不管."""
    for asking in said.asking:
        pieces = listed(said, asking, snapshot)
        found = dict.fromkeys(topic for piece in pieces if (topic := plainly_named(said, *piece, snapshot)) is not None)
        if len(found) < _TOGETHER or _named_before(said, pieces, found, snapshot):
            continue
        if not _of_one_measure(said, pieces, best, found, snapshot):
            return tuple(found)[:_AT_MOST]
    return ()


def _named_before(said: Said, pieces: Sequence[Stretch], topics: Collection[str], snapshot: Snapshot) -> bool:
    """Whether one of the topics of a list is named before it, so that its pieces are deeds: 交了不少|话费|，能报或者减免吗."""
    words = naming(said, snapshot, [(pieces[0][0], len(said.text))])
    return any(column.id in topics for column, degree in words if degree >= snapshot.weights.compared)


def _of_one_measure(
    said: Said, pieces: Sequence[Stretch], best: str, topics: Collection[str], snapshot: Snapshot
) -> bool:
    """Whether each piece of a list singles out a part of the measure that answers for a topic, or one part several of them; a point,
    where the region says nothing on what one of them names."""
    region = said.region or ""
    kinds = {"point"} if any(not snapshot.has_answer(topic, region) for topic in topics) else {"point", "unanswered"}
    for measure in snapshot.answers.get((best, region), ()):
        spots = [(spot.start, spot.end) for key, spot in said.parts.items() if key.measure == measure.id and key.kind in kinds]
        if spans(spots, pieces) or all(any(begin <= at < end for at, _ in spots) for begin, end in pieces):
            return True
    return False


def _both_named(said: Said, stretches: Sequence[Stretch], snapshot: Snapshot) -> tuple[str, ...]:
    """The topics of two things joined by a word in one of some clauses, each of them plain by itself: 补贴和孩子入学怎么办."""
    joins = joining_words(said, snapshot)
    for begin, end in stretches:
        here = [span for span in joins if begin < span[0] and span[1] < end]
        pieces = split(said.text, [(0, begin), *here, (end, len(said.text))]) if len(here) == 1 else []
        found = [answered_topic(said, *piece, snapshot) for piece in pieces]
        plain = (clearly_about(said, *piece, 0.0, snapshot) for piece in pieces)
        if len(set(found)) == _TOGETHER and all(t and c == Column("topic", t) for t, c in zip(found, plain, strict=True)):
            return tuple(topic for topic in found if topic is not None)
    return ()


def _names_before(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """Clauses that are only names of things, right before one that asks and names none."""
    before = zip(said.clauses, said.clauses[1:], strict=False)
    return [
        (names.start, names.end)
        for names, asks in before
        if names.act is Act.TELLS and asks.act is Act.ASKS and not predicates(said.text[names.start : names.end])
        and answered_topic(said, asks.start, asks.end, snapshot) is None
    ]
