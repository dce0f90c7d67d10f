"""Two things put side by side: the words of one measure that tell how they differ, or leave open whether one may have both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.compiled.keys import PartKey, PartKind
from bot.dialogue.case import Case
from bot.language.asked_for_what import had_both_by, told_apart_by
from bot.language.clauses import Stretch
from bot.language.patterns import Found
from bot.language.statements import names_item
from bot.model.measure import Measure

_TWO = 2
_SINGLED_OUT = (9, 9)
"""What a part weighs that the comparison itself singles out: more than any cue."""

Pair = tuple[Measure, str | None]


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
    return case, _cued(case, found) if len(found) == _TWO else None


def _parts(case: Case, found: Sequence[Pair], spots: Sequence[Stretch], kind: PartKind) -> Iterator[tuple[Pair, PartKey, Stretch]]:
    """The parts of either measure that compare it with the other; with none found beside it, with one that the message names."""
    if not spots or not found:
        return
    others = [[one] for one, _ in reversed(found)] if len(found) == _TWO else [_named_beside(case, found[0][0])]
    for pair, beside in zip(found, others, strict=True):
        for name, cues, words in _comparing(pair[0], kind):
            if any(_speaks_of(words, other) for other in beside) and any(_compares(cue, kind) for cue in cues):
                yield pair, PartKey(pair[0].id, kind, name), spots[-1]


def _named_beside(case: Case, found: Measure) -> list[Measure]:
    """The other measures of its region that a message names by their short name or that of one of their topics."""
    by_id = case.snapshot.topic_by_id
    measures = case.snapshot.knowledge.region_of[found.id].measures
    names = ((m, [m.short or "", *(by_id[topic].short or "" for topic in m.topics)]) for m in measures if m.id != found.id)
    return [measure for measure, short in names if any(name and name in case.said.text for name in short)]


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


def _speaks_of(words: str, other: Measure) -> bool:
    """Whether words name another measure, by its short name or its number."""
    return bool(other.short and other.short in words) or names_item(words, other.source.item)


def _cued(case: Case, found: Sequence[Pair]) -> str | None:
    """Of two measures the one with a part whose cue stands among the words that compare."""
    spots = case.snapshot.signal("compares").spans(case.said.text)
    weights: dict[str, tuple[int, ...]] = {}
    for key, here in case.said.parts.items():
        if key.kind in ("point", "unanswered") and any(here.start < end and start < here.end for start, end in spots):
            weights[key.measure] = max(weights.get(key.measure, ()), here.weight)
    telling = [measure.id for measure, _ in found if measure.id in weights]
    return max(telling, key=lambda measure: weights[measure], default=None)
