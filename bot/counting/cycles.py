"""Days that come again and again: so many a week, on and off in turn, round after round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.counting.days_off import idle
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Part, Rounds, Word
from bot.language.numerals import bounds_of
from bot.language.rounds_and_parts import OPENS_WITH_A_SHIFT, SO_MANY_SHIFTS, WEEKS
from bot.language.schedules import are_off, together
from bot.language.taken_off import nothing_in_it
from bot.model.tally import Doubt, Reason

_NEAR = 4
_AFTER = 3
_WEEK = 7


def alternating(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Every other day of one range: those of odd or of even number, or half of an even number of days; else a doubt."""
    said = tokens.said("every-other-day", "odd-days", "even-days")
    if not said or not counts:
        return counts
    days = [day for a, b in counts[0].parts for day in range(a, b + 1)]
    parity = _worked_of(tokens, said)
    if len(counts) != 1 or (len(parity) != 1 and (parity or len(days) % 2)) or not days:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, counts[0].fact, tokens.text[said[0].start : said[0].end]))
        return counts
    odd = "odd-days" in parity
    kept = [day for day in days if date.fromordinal(day).day % 2 == odd] if parity else days[::2]
    one = replace(counts[0], low=len(kept), high=len(kept), parts=tuple((day, day) for day in kept))
    return [replace(one, working=f"{one.working}，{tokens.text[said[0].start : said[0].end]}")]


_PARITIES = frozenset({"odd-days", "even-days"})


def _worked_of(tokens: Tokens, said: Sequence[Word]) -> set[str]:
    """The parities of the days that were worked: 单号上班双号歇, 双号歇."""
    told = {name for word in said for name in word.ids & _PARITIES}
    off = {name for word in said if are_off(tokens.text[word.end :]) for name in word.ids & _PARITIES}
    return set(_PARITIES - off) if len(off) == 1 else told


