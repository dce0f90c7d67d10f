"""A snapshot seen from some regions: what another region says, names or asks for is not in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.keys import FactHint
from bot.compiled.snapshot import Snapshot
from tests.authors.regions import with_copies, within


def test_a_view_has_its_regions_alone(small: Snapshot) -> None:
    view = small.seen_from({"jia"})
    assert [part.region.id for part in view.knowledge.regions] == ["jia"]
    assert {region for _, region in view.answers} == {"jia"}
    assert [part.region.id for part in view.everywhere] == ["jia", "yi"]


def test_words_of_other_regions_are_not_heard_but_their_places_are(small: Snapshot) -> None:
    view = small.seen_from({"yi"})
    assert view.language.analyse("找赵甲乙").ids("officer") == []
    assert small.language.analyse("找赵甲乙").ids("officer") == ["jia/赵甲乙"]
    assert view.language.analyse("我在甲县").ids("place") == ["jia"]


def test_what_belongs_to_no_region_is_worked_out_once(small: Snapshot) -> None:
    view = small.seen_from({"jia"})
    assert view.index is small.index
    assert view.signs is small.signs
    assert view is small.seen_from({"jia"})
    assert small.seen_from({"jia", "yi"}) is small


def test_what_is_worked_out_of_a_region_is_worked_out_once_for_all_who_look_at_it(small: Snapshot) -> None:
    fresh = replace(small)
    view = fresh.seen_from({"jia"})
    assert fresh.point_words["ja-01"] is view.point_words["ja-01"]
    assert fresh.cues["jia"] is view.cues["jia"]
    assert fresh.point_words.keys() > view.point_words.keys()


def test_a_changed_snapshot_has_views_of_its_own(small: Snapshot) -> None:
    view = small.seen_from({"jia"})
    changed = replace(small, version="another")
    assert changed.seen_from({"jia"}).version == "another"
    assert view.version == small.version


def test_the_regions_a_region_lies_in(small: Snapshot) -> None:
    nested = within(small, {"jia": "yi"})
    assert [part.region.id for part in nested.wider("jia")] == ["yi"]
    assert nested.wider("yi") == []
    assert not small.has_answer("hotline", "jia")
    assert nested.has_answer("hotline", "jia")
    assert not nested.has_answer("daily-subsidy", "yi")
    assert [part.region.id for part in nested.narrower[None]] == ["yi"]
    assert [part.region.id for part in nested.narrower["yi"]] == ["jia"]


def test_of_many_regions_none_is_looked_at_where_nobody_knows_which(small: Snapshot) -> None:
    crowded = with_copies(small, 2)
    nobody = crowded.seen_from(())
    assert crowded.crowded
    assert not small.crowded
    assert nobody.knowledge.regions == ()
    assert [part.region.id for part in nobody.in_sight] == ["jia", "yi", "yi0", "yi1"]
    assert nobody.hints[FactHint("role")] == small.hints[FactHint("role")]
    assert nobody.document_years == small.document_years
    assert [part.region.id for part in crowded.seen_from({"jia"}).in_sight] == ["jia"]


def test_the_view_looked_at_longest_ago_goes_first(small: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.compiled.snapshot._VIEWS", 2)
    fresh = with_copies(small, 1)
    jia, yi = fresh.seen_from({"jia"}), fresh.seen_from({"yi"})
    assert fresh.seen_from({"jia"}) is jia
    fresh.seen_from({"yi0"})
    assert fresh.seen_from({"jia"}) is jia
    assert fresh.seen_from({"yi"}) is not yi


def test_views_are_kept_until_there_is_no_more_room(small: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.compiled.snapshot._VIEWS", 4)
    crowded = with_copies(small, 2)
    views = [crowded.seen_from({region}) for region in ("jia", "yi", "yi0", "yi1")]
    assert [crowded.seen_from({region}) for region in ("jia", "yi", "yi0", "yi1")] == views
