"""The facts a rule may look at: what was stated, what follows from it, what is presumed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from bot.model.condition import AllOf, AnyOf, FactTest, Not
from bot.model.fact import UNSURE, Fact
from bot.model.truth import Truth, all_of, any_of

FactValue = str | int
AnyCondition = AllOf | AnyOf | Not | FactTest

NAMED = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""Where a sentence names what a fact says of somebody: 文件没写{trade}算不算。"""


class Facts:
    """Values by fact id. A stated value wins over an implied one, an implied one over the presumption."""

    def __init__(self, definitions: Mapping[str, Fact], stated: Mapping[str, FactValue]) -> None:
        self._definitions = definitions
        self.stated = MappingProxyType(dict(stated))
        self._implied: dict[str, FactValue | None] = {}

    def value(self, fact_id: str) -> FactValue | None:
        """The value rules see; None if it is not known, UNSURE if the person does not know."""
        if fact_id in self.stated:
            return self.stated[fact_id]
        if fact_id not in self._implied:
            self._implied[fact_id] = None
            self._implied[fact_id] = self._follow(fact_id)
        return self._implied[fact_id]

    def knows(self, fact_id: str) -> bool:
        """Whether asking could add nothing: stated (even as unsure) or implied; a presumption can still be corrected."""
        return self.value(fact_id) is not None

    def left_open(self, test: FactTest) -> str | None:
        """What the document leaves open, where a test is for the presumed option and what was said may be that or not."""
        definition = self._definitions.get(test.fact)
        if definition is None or definition.presumed not in test.options:  # so with most: what was said need not be looked at
            return None
        value = self.value(test.fact)
        option = None if value in test.options else definition.option(str(value))
        return option.left_open if option is not None else None

    def naming(self, text: str) -> str:
        """A sentence with the label of what each fact that it names says; its title where nothing is known."""
        return NAMED.sub(lambda found: self._called(found[1]), text)

    def _called(self, fact_id: str) -> str:
        definition = self._definitions.get(fact_id)
        if definition is None:
            return ""
        option = definition.option(str(self.value(fact_id)))
        return option.label if option is not None else definition.title

    def _follow(self, fact_id: str) -> FactValue | None:
        definition = self._definitions.get(fact_id)
        if definition is None:
            return None
        for option in definition.options:
            if option.implied_by is not None and evaluate(option.implied_by, self) is Truth.YES:
                return option.id
        return definition.presumed

    def with_value(self, fact_id: str, value: FactValue) -> Facts:
        """These facts and one more."""
        return Facts(self._definitions, {**self.stated, fact_id: value})

    def of_the_worker(self) -> tuple[Facts, bool] | None:
        """These facts, were the relative who is asked of the medical worker, and whether that is sure; None if they are not."""
        untold = next((fact for fact in self._definitions.values() if fact.relation == "untold"), None)
        value = self.value(untold.id) if untold is not None else None
        if untold is None or value in (None, untold.presumed):
            return None
        asked = {fact.id for fact in self._definitions.values() if fact.relation == "asked"}
        return self.instead(asked, {}), value != UNSURE

    def untold(self) -> Facts:
        """What is known of whoever told nothing."""
        return Facts(self._definitions, {})

    def instead(self, names: Collection[str], values: Mapping[str, FactValue]) -> Facts:
        """These facts without those of the names, and with other values."""
        kept = {name: value for name, value in self.stated.items() if name not in names}
        return Facts(self._definitions, {**kept, **values})


def evaluate(condition: AnyCondition | None, facts: Facts) -> Truth:
    """A condition's truth from what is known. No condition holds for everybody."""
    match condition:  # most are a test of one fact, and each case that is tried costs
        case None:
            return Truth.YES
        case FactTest():
            return Truth.UNKNOWN if facts.left_open(condition) else _test(condition, facts.value(condition.fact))
        case AllOf(all=parts):
            return all_of(evaluate(part, facts) for part in parts)
        case AnyOf(any=parts):
            return any_of(evaluate(part, facts) for part in parts)
        case Not(not_=part):
            return evaluate(part, facts).negated()


def _test(test: FactTest, value: FactValue | None) -> Truth:
    if value is None or value == UNSURE:
        return Truth.UNKNOWN
    if test.options:
        return Truth.YES if value in test.options else Truth.NO
    number = int(value)
    low = test.at_least is None or number >= test.at_least
    return Truth.of(low and (test.at_most is None or number <= test.at_most))
