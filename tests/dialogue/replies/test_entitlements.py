"""我的待遇 in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.dialogue.entitlements import entitlements
from bot.dialogue.findings import Entitled, Judgment
from bot.dialogue.replies.entitlements import entitlements_reply
from bot.model.reply import Reply
from bot.model.session import Session
from tests.dialogue.conftest import MakeCase, days

HERE = Session(region="jia")


def listed(case: MakeCase, memory: Session, *, every: bool = False) -> Reply:
    """The list in words."""
    here = case(memory=memory)
    found = entitlements(here)
    assert isinstance(found, Entitled)
    found = replace(found, all=every)
    return entitlements_reply(found, Judgment(found), here)


def test_the_counts_come_first_and_the_footer_last(case: MakeCase) -> None:
    first, *_, last = listed(case, HERE).text.splitlines()
    assert first.startswith("写给一线医务人员的有 1 项")
    assert last == "问各项牵头单位 · 甲县方案 · 2020 年，可能已失效"


def test_a_settled_sum_stands_in_place_of_the_headline(case: MakeCase) -> None:
    known = replace(HERE.remember({"role": "ward"}, date(2020, 3, 1)), tally=days(20))
    reply = listed(case, known)
    assert "20 天 × 300 元 = 6000 元" in reply.text
    assert "6000" in reply.computed


def test_a_headline_of_their_own_stands_in_place_of_that_for_all(case: MakeCase) -> None:
    here = case(memory=HERE)
    found = entitlements(here)
    assert isinstance(found, Entitled)
    found = replace(found, standings=tuple(replace(standing, headline="病房的每天 300 元") for standing in found.standings))
    assert "每日补助：病房的每天 300 元" in entitlements_reply(found, Judgment(found), here).text


def test_every_measure_is_named_in_its_group(case: MakeCase) -> None:
    refused = HERE.remember({"staff": "no"}, date(2020, 3, 1))
    reply = listed(case, refused, every=True)
    assert "不符合的 1 项：每日补助。" in reply.text
    assert all(option.action != "do:all" for option in reply.options)
