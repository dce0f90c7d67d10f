"""Whether words put a name in charge."""

from __future__ import annotations

import pytest

from bot.language.in_charge import is_of_an_office, looks_after, puts_in_charge, speaks_of_charge


@pytest.mark.parametrize(
    ("text", "name", "charge"),
    [
        ("慰问归总工会管吗", "总工会", True),
        ("这事由民政局牵头吗", "民政局", True),
        ("是不是张三负责", "张三", True),
        ("民政局也负责吗", "民政局", True),
        ("我们主任是张三吗", "张三", False),
        ("由教育局发通知吗", "教育局", False),
        ("财政局的钱到了吗", "财政局", False),
    ],
)
def test_who_is_put_in_charge(text: str, name: str, charge: bool) -> None:
    start = text.index(name)
    assert puts_in_charge(text, start, start + len(name)) is charge


def test_what_a_name_is_asked_to_look_after() -> None:
    assert looks_after("民政局管不管", 3)
    assert not looks_after("民政局管家服务", 3)


def test_charge_spoken_of_and_only_whose_somebody_is() -> None:
    assert speaks_of_charge("牵头的是谁")
    assert is_of_an_office("他是教育局的吧", 5)
    assert not is_of_an_office("他是教育局牵头的吗", 5)
