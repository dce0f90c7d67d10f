"""A card made to be forwarded."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Carded
from bot.dialogue.replies.card import card_reply
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase


def test_a_card_says_what_is_given_and_where_it_stands(case: MakeCase, small: Snapshot) -> None:
    knowledge = small.knowledge
    found = Carded(knowledge.measure_by_id["ja-01"], knowledge.region_of["ja-01"])
    first, given, foot = card_reply(found, case(Said(region="jia"))).text.splitlines()
    assert (first, given) == ("【甲县】每日补助（可转发）", "每日补助：按天领取补助。")
    assert foot.startswith("问县卫健局")
