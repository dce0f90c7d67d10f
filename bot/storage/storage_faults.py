"""What keeps a database from working, in words for whoever runs the bot: the file, the reason, the remedy."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

SET_ASIDE = "python -m bot doctor --set-aside"

_REASONS = (
    (("malformed", "not a database", "file is encrypted", "quick_check"), "文件坏了，不是完整的数据库",
     f"先停掉机器人，运行 {SET_ASIDE}：坏文件挪到一旁，再启动就从空的开始"),
    (("disk is full", "no space left"), "磁盘满了", "腾出空间；机器人在等，腾出来就接着做"),
    (("locked", "busy"), "被别的程序锁着", "关掉正打开它的程序（数据库工具、备份）；机器人在等，放开就接着做"),
    (("readonly", "read-only"), "只能读，不能写", "改文件夹和文件的权限，或换一个 BOT_DATA_DIR"),
    (("unable to open", "permission denied"), "打不开", "检查文件夹和文件的权限、属主，或换一个 BOT_DATA_DIR"),
    (("disk i/o error", "input/output error"), "磁盘读写出错", "检查磁盘；文件所在的盘可能坏了或被卸下"),
)  # fmt: skip
"""What the driver or the system says, what that means, and what to do."""


def explained(error: BaseException, file: Path | None) -> str:
    """One line. What the driver says holds no values: SQLAlchemy is told to leave them out."""
    said = str(getattr(error, "orig", None) or error)
    reason, remedy = next(
        ((why, what) for words, why, what in _REASONS if any(word in said.lower() for word in words)),
        (said.splitlines()[0] if said else type(error).__name__, "检查数据文件夹的权限和磁盘"),
    )
    return f"{file or '数据库'}：{reason}{_owner(file)} → {remedy}"


class ServerTrouble(NamedTuple):
    """``said`` is found in what the driver says; ``passes``: the server cannot be reached now, and waiting may help."""

    said: str
    reason: str
    remedy: str
    passes: bool = False


_SERVER_TROUBLES = (
    ServerTrouble("authentication failed|no password supplied", "用户名或口令不对", "核对 BOT_DATABASE_URL"),
    ServerTrouble("no pg_hba.conf entry", "服务器不让这台机器连", "改服务器的 pg_hba.conf"),
    ServerTrouble('database "[^"]*" does not exist', "没有这个数据库", "先建库：createdb；或核对 BOT_DATABASE_URL"),
    ServerTrouble('role "[^"]*" does not exist', "没有这个用户", "先建用户：createuser；或核对 BOT_DATABASE_URL"),
    ServerTrouble("permission denied|must be owner", "权限不够", "让数据库的属主运行，或给它建表、读写的权限"),
    ServerTrouble(
        "too many clients|remaining connection slots", "连接数满了", "调大 max_connections，或少开几个进程；在等", True
    ),
    ServerTrouble(
        "starting up|shutting down|recovery mode|terminating connection", "服务器正在启动或停止", "在等，好了就接着做", True
    ),
    ServerTrouble(
        "connection failed|connection timeout|connection is (?:bad|closed|lost)|server closed|name resolution|queuepool",
        "连不上", "看服务器在不在、网络通不通；在等，通了就接着做", True,
    ),
)  # fmt: skip
"""A refusal also says that the connection failed: what is told first is what stands first."""


def server_trouble(error: BaseException) -> ServerTrouble | None:
    """What keeps a server from being used, if that is known."""
    said = str(getattr(error, "orig", None) or error).lower()
    return next((trouble for trouble in _SERVER_TROUBLES if re.search(trouble.said, said)), None)


def explained_at(error: BaseException, place: str) -> str:
    """One line for a server, where the words are its own: it repeats user and address, never the password."""
    trouble = server_trouble(error)
    if trouble is not None:
        return f"{place}：{trouble.reason} → {trouble.remedy}"
    said = str(getattr(error, "orig", None) or error)
    return f"{place}：{said.splitlines()[0] if said else type(error).__name__} → 看服务器的日志"


def is_damage(error: BaseException) -> bool:
    """Whether the file itself is broken: waiting does not mend it."""
    said = str(getattr(error, "orig", None) or error).lower()
    return any(word in said for word in _REASONS[0][0])


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
