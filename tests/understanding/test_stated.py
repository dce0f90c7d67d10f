"""Which facts a message states."""

from __future__ import annotations

import pytest

from bot.compiled.keys import OptionKey
from bot.compiled.snapshot import Snapshot
from bot.language.patterns import Found
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said
from bot.understanding.stated import most_specific


def test_of_two_options_the_one_whose_pattern_says_most_is_meant() -> None:
    """不在病房 says more than 病房."""
    found = {
        OptionKey("role", "ward"): Found(2, 4, (1, 2)),
        OptionKey("role", "other"): Found(0, 4, (2, 4)),
        OptionKey("staff", "yes"): Found(5, 9, (1, 4)),
    }
    assert most_specific(found) == {"role": "other", "staff": "yes"}
    assert most_specific(dict(reversed(found.items()))) == {"role": "other", "staff": "yes"}


def test_of_equal_ones_the_first_stays() -> None:
    found = {OptionKey("role", "other"): Found(0, 2, (1, 2)), OptionKey("role", "ward"): Found(3, 5, (1, 2))}
    assert most_specific(found) == {"role": "other"}


def test_nothing_said_nothing_stated() -> None:
    assert most_specific({}) == {}


def told(text: str, snapshot: Snapshot) -> Said:
    return read(hear(text, snapshot), Session(region="guangdong"), snapshot, 2020)


def test_what_one_did_and_the_other_did_not_is_kept_apart(snapshot: Snapshot) -> None:
    said = told("我哥跟医疗队去了湖北，我没去湖北，就在本地急诊当护士", snapshot)
    assert {(one.who, one.fact, one.option) for one in said.apart if one.fact == "hubei-team"} == {
        ("sibling", "hubei-team", "yes"),
        ("self", "hubei-team", "no"),
    }
    assert "hubei-team" not in said.stated


def test_of_a_family_it_is_said_if_it_is_said_of_one(snapshot: Snapshot) -> None:
    said = told("我老公去了湖北，我在急诊当护士，我没去湖北，我们家能有人来送菜吗", snapshot)
    assert said.stated["hubei-team"] == "yes"


def test_a_list_that_names_a_colleague_says_nothing_of_the_asker(snapshot: Snapshot) -> None:
    said = told("支援湖北的名单里有我同学，没有我，我在发热门诊，补助能加倍吗", snapshot)
    assert said.stated["hubei-team"] == "no"


def test_people_asked_about_are_nobody_s_own_case(snapshot: Snapshot) -> None:
    """给支援湖北的家庭送东西吗 says nothing of who asks; 我去湖北的 does."""
    assert "hubei-team" not in told("给支援湖北的家庭送米送面吗", snapshot).stated
    assert "hubei-team" not in told("给支援湖北的家庭送米送面是吧", snapshot).stated
    assert told("我援鄂的，家里有人送米送面吗", snapshot).stated["hubei-team"] == "yes"


def test_contact_is_denied_by_any_verb_of_touching(snapshot: Snapshot) -> None:
    """Before what is touched or behind it, in any dialect; not of family, and not of those who test what they never see."""
    none = ("我做登记，唔掂病人", "我管库房，病人不沾", "我做登记，没碰过标本", "我写报告，从没进过病区", "我管消毒，没跟病例打过照面")
    for denied in none:
        assert told(denied, snapshot).stated.get("role") == "other-epidemic", denied
    for contact in ("护理确诊病人，半个月没见孩子", "照顾确诊病人没见过家人", "不见病人，天天跑核酸", "孩子不碰我，我管确诊病人"):
        assert told(contact, snapshot).stated.get("role") == "direct-contact", contact


def test_what_is_asked_to_be_needed_is_not_told(snapshot: Snapshot) -> None:
    assert "living-together" not in told("老人必须跟我住吗", snapshot).stated
    assert told("老人跟我住，有人照看吗", snapshot).stated["living-together"] == "yes"


@pytest.mark.parametrize(
    "text",
    ["请个大学生教我家娃英语", "快递员砸了护士站，怎么处理", "我们科来了个快递员推搡护士", "保安站旁边看热闹", "要警察来站岗"],
)
def test_the_trade_of_who_helps_or_does_harm_is_nobodys_own(text: str, snapshot: Snapshot) -> None:
    assert "post" not in told(text, snapshot).stated


