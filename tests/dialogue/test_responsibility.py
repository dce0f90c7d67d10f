"""Who is in charge, and of what."""

from __future__ import annotations

from bot.dialogue.findings import Answered, ChargeTold, InCharge
from bot.dialogue.responsibility import charge_told, in_charge
from bot.model.session import Session
from bot.understanding.intents import Charged, Duty
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

HERE = Session(region="jia")


def test_what_several_measures_have_in_common_is_who_leads_them(case: MakeCase) -> None:
    judgment = in_charge(case(Said(region="jia"), HERE), Duty(("ja-01", "ja-02"), None, details=False))
    assert isinstance(judgment.findings, InCharge)
    assert judgment.leaves.measures == ("ja-01", "ja-02")


def test_the_only_measure_led_is_the_answer_itself(case: MakeCase) -> None:
    judgment = in_charge(case(Said(region="jia"), HERE), Duty(("ja-01",), None, details=False))
    assert isinstance(judgment.findings, Answered)


def test_a_measure_asked_of_by_who_has_charge_comes_in_hand(case: MakeCase) -> None:
    asked = Charged((), None, ("ja-02",))
    judgment = charge_told(case(Said(region="jia"), HERE), asked)
    assert isinstance(judgment.findings, ChargeTold)
    assert judgment.leaves.measures == ("ja-02",)
    there = charge_told(case(Said(region="jia"), Session(region="jia", measures=("ja-02",))), asked)
    assert there.leaves.measures is None
