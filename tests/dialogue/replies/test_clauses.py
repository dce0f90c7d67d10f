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


@pytest.mark.parametrize(
    ("region", "text", "told"),
    [
        ("hongqiao", "看病的钱多久退回来，退到哪张卡", ("没写哪天到账", "社会保障卡")),
        ("hongqiao", "这个月的慰问金没拿着，能补吗，谁管", ("没写不发、漏发怎么办", "区总工会")),
        ("hongqiao", "热水器坏了，休息室太小，台账里提没提，谁负责", ("写了：", "责任人")),
        ("hongqiao", "疗养去哪个地方，去几晚，我老伴行不行", ("疗养休养的地点", "几天", "要看问的是谁")),
        ("guangdong", "立功先进是谁评，给几个名额", ("谁推荐、怎么评", "名额")),
        ("guangdong", "理赔去哪报，几天能批", ("向谁报案", "几天赔到")),
    ],
)
def test_each_detail_asked_for_in_a_clause_is_told(region: str, text: str, told: tuple[str, ...], start: Start) -> None:
    reply = start(region).say(text).text
    assert all(words in reply for words in told), reply


def test_every_answer_to_a_clause_stays_up_to_the_longest_reply(start: Start) -> None:
    reply = start("hongqiao").say("看病的钱能报几成，多久退回来，退到哪张卡").text
    assert all(words in reply for words in ("没写几成", "没写哪天到账", "社会保障卡")), reply


@pytest.mark.parametrize(
    ("region", "text", "labels"),
    [
        ("guangdong", "派遣来的，保险啊慰问啊有没有我们的", ("新冠险：", "慰问：")),
        ("hongqiao", "意外险和慰问金，编外的有没有", ("意外险：", "慰问：")),
        ("hongqiao", "保额多少，还有娃中考咋照顾", ("意外险：", "入学：")),
    ],
)
def test_both_of_two_matters_get_their_line(region: str, text: str, labels: tuple[str, ...], start: Start) -> None:
    reply = start(region).say(text).text
    assert all(label in reply for label in labels), reply


def test_what_is_left_to_the_clause_before_is_told_where_it_is_open(start: Start) -> None:
    reply = start("hongqiao").say("核增绩效给不给区中医医院，民办的门诊呢").text
    assert "区中医医院" in reply
    assert "没写民营医院" in reply
