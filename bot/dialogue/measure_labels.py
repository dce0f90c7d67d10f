"""What is said of a measure by itself: its short name, the fact its rate hangs on, which of its topics pays."""

from __future__ import annotations

from bot.model.condition import fact_tests
from bot.model.measure import Amount, Measure

_LABEL = 6


def label_of(measure: Measure) -> str:
    """The short name of a measure; its title, cut, where an author wrote none."""
    return measure.short or measure.title[:_LABEL]


def deciding_fact(amount: Amount) -> str | None:
    """The fact on which the rate of an amount depends."""
    tests = (test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when))
    return next(tests, None)


def pays(measure: Measure, topic: str | None) -> bool:
    """Whether a topic of the measure is about an amount: not the company of its 就医陪同, where only the 慰问金 has one."""
    return topic is None or not measure.topics or topic in measure.topics[:1] or len(measure.topics) == 1
