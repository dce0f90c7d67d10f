"""Several spells in one breath: how they are named and numbered."""

from __future__ import annotations

import pytest

from bot.language.rounds_and_parts import BY_ORDER, ONE, SO_MANY


@pytest.mark.parametrize(
    ("text", "group", "value"), [("第二轮是9天", "number", "二"), ("前面那段错了", "first", "前面"), ("后一趟", "last", "后")]
)
def test_a_spell_is_named_by_its_order(text: str, group: str, value: str) -> None:
    found = BY_ORDER.search(text)
    assert found is not None
    assert found[group] == value


def test_spells_are_numbered() -> None:
    found = SO_MANY.search("去了三趟")
    assert found is not None
    assert found["number"] == "三"
    assert SO_MANY.search("第三趟") is None
    assert ONE.search("一回")
