"""A group told of in parts: all but some, or so many at this and so many at that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.counting.headcount import own_heads
from bot.counting.heard_marks import facts_of_message
from bot.counting.people_told import PeopleTold
from bot.counting.quantifiers import PAIR, all_alike
from bot.counting.tree import Count, Heads, Part
from bot.language import whose_days
from bot.model.tally import SELF, Reason, Said


def but_some(said: PeopleTold) -> list[Count] | None:
    """五个人每人14天，其中一个6天: all but some, and those; of people told before, those alone."""
    tokens = said.tokens
    begins = [0, *(count.end for count in said.mains)][: len(said.mains)]
    own = [[some for some in tokens.some if begin <= some.start < c.start] for begin, c in zip(begins, said.mains, strict=True)]
    if not any(own):
        return None
    apart = [_of_some(said, count, some[-1]) for count, some in zip(said.mains, own, strict=True) if some]
    base = [replace(count, person=SELF, part=_whole(count)) for count, some in zip(said.mains, own, strict=True) if not some]
    if not base and tokens.goes_on and len(apart) == 1:
        return apart
    left = max(said.number, tokens.crowd) - sum(count.people for count in apart)
    common = said.each or (len(base) == 1 and (base[0].dated or all_alike(tokens, base[0])))
    others = {heads.number for heads in tokens.heads} - {left, max(said.number, tokens.crowd)}
    if len(base) != 1 or left < 1 or others or not common or len(said.counts) > len(said.mains):
        said.doubt()
        return said.counts
    return [replace(base[0], people=left, facts=_facts_but(said, apart)), *apart]


def _of_some(said: PeopleTold, count: Count, some: Heads) -> Count:
    """A count of some of several people, with the work told of them; by how much it differs from the others' is a doubt."""
    tokens = said.tokens
    if whose_days.by_so_much(tokens.text[some.end : count.start]) or count.part is Part.IGNORED:
        said.doubt(Reason.WHICH_SPELL, tokens.text[count.start : count.end])
    own = [mark for mark in said.marks if some.end <= mark.start < tokens.clauses.end(count.start, len(tokens.text))]
    common = [mark for mark in said.marks if mark.start < some.start]
    facts = {**facts_of_message(common, tokens), **facts_of_message(own, tokens)}
    name = tokens.text[some.start : some.end]
    return replace(count, person=name, people=some.number, part=_whole(count), facts=tuple(sorted(facts.items())))


def _facts_but(said: PeopleTold, apart: Sequence[Count]) -> Said:
    """The facts of all but some: what is said before them, and behind them of all."""
    first = min(some.start for some in said.tokens.some)
    last = max(count.end for count in apart)
    marks = [mark for mark in said.marks if mark.start < first or mark.start > last]
    return tuple(sorted(facts_of_message(marks, said.tokens).items()))


def by_groups(said: PeopleTold) -> list[Count] | None:
    """2个人各10天，另外4个人各7天: each count for its own people, who come to the number told before."""
    own = [own_heads(said.tokens, said.counts, at) for at in range(len(said.counts))]
    if len(said.mains) < PAIR or not all(own):
        return None
    told = ({heads.number for heads in said.tokens.heads} - set(own)) | {said.tokens.crowd}
    if not said.each and sum(own) not in told:
        return None
    before = [heads.number for heads in said.tokens.heads if heads.end <= said.counts[0].start][:-1]
    if before and before[-1] != sum(own):
        said.doubt()
    shared = [replace(c, people=n, person=SELF, part=_whole(c)) for c, n in zip(said.counts, own, strict=True)]
    return _own_work_only(said, said.with_facts(shared))


def _own_work_only(said: PeopleTold, counts: Sequence[Count]) -> list[Count]:
    """Groups of which some are told with work of their own: the others' work is open, and not that of those."""
    tokens = said.tokens
    heads = [heads for heads in tokens.heads if heads.end <= counts[0].start][-1:]
    begins = [tokens.clauses.begin((heads or counts)[0].start), *(count.end for count in counts[:-1])]
    marks = [mark for mark in said.marks if not tokens.in_clause(mark.start, "all-of-them")]
    own = [any(a <= mark.start < c.end for mark in marks) for a, c in zip(begins, counts, strict=True)]
    if all(own) or not any(own):
        return list(counts)
    return [count if told else replace(count, facts=()) for count, told in zip(counts, own, strict=True)]


def _whole(count: Count) -> Part:
    """What a count is where its people, and not its days, are part of others: 5个人，里头3个10天，其余2个14天."""
    return Part.PLAIN if count.part in (Part.OF_WHICH, Part.REST) else count.part


def groups(said: PeopleTold) -> list[Count] | None:
    """两个护士采样，一个在药房，每人10天: the count for each group, under what is said of it; none if they do not come to all."""
    if len(said.mains) != 1 or not (said.each or said.alike):
        return None
    count = said.mains[0]
    before = _heads_of_groups(said, count)
    if not before:
        return None
    result = []
    differing = {mark.fact for mark in said.marks if len({m.option for m in said.marks if m.fact == mark.fact}) > 1}
    work_first = _work_first(said, count, before, differing)
    shared = [mark for mark in said.marks if mark.fact not in differing]
    for at, heads in enumerate(before):
        start, end = heads.start, before[at + 1].start if at + 1 < len(before) else count.start
        if work_first:
            start, end = before[at - 1].end if at else 0, heads.end if at + 1 < len(before) else count.start
        own = [m for m in said.marks if start <= m.start < end and m.fact in differing]
        facts = facts_of_message([*own, *shared], said.tokens)
        if not differing or not differing <= facts.keys():
            return None
        result.append(replace(count, people=heads.number, facts=tuple(sorted(facts.items()))))
    return result


def _heads_of_groups(said: PeopleTold, count: Count) -> Sequence[Heads]:
    """The groups told before a count, without the number of all; none if they are no two, or do not come to the number told behind."""
    before = said.tokens.groups or [heads for heads in said.tokens.heads if heads.end <= count.start]
    if len(before) > PAIR and before[0].number == sum(heads.number for heads in before[1:]):
        before = before[1:]
    after = {heads.number for heads in said.tokens.heads if heads.start >= count.end}
    return [] if len(before) < PAIR or (after and sum(heads.number for heads in before) not in after) else before


def _work_first(said: PeopleTold, count: Count, before: Sequence[Heads], differing: Collection[str]) -> bool:
    """Whether each group's work is told before its number: 采样两个，药房一个."""
    whole = [heads.end for heads in said.tokens.heads if heads.end <= before[0].start]
    behind = any(mark.fact in differing and before[-1].end <= mark.start < count.start for mark in said.marks)
    return not behind and any(m.fact in differing and (whole or [0])[-1] <= m.start < before[0].start for m in said.marks)
