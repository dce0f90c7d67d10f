"""What answers each of several clauses that ask, where the answer to the message as a whole leaves one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import Asked, OnMeasure
from bot.dialogue.replies.footer import office
from bot.dialogue.replies.sides import NO_AMOUNT, NO_DEADLINE, gap_spots, spots_of
from bot.dialogue.replies.told import WROTE, Row, Statement
from bot.language.question_forms import Form
from bot.language.statements import as_choice, sends_to, without_yes
from bot.model.reply import LineKind
from bot.rules.verdict import Kind

_DECIDED = (Kind.INELIGIBLE, Kind.SILENT)
"""Verdicts behind which nothing else is answered: they hold for whatever else is asked."""

Compose = Callable[[OnMeasure, Case], list[Row]]


def with_clauses(rows: Sequence[Row], on: OnMeasure, case: Case, compose: Compose) -> list[Row]:
    """The rows with what each further clause asks, behind the first and what the document says nearest to it."""
    if on.verdict is not None and on.verdict.kind in _DECIDED:
        return list(rows)
    behind = next((n for n, row in enumerate(rows) if n and row.label != WROTE and row.kind is not LineKind.CONTACT), len(rows))
    first = rows[0].statements[0]
    further = [
        row
        for asked in on.clauses
        if not _answered_by(first, asked, on, case) and (row := _row_of(asked, on, rows, compose)) is not None
    ]
    return [*rows[:behind], *further, *rows[behind:]]


def _answered_by(first: Statement, asked: Asked, on: OnMeasure, case: Case) -> bool:
    """Whether the words that single out what line one tells stand in the clause."""
    begin, end = asked.stretch
    gaps = [spot for gap, spot in zip(on.gaps, gap_spots(on, case), strict=True) if gap.say == first.text]
    return any(begin < spot.end <= end for spot in (*spots_of(on, first, case), *gaps))


def _row_of(asked: Asked, on: OnMeasure, rows: Sequence[Row], compose: Compose) -> Row | None:
    """The answer to one clause; None where the rows have it, or it would only say that there is no figure."""
    told = compose(asked.on, asked.case)[0].statements[0]
    if told.text in (NO_AMOUNT, NO_DEADLINE):
        return None
    if sends_to(told.text) and any(office(on.measure, on.part) in row.line.text for row in rows):
        return None
    if on.worked is not None and _in_sum(asked, told, on):
        return None
    text = as_choice(told.text) if asked.on.form is Form.EITHER else without_yes(told.text)
    return Row((replace(told, text=text),), asked=True)


def _in_sum(asked: Asked, told: Statement, on: OnMeasure) -> bool:
    """Whether a sum tells it: the figure itself, or what stands beside it (免征个人所得税)."""
    known = (asked.case.snapshot.facet_by_id[facet] for facet in asked.on.facets)
    notes = on.worked.amount.note.split("，") if on.worked is not None and on.worked.amount.note else ()
    return any(facet.asks_sum for facet in known) or any(note in told.text for note in notes)
