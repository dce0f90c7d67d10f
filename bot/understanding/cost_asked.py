"""A cost that a message asks to be spared or borne, of something that the matter it was taken for does not name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.compiled.keys import Column, PartKey
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.clauses import Stretch, inside
from bot.language.costs import cost_asked
from bot.language.numerals import NUMBER
from bot.language.particles import FUNCTION
from bot.language.patterns import Found
from bot.understanding.intents import Ask, Margin, Outside
from bot.understanding.regional import has_something, measures_on
from bot.understanding.said import Said

_MATTERS = ("topic", "outside")

OWN_COSTS = "own-costs"
"""The matter outside the documents that a cost is of which none of them speaks."""


def of_an_unwritten_cost(said: Said, topic: str, margin: Margin, snapshot: Snapshot) -> Ask | Outside | None:
    """What a message asks of a cost, where the thing it is of is none of the ``topic`` it was taken for: the detail that an author
    says is open (住宾馆一晚260，谁出), else that no document has it (火车票能免吗); None where it is of the topic.
    """
    asked = _clause_of_a_cost(said)
    if asked is None or topic == OVERVIEW or snapshot.signal("likewise").heard(said.text[slice(*asked)]):
        return None  # 我这个号也免不免 is of what was told before
    named = set(_named_in(said, _thing(said, asked), snapshot))
    here = named or set(
        _named_in(said, (0, len(said.text)), snapshot)
    )  # 罚了两百，能免吗: no word is of what it was taken for
    if Column("topic", topic) in here or not here:
        return None
    left_open = _left_open(said, asked, named, snapshot)
    if left_open is not None:
        return Ask((left_open,))
    outside = any(c.kind == "outside" or not has_something(said.region, c.id, snapshot) for c in here)
    return Outside(_likest(margin, snapshot), ()) if outside else None


def of_an_unsure_cost(said: Said, topic: str, margin: Margin, snapshot: Snapshot) -> Ask | Outside | None:
    """What a message about a cost asks that is not surely of its likest ``topic``: what is outside, where it is liker to that; else the
    topic, where an author says that what it names is open (补课的电脑). None where it asks of no cost.
    """
    if _clause_of_a_cost(said) is None:
        return None
    if margin.lead < 0:
        return Outside(_likest(margin, snapshot), ())
    named = Column("topic", topic) in set(_named_in(said, (0, len(said.text)), snapshot))
    ours = measures_on(topic, said.region, snapshot)
    left_open = any(key.kind == "unanswered" and key.measure in ours for key in said.parts)
    return Ask((topic,)) if named and left_open else None


def _clause_of_a_cost(said: Said) -> Stretch | None:
    """The last clause that asks, if it asks of a cost: the clause without the words that do so is what the cost is of."""
    if not said.asking:
        return None
    begin, end = said.asking[-1]
    return (begin, end) if cost_asked(said.text[begin:end]) is not None else None


def _thing(said: Said, asked: Stretch) -> Stretch:
    """The clause that names what the cost is of: the one that asks, else the nearest before it with a word of its own; that which
    asks where none has one.
    """
    begin = asked[0]
    here = [(c.start, c.end) for c in said.clauses if c.start < begin]
    for stretch in (asked, *reversed(here)):
        if any(_words(said, stretch)):
            return stretch
    return asked


def _words(said: Said, stretch: Stretch) -> Iterator[tuple[str, Stretch]]:
    """The words of a clause besides those that ask of a cost, whoever is named, figures and what carries only grammar."""
    begin, end = stretch
    spot = cost_asked(said.text[begin:end])
    asking = [] if spot is None else [(begin + spot[0], begin + spot[1])]
    aside = [*asking, *said.side_words, *said.counting.spans]
    apart = [(one.start, one.end) for one in said.people.named] + [(here.start, here.end) for here in said.options.values()]
    apart += [found.span() for found in NUMBER.finditer(said.text, begin, end)]
    position = 0
    for token in said.analysis.tokens:
        start, position = position, position + len(token)
        free = (i for i in range(start, position) if not inside(i, aside))
        of_another = any(start < stop and first < position for first, stop in apart)  # 一线家属, 二百块
        if (
            begin <= start < end
            and not of_another
            and any(said.text[i] not in FUNCTION and said.text[i].isalpha() for i in free)
        ):
            yield token, (start, position)


def _named_in(said: Said, stretch: Stretch, snapshot: Snapshot) -> Iterator[Column]:
    """The matters that the words of a clause name, each alone and as the concept it belongs to; small talk is none."""
    index, least = snapshot.index, snapshot.weights.typical
    spots = list(_words(said, stretch))
    rows = [index.row("w" + token) for token, _ in spots]
    for start, end, (kind, name) in said.analysis.mentions:
        if kind == "concept" and end - start > 1 and any(b <= start and end <= e for _, (b, e) in spots):
            rows.append(index.row("c" + name))
    for row in rows:
        column, degree = index.typical(row) if row is not None else (None, 0.0)
        if column is not None and column.kind in _MATTERS and degree >= least:
            yield column


def _left_open(said: Said, asked: Stretch, named: set[Column], snapshot: Snapshot) -> str | None:
    """The topic named of which an author says that this very cost is open: a pattern of several words that ends in the question."""
    by_id = snapshot.knowledge.measure_by_id

    def ends_there(key: PartKey, found: Found) -> bool:
        return key.kind == "unanswered" and found.weight[0] > 1 and asked[0] < found.end <= asked[1]

    open_in = [by_id[key.measure] for key, found in said.parts.items() if ends_there(key, found)]
    topics = (topic for measure in open_in for topic in measure.topics if Column("topic", topic) in named)
    return next((topic for topic in topics if has_something(said.region, topic, snapshot)), None)


def _likest(margin: Margin, snapshot: Snapshot) -> str:
    """The matter outside the documents that a message is clearly like, else that of a cost as such."""
    best = next((scored for scored in margin.others if scored.column.kind == "outside"), None)
    return best.column.id if best is not None and best.total >= snapshot.weights.clear_total else OWN_COSTS
