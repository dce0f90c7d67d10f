"""From a message to what it counts: whose days or months, how many, under which facts, and what could not be placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.counting import accounting, attribution, corrections, cycles, days_off, homes, netting, parts, sharing, stays
from bot.counting.lexer import Lexer
from bot.counting.sayings import Money, monthly_shares, months_in_all, told_otherwise
from bot.counting.tokens import Tiers, Tokens, blank
from bot.counting.tree import SEVERAL, Count, Counting, Mark, Part, Relation, Word
from bot.counting.unread import the_month_meant, unread
from bot.language import (
    counts_or_not,
    ends_and_stretches,
    months_and_money,
    rounds_and_parts,
    set_right,
    taken_off,
    whose_days,
)
from bot.language.crews import (
    JOINED,
    PRONOUNS,
    asks_of_each_one,
    asks_of_this_one,
    takes_somebody_out,
)
from bot.language.date_spans import last_of
from bot.language.festivals import names_a_festival
from bot.language.numerals import NUMERAL_CHARACTERS, SO_MANY_OF, bounds_of
from bot.language.particles import FINAL
from bot.language.questions import asks
from bot.model.fact import Fact
from bot.model.talk import Signal
from bot.model.tally import SELF, Doubt, Reason, Said, Spell

_SPEAKING_EARLY = 6
"""Characters from the beginning of a message within which a word joins it to what was counted before."""

_PAIR = 2
_PLURAL = "们"
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
        return _PAIR if self.names_a_pair(text) and not asks(text) else 0

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
        if not self.names_several(text) and not (marks and crowd == _PAIR):
            return ()
        return attribution.works_told(self._lexer.read(text, year, frozenset(), marks, {}, self._told_otherwise), marks)

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
        if before is not None and before.off and NUMERAL_CHARACTERS.isdisjoint(text):
            reply = _within_or_not(text, before, self._lexer.words.find(text))
            if reply is not None:
                return reply
        steers = self.steers(text) or (goes_on and (bool(marks) or self._steers_what_was_told(text)))
        if NUMERAL_CHARACTERS.isdisjoint(text) and not steers:
            works = self._works_told(text, marks, year, crowd)
            several = SEVERAL if marks and self._tells_of_several(text) else self._tells_of_two(text)
            return Counting(crowd=several, works=works)
        tokens = self._lexer.read(text, year, wanted, marks, tiers or {}, self._told_otherwise, goes_on, last, crowd, counted, told_before)
        tokens.works = works
        tokens.counts = sorted([*tokens.counts, *self._months(tokens)], key=lambda count: count.start)
        months_in_all(tokens, self._lexer.by_month)
        marks = attribution.without_overruled(tokens, marks)
        _denied_besides(tokens)
        if before is not None and before.each and {count.fact for count in tokens.counts} <= {before.fact}:
            tokens.each_time, tokens.each_of = (before.each, before.period), before.fact
            tokens.counts = cycles.as_often(tokens, tokens.counts)
        tokens.in_all = goes_on and self._asks_of_all_parts(tokens, counted)
        if not tokens.counts and not tokens.points:
            number = _bare_number(tokens, counted) if counted else None
            if number is not None:
                tokens.counts, tokens.told_anew = [number], True
        if not tokens.counts and not tokens.points:
            asked = self._all_parts.search(text) if goes_on else None
            aside = tuple(self._lexer.by_month) if goes_on and self._money.aside.search(text) else ()
            return _without_counts(tokens, marks, next(iter(self._most), ""), asked, aside)
        spells, relation = self._spells(tokens, marks)
        spells = [attribution.told_apart(tokens, spell, marks) for spell in _but_those_left_out(tokens, spells)]
        spells += the_month_meant(tokens, spells, self._lexer.by_month)
        tokens.doubts += unread(tokens, spells, self._lexer.by_month)
        tokens.doubts += accounting.left_over(tokens, spells, marks, self._lexer.by_month)
        shown = sharing.of_each_one(tokens, _of_one_person(tokens, spells))
        return _checked(tokens, shown, relation, marks, self._most)

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
        counts = _focused(tokens, counts)
        _some_day_off(tokens, counts, fact)
        tokens.off += [_clause_of(tokens, count, counts) for count in counts if count.part in (Part.OFF, Part.IGNORED)]
        counts = [count for count in counts if count.part is not Part.IGNORED]
        if not counts:
            return [], Relation.REPLACES if tokens.edge and corrects else Relation.NEW
        relation = _relation(tokens, counts, corrects=corrects)
        heard = [*marks, *_rated(tokens, marks)]
        apart = homes.each_of(tokens, counts, heard) if fact in self._per_household else None
        if apart is not None:
            return [_spell(count, _month_of(tokens, count)) for count in apart], relation
        shared = fact in self._per_household and not any(sharing.said_of_each(tokens, count) for count in counts)
        if fact in self._per_household and homes.are_open(tokens, shared=shared):
            tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
        counts = attribution.with_facts(tokens, counts, heard) if shared else sharing.for_people(tokens, counts, heard, fact)
        return [_spell(count, _month_of(tokens, count)) for count in netting.netted(tokens, counts, fact, relation)], relation


def _within_or_not(text: str, asked: Doubt, words: Sequence[Word]) -> Counting | None:
    """The reply to whether days off lie within what was counted: then they are taken off it, else it stands.

    None if the message asks, or names anything else.
    """
    saying = [word for word in words if not word.ids.isdisjoint({"takes-off", "within", "of-which", "idle"})]
    left = blank(text, ((word.start, word.end) for word in saying))
    if asks(text) or not taken_off.says_only_within(left):
        return None
    if taken_off.besides_it(text):
        return Counting(stands=True)
    within = any(word.ids != {"idle"} for word in saying)
    spell = Spell(asked.fact, asked.off, asked.off)
    return Counting(spells=(spell,), relation=Relation.TAKES_OFF, tells=True, replies=True, lies_within=True) if within else None


def _clause_of(tokens: Tokens, count: Count, counts: Sequence[Count]) -> tuple[int, int]:
    """The clause of a count, up to others that stand in it: 采样31天|中间歇了3天."""
    before = [other.end for other in counts if other.end <= count.start]
    end = tokens.clauses.end(count.start, len(tokens.text))
    shared = any(count.end <= other.start < end for other in counts)
    return max([tokens.clauses.begin(count.start), *before]), count.end if shared else end


def _rated(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Facts that follow from the rates said: those that words leave open. Where words say otherwise, a rate adds nothing."""
    said: dict[str, set[str]] = {}
    for mark in marks:
        said.setdefault(mark.fact, set()).add(mark.option)
    agreeing = [rate for rate in tokens.rates if all(option in said.get(name, {option}) for name, option in rate.facts)]
    return [Mark(r.start, r.end, name, option) for r in agreeing for name, option in r.facts if name not in said]


