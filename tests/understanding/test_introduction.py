"""Who asks is not what is asked."""

from __future__ import annotations

import pytest

from bot.model.reply import Decision
from tests.dialogue.talking import Start


@pytest.mark.parametrize("text", ["我是急诊护士，车贷能晚点还吗", "老公在一线当医生，小区物业费给不给免"])
def test_a_medic_asking_for_something_else_is_declined(text: str, start: Start) -> None:
    assert start("hongqiao").say(text).decision is not Decision.ANSWER


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("我是急诊护士，被打了警察管吗", "hq-21"),
        ("老公在一线当医生，慰问金一个月多少", "hq-18"),
        ("我们医疗队的，工资涨多少", "hq-12"),
    ],
)
def test_a_medic_asking_for_a_measure_is_answered(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures[:1] == (measure,)


@pytest.mark.parametrize("text", ["我是急诊护士", "一线医生一个", "我爱人是区疾控的"])
def test_an_introduction_goes_on_with_the_matter_in_hand(text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上幼儿园有什么照顾")
    assert talk.say(text).measures[:1] == ("hq-17",)


@pytest.mark.parametrize("text", ["我嫂子是区医院重症科的护士", "我在呼吸科当大夫", "本人系消化科护士"])
def test_what_is_said_of_a_role_is_of_the_introduction(text: str, start: Start) -> None:
    assert "您想问什么" in start("hongqiao").say(text).text


def test_after_an_introduction_alone_one_is_asked_what_one_wants(start: Start) -> None:
    talk = start("hongqiao")
    reply = talk.say("我是急诊护士")
    assert reply.decision is Decision.ASK
    assert "您想问什么" in reply.text
    assert [option.label for option in reply.options] == ["我的待遇", "菜单"]
    assert talk.session.values()["post"] == "medical"
