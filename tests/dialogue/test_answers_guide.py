"""What ``docs/answers.md`` asserts, over every conversation script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.guide import Exchange, broken
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from tests.conversations.script import TODAY, Script, chosen, read_scripts
from tests.dialogue.talking import Start

SCRIPTS = dict(read_scripts(Path(__file__).parents[1] / "conversations"))
CARE = "care/"
"""Scripts of somebody in distress: their replies have tests of their own."""


def exchanges(script: Script, snapshot: Snapshot) -> Iterator[Exchange]:
    """Every message of a script with its reply."""
    session, today = Session(region=script.region), TODAY
    for turn in script.turns:
        today = turn.day or today
        option = chosen(turn.tap, session.options) if turn.tap is not None else None
        action = option.action if option else turn.action
        reply, after = respond(Message(turn.say or "", action), session, snapshot, today)
        yield Exchange(turn.say or "", action, session, reply, after, snapshot)
        session = after


@pytest.mark.parametrize("name", [name for name in SCRIPTS if not name.startswith(CARE)])
def test_every_reply_keeps_to_the_guide(name: str, snapshot: Snapshot) -> None:
    problems = [
        f"{exchange.text or exchange.action}: [{number}] {problem}\n{exchange.reply.text}"
        for exchange in exchanges(SCRIPTS[name], snapshot)
        for number, problem in broken(exchange)
    ]
    assert not problems, "\n".join(problems)


def test_what_was_said_is_not_said_again(start: Start) -> None:
    talk = start("hongqiao")
    first = talk.say("一天补多少").text.splitlines()
    again = talk.say("一天补多少").text.splitlines()
    assert again[0] == f"还是：{first[0]}"
    assert not set(first[1:-1]) & set(again)


def test_the_full_text_tells_the_rest_page_by_page(start: Start) -> None:
    talk = start("hongqiao")
    told = [talk.say("一天补多少").text, talk.say("全文").text]
    while any(option.label == "下一页" for option in talk.session.options):
        told.append(talk.say("下一页").text)
    lines = [line for page in told[1:] for line in page.splitlines() if not line.startswith("问")]
    assert len(told) > len(("answer", "page"))
    assert len(lines) == len(set(lines))
    assert "杨永祥" in "".join(lines)


def test_what_could_be_chosen_can_be_chosen_after_something_unreadable(start: Start) -> None:
    talk = start()
    talk.say("慰问金有多少")
    talk.say("asdf")
    assert talk.say("2").measures == ("gd-02",)


def test_the_second_failure_offers_another_way(start: Start) -> None:
    talk = start("hongqiao")
    first, second = talk.say("asdf"), talk.say("qwer")
    assert first.text != second.text
    assert "12345" in second.text
    assert len(second.options) > 3


def test_a_sum_can_be_changed(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("护理确诊病人20天，补助一共多少")
    assert [option.label for option in talk.session.options][:2] == ["改天数", "改档次"]
    talk.say("改天数")
    assert talk.say("30天").amount == 9000


def test_shorter_on_request(start: Start) -> None:
    talk = start("hongqiao")
    first = talk.say("一天补多少").text.splitlines()[0]
    reply = talk.say("简单点").text.splitlines()
    assert reply[0] == first
    assert len(reply) == len(("answer", "footer"))


def test_who_wants_a_person_is_told_whom_to_ask_and_what_to_say(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("一天补多少")
    text = talk.say("找人工").text
    assert "先问区卫生健康委" in text
    assert "12345" in text
    assert "打通可以说" in text


def test_a_fact_told_unasked_is_told_back(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("护理确诊病人20天，补助一共多少")
    assert talk.say("援鄂的").text.startswith("记下：援鄂队员。")
    assert talk.say("不对，没去湖北").text.startswith("改为：")


def test_the_counts_of_the_list_are_those_of_its_groups(start: Start) -> None:
    talk = start("hongqiao")
    first = talk.say("我的待遇").text.splitlines()[0]
    groups = talk.say("看全部").text.splitlines()
    for line in groups:
        if " 项：" in line:
            heading, _, names = line.partition("：")
            assert f" {len(names.split('、'))} 项" in heading
    assert groups[0].split(" ")[1] in first


def test_a_card_is_about_what_was_asked(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("二对一服务是什么")
    assert "二对一" in talk.tap("card:hq-18").text


def test_an_unasked_side_does_not_follow(start: Start) -> None:
    lines = start("hongqiao").say("补助还扣税吗").text.splitlines()
    assert lines[0].startswith("不用交")
    assert len(lines) == len(("answer", "footer"))


def test_the_rate_is_that_of_the_person_s_own_case(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("一天补多少")
    first = talk.say("我直接护理确诊病人，一天补多少").text.splitlines()[0]
    assert "300" in first
    assert "200" not in first


def test_a_service_has_no_button_for_money(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("爸妈看病有人全程陪着吗")
    labels = {option.label for option in talk.session.options}
    assert labels.isdisjoint({"算一算", "多少钱"})


def test_where_the_region_is_unknown_the_silent_one_is_named_too(start: Start) -> None:
    lines = start().say("医德考评占几分").text.splitlines()
    assert lines[0].startswith("红桥区：")
    assert lines[1] == "广东省：文件没写这件事。"
    near = start().say("疗养和体检有安排吗").text.splitlines()
    assert near[0].startswith("红桥区：")
    assert near[1].startswith("广东省：文件没写体检、疗养")


def test_a_fact_told_along_makes_it_another_question(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("一天补多少")
    assert not talk.say("我在食堂做饭，一天补多少").text.startswith("还是")


def test_a_relative_who_asks_for_the_medic_is_answered_as_the_medic(start: Start) -> None:
    for text in ("我是护士的妈妈，她能增加休假吗", "我媳妇在医院连轴转，能给她放假吗"):
        assert "不符合" not in start("hongqiao").say(text).text
    assert start("hongqiao").say("我是护士家属，我能增加休假吗").text.startswith("不符合")


@pytest.mark.parametrize(
    ("region", "text", "opens"),
    [
        ("guangdong", "有没有给医护买过保险", "有："),
        ("guangdong", "人在武汉支援，移动的卡给减吗", "能减免："),
        ("hongqiao", "体检要自己花钱不", "不用，免费："),
        ("hongqiao", "中招了，当天真能给认工伤吗", "能当天定："),
        ("hongqiao", "剩下那截不报的，要我自己出吗", "不用自己出："),
        ("guangdong", "评职称能走快点不", "有：职称评审有“快速通道”"),
    ],
)
def test_a_question_for_yes_or_no_is_answered_with_the_thing(region: str, text: str, opens: str, start: Start) -> None:
    assert start(region).say(text).text.startswith(opens)


def test_a_side_that_is_only_told_is_not_answered_before_the_one_asked(start: Start) -> None:
    assert start("hongqiao").say("值班室那条件差得没法提，翻修谁牵头").text.startswith("区卫生健康委牵头，")


def test_a_refusal_is_not_followed_by_what_others_get(start: Start) -> None:
    talk = start("guangdong").say("我没去湖北，志愿者一对一帮忙我家能申请吗")
    refusal, *rest = talk.text.splitlines()
    assert refusal.startswith("不符合：")
    assert not any("志愿者" in line for line in rest), "only what is written for such a person, and the footer"


@pytest.mark.parametrize(
    ("region", "text", "opens"),
    [
        ("hongqiao", "先进是只评个人，还是集体也评", "个人和集体都有："),
        ("hongqiao", "慰问金是论户发还是按人头算", "一家一份、按户发："),
        ("hongqiao", "工龄短的写不出论文，能拿啥来顶", "疫情防控里写的工作总结"),
    ],
)
def test_which_of_two_and_how_get_no_yes(region: str, text: str, opens: str, start: Start) -> None:
    assert start(region).say(text).text.startswith(opens)


def test_what_is_asked_to_be_alone_is_not_confirmed_by_what_others_have_too(start: Start) -> None:
    told = start("guangdong").say("那份捐的保险是不是光去湖北的人才有")
    assert told.measures[0] == "gd-09"
    assert not told.text.startswith("是")


def test_a_point_that_says_yes_or_no_itself_is_followed_by_no_question(start: Start) -> None:
    talk = start("hongqiao").say("加的那笔绩效会不会算进基数")
    assert talk.text.startswith("不会：")
    assert len(talk.text.splitlines()) == 2


def test_whose_share_is_asked_behind_the_matter_is_told_how_they_stand(start: Start) -> None:
    assert start("guangdong").say("我在广州病房当护士，公司捐的那份保险有我份吗").text.startswith("符合：")


def test_a_number_to_call_follows_only_where_it_bears_on_what_is_asked(start: Start) -> None:
    assert "12356" in start("hongqiao").say("心理热线的号码给一个").text
    about_talks = start("hongqiao").say("支部书记为什么总要找我们谈心")
    assert about_talks.measures
    assert "12356" not in about_talks.text
    officer = start("hongqiao").say("孩子入学这块的责任人叫什么")
    assert officer.measures[0] == "hq-17"
    assert "12345" not in officer.text


def test_another_side_of_the_matter_is_answered_without_the_question_again(start: Start) -> None:
    talk = start("hongqiao")
    assert "？" in talk.say("孩子上小学能照顾吗").text
    told = talk.say("一共能用几次").text
    assert told.startswith("可就近享受一次")
    assert "？" not in told


def test_a_registration_told_behind_another_side_decides(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我是一线护士，孩子要上小学")
    talk.say("户口不在本区怎么办")
    told = talk.say("孩子姥姥的户口在红桥").text
    assert "符合：就近统筹安排公办学校" in told
    assert "怎么报名" not in told


def test_who_only_has_the_registration_is_not_who_is_asked_for(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上小学能照顾吗")
    told = talk.say("只有姥姥户口在红桥行吗")
    assert told.measures[0] == "hq-17"
    assert "不符合" not in told.text


@pytest.mark.parametrize(
    ("region", "text", "opens"),
    [
        ("hongqiao", "老丈人住院管不管陪", "管，配偶的父母也在内："),
        ("hongqiao", "核增的绩效算不算进基数", "不算："),
        ("guangdong", "外聘老师教不教孩子画画", "教："),
    ],
)
def test_a_deed_put_both_ways_is_answered_with_the_deed(region: str, text: str, opens: str, start: Start) -> None:
    assert start(region).say(text).text.startswith(opens)


@pytest.mark.parametrize(
    ("region", "text", "opens"),
    [
        ("hongqiao", "我在隔离病区染上了新冠，这算工伤吗", "算："),
        ("hongqiao", "一篇论文没有，还可以报副高吗", "能："),
        ("hongqiao", "我对象支援武汉了，家里会有人来帮忙吗", "有："),
        ("hongqiao", "孩子读职高，用参加考试吗", "不用："),
        ("hongqiao", "区疾控的绩效会加吗", "会："),
        ("hongqiao", "护士长老不批我歇班，这个有没有规定", "文件没写单位不安排怎么办"),
        ("guangdong", "我爱人在荆州支援，手机费要不要交", "不用："),
        ("guangdong", "孩子在家能有大学生辅导吗", "有："),
    ],
)
def test_the_first_line_opens_with_the_word_that_asks(region: str, text: str, opens: str, start: Start) -> None:
    assert start(region).say(text).text.startswith(opens)


@pytest.mark.parametrize("text", ["援鄂的护士回来能提拔不", "我们科会优先入编吗"])
def test_on_terms_that_are_not_written_nobody_is_told_that_they_may(text: str, start: Start) -> None:
    assert start("guangdong").say(text).text.startswith(("有：", "文件没写"))


def test_a_number_put_is_not_confirmed_by_what_says_another(start: Start) -> None:
    assert not start("hongqiao").say("每天是300元吗").text.startswith("是")
    assert not start("hongqiao").say("我家俩人都在一线，慰问金有双份吗").text.startswith(("有", "能", "是"))


@pytest.mark.parametrize(("region", "text"), [("guangdong", "早饭包不包"), ("hongqiao", "升初中的也管吗")])
def test_what_hangs_on_a_fact_nobody_told_is_no_yes(region: str, text: str, start: Start) -> None:
    told = start(region).say(text).text
    assert told.startswith("要看")
    assert "？" in told


def test_what_stood_behind_another_answer_is_not_told_again_when_it_is_asked(start: Start) -> None:
    talk = start("hongqiao")
    assert "可就近享受一次" in talk.say("中考有啥照顾").text
    assert talk.say("这个能用几次").text.startswith("可就近享受一次")
    assert talk.say("能用几次").text.startswith("还是")


def test_who_leads_is_not_named_again_behind_line_one(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("给送菜吗")
    told = talk.say("这礼拜没送到，找谁").text
    assert told.count("区总工会") == len(("line one", "footer"))


def test_of_several_open_details_only_the_one_asked_is_told(start: Start) -> None:
    talk = start("guangdong")
    talk.say("定点医院的住宿有安排吗")
    assert talk.say("房钱要自己出吗").text.startswith("文件没写房费谁出")


@pytest.mark.parametrize(
    ("region", "text", "holds"),
    [
        ("hongqiao", "编外护士公开招聘的优先，谁推荐", "由用人单位推荐"),
        ("hongqiao", "高考报志愿，谁来给孩子讲", "孩子所在学校"),
        ("guangdong", "我爱人援鄂了，家里的菜谁帮着买", "志愿者“一对一”帮扶"),
        ("guangdong", "辅导孩子是面授还是在网上", "线上"),
        ("guangdong", "工会有心理热线没有", "12351 是广东工会心理服务热线"),
    ],
)
def test_the_question_word_is_answered_in_line_one(region: str, text: str, holds: str, start: Start) -> None:
    assert holds in start(region).say(text).text.splitlines()[0]


def test_whom_to_turn_to_comes_with_the_rule_and_what_to_do_with_a_number(start: Start) -> None:
    assert "批评教育" in start("hongqiao").say("楼下街坊不准我闺女出门，找谁说理").text
    assert "12333" in start("hongqiao").say("报工伤差一张单子，咋办").text


def test_the_list_for_the_family_of_the_staff_is_theirs(start: Start) -> None:
    assert start("hongqiao").say("一线医护的家属有哪些待遇").text.startswith("家属能用上的有")
