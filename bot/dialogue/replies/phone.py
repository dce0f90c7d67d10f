"""The national line beside an answer: where whom to ask or a number is asked, or line one leaves that open or tells of a line to call."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import asked_last, wants_a_line
from bot.dialogue.replies.sides import gap_spots
from bot.dialogue.replies.told import Row, Statement, line_mark
from bot.language.asked_for_what import asks_what_to_do
from bot.language.statements import sends_on, sends_to, sends_to_work, tells_of_a_line, without_work
from bot.language.unwritten import leaves_way_open
from bot.model.region import PublicLine
from bot.model.reply import LineKind


def phone_rows(on: OnMeasure, first: Row, case: Case) -> list[Row]:
    """A national line where the document gives no number: where line one says that it is not written how to reach somebody or apply,
    where whom to ask is asked, or where line one tells of a line to call.
    """
    if on.public is None:
        return []
    texts = [statement.text for statement in first.statements]
    if any(map(leaves_way_open, texts)):
        return way_rows(on, first, case)
    if who_is_open(on, case):  # 突出贡献由谁认定 asks for no number
        return []
    if not (wants_a_line(case) or (on.measure.channels and any(map(tells_of_a_line, texts)))):
        return []
    if any(statement.point is not None and sends_to(statement.text) for statement in first.statements):
        return []  # 问孩子所在学校: nobody whom a national line stands in for
    if _told_who_does_it(first, case):
        return []
    return [_once_if_answered(_line(on.public, on, case, wording.NO_NUMBER, told=any(map(sends_to, texts))), first, case)]


def way_rows(on: OnMeasure, row: Row, case: Case) -> list[Row]:
    """The line behind a row that leaves open how to reach somebody or apply, and does not itself send on."""
    texts = [statement.text for statement in row.statements]
    if on.public is None or any(map(sends_on, texts)) or not any(map(leaves_way_open, texts)):
        return []
    return [_once_if_answered(_line(on.public, on, case, told=any(map(sends_to, texts))), row, case)]


def _once_if_answered(line: Row, row: Row, case: Case) -> Row:
    """The line, told but once behind a point of the document: 找省里还是市里 is answered without it, 单位不管怎么办 is not."""
    by_a_point = any(statement.point is not None and not statement.silent for statement in row.statements)
    answered = by_a_point and not asks_what_to_do(asked_last(case))
    return line._replace(asked=line.asked and not answered)


def once_at_work(rows: Sequence[Row]) -> list[Row]:
    """The rows, the place where one works sent to once: by the answer to whom to ask, then no more before the line to call."""
    sent = any(row.kind is not LineKind.CONTACT and sends_to_work(row.line.text) for row in rows)
    return [_only_line(row) if sent and row.kind is LineKind.CONTACT else row for row in rows]


def _only_line(row: Row) -> Row:
    """A line to call without the place where one works before it."""
    return row._replace(statements=tuple(s._replace(text=without_work(s.text)) for s in row.statements))


def ask_rows(on: OnMeasure, case: Case) -> list[Row]:
    """Whom to ask what the document has nothing on."""
    return [] if on.public is None else [_line(on.public, on, case)]


def _line(line: PublicLine, on: OnMeasure, case: Case, before: str = "", *, told: bool = False) -> Row:
    """The line to call; where nobody to ask was ``told`` and the document names none, behind the place where one works, but where that
    does nothing: 医院不批怎么办.
    """
    named = told or bool(on.measure.units or on.measure.channels) or case.signals("employer-refuses")
    own = "" if named else wording.OR_AT_WORK
    whom = any(case.snapshot.facet_by_id[facet].contacts for facet in case.said.facets)  # 孩子能打不 asks for no number again
    wanted = wants_a_line(case) and (whom or asks_what_to_do(asked_last(case)))
    asked = wanted or tells_of_a_line(asked_last(case))  # who asks for it again gets it again
    told_line = Statement(f"{before}{own}可打 {line.number}（{line.name}）。", line_mark(line.number))
    return Row((told_line,), kind=LineKind.CONTACT, asked=asked)


def _told_who_does_it(first: Row, case: Case) -> bool:
    """Whether line one tells who does something, decides or pays, and nobody asks whom to turn to: 谁说了算 wants no number, 找谁 does."""
    by_a_point = any(statement.point is not None for statement in first.statements)
    of_a_line = any(tells_of_a_line(statement.text) for statement in first.statements)
    turns_to = case.signals("turns-to-somebody") or asks_what_to_do(asked_last(case))
    return by_a_point and not of_a_line and not turns_to


def who_is_open(on: OnMeasure, case: Case) -> bool:
    """Whether the very words that ask who are those of a detail left open: 突出贡献由谁认定."""
    asked = [found for key, found in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].contacts]
    gaps = gap_spots(on, case)
    return any(gap.start < here.end and here.start < gap.end for gap in gaps for here in asked)
