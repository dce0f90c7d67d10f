"""What each count of a message is to the others: part or whole, taken off, repeated in rounds, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Edge, Part, Rounds, Word
from bot.language.dates import Kind, Span, last_of, stretch, told
from bot.language.numerals import bounds_of
from bot.language.schedules import together
from bot.language.shares import Share, of_the_first
from bot.language.spells import (
    ALL_THE_REST,
    BEYOND,
    FULL_ATTENDANCE,
    IN_ORDER,
    MONTH_NAMED,
    back_from_it,
    bare_month,
    both_ends,
    comes_to,
    day_itself,
    excepted,
    excepts,
    falls_short,
    had_off,
    has_so_many,
    in_other_words,
    is_first,
    is_over,
    leads_to,
    left_out,
    more_than,
    no_longer,
    not_counted,
    not_given,
    of_all,
    once_thought,
    points_at_days,
    points_back,
    really_worked,
    still_there,
    still_to_go,
    stopped,
    was_planned,
    wished_for,
    worked_too,
)
from bot.model.tally import Doubt, Reason

_NEAR = 4
_AFTER = 3
_PAIR = 2
_WEEK = 7
_MONTHS = 12


def with_month(tokens: Tokens, fact: str) -> list[Count]:
    """The one month named, as all its days, where all but what is told of it was worked: 三月我只歇了4天，剩下全在."""
    named = [label for label in tokens.labels if MONTH_NAMED.fullmatch(tokens.text, *label)]
    months = {bare_month(tokens.text[a:b]) for a, b in named}
    counts = [count for count in tokens.counts if count.fact == fact]
    if len(months) != 1 or any(not _spared(tokens, count) for count in counts) or any(not _spared_day(tokens, p) for p in tokens.points):
        return []
    every = FULL_ATTENDANCE.search(tokens.text) or ALL_THE_REST.search(tokens.text) or tokens.schedules
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
    return count.part is Part.OFF or _idle(tokens, count, begin) or _excepted(tokens, count.start, count.end)


def _spared_day(tokens: Tokens, point: Span) -> bool:
    return bool(point.parts) and (_left_free(tokens, point) or _excepted(tokens, point.start, point.end))


def _excepted(tokens: Tokens, start: int, end: int) -> bool:
    """Whether days are named as those on which it was not so: 除10日、20日外."""
    return excepts(tokens.text[tokens.clauses.begin(start) : start]) and excepted(tokens.text[end:])


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
    if fact and not counts and not stays and points:
        tokens.edge = _edge(tokens, points, fact)
        if tokens.edge is None:
            tokens.doubts.append(Doubt(Reason.DATES, fact, _backwards(tokens, points)))
    unused = [point for point in points if point.start not in used]
    free = [point for point in unused if _left_free(tokens, point)]
    more = [
        point
        for point in unused
        if (point not in free and _worked_besides(tokens, point, counts))
        or ((point not in free or stopped(tokens.text[point.end :])) and _began_apart(tokens, point, counts))
    ]
    tokens.doubts += [Doubt(Reason.DATES, fact, tokens.text[p.start : p.end]) for p in more if fact]
    stays += [_day_off(point, fact) for point in free if fact and (counts or stays)]
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


def _left_free(tokens: Tokens, point: Span) -> bool:
    """Whether one day is told on which nothing was done: 3月8号那天没上."""
    end = tokens.clauses.end(_after(tokens, point), len(tokens.text))
    except_that = _excepted(tokens, point.start, point.end)
    return except_that or not_given(day_itself(tokens.text[point.end : end])) or bool(tokens.just_after(point.end, "idle", within=_AFTER))


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
    return named is not None and not _work_told(tokens, named, count)


def _a_month_worked_within(tokens: Tokens, counts: Sequence[Count]) -> list[Count]:
    """Whole months told with work, within a range told besides: the same days twice."""
    found = []
    for count in counts:
        named = _a_month_within(tokens, count, counts)
        if named is not None and _work_told(tokens, named, count) and not tokens.in_clause(count.start, "of-which"):
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
    ends = count.low == count.high == _PAIR and both_ends(tokens.text[: count.start]) and not _taken_off_after(tokens, count)
    again = points_back(tokens.text, count.start) and any((c.low, c.high) == (count.low, count.high) for c in kept)
    told_again = again and not tokens.just_before(count.start, "takes-off") and not _taken_off_after(tokens, count)
    return bool(ends or told_again or _in_other_words(tokens, kept[-1], count))


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


def as_it_was(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """应出勤30天，实出勤26天; 35天，其中5天请假，实际30天: what was really worked, where the others are what was planned or come to it."""
    real = [count for count in counts if really_worked(tokens.text[tokens.clauses.begin(count.start) : count.start])]
    others = [count for count in counts if count not in real]
    if len(real) != 1 or not others or any(count.low != count.high for count in counts):
        return counts
    planned = [c for c in others if was_planned(tokens.text[tokens.clauses.begin(c.start) : c.start])]
    whole, *off = sorted(others, key=lambda count: -count.low)
    comes_to_it = bool(off) and whole.low - sum(c.low for c in off) == real[0].low
    if not comes_to_it and not (planned and real[0].low <= planned[0].low):
        return counts
    tokens.doubts[:] = [doubt for doubt in tokens.doubts if doubt.reason not in (Reason.WHICH_SPELL, Reason.DAYS_OFF)]
    return [replace(real[0], part=Part.PLAIN)]


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


def alternating(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Every other day of one range: those of odd or of even number, or half of an even number of days; else a doubt."""
    said = tokens.said("every-other-day", "odd-days", "even-days")
    if not said or not counts:
        return counts
    days = [day for a, b in counts[0].parts for day in range(a, b + 1)]
    parity = {name for word in said for name in word.ids & {"odd-days", "even-days"}}
    if len(counts) != 1 or (len(parity) != 1 and (parity or len(days) % 2)) or not days:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, counts[0].fact, tokens.text[said[0].start : said[0].end]))
        return counts
    odd = "odd-days" in parity
    kept = [day for day in days if date.fromordinal(day).day % 2 == odd] if parity else days[::2]
    one = replace(counts[0], low=len(kept), high=len(kept), parts=tuple((day, day) for day in kept))
    return [replace(one, working=f"{one.working}，{tokens.text[said[0].start : said[0].end]}")]


