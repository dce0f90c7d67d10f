"""From a message to what it counts: whose days or months, how many, under which facts, and what could not be placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.language import spells as spell_words
from bot.language.crews import EACH
from bot.language.dates import last_of, stretch
from bot.language.festivals import names_a_festival
from bot.language.numerals import NUMERAL_CHARACTERS, SO_MANY_OF, bounds_of
from bot.model.fact import Fact
from bot.model.talk import Signal
from bot.model.tally import SELF, Doubt, Reason, Said, Spell
from bot.understanding.counts import attribution, parts
from bot.understanding.counts.sayings import told_otherwise
from bot.understanding.counts.tokens import Lexer, Tiers, Tokens
from bot.understanding.counts.tree import Count, Counting, Mark, Part, Relation

_SPEAKING_EARLY = 6
"""Characters from the beginning of a message within which a word joins it to what was counted before."""

_PAIR = 2
_COUNTLESS = ("the-same", "everything", "half", "corrects", "share")
"""Signals by which a message without a number steers what was counted."""


class Reader:
    """Reads counts. Built once per snapshot."""

    def __init__(self, facts: Iterable[Fact], signals: Iterable[Signal]) -> None:
        known = tuple(facts)
        self._most = {fact.id: fact.most for fact in known if fact.kind == "number"}
        self._lexer = Lexer(known, signals)
        self._per_household = frozenset(fact.id for fact in known if fact.per_household)
        self._titles = [f"{fact.unit}{SO_MANY_OF}" for fact in known if fact.id in self._lexer.by_day]
        steering = [word for signal in _COUNTLESS for word in self._lexer.words.says(signal)]
        self._all_parts = spell_words.all_parts("|".join(map(re.escape, self._lexer.words.says("total"))) or r"(?!)")
        self._countless = re.compile("|".join(map(re.escape, steering)) or r"(?!)")

    def steers(self, text: str) -> bool:
        """Whether a text without a number still says what to do with what was counted: 全算上."""
        patterns = (self._countless, self._all_parts, spell_words.ONE_MORE)
        return any(pattern.search(text) for pattern in patterns) or names_a_festival(text)

    def read(
        self,
        text: str,
        marks: Sequence[Mark] = (),
        *,
        year: int,
        wanted: frozenset[str] = frozenset(),
        tiers: Tiers | None = None,
        goes_on: bool = False,
    ) -> Counting:
        """What a message counts.

        ``text`` is folded and rewritten; ``marks`` are facts heard in it, with their places; ``year`` is meant by dates that name
        none; ``wanted`` are the number facts of the amounts in hand; ``tiers`` are the rates of these amounts; ``goes_on``: there
        are counts already, to which a text without a number may give other facts (那不接触的呢).
        """
        if NUMERAL_CHARACTERS.isdisjoint(text) and not self.steers(text) and not (goes_on and marks):
            return Counting()
        tokens = self._lexer.read(text, year, wanted, marks, tiers or {}, self._told_otherwise, goes_on)
        if not tokens.counts and not tokens.points:
            asked = self._all_parts.search(text) if goes_on else None
            return _without_counts(tokens, marks, next(iter(self._most), ""), asked)
        spells: list[Spell] = []
        relation = Relation.NEW
        for fact in dict.fromkeys([*(c.fact for c in tokens.counts), *(self._stays(tokens))]):
            counts = [count for count in tokens.counts if count.fact == fact]
            found, relation = self._counted(tokens, fact, counts, marks)
            spells += found
        if spell_words.MULTIPLE.search(text):
            tokens.doubts += [Doubt(Reason.WHICH_SPELL, spell.fact) for spell in spells[:1]]
        return _checked(tokens, _of_one_person(tokens, spells), relation, marks, self._most)

    def _told_otherwise(self, tokens: Tokens, left: str) -> str:
        return told_otherwise(tokens, left, self._lexer.by_day, self._titles)

    def checked(self, spell: Spell) -> Counting:
        """A number that replies to a question, with what keeps it from being summed."""
        possible = 0 < spell.low <= spell.high <= self._most[spell.fact]
        return Counting(spells=(spell,), doubts=() if possible else (Doubt(Reason.OUT_OF_RANGE, spell.fact),))

    def _stays(self, tokens: Tokens) -> list[str]:
        """The fact that days of entry and exit count for."""
        return self._lexer.by_day if tokens.points else []

    def _counted(
        self, tokens: Tokens, fact: str, counts: list[Count], marks: Sequence[Mark]
    ) -> tuple[list[Spell], Relation]:
        """The spells of one number fact."""
        counts = parts.with_stay(tokens, counts, fact if fact in self._lexer.by_day else None)
        counts = parts.short_of(tokens, counts)
        counts = parts.compared(tokens, counts)
        counts = parts.alternating(tokens, counts)
        counts = parts.in_rounds(tokens, counts)
        counts, corrects = parts.corrected(tokens, counts)
        counts = parts.classified(tokens, counts)
        counts = parts.turned_about(tokens, counts)
        counts = parts.halved(tokens, counts)
        counts = parts.remaining(tokens, counts)
        counts = _focused(tokens, counts)
        _some_day_off(tokens, counts, fact)
        counts = [count for count in counts if count.part is not Part.IGNORED]
        if not counts:
            return [], Relation.REPLACES if tokens.edge and corrects else Relation.NEW
        relation = _relation(tokens, counts, corrects=corrects)
        heard = [*marks, *_rated(tokens, marks)]
        shared = fact in self._per_household and not any(_each(tokens, count) for count in counts)
        counts = attribution.with_facts(tokens, counts, heard) if shared else _for_people(tokens, counts, heard, fact)
        return [_spell(count) for count in _netted(tokens, counts, fact, relation)], relation


def _rated(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Facts that follow from the rates said. Where what somebody did is said in words, their rate adds nothing."""
    said = {mark.fact for mark in marks}
    rated = [Mark(r.start, r.end, name, option) for r in tokens.rates for name, option in r.facts]
    return [
        mark for rate in tokens.rates if said.isdisjoint(dict(rate.facts)) for mark in rated if mark.start == rate.start
    ]


