"""Whose count it is and under which facts: persons and marks, put to the counts they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.counting.coreference import name_of, persons_of
from bot.counting.heard_marks import about, as_said, facts_of_one, heirs, named_before, opened_behind, settled
from bot.counting.mark_assignment import assigned
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark, Part, Person
from bot.language.whose_days import is_said_to_be_of
from bot.model.tally import SELF, Spell


def with_person(tokens: Tokens, counts: Iterable[Count]) -> list[Count]:
    """Each count with the person mentioned last before it; one mentioned after it only if the count opens the message."""
    told = list(counts)
    if _times_first(tokens, told):
        return [replace(count, person=name_of(tokens, _first_behind(tokens, count))) for count in told]
    result = []
    for count in told:
        before = [person for person in tokens.persons if person.end <= count.start]
        person = name_of(tokens, before[-1]) if before else SELF
        person = _said_to_be_of(tokens, count, person)
        result.append(replace(count, person=person))
    return _off_with_theirs(_handed_on(tokens, result))


def _said_to_be_of(tokens: Tokens, count: Count, person: str) -> str:
    """Whoever is named right behind a count as the one it is of (病房25天的是我爱人), else ``person``."""
    at = count.end + is_said_to_be_of(tokens.text[count.end :])
    named = [other for other in tokens.persons if 0 <= other.start - at <= 1] if at > count.end else []
    return name_of(tokens, named[0]) if named else person


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


def with_facts(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """Each count with the facts said of it."""
    if len({count.person for count in counts}) > 1:
        return _by_person(tokens, counts, marks)
    person = counts[0].person if counts else SELF
    own = [mark for mark in marks if about(tokens, mark, person)]
    if len(counts) == 1:
        return [replace(counts[0], facts=as_said(settled(facts_of_one(tokens, counts[0], own))))]
    return assigned(tokens, list(counts), own)


def _by_person(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count]:
    """Marks go to the person they are said of; those said of nobody in particular to everybody without one of their own."""
    result: list[Count] = list(counts)
    for person in dict.fromkeys(count.person for count in counts):
        own = [mark for mark in marks if person in heirs(tokens, mark, counts)]
        common = [mark for mark in marks if named_before(tokens, mark) is None]
        mine = [count for count in counts if count.person == person]
        if not own and _like_others(tokens, person):
            own = [mark for mark in marks if person not in heirs(tokens, mark, counts)]
        told = {mark.fact for mark in own}
        filled = assigned(tokens, mine, [*own, *(mark for mark in common if mark.fact not in told)])
        for count, done in zip(mine, filled, strict=True):
            result[result.index(count)] = done
    return result


def _like_others(tokens: Tokens, person: str) -> bool:
    """Whether somebody is said to do the same work as the one told of before: 我姐跟我一个岗."""
    first = next((p for p in tokens.persons if name_of(tokens, p) == person), None)
    return first is not None and bool(tokens.in_clause(first.start, "same-work"))


def told_apart(tokens: Tokens, spell: Spell, marks: Sequence[Mark]) -> Spell:
    """A spell with what is told beside it of others only (我采样9天，我姐援鄂), or of a stretch whose days are still to be told."""
    opened = {mark.fact for mark in opened_behind(tokens, tokens.counts, list(marks))} - {name for name, _ in spell.facts}
    spell = replace(spell, apart=tuple(sorted(opened))) if opened else spell
    if spell.people > 1 or all(name_of(tokens, person) != spell.person for person in tokens.persons):
        return spell
    known = {name for name, _ in spell.facts}
    theirs = {mark.fact for mark in marks if not about(tokens, mark, spell.person)} - known
    return replace(spell, apart=tuple(sorted({*theirs, *spell.apart}))) if theirs else spell
