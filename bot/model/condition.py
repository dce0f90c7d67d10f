"""Conditions on facts, as authors write them in a measure file.

A condition is one mapping whose first key says what kind it is::

    {all: [...]}   {any: [...]}   {not: ...}
    {fact: role, is: direct_contact}    {fact: role, in: [a, b]}    {fact: days, at_least: 1, at_most: 366}
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from bot.model.base import Id, Value


class AllOf(Value):
    """Holds when every part holds."""

    all: tuple[Condition, ...] = Field(min_length=1)

    @cached_property
    def tests(self) -> tuple[FactTest, ...]:
        """What ``fact_tests`` gives."""
        return tuple(test for part in self.all for test in part.tests)


class AnyOf(Value):
    """Holds when at least one part holds."""

    any: tuple[Condition, ...] = Field(min_length=1)

    @cached_property
    def tests(self) -> tuple[FactTest, ...]:
        """What ``fact_tests`` gives."""
        return tuple(test for part in self.any for test in part.tests)


class Not(Value):
    """Holds when its part does not."""

    not_: Condition = Field(alias="not")

    @property
    def tests(self) -> tuple[FactTest, ...]:
        """What ``fact_tests`` gives."""
        return self.not_.tests


class FactTest(Value):
    """Compares one fact: with an option's id (``is``, ``in``) or, for numbers, with bounds (inclusive)."""

    fact: Id
    is_: Id | None = Field(default=None, alias="is")
    in_: tuple[Id, ...] | None = Field(default=None, alias="in", min_length=1)
    at_least: int | None = None
    at_most: int | None = None

    @model_validator(mode="after")
    def _one_kind_of_test(self) -> FactTest:
        by_option = [self.is_, self.in_]
        by_number = [self.at_least, self.at_most]
        options = sum(test is not None for test in by_option)
        numbers = sum(test is not None for test in by_number)
        if options + numbers == 0 or options > 1 or (options and numbers):
            raise ValueError("一个条件只能写一种比较：is、in，或 at_least / at_most")
        return self

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The option ids this test accepts; empty for a test on a number."""
        if self.is_ is not None:
            return (self.is_,)
        return self.in_ or ()

    @property
    def tests(self) -> tuple[FactTest, ...]:
        """What ``fact_tests`` gives."""
        return (self,)


def _kind(raw: Any) -> str | None:
    """Which of the four kinds a raw mapping or a ready condition is; None when no kind's key is there."""
    if isinstance(raw, dict):
        return next((kind for kind in ("all", "any", "not", "fact") if kind in raw), None)
    kinds: dict[type, str] = {AllOf: "all", AnyOf: "any", Not: "not", FactTest: "fact"}
    return kinds.get(type(raw))


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[FactTest, Tag("fact")],
    Discriminator(
        _kind,
        custom_error_type="condition_kind",
        custom_error_message="条件要以 all、any、not 或 fact 之一开头",
    ),
]

for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()


def fact_tests(condition: AllOf | AnyOf | Not | FactTest) -> tuple[FactTest, ...]:
    """Every comparison inside a condition, in the order it is written: worked out once, a message asks for dozens of them."""
    return condition.tests
