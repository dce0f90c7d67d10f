"""Settings: one object made from an environment and an optional ``.env`` file. Every gap is reported at once.

A leaf of the package: it imports no room, and only storage, channels and the command line import it.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import re
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_PACKAGE = Path(__file__).resolve().parent
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_WECHAT_TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")
_WECHAT_APPID = re.compile(r"wx[0-9a-f]{16}")
_WECHAT_KEY = re.compile(r"[A-Za-z0-9]{43}")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_TELEGRAM_ONLY = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "BOT_ADMIN_IDS", "BOT_WEBHOOK_URL", "BOT_WEBHOOK_SECRET")
_SERVER_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
PREFIXES = ("BOT_", "TELEGRAM_")
"""How the names of our variables begin."""

_YES = frozenset({"1", "true", "yes", "on", "是"})
_NO = frozenset({"", "0", "false", "no", "off", "否"})
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
DEFAULT_API_URL = "https://api.telegram.org"
DEFAULT_LISTEN = ("127.0.0.1", 8080)
DEFAULT_WEB_LISTEN = ("127.0.0.1", 8000)


@dataclass(frozen=True, slots=True)
class Gap:
    """One setting that is missing or wrong, and how to mend it."""

    name: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.name}：{self.message} → {self.remedy}"


class SettingsError(Exception):
    """The settings cannot be used; carries every gap found."""

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__("\n".join(map(str, gaps)))
        self.gaps = gaps


@dataclass(frozen=True, slots=True)
class WechatSettings:
    """An Official Account. ``token`` signs; with a key (and the one before, while it changes) messages come sealed."""

    token: str
    appid: str | None = None
    aes_key: str | None = None
    previous_key: str | None = None

    def __repr__(self) -> str:
        """Without what must not reach a log."""
        return f"WechatSettings(sealed={self.aes_key is not None}, …)"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Telegram's are examined, and may be None or empty, only as ``read_settings`` says."""

    knowledge_dir: Path
    data_dir: Path
    data_dir_given: bool = False
    log_level: str = "WARNING"
    log_format: str = "text"
    card_font: Path | None = None
    token: str | None = None
    api_url: str = DEFAULT_API_URL
    admin_ids: frozenset[int] = frozenset()
    webhook_url: str | None = None
    webhook_listen: tuple[str, int] = DEFAULT_LISTEN
    webhook_secret: str | None = None
    reload_on_change: bool = False
    wechat: WechatSettings | None = None
    web_listen: tuple[str, int] = DEFAULT_WEB_LISTEN
    web_url: str | None = None
    web_proxies: tuple[str, ...] = ()
    metrics_token: str | None = None
    database_url: str | None = None

    def __repr__(self) -> str:
        """The settings without what must not reach a log."""
        return f"Settings(knowledge_dir={str(self.knowledge_dir)!r}, data_dir={str(self.data_dir)!r}, …)"


def read_settings(
    environ: Mapping[str, str],
    *,
    telegram: bool = False,
    wechat: bool = False,
    serve: bool = False,
    database: bool = False,
) -> Settings:
    """Settings from an environment. Telegram's are examined for ``telegram``, which needs them, and for ``serve``, which
    does without where no token is set. WeChat's are examined for ``wechat`` and ``serve``, and required only if one is set.
    Where the database is, is examined for all that use it: these, and ``database``.

    Raises:
        SettingsError: with every gap, if anything is missing or wrong.
    """
    settings, gaps = _gathered(environ, telegram=telegram, wechat=wechat, serve=serve, database=database)
    if gaps:
        raise SettingsError(gaps)
    return settings


def _gathered(
    environ: Mapping[str, str], *, telegram: bool, wechat: bool, serve: bool, database: bool
) -> tuple[Settings, list[Gap]]:
    reader = _Reader(environ)
    settings = Settings(
        knowledge_dir=reader.folder("BOT_KNOWLEDGE_DIR") or shipped_knowledge(),
        data_dir=reader.folder("BOT_DATA_DIR") or user_data_dir(environ),
        data_dir_given=bool(environ.get("BOT_DATA_DIR", "").strip()),
        log_level=reader.level("BOT_LOG_LEVEL", "INFO" if telegram or serve else "WARNING"),
        log_format=reader.one_of("BOT_LOG_FORMAT", ("text", "json")),
        card_font=reader.file("BOT_CARD_FONT"),
    )
    if serve:
        settings = _with_web(settings, reader)
    if telegram or (serve and environ.get("TELEGRAM_BOT_TOKEN", "").strip()):
        settings = _with_telegram(settings, reader)
    if wechat or serve:
        settings = replace(settings, wechat=_wechat(reader))
    if telegram or serve or database:
        settings = replace(settings, database_url=reader.database("BOT_DATABASE_URL"))
    return settings, reader.gaps