def _without_counts(
    tokens: Tokens, marks: Sequence[Mark], fact: str, parts_asked: re.Match[str] | None, aside: tuple[str, ...]
) -> Counting:
    """A message that counts nothing, but may steer what was counted."""
    if parts_asked is not None:
        inside = range(parts_asked.start(), parts_asked.end())
        tokens.unplaced[:] = [span for span in tokens.unplaced if span[0] not in inside]
    number, people_asked = _asked(parts_asked, "number"), _asked(parts_asked, "people", "lot")
    people_asked = people_asked if people_asked > 1 else 0  # 一共 is no one person
    heard = [*marks, *_rated(tokens, marks)] if tokens.said("supposes") else marks
    now = corrections.people_left(tokens)
    alike, people = _like_before(tokens), corrections.people_set_right(tokens)
    return Counting(
        relation=Relation.REPLACES if tokens.said("corrects") else Relation.NEW,
        facts=tuple(sorted(attribution.facts_of_message(marks, tokens, alike).items()))
        if alike
        else _shared(tokens, heard),
        unplaced=tuple(tokens.unplaced),
        doubts=tuple(dict.fromkeys(_with_unplaced(tokens, fact))),
        everything=_all_of_it(tokens) or parts_asked is not None,
        parts=number,
        persons=people_asked,
        supposed=bool(tokens.said("supposes")),
        alike=alike,
        people=people,
        share=_share(tokens),
        without=_taken_out(tokens),
        each_one=tokens.goes_on and asks_of_each_one(tokens.text),
        now=now,
        aside=aside,
        total=tokens.goes_on and bool(tokens.said("total")),
        crowd=_crowd(tokens),
        which=_which(tokens) if tokens.said("only", "share") else None,
        works=attribution.works_told(tokens, [*marks, *_rated(tokens, marks)]),
    )


