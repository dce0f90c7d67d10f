"""Two things put side by side: the words of one measure that tell how they differ, or leave open whether one may have both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.compiled.keys import PartKey, PartKind
from bot.compiled.snapshot import OVERVIEW
from bot.dialogue.case import Case
from bot.dialogue.measure_choice import Pair
from bot.language.asked_for_what import had_both_by, told_apart_by
from bot.language.clauses import Stretch
from bot.language.patterns import Found
from bot.language.statements import names_item
from bot.model.measure import Measure

_TWO = 2
_SINGLED_OUT = (9, 9)
"""What a part weighs that the comparison itself singles out: more than any cue."""


def asks_for_the_difference(case: Case) -> bool:
    """Whether a message asks if two things are one and the same, or how they differ."""
    return bool(told_apart_by(case.said.text))


def with_the_matter_in_hand(case: Case, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics asked on, behind the one answered last where they are to be told apart from it: 慰问金 — 跟意外险是一回事吗."""
    before = case.before
    if len(topics) != 1 or not before.measures or not asks_for_the_difference(case):
        return topics
    by_id = case.snapshot.knowledge.measure_by_id
    in_hand = next((topic for topic in before.topics if topic in case.snapshot.topic_by_id and topic != OVERVIEW), None)
    told = {topic for measure in before.measures if measure in by_id for topic in by_id[measure].topics}
    return topics if in_hand is None or topics[0] in told else (in_hand, *topics)


def set_side_by_side(case: Case, found: list[Pair]) -> tuple[Case, str | None]:
    """The measure whose own words compare the two that were found, if one has such, singled out: 防疫津贴和补助是不是一份钱.

    An author writes them as a point or an open detail with cues that compare (一回事, 同时拿), and names the other thing in it.
    """
    apart, both = told_apart_by(case.said.text), had_both_by(case.said.text)
    parts = [*_parts(case, found, apart, "point"), *_parts(case, found, both, "unanswered")]
    if parts:
        pair, key, spot = parts[0]
        singled = Found(*spot, _SINGLED_OUT)
        return replace(case, said=replace(case.said, parts={**case.said.parts, key: singled})), pair[0].id
    return case, _cued(case, found) if len(found) == _TWO and not apart else None


def _parts(case: Case, found: Sequence[Pair], spots: Sequence[Stretch], kind: PartKind) -> Iterator[tuple[Pair, PartKey, Stretch]]:
    """The parts of either measure that compare it with the other; with none found beside it, with one that the message names."""
    if not spots or not found:
        return
    others = [[one] for one, _ in reversed(found)] if len(found) == _TWO else [_named_beside(case, found[0][0])]
    for pair, beside in zip(found, others, strict=True):
        for name, cues, words in _comparing(pair[0], kind):
            if any(_speaks_of(words, other, case) for other in beside) and any(_compares(cue, kind) for cue in cues):
                yield pair, PartKey(pair[0].id, kind, name), spots[-1]


def _named_beside(case: Case, found: Measure) -> list[Measure]:
    """The other measures of its region that a message names by their short name or that of one of their topics."""
    others = (m for m in case.snapshot.knowledge.region_of[found.id].measures if m.id != found.id)
    return [measure for measure in others if any(name in case.said.text for name in _short_names(measure, case))]


def _comparing(measure: Measure, kind: PartKind) -> Iterator[tuple[str, Sequence[str], str]]:
    """Every part of a kind: its name, its cues, its words."""
    if kind == "point":
        for point in measure.points:
            yield point.id, point.cues, point.text
    else:
        for number, gap in enumerate(measure.unanswered):
            yield str(number), gap.cues, gap.say


def _compares(cue: str, kind: PartKind) -> bool:
    return bool(told_apart_by(cue) if kind == "point" else had_both_by(cue))


def _speaks_of(words: str, other: Measure, case: Case) -> bool:
    """Whether words name another measure, by its number, its short name or that of one of its topics."""
    return any(name in words for name in _short_names(other, case)) or names_item(words, other.source.item)


def _short_names(measure: Measure, case: Case) -> list[str]:
    names = [measure.short, *(case.snapshot.topic_by_id[topic].short for topic in measure.topics)]
    return [name for name in names if name]


def _cued(case: Case, found: Sequence[Pair]) -> str | None:
    """Of two measures the one with a part whose cue stands among the words that compare."""
    spots = case.snapshot.signal("compares").spans(case.said.text)
    weights: dict[str, tuple[int, ...]] = {}
    for key, here in case.said.parts.items():
        if key.kind in ("point", "unanswered") and any(here.start < end and start < here.end for start, end in spots):
            weights[key.measure] = max(weights.get(key.measure, ()), here.weight)
    telling = [measure.id for measure, _ in found if measure.id in weights]
    return max(telling, key=lambda measure: weights[measure], default=None)
