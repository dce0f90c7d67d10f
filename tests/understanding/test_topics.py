"""Topics are ranked by what is typical of them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.index import Index, Labelled, build_index
from bot.compiled.keys import Column
from bot.compiled.weights import WEIGHTS
from bot.understanding.topics import rank, told_apart

SAID = {
    "subsidy": ["补助 多少", "一天 补 多少", "补助 怎么 发", "每天 津贴 多少"],
    "school": ["孩子 上学 优先", "幼儿园 优先", "孩子 入学 安排"],
    "hotline": ["心理 热线 号码", "睡不着 打 电话", "心理 咨询 电话"],
    "weather": ["明天 下雨", "今天 多少 度"],
}


def words(text: str) -> tuple[str, ...]:
    """Features of a text of ready-cut words."""
    return tuple("w" + word for word in text.split())


def column(topic: str) -> Column:
    """The weather is outside; the rest is covered."""
    return Column("outside" if topic == "weather" else "topic", topic)


def built() -> Index:
    """An index of a dozen phrasings."""
    return build_index(
        [Labelled(column(topic), said.replace(" ", ""), words(said)) for topic in SAID for said in SAID[topic]]
    )


@pytest.fixture(scope="module")
def index() -> Index:
    return built()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("补助 多少", "subsidy"),
        ("孩子 优先", "school"),
        ("心理 电话", "hotline"),
        ("明天 度", "weather"),
        ("津贴", "subsidy"),
    ],
)
def test_the_typical_topic_comes_first(text: str, topic: str, index: Index) -> None:
    ranking = rank(words(text), text.replace(" ", ""), index)
    assert ranking.scored[0].column == column(topic)
    totals = [scored.total for scored in ranking.scored]
    assert totals == sorted(totals, reverse=True)


def test_words_nobody_used_rank_nothing(index: Index) -> None:
    assert rank(words("量子 力学"), "量子力学", index).scored == ()
    assert rank((), "", index).scored == ()


def test_strange_words_are_counted(index: Index) -> None:
    assert rank(words("补助 量子 力学"), "补助量子力学", index).strange == 2


def test_scope_tells_covered_questions_from_others(index: Index) -> None:
    assert rank(words("孩子 上学"), "孩子上学", index).scope > rank(words("明天 下雨"), "明天下雨", index).scope


def test_what_is_known_besides_the_words_counts(index: Index) -> None:
    assert rank(words("多少"), "多少", index, {column("weather"): 9.0}).scored[0].column.id == "weather"
    assert rank(words("多少"), "多少", index, {column("subsidy"): 9.0}).scored[0].column.id == "subsidy"


def test_kinds_of_evidence_can_be_left_out(index: Index) -> None:
    silent = replace(WEIGHTS, contrast=0.0, profile=0.0, phrasing=0.0)
    none = rank(words("补助 多少"), "补助多少", index, weights=silent)
    assert {scored.total for scored in none.scored} == {0.0}
    fuzzy = rank(words("补助 多少"), "补助多少", index, weights=replace(silent, phrasing=1.0))
    assert fuzzy.scored[0].column.id == "subsidy"
    assert all(scored.total == scored.phrasing for scored in fuzzy.scored)


def test_the_same_phrasings_give_the_same_index(index: Index) -> None:
    again = built()
    assert again.topics == index.topics
    assert np.array_equal(again.evidence, index.evidence)


@given(
    st.lists(st.sampled_from([word for said in SAID.values() for text in said for word in text.split()]), max_size=8)
)
def test_scores_are_finite_and_the_order_of_words_does_not_matter(index: Index, tokens: list[str]) -> None:
    text = "".join(tokens)
    forward = rank(tuple("w" + token for token in tokens), text, index)
    backward = rank(tuple("w" + token for token in reversed(tokens)), text, index)
    assert all(math.isfinite(scored.total) for scored in forward.scored)
    assert {s.column: round(s.total, 3) for s in forward.scored} == {s.column: round(s.total, 3) for s in backward.scored}


def test_two_near_topics_are_told_apart_by_what_only_one_is_asked_with() -> None:
    visits, money = ("慰问来几次", "谁来慰问", "慰问信寄到哪"), ("慰问金多少", "慰问的钱几号发", "慰问金打到哪")
    assert told_apart("慰问的钱打到哪", visits, money) < 0 < told_apart("慰问信谁来写", visits, money)
    assert told_apart("天气", visits, money) == 0
