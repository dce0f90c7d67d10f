"""Two things put side by side."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.comparing import set_side_by_side
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("卫生防疫津贴跟一天三百的补助是不是同一份", "不是一回事"),
        ("慰问金和补助有啥区别", "第 9 项"),
        ("人身意外保险和工伤算一码事吗", "第 11 项"),
        ("绩效工资和补助能都领吗", "能不能同时拿"),
        ("补助领了，卫生防疫津贴还给吗", "能不能同时领"),
    ],
)
def test_the_author_s_own_words_compare_two_things(text: str, says: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert says in reply.text
    assert "：有" not in reply.text, "the other is not told as well"


@pytest.mark.parametrize(("text", "item"), [("医生护士都能领补助吗", "hq-09"), ("一线的都能领防疫津贴吗", "hq-13")])
def test_all_of_them_getting_it_is_not_getting_both(text: str, item: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert reply.measures == (item,)
    assert "同时领" not in reply.text


def test_where_nobody_wrote_how_they_differ_each_is_told(start: Start) -> None:
    assert len(start("hongqiao").say("疗养和慰问金是不是一回事").measures) > 0
    assert set(start("hongqiao").say("体检谁安排、意外险保多少").measures) == {"hq-04", "hq-20"}


@pytest.mark.parametrize("text", ["意外险保多少", "下病房的跟看大门的一天差多少"])
def test_what_is_not_put_side_by_side_stays(text: str, snapshot: Snapshot, case: MakeCase) -> None:
    measure = snapshot.knowledge.measure_by_id["hq-20"]
    before = case(Said(analysis=snapshot.language.analyse(text), region="hongqiao"))
    assert set_side_by_side(before, [(measure, "insurance")]) == (before, None)


@pytest.mark.parametrize(
    ("first", "then", "items"),
    [
        ("慰问金多少", "跟意外险是不是一回事", ("hq-18", "hq-20")),
        ("疗养有吗", "和人才项目有啥两样，有区别吗", ("hq-04", "hq-15")),
    ],
)
def test_what_was_answered_is_told_apart_from_what_is_named_next(first: str, then: str, items: tuple[str, str], start: Start) -> None:
    talk = start("hongqiao")
    talk.say(first)
    reply = talk.say(then)
    assert reply.text.startswith("不是一回事")
    assert reply.measures == items


def test_the_author_s_own_words_come_first_there_too(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("疗养怎么安排")
    assert "第 3 项" in talk.say("跟带薪休假有什么区别").text


def test_what_compares_other_things_does_not_answer(start: Start) -> None:
    reply = start("hongqiao").say("慰问金和意外险是一码事吗")
    assert reply.text.startswith("不是一回事，文件分两项写。")
    assert "50 万元" in reply.text
    assert "第 9 项" not in reply.text


def test_a_topic_that_is_not_the_first_of_its_measure_is_told_by_its_own_words(start: Start) -> None:
    reply = start("hongqiao").say("社区照顾老人跟陪老人看病是一码事吗")
    assert "双方父母" in reply.text
    assert "1000" not in reply.text
