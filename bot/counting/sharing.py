"""Whom a count is said of: one person, each of several, each of so many, or all of them together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.counting import attribution
from bot.counting.tokens import Tokens
from bot.counting.tree import SEVERAL, Count, Heads, Mark, Part
from bot.language import whose_days
from bot.language.clauses import CLAUSE_MARKS
from bot.language.crews import EACH, ME, NTH_PERSON, OWN_ALONE, each_one_asked, not_asked_for
from bot.language.numerals import bounds_of
from bot.language.questions import asks
from bot.model.tally import SELF, Doubt, Reason, Said, Spell

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _People:
    """What tells whom the counts of one fact are said of."""

    tokens: Tokens
    counts: list[Count]
    mains: list[Count]
    marks: Sequence[Mark]
    fact: str
    known: list[str]
    number: int
    each: bool

    @property
    def alike(self) -> bool:
        """Whether the one count is said of all of them."""
        return len(self.mains) == 1 and _all_alike(self.tokens, self.mains[0])

    def doubt(self, reason: Reason = Reason.EACH_OR_TOGETHER, said: str = "") -> None:
        """Keep the counts from being summed."""
        self.tokens.doubts.append(Doubt(reason, self.fact, said))

    def with_facts(self, counts: Sequence[Count]) -> list[Count]:
        """Counts with the facts said of each."""
        return attribution.with_facts(self.tokens, counts, self.marks)


def for_people(tokens: Tokens, counts: list[Count], marks: Sequence[Mark], fact: str) -> list[Count]:
    """Each count with whose it is, for how many, and under which facts."""
    mains = [count for count in counts if count.part is not Part.OFF]
    known = attribution.persons_of(tokens)
    number = _number_of_people(tokens, len(known))
    each = any(said_of_each(tokens, count) for count in counts)
    said = _People(tokens, counts, mains, marks, fact, known, number, each)
    for reading in (_each_of_those_told, _but_some, _per_head, _one_for_all, _in_turn, _listed):
        found = reading(said)
        if found is not None:
            return found
    said = replace(said, counts=attribution.with_person(tokens, counts))
    for reading in (_by_groups, _groups, _with_newcomers, _by_work, _each_of_many):
        found = reading(said)
        if found is not None:
            return found
    _without_their_own(said)
    return said.with_facts(said.counts)


def _each_of_those_told(said: _People) -> list[Count] | None:
    """我采样，她不接触病人 — 俩人各10天: the one count for each of those who were told of before, under what they do."""
    works = said.tokens.works
    alike = said.each or any(_of_everybody(said.tokens, count) for count in said.mains)
    others = {*said.known} - {SELF} - {name for name, _ in works}
    if len(works) >= _PAIR and any(facts for _, facts in works) and not (alike or said.known or said.tokens.heads):
        said.doubt()  # 我采样，她在卡口 — 一共15天: whose?
    if len(works) < _PAIR or len(said.counts) != 1 or not alike or others or said.number not in (1, len(works)):
        return None
    own = attribution.facts_of_message(said.marks, said.tokens)
    return [replace(said.counts[0], person=name, facts=tuple(sorted({**dict(facts), **own}.items()))) for name, facts in works]


def _but_some(said: _People) -> list[Count] | None:
    """五个人每人14天，其中一个6天: all but some, and those; of people told before, those alone."""
    tokens = said.tokens
    begins = [0, *(count.end for count in said.mains)][: len(said.mains)]
    own = [[some for some in tokens.some if begin <= some.start < c.start] for begin, c in zip(begins, said.mains, strict=True)]
    if not any(own):
        return None
    apart = [_of_some(said, count, some[-1]) for count, some in zip(said.mains, own, strict=True) if some]
    base = [replace(count, person=SELF, part=_whole(count)) for count, some in zip(said.mains, own, strict=True) if not some]
    if not base and tokens.goes_on and len(apart) == 1:
        return apart
    left = said.number - sum(count.people for count in apart)
    common = said.each or (len(base) == 1 and (base[0].dated or _all_alike(tokens, base[0])))
    if len(base) != 1 or left < 1 or not common or len(said.counts) > len(said.mains):
        said.doubt()
        return said.counts
    return [replace(base[0], people=left, facts=_facts_but(said, apart)), *apart]


def _of_some(said: _People, count: Count, some: Heads) -> Count:
    """A count of some of several people, with the work told of them; by how much it differs from the others' is a doubt."""
    tokens = said.tokens
    if whose_days.by_so_much(tokens.text[some.end : count.start]) or count.part is Part.IGNORED:
        said.doubt(Reason.WHICH_SPELL, tokens.text[count.start : count.end])
    own = [mark for mark in said.marks if some.end <= mark.start < tokens.clauses.end(count.start, len(tokens.text))]
    common = [mark for mark in said.marks if mark.start < some.start]
    facts = {**attribution.facts_of_message(common, tokens), **attribution.facts_of_message(own, tokens)}
    name = tokens.text[some.start : some.end]
    return replace(count, person=name, people=some.number, part=_whole(count), facts=tuple(sorted(facts.items())))


