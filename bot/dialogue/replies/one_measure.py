"""What there is to say of one measure: its sum, whom to ask, the verdict or the side asked first, and what follows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import asked_last, names_matter
from bot.dialogue.replies.clauses import with_clauses
from bot.dialogue.replies.first_rows import (
    briefs_after,
    confirms_figure,
    first_row,
    of_opener,
    opener_for,
    row_of_point,
)
from bot.dialogue.replies.footer import document_name, office, short_name
from bot.dialogue.replies.in_order import in_order
from bot.dialogue.replies.open_details import gaps_asked, only_asked
from bot.dialogue.replies.phone import ask_rows, once_at_work, phone_rows, way_rows, who_is_open
from bot.dialogue.replies.sides import (
    answered_strictly,
    asked_besides,
    asked_of,
    asks_whom,
    beside_told,
    by_own_name,
    cued_told,
    first_answer,
    gap_spots,
    one_sentence,
    open_answer,
    sides_told,
    spots_of,
)
from bot.dialogue.replies.sums import sum_rows
from bot.dialogue.replies.told import LONGEST_LINE, WROTE, Row, Statement, length, point_mark
from bot.dialogue.replies.verdict_first import verdict_first
from bot.dialogue.replies.whom import officer_asked
from bot.language.answer_particles import as_choice, as_rule, as_written, spared, with_yes, without_yes
from bot.language.asked_for_what import asks_if_there_is, asks_what_to_do
from bot.language.asked_with import (
    COUNTS,
    IS_SO,
    THERE_IS,
    WRITTEN,
    asked_to_be,
    asked_with,
    asks_for_a_rule,
    asks_if_one_has_to,
    asks_if_so_many,
    asks_if_they_may,
    asks_if_written,
)
from bot.language.clauses import Stretch
from bot.language.numerals import figures
from bot.language.patterns import Found
from bot.language.punctuation import before_colon
from bot.language.question_forms import Form, asks_for_a_side, ends_with_the_rest, form_of
from bot.language.statements import limits, sends_to, tells_of_a_line, without_lead
from bot.language.unwritten import instead_of_silence, is_silent, tells_instead, without_instead
from bot.model.measure import Point
from bot.model.reply import LineKind
from bot.rules.verdict import Kind


def measure_rows(on: OnMeasure, case: Case, label: str = "") -> list[Row]:
    """What there is to say of one measure: the first row answers, then what further clauses ask."""
    alone = [_of_the_whole(asked.on, asked.case)[0] for asked in on.clauses]
    rows = with_clauses(_of_the_whole(on, case, label), on, case, alone)
    rows = in_order(rows, on, case, alone)
    rows = [row for n, row in enumerate(rows) if n == 0 or not rows[0].line.text.endswith(row.line.text)]
    return once_at_work([only_asked(row, on, case) for row in _unit_told_once(rows, on)])


def _unit_told_once(rows: Sequence[Row], on: OnMeasure) -> list[Row]:
    """The rows, line one without whom to ask at its end where another line tells who is in charge: 名额没写；问区教育局，责任人：…."""
    first, *others = rows
    *kept, last = first.statements
    unit = office(on.measure, on.part)
    named = any(unit in row.line.text and row.kind is not LineKind.CONTACT for row in others)
    return [first._replace(statements=tuple(kept)), *others] if kept and named and sends_to(last.text) else list(rows)


def _of_the_whole(on: OnMeasure, case: Case, label: str = "") -> list[Row]:
    """What there is to say to a message as a whole."""
    case = case.of_sides(on.facets)
    rows = _sum_first(on, case, label)
    if rows:
        return [*rows, *phone_rows(on, rows[0], case)]
    rows = _shown_to_the_employer(on, case, label) or _unit_first(on, case, label) or _beyond_the_employer(on, case, label)
    rows = rows or verdict_first(on, case, label) or _side_first(on, case, label)
    first = _with_unit(_without_what_follows(_as_asked(rows[0], on, case), rows[1:]), on, case)
    further = [row for row in rows[1:] if not _names_unit_again(row, first, on)]
    rows = [first, *(_without_unit(row, first, on) for row in further)]
    after = [row for row in rows[1:] if any(statement.brief for statement in row.statements)]
    before = [row for row in rows[1:] if row not in after]
    again = all(statement.known_from(case.before.said) for statement in first.statements)
    after = after or (briefs_after(on, first.statements[0].point) if again else [])
    bearing = [left for row in after if (left := _bearing(row, on, case, again=again)) is not None]
    phone = phone_rows(on, rows[0], case)
    behind = [] if phone else [line for row in before for line in way_rows(on, row, case)][:1]
    if phone and case.snapshot.signal("phone-alone").is_all_of(case.said.text):  # 电话给我, after whom to ask was told
        if any(is_silent(statement.text) for statement in rows[0].statements):
            return [rows[0], plain_row(phone[0])]
        return [phone[0]._replace(label=label, kept=True), plain_row(rows[0])._replace(label="", kept=False)]
    return [rows[0], *map(plain_row, (*phone, *before, *behind, *_also(on, case, rows), *bearing))]


def _as_asked(row: Row, on: OnMeasure, case: Case) -> Row:
    """The first row with the yes to the very word that asks: 能 to 我岳父也行吗, 是 to 是不是免试; not 有.

    One of two, and how, who or when, gets no yes at all.
    """
    question = _clause_answered(row, on, case)
    form = on.form if question is None else form_of(question)
    question = asked_last(case) if question is None else question
    if on.form is Form.EITHER and Form.WHETHER not in case.said.forms:
        return _reworded(row, as_choice)
    if on.form is Form.OTHER and len(case.said.asking) == 1 and not case.apart and asks_for_a_side(question):
        return plain_row(row)
    if form is Form.OTHER and ends_with_the_rest(question) and not case.apart:  # 论文呢
        return plain_row(row)
    if form is not Form.WHETHER or case.answers:
        return row
    return _with_yes_to(question, row, on, case)


def _with_yes_to(question: str, row: Row, on: OnMeasure, case: Case) -> Row:
    """The first row with the yes to a clause for yes or no; without one where the clause puts a number that it does not confirm."""
    first = row.statements[0]
    if asks_if_so_many(question) not in first.text or not confirms_figure(question, first.text):
        return of_opener(row, lambda text: without_yes(with_yes(THERE_IS, text)))
    word, whether_it_is = asked_with(question), asked_to_be(question)
    if word == IS_SO and _of_several_figures(question, first.text):
        return of_opener(row, as_choice)
    no_more = with_yes(IS_SO, first.text) == first.text
    if whether_it_is and no_more and names_matter(whether_it_is, on.measure, case, titles=True):
        word = COUNTS  # 确诊了是工伤吗
    if asks_if_one_has_to(question):
        return of_opener(row, spared)
    if asks_if_they_may(question):
        return of_opener(row, as_written)
    if asks_if_written(question):
        return of_opener(row, lambda text: with_yes(WRITTEN, with_yes(THERE_IS, text)))
    if asks_for_a_rule(question):
        return of_opener(row, lambda text: with_yes(THERE_IS, as_rule(text)))
    if not word and asks_if_there_is(question):
        word = THERE_IS
    if word == IS_SO and not _told_for_its_words(first, on, case):
        return row  # 上头说结束才发，对吗: what is told in general says no yes to that
    return of_opener(row, lambda text: with_yes(word, text)) if word else row


def _of_several_figures(question: str, told_first: str) -> bool:
    """Whether one figure of several that a statement tells is put: 一天是不是600, of which some get 400."""
    put = set(figures(question))
    settled = not put.isdisjoint(figures(before_colon(told_first)))  # 是 200 元，不是 300 元：…
    return bool(put) and not settled and put < {figure for figure in figures(told_first) if len(figure) > 1}


def _clause_answered(row: Row, on: OnMeasure, case: Case) -> str | None:
    """Of several clauses that ask the one that asks what the row tells, by the words that single it out."""
    spots = spots_of(on, row.statements[0], case)
    found = [stretch for stretch in case.said.asking if any(stretch[0] < spot.end <= stretch[1] for spot in spots)]
    return case.said.text[slice(*found[0])] if len(found) == 1 and len(case.said.asking) > 1 else None


def _told_for_its_words(told_first: Statement, on: OnMeasure, case: Case) -> bool:
    """Whether words of the message, other than the matter's own name, single out the point that a statement tells."""
    return bool(spots_of(on, told_first, case)) and not by_own_name(on, told_first, case)


