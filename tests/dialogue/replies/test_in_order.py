"""What several clauses ask is told in their order."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("region", "text", "told"),
    [
        ("hongqiao", "落下伤残的待遇几天能审下来，电话里能办不", ("3 天内", "电话、微信")),
        ("hongqiao", "意外险保多少，保费谁交", ("50 万元", "没写保费谁出")),
        ("hongqiao", "绩效算不算进基数，钱是谁出", ("不算：", "区财政")),
        ("hongqiao", "疗养是不是免费的，家里人能不能跟着去", ("管不管疗养", "没写带不带家属")),
        ("guangdong", "工作补助每天给几多，哪天发，找谁要", ("没写工作补助的金额", "什么时候发", "找谁领")),
        ("guangdong", "大学生教什么，怎么报名", ("学业辅导", "样报名")),
    ],
)
def test_answers_stand_in_the_order_asked(region: str, text: str, told: tuple[str, ...], start: Start) -> None:
    reply = start(region).say(text).text
    places = [reply.find(words) for words in told]
    assert -1 not in places, reply
    assert places == sorted(places), reply
    assert told[0] in reply.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "opening"), [("慰问金发多少，要自己去领吗", "每个一线医务人员家庭每月"), ("谁来照顾老人，要收钱吗", "社区工作者联系帮扶")]
)
def test_no_yes_opens_what_the_first_clause_does_not_ask(text: str, opening: str, start: Start) -> None:
    assert start("hongqiao").say(text).text.startswith(opening)


def test_a_clause_that_singles_out_more_than_its_side_is_told_that(start: Start) -> None:
    lines = start("hongqiao").say("疫情后加的假有几天，是带薪的吗").text.splitlines()
    assert lines[0].startswith("文件没写增加几天")
    assert lines[1].startswith("是带薪的")


@pytest.mark.parametrize(
    ("text", "behind"), [("慰问金有我们家的份吗，每月几号发", "没写每月哪天发"), ("疗休养我有份吗，去几天", "没写疗养休养几天")]
)
def test_how_somebody_stands_is_told_before_what_is_open(text: str, behind: str, start: Start) -> None:
    lines = start("hongqiao").say(text).text.splitlines()
    assert lines[0].startswith("符合：")
    assert behind in lines[1]
