"""Files that editors and systems leave behind: no author wrote them."""

from __future__ import annotations

from pathlib import Path

from bot.keeping.folder_digests import STRAY


def is_stray(file: Path, folder: Path) -> bool:
    """Whether a file or folder inside a knowledge folder was left there by a program.

    >>> is_stray(Path("k/topics/.#x.yaml"), Path("k")), is_stray(Path("k/topics/x.yaml"), Path("k"))
    (True, False)
    """
    return any(part.startswith(STRAY) for part in file.relative_to(folder).parts)


def yaml_files(folder: Path) -> list[Path]:
    """The authors' files of one folder, in order."""
    return sorted(file for file in folder.glob("*.yaml") if not is_stray(file, folder))
