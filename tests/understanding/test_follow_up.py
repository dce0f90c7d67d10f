"""What goes on with the matter in hand, and what leaves it."""

from __future__ import annotations

import pytest

from bot.compiled.keys import FactHint, FigureHint
from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.model.tally import Spell, Tally
from bot.understanding.another import in_hand, tells_of_none_in_hand
from bot.understanding.intents import Ask, Charged, Command, FollowUp, Intent, MoveTo, SmallTalk
from bot.understanding.naming import pointers
from tests.dialogue.talking import Start
from tests.understanding.conftest import Mean, Read

BEFORE = ("commendation", "psych-hotline", "daily-subsidy")
SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), earlier=BEFORE)
INJURY = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))
HIRING = Session(region="hongqiao", topics=("permanent-post",), measures=("hq-16",))


@pytest.mark.parametrize(
    "text",
    [
        "打到哪张卡", "谁审批", "负责的人姓甚名谁", "几号发", "要交哪些材料", "是一次性的还是按月", "晚了咋办", "哪级财政出钱",
        "好的，谁掏这个钱", "要是在后勤呢", "我爱人在药房，她呢", "写错了，是在病房护理确诊病人",
    ],
)  # fmt: skip
def test_short_questions_stay(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, SUBSIDY), FollowUp)


@pytest.mark.parametrize("text", ["家里丫头今年考高中能优先不", "我儿子明年中考有没有关照"])
def test_whose_matter_it_is_says_nothing_of_which(text: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == Ask(("exam-admission",))


def test_a_doubtful_number_in_a_matter_outside_asks_for_no_sum(mean: Mean) -> None:
    assert not isinstance(mean("截至3月8日，市里有多少家企业开了工"), Ask)


def test_a_correction_goes_on_with_the_matter(mean: Mean) -> None:
    assert isinstance(mean("刚才说岔了，我是后勤的", SUBSIDY), FollowUp)


def test_money_asked_for_after_a_count_is_what_pays_by_it(mean: Mean) -> None:
    counted = Session(
        region="hongqiao", topics=("rest-schedule",), measures=("hq-02",), tally=Tally((Spell("days", 12, 12),))
    )
    assert mean("总共该补我多少", counted) == Ask(("daily-subsidy",))


@pytest.mark.parametrize(
    "text", ["弄错了，我是广东的", "说反啦，我在广东，不在红桥", "抱歉更正，红桥是我老家，我人在广东，按广东的讲"]
)
def test_a_region_set_right_only_moves(text: str, mean: Mean) -> None:
    assert mean(text, SUBSIDY) == MoveTo("guangdong")


def test_the_measure_in_full_and_in_short(mean: Mean) -> None:
    assert mean("看全文", SUBSIDY) == Command("full")
    assert mean("字太多了", SUBSIDY) == Command("simpler")


def test_somebody_human_is_wanted(mean: Mean) -> None:
    assert mean("麻烦给我转人工", SUBSIDY) == Command("human")


def _talk(intent: Intent) -> str:
    assert isinstance(intent, SmallTalk)
    return intent.phrase.id


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("等我跟家里人商量好，懂了，多谢", "thanks"), ("明白了，辛苦", "thanks"), ("嗯", "acknowledge"), ("哦", "acknowledge"),
        ("没用", "complaint"),
    ],
)  # fmt: skip
def test_small_talk_after_an_answer(text: str, phrase: str, mean: Mean) -> None:
    assert _talk(mean(text, SUBSIDY)) == phrase


