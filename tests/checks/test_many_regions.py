"""Many regions are read and checked one by one, and what is found is what reading all of them at once finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks import many_regions, region_reader, region_record
from bot.checks.all_checks import check_knowledge, survey_folder
from bot.checks.many_regions import survey
from bot.checks.region_record import RegionRecord, record_of
from bot.compiled.closed_region import ClosedRegion
from bot.keeping.folder_digests import part_digests
from bot.reading.parse import Reading, read_folder, read_region, region_folders
from tests.authors.folders import BROKEN, add_third_region, base_folder, broken_folder, change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three regions: those of the small folder, and a copy of one with ids, places and officers of its own."""
    return add_third_region(base_folder(tmp_path))


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
    refused, sound = alone.reading.knowledge is None or bool(alone.unsound), survey_folder(folder, None)
    assert refused == (sound.reading.knowledge is None or bool(sound.unsound))


@pytest.mark.parametrize("where", ["jia", "yi", "bing"])
def test_a_figure_pasted_from_another_region_is_not_to_be_made_its_own(folder: Path, cache: Path, where: str) -> None:
    """A phone of another region: the remedy for one of the region's own would have the guard accept it."""
    other = "yi" if where != "yi" else "bing"
    contacts = (folder / "regions" / other / "contacts.yaml").read_text("utf-8")
    phone = contacts.partition("phone: ")[2].split()[0].strip('"')
    for file in sorted((folder / "regions" / where / "measures").glob("*.yaml"))[:1]:
        file.write_text(file.read_text("utf-8").replace("summary: ", f"summary: 请拨打 {phone}，", 1), "utf-8")
    told = [problem for problem in survey(folder, cache).problems if "没有字段作依据" in problem.message]
    assert told
    assert told == [problem for problem in check_knowledge(read_folder(folder)) if "没有字段作依据" in problem.message]
    assert not any("contacts.yaml" in problem.remedy for problem in told)
    assert all("写着它的是" in problem.message for problem in told)


@pytest.mark.parametrize(
    ("file", "key"), [("bing/measures/bg-01-subsidy.yaml", "title: "), ("bing/region.yaml", "full_name: ")]
)
def test_one_slip_is_told_once_and_not_at_all_that_name_what_it_is_in(folder: Path, cache: Path, file: str, key: str) -> None:
    named = "examples:\n  - {ask: 补助一天多少, region: bing, measure: bg-01}"
    change(folder, "regions/jia/measures/ja-02-school.yaml", "examples:", named)
    assert not [problem for problem in survey(folder, cache).problems if problem.severity == "error"]
    change(folder, f"regions/{file}", key, f"x{key}")
    problems = survey(folder, cache).problems
    assert any(problem.severity == "error" for problem in problems)
    assert not [problem for problem in problems if "没有叫" in problem.message]


def test_a_region_behind_a_link_is_none_and_that_is_told(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "regions" / "bing").rename(tmp_path / "bing")
    shutil.copytree(folder / "regions" / "yi", folder / "regions" / "ding")
    (folder / "regions" / "bing").symlink_to(tmp_path / "bing")
    surveyed = survey(folder, cache)
    assert [path.name for path in region_folders(folder)] == [part for part in part_digests(folder) if part]
    assert any(problem.file.name == "bing" and "链接" in problem.message for problem in surveyed.problems)
    assert surveyed.problems == tuple(check_knowledge(read_folder(folder)))


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


