"""Things listed with a particle behind each."""

from __future__ import annotations

import pytest

from bot.language.listing_particles import particle_joins


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("热线啊辅导啊都有吗", ["啊"]),
        ("吃的也好住的也好谁管", ["也好"]),
        ("保险呀补助呀慰问呀有没有", ["呀", "呀"]),
        ("好啊，那保险呢", []),
        ("真累啊。谁管啊", []),
    ],
)
def test_a_particle_joins_things_that_have_the_same(text: str, joined: list[str]) -> None:
    assert [text[slice(*span)] for span in particle_joins(text)] == joined