@pytest.mark.parametrize("text", ["谁负责", "找哪个部门", "什么时候", "怎么申请", "那我爱人呢", "要什么材料"])
@pytest.mark.parametrize(
    ("before", "measure"), [("意外险保多少", "hq-20"), ("工伤几天认定", "hq-11"), ("孩子中考有照顾吗", "hq-17")]
)
def test_a_follow_up_leans_on_the_last_answer(before: str, measure: str, text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say(before)
    assert talk.say(text).measures[:1] == (measure,)


IN_HAND = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",))


def test_what_the_measures_in_hand_look_at(small: Snapshot) -> None:
    assert {FactHint("days"), FigureHint(300)} <= in_hand(IN_HAND, small)
    assert in_hand(Session(topics=("hotline",), measures=("ja-01",)), small) == set()
    assert in_hand(Session(), small) == set()


def test_figures_point_and_years_do_not(said: Read) -> None:
    assert pointers(said("2020年的300块")) == [FigureHint(300)]


def test_a_word_of_a_part_in_hand_is_about_that_part(mean: Mean) -> None:
    assert isinstance(mean("换别的医院看行吗", INJURY), FollowUp)


def test_a_word_for_any_matter_told_after_an_answer_adds_to_it(mean: Mean) -> None:
    titles = Session(region="hongqiao", topics=("title-review",), measures=("hq-14",))
    assert isinstance(mean("科里也愿意推荐", titles), FollowUp)


def test_an_office_only_guessed_at_is_asked_of_the_matter_in_hand(mean: Mean) -> None:
    martyrs = Session(region="hongqiao", topics=("martyr",), measures=("hq-23",))
    assert mean("归区人社局管吧", martyrs) == Charged((), "hongqiao/human-resources", ("hq-23",))


def test_a_place_only_asked_of_goes_on_and_one_told_moves(mean: Mean) -> None:
    money = Session(region="hongqiao", topics=("condolence-money",), measures=("hq-18",))
    assert isinstance(mean("那深圳呢", money), FollowUp)
    assert isinstance(mean("我在深圳呢", money), MoveTo)


def test_the_same_is_asked_of_somebody_whose_work_is_told(mean: Mean) -> None:
    subsidy = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
    assert isinstance(mean("那我爱人在防疫站做消杀呢", subsidy), FollowUp)


REST = Session(region="hongqiao", topics=("rest-schedule",), measures=("hq-02",))
SHUNNED = Session(region="hongqiao", topics=("discrimination",), measures=("hq-21",))


@pytest.mark.parametrize(
    ("text", "session", "topic"),
    [("要是上来打人呢", SHUNNED, "safety-violence"), ("等疫情过去能休几天假", REST, "paid-leave")],
)
def test_what_is_nothing_like_the_matter_in_hand_is_not_held_by_its_form(
    text: str, session: Session, topic: str, mean: Mean
) -> None:
    assert mean(text, session) == Ask((topic,))


@pytest.mark.parametrize("text", ["表现突出才可以？", "那得记功才行吗"])
def test_a_condition_asked_after_is_of_the_matter_in_hand_and_no_fact(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, HIRING), FollowUp)


@pytest.mark.parametrize(("text", "none"), [("做了20天", False), ("你好", False)])
def test_what_a_measure_in_hand_looks_at_is_told_of_it(text: str, none: bool, said: Read, small: Snapshot) -> None:
    assert tells_of_none_in_hand(said(text, IN_HAND), IN_HAND, small) is none


@pytest.mark.parametrize(
    "text", ["我在定点医院重症病房上夜班，管不管我", "我在收治医院隔离区，算不算我", "我妹在病区门口登记，忙得没空吃饭，也不进病房，她呢"]
)
def test_whether_somebody_is_in_it_is_asked_of_the_matter_in_hand(text: str, mean: Mean) -> None:
    insured = Session(region="guangdong", topics=("insurance",), measures=("gd-09",))
    assert isinstance(mean(text, insured), FollowUp)


def test_a_condition_with_a_sigh_behind_it_is_asked_of_the_matter_in_hand(mean: Mean) -> None:
    assert isinstance(mean("疫情过了才给？唉", Session(region="hongqiao", topics=("checkup-retreat",), measures=("hq-04",))), FollowUp)


@pytest.mark.parametrize(
    ("before", "text", "measure"),
    [
        ("我在发热门诊采样 / 工资也翻番吗", "33天", "hq-09"),
        ("我在发热门诊采样 / 工资也翻番吗 / 33天", "更正，31天", "hq-09"),
        ("我在发热门诊采样 / 能轮休吗", "连着上了16天", "hq-02"),
        ("工资也翻番吗", "33天", "hq-12"),
    ],
)
def test_days_told_after_work_are_of_what_pays_by_them(before: str, text: str, measure: str, start: Start) -> None:
    talk = start("hongqiao")
    for turn in before.split(" / "):
        talk.say(turn)
    assert talk.say(text).measures[:1] == (measure,)


def test_the_same_is_asked_of_another_region(mean: Mean) -> None:
    before = Session(region="guangdong", topics=("daily-subsidy",), measures=("gd-15",), facets=("how-much",))
    assert isinstance(mean("那红桥那边呢，我表姐在那儿", before), FollowUp)