def plain_row(row: Row) -> Row:
    """A further line without the yes that only a first line opens with: 有：, 能：."""
    return _reworded(row, without_yes)


def _reworded(row: Row, reword: Callable[[str], str]) -> Row:
    return row._replace(statements=tuple(s._replace(text=reword(s.text)) for s in row.statements))


def _bearing(row: Row, on: OnMeasure, case: Case, *, again: bool) -> Row | None:
    """Of what an author lets follow: limits of what was said; one more where the whole matter is asked for, not a part of it, or where
    the answer would only be said ``again``, but not to a side that one sentence answers: 还是：当天 says how long it takes."""
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    decided = on.form is not Form.OTHER or on.verdict is not None
    listed = bool(sides) and case.signals("lists")
    a_part = decided or any(map(one_sentence, sides)) or (on.ranked[0].cued and not listed)
    narrow = any(map(answered_strictly, sides)) or (a_part and not again)  # what was said needs something new beside it

    def bears(place: int, told_next: Statement) -> bool:
        return not told_next.brief or limits(told_next.text) or (not narrow and (again or not place))

    left = tuple(statement for place, statement in enumerate(row.statements) if bears(place, statement))
    return row._replace(statements=left) if left else None


_OTHERS = 2
"""Other points that a message may bring in beside the one that answers it."""


