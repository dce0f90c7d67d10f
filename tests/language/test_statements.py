"""How statements of answers open and end."""

from __future__ import annotations

import pytest

from bot.language.statements import answers_yes_or_no, decides, sends_to, spares
from bot.language.unwritten import is_silent


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
