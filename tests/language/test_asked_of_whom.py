"""Of whom the same is asked."""

from __future__ import annotations

import pytest

from bot.language.asked_of_whom import asks_of_the_one_told, asks_of_those


@pytest.mark.parametrize(
    ("text", "those", "told"),
    [
        ("那湖北那边的队呢", True, False),
        ("我老婆是护士，她呢", False, True),
        ("那我爱人呢？", True, False),
        ("补助多少", False, False),
    ],
)
def test_the_same_asked_of_somebody_else(text: str, those: bool, told: bool) -> None:
    assert (asks_of_those(text), asks_of_the_one_told(text)) == (those, told)
