"""Stays told by the day somebody came and the day they left, and whole months but for some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.counting.days_off import excepted_days, idle, left_free
from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Count, Edge, Part
from bot.language.counts_or_not import points_back
from bot.language.date_spans import Kind, Span, last_of, told
from bot.language.ends_and_stretches import leads_to, no_longer, only_worked, still_there, stopped, worked_too
from bot.language.months_and_money import MONTH_NAMED, bare_month, names_month
from bot.language.numerals import bounds_of
from bot.language.set_right import was_planned
from bot.language.taken_off import ALL_THE_REST, FULL_ATTENDANCE
from bot.model.tally import Doubt, Reason

_PAIR = 2
_MONTHS = 12


def with_month(tokens: Tokens, fact: str) -> list[Count]:
    """The one month named, as all its days, where all but what is told of it was worked: 三月我只歇了4天，剩下全在."""
    named = [label for label in tokens.labels if MONTH_NAMED.fullmatch(tokens.text, *label)]
    months = {bare_month(tokens.text[a:b]) for a, b in named}
    counts = [count for count in tokens.counts if count.fact == fact]
    if len(months) != 1 or any(not _spared(tokens, count) for count in counts) or any(not _spared_day(tokens, p) for p in tokens.points):
        return []
    every = bool(FULL_ATTENDANCE.search(tokens.text) or ALL_THE_REST.search(tokens.text) or tokens.schedules)
    every = every or bool(tokens.said("odd-days", "even-days"))
    number = bounds_of(months.pop())
    if not every or number is None or not 1 <= number.low <= _MONTHS:
        return []
    last = last_of(tokens.year, int(number.low))
    first = last.replace(day=1)
    start, end = named[0]
    span = Span(start, end, Kind.DAYS, ((first, last),))
    tokens.labels = [label for label in tokens.labels if label not in named]
    tokens.words = [word for word in tokens.words if not ("rest" in word.ids and ALL_THE_REST.search(tokens.text, word.start))]
    return [Count(start, end, fact, span.days, span.days, True, told(span), parts=((first.toordinal(), last.toordinal()),))]


def _spared(tokens: Tokens, count: Count) -> bool:
    """Whether days are told on which nothing was done."""
    begin = tokens.clauses.begin(count.start)
    return count.part is Part.OFF or idle(tokens, count, begin) or excepted_days(tokens, count.start, count.end)


def _spared_day(tokens: Tokens, point: Span) -> bool:
    return bool(point.parts) and (left_free(tokens, point) or excepted_days(tokens, point.start, point.end))


def with_stay(tokens: Tokens, counts: list[Count], fact: str | None) -> list[Count]:
    """The counts and the stays told by a day of entry and a day of exit (1月24号进的…，2月10号出来).

    A single day beside other counts is when something happened; where nothing else is counted it is a doubt.
    """
    points = [point for point in tokens.points if point.parts and not _meant_to_be(tokens, point)]
    tokens.points = [point for point in tokens.points if point in points or not point.parts]
    if len(points) < len(tokens.points) and fact:
        tokens.doubts.append(Doubt(Reason.DATES, fact))
    stays: list[Count] = []
    used: set[int] = set()
    for first, last in pairwise(points):
        between = any(first.end <= count.start < last.start for count in counts)
        if fact is None or first.start in used or between or not _a_stay(tokens, first, last):
            continue
        used |= {first.start, last.start}
        end = last.parts[0][0] - timedelta(days=1 if no_longer(tokens.text[last.end :]) else 0)
        if end <= first.parts[0][0]:
            tokens.doubts.append(Doubt(Reason.DATES, fact, tokens.text[last.start : last.end]))
            continue
        span = replace(first, end=last.end, parts=((first.parts[0][0], end),))
        days = tuple((a.toordinal(), b.toordinal()) for a, b in span.parts)
        stays.append(Count(first.start, last.end, fact, span.days, span.days, True, told(span), parts=days))
    counts = [count for count in counts if not (stays and _both_ends(tokens, count))]
    unused = [point for point in points if point.start not in used]
    free = [point for point in unused if left_free(tokens, point)]
    of_before = bool(free) and tokens.goes_on and tokens.last is not None
    ends = [point for point in points if point not in free] if of_before else points
    if fact and not counts and not stays and ends:
        tokens.edge = _edge(tokens, ends, fact)
        if tokens.edge is None:
            tokens.doubts.append(Doubt(Reason.DATES, fact, _backwards(tokens, points)))
    more = [
        point
        for point in unused
        if (point not in free and _worked_besides(tokens, point, counts))
        or ((point not in free or stopped(tokens.text[point.end :])) and _began_apart(tokens, point, counts))
    ]
    alone = [point for point in unused if fact and point not in free and _worked_alone(tokens, point, counts)]
    tokens.doubts += [Doubt(Reason.DATES, fact, tokens.text[p.start : p.end]) for p in more if fact and p not in alone]
    tokens.unplaced += [(p.start, p.end) for p in unused if p not in alone and not names_month(tokens.text[p.start : p.end])]
    stays += [replace(_day_off(point, fact), working=told(point)) for point in alone if fact]
    stays += [_day_off(point, fact) for point in free if fact and (counts or stays or (of_before and tokens.edge is None))]
    return sorted([*counts, *stays], key=lambda count: count.start)


def _meant_to_be(tokens: Tokens, point: Span) -> bool:
    """Whether a day is only what was planned: 原定2月29号出来."""
    return was_planned(tokens.text[tokens.clauses.begin(point.start) : point.start]) and len(tokens.points) > 1


def _began_apart(tokens: Tokens, point: Span, counts: Sequence[Count]) -> bool:
    """Whether somebody is said to have come or gone on a day that no range told holds."""
    day = point.parts[0][0].toordinal()
    ranges = [part for count in counts if count.dated for part in count.parts]
    said = tokens.in_clause(_after(tokens, point), "entry", "exit") or stopped(tokens.text[point.end :])
    return bool(ranges and said) and not any(first <= day <= last for first, last in ranges)


def _both_ends(tokens: Tokens, count: Count) -> bool:
    """Whether two days are but the first and the last told before: 进和出那两天也上班."""
    ends = bool(tokens.in_clause(count.start, "entry")) and bool(tokens.in_clause(count.start, "exit"))
    return ends and count.low == count.high == _PAIR and points_back(tokens.text, count.start)


def _worked_besides(tokens: Tokens, point: Span, counts: Sequence[Count]) -> bool:
    """Whether a single day outside the ranges told is said to be worked too: 2月3号到9号，2月15号也上了."""
    day = point.parts[0][0].toordinal()
    ranges = [part for count in counts if count.dated for part in count.parts]
    outside = bool(ranges) and not any(first <= day <= last for first, last in ranges)
    return outside and worked_too(tokens.text[point.end :])


def _worked_alone(tokens: Tokens, point: Span, counts: Sequence[Count]) -> bool:
    """Whether a single day outside the ranges told has only work said of it, or the same as a range: 2月3号到7号采样，2月15号采样."""
    day = point.parts[0][0].toordinal()
    ranges = [count for count in counts if count.dated and count.parts]
    elsewhere = tokens.said("corrects", "not-so", "supposes") or leads_to(tokens.text[: point.start])
    if not ranges or elsewhere or any(first <= day <= last for count in ranges for first, last in count.parts):
        return False
    said, work = _said_of(tokens, point.end)
    if not said and work:
        return True
    return point.start > ranges[0].end and any((said, work) == _said_of(tokens, count.end) for count in ranges)


def _said_of(tokens: Tokens, start: int) -> tuple[str, bool]:
    """What is said of a date in its clause but for work and particles, and whether work is."""
    end = tokens.clauses.end(min(start, len(tokens.text) - 1), len(tokens.text)) if start < len(tokens.text) else start
    marks = [mark for mark in tokens.marks if start <= mark.start and mark.end <= end]
    left = blank(tokens.text, ((mark.start, mark.end) for mark in marks))[start:end]
    return only_worked(left), bool(marks)


def _day_off(point: Span, fact: str) -> Count:
    days = tuple((a.toordinal(), b.toordinal()) for a, b in point.parts)
    return Count(point.start, point.end, fact, 1, 1, True, "", parts=days)


def _after(tokens: Tokens, point: Span) -> int:
    """The place right after a day: what is said of it stands there (2月14日（情人节）进的)."""
    return min(point.end, len(tokens.text) - 1)


def _edge(tokens: Tokens, points: Sequence[Span], fact: str) -> Edge | None:
    """The one day told, if it is said to be the first or the last (3月5号开始的; 干到3月5号)."""
    point, day = points[0], points[0].parts[0][0].toordinal()
    if len(points) > 1:
        return None
    if no_longer(tokens.text[point.end :]):
        return Edge(day - 1, last=True, fact=fact)
    if leads_to(tokens.text[: point.start]) or tokens.in_clause(_after(tokens, point), "exit"):
        return Edge(day, last=True, fact=fact)
    return Edge(day, last=False, fact=fact) if tokens.in_clause(_after(tokens, point), "entry") else None


def _backwards(tokens: Tokens, points: Sequence[Span]) -> str:
    """A day of leaving before the day of coming, as it was said."""
    for first, last in pairwise(points):
        if tokens.in_clause(first.start, "entry") and tokens.in_clause(last.start, "exit"):
            return tokens.text[last.start : last.end]
    return ""


def _a_stay(tokens: Tokens, first: Span, last: Span) -> bool:
    """Whether two days are those of coming and going: each said so, or the second is what it went on to (一直干到3月5号)."""
    if tokens.said("idle", start=first.end, end=last.start):
        return False
    if last.parts[0][0] <= first.parts[0][0]:
        return False
    if leads_to(tokens.text[: last.start]):
        return True
    following = tokens.text[last.end :]
    left = tokens.in_clause(_after(tokens, last), "exit") or no_longer(following) or still_there(following)
    return bool(left and tokens.in_clause(_after(tokens, first), "entry")) or _came_and_went(tokens, first, last)


def _came_and_went(tokens: Tokens, first: Span, last: Span) -> bool:
    """Whether the only two days told are those of coming and going, said beside them: 2月8号，我进去，等出来都3月20号了."""
    if len({point.parts for point in tokens.points}) != _PAIR or any(count.dated for count in tokens.counts):
        return False
    came = tokens.said("entry", start=tokens.clauses.begin(first.start), end=last.start)
    gone = tokens.said("exit", start=first.end, end=tokens.clauses.end(_after(tokens, last), len(tokens.text)))
    return any(one.end <= other.start for one in came for other in gone)
