"""Which topics a region has something on."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.intents import Ask
from bot.understanding.regional import has_something, measures_on, provinces_of
from tests.understanding.conftest import Mean


def test_a_region_has_only_what_its_document_says(snapshot: Snapshot) -> None:
    assert has_something("guangdong", "phone-bill", snapshot)
    assert not has_something("hongqiao", "phone-bill", snapshot)
    assert has_something(None, "phone-bill", snapshot)


def test_measures_of_every_region_answer_where_it_is_unknown(snapshot: Snapshot) -> None:
    assert measures_on("insurance", "hongqiao", snapshot) == {"hq-20"}
    assert {"hq-20", "gd-09"} <= measures_on("insurance", None, snapshot)


def test_what_the_region_has_something_on_comes_before_what_it_has_nothing_on_and_is_little_better(mean: Mean) -> None:
    assert mean("突出贡献怎么认定，谁认定", Session(region="guangdong")) == Ask(("school-admission",))


def test_only_a_province_holds_the_towns_named_like_its_places(snapshot: Snapshot) -> None:
    assert provinces_of(snapshot) == {"guangdong"}