def test_for_one_change_among_many_one_file_is_read_of_all_others_and_none_written(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey(folder, cache)
    before = {file: file.stat() for file in cache.glob("records-*")}
    contacts = folder / "regions" / "yi" / "contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "# \n", "utf-8")
    asked: list[str] = []

    def noted(shared: Reading, name: str, digest: str, cache_dir: Path) -> RegionRecord:
        asked.append(name)
        return record_of(shared, name, digest, cache_dir)

    monkeypatch.setattr(many_regions, "record_of", noted)
    known = survey(folder, cache).reading.knowledge
    assert set(asked) == {"yi"}
    assert {file: file.stat() for file in cache.glob("records-*")} == before
    assert known is not None
    assert [part.measures for part in known.regions] == [part.measures for part in read_folder(folder).partial.regions]  # type: ignore[union-attr]


def test_where_many_changed_what_is_kept_of_all_is_written_anew(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    survey(folder, cache)
    monkeypatch.setattr(many_regions, "_FEW", 0)
    change(folder, "regions/yi/contacts.yaml", "- {id: line,", "- {id: office, name: 乙市办公室}\n- {id: line,")
    survey(folder, cache)
    monkeypatch.setattr(many_regions, "record_of", lambda *_: pytest.fail("it is not among those of all"))
    assert survey(folder, cache).reading.knowledge is not None


def test_a_region_whose_own_file_is_gone_is_read_anew_when_it_is_opened(folder: Path, cache: Path) -> None:
    survey(folder, cache)
    known = survey(folder, cache).reading.knowledge
    assert known is not None
    for file in (cache / "regions").rglob("region-*"):
        file.unlink()
    at_once = read_folder(folder).knowledge
    assert at_once is not None
    assert [part.contacts for part in known.regions] == [part.contacts for part in at_once.regions]
    assert survey(folder, cache).problems == ()


@pytest.mark.parametrize("misnamed", ["regions/jia/measure/x.yaml", "regions/jia/x.yml", "at/x.yaml", "regions/.x.yaml", "regions/x.yaml"])
def test_a_misnamed_file_is_told_each_time_until_it_goes(folder: Path, cache: Path, misnamed: str) -> None:
    (folder / misnamed).parent.mkdir(exist_ok=True)
    (folder / misnamed).write_text("id: x\n", "utf-8")
    for _ in range(2):
        assert survey(folder, cache).problems == tuple(check_knowledge(read_folder(folder)))
        assert [problem.file for problem in survey(folder, cache).problems] == [folder / misnamed]
    (folder / misnamed).unlink()
    assert survey(folder, cache).problems == ()


def test_what_the_process_beside_has_kept_is_not_read_again(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert region_reader.main([str(folder), str(cache)]) == 0
    monkeypatch.setattr(region_record, "read_region", lambda *_: pytest.fail("it was kept"))
    assert survey(folder, cache).reading.knowledge is not None


def test_few_regions_are_read_one_by_one_too(folder: Path, cache: Path) -> None:
    shutil.rmtree(folder / "regions" / "bing")
    known = survey_folder(folder, cache).reading.knowledge
    assert known is not None
    assert all(isinstance(part, ClosedRegion) for part in known.regions)


def test_where_nothing_can_be_kept_all_is_read_at_once(folder: Path) -> None:
    known = survey_folder(folder, None).reading.knowledge
    assert known is not None
    assert not any(isinstance(part, ClosedRegion) for part in known.regions)


@pytest.mark.parametrize("case", [case.name for case in sorted(BROKEN.iterdir()) if case.is_dir()])
def test_of_every_broken_folder_the_same_is_told_either_way(tmp_path: Path, cache_dir: Path, case: str) -> None:
    folder = broken_folder(case, tmp_path)
    alone, at_once = survey_folder(folder, cache_dir), survey_folder(folder, None)
    assert alone.problems == at_once.problems
    assert bool(alone.unsound) == bool(at_once.unsound)
    assert (alone.reading.knowledge is None) == (at_once.reading.knowledge is None)


def test_what_was_read_of_one_folder_is_told_of_its_copy_where_it_stands_there(folder: Path, cache: Path, tmp_path: Path) -> None:
    """A candidate is examined in a copy of its own each time: what belongs to no region is not read for each."""
    change(folder, "facts.yaml", "says: [", "says: [没有写完〔, ")
    change(folder, "topics/hotline.yaml", "short: 心理热线", "short: 全市统一的心理援助热线")
    here = survey(folder, cache)
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    there = survey(copy, cache)
    assert here.problems
    assert [problem.moved(folder, copy) for problem in here.problems] == list(there.problems)
    assert {origin.document.file.is_relative_to(copy) for origin in there.reading.origins.values()} == {True}


@pytest.mark.parametrize(("topic", "severity"), [("subsidy", "warning"), ("school", "error")])
def test_two_regions_ways_of_asking_for_a_measure_are_compared(
    folder: Path, cache: Path, topic: str, severity: str
) -> None:
    for measure in ("jia/measures/ja-01-subsidy.yaml", f"bing/measures/bg-{'01' if topic == 'subsidy' else '02'}-{topic}.yaml"):
        change(folder, f"regions/{measure}", "examples:", "phrasings: [那笔临时的钱怎么领]\nexamples:")
    told = [problem for problem in survey(folder, cache).problems if "那笔临时的钱怎么领" in problem.message]
    assert [problem.severity for problem in told] == [severity]
    assert told == [problem for problem in check_knowledge(read_folder(folder)) if "那笔临时的钱怎么领" in problem.message]
