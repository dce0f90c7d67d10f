"""All that a judgment may look at: the message as read, the question it puts, what is remembered, the knowledge. Frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.model.tally import Doubt, Tally
from bot.rules.facts import Facts
from bot.understanding.said import Said
from bot.understanding.standing import asks_of_another_kind


@dataclass(frozen=True)
class Case:
    """``memory`` is the session with what this message added; ``before`` the one without. ``facets`` are the sides asked for.

    ``tally`` is what has been counted with this message, also if only supposed, or why that cannot be told.

    ``answers``: the message replies to a question. ``whole``: it is about all of a measure and like none of its points. ``apart``: it
    asks of several matters, and this is one of them.
    """

    said: Said
    memory: Session
    before: Session
    snapshot: Snapshot
    tally: Tally | Doubt = Tally()
    facets: tuple[str, ...] = ()
    answers: bool = False
    brief: bool = False
    whole: bool = False
    apart: bool = False
    whether: bool = False
    """Yes or no was asked before, and this is asked again of the region now known."""

    @cached_property
    def facts(self) -> Facts:
        """Everything known: what is remembered and what this message states, also if only supposed; of another kind of people
        who are asked of next, no kind that was told before.
        """
        known, remembered = self.snapshot.definitions, self.memory.values()
        if asks_of_another_kind(self.said, self.snapshot):
            remembered = {fact: option for fact, option in remembered.items() if not known[fact].kind_of_staff}
        return Facts(known, {**remembered, **self.said.stated})

    def counted(self, fact: str) -> Tally | None:
        """What has been counted of a number fact; None where nothing was, or not surely."""
        return self.tally if isinstance(self.tally, Tally) and self.tally.of(fact) else None

    @property
    def region(self) -> str | None:
        """The region that decides this turn."""
        return self.said.region

    def asks(self, quality: str) -> bool:
        """Whether a facet with this quality (amount, verdict, contacts …) was asked for."""
        return any(getattr(self.snapshot.facet_by_id[facet], quality) for facet in self.facets)

    @property
    def carries_a_side(self) -> bool:
        """Whether the side asked for is that of the question before: this message asks nothing itself, it only tells."""
        of_before = bool(self.facets) and set(self.before.facets).issuperset(self.facets)
        return of_before and not self.said.facets and not self.said.asks

    def signals(self, name: str) -> bool:
        """Whether a signal is heard anywhere in the message."""
        return self.snapshot.signal(name).heard(self.said.text)

    def putting(self, facets: tuple[str, ...], *, answers: bool = False, brief: bool = False) -> Case:
        """The same case with another question put."""
        return replace(self, facets=facets, answers=answers or self.answers, brief=brief)

    def of_sides(self, facets: tuple[str, ...]) -> Case:
        """The same case with these sides asked for; itself, with what was worked out of it, where they are the same."""
        return self if facets == self.facets else replace(self, facets=facets)