def _without_counts(tokens: Tokens, marks: Sequence[Mark], fact: str, parts_asked: re.Match[str] | None) -> Counting:
    """A message that counts nothing, but may steer what was counted."""
    if parts_asked is not None:
        inside = range(parts_asked.start(), parts_asked.end())
        tokens.unplaced[:] = [span for span in tokens.unplaced if span[0] not in inside]
    number, people_asked = _asked(parts_asked, "number"), _asked(parts_asked, "people", "lot")
    heard = [*marks, *_rated(tokens, marks)] if tokens.said("supposes") else marks
    alike, people = _like_before(tokens), _people_set_right(tokens)
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
        which=_which(tokens) if tokens.said("only", "share") else None,
    )


def _asked(match: re.Match[str] | None, *groups: str) -> int:
    """The number a group of what was asked holds; 0 if none does."""
    said = next((match.group(name) for name in groups if match.group(name)), "") if match is not None else ""
    number = bounds_of(said) if said else None
    return int(number.low) if number and number.low == number.high else 0


def _people_set_right(tokens: Tokens) -> tuple[int, int] | None:
    """The number of people as said before and as it is, which then are no numbers without a role."""
    match = spell_words.PEOPLE_SET_RIGHT.search(tokens.text)
    old, new = (bounds_of(match.group(name)) if match else None for name in ("old", "new"))
    if match is None or old is None or new is None or old.low != old.high or new.low != new.high:
        return None
    tokens.unplaced[:] = [span for span in tokens.unplaced if not match.start() <= span[0] < match.end()]
    return int(old.low), int(new.low)


def _share(tokens: Tokens) -> str | None:
    """The one person whose share alone is asked: 他那份单独是多少."""
    names = list(dict.fromkeys(person.name for person in tokens.persons))
    return names[0] if tokens.said("share") and len(names) == 1 else None


def _which(tokens: Tokens) -> int | None:
    """The spell a message speaks of by its order; none if it speaks of several."""
    found = list(spell_words.BY_ORDER.finditer(tokens.text))
    if len(found) != 1:
        return None
    if found[0].group("number"):
        number = bounds_of(found[0].group("number"))
        return int(number.low) - 1 if number else None
    return 0 if found[0].group("first") else -1


