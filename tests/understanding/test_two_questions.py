"""A message with two questions gets two answers, in the order asked."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.understanding.two_questions import topics_asked
from tests.dialogue.talking import Start
from tests.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("意外险保多少，烈士怎么评", ("hq-20", "hq-23")),
        ("烈士怎么评，意外险保多少", ("hq-23", "hq-20")),
        ("心理热线有吗？另外工伤几天能认定", ("hq-06", "hq-11")),
        ("体检谁安排、意外险保多少", ("hq-04", "hq-20")),
    ],
)
def test_two_questions(text: str, measures: tuple[str, ...], start: Start) -> None:
    assert start("hongqiao").say(text).measures == measures


def test_two_matters_that_are_announced(start: Start) -> None:
    assert start("guangdong").say("问两个事，一是入编，二是孩子上幼儿园").measures == ("gd-15", "gd-14")


def test_a_figure_asked_in_one_sentence_is_none_of_the_next(start: Start) -> None:
    reply = start("hongqiao").say("先问我：病房护士20天补助多少？再问我闺女中考有啥照顾")
    assert reply.measures == ("hq-09", "hq-17")
    assert "文件没写数额" not in reply.text


def test_three_questions_that_each_name_their_matter(start: Start) -> None:
    reply = start("guangdong").say("防护服够吗 有没有心理热线 话费减不减")
    assert reply.measures == ("gd-10", "gd-06", "gd-08")


def test_each_question_is_answered_by_its_own_clause_for_whom_it_names(start: Start) -> None:
    reply = start("hongqiao").say("补助找谁要 我妈看病找谁")
    assert reply.measures == ("hq-09", "hq-18")
    assert "区卫生健康委（牵头）" in reply.text
    assert "区总工会（牵头）" in reply.text
    assert "不符合" not in start("hongqiao").say("职称能优先评吗 孩子中考有没有加分").text


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("没立过功也没得过嘉奖，能直接报正高吗", "hq-14"),
        ("我在发热门诊上班，家里有老人，意外险保多少", "hq-20"),
        ("夜班下来都两点几了，谁管我睡在哪儿", "hq-01"),
        ("嘉奖的奖状我爸贴墙上了。科里说副高没名额了，那我还评得上吗", "hq-14"),
        ("老人小孩都归我照看，忙是忙点，没什么。请问值完隔离病房怎么补休", "hq-02"),
        ("我媳妇儿还在隔离病房里守着呢，家里老人我照看。疗养能安排几次", "hq-04"),
        ("老张查出阳性了，我们都在隔离点吃盒饭呢。材料少两样，工伤可不可以先报", "hq-11"),
        ("离了婚孩子归我照看。孩子爸是发热门诊的大夫，上幼儿园还优先不优先？", "hq-17"),
        ("每天那份补助我清楚，另外疗养归谁管", "hq-04"),
        ("意外险的事我知道，另外慰问金一个月多少", "hq-18"),
    ],
)
def test_what_is_only_told_is_no_second_question(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures == (measure,)


def test_where_several_matters_are_announced_what_is_only_told_is_one(start: Start) -> None:
    text = "两件事：家里老人白天没人照看；孩子要上小学，户口就在红桥，能优先吗"
    assert len(start("hongqiao").say(text).measures) > 1


def test_a_topic_of_another_sentence_is_a_second_one(said: Read, small: Snapshot) -> None:
    two = said("补助一天多少？心理热线号码是多少")
    assert topics_asked(two, "daily-subsidy", small, besides=("daily-subsidy", "hotline")) == ("daily-subsidy", "hotline")
    one = said("补助一天多少？护士是多少")
    assert topics_asked(one, "daily-subsidy", small, besides=("daily-subsidy",)) == ("daily-subsidy",)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("补助一天多少？心理热线号码是多少", ("daily-subsidy", "hotline")),
        ("心理热线号码是多少另外补助一天多少", ("hotline", "daily-subsidy")),
        ("补助一天多少", ("daily-subsidy",)),
        ("补助一天多少？补助怎么发", ("daily-subsidy",)),
    ],
)
def test_topics_in_the_order_asked(text: str, topics: tuple[str, ...], said: Read, small: Snapshot) -> None:
    assert topics_asked(said(text), topics[0], small) == topics


def test_a_clause_that_any_matter_is_asked_with_is_no_second_question(start: Start) -> None:
    reply = start("guangdong").say("卫生站的隔离衣一件都不剩了。政策究竟咋规定的，我们村医能领物资不？")
    assert reply.measures == ("gd-10",)


def test_whoever_is_ill_is_asked_of_in_the_next_question_too(start: Start) -> None:
    reply = start("hongqiao").say("岳父血压高老去医院，媳妇在一线没时间陪，能派人陪着看病吗？药费给报吗")
    assert reply.measures == ("hq-18", "hq-07")
    assert "看病报销：不符合" in reply.text


def test_the_matter_a_told_fact_points_to_keeps_what_is_asked_of_it(start: Start) -> None:
    reply = start("guangdong").say("定点医院的检验师，好多天没回家了。给不给地方睡，上下班车有没有")
    assert reply.measures == ("gd-07",)
