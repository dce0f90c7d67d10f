"""What a judgment leaves in hand that decides nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Chatted, Leaves
from bot.dialogue.judge import judge
from bot.model.session import Pending, Session
from bot.understanding.distress import Distress
from bot.understanding.intents import Perhaps, SmallTalk, Told, Uncovered
from bot.understanding.said import Said
from tests.dialogue.conftest import DISTRESS, MakeCase

HERE = Session(region="jia")
IN_HAND = replace(HERE, topics=("daily-subsidy",), measures=("ja-01",), facets=("how-much",))
WAITS = replace(IN_HAND, pending=Pending("role", ("ja-01",), "sum"))


def test_small_talk_leaves_the_matter_in_hand(case: MakeCase, small: Snapshot) -> None:
    phrase = small.knowledge.phrases[0]
    judgment = judge(SmallTalk(phrase), case(Said(region="jia"), WAITS))
    assert judgment.findings == Chatted(phrase)
    assert judgment.leaves.topics is None
    assert judgment.pending == WAITS.pending


def test_what_is_only_told_of_is_left_in_hand(case: MakeCase) -> None:
    about = ("daily-subsidy",)
    for intent in (Told(about), Perhaps(Distress(DISTRESS.id, 0.5), about)):
        assert judge(intent, case(memory=HERE)).leaves.topics == ("daily-subsidy",)
    assert judge(Uncovered("丙城", ("daily-subsidy",)), case()).leaves == Leaves(("daily-subsidy",), ())