def _asked(match: re.Match[str] | None, *groups: str) -> int:
    """The number a group of what was asked holds; 0 if none does."""
    said = next((match.group(name) for name in groups if match.group(name)), "") if match is not None else ""
    number = bounds_of(said) if said else None
    return int(number.low) if number and number.low == number.high else 0


def _share(tokens: Tokens) -> str | None:
    """The one person whose share alone is asked: 他那份单独是多少."""
    names = list(dict.fromkeys(person.name for person in tokens.persons))
    alone = [p for word in tokens.said("only") for p in tokens.persons if 0 <= p.start - word.end <= 1]
    return names[0] if (tokens.said("share") or alone) and len(names) == 1 else None


def _taken_out(tokens: Tokens) -> tuple[str, ...]:
    """Who is taken out of the people told before."""
    return tuple(sorted(_left_out(tokens))) if tokens.goes_on else ()


def _left_out(tokens: Tokens) -> set[str]:
    """Who is not to be counted: a lone 他 or 她 is the one other person whom the message names, and 他们 are all of these."""
    named = [name for name in attribution.persons_of(tokens) if name != SELF and name not in PRONOUNS]
    meant: set[str] = set()
    for name, many in tokens.left_out.items():
        everybody = name in PRONOUNS and bool(named) and (len(named) == 1 if many == 1 else many in (SEVERAL, len(named)))
        meant |= {*named} if everybody else {name if many == 1 else name + _PLURAL}
    return meant


def _which(tokens: Tokens) -> int | None:
    """The spell a message speaks of by its order; none if it speaks of several."""
    named = rounds_and_parts.BY_ORDER.finditer(tokens.text)
    found = [match for match in named if not rounds_and_parts.as_before(tokens.text[match.end() :])]
    if len(found) != 1:
        return None
    if found[0].group("number"):
        number = bounds_of(found[0].group("number"))
        return int(number.low) - 1 if number else None
    return 0 if found[0].group("first") else -1


def _all_of_it(tokens: Tokens) -> bool:
    """Whether all that was counted is to be added up: said so, or the total of both people is asked (我俩一共多少)."""
    added = any(rounds_and_parts.puts_together(tokens.text[word.start : word.end]) for word in tokens.said("total"))
    return bool(tokens.said("everything") or (added and tokens.goes_on) or (tokens.said("pair", "we") and tokens.said("total")))


def _joined_total(tokens: Tokens) -> bool:
    """Whether the total of two people is asked, of whom one was told of before (我弟25天，我俩一共呢)."""
    both = tokens.said("pair") or any(heads.number == _PAIR for heads in tokens.heads)
    return tokens.goes_on and bool(both and tokens.said("total"))


def _like_before(tokens: Tokens) -> str:
    """Whose count is said to be as long as the one before."""
    others = [name for name in attribution.persons_of(tokens) if name != SELF]
    return others[-1] if others and tokens.said("the-same") else ""


def _with_unplaced(tokens: Tokens, fact: str) -> list[Doubt]:
    """All doubts, each about some number fact."""
    doubts = [*tokens.doubts, *(Doubt(Reason.UNPLACED, fact, tokens.text[a:b]) for a, b in tokens.unplaced)]
    return [replace(doubt, fact=doubt.fact or fact) for doubt in doubts]


def _shared(tokens: Tokens, marks: Sequence[Mark]) -> Said:
    return tuple(sorted(attribution.facts_of_message(marks, tokens, SELF).items()))


