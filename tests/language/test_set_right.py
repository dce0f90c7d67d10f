"""What a count is to another one."""

from __future__ import annotations

from bot.language.set_right import comes_to, in_other_words, joins_on, left_out


def test_corrections() -> None:
    assert comes_to("，应该是")
    assert not comes_to("，加上")
    assert left_out("漏算了")
    assert not left_out("扣掉")


def test_what_only_says_a_count_again() -> None:
    assert in_other_words("这")
    assert not in_other_words("，后来又")


def test_what_is_put_beside_a_count() -> None:
    assert joins_on("在病房9天，另外")
    assert not joins_on("在病房9天，从")
