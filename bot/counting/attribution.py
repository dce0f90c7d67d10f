"""Whose count it is and under which facts: persons and marks, put to the counts they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, product

from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark, Part, Person
from bot.language.clauses import CLAUSE_MARKS
from bot.language.crews import JOINED, PRONOUNS
from bot.language.ends_and_stretches import MOVES, works_here
from bot.language.rounds_and_parts import speaks_of_the_last
from bot.language.whose_days import of_everybody, says_too
from bot.model.tally import SELF, Said, Spell

Facts = dict[str, str]


def persons_of(tokens: Tokens) -> list[str]:
    """Everybody mentioned, in order; a lone 他 or 她 is the one other person named."""
    names = list(dict.fromkeys(person.name for person in tokens.persons))
    others = [name for name in names if (name != SELF and len(name) > 1) or (name not in PRONOUNS and name != SELF)]
    return [name for name in names if not (name in PRONOUNS and len(others) == 1)]


def name_of(tokens: Tokens, person: Person) -> str:
    """The person meant by a mention."""
    known = persons_of(tokens)
    if person.name in known or person.name not in PRONOUNS:
        return person.name
    return next((name for name in known if name != SELF), person.name)


def with_person(tokens: Tokens, counts: Iterable[Count]) -> list[Count]:
    """Each count with the person mentioned last before it; one mentioned after it only if the count opens the message."""
    told = list(counts)
    if _times_first(tokens, told):
        return [replace(count, person=name_of(tokens, _first_behind(tokens, count))) for count in told]
    result = []
    for count in told:
        before = [person for person in tokens.persons if person.end <= count.start]
        person = name_of(tokens, before[-1]) if before else SELF
        result.append(replace(count, person=person))
    return _off_with_theirs(_handed_on(tokens, result))


def _off_with_theirs(counts: list[Count]) -> list[Count]:
    """Days off are of whoever's days stand before them."""
    result: list[Count] = []
    for count in counts:
        result.append(replace(count, person=result[-1].person) if count.part is Part.OFF and result else count)
    return result


def _first_behind(tokens: Tokens, count: Count) -> Person:
    return next(person for person in tokens.persons if person.start >= count.end)


