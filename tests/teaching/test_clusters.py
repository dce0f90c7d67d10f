"""Unanswered questions in clusters, with the topics they may belong to."""

from __future__ import annotations

from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.teaching.clusters import Question, clusters, nearest_topics

TODAY = date(2020, 3, 1)


def test_alike_questions_stand_together_the_largest_cluster_first() -> None:
    texts = ["班车几点开", "食堂饭卡在哪充值", "班车几点开呀", "请问班车几点开"]
    found = clusters(Question(number, text, TODAY) for number, text in enumerate(texts))
    assert [[question.text for question in cluster.questions] for cluster in found] == [
        ["班车几点开", "班车几点开呀", "请问班车几点开"],
        ["食堂饭卡在哪充值"],
    ]


def test_the_nearest_topics_are_those_the_bot_would_offer(snapshot: Snapshot) -> None:
    assert nearest_topics("一天补多少", snapshot, TODAY)[:1] == ("daily-subsidy",)
