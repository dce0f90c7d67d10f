"""A file is there as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.keeping.atomic_file import replacing, write_atomically


def test_what_is_written_is_private_and_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "file", "内容")
    assert (tmp_path / "new" / "file").read_text("utf-8") == "内容"
    assert (tmp_path / "new" / "file").stat().st_mode & 0o077 == 0


def test_a_failure_leaves_the_old_content_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_atomically(file, "old")

    def fail() -> None:
        with replacing(file) as stream:
            stream.write(b"half")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        fail()
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]