def _facts_but(said: _People, apart: Sequence[Count]) -> Said:
    """The facts of all but some: what is said before them, and behind them of all."""
    first = min(some.start for some in said.tokens.some)
    last = max(count.end for count in apart)
    marks = [mark for mark in said.marks if mark.start < first or mark.start > last]
    return tuple(sorted(attribution.facts_of_message(marks, said.tokens).items()))


def _per_head(said: _People) -> list[Count] | None:
    """52个人天; 三个人加起来45天."""
    if len(said.mains) == 1 and max(said.number, len(said.known)) > 1 and whose_days.put_together(said.tokens.text[: said.mains[0].start]):
        return said.with_facts(said.counts)
    return said.with_facts(said.counts) if any(count.per_head for count in said.counts) else None


def _one_for_all(said: _People) -> list[Count] | None:
    """我跟老公都在药房，各30天: the one count for everybody named."""
    sharing = _sharing(said.tokens, said.known, said.marks)
    if len(said.mains) != 1 or len(sharing) < _PAIR or said.number > len(sharing):
        return None
    count = said.mains[0]
    if said.each or said.alike:
        return said.with_facts([replace(count, person=name) for name in sharing])
    if attribution.joined_at(said.tokens, count.start):
        said.doubt()
    return None


def _in_turn(said: _People) -> list[Count] | None:
    """我和小王分别20天、15天: as many counts as people, in their order."""
    if len(said.known) != len(said.mains) or len(said.mains) < _PAIR:
        return None
    listed = all(count.listed for count in said.mains)
    if not listed and not said.tokens.said("respectively", end=said.mains[0].start):
        return None
    pairs = zip(said.mains, said.known, strict=True)
    return said.with_facts([replace(count, person=name) for count, name in pairs])


def _listed(said: _People) -> list[Count] | None:
    """四个人，天数是7、9、11、13: as many counts as people who are not named."""
    told = len(said.mains) > 1 and all(count.listed for count in said.mains) and bool(said.tokens.heads)
    if not told:
        return None
    if said.number != len(said.mains):
        said.doubt()
    facts = tuple(sorted(attribution.facts_of_message(said.marks, said.tokens).items()))
    return [replace(c, person=NTH_PERSON.format(at), facts=facts) for at, c in enumerate(said.mains, start=1)]


def _by_groups(said: _People) -> list[Count] | None:
    """2个人各10天，另外4个人各7天: each count for its own people, who come to the number told before."""
    own = [_own_heads(said.tokens, said.counts, at) for at in range(len(said.counts))]
    if len(said.mains) < _PAIR or not all(own):
        return None
    told = {heads.number for heads in said.tokens.heads} - set(own)
    if not said.each and sum(own) not in told:
        return None
    before = [heads.number for heads in said.tokens.heads if heads.end <= said.counts[0].start][:-1]
    if before and before[-1] != sum(own):
        said.doubt()
    shared = [replace(c, people=n, person=SELF, part=_whole(c)) for c, n in zip(said.counts, own, strict=True)]
    return _own_work_only(said, said.with_facts(shared))


