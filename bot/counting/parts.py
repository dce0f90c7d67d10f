"""What each count of a message is to the others: the same again, a share, a rest, part or whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.counting.coreference import name_of
from bot.counting.days_off import excepted_days, has, idle, part_of_days_off, taken_off_after, work_told
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Part
from bot.language import taken_off, whose_days
from bot.language.counts_or_not import points_back, reckoned, wished_for
from bot.language.date_spans import last_of
from bot.language.ends_and_stretches import both_ends
from bot.language.months_and_money import MONTHLY_SHARE, bare_month, has_so_many
from bot.language.numerals import bounds_of
from bot.language.question_forms import puts_yes_or_no
from bot.language.questions import asks
from bot.language.rounds_and_parts import IN_ORDER, first_of_it, last_of_it
from bot.language.set_right import falls_short, in_other_words, more_than, of_all, still_to_go
from bot.language.shares import Share, of_the_first
from bot.model.tally import SELF, Doubt, Reason

_NEAR = 4
_PAIR = 2
_WEEK = 7
_MONTHS = 12


def counted_once(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Counts without those that only say one before again, name the two ends of a range, or are wished for."""
    tokens.doubts += [Doubt(Reason.OVERLAP, count.fact) for count in _a_month_worked_within(tokens, counts)]
    kept: list[Count] = []
    for count in (count for count in counts if not _numbers_the_stages(tokens, count) and not _length_of_a_month(tokens, count, counts)):
        if not (kept and _adds_nothing(tokens, kept, count)) and not (len(counts) > 1 and _wished(tokens, count)):
            kept.append(count)
        elif kept and _in_other_words(tokens, kept[-1], count):
            kept[-1] = replace(kept[-1], end=count.end)
    return kept


def _numbers_the_stages(tokens: Tokens, count: Count) -> bool:
    """Whether so many weeks are but those told one by one: 第一周4天，第二周5天，两周一共."""
    stages = [label for label in tokens.labels if IN_ORDER.fullmatch(tokens.text, *label)]
    return len(stages) > 1 and len(stages) * _WEEK == count.low == count.high and bool(tokens.in_clause(count.start, "total"))


def _length_of_a_month(tokens: Tokens, count: Count, counts: Sequence[Count]) -> bool:
    """Whether it is only said how long a month is that a range told goes beyond: 1月28号到3月6号，今年二月29天."""
    named = _a_month_within(tokens, count, counts)
    return named is not None and not work_told(tokens, named, count)


def _a_month_worked_within(tokens: Tokens, counts: Sequence[Count]) -> list[Count]:
    """Whole months told with work, within a range told besides: the same days twice."""
    found = []
    for count in counts:
        named = _a_month_within(tokens, count, counts)
        if named is not None and work_told(tokens, named, count) and not tokens.in_clause(count.start, "of-which"):
            found.append(count)
    return found


def _a_month_within(tokens: Tokens, count: Count, counts: Sequence[Count]) -> int | None:
    """Where the name of a month ends that has as many days as a count says, if it ends within a range told."""
    before = [label for label in tokens.labels if label[1] <= count.start and has_so_many(tokens.text[label[1] : count.start])]
    month = bounds_of(bare_month(tokens.text[slice(*before[-1])])) if before and not count.dated else None
    if month is None or not 1 <= month.low <= _MONTHS:
        return None
    last = last_of(tokens.year, int(month.low))
    ranges = [part for other in counts if other.dated for part in other.parts]
    within = last.day == count.low == count.high and any(first <= last.toordinal() <= end for first, end in ranges)
    return before[-1][1] if within else None


def _adds_nothing(tokens: Tokens, kept: Sequence[Count], count: Count) -> bool:
    ends = count.low == count.high == _PAIR and both_ends(tokens.text[: count.start]) and not taken_off_after(tokens, count)
    again = points_back(tokens.text, count.start) and any((c.low, c.high) == (count.low, count.high) for c in kept)
    again = again and not _of_somebody_else(tokens, kept[-1], count)
    told_again = again and not tokens.just_before(count.start, "takes-off") and not taken_off_after(tokens, count)
    return bool(ends or told_again or _in_other_words(tokens, kept[-1], count))


