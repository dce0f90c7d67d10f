"""Work that goes on, or does not, to a count that names none."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, Shown, shown


def test_what_is_said_of_one_month_is_not_of_the_month_before(read: Read) -> None:
    counting = read("2月采样12天，3月6天，4月去药房了，在药房5天，一共")
    roles = ["direct-contact", "direct-contact", "other-epidemic"]
    assert [(s.low, dict(s.facts)["role"]) for s in counting.spells] == list(zip([12, 6, 5], roles, strict=True))


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("2月4号到10号在隔离病房，后来18号到25号又进去一回", [(7, 7, "", 1, D), (8, 8, "", 1, D)]),
        ("采样先8天，休整完又11天", [(8, 8, "", 1, D), (11, 11, "", 1, D)]),
        ("去武汉采样45天，回来隔离14天", [(45, 45, "", 1, D)]),
    ],
)
def test_work_goes_on_until_other_work_is_told(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("采样先8天，后来派我去楼下帮工，9天，一共多少", ["direct-contact", None]),
    ],
)
def test_each_stretch_has_the_work_told_in_its_own_clause(said: str, roles: list[str | None], read: Read) -> None:
    assert [dict(spell.facts).get("role") for spell in read(said).spells] == roles