def _checked(
    tokens: Tokens, spells: Sequence[Spell], relation: Relation, marks: Sequence[Mark], most: dict[str, int]
) -> Counting:
    """The counting, with what keeps it from being summed."""
    tokens.unplaced[:] = [span for span in tokens.unplaced if not _numbers_those_told(tokens, spells, span)]
    doubts = _doubts(tokens, spells, marks, most)
    return Counting(
        spells=tuple(spells),
        relation=relation,
        facts=_shared(tokens, marks) if spells or tokens.edge else (),
        unplaced=tuple(tokens.unplaced),
        doubts=tuple(dict.fromkeys(doubts)),
        which=_which(tokens),
        without=() if spells else _taken_out(tokens),
        put_in=bool(tokens.said("put-in")),
        persons=sharing.people_in_all(tokens),
        both=_joined_total(tokens) and not sharing.newcomers(tokens) and {spell.people for spell in spells} == {1},
        everything=bool(tokens.said("everything")) or tokens.months_together or tokens.in_all or _joined_total(tokens),
        supposed=bool(tokens.said("supposes")),
        here=bool(tokens.said("here")),
        at_home=attribution.told_of_home(tokens),
        elsewhere=attribution.tells_other_work(tokens),
        apart=bool(tokens.said("each-asked")),
        difference=bool(tokens.said("difference-asked")),
        edge=tokens.edge,
        beyond=tokens.beyond,
        total=tokens.goes_on and bool(tokens.said("total")),
        tells=_tells(tokens),
        mends=not asks(tokens.text) and not tokens.said("supposes") and bool(tokens.said("corrects") or tokens.told_anew),
        whose=_whose(tokens),
        crowd=_crowd(tokens),
        like_before=tokens.goes_on and bool(tokens.said("same-work")),
        denied=tuple(tokens.denied),
        spans=tuple((place.start, place.end) for place in (*tokens.counts, *(tokens.points if tokens.edge else ()))),
        off=tuple(tokens.off),
        bare=_bare(tokens),
        whole=any(
            tokens.just_before(count.start, "total") is not None or set_right.SAID_TO_BE.search(tokens.text, 0, count.start) is not None
            for count in tokens.counts
        ),
        in_fact=bool(tokens.said("in-fact", "corrects")),
        not_counted=tokens.not_counted,
        dated=tuple((count.start, count.end) for count in tokens.counts if count.dated),
        paid=months_and_money.paid_so_far(tokens.text) if len(spells) == 1 else 0,
        rested=tuple(days_off.clauses_of_rest(tokens)) if spells and not doubts else (),
    )


def _numbers_those_told(tokens: Tokens, spells: Sequence[Spell], span: tuple[int, int]) -> bool:
    """Whether a number is that of the people or spells told, where their total is asked: 两公婆合共多少."""
    number = bounds_of(tokens.text[slice(*span)])
    if number is None or number.low != number.high or tokens.text[span[1] : span[1] + 1] in counts_or_not.TIME_UNITS:
        return False
    if counts_or_not.WITHIN_IT.match(tokens.text, span[1]) and any(count.low == number.low for count in tokens.counts):
        return True
    people = len({spell.person for spell in spells})
    asked = tokens.in_clause(span[0], "total", "everything", "each-asked", "difference-asked")
    return bool(asked) and number.low in {people, len(spells)} - {1}


def _doubts(tokens: Tokens, spells: Sequence[Spell], marks: Sequence[Mark], most: dict[str, int]) -> list[Doubt]:
    """All that keeps spells from being summed."""
    doubts = _with_unplaced(tokens, spells[0].fact if spells else next(iter(most), ""))
    doubts += [Doubt(Reason.OUT_OF_RANGE, s.fact) for s in spells if not 0 < s.low <= s.high <= most[s.fact]]
    doubts += [Doubt(Reason.TOO_LONG, c.fact, tokens.text[c.start : c.end]) for c in tokens.counts if _beyond(tokens, c)]
    doubts += [Doubt(Reason.MONTHS, count.fact, said) for count, said in _loose_months(tokens)]
    now = ends_and_stretches.until_now(tokens.text[tokens.points[0].end :]) if tokens.edge is not None and not tokens.edge.last else ""
    doubts += [Doubt(Reason.ROUGHLY, tokens.edge.fact, now)] if tokens.edge is not None and now else []
    apart = len(spells) == 1 or len({mark.option for mark in marks}) > 1
    if spells and len(spells) != _PAIR and tokens.said("difference-asked") and apart and not months_and_money.paid_so_far(tokens.text):
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
    labels = _labels_between(tokens, tokens.clauses.sentence_begin(count.start), count.start)
    if count.dated or not labels or tokens.said("entry", start=labels[0][1], end=count.start):
        return False
    month = _month_named(tokens, labels)
    return 1 <= month <= 12 and count.low > last_of(tokens.year, month).day


