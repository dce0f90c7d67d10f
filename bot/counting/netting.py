"""What is summed, person by person: parts of a whole told apart, the same days counted once, days off taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.counting.days_off import shared_days
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Part, Relation
from bot.language import rounds_and_parts
from bot.language.counts_or_not import points_back
from bot.language.date_spans import stretch
from bot.language.numerals import bounds_of
from bot.model.tally import Doubt, Reason

_TWO = 2
"""20天，30天: two counts in a row may be one told anew."""


def netted(tokens: Tokens, counts: list[Count], fact: str, relation: Relation) -> list[Count]:
    """The counts that are summed, person by person: parts of a whole told apart, days off taken off."""
    result: list[Count] = []
    for person in dict.fromkeys(count.person for count in counts):
        result += _net(tokens, [count for count in counts if count.person == person], fact, relation)
    return result


def _net(tokens: Tokens, counts: list[Count], fact: str, relation: Relation) -> list[Count]:
    off = [count for count in counts if count.part is Part.OFF]
    mains = [count for count in counts if count.part is not Part.OFF]
    if not mains:
        return off
    if mains[0].part is Part.WHOLE and mains[0].start >= max((less.end for less in off), default=0):
        off = []  # 扣掉5天，一共25天: told after them, the whole is what is left
    mains = _of_a_whole(tokens, mains, fact) if relation is not Relation.OF_WHICH else mains
    mains = _apart(tokens, mains, fact)
    return _less(tokens, mains, off, fact)


def _of_a_whole(tokens: Tokens, counts: list[Count], fact: str) -> list[Count]:
    """A whole and its parts: the parts, and what is left of it."""
    inside = [c for c in counts if c.part in (Part.OF_WHICH, Part.REST)]
    whole = next((c for c in counts if c.part is Part.WHOLE), None)
    if whole is None and inside:
        whole = next((c for c in counts if c.part is Part.PLAIN), None)
    if whole is None or len(counts) == 1:
        return [replace(c, part=Part.PLAIN) for c in counts]
    others = [c for c in counts if c is not whole]
    low, high = sum(c.low for c in others), sum(c.high for c in others)
    if (low, high) == (whole.low, whole.high):
        return [_under_facts_of(whole, c) for c in others]
    if low != high or whole.low != whole.high or low > whole.low:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact))
        return others
    others = [_under_facts_of(whole, c) if _goes_on(tokens, whole, c) else c for c in others]
    if all(c.facts == whole.facts and _of_a_month(tokens, c) for c in others):
        return [replace(whole, part=Part.PLAIN)]  # 40天，其中二月18天
    left = replace(whole, low=whole.low - low, high=whole.low - low, working=f"{whole.low:g} - {low:g}", parts=())
    return [*others, left]


def _under_facts_of(whole: Count, part: Count) -> Count:
    """A part under the facts of what it is of, where it is told nothing else."""
    return replace(part, facts=tuple(sorted({**dict(whole.facts), **dict(part.facts)}.items())))


def _goes_on(tokens: Tokens, whole: Count, part: Count) -> bool:
    """Whether a part of what was told before it is told of no other place: 其中10天在武汉, not 其中10天回来以后."""
    until = tokens.clauses.end(part.start, len(tokens.text))
    return part.part is Part.OF_WHICH and whole.end <= part.start and not tokens.said("here", start=whole.end, end=until)


def _of_a_month(tokens: Tokens, count: Count) -> bool:
    """Whether a count only says how many of the days lay in a month: 其中二月|18天."""
    return any(0 <= count.start - end <= _TWO for _, end in tokens.labels)


def _apart(tokens: Tokens, counts: list[Count], fact: str) -> list[Count]:
    """Several counts of one person add up only if they are told apart; the same one said again counts once."""
    kept: list[Count] = []
    for count in counts:
        if any(_overlap(count, other) for other in kept):
            kept = _sharing_days(tokens, kept, count, fact)
        elif not kept or _adds(tokens, kept, count, counts):
            kept.append(count)
        elif kept[-1].dated and not count.dated and (count.low, count.high) == (kept[-1].low, kept[-1].high):
            continue
        elif (count.low, count.high) != (kept[-1].low, kept[-1].high) or len(kept) > 1:
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact, tokens.text[count.start : count.end]))
            kept.append(count)
    return kept


def _adds(tokens: Tokens, kept: Sequence[Count], count: Count, counts: Sequence[Count]) -> bool:
    """Whether a count comes on top of those before; told with another kind of work at the same rate, a total must be asked for."""
    if _elsewhere(tokens, kept[-1], count):
        if not tokens.said("total", "everything"):
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, count.fact, tokens.text[count.start : count.end]))
        return True
    return _told_apart(tokens, kept[-1], count) or _numbered(tokens, counts) or _in_a_row(tokens, counts)


def _rested_between(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether a rest told in a clause of its own lies between two counts: 采样9天，休2天，采样9天."""
    clauses = {tokens.clauses.clause(place) for place in (before.start, count.start)}
    return any(
        tokens.clauses.clause(word.start) not in clauses for word in tokens.said("idle", start=before.end, end=count.start)
    )


