"""Whether a clause asks that a cost be spared, borne or given back."""

from __future__ import annotations

import pytest

from bot.language.costs import cost_asked


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("干洗的钱谁来付", "的钱谁来付"),
        ("游泳卡可不可以打个折", "可不可以打个折"),
        ("洗车钱单位能报不", "能报"),
        ("滑雪票报不报", "报不报"),
        ("政府有没有补钱", "有没有补钱"),
        ("这个钱能补点吗", "钱能补"),
    ],
)
def test_the_words_that_ask_of_a_cost_are_found(clause: str, words: str) -> None:
    found = cost_asked(clause)
    assert found is not None
    assert clause[slice(*found)] == words


@pytest.mark.parametrize(
    "clause", ["有没有免费疗养", "能免试读中职吗", "谁出面处理", "工伤能报上吗", "一天补几块", "能减轻点负担吗"]
)
def test_other_words_do_not(clause: str) -> None:
    assert cost_asked(clause) is None
