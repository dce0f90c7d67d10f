"""What several clauses ask is told in the order in which they ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.clauses import in_same_words, same, tells_of_all
from bot.dialogue.replies.first_rows import without_opener
from bot.dialogue.replies.sides import gap_spots, spots_of
from bot.dialogue.replies.told import Row, Statement
from bot.language.answer_particles import as_choice, without_yes
from bot.language.clauses import Stretch
from bot.language.punctuation import behind_label
from bot.language.question_forms import Form, form_of
from bot.language.statements import sends_to
from bot.model.reply import LineKind
from bot.rules.verdict import Kind

Answers = Sequence[tuple[Stretch, Row]]
"""What each clause is told, as if it were asked alone."""


def in_order(rows: Sequence[Row], on: OnMeasure, case: Case, alone: Sequence[Row]) -> list[Row]:
    """The rows in the order of the clauses that ask what they tell; as they are where it is open which clause line one answers.

    ``alone`` is what each clause would be told first, as if it were asked alone. A row that answers no clause stays behind the one it
    follows. The row that comes first opens as if its clause were asked alone.
    """
    rows = [row for n, row in enumerate(rows) if not (row.asked and any(in_same_words(row, above) for above in rows[:n]))]
    if not on.clauses and len(case.said.asking) <= 1:  # as with most messages: there is nothing to put in order
        return rows
    answers = [(asked.stretch, own) for asked, own in zip(on.clauses, alone, strict=True)]
    if any(asked.thing for asked in on.clauses) and tells_of_all(rows[0], on, alone):
        return list(rows)
    blocks: list[tuple[int, list[Row]]] = []
    for row in _without_vague(rows, answers, on, case):
        at = _clause_told(row, answers, on, case)
        if at is None and not blocks:
            return list(rows)
        if at is None or row.kind is LineKind.CONTACT:
            blocks[-1][1].append(row)
        else:
            blocks.append((at, [row]))
    ordered = sorted(blocks, key=lambda block: block[0])
    first = ordered[0][1][0]
    several = max(len(case.said.asking), len(answers)) > 1
    opened = {id(first): _ahead(first, ordered[0][0], answers, rows[0], case)} if several else {}
    opened |= {id(rows[0]): _behind(rows[0], on)} if first is not rows[0] else {}
    return [opened.get(id(row), row) for _, block in ordered for row in block]


def _without_vague(rows: Sequence[Row], answers: Answers, on: OnMeasure, case: Case) -> list[Row]:
    """The rows without line one where only the side it is of was asked, by a clause that singles out what comes next: 加几天."""
    first, *others = rows
    if first.kind is not LineKind.TEXT or _clause_told(first, answers, on, case) is not None:
        return list(rows)
    sides = [(here.start, here.end) for key, here in case.said.sides.items() if not case.snapshot.facet_by_id[key.facet].verdict]
    asked = {stretch for side in sides for stretch, _ in answers if _within(side, stretch)}
    own = next((alone for stretch, alone in answers if {stretch} == asked), None)
    return others if own is not None and any(same(row, own) for row in others) else list(rows)


def _ahead(row: Row, at: int, answers: Answers, before: Row, case: Case) -> Row:
    """A row as line one: as its clause alone is told; behind no 有 where that clause does not ask for yes or no."""
    opened = row if row is before else next((alone for _, alone in answers if same(row, alone)), row)
    asking = next((stretch for stretch in case.said.asking if at < stretch[1]), (0, len(case.said.text)))
    if form_of(case.said.text[slice(*asking)]) is Form.OTHER:
        opened = without_opener(opened)
    if row is before:
        return opened
    label = without_opener(before).label or opened.label
    first, *more = opened.statements
    told = first._replace(text=behind_label(first.text)) if label else first
    return opened._replace(statements=(told, *more), label=label, kept=True, asked=False)


def _behind(row: Row, on: OnMeasure) -> Row:
    """What was to be line one, where another goes before it: without the yes of a first line, and said though it was said before."""
    reword = as_choice if on.form is Form.EITHER else without_yes
    told = tuple(statement._replace(text=reword(statement.text)) for statement in row.statements)
    verdict = row.kind is LineKind.VERDICT and not row.statements[0].silent
    kept = verdict or any(asked.thing for asked in on.clauses)  # 晋升 sounds like 入编
    return row._replace(statements=told, label="", kept=kept, asked=True, apart=True)


def _clause_told(row: Row, answers: Answers, on: OnMeasure, case: Case) -> int | None:
    """Where the clause begins that asks what a row tells, if that is plain."""
    if row.kind is LineKind.CONTACT or row.statements[0].brief:
        return None
    by_answer = [stretch[0] for stretch, alone in answers if same(row, alone)]
    words = _words_of(row, on, case)
    own = [stretch for stretch, _ in answers if any(_within(spot, stretch) for spot in words)]
    by_words = own or [asking for asking in case.said.asking if any(_within(spot, asking) for spot in words)]
    return min(by_answer or [stretch[0] for stretch in by_words], default=None)


def _words_of(row: Row, on: OnMeasure, case: Case) -> list[Stretch]:
    """Where the message has the words that ask what a row tells."""
    told, known = row.statements[0], case.snapshot.facet_by_id
    gaps = [spot for gap, spot in zip(on.gaps, gap_spots(on, case), strict=True) if same(Row((Statement(gap.say),)), row)]
    spots = [(spot.start, spot.end) for spot in (*spots_of(on, told, case), *gaps)]
    if spots:
        return spots
    sides = [(known[key.facet], (here.start, here.end)) for key, here in case.said.sides.items()]
    if sends_to(told.text):
        return [side for facet, side in sides if facet.contacts]
    if row.kind is not LineKind.VERDICT or on.verdict is None:
        return []
    people = case.said.people
    refused = [(one.start, one.end) for one in people.named if one.who == people.asked_for]
    things = [asked.stretch for asked in on.clauses if asked.thing and asked.on.topic == on.topic]
    if refused and on.verdict.kind is Kind.INELIGIBLE:
        return refused[-1:]
    if things:
        return things[:1]
    found = case.said.cues(on.measure.id, "entitlement").get(on.verdict.entitlement.id)
    return [(found.start, found.end)] if found is not None else [side for facet, side in sides if facet.verdict]


def _within(spot: Stretch, stretch: Stretch) -> bool:
    return stretch[0] < spot[1] <= stretch[1]