def _own_work_only(said: _People, counts: Sequence[Count]) -> list[Count]:
    """Groups of which some are told with work of their own: the others' work is open, and not that of those."""
    tokens = said.tokens
    heads = [heads for heads in tokens.heads if heads.end <= counts[0].start][-1:]
    begins = [tokens.clauses.begin((heads or counts)[0].start), *(count.end for count in counts[:-1])]
    marks = [mark for mark in said.marks if not tokens.in_clause(mark.start, "all-of-them")]
    own = [any(a <= mark.start < c.end for mark in marks) for a, c in zip(begins, counts, strict=True)]
    if all(own) or not any(own):
        return list(counts)
    return [count if told else replace(count, facts=()) for count, told in zip(counts, own, strict=True)]


def _whole(count: Count) -> Part:
    """What a count is where its people, and not its days, are part of others: 5个人，里头3个10天，其余2个14天."""
    return Part.PLAIN if count.part in (Part.OF_WHICH, Part.REST) else count.part


def _groups(said: _People) -> list[Count] | None:
    """两个护士采样，一个在药房，每人10天: the count for each group, under what is said of it; none if they do not come to all."""
    if len(said.mains) != 1 or not (said.each or said.alike):
        return None
    count = said.mains[0]
    before = said.tokens.groups or [heads for heads in said.tokens.heads if heads.end <= count.start]
    if len(before) > _PAIR and before[0].number == sum(heads.number for heads in before[1:]):
        before = before[1:]
    after = {heads.number for heads in said.tokens.heads if heads.start >= count.end}
    if len(before) < _PAIR or (after and sum(heads.number for heads in before) not in after):
        return None
    result = []
    differing = {mark.fact for mark in said.marks if len({m.option for m in said.marks if m.fact == mark.fact}) > 1}
    whole = [heads.end for heads in said.tokens.heads if heads.end <= before[0].start]
    behind = any(mark.fact in differing and before[-1].end <= mark.start < count.start for mark in said.marks)
    work_first = not behind and any(m.fact in differing and (whole or [0])[-1] <= m.start < before[0].start for m in said.marks)
    shared = [mark for mark in said.marks if mark.fact not in differing]
    for at, heads in enumerate(before):
        start, end = heads.start, before[at + 1].start if at + 1 < len(before) else count.start
        if work_first:
            start, end = before[at - 1].end if at else 0, heads.end if at + 1 < len(before) else count.start
        own = [m for m in said.marks if start <= m.start < end and m.fact in differing]
        facts = attribution.facts_of_message([*own, *shared], said.tokens)
        if not differing or not differing <= facts.keys():
            return None
        result.append(replace(count, people=heads.number, facts=tuple(sorted(facts.items()))))
    return result


def _with_newcomers(said: _People) -> list[Count] | None:
    """又添了一个人，也是20天."""
    more = newcomers(said.tokens)
    if more and len(said.mains) == 1:
        return said.with_facts([replace(said.mains[0], person=SELF, people=more)])
    if len({heads.number for heads in said.tokens.heads}) > 1:
        said.doubt()
    return None


def _by_work(said: _People) -> list[Count] | None:
    """隔离病房和药房各13天: one count for each of two kinds of work of one person."""
    twice = (said.each or said.tokens.said("difference-asked")) and said.number == 1 and len(said.known) < _PAIR
    return (_kinds_of_work(said.mains, said.marks) or None) if twice else None


