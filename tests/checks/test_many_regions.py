"""Many regions are read and checked one by one, and what is found is what reading all of them at once finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks import many_regions, region_record
from bot.checks.all_checks import check_knowledge, is_answerable, survey_folder
from bot.checks.many_regions import keep_records, survey
from bot.compiled.closed_region import ClosedRegion
from bot.reading.parse import Reading, read_folder, read_region
from tests.authors.folders import BASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three regions: those of the small folder, and a copy of one with ids, places and officers of its own."""
    made = Path(shutil.copytree(BASE, tmp_path / "knowledge"))
    copy = Path(shutil.copytree(made / "regions" / "jia", made / "regions" / "bing"))
    for file in sorted(copy.rglob("*.yaml")):
        text = file.read_text("utf-8").replace("jia", "bing").replace("甲", "己").replace("ja-", "bg-")
        file.with_name(file.name.replace("ja-", "bg-")).write_text(text, "utf-8")
        if file.name.startswith("ja-"):
            file.unlink()
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_it_finds_what_reading_all_at_once_finds(folder: Path, cache: Path) -> None:
    reading, surveyed = read_folder(folder), survey(folder, cache)
    assert list(surveyed.problems) == check_knowledge(reading)
    assert surveyed.reading.knowledge is not None
    assert reading.knowledge is not None
    for closed, part in zip(surveyed.reading.knowledge.regions, reading.knowledge.regions, strict=True):
        assert isinstance(closed, ClosedRegion)
        assert (closed.region, closed.contacts, closed.measures) == (part.region, part.contacts, part.measures)


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("id: bg-01", "id: ja-01", "bing/measures/bg-01*.yaml"),
        ("places: [己县", "places: [甲县", "bing/region.yaml"),
        ("name: ", "within: nowhere\nname: ", "bing/region.yaml"),
        ("title: ", "titel: ", "bing/measures/bg-01*.yaml"),
        ("summary: ", "summary: 甲县卫生局说，", "bing/measures/bg-01*.yaml"),
        ("id: bing", "id: jia", "bing/region.yaml"),
    ],
)
def test_mistakes_are_told_as_when_all_is_read_at_once(folder: Path, cache: Path, old: str, new: str, file: str) -> None:
    """Two with one id, places two claim, a wider region that is not there, a key, another region's name, a copy."""
    survey(folder, cache)
    found = next((folder / "regions").glob(file))
    found.write_text(found.read_text("utf-8").replace(old, new, 1), "utf-8")
    alone, at_once = survey(folder, cache), read_folder(folder)
    told = {(problem.file, problem.message) for problem in alone.problems if problem.severity == "error"}
    wanted = {(problem.file, problem.message) for problem in check_knowledge(at_once) if problem.severity == "error"}
    assert told
    assert told == wanted
    refused = alone.reading.knowledge is None or bool(alone.unsound)
    assert refused == (not is_answerable(at_once))


def test_a_region_that_did_not_change_is_not_read_again(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    survey(folder, cache)
    contacts = folder / "regions" / "yi" / "contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "# \n", "utf-8")
    read: list[str] = []

    def noted(shared: Reading, name: str) -> Reading:
        read.append(name)
        return read_region(shared, name)

    monkeypatch.setattr(region_record, "read_region", noted)
    monkeypatch.setattr(many_regions, "read_shared", lambda _: pytest.fail("what belongs to no region was read"))
    assert survey(folder, cache).reading.knowledge is not None
    assert read == ["yi"]


def test_two_processes_share_the_work(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_records(folder, cache)
    monkeypatch.setattr(region_record, "read_region", lambda *_: pytest.fail("it was kept"))
    assert survey(folder, cache).reading.knowledge is not None


def test_few_regions_are_read_at_once(folder: Path, cache: Path) -> None:
    shutil.rmtree(folder / "regions" / "bing")
    known = survey_folder(folder, cache).reading.knowledge
    assert known is not None
    assert not any(isinstance(part, ClosedRegion) for part in known.regions)
