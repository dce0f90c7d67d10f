"""How statements are joined, closed and shortened."""

from __future__ import annotations

from bot.language.punctuation import before_colon, behind_label, closed, open_ended, shortened


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