def scheduled(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """2月3号到28号周一到周五上班: those days of one range; a doubt where it is not one range, or the days are not clear."""
    if not tokens.schedules or not counts:
        return counts
    worked = together(tokens.schedules)
    if worked is not None and len(worked) == _WEEK:
        return counts
    ranges = [count for count in counts if count.dated and count.parts]
    told = [count for count in counts if not count.dated and tokens.just_before(count.start, "worked", "total")]
    weeks = [count for count in counts if _in_weeks(tokens, count)]
    if worked is not None and not ranges and len(weeks) == len(counts) == 1:
        return [_times(weeks[0], int(weeks[0].low) // _WEEK, len(worked))]
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
    behind = not times and len(per) == len(counts) == 1 and per[0].start >= counts[0].end
    if behind and _beside(counts[0], per[0]) and _plain_round(tokens, counts[0]):
        _ask_how_often(tokens, counts[0], 0)
        return []
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


def _plain_round(tokens: Tokens, count: Count) -> bool:
    """Whether so many days a round is all that is told of time, so that nothing says how many rounds there were."""
    whole = not tokens.goes_on and count.low == count.high and not tokens.rates and not count.dated
    return whole and not tokens.said("total", "worked", start=tokens.clauses.begin(count.start), end=count.start)


def _ask_how_often(tokens: Tokens, count: Count, period: int) -> None:
    said = tokens.text[count.start : count.end]
    tokens.doubts.append(Doubt(Reason.HOW_OFTEN, count.fact, said, each=int(count.low), period=period))


def as_often(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """每周上6天 — 一共8周; 3天一轮 — 上了7轮: the weeks or rounds asked for, times the days of each."""
    each, period = tokens.each_time
    if not each or len(counts) > 1:
        return counts
    if period and counts and _in_weeks(tokens, counts[0]):
        return [_times(counts[0], int(counts[0].low) // _WEEK, each)]
    times = {r.number for r in tokens.rounds if r.number}
    if counts or period or len(times) > 1:
        return counts
    shifts = SO_MANY_SHIFTS.search(tokens.text)
    number = times.pop() if times else _whole(shifts["number"]) if shifts else 0
    if not number:
        return counts
    told = next(((r.start, r.end) for r in tokens.rounds if r.number), shifts.span() if shifts else (0, 0))
    tokens.rounds.clear()
    tokens.unplaced[:] = [span for span in tokens.unplaced if not told[0] <= span[0] < told[1]]
    return [_times(Count(*told, tokens.each_of, each, each), number, each)]


def _whole(said: str) -> int:
    number = bounds_of(said)
    return int(number.low) if number is not None and number.low == number.high == int(number.low) else 0


def _in_weeks(tokens: Tokens, count: Count) -> bool:
    """Whether a count is told in whole weeks."""
    said = tokens.text[count.start : count.end]
    return not count.dated and count.low == count.high and not count.low % _WEEK and any(unit in said for unit in WEEKS)


def _times(count: Count, number: int, each: int) -> Count:
    return replace(count, low=number * each, high=number * each, working=f"{number} × {each}", parts=())


def _sums_up(tokens: Tokens, rounds: Rounds, counts: Sequence[Count]) -> bool:
    """Whether a number of rounds is only that of the spells told: 去了两趟，头趟7天，…，两趟加起来."""
    spells = [count for count in counts if not tokens.in_clause(count.start, "idle")]
    asked = tokens.just_after(rounds.end, "total", within=2) and len(spells) > 1
    ordered = len(tokens.labels) >= len(spells) > 1
    number = (rounds.number or 0) - _left_empty(tokens)
    return bool((asked and number == len(spells)) or (ordered and number <= len(spells)))


def _left_empty(tokens: Tokens) -> int:
    """How many spells named by their order are said to have had no work, and are told with no days: 第三段没去成."""
    labels = sorted(tokens.labels)
    empty = 0
    for at, (_, end) in enumerate(labels):
        until = labels[at + 1][0] if at + 1 < len(labels) else len(tokens.text)
        counted = any(end <= count.start < until for count in tokens.counts)
        empty += not counted and nothing_in_it(tokens.text[end:until])
    return empty


def _by_the_week(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """干了5个星期，每星期上6天: days of each week, times the weeks."""
    weekly = [count for count in counts if tokens.just_before(count.start, "a-week")]
    counts = [count for count in counts if not _rest_of_the_week(tokens, weekly, count)]
    weekly = [count for count in weekly if count in counts]
    named = tokens.said("a-week")
    others = [c for c in counts if c not in weekly and not any(w.start <= c.start < w.end for w in named)]
    if not weekly:
        return counts
    if len(weekly) > 1 and _each_told_weekly(weekly, others):
        return [_by_weeks(*pair) for pair in zip(others, weekly, strict=True)]
    if len(weekly) == len(counts) == 1 and weekly[0].low == weekly[0].high <= _WEEK:
        _ask_how_often(tokens, weekly[0], _WEEK)
        return []
    if (
        len(weekly) != 1
        or len(others) != 1
        or others[0].low % _WEEK
        or others[0].low != others[0].high
        or weekly[0].high > _WEEK
    ):
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, counts[0].fact))
        return counts
    product = _by_weeks(others[0], weekly[0])
    if product.low == product.high == int(product.low):  # 一周三天半，四周: no half is left of them
        half = tokens.text[weekly[0].start : weekly[0].end]
        tokens.doubts[:] = [d for d in tokens.doubts if d.reason is not Reason.HALVES or d.said != half]
    return [product]


def _by_weeks(weeks: Count, day: Count) -> Count:
    """So many days of each week, times the weeks."""
    number = weeks.low // _WEEK
    working = f"{number:g} × {day.low:g}" if day.low == day.high else ""
    return replace(weeks, low=number * day.low, high=number * day.high, working=working, parts=())


def _each_told_weekly(weekly: Sequence[Count], weeks: Sequence[Count]) -> bool:
    """Whether weeks and the days of each of them are told in turn: 头两周每周3天，后三周每周5天."""
    if len(weekly) != len(weeks) or any(w.low % _WEEK or w.low != w.high or w.dated for w in weeks):
        return False
    turns = [count for pair in zip(weeks, weekly, strict=True) for count in pair]
    return turns == sorted(turns, key=lambda count: count.start) and all(day.high <= _WEEK for day in weekly)


def _rest_of_the_week(tokens: Tokens, weekly: Sequence[Count], count: Count) -> bool:
    """Whether a count is but what is left of every week: 每周上五天|歇两天."""
    behind = [one for one in weekly if 0 <= count.start - one.end <= _NEAR + 1]
    return bool(behind) and idle(tokens, count, behind[0].end) and behind[0].low + count.low == behind[0].high + count.high == _WEEK


def _beside(count: Count, per: Rounds) -> bool:
    return 0 <= per.start - count.end <= 1 or 0 <= count.start - per.end <= _NEAR


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
    by_day = _in_turn(tokens, whole, int(on.low), period) if on.low == on.high and off[0].low == off[0].high else None
    if by_day is not None:
        tokens.doubts[:] = [d for d in tokens.doubts if d.reason is not Reason.DAYS_OFF]
        return [by_day]
    if on.low != on.high or off[0].low != off[0].high or whole.low != whole.high or whole.low % period:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, whole.fact))
        return [whole]
    worked = whole.low * on.low / period
    working = f"{whole.low:g} × {on.low:g}/{period}"
    tokens.doubts[:] = [d for d in tokens.doubts if d.reason is not Reason.DAYS_OFF]
    return [replace(whole, low=worked, high=worked, working=working, part=Part.PLAIN)]


def _in_turn(tokens: Tokens, whole: Count, on: int, period: int) -> Count | None:
    """The days on of one stretch by the calendar; where it is not made of whole turns, only if it is told to open with a shift."""
    if len(whole.parts) != 1 or not (whole.low % period == 0 or OPENS_WITH_A_SHIFT.search(tokens.text)):
        return None
    first, last = whole.parts[0]
    days = [day for day in range(first, last + 1) if (day - first) % period < on]
    working = f"{whole.working}，{on} 天班 {period - on} 天休"
    parts = tuple((day, day) for day in days) if OPENS_WITH_A_SHIFT.search(tokens.text) else ()
    return replace(whole, low=len(days), high=len(days), working=working, part=Part.PLAIN, parts=parts)
