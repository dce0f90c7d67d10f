"""Measures in words: the first line answers, what is needed next follows, then the footer and the one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.echo import echo_of
from bot.dialogue.findings import Answered, Judgment, OnMeasure, Question
from bot.dialogue.marks import said_before
from bot.dialogue.measures import label_of
from bot.dialogue.points import answered_as_such, asked_last
from bot.dialogue.replies.footer import footer, office
from bot.dialogue.replies.phone import phone_rows, who_is_open
from bot.dialogue.replies.plain import question_options
from bot.dialogue.replies.sides import (
    asked_besides,
    asked_of,
    asks_whom,
    beside_told,
    brief_of,
    by_own_name,
    cued_told,
    first_answer,
    gap_spots,
    left_to_clause_before,
    one_sentence,
    share_asked_behind,
    side_singled_out,
    side_told,
    sides_told,
    spots_of,
    told_of,
    verdict_asked,
)
from bot.dialogue.replies.sums import asks_for_total, computed, sum_lines, sum_rows
from bot.dialogue.replies.told import (
    LONGEST_LINE,
    WROTE,
    Row,
    Statement,
    Told,
    cut,
    length,
    point_mark,
    told,
    without_again,
)
from bot.dialogue.verdicts import hangs_on_told, silent_by_what_was_told, whether_asked
from bot.language.asked_for_what import asks_if_there_is
from bot.language.asked_of_whom import asks_by_pronoun
from bot.language.clauses import clause_bounds
from bot.language.kinship import SELF
from bot.language.patterns import Found
from bot.language.question_forms import IS_SO, Form, asked_with, asks_for_a_side, asks_whether_one_may, asks_yes_or_no
from bot.language.referring_back import asks_of_what_was_told
from bot.language.statements import (
    answers_yes_or_no,
    as_choice,
    as_there_is,
    before_colon,
    behind_label,
    changes,
    decides,
    denies,
    depends,
    instead_of_fits,
    instead_of_silence,
    is_silent,
    leaves_open,
    limits,
    sends_to,
    spares,
    speaks_of_kin,
    tells_instead,
    tells_of_a_line,
    with_yes,
    without_yes,
)
from bot.model.measure import Measure, Point, Unanswered
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.rules.verdict import Kind, Verdict
from bot.understanding.details import asks_an_unknown_detail

_HAS = "有："
_WRITES = "有规定："
_FITS = "符合："
_TELLING = 4
"""Characters from which what singles out a point is a phrase of its own, not a word of the topic."""

_SILENT_BESIDE = 1
"""Other regions that are told to be silent; of more, none is."""

_OVERVIEW = 2
"""Lines of an overview that a message which asks for no side gets."""

_OTHERS = 2
"""Other points that a message may bring in beside the one that answers it."""


def measures_reply(found: Answered, judgment: Judgment, case: Case) -> Reply:
    """The whole answer."""
    question = judgment.resumes or (None if found.asks_region else found.closing or found.found[0].question)
    last = _question_line(found, judgment, question)
    foot = footer([(on.measure, on.part) for on in found.found])
    rows = _rows(found, case)
    notes = _notes(case, [on.measure for on in found.found])
    told_here = told(rows[:1] if found.terse else rows, () if found.terse else said_before(case.before, judgment),
                     [*notes, foot, *last])  # fmt: skip
    lines = _echoed(_anew(told_here.lines, case), case, [on.measure for on in found.found])
    lines = _not_found(lines) if _asks_what_is_not_known(found, told_here, case) else lines
    amounts = [on.amount for on in found.found if on.amount is not None]
    alone = len(found.found) == 1
    worked = [on.worked.sum for on in found.found if on.worked is not None]
    single = len(amounts) == 1 and len(worked) == 1
    sums = [*worked, *([found.whole] if found.whole else [])]
    return Reply(
        Decision.ANSWER,
        (Section((*lines, *notes, foot, *last), found.found[0].measure.id),),
        tuple(on.measure.id for on in found.found),
        _options(found, question, case),
        outcome=found.found[0].outcome if alone or found.instead else None,
        amount=(found.whole.total if found.whole else None) if found.together else (amounts[0] if single else None),
        lines_cited=tuple(on.public.id for on in found.found if on.public is not None),
        computed=_counted(found).union(*map(computed, sums)),
        verdict=_verdict_kind(found.found[0]) if alone or found.instead else None,
        marks=told_here.marks,
        news=told_here.news,
    )


def _verdict_kind(on: OnMeasure) -> str | None:
    return on.verdict.kind.value if on.verdict is not None else None


def _counted(found: Answered) -> frozenset[str]:
    """Numbers of units that a line may say instead of naming all of them."""
    return frozenset(str(len(on.measure.units) - 1) for on in found.found if on.measure.units)


def _anew(lines: Sequence[Line], case: Case) -> list[Line]:
    """The lines without 还是, where something told since makes it another question."""
    if not (case.said.stated or case.said.counting or case.said.spoken.region):
        return list(lines)
    return [replace(lines[0], text=without_again(lines[0].text)), *lines[1:]]


def _asks_what_is_not_known(found: Answered, told_here: Told, case: Case) -> bool:
    """Whether all that can be told was told before, and the question is of a detail that it does not hold."""
    if not told_here.marks or not set(case.before.said).issuperset(told_here.marks) or len(found.found) > 1:
        return False
    first = told_here.shown[0]
    plain = first.kind is LineKind.TEXT and not first.statements[0].silent
    return plain and asks_an_unknown_detail(case.said, [on.measure for on in found.found], case.snapshot)


def _not_found(lines: Sequence[Line]) -> list[Line]:
    """The lines behind the word that what is asked was not found."""
    first = Line(LineKind.TEXT, wording.UNKNOWN_DETAIL)
    return [first, replace(lines[0], text=cut(WROTE + without_yes(without_again(lines[0].text)))), *lines[1:]]


def _echoed(lines: Sequence[Line], case: Case, measures: Sequence[Measure]) -> list[Line]:
    """What was heard before the answer, on its line if there is room, else behind it."""
    heard = echo_of(case, measures)
    if heard is None:
        return list(lines)
    first = replace(lines[0], text=heard + without_again(lines[0].text))
    fits = length([first]) <= LONGEST_LINE
    alone = replace(lines[0], text=without_again(lines[0].text))
    note = Line(LineKind.NOTE, heard)
    behind = [note, alone] if changes(heard) else [alone, note]
    return [first, *lines[1:]] if fits else [*behind, *lines[1:]]


def _notes(case: Case, measures: Sequence[Measure]) -> list[Line]:
    """How misspelt words were understood that the matter is about."""
    about = "".join(f"{measure.title}{measure.summary}" for measure in measures)
    about += "".join(case.snapshot.topic_by_id[topic].short for measure in measures for topic in measure.topics)
    meant = dict.fromkeys(f"“{c.meant}”" for c in case.said.analysis.corrections if c.meant in about)
    return [Line(LineKind.NOTE, f"按{'、'.join(meant)}理解。")] if meant else []


def _question_line(found: Answered, judgment: Judgment, question: Question | None) -> list[Line]:
    if found.asks_region:
        return [Line(LineKind.QUESTION, wording.WHICH_REGION)]
    if question is None:
        return []
    lead = "接着刚才的：" if judgment.resumes is not None else ""
    return [Line(LineKind.QUESTION, f"{lead}{question.fact.question}")]


def _options(found: Answered, question: Question | None, case: Case) -> tuple[Option, ...]:
    if question is not None:
        return question_options(question.fact, question.verdict, case.facts)
    if found.asks_region:
        return wording.region_options(list({on.part.region.id: on.part for on in found.found}.values()))
    return found.next_steps


def _rows(found: Answered, case: Case) -> list[Row]:
    """Every row, those of the first measure first; of several measures a labelled line each."""
    if found.instead:
        first, *others = found.found
        return [*measure_rows(first, case), *(row for on in others for row in measure_rows(on, case, _label(on))[:1])]
    if len(found.found) == 1:
        unknown = case.region is None and len(case.snapshot.in_sight) > 1
        wider = case.region is not None and case.region != found.found[0].part.region.id
        elsewhere = unknown or wider
        label = f"{found.found[0].part.region.name}：" if elsewhere else ""
        rows = measure_rows(found.found[0], case, label)
        if unknown:
            rows[1:1] = _elsewhere(found, case)
        return [_only_near(found, case), *_as_written(rows)] if found.nearest_topic is not None else rows
    compares = next((on for on in found.found if on.measure.id == found.comparing), None)
    if compares is not None:
        return measure_rows(compares, case)
    by_region = len({on.part.region.id for on in found.found}) > 1
    rows = []
    if found.whole is not None:
        total, *working = sum_lines(found.whole)
        rows.append(Row((Statement(total),), kind=LineKind.SUM, kept=True))
        anew = asks_for_total(case)
        return [*rows, *(Row((Statement(text),), kind=LineKind.SUM, held=True, asked=anew) for text in working)]
    for on in found.found:
        label = f"{on.part.region.name}：" if by_region else _label(on)
        own = measure_rows(on, case, label)
        rows += [own[0], *(own[1:] if on.worked is not None else ())]
    return rows


def _elsewhere(found: Answered, case: Case) -> list[Row]:
    """While it is not known where somebody is: that the documents of the other regions say nothing on the topic."""
    topic, here = found.topics[0], found.found[0].part.region.id
    others = [part for part in case.snapshot.knowledge.regions if part.region.id != here]
    if not topic or len(others) > _SILENT_BESIDE:
        return []
    silent = [part for part in others if (topic, part.region.id) not in case.snapshot.answers]
    return [Row((Statement(wording.NOT_WRITTEN),), f"{part.region.name}：", kept=True) for part in silent]


def _label(on: OnMeasure) -> str:
    return f"{label_of(on.measure)}："


def _only_near(found: Answered, case: Case) -> Row:
    """The document has nothing on what was asked; what comes nearest follows."""
    topic = case.snapshot.topic_by_id.get(found.nearest_topic or "")
    about = f"“{topic.short}”" if topic else "这一点"
    return Row((Statement(f"文件没写专门的{about}。"),), kept=True)


def _as_written(rows: Sequence[Row]) -> list[Row]:
    first = rows[0]
    if first.kind is not LineKind.TEXT or first.statements[0].silent:
        return [replace(first, kept=False), *rows[1:]]
    return [replace(_plain(first), label=WROTE, kept=False), *rows[1:]]


def measure_rows(on: OnMeasure, case: Case, label: str = "") -> list[Row]:
    """What there is to say of one measure: the first row answers."""
    case = case.of_sides(on.facets)
    rows = _sum_first(on, case, label)
    if rows:
        return [*rows, *phone_rows(on, rows[0], case)]
    rows = _unit_first(on, case, label) or _verdict_first(on, case, label)
    rows = rows or _side_first(on, case, label)
    rows = [_with_unit(_as_asked(rows[0], on, case), on, case), *rows[1:]]
    after = [row for row in rows[1:] if any(statement.brief for statement in row.statements)]
    before = [row for row in rows[1:] if row not in after]
    bearing = [left for row in after if (left := _bearing(row, on, case)) is not None]
    phone = phone_rows(on, rows[0], case)
    if phone and case.snapshot.signal("phone-alone").is_all_of(case.said.text):  # 电话给我, after whom to ask was told
        return [replace(phone[0], label=label, kept=True), replace(_plain(rows[0]), label="", kept=False)]
    return [rows[0], *map(_plain, (*phone, *before, *_also(on, case, rows), *bearing))]


def _as_asked(row: Row, on: OnMeasure, case: Case) -> Row:
    """The first row with the yes to the very word that asks: 能 to 我岳父也行吗, 是 to 是不是免试; not 有.

    One of two, and how, who or when, gets no yes at all.
    """
    question = asked_last(case)
    if on.form is Form.EITHER and Form.WHETHER not in case.said.forms:
        return replace(row, statements=tuple(replace(s, text=as_choice(s.text)) for s in row.statements))
    if on.form is Form.OTHER and len(case.said.asking) == 1 and not case.apart and asks_for_a_side(question):
        return _plain(row)
    verdict = on.verdict
    eligible = verdict is not None and verdict.kind is Kind.ELIGIBLE and not case.answers
    if verdict is not None and eligible and asks_if_there_is(question) and not _of_somebody_told(case, verdict):
        return replace(row, statements=tuple(replace(s, text=instead_of_fits(s.text)) for s in row.statements))
    word = asked_with(question)
    if not word and on.form is Form.WHETHER and asks_if_there_is(question):
        return replace(row, statements=tuple(replace(s, text=as_there_is(s.text)) for s in row.statements))
    if not word or on.form is not Form.WHETHER:
        return row
    if word == IS_SO and not _told_for_its_words(row.statements[0], on, case):
        return row  # 上头说结束才发，对吗: what is told in general says no yes to that
    said = replace(row.statements[0], text=with_yes(word, row.statements[0].text))
    return replace(row, statements=(said, *row.statements[1:]))


def _of_somebody_told(case: Case, verdict: Verdict) -> bool:
    """Whether somebody's own case is told, so that they fit or do not: not where only what there is is asked."""
    return bool(case.said.people.named or case.said.stated) or hangs_on_told(case, verdict)


