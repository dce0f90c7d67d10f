"""Days and months by the calendar, by their names, and by the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.counting.tokens import NumberFacts, Tokens, blank
from bot.counting.tree import Count
from bot.language.date_spans import Kind, Span, told
from bot.language.dates import day_that_is_not
from bot.language.months_and_money import LUNAR_MONTH, days_within_half, is_count_by_month
from bot.language.other_numbers import MONTH_LABEL
from bot.language.schedules import schedules
from bot.language.taken_off import FULL_ATTENDANCE
from bot.model.tally import Doubt, Reason


def calendar_in(tokens: Tokens, left: str, spans: Sequence[Span], wanted: frozenset[str], numbers: NumberFacts) -> str:
    """Dates, stretches and months by the calendar: the points, the labels, or the counts that they are."""
    for span in spans:
        if span.kind is Kind.MONTHS:
            tokens.months.append(span)
            full = FULL_ATTENDANCE.search(tokens.text) is not None and span.parts
            span = replace(span, whole=span.whole or bool(full))
        if span.kind is Kind.DAY:
            tokens.points.append(span)
        elif _only_says_when(tokens, span):
            tokens.labels.append((span.start, span.end))
        else:
            _dated(tokens, span, wanted, numbers)
    return blank(left, ((span.start, span.end) for span in spans))


def _dated(tokens: Tokens, span: Span, wanted: frozenset[str], numbers: NumberFacts) -> None:
    """Days or months of a calendar expression, counted for the fact that is wanted."""
    said = tokens.text[span.start : span.end]
    paid = bool(tokens.in_clause(span.start, "by-month"))
    monthly = span.kind is Kind.MONTHS and (paid or not wanted.isdisjoint(numbers.by_month))
    worked = span.whole and tokens.marks and not paid
    if monthly and not worked and (paid or wanted.isdisjoint(numbers.by_day) or not span.whole):
        number, facts = span.months, numbers.by_month
    else:
        number, facts = (0 if span.kind is Kind.MONTHS and not span.whole else span.days), numbers.by_day
    for fact in facts:
        if number:
            days = tuple((first.toordinal(), last.toordinal()) for first, last in span.parts)
            working = "" if facts is numbers.by_month else told(span)
            tokens.counts.append(Count(span.start, span.end, fact, number, number, True, working, parts=days))
        elif fact in wanted or not wanted:
            bad = Reason.MONTHS if span.kind is Kind.MONTHS and span.months else Reason.DATES
            never = day_that_is_not(said, tokens.year)
            tokens.doubts.append(Doubt(Reason.NO_SUCH_DAY, fact, never) if never else Doubt(bad, fact, said))


def without_days_by_month(text: str, spans: Sequence[Span]) -> list[Span]:
    """Those without "dates" that are days of a month in a list of such: 二月做了9日，三月11日，四月5日."""
    return [span for span in spans if not (span.kind is not Kind.MONTHS and is_count_by_month(text, span.start, span.end))]


def schedules_in(tokens: Tokens, left: str) -> str:
    """Days of the week, with the words that belong to them."""
    tokens.schedules = list(schedules(left))
    spans = [(found.start, found.end) for found in tokens.schedules]
    tokens.words = [w for w in tokens.words if not any(a < w.end and w.start < b for a, b in spans)]
    return blank(left, spans)


def months_named_in(tokens: Tokens, left: str) -> str:
    """Months named alone, as in 2月22天: they tell counts apart."""
    named = [match.span() for pattern in (MONTH_LABEL, LUNAR_MONTH) for match in pattern.finditer(left)]
    tokens.labels = sorted([*tokens.labels, *named])
    return blank(left, named)


def _only_says_when(tokens: Tokens, span: Span) -> bool:
    """Whether half a month only says when so many days were that are told beside it: 二月上半月采样8天."""
    days = days_within_half(tokens.text, span.start, span.end)
    return days > 0 and not tokens.said("idle", "takes-off", "of-which", "within", "rest", "roughly", start=span.end, end=days)
