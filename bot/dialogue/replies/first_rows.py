"""How a first row begins: its label, 有 or 有规定 before it; and the points that an author names to follow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import answered_as_such, asked_last
from bot.dialogue.replies.sides import brief_of
from bot.dialogue.replies.told import Row, Statement, point_mark
from bot.language.answer_particles import opens_with_yes_alone
from bot.language.asked_with import IS_SO, figure_put
from bot.language.numerals import figures
from bot.language.punctuation import behind_label
from bot.language.question_forms import Form, asks_yes_or_no
from bot.language.statements import answers_yes_or_no, denies
from bot.language.unwritten import is_silent
from bot.model.measure import Measure, Point
from bot.model.reply import LineKind
from bot.rules.verdict import Kind, Verdict


def first_row(text: str, label: str, *, opener: str = "", kept: bool = True, rests_on: Sequence[str] = ()) -> Row:
    """A first row; after a label its own colon becomes a comma. ``rests_on``: what was said to decide it while a fact was missing."""
    text = f"{opener}{text}"
    told = Statement(behind_label(text), whole=text) if label else Statement(text, rests_on=tuple(rests_on))
    return Row((told,), label, LineKind.VERDICT, kept=kept)


def row_of_point(first: Statement, label: str, opener: str = "") -> Row:
    """A first row of a point; after a label its own colon becomes a comma."""
    text, front = (behind_label(opener + first.text), label) if label else (first.text, opener)
    return Row((first._replace(text=text),), front, kept=True)


def points_named(measure: Measure, names: Sequence[str]) -> list[Point]:
    """Points by their ids, in that order; an id that no point has is passed over."""
    by_id = {point.id: point for point in measure.points}
    return [by_id[name] for name in names if name in by_id]


def briefs_after(on: OnMeasure, mark: int | None) -> list[Row]:
    """What an author lets follow the point of a mark, in short."""
    point = next((p for p in on.measure.points if point_mark(on.measure, p) == mark), None)
    then = tuple(brief_of(on.measure, p) for p in points_named(on.measure, point.then if point else ()))
    return [Row(then)] if then else []


FITS = "符合："
_HAS = "有："
_WRITES = "有规定："


def standing_of(verdict: Verdict) -> tuple[str, str]:
    """How somebody stands: the opener and the sentence behind it, which holds the condition; no opener where it says no itself."""
    item = verdict.entitlement
    if verdict.kind is Kind.ELIGIBLE:
        return FITS, item.eligible or f"{item.gives}。"
    if verdict.kind is Kind.MISSING:
        return "要看", item.depends_on(verdict.missing) or f"您的情况：{item.gives}。"
    reason = verdict.reasons[0]
    says_no = is_silent(reason) or (item.refused is not None and denies(reason))
    return "" if says_no else "不符合：", reason


def of_opener(row: Row, reword: Callable[[str], str]) -> Row:
    """A row whose yes stands before its sentence, with that yes reworded; as it is where the sentence would change."""
    first = row.statements[0]
    if not answers_yes_or_no(row.label):
        return row._replace(statements=(first._replace(text=reword(first.text)), *row.statements[1:]))
    reworded = reword(row.label + first.text)
    return row._replace(label=reworded.removesuffix(first.text)) if reworded.endswith(first.text) else row


def without_opener(row: Row) -> Row:
    """A first row without what only answers a question for yes or no: 有：, 有规定：; not the name of a region before it."""
    return row._replace(label="") if opens_with_yes_alone(row.label) else row


def confirms_figure(question: str, text: str) -> bool:
    """Whether a statement says the figure that a clause puts, or the clause puts none: 补助是600吗."""
    put = figure_put(question)
    return not put or put in figures(text)


def opener_for(text: str, on: OnMeasure, case: Case) -> str:
    """What a question for yes or no needs before an answer that does not begin with either."""
    if on.form is Form.EITHER:
        return ""
    own = any(answered_as_such(case.snapshot.facet_by_id[facet]) for facet in on.facets)
    asked = (on.form is Form.WHETHER and not own) or asks_yes_or_no(case.said.text) or (
        case.asks("verdict") and case.said.text != "" and not case.signals("asks-for-whom")
    )
    if not asked or answers_yes_or_no(text) or not confirms_figure(asked_last(case), text):
        return ""
    if figure_put(asked_last(case)):
        return f"{IS_SO}："
    return _HAS if case.signals("asks-whether-there-is") else _WRITES