def _also(on: OnMeasure, case: Case, rows: Sequence[Row]) -> list[Row]:
    """What a further question of the message singles out."""
    if on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE and len(case.said.asking) < _OTHERS:
        return []  # what others get does not follow a refusal
    if case.carries_a_side:
        return []  # this message only says of which matter
    beside = dict.fromkeys(beside_told(on, case))
    if not beside:
        return []
    told_already = {statement.text for row in rows for statement in row.statements}
    in_full = [statement for row in rows for statement in row.statements if not statement.brief]
    told_points = {statement.point for statement in in_full if statement.point is not None}
    fresh = [s for s in beside if s.text not in told_already and not s.silent]
    others = [s for s in fresh if s.point not in told_points and asked_besides(on, rows[0].statements[0], s, case)]
    return [Row((statement,), asked=case.said.asks) for statement in others[:_OTHERS]]


def _unit_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """Whom to ask, where that is asked; how somebody stands, or what is open, comes after it."""
    if not asks_whom(case) or (on.gaps and (on.measure.channels or _is_of_a_line(on))):
        return []  # the open detail may be that number
    if _open_asked_before(on, case):
        return []
    if (on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE) or who_is_open(on, case):
        return []
    first, *others = _told_of_whom(on, case)
    told_only = bool(on.gaps) and not gaps_asked(on, case)  # 想让电视台拍拍我媳妇，找谁 asks for no station
    after = [
        row._replace(kept=False, label="" if row.label == label else row.label)
        for row in ([] if told_only else verdict_first(on, case, ""))
    ]
    rows = [Row((first,), label, kept=True), *(Row((other,)) for other in others), *after]
    return rows if after else [*rows, *_rule_told_of(on, case)]


def _open_asked_before(on: OnMeasure, case: Case) -> bool:
    """Whether a detail left open is asked in a clause before that which asks whom to turn to: 进哪家园，找谁办."""
    whom = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].contacts]
    clause = next((s for s in case.said.asking if any(s[0] <= here.start < s[1] for here in whom)), None)
    return clause is not None and any(case.said.asks_with(spot) and spot.end <= clause[0] for spot in gap_spots(on, case))


