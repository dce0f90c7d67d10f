"""The last look before counts are summed: every work and every number of people that was heard has to be in a spell.

It knows nothing of how they were read: what is left over keeps the sum from being told, whoever of the readers passed it over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.counting.tokens import Tokens
from bot.counting.tree import SEVERAL, Mark, Part
from bot.language.crews import PRONOUNS, SOME
from bot.language.months_and_money import MONTH_NAMED
from bot.language.rounds_and_parts import WEEK, of_one_week
from bot.language.taken_off import not_given
from bot.model.tally import SELF, Doubt, Reason, Spell


def left_over(tokens: Tokens, spells: Sequence[Spell], marks: Iterable[Mark], by_month: Collection[str]) -> list[Doubt]:
    """A doubt for each work that no spell is under, for months beside one that is paid, for people who are not those of the spells."""
    if not spells:
        return []
    fact = spells[0].fact
    works = [Doubt(Reason.WHICH_SPELL, fact, tokens.text[m.start : m.end]) for m in _works_left(spells, marks)]
    works += [Doubt(Reason.DATES, fact, tokens.text[a:b]) for a, b in _months_left(tokens, spells, by_month)]
    works += [Doubt(Reason.TOO_LONG, fact, tokens.text[a:b]) for a, b in _more_than_a_week(tokens, by_month)]
    return works + [Doubt(Reason.EACH_OR_TOGETHER, fact)] * _people_left(tokens, [s for s in spells if s.fact == fact])


def _works_left(spells: Sequence[Spell], marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks of what no spell is under, where some spell is under another option of the same fact, or both were told."""
    heard = list(marks)
    for mark in heard:
        under = {option for spell in spells for name, option in spell.facts if name == mark.fact}
        told = {other.option for other in heard if other.fact == mark.fact}
        denied = len(spells) == 1 and any(other.denies for other in heard if other.fact == mark.fact)
        if mark.option not in under and (under or len(told) > 1) and not denied:
            yield mark  # 给隔离病房送药，不接触病人: what is denied of the one work told is how it was


def _months_left(tokens: Tokens, spells: Sequence[Spell], by_month: Collection[str]) -> Iterator[tuple[int, int]]:
    """Months named beside the only ones that money is counted for: 二月份开始领的，一直到六月份."""
    named = [label for label in tokens.labels if MONTH_NAMED.fullmatch(tokens.text, *label)]
    by_name = any(MONTH_NAMED.fullmatch(tokens.text, count.start, count.end) for count in tokens.counts)
    if by_name and all(spell.fact in by_month for spell in spells):
        yield from (label for label in named if not not_given(tokens.text[label[1] :]))


def _more_than_a_week(tokens: Tokens, by_month: Collection[str]) -> Iterator[tuple[int, int]]:
    """More days than a week has, told of one: 上周上了9天."""
    for count in tokens.counts:
        if count.dated or count.fact in by_month or count.low <= WEEK or count.part in (Part.OFF, Part.IGNORED):
            continue
        before = max((other.end for other in tokens.counts if other.end <= count.start), default=0)
        if of_one_week(tokens.text[max(before, tokens.clauses.begin(count.start)) : count.start]):
            yield count.start, count.end


def _people_left(tokens: Tokens, spells: Sequence[Spell]) -> bool:
    """Whether the people told are not those for whom there are spells."""
    groups = [spell.people for spell in spells]
    people = {spell.person for spell in spells}
    if people & PRONOUNS and len(people - PRONOUNS - {SELF}) > 1:
        return True  # 女儿和女婿，她采样，他在门口，各15天: which of them is who
    if len({*groups}) > 1 and not tokens.goes_on and {heads.number for heads in tokens.heads} - {*groups, sum(groups), 1}:
        return True
    untold = tokens.crowd == SEVERAL and not tokens.persons and any(spell.people > 1 and not spell.facts for spell in spells)
    return (untold and not tokens.marks) or any(_pairs_left(tokens))


def _pairs_left(tokens: Tokens) -> Iterator[int]:
    """Where two or three people are spoken of in one character (俩管病房) that nothing has read."""
    heads = [*tokens.heads, *tokens.some, *tokens.groups]
    read = [*((h.start, h.end) for h in heads), *((c.start, c.end) for c in tokens.counts), *((w.start, w.end) for w in tokens.words)]
    for begin in tokens.clauses.clauses:
        if tokens.text[begin : begin + 1] in SOME and not any(start <= begin < end for start, end in read):
            yield begin