def test_the_trade_of_who_asks_is_stated(snapshot: Snapshot) -> None:
    assert told("我是快递员，有没有补助", snapshot).stated["post"] == "not-medical"


@pytest.mark.parametrize("text", ["这车队是管所有人，还是只管去湖北的", "礼包是只给援鄂的还是人人有份"])
def test_whom_a_choice_puts_is_not_the_asker(text: str, snapshot: Snapshot) -> None:
    assert "hubei-team" not in told(text, snapshot).stated


def test_who_asks_which_of_two_may_still_say_where_they_are(snapshot: Snapshot) -> None:
    assert told("我去了湖北，补助是按天还是按月", snapshot).stated["hubei-team"] == "yes"


def test_a_trade_that_only_plays_a_part_is_not_stated(snapshot: Snapshot) -> None:
    assert "post" not in told("水果店老板骂我晦气，归谁管", snapshot).stated
    assert told("我是开水果店的，补助归谁管", snapshot).stated["post"] == "not-medical"


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("我们不是一线的，能报吗", "off"),
        ("我这种不算一线，能报吗", "off"),
        ("我爱人是大夫，不在一线，能报吗", "off"),
        ("我在二线科室，能报吗", "off"),
        ("我是普通内科的，能报吗", "ordinary"),
        ("我是护士，在家休产假，能报吗", "absent"),
        ("我们不是一线吗，咋不给报", None),
        ("是不是一线都能报", None),
        ("从普通内科抽调去发热门诊，能报吗", None),
        ("休完产假回来上班了，能报吗", None),
    ],
)
def test_where_somebody_works_is_told_and_not_what_is_only_asked(text: str, option: str | None, snapshot: Snapshot) -> None:
    assert told(text, snapshot).stated.get("frontline", "yes") == (option or "yes")


@pytest.mark.parametrize(("text", "fact"), [("隔离了算感染吗", "infected"), ("去佛山算不算援鄂", "hubei-team")])
def test_what_something_is_asked_to_count_as_is_not_told(text: str, fact: str, snapshot: Snapshot) -> None:
    assert told(text, snapshot).stated.get(fact) != "yes"


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("我是护工，有补助吗", "caretaker"),
        ("我爱人在医院食堂，他有补助吗", "canteen"),
        ("保洁和保安有补助吗", None),
        ("我是护士，保安不让我进小区", None),
    ],
)
def test_the_trade_is_named_beside_the_post_and_alone(text: str, trade: str | None, snapshot: Snapshot) -> None:
    assert told(text, snapshot).stated.get("trade") == trade


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("我和我先生都没红桥户口", None),
        ("全家都没红桥户口", "elsewhere"),
        ("我和老公都没在红桥落户，爷爷在红桥", None),
    ],
)
def test_what_two_parents_lack_their_parents_may_have(text: str, family: str | None, snapshot: Snapshot) -> None:
    said = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert said.stated.get("family-registration") == family


def test_what_a_hospital_is_asked_of_is_not_where_somebody_works(snapshot: Snapshot) -> None:
    assert "designated-hospital" not in told("定点医院有啥安排", snapshot).stated
    assert told("我在定点医院，有啥安排", snapshot).stated["designated-hospital"] == "yes"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("孩子户口在和平区，爷爷姥姥都不在红桥，就我在红桥医院干活", "elsewhere"),
        ("孩子户口在和平区，爷爷的在红桥", "elsewhere"),
    ],
)
def test_who_alone_works_here_holds_nothing_here(text: str, where: str, snapshot: Snapshot) -> None:
    said = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert said.stated.get("child-registration") == where


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("我是财务，我们医院15名护士在发热门诊，每人多少", None),
        ("我们医院15个人都是保洁，每人多少", "support"),
        ("我是财务，每天多少", "support"),
    ],
)
def test_who_asks_for_a_hospitals_people_is_not_the_one_asked_of(text: str, post: str | None, snapshot: Snapshot) -> None:
    stated = told(text, snapshot).stated
    assert stated.get("post") == post
    assert "role" not in stated, "of each crew it is told apart, and of the clerk not at all"
