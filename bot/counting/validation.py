"""What keeps spells from being summed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.counting.month_labels import labels_between, month_named
from bot.counting.quantifiers import PAIR
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark, Part
from bot.language import counts_or_not, ends_and_stretches, months_and_money, taken_off
from bot.language.date_spans import last_of
from bot.language.numerals import bounds_of
from bot.model.tally import Doubt, Reason, Spell


def doubts_of(tokens: Tokens, spells: Sequence[Spell], marks: Sequence[Mark], most: dict[str, int]) -> list[Doubt]:
    """All that keeps spells from being summed."""
    doubts = with_unplaced(tokens, spells[0].fact if spells else next(iter(most), ""))
    doubts += [Doubt(Reason.OUT_OF_RANGE, s.fact) for s in spells if not 0 < s.low <= s.high <= most[s.fact]]
    doubts += [Doubt(Reason.TOO_LONG, c.fact, tokens.text[c.start : c.end]) for c in tokens.counts if _beyond(tokens, c)]
    doubts += [Doubt(Reason.MONTHS, count.fact, said) for count, said in _loose_months(tokens)]
    now = ends_and_stretches.until_now(tokens.text[tokens.points[0].end :]) if tokens.edge is not None and not tokens.edge.last else ""
    doubts += [Doubt(Reason.ROUGHLY, tokens.edge.fact, now)] if tokens.edge is not None and now else []
    apart = len(spells) == 1 or len({mark.option for mark in marks}) > 1
    if spells and len(spells) != PAIR and tokens.said("difference-asked") and apart and not months_and_money.paid_so_far(tokens.text):
        doubts.append(Doubt(Reason.WHICH_SPELL, spells[0].fact))
    return doubts


def _loose_months(tokens: Tokens) -> list[tuple[Count, str]]:
    """Months put beside days told by their dates, with no days of their own: what was worked in them is not told."""
    found = []
    for start, end in tokens.labels:
        before = [count for count in tokens.counts if count.end <= start and count.dated]
        until = tokens.clauses.end(start, len(tokens.text))
        counted = any(start <= count.start < until or count.start <= start < count.end for count in tokens.counts)
        if before and not counted and months_and_money.beside_a_month(tokens.text[before[-1].end : start]):
            found.append((before[-1], tokens.text[start:end]))
    return found


def _beyond(tokens: Tokens, count: Count) -> bool:
    """Whether more days are told of one month than it has (二月里干了35天); not of what only began in it."""
    labels = labels_between(tokens, tokens.clauses.sentence_begin(count.start), count.start)
    if count.dated or not labels or tokens.said("entry", start=labels[0][1], end=count.start):
        return False
    month = month_named(tokens, labels)
    return 1 <= month <= 12 and count.low > last_of(tokens.year, month).day


def with_unplaced(tokens: Tokens, fact: str) -> list[Doubt]:
    """All doubts, each about some number fact."""
    doubts = [*tokens.doubts, *(Doubt(Reason.UNPLACED, fact, tokens.text[a:b]) for a, b in tokens.unplaced)]
    return [replace(doubt, fact=doubt.fact or fact) for doubt in doubts]


def numbers_those_told(tokens: Tokens, spells: Sequence[Spell], span: tuple[int, int]) -> bool:
    """Whether a number is that of the people or spells told, where their total is asked: 两公婆合共多少."""
    number = bounds_of(tokens.text[slice(*span)])
    if number is None or number.low != number.high or tokens.text[span[1] : span[1] + 1] in counts_or_not.TIME_UNITS:
        return False
    if counts_or_not.WITHIN_IT.match(tokens.text, span[1]) and any(count.low == number.low for count in tokens.counts):
        return True
    people = len({spell.person for spell in spells})
    asked = tokens.in_clause(span[0], "total", "everything", "each-asked", "difference-asked")
    return bool(asked) and number.low in {people, len(spells)} - {1}


def some_day_off(tokens: Tokens, counts: Sequence[Count], fact: str) -> None:
    """A doubt where days off are pointed at and none of them is counted."""
    match = taken_off.SOME_DAY_OFF.search(tokens.text)
    off = any(count.part in (Part.OFF, Part.IGNORED) for count in counts)
    if match is not None and any(count.dated for count in counts) and not off:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, fact, match.group()))
