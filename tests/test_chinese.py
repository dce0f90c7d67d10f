"""Chinese in two places only: what people say is content, what is grammar is language. Read from the syntax trees of the package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import bot
from bot.language.clauses import CLAUSE_MARKS
from bot.language.particles import FINAL

PACKAGE = Path(bot.__file__).parent
LANGUAGE = "bot.language"

EXCEPTIONS = {
    "authors' files and official documents are read and checked here, no message comes here":
        ("bot.authoring", "bot.checks.figures", "bot.checks.files"),
    "names and numbers are taken out of a question before it is kept; nothing is understood by it": ("bot.storage.scrub",),
    "an operator's yes and no in the environment; it imports no room, so no message comes here": ("bot.settings",),
}  # fmt: skip
"""Where Chinese may be matched for good, by the reason. Three at most."""

EXCEPTED = tuple(place for places in EXCEPTIONS.values() for place in places)

HEARING = ("bot.compiled", "bot.understanding", "bot.rules", "bot.dialogue")
"""Rooms a message goes through: there a constant that lists short words is a word list, however it is used."""

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[\u3400-\u9fff]{1,4}")
_HOLDS_AGAINST = {
    "startswith", "endswith", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "find", "rfind", "index", "rindex",
    "count", "replace", "split", "rsplit", "partition", "rpartition", "isdisjoint", "intersection", "maketrans", "fullmatch",
}  # fmt: skip
"""Methods whose arguments are held against a text."""


@dataclass(frozen=True)
class Hit:
    """Chinese that is held against a text."""

    module: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.what}"


@dataclass
class Module:
    """A module's syntax tree. ``constants`` are its names, own or imported, that stand for Chinese words or patterns."""

    name: str
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)

    def says(self, node: ast.AST | None) -> bool:
        """Whether a value is Chinese text or a collection that directly holds some, spelled out or by its name."""
        if isinstance(node, ast.Starred):
            return self.says(node.value)
        if isinstance(node, ast.Name):
            return node.id in self.constants
        if isinstance(node, ast.Attribute):
            return isinstance(node.value, ast.Name) and f"{node.value.id}.{node.attr}" in self.constants
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            return any(map(self.says, node.elts))
        if isinstance(node, ast.Dict):
            return any(map(self.says, node.keys))
        if isinstance(node, ast.JoinedStr):
            return any(self.says(part.value if isinstance(part, ast.FormattedValue) else part) for part in node.values)
        if isinstance(node, ast.BinOp):
            return self.says(node.left) or self.says(node.right)
        if isinstance(node, ast.Call) and _called(node) in ("frozenset", "set", "tuple", "list", "dict"):
            return any(map(self.says, node.args))
        return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_IDEOGRAPH.search(node.value))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def modules(sources: Iterable[tuple[str, str]]) -> list[Module]:
    """The modules, each with the names of Chinese words that are its own or imported; what language lends may be used anywhere."""
    read = [Module(name, ast.parse(source)) for name, source in sources]
    for module in read:
        for node in module.tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            value = getattr(node, "value", None)
            if isinstance(target, ast.Name) and value is not None and module.says(value):
                module.constants[target.id] = value
    own = {module.name: dict(module.constants) for module in read if not within(module.name, [LANGUAGE])}
    for module in read:
        for statement in ast.walk(module.tree):
            for alias in statement.names if isinstance(statement, ast.ImportFrom) else ():
                known, name = own.get(_source(statement), {}), alias.asname or alias.name
                if alias.name in known:
                    module.constants[name] = known[alias.name]
                whole = own.get(f"{_source(statement)}.{alias.name}", {})
                module.constants |= {f"{name}.{constant}": value for constant, value in whole.items()}
    return read


def _source(statement: ast.AST) -> str:
    return str(getattr(statement, "module", ""))


def hits(module: Module) -> Iterator[Hit]:
    """Every place where Chinese is held against a text: regexes, membership, comparison, prefixes, loops over words."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield from _in_call(module, node)
        elif isinstance(node, ast.Compare) and any(map(module.says, [node.left, *node.comparators])):
            yield Hit(module.name, node.lineno, f"compares: {ast.unparse(node)[:80]}")
        elif isinstance(node, ast.For | ast.comprehension) and _collects(module, node.iter):
            yield Hit(module.name, node.iter.lineno, f"goes through words: {ast.unparse(node.iter)[:80]}")
        elif isinstance(node, ast.MatchValue) and module.says(node.value):
            yield Hit(module.name, node.value.lineno, f"matches: {ast.unparse(node.value)[:80]}")
        elif isinstance(node, ast.Set | ast.Dict) and module.says(node):
            yield Hit(module.name, node.lineno, f"looks up words: {ast.unparse(node)[:80]}")
    if module.name.startswith(HEARING):
        for name, value in module.constants.items():
            if value in [getattr(node, "value", None) for node in module.tree.body] and _lists_words(value):
                yield Hit(module.name, value.lineno, f"lists words: {name}")


def _in_call(module: Module, call: ast.Call) -> Iterator[Hit]:
    regex = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
    held = regex or _called(call) in _HOLDS_AGAINST
    collected = _called(call) in ("frozenset", "set")
    if (held or collected) and any(map(module.says, call.args)):
        what = "regex" if regex else "holds against a text" if held else "looks up words"
        yield Hit(module.name, call.lineno, f"{what}: {ast.unparse(call)[:80]}")


def _collects(module: Module, node: ast.expr) -> bool:
    """Whether a loop goes through words spelled out one by one, here or under a name; not through composed sentences."""
    value = module.constants.get(node.id) if isinstance(node, ast.Name) else node
    return isinstance(value, ast.Tuple | ast.List | ast.Set) and _lists_words(value)


def _lists_words(value: ast.expr) -> bool:
    """Two or more short words, and nothing but words."""
    words = value.elts if isinstance(value, ast.Tuple | ast.List | ast.Set) else []
    return len(words) > 1 and all(
        isinstance(word, ast.Constant) and isinstance(word.value, str) and _WORD.fullmatch(word.value) for word in words
    )


@pytest.fixture(scope="module")
def package() -> list[Module]:
    return modules((name_of(file), file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py")))


def name_of(file: Path) -> str:
    """A file's name as it is imported."""
    return ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def within(module: str, places: Iterable[str]) -> bool:
    """Whether a module is one of the places, or stands in one."""
    return any(f"{module}.".startswith(f"{place}.") for place in places)


