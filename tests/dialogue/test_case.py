"""All that a judgment may look at."""

from __future__ import annotations

from datetime import date

from bot.language.analyse import Analysis
from bot.model.session import Session
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

DAY = date(2020, 3, 1)


def test_what_is_stated_now_wins_over_what_is_remembered(case: MakeCase) -> None:
    known = case(Said(stated={"role": "other"}), Session().remember({"role": "ward", "days": 3}, DAY))
    assert (known.facts.value("role"), known.facts.value("days")) == ("other", 3)
    assert known.facts.value("staff") == "yes", "presumed"


def test_the_side_asked_for_has_its_qualities(case: MakeCase) -> None:
    asked = case(facets=("how-much",))
    assert asked.asks("amount")
    assert not asked.asks("contacts")
    assert not case().asks("amount")


def test_another_question_is_put_and_nothing_else_changes(case: MakeCase) -> None:
    first = case(Said(region="jia"), facets=("how-much",), answers=True)
    second = first.putting(("whom",), brief=True)
    assert (second.facets, second.brief, second.answers) == (("whom",), True, True)
    assert (second.said, second.region) == (first.said, "jia")
    assert not case().putting(()).answers


def test_signals_are_heard_in_the_whole_message(case: MakeCase) -> None:
    said = Said(analysis=Analysis("20天，一共多少", (), ()))
    assert case(said).signals("together")
    assert not case(said).signals("corrects")