def _told_for_its_words(told_first: Statement, on: OnMeasure, case: Case) -> bool:
    """Whether words of the message, other than the matter's own name, single out the point that a statement tells."""
    return bool(spots_of(on, told_first, case)) and not by_own_name(on, told_first, case)


def _plain(row: Row) -> Row:
    """A further line without the yes that only a first line opens with: 有：, 能：."""
    if all(without_yes(s.text) == s.text for s in row.statements):
        return row
    return replace(row, statements=tuple(replace(s, text=without_yes(s.text)) for s in row.statements))


def _bearing(row: Row, on: OnMeasure, case: Case) -> Row | None:
    """Of what an author lets follow: limits of what was said; one more where the whole matter is asked for, not a part of it."""
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    decided = on.form is not Form.OTHER or on.verdict is not None
    listed = bool(sides) and case.signals("lists")
    narrow = decided or any(map(one_sentence, sides)) or (on.ranked[0].cued and not listed)

    def bears(place: int, told_next: Statement) -> bool:
        return not told_next.brief or limits(told_next.text) or (not narrow and not place)

    left = tuple(statement for place, statement in enumerate(row.statements) if bears(place, statement))
    return replace(row, statements=left) if left else None


def _also(on: OnMeasure, case: Case, rows: Sequence[Row]) -> list[Row]:
    """What a further question of the message singles out."""
    told_already = {statement.text for row in rows for statement in row.statements}
    in_full = [statement for row in rows for statement in row.statements if not statement.brief]
    told_points = {statement.point for statement in in_full if statement.point is not None}
    fresh = [s for s in dict.fromkeys(beside_told(on, case)) if s.text not in told_already and not s.silent]
    others = [s for s in fresh if s.point not in told_points and asked_besides(on, rows[0].statements[0], s, case)]
    return [Row((statement,), asked=case.said.asks) for statement in others[:_OTHERS]]


