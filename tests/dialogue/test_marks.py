"""What was told since the topic opened, as marks."""

from __future__ import annotations

import pytest

from bot.dialogue.findings import Judgment, Leaves, Page
from bot.dialogue.marks import said_after, said_before
from bot.model.session import Session

TOLD = Session(topics=("daily-subsidy",), measures=("ja-01",), said=(1, 2))


@pytest.mark.parametrize(
    ("leaves", "known"),
    [
        (Leaves(), (1, 2)),
        (Leaves(("daily-subsidy",), ("ja-01",)), (1, 2)),
        (Leaves(("school",), ("ja-02",)), ()),
        (Leaves(("school",), ("ja-02", "ja-01")), (1, 2)),
        (Leaves(("daily-subsidy",), ()), (1, 2)),
        (Leaves(("hotline",), ()), ()),
    ],
)
def test_another_matter_begins_with_nothing_said(leaves: Leaves, known: tuple[int, ...]) -> None:
    assert said_before(TOLD, Judgment(Page("help"), leaves)) == known


def test_marks_are_kept_once_and_the_oldest_go_first() -> None:
    assert said_after((1, 2), (2, 3)) == (1, 2, 3)
    many = said_after(tuple(range(200)), (500,))
    assert many[-1] == 500
    assert len(many) < 200
    assert 0 not in many
