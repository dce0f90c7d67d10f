"""Days on which nothing was done: which they are, and whether they are to be taken off what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Part, Word
from bot.language.date_spans import Span
from bot.language.ends_and_stretches import back_from_it
from bot.language.months_and_money import MONTHLY_SHARE, SO_MANY_MONTHS
from bot.language.questions import asks
from bot.language.taken_off import (
    BEYOND,
    day_free,
    day_itself,
    did_nothing,
    excepted,
    excepts,
    had_off,
    is_leave,
    is_over,
    not_counted,
    not_given,
    points_at_days,
    rest_left_out,
)
from bot.model.tally import Doubt, Reason

_NEAR = 4
_AFTER = 3
_SHORT = 4
"""Characters of a clause that says no more than that somebody rested: 又歇了."""

_LONG = 5
"""Days that one rests between two rounds rather than within them."""


def excepted_days(tokens: Tokens, start: int, end: int) -> bool:
    """Whether days are named as those on which it was not so: 除10日、20日外."""
    return excepts(tokens.text[tokens.clauses.begin(start) : start]) and excepted(tokens.text[end:])


def left_free(tokens: Tokens, point: Span) -> bool:
    """Whether one day is told on which nothing was done: 3月8号那天没上."""
    end = tokens.clauses.end(min(point.end, len(tokens.text) - 1), len(tokens.text))
    except_that = excepted_days(tokens, point.start, point.end)
    off = day_free(tokens.text[point.end : end]) or not_given(day_itself(tokens.text[point.end : end]))
    return except_that or off or bool(tokens.just_after(point.end, "idle", within=_AFTER))


def has(words: Sequence[Word], signal: str) -> bool:
    """Whether a signal is among words."""
    return any(signal in word.ids for word in words)


def idle(tokens: Tokens, count: Count, begin: int) -> bool:
    """Whether the days were not worked: 住院5天, 14天隔离."""
    named = count.dated or any(said.fullmatch(tokens.text, count.start, count.end) for said in (MONTHLY_SHARE, SO_MANY_MONTHS))
    if named and not_given(day_itself(tokens.text[count.end :])):
        return True
    if any(w.start < count.start and count.end < w.end for w in tokens.said("idle")):
        return True  # 放两天假
    before = [
        w
        for w in tokens.said("idle", start=begin, end=count.start)
        if count.start - w.end <= _NEAR and not is_over(tokens.text[w.end : count.start])
    ]
    after = tokens.just_after(count.end, "idle", within=_AFTER)
    if after and any(0 <= other.start - after.end <= _NEAR for other in _same_clause(tokens, after)):
        after = None
    if did_nothing(tokens.text[count.end :]):
        return True
    return bool(before) or (after is not None and not tokens.said("worked", start=begin, end=count.start))


def _same_clause(tokens: Tokens, word: Word) -> list[Count]:
    clause = tokens.clauses.clause(word.start)
    return [count for count in tokens.counts if tokens.clauses.clause(count.start) == clause]


def taken_off_after(tokens: Tokens, count: Count) -> bool:
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


def part_of_days_off(tokens: Tokens, count: Count, lead: Sequence[Word], off: bool, earlier: Sequence[Count]) -> Part:
    back = has(tokens.said("afterwards", start=tokens.clauses.begin(count.start), end=count.start), "afterwards")
    if back and not earlier and not has(lead, "within") and not has(lead, "of-which") and not _taken_off_by_hand(tokens):
        return Part.IGNORED
    if off and tokens.goes_on and not earlier and not _taken_off_by_hand(tokens) and _goes_on_after(tokens, count):
        return Part.IGNORED  # 病房7天 — 中间休息14天不算，之后又去11天
    if tokens.goes_on and not earlier and _came_back(tokens, count):
        return Part.IGNORED
    if tokens.goes_on and not earlier and not back and had_off(tokens.text[tokens.clauses.begin(count.start) : count.start]):
        return Part.OFF
    within = has(lead, "within") and not _went_home(tokens, count, lead)
    if tokens.goes_on and not earlier and not back and count.parts and tokens.last is not None:
        return Part.OFF  # 2月3号到19号 — 2月8号没上: whether those days lie within the others is seen when they are taken off
    if tokens.goes_on and not earlier and not back and not off and not within and not _goes_on_after(tokens, count):
        number = int(count.low) if count.low == count.high else 0
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, count.fact, tokens.text[count.start : count.end], off=number))
        return Part.IGNORED
    if earlier and not has(lead, "within") and tokens.text[tokens.clauses.begin(count.start) :].startswith(BEYOND):
        return Part.IGNORED
    if off and back_from_it(tokens.text[tokens.clauses.begin(count.start) : count.start]) and _goes_on_after(tokens, count):
        return Part.IGNORED  # 去武汉15天，回来隔离14天不算，又在发热门诊9天: between two works, and within neither
    if earlier and has(lead, "within") and _between_rounds(tokens, count, earlier[-1]):
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, count.fact, tokens.text[count.start : count.end]))
        return Part.IGNORED
    longer = bool(earlier) and count.low >= sum(one.low for one in earlier)
    if longer and (off or has(lead, "within")) and not has(lead, "of-which") and not _taken_off_by_hand(tokens):
        return Part.IGNORED
    rest = tokens.said("rest", start=count.end) and not any(other.start > count.end for other in tokens.counts)
    between = bool(earlier) and not earlier[-1].dated and has(lead, "within") and not has(lead, "of-which")
    if not off and between and not _on_leave(tokens, count) and _goes_on_after(tokens, count):
        return Part.IGNORED  # 先9天，中间歇3天，又干11天: told before the next spell, and within neither
    if len(earlier) > 1 and not off and has(lead, "later") and not (has(lead, "within") or has(lead, "of-which") or count.parts):
        return Part.IGNORED  # 先在卡口9天，再去病房6天，最后歇了5天: a stage of its own
    if off or has(lead, "within") or has(lead, "of-which") or (earlier and rest):
        return Part.OFF
    begin = tokens.clauses.begin(count.start)
    if not earlier or has(tokens.said("afterwards", start=begin, end=count.end + _NEAR), "afterwards"):
        return Part.IGNORED
    base = earlier[-1]
    if count.parts and any(one.parts for one in earlier):
        return Part.OFF if any(shared_days(count, one) for one in earlier) else Part.IGNORED
    if _goes_on_after(tokens, count) or _fills_the_gap(count, earlier):
        return Part.IGNORED
    if _within(tokens, count, base):
        return Part.OFF
    if _on_leave(tokens, count) and any(one.part is not Part.OFF and one.low > count.high for one in earlier):
        return Part.OFF
    worked = tokens.said("worked", start=tokens.clauses.begin(base.start), end=base.start)
    if worked and not base.dated:
        return Part.IGNORED
    tokens.doubts.append(Doubt(Reason.DAYS_OFF, count.fact, tokens.text[count.start : count.end]))
    return Part.OFF


def _came_back(tokens: Tokens, count: Count) -> bool:
    """Whether days off are told, asking nothing, behind a coming back from the work told before: 回到院里，当中歇过3天."""
    lead = tokens.text[tokens.clauses.sentence_begin(count.start) : count.start]
    return back_from_it(lead) and not tokens.said("total", "takes-off")


def _on_leave(tokens: Tokens, count: Count) -> bool:
    """Whether days off are leave, which one takes within one's work: 请假5天."""
    begin, end = tokens.clauses.begin(count.start), tokens.clauses.end(count.start, len(tokens.text))
    return any(is_leave(tokens.text[word.start : word.end]) for word in tokens.said("idle", start=begin, end=end))


