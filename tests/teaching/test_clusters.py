"""Unanswered questions in clusters, with the topics they may belong to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rapidfuzz import process

from bot.compiled.snapshot import Snapshot
from bot.teaching.clusters import Question, clusters, nearest_topics

TODAY = date(2020, 3, 1)
process_cdist = process.cdist


def test_alike_questions_stand_together_the_largest_cluster_first() -> None:
    texts = ["班车几点开", "食堂饭卡在哪充值", "班车几点开呀", "请问班车几点开"]
    found = clusters(Question(number, text, TODAY) for number, text in enumerate(texts))
    assert [[question.text for question in cluster.questions] for cluster in found] == [
        ["班车几点开", "班车几点开呀", "请问班车几点开"],
        ["食堂饭卡在哪充值"],
    ]


def test_the_nearest_topics_are_those_the_bot_would_offer(snapshot: Snapshot) -> None:
    assert nearest_topics("一天补多少", snapshot, TODAY)[:1] == ("daily-subsidy",)


def test_all_are_compared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing them one by one took ten seconds for two thousand."""
    sizes: list[int] = []

    def cdist(queries: list[str], *args: Any, **options: Any) -> Any:
        sizes.append(len(queries))
        return process_cdist(queries, *args, **options)

    monkeypatch.setattr(process, "cdist", cdist)
    found = clusters(Question(number, f"第{number}路班车几点开", TODAY) for number in range(2_000))
    assert sizes == [2_000]
    assert sum(len(cluster.questions) for cluster in found) == 2_000


def test_marks_and_blanks_do_not_tell_questions_apart() -> None:
    (cluster,) = clusters([Question(1, "班车几点？", TODAY), Question(2, " 班车 几点 ", TODAY)])
    assert cluster.text == "班车几点？"


def test_nothing_stored_is_no_cluster() -> None:
    assert clusters([]) == []
