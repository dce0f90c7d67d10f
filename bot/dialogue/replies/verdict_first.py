"""What answers where somebody's case is at stake: a refusal, what is left open, how they stand, or a point that says so itself."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import TELLING, answered_as_such, asked_last, only_stated
from bot.dialogue.replies.each_case import of_each_case
from bot.dialogue.replies.each_person import of_each_person
from bot.dialogue.replies.first_rows import (
    FITS,
    briefs_after,
    first_row,
    opener_for,
    points_named,
    row_of_point,
    standing_of,
)
from bot.dialogue.replies.footer import office
from bot.dialogue.replies.open_details import gap_first, gaps_asked
from bot.dialogue.replies.sides import (
    asked_of,
    brief_of,
    by_own_name,
    cued_told,
    first_answer,
    gap_spots,
    left_to_clause_before,
    share_asked_behind,
    side_singled_out,
    side_told,
    told_of,
    verdict_asked,
)
from bot.dialogue.replies.told import WROTE, Row, Statement, point_mark
from bot.dialogue.verdicts import silent_by_what_was_told, whether_asked
from bot.language.answer_particles import only_says_yes, spared, with_yes
from bot.language.asked_with import COUNTS, asks_if_it_counts, asks_if_one_has_to, asks_whether_one_may
from bot.language.clauses import clause_bounds
from bot.language.kin_terms import addressed
from bot.language.kinship import FELLOW, SELF
from bot.language.punctuation import before_colon, behind_label
from bot.language.question_forms import Form, ends_with_the_rest
from bot.language.statements import decides, denies, depends, spares, speaks_of_kin
from bot.language.unwritten import instead_of_silence, leaves_open, tells_instead
from bot.model.condition import fact_tests
from bot.model.fact import UNSURE
from bot.model.reply import LineKind
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.verdict import Kind, Verdict, hangs_on_told


def verdict_first(on: OnMeasure, case: Case, label: str) -> list[Row]:
    """What the document leaves open, or how somebody stands: the first of these that holds."""
    verdict = on.verdict
    each = (of_each_case(on, case) or _of_each_worker(on) or of_each_person(on, case)) if not label else []
    if each:
        return [*each, *(Row((Statement(gap.say),)) for gap in gaps_asked(on, case)[:1])]
    if verdict is not None and verdict.kind is Kind.INELIGIBLE:
        of_matter = _told_of_the_matter(on, case)
        return [row_of_point(of_matter, label)] if of_matter is not None else _refused(on, verdict, case, label)
    if on.gaps and gap_first(on, case):
        left = (gaps_asked(on, case) or list(on.gaps))[:2]
        instead = any(tells_instead(gap.say) for gap in left)
        nearest = None if instead else next((gap.nearest for gap in left if gap.nearest is not None), None)
        gaps = [first_row(gap.say, label if not n else "", kept=not n) for n, gap in enumerate(left)]
        return [*gaps, *_nearest(on, nearest)]
    if verdict is None:
        return []
    if verdict.kind is Kind.SILENT:
        told_first = _says_what_is_open(on, verdict, case)
        if told_first is not None:
            return [row_of_point(told_first, label)]
        return [first_row(verdict.reasons[0], label), *_nearest(on, verdict.nearest), *_instead(verdict, case)]
    met = _met_by_what_was_told(verdict, case)
    if met is not None:
        return [first_row(met, label, opener=f"{COUNTS}："), _standing(verdict, "")._replace(kept=False), *_then(on, verdict, case)]
    among = _one_more_of_them(on, verdict, case)
    if among is not None:
        return [row_of_point(among, label, FITS)]
    row = _standing(verdict, label)
    return _point_before(on, case, label, row) or _with_sides_asked(on, case, label, row) + _then(on, verdict, case)


def _of_each_worker(on: OnMeasure) -> list[Row]:
    """A line for each of two who are asked of, under what they are called."""
    stands = [(called, behind_label("".join(standing_of(verdict)))) for called, verdict in on.each]
    return [Row((Statement(text),), f"{called}：", LineKind.VERDICT, kept=True) for called, text in stands]


def _by_fact_alone(on: OnMeasure, verdict: Verdict, case: Case) -> bool:
    """Whether what singles out an entitlement only tells a fact, and a point's own words ask: 我妹在武汉，听说有人定期问，有这事吗."""
    found = case.said.cues(on.measure.id, "entitlement").get(verdict.entitlement.id)
    points = case.said.cues(on.measure.id, "point").values()
    asked = any(case.said.asks_with(here) and not only_stated(case, here) for here in points)
    return found is not None and only_stated(case, found) and bool(case.said.asking) and asked


