"""What is found on one measure: points, verdict, gaps, sum, question, and the same for each clause that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.asked_apart import is_put, named_of, of_the_worker, pieces_asked, topic_of_clause
from bot.dialogue.asked_sides import SEVERAL
from bot.dialogue.case import Case
from bot.dialogue.each_worker import each_stands
from bot.dialogue.findings import Asked, OnMeasure
from bot.dialogue.left_open import details_open
from bot.dialogue.measure_labels import pays
from bot.dialogue.points import answered_as_such, ranked_points, settles
from bot.dialogue.sum_wanted import about_the_sum, asks_what_a_day_gives, wants_a_sum
from bot.dialogue.verdicts import question_for, verdict_on
from bot.dialogue.working import sum_of
from bot.language.asked_with import asks_if_written
from bot.language.clauses import Stretch
from bot.language.question_forms import Form, ends_seeking_assent, ends_with_the_rest
from bot.model.condition import fact_tests
from bot.model.measure import Measure, Unanswered
from bot.model.region import PublicLine
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.verdict import Kind, Verdict, explain
from bot.understanding.two_questions import asked_in


def find_on(
    case: Case,
    measure: Measure,
    topic: str | None,
    *,
    alone: bool,
    decided: Verdict | None,
) -> OnMeasure:
    """What was found on one measure. ``alone``: it is the whole answer, so it may ask more."""
    gaps = details_open(case, measure, topic)
    clauses = _clauses_asked(case, measure, topic)
    verdict = decided or verdict_on(case, measure, topic)
    if _promises_too_much(case, verdict, gaps, clauses, decided=decided is not None):
        verdict = None
    about = about_the_sum(case) and not (asks_what_a_day_gives(case) or _open_by_rate(verdict))
    about = about and (pays(measure, topic) or wants_a_sum(case))
    worked = sum_of(case, measure) if about else None
    ranked = ranked_points(case, measure, topic)
    each = each_stands(verdict.entitlement, case) if verdict is not None and not case.apart else ()
    form = _form(case)
    generic = verdict is not None and verdict.kind is Kind.MISSING and not verdict.entitlement.cues
    settled = generic and settles(ranked, measure, form, case, whoever=_open_only_which_case(verdict))
    return OnMeasure(
        measure=measure,
        part=case.snapshot.knowledge.region_of[measure.id],
        points=tuple(entry.point for entry in ranked),
        ranked=ranked,
        topic=topic,
        facets=case.facets,
        form=form,
        verdict=verdict,
        gaps=gaps,
        worked=worked,
        each=each,
        question=question_for(case, measure, verdict, worked) if alone and not (settled or each) else None,
        settled=settled,
        public=_public_line(case, measure) if alone else None,
        rules=tuple(explain(verdict, case.facts)) if verdict else (),
        clauses=clauses,
    )


def _open_by_rate(verdict: Verdict | None) -> bool:
    """Whether it is asked if a rate is somebody's, and the document leaves that open: no sum at that rate says more."""
    return verdict is not None and verdict.kind is Kind.SILENT and bool(verdict.entitlement.cues)


def _promises_too_much(
    case: Case, verdict: Verdict | None, gaps: Sequence[Unanswered], clauses: Sequence[Asked], *, decided: bool
) -> bool:
    """Whether a verdict is not to be told: 符合 would promise the detail that is open, and a question for a detail asks for
    nobody's share: 受益人是家属吗，要不要交钱.
    """
    open_ended = verdict is not None and verdict.kind in (Kind.ELIGIBLE, Kind.MISSING)
    if open_ended and (gaps or _asks_only_what_is_open(clauses, case)):
        return True
    return not decided and len(clauses) > 1 and len(clauses) == len(case.said.asking) and all(asked.on.gaps for asked in clauses)


def _asks_only_what_is_open(clauses: Sequence[Asked], case: Case) -> bool:
    """Whether the one clause that asks how somebody stands asks of a detail that is open: 没领到，|能补吗|，找谁."""
    sides = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].verdict]
    return bool(sides) and all(
        any(asked.on.gaps and asked.stretch[0] < here.end <= asked.stretch[1] for asked in clauses) for here in sides
    )


