"""Groups of patterns in a folder: loaded as if each pattern had been written by itself, and problems told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import check_folder
from bot.checks.inspection import Inspection
from bot.reading.groups import written_at
from bot.reading.parse import load, read_folder
from tests.authors.folders import change

_GROUPED = """says:
        - 隔离病房
        - any: ["<ward>", 重症]
          unless: [送饭]
          unless_anywhere: [<subsidy>]
        - 病区"""
_VALUE = {
    "says": ("a", {"any": ("b", "c"), "unless": ("d",), "unless_anywhere": ("<e>",)}, "f"),
    "when": {"all": ({"any": ({"fact": "x"}, {"fact": "y"})}, {"fact": "z"})},
}


def _with_a_group(folder: Path) -> Path:
    one = '- {id: ward, label: 病房, says: ["<ward>"], replies: [病房]}'
    change(folder, "facts.yaml", one, f"- id: ward\n      label: 病房\n      {_GROUPED}")
    return folder


def test_a_group_is_loaded_as_if_each_pattern_stood_by_itself(folder: Path, cache_dir: Path) -> None:
    _with_a_group(folder)
    says = load(folder).fact_by_id["role"].options[0].says
    assert says == ("隔离病房", "<ward> !送饭 !!<subsidy>", "重症 !送饭 !!<subsidy>", "病区")
    assert [str(problem) for problem in check_folder(folder, examples=False, cache_dir=cache_dir)] == []


@pytest.mark.parametrize(("index", "line"), [(0, 8), (1, 9), (2, 9), (3, 12)])
def test_a_pattern_of_a_group_is_told_by_its_own_line(folder: Path, index: int, line: int) -> None:
    reading = read_folder(_with_a_group(folder))
    assert reading.knowledge is not None
    place = Inspection(reading, reading.knowledge).place(("fact", "role"), ("options", 0, "says", index))
    assert place == f"facts.yaml:{line}"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("says", 0), ("says", 0)),
        (("says", 1), ("says", 1, "any", 0)),
        (("says", 2), ("says", 1, "any", 1)),
        (("says", 3), ("says", 2)),
        (("says", 4), ("says",)),
        (("says", 2, "d"), ("says", 1, "unless", 0)),
        (("says", 1, "<e>"), ("says", 1, "unless_anywhere", 0)),
        (("says", 1, "b"), ("says", 1, "any", 0)),
        (("says", 3, "f"), ("says", 2, "f")),
        (("when", "all", 0, "any", 1), ("when", "all", 0, "any", 1)),
        (("title",), ("title",)),
    ],
)
def test_the_path_of_what_was_read_leads_to_where_it_was_written(path: tuple[str | int, ...], written: tuple[str | int, ...]) -> None:
    assert written_at(_VALUE, path) == written


def test_a_pattern_of_a_shared_list_is_told_where_the_list_is_named(folder: Path) -> None:
    (folder / "shared_cues.yaml").write_text("- {id: pay-day, says: [几号发, 哪天打钱]}\n", "utf-8")
    subsidy = "regions/jia/measures/ja-01-subsidy.yaml"
    change(folder, subsidy, "cues: [几号发, 到账]", "cues:\n      - {shared: pay-day}\n      - 到账")
    reading = read_folder(folder)
    assert reading.knowledge is not None
    assert reading.knowledge.measure_by_id["ja-01"].points[1].cues == ("几号发", "哪天打钱", "到账")
    inspection = Inspection(reading, reading.knowledge)
    places = [inspection.place(("measure", "ja-01"), ("points", 1, "cues", index)) for index in range(3)]
    assert places == [f"{subsidy}:18", f"{subsidy}:18", f"{subsidy}:19"]
