"""Whom to ask: the unit in charge, and the officer where somebody is asked for."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("口罩领不着，这块归谁管", "问区卫生健康委（牵头），责任人杨永祥；责任单位还有区发改委。"),
        ("口罩领不着，该找哪个部门", "问区卫生健康委（牵头），责任单位还有区发改委。"),
        ("烈士评定该找谁", "问区退役军人局（牵头），责任人白伟。"),
    ],
)
def test_the_officer_is_named_where_somebody_is_asked_for(text: str, line: str, start: Start) -> None:
    assert line in start("hongqiao").say(text).text.splitlines()


@pytest.mark.parametrize("text", ["疗养的事有没有个联系人", "社区照顾这一项，有名字没有"])
def test_a_name_is_asked_for_in_other_words(text: str, start: Start) -> None:
    assert start("hongqiao").say(text).text.startswith("责任人：")


def test_the_unit_is_told_once_beside_its_officer(start: Start) -> None:
    reply = start("hongqiao").say("绩效的总量核增了多少，负责人是哪位").text
    assert "责任人：刘建" in reply
    assert reply.split("\n问区人社局 · ")[0].count("区人社局") == 1


@pytest.mark.parametrize(
    ("region", "text", "line"),
    [
        ("hongqiao", "招聘优先上哪儿报名", "文件没写去哪里办，可问区人社局。"),
        ("guangdong", "小孩线上画画去哪报名", "文件没写去哪里办。"),
    ],
)
def test_where_to_hand_in_is_not_written_and_the_lead_is_named(region: str, text: str, line: str, start: Start) -> None:
    assert line in start(region).say(text).text.splitlines()


def test_where_one_works_is_named_once(start: Start) -> None:
    assert start("guangdong").say("房间几个人住，宵夜归谁管，有没有班车").text.count("先问所在单位") == 1
