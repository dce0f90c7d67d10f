"""Facts of our own for the rules, one of each kind."""

from __future__ import annotations

import pytest

from bot.model.condition import AllOf, AnyOf, FactTest
from bot.model.fact import Fact, FactOption, Unit

YES_NO = (FactOption(id="yes", label="是"), FactOption(id="no", label="不是"))


def choice(fact_id: str, *options: FactOption, presumed: str | None = None) -> Fact:
    """A choice fact."""
    return Fact(id=fact_id, title=fact_id, question=f"{fact_id}？", options=options or YES_NO, presumed=presumed)


def fact(fact_id: str, option: str = "yes") -> FactTest:
    """A comparison of a fact with an option."""
    return FactTest.model_validate({"fact": fact_id, "is": option})


@pytest.fixture(scope="session")
def definitions() -> dict[str, Fact]:
    """a, b, c: plain; d: presumed no; e: follows from a and b; days: a number."""
    implied = (
        FactOption(id="yes", label="是", implied_by=AnyOf(any=(fact("a"), fact("b")))),
        FactOption(id="no", label="不是", implied_by=AllOf(all=(fact("a", "no"), fact("b", "no")))),
    )
    facts = [choice("a"), choice("b"), choice("c"), choice("d", presumed="no"), choice("e", *implied)]
    facts.append(
        Fact(
            id="days",
            title="天数",
            question="几天？",
            kind="number",
            unit="天",
            counted_in=(Unit(words=("天",), times=1),),
        )
    )
    return {item.id: item for item in facts}
