"""The check as a whole: everything at once, nothing of what is sound, readable by people and machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import check_folder
from bot.checks.all_checks import check_examples, check_knowledge
from bot.compiled.snapshot import Snapshot
from bot.reading.parse import Reading, load
from tests.authors.folders import change

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"


def test_a_sound_folder_has_no_problems(folder: Path, cache_dir: Path) -> None:
    assert check_folder(folder, cache_dir=cache_dir) == []


def test_the_shipped_knowledge_is_sound(shipped: Reading) -> None:
    problems = check_knowledge(shipped)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_all_mistakes_are_told_in_one_run(folder: Path) -> None:
    change(folder, SUBSIDY, "units: [health]", "units: [health, nobody]")
    change(folder, "regions/jia/measures/ja-02-school.yaml", "title: 子女入学", "title：子女入学")
    change(folder, "topics/hotline.yaml", "short: 心理热线", "short: 全市统一的心理援助热线")
    files = {problem.file.name for problem in check_folder(folder, examples=False)}
    assert files == {"ja-01-subsidy.yaml", "ja-02-school.yaml", "hotline.yaml"}


def test_a_file_that_cannot_be_read_is_not_blamed_on_those_that_mention_it(folder: Path) -> None:
    change(folder, "facts.yaml", "- id: role", "\t- id: role")
    assert [problem.file.name for problem in check_folder(folder, examples=False)] == ["facts.yaml"]


def test_contacts_of_two_regions_may_share_an_id(folder: Path) -> None:
    contacts = folder / "regions/yi/contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "- {id: health, name: 市卫健局}\n", "utf-8")
    assert check_folder(folder, examples=False) == []


def test_what_editors_add_without_harm_is_accepted(folder: Path) -> None:
    file = folder / SUBSIDY
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check_folder(folder, examples=False) == []


def test_words_yaml_would_turn_into_something_else_stay_words(folder: Path) -> None:
    change(folder, SUBSIDY, "cues: [几号发, 到账]", "cues: [on, no, 12:30, 2020-02-03]")
    measure = load(folder).measure_by_id["ja-01"]
    assert measure.points[1].cues == ("on", "no", "12:30", "2020-02-03")


def test_a_rate_and_its_multiples_back_a_figure(folder: Path) -> None:
    change(
        folder,
        SUBSIDY,
        "    cases:",
        "    multipliers:\n      - {times: 3, label: 支援, when: {fact: role, is: ward}}\n    cases:",
    )
    change(folder, SUBSIDY, "text: 每月 15 日前发放。", "text: 每月 15 日前发放，支援的 900 元。")
    assert check_folder(folder, examples=False) == []


@pytest.mark.parametrize(
    ("said", "summary", "told"),
    [
        ("文件没写{role}算不算。", "孩子上学优先安排。", []),
        ("文件没写{roel}算不算。", "孩子上学优先安排。", ["没有叫“roel”的事实"]),
        ("文件没写{岗位}算不算。", "孩子上学优先安排。", ["没有叫“岗位”的事实"]),
        ("文件没写{role}算不算。", "{role}的孩子上学优先安排。", ["“{role}”写在这里"]),
        ("文件没写{role}" + "算" * 38 + "。", "孩子上学优先安排。", []),
        ("文件没写{role}" + "算" * 39 + "。", "孩子上学优先安排。", ["一行有 46 个字"]),
    ],
)
def test_a_fact_is_named_where_it_is_filled_in_and_counted_by_its_longest_label(
    folder: Path, said: str, summary: str, told: list[str]
) -> None:
    file = "regions/jia/measures/ja-02-school.yaml"
    silent = f"[{{when: {{fact: role, is: other}}, say: '{said}'}}]"
    place = f"entitlements:\n  - {{id: place, title: 入学, gives: 优先入学, silent: {silent}}}\n"
    change(folder, file, "examples:", f"{place}examples:")
    change(folder, file, "summary: 孩子上学优先安排。", f"summary: '{summary}'")
    found = [problem.message for problem in check_folder(folder, examples=False)]
    assert len(found) == len(told), found
    assert all(part in message for part, message in zip(told, found, strict=True))


def test_a_phrasing_of_its_own_may_not_contradict_the_topics(folder: Path) -> None:
    change(folder, SUBSIDY, "examples:", "phrasings: [心理热线号码是多少！]\nexamples:")
    (problem,) = check_folder(folder, examples=False)
    assert problem.file.name == "ja-01-subsidy.yaml"
    assert "topics/hotline.yaml:6（hotline）" in problem.message


def test_examples_are_not_run_on_knowledge_that_cannot_answer(folder: Path) -> None:
    change(folder, SUBSIDY, "counts: days", "counts: nothing")
    messages = [problem.message for problem in check_folder(folder)]
    assert len(messages) == 1
    assert "nothing" in messages[0]


def test_examples_are_run_even_where_a_figure_is_wrong(folder: Path, cache_dir: Path) -> None:
    change(folder, SUBSIDY, "amount: 6000", "amount: 1")
    change(folder, SUBSIDY, "text: 每月 15 日前发放。", "text: 每月 16 日前发放。")
    messages = " ".join(problem.message for problem in check_folder(folder, cache_dir=cache_dir))
    assert "“16”" in messages
    assert "6000" in messages


@pytest.mark.parametrize("where", ["nowhere", "empty"])
def test_no_folder_and_an_empty_one_are_told_apart(where: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    messages = {"nowhere": "找不到知识文件夹", "empty": "没有 .yaml 文件"}
    assert next(problem.message for problem in check_folder(tmp_path / where)).find(messages[where]) >= 0


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: stolen\n", "utf-8")
    (folder / "topics" / "stolen.yaml").symlink_to(secret)
    problems = check_folder(folder, examples=False)
    assert [problem.message for problem in problems] == ["链接指到了知识文件夹外面"]


def test_the_shipped_examples_come_out(shipped: Reading, snapshot: Snapshot) -> None:
    assert [str(problem) for problem in check_examples(shipped, snapshot)] == []
