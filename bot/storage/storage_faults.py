"""What keeps a database from working, in words for whoever runs the bot: the file, the reason, the remedy."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SET_ASIDE = "python -m bot doctor --set-aside"


class Trouble(NamedTuple):
    """``said`` is found in what the driver or the system says; ``passes``: a server cannot be reached now, and waiting may help."""

    said: str
    reason: str
    remedy: str
    passes: bool = False


_DAMAGE = Trouble(
    "malformed|not a database|file is encrypted|quick_check",
    "文件坏了，不是完整的数据库",
    f"先停掉机器人，运行 {SET_ASIDE}：坏文件挪到一旁，再启动就从空的开始",
)
_OF_A_FILE = (
    _DAMAGE,
    Trouble("disk is full|no space left", "磁盘满了", "腾出空间；机器人在等，腾出来就接着做"),
    Trouble("locked|busy", "被别的程序锁着", "关掉正打开它的程序（数据库工具、备份）；机器人在等，放开就接着做"),
    Trouble("readonly|read-only", "只能读，不能写", "改文件夹和文件的权限，或换一个 BOT_DATA_DIR"),
    Trouble("unable to open|permission denied", "打不开", "检查文件夹和文件的权限、属主，或换一个 BOT_DATA_DIR"),
    Trouble("disk i/o error|input/output error", "磁盘读写出错", "检查磁盘；文件所在的盘可能坏了或被卸下"),
)
_OF_A_SERVER = (
    Trouble("authentication failed|no password supplied", "用户名或口令不对", "核对 BOT_DATABASE_URL"),
    Trouble("no pg_hba.conf entry", "服务器不让这台机器连", "改服务器的 pg_hba.conf"),
    Trouble('database "[^"]*" does not exist', "没有这个数据库", "先建库：createdb；或核对 BOT_DATABASE_URL"),
    Trouble('role "[^"]*" does not exist', "没有这个用户", "先建用户：createuser；或核对 BOT_DATABASE_URL"),
    Trouble("permission denied|must be owner", "权限不够", "让数据库的属主运行，或给它建表、读写的权限"),
    Trouble("too many clients|remaining connection slots", "连接数满了", "调大 max_connections，或少开几个进程；在等", True),
    Trouble(
        "starting up|shutting down|recovery mode|terminating connection", "服务器正在启动或停止", "在等，好了就接着做", True
    ),
    Trouble(
        "connection failed|connection timeout|connection is (?:bad|closed|lost)|server closed|name resolution|queuepool",
        "连不上",
        "看服务器在不在、网络通不通；在等，通了就接着做",
        True,
    ),
)
"""A refusal also says that the connection failed: what is told first is what stands first."""


def explained(error: BaseException, file: Path | None) -> str:
    """One line. What the driver says holds no values: SQLAlchemy is told to leave them out."""
    reason, remedy = _told(error, _first(error, _OF_A_FILE), "检查数据文件夹的权限和磁盘")
    return f"{file or '数据库'}：{reason}{_owner(file)} → {remedy}"


def explained_at(error: BaseException, place: str) -> str:
    """One line for a server, where the words are its own: it repeats user and address, never the password."""
    reason, remedy = _told(error, server_trouble(error), "看服务器的日志")
    return f"{place}：{reason} → {remedy}"


def server_trouble(error: BaseException) -> Trouble | None:
    """What keeps a server from being used, if that is known."""
    return _first(error, _OF_A_SERVER)


def _first(error: BaseException, troubles: Iterable[Trouble]) -> Trouble | None:
    return next((trouble for trouble in troubles if re.search(trouble.said, _said(error).lower())), None)


def _told(error: BaseException, trouble: Trouble | None, otherwise: str) -> tuple[str, str]:
    """Reason and remedy; of a trouble nobody foresaw, what was said."""
    if trouble is not None:
        return trouble.reason, trouble.remedy
    said = _said(error)
    return said.splitlines()[0] if said else type(error).__name__, otherwise


def _said(error: BaseException) -> str:
    return str(getattr(error, "orig", None) or error)


def is_damage(error: BaseException) -> bool:
    """Whether the file itself is broken: waiting does not mend it."""
    return _first(error, [_DAMAGE]) is not None


def _owner(file: Path | None) -> str:
    """Whose file it is, where it is not ours: the usual end of having started the bot once as root."""
    if file is None or not hasattr(os, "getuid"):
        return ""
    try:
        owner = file.stat().st_uid
    except OSError:
        return ""
    return "" if owner == os.getuid() else f"（属主是 uid {owner}，运行的是 uid {os.getuid()}：chown 给运行的用户）"


def sound(file: Path) -> str | None:
    """What is wrong inside a database file; None if nothing is, or there is none yet."""
    if not file.exists() or file.stat().st_size == 0:
        return None
    try:
        connection = sqlite3.connect(file, timeout=5)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return explained(error, file)
    return None if found == ("ok",) else explained(sqlite3.DatabaseError("quick_check"), file)
