"""Marks, the facts heard at a place: of whom each is said, and on what they agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bot.counting.coreference import joined_people, joined_to, name_of, persons_of
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark
from bot.language.whose_days import of_everybody, says_too
from bot.model.tally import SELF, Said

Facts = dict[str, str]


def without_overruled(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Marks without what is only denied of somebody whose work is sure all the same: 不进病房，在实验室验标本."""
    sure = [mark for mark in marks if mark.sure]
    return [mark for mark in marks if not (mark.denies and any(_overrules(tokens, one, mark) for one in sure))]


def _overrules(tokens: Tokens, sure: Mark, mark: Mark) -> bool:
    """Whether both are said of one person's one work, and speak against each other."""
    if sure.fact != mark.fact or sure.option == mark.option or named_before(tokens, sure) != named_before(tokens, mark):
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


def without_outsiders(tokens: Tokens, marks: Sequence[Mark], outside: Collection[tuple[str, str]]) -> list[Mark]:
    """Marks without those of people of whom only a trade is told that the documents are not written for; they are not counted."""
    for name in persons_of(tokens):
        own = [mark for mark in marks if named_at(tokens, mark) == {name}]
        if (name != SELF or len(persons_of(tokens)) > 1) and own and all((mark.fact, mark.option) in outside for mark in own):
            tokens.unpaid.add(name)
            tokens.left_out.setdefault(name, 1)
    return [mark for mark in marks if not (tokens.unpaid and named_at(tokens, mark) <= tokens.unpaid and named_at(tokens, mark))]


def facts_of_message(marks: Iterable[Mark], tokens: Tokens, person: str | None = None) -> Facts:
    """Facts on which all marks of a message agree."""
    said: dict[str, set[str]] = {}
    for mark in marks:
        if person is None or about(tokens, mark, person):
            said.setdefault(mark.fact, set()).add(mark.option)
    return {fact: next(iter(options)) for fact, options in said.items() if len(options) == 1}


def facts_of_speaker(tokens: Tokens, marks: Sequence[Mark]) -> Said:
    """Facts on which all agree that a message says of whoever writes it."""
    return tuple(sorted(facts_of_message(marks, tokens, SELF).items()))


def about(tokens: Tokens, mark: Mark, person: str) -> bool:
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
    return tuple((name, as_said(facts)) for name, facts in sorted(sure.items()) if facts)


def works_told(tokens: Tokens, marks: Sequence[Mark]) -> tuple[tuple[str, Said], ...]:
    """What a message that counts nothing tells of each of those it names, or of all of them."""
    joined = [p.start for p in tokens.persons if name_of(tokens, p) in joined_people(tokens)]
    words = [word for at in joined for word in tokens.in_clause(at, "all-of-them")]
    everybody = any(of_everybody(tokens.text[word.start : word.end]) for word in words)
    return _told_of_several(tokens, marks) if everybody else told_of_each(tokens, marks)


def work_of_the_one_named(tokens: Tokens, marks: Sequence[Mark]) -> tuple[tuple[str, Said], ...]:
    """What a message tells of the one person whom alone it names: 她也是护士，在社区登记，不接触病人."""
    names = {name_of(tokens, person) for person in tokens.persons}
    facts = as_said(facts_of_message(marks, tokens))
    return ((names.pop(), facts),) if len(names) == 1 and facts else ()


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
    return {name_of(tokens, person) for person in (inside if everybody else joined_to(tokens, before))}


def _said_at(tokens: Tokens, mark: Mark) -> int:
    """Where a mark is said of somebody: at its end, where it only begins in a clause before: 去了武汉，姐姐在病房护理."""
    last = max(mark.start, mark.end - 1)
    return mark.start if tokens.clauses.clause(mark.start) == tokens.clauses.clause(last) else last


