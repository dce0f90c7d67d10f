"""What a message is about."""

from __future__ import annotations

import pytest

from bot.compiled.keys import FactHint, FigureHint
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Decision
from bot.model.session import Session
from bot.understanding.follow_up import in_hand, leans_on_last, pointers, says_something
from tests.dialogue.talking import Start
from tests.understanding.conftest import Read

AFTER = ["孩子上幼儿园能优先吗", "心理热线多少", "工伤几天认定", "意外险保多少"]
SHORT = {
    "一天补多少": "hq-09",
    "慰问金呢": "hq-18",
    "意外险保额": "hq-20",
    "工伤怎么认定": "hq-11",
    "编制怎么解决": "hq-16",
    "能评烈士吗": "hq-23",
}


@pytest.mark.parametrize("before", AFTER)
@pytest.mark.parametrize("text", SHORT)
def test_a_new_topic_is_not_taken_for_a_follow_up(before: str, text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say(before)
    assert talk.say(text).measures[:1] == (SHORT[text],)


@pytest.mark.parametrize("text", ["谁负责", "找哪个部门", "什么时候", "怎么申请", "那我爱人呢", "要什么材料"])
@pytest.mark.parametrize(
    ("before", "measure"), [("意外险保多少", "hq-20"), ("工伤几天认定", "hq-11"), ("孩子中考有照顾吗", "hq-17")]
)
def test_a_follow_up_leans_on_the_last_answer(before: str, measure: str, text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say(before)
    assert talk.say(text).measures[:1] == (measure,)


@pytest.mark.parametrize(
    "text",
    [
        "饭店房租能减免吗",
        "明天天气怎么样",
        "怎么办护照",
        "发烧吃什么药",
        "给我写首诗",
        "小学老师有防疫补贴吗",
        "股票会涨吗",
    ],
)
@pytest.mark.parametrize("region", [None, "hongqiao", "guangdong"])
def test_what_is_not_in_the_documents_is_declined(text: str, region: str | None, start: Start) -> None:
    reply = start(region).say(text)
    assert reply.decision is not Decision.ANSWER
    assert reply.measures == ()


@pytest.mark.parametrize("text", ["嗯那个", "就是那个事", "我想问问", "怎么说呢"])
def test_what_is_not_clear_is_asked_or_said(text: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert reply.decision is not Decision.ANSWER
    assert reply.text


IN_HAND = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",))


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("找谁", True),
        ("那多少", True),
        ("不对，我不是医务人员", True),
        ("到哪张卡", True),
        ("电话多少", True),
        ("热线找谁", False),
        ("孩子上学呢", False),
        ("都有什么待遇", False),
    ],
)
def test_whether_a_message_makes_sense_only_after_the_last_answer(
    text: str, leans: bool, said: Read, small: Snapshot
) -> None:
    assert leans_on_last(said(text, IN_HAND), IN_HAND, small) is leans
    assert not leans_on_last(said(text), Session(), small), "nothing is in hand"


@pytest.mark.parametrize(("text", "something"), [("找谁", True), ("20天", True), ("能吗", True), ("嗯嗯", False), ("就是", False)])
def test_whether_it_says_anything_at_all(text: str, something: bool, said: Read, small: Snapshot) -> None:
    assert says_something(said(text, IN_HAND), IN_HAND, small) is something


def test_what_the_measures_in_hand_look_at(small: Snapshot) -> None:
    assert {FactHint("days"), FigureHint(300)} <= in_hand(IN_HAND, small)
    assert in_hand(Session(topics=("hotline",), measures=("ja-01",)), small) == set()
    assert in_hand(Session(), small) == set()


def test_figures_point_and_years_do_not(said: Read) -> None:
    assert pointers(said("2020年的300块")) == [FigureHint(300)]