def test_chinese_is_heard_in_language_and_knowledge_only(package: list[Module]) -> None:
    allowed = (LANGUAGE, *EXCEPTED)
    wrong = [str(hit) for module in package if not within(module.name, allowed) for hit in hits(module)]
    assert not wrong, "\n".join(wrong)


def test_there_are_three_exceptions_at_most_and_each_is_still_needed(package: list[Module]) -> None:
    assert len(EXCEPTIONS) <= 3
    needed = {place for place in EXCEPTED for module in package if within(module.name, [place]) and any(hits(module))}
    assert needed == set(EXCEPTED)


@pytest.mark.parametrize(
    "source",
    [
        "import re\nX = re.compile('一共|总共')",
        "import re\n_WORD = '不对'\nX = re.compile(rf'^{_WORD}')",
        "def f(t):\n    return t.startswith(('加', '减'))",
        "_W = ('两口子', '我俩')\ndef f(t):\n    return any(w in t for w in _W)",
        "_W = ('两口子', '我俩')\ndef f(t):\n    return t in _W",
        "def f(t):\n    return '确认' in t",
        "def f(t):\n    return t.strip('了吧')",
        "_W = frozenset('了吧')",
        "_W = {'两': 2}",
        "def f(t):\n    match t:\n        case '不是':\n            return 1",
        "from bot.understanding import other\ndef f(t):\n    return t in other.WORDS",
        "from bot.understanding.other import WORDS as W\ndef f(t):\n    return t.endswith(W)",
        "_W = ('不对', '说错')\ndef f(t):\n    return heard(t, _W)",
    ],
)
def test_words_that_are_heard_are_noticed(source: str) -> None:
    sources = [("bot.understanding.one", source), ("bot.understanding.other", "WORDS = ('不对', '说错')")]
    assert [*hits(modules(sources)[0])]


@pytest.mark.parametrize(
    "source",
    [
        "TEXT = '您在哪里？'\ndef f():\n    return plain(TEXT)",
        "LABELS = {'yes': '符合', 'no': '不符合'}",
        "def f(n):\n    return [f'共 {n} 天', '出处见下。']",
        "def f(n):\n    return '、'.join(n)",
        "import re\nX = re.compile(r'[\\W_]+')",
        "def f():\n    '''为什么。'''",
    ],
)
def test_wording_is_left_alone(source: str) -> None:
    assert not [*hits(modules([("bot.dialogue.wording", source)])[0])]


SPLITS = ("split", "rsplit", "partition", "rpartition")
ENDS_CLAUSES = frozenset("。！？；，、")
CLOSES = frozenset(FINAL) | ENDS_CLAUSES
LISTS = ("bot.language.clauses", "bot.language.particles")
"""Where the marks that end clauses and the particles that close them are listed."""

OF_LAYOUT = "bot.channels.text_layout"
"""Where lines may be broken is no matter of clauses."""


def lists_of(module: Module) -> list[Hit]:
    """Texts of three or more characters, most of them marks or particles."""
    texts = [node for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [
        Hit(module.name, node.lineno, f"lists marks or particles: {node.value!r}")
        for node in texts
        if len(CLOSES & set(str(node.value))) > max(2, len(set(str(node.value))) // 2)
    ]


def test_marks_and_particles_are_listed_once(package: list[Module]) -> None:
    """One list of the marks that end clauses, one of the particles that close them."""
    assert ENDS_CLAUSES <= CLAUSE_MARKS
    allowed = (*LISTS, OF_LAYOUT, *EXCEPTED)
    wrong = [str(hit) for module in package if not within(module.name, allowed) for hit in lists_of(module)]
    assert not wrong, "\n".join(wrong)


def test_there_is_one_clause_splitter(package: list[Module]) -> None:
    """Nobody else splits at the marks that end clauses."""
    allowed = ("bot.language.clauses", *EXCEPTED)
    wrong = [
        f"{module.name}:{node.lineno} {ast.unparse(node)}"
        for module in package
        if not within(module.name, allowed)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called(node) in SPLITS and ENDS_CLAUSES & set(_texts(node.args))
    ]
    assert not wrong, "\n".join(wrong)


def _texts(arguments: list[ast.expr]) -> str:
    return "".join(str(node.value) for node in arguments if isinstance(node, ast.Constant))
