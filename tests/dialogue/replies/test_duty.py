"""An office or an officer named alone."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.told import LONGEST_LINE
from bot.model.reply import Decision, LineKind
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("白伟负责什么", {"hq-23"}),
        ("袁滨渤管哪些", {"hq-17"}),
        ("区民政局管什么", {"hq-19"}),
        ("孙玉龙是谁", {"hq-18"}),
    ],
)
def test_what_they_are_in_charge_of(text: str, measures: set[str], start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert reply.decision is Decision.ANSWER
    assert set(reply.measures) == measures


def test_an_officers_unit_is_named_with_them(start: Start) -> None:
    assert start("hongqiao").say("刘建管哪些").text.startswith("刘建（区人社局）负责 7 项：")


def test_an_office_that_leads_several_lists_them(start: Start) -> None:
    reply = start("hongqiao").say("区人社局管哪些项目")
    assert reply.decision is Decision.ANSWER
    assert "工伤" in reply.text
    assert "职称" in reply.text
    assert len(reply.options) == 4


@pytest.mark.parametrize(("text", "first"), [("区卫健委这边谁负责", "责任人：杨永祥。"), ("区卫健委都管什么", "牵头 8 项：")])
def test_who_answers_for_what_an_office_leads_is_told_first_where_that_is_asked(text: str, first: str, start: Start) -> None:
    reply = start("hongqiao").say(text).text
    assert reply.startswith(first)
    assert "责任人：杨永祥。" in reply


def test_who_is_asked_again_of_an_office_only_named(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("区教育局谁负责")
    assert talk.say("人社局的呢").text.startswith("责任人：刘建。")


def test_an_office_that_leads_nothing_is_said_to(start: Start) -> None:
    assert start("hongqiao").say("税务局管哪几项").text.startswith("不牵头，参与 1 项：补助。")


def test_who_answers_for_an_office_that_leads_nothing_is_not_written(start: Start) -> None:
    assert start("hongqiao").say("团区委的责任人是哪位").text.startswith("文件没写这个单位的责任人。")


def test_a_long_list_goes_over_several_lines(start: Start) -> None:
    reply = start("hongqiao").say("杨永祥和刘建各管什么")
    names = [line.text for line in reply.sections[0].lines if line.kind is LineKind.TEXT]
    assert len(names) > 1
    assert all(len("".join(text.split())) <= LONGEST_LINE for text in names)
    assert names[-1].endswith("。")


@pytest.mark.parametrize("text", ["区教育局电话多少", "区民政局地址在哪", "白伟的手机号"])
def test_details_the_document_does_not_give_are_not_made_up(text: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert "文件没写" in reply.text
    assert "12345" in reply.text


def test_another_regions_officer_is_not_told(start: Start) -> None:
    reply = start("guangdong").say("袁滨渤管哪些")
    assert "袁滨渤" not in reply.text
    assert "hq-17" not in reply.measures
