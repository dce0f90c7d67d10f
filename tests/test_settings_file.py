"""What is written in ``.env`` and the environment, and what is written there that nobody reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import SettingsError, known_names, read_settings
from bot.settings_file import Written, written_settings


def written(folder: Path, text: str = "", **environ: str) -> Written:
    """What is set by a file with this text and by an environment."""
    (folder / ".env").write_text(text, encoding="utf-8")
    return written_settings(folder, environ)


def told(found: Written) -> str:
    """All that is told, a line each."""
    return "\n".join(map(str, (*found.unread, *found.foreign)))


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    found = written(tmp_path, "# 注释\nexport BOT_LOG_LEVEL=INFO\nBOT_DATA_DIR='/srv/数据'\n", BOT_LOG_LEVEL="ERROR")
    assert found == Written({"BOT_LOG_LEVEL": "ERROR", "BOT_DATA_DIR": "/srv/数据"})


def test_without_a_file_there_is_the_environment(tmp_path: Path) -> None:
    assert written_settings(tmp_path, {"PATH": "/bin"}) == Written({"PATH": "/bin"})


def test_a_file_in_another_encoding_is_said_in_chinese_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("BOT_DATA_DIR=数据\n".encode("gbk"))
    with pytest.raises(SettingsError) as caught:
        written_settings(tmp_path, {})
    assert "另存为 UTF-8" in str(caught.value)
    assert "codec" not in str(caught.value)


def test_a_mark_at_the_beginning_of_the_file_hides_no_setting(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_LOG_LEVEL=ERROR\nBOT_LOG_FORMAT=json\n", encoding="utf-8-sig")
    settings = read_settings({**written_settings(tmp_path, {"HOME": "/h"}).variables})
    assert (settings.log_level, settings.log_format) == ("ERROR", "json")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("BOT_WEB_LISTN", "BOT_WEB_LISTEN"),
        ("BOT_DATADIR", "BOT_DATA_DIR"),
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("bot_log_level", "BOT_LOG_LEVEL"),
    ],
)
def test_a_misspelt_name_is_told_with_the_one_that_is_meant(tmp_path: Path, name: str, meant: str) -> None:
    for found in (written(tmp_path, f"{name}=x\n"), written(tmp_path, **{name: "x"})):
        assert [gap.name for gap in found.unread] == [name]
        assert meant in found.unread[0].remedy


def test_in_the_file_a_name_may_lack_its_beginning(tmp_path: Path) -> None:
    assert "BOT_WEB_LISTEN" in told(written(tmp_path, "WEB_LISTEN=127.0.0.1:9\nDB_PASSWORD=x\n"))
    assert "DB_PASSWORD" not in told(written(tmp_path, "DB_PASSWORD=x\n"))
    assert written(tmp_path, WEB_LISTEN="x", LOG_LEVEL="x", DATABASE_URL="x").unread == ()


def test_what_may_be_meant_for_another_program_is_told_apart(tmp_path: Path) -> None:
    found = written(tmp_path, BOT_NICKNAME_OF_OURS="x")
    assert not found.unread
    assert [gap.name for gap in found.foreign] == ["BOT_NICKNAME_OF_OURS"]


@pytest.mark.parametrize("behind", ["：INFO", "＝INFO", ": INFO", " INFO", ""])
def test_a_line_that_cannot_be_read_is_told_without_its_value(tmp_path: Path, behind: str) -> None:
    found = written(tmp_path, f"# 注释\n\nBOT_LOG_LEVEL{behind}\nBOT_LOG_FORMAT=json\n")
    assert found.variables == {"BOT_LOG_FORMAT": "json"}
    assert [gap.name for gap in found.unread] == [".env 第 3 行"]
    assert "BOT_LOG_LEVEL" in told(found)
    assert "INFO" not in told(found)


@pytest.mark.parametrize("behind", ["", "：x", " x", "'"])
def test_a_secret_on_a_line_of_its_own_is_not_repeated(tmp_path: Path, behind: str) -> None:
    secret = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
    found = written(tmp_path, f"BOT_WECHAT_AES_KEY=\n{secret}{behind}\n")
    assert [gap.name for gap in found.unread] == [".env 第 2 行"]
    assert secret[:6] not in told(found)


def test_of_a_line_that_cannot_be_read_a_name_that_is_nearly_ours_is_told(tmp_path: Path) -> None:
    assert "BOT_LOG_LEVL=…" in told(written(tmp_path, "BOT_LOG_LEVL：INFO\n"))


def test_what_is_known_is_what_the_example_names() -> None:
    example = (Path(__file__).parents[1] / ".env.example").read_text(encoding="utf-8")
    assert set(known_names()) == set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
