"""Measures in words: the first line answers, what is needed next follows, then the footer and the one question."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.comparing import asks_for_the_difference
from bot.dialogue.echo import echo_of
from bot.dialogue.findings import Answered, Judgment, OnMeasure, Question
from bot.dialogue.marks import said_before
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.first_rows import briefs_after
from bot.dialogue.replies.footer import footer
from bot.dialogue.replies.one_measure import measure_rows, plain_row
from bot.dialogue.replies.phone import ask_rows
from bot.dialogue.replies.plain import question_options
from bot.dialogue.replies.sides import first_answer
from bot.dialogue.replies.sums import computed, sum_lines
from bot.dialogue.replies.told import (
    LONGEST_LINE,
    WROTE,
    Before,
    Row,
    Statement,
    Told,
    cut,
    length,
    point_mark,
    told,
    without_again,
)
from bot.dialogue.replies.told_before import told_before
from bot.language.answer_particles import without_yes
from bot.language.punctuation import behind_label
from bot.language.question_forms import Form
from bot.language.statements import changes, depends
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.understanding.details import asks_an_unknown_detail
from bot.understanding.telling import only_tells


def measures_reply(found: Answered, judgment: Judgment, case: Case) -> Reply:
    """The whole answer."""
    question = judgment.resumes or (None if found.asks_region else found.closing or found.found[0].question)
    last = _question_line(found, judgment, question)
    foot = footer([(on.measure, on.part) for on in found.found])
    rows = _with_unwritten(_rows(found, case), found, judgment.leaves.topics or (), case)
    notes = _notes(case, [on.measure for on in found.found])
    said = () if found.terse else said_before(case.before, judgment)
    around = [*notes, foot, *last]
    told_here = told(rows[:1] if found.terse else rows, said, around, asked=not only_tells(case.said), before=_before(found, said, case))
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
        tuple(dict.fromkeys(on.measure.id for on in found.found)),
        _options(found, question, case),
        outcome=found.found[0].outcome if alone or found.instead else None,
        amount=(found.whole.total if found.whole else None) if found.together else (amounts[0] if single else None),
        lines_cited=tuple(on.public.id for on in found.found if on.public is not None),
        computed=_counted(found).union(*map(computed, sums)),
        verdict=_verdict_kind(found.found[0]) if alone or found.instead else None,
        marks=told_here.marks,
        news=told_here.news,
    )


def _before(found: Answered, said: Sequence[int], case: Case) -> Before:
    """What was told since the matter opened, of the measures that are told of now."""
    measures = tuple({on.measure.id: on.measure for on in found.found}.values())
    figure = case.signals("asks-for-a-figure") or any(case.snapshot.facet_by_id[facet].asks_sum for facet in case.facets)
    region_told = case.before.region is None and case.said.spoken.region is not None
    either = any(on.form is Form.EITHER for on in found.found)  # what is written is one of the two
    if region_told or either or case.signals("says-it-again") or case.signals("doubts-it"):
        return Before()
    known, stated = case.before.values(), case.said.stated
    anew = any(known.get(fact) != option for fact, option in stated.items())
    heard = echo_of(case, measures) is not None
    set_right = case.said.corrects and bool(stated)
    return Before(told_before(measures, said), anew, set_right, heard, figure, whole=not heard)


def _tells_anew(case: Case) -> bool:
    """Whether a message tells something that makes what it asks another question."""
    return bool(case.said.stated or case.said.counting or case.said.spoken.region)


def _verdict_kind(on: OnMeasure) -> str | None:
    return on.verdict.kind.value if on.verdict is not None else None


def _counted(found: Answered) -> frozenset[str]:
    """Numbers of units that a line may say instead of naming all of them."""
    return frozenset(str(len(on.measure.units) - 1) for on in found.found if on.measure.units)


def _anew(lines: Sequence[Line], case: Case) -> list[Line]:
    """The lines without 还是, where something told since makes it another question."""
    if not _tells_anew(case):
        return list(lines)
    return [lines[0]._replace(text=without_again(lines[0].text)), *lines[1:]]


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
    return [first, lines[0]._replace(text=cut(WROTE + without_yes(without_again(lines[0].text)))), *lines[1:]]


def _echoed(lines: Sequence[Line], case: Case, measures: Sequence[Measure]) -> list[Line]:
    """What was heard before the answer, on its line if there is room; else only where it changes what was told, or decides nothing yet."""
    heard = echo_of(case, measures)
    if heard is None:
        return list(lines)
    first = lines[0]._replace(text=heard + without_again(lines[0].text))
    fits = length([first]) <= LONGEST_LINE
    alone = lines[0]._replace(text=without_again(lines[0].text))
    if fits:
        return [first, *lines[1:]]
    told_back = changes(heard) or (only_tells(case.said) and depends(alone.text))  # else 要看… would answer as if nothing was told
    return [Line(LineKind.NOTE, heard), alone, *lines[1:]] if told_back else list(lines)


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
        return _near_rows(found, rows, case) if found.nearest_topic is not None else rows
    compares = next((on for on in found.found if on.measure.id == found.comparing), None)
    if compares is not None:
        return measure_rows(compares, case)
    by_region = len({on.part.region.id for on in found.found}) > 1
    if not by_region and len({on.measure.id for on in found.found}) == _TWO and asks_for_the_difference(case):
        return _told_apart(found, case)
    rows = []
    if found.whole is not None:
        total, *working = sum_lines(found.whole)
        rows.append(Row((Statement(total),), kind=LineKind.SUM, kept=True))
        return [*rows, *(Row((Statement(text),), kind=LineKind.SUM, held=True) for text in working)]
    twice = len({on.measure.id for on in found.found}) < len(found.found)
    for on in found.found:
        label = f"{on.part.region.name}：" if by_region else _label(on, case if twice else None)
        own = measure_rows(on, case, label)
        if on.worked is None and (by_region or on.clauses):
            rows += _of_region(own, on, label)
        else:
            rows += [own[0], *(own[1:] if on.worked is not None else ())]
    return rows


_TWO = 2


def _told_apart(found: Answered, case: Case) -> list[Row]:
    """That two things of which no author wrote how they differ are two items of the document, and what each of them is."""
    return [Row((Statement(wording.TWO_ITEMS),), kept=True), *(_in_short(on, case) for on in found.found)]


def _in_short(on: OnMeasure, case: Case) -> Row:
    """What a measure is, in short: its headline; of a topic that is not its first, what its first point on that says."""
    of_topic = next((entry.point for entry in on.ranked if entry.on_topic and on.topic in entry.point.topics), None)
    if of_topic is not None and on.topic != on.measure.topics[0]:
        return plain_row(Row((first_answer(on.measure, of_topic),), _label(on, case), kept=True))
    return Row((Statement(f"{on.measure.headline or on.measure.title}。"),), _label(on), kept=True)


def _of_region(rows: Sequence[Row], on: OnMeasure, label: str) -> list[Row]:
    """What one of several regions answers to each clause: on one line as far as there is room, then a labelled line."""
    first, *further = rows[: 1 + len(on.clauses)]
    fresh = [row for row in further if row.asked and not row.statements[0].brief and row.beside([first]) is not None]
    if not fresh:
        return [first]
    joined = first._replace(statements=(*first.statements, *fresh[0].statements))
    fits = length([joined._replace(label="").line]) <= LONGEST_LINE
    behind = fresh[0]._replace(statements=tuple(s._replace(text=behind_label(s.text)) for s in fresh[0].statements), label=label)
    return [joined] if fits else [first, behind]


def _with_unwritten(rows: list[Row], found: Answered, asked: Sequence[str], case: Case) -> list[Row]:
    """The rows with one on the topics that the region says nothing on; before the others where it was asked first."""
    if not found.unwritten:
        return rows
    titles = "、".join(case.snapshot.topic_by_id[topic].short for topic in found.unwritten)
    row = Row((Statement(f"文件没写{titles}。"),))
    return [row._replace(kept=True), *rows] if asked[:1] == found.unwritten[:1] else [*rows, row]


_SILENT_BESIDE = 1
"""Other regions that are told to be silent; of more, none is."""


def _elsewhere(found: Answered, case: Case) -> list[Row]:
    """While it is not known where somebody is: that the documents of the other regions say nothing on the topic."""
    topic, here = found.topics[0], found.found[0].part.region.id
    others = [part for part in case.snapshot.knowledge.regions if part.region.id != here]
    if not topic or len(others) > _SILENT_BESIDE:
        return []
    silent = [part for part in others if (topic, part.region.id) not in case.snapshot.answers]
    return [Row((Statement(wording.NOT_WRITTEN),), f"{part.region.name}：", kept=True) for part in silent]


def _label(on: OnMeasure, case: Case | None = None) -> str:
    """The short name of a measure; of the topic, where one measure tells of several (``case``)."""
    topic = case.snapshot.topic_by_id.get(on.topic or "") if case is not None else None
    return f"{topic.short if topic is not None else label_of(on.measure)}："


def _near_rows(found: Answered, rows: Sequence[Row], case: Case) -> list[Row]:
    """What comes nearest to something that the document has nothing on: behind that it has not, unless the author's own sentence on the
    topic says so; then what the author lets follow, and whom to ask, while nothing else is asked back."""
    on, (first, *others) = found.found[0], rows
    told_first = first.statements[0]
    then = [] if any(s.brief for row in others for s in row.statements) else briefs_after(on, told_first.point)
    reached = on.question is not None or any(row.kind is LineKind.CONTACT for row in rows)
    after = [*others, *then, *([] if reached else ask_rows(on, case))]
    if told_first.silent and _written_for(on, told_first):
        return [first._replace(kept=True), *after]
    return [_only_near(found, case), *_as_written([first, *after])]


def _written_for(on: OnMeasure, told_first: Statement) -> bool:
    """Whether what is told is a point or an open detail that the author wrote for what the measure only touches."""
    points = (p.topics for p in on.measure.points if point_mark(on.measure, p) == told_first.point)
    gaps = (gap.topics for gap in on.measure.unanswered if gap.say.startswith((told_first.whole or told_first.text).rstrip("。")))
    return any(not set(topics).isdisjoint(on.measure.related) for topics in (*points, *gaps))


def _only_near(found: Answered, case: Case) -> Row:
    """The document has nothing on what was asked; what comes nearest follows."""
    topic = case.snapshot.topic_by_id.get(found.nearest_topic or "")
    about = f"“{topic.short}”" if topic else "这一点"
    return Row((Statement(f"文件没写专门的{about}。"),), kept=True)


def _as_written(rows: Sequence[Row]) -> list[Row]:
    first = rows[0]
    if first.kind is not LineKind.TEXT or first.statements[0].silent:
        return [first._replace(kept=False), *rows[1:]]
    return [plain_row(first)._replace(label=WROTE, kept=False), *rows[1:]]
