"""How much speaks for a covered topic, and for which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Remembered, Session
from bot.understanding import margin
from bot.understanding.margin import margin_of, named_outright
from bot.understanding.said import Said
from tests.understanding.conftest import MeanMargin, Read

NOBODY = Session()


def best(said: Said, session: Session, snapshot: Snapshot) -> str:
    """The covered topic most speaks for."""
    return margin_of(said, session, snapshot).covered[0].column.id


def test_a_covered_question_is_told_from_one_that_is_not(said: Read, small: Snapshot) -> None:
    covered, other = (margin_of(said(text), NOBODY, small) for text in ("心理热线号码", "明天下雨吗"))
    assert covered.margin > small.weights.sure
    assert other.margin < small.weights.doubtful
    assert other.others[0].column.id == "weather"


def test_what_is_counted_points_to_the_topic_that_pays_by_it(said: Read, small: Snapshot) -> None:
    found = margin_of(said("20天多少"), NOBODY, small)
    assert found.covered[0].column.id == "daily-subsidy"
    assert "“days”指向 daily-subsidy" in found.pointing
    assert margin_of(said("多少"), NOBODY, small).margin < found.margin


def test_a_number_that_may_be_anything_outweighs_no_topic_that_is_named(said: Read, small: Snapshot) -> None:
    assert margin_of(said("我爸七十八了，心理热线号码"), NOBODY, small).covered[0].column.id == "hotline"


def test_a_named_figure_points_to_its_topic(said: Read, small: Snapshot) -> None:
    assert "“300”指向 daily-subsidy" in margin_of(said("那300块呢"), NOBODY, small).pointing


def test_a_region_without_the_topic_is_not_pointed_to(said: Read, small: Snapshot) -> None:
    assert margin_of(said("20天多少", Session(region="yi")), NOBODY, small).pointing == ()


@pytest.mark.parametrize("topic", ["hotline", "school"])
def test_the_matter_in_hand_counts_more_where_the_message_leans_on_it(topic: str, said: Read, small: Snapshot) -> None:
    session = Session(topics=(topic,))
    plain, leaning = (
        next(s.total for s in margin_of(said(text), session, small).covered if s.column.id == topic)
        - next(s.total for s in margin_of(said(text), NOBODY, small).covered if s.column.id == topic)
        for text in ("号码找谁", "那号码找谁")
    )
    assert plain == pytest.approx(small.weights.in_hand, abs=1.5)
    assert leaning > plain


def test_strange_words_take_away(said: Read, small: Snapshot) -> None:
    found = said("补助多少")
    strange = replace(found, topical=replace(found.topical, features=(*found.topical.features, "w量子", "w力学")))
    assert margin_of(strange, NOBODY, small).strange == 2
    assert margin_of(strange, NOBODY, small).margin < margin_of(found, NOBODY, small).margin


def test_a_wish_for_everything_is_never_named_outright(said: Read, small: Snapshot) -> None:
    found = margin_of(said("我能享受什么待遇"), NOBODY, small)
    assert "entitlements-overview" not in named_outright(found, small)


def test_what_sounds_like_no_question_takes_off(mean_margin: MeanMargin) -> None:
    asks, remarks = mean_margin("孩子上学能优先吗"), mean_margin("科里那台咖啡机换豆子了，香")
    assert asks.unlike == 0
    assert remarks.unlike > 0
    assert remarks.surely == remarks.margin - remarks.unlike


def test_nothing_is_taken_off_while_a_matter_is_in_hand(mean_margin: MeanMargin) -> None:
    assert mean_margin("科里那台咖啡机换豆子了，香", Session(region="hongqiao", topics=("daily-subsidy",))).unlike == 0


def test_what_was_told_before_speaks_for_what_pays_by_it(mean_margin: MeanMargin) -> None:
    told = Session(region="hongqiao", facts=(Remembered("role", "direct-contact", "2020-03-01"),))
    fresh, after = mean_margin("三月份一共补多少"), mean_margin("三月份一共补多少", told)
    assert after.covered[0].column.id == "daily-subsidy"
    assert after.margin > fresh.margin
    assert mean_margin("谁发", told) == mean_margin("谁发")


def test_what_only_tells_points_less_beside_a_plain_question(mean_margin: MeanMargin) -> None:
    here = Session(region="hongqiao")
    asks = mean_margin("在隔离病房护理确诊病人三十天了，屋里老人都好。想问公开招聘非编护士优先聘用吗", here)
    tells = mean_margin("在隔离病房护理确诊病人三十天了", here)
    assert asks.covered[0].column.id == "permanent-post"
    assert tells.covered[0].column.id == "daily-subsidy"


def test_of_two_near_topics_the_one_worded_like_what_is_asked_comes_first(
    said: Read, small: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = said("补助和热线找谁")
    near = replace(small, weights=replace(small.weights, near=1_000.0))
    monkeypatch.setattr(margin, "told_apart", lambda *_: 0.0)
    first, second = (scored.column for scored in margin_of(text, NOBODY, near).covered[:2])
    monkeypatch.setattr(margin, "told_apart", lambda *_: -10_000.0)
    turned = margin_of(text, NOBODY, near)
    assert [scored.column for scored in turned.covered[:2]] == [second, first]
    assert turned.covered[0].total >= turned.covered[1].total
    far = replace(small, weights=replace(small.weights, near=0.0))
    assert margin_of(text, NOBODY, far).covered[0].column == first
    assert margin_of(text, Session(topics=(first.id,)), near).covered[0].column == first


def test_where_the_team_is_points_to_nothing_by_itself(mean_margin: MeanMargin) -> None:
    found = mean_margin("老公在武汉支援，家里的老人谁来照看", Session(region="guangdong"))
    assert not any("in-hubei" in told for told in found.pointing)


def test_what_was_spoken_of_before_speaks_a_little_for_its_topic(mean_margin: MeanMargin) -> None:
    def score(session: Session) -> float:
        found = mean_margin("加薪受不受调控线限制", session).covered
        return next(s.total - s.phrasing for s in found if s.column.id == "salary-raise")

    here = Session(region="hongqiao")
    assert score(replace(here, earlier=("salary-raise",))) > score(here)
