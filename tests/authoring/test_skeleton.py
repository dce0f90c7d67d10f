"""The skeleton of a region: complete once its marks are filled in, and never laid over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.skeleton import new_region
from bot.checks import check_folder

FILLED = {
    "〔待填：简称，如 某某区〕": "丙区",
    "〔待填：全称，如 某某市某某区〕": "丙市丙区",
    "〔待填：文件全名〕": "丙区若干措施",
    "〔待填：文件简称，出现在“出处”里〕": "丙区措施",
    "〔待填：发布日期，如 2020 年 3 月 18 日〕": "2020 年 3 月 18 日",
    "〔待填：向谁确认是否仍在执行，如 牵头单位〕": "牵头单位",
    "〔待填：分类名〕": "生活",
    "〔待填：地名〕": "丙区",
    "〔待填：单位名，如 区卫生健康委〕": "区卫生健康委",
    "〔待填：措施名〕": "上学",
    "〔待填：给谁〕": "医务人员",
    "〔待填：一句话，给谁、给什么〕": "孩子上学优先。",
    "〔待填：这一点给什么〕": "孩子上学优先。",
    "〔待填：一句口语问法〕": "孩子上学能优先吗",
    "condolence-visit": "school",
}


def test_check_lists_what_has_to_be_filled_in(folder: Path) -> None:
    new_region(folder, "bing")
    errors = [problem for problem in check_folder(folder, examples=False) if problem.severity == "error"]
    assert {problem.file.name for problem in errors} == {"region.yaml", "contacts.yaml", "bing-01-first.yaml"}


def test_filled_in_it_passes_and_answers(folder: Path, cache_dir: Path) -> None:
    for file in new_region(folder, "bing"):
        text = file.read_text("utf-8")
        for mark, content in FILLED.items():
            text = text.replace(mark, content)
        file.write_text(text, "utf-8")
    assert [str(problem) for problem in check_folder(folder, cache_dir=cache_dir)] == []


def test_nothing_is_overwritten(folder: Path) -> None:
    before = (folder / "regions/jia/region.yaml").read_bytes()
    with pytest.raises(ValueError, match="已经有了"):
        new_region(folder, "jia")
    assert (folder / "regions/jia/region.yaml").read_bytes() == before


@pytest.mark.parametrize("region", ["和平区", "../escape", "A", "a" * 31, "", "a--b"])
def test_an_id_that_is_no_id_is_refused(folder: Path, region: str) -> None:
    with pytest.raises(ValueError, match="不能作地区的 id"):
        new_region(folder, region)


def test_without_shared_files_there_is_no_region(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="先把整个 knowledge 文件夹复制过来"):
        new_region(tmp_path, "bing")
