"""Whether officers, or an office, are in charge: yes only where the document says so, else who is."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.told import LONGEST_LINE
from bot.model.reply import Decision
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "first", "measures"),
    [
        ("张镇管工伤认定吗", "不是：工伤的责任人是刘建，区人社局牵头。", ("hq-11", "hq-19")),
        ("口罩这块是不是杨永祥抓", "是：防护物资的责任人是杨永祥，区卫生健康委牵头。", ("hq-05",)),
        ("李强是医疗费报销的责任人吗", "是：看病报销的责任人是李强，区医保局牵头。", ("hq-07",)),
        ("老人照料是不是张镇负责", "是：社区照顾的责任人是张镇，区民政局牵头。", ("hq-19",)),
        ("体检是袁滨渤还是杨永祥在管", "体检疗养的责任人是杨永祥，区卫生健康委牵头。", ("hq-04",)),
        ("区教育局管不管意外险", "不是：意外险由区金融局牵头，责任单位还有区卫生健康委。", ("hq-20",)),
        ("临时补助归区财政局管吧", "是责任单位之一：补助由区卫生健康委牵头。", ("hq-09",)),
        ("烈士评定归退役军人局管吗", "是：烈士由区退役军人局牵头。", ("hq-23",)),
    ],
)
def test_yes_only_where_the_document_says_so(text: str, first: str, measures: tuple[str, ...], start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert reply.decision is Decision.ANSWER
    assert reply.text.split("\n")[0] == first
    assert reply.measures == measures


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("区教育局的负责人是袁滨渤吧", "是：区教育局牵头的 1 项，责任人是袁滨渤。"),
        ("区医保局负责人是不是刘建", "不是：区医保局牵头的 1 项，责任人是李强。"),
        ("李强是财政局的吗", "文件没写区财政局的责任人，它没有牵头的项。"),
        ("白伟是民政局的吗", "文件没写白伟在哪个单位。"),
        ("白伟是不是退役军人局的", "文件没写白伟在哪个单位。"),
    ],
)
def test_of_an_office_an_officer_is_what_it_leads_says(text: str, first: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert reply.text.split("\n")[0] == first
    assert all(len("".join(line.split())) <= LONGEST_LINE for line in reply.text.split("\n")[:-1])


def test_the_matter_in_hand_is_meant_where_none_is_named(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("意外险谁负责")
    assert talk.say("是刘绍谦吧").text.startswith("不是：意外险的责任人是李桂云")
    assert talk.say("归区民政局管吗").text.startswith("不是：意外险由区金融局牵头")


@pytest.mark.parametrize(
    "text",
    [
        *("工会给送口罩吗", "高峰期防护服够用吗", "我叫刘建，补助有我的吗", "我们科领导是刘建吗"),
        *("刘建是不是也去武汉了", "高峰期我负责采样能拿300吗", "财政局的钱发下来了吗"),
    ],
)
def test_what_an_office_does_is_no_question_of_charge(text: str, start: Start) -> None:
    first = start("hongqiao").say(text).text.split("\n")[0]
    assert "责任人" not in first
    assert not first.startswith(("不是：", "是责任单位"))


def test_another_regions_officer_is_not_told(start: Start) -> None:
    assert "李桂云" not in start("guangdong").say("李桂云管保险吗").text
