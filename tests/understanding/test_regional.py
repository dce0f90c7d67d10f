"""Which topics a region has something on."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.understanding.regional import has_something, measures_on


def test_a_region_has_only_what_its_document_says(snapshot: Snapshot) -> None:
    assert has_something("guangdong", "phone-bill", snapshot)
    assert not has_something("hongqiao", "phone-bill", snapshot)
    assert has_something(None, "phone-bill", snapshot)


def test_measures_of_every_region_answer_where_it_is_unknown(snapshot: Snapshot) -> None:
    assert measures_on("insurance", "hongqiao", snapshot) == {"hq-20"}
    assert {"hq-20", "gd-09"} <= measures_on("insurance", None, snapshot)
