"""How many people are spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.counting.coreference import joined_people
from bot.counting.quantifiers import PAIR, of_all_told
from bot.counting.tokens import Tokens
from bot.counting.tree import SEVERAL, Count
from bot.language import whose_days
from bot.language.clauses import CLAUSE_MARKS
from bot.language.numerals import bounds_of
from bot.language.questions import asks


def number_of_people(tokens: Tokens, named: int) -> int:
    """How many people are said to have been at it."""
    if tokens.goes_on and tokens.heads and all(tokens.just_after(heads.end, "total", within=4) for heads in tokens.heads):
        return 1
    told = [heads.number for heads in tokens.heads]
    told_number = max(told, default=1)
    if _side_by_side(tokens):
        first, last = tokens.heads[0], tokens.heads[-1]
        tokens.heads = [replace(first, end=last.end, number=sum(told))]
        return sum(told)
    asked = [heads for heads in tokens.heads if tokens.just_after(heads.end, "total", within=5)]
    others = [heads for heads in tokens.heads if heads.number != asked[-1].number] if asked else []
    if others and sum(heads.number for heads in others) != asked[-1].number and len(told) - len(others) > 1:
        tokens.heads = [heads for heads in tokens.heads if heads not in others]
        return asked[-1].number
    if len(tokens.counts) < PAIR < len(told) and told_number == told[-1] == sum(told[:-1]):  # 一个医生两个护士，三个人都…
        tokens.heads, tokens.groups = [tokens.heads[-1]], tokens.heads[:-1]
    pair = 2 if tokens.said("pair") and named < 2 else 1
    if not told and pair == 1 and any(of_all_told(tokens, count) for count in tokens.counts):
        return max(tokens.crowd, 1)
    return max(told_number, pair)


def _side_by_side(tokens: Tokens) -> bool:
    """Whether groups are told one beside the other, with no number for all: 五个大夫九个护士，一人7天."""
    numbers = [heads.number for heads in tokens.heads]
    if len(numbers) < PAIR or numbers[-1] == sum(numbers[:-1]) or (len(numbers) > PAIR and numbers[0] == sum(numbers[1:])):
        return False
    between = [tokens.text[a.end : b.start] for a, b in pairwise(tokens.heads)]
    return all(len(said) <= _NAME and CLAUSE_MARKS.isdisjoint(whose_days.without_link(said)) for said in between)


_NAME = 4
"""Characters that a group's name may take."""


def newcomers(tokens: Tokens) -> int:
    """How many people come to those counted before (又添了一个人); 0 if none do."""
    match = whose_days.NEWCOMERS.search(tokens.text) if tokens.goes_on else None
    number = bounds_of(match.group("number")) if match else None
    return int(number.low) if number and number.low == number.high else 0


def people_in_all(tokens: Tokens) -> int:
    """How many people there are with those who came to them (又添了一个人，6个人一共); 0 if it is not said."""
    totals = [h.number for h in tokens.heads if tokens.just_after(h.end, "total", within=2)] if newcomers(tokens) else []
    return totals[-1] if totals else 0


def own_heads(tokens: Tokens, counts: Sequence[Count], at: int) -> int:
    """How many people one of several counts is said of; 0 if it is not said."""
    begin = counts[at - 1].end if at else tokens.clauses.sentence_begin(counts[0].start)
    near = [heads.number for heads in tokens.heads if begin <= heads.start and heads.end <= counts[at].start]
    return near[-1] if near else 0


def crowd_of(tokens: Tokens) -> int:
    """How many people a message speaks of, if it says one number of them and one work; SEVERAL if it tells of them apart."""
    numbers = {heads.number for heads in tokens.heads}
    works = max((len({m.option for m in tokens.marks if m.fact == mark.fact}) for mark in tokens.marks), default=0)
    if len(numbers) > 1 or (numbers and works > 1) or (not numbers and len(joined_people(tokens)) > 1):
        return SEVERAL
    pair = bool(tokens.said("pair")) and not tokens.counts and not asks(tokens.text)
    return next(iter(numbers), PAIR if pair else 0)