def _times_first(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """3月1号到9号我爱人在卡口，4月1号到9号我在病房: each time is told before the one it is said of, who works there."""
    ends = [*(count.start for count in counts[1:]), len(tokens.text)]
    if len(counts) < 2 or any(person.start < counts[0].start for person in tokens.persons):
        return False
    named = [[p for p in tokens.persons if count.end <= p.start < end] for count, end in zip(counts, ends, strict=True)]
    works = [any(count.end <= mark.start < end for mark in tokens.marks) for count, end in zip(counts, ends, strict=True)]
    return all(works) and all(named) and len({name_of(tokens, people[0]) for people in named}) == len(counts)


def _handed_on(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """他在隔离病房，2月3号到9号；3月1号到5号，我在卡口: a time told in a clause of its own goes to the one who follows it."""
    for name in persons_of(tokens):
        mentions = [person for person in tokens.persons if name_of(tokens, person) == name]
        first = next((p for p in mentions if any(count.end <= p.start for count in counts)), mentions[0])
        before = [count for count in counts if count.end <= first.start]
        if not before or any(count.person == name for count in counts):
            continue
        last = before[-1]
        others = [count for count in counts if count is not last and count.person == last.person]
        clause = tokens.clauses.clause(last.start)
        if others and not _said_in(tokens, clause) and _works(tokens, tokens.clauses.clause(first.start)):
            counts = [replace(count, person=name) if count is last else count for count in counts]
    return counts


def _said_in(tokens: Tokens, clause: int) -> bool:
    """Whether a clause names anybody, or any work."""
    return _works(tokens, clause) or any(tokens.clauses.clause(person.start) == clause for person in tokens.persons)


def _works(tokens: Tokens, clause: int) -> bool:
    return any(tokens.clauses.clause(mark.start) == clause for mark in tokens.marks)


def without_overruled(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Marks without what is only denied of somebody whose work is sure all the same: 不进病房，在实验室验标本."""
    sure = [mark for mark in marks if mark.sure]
    return [mark for mark in marks if not (mark.denies and any(_overrules(tokens, one, mark) for one in sure))]


def _overrules(tokens: Tokens, sure: Mark, mark: Mark) -> bool:
    """Whether both are said of one person's one work, and speak against each other."""
    if sure.fact != mark.fact or sure.option == mark.option or _named_before(tokens, sure) != _named_before(tokens, mark):
        return False
    if tokens.in_clause(max(sure.start, mark.start), "later", "adds-to-before"):
        return False
    if len(tokens.counts) < 2:
        return True
    begin, end = min(sure.start, mark.start), max(sure.end, mark.end)
    apart = any(begin <= count.start < end for count in tokens.counts)
    here, there = (_counted_in(tokens, tokens.clauses.clause(one.start)) for one in (sure, mark))
    return not apart and (not here or not there or here == there)


def _counted_in(tokens: Tokens, clause: int) -> set[int]:
    return {count.start for count in tokens.counts if tokens.clauses.clause(count.start) == clause}


def facts_of_message(marks: Iterable[Mark], tokens: Tokens, person: str | None = None) -> Facts:
    """Facts on which all marks of a message agree."""
    said: dict[str, set[str]] = {}
    for mark in marks:
        if person is None or _about(tokens, mark, person):
            said.setdefault(mark.fact, set()).add(mark.option)
    return {fact: next(iter(options)) for fact, options in said.items() if len(options) == 1}


def _about(tokens: Tokens, mark: Mark, person: str) -> bool:
    """Whether a mark may be said of a person: nobody else is named in its clause, or they are too."""
    named = named_at(tokens, mark)
    return not named or person in named


def told_of_each(tokens: Tokens, marks: Iterable[Mark]) -> tuple[tuple[str, Said], ...]:
    """What a message tells of each of those it names, if all it tells is told of somebody by name: 我护理病人，她不接触."""
    told: dict[str, dict[str, set[str]]] = {}
    for mark in marks:
        named = named_at(tokens, mark)
        if not named:
            return ()
        for name in sorted(named):
            told.setdefault(name, {}).setdefault(mark.fact, set()).add(mark.option)
    sure = {name: {fact: next(iter(said)) for fact, said in facts.items() if len(said) == 1} for name, facts in told.items()}
    return tuple((name, _said(facts)) for name, facts in sorted(sure.items()) if facts)


def works_told(tokens: Tokens, marks: Sequence[Mark]) -> tuple[tuple[str, Said], ...]:
    """What a message that counts nothing tells of each of those it names, or of all of them."""
    joined = [p.start for p in tokens.persons if name_of(tokens, p) in joined_people(tokens)]
    words = [word for at in joined for word in tokens.in_clause(at, "all-of-them")]
    everybody = any(of_everybody(tokens.text[word.start : word.end]) for word in words)
    return _told_of_several(tokens, marks) if everybody else told_of_each(tokens, marks)


def _told_of_several(tokens: Tokens, marks: Sequence[Mark]) -> tuple[tuple[str, Said], ...]:
    """What a message tells of each of those it tells of side by side, be it anything or not: 我和老公都在一线."""
    told = dict(told_of_each(tokens, marks))
    if marks and not told:
        return ()
    return tuple((name, told.get(name, ())) for name in sorted({*told, *joined_people(tokens)}))


def named_at(tokens: Tokens, mark: Mark) -> set[str]:
    """Persons a mark is said of: the one named last before it in its clause, else those of the clause."""
    at = _said_at(tokens, mark)
    begin, end = tokens.clauses.begin(at), tokens.clauses.end(at, len(tokens.text))
    inside = [person for person in tokens.persons if begin <= person.start and person.end <= end]
    before = [person for person in inside if person.start <= at]
    everybody = not before or bool(tokens.said("all-of-them", start=before[-1].end, end=at))
    return {name_of(tokens, person) for person in (inside if everybody else _joined(tokens, before))}


def _said_at(tokens: Tokens, mark: Mark) -> int:
    """Where a mark is said of somebody: at its end, where it only begins in a clause before: 去了武汉，姐姐在病房护理."""
    last = max(mark.start, mark.end - 1)
    return mark.start if tokens.clauses.clause(mark.start) == tokens.clauses.clause(last) else last


def joined_people(tokens: Tokens) -> set[str]:
    """Everybody who is mentioned side by side with somebody else."""
    pairs = [(a, b) for a, b in pairwise(tokens.persons) if tokens.text[a.end : b.start] in JOINED]
    return {name_of(tokens, person) for pair in pairs for person in pair}


def joined_at(tokens: Tokens, at: int) -> bool:
    """Whether the last two people before a place, in its clause, are mentioned side by side."""
    before = [p for p in tokens.persons if tokens.clauses.begin(at) <= p.start and p.end <= at]
    return len(before) > 1 and tokens.text[before[-2].end : before[-1].start] in JOINED


def _joined(tokens: Tokens, before: Sequence[Person]) -> list[Person]:
    """The last of several people, and those joined to them (我和爱人)."""
    chosen = [before[-1]]
    for person in reversed(before[:-1]):
        if tokens.text[person.end : chosen[-1].start] not in JOINED:
            break
        chosen.append(person)
    return chosen


def with_facts(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """Each count with the facts said of it."""
    if len({count.person for count in counts}) > 1:
        return _by_person(tokens, counts, marks)
    person = counts[0].person if counts else SELF
    own = [mark for mark in marks if _about(tokens, mark, person)]
    if len(counts) == 1:
        return [replace(counts[0], facts=_said(_closed(_single(tokens, counts[0], own))))]
    return _shared_out(tokens, list(counts), own)


def _by_person(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """Marks go to the person they are said of; those said of nobody in particular to everybody without one of their own."""
    result: list[Count] = list(counts)
    for person in dict.fromkeys(count.person for count in counts):
        own = [mark for mark in marks if person in _heirs(tokens, mark, counts)]
        common = [mark for mark in marks if _named_before(tokens, mark) is None]
        mine = [count for count in counts if count.person == person]
        if not own and _like_others(tokens, person):
            own = [mark for mark in marks if person not in _heirs(tokens, mark, counts)]
        told = {mark.fact for mark in own}
        filled = _shared_out(tokens, mine, [*own, *(mark for mark in common if mark.fact not in told)])
        for count, done in zip(mine, filled, strict=True):
            result[result.index(count)] = done
    return result


def _like_others(tokens: Tokens, person: str) -> bool:
    """Whether somebody is said to do the same work as the one told of before: 我姐跟我一个岗."""
    first = next((p for p in tokens.persons if name_of(tokens, p) == person), None)
    return first is not None and bool(tokens.in_clause(first.start, "same-work"))


def _named_before(tokens: Tokens, mark: Mark) -> str | None:
    """The person named last before a mark in its sentence."""
    before = [p for p in tokens.persons if p.start <= _said_at(tokens, mark)]
    return name_of(tokens, before[-1]) if before else None


def _heirs(tokens: Tokens, mark: Mark, counts: Sequence[Count]) -> set[str]:
    """Whom a mark is said of: the persons of its clause; else the one named last, unless it is said of all (都是捅嗓子的)."""
    named = named_at(tokens, mark)
    everybody = {count.person for count in counts}
    if named and (named & everybody or not tokens.in_clause(mark.start, "all-of-them")):
        return named
    if tokens.in_clause(mark.start, "all-of-them", "pair", "we") and not _only_as_long(tokens, mark, counts):
        return everybody
    before = [person for person in tokens.persons if person.start <= mark.start]
    if not before:
        return everybody
    clause = tokens.clauses.clause(before[-1].start)
    beside = [person for person in before if tokens.clauses.clause(person.start) == clause]
    return {name_of(tokens, person) for person in _joined(tokens, beside)}


def _only_as_long(tokens: Tokens, mark: Mark, counts: Sequence[Count]) -> bool:
    """Whether a clause only says that its days are as many as those before, and so is of nobody else: 在武汉|也是20天."""
    clause = tokens.clauses.clause(mark.start)
    words = tokens.in_clause(mark.start, "all-of-them", "pair", "we")
    counted = any(tokens.clauses.clause(count.start) == clause for count in counts)
    return counted and all(says_too(tokens.text[word.start : word.end]) for word in words)


def _said(facts: Facts) -> Said:
    return tuple(sorted(facts.items()))


def told_apart(tokens: Tokens, spell: Spell, marks: Iterable[Mark]) -> Spell:
    """A spell of somebody named, with what is told beside it of others only: 我采样9天，我姐援鄂."""
    if spell.people > 1 or all(name_of(tokens, person) != spell.person for person in tokens.persons):
        return spell
    known = {name for name, _ in spell.facts}
    theirs = {mark.fact for mark in marks if not _about(tokens, mark, spell.person)} - known
    return replace(spell, apart=tuple(sorted(theirs))) if theirs else spell


def _single(tokens: Tokens, count: Count, marks: Sequence[Mark]) -> Facts:
    """For one count: its own clause first, then what all other clauses agree on; what a later clause says against it leaves it open."""
    here = tokens.clauses.clause(count.start), tokens.clauses.clause(max(count.start, count.end - 1))
    inside = [mark for mark in marks if here[0] <= tokens.clauses.clause(mark.start) <= here[1]]
    outside = [mark for mark in marks if mark not in inside]
    later = facts_of_message((mark for mark in outside if tokens.clauses.clause(mark.start) > here[1]), tokens)
    own = _options(inside)
    against = {fact: OPEN for fact, option in own.items() if later.get(fact, option) != option}
    return facts_of_message(outside, tokens) | own | against


def _options(marks: Sequence[Mark]) -> Facts:
    said: dict[str, set[str]] = {}
    for mark in marks:
        said.setdefault(mark.fact, set()).add(mark.option)
    return {fact: next(iter(options)) if len(options) == 1 else OPEN for fact, options in said.items()}


OPEN = ""
"""Stands for a fact said to be two things at once."""


def _shared_out(tokens: Tokens, counts: list[Count], marks: Sequence[Mark]) -> list[Count]:
    """Marks to counts: each clause's to its count, lone clauses' in the one direction that serves most counts."""
    if not counts:
        return counts
    if len(counts) == 1:
        return [replace(counts[0], facts=_said(_closed(_single(tokens, counts[0], marks))))]
    given: list[Facts] = [{} for _ in counts]
    loose: list[Mark] = []
    for mark in marks:
        alike = _all_of_these(tokens, counts, mark)
        for several in alike:
            _give(given[several], mark)
        if alike:
            continue
        at = _own(tokens, counts, mark, marks)
        at = _named_again(tokens, counts, mark) if at is None else at
        if at is None:
            loose.append(mark)
        else:
            _give(given[at], mark)
    _give_loose(tokens, counts, given, loose)
    _inherit(tokens, counts, given)
    _back_home(tokens, counts, given, marks)
    return [replace(count, facts=_said(_closed(facts))) for count, facts in zip(counts, given, strict=True)]


def _closed(facts: Facts) -> Facts:
    return {fact: option for fact, option in facts.items() if option != OPEN}


def _give(facts: Facts, mark: Mark) -> None:
    facts[mark.fact] = mark.option if facts.get(mark.fact, mark.option) == mark.option else OPEN


def _own(tokens: Tokens, counts: Sequence[Count], mark: Mark, marks: Sequence[Mark]) -> int | None:
    """The count in whose clause a mark stands; between several, by whether marks precede counts there or follow them."""
    clause = tokens.clauses.clause(mark.start)
    here = [
        at
        for at, count in enumerate(counts)
        if tokens.clauses.clause(count.start) <= clause <= tokens.clauses.clause(max(count.start, count.end - 1))
    ]
    told = [at for at in here if counts[at].part is not Part.WHOLE]
    here = told if told and len(told) < len(here) else here
    if len(here) < 2:
        return here[0] if here else None
    first_mark = min(m.start for m in marks if tokens.clauses.clause(m.start) == clause)
    if first_mark < counts[here[0]].start:
        return next((at for at in here if counts[at].start >= mark.start), None)
    return next((at for at in reversed(here) if counts[at].start <= mark.start), None)


def _all_of_these(tokens: Tokens, counts: Sequence[Count], mark: Mark) -> list[int]:
    """The counts of a mark's clause, where it stands behind several and is said of all of them: 二月18天三月22天|都在隔离病房."""
    here = [at for at, c in enumerate(counts) if tokens.clauses.clause(c.start) == tokens.clauses.clause(mark.start)]
    last = counts[here[-1]].end if len(here) > 1 else mark.end
    words = tokens.said("all-of-them", start=last, end=mark.start) if last <= mark.start else []
    return here if any(of_everybody(tokens.text[word.start : word.end]) for word in words) else []


_NAME = 2
"""Characters by which a clause takes up what another one named."""


def _named_again(tokens: Tokens, counts: Sequence[Count], mark: Mark) -> int | None:
    """The one count whose clause names what a later clause without a count opens with: 又去方舱20天，方舱在武汉; 那段 is the last."""
    begin = tokens.clauses.begin(mark.start)
    if speaks_of_the_last(tokens.text[begin : mark.end]):
        return _previous(counts, mark)
    name = tokens.text[begin : begin + _NAME]
    if len(name) < _NAME or not CLAUSE_MARKS.isdisjoint(name):
        return None
    bounds = [(tokens.clauses.begin(c.start), tokens.clauses.end(c.start, len(tokens.text))) for c in counts if c.end <= begin]
    found = [at for at, (a, b) in enumerate(bounds) if name in tokens.text[a:b]]
    return found[0] if len(found) == 1 else None


def _give_loose(tokens: Tokens, counts: Sequence[Count], given: list[Facts], loose: Sequence[Mark]) -> None:
    """Marks in clauses without a count: to all counts, unless they or the counts say different things."""
    needy = [at for at, facts in enumerate(given) if not facts]
    said = [*((mark.fact, mark.option) for mark in loose), *((fact, option) for facts in given for fact, option in facts.items())]
    open_facts = {fact for fact, _ in said if len({option for name, option in said if name == fact}) > 1}
    open_facts |= {m.fact for m in loose if counts[0].end <= m.start < counts[-1].start}
    directed = [mark for mark in loose if mark.fact in open_facts]
    _directed(tokens, counts, given, directed, needy)
    for mark in loose:
        for facts in given if mark.fact not in open_facts else ():
            facts.setdefault(mark.fact, mark.option)


def _directed(tokens: Tokens, counts: Sequence[Count], given: list[Facts], loose: Sequence[Mark], needy: Sequence[int]) -> None:
    """Each mark to the count before it or behind it: so that most counts have one, and if that leaves a choice, all alike."""
    beside = [_beside(tokens, counts, mark) for mark in loose]
    ways = filter(_in_order, product(*beside)) if len(loose) <= _MOST_CHOICES else zip(*beside, strict=True)
    for mark, at in zip(loose, max(ways, key=lambda way: _fit(way, beside, needy, loose)), strict=True):
        if at is not None and mark.fact not in given[at]:
            given[at][mark.fact] = mark.option
        elif len(needy) == 1 and len(counts) == 2 and (at is None or given[at][mark.fact] != mark.option):
            given[needy[0]].setdefault(mark.fact, mark.option)


def _beside(tokens: Tokens, counts: Sequence[Count], mark: Mark) -> tuple[int | None, int | None]:
    """The counts next to a mark, behind it and before it: those of its own sentence, if there are any."""
    places = (_next(counts, mark), _previous(counts, mark))
    if places[0] is not None and _opens_with_a_label(tokens, mark):
        return places[0], places[0]
    own = tokens.clauses.sentence(mark.start)
    near = tuple(at if at is not None and tokens.clauses.sentence(counts[at].start) == own else None for at in places)
    return (near[0], near[1]) if any(at is not None for at in near) else places


def _opens_with_a_label(tokens: Tokens, mark: Mark) -> bool:
    """Whether a month or a stage is named before a mark in its clause, whose days follow: 四月|不碰样本了，去卡口7天."""
    begin = tokens.clauses.begin(mark.start)
    return any(begin <= start and end <= mark.start for start, end in tokens.labels)


def _in_order(way: Sequence[int | None]) -> bool:
    """Whether marks that follow each other go to counts that do."""
    known = [at for at in way if at is not None]
    return known == sorted(known)


def _fit(
    way: Sequence[int | None],
    beside: Sequence[tuple[int | None, int | None]],
    needy: Sequence[int],
    loose: Sequence[Mark],
) -> tuple[int, int, int, int]:
    """How well marks are shared out: counts served, less the marks left over; counts told two things; marks that go one way."""
    forward = sum(at == ahead for at, (ahead, _) in zip(way, beside, strict=True))
    served = len({at for at in way if at in needy}) - sum(at is None for at in way)
    told = {(at, mark.fact, mark.option) for at, mark in zip(way, loose, strict=True)}
    return served, len({(at, fact) for at, fact, _ in told}) - len(told), max(forward, len(way) - forward), forward


_MOST_CHOICES = 8
"""Marks beyond which all go the same way."""


def _next(counts: Sequence[Count], mark: Mark) -> int | None:
    return next((at for at, count in enumerate(counts) if count.start >= mark.end), None)


def _previous(counts: Sequence[Count], mark: Mark) -> int | None:
    return next((at for at in reversed(range(len(counts))) if counts[at].end <= mark.start), None)


def _back_home(tokens: Tokens, counts: Sequence[Count], given: list[Facts], marks: Sequence[Mark]) -> None:
    """A count told of home (回来后又干了5天) has nothing of what was said of elsewhere before it, unless it is said again."""
    for at in range(1, len(counts)):
        begin = counts[at - 1].end
        if not tokens.said("here", start=begin, end=tokens.clauses.end(counts[at].start, len(tokens.text))):
            continue
        again = {(mark.fact, mark.option) for mark in marks if mark.start >= begin}
        given[at] = {fact: option for fact, option in given[at].items() if (fact, option) in again}


def _inherit(tokens: Tokens, counts: Sequence[Count], given: list[Facts]) -> None:
    """A count that follows with nothing said of where (后来又干了5天) goes on under the facts before it."""
    for at in range(1, len(counts)):
        if given[at] or not given[at - 1]:
            continue
        end = counts[at + 1].start if at + 1 < len(counts) else tokens.clauses.end(counts[at].start, len(tokens.text))
        end = min(end, tokens.clauses.sentence_end(counts[at].start, len(tokens.text)))
        end = min([end, *(start for start, _ in tokens.labels if start >= counts[at].end)])  # 三月9天，|四月不碰样本了
        begin = max(counts[at - 1].end, tokens.clauses.begin(counts[at].start))
        inside = range(counts[at].start, counts[at].end)
        places = [w for w in tokens.said("whereabouts", start=begin, end=end) if w.start not in inside]
        elsewhere = bool(places) or _more_is_said(tokens, counts[at], begin, end)
        if not elsewhere and counts[at].person == counts[at - 1].person:
            given[at].update(given[at - 1])


def told_of_home(tokens: Tokens) -> bool:
    """Whether the one count is told of work at home: 加上回来|在发热门诊12天; not 2月3号去，回来算了算12天."""
    if len(tokens.counts) != 1 or tokens.counts[0].dated:
        return False
    begin, end = tokens.clauses.begin(tokens.counts[0].start), tokens.counts[0].start
    return any(works_here(tokens.text[word.start : end]) for word in tokens.said("here", start=begin, end=end))


_WORK = 2
"""Characters that name a work at least: 收样."""


def tells_other_work(tokens: Tokens) -> bool:
    """Whether the first count is told with a change to something that nothing heard: 后来去帮忙搬运，21天."""
    if tokens.marks or not tokens.counts or tokens.said("same-work", "here"):
        return False
    begin = tokens.clauses.sentence_begin(tokens.counts[0].start)
    moves = [word for word in tokens.said("whereabouts", start=begin, end=tokens.counts[0].start) if tokens.text[word.start] in MOVES]
    spans = [*((word.start, word.end) for word in tokens.words), *tokens.labels]
    left = [at for at in range(moves[0].end, tokens.counts[0].start) if not any(a <= at < b for a, b in spans)] if moves else []
    return sum(tokens.text[at] not in CLAUSE_MARKS for at in left) >= _WORK


_LITTLE = 4
"""Characters that say no more than that somebody went on."""


def _more_is_said(tokens: Tokens, count: Count, begin: int, end: int) -> bool:
    """Whether words that nobody understood stand with a count: then it may have been other work."""
    spans = [(count.start, count.end), *tokens.labels, *((word.start, word.end) for word in tokens.words)]
    left = [at for at in range(begin, end) if not any(a <= at < b for a, b in spans)]
    return sum(tokens.text[at] not in CLAUSE_MARKS for at in left) > _LITTLE
