"""Groups of patterns: read as each of them with what they share at its end."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.language.patterns import parse_pattern
from bot.model.pattern import Patterns

_READER: TypeAdapter[tuple[str, ...]] = TypeAdapter(Patterns)


def test_a_group_is_read_as_its_patterns_in_their_place() -> None:
    grouped = ("我卖菜", {"any": ("我 开 店", "我 卖 的 !票"), "unless": ("医院",), "unless_anywhere": ("<medic>", "实习")}, "摆摊")
    assert _READER.validate_python(grouped) == (
        "我卖菜",
        "我 开 店 !医院 !!<medic> !!实习",
        "我 卖 的 !票 !医院 !!<medic> !!实习",
        "摆摊",
    )


def test_what_a_group_shares_is_forbidden_as_if_each_said_so() -> None:
    (source,) = _READER.validate_python(({"any": ("= 管 院感",), "unless": ("保洁",), "unless_anywhere": ("<ward>",)},))
    assert parse_pattern(source) == parse_pattern("= 管 院感 !保洁 !!<ward>")


def test_what_was_read_can_be_read_again() -> None:
    once = _READER.validate_python(({"any": ("甲", "乙"), "unless": ("丙",)},))
    assert _READER.validate_python(once) == once == ("甲 !丙", "乙 !丙")


@pytest.mark.parametrize(
    "group",
    [
        {"any": ("甲",)},
        {"any": (), "unless": ("乙",)},
        {"unless": ("乙",)},
        {"any": ("甲",), "unless": ("!乙",)},
        {"any": ("甲",), "unless": ("乙 丙",)},
        {"any": ("甲",), "unless_anywhere": ("^",)},
        {"any": ({"any": ("甲",), "unless": ("乙",)},), "unless": ("丙",)},
        {"any": ("甲",), "unless": ("乙",), "all": ("丙",)},
    ],
)
def test_a_malformed_group_is_refused(group: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _READER.validate_python((group,))