def _unit_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """Whom to ask, where that is asked; how somebody stands, or what is open, comes after it."""
    if not asks_whom(case) or (on.gaps and (on.measure.channels or _is_of_a_line(on))):
        return []  # the open detail may be that number
    if (on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE) or who_is_open(on, case):
        return []
    first, *others = _told_of_whom(on, case)
    told_only = bool(on.gaps) and not _gaps_asked(on, case)  # 想让电视台拍拍我媳妇，找谁 asks for no station
    after = [
        replace(row, kept=False, label="" if row.label == label else row.label)
        for row in ([] if told_only else _verdict_first(on, case, ""))
    ]
    return [Row((first,), label, kept=True), *(Row((other,)) for other in others), *after]


def _is_of_a_line(on: OnMeasure) -> bool:
    """Whether what is asked about is a line to call, so that its number is the detail left open: 24 小时服务电话."""
    here = (entry.point for entry in on.ranked if entry.on_topic and entry.point.topics == (on.topic,))
    return any(tells_of_a_line(first_answer(on.measure, point).text) for point in here)


def _sum_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    if on.worked is None or (on.verdict is not None and on.verdict.kind is Kind.INELIGIBLE):
        return []
    first, *working = sum_rows(on.worked, on.measure, case, label)
    open_point = [Row((Statement(on.verdict.reasons[0]),))] if on.verdict and on.verdict.kind is Kind.SILENT else []
    gaps = [Row((Statement(gap.say),)) for gap in _gaps_asked(on, case)[:1]]
    return [first, *open_point, *working, *gaps]


