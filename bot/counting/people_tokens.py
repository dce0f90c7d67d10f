"""Who and how many are spoken of in a message, among its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.counting.tokens import Tokens, blank
from bot.counting.tree import SEVERAL, Heads, Person
from bot.language.counts_or_not import starts_a_count
from bot.language.crews import (
    BESIDE_ME,
    BY_ONESELF,
    GROUP,
    IN_DAYS_ALREADY,
    LISTED_NAME,
    LONE_PAIR,
    LONE_SURNAME,
    LOT,
    NICKNAME,
    NOT_AT_IT,
    NTH_OF_THEM,
    NTH_PERSON,
    NUMBER_OF_DAYS,
    ONE_AND_REST,
    OWN,
    OWN_OF_SOMEBODY,
    PRONOUNS,
    SO_MANY,
    SO_MANY_DAYS,
    SOME_OF_THEM,
    STAFFING,
    THREE,
    addressed,
    are_several,
    are_two,
    joins,
    left_out,
    none_of_them,
    of_our_home,
)
from bot.language.date_spans import DAY_UNITS
from bot.language.numerals import bounds_of
from bot.language.whose_days import LONE_ONE, NEWCOMERS, OTHER_ONE, SEVERAL_PEOPLE
from bot.model.tally import SELF, Doubt, Reason

_TWO = 2

_MOST_HEADS = 99


def heads_in(tokens: Tokens, left: str, crew: re.Pattern[str]) -> str:
    """How many people are spoken of; ``crew`` finds them by what they may be called. The text without what says so."""
    left = blank(left, ((word.start, word.end) for word in tokens.said("same-work")))
    left, absent = _not_at_it(tokens, left)
    left = _some_of_them(tokens, left)
    several = bool(tokens.said("each", "all-of-them", "respectively", "pair"))
    left = blank(left, (match.span("what" if several else 0) for match in STAFFING.finditer(tokens.text)))
    for match in LOT.finditer(left):
        tokens.heads.append(Heads(match.start(), match.end(), 3 if match.group("lot") == THREE else 2))
    left = blank(left, ((heads.start, heads.end) for heads in tokens.heads))
    left = _count_heads(tokens, left, GROUP)
    if tokens.goes_on:
        left = _count_heads(tokens, left, NEWCOMERS)
    left = _count_heads(tokens, left, crew)
    left = _heads_of_counts(tokens, left)
    alike = len(SO_MANY.findall(left)) > 1
    left = _count_heads(tokens, left, SO_MANY) if tokens.heads or tokens.some or alike else left
    left = _count_heads(tokens, left, LONE_PAIR) if tokens.heads else left
    tokens.heads.sort(key=lambda heads: heads.start)
    _without(tokens, absent)
    return left


def persons_in(tokens: Tokens) -> None:
    """Everybody mentioned."""
    found = [Person(w.start, w.end, tokens.text[w.start : w.end]) for w in tokens.said("other")]
    called = [Person(m.start(), m.end(), m.group()) for m in NICKNAME.finditer(tokens.text)]
    begins = {person.start for person in called}
    found = _called_alike(found)
    found = [p for p in found if p.end not in begins and not any(c.start <= p.start < c.end for c in called)] + called
    found = [p for p in found if not any(h.start <= p.start and p.end <= h.end for h in (*tokens.heads, *tokens.some))]
    found = [p for p in found if not _is_possessive(tokens, p, found)]
    found += _by_surname(tokens) or _each_of_them(tokens) or _one_and_another(tokens)
    beside = [match.span("me") for match in BESIDE_ME.finditer(tokens.text)]
    for word in tokens.said("me"):
        if (word.start, word.end) in beside or of_our_home(tokens.text, word.end):
            continue
        following = min(
            (p.start for p in found if p.start >= word.end and p.name != SELF), default=len(tokens.text)
        )
        if tokens.text[word.end : following] not in OWN or following == len(tokens.text):
            found.append(Person(word.start, word.end, SELF))
    tokens.persons = _of_the_work(tokens, sorted(_spoken_of(tokens, found), key=lambda person: person.start))
    _leave_out(tokens)
    _by_oneself(tokens)


def _of_the_work(tokens: Tokens, people: list[Person]) -> list[Person]:
    """People without those who are only said not to do the work, and those joined to them, where others do it: 我和老伴不是，女儿是."""
    left: set[int] = set()
    for at in reversed(range(len(people))):
        joined = at + 1 in left and joins(tokens.text[people[at].end : people[at + 1].start])
        if joined or none_of_them(tokens.text, people[at].end):
            left.add(at)
    others = [person for at, person in enumerate(people) if at not in left]
    return others if any(person.name not in PRONOUNS for person in others) else people


def _by_oneself(tokens: Tokens) -> None:
    """Somebody said to have done it alone is none of several of whom it is said: 我们屋俩人，我一个人上了9天."""
    ends = {person.end for person in tokens.persons}
    alone = [w for w in tokens.said("each") if w.start in ends and tokens.text[w.start : w.end] in BY_ONESELF]
    if not alone:
        return
    tokens.heads = [heads for heads in tokens.heads if heads.start > alone[0].start]
    tokens.words = [w for w in tokens.words if w not in alone and not (w.end <= alone[0].start and w.ids & {"pair", "we"})]


def _called_alike(found: Sequence[Person]) -> list[Person]:
    """People, those named twice over called as they were before: 爸妈都在，爸爸9天."""
    names = {person.name for person in found}
    return [replace(p, name=p.name[0]) if len(p.name) == _TWO and p.name[0] * _TWO == p.name and p.name[0] in names else p for p in found]


def _is_possessive(tokens: Tokens, person: Person, found: Sequence[Person]) -> bool:
    """Whether 他 or 她 only says whose somebody is: 她弟."""
    following = [other.start for other in found if other.start >= person.end] if person.name in PRONOUNS else []
    return bool(following) and tokens.text[person.end : min(following)] in OWN_OF_SOMEBODY


def _not_at_it(tokens: Tokens, left: str) -> tuple[str, int]:
    """The text without people who had no part in it, told behind the days of all, and how many these are: 五个人每人9天，有一个没上岗."""
    found = [match for match in NOT_AT_IT.finditer(left) if IN_DAYS_ALREADY.search(left, 0, match.start())]
    numbers = [bounds_of(match.group("number")) for match in found]
    if len(found) != 1 or numbers[0] is None or numbers[0].low != numbers[0].high or IN_DAYS_ALREADY.search(left, found[0].end()):
        return left, 0
    span = found[0].span()
    tokens.words = [word for word in tokens.words if not span[0] <= word.start < span[1]]
    return blank(left, [span]), int(numbers[0].low)


def _without(tokens: Tokens, absent: int) -> None:
    """The one number of people told, without those who had no part in it; a doubt where it is not one, or leaves nobody."""
    if not absent:
        return
    numbers = {heads.number for heads in tokens.heads}
    if len(numbers) != 1 or max(numbers) <= absent:
        tokens.doubts.append(Doubt(Reason.EACH_OR_TOGETHER, ""))
        return
    tokens.heads = [replace(heads, number=heads.number - absent) for heads in tokens.heads]


def _some_of_them(tokens: Tokens, left: str) -> str:
    """Some of a number of people told, behind days told of all: 五个人每人14天，其中一个6天."""
    for match in SOME_OF_THEM.finditer(left):
        number = bounds_of(match.group("number"))
        told = tokens.crowd > 0 or IN_DAYS_ALREADY.search(left, 0, match.start())
        if told and number is not None and number.low == number.high and 1 <= number.low <= _MOST_HEADS:
            tokens.some.append(Heads(match.start(), match.end(), int(number.low)))
    for match in NTH_OF_THEM.finditer(tokens.text):
        number = bounds_of(match.group("number"))
        if number is not None and number.low == number.high and 1 <= number.low <= tokens.crowd:
            tokens.some.append(Heads(match.start(), match.end(), 1))
    return blank(left, ((some.start, some.end) for some in tokens.some))


def _spoken_of(tokens: Tokens, found: Iterable[Person]) -> Iterator[Person]:
    """People without those who are only called upon, and without 自己 right behind somebody."""
    people = sorted(found, key=lambda person: person.start)
    ends = {person.end for person in people if person.name != SELF}
    for person in people:
        if person.name == SELF and person.start in ends:
            continue
        if person.name == SELF or not addressed(tokens.text, person.start, person.end):
            yield person


def _leave_out(tokens: Tokens) -> None:
    """People said not to be counted; the words that say so take off no days, and who has no count is not spoken of."""
    for word in tokens.said("pair"):
        if tokens.text[word.start] in PRONOUNS and left_out(tokens.text, word.start, word.end):
            tokens.left_out[tokens.text[word.start]] = _TWO
    for at, person in enumerate(tokens.persons):
        span = left_out(tokens.text, person.start, person.end) if person.name != SELF else None
        if span is None:
            continue
        two, several = are_two(tokens.text, person.end), are_several(tokens.text, person.end)
        tokens.left_out[person.name] = SEVERAL if several else _TWO if two else 1
        joined = tokens.persons[at + 1 :] if span[0] < person.start else tokens.persons[at - 1 :: -1] if at else []
        end = person
        for other in (one for one in joined if one.name != SELF):
            if not joins(tokens.text[min(end.end, other.end) : max(end.start, other.start)]):
                break
            tokens.left_out[other.name], end = 1, other
        tokens.words = [word for word in tokens.words if not (span[0] <= word.start and word.end <= span[1]) or "other" in word.ids]


def _by_surname(tokens: Tokens) -> list[Person]:
    """Several people named by their surnames alone."""
    found = [Person(m.start(), m.end(), m.group()) for m in LONE_SURNAME.finditer(tokens.text)]
    found += [Person(m.start(), m.end(), m.group("name")) for m in LISTED_NAME.finditer(tokens.text)]
    return found if len(found) > 1 else []


def _each_of_them(tokens: Tokens) -> list[Person]:
    """Several people of a number told, each told of as one: 三个徒弟，一个10天，一个12天，一个15天."""
    found = list(LONE_ONE.finditer(tokens.text))
    number = max((heads.number for heads in tokens.heads if not any(m.start() <= heads.start < m.end() for m in found)), default=0)
    if len(found) <= _TWO or len(found) != number or len(found) != len(tokens.counts):
        return []
    tokens.heads = []
    return [Person(m.start(), m.end(), NTH_PERSON.format(at)) for at, m in enumerate(found, start=1)]


def _one_and_another(tokens: Tokens) -> list[Person]:
    """The one and the other of two people spoken of, who then are no numbers of people."""
    two = tokens.said("pair") or any(heads.number == _TWO for heads in tokens.heads)
    found = list(LONE_ONE.finditer(tokens.text))
    two = two or (len(found) == len(tokens.counts) == _TWO and len(tokens.persons_before(found[0].start())) == _TWO)
    if not two or not 1 <= len(found) <= _TWO or (len(found) == 1 and len(tokens.counts) != 1):
        return []
    tokens.heads = [h for h in tokens.heads if not any(m.start() <= h.start < m.end() for m in found)]
    names = [m.group() if at == 0 else OTHER_ONE for at, m in enumerate(found)]
    return [Person(m.start(), m.end(), name) for m, name in zip(found, names, strict=True)]


def _count_heads(tokens: Tokens, left: str, pattern: re.Pattern[str]) -> str:
    """The numbers of people that a pattern finds."""
    claimed = []
    for match in pattern.finditer(left):
        number = bounds_of(next(said for said in match.groups() if said))
        if number is None or number.low != number.high or not 1 <= number.low <= _MOST_HEADS:
            continue
        in_days = left[match.end() : match.end() + 1] in DAY_UNITS and not left.startswith(NUMBER_OF_DAYS, match.end())
        if in_days or _means_each(tokens, match, int(number.low)):
            continue
        tokens.heads.append(Heads(match.start(), match.end(), int(number.low)))
        claimed.append(match.span())
    return blank(left, claimed)


def _heads_of_counts(tokens: Tokens, left: str) -> str:
    """里头6个12天，其余5个7天: people and not rounds, where they come to the number of people told."""
    found = [(match, bounds_of(match.group("number"))) for match in SO_MANY_DAYS.finditer(left)]
    numbers = [int(number.low) for _, number in found if number is not None and number.low == number.high]
    if len(numbers) < _TWO or len(numbers) < len(found) or sum(numbers) not in {heads.number for heads in tokens.heads}:
        return left
    heads_said = [Heads(match.start(), match.end(), number) for (match, _), number in zip(found, numbers, strict=True)]
    tokens.heads += heads_said
    return blank(left, ((heads.start, heads.end) for heads in heads_said))


def _means_each(tokens: Tokens, match: re.Match[str], number: int) -> bool:
    """Whether 一人 after a number of people means each of them: 五个人采样，一人6天."""
    each = any(word.start == match.start() for word in tokens.said("each"))
    if number != 1 or not each:
        return False
    before, following = tokens.text[: match.start()], tokens.text[match.end() :]
    if ONE_AND_REST.search(tokens.text, match.start()):
        return False  # 九个人，一个人25天，其余八个28天
    return bool(tokens.heads or SEVERAL_PEOPLE.search(before)) or starts_a_count(following)
