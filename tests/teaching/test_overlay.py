"""What admins taught: stored as a whole, laid over the topics."""

from __future__ import annotations

from pathlib import Path

from bot.reading.parse import load
from bot.teaching.overlay import (
    VIEWPOINT,
    Overlay,
    apply_overlay,
    overlay_file,
    overlay_problems,
    read_overlay,
    write_overlay,
)

TAUGHT = Overlay().with_phrasing("hotline", "心慌  找谁唠", "2020-03-01")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_overlay(overlay_file(tmp_path), TAUGHT)
    assert read_overlay(overlay_file(tmp_path)) == (TAUGHT, [])


def test_the_file_is_private(tmp_path: Path) -> None:
    write_overlay(overlay_file(tmp_path), TAUGHT)
    assert overlay_file(tmp_path).stat().st_mode & 0o077 == 0


def test_the_same_phrasing_is_taught_once() -> None:
    assert TAUGHT.with_phrasing("hotline", "心慌 找谁唠", "2020-03-02") == TAUGHT


def test_a_broken_file_is_told_and_left_alone(tmp_path: Path) -> None:
    overlay_file(tmp_path).write_text("[{", "utf-8")
    overlay, problems = read_overlay(overlay_file(tmp_path))
    assert (overlay, len(problems)) == (Overlay(), 1)
    assert overlay_file(tmp_path).read_text("utf-8") == "[{"


def test_a_phrasing_joins_its_topic(folder: Path) -> None:
    topics = {topic.id: topic for topic in apply_overlay(load(folder), TAUGHT).topics}
    assert topics["hotline"].phrasings[VIEWPOINT] == ("心慌 找谁唠",)
    assert VIEWPOINT not in topics["school"].phrasings


def test_what_authors_took_over_falls_away(folder: Path) -> None:
    overlay = Overlay().with_phrasing("hotline", "半夜有心理咨询吗", "2020-03-01")
    assert apply_overlay(load(folder), overlay) == load(folder)


def test_a_phrasing_of_a_topic_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    overlay = TAUGHT.with_phrasing("gone", "没了", "2020-03-01")
    (problem,) = overlay_problems(overlay_file(tmp_path), load(folder), overlay)
    assert (problem.line, problem.severity) == (3, "warning")