def _but_those_left_out(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The spells of people who are to be counted (他那份不算)."""
    names = _left_out(tokens)
    kept = [spell for spell in spells if spell.person not in names]
    tokens.not_counted = tuple(dict.fromkeys(spell.fact for spell in spells if spell.person in names))
    return kept if kept or tokens.goes_on else spells


def _of_one_person(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The spells of the one person that alone is asked for (光我的多少)."""
    if sharing.asks_own_alone(tokens):
        own = [spell for spell in spells if spell.person == SELF]
        told = {fact for spell in own for fact, _ in spell.facts}
        mixed = tokens.goes_on and any(fact not in told for spell in spells for fact, _ in spell.facts)
        return spells if mixed else own or spells  # 去武汉的是我爱人，我留下: what was told before is not mine, and all is shown
    asked = [p for w in tokens.said("only") for p in tokens.persons if 0 <= p.start - w.end <= 1]
    if not asked and not sharing.joint(tokens):
        asked = [p for p in tokens.persons if asks_of_this_one(tokens.text, p.end) and not attribution.joined_at(tokens, p.end)]
    if len(asked) != 1 or len({spell.person for spell in spells}) < 2:
        return spells
    own = [spell for spell in spells if spell.person == attribution.name_of(tokens, asked[0])]
    return own if own and all(asked[0].start > count.start for count in tokens.counts) else spells


def _focused(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """The one count that alone is asked for (光隔离病房那11天)."""
    only = tokens.said("only")
    if not only or len(counts) < 2:
        return counts
    chosen = [
        c
        for c in counts
        if tokens.clauses.clause(c.start) == tokens.clauses.clause(only[-1].start) and c.start >= only[-1].end
    ]
    return [replace(chosen[0], part=Part.PLAIN)] if len(chosen) == 1 else counts


def _relation(tokens: Tokens, counts: Sequence[Count], *, corrects: bool) -> Relation:
    """How the message goes on from what was counted before."""
    kinds = {count.part for count in counts}
    if tokens.some and tokens.goes_on and len(counts) == 1:
        return Relation.SOME_OF_THEM
    if corrects and not _only_adds(tokens, counts) and kinds not in ({Part.OF_WHICH}, {Part.OFF}):
        return Relation.REPLACES
    if kinds == {Part.OFF}:
        return Relation.TAKES_OFF
    if kinds == {Part.OF_WHICH}:
        return Relation.OF_WHICH
    first = min(count.start for count in (*_but_those_off(tokens), *counts))
    joined = [
        word
        for word in tokens.said("adds-to-before", end=first)
        if word.start <= _SPEAKING_EARLY or first - word.end <= _SPEAKING_EARLY
    ]
    joined += [word for word in tokens.said("later", end=first) if word.start == 0]
    puts = [word for word in tokens.said("total") if rounds_and_parts.puts_together(tokens.text[word.start : word.end])]
    joined += puts if tokens.goes_on and len(counts) == 1 else []  # 三月也18天，加起来呢
    joined += [word for count in counts[-1:] if count.dated and tokens.goes_on for word in _again_behind(tokens, count)]
    one_more = tokens.goes_on and bool(set_right.ONE_MORE.match(tokens.text, first))
    if (joined or one_more or sharing.newcomers(tokens) or _goes_on_later(tokens, counts)) and Part.WHOLE not in kinds:
        return Relation.ADDS
    return Relation.NEW


def _only_adds(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether what was wrong is only that something was left out: 不对，还要加上后来的9天; 不对，漏了3天."""
    begin = next((word.end for word in tokens.said("corrects")), 0)
    end = counts[0].start
    if any(begin <= count.start < end for count in tokens.counts):
        return False
    missed = any(set_right.left_out(tokens.text[w.start : w.end]) for w in tokens.said("adds-to-before", start=begin, end=end))
    return begin > 0 and (missed or set_right.puts_on_top(tokens.text[begin:end]))


def _again_behind(tokens: Tokens, count: Count) -> list[Word]:
    """The word right behind days by the calendar that says they come on top: 20号到29号|又进去了."""
    word = tokens.just_after(count.end, "adds-to-before", within=0)
    return [word] if word is not None else []


def _but_those_off(tokens: Tokens) -> list[Count]:
    """The counts of a message without those of days on which nothing was done."""
    return [count for count in tokens.counts if not any(a <= count.start < b for a, b in tokens.off)]


def _goes_on_later(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether a message that asks nothing tells of days after those told before: 2月1号到9号在病房 — 2月10号到月底管消毒."""
    if tokens.last is None or not _tells(tokens):
        return False
    return all(count.parts and count.parts[0][0] > tokens.last.toordinal() for count in counts)


def _whose(tokens: Tokens) -> bool:
    """Whether somebody is named in the clause of the one count, and not only as who was wrong: 我记错了，我是15天."""
    if len(tokens.counts) != 1:
        return False
    begin = tokens.clauses.begin(tokens.counts[0].start)
    wrong = [word.start for word in tokens.said("corrects") if word.end != tokens.counts[0].start]  # 他改成18天: he is meant
    return any(begin <= person.start and person.end not in wrong for person in tokens.persons)


def _bare_number(tokens: Tokens, counted: str) -> Count | None:
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


def _denied_besides(tokens: Tokens) -> None:
    """Numbers without a unit that are only said not to be so, beside one that is, are denied like those with one: 是13天，不是15."""
    if not (tokens.goes_on and tokens.counts):
        return
    denied = [span for span in tokens.unplaced if tokens.just_before(span[0], "not-so", within=0) is not None]
    tokens.denied += [(int(one.low), int(one.high)) for one in (bounds_of(tokens.text[a:b]) for a, b in denied) if one is not None]
    tokens.unplaced[:] = [span for span in tokens.unplaced if span not in denied]


def _crowd(tokens: Tokens) -> int:
    """How many people a message speaks of, if it says one number of them and one work; SEVERAL if it tells of them apart."""
    numbers = {heads.number for heads in tokens.heads}
    works = max((len({m.option for m in tokens.marks if m.fact == mark.fact}) for mark in tokens.marks), default=0)
    if len(numbers) > 1 or (numbers and works > 1) or (not numbers and len(attribution.joined_people(tokens)) > 1):
        return SEVERAL
    pair = bool(tokens.said("pair")) and not tokens.counts and not asks(tokens.text)
    return next(iter(numbers), _PAIR if pair else 0)


def _bare(tokens: Tokens) -> bool:
    """Whether a message says nothing but counts: 30天; what stood before is then told anew."""
    return counts_or_not.only_a_number(blank(tokens.text, ((count.start, count.end) for count in tokens.counts)))


def _tells(tokens: Tokens) -> bool:
    """Whether a message only tells, and asks, corrects and supposes nothing."""
    asked = asks(tokens.text) or (tokens.goes_on and _ends_with_a_total(tokens))
    return not asked and not tokens.said("supposes", "corrects") and not tokens.told_anew


def _ends_with_a_total(tokens: Tokens) -> bool:
    """Whether a message ends by asking for the total of what it tells: 二月20天三月18天呢，一共."""
    return any(not tokens.text[word.end :].strip(FINAL) for word in tokens.said("total"))


def _some_day_off(tokens: Tokens, counts: Sequence[Count], fact: str) -> None:
    """A doubt where days off are pointed at and none of them is counted."""
    match = taken_off.SOME_DAY_OFF.search(tokens.text)
    off = any(count.part in (Part.OFF, Part.IGNORED) for count in counts)
    if match is not None and any(count.dated for count in counts) and not off:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, fact, match.group()))


def _month_of(tokens: Tokens, count: Count) -> int:
    """The month in whose name so many days are told (三月18天); 0 where none is named, or another count stands between."""
    begin = max((other.end for other in tokens.counts if other.end <= count.start), default=0)
    begin = max(begin, tokens.clauses.sentence_begin(count.start))
    return 0 if count.dated else _month_named(tokens, _labels_between(tokens, begin, count.start))


def _labels_between(tokens: Tokens, begin: int, end: int) -> list[tuple[int, int]]:
    """The labels that stand in a stretch."""
    return [label for label in tokens.labels if begin <= label[0] and label[1] <= end]


def _month_named(tokens: Tokens, labels: Sequence[tuple[int, int]]) -> int:
    """The number of the month that the one label names; 0 if it names none, or there are several."""
    names = {months_and_money.bare_month(tokens.text[slice(*label)]) for label in labels}
    if len(names) != 1 or not months_and_money.MONTH_NAMED.fullmatch(tokens.text, *labels[0]):
        return 0
    month = bounds_of(months_and_money.bare_month(tokens.text[slice(*labels[0])]))
    return int(month.low) if month is not None else 0


def _spell(count: Count, month: int) -> Spell:
    low, high = int(count.low), int(count.high)
    return Spell(count.fact, low, high, count.person, count.people, count.facts, count.working, count.parts, month)