def _of_somebody_else(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether somebody else is named between two counts: 我采样16天，我爱人这16天也在."""
    names = [name_of(tokens, person) for person in tokens.persons if person.end <= before.start][-1:] or [SELF]
    return any(before.end <= p.start < count.start and name_of(tokens, p) not in (*names, SELF) for p in tokens.persons)


def _in_other_words(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether days told by the calendar are numbered right behind: 23号24号两天."""
    alike = before.dated and not count.dated and (before.low, before.high) == (count.low, count.high)
    return alike and in_other_words(tokens.text[before.end : count.start])


def _wished(tokens: Tokens, count: Count) -> bool:
    end = tokens.clauses.end(count.start, len(tokens.text))
    return wished_for(tokens.text[tokens.clauses.begin(count.start) : count.start], tokens.text[count.end : end])


def shared_out(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Counts with those told as a share of the one before (四分之一在病房，其余在卡口) or as a multiple of it."""
    found = tokens.shares
    base = counts[0] if len(counts) == 1 else None
    exact = base is not None and base.low == base.high and all(share.times is not None and share.start >= base.end for share in found)
    if not found or base is None or not exact or len({share.said_of_another for share in found}) > 1:
        return counts
    made = [_share_of(base, share) for share in found]
    if any(one.low != int(one.low) for one in made):
        tokens.doubts.append(Doubt(Reason.HALVES, base.fact))
        return counts
    rest = tokens.said("rest", start=made[-1].end)
    whole = sum(one.low for one in made) == base.low
    if found[0].said_of_another:
        if len(found) > 1 or not of_the_first(tokens.text[: base.start]):
            return counts
        tokens.shared |= {found[0].start}
        return [base, *made]
    if not whole and not (rest and len(made) == 1):
        return counts
    tokens.shared |= {share.start for share in found}
    return made if whole else [base, *made]


def _share_of(base: Count, share: Share) -> Count:
    times = share.times or 0
    number = base.low * times.numerator / times.denominator if times else 0
    sign = f"× {times.numerator:g}" if times and times.denominator == 1 else f"× {times}"
    return Count(share.start, share.end, base.fact, number, number, working=f"{base.low:g} {sign}")


def short_of(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """差一天满60天, 离50天还差2天: what there is so far."""
    for one, other in pairwise(counts):
        before, between = tokens.text[: one.start], tokens.text[one.end : other.start]
        less, whole = (one, other) if falls_short(before, between) else (other, one)
        if (less is one or still_to_go(before, between)) and less.high < whole.low:
            working = f"{whole.low:g} - {less.low:g}"
            left = replace(whole, start=one.start, end=other.end, low=whole.low - less.high, high=whole.high - less.low)
            tokens.doubts[:] = [doubt for doubt in tokens.doubts if doubt.reason is not Reason.ROUGHLY]
            return [replace(left, working=working) if count is whole else count for count in counts if count is not less]
    return counts


def compared(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """3月比2月多5天: so many more than what was told before, if that is one count."""
    result: list[Count] = []
    for at, count in enumerate(counts):
        begin = tokens.clauses.begin(count.start)
        found = more_than(tokens.text[begin : count.start])
        found = found or _than_the_other(tokens, count, result)
        base = result[-1] if len(result) == 1 else counts[1] if not at and len(counts) == _PAIR else None
        if found is not None and tokens.goes_on and len(counts) == 1:
            tokens.beyond = found[1]
        if found is None or base is None or base.low != base.high or count.low != count.high:
            result.append(count)
            continue
        start, sign = found
        working = f"{base.low:g} {'+' if sign > 0 else '-'} {count.low:g}"
        number = base.low + sign * count.low
        result.append(replace(count, start=begin + start, low=number, high=number, working=working))
    return result


def _than_the_other(tokens: Tokens, count: Count, earlier: Sequence[Count]) -> tuple[int, int] | None:
    """By how much one of two people told as a pair worked more or less than the other, whose days alone were told: 我15天，他少2天."""
    begin = tokens.clauses.begin(count.start)
    sign = whose_days.by_how_much(tokens.text[begin : count.start])
    named = [person for person in tokens.persons if begin <= person.start < count.start]
    before = [name_of(tokens, person) for person in tokens.persons if person.end <= earlier[-1].start] if earlier else []
    pair = tokens.said("pair") and len(earlier) == 1 and len(named) == 1 and before[-1:] != [name_of(tokens, named[0])]
    return (count.start - begin, sign) if sign and pair else None


def remaining(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """40天班，25天采样，余下的在药房: what is left of the first count, where the rest is told without a number."""
    words = tokens.said("rest", start=counts[-1].end) if len(counts) > 1 else []
    alike = all(count.part is Part.PLAIN and not count.dated and count.low == count.high for count in counts)
    if not words or not alike or tokens.heads or len({person.name for person in tokens.persons}) > 1:
        return counts
    whole, *inside = counts
    left = whole.low - sum(count.low for count in inside)
    if left <= 0:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, whole.fact))
        return counts
    if tokens.in_clause(words[0].start, "idle"):
        return inside
    working = " - ".join(f"{count.low:g}" for count in counts)
    return [*inside, replace(whole, start=words[0].start, end=words[0].end, low=left, high=left, working=working)]


def classified(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Each count with what it is to the others."""
    result: list[Count] = []
    for at, count in enumerate(counts):
        part = count.part if count.part is not Part.PLAIN else _part(tokens, count, counts[at - 1] if at else None, result)
        same = _said_before(tokens, count, result)
        if same is not None and (part is Part.OFF or result[same].part in (Part.OFF, Part.IGNORED)):
            result[same] = replace(result[same], part=result[same].part if part is not Part.OFF else _off(result[same]))
            continue
        result.append(replace(count, part=part))
    return result


def reckoned_so(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Counts without the days that they are only said to come to, be they worked or not: 采样20天，歇了14天，照34天算.

    A doubt where they come to something else, and where it is asked whether a number told alone is right.
    """
    if not counts or not reckoned(tokens.text[: counts[-1].start], tokens.text[counts[-1].end :]):
        return counts
    *others, last = counts
    off = sum(count.low for count in others if count.part is Part.OFF)
    worked = sum(count.low for count in others if count.part not in (Part.OFF, Part.IGNORED))
    sums = {sum(count.low for count in others), worked, worked - off, *(count.low for count in others)}
    asked = tokens.goes_on and puts_yes_or_no(tokens.text)
    if (others or asked) and last.low not in (sums if others else ()):
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, last.fact, tokens.text[last.start : last.end]))
    return others or counts


def _said_before(tokens: Tokens, count: Count, earlier: Sequence[Count]) -> int | None:
    """The count told before that is spoken of again: 歇了三天，那三天…."""
    if not points_back(tokens.text, count.start):
        return None
    alike = [at for at, other in enumerate(earlier) if (count.low, count.high) == (other.low, other.high)]
    return alike[-1] if alike else None


def _off(count: Count) -> Part:
    return Part.IGNORED if count.part is Part.IGNORED else Part.OFF


def _part(tokens: Tokens, count: Count, before: Count | None, earlier: Sequence[Count]) -> Part:
    begin = max(tokens.clauses.begin(count.start), before.end if before else 0)
    lead = tokens.said(start=begin, end=count.start)
    off = has(lead, "takes-off") or taken_off_after(tokens, count) or excepted_days(tokens, count.start, count.end)
    if has(lead, "rest") and (off or idle(tokens, count, begin)) and [one.part for one in earlier] == [Part.PLAIN]:
        return Part.IGNORED  # 上了28天，剩下2天不算: they were never part of the count
    if has(lead, "of-which") and not off and not idle(tokens, count, begin):
        return Part.OF_WHICH
    if idle(tokens, count, begin):
        share = MONTHLY_SHARE.fullmatch(tokens.text, count.start, count.end) is not None and not earlier
        goes_on = tokens.goes_on and (share or (earlier and all(one.part is Part.OFF for one in earlier)))
        return Part.OFF if goes_on else part_of_days_off(tokens, count, lead, off, earlier)
    if off:
        return Part.OFF
    if whose_days.worked_fewer(tokens.text[begin : count.start]) and not tokens.some and not tokens.beyond and not count.working:
        known = earlier and not any(begin <= person.start < count.start for person in tokens.persons)
        if not known:  # 她少干3天: fewer than whom?
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, count.fact, tokens.text[count.start : count.end]))
        return Part.OFF if known else Part.PLAIN
    if (before and (_whole_of(tokens, before, count) or _first_of(tokens, before, count))) or _of_those_told(tokens, count, earlier):
        return Part.OF_WHICH
    told_beside = tokens.beyond or (tokens.said("difference-asked") and not tokens.said("supposes"))
    divides = has(lead, "within") and tokens.in_clause_marks(count.start) and tokens.said("rest", start=count.end)
    if (before and not divides and _near(tokens, count, "in-fact")) or (has(lead, "compared") and not told_beside):
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, count.fact, tokens.text[count.start : count.end]))
    if has(lead, "rest"):
        return Part.REST
    return Part.WHOLE if has(lead, "total") else Part.PLAIN


def _of_those_told(tokens: Tokens, count: Count, earlier: Sequence[Count]) -> bool:
    """Whether fewer days than the one spell told before has are pointed at, with work of their own: 干了20天 — 那3天在卡口."""
    said = taken_off.points_at_some(tokens.text[: count.start]) or taken_off.not_all_of_it(tokens.text[: count.start])
    pointed = not earlier and len(tokens.counts) == 1 and said
    fewer = tokens.goes_on and tokens.counted == count.fact and count.high < tokens.before
    return pointed and fewer and bool(tokens.in_clause_marks(count.start)) and not asks(tokens.text)


def _whole_of(tokens: Tokens, whole: Count, part: Count) -> bool:
    """那30天里最后5天: a part right after the whole it is of."""
    inside = tokens.just_after(whole.end, "window", "of-which", "within", within=0)
    return inside is not None and part.start - inside.end <= _NEAR


def _first_of(tokens: Tokens, whole: Count, part: Count) -> bool:
    """Whether fewer days are told as the first of the only others told: 去湖北40天，前30天在隔离病房."""
    alone = len(tokens.counts) == _PAIR and not (whole.dated or part.dated)
    told_first = first_of_it(tokens.text[: whole.start])  # 头10天采样，后头6天卡口
    return alone and not told_first and part.high < whole.low and first_of_it(tokens.text[: part.start])


def _near(tokens: Tokens, count: Count, signal: str) -> bool:
    return tokens.just_before(count.start, signal) is not None


def by_their_sum(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """The first or the last of three counts or more as a whole, if the others come to it and it is told as what they lie in or come to."""
    mains = [count for count in counts if count.part in (Part.PLAIN, Part.OF_WHICH, Part.REST)]
    if len(mains) <= _PAIR or len(mains) < len([c for c in counts if c.part is not Part.IGNORED]):
        return counts
    if any(count.low != count.high or count.dated for count in mains):
        return counts
    for one in (mains[0], mains[-1]):
        asked = one is mains[-1] and bool(tokens.in_clause(one.start, "total", "a-day-after"))
        asked = asked and not last_of_it(tokens.text[: one.start])  # 前4天…，中间11天…，最后15天…: a stage of its own
        within = tokens.just_after(one.end, "window", "within", "of-which", within=0) is not None
        said_so = of_all(tokens.text[tokens.clauses.begin(one.start) : one.start])
        holds = one is mains[0] and (within or said_so or _of_no_work(tokens, mains) or _first_and_last_of_it(tokens, mains))
        if (asked or holds) and one.low * _PAIR == sum(count.low for count in mains):
            return [replace(count, part=Part.WHOLE) if count is one else count for count in counts]
    return counts


def _first_and_last_of_it(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether the counts behind the first are told as its first days and its last: 援鄂40天，前30天在隔离病房，后10天在驻地."""
    return first_of_it(tokens.text[: counts[1].start]) and last_of_it(tokens.text[: counts[-1].start])


def _of_no_work(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether the counts behind the first are each told with work of a kind, and that one with none: 一共40天，25天采样，15天卡口."""
    kinds = {mark.fact for mark in tokens.marks if len({other.option for other in tokens.marks if other.fact == mark.fact}) > 1}
    clauses = [tokens.clauses.clause(count.start) for count in counts]
    works = [{m.option for m in tokens.marks if m.fact in kinds and tokens.clauses.clause(m.end - 1) == at} for at in clauses]
    return not works[0] and all(works[1:]) and len(set().union(*works)) > 1


def halved(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """40天，一半…一半…: two counts at the places where the halves are told."""
    halves = tokens.said("half")
    mains = [c for c in counts if c.part in (Part.PLAIN, Part.WHOLE)]
    if not halves or not counts:
        return counts
    if len(mains) != 1 or len(counts) != 1 or len(halves) != 2 or halves[0].start < mains[0].end:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, counts[0].fact))
        return counts
    whole = mains[0]
    if whole.low % 2 or whole.high % 2:
        tokens.doubts.append(Doubt(Reason.HALVES, whole.fact))
        return counts
    return [
        replace(
            whole,
            start=h.start,
            end=h.end,
            low=whole.low / 2,
            high=whole.high / 2,
            part=Part.PLAIN,
            parts=(),
            working="",
        )
        for h in halves
    ]
