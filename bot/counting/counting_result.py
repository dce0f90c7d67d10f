"""What a message counts, put together, with what it says besides."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting import days_off
from bot.counting.carryover import tells_other_work, told_of_home
from bot.counting.discourse_relation import only_tells
from bot.counting.headcount import crowd_of, newcomers, people_in_all
from bot.counting.heard_marks import facts_of_message, facts_of_speaker, opened_behind
from bot.counting.instructions import spell_by_order, taken_out
from bot.counting.quantifiers import PAIR
from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Counting, Mark, Relation
from bot.counting.validation import doubts_of, numbers_those_told
from bot.language import counts_or_not, months_and_money, set_right
from bot.language.questions import asks
from bot.language.whose_days import says_the_same
from bot.model.tally import Doubt, Reason, Spell


def result_of(
    tokens: Tokens, spells: Sequence[Spell], relation: Relation, marks: Sequence[Mark], most: dict[str, int]
) -> Counting:
    """The counting, with what keeps it from being summed."""
    tokens.unplaced[:] = [span for span in tokens.unplaced if not numbers_those_told(tokens, spells, span)]
    doubts = doubts_of(tokens, spells, marks, most)
    opened = opened_behind(tokens, tokens.counts, marks) if len(spells) == 1 else []
    if opened and asks(tokens.text):
        told_of_it = tuple(sorted(facts_of_message(opened, tokens).items()))
        doubts.append(Doubt(Reason.NEXT_DAYS, spells[0].fact, told=() if tokens.goes_on or doubts else tuple(spells), opened=told_of_it))
    return Counting(
        spells=tuple(spells),
        relation=relation,
        facts=facts_of_speaker(tokens, marks) if spells or tokens.edge else (),
        unplaced=tuple(tokens.unplaced),
        doubts=tuple(dict.fromkeys(doubts)),
        which=spell_by_order(tokens),
        without=() if spells else taken_out(tokens),
        put_in=bool(tokens.said("put-in")),
        persons=people_in_all(tokens),
        both=_joined_total(tokens) and not newcomers(tokens) and {spell.people for spell in spells} == {1},
        everything=bool(tokens.said("everything")) or tokens.months_together or tokens.in_all or _joined_total(tokens),
        supposed=bool(tokens.said("supposes")),
        here=bool(tokens.said("here")),
        at_home=told_of_home(tokens),
        elsewhere=tells_other_work(tokens),
        apart=bool(tokens.said("each-asked")),
        difference=bool(tokens.said("difference-asked")),
        edge=tokens.edge,
        beyond=tokens.beyond,
        total=tokens.goes_on and bool(tokens.said("total")),
        tells=only_tells(tokens),
        mends=not asks(tokens.text) and not tokens.said("supposes") and bool(tokens.said("corrects") or tokens.told_anew),
        whose=_whose(tokens),
        crowd=crowd_of(tokens),
        like_before=tokens.goes_on and (bool(tokens.said("same-work")) or any(says_the_same(tokens.text[p.end :]) for p in tokens.persons)),
        denied=tuple(tokens.denied),
        spans=tuple((place.start, place.end) for place in (*tokens.counts, *(tokens.points if tokens.edge else ()))),
        off=tuple(tokens.off),
        bare=_bare(tokens),
        whole=any(_all_there_was(tokens, count.start) for count in tokens.counts),
        in_fact=bool(tokens.said("in-fact", "corrects")),
        not_counted=tokens.not_counted,
        opened=tuple(sorted(facts_of_message(opened, tokens).items())),
        dated=tuple((count.start, count.end) for count in tokens.counts if count.dated),
        paid=months_and_money.paid_so_far(tokens.text) if len(spells) == 1 else 0,
        rested=tuple(days_off.clauses_of_rest(tokens)) if spells and not doubts else (),
    )


def _joined_total(tokens: Tokens) -> bool:
    """Whether the total of two people is asked, of whom one was told of before (我弟25天，我俩一共呢)."""
    both = tokens.said("pair") or any(heads.number == PAIR for heads in tokens.heads)
    return tokens.goes_on and bool(both and tokens.said("total"))


def _whose(tokens: Tokens) -> bool:
    """Whether somebody is named in the clause of the one count, and not only as who was wrong: 我记错了，我是15天."""
    if len(tokens.counts) != 1:
        return False
    begin = tokens.clauses.begin(tokens.counts[0].start)
    wrong = [word.start for word in tokens.said("corrects") if word.end != tokens.counts[0].start]  # 他改成18天: he is meant
    return any(begin <= person.start and person.end not in wrong for person in tokens.persons)


def _all_there_was(tokens: Tokens, start: int) -> bool:
    """Whether a count is said to be all there was: 总共20天."""
    return tokens.just_before(start, "total") is not None or set_right.SAID_TO_BE.search(tokens.text, 0, start) is not None


def _bare(tokens: Tokens) -> bool:
    """Whether a message says nothing but counts: 30天; what stood before is then told anew."""
    return counts_or_not.only_a_number(blank(tokens.text, ((count.start, count.end) for count in tokens.counts)))
