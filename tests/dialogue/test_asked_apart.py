"""What several clauses ask of one measure, and for whom."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("region", "text", "first", "second"),
    [
        ("hongqiao", "我妈是护士，她的保险多少？我能不能也保", "50 万元", "不符合"),
        ("hongqiao", "女儿在发热门诊，她体检免费吗，我们老两口能一起检吗", "是免费的", "不符合"),
        ("guangdong", "我嫂子驻在湖北，她的话费一分不用交吗，我们拨过去的免不免", "全免", "家里人自己的话费不在内"),
        ("guangdong", "我哥是护士，他保险要自己买吗，我能一起买吗", "不用自己买", "不符合"),
    ],
)
def test_the_medical_workers_half_is_told_beside_a_relatives(
    region: str, text: str, first: str, second: str, start: Start
) -> None:
    lines = start(region).say(text).text.splitlines()
    assert first in lines[0], lines
    assert any(second in line for line in lines[1:3]), lines


def test_details_of_a_relative_that_are_open_are_no_refusal(start: Start) -> None:
    reply = start("hongqiao").say("保险的受益人写家属行吗，本人用不用掏钱")
    assert "不符合" not in reply.text
    assert "受益人" in reply.text.splitlines()[0]
    assert "保费谁出" in reply.text


def test_what_is_only_supposed_is_asked_too(start: Start) -> None:
    lines = start("guangdong").say("捐的那份险，要是确诊了能赔多少，怎么理赔").text.splitlines()
    assert "没写赔多少" in lines[0]
    assert "理赔绿色通道" in lines[1]


def test_what_a_message_ends_with_as_heard_is_answered(start: Start) -> None:
    assert "加倍" in start("guangdong").say("她一天补几多，听讲派去湖北的要翻倍").text


def test_what_was_told_is_asked_of_by_what_it_is(start: Start) -> None:
    lines = start("guangdong").say("我家有人援鄂，街道讲有个送菜活动，是什么，怎么申请").text.splitlines()
    assert "您家的菜我来送" in lines[0]
    assert "没写怎样申请" in lines[1]
