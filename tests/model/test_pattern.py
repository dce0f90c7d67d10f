"""Groups of patterns, and lists that are only named: read as each of their patterns by itself."""

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


def test_a_list_that_is_named_is_read_as_if_it_stood_there() -> None:
    lists = {"idle": ("上头 不理 !理不理", "装聋"), "other": ("别的",)}
    named = ("没修", {"shared": "idle"}, {"any": ("甲",), "unless": ("乙",)})
    assert _READER.validate_python(named, context={"shared": lists}) == ("没修", "上头 不理 !理不理", "装聋", "甲 !乙")


@pytest.mark.parametrize(
    ("context", "message"), [({"shared": {"idle": ("装聋",)}}, "没有叫“idel”的共用说法"), (None, "不能再用另一份")]
)
def test_a_name_that_leads_to_no_list_is_refused(context: dict[str, Any] | None, message: str) -> None:
    with pytest.raises(ValidationError, match=message) as caught:
        _READER.validate_python(("没修", {"shared": "idel"}), context=context)
    assert caught.value.errors()[0]["loc"][0] == 1


def test_any_name_may_be_right_while_a_list_could_not_be_read() -> None:
    assert _READER.validate_python(({"shared": "idle"},), context={"shared": None}) == ("idle",)
