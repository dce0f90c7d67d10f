"""A matter that is named while another is in hand, and what only seems to name one."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import Ask, FollowUp
from tests.dialogue.talking import Start
from tests.understanding.conftest import Mean

SCHOOL = Session(region="hongqiao", topics=("school-admission",), measures=("hq-17",))
PAY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
INJURY = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))
SALARY = Session(region="hongqiao", topics=("salary-raise",), measures=("hq-12",))


@pytest.mark.parametrize(
    ("text", "before", "topic"),
    [
        ("我评副高呢", SCHOOL, "title-review"),
        ("我自己的意外险呢", SCHOOL, "insurance"),
        ("那我的补助呢，我在隔离病区", SCHOOL, "daily-subsidy"),
        ("隔离衣也快没了", PAY, "protective-gear"),
        ("娃没人带谁帮看", INJURY, "child-care"),
        ("慰问金三个月", SALARY, "condolence-money"),
        ("顺便问一下意外险", SCHOOL, "insurance"),
        ("还有评职称", SCHOOL, "title-review"),
    ],
)
def test_a_matter_named_by_itself_is_asked_of(text: str, before: Session, topic: str, mean: Mean) -> None:
    meant = mean(text, before)
    assert isinstance(meant, Ask)
    assert topic in meant.topics


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("那我姐呢", PAY),
        ("材料不全也能先报吗", INJURY),
        ("表现好才给吗", PAY),
        ("回到本地以后看的呢", INJURY),
        ("是19天", PAY),
        ("真的假的", SCHOOL),
        ("领导叫什么", SALARY),
    ],
)
def test_what_goes_on_stays_with_the_matter_in_hand(text: str, before: Session, mean: Mean) -> None:
    assert isinstance(mean(text, before), FollowUp)


def test_a_relative_who_asks_what_there_is_for_them_gets_their_own_list(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我爸是一线医生，补助按天给几百")
    reply = talk.say("那我呢，我刚工作，有我什么事吗")
    assert "hq-09" not in reply.measures
    assert "家属能用上的" in reply.text