def _verdict_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """What the document leaves open, or how somebody stands: the first of these that holds."""
    verdict = on.verdict
    if verdict is not None and verdict.kind is Kind.INELIGIBLE:
        return _refused(on, verdict, case, label)
    if on.gaps and _gap_first(on, case):
        left = (_gaps_asked(on, case) or list(on.gaps))[:2]
        instead = any(tells_instead(gap.say) for gap in left)
        nearest = None if instead else next((gap.nearest for gap in left if gap.nearest is not None), None)
        gaps = [_first(gap.say, label if not n else "", kept=not n) for n, gap in enumerate(left)]
        return [*gaps, *_nearest(on, nearest)]
    if verdict is None:
        return []
    if verdict.kind is Kind.SILENT:
        told_first = _says_what_is_open(on, verdict, case)
        if told_first is not None:
            return [_labelled(told_first, label)]
        return [_first(verdict.reasons[0], label), *_nearest(on, _nearest_of(verdict))]
    row = _standing(verdict, label)
    return _point_before(on, case, label, row) or _beside_sides(on, case, label, row) + _then(on, verdict)


def _point_before(on: OnMeasure, case: Case, label: str, row: Row) -> list[Row]:
    """A point that the message singles out answers before a verdict on the measure as a whole, if it says yes or no itself."""
    verdict = on.verdict
    choice = _singled_choice(on, case)
    told_alone = choice is not None or (not case.asks("verdict") and whether_asked(case))
    if verdict is None or (verdict.entitlement.cues and not told_alone) or case.answers:
        return []
    told_first = choice or next((s for s in cued_told(on, case) if not (s.decides and by_own_name(on, s, case))), None)
    if told_first is None:
        return []
    passed_by = verdict_asked(case) and not asked_of(on, told_first, case) and not left_to_clause_before(on, told_first, case)
    if verdict.kind is Kind.ELIGIBLE and passed_by:
        return []
    if verdict.kind is Kind.ELIGIBLE and share_asked_behind(on, told_first, case):
        return []
    if verdict.kind is Kind.ELIGIBLE and choice is None and _may_a_relative(case) and not speaks_of_kin(told_first.text):
        return []
    least = _TELLING - (verdict.kind is Kind.ELIGIBLE)
    telling = max(entry.cued for entry in on.ranked) >= least
    by_itself = telling or decides(told_first.text) or told_first.decides or told_alone
    if not by_itself and not (verdict.kind is Kind.MISSING and side_singled_out(on, case)):
        return []
    if depends(told_first.text):
        return []
    if verdict.kind is Kind.ELIGIBLE and hangs_on_told(case, verdict):
        told_first = replace(told_first, text=with_yes(before_colon(_FITS), told_first.text))
    first = _labelled(told_first, label, _opener(told_first.text, on, case))
    standing = [] if verdict.kind is Kind.ELIGIBLE else [replace(row, kept=False, label="")]
    beside = _sides_beside(on, case, told_first)
    if verdict.kind is not Kind.ELIGIBLE and not on.settled:
        return [first, *beside, *standing, *_then(on, verdict)]
    return [first, *beside, *_briefs_after(on, told_first.point)]


