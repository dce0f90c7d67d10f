"""Settings are read once, from what is passed in; everything wrong is reported together."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.settings import (
    SettingsError,
    WechatSettings,
    examined_settings,
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


def test_a_font_that_is_set_must_be_there(tmp_path: Path) -> None:
    font = tmp_path / "hei.ttf"
    assert "没有文件" in gaps({"BOT_CARD_FONT": str(font)}, telegram=False)["BOT_CARD_FONT"]
    font.touch()
    assert read_settings({"HOME": "/home/x", "BOT_CARD_FONT": str(font)}).card_font == font


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


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres"])
def test_a_server_is_reached_by_the_one_driver(scheme: str) -> None:
    pytest.importorskip("psycopg")
    settings = read_settings({"BOT_DATABASE_URL": f"{scheme}://bot:secret@db:5432/bot"}, serve=True)
    assert settings.database_url == "postgresql+psycopg://bot:secret@db:5432/bot"
    assert "secret" not in repr(settings)
    assert read_settings({"BOT_DATABASE_URL": "nonsense"}).database_url is None


@pytest.mark.parametrize("url", ["sqlite:///x:secret", "postgresql://bot:secret@db:port/bot", "postgresql://bot:secret@db", "secret"])
def test_what_is_no_servers_address_is_said_without_repeating_it(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"BOT_DATABASE_URL": url}, database=True)
    assert "postgresql+psycopg://" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_server_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.settings.find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"pip install 'frontline-benefits-bot\[postgres\]'"):
        read_settings({"BOT_DATABASE_URL": "postgresql://db/bot"}, serve=True)


WECHAT = {
    "BOT_WECHAT_TOKEN": "abc123",
    "BOT_WECHAT_APPID": "wx0123456789abcdef",
    "BOT_WECHAT_AES_KEY": "k" * 43,
    "BOT_WECHAT_AES_KEY_PREVIOUS": "p" * 43,
}


def wechat_gaps(environ: dict[str, str]) -> dict[str, str]:
    """Each gap of WeChat's settings by the variable it is about."""
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, wechat=True)
    return {gap.name: f"{gap.message} {gap.remedy}" for gap in caught.value.gaps}


def test_everything_wechat_needs() -> None:
    found = read_settings(WECHAT, wechat=True).wechat
    assert found == WechatSettings("abc123", "wx0123456789abcdef", "k" * 43, "p" * 43)
    assert not any(value in repr(found) for value in WECHAT.values())


def test_without_wechat_nothing_of_it_is_asked_for() -> None:
    assert read_settings({}, wechat=True).wechat is None
    assert read_settings({"BOT_WECHAT_TOKEN": "!"}).wechat is None


def test_a_test_account_needs_its_token_only() -> None:
    assert read_settings({"BOT_WECHAT_TOKEN": "abc123"}, wechat=True).wechat == WechatSettings("abc123")


def test_every_gap_of_wechat_is_reported_at_once() -> None:
    wrong = {"BOT_WECHAT_APPID": "gh_12", "BOT_WECHAT_AES_KEY": "短", "BOT_WECHAT_AES_KEY_PREVIOUS": "secret-but-short"}
    found = wechat_gaps(wrong)
    assert set(found) == {"BOT_WECHAT_TOKEN", *wrong}
    assert "secret-but-short" not in "".join(found.values())


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("BOT_WECHAT_TOKEN", "BOT_WECHAT_TOKEN"),
        ("BOT_WECHAT_APPID", "BOT_WECHAT_APPID"),
        ("BOT_WECHAT_AES_KEY", "BOT_WECHAT_AES_KEY_PREVIOUS"),
    ],
)
def test_what_wechat_needs_together_is_asked_for_together(missing: str, named: str) -> None:
    assert set(wechat_gaps({name: value for name, value in WECHAT.items() if name != missing})) == {named}


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


def test_the_example_names_every_variable_and_no_other() -> None:
    root = Path(__file__).parents[1]
    source = (root / "bot" / "settings.py").read_text(encoding="utf-8")
    example = (root / ".env.example").read_text(encoding="utf-8")
    written = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
    assert written == set(re.findall(r'"((?:BOT|TELEGRAM)_[A-Z_]+)"', source))


def test_reading_settings_does_not_look_at_the_real_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "BOT_LOG_LEVEL", "DEBUG")
    assert read_settings({"HOME": "/h"}).log_level == "WARNING"


def web_gaps(environ: dict[str, str]) -> set[str]:
    """The variables that are wrong for the server."""
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, serve=True)
    return {gap.name for gap in caught.value.gaps}


def test_nothing_has_to_be_set_for_the_page() -> None:
    settings = read_settings({"HOME": "/h"}, serve=True)
    assert (settings.web_listen, settings.web_url, settings.token) == (("127.0.0.1", 8000), None, None)


@pytest.mark.parametrize("listen", ["0.0.0.0:80", "[::]:80", "192.0.2.1:80", "bot.example.org:80"])
def test_beyond_this_machine_the_public_address_is_needed(listen: str) -> None:
    assert web_gaps({"BOT_WEB_LISTEN": listen}) == {"BOT_WEB_URL"}
    settings = read_settings({"BOT_WEB_LISTEN": listen, "BOT_WEB_URL": "https://bot.example.org/"}, serve=True)
    assert settings.web_url == "https://bot.example.org"


@pytest.mark.parametrize("listen", ["127.0.0.1:80", "127.1.2.3:80", "[::1]:80", "localhost:80"])
def test_on_this_machine_it_is_not(listen: str) -> None:
    assert read_settings({"BOT_WEB_LISTEN": listen}, serve=True).web_url is None


@pytest.mark.parametrize("url", ["bot.example.org", "ftp://x.org", "https://x.org/path", "https://a:b@x.org", "https://x.org?q"])
def test_the_public_address_is_scheme_and_host(url: str) -> None:
    assert web_gaps({"BOT_WEB_URL": url}) == {"BOT_WEB_URL"}


@pytest.mark.parametrize("url", ["bot.example.org", "ftp://x.org/path", "https://x.org/path"])
def test_one_wrong_address_is_one_gap(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"BOT_WEB_URL": url, "BOT_WEB_LISTEN": "0.0.0.0:80"}, serve=True)
    assert [gap.name for gap in caught.value.gaps] == ["BOT_WEB_URL"]


def test_what_was_typed_is_repeated_as_it_was_typed() -> None:
    assert "“verbose”" in gaps({"BOT_LOG_LEVEL": "verbose"}, telegram=False)["BOT_LOG_LEVEL"]


def test_whoever_looks_finds_every_gap_and_settings_to_go_on_with() -> None:
    wrong = {"HOME": "/h", "BOT_LOG_LEVEL": "verbose", "BOT_LOG_FORMAT": "xml", "BOT_WEB_PROXY": "nginx", "BOT_KNOWLEDGE_DIR": "a\0b"}
    settings, found = examined_settings(wrong)
    assert {gap.name for gap in found} == set(wrong) - {"HOME"}
    assert (settings.log_level, settings.log_format) == ("WARNING", "text")


def test_all_that_is_wrong_for_the_server_is_told_at_once() -> None:
    wrong = {"BOT_WEB_LISTEN": "x", "BOT_WEB_PROXY": "10.0.0.0/8,nobody", "BOT_METRICS_TOKEN": "short", "TELEGRAM_BOT_TOKEN": "x"}
    assert web_gaps(wrong) == set(wrong)
