"""Which of the details that a measure leaves open a message asks for, and does not only come by."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.points import asked_last
from bot.language.asked_for_what import asks_if_there_is
from bot.language.clauses import split
from bot.language.patterns import Found
from bot.language.question_forms import Form, form_of
from bot.language.referring_back import asks_of_what_was_told, turned_down
from bot.model.measure import Measure, Unanswered
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.understanding.naming import naming
from bot.understanding.said import Act


def details_open(case: Case, measure: Measure, topic: str | None) -> tuple[Unanswered, ...]:
    """The details of a measure that its document leaves open and the message asks for, in the author's order."""
    spoken = case.said.cues(measure.id, "unanswered")
    if not spoken:
        return ()
    found = ((detail, spoken.get(str(number))) for number, detail in enumerate(measure.unanswered))
    here = [(detail, spot) for detail, spot in found if spot is not None and _is_open(case, detail, topic)]
    whole = [spot for _, spot in here]
    return tuple(
        detail for detail, spot in here if not _said_by_the_way(case, measure, spot) and not _amid_another(case, spot, whole)
    )


def _amid_another(case: Case, here: Found, others: Sequence[Found]) -> bool:
    """Whether the words of a detail are not asked with and stand amid those of another, of more parts: 老大用过这|名额|，老二还能用吗."""
    wider = any(
        other.weight[0] > here.weight[0] and other.start <= here.start and here.end <= other.end for other in others
    )
    return wider and bool(case.said.asking) and not case.said.asks_with(here)


def _is_open(case: Case, detail: Unanswered, topic: str | None) -> bool:
    """Whether the document leaves a detail open in what is asked, for those who are spoken of."""
    return detail.open_to(topic) and (detail.when is None or evaluate(detail.when, case.facts) is not Truth.NO)


def _said_by_the_way(case: Case, measure: Measure, here: Found) -> bool:
    """Whether the words of a detail only tell how somebody comes to ask what another clause asks for: 连口热水都没有，|后勤有没有人管;
    or name what is not asked for: 不是|要钱|，就想找人搭把手.

    Not where they say what is wished for, nor where that clause asks of what they tell: 没办收养，|他算得上吗.
    """
    said, word = case.said, case.said.text[here.start : here.end]
    if turned_down(said.text, here.start):
        return True
    asked = said.asks_with(here) or any(word in said.text[slice(*stretch)] for stretch in said.asking)
    if not said.asking or asked or not _only_tells(case, here) or tells_a_case(here, case):
        return False
    question = asked_last(case)
    if not _names_something(case, measure):
        return False
    return not asks_of_what_was_told(question) and (form_of(question) is Form.OTHER or asks_if_there_is(question))


def _names_something(case: Case, measure: Measure) -> bool:
    """Whether a clause that asks singles out a point of the measure, or asks which, who or how: not 有没有人管, of what was told."""
    said = case.said
    points = (here for key, here in said.parts.items() if key.measure == measure.id and key.kind == "point")
    words = split(said.text, said.asking)
    named = (column for column, degree in naming(said, case.snapshot, words) if degree >= case.snapshot.weights.faintly)
    topical = any(column.kind == "topic" and column.id in measure.topics for column in named)
    return topical or any(map(said.asks_with, points)) or form_of(asked_last(case)) is Form.OTHER


def _only_tells(case: Case, here: Found) -> bool:
    """Whether something is said in a clause that only tells, and wishes for nothing: not 想推荐同事."""
    wishes, said = case.snapshot.signal("opens-wishing"), case.said
    told = (clause for clause in said.clauses if clause.start <= here.start < clause.end and clause.act is Act.TELLS)
    return any(wishes.opens(said.text, clause.start) is None for clause in told)


def tells_a_case(here: Found, case: Case) -> bool:
    """Whether words tell the case of whom it is asked: 我是劳务派遣的，有我份吗; 户口在外省，有没有照顾."""
    known = case.snapshot.definitions
    own = (
        found
        for key, found in case.said.options.items()
        if known[key.fact].held is not None or (known[key.fact].of_staff and known[key.fact].presumed is None)
    )
    return any(found.start < here.end and here.start < found.end for found in own)
