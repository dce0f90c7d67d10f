"""A measure: what one item of one region's document gives, to whom, and who decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from bot.model.base import Id, Text, Value
from bot.model.condition import Condition, FactTest, fact_tests
from bot.model.pattern import Patterns


class Figure(Value):
    """A figure of the source that is not an amount, with what it means: a phone count, an interval, a document number."""

    value: Text
    about: Text


Short = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, max_length=45)]
"""One line of a reply: at most 45 characters."""


_OPENING = "："


class Point(Value):
    """One thing the measure gives, in our own plain words. The point a question is about is shown first."""

    id: Id
    text: Text
    answer: Short | dict[Id, Short] | None = Field(
        default=None, description="The first line of a reply that this point answers: one for all, or one a facet."
    )
    whether: Short | None = Field(
        default=None,
        description="The first line where yes or no is asked of this point; opens with either, and names the thing. "
        "An opening alone (有：) stands before the first answer; a facet's id stands for that answer.",
    )
    brief: Text | None = Field(default=None, max_length=20, description="Said after another point's answer.")
    then: tuple[Id, ...] = Field(default=(), description="Points of the measure whose briefs follow this one's answer.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics this point answers; empty: all of the measure's.")
    facets: tuple[Id, ...] = Field(default=(), description="Facets of a question this point answers.")
    cues: Patterns = Field(default=(), description="Ways of asking that single this point out.")
    when: Condition | None = Field(default=None, description="The point is about people for whom this holds.")

    @cached_property
    def tests(self) -> tuple[FactTest, ...]:
        """What is asked of the facts for it to hold."""
        return fact_tests(self.when) if self.when is not None else ()

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """Its answers, in the author's order."""
        if self.answer is None:
            return ()
        return (self.answer,) if isinstance(self.answer, str) else tuple(self.answer.values())

    @cached_property
    def whether_in_full(self) -> str | None:
        """``whether``, with the first answer behind it where it is only an opening, or the answer it names by its facet."""
        if self.whether is None:
            return None
        if self.whether.endswith(_OPENING):
            return self.whether + next(iter(self.answers), "")
        by_facet = self.answer if isinstance(self.answer, dict) else {}
        return by_facet.get(self.whether, self.whether)


class Case(Value):
    """One rate of an amount: what it is worth and for whom."""

    value: int = Field(ge=1, description="Yuan per unit.")
    label: Text
    when: Condition | None = None


class Multiplier(Value):
    """A factor on the rate for people for whom ``when`` holds."""

    times: int = Field(ge=2)
    label: Text
    when: Condition


class Amount(Value):
    """Money paid per counted unit: yuan × the number fact ``counts`` names."""

    id: Id
    title: Text
    counts: Id
    cases: tuple[Case, ...] = Field(min_length=1)
    multipliers: tuple[Multiplier, ...] = ()
    entitlement: Id | None = Field(default=None, description="The entitlement that says who gets it.")
    note: Text | None = Field(default=None, description="Said after every sum, such as 免征个人所得税.")
    cues: Patterns = ()


class Requirement(Value):
    """A condition that must hold, with the reason to give when it does or does not."""

    if_: Condition = Field(alias="if")
    met: Short | None = Field(
        default=None, description="Said where yes or no is asked of what was told, that fulfils this, while another fact is missing."
    )
    unmet: Text
    asked: bool = Field(
        default=True, description="Whether people are asked for it; not where nobody can say it of themselves (作出突出贡献)."
    )


class Silence(Value):
    """A case the document does not settle: said as such, never as a refusal."""

    when: Condition
    say: Text
    nearest: Id | None = Field(default=None, description="A point of the measure that comes nearest; told after it.")


class Instead(Value):
    """What is written for those who are refused: told after the refusal."""

    when: Condition | None = Field(default=None, description="Told only to people for whom this holds.")
    say: Short


