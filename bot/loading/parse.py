"""A folder of YAML files to one Knowledge, or to the list of everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.loading.problem import KnowledgeError, Problem
from bot.loading.yaml_reader import Document, read_yaml
from bot.model.base import Value
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure
from bot.model.region import Contact, PublicLine, Region
from bot.model.talk import Care, Facet, Lexicon, OutOfScopeTopic, Phrase, Places, Topic

Item = TypeVar("Item")


@dataclass(slots=True)
class Origin:
    """Where a value came from, so that later checks can point at the line."""

    document: Document
    prefix: tuple[str | int, ...] = ()

    def problem(self, path: tuple[str | int, ...], message: str, remedy: str, *, warning: bool = False) -> Problem:
        """A problem at a part of this value."""
        line, column = self.document.place((*self.prefix, *path))
        return Problem(self.document.file, line, column, message, remedy, "warning" if warning else "error")


@dataclass(slots=True)
class Reading:
    """The outcome of reading a folder: knowledge if its shape is sound, problems, and where each value stands."""

    folder: Path
    knowledge: Knowledge | None = None
    problems: list[Problem] = field(default_factory=list)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        """Problems that make the knowledge unusable."""
        return [problem for problem in self.problems if problem.severity == "error"]


def read_folder(folder: Path) -> Reading:
    """Read every file of a knowledge folder. Problems of all files are gathered before giving up."""
    reading = Reading(folder)
    if not folder.is_dir():
        reading.problems.append(Problem(folder, 0, 0, "找不到知识文件夹", "用 --knowledge 或 BOT_KNOWLEDGE_DIR 指明它在哪里"))
        return reading
    if not any(folder.rglob("*.yaml")):
        reading.problems.append(Problem(folder, 0, 0, "文件夹里没有 .yaml 文件", "检查路径；作者指南见 knowledge/README.md"))
        return reading
    reader = _FolderReader(reading)
    knowledge = reader.read()
    if not reading.errors:
        reading.knowledge = knowledge
    reading.problems.sort()
    return reading


class _FolderReader:
    """Reads the files of one folder in a fixed order."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._folder = reading.folder

    def read(self) -> Knowledge | None:
        """Everything, or None where a part could not be read."""
        parts: dict[str, Any] = {
            "regions": tuple(self._regions()),
            "topics": tuple(self._one_per_file("topics", Topic)),
            "out_of_scope": tuple(self._one_per_file("out_of_scope", OutOfScopeTopic)),
            "facts": self._list("facts.yaml", Fact),
            "facets": self._list("facets.yaml", Facet),
            "lexicon": self._lexicon(),
            "phrases": self._list("phrases.yaml", Phrase),
            "care": self._list("care.yaml", Care),
            "places": self._single(self._folder / "places.yaml", Places),
            "public_lines": self._list("public_lines.yaml", PublicLine),
        }
        return Knowledge.model_construct(**parts)

    def _regions(self) -> Iterator[RegionKnowledge]:
        folders = sorted(path.parent for path in self._folder.glob("regions/*/region.yaml"))
        if not folders:
            self._reading.problems.append(
                Problem(self._folder / "regions", 0, 0, "没有任何地区", "建一个 regions/<地区>/region.yaml")
            )
        for folder in folders:
            region = self._single(folder / "region.yaml", Region)
            contacts = self._list(folder / "contacts.yaml", Contact)
            measures = tuple(self._one_per_file(folder / "measures", Measure))
            if region is not None:
                self._reading.origins["region", region.id] = self._origin_of(folder / "region.yaml")
                ordered = tuple(sorted(measures, key=lambda measure: (measure.source.item, measure.id)))
                yield RegionKnowledge.model_construct(region=region, contacts=contacts, measures=ordered)

    def _origin_of(self, file: Path) -> Origin:
        return Origin(read_yaml(file))

    def _lexicon(self) -> Lexicon:
        rewrites: dict[str, str] = {}
        concepts: dict[str, tuple[str, ...]] = {}
        for file in sorted((self._folder / "lexicon").glob("*.yaml")):
            document = self._load(file)
            if document.value is None:
                continue
            part = self._validate(document, (), document.value, _LexiconPart)
            if part is not None:
                rewrites |= part.rewrites
                for concept, words in part.concepts.items():
                    if concept in concepts:
                        line, column = document.place(("concepts", concept))
                        self._reading.problems.append(
                            Problem(file, line, column, f"概念“{concept}”在别的词典文件里已经有了", "合并到一处")
                        )
                    concepts[concept] = words
        if not concepts:
            self._reading.problems.append(Problem(self._folder / "lexicon", 0, 0, "没有概念词典", "建 lexicon/*.yaml"))
        return Lexicon.model_construct(rewrites=rewrites, concepts=concepts)

    def _one_per_file(self, where: str | Path, model: type[Item]) -> Iterator[Item]:
        folder = self._folder / where
        for file in sorted(folder.glob("*.yaml")):
            value = self._single(file, model)
            if value is not None:
                yield value

    def _single(self, file: Path, model: type[Item]) -> Item | None:
        document = self._load(file)
        if document.value is None:
            return None
        value = self._validate(document, (), document.value, model)
        self._remember(value, Origin(document))
        return value

    def _list(self, where: str | Path, model: type[Item]) -> tuple[Item, ...]:
        document = self._load(self._folder / where)
        if document.value is None:
            return ()
        if not isinstance(document.value, tuple):
            self._reading.problems.append(Problem(document.file, 1, 1, "这个文件应当是一个列表", "每一项以“- ”开头"))
            return ()
        values = []
        for index, raw in enumerate(document.value):
            value = self._validate(document, (index,), raw, model)
            self._remember(value, Origin(document, (index,)))
            if value is not None:
                values.append(value)
        return tuple(values)

    def _load(self, file: Path) -> Document:
        document = read_yaml(file)
        self._reading.problems += document.problems
        return document

    def _remember(self, value: Any, origin: Origin) -> None:
        if value is None or not hasattr(value, "id"):
            return
        key = (type(value).__name__.lower(), value.id)
        known = self._reading.origins.get(key)
        if known is not None:
            where = f"{known.document.file.name}:{known.document.place(known.prefix)[0]}"
            self._reading.problems.append(origin.problem(("id",), f"id“{value.id}”已经在 {where} 用过", "换一个没用过的 id"))
        self._reading.origins[key] = origin

    def _validate(self, document: Document, prefix: tuple[str | int, ...], raw: Any, model: type[Item]) -> Item | None:
        try:
            return TypeAdapter(model).validate_python(raw)
        except ValidationError as error:
            self._reading.problems += [explain(document, prefix, detail) for detail in error.errors(include_url=False)]
            return None


