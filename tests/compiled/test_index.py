"""Phrasings compiled: how typical each feature is of each topic."""

from __future__ import annotations

import numpy as np
import pytest

from bot.compiled.index import Index, Labelled, build_index
from bot.compiled.keys import Column

SUBSIDY, HOTLINE, WEATHER = Column("topic", "subsidy"), Column("topic", "hotline"), Column("outside", "weather")
SAID = [
    Labelled(SUBSIDY, "补助多少", ("w补助", "w多少", "b补助")),
    Labelled(SUBSIDY, "补助怎么发", ("w补助", "w怎么", "b补助", "b怎么")),
    Labelled(HOTLINE, "热线多少", ("w热线", "w多少")),
    Labelled(WEATHER, "下雨", ("w下雨",)),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(SAID)


def test_there_is_a_column_for_each_topic_and_its_phrasings_with_it(index: Index) -> None:
    assert set(index.topics) == {SUBSIDY, HOTLINE, WEATHER}
    assert index.phrasings[index.column_of[SUBSIDY]] == ("补助多少", "补助怎么发")
    assert index.evidence.shape == (len(index.row_of), 2 * len(index.topics) + 1)


def test_pairs_seen_once_are_left_out_and_words_never(index: Index) -> None:
    assert "b怎么" not in index.row_of
    assert {"b补助", "w怎么", "w下雨"} <= index.row_of.keys()
    assert index.rows(["w补助", "b怎么"]) == [index.row_of["w补助"], None]


def test_each_feature_has_the_topic_it_is_most_typical_of(index: Index) -> None:
    assert index.topics[index.best[index.row_of["w热线"]]] == HOTLINE
    assert index.degree.tolist() == index.contrast.max(axis=1).tolist()
    assert index.best.tolist() == index.contrast.argmax(axis=1).tolist()


def test_an_even_feature_counts_nothing(index: Index) -> None:
    topics = len(index.topics)
    assert np.allclose(index.evidence[:, :topics].sum(axis=1), 0, atol=1e-5)
    assert np.allclose(index.evidence[:, topics : 2 * topics].sum(axis=1), 0, atol=1e-5)


def test_a_word_is_most_typical_of_the_topic_it_is_used_for(index: Index) -> None:
    contrast = index.contrast[index.row_of["w热线"]]
    assert index.topics[int(contrast.argmax())] == HOTLINE


def test_only_what_is_typical_enough_is_plain(index: Index) -> None:
    known = [index.typical(index.row_of[word]) for word in ("w下雨", "w多少")]
    least = known[0][1]
    assert index.plain(["w下雨", "w没见过", "w多少"], least) == [found for found in known if found[1] >= least]
    assert index.plain(["w没见过"], 0.0) == []


def test_the_last_column_tells_covered_questions_from_others(index: Index) -> None:
    assert index.evidence[index.row_of["w补助"], -1] > 0 > index.evidence[index.row_of["w下雨"], -1]


def test_compiling_twice_gives_the_same(index: Index) -> None:
    again = build_index(SAID)
    assert again.row_of == index.row_of
    assert np.array_equal(again.evidence, index.evidence)
