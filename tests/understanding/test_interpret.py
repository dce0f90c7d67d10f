"""What a message wants: the first that fits, from danger to not understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.compiled.snapshot import Snapshot
from bot.compiled.weights import CARE_WEIGHTS
from bot.model.session import Gentle, Option, Pending, Session
from bot.understanding.going_on import inherited
from bot.understanding.hear import hear
from bot.understanding.intents import (
    Answer,
    Ask,
    Command,
    Danger,
    FollowUp,
    Intent,
    Interpretation,
    Items,
    Listened,
    MoveTo,
    Outside,
    Overview,
    Perhaps,
    ShowMeasure,
    SmallTalk,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
)
from bot.understanding.interpret import interpret
from bot.understanding.read import read
from tests.dialogue.talking import Start
from tests.understanding.conftest import Mean

HERE = Session(region="jia")
IN_HAND = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",), facets=("how-much",))
WAITS = replace(IN_HAND, pending=Pending("days", ("ja-01",), "sum"))
LONG = "一二三四五六，" * 400


def meant(text: str, session: Session, snapshot: Snapshot) -> Interpretation:
    """What a message is taken for."""
    heard = hear(text, snapshot)
    return interpret(heard, read(heard, session, snapshot, 2020), session, snapshot)


def test_distress_that_is_not_said_plainly_is_taken_up_lightly_where_nothing_is_asked(mean: Mean) -> None:
    intent = mean("刷碗刷着刷着停住了")
    assert isinstance(intent, Perhaps)
    assert not intent.distress.plain(CARE_WEIGHTS)


def test_of_two_topics_that_lie_close_it_is_asked_which_is_meant(snapshot: Snapshot) -> None:
    text, here = "家里老人没人陪着去看病", Session(region="hongqiao")
    assert isinstance(meant(text, here, snapshot).intent, Ask)
    doubtful = replace(snapshot, weights=replace(snapshot.weights, doubtful_lead=99.0, plain_total=99.0))
    asked = meant(text, here, doubtful).intent
    assert isinstance(asked, Unclear)
    assert len(asked.near) > 1
    best, *others = ({measure.id for measure in snapshot.answers[topic, "hongqiao"]} for topic in asked.near)
    assert all(best.isdisjoint(measures) for measures in others), "only what another measure answers is another matter"
    both = "孩子上小学能照顾吗？另外带薪假有几天？"
    assert meant(both, here, doubtful) == meant(both, here, snapshot), "two that are both asked are both answered"


def test_what_is_told_of_stays_for_what_is_asked_next(mean: Mean) -> None:
    assert mean("隔离衣又破又小") == Told(("protective-gear",))
    doubted = mean("面屏用了又用，胶条都松了")
    assert isinstance(doubted, Perhaps | Told)
    assert doubted.about == ("protective-gear",)


def test_a_short_question_after_a_refusal_is_refused_too(mean: Mean) -> None:
    refused = Session(region="hongqiao", refused="covid-knowledge")
    assert mean("那我们先打不", refused) == Outside("covid-knowledge", ())
    assert isinstance(mean("补助一天多少", refused), Ask)


def test_days_and_work_that_are_both_told_are_told_for_a_sum(mean: Mean) -> None:
    day = date(2020, 3, 1)
    assert mean("干了18天", Session(region="hongqiao").remember({"role": "direct-contact"}, day)) == Ask(("daily-subsidy",))
    assert not isinstance(mean("干了18天"), Ask)


def test_a_wish_to_die_is_plain_however_short(mean: Mean) -> None:
    assert isinstance(mean("想跳楼"), Danger)


def test_a_child_alone_after_distress_is_listened_to(mean: Mean) -> None:
    assert isinstance(mean("就我一个人在家", Session(region="hongqiao", gentle=Gentle("child", 4))), Listened)


@pytest.mark.parametrize(
    ("text", "session", "intent"),
    [
        ("？！", HERE, Unreadable()),
        (LONG, HERE, TooLong()),
        ("帮助", HERE, Command("help")),
        ("请问帮助", HERE, Command("help")),
        ("丙城的补助多少", HERE, Uncovered("丙城", ("daily-subsidy",))),
        ("甲县", Session(), MoveTo("jia")),
        ("补助一天多少", HERE, Ask(("daily-subsidy",))),
        ("孩子上学能优先吗", IN_HAND, Ask(("school",))),
        ("我能享受什么待遇", HERE, Overview()),
        ("第2条", HERE, Items(("ja-02",))),
        ("找谁", IN_HAND, FollowUp(("whom",), brief=True)),
        ("那在病房呢", IN_HAND, FollowUp(("how-much",))),
        ("12", WAITS, Answer()),
        ("就是那个", HERE, Unclear(())),
    ],
)
def test_what_is_wanted(text: str, session: Session, intent: Intent, small: Snapshot) -> None:
    assert meant(text, session, small).intent == intent


@pytest.mark.parametrize("text", ["我不想活", "我不想活，补助多少", "好的，不想活", "不想活" + LONG, LONG + "不想活"])
@pytest.mark.parametrize("session", [HERE, WAITS])
def test_danger_comes_before_anything_else(text: str, session: Session, small: Snapshot) -> None:
    intent = meant(text, session, small).intent
    assert isinstance(intent, Danger)
    assert intent.distress.kind == "suicidal"


def test_small_talk_is_the_whole_message(small: Snapshot) -> None:
    intent = meant("你好", HERE, small).intent
    assert isinstance(intent, SmallTalk)
    assert intent.phrase.id == "greeting"
    assert meant("你好，补助一天多少", HERE, small).intent == Ask(("daily-subsidy",))


def test_what_is_outside_the_documents_is_told_with_what_is_near(small: Snapshot) -> None:
    intent = meant("明天下雨吗", HERE, small).intent
    assert isinstance(intent, Outside)
    assert intent.topic == "weather"


def test_an_option_is_chosen_by_its_label_before_its_words_are_looked_at(small: Snapshot) -> None:
    session = replace(HERE, options=(Option("找谁", "facet:ja-02:whom"),))
    assert meant("找谁", session, small).intent == ShowMeasure("ja-02", "whom")


def test_a_sigh_is_met_beside_what_is_asked(snapshot: Snapshot) -> None:
    found = meant("我快撑不住了，孩子上幼儿园能优先吗", Session(region="hongqiao"), snapshot)
    assert found.intent == Ask(("school-admission",))
    assert found.sigh is not None
    assert found.sigh.practical


def test_the_side_last_asked_for_is_inherited_but_not_who_is_in_charge(snapshot: Snapshot) -> None:
    officer = next(facet.id for facet in snapshot.knowledge.facets if facet.officer)
    session = Session(facets=("how-much", officer, "gone"))
    assert inherited(session, snapshot) == ("how-much",)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("问你问题收不收钱呀", "free"),
        ("广东话和普通话你都听得懂吗", "languages"),
        ("我们主任讲的跟你讲的不一样，到底信谁", "trust"),
    ],
)
def test_what_is_asked_of_the_bot_itself_gets_its_own_reply(text: str, phrase: str, mean: Mean) -> None:
    found = mean(text)
    assert isinstance(found, SmallTalk)
    assert found.phrase.id == phrase


@pytest.mark.parametrize(
    "text", ["窗台那盆薄荷蔫了，浇点啥能缓过来", "奶茶要三分糖还是五分糖"]
)
def test_an_everyday_question_gets_no_measure(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Outside | Unclear)


@pytest.mark.parametrize(
    ("kind", "text", "lightly"),
    [
        ("overwhelmed", "邻居家的猫生了五只小猫，真热闹", True),
        ("overwhelmed", "没什么了", False),
        ("acute", "邻居家的猫生了五只小猫，真热闹", False),
    ],
)
def test_everyday_talk_after_distress_needs_no_number(kind: str, text: str, lightly: bool, mean: Mean) -> None:
    assert (mean(text, Session(region="hongqiao", gentle=Gentle(kind, 4))) == Listened(lightly=True)) is lightly


def test_a_plain_question_outside_is_no_faint_distress(mean: Mean) -> None:
    assert isinstance(mean("喉咙痛饮咩好"), Outside)


def test_a_question_of_inheritance_is_no_distress_of_a_child(mean: Mean) -> None:
    assert isinstance(mean("爸爸走了，留下一套房，我和弟弟怎么分"), Outside)


@pytest.mark.parametrize("text", ["没有，撑不住了", "没去，我快崩溃了"])
def test_an_answer_that_tells_of_distress_is_met(text: str, mean: Mean) -> None:
    waits = Session(region="hongqiao", topics=("salary-raise",), measures=("hq-12",), pending=Pending("hubei-team", ("hq-12",), "verdict"))
    assert isinstance(mean(text, waits), Danger)


def test_an_answer_that_only_names_somebody_is_none(mean: Mean) -> None:
    asked = Pending("living-together", ("hq-19",), "verdict")
    waits = Session(region="hongqiao", topics=("elder-care",), measures=("hq-19",), pending=asked)
    assert not isinstance(mean("我不跟她住", waits), Danger)


@pytest.mark.parametrize("text", ["这条热线管哪些地区", "班车管哪些地方"])
def test_which_places_a_matter_is_for_is_no_question_of_the_regions(text: str, mean: Mean) -> None:
    assert not isinstance(mean(text), SmallTalk)


def test_who_laughs_it_off_after_distress_is_listened_to(mean: Mean) -> None:
    after = Session(region="guangdong", gentle=Gentle("overwhelmed", 3), topics=("psych-hotline",), measures=("gd-06",))
    assert isinstance(mean("是空调太冷，你帮我关小点行不行，哈哈", after), Listened)
    assert isinstance(mean("哈哈，那补助按天是几百", after), Ask)


def test_each_thing_asked_of_the_document_itself_is_told(start: Start) -> None:
    first, second = start("guangdong").say("这份解读是哪年哪月发的，还用得上吗").text.splitlines()[:2]
    assert "2020 年 3 月 18 日" in first
    assert "没写有效到哪天" in second
