"""Lines that several kinds of reply are made of."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.plain import question_options, waiting
from bot.model.session import Option, Pending, Session
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, Verdict
from tests.dialogue.conftest import MakeCase

REGION, MENU = Option("甲县", "region:jia"), Option("菜单", "menu")


def test_an_option_that_settles_a_verdict_says_where_it_leads(small: Snapshot) -> None:
    item = small.knowledge.measure_by_id["ja-01"].entitlements[0]
    verdict = Verdict(Kind.MISSING, item, missing=("staff",))
    facts = Facts(small.definitions, {})
    labels = [option.label for option in question_options(small.definitions["staff"], verdict, facts)]
    assert labels == ["是 → 符合", "不是 → 不符合", "不清楚"]
    assert [o.label for o in question_options(small.definitions["staff"], None, facts)] == ["是", "不是", "不清楚"]


def test_what_waits_for_an_answer_can_still_be_chosen(case: MakeCase) -> None:
    offered = Session(options=(REGION, MENU))
    assert waiting(case(memory=offered)) == (REGION,)
    asked = Session(options=(REGION, MENU), pending=Pending("role", ("ja-01",), "sum"))
    assert waiting(case(memory=asked)) == (REGION, MENU)