def _went_home(tokens: Tokens, count: Count, lead: Sequence[Word]) -> bool:
    """Whether days off were spent away from the work, and so may lie between two stretches of it: 中间|回家住了5天."""
    return any(back_from_it(tokens.text[word.end : count.start]) for word in lead if "within" in word.ids)


def _between_rounds(tokens: Tokens, count: Count, base: Count) -> bool:
    """Whether days off may lie between the rounds counted before, and not within them: 14天一轮，上了两轮，中间休整7天."""
    long_away = tokens.said("shut-away", start=base.end, end=min(count.end + _NEAR, len(tokens.text)))
    return "×" in base.working and bool(long_away or count.low >= _LONG)


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
    again = tokens.said("adds", start=count.end, end=following.start) or work_told(tokens, count.end, following)
    begin = tokens.clauses.begin(following.start)
    return bool(again) and not tokens.said("idle", start=max(begin, count.end), end=following.start)


def work_told(tokens: Tokens, start: int, count: Count) -> bool:
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


def clauses_of_rest(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Clauses that ask nothing and tell of days not worked, or that rest is not to be counted: 歇两周；歇的都不要算."""
    off = {tokens.clauses.begin(start) for start, _ in tokens.off}
    for begin in tokens.clauses.clauses:
        end = tokens.clauses.end(begin, len(tokens.text))
        said = tokens.text[begin:end]
        if not tokens.said("idle", start=begin, end=end) or tokens.in_clause_marks(begin):
            continue
        alone = len(said) <= _SHORT and not any(begin <= count.start < end for count in tokens.counts)
        if rest_left_out(said) or ((begin in off or alone) and not asks(said)):
            yield begin, end
