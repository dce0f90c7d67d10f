"""From a message to what it counts: whose days or months, how many, under which facts, and what could not be placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from bot.counting import accounting, corrections, cycles, homes, netting, parts, stays
from bot.counting.attribution import told_apart, with_facts
from bot.counting.corrections import bare_number, denied_besides
from bot.counting.counting_result import result_of
from bot.counting.discourse_relation import relation_of
from bot.counting.focus import but_those_left_out, focused, of_each_one, of_one_person
from bot.counting.heard_marks import rated, without_outsiders, without_overruled, work_of_the_one_named, works_told
from bot.counting.instructions import within_or_not, without_counts
from bot.counting.lexer import Lexer
from bot.counting.month_labels import month_of
from bot.counting.quantifiers import PAIR, said_of_each
from bot.counting.sayings import Money, monthly_shares, months_in_all, told_otherwise
from bot.counting.sharing import for_people
from bot.counting.tokens import Tiers, Tokens
from bot.counting.tree import SEVERAL, Count, Counting, Mark, Part, Relation
from bot.counting.unread import the_month_meant, unread
from bot.counting.validation import some_day_off
from bot.language import ends_and_stretches, rounds_and_parts, set_right, whose_days
from bot.language.crews import JOINED, asks_of_each_one, takes_somebody_out
from bot.language.festivals import names_a_festival
from bot.language.numerals import NUMERAL_CHARACTERS, SO_MANY_OF
from bot.language.questions import asks
from bot.language.whose_days import A_DAY_TOGETHER
from bot.model.fact import Fact
from bot.model.talk import Signal
from bot.model.tally import Doubt, Reason, Said, Spell

_COUNTLESS = ("only", "the-same", "everything", "half", "corrects", "share")
"""Signals by which a message without a number steers what was counted."""

_BEFORE_CORRECTIONS = (
    parts.counted_once,
    parts.short_of,
    parts.shared_out,
    parts.compared,
    cycles.alternating,
    cycles.scheduled,
    cycles.cycled,
    cycles.in_rounds,
)

_AFTER_CORRECTIONS = (
    corrections.as_it_was,
    parts.classified,
    parts.reckoned_so,
    parts.by_their_sum,
    cycles.turned_about,
    parts.halved,
    parts.remaining,
)
"""What counts are to each other, each reading on what the one before made of them."""


class Reader:
    """Reads counts. Built once per snapshot."""

    def __init__(self, facts: Iterable[Fact], signals: Iterable[Signal]) -> None:
        known = tuple(facts)
        self._most = {fact.id: fact.most for fact in known if fact.kind == "number"}
        self._outside = frozenset((fact.id, option.id) for fact in known for option in fact.options if option.outside is not None)
        self._lexer = Lexer(known, signals)
        self._money = Money(self._lexer.months_of_money, self._lexer.money_aside)
        self._per_household = frozenset(fact.id for fact in known if fact.per_household)
        self._titles = [f"{fact.unit}{SO_MANY_OF}" for fact in known if fact.id in self._lexer.by_day]
        steering = [word for signal in _COUNTLESS for word in self._lexer.words.says(signal)]
        total = "|".join(map(re.escape, self._lexer.words.says("total"))) or r"(?!)"
        self._total, self._all_parts = re.compile(total), rounds_and_parts.all_parts(total)
        self._pair = re.compile(self._lexer.words.pattern("pair"))
        self._countless = re.compile("|".join(map(re.escape, steering)) or r"(?!)")

    def steers(self, text: str) -> bool:
        """Whether a text without a number still says what to do with what was counted: 全算上."""
        patterns = (self._countless, self._all_parts, set_right.ONE_MORE)
        return asks_of_each_one(text) or any(pattern.search(text) for pattern in patterns) or names_a_festival(text)

    def _steers_what_was_told(self, text: str) -> bool:
        """Whether a text asks for the total of what was told, or leaves people or money out of it."""
        return bool(self._total.search(text) or takes_somebody_out(text) or self._money.aside.search(text))

    def _tells_of_several(self, text: str) -> bool:
        """Whether a text without a number says something of all of several people: 表姐和堂妹都在隔离病房."""
        words = self._lexer.words.find(text)
        people = [word for word in words if not word.ids.isdisjoint({"other", "me"})]
        links = (text[a.end : b.start] for a, b in pairwise(people))
        return any(whose_days.of_everybody(text[w.start : w.end]) for w in words) and any(link and link in JOINED for link in links)

    def _tells_of_two(self, text: str) -> int:
        """Two, where a text without a number tells of two people as a pair, and asks nothing: 夫妻俩都上了前线; else 0."""
        return PAIR if self.names_a_pair(text) and not asks(text) else 0

    def speaks_of_several(self, text: str) -> bool:
        """Whether a text speaks of more than one person, by name or as a pair."""
        return self.names_several(text) or self.names_a_pair(text)

    def names_a_pair(self, text: str) -> bool:
        """Whether a text speaks of two people in one word: 俩口子."""
        return self._pair.search(text) is not None

    def names_several(self, text: str) -> bool:
        """Whether a text speaks of more than one person by name: 我采样，她不接触病人."""
        people = (word for word in self._lexer.words.find(text) if not word.ids.isdisjoint({"other", "me"}))
        return len({text[word.start : word.end] for word in people}) > 1

    def _works_told(self, text: str, marks: Sequence[Mark], year: int, crowd: int) -> tuple[tuple[str, Said], ...]:
        """What a text without a number tells of each of several people, or of one of a pair told before."""
        if not self.names_several(text) and not (marks and crowd in (PAIR, SEVERAL)):
            return ()
        tokens = self._lexer.read(text, year, frozenset(), marks, {}, self._told_otherwise)
        return works_told(tokens, marks) or work_of_the_one_named(tokens, marks)

    def read(
        self,
        text: str,
        marks: Sequence[Mark] = (),
        *,
        year: int,
        wanted: frozenset[str] = frozenset(),
        tiers: Tiers | None = None,
        goes_on: bool = False,
        last: date | None = None,
        crowd: int = 0,
        counted: str = "",
        told_before: int = 0,
        before: Doubt | None = None,
        works: tuple[tuple[str, Said], ...] = (),
    ) -> Counting:
        """What a message counts.

        ``text`` is folded and rewritten; ``marks`` are facts heard in it, with their places; ``year`` is meant by dates that name
        none; ``wanted`` are the number facts of the amounts in hand; ``tiers`` are the rates of these amounts; ``goes_on``: there
        are counts already, to which a text without a number may give other facts (那不接触的呢); ``last`` is the last day told
        before; ``crowd`` is how many people were told of before; ``counted`` is the number fact counted last, which a bare
        number corrects; ``told_before`` is how many days the one spell told before has; ``before`` is what kept the last count
        from being told; ``works`` are what several people were told to do before.
        """
        text = ends_and_stretches.without_confirmed_ends(text)
        reply = self._without_a_number(text, marks, year, goes_on, crowd, before)
        if reply is not None:
            return reply
        tokens = self._lexer.read(text, year, wanted, marks, tiers or {}, self._told_otherwise, goes_on, last, crowd, counted, told_before)
        tokens.works = works
        tokens.counts = sorted([*tokens.counts, *self._months(tokens)], key=lambda count: count.start)
        months_in_all(tokens, self._lexer.by_month)
        marks = without_overruled(tokens, without_outsiders(tokens, marks, self._outside))
        denied_besides(tokens)
        _as_often_as_asked(tokens, before)
        tokens.in_all = goes_on and self._asks_of_all_parts(tokens, counted)
        _told_as_a_bare_number(tokens, counted)
        if not tokens.counts and not tokens.points:
            asked = self._all_parts.search(text) if goes_on else None
            aside = tuple(self._lexer.by_month) if goes_on and self._money.aside.search(text) else ()
            of_a_day = self._one_day_of_each(tokens)
            return of_a_day or without_counts(tokens, marks, next(iter(self._most), ""), asked, aside)
        return self._with_counts(tokens, marks)

    def _one_day_of_each(self, tokens: Tokens) -> Counting | None:
        """One day of each of those whose work was told before, where it is asked what all of them get for it: 我俩一天合起来多少."""
        together = tokens.said("pair", "we") and tokens.said("total") and A_DAY_TOGETHER.search(tokens.text)
        if not together or len(tokens.works) != PAIR or not all(facts for _, facts in tokens.works) or not self._lexer.by_day:
            return None
        return Counting(spells=tuple(Spell(self._lexer.by_day[0], 1, 1, person, facts=facts) for person, facts in tokens.works))

    def _without_a_number(
        self, text: str, marks: Sequence[Mark], year: int, goes_on: bool, crowd: int, before: Doubt | None
    ) -> Counting | None:
        """What a text without a number comes to that steers nothing, or replies to what was asked of days off; else None."""
        if not NUMERAL_CHARACTERS.isdisjoint(text):
            return None
        reply = within_or_not(text, before, self._lexer.words.find(text)) if before is not None and before.off else None
        if reply is not None:
            return reply
        if self.steers(text) or (goes_on and (bool(marks) or self._steers_what_was_told(text))):
            return None
        several = SEVERAL if marks and self._tells_of_several(text) else self._tells_of_two(text)
        return Counting(crowd=several, works=self._works_told(text, marks, year, crowd))

    def _with_counts(self, tokens: Tokens, marks: Sequence[Mark]) -> Counting:
        """What a message with counts or days comes to, and what of it no count took up."""
        spells, relation = self._spells(tokens, marks)
        spells = [told_apart(tokens, spell, marks) for spell in but_those_left_out(tokens, spells)]
        spells += the_month_meant(tokens, spells, self._lexer.by_month)
        tokens.doubts += unread(tokens, spells, self._lexer.by_month)
        tokens.doubts += accounting.left_over(tokens, spells, marks, self._lexer.by_month)
        shown = of_each_one(tokens, of_one_person(tokens, spells))
        return result_of(tokens, shown, relation, marks, self._most)

    def _asks_of_all_parts(self, tokens: Tokens, counted: str) -> bool:
        """Whether all parts told are asked for; a number counted itself, of other units than before, asks for none (慰问金三个月一共)."""
        match = self._all_parts.search(tokens.text)
        own = [count for count in tokens.counts if match is not None and count.start <= match.start() < count.end]
        return match is not None and all(count.fact == counted for count in own)

    def _spells(self, tokens: Tokens, marks: Sequence[Mark]) -> tuple[list[Spell], Relation]:
        """The spells of every number fact, and how the last goes on from before."""
        spells: list[Spell] = []
        relation = Relation.NEW
        for fact in dict.fromkeys([*(c.fact for c in tokens.counts), *(self._stays(tokens))]):
            counts = [count for count in tokens.counts if count.fact == fact]
            found, relation = self._counted(tokens, fact, counts, marks)
            spells += found
        return spells, relation

    def _told_otherwise(self, tokens: Tokens, left: str) -> str:
        left = monthly_shares(tokens, left, self._lexer.by_month, self._money)
        return told_otherwise(tokens, left, self._lexer.by_day, self._titles)

    def checked(self, spell: Spell) -> Counting:
        """A number that replies to a question, with what keeps it from being summed."""
        possible = 0 < spell.low <= spell.high <= self._most[spell.fact]
        return Counting(spells=(spell,), doubts=() if possible else (Doubt(Reason.OUT_OF_RANGE, spell.fact),))

    def _months(self, tokens: Tokens) -> list[Count]:
        """Whole months that are only named, where all their days are meant."""
        monthly = tokens.said("by-month")
        return stays.with_month(tokens, self._lexer.by_day[0]) if self._lexer.by_day and not monthly else []

    def _stays(self, tokens: Tokens) -> list[str]:
        """The fact that days of entry and exit count for."""
        return self._lexer.by_day if tokens.points else []

    def _counted(
        self, tokens: Tokens, fact: str, counts: list[Count], marks: Sequence[Mark]
    ) -> tuple[list[Spell], Relation]:
        """The spells of one number fact."""
        counts = stays.with_stay(tokens, counts, fact if fact in self._lexer.by_day else None)
        for read in _BEFORE_CORRECTIONS:
            counts = read(tokens, counts)
        counts, corrects = (counts, True) if tokens.told_anew else corrections.corrected(tokens, counts)
        for read in _AFTER_CORRECTIONS:
            counts = read(tokens, counts)
        counts = focused(tokens, counts)
        some_day_off(tokens, counts, fact)
        tokens.off += [_clause_of(tokens, count, counts) for count in counts if count.part in (Part.OFF, Part.IGNORED)]
        counts = [count for count in counts if count.part is not Part.IGNORED]
        if not counts:
            return [], Relation.REPLACES if tokens.edge and corrects else Relation.NEW
        relation = relation_of(tokens, counts, corrects=corrects)
        heard = [*marks, *rated(tokens, marks)]
        apart = homes.each_of(tokens, counts, heard) if fact in self._per_household else None
        if apart is not None:
            return [_spell(count, month_of(tokens, count)) for count in apart], relation
        shared = fact in self._per_household and not any(said_of_each(tokens, count) for count in counts)
        if fact in self._per_household and homes.are_open(tokens, shared=shared):
            tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
        counts = with_facts(tokens, counts, heard) if shared else for_people(tokens, counts, heard, fact)
        return [_spell(count, month_of(tokens, count)) for count in netting.netted(tokens, counts, fact, relation)], relation


def _as_often_as_asked(tokens: Tokens, before: Doubt | None) -> None:
    """Counts that reply to how often so many days were worked are taken so many times."""
    if before is not None and before.each and {count.fact for count in tokens.counts} <= {before.fact}:
        tokens.each_time, tokens.each_of = (before.each, before.period), before.fact
        tokens.counts = cycles.as_often(tokens, tokens.counts)


def _told_as_a_bare_number(tokens: Tokens, counted: str) -> None:
    """A message that corrects the last count by a bare number, and says nothing else, counts that."""
    number = bare_number(tokens, counted) if counted and not tokens.counts and not tokens.points else None
    if number is not None:
        tokens.counts, tokens.told_anew = [number], True


def _clause_of(tokens: Tokens, count: Count, counts: Sequence[Count]) -> tuple[int, int]:
    """The clause of a count, up to others that stand in it: 采样31天|中间歇了3天."""
    before = [other.end for other in counts if other.end <= count.start]
    end = tokens.clauses.end(count.start, len(tokens.text))
    shared = any(count.end <= other.start < end for other in counts)
    return max([tokens.clauses.begin(count.start), *before]), count.end if shared else end


def _spell(count: Count, month: int) -> Spell:
    low, high = int(count.low), int(count.high)
    return Spell(count.fact, low, high, count.person, count.people, count.facts, count.working, count.parts, month)
