"""Which of several counts each mark is said of: an assignment of marks to the counts beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from bot.counting.carryover import back_home, inherit
from bot.counting.heard_marks import OPEN, Facts, as_said, facts_of_one, settled
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark, Part
from bot.language.clauses import CLAUSE_MARKS
from bot.language.rounds_and_parts import speaks_of_the_last
from bot.language.whose_days import of_everybody


def assigned(tokens: Tokens, counts: list[Count], marks: Sequence[Mark]) -> list[Count]:
    """Marks to counts: each clause's to its count, lone clauses' in the one direction that serves most counts."""
    if not counts:
        return counts
    if len(counts) == 1:
        return [replace(counts[0], facts=as_said(settled(facts_of_one(tokens, counts[0], marks))))]
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
    inherit(tokens, counts, given)
    back_home(tokens, counts, given, marks)
    return [replace(count, facts=as_said(settled(facts))) for count, facts in zip(counts, given, strict=True)]


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
    stretches = _stretches(tokens, [counts[at] for at in here])
    if stretches:
        return here[sum(begin <= mark.start for begin in stretches)]
    first_mark = min(m.start for m in marks if tokens.clauses.clause(m.start) == clause)
    if first_mark < counts[here[0]].start:
        return next((at for at in here if counts[at].start >= mark.start), None)
    return next((at for at in reversed(here) if counts[at].start <= mark.start), None)


def _stretches(tokens: Tokens, counts: Sequence[Count]) -> list[int]:
    """Where each stretch of a clause but the first begins, if a word opens each of them: 前8天采样|后来去登记11天."""
    words = [tokens.said("later", "adds-to-before", start=one.end, end=other.start) for one, other in pairwise(counts)]
    return [opening[0].start for opening in words] if all(words) else []


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
    said = [*((mark.fact, mark.option) for mark in loose), *((fact, option) for facts in given for fact, option in facts.items())]
    open_facts = {fact for fact, _ in said if len({option for name, option in said if name == fact}) > 1}
    open_facts |= {m.fact for m in loose if counts[0].end <= m.start < counts[-1].start}
    directed = [mark for mark in loose if mark.fact in open_facts]
    _directed(tokens, counts, given, directed)
    for mark in loose:
        for facts in given if mark.fact not in open_facts else ():
            facts.setdefault(mark.fact, mark.option)


def _directed(tokens: Tokens, counts: Sequence[Count], given: list[Facts], loose: Sequence[Mark]) -> None:
    """Each mark to the count before it or behind it: so that most counts have one, and if that leaves a choice, all alike."""
    beside = [_beside(tokens, counts, mark) for mark in loose]
    needy = frozenset((at, mark.fact) for mark in loose for at, facts in enumerate(given) if mark.fact not in facts)
    lacking = {fact: [at for at, name in needy if name == fact] for _, fact in needy}
    ways = filter(_in_order, product(*beside)) if len(loose) <= _MOST_CHOICES else zip(*beside, strict=True)
    for mark, at in zip(loose, max(ways, key=lambda way: _fit(way, beside, needy, loose)), strict=True):
        if at is not None and mark.fact not in given[at]:
            given[at][mark.fact] = mark.option
        elif len(lacking.get(mark.fact, ())) == 1 and len(counts) == 2 and (at is None or given[at][mark.fact] != mark.option):
            given[lacking[mark.fact][0]].setdefault(mark.fact, mark.option)


def _beside(tokens: Tokens, counts: Sequence[Count], mark: Mark) -> tuple[int | None, int | None]:
    """The counts next to a mark, behind it and before it: those of its own sentence, if there are any."""
    places = (_next(counts, mark), _previous(counts, mark))
    if places[0] is not None and _opens_with_a_label(tokens, mark):
        return places[0], places[0]
    own = tokens.clauses.sentence(mark.start)
    near = tuple(at if at is not None and tokens.clauses.sentence(counts[at].start) == own else None for at in places)
    following, before = near
    if following is not None and before is not None and _opens_its_own(tokens, counts, following, before):
        return before, before
    return (near[0], near[1]) if any(at is not None for at in near) else places


def _opens_its_own(tokens: Tokens, counts: Sequence[Count], following: int, before: int) -> bool:
    """Whether the count behind a clause opens a stretch of its own, as the one before it did: 头7天接电话，见不着病人，往后13天抬病人."""
    starts = [counts[at].start for at in (before, following)]
    return all(tokens.said("adds", "later", start=tokens.clauses.begin(start), end=start) for start in starts)


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
    needy: frozenset[tuple[int, str]],
    loose: Sequence[Mark],
) -> tuple[int, int, int, int]:
    """How well marks are shared out: counts served, less the marks left over; counts told two things; marks that go one way."""
    forward = sum(at == ahead for at, (ahead, _) in zip(way, beside, strict=True))
    told = {(at, mark.fact, mark.option) for at, mark in zip(way, loose, strict=True)}
    served = len({(at, fact) for at, fact, _ in told} & needy) - sum(at is None for at in way)
    return served, len({(at, fact) for at, fact, _ in told}) - len(told), max(forward, len(way) - forward), forward


_MOST_CHOICES = 8
"""Marks beyond which all go the same way."""


def _next(counts: Sequence[Count], mark: Mark) -> int | None:
    return next((at for at, count in enumerate(counts) if count.start >= mark.end), None)


def _previous(counts: Sequence[Count], mark: Mark) -> int | None:
    return next((at for at in reversed(range(len(counts))) if counts[at].end <= mark.start), None)
