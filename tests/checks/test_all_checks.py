"""In-file examples are asked again where what they are answered from has changed, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checks import all_checks, examples
from bot.checks.all_checks import check_folder, outcomes_of, survey_folder
from bot.checks.examples import Outcome
from bot.keeping.index_store import compile_snapshot
from tests.authors.folders import add_third_region, base_folder, change

SCHOOL = "regions/jia/measures/ja-02-school.yaml"
HOTLINE = "regions/yi/measures/yi-01-hotline.yaml"


@pytest.fixture(params=[2, 3])
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Two regions or three; one of jia's examples is asked in yi."""
    made = base_folder(tmp_path)
    if request.param > len(("jia", "yi")):
        add_third_region(made)
    change(made, SCHOOL, "examples:\n", "examples:\n  - {ask: 心理热线号码是多少, region: yi, measure: yi-01}\n")
    return made


@pytest.fixture
def asked(folder: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Examines the folder and tells whose examples it asked: each measure as often as it has one."""
    measures: list[str] = []

    def noted(snapshot: object, measure: str, *others: object) -> Outcome:
        measures.append(measure)
        return run(snapshot, measure, *others)  # type: ignore[arg-type]

    run = examples.run_example
    monkeypatch.setattr(examples, "run_example", noted)

    def examine() -> list[str]:
        measures.clear()
        known = survey_folder(folder, cache_dir).reading.knowledge
        assert known is not None
        outcomes = outcomes_of(known, lambda: compile_snapshot(known, cache_dir), cache_dir)
        assert not [outcome for outcome in outcomes if outcome.failures]
        return sorted(measures)

    return examine


def comment_in(folder: Path, file: str) -> None:
    """A change of a region's content that changes no answer."""
    change(folder, file, "title:", "# 改过\ntitle:")


def test_nothing_is_asked_twice(asked: Callable[[], list[str]]) -> None:
    asked()
    assert asked() == []


def test_a_region_that_changed_is_asked_again_and_whoever_is_answered_from_it(folder: Path, asked: Callable[[], list[str]]) -> None:
    asked()
    comment_in(folder, HOTLINE)
    assert asked() == ["ja-02", "yi-01"]


def test_of_a_region_nobody_else_is_answered_from_only_its_own_are_asked(folder: Path, asked: Callable[[], list[str]]) -> None:
    asked()
    comment_in(folder, SCHOOL)
    assert asked() == ["ja-01", "ja-01", "ja-02", "ja-02"]


def test_where_nothing_is_kept_all_are_asked(folder: Path, asked: Callable[[], list[str]], cache_dir: Path) -> None:
    asked()
    known = survey_folder(folder, None).reading.knowledge
    assert known is not None
    assert len(outcomes_of(known, lambda: compile_snapshot(known, cache_dir), None)) >= len(["ja-01", "ja-01", "ja-02", "ja-02", "yi-01"])


def test_where_no_example_is_asked_nothing_is_compiled(folder: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_folder(folder, cache_dir=cache_dir) == []
    monkeypatch.setattr(all_checks, "compile_snapshot", lambda *_: pytest.fail("it was compiled"))
    assert check_folder(folder, cache_dir=cache_dir) == []