def examined_settings(environ: Mapping[str, str]) -> tuple[Settings, tuple[Gap, ...]]:
    """All settings as far as they can be used, and every gap: for whoever looks for what is wrong.

    Telegram's are needed where one of them is set: whoever wants only the page is not missing a token.
    """
    settings, _ = _gathered(environ, telegram=False, wechat=False, serve=False, database=False)
    telegram = any(environ.get(name, "").strip() for name in _TELEGRAM_ONLY)
    found, gaps = _gathered(environ, telegram=telegram, wechat=True, serve=True, database=True)
    if gaps:
        return replace(settings, database_url=found.database_url), tuple(gaps)
    return replace(found, log_level=settings.log_level), ()


@cache
def known_names() -> tuple[str, ...]:
    """Every variable that is ever read."""
    asked = _Asked()
    _gathered(asked, telegram=True, wechat=True, serve=True, database=True)
    return tuple(name for name in asked.names if name.startswith(PREFIXES))


class _Asked(dict[str, str]):
    """An environment in which nothing is set; notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """Nothing."""
        self.names[name] = None
        return default


def _with_telegram(settings: Settings, reader: _Reader) -> Settings:
    """The settings with the fields only the Telegram bot needs."""
    webhook_url = reader.url("BOT_WEBHOOK_URL", schemes=("https",))
    return replace(
        settings,
        token=reader.token("TELEGRAM_BOT_TOKEN"),
        api_url=(reader.url("TELEGRAM_API_URL", schemes=("http", "https")) or DEFAULT_API_URL).rstrip("/"),
        admin_ids=reader.ids("BOT_ADMIN_IDS"),
        webhook_url=webhook_url,
        webhook_listen=reader.address("BOT_WEBHOOK_LISTEN", DEFAULT_LISTEN),
        webhook_secret=reader.secret("BOT_WEBHOOK_SECRET", needed=webhook_url is not None),
        reload_on_change=reader.switch("BOT_RELOAD_ON_CHANGE"),
    )


def _wechat(reader: _Reader) -> WechatSettings | None:
    """The Official Account's settings; None if nothing is set of them."""
    if not reader.any_of("BOT_WECHAT_TOKEN", "BOT_WECHAT_APPID", "BOT_WECHAT_AES_KEY", "BOT_WECHAT_AES_KEY_PREVIOUS"):
        return None
    key = reader.wechat_key("BOT_WECHAT_AES_KEY")
    previous = reader.wechat_key("BOT_WECHAT_AES_KEY_PREVIOUS", beside="BOT_WECHAT_AES_KEY" if key is None else None)
    appid = reader.wechat_appid("BOT_WECHAT_APPID", needed=key is not None)
    return WechatSettings(reader.wechat_token("BOT_WECHAT_TOKEN"), appid, key, previous)


def _with_web(settings: Settings, reader: _Reader) -> Settings:
    """The settings with the fields the web server needs."""
    listen = reader.address("BOT_WEB_LISTEN", DEFAULT_WEB_LISTEN)
    return replace(
        settings,
        web_listen=listen,
        web_url=reader.public_address("BOT_WEB_URL", listen),
        web_proxies=reader.networks("BOT_WEB_PROXY"),
        metrics_token=reader.secret("BOT_METRICS_TOKEN", needed=False),
        reload_on_change=reader.switch("BOT_RELOAD_ON_CHANGE"),
    )


