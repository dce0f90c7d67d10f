"""Settings are read once, from what is passed in; everything wrong is reported together."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.settings import (
    SettingsError,
    environment,
    private_folder,
    read_settings,
    shipped_knowledge,
    user_data_dir,
)

TOKEN = "123456789:" + "A" * 35
SECRET = "s" * 32


def gaps(environ: dict[str, str], *, telegram: bool = True) -> dict[str, str]:
    """Each gap's message by the variable it is about."""
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, telegram=telegram)
    return {gap.name: f"{gap.message} {gap.remedy}" for gap in caught.value.gaps}


def test_nothing_has_to_be_set_for_a_chat() -> None:
    settings = read_settings({"HOME": "/home/x"})
    assert settings.knowledge_dir == shipped_knowledge()
    assert settings.data_dir.is_relative_to("/home/x")
    assert settings.log_level == "WARNING"


def test_everything_telegram_needs() -> None:
    settings = read_settings(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "BOT_ADMIN_IDS": "12, 34，56",
            "BOT_WEBHOOK_URL": "https://example.org/hook",
            "BOT_WEBHOOK_LISTEN": "[::1]:8443",
            "BOT_WEBHOOK_SECRET": SECRET,
            "BOT_RELOAD_ON_CHANGE": "1",
            "BOT_LOG_LEVEL": "debug",
        },
        telegram=True,
    )
    assert settings.token == TOKEN
    assert settings.api_url == "http://127.0.0.1:8081"
    assert settings.admin_ids == {12, 34, 56}
    assert settings.webhook_listen == ("::1", 8443)
    assert settings.reload_on_change
    assert settings.log_level == "DEBUG"


def test_every_gap_is_reported_at_once() -> None:
    found = gaps(
        {
            "TELEGRAM_BOT_TOKEN": "secret-but-wrong",
            "TELEGRAM_API_URL": "localhost:8081",
            "BOT_ADMIN_IDS": "@wang,12",
            "BOT_WEBHOOK_URL": "http://example.org",
            "BOT_WEBHOOK_LISTEN": "0.0.0.0:99999",
            "BOT_RELOAD_ON_CHANGE": "maybe",
            "BOT_LOG_LEVEL": "LOUD",
        }
    )
    assert set(found) == {
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "BOT_ADMIN_IDS",
        "BOT_WEBHOOK_URL",
        "BOT_WEBHOOK_LISTEN",
        "BOT_WEBHOOK_SECRET",
        "BOT_RELOAD_ON_CHANGE",
        "BOT_LOG_LEVEL",
    }
    assert "@wang" in found["BOT_ADMIN_IDS"]
    assert "12" not in found["BOT_ADMIN_IDS"].split("不是")[0]
    assert "secret-but-wrong" not in found["TELEGRAM_BOT_TOKEN"]


def test_a_missing_token_says_where_to_get_one() -> None:
    assert "@BotFather" in gaps({})["TELEGRAM_BOT_TOKEN"]


def test_a_webhook_needs_a_secret() -> None:
    found = gaps({"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_WEBHOOK_URL": "https://example.org"})
    assert set(found) == {"BOT_WEBHOOK_SECRET"}


def test_a_chat_does_not_mind_what_is_wrong_for_telegram() -> None:
    settings = read_settings({"TELEGRAM_BOT_TOKEN": "nonsense", "BOT_ADMIN_IDS": "@x"})
    assert settings.token is None


def test_neither_token_nor_secret_shows_when_settings_are_printed() -> None:
    settings = read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_WEBHOOK_SECRET": SECRET}, telegram=True)
    assert TOKEN not in repr(settings)
    assert SECRET not in f"{settings}"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# 注释\nBOT_LOG_LEVEL=INFO\nBOT_DATA_DIR='/srv/数据'\n", encoding="utf-8")
    merged = environment(tmp_path, {"BOT_LOG_LEVEL": "ERROR"})
    assert merged == {"BOT_LOG_LEVEL": "ERROR", "BOT_DATA_DIR": "/srv/数据"}


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("BOT_DATA_DIR=数据\n".encode("gbk"))
    with pytest.raises(SettingsError, match="UTF-8"):
        environment(tmp_path, {})


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/frontline-benefits-bot"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/frontline-benefits-bot"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/frontline-benefits-bot"),
        ("win32", {"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/frontline-benefits-bot"),
    ],
)
def test_data_lies_where_the_platform_keeps_it(platform: str, environ: dict[str, str], expected: str) -> None:
    assert user_data_dir(environ, platform) == Path(expected)


def test_the_data_folder_is_made_private(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_others_can_write_to_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(SettingsError, match="chmod 700"):
        private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o777, "the program does not change what the owner set"


def test_a_file_in_the_folder_s_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="BOT_DATA_DIR"):
        private_folder(tmp_path / "file" / "data")


def test_a_mark_at_the_beginning_of_the_file_hides_no_setting(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_LOG_LEVEL=ERROR\nBOT_LOG_FORMAT=json\n", encoding="utf-8-sig")
    settings = read_settings(environment(tmp_path, {}) | {"HOME": "/h"})
    assert (settings.log_level, settings.log_format) == ("ERROR", "json")


def test_the_example_names_every_variable_and_no_other() -> None:
    root = Path(__file__).parents[1]
    source = (root / "bot" / "settings.py").read_text(encoding="utf-8")
    example = (root / ".env.example").read_text(encoding="utf-8")
    written = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
    assert written == set(re.findall(r'"((?:BOT|TELEGRAM)_[A-Z_]+)"', source))


def test_reading_settings_does_not_look_at_the_real_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "BOT_LOG_LEVEL", "DEBUG")
    assert read_settings({"HOME": "/h"}).log_level == "WARNING"