def _shown_to_the_employer(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """Where it is written, to show it to who says that there is no such thing: 人事科说没这项政策."""
    if not case.signals("employer-denies") or on.topic not in on.measure.topics or _not_written_as_put(on, case):
        return []
    told = open_answer(on, case)
    singled = any(_beyond(spot, _denied(case)) for spot in spots_of(on, told, case)) or on.topic != on.measure.topics[0]
    written = told if singled and not told.silent else Statement((on.measure.overview or (told.text,))[0])
    if written.silent or not set(figures(case.said.text)) <= set(figures(written.text)):
        return []  # 每天500 is not what is written
    document = on.part.region.document
    number = document.number or document.explains
    place = f"{document_name(on.part)}{document.item_label.format(item=on.measure.source.item)}"
    shown = f"写了，可以拿给单位看：{place}{f'，文号{number}' if number else ''}。"
    return [first_row(shown, label), plain_row(Row((written,), asked=True)), *ask_rows(on, case)]


def _not_written_as_put(on: OnMeasure, case: Case) -> bool:
    """Whether what is asked beside the denial is refused or left open: for whom it is, or a detail of its own."""
    if on.verdict is not None and on.verdict.kind in {Kind.INELIGIBLE, Kind.SILENT}:
        return True
    return any(_beyond(spot, _denied(case)) for spot in gap_spots(on, case))


def _denied(case: Case) -> list[Stretch]:
    return case.snapshot.signal("employer-denies").spans(case.said.text)


def _beyond(spot: Found, stretches: Sequence[Stretch]) -> bool:
    return all(end <= spot.start or spot.end <= start for start, end in stretches)


def _beyond_the_employer(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """Whom to turn to where the place one works at does nothing, by the point that tells of that, if there is one: 单位拖着不报，咋办."""
    refuses = case.snapshot.signal("employer-refuses").spans(case.said.text)
    if not refuses or gaps_asked(on, case):
        return []
    if not (asks_what_to_do(asked_last(case)) or ends_with_the_rest(case.said.text)):
        return []
    lead = on.part.contact_by_id[on.measure.lead] if on.measure.lead is not None else None
    cues = case.said.cues(on.measure.id, "point")
    told = {name: here for name, here in cues.items() if any(here.start < end and start < here.end for start, end in refuses)}
    if told:
        point = max((p for p in on.measure.points if p.id in told), key=lambda p: told[p.id].end - told[p.id].start)
        return [row_of_point(first_answer(on.measure, point), label)]
    if lead is None:
        return []
    return [first_row(f"可找{short_name(lead)}（牵头）；单位不办怎么处理文件没写。", label)]


def _rule_told_of(on: OnMeasure, case: Case) -> list[Row]:
    """The rule for what somebody tells before they ask whom to turn to: 小区不让进，找谁说."""
    if not case.signals("turns-to-somebody"):
        return []
    singled = (s for s in cued_told(replace(on, form=Form.OTHER), case) if not s.silent and not by_own_name(on, s, case))
    told = (s for s in singled if not asked_of(on, s, case))
    return [Row((s,)) for s in told][:1]


def _is_of_a_line(on: OnMeasure) -> bool:
    """Whether what is asked about is a line to call, so that its number is the detail left open: 24 小时服务电话."""
    here = (entry.point for entry in on.ranked if entry.on_topic and entry.point.topics == (on.topic,))
    return any(tells_of_a_line(first_answer(on.measure, point).text) for point in here)


def _sum_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    if on.worked is None or (on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE):
        return []
    first, *working = sum_rows(on.worked, on.measure, case, label)
    open_point = [Row((Statement(on.verdict.reasons[0]),))] if on.verdict and on.verdict.kind is Kind.SILENT else []
    gaps = [Row((Statement(gap.say),)) for gap in gaps_asked(on, case)[:1]]
    return [first, *open_point, *working, *gaps]


def _told_of_whom(on: OnMeasure, case: Case) -> tuple[Statement, ...]:
    """The sides told; where the document names no lead, what the message singles out comes before that it does not, be it only
    the detail that is left open (街坊嫌我有毒，有冇人管 gets 文件没写受歧视找谁处理), but for the matter's own name: 话费找谁问.
    """
    told_sides = sides_told(on, case)
    if on.measure.lead is not None or not told_sides[0].silent:
        return told_sides
    singled = next((s for s in cued_told(on, case) if not s.silent and not by_own_name(on, s, case)), None)
    if singled is None and on.gaps:
        return (Statement((gaps_asked(on, case) or on.gaps)[0].say),)
    return told_sides if singled is None else (singled, *(s for s in told_sides if s.text != singled.text))


def _with_unit(row: Row, on: OnMeasure, case: Case) -> Row:
    """Whom to ask on the first line too, where that was asked beside something else and there is room."""
    if not case.asks("contacts") or on.measure.lead is None or who_is_open(on, case):
        return row
    unit = office(on.measure, on.part)
    if unit in row.line.text or sends_to(row.statements[0].text):
        return row
    officer = officer_asked(on, case)
    named = (f"问{unit}（责任人{officer}）",) if officer else ()
    longer = (row._replace(statements=(*row.statements, Statement(whom))) for whom in (*named, f"问{unit}"))
    return next((told for told in longer if length([told._replace(label="").line]) <= LONGEST_LINE), row)


def _without_what_follows(first: Row, further: Sequence[Row]) -> Row:
    """The first row, where it says what is written instead of what is not, without that if the next row tells it: 要看…."""
    text = first.statements[0].text
    told_next = [row.line.text for row in further[:1] if not row.label]
    if not tells_instead(text) or Statement(instead_of_silence(text)).beside(told_next) is not None:
        return first
    return of_opener(first, without_instead)


def _without_unit(row: Row, first: Row, on: OnMeasure) -> Row:
    """A further row without who leads, where line one names them: 没送到怎么补，这一项由区总工会牵头."""
    unit = office(on.measure, on.part)
    return _reworded(row, lambda text: without_lead(text, unit)) if unit in first.line.text else row


def _names_unit_again(row: Row, first: Row, on: OnMeasure) -> bool:
    """Whether a row only sends to the unit that line one names."""
    return all(sends_to(s.text) for s in row.statements) and office(on.measure, on.part) in first.line.text


_OVERVIEW = 2
"""Lines of an overview that a message which asks for no side gets."""


def _side_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """The side asked, else the point the message is about, else the overview."""
    first, *others = sides_told(on, case)
    if first.silent and first.point is None and on.gaps:  # 文件没写房费谁出 says more than 文件没写由谁出钱
        first = Statement(on.gaps[0].say)
    opener = opener_for(first.text, on, case)
    row = row_of_point(first, label, opener)
    overview = on.measure.overview if first.point is None and first.text in on.measure.overview else ()
    open_ended = not case.facets and on.form is Form.OTHER
    more = [Row((Statement(text),)) for text in overview[:_OVERVIEW] if text != first.text and (open_ended or limits(text))]
    point = next((p for p in on.measure.points if _tells(p, first.text)), None)
    near = _near_side(on, first) if first.silent and point is None else []
    then = briefs_after(on, point_mark(on.measure, point) if point else None)
    gaps = [Row((Statement(gap.say),)) for gap in gaps_asked(on, case)[:1]]
    return [row, *(Row((other,)) for other in others), *near, *gaps, *more, *then]


def _near_side(on: OnMeasure, first: Statement) -> list[Row]:
    """Beside a side the document is silent on: what it says on the matter itself."""
    top = on.ranked[0].point
    told_first = first_answer(on.measure, top)
    return [] if told_first.silent or told_first.text == first.text else [Row((told_first,), WROTE)]


def _tells(point: Point, text: str) -> bool:
    return text in (*point.answers, point.whether_in_full)