class Entitlement(Value):
    """What a person gets if all requirements hold. ``when`` says whom it is about at all."""

    id: Id
    title: Text
    gives: Text
    topics: tuple[Id, ...] = ()
    cues: Patterns = ()
    when: Condition | None = None
    requires: tuple[Requirement, ...] = ()
    silent: tuple[Silence, ...] = ()
    refused: Text | None = Field(
        default=None, description="For what people hope for and the text gives to nobody: the reason."
    )
    instead: tuple[Instead, ...] = Field(
        default=(), description="Told after 不符合 or 文件没写: what is written for such a person; the first that holds."
    )
    bring: Text | None = Field(default=None, description="What to bring up with the office.")
    eligible: Short | None = Field(default=None, description="Follows 符合：; the condition stands in the sentence.")
    depends: Short | dict[Id, Short] | None = Field(
        default=None,
        description="Follows 要看 while a fact is missing: one line for all, or by the fact, that of the first which is missing.",
    )
    group: Short | None = Field(
        default=None, description="By what words the document means the worker's relatives (双方父母); of one asked of next it is said."
    )
    then: tuple[Id, ...] = Field(default=(), description="Points of the measure whose briefs follow the verdict.")

    @property
    def depends_lines(self) -> Mapping[str, str]:
        """What it depends on, by the fact that is missing; under the empty name, whichever that is."""
        if self.depends is None:
            return {}
        return {"": self.depends} if isinstance(self.depends, str) else self.depends

    def depends_on(self, missing: Collection[str]) -> str | None:
        """What it depends on while these facts are missing: the first line, in the author's order, that is for one of them."""
        lines = self.depends_lines
        return next((line for fact, line in lines.items() if not fact or fact in missing), next(iter(lines.values()), None))


class Unanswered(Value):
    """A detail people ask about that the document leaves out."""

    cues: Patterns = Field(min_length=1)
    say: Text
    nearest: Id | None = Field(default=None, description="A point of the measure that comes nearest; told after it.")
    topics: tuple[Id, ...] = Field(default=(), description="Left open only where one of these is asked; else everywhere.")
    when: Condition | None = Field(default=None, description="Left open only for people for whom this may hold.")

    def open_to(self, topic: str | None) -> bool:
        """Whether it is a detail of what is asked: 怎么申请 of the subsidy says nothing of the title review."""
        return topic is None or not self.topics or topic in self.topics


class Example(Value):
    """A question (or a dialogue) with what must come out; ``check`` runs it."""

    ask: Text | tuple[Text, ...]
    region: Id | None = None
    decision: Literal["answer", "ask", "decline", "chat"] = "answer"
    measure: Id | None = Field(
        default=None, description="First measure cited; by default the one the example stands in."
    )
    verdict: Literal["eligible", "ineligible", "missing", "silent"] | None = None
    missing: tuple[Id, ...] | None = None
    amount: int | None = None
    says: tuple[Text, ...] = ()


class Headline(Value):
    """What a measure comes to for people for whom ``when`` holds."""

    when: Condition
    text: Text = Field(max_length=24)


class Source(Value):
    """Where the measure stands in its region's document."""

    item: int = Field(ge=1)


class Measure(Value):
    """One item of a document. The unit fields are optional: Guangdong's document names none."""

    id: Id
    title: Text
    short: Text | None = Field(default=None, max_length=6, description="Name in lists and before a labelled answer.")
    headline: Text | None = Field(default=None, max_length=24, description="What it comes to, for the list of entitlements.")
    headlines: tuple[Headline, ...] = Field(
        default=(), description="The headline for whom it is another: the first whose condition is known to hold; then it is listed first."
    )
    overview: tuple[Short, ...] = Field(
        default=(), max_length=3, description="Answer to an open question; without it the first point's answer."
    )
    area: Id
    source: Source
    audience: Text
    anyone: bool = Field(default=False, description="Not only for medical staff and their families.")
    summary: Text
    topics: tuple[Id, ...] = Field(min_length=1, description="Topics this measure is the answer to, best fit first.")
    related: tuple[Id, ...] = Field(default=(), description="Topics it only touches: offered, not cited.")
    units: tuple[Id, ...] = ()
    lead: Id | None = None
    officer: Text | None = None
    deadline: Text | None = None
    deadline_plain: Text | None = None
    names: tuple[Text, ...] = Field(
        default=(), description="Names of schemes, honours and tools that mean this measure."
    )
    channels: tuple[Id, ...] = Field(default=(), description="Contacts a person can use directly: hotlines, apps.")
    points: tuple[Point, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()
    amounts: tuple[Amount, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    phrasings: tuple[Text, ...] = Field(default=(), description="Ways of asking special to this measure.")
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _lead_is_one_of_the_units(self) -> Measure:
        if self.lead is not None and self.lead not in self.units:
            raise ValueError(f"牵头单位“{self.lead}”也要写进 units")
        return self