def _in_a_row(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether counts stand in a row with nothing between them, and a total is asked: 十一天，六天，再来三天."""
    if len(counts) <= _TWO or not tokens.said("total", "everything") or any(count.dated for count in counts):
        return False
    return all(rounds_and_parts.goes_on_counting(tokens.text[a.end : b.start]) for a, b in pairwise(counts))


def _sharing_days(tokens: Tokens, kept: list[Count], count: Count, fact: str) -> list[Count]:
    """The counts with one that has days of theirs: the same again, a longer stretch of one work, or a doubt."""
    same = next((at for at, other in enumerate(kept) if count.parts == other.parts), None)
    if same is not None:
        both = tuple(sorted({**dict(count.facts), **dict(kept[same].facts)}.items()))
        return [*kept[:same], replace(kept[same], facts=both), *kept[same + 1 :]]
    if len(kept) == 1 and kept[0].facts == count.facts and _plain_stretches(kept[0], count):
        return [_united(kept[0], count)]
    tokens.doubts.append(Doubt(Reason.OVERLAP, fact))
    return [*kept, count]


def _plain_stretches(one: Count, other: Count) -> bool:
    """Whether both are whole stretches of days, partly the same."""
    return all(len(c.parts) == 1 and c.low == c.parts[0][1] - c.parts[0][0] + 1 for c in (one, other))


def _united(one: Count, other: Count) -> Count:
    """Two stretches of the same work that share days: each day counts once."""
    first, last = min(one.parts[0][0], other.parts[0][0]), max(one.parts[0][1], other.parts[0][1])
    days = last - first + 1
    return replace(one, end=other.end, low=days, high=days, parts=((first, last),), working=stretch(first, last))


def _overlap(one: Count, other: Count) -> bool:
    return any(a <= d and c <= b for a, b in one.parts for c, d in other.parts)


def _elsewhere(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether two counts under one rate are each told with another kind of work: 采样14天，隔离病房14天."""
    if dict(before.facts) != dict(count.facts) or tokens.said("adds", start=before.end, end=count.start) or before.dated:
        return False
    one, other = (
        {
            tokens.text[mark.start : mark.end]
            for mark in tokens.marks
            if tokens.clauses.clause(mark.start) == tokens.clauses.clause(place.start)
        }
        for place in (before, count)
    )
    return bool(one) and bool(other) and one.isdisjoint(other)


def _numbered(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether as many spells are told of as there are counts (两段：13天、29天), or each is told as one (一回9天一回8天)."""
    if any(count.dated for count in counts):
        return False
    begins = [tokens.clauses.begin(counts[0].start), *(count.end for count in counts[:-1])]
    if all(rounds_and_parts.ONE.search(tokens.text[a : c.start]) for a, c in zip(begins, counts, strict=True)):
        return True
    said = [bounds_of(match.group("number")) for match in rounds_and_parts.SO_MANY.finditer(tokens.text[: counts[0].start])]
    return any(number is not None and number.low == number.high == len(counts) for number in said)


def _told_apart(tokens: Tokens, before: Count, count: Count) -> bool:
    begin, end = before.end, count.start
    if (count.dated and before.dated) or count.people > 1 or before.people > 1:
        return True
    if _rested_between(tokens, before, count):
        return True
    if _perhaps_within(tokens, before, count):
        return False
    if count.dated != before.dated and (count.low, count.high) == (before.low, before.high):
        return False
    if dict(count.facts) != dict(before.facts) or tokens.said("adds", start=begin, end=end):
        return True
    if all(rounds_and_parts.of_its_own_time(tokens.text[tokens.clauses.begin(c.start) : c.start]) for c in (before, count)):
        return True  # 上月22天，这月5天
    return any(begin <= start and stop <= end for start, stop in tokens.labels) or "+" in tokens.text[begin:end]


def _perhaps_within(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether days of a month may be among those told before of no month, of the same work: 采样40天，三月20天."""
    other_work = count.facts and dict(count.facts) != dict(before.facts)
    if other_work or tokens.said("adds", start=before.end, end=count.start) or tokens.said("total", "everything"):
        return False
    return count.low < before.low and _in_a_month(tokens, count) and not _in_a_month(tokens, before)


def _in_a_month(tokens: Tokens, count: Count) -> bool:
    """Whether a count is told of a month, by its name or as this one or the last."""
    begin = tokens.clauses.begin(count.start)
    named = any(begin <= start and end <= count.start for start, end in tokens.labels)
    return count.dated or named or rounds_and_parts.of_its_own_time(tokens.text[begin : count.start])


def _less(tokens: Tokens, counts: list[Count], off: Sequence[Count], fact: str) -> list[Count]:
    """Counts with the days off taken off: from the one count there is, or from the one before; by the calendar, where both are."""
    for less in off:
        if less.parts and any(count.parts for count in counts):
            counts = [_without_days(count, less) for count in counts]
            continue
        bases = [c for c in counts if c.end <= less.start] or counts
        alike = len({c.facts for c in counts}) == 1
        base = bases[-1] if len(bases) == 1 or alike else None
        if base is None:
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact, tokens.text[less.start : less.end]))
            return counts
        shown = f"{base.working} - {less.low:g}" if base.working else f"{base.low:g} - {less.low:g}"
        lower = replace(base, low=base.low - less.high, high=base.high - less.low, working=shown, parts=())
        if points_back(tokens.text, base.start):
            tokens.denied.append((int(base.low), int(base.high)))  # 那22天里有2天没上: what was told before is so long no more
        counts = [lower if c is base else c for c in counts]
    return counts


def _without_days(count: Count, less: Count) -> Count:
    """A count without the days it shares with another; its stretches go, so that they are taken off once."""
    shared = shared_days(count, less)
    if not shared:
        return count
    if count.low != shared_days(count, count):  # months: they are taken off as such
        whole = shared == shared_days(less, less)
        return replace(count, low=count.low - less.low, high=count.high - less.low, parts=()) if whole else count
    shown = f"{count.working or f'{count.low:g}'} - {shared}"
    left = tuple(piece for stretch in count.parts for piece in _cut(stretch, less.parts))
    return replace(count, low=count.low - shared, high=count.high - shared, working=shown, parts=left)


def _cut(stretch: tuple[int, int], off: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A stretch of days without others."""
    pieces = [stretch]
    for begin, end in off:
        pieces = [
            piece
            for a, b in pieces
            for piece in ((a, min(b, begin - 1)), (max(a, end + 1), b))
            if piece[0] <= piece[1]
        ]
    return pieces
