"""Facts that the content's patterns hear in a message, with their places: in each clause for itself, and in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bot.compiled.keys import OptionKey
from bot.counting.tree import Mark
from bot.language.analyse import Label
from bot.language.clauses import Clauses, clause_bounds, clauses, clauses_of
from bot.language.crews import PRONOUNS
from bot.language.kinship import NOBODY
from bot.language.numerals import NUMERAL_CHARACTERS
from bot.language.patterns import Found, PatternSet, Spots, parse_pattern
from bot.language.rounds_and_parts import stretches_of_days
from bot.model.fact import Fact
from bot.understanding.people import People
from bot.understanding.stated import really, said_of


class MarkFinder:
    """Finds the marks of the facts on which rates depend."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {fact.id: fact for fact in facts}
        self._patterns = PatternSet(
            (OptionKey(fact.id, option.id), parse_pattern(says))
            for fact in self._facts.values()
            for option in fact.options
            for says in option.says
        )

    def find(self, where: Spots, text: str, people: People) -> tuple[Mark, ...]:
        """Marks in order. Where two options of a fact are heard at one place, the more specific one."""
        stretches = dict.fromkeys([*_bounds(clauses_of(text), text), *clauses(text)])
        found = dict.fromkeys([*self._patterns.find(where, text).items(), *self._heard_in(stretches, where, text)])
        persons, days = _persons(text, people), stretches_of_days(text)
        found = dict.fromkeys([*found, *self._heard_in(_parted_at(stretches, persons), where, text)])
        found = dict.fromkeys([*found, *self._heard_in(_parted_at(stretches, days), where, text)])
        heard = sorted(found, key=lambda entry: (entry[1].start, -entry[1].end, entry[0]))
        return tuple(self._meant(_settled(list(_of_one_stretch(heard, clauses(text), sorted({*persons, *days})))), text, people))

    def _heard_in(self, stretches: Iterable[tuple[int, int]], where: Spots, text: str) -> Iterator[_Heard]:
        """What is heard in each stretch for itself."""
        for begin, end in stretches:
            inside = _within(where, begin, end) if (begin, end) != (0, len(text)) else None  # all of it was looked through
            if inside:
                yield from self._patterns.find(inside, text).items()

    def _meant(self, heard: Iterable[_Heard], text: str, people: People) -> Iterator[Mark]:
        """What is really said: the opposite of what is denied, and nothing of strangers whose work is not counted."""
        for key, here in heard:
            meant = really(key, here, text, self._facts[key.fact])
            counted = NUMERAL_CHARACTERS.intersection(text[slice(*_around(text, here))])
            if meant is not None and (counted or said_of(here, text, people) != NOBODY):
                denies = here.negative or meant != key
                yield Mark(here.start, here.end, meant.fact, meant.option, here.certain and meant == key, denies)


def _around(text: str, here: Found) -> tuple[int, int]:
    """The clause of what was heard, and those beside it: a stranger's days may stand in a clause of their own."""
    begin, end = clause_bounds(text, here.start, here.end)
    before = clause_bounds(text, max(0, begin - 2), max(0, begin - 1))[0]
    return before, clause_bounds(text, min(len(text), end + 1), min(len(text), end + 1))[1]


_Heard = tuple[OptionKey, Found]


def _settled(heard: Sequence[_Heard]) -> Iterator[_Heard]:
    """One option of a fact at one place: the one heard by more parts, then by longer words."""
    for key, here in heard:
        rivals = [
            (other, there)
            for other, there in heard
            if other.fact == key.fact and other != key and there.start < here.end and here.start < there.end
        ]
        if all(
            here.weight > there.weight or (here.weight == there.weight and (here.start, key) < (there.start, other))
            for other, there in rivals
        ):
            yield key, here


def _persons(text: str, people: People) -> list[int]:
    """Where somebody is named, or a pronoun stands for somebody."""
    return sorted({*(one.start for one in people.named), *(at for at, character in enumerate(text) if character in PRONOUNS)})


def _parted_at(stretches: Iterable[tuple[int, int]], places_named: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches parted where each of several people, or of several times, is named: 我护理确诊病人|她没接触."""
    for begin, end in stretches:
        places = [at for at in places_named if begin < at < end]
        if places:
            yield from pairwise([begin, *places, end])


def _of_one_stretch(heard: Sequence[_Heard], clauses: Sequence[tuple[int, int]], places: Sequence[int]) -> Iterator[_Heard]:
    """What is heard without what runs on from one clause into the next over what is told there.

    A denial may stand in a clause of its own: 援鄂医疗队，没去. What runs on from one person, or one stretch of days, to the next, over
    something else that is told of the first, is said of the second: 我护理确诊病人|她没接触; 18天接触病人|10天不接触.
    """
    for key, here in heard:
        over = [(other, there) for other, there in heard if other.fact == key.fact and there is not here]
        over = [(other, there) for other, there in over if there.start < here.end and here.start < there.end]
        ends = [end for _, end in clauses if here.start < end < here.end]
        within = any(not any(there.start < end < there.end for _, end in clauses) for _, there in over)
        first = [at for at in places if here.start < at < here.end and any(other != key and there.end <= at for other, there in over)]
        if not (ends and within and not here.negative):
            yield key, here._replace(start=first[-1]) if first else here


def _bounds(clauses: Clauses, text: str) -> Iterator[tuple[int, int]]:
    starts = clauses.clauses
    yield from zip(starts, (*starts[1:], len(text)), strict=True)


def _within(where: Spots, begin: int, end: int) -> dict[Label, list[tuple[int, int]]]:
    """The known words of a stretch of text; its beginning is the beginning of what is said."""
    inside = {
        label: kept
        for label, spans in where.items()
        if (kept := [span for span in spans if begin <= span[0] and span[1] <= end])
    }
    return {**inside, ("edge", "start"): [(begin, begin)]} if inside else {}
