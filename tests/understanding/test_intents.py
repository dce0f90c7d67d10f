"""What a message can want."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

import pytest

from bot.understanding.intents import Intent, Interpretation, Menu, Unreadable


@pytest.mark.parametrize("kind", get_args(Intent))
def test_each_is_a_frozen_value(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert not [f.name for f in fields(kind) if "list" in str(f.type) or "dict" in str(f.type)], "holds what can change"


def test_equal_wishes_are_equal() -> None:
    assert Menu("jia") == Menu("jia") != Menu("yi")
    assert Interpretation(Unreadable()) == Interpretation(Unreadable(), None, None)
