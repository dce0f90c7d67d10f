"""How statements of answers open and end."""

from __future__ import annotations

import pytest

from bot.language.statements import (
    answers_yes_or_no,
    before_colon,
    behind_label,
    closed,
    decides,
    is_silent,
    open_ended,
    sends_to,
    shortened,
    spares,
)


@pytest.mark.parametrize(
    ("text", "silent", "answers", "decided"),
    [
        ("文件没写多少钱。", True, True, False),
        ("能：一人一份。", False, True, True),
        ("不算：只看本院。", False, True, True),
        ("要看住在哪里。", False, True, False),
        ("每天发一次。", False, False, False),
    ],
)
def test_what_a_statement_says_first(text: str, silent: bool, answers: bool, decided: bool) -> None:
    assert (is_silent(text), answers_yes_or_no(text), decides(text)) == (silent, answers, decided)


def test_whom_to_ask_and_what_is_not_needed() -> None:
    assert sends_to("问区教育局。")
    assert spares("不用带材料。")
    assert not spares("带材料。")


def test_statements_are_joined_to_what_stands_around_them() -> None:
    assert behind_label("看住处：本区的才行：别处不行。") == "看住处，本区的才行：别处不行。"
    assert before_colon("住在哪里：本区的才行") == "住在哪里"
    assert open_ended("一人一份。") == "一人一份"
    assert [closed(text) for text in ("一人一份", "您在哪里？")] == ["一人一份。", "您在哪里？"]


def test_a_long_statement_is_shortened_at_a_sentence_or_a_pause() -> None:
    assert shortened("短。", 20) == "短。"
    assert shortened("甲" * 9 + "。" + "乙" * 9 + "。", 12) == "甲" * 9 + "。"
    assert shortened("甲" * 9 + "，" + "乙" * 9, 12) == "甲" * 9 + "……"
    assert len(shortened("甲" * 30, 12)) == 12