def _all_of_it(tokens: Tokens) -> bool:
    """Whether all that was counted is to be added up: said so, or the total of both people is asked (我俩一共多少)."""
    return bool(tokens.said("everything") or (tokens.said("pair", "we") and tokens.said("total")))


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
    doubts = _with_unplaced(tokens, spells[0].fact if spells else next(iter(most), ""))
    for spell in spells:
        if not 0 < spell.low <= spell.high <= most[spell.fact]:
            doubts.append(Doubt(Reason.OUT_OF_RANGE, spell.fact))
    doubts += [Doubt(Reason.OUT_OF_RANGE, c.fact, tokens.text[c.start : c.end]) for c in tokens.counts if _beyond(tokens, c)]
    if len(spells) != _PAIR and tokens.said("difference-asked") and len({mark.option for mark in marks}) > 1:
        doubts.append(Doubt(Reason.WHICH_SPELL, spells[0].fact))
    return Counting(
        spells=tuple(spells),
        relation=relation,
        facts=_shared(tokens, marks) if spells or tokens.edge else (),
        unplaced=tuple(tokens.unplaced),
        doubts=tuple(dict.fromkeys(doubts)),
        which=_which(tokens),
        put_in=bool(tokens.said("put-in")),
        persons=_people_in_all(tokens),
        everything=bool(tokens.said("everything")) or tokens.months_together or _joined_total(tokens),
        supposed=bool(tokens.said("supposes")),
        here=bool(tokens.said("here")),
        apart=bool(tokens.said("each-asked")),
        difference=bool(tokens.said("difference-asked")),
        edge=tokens.edge,
        denied=tuple(tokens.denied),
        spans=tuple((place.start, place.end) for place in (*tokens.counts, *(tokens.points if tokens.edge else ()))),
        dated=tuple((count.start, count.end) for count in tokens.counts if count.dated),
    )


def _beyond(tokens: Tokens, count: Count) -> bool:
    """Whether more days are told of one month than it has (二月里干了35天); not of what only began in it."""
    begin = tokens.clauses.begin(count.start)
    labels = [label for label in tokens.labels if begin <= label[0] and label[1] <= count.start]
    if len(labels) != 1 or count.dated or tokens.said("entry", start=labels[0][1], end=count.start):
        return False
    month = bounds_of(spell_words.bare_month(tokens.text[slice(*labels[0])]))
    return month is not None and 1 <= month.low <= 12 and count.low > last_of(tokens.year, int(month.low)).day


