"""Knowledge folders for tests: a small sound one, and the same with one mistake in it."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
BASE = HERE / "base"
BROKEN = HERE / "broken"


def base_folder(where: Path) -> Path:
    """A copy of the sound folder, to change at will."""
    return Path(shutil.copytree(BASE, where / "knowledge"))


def broken_folder(case: str, where: Path) -> Path:
    """The sound folder with the files of one mistake laid over it."""
    folder = base_folder(where)
    shutil.copytree(BROKEN / case, folder, dirs_exist_ok=True)
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must be there, once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_third_region(folder: Path) -> Path:
    """A copy of a region of the sound folder with ids, places and officers of its own."""
    copy = Path(shutil.copytree(folder / "regions" / "jia", folder / "regions" / "bing"))
    for file in sorted(copy.rglob("*.yaml")):
        text = file.read_text("utf-8").replace("jia", "bing").replace("甲", "己").replace("ja-", "bg-")
        file.with_name(file.name.replace("ja-", "bg-")).write_text(text, "utf-8")
        if file.name.startswith("ja-"):
            file.unlink()
    return folder
