"""Telling is not asking."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.intents import Ask, Introduced, Told
from bot.understanding.read import read
from bot.understanding.telling import opens_by_telling
from tests.understanding.conftest import YEAR, Mean


@pytest.mark.parametrize(
    "text",
    [
        "护士站的花开了，真好看",
        "今天开会又拖到天黑",
        "昨晚看了场电影，还不错",
        "隔壁科室来了只小猫",
        "今天轮到我请大家喝奶茶了",
        "不问什么，就跟你说一声，昨天病房里的老太太出院，拉着我的手说了半天话",
    ],
)
def test_a_remark_gets_no_measure(text: str, mean: Mean) -> None:
    assert not isinstance(mean(text), Ask)


@pytest.mark.parametrize("text", ["楼上老爷子嘴硬，说医生嫌他烦不收他，把我们逗得不行", "五床老头怪我们不让他抽烟，骂了一路，把大家逗笑了"])
def test_what_surely_speaks_for_no_measure_is_only_told(text: str, mean: Mean) -> None:
    assert not isinstance(mean(text), Ask)


@pytest.mark.parametrize(
    "text",
    [
        "带材料的没来，带瓜子的来了",  # a side is named by the way
        "外卖大哥把汤面挂在护士站门口了",  # another trade is spoken of
        "面包车司机在楼下唱了一下午的歌，把全楼逗乐了",
    ],
)
def test_what_is_only_spoken_of_is_neither_asked_nor_refused(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Told)


def test_a_side_named_in_a_conversation_goes_on_with_it(mean: Mean) -> None:
    session = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))
    assert not isinstance(mean("要交的材料都备好了", session), Told)


@pytest.mark.parametrize("text", ["我刚从湖北回来", "我是急诊科护士"])
def test_a_situation_is_introduced(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Introduced)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("意外险", "insurance"),
        ("帮我查工伤", "work-injury"),
        ("说说职称", "title-review"),
        ("对门骂我们家带病毒，还堵门", "discrimination"),
        ("白天家里老人没人照看，我走不开", "elder-care"),
    ],
)
def test_a_bare_name_a_wish_and_a_hardship_ask(text: str, topic: str, mean: Mean) -> None:
    intent = mean(text)
    assert isinstance(intent, Ask)
    assert topic in intent.topics


def test_who_goes_to_ask_first_is_let_go(mean: Mean) -> None:
    session = Session(region="hongqiao", topics=("condolence-money",), measures=("hq-18",))
    assert isinstance(mean("我回去问问护士长", session), Told)


@pytest.mark.parametrize(
    ("text", "tells"), [("我老婆去了武汉，家里就我和孩子", True), ("体检有吧", False), ("慰问金", False), ("一天补多少", False)]
)
def test_a_new_matter_may_only_be_told_of(text: str, tells: bool, snapshot: Snapshot) -> None:
    said = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, YEAR)
    assert opens_by_telling(said) is tells


@pytest.mark.parametrize("text", ["仓鼠钻进沙发里了，谁来救救它", "老婆问我她和手机谁要紧"])
def test_what_nobody_asks_an_office_gets_no_measure(text: str, mean: Mean) -> None:
    assert not isinstance(mean(text), Ask)


def test_who_was_sent_and_asks_of_the_dog_still_asks(mean: Mean) -> None:
    assert not isinstance(mean("我去武汉了，家里的活和狗没人管，有人帮忙吗"), Told)


@pytest.mark.parametrize(
    ("text", "topic"),
    [("手套冇晒啦", "protective-gear"), ("半夜收工无车可搭", "transport"), ("意外险办咗未呀", "insurance")],
)
def test_a_lack_and_a_question_without_its_usual_words_are_asked_of(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, Session(region="guangdong")) == Ask((topic,))


@pytest.mark.parametrize(("text", "topic"), [("漫游", "phone-bill")])
def test_a_bare_name_of_a_part_of_a_measure_asks_for_it(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, Session(region="guangdong")) == Ask((topic,))


def test_a_side_that_is_asked_by_the_way_in_talk_is_answered(mean: Mean) -> None:
    assert mean("头发都熬没了[狗头] 论文能不交了吧 评中级", Session(region="hongqiao")) == Ask(("title-review",))
