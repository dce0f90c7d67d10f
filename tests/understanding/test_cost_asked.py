"""A cost of something that the matter a message was taken for does not name."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.cost_asked import OWN_COSTS
from bot.understanding.intents import Ask, Outside
from tests.understanding.conftest import Mean

HONGQIAO, GUANGDONG = Session(region="hongqiao"), Session(region="guangdong")


@pytest.mark.parametrize(
    "text",
    [
        "赶着接班骑车闯了灯，被罚两百，医护能不能免",
        "我妹坐火车来探望我，车票一线家属能不能免",
        "先要隔离两周，旅馆一天两百，这钱谁出",
    ],
)
def test_what_no_document_speaks_of_is_told_so(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, HONGQIAO), Outside)


def test_where_it_is_like_no_matter_outside_it_is_of_a_cost_as_such(mean: Mean) -> None:
    assert mean("我妹坐火车来探望我，车票一线家属能不能免", HONGQIAO) == Outside(OWN_COSTS, ())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("住院拍片子的钱能报吗", "medical-costs"),
        ("体检的钱谁出", "checkup-retreat"),
        ("补助这笔钱谁出", "daily-subsidy"),
        ("意外险的保费谁掏", "insurance"),
    ],
)
def test_a_cost_of_the_matter_itself_stays_with_it(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, HONGQIAO) == Ask((topic,))


def test_what_an_author_says_is_open_is_answered_so(mean: Mean) -> None:
    assert mean("不敢回家，在外头住宾馆一晚260，谁出", HONGQIAO) == Ask(("logistics",))
    assert mean("给娃买平板上课，公家有没有补钱", GUANGDONG) == Ask(("tutoring",))


def test_the_same_of_another_is_asked_of_what_was_told(mean: Mean) -> None:
    assert mean("队里的话费都减了，我留在广州的这张卡也免不免", GUANGDONG) == Ask(("phone-bill",))


def test_a_place_that_small_talk_names_too_makes_no_cost_another(mean: Mean) -> None:
    assert mean("我在天津红桥上班，站发热岗自己也烧起来，去瞧病谁掏钱", HONGQIAO) == Ask(("medical-costs",))
