"""全文: what of a measure was not told yet, word for word, page by page; then who is in charge and until when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.dialogue import wording
from bot.dialogue.findings import InFull
from bot.dialogue.replies.footer import footer
from bot.dialogue.replies.told import LONGEST_REPLY, Statement, length, point_mark
from bot.language.numerals import figures
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_AGAIN = 0.75
"""From this share of its pairs of characters told by the points before it, a point only says again what they say."""

_MEASURES = 1_024
"""Measures of which it is remembered which points add something: [全文] is tried after every answer."""


def full_reply(found: InFull, said: Sequence[int]) -> Reply:
    """The first page of what was not told; the page wanted of everything, where all of it was."""
    measure, part = found.measure, found.part
    everything = _everything(measure, part)
    left = [statement for statement in everything if not _was_said(statement, said)]
    again = found.page is not None or not left
    foot = footer([(measure, part)])
    pages = _pages(everything if again else left, foot)
    number = min(found.page or 1, len(pages))
    shown = pages[number - 1]
    following = f"full:{measure.id}:{number + 1}" if again else f"full:{measure.id}"
    options = (Option(wording.NEXT_PAGE, following),) if number < len(pages) else ()
    lines = (*(Line(LineKind.TEXT, statement.text) for statement in shown), foot)
    marks = tuple(number for statement in shown for number in statement.marks)
    return Reply(
        Decision.ANSWER,
        (Section(lines, measure.id),),
        (measure.id,),
        options,
        marks=marks,
        news=0 if again else len(shown),
    )


def _was_said(statement: Statement, said: Sequence[int]) -> bool:
    return any(number in said for number in statement.marks)


def _everything(measure: Measure, part: RegionKnowledge) -> list[Statement]:
    names = part.contact_by_id
    new = _adding(tuple(point.text for point in measure.points))
    told = [Statement(measure.points[place].text, point_mark(measure, measure.points[place])) for place in new]
    if measure.units:
        lead = [f"{names[measure.lead].name}（牵头）"] if measure.lead is not None else []
        others = [names[unit].name for unit in measure.units if unit != measure.lead]
        told.append(Statement(f"责任单位：{'、'.join([*lead, *others])}。"))
    if measure.officer is not None:
        told.append(Statement(f"责任人：{measure.officer}。"))
    if measure.deadline is not None:
        told.append(Statement(f"完成时限：{measure.deadline}。"))
    return told


@lru_cache(maxsize=_MEASURES)
def _adding(texts: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the points that say something the ones before do not: many are the same fact, worded for one question or one case."""
    told, numbers, kept = set[str](), set[str](), list[int]()
    for place, text in enumerate(texts):
        pairs, own = _pairs(text), set(figures(text))
        if own <= numbers and len(pairs & told) >= _AGAIN * len(pairs):
            continue
        kept.append(place)
        told |= pairs
        numbers |= own
    return tuple(kept)


def _pairs(text: str) -> set[str]:
    """Each two neighbouring characters of a text, marks left out."""
    letters = [letter for letter in text if letter.isalnum()]
    return {first + second for first, second in pairwise(letters)}


def _pages(statements: Sequence[Statement], foot: Line) -> list[list[Statement]]:
    """Statements in pages that fit a screen; one that alone is too long has a page of its own."""
    pages: list[list[Statement]] = [[]]
    begun = filled = length([foot])
    for statement in statements:
        more = length([Line(LineKind.TEXT, statement.text)])
        if pages[-1] and filled + more > LONGEST_REPLY:
            pages.append([])
            filled = begun
        pages[-1].append(statement)
        filled += more
    return pages
