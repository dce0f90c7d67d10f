"""Read what was heard: each thing once."""

from __future__ import annotations

import pytest

from bot.compiled.keys import FigureHint, PartKey
from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.model.session import Pending, Session
from bot.model.tally import Doubt, Reason, Spell, Tally
from bot.understanding.hear import hear
from bot.understanding.naming import pointers
from bot.understanding.read import read
from bot.understanding.said import Act
from tests.understanding.conftest import Read

WAITS_FOR_DAYS = Session(region="jia", pending=Pending("days", ("ja-01",), "sum"))
WAITS_FOR_ROLE = Session(region="jia", pending=Pending("role", ("ja-01",), "sum"))


def test_places_facts_counts_and_sides_of_one_message(said: Read) -> None:
    found = said("我在甲县，在病房干了20天，补助一共多少")
    assert (found.region, found.spoken.own) == ("jia", True)
    assert dict(found.stated) == {"role": "ward"}
    assert [(spell.fact, spell.low, spell.high) for spell in found.counting.spells] == [("days", 20, 20)]
    assert found.facets == ("how-much",)


def test_what_is_named_only_to_be_passed_over_does_not_count(snapshot: Snapshot) -> None:
    found, alone = (
        read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
        for text in ("除了每天300那份补助，心理热线号码是多少", "除了每天300那份补助")
    )
    assert "rates" not in found.cues("hq-09", "point")
    assert "rates" in alone.cues("hq-09", "point")
    assert "补助" not in found.topical.text
    assert "热线" in found.topical.text
    assert FigureHint(300) in pointers(alone)
    assert FigureHint(300) not in pointers(found)


def test_what_is_set_aside_ends_where_more_is_asked_for(snapshot: Snapshot) -> None:
    found = read(hear("除开每天的补助还给什么好处", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert "补助" not in found.topical.text
    assert "好处" in found.topical.text


def test_a_part_of_a_measure_is_singled_out(said: Read) -> None:
    assert "paid" in said("补助几号发").cues("ja-01", "point")
    assert PartKey("ja-01", "unanswered", "0") in said("补助打到哪张卡").parts
    assert not said("补助多少").parts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("我是护士，补助多少", [Act.TELLS, Act.ASKS]),
        ("不对，是20天", [Act.CORRECTS, Act.TELLS]),
        ("更正，是20天", [Act.CORRECTS, Act.TELLS]),
        ("哦，不对，是20天", [Act.CORRECTS, Act.TELLS]),
        ("要是在病房呢，多少", [Act.SUPPOSES, Act.ASKS]),
        ("是20天，不对", [Act.TELLS, Act.TELLS]),
        ("在病房？", [Act.ASKS]),
    ],
)
def test_what_each_clause_does(text: str, acts: list[Act], said: Read) -> None:
    assert [clause.act for clause in said(text).clauses] == acts


def test_a_polite_opening_is_no_part_of_what_is_meant(said: Read) -> None:
    found = said("好的，请问补助多少")
    assert found.text[found.begin :] == "补助多少"


def test_the_saved_region_counts_where_no_other_is_named(said: Read) -> None:
    here = Session(region="jia")
    assert said("补助多少", here).region == "jia"
    assert said("乙市的补助多少", here).region == "yi"
    assert said("甲县和乙市的补助多少", here).region is None
    assert said("两地的补助多少", here).region is None


def test_a_number_alone_answers_a_question_for_one(said: Read) -> None:
    found = said("12", WAITS_FOR_DAYS)
    assert [(spell.fact, spell.low, spell.high) for spell in found.counting.spells] == [("days", 12, 12)]
    assert found.replies
    assert not said("12").counting.spells


def test_a_short_reply_answers_the_question_that_waits_and_no_other(said: Read) -> None:
    found = said("其他", WAITS_FOR_ROLE)
    assert dict(found.stated) == {"role": "other"}
    assert (found.replies, found.replies_in_words) == (True, True)
    assert not said("其他").stated


def test_not_knowing_is_an_answer(said: Read) -> None:
    assert dict(said("不清楚。", WAITS_FOR_ROLE).stated) == {"role": UNSURE}
    assert not said("不清楚").stated


def test_the_not_of_a_not_a_denies_nothing(snapshot: Snapshot) -> None:
    found = read(hear("有没有志愿者来家里，我老公在湖北", snapshot), Session(region="guangdong"), snapshot, 2020)
    assert found.stated.get("hubei-team") != "no"


def test_some_time_that_is_told_asks_for_none(snapshot: Snapshot) -> None:
    told, asked = (
        read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020).facets for text in ("这几天睡值班室", "几天到账")
    )
    assert ("when" in told, "when" in asked) == (False, True)


def test_whether_it_is_written_names_no_matter(snapshot: Snapshot) -> None:
    found = read(hear("就想问文件里写没写名额", snapshot), Session(region="guangdong"), snapshot, 2020)
    assert "文件" not in found.topical.text
    assert "名额" in found.topical.text


def test_another_question_is_no_reply(said: Read) -> None:
    assert not said("孩子上学能优先吗", WAITS_FOR_ROLE).replies


def test_what_was_said_before_coming_to_the_point_does_not_count(said: Read) -> None:
    assert said("上学，其实想问补助多少").topical.text == said("补助多少").topical.text


def test_a_bare_number_is_no_number_of_rounds_unless_they_are_asked_for(snapshot: Snapshot) -> None:
    waits = Tally(doubt=Doubt(Reason.HOW_OFTEN, "days", each=6, period=7))
    for fact, number in (("days", 24), ("months", 4)):
        session = Session(region="hongqiao", tally=waits, pending=Pending(fact, ("hq-18",), "sum"))
        found = read(hear("4", snapshot), session, snapshot, 2020)
        assert [(spell.fact, spell.low) for spell in found.counting.spells] == [(fact, number)]


def test_work_told_beside_days_off_is_stated(snapshot: Snapshot) -> None:
    found = read(hear("采样28天中间歇了4天", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert found.stated["role"] == "direct-contact"


def test_days_off_are_replied_to_only_while_they_are_asked_for(snapshot: Snapshot) -> None:
    tally = Tally((Spell("days", 28, 28),), doubt=Doubt(Reason.DAYS_OFF, "days", "6天", off=6))
    for pending, lows in ((Pending("days", ("hq-09",), "sum"), [6]), (None, [])):
        found = read(hear("在里面", snapshot), Session(region="hongqiao", tally=tally, pending=pending), snapshot, 2020)
        assert [spell.low for spell in found.counting.spells] == lows


def test_how_many_people_there_are_asks_for_no_figure(snapshot: Snapshot) -> None:
    said = read(hear("科里总共七个护士，一个月没歇了，有规定让休息吗", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert "how-much" not in said.facets