def scheduled(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """2月3号到28号周一到周五上班: those days of one range; a doubt where it is not one range, or the days are not clear."""
    if not tokens.schedules or not counts:
        return counts
    worked = together(tokens.schedules)
    if worked is not None and len(worked) == _WEEK:
        return counts
    ranges = [count for count in counts if count.dated and count.parts]
    told = [count for count in counts if not count.dated and tokens.just_before(count.start, "worked", "total")]
    if worked is None or len(ranges) != 1:
        if ranges or not told:
            tokens.doubts.append(Doubt(Reason.DAYS_OFF, counts[0].fact, tokens.schedules[0].said))
        return counts
    one = ranges[0]
    days = [day for a, b in one.parts for day in range(a, b + 1) if date.fromordinal(day).weekday() in worked]
    said = "，".join(found.said for found in tokens.schedules)
    kept = replace(one, low=len(days), high=len(days), parts=tuple((day, day) for day in days), working=f"{one.working}，{said}")
    return [kept if count is one else count for count in counts]


def cycled(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """上四天歇三天，倒了5轮: the days on, as often as there were rounds."""
    times = [r.number for r in tokens.rounds if r.number is not None]
    if len(counts) != 2 or len(times) != 1 or times[0] is None:
        return counts
    on, off = counts
    idle = tokens.said("idle", start=on.end, end=off.start)
    if not idle or off.start - on.end > _NEAR or on.dated or on.low != on.high or off.low != off.high:
        return counts
    tokens.rounds.clear()
    number = times[0]
    return [replace(on, end=off.end, low=on.low * number, high=on.high * number, working=f"{number} × {on.low:g}")]


def in_rounds(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Counts said to be of one round, times the number of rounds; rounds that belong to no count are a doubt."""
    per = [r for r in tokens.rounds if r.number is None]
    counts = _by_the_week(tokens, counts)
    times = [r for r in tokens.rounds if r.number is not None and r.number > 1 and not _sums_up(tokens, r, counts)]
    if times and per and len(counts) == 1 and len({r.number for r in times}) == 1:
        times = times[:1]
    if not times or not counts or (not per and len(times) == 1 and times[0].number == len(counts)):
        return counts
    rounded = [c for c in counts if any(_beside(c, r) for r in per)]
    if len(rounded) == len(per) == len(counts) > 1 and sum(r.number or 0 for r in times) <= len(counts):
        return counts
    if len(times) == 1 and times[0].number == len(rounded) == len(per) == len(counts):
        return counts
    number = times[0].number
    if not rounded and len(times) == 1 and number == len(counts):
        return counts  # 三进三出：5天、8天、10天，每次都是…: they were told one by one
    if not per and len(counts) == len(times) == 1 and counts[0].dated and counts[0].low == number:
        return counts
    if len(times) > 1 or len(rounded) != 1 or number is None:
        whole = [c for c in counts if tokens.in_clause(c.start, "total")]
        if not whole or rounded:
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, counts[0].fact))
        return counts
    one = rounded[0]
    working = f"{number} × {one.low:g}" if one.low == one.high else ""
    start, end = min(one.start, times[0].start), max(one.end, times[0].end)
    product = replace(one, start=start, end=end, low=one.low * number, high=one.high * number, working=working)
    return sorted([*(c for c in counts if c is not one), product], key=lambda count: count.start)


def _sums_up(tokens: Tokens, rounds: Rounds, counts: Sequence[Count]) -> bool:
    """Whether a number of rounds is only that of the spells told: 去了两趟，头趟7天，…，两趟加起来."""
    spells = [count for count in counts if not tokens.in_clause(count.start, "idle")]
    asked = tokens.just_after(rounds.end, "total", within=2) and len(spells) > 1
    ordered = len(tokens.labels) >= len(spells) > 1
    return bool((asked and rounds.number == len(spells)) or (ordered and (rounds.number or 0) <= len(spells)))


def _by_the_week(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """干了5个星期，每星期上6天: days of each week, times the weeks."""
    weekly = [count for count in counts if tokens.just_before(count.start, "a-week")]
    named = tokens.said("a-week")
    others = [c for c in counts if c not in weekly and not any(w.start <= c.start < w.end for w in named)]
    if not weekly:
        return counts
    if (
        len(weekly) != 1
        or len(others) != 1
        or others[0].low % _WEEK
        or others[0].low != others[0].high
        or weekly[0].high > _WEEK
    ):
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, counts[0].fact))
        return counts
    weeks, day = others[0].low // _WEEK, weekly[0]
    working = f"{weeks:g} × {day.low:g}" if day.low == day.high else ""
    return [replace(others[0], low=weeks * day.low, high=weeks * day.high, working=working, parts=())]


def _beside(count: Count, per: Rounds) -> bool:
    return 0 <= per.start - count.end <= 1 or 0 <= count.start - per.end <= _NEAR


def corrected(tokens: Tokens, counts: list[Count]) -> tuple[list[Count], bool]:
    """The counts that stand after what was said to be wrong is dropped; and whether a correction opens the message."""
    kept = [c for c in counts if not _denied(tokens, c)] if len(counts) > 1 else counts
    tokens.denied += [(int(c.low), int(c.high)) for c in counts if c not in kept]
    set_right = _set_right(tokens, kept)
    if set_right is not None:
        return [set_right], True
    said = tokens.said("corrects")
    if not said or not kept:
        return kept, bool(said)
    before = [c for c in kept if c.end <= said[0].start]
    after = [c for c in kept if c.start >= said[0].end]
    if before and after and all(_within_what_was_told(tokens, count) for count in after):
        return kept, False
    if not before or not after:
        last = tokens.goes_on and len(kept) == 1 and tokens.clauses.begin(said[0].start) == said[0].start > kept[0].end
        return _end_set_right(tokens, kept, said[0]), not before or last
    kept = []
    if len(before) > 1 and len(after) == 1 and said[0].start - before[-1].end <= _NEAR:
        kept, before = before[:-1], before[-1:]
    if len(before) > 1:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, before[0].fact))
    gone = {tokens.text[c.start : c.end] for c in before}
    tokens.doubts[:] = [doubt for doubt in tokens.doubts if doubt.said not in gone]
    return [*kept, *after], False


def _within_what_was_told(tokens: Tokens, count: Count) -> bool:
    """Whether what is told after "no" is only taken off what was told before it: 28天，不对，中间有2天没去."""
    begin = tokens.clauses.begin(count.start)
    lead = tokens.said("within", "of-which", "takes-off", start=begin, end=count.start)
    return bool(lead) and (_idle(tokens, count, begin) or _has(lead, "takes-off"))


def _end_set_right(tokens: Tokens, counts: list[Count], word: Word) -> list[Count]:
    """2月1号到9号，不对，是到10号: the one range told, with its end told anew; any other day told anew is a doubt."""
    points = [point for point in tokens.points if point.start >= word.end and point.parts]
    if not points or not counts or counts[-1].start >= word.start:
        return counts
    range_, day = counts[-1], points[0].parts[0][0].toordinal()
    ends = leads_to(tokens.text[: points[0].start]) or tokens.in_clause(points[0].start, "exit")
    if len(points) > 1 or len(counts) > 1 or len(range_.parts) != 1 or not ends or day < range_.parts[0][0]:
        tokens.doubts.append(Doubt(Reason.DATES, range_.fact, tokens.text[points[0].start : points[0].end]))
        return counts
    first = range_.parts[0][0]
    days = day - first + 1
    return [replace(range_, low=days, high=days, parts=((first, day),), working=stretch(first, day))]


def _set_right(tokens: Tokens, counts: Sequence[Count]) -> Count | None:
    """少算了两天，是27天: what a count comes to, after by how much it was wrong."""
    if len(counts) != 2:
        return None
    wrong, right = counts
    lead = tokens.said("adds-to-before", "takes-off", start=tokens.clauses.begin(wrong.start), end=wrong.start)
    said = any(left_out(tokens.text[word.start : word.end]) for word in lead)
    between = tokens.text[wrong.end : right.start]
    return right if said and comes_to(between) and right.low > wrong.low else None


def _denied(tokens: Tokens, count: Count) -> bool:
    not_so = tokens.just_before(count.start, "not-so", within=1) is not None
    return not_so or once_thought(tokens.text[tokens.clauses.begin(count.start) : count.start])


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
    off = _has(lead, "takes-off") or _taken_off_after(tokens, count) or _excepted(tokens, count.start, count.end)
    if _has(lead, "rest") and (off or _idle(tokens, count, begin)) and [one.part for one in earlier] == [Part.PLAIN]:
        return Part.IGNORED  # 上了28天，剩下2天不算: they were never part of the count
    if _has(lead, "of-which") and not off and not _idle(tokens, count, begin):
        return Part.OF_WHICH
    if _idle(tokens, count, begin):
        return _part_of_days_off(tokens, count, lead, off, earlier)
    if off:
        return Part.OFF
    if before and _whole_of(tokens, before, count):
        return Part.OF_WHICH
    told_beside = tokens.beyond or (tokens.said("difference-asked") and not tokens.said("supposes"))
    if (before and _near(tokens, count, "in-fact")) or (_has(lead, "compared") and not told_beside):
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, count.fact, tokens.text[count.start : count.end]))
    if _has(lead, "rest"):
        return Part.REST
    return Part.WHOLE if _has(lead, "total") else Part.PLAIN


def _whole_of(tokens: Tokens, whole: Count, part: Count) -> bool:
    """那30天里最后5天: a part right after the whole it is of."""
    inside = tokens.just_after(whole.end, "window", "of-which", "within", within=0)
    return inside is not None and part.start - inside.end <= _NEAR


def _near(tokens: Tokens, count: Count, signal: str) -> bool:
    return tokens.just_before(count.start, signal) is not None


def _has(words: Sequence[Word], signal: str) -> bool:
    return any(signal in word.ids for word in words)


def _idle(tokens: Tokens, count: Count, begin: int) -> bool:
    """Whether the days were not worked: 住院5天, 14天隔离."""
    if count.dated and not_given(day_itself(tokens.text[count.end :])):
        return True
    before = [
        w
        for w in tokens.said("idle", start=begin, end=count.start)
        if count.start - w.end <= _NEAR and not is_over(tokens.text[w.end : count.start])
    ]
    after = tokens.just_after(count.end, "idle", within=_AFTER)
    if after and any(0 <= other.start - after.end <= _NEAR for other in _same_clause(tokens, after)):
        after = None
    return bool(before) or (after is not None and not tokens.said("worked", start=begin, end=count.start))


def _same_clause(tokens: Tokens, word: Word) -> list[Count]:
    clause = tokens.clauses.clause(word.start)
    return [count for count in tokens.counts if tokens.clauses.clause(count.start) == clause]


def _taken_off_after(tokens: Tokens, count: Count) -> bool:
    """中间请了3天假，得扣掉: said in the same clause, or first thing in the next."""
    end = tokens.clauses.end(count.end, len(tokens.text)) if count.end < len(tokens.text) else len(tokens.text)
    later = tokens.said("takes-off", start=count.end, end=end)
    following = [w for w in tokens.said("takes-off", start=end) if w.start - end <= _AFTER]
    following = [w for w in following if not tokens.said("idle", start=end, end=w.start)]
    said = [*later, *following, *_these_not_counted(tokens, end)]
    until = tokens.clauses.end(said[0].start, len(tokens.text)) if said else 0
    return bool(said) and not any(count.end <= other.start < until for other in tokens.counts)


def _these_not_counted(tokens: Tokens, start: int) -> list[Word]:
    """Words by which what was told is taken off in a later clause: 去培训了，没上班，这几天不算."""
    return [word for word in tokens.said("takes-off", start=start) if points_at_days(tokens.text[: word.start])][:1]


def _part_of_days_off(tokens: Tokens, count: Count, lead: Sequence[Word], off: bool, earlier: Sequence[Count]) -> Part:
    back = _has(tokens.said("afterwards", start=tokens.clauses.begin(count.start), end=count.start), "afterwards")
    if back and not earlier and not _has(lead, "within") and not _has(lead, "of-which") and not _taken_off_by_hand(tokens):
        return Part.IGNORED
    if tokens.goes_on and not earlier and not back and had_off(tokens.text[tokens.clauses.begin(count.start) : count.start]):
        return Part.OFF
    if earlier and not _has(lead, "within") and tokens.text[tokens.clauses.begin(count.start) :].startswith(BEYOND):
        return Part.IGNORED
    if off and back_from_it(tokens.text[tokens.clauses.begin(count.start) : count.start]) and _goes_on_after(tokens, count):
        return Part.IGNORED  # 去武汉15天，回来隔离14天不算，又在发热门诊9天: between two works, and within neither
    longer = bool(earlier) and count.low >= sum(one.low for one in earlier)
    if off and longer and not _taken_off_by_hand(tokens):
        return Part.IGNORED
    rest = tokens.said("rest", start=count.end) and not any(other.start > count.end for other in tokens.counts)
    if not off and earlier and _has(lead, "within") and is_first(tokens.text[: earlier[-1].start]) and _goes_on_after(tokens, count):
        return Part.IGNORED
    if off or _has(lead, "within") or _has(lead, "of-which") or (earlier and rest):
        return Part.OFF
    begin = tokens.clauses.begin(count.start)
    if not earlier or _has(tokens.said("afterwards", start=begin, end=count.end + _NEAR), "afterwards"):
        return Part.IGNORED
    base = earlier[-1]
    if count.parts and any(one.parts for one in earlier):
        return Part.OFF if any(shared_days(count, one) for one in earlier) else Part.IGNORED
    if _goes_on_after(tokens, count) or _fills_the_gap(count, earlier):
        return Part.IGNORED
    if _within(tokens, count, base):
        return Part.OFF
    worked = tokens.said("worked", start=tokens.clauses.begin(base.start), end=base.start)
    if worked and not base.dated:
        return Part.IGNORED
    tokens.doubts.append(Doubt(Reason.DAYS_OFF, count.fact, tokens.text[count.start : count.end]))
    return Part.OFF


def _within(tokens: Tokens, count: Count, base: Count) -> bool:
    """Whether days off lie within what was told: of a range by dates, had rest (有2天没上); or so many days and in them (13天里歇了3天)."""
    begin = tokens.clauses.begin(count.start)
    if tokens.just_after(base.end, "window", within=0) and begin <= base.start:
        return True
    lead = tokens.text[max(begin, base.end) : count.start]
    long_away = tokens.said("shut-away", start=max(begin, base.end), end=min(count.end + _NEAR, len(tokens.text)))
    return (base.dated and not long_away) or had_off(lead)


def _goes_on_after(tokens: Tokens, count: Count) -> bool:
    """Whether it is a rest between two spells: 干7天，歇两周，又干9天."""
    following = next((other for other in tokens.counts if other.start >= count.end and other.fact == count.fact), None)
    if following is None or count.dated:
        return False
    again = tokens.said("adds", start=count.end, end=following.start) or _work_told(tokens, count.end, following)
    begin = tokens.clauses.begin(following.start)
    return bool(again) and not tokens.said("idle", start=max(begin, count.end), end=following.start)


def _work_told(tokens: Tokens, start: int, count: Count) -> bool:
    """Whether a count behind a place is told with its work, or as one of several by its order."""
    begin, end = max(start, tokens.clauses.begin(count.start)), tokens.clauses.end(count.start, len(tokens.text))
    ordered = any(begin <= a and b <= count.start for a, b in tokens.labels)
    return ordered or any(begin <= mark.start < end for mark in tokens.marks)


def _fills_the_gap(count: Count, earlier: Sequence[Count]) -> bool:
    """Whether as many days lie between two ranges told: 中间那两周在家."""
    parts = sorted(part for one in earlier for part in one.parts)
    return any(later[0] - before[1] - 1 == count.low == count.high for before, later in pairwise(parts))


def shared_days(one: Count, other: Count) -> int:
    """Days by the calendar that two counts have in common."""
    return sum(max(0, min(b, d) - max(a, c) + 1) for a, b in one.parts for c, d in other.parts)


def _taken_off_by_hand(tokens: Tokens) -> bool:
    """Whether days are asked to be taken off, and not only said not to count (回来隔离那14天不算)."""
    return any(not not_counted(tokens.text[word.start : word.end]) for word in tokens.said("takes-off"))


def by_their_sum(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """The first or the last of three counts or more as a whole, if the others come to it and it is told as what they lie in or come to."""
    mains = [count for count in counts if count.part in (Part.PLAIN, Part.OF_WHICH, Part.REST)]
    if len(mains) <= _PAIR or len(mains) < len([c for c in counts if c.part is not Part.IGNORED]):
        return counts
    if any(count.low != count.high or count.dated for count in mains):
        return counts
    for one in (mains[0], mains[-1]):
        asked = one is mains[-1] and bool(tokens.in_clause(one.start, "total", "a-day-after"))
        within = tokens.just_after(one.end, "window", "within", "of-which", within=0) is not None
        holds = one is mains[0] and (within or of_all(tokens.text[tokens.clauses.begin(one.start) : one.start]))
        if (asked or holds) and one.low * _PAIR == sum(count.low for count in mains):
            return [replace(count, part=Part.WHOLE) if count is one else count for count in counts]
    return counts


def turned_about(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """上两天歇一天，前后30天: what was worked of the whole."""
    off = [c for c in counts if c.part in (Part.OFF, Part.IGNORED) and not c.dated]
    if len(counts) != 3 or len(off) != 1:
        return counts
    at = counts.index(off[0])
    on = counts[at - 1] if at else None
    if on is None or off[0].start - on.end > _AFTER or on.part is not Part.PLAIN or on.dated:
        return counts
    if tokens.clauses.clause(on.start) != tokens.clauses.clause(off[0].start):
        return counts
    whole = next(c for c in counts if c is not on and c is not off[0])
    if whole.working.endswith(f"× {on.low:g}"):  # 上七天歇七天，上了四个七天
        tokens.doubts[:] = [d for d in tokens.doubts if d.reason is not Reason.DAYS_OFF]
        return [replace(whole, part=Part.PLAIN)]
    period = int(on.low + off[0].low)
    if on.low != on.high or off[0].low != off[0].high or whole.low != whole.high or whole.low % period:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, whole.fact))
        return [whole]
    worked = whole.low * on.low / period
    working = f"{whole.low:g} × {on.low:g}/{period}"
    tokens.doubts[:] = [d for d in tokens.doubts if d.reason is not Reason.DAYS_OFF]
    return [replace(whole, low=worked, high=worked, working=working, part=Part.PLAIN)]


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
