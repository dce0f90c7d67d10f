"""A problem of the authors' folder, told to an admin."""

from __future__ import annotations

from pathlib import Path

from bot.reading.problem import Problem


def problem_line(problem: Problem, folder: Path) -> str:
    """A problem in a line, without the path of the server."""
    inside = problem.file.is_relative_to(folder)
    name = problem.file.relative_to(folder).as_posix() if inside else problem.file.name
    place = f"{name}:{problem.line}" if problem.line else name
    return f"{place}: {problem.message} → {problem.remedy}"
