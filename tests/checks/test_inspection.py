"""What checks go through is gone through once, however many checks there are."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.checks import inspection
from bot.checks.all_checks import check_knowledge
from bot.reading.parse import read_folder
from tests.authors.folders import BASE


@pytest.mark.parametrize("gathering", ["leaves", "conditions"])
def test_a_value_is_gone_through_once_for_all_checks(gathering: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gather, seen = getattr(inspection, gathering), Counter[int]()
    reading = read_folder(BASE)

    def noted(value: object) -> object:
        seen[id(value)] += 1
        return gather(value)

    monkeypatch.setattr(inspection, gathering, noted)
    check_knowledge(reading)
    assert set(seen.values()) == {1}
