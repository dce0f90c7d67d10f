"""The import rule of the rooms, read from the syntax trees: leftwards only, and one room for each library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import bot

ROOMS = ("model", "language", "matching", "understanding", "rules", "dialogue", "loading", "storage", "channels", "cli")
PURE = ROOMS[:6]
PACKAGE = Path(bot.__file__).parent
LEAVES = {"settings": ("storage", "channels", "cli"), "streams": ("cli",)}
"""Modules outside the rooms that import no room, with the rooms that may import them."""

OWNERS = {
    "jieba": "bot.language",
    "opencc": "bot.language",
    "pypinyin": "bot.language",
    "rapidfuzz": "bot.matching",
    "yaml": "bot.loading",
    "docx": "bot.loading",
    "telegram": "bot.channels.telegram",
    "sqlalchemy": "bot.storage",
    "aiosqlite": "bot.storage",
    "dotenv": "bot.settings",
}
IMPURE_MODULES = {
    "asyncio", "concurrent", "http", "multiprocessing", "os", "random", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "sys", "threading", "time", "urllib", "uuid",
}  # fmt: skip
IMPURE_CALLS = {"today", "now", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes", "print"}


@dataclass(frozen=True)
class Import:
    """One import of one module, and where it stands."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def modules() -> list[tuple[str, ast.Module]]:
    """Every module of the package with its syntax tree."""
    files = sorted(PACKAGE.rglob("*.py"))
    return [(_name(file), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def _name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports() -> Iterator[Import]:
    """Every import of the package, also those inside functions."""
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (Import(name, alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name}:{node.lineno} imports relatively"
                submodules = [f"{node.module}.{alias.name}" for alias in node.names]
                imported = [module for module in submodules if _is_module(module)] or [str(node.module)]
                yield from (Import(name, module, node.lineno) for module in imported)


def _is_module(name: str) -> bool:
    return (PACKAGE.parent / name.replace(".", "/")).with_suffix(".py").exists()


def room(module: str) -> str:
    """The room a module of the package stands in. What lies beside the rooms belongs to the command line."""
    part = f"{module}.".split(".")[1]
    return part if part in ROOMS or part in LEAVES else "cli"


def test_imports_go_leftwards_only() -> None:
    """A room imports itself and rooms to its left; a leaf imports no room."""
    wrong = [str(found) for found in imports() if found.imported.startswith("bot.") and not _allowed(found)]
    assert not wrong, "\n".join(wrong)


def _allowed(found: Import) -> bool:
    importer, imported = room(found.importer), room(found.imported)
    if importer in LEAVES:
        return False
    if imported in LEAVES:
        return importer in LEAVES[imported]
    return ROOMS.index(imported) <= ROOMS.index(importer)


def test_channels_do_not_import_each_other() -> None:
    """The terminal knows nothing of Telegram, nor the other way round; both may use what lies in no channel."""
    channels = {"bot.channels.terminal", "bot.channels.telegram", "bot.channels.jsonl"}
    for found in imports():
        importer = next((c for c in channels if found.importer.startswith(c)), None)
        imported = next((c for c in channels if found.imported.startswith(c)), None)
        assert importer is None or imported in (None, importer), str(found)


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_each_library_is_known_to_one_room(library: str) -> None:
    """So that it can be exchanged there."""
    owner = OWNERS[library]
    users = [found for found in imports() if found.imported.split(".")[0] == library]
    strangers = [str(found) for found in users if not f"{found.importer}.".startswith(f"{owner}.")]
    assert not strangers, "\n".join(strangers)


@pytest.mark.parametrize("pure", PURE)
def test_pure_rooms_import_nothing_that_reaches_outside(pure: str) -> None:
    """No clock, no randomness, no I/O, no threads up to and including the dialogue."""
    reaching = [
        str(found)
        for found in imports()
        if room(found.importer) == pure and found.imported.split(".")[0] in IMPURE_MODULES
    ]
    assert not reaching, "\n".join(reaching)


@pytest.mark.parametrize("pure", PURE)
def test_pure_rooms_neither_look_at_the_clock_nor_at_files(pure: str) -> None:
    """Today's date is an argument; files are read in the loading room."""
    for name, tree in modules():
        if room(name) != pure:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                assert called not in IMPURE_CALLS, f"{name}:{node.lineno} calls {called}"
            assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), f"{name} is asynchronous"