def _may_a_relative(case: Case) -> bool:
    """Whether the question is whether a relative named may have or do something: 精防中心那条线我妈能打吗."""
    people, question = case.said.people, asked_last(case)
    kin = any(one.who != SELF and one.who not in people.staff for one in people.named)
    return kin and asks_whether_one_may(question)


def _singled_choice(on: OnMeasure, case: Case) -> Statement | None:
    """What a point says that a phrase singles out, where it says no (能用两回吗, to which 符合 would say yes), or is one of two."""
    singled = (told_of(on, e.point, *case.facets) for e in on.ranked if e.on_topic and e.cued >= _TELLING)
    choosing = on.form is Form.EITHER
    fitting = (s for s in singled if s.decides and (choosing or denies(s.text)) and asked_of(on, s, case))
    return next(fitting, None)


def _sides_beside(on: OnMeasure, case: Case, first: Statement) -> list[Row]:
    """The figure and the time that are asked beside what a point answers: 能先报吗，几天有结果."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    strict = [facet for facet in asked if answered_as_such(facet) and not facet.contacts]
    others = tuple(entry for entry in on.ranked if point_mark(on.measure, entry.point) != first.point)
    plain = replace(on, form=Form.OTHER, ranked=others or on.ranked)
    return [Row((side,)) for facet in strict if (side := side_told(plain, facet, case)) is not None and not side.silent]


def _told_of_whom(on: OnMeasure, case: Case) -> tuple[Statement, ...]:
    """The sides told; where the document names no lead, what the message singles out comes before that it does not, be it only
    the detail that is left open (街坊嫌我有毒，有冇人管 gets 文件没写受歧视找谁处理), but for the matter's own name: 话费找谁问.
    """
    told_sides = sides_told(on, case)
    if on.measure.lead is not None or not told_sides[0].silent:
        return told_sides
    singled = next((s for s in cued_told(on, case) if not s.silent and not by_own_name(on, s, case)), None)
    if singled is None and on.gaps:
        return (Statement((_gaps_asked(on, case) or on.gaps)[0].say),)
    return told_sides if singled is None else (singled, *(s for s in told_sides if s.text != singled.text))


def _gaps_asked(on: OnMeasure, case: Case) -> list[Unanswered]:
    """The details left open that a clause asks for, not one that only tells: behind another answer nothing else is open."""
    found = zip(on.gaps, gap_spots(on, case), strict=True)
    return [gap for gap, spot in found if not case.said.asking or case.said.asks_with(spot)]


def _gap_first(on: OnMeasure, case: Case) -> bool:
    """Whether the detail left open is what is asked: more singles it out than a point that has the side asked for."""
    if who_is_open(on, case):
        return True
    if _side_besides(on, case) or _only_told(on, case):
        return False
    gap = max(here.end - here.start for here in gap_spots(on, case))
    points = max((entry.cued for entry in on.ranked if entry.on_topic), default=0)
    told_first = next(iter(cued_told(on, case)), None)
    says_more = told_first is not None and not told_first.silent and points > gap and points >= _TELLING
    if told_first is not None and (by_own_name(on, told_first, case) or not asked_of(on, told_first, case)):
        says_more = False  # 工作补助按天还是按月; 我儿子去支援，保单怎么查
    return gap > side_singled_out(on, case) and not (says_more and not _asked_behind(on, case))


def _asked_behind(on: OnMeasure, case: Case) -> bool:
    """Whether the detail left open is asked of what a point's words only name before it: 心理老师|收不收钱."""
    last = max(here.start for here in gap_spots(on, case))
    named = [spot for s in cued_told(on, case) for spot in spots_of(on, s, case)]
    return bool(named) and all(spot.end <= last for spot in named)


