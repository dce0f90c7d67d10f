"""What a message says of time and people beside the counts that were made of it: whatever is left unread is a doubt, and no sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.counting.coreference import name_of
from bot.counting.tokens import Tokens
from bot.counting.tree import Word
from bot.language.crews import ALIKE, JOINS_IN, PRONOUNS
from bot.language.ends_and_stretches import worked_too
from bot.language.months_and_money import MONTH_NAMED, PART_OF_A_MONTH, bare_month, of_one_month
from bot.language.numerals import bounds_of
from bot.language.rounds_and_parts import IN_ORDER, PER_TIME
from bot.language.set_right import joins_on
from bot.language.shares import about_months, hedges, nearly, paid_before, vague_stretches
from bot.model.tally import SELF, Doubt, Reason, Spell

_BESIDE = 4
"""Characters between a part of a month and the days that tell it exactly."""


def unread(tokens: Tokens, spells: Sequence[Spell], by_month: Sequence[str]) -> list[Doubt]:
    """A doubt for all that no count has taken up."""
    if not spells:
        return []
    fact = spells[0].fact
    found = [Doubt(Reason.ROUGHLY, fact, tokens.text[a:b]) for a, b in _about(tokens)]
    found += [Doubt(Reason.WHICH_SPELL, fact, tokens.text[a:b]) for a, b in _shares_left(tokens)]
    found += [Doubt(Reason.DATES, fact, tokens.text[a:b]) for a, b in _days_besides(tokens)]
    found += [Doubt(Reason.WHICH_SPELL, fact, tokens.text[a:b]) for a, b in _rest_untold(tokens, spells)]
    found += [Doubt(Reason.DATES, fact, tokens.text[a:b]) for a, b in _parts_of_months_left(tokens)]
    found += [Doubt(Reason.WHICH_SPELL, fact, tokens.text[a:b]) for a, b in _stages_left(tokens)]
    found += [Doubt(Reason.WHICH_SPELL, fact, tokens.text[a:b]) for a, b in _times_untold(tokens, spells)]
    found += [Doubt(Reason.UNPLACED, fact, tokens.text[a:b]) for a, b in paid_before(tokens.text)]
    found += [Doubt(Reason.NO_DAYS, fact, name) for name in _people_besides(tokens, spells, by_month)]
    return found + _other_money(tokens, spells, by_month)


def _about(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Stretches that nobody counted, and ends of stretches that are not told by the day."""
    yield from about_months(tokens.text)
    yield from hedges(tokens.text)
    yield from nearly(tokens.text)
    for vague in vague_stretches(tokens.text):
        if not any(count.start < vague.end and vague.start < count.end for count in tokens.counts) and (
            vague.more or _of_other_work(tokens, vague.start)
        ):
            yield vague.start, vague.end


def _of_other_work(tokens: Tokens, at: int) -> bool:
    """Whether a clause without a count tells of work of its own, so that a stretch in it does not only sum up what was told."""
    clause = tokens.clauses.clause(at)
    if any(tokens.clauses.clause(count.start) == clause for count in tokens.counts):
        return False
    return any(tokens.clauses.clause(mark.start) == clause for mark in tokens.marks)


def _shares_left(tokens: Tokens) -> Iterator[tuple[int, int]]:
    return ((share.start, share.end) for share in tokens.shares if share.start not in tokens.shared)


