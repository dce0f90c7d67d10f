"""The import rule of the rooms, read from the syntax trees: leftwards only, and one room for each library."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

import bot

ROOMS = (
    "model", "language", "rules", "compiled", "counting", "understanding", "dialogue",
    "keeping", "reading", "checks", "teaching", "reloading", "authoring",
    "storage", "administration", "channels", "commands",
)  # fmt: skip
PURE = ROOMS[:7]
PACKAGE = Path(bot.__file__).parent
LEAVES = {"settings": ("storage", "channels", "commands"), "streams": ("commands",), "stopping": ("channels", "commands")}
"""Modules outside the rooms that import no room, with the rooms that may import them."""

OWNERS = {
    "jieba": ("bot.language",),
    "opencc": ("bot.language",),
    "pypinyin": ("bot.language",),
    "rapidfuzz": ("bot.understanding", "bot.teaching"),
    "yaml": ("bot.reading",),
    "tqdm": ("bot.checks", "bot.commands"),
    "lxml": ("bot.authoring",),
    "pypdf": ("bot.authoring",),
    "aiohttp": ("bot.channels.telegram",),
    "telegram": ("bot.channels.telegram",),
    "sqlalchemy": ("bot.storage",),
    "dotenv": ("bot.settings_file",),
    "cryptography": ("bot.channels.wechat",),
    "starlette": ("bot.channels.http", "bot.channels.hook_server"),
    "uvicorn": ("bot.channels.http", "bot.channels.hook_server"),
    "jinja2": ("bot.channels.http",),
    "segno": ("bot.channels.http", "bot.channels.picture_card"),
    "PIL": ("bot.channels.picture_card",),
    "prometheus_client": ("bot.channels.http",),
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


@lru_cache(maxsize=1)
def modules() -> list[tuple[str, ast.Module]]:
    """Every module of the package with its syntax tree."""
    files = sorted(PACKAGE.rglob("*.py"))
    return [(_name(file), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def _name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@lru_cache(maxsize=1)
def imports() -> tuple[Import, ...]:
    """Every import of the package, also those inside functions."""
    return tuple(_imports())


def _imports() -> Iterator[Import]:
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
    return part if part in ROOMS or part in LEAVES else "commands"


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


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Modules in a circle can only be read all at once: take away those that import none left, and none may remain."""
    left: dict[str, set[str]] = {name: set() for name, _ in modules()}
    for found in imports():
        if found.imported in left:
            left[found.importer].add(found.imported)
    while free := {name for name, imported in left.items() if imported.isdisjoint(left)}:
        left = {name: imported for name, imported in left.items() if name not in free}
    assert not left, "in or above a circle: " + ", ".join(sorted(left))


def test_channels_do_not_import_each_other() -> None:
    """The terminal knows nothing of Telegram, nor the other way round; both may use what lies in no channel."""
    channels = {f"bot.channels.{name}" for name in ("terminal", "telegram", "wechat", "http", "jsonl")}
    for found in imports():
        importer = next((c for c in channels if found.importer.startswith(c)), None)
        imported = next((c for c in channels if found.imported.startswith(c)), None)
        assert importer is None or imported in (None, importer), str(found)


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_each_library_is_known_to_one_room(library: str) -> None:
    """So that it can be exchanged there."""
    owners = tuple(f"{owner}." for owner in OWNERS[library])
    users = [found for found in imports() if found.imported.split(".")[0] == library]
    strangers = [str(found) for found in users if not f"{found.importer}.".startswith(owners)]
    assert not strangers, "\n".join(strangers)
    assert users, f"nobody uses {library}"


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
    """Today's date is an argument; files are read further to the right."""
    for name, tree in modules():
        if room(name) != pure:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                assert called not in IMPURE_CALLS, f"{name}:{node.lineno} calls {called}"
            assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), f"{name} is asynchronous"


def test_no_room_holds_more_than_a_fifth_of_the_code() -> None:
    """A room, or a room within a room, that grows beyond that is two rooms."""
    sizes = Counter[str]()
    for file in PACKAGE.rglob("*.py"):
        sizes[str(file.parent.relative_to(PACKAGE))] += len(file.read_text(encoding="utf-8").splitlines())
    large = {name: size for name, size in sizes.items() if size > sizes.total() / 5}
    assert not large, f"{large} of {sizes.total()} lines"


def test_no_two_modules_have_one_name() -> None:
    """So that a name says which file is meant; a command or a reply may be called what it calls or puts into words."""
    files = [name for name, _ in modules() if (PACKAGE.parent / name.replace(".", "/")).with_suffix(".py").exists()]
    named = [name for name in files if not name.startswith(("bot.commands.", "bot.dialogue.replies."))]
    seen = Counter(name.rpartition(".")[2] for name in named)
    assert [name for name, count in seen.items() if count > 1] == []


MIRRORED = ("language", "compiled", "counting", "understanding", "rules", "dialogue")
TESTED_BY_OTHERS = (
    "bot.language.crews", "bot.compiled.care", "bot.understanding.held", "bot.understanding.counting_tools",
    "bot.dialogue",
)  # fmt: skip
"""What has no test of its own yet, but is tested by way of what uses it. Must shrink to nothing."""

TESTS = Path(__file__).parent


def test_every_module_a_message_goes_through_has_a_test_of_its_own() -> None:
    """Mirrored: who looks for a behaviour in a module finds its test by the same path."""
    files = [file for room in MIRRORED for file in (PACKAGE / room).rglob("*.py") if file.name != "__init__.py"]
    wanted = [file.relative_to(PACKAGE) for file in files if not _name(file).startswith(TESTED_BY_OTHERS)]
    missing = [str(file) for file in wanted if not (TESTS / file.parent / f"test_{file.name}").exists()]
    assert not missing, "\n".join(missing)
