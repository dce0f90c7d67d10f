"""What a message is about that stands for itself."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from bot.model.session import Session
from bot.understanding.intents import Ask, Command, FollowUp, Introduced, Outside, Overview
from tests.understanding.conftest import Mean


def test_a_plain_question_is_of_its_topic(mean: Mean) -> None:
    assert mean("职称评审要不要论文") == Ask(("title-review",))


@pytest.mark.parametrize("text", ["我在红桥医院当护士", "我干了18天", "我外甥女在社区卫生中心一线"])
def test_who_only_tells_of_themselves_is_introduced(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Introduced)


def test_what_no_document_has_is_outside(mean: Mean) -> None:
    assert isinstance(mean("公积金贷款怎么办"), Outside)


def test_the_full_text_is_no_command_where_a_part_of_it_is_asked_for(mean: Mean) -> None:
    session = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
    assert isinstance(mean("麻烦从全文里把个人所得税那一句挑出来给我看", session), FollowUp | Ask)
    assert mean("看全文", session) == Command("full")


def test_the_matter_is_the_reason_also_where_another_trade_is_named(mean: Mean) -> None:
    assert mean("房东把房卖了，退租押金找谁要") == Outside("private-law", ANY)


def test_who_asks_what_there_is_besides_gets_all_of_it(mean: Mean) -> None:
    assert mean("除了救助金，还有别的补吗") == Overview()


def test_another_trade_is_no_reason_to_refuse_who_says_to_be_staff(mean: Mean) -> None:
    """The cashier is only whom the nurse tells of."""
    assert not isinstance(mean("银行柜员听说我是急诊护士就不给办业务"), Outside)


def test_a_trade_that_a_measure_leaves_open_is_asked_of_that(mean: Mean) -> None:
    assert mean("我在街道上班，天天上门登记外来的，补助发不发") == Ask(("daily-subsidy",))