def _point_before(on: OnMeasure, case: Case, label: str, row: Row) -> list[Row]:
    """A point that the message singles out answers before a verdict on the measure as a whole, if it says yes or no itself."""
    verdict = on.verdict
    choice = _singled_choice(on, case)
    told_alone = choice is not None or (not case.asks("verdict") and whether_asked(case))
    if verdict is None or case.answers or (verdict.entitlement.cues and not (told_alone or _by_fact_alone(on, verdict, case))):
        return []
    told_first = choice or next((s for s in cued_told(on, case) if not (s.decides and by_own_name(on, s, case))), None)
    if told_first is None or _of_one_who_works(on, told_first, case):
        return []
    passed_by = verdict_asked(case) and not asked_of(on, told_first, case) and not left_to_clause_before(on, told_first, case)
    if verdict.kind is Kind.ELIGIBLE and passed_by:
        return []
    if verdict.kind is Kind.ELIGIBLE and share_asked_behind(on, told_first, case):
        return []
    if verdict.kind is Kind.ELIGIBLE and choice is None and _may_a_relative(case) and not speaks_of_kin(told_first.text):
        return []
    least = TELLING - (verdict.kind is Kind.ELIGIBLE)
    telling = max(entry.cued for entry in on.ranked) >= least
    by_itself = telling or decides(told_first.text) or told_first.decides or told_alone
    if not by_itself and not (verdict.kind is Kind.MISSING and side_singled_out(on, case)):
        return []
    open_yet = verdict.kind is Kind.MISSING and not on.settled
    if depends(told_first.text) or (open_yet and (_says_on_terms(row, told_first) or _spares_on_terms(told_first, case))):
        return []
    if verdict.kind is Kind.ELIGIBLE and hangs_on_told(verdict, case.facts):
        told_first = told_first._replace(text=with_yes(before_colon(FITS), told_first.text))
    first = row_of_point(told_first, label, opener_for(told_first.text, on, case))
    standing = [] if verdict.kind is Kind.ELIGIBLE else [row._replace(kept=False, label="")]
    beside = _figure_and_time_beside(on, case, told_first)
    if verdict.kind is not Kind.ELIGIBLE and not on.settled:
        return [first, *beside, *standing, *_then(on, verdict, case)]
    return [first, *beside, *briefs_after(on, told_first.point)]


def _says_on_terms(row: Row, told_first: Statement) -> bool:
    """Whether 要看 tells on which condition what a point says yes to: 包不包三餐 hangs on the hospital."""
    return only_says_yes(told_first.text) and told_first.beside([row.line.text]) is None


def _spares_on_terms(told_first: Statement, case: Case) -> bool:
    """Whether what a point spares only some is asked to be spared: 手机费要交吗 hangs on who was in Hubei."""
    return asks_if_one_has_to(asked_last(case)) and spared(told_first.text) != told_first.text


def _one_more_of_them(on: OnMeasure, verdict: Verdict, case: Case) -> Statement | None:
    """That a relative asked of next is one of those whom the answer before was for: 我爸妈看病有人管吗 — 那公公婆婆呢; it stands for the
    point that their name singles out.
    """
    people, group = case.said.people, verdict.entitlement.group
    told = on.measure.id in case.before.measures and verdict.kind is Kind.ELIGIBLE
    kin = [one for one in people.named if one.who == people.asked_for and one.who not in (SELF, FELLOW, *people.staff)]
    if not told or group is None or not kin or not ends_with_the_rest(case.said.text):
        return None
    who = addressed(case.said.text[kin[-1].start : kin[-1].end])
    theirs = next((entry.point for entry in on.ranked if entry.on_topic and entry.cued), None)
    return Statement(f"{who}也在“{group}”里。", point_mark(on.measure, theirs) if theirs is not None else None)