def _each_of_many(said: _People) -> list[Count] | None:
    """A count for each of several people; for two under different facts, once under each."""
    alike = said.alike or (len(said.mains) == 1 and (said.mains[0].dated or _asked_of_all(said)))
    if said.number < _PAIR or not (said.each or alike) or _one_more(said):
        return None
    alone = [count for count in said.counts if _told_of_one(said, count)]
    counts = [replace(count, person=SELF) for count in said.counts if count not in alone]
    if alone and counts and len(_options(said.marks)) == 1:
        return said.with_facts([*(replace(count, people=said.number) for count in counts), *alone])
    options = _options(said.marks)
    differing = [name for name, found in options.items() if len(found) > 1]
    if not differing and len(counts) == 1:
        facts = tuple(sorted((name, found[0]) for name, found in options.items()))
        return [replace(counts[0], people=said.number, facts=facts)]
    if not differing:
        return said.with_facts([replace(count, people=said.number) for count in counts])
    if len(differing) == 1 and len(options[differing[0]]) == said.number == _PAIR and len(counts) == 1:
        return _kinds_of_work(counts, said.marks)
    said.doubt()
    return counts


def _one_more(said: _People) -> bool:
    """Whether the days are one other person's, who was at it too: 我20天补助多少 — 我对象也干了20天，我俩一共."""
    tokens = said.tokens
    others = {count.person for count in said.counts} - {SELF}
    everybody = [w for w in tokens.said("all-of-them") if whose_days.of_everybody(tokens.text[w.start : w.end])]
    return tokens.goes_on and len(others) == len(said.mains) == 1 and not said.each and not everybody and not tokens.heads


def _asked_of_all(said: _People) -> bool:
    """Whether the people told before the one count are those whose total is asked: 去了3个护士，护理了35天，仨人一共."""
    count = said.mains[0]
    before = [heads.number for heads in said.tokens.heads if heads.end <= count.start]
    asked = [heads.number for heads in said.tokens.heads if heads.start >= count.end]
    return before == asked == [said.number] and not whose_days.put_together(said.tokens.text[: count.start])


def _told_of_one(said: _People, count: Count) -> bool:
    """Whether one of a group is told of by name: 每人7天，小陈又多待了5天."""
    return count.person != SELF and not said_of_each(said.tokens, count) and count is not said.counts[0]


def _options(marks: Sequence[Mark]) -> dict[str, list[str]]:
    """The options heard of each fact, in order."""
    options: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.option not in options.setdefault(mark.fact, []):
            options[mark.fact].append(mark.option)
    return options


def _without_their_own(said: _People) -> None:
    """Doubts where more people are spoken of than there are counts for."""
    tokens, number = said.tokens, said.number
    if tokens.crowd == SEVERAL and not said.known and not tokens.heads and any(_of_all_told(tokens, c) for c in said.counts):
        said.doubt()
    counted = {count.person for count in said.counts}
    with_other = joint(tokens) and bool(tokens.said("total")) and any(person.name == SELF for person in tokens.persons)
    if tokens.goes_on and number == _PAIR and len(counted) == 1 and (counted != {SELF} or with_other):
        return  # 她12天 — 我9天，俩人一共
    missing = _missing(said, counted)
    if missing and counted and not tokens.goes_on:
        said.doubt(Reason.NO_DAYS, missing)
    if not tokens.said("total") and not asks(tokens.text) and all(_named_apart(tokens, count) for count in said.mains):
        return
    short = number > 1 and len({c.person for c in said.counts if c.part is not Part.OFF}) < number
    own = OWN_ALONE.search(tokens.text) and tokens.persons and counted == {SELF} and not joint(tokens)
    if short and not own and not _handed_out(tokens, said.mains, number):
        said.doubt()
    elif said.each and number == 1:
        apart = any(tokens.text[word.start] == EACH for word in tokens.said("each"))
        if (not said.known and apart) or (len(said.known) < _PAIR and _plural(tokens)):
            said.doubt()


def _named_apart(tokens: Tokens, count: Count) -> bool:
    """Whether a count is told of one by name, in a sentence behind the one that speaks of all: 我们俩都在一线。我在病房，21天."""
    begin = tokens.clauses.sentence_begin(count.start)
    together = [*(heads.start for heads in tokens.heads), *(word.start for word in tokens.said("pair", "we"))]
    named = any(begin <= person.start < count.start for person in tokens.persons)
    return named and bool(together) and all(at < begin for at in together)