class _Reader:
    """Reads one variable after another, gathering what is wrong instead of stopping."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.gaps: list[Gap] = []

    def folder(self, name: str) -> Path | None:
        """A folder, or None where the variable is not set."""
        text = self._text(name)
        if "\0" in text:
            self._gap(name, "路径里有不可见的字符", "重新填写路径")
            return None
        return Path(text).expanduser() if text else None

    def file(self, name: str) -> Path | None:
        """A file that is there, or None where the variable is not set."""
        path = self.folder(name)
        if path is not None and not path.is_file():
            self._gap(name, f"没有文件“{path}”", "写字体文件的完整路径，或不设")
        return path

    def level(self, name: str, default: str) -> str:
        """A logging level."""
        text = self._text(name)
        if text and text.upper() not in _LEVELS:
            self._gap(name, f"不能是“{text}”", f"可用：{'、'.join(_LEVELS)}")
            return default
        return text.upper() or default

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """One of some words; the first where the variable is not set."""
        text = self._text(name)
        if text and text.lower() not in choices:
            self._gap(name, f"不能是“{text}”", f"可用：{'、'.join(choices)}")
            return choices[0]
        return text.lower() or choices[0]

    def token(self, name: str) -> str | None:
        """A bot token; never repeated in a message."""
        text = self._text(name)
        if not text:
            self._gap(name, "没有设置", "在 Telegram 里向 @BotFather 发 /newbot 取得，写进环境变量或 .env")
        elif not _TOKEN.fullmatch(text):
            self._gap(name, "不像机器人令牌", "形如 123456789:AA…，从 @BotFather 处整段复制，不带空格和引号")
        return text or None

    def ids(self, name: str) -> frozenset[int]:
        """Numeric user ids, comma separated."""
        parts = [part.strip() for part in self._text(name).replace("，", ",").split(",") if part.strip()]
        wrong = [part for part in parts if not (part.isascii() and part.isdigit() and len(part) <= 18)]
        if wrong:
            self._gap(name, f"“{'、'.join(wrong)}”不是数字 id", "填数字 id，逗号分隔，如 12345,67890；不能填用户名")
            return frozenset()
        return frozenset(map(int, parts))

    def url(self, name: str, *, schemes: tuple[str, ...]) -> str | None:
        """An address with one of the schemes and a host."""
        text = self._text(name)
        if not text:
            return None
        if not _is_address(text, schemes):
            self._gap(name, f"“{text}”不是完整的网址", f"以 {' 或 '.join(schemes)}:// 开头，带主机名")
        return text

    def address(self, name: str, default: tuple[str, int]) -> tuple[str, int]:
        """A host and a port to listen on."""
        text = self._text(name)
        if not text:
            return default
        host, _, port = text.rpartition(":")
        if not host or not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65_535):
            self._gap(name, f"“{text}”不是 主机:端口", "如 127.0.0.1:8080，端口在 1 到 65535 之间")
            return default
        return host.strip("[]"), int(port)

    def public_address(self, name: str, listen: tuple[str, int]) -> str | None:
        """Where people find the page: scheme and host only. It must be set where other machines can reach ``listen``."""
        schemes = ("https", "http")
        text = self.url(name, schemes=schemes)
        if text is None:
            if not _is_loopback(listen[0]):
                self._gap(name, "要对别的机器开放，就必须写明对外的网址", "如 https://bot.example.org；只在本机试用，就监听 127.0.0.1")
            return None
        if not _is_address(text, schemes):
            return None
        parts = urlsplit(text)
        if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
            self._gap(name, f"“{text}”里主机名前后还有别的", "只写协议和主机名，如 https://bot.example.org")
        return f"{parts.scheme}://{parts.netloc}"

    def networks(self, name: str) -> tuple[str, ...]:
        """Addresses or networks, comma separated."""
        parts = [part.strip() for part in self._text(name).replace("，", ",").split(",") if part.strip()]
        for part in parts:
            try:
                ipaddress.ip_network(part)
            except ValueError:
                self._gap(name, f"“{part}”不是 IP 地址或网段", "如 127.0.0.1 或 10.0.0.0/8，逗号分隔")
        return tuple(parts)

    def secret(self, name: str, *, needed: bool) -> str | None:
        """A secret or token of our own making; without it anyone could pretend. Never repeated in a message."""
        text = self._text(name)
        remedy = "自己生成一段，如 python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        if not text and needed:
            self._gap(name, "设了 BOT_WEBHOOK_URL 就必须设置", remedy)
        elif text and not _SECRET.fullmatch(text):
            self._gap(name, "要 16 到 256 个字符，只用字母、数字、_ 和 -", remedy)
        return text or None

    def database(self, name: str) -> str | None:
        """A PostgreSQL's address with the driver's name in it; never repeated in a message: it may hold a password."""
        text = self._text(name)
        if not text:
            return None
        scheme = text.partition(":")[0]
        try:
            parts = urlsplit(text)
            sound = scheme in _SERVER_SCHEMES and len(parts.path) > 1 and parts.port != 0
        except ValueError:
            sound = False
        if not sound:
            remedy = "写成 postgresql+psycopg://用户:口令@主机:端口/库名，口令里的特殊字符写成 %XX；只用 SQLite 就不要设"
            self._gap(name, "不是 PostgreSQL 的地址", remedy)
            return None
        if find_spec("psycopg") is None:
            self._gap(name, "没有装 PostgreSQL 的驱动", "pip install 'frontline-benefits-bot[postgres]'（在源码里：'.[postgres]'）")
            return None
        return "postgresql+psycopg" + text[len(scheme) :]

    def switch(self, name: str) -> bool:
        """A yes or a no; no where the variable is not set."""
        text = self._text(name).lower()
        if text not in _YES | _NO:
            self._gap(name, f"不能是“{text}”", "写 1 或 0")
        return text in _YES

    def any_of(self, *names: str) -> bool:
        """Whether one of the variables is set."""
        return any(map(self._text, names))

    def wechat_token(self, name: str) -> str:
        """What WeChat's requests are signed with; never repeated in a message."""
        text = self._text(name)
        remedy = "自己想一串 3 到 32 位的字母和数字，越长越好；公众平台“服务器配置”的 Token 填同一串"
        if not text:
            self._gap(name, "设了 BOT_WECHAT_ 开头的其他项就必须设置", remedy)
        elif not _WECHAT_TOKEN.fullmatch(text):
            self._gap(name, "只能是 3 到 32 位的字母和数字", remedy)
        return text

    def wechat_appid(self, name: str, *, needed: bool) -> str | None:
        """The account's AppID, sealed into every message."""
        text = self._text(name)
        remedy = "公众平台“基本配置”里的开发者ID（AppID），wx 开头的 18 位"
        if not text and needed:
            self._gap(name, "设了 BOT_WECHAT_AES_KEY 就必须设置", remedy)
        elif text and not _WECHAT_APPID.fullmatch(text):
            self._gap(name, "不像 AppID", remedy)
        return text or None

    def wechat_key(self, name: str, *, beside: str | None = None) -> str | None:
        """A key as the platform shows it; ``beside`` is the variable that is missing beside it. Never repeated in a message."""
        text = self._text(name)
        if text and not _WECHAT_KEY.fullmatch(text):
            self._gap(name, "要正好 43 位字母和数字", "从公众平台“服务器配置”的 EncodingAESKey 整段复制，不带空格")
        elif text and beside is not None:
            self._gap(name, f"没有设 {beside}", f"现在用的写在 {beside}，换下来的才写在这里")
        return text or None

    def _text(self, name: str) -> str:
        return self._environ.get(name, "").strip()

    def _gap(self, name: str, message: str, remedy: str) -> None:
        self.gaps.append(Gap(name, message, remedy))


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    """Whether a text is an address with one of the schemes and a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def shipped_knowledge(package: Path = _PACKAGE) -> Path:
    """The knowledge that came with the program: inside an installed wheel, or beside the code in a checkout."""
    installed = package / "shipped_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def user_data_dir(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this platform keeps a program's data of one user."""
    home = Path(environ.get("HOME") or Path.home())
    name = "frontline-benefits-bot"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / name
    if platform == "darwin":
        return home / "Library" / "Application Support" / name
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / name


def private_folder(folder: Path) -> Path:
    """The folder, made if need be, and open to its owner only.

    Raises:
        SettingsError: if it cannot be made or written to, or if other users could write to it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mode = folder.stat().st_mode
    except OSError as error:
        gap = Gap("BOT_DATA_DIR", f"建不了数据文件夹 {folder}（{error.strerror}）", "换一个可写的位置")
        raise SettingsError([gap]) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SettingsError([Gap("BOT_DATA_DIR", f"不能写入 {folder}", "改权限，或换一个位置")])
    if os.name == "posix" and mode & _WRITABLE_BY_OTHERS:
        raise SettingsError([Gap("BOT_DATA_DIR", f"别的用户也能写 {folder}", f"chmod 700 {folder}，或换一个位置")])
    return folder


def level_number(name: str) -> int:
    """The number ``logging`` knows a level by."""
    return logging.getLevelNamesMapping()[name]
