"""From a text to its tokens: every number with what it is, or among those that have no role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.counting.date_tokens import calendar_in, months_named_in, schedules_in, without_days_by_month
from bot.counting.duration_tokens import DurationLexer
from bot.counting.people_tokens import heads_in, persons_in
from bot.counting.rate_tokens import money_named, rates_in
from bot.counting.round_tokens import rounds_in
from bot.counting.tokens import NumberFacts, Tiers, Tokens, blank
from bot.counting.tree import Mark, Word
from bot.counting.words import WordFinder
from bot.language.clauses import clauses_of
from bot.language.counts_or_not import cared_for
from bot.language.crews import LISTED_NAME, heads
from bot.language.date_spans import DAY_UNITS, MONTH_UNITS
from bot.language.dates import calendar
from bot.language.durations import Unit, rounds
from bot.language.months_and_money import A_DAY_OF_MONEY, money_aside, months_of_money, of_tax
from bot.language.numerals import RUN_OF_NUMERALS, times_tables
from bot.language.other_numbers import harmless, other_numbers, words_with_numerals
from bot.language.shares import shares
from bot.language.taken_off import asks_if_short, nothing_else
from bot.model.fact import Fact
from bot.model.talk import Signal


class Lexer:
    """Turns text into tokens. Each reader claims what it understands; what nobody claims is unplaced."""

    def __init__(self, facts: Iterable[Fact], signals: Iterable[Signal]) -> None:
        numbers = [fact for fact in facts if fact.kind == "number"]
        self.words = WordFinder(signals)
        units: list[Unit] = [
            (word, fact.id, unit.times) for fact in numbers for unit in fact.counted_in for word in unit.words
        ]
        units += [(word, fact.id, None) for fact in numbers for word in fact.ambiguous_units]
        self.by_day = [fact.id for fact in numbers if fact.unit in DAY_UNITS]
        self.by_month = [fact.id for fact in numbers if fact.unit in MONTH_UNITS]
        self._facts = NumberFacts(self.by_day, self.by_month)
        self._durations = DurationLexer(units, self._facts)
        money = self.words.pattern("family-money")
        self.months_of_money, self.money_aside = months_of_money(money), money_aside(money)
        self._heads = heads("|".join(map(re.escape, self.words.says("crew"))) or r"(?!)")
        self._rounds = rounds("|".join(map(re.escape, self.words.says("rounds"))) or r"(?!)")

    def read(
        self,
        text: str,
        year: int,
        wanted: frozenset[str],
        marks: Sequence[Mark],
        tiers: Tiers,
        told_otherwise: Callable[[Tokens, str], str],
        goes_on: bool = False,
        last: date | None = None,
        crowd: int = 0,
        counted: str = "",
        told_before: int = 0,
    ) -> Tokens:
        """The tokens of a text. ``told_otherwise`` reads counts that are no number with a unit; ``last`` is the last day told before."""
        tokens = Tokens(text, clauses_of(text), _outside(text, self.words.find(text), marks), year=year, marks=tuple(marks))
        tokens.goes_on, tokens.last, tokens.crowd, tokens.counted = goes_on, last, crowd, counted
        tokens.before = told_before
        left = calendar_in(tokens, text, without_days_by_month(text, calendar(text, year, last)), wanted, self._facts)
        told_so = sorted(shares(text), key=lambda share: share.start)
        tokens.shares = [share for share in told_so if not share.of_money]
        left = blank(left, ((share.start, share.end) for share in told_so))
        left = months_named_in(tokens, schedules_in(tokens, left))
        left = told_otherwise(tokens, blank(left, times_tables(left)))
        left = blank(left, (match.span() for match in A_DAY_OF_MONEY.finditer(left)))
        left = rounds_in(tokens, left, self._rounds)
        left = blank(left, other_numbers(left))
        left = heads_in(tokens, left, self._heads)
        left = self._durations.read(tokens, left, wanted)
        listed = [match.span("name") for match in LISTED_NAME.finditer(text)]
        left = blank(left, listed if len(listed) > 1 else ())
        persons_in(tokens)
        left = rates_in(tokens, left, tiers)
        _leave_over(tokens, left)
        tokens.counts.sort(key=lambda count: count.start)
        return tokens


def _outside(text: str, words: list[Word], marks: Sequence[Mark]) -> list[Word]:
    """Words without those that are part of something else.

    Rest, or so much about, that is part of a fact (隔离病房, 见不到病人), of people cared for (给居家隔离的), or of tax (扣完税).
    """
    words = [word for word in words if "takes-off" not in word.ids or not _takes_off_no_days(text, word)]
    words = [word for word in words if "roughly" not in word.ids or not any(_inside(word, m) for m in marks)]
    return [word for word in words if "idle" not in word.ids or not (cared_for(text, word.start) or any(_inside(word, m) for m in marks))]


def _takes_off_no_days(text: str, word: Word) -> bool:
    """Whether a word for taking something off is of tax, of other money, or of too little that was paid."""
    return of_tax(text, word.end) or nothing_else(text, word.end) or asks_if_short(text, word.start, word.end)


def _inside(word: Word, mark: Mark) -> bool:
    return mark.start <= word.start and word.end <= mark.end and (mark.start, mark.end) != (word.start, word.end)


def _leave_over(tokens: Tokens, left: str) -> None:
    """The numbers that nobody claimed."""
    left = blank(left, money_named(left))
    left = blank(left, words_with_numerals(left))
    left = blank(left, ((word.start, word.end) for word in tokens.words))
    tokens.unplaced += [m.span() for m in RUN_OF_NUMERALS.finditer(left) if not harmless(m.group())]