def _told_of_the_matter(on: OnMeasure, case: Case) -> Statement | None:
    """What a phrase of a message singles out that asks more of the matter in hand, of nobody, and not whether somebody gets it:
    跟工伤一回事吗, after one for a relative who gets nothing.
    """
    said = case.said
    told = any(case.snapshot.definitions[fact].relation is None for fact in said.stated)
    of_somebody = said.people.named or any(case.snapshot.facet_by_id[facet].verdict for facet in said.facets)
    if told or of_somebody or on.measure.id not in case.before.measures:
        return None
    singled = (told_of(on, e.point, *case.facets) for e in on.ranked if e.on_topic and e.cued >= TELLING)
    return next((statement for statement in singled if statement.decides), None)


def _of_one_who_works(on: OnMeasure, told_first: Statement, case: Case) -> bool:
    """Whether a point written of relatives is singled out by a phrase that begins with one who is told to be a medical worker:
    我女儿在一线，也有吗; not 我打给她的话费.
    """
    people, cues = case.said.people, case.said.cues(on.measure.id, "point")
    if people.asked_for not in people.told or people.asked_for == SELF or not speaks_of_kin(told_first.text):
        return False
    here = next((cues[p.id] for p in on.measure.points if p.id in cues and point_mark(on.measure, p) == told_first.point), None)
    return here is not None and any(one.start <= here.start < one.end for one in people.named)


def _may_a_relative(case: Case) -> bool:
    """Whether the question is whether a relative named may have or do something: 精防中心那条线我妈能打吗; not one told of beside what
    is asked of oneself: 我妈急坏了，能先给我报吗.
    """
    people, question = case.said.people, asked_last(case)
    kin = [one for one in people.named if one.who not in (SELF, FELLOW) and one.who not in people.staff]
    begin, end = case.said.asking[-1] if case.said.asking else (0, len(case.said.text))
    of_oneself = any(one.who == SELF and begin <= one.start < end for one in people.named)
    told_beside = of_oneself and not any(begin <= one.start < end for one in kin)
    return bool(kin) and not told_beside and asks_whether_one_may(question)


def _singled_choice(on: OnMeasure, case: Case) -> Statement | None:
    """What a point says that a phrase singles out, where it says no (能用两回吗, to which 符合 would say yes), or is one of two."""
    singled = (told_of(on, e.point, *case.facets) for e in on.ranked if e.on_topic and e.cued >= TELLING)
    choosing = on.form is Form.EITHER
    fitting = (s for s in singled if s.decides and (choosing or denies(s.text)) and asked_of(on, s, case))
    return next(fitting, None)