def _days_besides(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Days and months that are put beside what was counted (还有3月7号, 四月也上了)."""
    counted = [(count.start, count.end) for count in tokens.counts]
    days = [(point.start, point.end) for point in tokens.points] + tokens.labels
    for start, end in days:
        inside = any(a <= start < b for a, b in counted)
        until = tokens.clauses.end(min(end, len(tokens.text) - 1), len(tokens.text))
        own = any(start < a < until for a, _ in counted)
        if counted and not inside and not own and (joins_on(tokens.text[:start]) or worked_too(tokens.text[end:])):
            yield start, end


def _parts_of_months_left(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Thirds and halves of a month that no count took up, unless they were not worked."""
    for match in PART_OF_A_MONTH.finditer(tokens.text):
        spans = [*tokens.labels, *((count.start, count.end) for count in tokens.counts)]
        read = any(a <= match.start() < b for a, b in spans) or any(0 <= a - match.end() <= _BESIDE for a, _ in spans)
        if not read and not tokens.in_clause(match.start(), "idle"):
            yield match.span()


def _stages_left(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Weeks or months told by their order, of whose days nothing is told: 第三周在隔离病房."""
    for match in IN_ORDER.finditer(tokens.text):
        end = tokens.clauses.end(match.start(), len(tokens.text))
        counted = any(match.start() <= count.start < end or count.start <= match.start() < count.end for count in tokens.counts)
        if not counted and match.span() in tokens.labels and not tokens.in_clause(match.start(), "idle"):
            yield match.span()


def _times_untold(tokens: Tokens, spells: Sequence[Spell]) -> Iterator[tuple[int, int]]:
    """Counts of one time among several, where nothing was multiplied: 三进三出，每回都是9天."""
    if any("×" in spell.working for spell in spells):
        return
    for count in tokens.counts:
        if count.low == count.high and PER_TIME.search(tokens.text, 0, count.start):
            yield count.start, count.end


def _rest_untold(tokens: Tokens, spells: Sequence[Spell]) -> Iterator[tuple[int, int]]:
    """What is left of a stretch, told with work of its own and no number, that no count took up: 三月剩下的日子都在采样."""
    if any(spell.working and not spell.days for spell in spells):
        return
    for word in tokens.said("rest"):
        if any(0 <= heads.start - word.end <= 1 for heads in (*tokens.heads, *tokens.groups)):
            continue  # 剩下两个做外围: people, and no time
        clause = tokens.clauses.clause(word.start)
        if any(tokens.clauses.clause(count.start) == clause for count in tokens.counts):
            continue
        if any(tokens.clauses.clause(mark.start) == clause and mark.start > word.start for mark in tokens.marks):
            yield word.start, word.end


def _people_besides(tokens: Tokens, spells: Sequence[Spell], by_month: Sequence[str]) -> Iterator[str]:
    """Somebody who is said to have been at it too, with no days of their own."""
    counted = {spell.person for spell in spells}
    if tokens.goes_on and all(spell.fact in by_month for spell in spells):
        return  # 慰问金领了两个月，连同她的补贴: her days were told before
    for person in tokens.persons:
        name = name_of(tokens, person)
        if name in counted or name in tokens.left_out or name == SELF or (name in PRONOUNS and counted - {SELF}):
            continue
        if ALIKE.match(tokens.text, person.end) or JOINS_IN.search(tokens.text, 0, person.start):
            yield name


def _other_money(tokens: Tokens, spells: Sequence[Spell], by_month: Sequence[str]) -> list[Doubt]:
    """A doubt where money by the month is to be added and its months were not told."""
    word = _added_money(tokens, spells, by_month)
    return [Doubt(Reason.ROUGHLY, by_month[0], tokens.text[word.start : word.end])] if word is not None else []


def _added_money(tokens: Tokens, spells: Sequence[Spell], by_month: Sequence[str]) -> Word | None:
    """Where money by the month is to be added whose months were not counted."""
    if not by_month or any(spell.fact in by_month for spell in spells):
        return None
    for word in tokens.said("by-month"):
        begin = tokens.clauses.begin(word.start)
        if tokens.said("put-in", "everything") or tokens.said("adds", "together-with", start=begin, end=word.start):
            return word
    return None


def the_month_meant(tokens: Tokens, spells: Sequence[Spell], by_month: Sequence[str]) -> list[Spell]:
    """One month, where money by the month is to be added and all that is told lies in one: 三月干了20天，加上慰问金."""
    money = _added_money(tokens, spells, by_month)
    if not spells or money is None:
        return []
    if of_one_month(tokens.text[: money.start]) and tokens.said("total", "everything", "put-in"):
        return [Spell(by_month[0], 1, 1)]
    named = [label for label in tokens.labels if MONTH_NAMED.fullmatch(tokens.text, *label)]
    numbers = [bounds_of(bare_month(tokens.text[a:b])) for a, b in named]
    months = {int(number.low) for number in numbers if number is not None}
    months |= {date.fromordinal(day).month for spell in spells for stretch in spell.days for day in stretch}
    return [Spell(by_month[0], 1, 1)] if len(months) == 1 else []
