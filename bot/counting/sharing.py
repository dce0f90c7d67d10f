"""Whom a count is said of: one person, each of several, each of so many, or all of them together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.counting.attribution import with_person
from bot.counting.coreference import joined_at, joined_people, persons_of
from bot.counting.headcount import newcomers, number_of_people
from bot.counting.heard_marks import facts_of_message, named_at, options_heard
from bot.counting.people_told import PeopleTold
from bot.counting.quantifiers import PAIR, joint, of_all_told, of_more_than_one, said_of_each, said_of_everybody
from bot.counting.subgroups import but_some, by_groups, groups
from bot.counting.tokens import Tokens
from bot.counting.tree import SEVERAL, Count, Mark, Part
from bot.language import whose_days
from bot.language.crews import EACH, ME, NTH_PERSON, OWN_ALONE
from bot.language.questions import asks
from bot.model.tally import SELF, Reason


def for_people(tokens: Tokens, counts: list[Count], marks: Sequence[Mark], fact: str) -> list[Count]:
    """Each count with whose it is, for how many, and under which facts."""
    mains = [count for count in counts if count.part is not Part.OFF]
    known = persons_of(tokens)
    number = number_of_people(tokens, len(known))
    each = any(said_of_each(tokens, count) for count in counts)
    said = PeopleTold(tokens, counts, mains, marks, fact, known, number, each)
    for reading in (_each_of_those_told, but_some, _per_head, _one_for_all, _in_turn, _listed):
        found = reading(said)
        if found is not None:
            return found
    said = replace(said, counts=with_person(tokens, counts))
    for reading in (by_groups, groups, _with_newcomers, _by_work, _each_of_many):
        found = reading(said)
        if found is not None:
            return found
    _without_their_own(said)
    return said.with_facts(said.counts)


def _each_of_those_told(said: PeopleTold) -> list[Count] | None:
    """我采样，她不接触病人 — 俩人各10天: the one count for each of those who were told of before, under what they do."""
    works = said.tokens.works
    alike = said.each or any(said_of_everybody(said.tokens, count) for count in said.mains)
    others = {*said.known} - {SELF} - {name for name, _ in works}
    if len(works) >= PAIR and any(facts for _, facts in works) and not (alike or said.known or said.tokens.heads):
        said.doubt()  # 我采样，她在卡口 — 一共15天: whose?
    if len(works) < PAIR or len(said.counts) != 1 or not alike or others or said.number not in (1, len(works)):
        return None
    own = facts_of_message(said.marks, said.tokens)
    return [replace(said.counts[0], person=name, facts=tuple(sorted({**dict(facts), **own}.items()))) for name, facts in works]


def _per_head(said: PeopleTold) -> list[Count] | None:
    """52个人天; 三个人加起来45天."""
    if len(said.mains) == 1 and max(said.number, len(said.known)) > 1 and whose_days.put_together(said.tokens.text[: said.mains[0].start]):
        return said.with_facts(said.counts)
    return said.with_facts(said.counts) if any(count.per_head for count in said.counts) else None


def _one_for_all(said: PeopleTold) -> list[Count] | None:
    """我跟老公都在药房，各30天: the one count for everybody named."""
    sharing = _sharing(said.tokens, said.known, said.marks)
    if len(said.mains) != 1 or len(sharing) < PAIR or said.number > len(sharing):
        return None
    count = said.mains[0]
    if said.each or said.alike:
        return said.with_facts([replace(count, person=name) for name in sharing])
    if joined_at(said.tokens, count.start):
        said.doubt()
    return None


def _in_turn(said: PeopleTold) -> list[Count] | None:
    """我和小王分别20天、15天: as many counts as people, in their order."""
    if len(said.known) != len(said.mains) or len(said.mains) < PAIR:
        return None
    listed = all(count.listed for count in said.mains)
    if not listed and not said.tokens.said("respectively", end=said.mains[0].start):
        return None
    pairs = zip(said.mains, said.known, strict=True)
    return said.with_facts([replace(count, person=name) for count, name in pairs])


def _listed(said: PeopleTold) -> list[Count] | None:
    """四个人，天数是7、9、11、13: as many counts as people who are not named."""
    told = len(said.mains) > 1 and all(count.listed for count in said.mains) and bool(said.tokens.heads)
    if not told:
        return None
    if said.number != len(said.mains):
        said.doubt()
    facts = tuple(sorted(facts_of_message(said.marks, said.tokens).items()))
    return [replace(c, person=NTH_PERSON.format(at), facts=facts) for at, c in enumerate(said.mains, start=1)]


def _with_newcomers(said: PeopleTold) -> list[Count] | None:
    """又添了一个人，也是20天."""
    more = newcomers(said.tokens)
    if more and len(said.mains) == 1:
        return said.with_facts([replace(said.mains[0], person=SELF, people=more)])
    if len({heads.number for heads in said.tokens.heads}) > 1:
        said.doubt()
    return None


def _by_work(said: PeopleTold) -> list[Count] | None:
    """隔离病房和药房各13天: one count for each of two kinds of work of one person."""
    twice = (said.each or said.tokens.said("difference-asked")) and said.number == 1 and len(said.known) < PAIR
    return (_kinds_of_work(said.mains, said.marks) or None) if twice else None


def _each_of_many(said: PeopleTold) -> list[Count] | None:
    """A count for each of several people; for two under different facts, once under each."""
    alike = said.alike or (len(said.mains) == 1 and (said.mains[0].dated or _asked_of_all(said)))
    if said.number < PAIR or not (said.each or alike) or _one_more(said):
        return None
    alone = [count for count in said.counts if _told_of_one(said, count)]
    counts = [replace(count, person=SELF) for count in said.counts if count not in alone]
    if alone and counts and len(options_heard(said.marks)) == 1:
        return said.with_facts([*(replace(count, people=said.number) for count in counts), *alone])
    options = options_heard(said.marks)
    differing = [name for name, found in options.items() if len(found) > 1]
    if not differing and len(counts) == 1:
        facts = tuple(sorted((name, found[0]) for name, found in options.items()))
        return [replace(counts[0], people=said.number, facts=facts)]
    if not differing:
        return said.with_facts([replace(count, people=said.number) for count in counts])
    if len(differing) == 1 and len(options[differing[0]]) == said.number == PAIR and len(counts) == 1:
        return _kinds_of_work(counts, said.marks)
    said.doubt()
    return counts


def _one_more(said: PeopleTold) -> bool:
    """Whether the days are one other person's, who was at it too: 我20天补助多少 — 我对象也干了20天，我俩一共."""
    tokens = said.tokens
    others = {count.person for count in said.counts} - {SELF}
    everybody = [w for w in tokens.said("all-of-them") if whose_days.of_everybody(tokens.text[w.start : w.end])]
    return tokens.goes_on and len(others) == len(said.mains) == 1 and not said.each and not everybody and not tokens.heads