def _figure_and_time_beside(on: OnMeasure, case: Case, first: Statement) -> list[Row]:
    """The figure and the time that are asked beside what a point answers: 能先报吗，几天有结果."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    strict = [facet for facet in asked if answered_as_such(facet) and not facet.contacts]
    others = tuple(entry for entry in on.ranked if point_mark(on.measure, entry.point) != first.point)
    plain = replace(on, form=Form.OTHER, ranked=others or on.ranked)
    return [Row((side,)) for facet in strict if (side := side_told(plain, facet, case)) is not None and not side.silent]


def _refused(on: OnMeasure, verdict: Verdict, case: Case, label: str) -> list[Row]:
    first, *others = verdict.reasons
    gaps = [gap.say for gap in gaps_asked(on, case)[:1] if Statement(instead_of_silence(gap.say)).beside([first]) is not None]
    after = _then(on, verdict, case) if verdict.entitlement.refused else []
    if gaps and _gap_asked_before(on, verdict, case):
        return [first_row(gaps[0], label), _standing(verdict, "")._replace(kept=False), *_instead(verdict, case), *after]
    rest = [Row((Statement(reason),)) for reason in (*others, *gaps)]
    return [_standing(verdict, label), *rest, *_instead(verdict, case), *after]


def _gap_asked_before(on: OnMeasure, verdict: Verdict, case: Case) -> bool:
    """Whether a detail left open is asked in a clause before the one that asks for what the text gives to nobody: 谁出钱，能带人吗."""
    here = case.said.cues(on.measure.id, "entitlement").get(verdict.entitlement.id)
    if here is None or verdict.entitlement.refused is None:
        return False
    begin, _ = clause_bounds(case.said.text, here.start, here.end)
    return any(spot.end <= begin and case.said.asks_with(spot) for spot in gap_spots(on, case))


def _instead(verdict: Verdict, case: Case) -> list[Row]:
    """What is written for such a person all the same."""
    holds = (other for other in verdict.entitlement.instead if other.when is None or evaluate(other.when, case.facts) is Truth.YES)
    return [Row((Statement(other.say),)) for other in holds][:1]


def _standing(verdict: Verdict, label: str) -> Row:
    """How somebody stands, as a first row."""
    opener, text = standing_of(verdict)
    lines = verdict.entitlement.depends_lines.values() if verdict.kind is Kind.ELIGIBLE else ()
    return first_row(text, label, opener=opener, rests_on=tuple(lines))


def _met_by_what_was_told(verdict: Verdict, case: Case) -> str | None:
    """What an author says of a condition that this message tells to be fulfilled, where it asks if that counts while something else
    is missing: 姥姥户口在红桥算不算, of whom nobody knows yet to which school the child goes.
    """
    asked = bool(case.said.asking) and (whether_asked(case) or verdict_asked(case))
    if verdict.kind is not Kind.MISSING or not asked:
        return None
    known = case.snapshot.definitions
    if not asks_if_it_counts(asked_last(case)):
        return None  # 姥姥户口在红桥，能上公办吗 hangs on what is missing
    told = {fact for fact, option in case.said.stated.items() if option != known[fact].presumed}
    for requirement in verdict.entitlement.requires:
        named = {test.fact for test in fact_tests(requirement.if_)} & told
        if requirement.met is not None and named and evaluate(requirement.if_, case.facts) is Truth.YES:
            return requirement.met
    return None


def _with_sides_asked(on: OnMeasure, case: Case, label: str, row: Row) -> list[Row]:
    """The verdict and the sides asked beside it. A side that answers yes or no by itself comes first, and so does one that is left
    open, but a figure where yes or no is asked: 能拿补助吗."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    figure_only = on.form is Form.WHETHER and all(facet.asks_sum or facet.verdict for facet in asked)
    sides = [
        told_side for facet in asked if not facet.verdict and (told_side := side_told(on, facet, case)) is not None
    ]
    if not sides or (sides[0].silent and not (case.said.asks or case.said.facets)):
        return [row]
    if spares(sides[0].text) or (sides[0].silent and not figure_only):
        return [Row((sides[0],), label, kept=True), row._replace(kept=False, label="")]
    return [row, *(Row((side,)) for side in sides if side.text not in row.line.text)]


def _then(on: OnMeasure, verdict: Verdict, case: Case) -> list[Row]:
    """What follows a verdict: briefs of its points, what to bring; whom to ask where somebody does not know a fact."""
    item = verdict.entitlement
    statements = [brief_of(on.measure, point) for point in points_named(on.measure, item.then)]
    if item.bring and verdict.kind is Kind.ELIGIBLE:
        statements.append(Statement(item.bring))
    unsure = verdict.kind is Kind.MISSING and not verdict.missing and not _whose_is_open(case)
    asks = [Row((Statement(f"这一点您还不清楚，请先问{office(on.measure, on.part)}。"),))] if unsure else []
    return [*asks, *([Row(tuple(statements))] if statements else [])]


def _whose_is_open(case: Case) -> bool:
    """Whether it is open whose matter it is, which nobody said not to know."""
    known = case.snapshot.definitions
    return any(option == UNSURE and known[fact].relation is not None for fact, option in case.said.stated.items())


def _says_what_is_open(on: OnMeasure, verdict: Verdict, case: Case) -> Statement | None:
    """The point nearest to what is open, where it says yes or no and itself what is not written: 有“快速通道”，条件文件没写.

    Which of two is answered by the point that a phrase singles out: 两样都有“绿色通道”还是只有一个.
    """
    if silent_by_what_was_told(case, verdict):  # 后勤有没有份 asks of those the document does not name
        return None
    if on.form is Form.EITHER and (choice := _singled_choice(on, case)) is not None:
        return choice
    near = next(iter(points_named(on.measure, (verdict.nearest or "",))), None)
    told_first = told_of(on, near, *case.facets) if near is not None else None
    says = told_first is not None and decides(told_first.text) and leaves_open(told_first.text)
    return told_first if says and on.form is not Form.OTHER else None


def _nearest(on: OnMeasure, point: str | None) -> list[Row]:
    """What the document does say that comes nearest."""
    told = (first_answer(on.measure, p) for p in points_named(on.measure, (point,) if point else ()))
    return [Row((statement._replace(text=behind_label(statement.text)),), WROTE) for statement in told]
