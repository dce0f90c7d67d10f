"""Those a message speaks of: of whom each thing is said, and what whoever is asked for is to the medical worker."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.asked_of_whom import asks_of_there
from bot.language.clauses import clause_bounds
from bot.language.clefts import CLEFT
from bot.language.colleagues import ANOTHER_NAMED
from bot.language.crews import TOGETHER_WITH
from bot.language.kinship import ADULTS_TO, KIN_TO, NOBODY, OF_PARENTS_AGE, OTHER, SELF, WORKER, YOUNG, seen_from
from bot.language.particles import FUNCTION
from bot.understanding.named import OF_ONES_AGE, Named


@dataclass(frozen=True, slots=True)
class People:
    """``staff`` are those said to be medical workers; ``asked_for`` is whom the question is about; ``last`` is spoken of last;
    ``mine``: whoever is asked for was called the speaker's own. ``kin_as``: what the speaker says to be to a medical worker.
    ``told``: those of ``staff`` whom this very message shows to be medical workers. ``pupil``: the speaker is the child asked about.
    """

    named: tuple[Named, ...] = ()
    staff: frozenset[str] = frozenset()
    asked_for: str | None = None
    last: str | None = None
    mine: bool = False
    kin_as: str | None = None
    told: frozenset[str] = frozenset()
    pupil: bool = False

    def subject(self, text: str, start: int) -> str | None:
        """Of whom what stands at ``start`` is said: the nearest named before it in its clause, else before its clause."""
        begin, _ = clause_bounds(text, start, start)
        before = [named for named in self.named if named.end <= start]
        inside = [named for named in before if named.start >= begin]
        if len(inside) > 1 and beside_speaker(text, inside[-2], inside[-1]):
            return SELF
        if inside:
            return inside[-1].who
        return before[-1].who if before else None

    def behind(self, text: str, end: int) -> str | None:
        """Of whom what ends there is said, where that is turned round: 支援的是我妹."""
        _, stop = clause_bounds(text, end, end)
        found = next((named for named in self.named if end <= named.start < stop), None)
        if found is not None and CLEFT.search(text[end : found.start]):
            return found.who
        cleft = CLEFT.match(text, end, stop)
        return NOBODY if cleft is not None and ANOTHER_NAMED.match(text, cleft.end(), stop) else None

    def relation(self) -> str | None:
        """What the person asked for is to the medical worker: ``self`` is that worker; None if it is not told."""
        last_is_worker = bool(self.named) and self.named[-1].who == WORKER
        if self.asked_for == WORKER or (self.asked_for is None and last_is_worker):
            return SELF
        if self.kin_as is not None and self.asked_for in (None, SELF):
            return seen_from(self.kin_as, SELF)
        if self.asked_for is None or self.asked_for == NOBODY or (self.asked_for == SELF and not self.staff):
            return None
        return self._to_worker(self.asked_for, self.mine)

    def of_child(self) -> str | None:
        """What the child spoken of is to the medical worker; None if none is, or nobody is told to be one.

        A child that a message names without saying whose is the one spoken of before, be the worker an aunt: 孩子姥姥的户口呢.
        """
        young = [one for one in self.named if one.who in YOUNG and one.who not in self.staff]
        if self.pupil and self.staff and not self.staff & {SELF, *ADULTS_TO}:
            return self._to_worker(SELF, mine=False)
        if not young or not self._workers():
            return None
        child = next((one for one in reversed(young) if one.mine or one.who == self.asked_for), young[-1])
        child = next((one for one in young if one.who == child.who and one.mine), child)  # 我儿子入园，算医护家的|孩子|吗
        relation = self._to_worker(child.who, child.mine)
        whose_untold = child.who == "child" and not child.mine and not self.told
        return None if whose_untold and relation != "child" else relation

    def _workers(self) -> frozenset[str]:
        """Those said to be medical workers, or the one to whom the speaker only says to be kin, seen from the speaker: 我是护士的弟弟."""
        kin = KIN_TO.get(self.kin_as or "")
        return self.staff or (frozenset({kin}) if kin is not None else frozenset())

    def _hers(self, who: str, mine: bool) -> bool:
        """Whether a child not called the speaker's own is that of the relative of their age told of beside it: 我妹想让|孩子|上学."""
        return who == "child" and not mine and bool(self.told) and self.told <= {*OF_ONES_AGE}

    def _to_worker(self, who: str, mine: bool) -> str:
        staff = self._workers()
        if self._hers(who, mine):
            return "child"
        if who in staff or (not staff and who == SELF):
            return SELF
        if "spouse" in staff and who == "child":
            return "child"
        nearest = SELF if SELF in staff or not staff else sorted(staff)[0]
        if not staff and who == "grandchild":
            nearest = "child"  # a grandparent speaks, and a medical worker of that age is the child's parent
        if mine and who == "child" and nearest in OF_PARENTS_AGE:
            return OTHER
        if who == "elders" and nearest == "child":
            return "parent"  # 我闺女是护士，管不管我们老的
        return seen_from(who, nearest)

    def worker(self) -> str | None:
        """The medical worker that the question is about: the one asked for, the one this message tells of, or the only one known.

        None if nobody is, or several are. 我老公也是护士，援鄂的, of one who is a nurse too, is told of him alone.
        """
        if self.asked_for in self.staff:
            return self.asked_for
        meant = self.staff if len(self.staff) == 1 else self.told
        return next(iter(meant)) if len(meant) == 1 else None


def asks_of_them(text: str, people: People) -> bool:
    """Whether it is of somebody spoken of before, or of where they are, and not of the speaker: 她们那儿有吗."""
    return asks_of_there(text) and all(one.who != SELF for one in people.named)


def names_only_people(text: str, people: People) -> bool:
    """Whether a message does no more than name somebody: 我自己, 我妈和我爸."""
    taken = {i for one in people.named for i in range(one.start, one.end)}
    return bool(taken) and not any(ch.isalnum() and i not in taken and ch not in FUNCTION for i, ch in enumerate(text))


def beside_speaker(text: str, first: Named, second: Named) -> bool:
    """Whether somebody is named in one breath with the speaker, so that what follows is said of both: 我和同事, 我跟老公."""
    return first.who == SELF and text[first.end : second.start] in TOGETHER_WITH
