"""What a message says of counts, as frozen values: first its tokens, then the tree they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.model.tally import Doubt, Reason, Said, Spell


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact that the content's patterns heard at a place of the text.

    ``sure``: it holds though the same person is said to do without something else; ``denies``: it is only said what is not.
    """

    start: int
    end: int
    fact: str
    option: str
    sure: bool = False
    denies: bool = False


class Word(NamedTuple):
    """Something said to steer the count (又, 扣掉, 每人), by the ids of its signals."""

    start: int
    end: int
    ids: frozenset[str]


class Part(StrEnum):
    """What a count is to the others."""

    PLAIN = "plain"
    WHOLE = "whole"
    """The sum of the others, or what they are parts of."""
    OF_WHICH = "of-which"
    REST = "rest"
    OFF = "off"
    """Taken off."""
    IGNORED = "ignored"
    """Known to be no work: quarantine after coming back."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units at a place of the text. ``dated``: counted from calendar days, its ``parts``; ``listed``: one of 7、9、11天."""

    start: int
    end: int
    fact: str
    low: float
    high: float
    dated: bool = False
    working: str = ""
    per_head: bool = False
    listed: bool = False
    parts: tuple[tuple[int, int], ...] = ()
    part: Part = Part.PLAIN
    person: str = ""
    people: int = 1
    facts: Said = ()


@dataclass(frozen=True, slots=True)
class Heads:
    """So many people."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody mentioned; SELF for the one who writes."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Rounds:
    """So many rounds; ``number`` is None for "a round" in "7 days a round"."""

    start: int
    end: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of the documents, said by its figure, with the facts under which it is given."""

    start: int
    end: int
    facts: Said


@dataclass(frozen=True, slots=True)
class Edge:
    """A lone day on which something began or (``last``) ended, by its ordinal, with the fact its days count for."""

    day: int
    last: bool
    fact: str


SEVERAL = -1
"""For a number of people: several, told apart, so that no one number is said of all of them."""


class Relation(StrEnum):
    """How what is counted stands to what was counted before."""

    NEW = "new"
    ADDS = "adds"
    TAKES_OFF = "takes-off"
    OF_WHICH = "of-which"
    REPLACES = "replaces"
    SOME_OF_THEM = "some-of-them"
    """Of some of the people counted before."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What a message counts.

    ``facts`` hold for the whole message; ``unplaced`` are numbers that found no role; ``everything``: all that was ever counted
    is to be added up; ``supposed``: only as a question (要是再干5天呢); ``apart``: each person's own sum is asked; ``difference``: the
    difference; ``alike`` is a person whose count is said to be the same as the one before;
    ``here``: what is told was at home, not where the rest was; ``which``: the spell spoken of, by its order (第二段), from the last if
    negative; ``people``: a number of people set right, before and after (不是3个，是4个); ``share``: the person whose share alone is asked;
    ``without``: people who are taken out of those counted (小张没去，把她去掉);
    ``parts``: so many spells are to be added
    up (两段一共), or those of so many ``persons`` (姐弟俩合计);
    ``denied``: counts said not to be (不是17天); ``edge``: the one day of it that is told;
    ``put_in``: the sum is to come on top of another (慰问金也加进去).
    """

    spells: tuple[Spell, ...] = ()
    relation: Relation = Relation.NEW
    facts: Said = ()
    unplaced: tuple[tuple[int, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    everything: bool = False
    supposed: bool = False
    apart: bool = False
    difference: bool = False
    alike: str = ""
    here: bool = False
    at_home: bool = False
    """Whether its one count is told of work at home, after work elsewhere: 回来在发热门诊|12天."""

    which: int | None = None
    elsewhere: bool = False
    """Whether it is told with words of other work that nothing heard: 后来调去|收样本."""

    people: tuple[int | None, int] | None = None
    share: str | None = None
    without: tuple[str, ...] = ()
    put_in: bool = False
    parts: int = 0
    persons: int = 0
    both: bool = False
    """Whether the total of two people is asked, whose days are told one after the other."""

    denied: tuple[tuple[int, int], ...] = ()
    edge: Edge | None = None
    like_before: bool = False
    """Whether the work is said to be that of the one told before."""

    beyond: int = 0
    """1 if the count is by how many days it is more than the one told before, -1 if fewer."""

    each_one: bool = False
    """Whether what one of several people told before gets is asked."""

    total: bool = False
    """Whether a total is asked for, where something was counted before."""

    crowd: int = 0
    """How many people are spoken of, if one number of them is said; SEVERAL if more. It counts nothing by itself."""

    whose: bool = False
    """Whether it is said beside the count whose it is."""

    tells: bool = False
    """Whether the message asks nothing."""

    mends: bool = False
    """Whether it corrects what was told, and asks nothing."""

    spans: tuple[tuple[int, int], ...] = ()
    """Where the counts stand."""

    now: int = 0
    """How many people there are now of those told before; 0 if nothing is said of it."""

    aside: tuple[str, ...] = ()
    """Number facts whose money is not to be counted any more."""

    whole: bool = False
    """Whether a count is said to be all there was: 一共25天."""

    in_fact: bool = False
    """Whether it is said how it really was: 其实, 只干了."""

    lies_within: bool = False
    """Whether it is but the reply that days off lie within what was counted."""

    stands: bool = False
    """Whether what was counted is said to stand as it is."""

    bare: bool = False
    """Whether the message says nothing but counts."""

    replies: bool = False
    """Whether what is counted was asked for."""

    not_counted: tuple[str, ...] = ()
    """Number facts of which only what is not to be counted is told."""

    opened: Said = ()
    """What is told of a stretch behind the last count, whose days are still to be told: 病房10天，后来去了武汉."""

    works: tuple[tuple[str, Said], ...] = ()
    """What is told of each person named, in a message that counts nothing."""

    off: tuple[tuple[int, int], ...] = ()
    """Where those of them stand, with what is said right around them, on which nothing was done."""

    dated: tuple[tuple[int, int], ...] = ()
    """Where those of them stand that were counted from calendar days."""

    paid: int = 0
    """Yuan that were paid of the money, where it is asked if they are too few: 只发了我5000，差多少."""

    rested: tuple[tuple[int, int], ...] = ()
    """The clauses that only tell of rest beside what is summed: they ask for nothing."""

    @property
    def counted(self) -> tuple[str, ...]:
        """The number facts that are counted, surely or not, in order."""
        edge = [self.edge.fact] if self.edge is not None else []
        told = [*(s.fact for s in self.spells), *(d.fact for d in self.doubts), *edge, *self.not_counted]
        return tuple(dict.fromkeys(told))

    def counted_but(self, *reasons: Reason) -> tuple[str, ...]:
        """The same without what is only doubted for these reasons: 七十六 alone may be an age, 半天 a long while."""
        doubted = {doubt.fact for doubt in self.doubts if doubt.reason in reasons}
        sure = {spell.fact for spell in self.spells} | {d.fact for d in self.doubts if d.reason not in reasons}
        sure |= {self.edge.fact} if self.edge is not None else set()
        return tuple(fact for fact in self.counted if fact in sure or fact not in doubted)

    def __bool__(self) -> bool:
        """Whether it says anything of counts."""
        if self.spells or self.doubts or self.unplaced or self.edge or self.which is not None or self.share is not None:
            return True
        if self.everything or self.alike or self.people or self.total or self.each_one or (self.supposed and self.facts):
            return True
        return bool(self.without or self.now or self.aside or self.not_counted or self.stands)
