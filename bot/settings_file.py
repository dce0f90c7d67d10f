"""Where settings are written: the environment and an optional ``.env``; and what is written there that nobody reads.

A leaf of the package, like ``settings``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from bot.settings import PREFIXES, Gap, SettingsError, known_names

_NEAR, _NEAR_BARE, _GUESSES = 0.65, 0.8, 2
"""How alike a misspelt name is; one that does not even begin like ours has to be more so."""

_LINE = re.compile(r"\s*(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*(?P<mark>[：＝:])?")


@dataclass(frozen=True, slots=True)
class Written:
    """What is set. ``unread`` is what looks like a setting and is none; ``foreign`` what only begins like one of ours."""

    variables: Mapping[str, str]
    unread: tuple[Gap, ...] = ()
    foreign: tuple[Gap, ...] = ()


def written_settings(folder: Path, environ: Mapping[str, str], *, forgiving: bool = False) -> Written:
    """The variables of ``folder/.env``, overridden by ``environ``, and what nobody will read of both.

    Raises:
        SettingsError: if the file is there but cannot be read; ``forgiving`` goes on without it, and tells so.
    """
    bindings, unreadable = list[Binding](), list[Gap]()
    try:
        bindings = _bindings(folder / ".env")
    except SettingsError as error:
        if not forgiving:
            raise
        unreadable = error.gaps
    told = [gap for binding in bindings if (gap := _broken_line(folder / ".env", binding)) is not None]
    read = {b.key: b.value for b in bindings if b.key is not None and b.value is not None and not b.error}
    variables = read | dict(environ)
    unread, foreign = [*unreadable, *told], list[Gap]()
    for name in variables:
        gap, guessed = _unknown(name, in_file=name in read)
        if gap is not None:
            (unread if guessed or name in read else foreign).append(gap)
    return Written(variables, tuple(unread), tuple(foreign))


def _bindings(file: Path) -> list[Binding]:
    try:
        text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""  # some editors begin with a mark of their own
    except UnicodeDecodeError as error:
        gap = Gap(str(file), "不是 UTF-8 编码（多半是 GBK），一行也没有读", "在编辑器里另存为 UTF-8")
        raise SettingsError([gap]) from error
    except OSError as error:
        raise SettingsError([Gap(str(file), f"读不了（{error.strerror}）", "检查权限")]) from error
    return list(parse_stream(io.StringIO(text)))


def _broken_line(file: Path, binding: Binding) -> Gap | None:
    """A line of the file from which nothing can be read.

    What stands behind the name is not repeated, nor a word that is no name of ours or nearly one: it may be a secret that slipped
    onto a line of its own.
    """
    text = binding.original.string
    if not text.strip() or (not binding.error and (binding.key is None or binding.value is not None)):
        return None
    line = binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")
    found = _LINE.match(text)
    name, mark = (found["name"], found["mark"]) if found is not None else ("", "")
    shown = f"{name}…" if name in known_names() or _unknown(name, in_file=True)[1] else ""
    remedy = f"“{mark}”改成英文等号：{shown.rstrip('…') or '名字'}=…" if mark else "写成 名字=值；值里有引号的，引号要成对"
    return Gap(f"{file.name} 第 {line} 行", "读不懂，没有用上" + (f"：{shown}" if shown else ""), remedy)


def _unknown(name: str, *, in_file: bool) -> tuple[Gap | None, bool]:
    """A name that nobody reads, if it could be meant for us, and whether there is a guess at what is meant.

    Beside the file other programs have theirs: LOG_LEVEL.
    """
    known, upper = known_names(), name.upper()
    if name in known:
        return None, False
    if upper in known:
        return Gap(name, "没有用上：名字要全大写", f"改成 {upper}"), True
    ours = upper.startswith(PREFIXES)
    near = get_close_matches(upper, known, _GUESSES, _NEAR if ours else _NEAR_BARE) if ours or in_file else []
    if near:
        return Gap(name, "没有这一项设置，没有用上", f"是不是 {'，或 '.join(near)}？"), True
    return (Gap(name, "没有这一项设置，没有用上", "能设的都在 .env.example 里；不是给它的就不用管") if ours else None), False
