"""Shared lists of patterns: what nobody names is told, whether the folder is read at once or region by region."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import check_folder
from tests.authors.folders import add_third_region, change

_LISTS = """- id: unit-idle
  says: [上头不理会, 上头装聋]
"""
_SUBSIDY = "regions/{}/measures/{}-01-subsidy.yaml"


def _with_lists(folder: Path, lists: str = _LISTS) -> Path:
    (folder / "shared_cues.yaml").write_text(lists, "utf-8")
    return folder


def _named_in(folder: Path, file: str, name: str = "unit-idle") -> Path:
    change(folder, file, "    facets: [how-much]\n", f"    facets: [how-much]\n    cues: [{{shared: {name}}}, 数目]\n")
    return folder


@pytest.mark.parametrize("region_by_region", [False, True])
def test_a_list_that_nobody_names_is_told(folder: Path, cache_dir: Path, region_by_region: bool) -> None:
    problems = check_folder(_with_lists(folder), examples=False, cache_dir=cache_dir if region_by_region else None)
    assert [(problem.file.name, problem.line, problem.severity) for problem in problems] == [
        ("shared_cues.yaml", 1, "warning")
    ]
    assert "没有哪里用到共用说法“unit-idle”" in problems[0].message
    assert "shared: unit-idle" in problems[0].remedy


@pytest.mark.parametrize("region_by_region", [False, True])
def test_a_list_that_one_region_names_is_used(folder: Path, cache_dir: Path, region_by_region: bool) -> None:
    _named_in(_with_lists(folder), _SUBSIDY.format("jia", "ja"))
    assert check_folder(folder, examples=False, cache_dir=cache_dir if region_by_region else None) == []


@pytest.mark.parametrize("region_by_region", [False, True])
def test_a_list_is_not_called_unused_while_a_file_that_may_name_it_is_broken(
    folder: Path, cache_dir: Path, region_by_region: bool
) -> None:
    file = _SUBSIDY.format("jia", "ja")
    change(_named_in(_with_lists(folder), file), file, "title:", "titel:")
    problems = check_folder(folder, examples=False, cache_dir=cache_dir if region_by_region else None)
    assert {problem.file.name for problem in problems} == {"ja-01-subsidy.yaml"}


def test_a_region_that_names_a_list_leaves_what_others_have(folder: Path, cache_dir: Path) -> None:
    add_third_region(_with_lists(folder))
    _named_in(folder, _SUBSIDY.format("bing", "bg"), "unit-ilde")
    problems = check_folder(folder, examples=False, cache_dir=cache_dir)
    assert {problem.file.parent.parent.name for problem in problems if problem.severity == "error"} == {"bing"}
    change(folder, _SUBSIDY.format("bing", "bg"), "unit-ilde", "unit-idle")
    assert check_folder(folder, examples=False, cache_dir=cache_dir) == []


@pytest.mark.parametrize("region_by_region", [False, True])
def test_what_is_wrong_in_a_list_is_told_once_where_it_is_written(
    folder: Path, cache_dir: Path, region_by_region: bool
) -> None:
    _with_lists(folder, '- id: unit-idle\n  says: [上头不理会, "<nosuch> 装聋", "甲，乙"]\n')
    for file in (_SUBSIDY.format("jia", "ja"),):
        _named_in(folder, file)
    problems = check_folder(folder, examples=False, cache_dir=cache_dir if region_by_region else None)
    told = {(problem.file.name, problem.line, problem.message[:12]) for problem in problems}
    assert told == {
        ("shared_cues.yaml", 2, "没有叫“nosuch”的概念"[:12]),
        ("shared_cues.yaml", 2, "“甲，乙”里有中文逗号或顿号"[:12]),
    }
