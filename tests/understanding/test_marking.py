"""Where facts on which rates depend are heard: of one clause, of one person, and not of a time yet to come."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read


def _facts(snapshot: Snapshot, said: str) -> list[dict[str, str]]:
    """The facts of each spell that a message counts."""
    session = Session(region="hongqiao")
    counting = read(hear(said, snapshot), session, snapshot, 2020).counting
    return [dict(spell.facts) for spell in counting.spells]


@pytest.mark.parametrize(
    ("said", "team"),
    [
        ("去武汉之前我在本院采样6天，一共多少", ["no"]),
        ("支援湖北以前，我在红桥采样6天，补助多少", [None]),
        ("给湖北捐的口罩归我登记，我采样6天，补助多少", [None]),
        ("我给湖北回来的人量体温，没接触病人，9天，补助多少", [None]),
        ("在红桥采样4天，平常上班，后来去武汉医疗队采样11天，补助一共多少", [None, "yes"]),
        ("在本地采样3天，又跟队去武汉采样30天，回来就没再上班，一共多少", ["no", "yes"]),
    ],
)
def test_hubei_is_said_of_its_own_stage_alone(snapshot: Snapshot, said: str, team: list[str | None]) -> None:
    assert [facts.get("hubei-team") for facts in _facts(snapshot, said)] == team


@pytest.mark.parametrize(
    "said",
    ["我不进病房，在化验室验标本，26天，补助多少", "我在实验室测样本，见不着病人，26天，补助多少", "院感科的，不接触病人，26天，补助多少"],
)
def test_who_examines_samples_is_in_contact_whatever_they_do_not_see(snapshot: Snapshot, said: str) -> None:
    assert [facts.get("role") for facts in _facts(snapshot, said)] == ["direct-contact"]


def test_what_is_denied_of_one_stage_is_not_overruled_by_another(snapshot: Snapshot) -> None:
    roles = [facts.get("role") for facts in _facts(snapshot, "前面守路口没接触病人7天，后面到化验室验标本8天，补助一共多少")]
    assert roles == ["other-epidemic", "direct-contact"]
