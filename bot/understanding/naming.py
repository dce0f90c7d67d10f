"""Which words of a message name a topic, and which only ask, tell where, or say who it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.compiled.features import compared, features
from bot.compiled.keys import Column, FigureHint, Hint, NameHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.clauses import Stretch, inside, split
from bot.language.numerals import NUMBER, value_of
from bot.language.particles import FUNCTION
from bot.understanding.introduction import introducing
from bot.understanding.said import Act, Said
from bot.understanding.topics import Scored, rank

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def naming(said: Said, snapshot: Snapshot, besides: Sequence[Stretch] = ()) -> list[tuple[Column, float]]:
    """For each word and concept outside facets, facts, places, offices and ``besides``: its most typical topic, how typical."""
    index, taken = snapshot.index, _taken(said, besides)
    found: list[tuple[Column, float]] = []
    for token, _ in _words(said, taken):
        row = index.row("w" + token)
        if row is not None:
            found.append(index.typical(row))
    for start, end, (kind, name) in said.analysis.mentions:
        row = index.row("c" + name) if kind == "concept" and end - start > 1 and not taken.issuperset(range(start, end)) else None
        if row is not None:
            found.append(index.typical(row))
    return found


def words_besides(said: Said, besides: Sequence[Stretch]) -> list[str]:
    """What is left of the words outside facets, facts, places, offices and ``besides``, without function words."""
    return [left for _, left in _words(said, _taken(said, besides))]


def matters_named(said: Said, least: float, snapshot: Snapshot) -> set[Column]:
    """What words name that neither ask for a side nor fit any matter."""
    besides = [*said.side_words, *snapshot.signal("generic").spans(said.text)]
    return {column for column, degree in naming(said, snapshot, besides) if degree >= least}


def pointers(said: Said) -> list[Hint]:
    """The figures and names of schemes a message mentions, but not to pass them over."""
    found = (here for here in NUMBER.finditer(said.text) if not inside(here.start(), said.topical.aside))
    values = (value_of(here.group()) for here in found)
    figures = [FigureHint(value) for value in values if value and not _FIRST_YEAR <= value < _LAST_YEAR]
    return [*figures, *(NameHint(name) for name in said.analysis.ids("name"))]


def _taken(said: Said, besides: Sequence[Stretch]) -> frozenset[int]:
    """The places of a text in facets, facts, places, offices and ``besides``."""
    return said.taken.union(*(range(start, end) for start, end in besides))


def _words(said: Said, taken: frozenset[int]) -> Iterator[tuple[str, str]]:
    """The words of which something is neither taken nor a function word, each with that."""
    position = 0
    for token in said.analysis.tokens:
        start, position = position, position + len(token)
        left = "".join([ch for i, ch in enumerate(token, start) if i not in taken and ch not in FUNCTION and ch.isalpha()])
        if left:
            yield token, left


def asks_for_list(said: Said, snapshot: Snapshot) -> bool:
    """Whether a wish for everything is meant: 我能享受吗 asks of what is in hand; only with 什么 or 哪些 does it ask for all."""
    asks_verdict = any(snapshot.facet_by_id[facet].verdict for facet in said.facets)
    return not asks_verdict or snapshot.signal("lists").heard(said.text)


def names_a_topic(said: Said, snapshot: Snapshot, least: float, besides: Sequence[Stretch] = ()) -> bool:
    """Whether any word besides facets, facts, places, offices and the stretches ``besides`` is typical of some topic."""
    listed = asks_for_list(said, snapshot)
    found = naming(said, snapshot, besides)
    return any(degree >= least and (listed or column.id != OVERVIEW) for column, degree in found)


def names_plainly(topic: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether a word is plainly of this topic: 面屏 of protective gear."""
    return any(column == Column("topic", topic) and degree >= snapshot.weights.plainly for column, degree in naming(said, snapshot))


def names_outside(said: Said, snapshot: Snapshot) -> bool:
    """Whether a word is plainly of a matter outside the documents: 房贷; not one by which a side is asked for: 交税."""
    return bool(outside_named(said, snapshot))


