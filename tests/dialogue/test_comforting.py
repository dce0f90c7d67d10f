"""What is said to somebody in distress."""

from __future__ import annotations

from bot.dialogue.findings import Comforted
from bot.dialogue.judge import judge
from bot.understanding.distress import Distress
from bot.understanding.intents import Danger
from bot.understanding.said import Said
from tests.dialogue.conftest import DISTRESS, MakeCase


def test_somebody_in_danger_gets_the_documented_help_of_the_region_or_of_every_region(case: MakeCase) -> None:
    distress = Distress(DISTRESS.id, 5.0)
    for region, helps in ((None, ["yi-01"]), ("yi", ["yi-01"]), ("jia", [])):
        judgment = judge(Danger(distress), case(Said(region=region)))
        assert isinstance(judgment.findings, Comforted)
        assert [on.measure.id for on in judgment.findings.helps] == helps
        assert judgment.pending is None
