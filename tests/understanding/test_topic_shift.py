"""What leaves the matter in hand for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model.session import Session
from bot.understanding.intents import Ask, FollowUp, Intent, Outside, Told
from tests.dialogue.talking import Start
from tests.understanding.conftest import Mean

BEFORE = ("commendation", "psych-hotline", "daily-subsidy")
SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), earlier=BEFORE)
INJURY = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))
HIRING = Session(region="hongqiao", topics=("permanent-post",), measures=("hq-16",))


@pytest.mark.parametrize(
    ("text", "session"), [("不是定点医院呢", INJURY), ("多久能下来", INJURY), ("推荐找谁", HIRING)]
)
def test_words_that_fit_any_matter_name_none(text: str, session: Session, mean: Mean) -> None:
    assert isinstance(mean(text, session), FollowUp)


@pytest.mark.parametrize(
    ("text", "topic"), [("谢谢，那慰问金呢", "condolence-money"), ("再见，对了工伤找谁", "work-injury")]
)
def test_a_topic_named_by_its_own_noun_is_left_for(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == Ask((topic,))


@pytest.mark.parametrize(
    ("text", "topic"), [("说错了，我问的是慰问金", "condolence-money"), ("不是补助，是慰问金，发几个月", "condolence-money")]
)
def test_what_is_taken_back_does_not_count(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == Ask((topic,))


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


@pytest.mark.parametrize(
    ("text", "topic"), [("那我妈看病呢", "parents-medical-escort"), ("那孩子念小学呢", "school-admission")]
)
def test_what_is_surely_about_another_matter_leaves_the_one_in_hand(text: str, topic: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == Ask((topic,))


def test_a_fact_that_points_elsewhere_is_asked_of_that(mean: Mean) -> None:
    offered = Session(region="hongqiao", topics=("child-care",), measures=("hq-19",), offered=True)
    assert mean("我是红桥医院的护士，公办园能优先进吗", offered) == Ask(("school-admission",))


@pytest.mark.parametrize(("text", "kind"), [("征兵优先不优先", Outside), ("前年的也给补吗", Outside), ("后天想坐火车回乡下", Told)])
def test_what_is_plainly_outside_is_not_more_on_the_matter_in_hand(text: str, kind: type[Intent], mean: Mean) -> None:
    assert isinstance(mean(text, replace(SUBSIDY, earlier=())), kind)


@pytest.mark.parametrize(("text", "topic"), [("要是落下伤残呢", "work-injury"), ("万一人没救回来牺牲了呢", "martyr")])
def test_another_case_may_be_one_of_another_matter(text: str, topic: str, mean: Mean) -> None:
    bills = Session(region="hongqiao", topics=("medical-costs",), measures=("hq-07",), facets=("who-pays",))
    assert mean(text, bills) == Ask((topic,))