def _of_one_person(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The spells of the one person that alone is asked for (光我的多少)."""
    asked = [p for w in tokens.said("only") for p in tokens.persons if 0 <= p.start - w.end <= 1]
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
    if corrects and kinds != {Part.OF_WHICH}:
        return Relation.REPLACES
    if kinds == {Part.OFF}:
        return Relation.TAKES_OFF
    if kinds == {Part.OF_WHICH}:
        return Relation.OF_WHICH
    first = min(count.start for count in (*tokens.counts, *counts))
    joined = [
        word
        for word in tokens.said("adds-to-before", end=first)
        if word.start <= _SPEAKING_EARLY or first - word.end <= _SPEAKING_EARLY
    ]
    one_more = tokens.goes_on and bool(spell_words.ONE_MORE.match(tokens.text, first))
    if (joined or one_more or _newcomers(tokens)) and Part.WHOLE not in kinds:
        return Relation.ADDS
    return Relation.NEW


def _for_people(tokens: Tokens, counts: list[Count], marks: Sequence[Mark], fact: str) -> list[Count]:
    """Each count with whose it is, for how many, and under which facts."""
    mains = [count for count in counts if count.part is not Part.OFF]
    if any(count.per_head for count in counts):
        return attribution.with_facts(tokens, counts, marks)
    known = attribution.persons_of(tokens)
    sharing = _sharing(tokens, known, marks)
    number = _number_of_people(tokens, len(known))
    each = any(_each(tokens, count) for count in counts)
    if len(mains) == 1 and len(sharing) > 1 and (each or _all_alike(tokens, mains[0])):
        return _one_each(tokens, mains[0], sharing, marks)
    if len(mains) == 1 and len(sharing) > 1 and attribution.joined_at(tokens, mains[0].start):
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    if len(known) == len(mains) > 1 and tokens.said("respectively", end=mains[0].start):
        counts = [replace(c, person=name) for c, name in zip(mains, known, strict=True)]
        return attribution.with_facts(tokens, counts, marks)
    counts = attribution.with_person(tokens, counts)
    own = [_own_heads(tokens, counts, at) for at in range(len(counts))]
    if len(mains) > 1 and all(own) and any(_each(tokens, count) for count in mains):
        return _by_groups(tokens, counts, own, marks, fact)
    groups = _groups(tokens, mains, number, marks) if each else []
    if groups:
        return groups
    more = _newcomers(tokens)
    if more and len(mains) == 1:
        return attribution.with_facts(tokens, [replace(mains[0], person=SELF, people=more)], marks)
    if len({heads.number for heads in tokens.heads}) > 1:
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    alike = len(mains) == 1 and (mains[0].dated or _all_alike(tokens, mains[0]))
    twice = (each or tokens.said("difference-asked")) and number == 1 and len(known) < _PAIR
    kinds = _kinds_of_work(mains, marks) if twice else []
    if kinds:
        return kinds
    if number > 1 and (each or alike):
        return _each_of_many(tokens, counts, number, marks, fact)
    joins = tokens.goes_on and number == _PAIR and len({c.person for c in counts} - {SELF}) == 1
    if joins:
        return attribution.with_facts(tokens, counts, marks)
    if each and number == 1 and not known and any(tokens.text[w.start] == EACH for w in tokens.said("each")):
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    if (number > 1 and len({c.person for c in mains}) < number and not _handed_out(tokens, mains, number)) or (
        each and number == 1 and len(known) < 2 and _plural(tokens)
    ):
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    return attribution.with_facts(tokens, counts, marks)


def _newcomers(tokens: Tokens) -> int:
    """How many people come to those counted before (又添了一个人); 0 if none do."""
    match = spell_words.NEWCOMERS.search(tokens.text) if tokens.goes_on else None
    number = bounds_of(match.group("number")) if match else None
    return int(number.low) if number and number.low == number.high else 0


def _people_in_all(tokens: Tokens) -> int:
    """How many people there are with those who came to them (又添了一个人，6个人一共); 0 if it is not said."""
    totals = [h.number for h in tokens.heads if tokens.just_after(h.end, "total", within=2)] if _newcomers(tokens) else []
    return totals[-1] if totals else 0


def _kinds_of_work(counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """One count said of each of two kinds of work (隔离病房和药房各13天), as two."""
    options: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        options.setdefault(mark.fact, [])
        options[mark.fact] += [mark.option] if mark.option not in options[mark.fact] else []
    differing = [name for name, said in options.items() if len(said) > 1]
    if len(counts) != 1 or len(differing) != 1 or len(options[differing[0]]) != _PAIR:
        return []
    common = {name: said[0] for name, said in options.items() if len(said) == 1}
    return [
        replace(counts[0], parts=(), facts=tuple(sorted({**common, differing[0]: option}.items())))
        for option in options[differing[0]]
    ]


def _some_day_off(tokens: Tokens, counts: Sequence[Count], fact: str) -> None:
    """A doubt where days off are pointed at and none of them is counted."""
    match = spell_words.SOME_DAY_OFF.search(tokens.text)
    off = any(count.part in (Part.OFF, Part.IGNORED) for count in counts)
    if match is not None and any(count.dated for count in counts) and not off:
        tokens.doubts.append(Doubt(Reason.DAYS_OFF, fact, match.group()))


def _own_heads(tokens: Tokens, counts: Sequence[Count], at: int) -> int:
    """How many people one of several counts is said of; 0 if it is not said."""
    begin = counts[at - 1].end if at else tokens.clauses.begin(counts[0].start)
    near = [heads.number for heads in tokens.heads if begin <= heads.start and heads.end <= counts[at].start]
    return near[-1] if near else 0


def _by_groups(
    tokens: Tokens, counts: Sequence[Count], own: Sequence[int], marks: Sequence[Mark], fact: str
) -> list[Count]:
    """2个人各10天，另外4个人各7天: each count for its own people, who come to the number told before."""
    before = [heads.number for heads in tokens.heads if heads.end <= counts[0].start][:-1]
    if before and before[-1] != sum(own):
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    shared = [replace(count, people=people, person=SELF) for count, people in zip(counts, own, strict=True)]
    return attribution.with_facts(tokens, shared, marks)


def _sharing(tokens: Tokens, known: Sequence[str], marks: Sequence[Mark]) -> list[str]:
    """The people of whom one count may be said alike: joined to another (我和老公), or each with a fact of their own."""
    joined = attribution.joined_people(tokens)
    marked = {name for mark in marks for name in attribution.named_at(tokens, mark)}
    return [name for name in known if name in joined or name in marked]


def _number_of_people(tokens: Tokens, named: int) -> int:
    """How many people are said to have been at it."""
    told = [heads.number for heads in tokens.heads]
    told_number = max(told, default=1)
    if len(told) > _PAIR and told_number == told[-1] == sum(told[:-1]):  # 一个医生两个护士，三个人都…
        tokens.heads = [tokens.heads[-1]]
    pair = 2 if tokens.said("pair") and named < 2 else 1
    return max(told_number, pair)


def _handed_out(tokens: Tokens, counts: Sequence[Count], number: int) -> bool:
    """一个20天，两个15天: the heads beside the counts come to the number of people."""
    if len(tokens.heads) < 2 and len(counts) < number:
        return False
    return len(counts) == number


def _each(tokens: Tokens, count: Count) -> bool:
    """Whether a count is said to be each one's: 各14天, 每人干了10天."""
    begin = tokens.clauses.begin(count.start)
    said = tokens.just_before(count.start, "each") or next(
        iter(tokens.said("everyone", start=begin, end=count.start)), None
    )
    return said is not None


def _all_alike(tokens: Tokens, count: Count) -> bool:
    return bool(tokens.in_clause(count.start, "all-of-them")) or bool(tokens.just_before(count.start, "all-of-them"))


def _plural(tokens: Tokens) -> bool:
    """Whether more than one person is spoken of, without a number."""
    return bool(tokens.said("we", "everyone"))


def _one_each(tokens: Tokens, count: Count, known: Sequence[str], marks: Sequence[Mark]) -> list[Count]:
    """One count that holds for each person named, everyone under their own facts."""
    return attribution.with_facts(tokens, [replace(count, person=name) for name in known], marks)


def _each_of_many(tokens: Tokens, counts: list[Count], number: int, marks: Sequence[Mark], fact: str) -> list[Count]:
    """A count for each of several people; for two under different facts, once under each."""
    counts = [replace(count, person=SELF) for count in counts]
    options: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.option not in options.setdefault(mark.fact, []):
            options[mark.fact].append(mark.option)
    differing = [name for name, said in options.items() if len(said) > 1]
    if not differing:
        return attribution.with_facts(tokens, [replace(count, people=number) for count in counts], marks)
    if len(differing) == 1 and len(options[differing[0]]) == number == 2 and len(counts) == 1:
        common = {name: said[0] for name, said in options.items() if len(said) == 1}
        return [
            replace(counts[0], facts=tuple(sorted({**common, differing[0]: option}.items())))
            for option in options[differing[0]]
        ]
    tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, fact))
    return counts