def _asked_of_all(said: PeopleTold) -> bool:
    """Whether the people told before the one count are those whose total is asked: 去了3个护士，护理了35天，仨人一共."""
    count = said.mains[0]
    before = [heads.number for heads in said.tokens.heads if heads.end <= count.start]
    asked = [heads.number for heads in said.tokens.heads if heads.start >= count.end]
    return before == asked == [said.number] and not whose_days.put_together(said.tokens.text[: count.start])


def _told_of_one(said: PeopleTold, count: Count) -> bool:
    """Whether one of a group is told of by name: 每人7天，小陈又多待了5天."""
    return count.person != SELF and not said_of_each(said.tokens, count) and count is not said.counts[0]


def _kinds_of_work(counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """One count said of each of two kinds of work (隔离病房和药房各13天), as two."""
    options = options_heard(marks)
    differing = [name for name, said in options.items() if len(said) > 1]
    if len(counts) != 1 or len(differing) != 1 or len(options[differing[0]]) != PAIR:
        return []
    common = {name: said[0] for name, said in options.items() if len(said) == 1}
    return [
        replace(counts[0], parts=(), facts=tuple(sorted({**common, differing[0]: option}.items())))
        for option in options[differing[0]]
    ]


def _sharing(tokens: Tokens, known: Sequence[str], marks: Sequence[Mark]) -> list[str]:
    """The people of whom one count may be said alike: joined to another (我和老公), or each with a fact of their own."""
    joined = joined_people(tokens)
    marked = {name for mark in marks for name in named_at(tokens, mark)}
    return [name for name in known if name in joined or name in marked]


def _without_their_own(said: PeopleTold) -> None:
    """Doubts where more people are spoken of than there are counts for."""
    tokens, number = said.tokens, said.number
    if tokens.crowd == SEVERAL and not said.known and not tokens.heads and any(of_all_told(tokens, c) for c in said.counts):
        said.doubt()
    counted = {count.person for count in said.counts}
    with_other = joint(tokens) and bool(tokens.said("total")) and any(person.name == SELF for person in tokens.persons)
    if tokens.goes_on and number == PAIR and len(counted) == 1 and (counted != {SELF} or with_other):
        return  # 她12天 — 我9天，俩人一共
    missing = _missing(said, counted)
    if missing and counted and not tokens.goes_on:
        said.doubt(Reason.NO_DAYS, missing)
    if not tokens.said("total") and not asks(tokens.text) and all(_named_apart(tokens, count) for count in said.mains):
        return
    number -= len(tokens.unpaid - counted)
    short = number > 1 and len({c.person for c in said.counts if c.part is not Part.OFF}) < number
    own = OWN_ALONE.search(tokens.text) and tokens.persons and counted == {SELF} and not joint(tokens)
    if short and not own and not _handed_out(tokens, said.mains, number):
        said.doubt()
    elif said.each and number == 1:
        apart = any(tokens.text[word.start] == EACH for word in tokens.said("each"))
        if (not said.known and apart) or (len(said.known) < PAIR and of_more_than_one(tokens)):
            said.doubt()


def _named_apart(tokens: Tokens, count: Count) -> bool:
    """Whether a count is told of one by name, in a sentence behind the one that speaks of all: 我们俩都在一线。我在病房，21天."""
    begin = tokens.clauses.sentence_begin(count.start)
    together = [*(heads.start for heads in tokens.heads), *(word.start for word in tokens.said("pair", "we"))]
    named = any(begin <= person.start < count.start for person in tokens.persons)
    return named and bool(together) and all(at < begin for at in together)


def _missing(said: PeopleTold, counted: Collection[str]) -> str:
    """Somebody whose work is told beside others' and whose days are not, where all of them are spoken of."""
    beside = said.known if joint(said.tokens) else joined_people(said.tokens)
    working = {name for mark in said.marks for name in named_at(said.tokens, mark)}
    without = {*counted, *said.tokens.left_out}
    return next((name or ME for name in said.known if name not in without and name in working and name in beside), "")


def _handed_out(tokens: Tokens, counts: Sequence[Count], number: int) -> bool:
    """一个20天，两个15天: the heads beside the counts come to the number of people."""
    if len(tokens.heads) < 2 and len(counts) < number:
        return False
    return len(counts) == number