def outside_named(said: Said, snapshot: Snapshot) -> set[Column]:
    """The matters outside the documents of which a word plainly is, but for those by which a side is asked for: 要交税吗."""
    asking = [(max(start - 1, 0), end + 1) for start, end in said.side_words]
    named, plainly = naming(said, snapshot, asking), snapshot.weights.plainly
    return {column for column, degree in named if degree >= plainly and column.kind == "outside"}


def outside_by_sign(said: Said, snapshot: Snapshot) -> bool:
    """Whether a sign alone puts a message outside the documents: 中考哪天考."""
    return bool(signs_of(said, snapshot))


def signs_of(said: Said, snapshot: Snapshot) -> set[Column]:
    """The topics outside the documents that a sign singles out: not a matter that is only told of, beside a question that names a
    covered one itself (房租刚交完，有没有慰问金); another trade is told of to say whose question it is (在工地，工伤几天认定).
    """
    found = snapshot.signs.find(said.where, said.text)
    asking = said.asking
    matters = {column for column in found if snapshot.outside_by_id[column.id].matter}
    told = {column for column in matters if asking and not said.asks_with(found[column])}
    if not told:
        return set(found)
    told_of = split(said.text, asking)
    named = naming(said, snapshot, told_of)
    least = snapshot.weights.typical
    covered = any(c.kind == "topic" and c.id != OVERVIEW and degree >= least for c, degree in named) or bool(said.rates)
    return set(found) - told if covered or _clearly_covered(said, told_of, snapshot) else set(found)


def _clearly_covered(said: Said, told_of: Sequence[Stretch], snapshot: Snapshot) -> bool:
    """Whether what is asked, without the stretches that only tell, is by itself clearly of a covered matter: 有没有人上门帮忙."""
    _, scored = liked_without(said, told_of, snapshot)
    best = scored[0] if scored else None
    covered = best is not None and best.column.kind == "topic" and best.column.id != OVERVIEW
    return best is not None and covered and best.total >= snapshot.weights.clear_total


def liked_without(said: Said, told: Sequence[Stretch], snapshot: Snapshot) -> tuple[Sequence[str], Sequence[Scored]]:
    """The features of a message without what it only tells, and the topics that the rest is like, the likest first."""
    aside = (*said.topical.aside, *told)
    tokens = compared(said.analysis, aside)
    asked = features(tokens, said.analysis, aside)
    return asked, rank(asked, "".join(tokens), snapshot.index, weights=snapshot.weights).scored


def names_another(
    said: Said, in_hand: Sequence[str], snapshot: Snapshot, besides: Sequence[Stretch] = ()
) -> bool:
    """Whether a word is plainly of a covered topic that is not in hand, and none that fits any matter: 推荐, 该补."""
    plainly, generic = snapshot.weights.plainly, [*snapshot.signal("generic").spans(said.text), *besides]
    return any(
        degree >= plainly and column.kind == "topic" and column.id not in in_hand and column.id != OVERVIEW
        for column, degree in naming(said, snapshot, generic)
    )


def only_introduces(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message says who is asking and nothing else: 我是一线护士."""
    told = introducing(said, snapshot)
    if not told or said.facets or said.counting.spans or said.analysis.ids("name") or said.asks or Act.ASKS in said.acts:
        return False
    other = said.stated.keys() - snapshot.introductory
    return not other and not names_a_topic(said, snapshot, snapshot.weights.faintly, told)


def only_asks(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message asks for a side of something and names nothing, not even a part of a measure: 我符合吗."""
    return not said.parts and names_only_a_side(said, snapshot)


def names_only_a_side(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message asks for a side of something and names nothing but what the words for the side name: 交不交税."""
    stated = [fact for fact in said.stated if not snapshot.definitions[fact].shown_by]
    asking = {i for start, end in said.side_words for i in range(start, end)}
    parts = (p for p in said.parts.values() if not all(i in asking or said.text[i] in FUNCTION for i in range(p.start, p.end)))
    other = stated or said.counting.spans or said.rates or any(parts) or said.analysis.ids("name")
    return bool(said.facets) and not other and not names_a_topic(said, snapshot, snapshot.weights.faintly)


def says_nothing(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message has no word, fact, figure or side by which it could mean any topic: 就是那个事."""
    something = said.facets or said.stated or said.counting.spans or said.parts or said.analysis.ids("name")
    return not something and not names_a_topic(said, snapshot, snapshot.weights.faintly)