def _only_told(on: OnMeasure, case: Case) -> bool:
    """Whether the words of the detail left open only tell, and a point's ask or are told last: 我俩都是一线，按人还是按户."""
    gaps = gap_spots(on, case)
    if not case.said.asking or any(case.said.asks_with(here) or _is_case_told(here, case) for here in gaps):
        return False
    if asks_of_what_was_told(asked_last(case)) or (_told_of_kin(on, case) and asks_by_pronoun(asked_last(case))):
        return False
    last = max(here.start for here in gaps)
    points = cued_told(on, case)
    behind = (s for s in points if any(spot.start > last for spot in spots_of(on, s, case)))
    asked = (s for s in points if asked_of(on, s, case))  # 路上摔了，算工伤吗 asks of what was told, by the matter's name
    return any(not by_own_name(on, s, case) for s in (*asked, *behind))


def _is_case_told(gap: Found, case: Case) -> bool:
    """Whether the words of a detail left open tell the case of whom it is asked: 我是劳务派遣的，有我份吗."""
    known = case.snapshot.definitions
    own = (here for key, here in case.said.options.items() if known[key.fact].of_staff and known[key.fact].presumed is None)
    return any(here.start < gap.end and gap.start < here.end for here in own)


def _told_of_kin(on: OnMeasure, case: Case) -> bool:
    """Whether the words of a detail left open tell something of a relative: 我妈一个人住外区，东西能给她送吗."""
    bounds = (clause_bounds(case.said.text, here.start, here.end) for here in gap_spots(on, case))
    kin = [one for one in case.said.people.named if one.who != SELF]
    return any(begin <= one.start < end for begin, end in bounds for one in kin)


