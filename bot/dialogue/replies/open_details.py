"""Details that the document leaves open: which of them are asked for, and whether one answers before anything else."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.left_open import tells_a_case
from bot.dialogue.points import TELLING, asked_last
from bot.dialogue.replies.phone import who_is_open
from bot.dialogue.replies.sides import (
    asked_of,
    by_own_name,
    cued_told,
    gap_spots,
    side_singled_out,
    side_told,
    spots_of,
)
from bot.dialogue.replies.told import Row
from bot.language.asked_of_whom import asks_by_pronoun
from bot.language.clauses import clause_bounds
from bot.language.kinship import SELF
from bot.language.question_forms import puts_yes_or_no
from bot.language.questions import WHICH
from bot.language.referring_back import asks_of_what_was_told
from bot.language.several_open import only_open_of
from bot.language.unwritten import leaves_a_time_open
from bot.model.measure import Unanswered


def gaps_asked(on: OnMeasure, case: Case) -> list[Unanswered]:
    """The details left open that a clause asks for, not one that only tells: behind another answer nothing else is open."""
    if on.gaps and _of_a_time_not_asked(on, case):
        return []
    found = zip(on.gaps, gap_spots(on, case), strict=True)
    return [gap for gap, spot in found if not case.said.asking or case.said.asks_with(spot)]


def only_asked(row: Row, on: OnMeasure, case: Case) -> Row:
    """A row with the details alone that the message asks for, of several that an author says are not written in one sentence."""
    if not on.gaps:
        return row
    says = {gap.say for gap in on.gaps}
    asked = {say: only_open_of(say, case.said.text) for say in says}
    told = (s._replace(text=asked[s.text], whole=s.text) if asked.get(s.text, s.text) != s.text else s for s in row.statements)
    return row._replace(statements=tuple(told))


def gap_first(on: OnMeasure, case: Case) -> bool:
    """Whether the detail left open is what is asked: more singles it out than a point that has the side asked for."""
    if who_is_open(on, case):
        return True
    if _side_besides(on, case) or _only_told(on, case) or _only_names(on, case) or _of_a_time_not_asked(on, case):
        return False
    gap = max(here.end - here.start for here in gap_spots(on, case))
    points = max((entry.cued for entry in on.ranked if entry.on_topic), default=0)
    told_first = next(iter(cued_told(on, case)), None)
    says_more = told_first is not None and not told_first.silent and points > gap and points >= TELLING
    if told_first is not None and (by_own_name(on, told_first, case) or not asked_of(on, told_first, case)):
        says_more = False  # 工作补助按天还是按月; 我儿子去支援，保单怎么查
    return gap > side_singled_out(on, case) and not (says_more and not _asked_behind(on, case))


def _of_a_time_not_asked(on: OnMeasure, case: Case) -> bool:
    """Whether all that is left open is a time, which the clause for yes or no in which its words stand does not ask, and a point that
    says yes or no itself is singled out: 一份病案报告，明年报职称行吗.
    """
    spots = gap_spots(on, case)
    held = (stretch for stretch in case.said.asking if any(stretch[0] < spot.end and spot.start < stretch[1] for spot in spots))
    clauses = [case.said.text[slice(*stretch)] for stretch in held]
    asked = not clauses or any(WHICH.search(clause) or not puts_yes_or_no(clause) for clause in clauses)
    return not asked and all(leaves_a_time_open(gap.say) for gap in on.gaps) and any(s.decides for s in cued_told(on, case))


def _only_names(on: OnMeasure, case: Case) -> bool:
    """Whether the words of the detail left open only name things, in the one clause in which a point's own words ask who, how many or
    which: 米面是谁来送.
    """
    text, gaps = case.said.text, gap_spots(on, case)
    if len(case.said.asking) != 1 or any(WHICH.search(text[spot.start : spot.end]) for spot in gaps):
        return False
    singled = (spot for s in cued_told(on, case) if not s.silent for spot in spots_of(on, s, case))
    return any(WHICH.search(text[spot.start : spot.end]) and case.said.asks_with(spot) for spot in singled)


def _asked_behind(on: OnMeasure, case: Case) -> bool:
    """Whether the detail left open is asked of what a point's words only name before it: 心理老师|收不收钱."""
    last = max(here.start for here in gap_spots(on, case))
    named = [spot for s in cued_told(on, case) for spot in spots_of(on, s, case)]
    return bool(named) and all(spot.end <= last for spot in named)


def _only_told(on: OnMeasure, case: Case) -> bool:
    """Whether the words of the detail left open only tell, and a point's ask or are told last: 我俩都是一线，按人还是按户."""
    gaps = gap_spots(on, case)
    if not case.said.asking or any(case.said.asks_with(here) or tells_a_case(here, case) for here in gaps):
        return False
    if asks_of_what_was_told(asked_last(case)) or (_told_of_kin(on, case) and asks_by_pronoun(asked_last(case))):
        return False
    last = max(here.start for here in gaps)
    points = cued_told(on, case)
    behind = (s for s in points if any(spot.start > last for spot in spots_of(on, s, case)))
    asked = (s for s in points if asked_of(on, s, case))  # 路上摔了，算工伤吗 asks of what was told, by the matter's name
    return any(not by_own_name(on, s, case) for s in (*asked, *behind))


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
    only_told = bool(case.said.asking) and not any(case.said.asks_with(gap) or tells_a_case(gap, case) for gap in gaps)
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
