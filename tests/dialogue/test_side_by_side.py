"""A message with two questions gets two answers, in the order asked."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("意外险保多少，烈士怎么评", ("hq-20", "hq-23")),
        ("烈士怎么评，意外险保多少", ("hq-23", "hq-20")),
        ("心理热线有吗？另外工伤几天能认定", ("hq-06", "hq-11")),
        ("体检谁安排、意外险保多少", ("hq-04", "hq-20")),
    ],
)
def test_two_questions(text: str, measures: tuple[str, ...], start: Start) -> None:
    assert start("hongqiao").say(text).measures == measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("没立过功也没得过嘉奖，能直接报正高吗", "hq-14"),
        ("我在发热门诊上班，家里有老人，意外险保多少", "hq-20"),
        ("夜班下来都两点几了，谁管我睡在哪儿", "hq-01"),
    ],
)
def test_what_is_only_told_is_no_second_question(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures == (measure,)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("防疫津贴同每天的补助是同一笔吗", ("hq-13", "hq-09")),
        ("意外险和工伤待遇冲突吗", ("hq-20", "hq-11")),
        ("调休和带薪休假差别在哪，有什么区别", ("hq-02", "hq-03")),
        ("慰问金、烈士评定各由谁管", ("hq-18", "hq-23")),
    ],
)
def test_two_things_side_by_side(text: str, measures: tuple[str, ...], start: Start) -> None:
    assert start("hongqiao").say(text).measures == measures


def test_people_side_by_side_are_no_two_questions(start: Start) -> None:
    assert start("hongqiao").say("我和我爱人都在一线，慰问金能不能都领").measures == ("hq-18",)