def _side_besides(on: OnMeasure, case: Case) -> bool:
    """Whether a time is asked for that is written, by other words than those of the detail left open (几月走、去哪儿), or a figure, where
    those only tell (上夜班护理确诊病人的，一天给多少), or behind them whether it is taxed or who pays: 算不算收入，要不要扣税.
    """
    gaps = gap_spots(on, case)
    only_told = bool(case.said.asking) and not any(case.said.asks_with(gap) or _is_case_told(gap, case) for gap in gaps)
    asked = [(case.snapshot.facet_by_id[key.facet], here) for key, here in case.said.sides.items()]
    last = max(gap.end for gap in gaps)
    apart = [
        facet
        for facet, here in asked
        if (facet.deadline or (only_told and facet.asks_sum) or (facet.silent is not None and here.start > last))
        and not any(gap.start < here.end and here.start < gap.end for gap in gaps)
    ]
    told_sides = (side_told(on, facet, case) for facet in apart if facet.id in on.facets)
    return any(told_side is not None and not told_side.silent for told_side in told_sides)


def _first(text: str, label: str, *, opener: str = "", kind: LineKind = LineKind.VERDICT, kept: bool = True) -> Row:
    """A first row; after a label its own colon becomes a comma."""
    text = f"{opener}{text}"
    return Row((Statement(behind_label(text) if label else text),), label, kind, kept=kept)


def _labelled(first: Statement, label: str, opener: str = "") -> Row:
    """A first row of a point; after a label its own colon becomes a comma."""
    text, front = (behind_label(opener + first.text), label) if label else (first.text, opener)
    return Row((replace(first, text=text),), front, kept=True)


def _refused(on: OnMeasure, verdict: Verdict, case: Case, label: str) -> list[Row]:
    first, *others = verdict.reasons
    opener = "" if is_silent(first) else "不符合："
    gaps = [gap.say for gap in _gaps_asked(on, case)[:1] if Statement(instead_of_silence(gap.say)).beside([first]) is not None]
    rest = [Row((Statement(reason),)) for reason in (*others, *gaps)]
    return [_first(first, label, opener=opener), *rest, *(_then(on, verdict) if verdict.entitlement.refused else [])]


def _standing(verdict: Verdict, label: str) -> Row:
    """符合 or 要看, with the condition in the sentence."""
    item = verdict.entitlement
    if verdict.kind is Kind.ELIGIBLE:
        return _first(item.eligible or f"{item.gives}。", label, opener=_FITS)
    if item.depends is not None:
        return _first(item.depends, label, opener="要看")
    return _first(f"您的情况：{item.gives}。", label, opener="要看")


