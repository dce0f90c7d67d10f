"""What was told of people before their days were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.model.session import Remembered, SaidOf, Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.told_before import under_their_own
from tests.understanding.conftest import YEAR

DECIDING = frozenset({"role", "hubei-team"})
TOLD = date(2020, 3, 1)
MOTHER_IN_HAND = replace(
    Session(region="hongqiao", worker="mother", staff=("mother",)).remember({"role": "direct-contact"}, TOLD),
    others=(SaidOf("father", Remembered("role", "other-epidemic", TOLD.isoformat())),),
)


def _roles(text: str, session: Session, snapshot: Snapshot) -> list[str | None]:
    said = read(hear(text, snapshot), session, snapshot, YEAR)
    return [dict(spell.facts).get("role") for spell in under_their_own(said.counting, said, session, DECIDING).spells]


def test_each_one_s_days_go_under_what_was_told_of_them(snapshot: Snapshot) -> None:
    assert _roles("我妈12天，我爸16天，一共多少补助", MOTHER_IN_HAND, snapshot) == ["direct-contact", "other-epidemic"]


def test_what_is_said_with_the_days_stands(snapshot: Snapshot) -> None:
    assert _roles("我爸后来也在隔离病房护理了16天，补助多少", MOTHER_IN_HAND, snapshot) == ["direct-contact"]


def test_of_one_person_nothing_is_put_to_the_days(snapshot: Snapshot) -> None:
    alone = replace(MOTHER_IN_HAND, others=())
    assert _roles("我妈12天，我爸16天，一共多少补助", alone, snapshot) == [None, None]


def test_a_count_of_two_is_once_for_each_of_two_told_of(snapshot: Snapshot) -> None:
    own = Session(region="hongqiao", worker="self", staff=("self",)).remember({"role": "direct-contact"}, TOLD)
    both = replace(own, others=(SaidOf("sibling", Remembered("role", "other-epidemic", TOLD.isoformat())),))
    assert _roles("俩人都干了16天，一共多少补助", both, snapshot) == ["direct-contact", "other-epidemic"]
    assert _roles("我弟干了16天，他多少", both, snapshot) == ["other-epidemic"]