def _missing(said: _People, counted: Collection[str]) -> str:
    """Somebody whose work is told beside others' and whose days are not, where all of them are spoken of."""
    beside = said.known if joint(said.tokens) else attribution.joined_people(said.tokens)
    working = {name for mark in said.marks for name in attribution.named_at(said.tokens, mark)}
    without = {*counted, *said.tokens.left_out}
    return next((name or ME for name in said.known if name not in without and name in working and name in beside), "")


def joint(tokens: Tokens) -> bool:
    """Whether what two or more people get together is asked: 我俩一共, 两个人加起来."""
    return bool(tokens.said("pair") or any(heads.number == _PAIR for heads in tokens.heads))


def asks_own_alone(tokens: Tokens) -> bool:
    """Whether only what the asker gets is asked, be both spoken of or not: 我俩都采样，我应得多少; not 我俩一共，我拿多少."""
    asked = OWN_ALONE.search(tokens.text)
    if asked is None or not joint(tokens):
        return asked is not None
    both = [word.start for word in tokens.said("pair")] + [heads.start for heads in tokens.heads if heads.number == _PAIR]
    end = tokens.clauses.begin(asked.start())
    return bool(tokens.counts) and all(at < end and not tokens.in_clause(at, "total", "everything") for at in both)


def of_each_one(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The one group counted as one of it, where only what each gets is asked beside its days: 8个人各12天，每人拿多少."""
    asked = each_one_asked(tokens.text)
    if asked is None or len(spells) != 1 or spells[0].people < _PAIR:
        return spells
    clause = tokens.clauses.clause(asked)
    totals = [word for word in tokens.said("total", "everything") if tokens.clauses.clause(word.start) != clause]
    if any(not not_asked_for(tokens.text[tokens.clauses.begin(w.start) : w.start]) and w.start > tokens.counts[-1].end for w in totals):
        return spells
    return [replace(spells[0], people=1, out_of=spells[0].people)]


def newcomers(tokens: Tokens) -> int:
    """How many people come to those counted before (又添了一个人); 0 if none do."""
    match = whose_days.NEWCOMERS.search(tokens.text) if tokens.goes_on else None
    number = bounds_of(match.group("number")) if match else None
    return int(number.low) if number and number.low == number.high else 0


def people_in_all(tokens: Tokens) -> int:
    """How many people there are with those who came to them (又添了一个人，6个人一共); 0 if it is not said."""
    totals = [h.number for h in tokens.heads if tokens.just_after(h.end, "total", within=2)] if newcomers(tokens) else []
    return totals[-1] if totals else 0


def _kinds_of_work(counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """One count said of each of two kinds of work (隔离病房和药房各13天), as two."""
    options = _options(marks)
    differing = [name for name, said in options.items() if len(said) > 1]
    if len(counts) != 1 or len(differing) != 1 or len(options[differing[0]]) != _PAIR:
        return []
    common = {name: said[0] for name, said in options.items() if len(said) == 1}
    return [
        replace(counts[0], parts=(), facts=tuple(sorted({**common, differing[0]: option}.items())))
        for option in options[differing[0]]
    ]


def _own_heads(tokens: Tokens, counts: Sequence[Count], at: int) -> int:
    """How many people one of several counts is said of; 0 if it is not said."""
    begin = counts[at - 1].end if at else tokens.clauses.sentence_begin(counts[0].start)
    near = [heads.number for heads in tokens.heads if begin <= heads.start and heads.end <= counts[at].start]
    return near[-1] if near else 0


def _sharing(tokens: Tokens, known: Sequence[str], marks: Sequence[Mark]) -> list[str]:
    """The people of whom one count may be said alike: joined to another (我和老公), or each with a fact of their own."""
    joined = attribution.joined_people(tokens)
    marked = {name for mark in marks for name in attribution.named_at(tokens, mark)}
    return [name for name in known if name in joined or name in marked]


def _number_of_people(tokens: Tokens, named: int) -> int:
    """How many people are said to have been at it."""
    if tokens.goes_on and tokens.heads and all(tokens.just_after(heads.end, "total", within=4) for heads in tokens.heads):
        return 1
    told = [heads.number for heads in tokens.heads]
    told_number = max(told, default=1)
    if _side_by_side(tokens):
        first, last = tokens.heads[0], tokens.heads[-1]
        tokens.heads = [replace(first, end=last.end, number=sum(told))]
        return sum(told)
    asked = [heads for heads in tokens.heads if tokens.just_after(heads.end, "total", within=5)]
    others = [heads for heads in tokens.heads if heads.number != asked[-1].number] if asked else []
    if others and sum(heads.number for heads in others) != asked[-1].number and len(told) - len(others) > 1:
        tokens.heads = [heads for heads in tokens.heads if heads not in others]
        return asked[-1].number
    if len(tokens.counts) < _PAIR < len(told) and told_number == told[-1] == sum(told[:-1]):  # 一个医生两个护士，三个人都…
        tokens.heads, tokens.groups = [tokens.heads[-1]], tokens.heads[:-1]
    pair = 2 if tokens.said("pair") and named < 2 else 1
    if not told and pair == 1 and any(_of_all_told(tokens, count) for count in tokens.counts):
        return max(tokens.crowd, 1)
    return max(told_number, pair)


def _of_all_told(tokens: Tokens, count: Count) -> bool:
    """Whether a count is each one's, or said of all where nobody is named: 三个人在隔离病房 — 都干了14天."""
    return said_of_each(tokens, count) or (_of_everybody(tokens, count) and not tokens.persons)


def _of_everybody(tokens: Tokens, count: Count) -> bool:
    """Whether the clause of a count says that it is so of everybody: 都干了14天."""
    words = tokens.in_clause(count.start, "all-of-them")
    return any(whose_days.of_everybody(tokens.text[word.start : word.end]) for word in words)


def _side_by_side(tokens: Tokens) -> bool:
    """Whether groups are told one beside the other, with no number for all: 五个大夫九个护士，一人7天."""
    numbers = [heads.number for heads in tokens.heads]
    if len(numbers) < _PAIR or numbers[-1] == sum(numbers[:-1]) or (len(numbers) > _PAIR and numbers[0] == sum(numbers[1:])):
        return False
    between = [tokens.text[a.end : b.start] for a, b in pairwise(tokens.heads)]
    return all(len(said) <= _NAME and CLAUSE_MARKS.isdisjoint(whose_days.without_link(said)) for said in between)


_NAME = 4
"""Characters that a group's name may take."""


def _handed_out(tokens: Tokens, counts: Sequence[Count], number: int) -> bool:
    """一个20天，两个15天: the heads beside the counts come to the number of people."""
    if len(tokens.heads) < 2 and len(counts) < number:
        return False
    return len(counts) == number


def said_of_each(tokens: Tokens, count: Count) -> bool:
    """Whether a count is said to be each one's: 各14天, 每人干了10天."""
    begin = tokens.clauses.begin(count.start)
    said = tokens.just_before(count.start, "each") or next(
        iter(tokens.said("everyone", start=begin, end=count.start)), None
    )
    alone = [word for word in tokens.said("each", start=begin, end=count.start) if word.end - word.start > 1]
    between = any(begin <= other.start < count.start for other in tokens.counts)
    return said is not None or bool(alone and not between)


def _all_alike(tokens: Tokens, count: Count) -> bool:
    return bool(tokens.in_clause(count.start, "all-of-them")) or bool(tokens.just_before(count.start, "all-of-them"))


def _plural(tokens: Tokens) -> bool:
    """Whether more than one person is spoken of, without a number."""
    return bool(tokens.said("we", "everyone"))