def _beside_sides(on: OnMeasure, case: Case, label: str, row: Row) -> list[Row]:
    """The verdict and the sides asked beside it. A side that answers yes or no by itself comes first."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    sides = [
        told_side for facet in asked if not facet.verdict and (told_side := side_told(on, facet, case)) is not None
    ]
    if not sides or (sides[0].silent and not (case.said.asks or case.said.facets)):
        return [row]
    if spares(sides[0].text) or sides[0].silent:
        return [Row((sides[0],), label, kept=True), replace(row, kept=False, label="")]
    return [row, *(Row((side,)) for side in sides if side.text not in row.line.text)]


def _with_unit(row: Row, on: OnMeasure, case: Case) -> Row:
    """Whom to ask on the first line too, where that was asked beside something else and there is room."""
    if not case.asks("contacts") or on.measure.lead is None or who_is_open(on, case):
        return row
    unit = office(on.measure, on.part)
    if unit in row.line.text or sends_to(row.statements[0].text):
        return row
    longer = replace(row, statements=(*row.statements, Statement(f"问{unit}")))
    return longer if length([replace(longer, label="").line]) <= LONGEST_LINE else row


def _then(on: OnMeasure, verdict: Verdict) -> list[Row]:
    """What follows a verdict: briefs of its points, what to bring; whom to ask where somebody does not know a fact."""
    item = verdict.entitlement
    statements = [brief_of(on.measure, point) for point in _points(on.measure, item.then)]
    if item.bring and verdict.kind is Kind.ELIGIBLE:
        statements.append(Statement(item.bring))
    unsure = verdict.kind is Kind.MISSING and not verdict.missing
    asks = [Row((Statement(f"这一点您还不清楚，请先问{office(on.measure, on.part)}。"),))] if unsure else []
    return [*asks, *([Row(tuple(statements))] if statements else [])]


def _says_what_is_open(on: OnMeasure, verdict: Verdict, case: Case) -> Statement | None:
    """The point nearest to what is open, where it says yes or no and itself what is not written: 有“快速通道”，条件文件没写.

    Which of two is answered by the point that a phrase singles out: 两样都有“绿色通道”还是只有一个.
    """
    if silent_by_what_was_told(case, verdict):  # 后勤有没有份 asks of those the document does not name
        return None
    if on.form is Form.EITHER and (choice := _singled_choice(on, case)) is not None:
        return choice
    near = next(iter(_points(on.measure, (_nearest_of(verdict) or "",))), None)
    told_first = told_of(on, near, *case.facets) if near is not None else None
    says = told_first is not None and decides(told_first.text) and leaves_open(told_first.text)
    return told_first if says and on.form is not Form.OTHER else None


def _nearest_of(verdict: Verdict) -> str | None:
    said = verdict.reasons[0]
    return next((silence.nearest for silence in verdict.entitlement.silent if silence.say == said), None)


def _nearest(on: OnMeasure, point: str | None) -> list[Row]:
    """What the document does say that comes nearest."""
    return [Row((first_answer(on.measure, p),), WROTE) for p in _points(on.measure, (point,) if point else ())]


def _points(measure: Measure, names: Sequence[str]) -> list[Point]:
    by_id = {point.id: point for point in measure.points}
    return [by_id[name] for name in names if name in by_id]


def _side_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """The side asked, else the point the message is about, else the overview."""
    first, *others = sides_told(on, case)
    if first.silent and first.point is None and on.gaps:  # 文件没写房费谁出 says more than 文件没写由谁出钱
        first = Statement(on.gaps[0].say)
    opener = _opener(first.text, on, case)
    row = _labelled(first, label, opener)
    overview = on.measure.overview if first.point is None and first.text in on.measure.overview else ()
    open_ended = not case.facets and on.form is Form.OTHER
    more = [Row((Statement(text),)) for text in overview[:_OVERVIEW] if text != first.text and (open_ended or limits(text))]
    point = next((p for p in on.measure.points if _tells(p, first.text)), None)
    near = _near_side(on, first) if first.silent and point is None else []
    then = _briefs_after(on, point_mark(on.measure, point) if point else None)
    gaps = [Row((Statement(gap.say),)) for gap in _gaps_asked(on, case)[:1]]
    return [row, *(Row((other,)) for other in others), *near, *gaps, *more, *then]


def _briefs_after(on: OnMeasure, mark: int | None) -> list[Row]:
    """What an author lets follow the point of a mark, in short."""
    point = next((p for p in on.measure.points if point_mark(on.measure, p) == mark), None)
    then = tuple(brief_of(on.measure, p) for p in _points(on.measure, point.then if point else ()))
    return [Row(then)] if then else []


def _near_side(on: OnMeasure, first: Statement) -> list[Row]:
    """Beside a side the document is silent on: what it says on the matter itself."""
    top = on.ranked[0].point
    told_first = first_answer(on.measure, top)
    return [] if told_first.silent or told_first.text == first.text else [Row((told_first,), WROTE)]


def _tells(point: Point, text: str) -> bool:
    return text in (*point.answers, point.whether_in_full)


def _opener(text: str, on: OnMeasure, case: Case) -> str:
    """What a question for yes or no needs before an answer that does not begin with either."""
    if on.form is Form.EITHER:
        return ""
    own = any(answered_as_such(case.snapshot.facet_by_id[facet]) for facet in on.facets)
    asked = (on.form is Form.WHETHER and not own) or asks_yes_or_no(case.said.text) or (
        case.asks("verdict") and case.said.text != "" and not case.signals("asks-for-whom")
    )
    if not asked or answers_yes_or_no(text):
        return ""
    return _HAS if case.signals("asks-whether-there-is") else _WRITES
