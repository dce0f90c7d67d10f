"""Officers and offices: what they are in charge of."""

from __future__ import annotations

import pytest

from bot.understanding.intents import Ask, Duty
from tests.understanding.conftest import Mean


@pytest.mark.parametrize(
    "text",
    ["刘建都管哪些事", "想知道刘建这回具体分管哪几摊工作", "区人社局主要负责哪些项目", "区总工会在这里头是干什么的"],
)
def test_duties_are_found_in_longer_sentences(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Duty)


def test_several_officers(mean: Mean) -> None:
    intent = mean("杨永祥和刘建分别管什么")
    assert isinstance(intent, Duty)
    assert intent.officer == "杨永祥、刘建"


def test_an_office_beside_a_topic_is_about_the_topic(mean: Mean) -> None:
    assert isinstance(mean("工伤是不是区人社局负责的，多久办下来"), Ask)
