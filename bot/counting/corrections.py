"""Counts that set others right, and those that stand after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.counting.days_off import has, idle
from bot.counting.headcount import newcomers
from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Count, Part, Word
from bot.language import counts_or_not
from bot.language.crews import people_now
from bot.language.date_spans import stretch
from bot.language.ends_and_stretches import leads_to
from bot.language.numerals import bounds_of
from bot.language.set_right import comes_to, left_out, once_thought, really_worked, was_planned
from bot.language.whose_days import PEOPLE_SET_RIGHT
from bot.model.tally import Doubt, Reason

_NEAR = 4

_TWO = 2


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


def corrected(tokens: Tokens, counts: list[Count]) -> tuple[list[Count], bool]:
    """The counts that stand after what was said to be wrong is dropped; and whether a correction opens the message."""
    kept = [c for c in _without_what_was_wrong(tokens, counts) if not _denied(tokens, c)] if len(counts) > 1 else counts
    kept = _without_the_denied(kept, [c for c in counts if c not in kept])
    tokens.denied += [(int(c.low), int(c.high)) for c in counts if c not in kept]
    set_right = _set_right(tokens, kept)
    if set_right is not None:
        return [set_right], True
    said = tokens.said("corrects")
    if not said or not kept:
        return kept, bool(said)
    stops = [*(word.start for word in said[1:]), len(tokens.text)]
    told = [(word, stop) for word, stop in zip(said, stops, strict=True) if any(word.end <= c.start < stop for c in kept)]
    if len(told) > 1 and any(c.end <= told[0][0].start for c in kept):
        for word, stop in told:
            kept = _told_anew(tokens, kept, word, stop)
        return kept, False
    before = [c for c in kept if c.end <= said[0].start]
    after = [c for c in kept if c.start >= said[0].end]
    if not before or not after:
        last = tokens.goes_on and len(kept) == 1 and tokens.clauses.begin(said[0].start) == said[0].start > kept[0].end
        return _end_set_right(tokens, kept, said[0]), not before or last
    return _told_anew(tokens, kept, said[0], len(tokens.text)), False


def _without_the_denied(kept: Sequence[Count], denied: Sequence[Count]) -> list[Count]:
    """Those without the one told first that is denied behind another: 采样20天，是18天不是20天."""
    wrong = [c for c in kept if any((c.low, c.high) == (no.low, no.high) and c.end <= no.start for no in denied)]
    return [c for c in kept if c not in wrong] if len(wrong) == 1 and len(kept) == _TWO else list(kept)


def _without_what_was_wrong(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """Those without days that only tell why the count before was wrong: 20天 — 不对，是17天，那三天在家休息."""
    if not (tokens.goes_on and tokens.said("corrects")) or len(counts) != _TWO or any(count.dated for count in counts):
        return counts
    right, why = counts
    alike = right.low == right.high and why.low == why.high and right.low + why.low == tokens.before
    if not alike or tokens.in_clause_marks(why.start) or not tokens.said("corrects", end=right.start):
        return counts  # 是17天，另外三天在药房: work of its own
    return [right]


def _told_anew(tokens: Tokens, counts: Sequence[Count], word: Word, stop: int) -> list[Count]:
    """The counts with those behind a word that sets right, up to ``stop``, in the place of those before it: 20天，不对，22天."""
    before = [c for c in counts if c.end <= word.start]
    after = [c for c in counts if word.end <= c.start < stop]
    later = [c for c in counts if c.start >= stop]
    if all(_within_what_was_told(tokens, count) for count in after):
        return list(counts)
    kept: list[Count] = []
    if len(before) > 1 and len(after) == 1 and word.start - before[-1].end <= _NEAR:
        kept, before = before[:-1], before[-1:]
    if len(before) > 1:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, before[0].fact))
    gone = {tokens.text[c.start : c.end] for c in before}
    tokens.doubts[:] = [doubt for doubt in tokens.doubts if doubt.said not in gone]
    return [*kept, *after, *later]


def _within_what_was_told(tokens: Tokens, count: Count) -> bool:
    """Whether what is told after "no" is only taken off what was told before it: 28天，不对，中间有2天没去."""
    begin = tokens.clauses.begin(count.start)
    lead = tokens.said("within", "of-which", "takes-off", start=begin, end=count.start)
    return bool(lead) and (idle(tokens, count, begin) or has(lead, "takes-off"))


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


def people_left(tokens: Tokens) -> int:
    """How many people are told to be counted now, in words that set right how many there were; 0 and a doubt if none are left."""
    said = people_now(tokens.text, tokens.crowd) if tokens.goes_on and not tokens.left_out else None
    if said is None:
        return 0
    now, places = said
    tokens.unplaced[:] = [span for span in tokens.unplaced if not any(a <= span[0] < b for a, b in places)]
    apart = [heads for heads in tokens.heads if not any(a <= heads.start < b for a, b in places)]
    others = bool(newcomers(tokens)) or any(heads.number not in (now, tokens.crowd) for heads in apart)
    if now < 1 or others:  # 走了八个, of five; 走了两个，又来了七个
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, ""))
    return 0 if others else max(now, 0)


def people_set_right(tokens: Tokens) -> tuple[int | None, int] | None:
    """The number of people as said before, if it is said again, and as it is; then they are no numbers without a role."""
    if tokens.goes_on and tokens.said("corrects") and len(tokens.heads) == 1 and not tokens.persons:
        return None, tokens.heads[0].number
    match = PEOPLE_SET_RIGHT.search(tokens.text)
    old, new = (bounds_of(match.group(name)) if match else None for name in ("old", "new"))
    if match is None or old is None or new is None or old.low != old.high or new.low != new.high:
        return None
    tokens.unplaced[:] = [span for span in tokens.unplaced if not match.start() <= span[0] < match.end()]
    return int(old.low), int(new.low)


def bare_number(tokens: Tokens, counted: str) -> Count | None:
    """The one whole number that a correction says and nothing else, as a count: 不对，十八; 不是十六，是十八; None if it says more."""
    left = blank(tokens.text, ((word.start, word.end) for word in tokens.said("corrects", "not-so")))
    wrong, right = tokens.unplaced[:-1], tokens.unplaced[-1:]
    number = bounds_of(tokens.text[slice(*right[0])]) if right else None
    if not tokens.goes_on or left == tokens.text or number is None or number.low != number.high or number.low != int(number.low):
        return None
    denied = [bounds_of(tokens.text[a:b]) for a, b in wrong if tokens.just_before(a, "not-so", within=1)]
    if len(denied) < len(wrong) or len(wrong) > 1 or not counts_or_not.only_a_number(blank(left, tokens.unplaced)):
        return None
    tokens.denied += [(int(one.low), int(one.high)) for one in denied if one is not None]
    tokens.unplaced = []
    return Count(*right[0], counted, number.low, number.low)


def denied_besides(tokens: Tokens) -> None:
    """Numbers without a unit that are only said not to be so, beside one that is, are denied like those with one: 是13天，不是15."""
    if not (tokens.goes_on and tokens.counts):
        return
    denied = [span for span in tokens.unplaced if tokens.just_before(span[0], "not-so", within=0) is not None]
    tokens.denied += [(int(one.low), int(one.high)) for one in (bounds_of(tokens.text[a:b]) for a, b in denied) if one is not None]
    tokens.unplaced[:] = [span for span in tokens.unplaced if span not in denied]