class _LexiconPart(Value):
    rewrites: dict[str, str] = {}
    concepts: dict[str, tuple[str, ...]] = {}


def load(folder: Path) -> Knowledge:
    """The knowledge of a folder.

    Raises:
        KnowledgeError: with every problem, if anything is wrong.
    """
    reading = read_folder(folder)
    if reading.knowledge is None:
        raise KnowledgeError(reading.errors)
    return reading.knowledge


_TAGS = frozenset({"all", "any", "not", "fact"})


def explain(document: Document, prefix: tuple[str | int, ...], detail: ErrorDetails) -> Problem:
    """One pydantic error as a problem an author understands."""
    path = _author_path(document, (*prefix, *detail["loc"]))
    line, column = document.place(path)
    message, remedy = _wording(detail, str(detail["loc"][-1]) if detail["loc"] else "")
    return Problem(document.file, line, column, message, remedy)


def _author_path(document: Document, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path without pydantic's union tags, which stand in no file."""
    kept: tuple[str | int, ...] = ()
    for index, part in enumerate(path):
        following = path[index + 1] if index + 1 < len(path) else None
        if part in _TAGS and (*kept, part) in document.places and following == part:
            continue
        if part in _TAGS and (*kept, part) not in document.places:
            continue
        kept = (*kept, part)
    return kept


def _wording(detail: ErrorDetails, key: str) -> tuple[str, str]:
    kind, found = detail["type"], detail.get("input")
    context = detail.get("ctx", {})
    match kind:
        case "missing":
            return f"缺少“{key}”", f"补上一行“{key}: …”"
        case "extra_forbidden":
            return f"不认识的键“{key}”", "检查拼写；可用的键见 knowledge/README.md"
        case "string_type":
            return f"“{key}”应当是文字，写成了 {found!r}", "电话、年份、编号等要放进英文双引号，如 \"12355\""
        case "string_pattern_mismatch":
            return f"“{found}”不能作 id", "只用小写英文字母、数字和连字符，如 daily-subsidy"
        case "string_too_short":
            return f"“{key}”是空的", "写上内容，或删掉这一行"
        case "string_too_long":
            return f"“{key}”太长（最多 {context.get('max_length')} 个字）", "写短一些"
        case "tuple_type":
            return f"“{key}”应当是一个列表", "写成 [甲, 乙]，或每项一行以“- ”开头"
        case "too_short":
            return f"“{key}”至少要有一项", "补上内容"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"“{key}”应当由“键: 值”组成，写成了 {str(found)[:20]!r}", "检查缩进，以及冒号后的空格"
        case "int_type" | "int_parsing":
            return f"“{key}”应当是整数，写成了 {found!r}", "去掉引号、单位和逗号，只写数字"
        case "literal_error":
            return f"“{key}”不能是 {found!r}", f"可用：{context.get('expected')}"
        case "value_error":
            return str(context.get("error", detail["msg"])), "照说明改正"
        case "condition_kind":
            return detail["msg"], "写成 {fact: 事实, is: 选项} 或 {any: [...]} 等"
        case "greater_than_equal":
            return f"“{key}”不能小于 {context.get('ge')}", "改成合适的数"
        case _:
            return f"“{key}”不对：{detail['msg']}", "对照 knowledge/README.md 改正"
