"""What answers each of several clauses that ask, where the answer to the message as a whole leaves one out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.asked_apart import speaks_of_worker
from bot.dialogue.case import Case
from bot.dialogue.findings import Asked, OnMeasure
from bot.dialogue.replies.footer import office
from bot.dialogue.replies.sides import gap_spots, has_deadline, spots_of
from bot.dialogue.replies.told import Row, Statement
from bot.dialogue.replies.whom import silence_on
from bot.language.answer_particles import as_choice, without_yes
from bot.language.clauses import Stretch, clauses
from bot.language.kinship import SELF
from bot.language.question_forms import Form
from bot.language.statements import sends_to
from bot.language.unwritten import without_instead
from bot.model.reply import LineKind
from bot.rules.verdict import Kind


def with_clauses(rows: Sequence[Row], on: OnMeasure, case: Case, alone: Sequence[Row]) -> list[Row]:
    """The rows with what each further clause asks, behind the first and those with a label: what is written nearest to it.

    ``alone`` is what each clause would be told first, as if it were asked alone.
    """
    if not on.clauses:
        return list(rows)
    if on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE:
        return [*rows, *_not_of_the_refused(rows, on, case, alone)]
    if on.verdict is not None and on.verdict.kind is Kind.SILENT and rows[0].statements[0].text in on.verdict.reasons:
        return list(rows)  # whom the document leaves open, for them all else is open too
    behind = next((n for n, row in enumerate(rows) if n and not row.label and row.kind is not LineKind.CONTACT), len(rows))
    first = rows[0].statements[0]
    further: list[Row] = []
    for asked, own in zip(on.clauses, alone, strict=True):
        row = None if _answered_by(first, asked, on, case) else _row_of(asked, own, on, rows)
        if row is not None and not (asked.thing and any(same(row, above) for above in (rows[0], *further))):
            further.append(row)
    if any(asked.thing for asked in on.clauses) and not tells_of_all(rows[0], on, alone):
        further = [row._replace(kept=True) for row in further]  # things that sound alike are told each
    return [*rows[:behind], *further, *rows[behind:]]


def tells_of_all(first: Row, on: OnMeasure, each: Sequence[Row]) -> bool:
    """Whether line one tells of all the things of a list: it says on what they hang, or is of a point that is of none of them alone."""
    missing = on.verdict is not None and on.verdict.kind is Kind.MISSING and first.kind is LineKind.VERDICT
    return missing or (first.statements[0].point is not None and not any(same(first, alone) for alone in each))


def same(row: Row, other: Row) -> bool:
    """Whether two rows begin by telling the same, in the same words but for a yes, or by the same point."""
    one, two = row.statements[0], other.statements[0]
    return in_same_words(row, other) or (one.point is not None and one.point == two.point)


def in_same_words(row: Row, other: Row) -> bool:
    """Whether two rows begin with the same words but for a yes, or for what is written instead of what is not."""
    return _bare(row.statements[0]) == _bare(other.statements[0])


def _bare(statement: Statement) -> str:
    return without_instead(without_yes(statement.text))


def _not_of_the_refused(rows: Sequence[Row], on: OnMeasure, case: Case, alone: Sequence[Row]) -> list[Row]:
    """What a clause asks that speaks of the medical worker, not of whoever is refused (她的保险保多少，我能不能也上), or that names
    nobody, where it is a relative who is refused: 疗养啥时候安排，能带家属吗; 体检收钱吗，能带家属吗.
    """
    people = case.said.people
    further: list[Row] = []
    if people.asked_for is None:
        return further
    for asked, own in zip(on.clauses, alone, strict=True):
        named = {one.who for one in people.named if asked.stretch[0] <= one.start < asked.stretch[1]}
        anew = _singles_out(asked, own) and not any(same(own, row) for row in rows)
        of_nobody = people.asked_for != SELF and (anew or bool(asked.on.facets or asked.on.gaps)) and not named - {SELF}
        of_worker = speaks_of_worker(case.said, asked.stretch)
        row = _row_of(asked, own, on, rows) if of_nobody or of_worker else None
        further += [row._replace(kept=of_worker)] if row is not None else []
    return further


def _singles_out(asked: Asked, own: Row) -> bool:
    """Whether a clause has words of its own for what it is told."""
    return _singled_in(asked.stretch, own.statements[0], asked.on, asked.case)


def _answered_by(first: Statement, asked: Asked, on: OnMeasure, case: Case) -> bool:
    """Whether the words that single out what line one tells stand in the clause, and are so its own: not 多久退回来，|退到哪张卡."""
    return _singled_in(asked.stretch, first, on, case) and _singled_in(asked.stretch, first, asked.on, asked.case)


def _singled_in(stretch: Stretch, told: Statement, on: OnMeasure, case: Case) -> bool:
    """Whether words that single out what a statement tells end in a clause."""
    gaps = [spot for gap, spot in zip(on.gaps, gap_spots(on, case), strict=True) if gap.say == told.text]
    return any(stretch[0] < spot.end <= stretch[1] for spot in (*spots_of(on, told, case), *gaps))


def _row_of(asked: Asked, own: Row, on: OnMeasure, rows: Sequence[Row]) -> Row | None:
    """A clause's own answer as a row behind others; None where they have it, or it would only say that no figure or time is written."""
    told = own.statements[0]
    sides = [asked.case.snapshot.facet_by_id[facet] for facet in asked.on.facets]
    open_yet = [*(silence_on(asked.on, side) for side in sides), *(gap.say for gap in asked.on.gaps)]
    open_yet += asked.on.verdict.reasons if asked.on.verdict is not None and asked.on.verdict.kind is Kind.SILENT else ()
    until_when = len(sides) == 1 and sides[0].deadline and not has_deadline(asked.on.measure)  # 几时截止: nothing else is written
    if told.silent and told.point is None and told.text not in open_yet and not until_when and not any(s.contacts for s in sides):
        return None
    if sends_to(told.text) and any(office(on.measure, on.part) in row.line.text for row in rows):
        return None
    if on.worked is not None and _in_sum(asked, told, on):
        return None
    text = as_choice(told.text) if asked.on.form is Form.EITHER else without_yes(told.text)
    return Row((told._replace(text=text),), asked=True, apart=True)


def _in_sum(asked: Asked, told: Statement, on: OnMeasure) -> bool:
    """Whether a sum tells it: the figure itself, or what stands beside it (免征个人所得税)."""
    known = (asked.case.snapshot.facet_by_id[facet] for facet in asked.on.facets)
    note = on.worked.amount.note if on.worked is not None and on.worked.amount.note is not None else ""
    beside = [note[begin:end] for begin, end in clauses(note)]
    return any(facet.asks_sum for facet in known) or any(words in told.text for words in beside)