def _groups(
    tokens: Tokens, counts: Sequence[Count], number: int, marks: Sequence[Mark]
) -> list[Count]:
    """两个护士采样，一个在药房，每人10天: the count for each group, under what is said of it; none if they do not come to all."""
    before = [heads for heads in tokens.heads if heads.end <= counts[0].start]
    while before and sum(heads.number for heads in before) > number:
        before = before[1:] if before[0].number == number else before[:-1]
    if len(counts) != 1 or len(before) < _PAIR or sum(heads.number for heads in before) != number:
        return []
    differing = {mark.fact for mark in marks if len({m.option for m in marks if m.fact == mark.fact}) > 1}
    result = []
    for at, heads in enumerate(before):
        end = before[at + 1].start if at + 1 < len(before) else counts[0].start
        said = attribution.facts_of_message([m for m in marks if heads.start <= m.start < end], tokens)
        if not differing <= said.keys():
            return []
        result.append(replace(counts[0], people=heads.number, facts=tuple(sorted(said.items()))))
    return result


def _netted(tokens: Tokens, counts: list[Count], fact: str, relation: Relation) -> list[Count]:
    """The counts that are summed, person by person: parts of a whole told apart, days off taken off."""
    result: list[Count] = []
    for person in dict.fromkeys(count.person for count in counts):
        result += _net(tokens, [count for count in counts if count.person == person], fact, relation)
    return result