def named_before(tokens: Tokens, mark: Mark) -> str | None:
    """The person named last before a mark in its sentence."""
    before = [p for p in tokens.persons if p.start <= _said_at(tokens, mark)]
    return name_of(tokens, before[-1]) if before else None


def heirs(tokens: Tokens, mark: Mark, counts: Sequence[Count]) -> set[str]:
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
    return {name_of(tokens, person) for person in joined_to(tokens, beside)}


def _only_as_long(tokens: Tokens, mark: Mark, counts: Sequence[Count]) -> bool:
    """Whether a clause only says that its days are as many as those before, and so is of nobody else: 在武汉|也是20天."""
    clause = tokens.clauses.clause(mark.start)
    words = tokens.in_clause(mark.start, "all-of-them", "pair", "we")
    counted = any(tokens.clauses.clause(count.start) == clause for count in counts)
    return counted and all(says_too(tokens.text[word.start : word.end]) for word in words)


def as_said(facts: Facts) -> Said:
    """Facts as they are kept with a spell."""
    return tuple(sorted(facts.items()))


def facts_of_one(tokens: Tokens, count: Count, marks: Sequence[Mark]) -> Facts:
    """For one count: its own clause first, then what all other clauses agree on; what a later clause says against it leaves it open."""
    here = tokens.clauses.clause(count.start), tokens.clauses.clause(max(count.start, count.end - 1))
    inside = [mark for mark in marks if here[0] <= tokens.clauses.clause(mark.start) <= here[1]]
    behind = opened_behind(tokens, [count], marks)
    outside = [mark for mark in marks if mark not in inside and mark not in behind]
    later = facts_of_message((mark for mark in outside if tokens.clauses.clause(mark.start) > here[1]), tokens)
    own = _options(inside)
    against = {fact: OPEN for fact, option in own.items() if later.get(fact, option) != option}
    return facts_of_message(outside, tokens) | own | against


_A_WORD = 2
"""Characters of a word that opens a stretch: 后来, not the 后 of another word."""


def opened_behind(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Mark]:
    """Marks of a stretch that is opened behind the last count and whose days are not told: 病房10天，后来|去了武汉.

    None if nothing is told of the work before.
    """
    last = max((tokens.clauses.clause(max(count.start, count.end - 1)) for count in counts), default=-1)
    found = [mark for mark in marks if tokens.clauses.clause(mark.start) > last >= 0 and _opens_a_stretch(tokens, mark)]
    return found if any(tokens.clauses.clause(mark.start) <= last for mark in marks) else []


def _opens_a_stretch(tokens: Tokens, mark: Mark) -> bool:
    words = tokens.said("later", start=tokens.clauses.begin(mark.start), end=mark.start)
    return any(word.end - word.start >= _A_WORD for word in words)


def _options(marks: Sequence[Mark]) -> Facts:
    said: dict[str, set[str]] = {}
    for mark in marks:
        said.setdefault(mark.fact, set()).add(mark.option)
    return {fact: next(iter(options)) if len(options) == 1 else OPEN for fact, options in said.items()}


OPEN = ""
"""Stands for a fact said to be two things at once."""


def settled(facts: Facts) -> Facts:
    """Facts without those said to be two things at once."""
    return {fact: option for fact, option in facts.items() if option != OPEN}


def options_heard(marks: Sequence[Mark]) -> dict[str, list[str]]:
    """The options heard of each fact, in order."""
    options: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.option not in options.setdefault(mark.fact, []):
            options[mark.fact].append(mark.option)
    return options


def rated(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Facts that follow from the rates said: those that words leave open. Where words say otherwise, a rate adds nothing."""
    said: dict[str, set[str]] = {}
    for mark in marks:
        said.setdefault(mark.fact, set()).add(mark.option)
    agreeing = [rate for rate in tokens.rates if all(option in said.get(name, {option}) for name, option in rate.facts)]
    return [Mark(r.start, r.end, name, option) for r in agreeing for name, option in r.facts if name not in said]
