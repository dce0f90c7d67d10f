"""Made regions are sound and like no other; what the benchmark measures with few of them is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.growth import Row, measure, told
from benchmarks.made_regions import made_id, make_folder, touch_one
from bot.checks.all_checks import check_knowledge
from bot.reading.parse import read_folder
from bot.settings import shipped_knowledge
from tests.authors.folders import BASE


def test_made_regions_are_sound_and_differ(tmp_path: Path) -> None:
    reading = read_folder(make_folder(shipped_knowledge(), tmp_path / "made", 4))
    assert check_knowledge(reading) == []
    assert reading.knowledge is not None
    assert [part.region.id for part in reading.knowledge.regions] == ["guangdong", "hongqiao", made_id(0), made_id(1)]
    assert reading.knowledge.region_by_id[made_id(1)].region.within == made_id(0)
    assert len(reading.knowledge.measure_by_id) == sum(len(part.measures) for part in reading.knowledge.regions)


def test_one_change_shows_in_one_measure(tmp_path: Path) -> None:
    folder = make_folder(shipped_knowledge(), tmp_path / "made", 3)
    before = read_folder(folder).knowledge
    touch_one(folder, 0, 7)
    after = read_folder(folder).knowledge
    assert before is not None
    assert after is not None
    changed = [name for name, measure in after.measure_by_id.items() if measure != before.measure_by_id[name]]
    assert len(changed) == 1
    assert after.measure_by_id[changed[0]].summary.endswith("〔改辛〕")


@pytest.mark.parametrize("regions", [1, 4_000])
def test_what_cannot_be_made_is_said(tmp_path: Path, regions: int) -> None:
    with pytest.raises(ValueError, match="cannot be made"):
        make_folder(BASE, tmp_path / "made", regions)


def test_it_measures_and_tells(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    row = measure(BASE, tmp_path / "data", reload=False)
    assert row.regions == 2
    assert min(row.start, row.known, row.unknown, row.resident) > 0
    assert row.held_up is None
    assert "known 2.00 (2.00x)" in told(1.0, Row(2, 1, 1, 1, 2, 1, 1, 1), Row(2, 1, 1, 1, 1, 1, 1, 1))
