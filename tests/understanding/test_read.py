"""Read what was heard: each thing once."""

from __future__ import annotations

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.model.session import Pending, Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from tests.understanding.conftest import Read

WAITS_FOR_ROLE = Session(region="jia", pending=Pending("role", ("ja-01",), "sum"))


def test_places_facts_counts_and_sides_of_one_message(said: Read) -> None:
    found = said("我在甲县，在病房干了20天，补助一共多少")
    assert (found.region, found.spoken.own) == ("jia", True)
    assert dict(found.stated) == {"role": "ward"}
    assert [(spell.fact, spell.low, spell.high) for spell in found.counting.spells] == [("days", 20, 20)]
    assert found.facets == ("how-much",)


def test_a_part_of_a_measure_is_singled_out(said: Read) -> None:
    assert "paid" in said("补助几号发").cues("ja-01", "point")
    assert PartKey("ja-01", "unanswered", "0") in said("补助打到哪张卡").parts
    assert not said("补助多少").parts


def test_the_saved_region_counts_where_no_other_is_named(said: Read) -> None:
    here = Session(region="jia")
    assert said("补助多少", here).region == "jia"
    assert said("乙市的补助多少", here).region == "yi"
    assert said("甲县和乙市的补助多少", here).region is None
    assert said("两地的补助多少", here).region is None


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


def test_another_question_is_no_reply(said: Read) -> None:
    assert not said("孩子上学能优先吗", WAITS_FOR_ROLE).replies


def test_how_many_people_there_are_asks_for_no_figure(snapshot: Snapshot) -> None:
    said = read(hear("科里总共七个护士，一个月没歇了，有规定让休息吗", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert "how-much" not in said.facets
