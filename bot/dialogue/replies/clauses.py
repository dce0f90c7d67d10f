"""What answers each of several clauses that ask, where the answer to the message as a whole leaves one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import Asked, OnMeasure
from bot.dialogue.replies.footer import office
from bot.dialogue.replies.sides import gap_spots, spots_of
from bot.dialogue.replies.told import Row, Statement
from bot.language.clauses import clauses
from bot.language.kinship import SELF
from bot.language.question_forms import Form
from bot.language.statements import as_choice, sends_to, without_yes
from bot.model.reply import LineKind
from bot.rules.verdict import Kind

Compose = Callable[[OnMeasure, Case], list[Row]]


def with_clauses(rows: Sequence[Row], on: OnMeasure, case: Case, compose: Compose) -> list[Row]:
    """The rows with what each further clause asks, behind the first and those with a label: what is written nearest to it."""
    if on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE:
        return [*rows, *_asked_of_nobody(rows, on, case, compose)]
    if on.verdict is not None and on.verdict.kind is Kind.SILENT and rows[0].statements[0].text in on.verdict.reasons:
        return list(rows)  # whom the document leaves open, for them all else is open too
    behind = next((n for n, row in enumerate(rows) if n and not row.label and row.kind is not LineKind.CONTACT), len(rows))
    first = rows[0].statements[0]
    further = [
        row
        for asked in on.clauses
        if not _answered_by(first, asked, on, case) and (row := _row_of(asked, on, rows, compose)) is not None
    ]
    return [*rows[:behind], *further, *rows[behind:]]


def _asked_of_nobody(rows: Sequence[Row], on: OnMeasure, case: Case, compose: Compose) -> list[Row]:
    """What a clause asks that names nobody, where it is a relative who is refused: 疗养啥时候安排，能带家属吗."""
    if case.said.people.asked_for in (None, SELF):
        return []
    named = [one.start for one in case.said.people.named if one.who != SELF]
    of_nobody = (a for a in on.clauses if not any(a.stretch[0] <= at < a.stretch[1] for at in named) and a.on.facets)
    return [row for asked in of_nobody if (row := _row_of(asked, on, rows, compose)) is not None]


def _answered_by(first: Statement, asked: Asked, on: OnMeasure, case: Case) -> bool:
    """Whether the words that single out what line one tells stand in the clause."""
    begin, end = asked.stretch
    gaps = [spot for gap, spot in zip(on.gaps, gap_spots(on, case), strict=True) if gap.say == first.text]
    return any(begin < spot.end <= end for spot in (*spots_of(on, first, case), *gaps))


def _row_of(asked: Asked, on: OnMeasure, rows: Sequence[Row], compose: Compose) -> Row | None:
    """The answer to one clause; None where the rows have it, or it would only say that no figure or time is written."""
    told = compose(asked.on, asked.case)[0].statements[0]
    sides = [asked.case.snapshot.facet_by_id[facet] for facet in asked.on.facets]
    open_yet = [*(side.silent for side in sides), *(gap.say for gap in asked.on.gaps)]
    if told.silent and told.point is None and told.text not in open_yet and not any(side.contacts for side in sides):
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
    note = on.worked.amount.note if on.worked is not None and on.worked.amount.note is not None else ""
    beside = [note[begin:end] for begin, end in clauses(note)]
    return any(facet.asks_sum for facet in known) or any(words in told.text for words in beside)
