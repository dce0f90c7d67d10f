"""Each of several clauses that ask gets its answer."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("region", "text", "told"),
    [
        ("hongqiao", "意外险能保多少，保费要自己掏吗", ("50 万元", "没写保费谁出")),
        ("hongqiao", "看病按几成报，余下的要个人出吗", ("按住院标准", "不用自己出")),
        ("guangdong", "守群人是干什么的，想入伙咋联系", ("志愿团队", "没写")),
    ],
)
def test_each_clause_is_answered(region: str, text: str, told: tuple[str, ...], start: Start) -> None:
    reply = start(region).say(text).text
    assert all(words in reply for words in told), reply


def test_where_the_region_is_unknown_each_clause_is_answered_for_each(start: Start) -> None:
    first = start().say("慰问金每月给多少，发到几时").text.splitlines()[0]
    assert "1000 元" in first
    assert "疫情结束" in first


def test_nothing_follows_a_refusal(start: Start) -> None:
    reply = start("hongqiao").say("我没碰过疫情的活，一天多少钱，有我份吗")
    assert reply.outcome == "ineligible"
    assert "300" not in reply.text


def test_a_sum_is_not_followed_by_what_it_tells(start: Start) -> None:
    lines = start("hongqiao").say("我护理确诊病人16天，合计多少，扣不扣税").text.splitlines()
    assert lines[0].startswith("一共 4800 元")
    assert len(lines) == len(("total", "working", "footer"))


def test_the_unit_is_named_once_besides_the_footer(start: Start) -> None:
    lines = start("hongqiao").say("婆婆上医院有没有人陪，跟谁联系").text.splitlines()
    assert sum("总工会" in line for line in lines[:-1]) <= 1


def test_a_detail_left_open_hides_no_other_clause(start: Start) -> None:
    first, second = start("guangdong").say("抗疫先进怎么评，有奖金吗").text.splitlines()[:2]
    assert "怎么评文件没写" in first
    assert "没写表彰有没有奖金" in second