def _net(tokens: Tokens, counts: list[Count], fact: str, relation: Relation) -> list[Count]:
    off = [count for count in counts if count.part is Part.OFF]
    mains = [count for count in counts if count.part is not Part.OFF]
    if not mains:
        return off
    if mains[0].part is Part.WHOLE and mains[0].start >= max((less.end for less in off), default=0):
        off = []  # 扣掉5天，一共25天: told after them, the whole is what is left
    mains = _of_a_whole(tokens, mains, fact) if relation is not Relation.OF_WHICH else mains
    mains = _apart(tokens, mains, fact)
    return _less(tokens, mains, off, fact)


def _of_a_whole(tokens: Tokens, counts: list[Count], fact: str) -> list[Count]:
    """A whole and its parts: the parts, and what is left of it."""
    inside = [c for c in counts if c.part in (Part.OF_WHICH, Part.REST)]
    whole = next((c for c in counts if c.part is Part.WHOLE), None)
    if whole is None and inside:
        whole = next((c for c in counts if c.part is Part.PLAIN), None)
    if whole is None or len(counts) == 1:
        return [replace(c, part=Part.PLAIN) for c in counts]
    others = [c for c in counts if c is not whole]
    low, high = sum(c.low for c in others), sum(c.high for c in others)
    if (low, high) == (whole.low, whole.high):
        return others
    if low != high or whole.low != whole.high or low > whole.low:
        tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact))
        return others
    left = replace(whole, low=whole.low - low, high=whole.low - low, working=f"{whole.low:g} - {low:g}", parts=())
    return [*others, left]


def _apart(tokens: Tokens, counts: list[Count], fact: str) -> list[Count]:
    """Several counts of one person add up only if they are told apart; the same one said again counts once."""
    kept: list[Count] = []
    for count in counts:
        if not kept:
            kept.append(count)
        elif any(_overlap(count, other) for other in kept):
            same = next((at for at, other in enumerate(kept) if count.parts == other.parts), None)
            if same is not None:
                both = tuple(sorted({**dict(count.facts), **dict(kept[same].facts)}.items()))
                kept[same] = replace(kept[same], facts=both)
                continue
            if len(kept) == 1 and kept[0].facts == count.facts and _plain_stretches(kept[0], count):
                kept = [_united(kept[0], count)]
                continue
            tokens.doubts.append(Doubt(Reason.OVERLAP, fact))
            kept.append(count)
        elif _elsewhere(tokens, kept[-1], count):
            if not tokens.said("total", "everything"):
                tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact, tokens.text[count.start : count.end]))
            kept.append(count)
        elif _told_apart(tokens, kept[-1], count) or _numbered(tokens, counts):
            kept.append(count)
        elif (count.low, count.high) != (kept[-1].low, kept[-1].high) or len(kept) > 1:
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact, tokens.text[count.start : count.end]))
            kept.append(count)
    return kept


def _plain_stretches(one: Count, other: Count) -> bool:
    """Whether both are whole stretches of days, partly the same."""
    return all(len(c.parts) == 1 and c.low == c.parts[0][1] - c.parts[0][0] + 1 for c in (one, other))


