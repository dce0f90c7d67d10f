"""What is worked out of a snapshot once."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.derived import derived, shared
from bot.compiled.snapshot import Snapshot


def test_it_is_worked_out_once_for_each_snapshot_and_view(small: Snapshot) -> None:
    built: list[str] = []

    @derived
    def version(snapshot: Snapshot) -> str:
        built.append(snapshot.version)
        return snapshot.version

    again = replace(small, version="again")
    assert [version(small), version(small), version(again)] == [small.version, small.version, "again"]
    assert built == [small.version, "again"]


def test_what_belongs_to_no_region_is_worked_out_once_for_a_snapshot_and_its_views(small: Snapshot) -> None:
    built: list[str] = []

    @shared
    def phrases(snapshot: Snapshot) -> int:
        built.append(snapshot.version)
        return len(snapshot.knowledge.phrases)

    again = replace(small, version="again")
    assert {phrases(seen) for seen in (small, small.seen_from({"jia"}), small.seen_from(()), again)} == {len(small.knowledge.phrases)}
    assert built == [small.version, "again"]
