"""What a message that asks nothing adds to the matter in hand, and what leads away from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.model.session import Session
from bot.understanding.added import adds_to_hand, is_of_another, only_says, points_to_another
from bot.understanding.hear import hear
from bot.understanding.intents import Ask, FollowUp, Introduced, Listened, Margin, Told
from bot.understanding.margin import margin_of
from bot.understanding.read import read
from bot.understanding.said import Said
from tests.understanding.conftest import YEAR, Mean

SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
TITLES = Session(region="hongqiao", topics=("title-review",), measures=("hq-14",))
ELDERS = Session(region="hongqiao", topics=("elder-care",), measures=("hq-19",))
TUTORING = Session(region="guangdong", topics=("tutoring",), measures=("gd-14",))
HOTLINE = Session(region="guangdong", topics=("psych-hotline",), measures=("gd-06",))
LISTED = Session(region="guangdong", topics=(OVERVIEW,))


def _weighed(text: str, session: Session, snapshot: Snapshot) -> tuple[Said, Margin]:
    said = read(hear(text, snapshot), session, snapshot, YEAR)
    return said, margin_of(said, replace(session, topics=(), measures=()), snapshot)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("我在急诊", SUBSIDY),
        ("天天泡在病人堆里", SUBSIDY),
        ("科主任答应推荐我", TITLES),
        ("没立过功，就发过一张先进的奖状", TITLES),
        ("我三天两头住单位回不去", ELDERS),
        ("小学四年级", TUTORING),
        ("我天天值夜班", TUTORING),
    ],
)
def test_what_is_told_amid_a_matter_is_said_of_it(text: str, session: Session, mean: Mean, snapshot: Snapshot) -> None:
    assert adds_to_hand(*_before(text, session, snapshot), snapshot)
    assert isinstance(mean(text, session), FollowUp)


def _before(text: str, session: Session, snapshot: Snapshot) -> tuple[Said, Session, Margin]:
    said, alone = _weighed(text, session, snapshot)
    return said, session, alone


@pytest.mark.parametrize(
    ("text", "session", "topic"),
    [
        ("上下班没车", HOTLINE, "transport"),
        ("孩子没人带", SUBSIDY, "child-care"),
        ("体检", SUBSIDY, "checkup-retreat"),
        ("我爱人也感染了", SUBSIDY, "treatment-of-infected"),
    ],
)
def test_another_matter_told_plainly_is_left_for(
    text: str, session: Session, topic: str, mean: Mean, snapshot: Snapshot
) -> None:
    said, alone = _weighed(text, session, snapshot)
    assert is_of_another(said, session, alone, snapshot)
    assert not adds_to_hand(said, session, alone, snapshot)
    intent = mean(text, session)
    assert isinstance(intent, Ask)
    assert topic in intent.topics


def test_work_told_with_its_days_is_told_for_a_sum(snapshot: Snapshot) -> None:
    said, alone = _weighed("我护理疑似12天，老公没碰病人，也上了12天", ELDERS, snapshot)
    assert points_to_another(said, ELDERS, alone, snapshot)
    said, alone = _weighed("我在发热门诊", ELDERS, snapshot)
    assert not points_to_another(said, ELDERS, alone, snapshot)


def test_a_sentence_of_nothing_that_matters_is_only_heard(mean: Mean, snapshot: Snapshot) -> None:
    said, alone = _weighed("我自己没工作", SUBSIDY, snapshot)
    assert only_says(said, SUBSIDY, alone, snapshot)
    assert mean("我自己没工作", SUBSIDY) == Told()
    assert mean("窗外下雪了", SUBSIDY) == Told()
    assert mean("我先去交班了", SUBSIDY) == Told()


def test_a_fragment_picks_from_what_was_listed(mean: Mean) -> None:
    intent = mean("就是看病报销的", replace(LISTED, region="hongqiao"))
    assert intent == Ask(("medical-costs",))
    assert mean("就是车接送的", LISTED) == Ask(("transport",))


@pytest.mark.parametrize("text", ["管病人", "护理确诊的", "我跟爱人都在抗疫，我采样她消杀", "4月又干了9天"])
def test_who_somebody_is_and_what_they_did_asks_nothing_yet(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Introduced)


def test_days_counted_are_no_distress(mean: Mean) -> None:
    assert not isinstance(mean("差不多三十来天的样子", SUBSIDY), Listened)
    assert isinstance(mean("差不多三十来天的样子", SUBSIDY), FollowUp)