def _united(one: Count, other: Count) -> Count:
    """Two stretches of the same work that share days: each day counts once."""
    first, last = min(one.parts[0][0], other.parts[0][0]), max(one.parts[0][1], other.parts[0][1])
    days = last - first + 1
    return replace(one, end=other.end, low=days, high=days, parts=((first, last),), working=stretch(first, last))


def _overlap(one: Count, other: Count) -> bool:
    return any(a <= d and c <= b for a, b in one.parts for c, d in other.parts)


def _elsewhere(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether two counts under one rate are each told with another kind of work: 采样14天，隔离病房14天."""
    if dict(before.facts) != dict(count.facts) or tokens.said("adds", start=before.end, end=count.start) or before.dated:
        return False
    one, other = (
        {
            tokens.text[mark.start : mark.end]
            for mark in tokens.marks
            if tokens.clauses.clause(mark.start) == tokens.clauses.clause(place.start)
        }
        for place in (before, count)
    )
    return bool(one) and bool(other) and one.isdisjoint(other)


def _numbered(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether as many spells are told of as there are counts (两段：13天、29天), or each is told as one (一回9天一回8天)."""
    if any(count.dated for count in counts):
        return False
    begins = [tokens.clauses.begin(counts[0].start), *(count.end for count in counts[:-1])]
    if all(spell_words.ONE.search(tokens.text[a : c.start]) for a, c in zip(begins, counts, strict=True)):
        return True
    said = [bounds_of(match.group("number")) for match in spell_words.SO_MANY.finditer(tokens.text[: counts[0].start])]
    return any(number is not None and number.low == number.high == len(counts) for number in said)


def _told_apart(tokens: Tokens, before: Count, count: Count) -> bool:
    begin, end = before.end, count.start
    if count.dated and before.dated:
        return True
    if count.dated != before.dated and (count.low, count.high) == (before.low, before.high):
        return False
    if dict(count.facts) != dict(before.facts) or tokens.said("adds", start=begin, end=end):
        return True
    return any(begin <= start and stop <= end for start, stop in tokens.labels) or "+" in tokens.text[begin:end]


def _less(tokens: Tokens, counts: list[Count], off: Sequence[Count], fact: str) -> list[Count]:
    """Counts with the days off taken off: from the one count there is, or from the one before; by the calendar, where both are."""
    for less in off:
        if less.parts and any(count.parts for count in counts):
            counts = [_without_days(count, less) for count in counts]
            continue
        bases = [c for c in counts if c.end <= less.start] or counts
        alike = len({c.facts for c in counts}) == 1
        base = bases[-1] if len(bases) == 1 or alike else None
        if base is None:
            tokens.doubts.append(Doubt(Reason.WHICH_SPELL, fact, tokens.text[less.start : less.end]))
            return counts
        shown = f"{base.working} - {less.low:g}" if base.working else f"{base.low:g} - {less.low:g}"
        lower = replace(base, low=base.low - less.high, high=base.high - less.low, working=shown, parts=())
        counts = [lower if c is base else c for c in counts]
    return counts


def _without_days(count: Count, less: Count) -> Count:
    """A count without the days it shares with another; its stretches go, so that they are taken off once."""
    shared = parts.shared_days(count, less)
    if not shared:
        return count
    if count.low != parts.shared_days(count, count):  # months: they are taken off as such
        whole = shared == parts.shared_days(less, less)
        return replace(count, low=count.low - less.low, high=count.high - less.low, parts=()) if whole else count
    shown = f"{count.working or f'{count.low:g}'} - {shared}"
    left = tuple(piece for stretch in count.parts for piece in _cut(stretch, less.parts))
    return replace(count, low=count.low - shared, high=count.high - shared, working=shown, parts=left)


def _cut(stretch: tuple[int, int], off: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A stretch of days without others."""
    pieces = [stretch]
    for begin, end in off:
        pieces = [
            piece
            for a, b in pieces
            for piece in ((a, min(b, begin - 1)), (max(a, end + 1), b))
            if piece[0] <= piece[1]
        ]
    return pieces


def _spell(count: Count) -> Spell:
    low, high = int(count.low), int(count.high)
    return Spell(count.fact, low, high, count.person, count.people, count.facts, count.working, count.parts)
