"""What is wrong in a knowledge file, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: Path
    line: int
    column: int
    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """One line for a person: place, what is wrong, how to mend it."""
        mark = "警告：" if self.severity == "warning" else ""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else f"{self.file}"
        return f"{place}: {mark}{self.message} → {self.remedy}"

    def moved(self, old: Path, new: Path) -> Problem:
        """The same problem in a folder that holds the same files as the old one."""
        return replace(self, file=new / self.file.relative_to(old))

    def as_dict(self) -> dict[str, str | int]:
        """For ``check --json``."""
        return {
            "file": str(self.file),
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "message": self.message,
            "remedy": self.remedy,
        }


class KnowledgeError(Exception):
    """The knowledge cannot be used; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