def _clauses_asked(case: Case, measure: Measure, topic: str | None) -> tuple[Asked, ...]:
    """What each of several clauses, or of the things of a list, asks of a measure, of those that say themselves what it is."""
    pieces = [] if case.answers else pieces_asked(case, measure)
    if len(pieces) < SEVERAL or (case.apart and len(case.said.asking) < SEVERAL):
        return ()
    found: list[Asked] = []
    for stretch, form, beside in pieces:
        said = of_the_worker(asked_in(case.said, stretch, case.snapshot, beside), stretch, case)
        sides = tuple(facet for facet in said.facets if facet in case.facets and is_put(case.snapshot.facet_by_id[facet], form))
        alone = replace(case, said=said, facets=sides, apart=True)
        named = named_of(measure, stretch, case) if beside else None
        of_what_was_told = asks_if_written(case.said.text[slice(*stretch)]) and not beside
        own = named or topic_of_clause(alone, stretch, measure, topic) or (topic if of_what_was_told else None)
        on = find_on(alone, measure, own or topic or measure.topics[0], alone=False, decided=None)
        stands = on.verdict if own is None and _asks_how_one_stands(on, stretch, alone) else None
        if own is None and found and ends_with_the_rest(case.said.text[slice(*stretch)]):
            alone = _leaving_it(alone, stretch)
            on = find_on(alone, measure, topic or measure.topics[0], alone=False, decided=None)
            stands = on.verdict if _is_left_open_for(on, stretch, alone) else None
        if own is not None or stands is not None:
            found.append(Asked(stretch, replace(on, form=form, verdict=stands, worked=None), alone, thing=bool(beside)))
    return tuple(found)


def _asks_how_one_stands(on: OnMeasure, stretch: Stretch, case: Case) -> bool:
    """Whether a clause asks whether somebody gets the matter, and the document says so or on what it hangs: |津贴有我份吗|，几号到账."""
    known, open_ended = case.snapshot.facet_by_id, (Kind.ELIGIBLE, Kind.MISSING)
    asked = any(known[key.facet].verdict and stretch[0] < here.end <= stretch[1] for key, here in case.said.sides.items())
    return asked and on.verdict is not None and on.verdict.kind in open_ended


def _leaving_it(case: Case, stretch: Stretch) -> Case:
    """A clause that leaves what is asked to the one before, as asking how those stand of whom it tells: |民营医院呢."""
    told = {key.fact: key.option for key, here in case.said.options.items() if stretch[0] <= here.start < stretch[1]}
    sides = tuple(facet.id for facet in case.snapshot.knowledge.facets if facet.verdict)
    return replace(case, said=replace(case.said, stated={**case.said.stated, **told}), facets=sides)


def _is_left_open_for(on: OnMeasure, stretch: Stretch, case: Case) -> bool:
    """Whether the document leaves open how those stand of whom a clause tells."""
    told = {key.fact for key, here in case.said.options.items() if stretch[0] <= here.start < stretch[1]}
    if on.verdict is None or on.verdict.kind is not Kind.SILENT:
        return False
    open_to = (silent.when for silent in on.verdict.entitlement.silent if evaluate(silent.when, case.facts) is Truth.YES)
    return any(test.fact in told for when in open_to for test in fact_tests(when))


def _open_only_which_case(verdict: Verdict | None) -> bool:
    """Whether all that a verdict lacks is whether its case is somebody's: 填志愿有人指导吗, whichever exam it is for."""
    scope = verdict.entitlement.when if verdict is not None else None
    return verdict is not None and scope is not None and {test.fact for test in fact_tests(scope)}.issuperset(verdict.missing)


def _form(case: Case) -> Form:
    """The kind of answer asked for: of a message with several matters, of each the side that it asks."""
    if case.whether:
        return Form.WHETHER
    if case.apart or case.answers:
        return Form.OTHER
    own = any(answered_as_such(case.snapshot.facet_by_id[facet]) for facet in case.facets)
    if ends_seeking_assent(case.said.text):
        return Form.OTHER if own else Form.WHETHER
    last = case.said.forms[-1]
    return Form.WHETHER if last is Form.OTHER and Form.WHETHER in case.said.forms and not own else last


def _public_line(case: Case, measure: Measure) -> PublicLine | None:
    """The national line to add where the document gives no number: of what can be called directly, else of whom to ask.

    A channel with a number of its own is the one to call.
    """
    part = case.snapshot.knowledge.region_of[measure.id]
    channels = [part.contact_by_id[contact] for contact in measure.channels]
    if any(contact.phone is not None for contact in channels):
        return None
    wanted = next((contact.public_line for contact in (*channels, *part.asked_at(measure)) if contact.public_line is not None), None)
    return next((line for line in case.snapshot.knowledge.public_lines if line.id == wanted), None)
