"""What was told of each region before the person's was known, asked again of theirs alone: 有没有补助 — 我在广州."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.compiled.keys import PartKey
from bot.dialogue.case import Case
from bot.dialogue.replies.told import mark, point_mark
from bot.language.patterns import Found
from bot.model.measure import Measure

_SINGLED_OUT = (9, 9)
"""What a part weighs that was told before: more than any cue."""


def asked_again_here(case: Case, topics: Sequence[str], region: str) -> Case:
    """The case with what was told last of the region's measures singled out, where a message says no more than where somebody is.

    A question is put in its own words once; those are not kept, but marks of what answered it are.
    """
    said = case.said
    if said.facets or said.asks:
        return case
    measures = [measure for topic in topics for measure in case.snapshot.answers.get((topic, region), ())[:1]]
    order = {number: place for place, number in enumerate(case.before.said)}
    told = {order[number]: key for key, number in _marked(measures) if number in order}
    if not told:
        return case
    whole = Found(0, len(said.text), _SINGLED_OUT)
    return replace(case, said=replace(said, parts={**said.parts, told[max(told)]: whole}), whether=case.before.whether)


def _marked(measures: Sequence[Measure]) -> Iterator[tuple[PartKey, int]]:
    """Every point and open detail of some measures, with the mark that is kept once it was told."""
    for measure in measures:
        for point in measure.points:
            yield PartKey(measure.id, "point", point.id), point_mark(measure, point)
        for number, gap in enumerate(measure.unanswered):
            yield PartKey(measure.id, "unanswered", str(number)), mark(gap.say)
