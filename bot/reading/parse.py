"""A folder of YAML files to one Knowledge, or to the list of everything that is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.keeping.folder_digests import REGIONS, STRAY, links_of
from bot.model.base import Id, Text, Value
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure
from bot.model.pattern import SharedCues, SharedLists
from bot.model.region import Contact, PublicLine, Region
from bot.model.talk import (
    NOBODY_AT_WORK,
    AtWork,
    CareContent,
    CareKind,
    CareLookAlikes,
    CareRoles,
    CareWords,
    Facet,
    Lexicon,
    OutOfScopeTopic,
    Phrase,
    Places,
    Signal,
    Topic,
)
from bot.reading.explain import explain_all
from bot.reading.groups import lists_named, written_at
from bot.reading.problem import KnowledgeError, Problem
from bot.reading.stray import yaml_files
from bot.reading.yaml_reader import Document, Place, read_yaml

Item = TypeVar("Item")
_COUNTING = "counting.yaml"
Key = tuple[str, str]
"""Kind and id of a value: ``("measure", "hq-09")``; a contact's id is ``region/id``."""


@dataclass(slots=True)
class Origin:
    """Where a value came from, so that later checks can point at the line. ``lengths`` tells how many patterns each shared list has."""

    document: Document
    prefix: tuple[str | int, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)

    def place(self, path: tuple[str | int, ...]) -> Place:
        """The line and column of a part of this value."""
        return self.document.place(written_at(self.document.value, (*self.prefix, *path), self.lengths))

    def problem(self, path: tuple[str | int, ...], message: str, remedy: str, *, warning: bool = False) -> Problem:
        """A problem at a part of this value."""
        line, column = self.place(path)
        return Problem(self.document.file, line, column, message, remedy, "warning" if warning else "error")


@dataclass(slots=True)
class Reading:
    """The outcome of reading a folder: knowledge if its shape is sound, problems, and where each value stands.

    ``partial`` is what could be read of a broken folder; ``incomplete`` are the kinds of which something is missing from it.
    """

    folder: Path
    knowledge: Knowledge | None = None
    partial: Knowledge | None = None
    problems: list[Problem] = field(default_factory=list)
    origins: dict[Key, Origin] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)

    @property
    def lists_named(self) -> frozenset[str]:
        """The shared lists of patterns that some file names."""
        documents = {id(origin.document): origin.document for origin in self.origins.values()}
        return frozenset(name for document in documents.values() for name in lists_named(document.value))

    @property
    def errors(self) -> list[Problem]:
        """Problems that make the knowledge unusable."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def move_to(self, folder: Path) -> None:
        """From now on what was read is told to stand in a folder that holds the same files as the one it was read in."""
        for document in {id(origin.document): origin.document for origin in self.origins.values()}.values():
            document.file = folder / document.file.relative_to(self.folder)
        self.problems = [problem.moved(self.folder, folder) for problem in self.problems]
        self.folder = folder


def read_folder(folder: Path) -> Reading:
    """Read every file of a knowledge folder. Problems of all files are gathered before giving up."""
    reading = Reading(folder)
    if not folder.is_dir():
        reading.problems.append(
            Problem(folder, 0, 0, "找不到知识文件夹", "用 --knowledge 或 BOT_KNOWLEDGE_DIR 指明它在哪里")
        )
        return reading
    if not any(folder.rglob("*.yaml")):
        reading.problems.append(
            Problem(folder, 0, 0, "文件夹里没有 .yaml 文件", "检查路径；作者指南见 knowledge/README.md")
        )
        return reading
    reading.partial = _FolderReader(reading).read()
    if not reading.errors:
        reading.knowledge = reading.partial
    reading.problems.sort()
    return reading


def read_shared(folder: Path) -> Reading:
    """Read what of a knowledge folder belongs to no region."""
    reading = Reading(folder)
    reading.partial = _FolderReader(reading).read_shared()
    return reading


def read_region(shared: Reading, name: str) -> Reading:
    """Read one region beside what was read of all else: its knowledge has that region alone."""
    reading = Reading(shared.folder, origins=dict(shared.origins), incomplete=set(shared.incomplete))
    known = shared.partial
    if known is None:
        return reading
    part = _FolderReader(reading, known.facts, known.shared_cues).read_region(reading.folder / "regions" / name)
    alone = {field: getattr(known, field) for field in Knowledge.model_fields} | {"regions": () if part is None else (part,)}
    reading.partial = Knowledge.model_construct(**alone)
    return reading


def region_folders(folder: Path) -> list[Path]:
    """The folders of a knowledge folder's regions, in order. An author's link is none: no digest tells of what lies behind it."""
    home, links = folder / REGIONS, links_of(folder)
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(home) as entries:
        named = [e.name for e in entries if not e.name.startswith(STRAY) and (e.is_dir(follow_symlinks=False) or e.name in links)]
        return [home / name for name in sorted(named)]
    return []


class _FolderReader:
    """Reads the files of one folder in a fixed order."""

    def __init__(self, reading: Reading, facts: Iterable[Fact] = (), shared: Iterable[SharedCues] = ()) -> None:
        self._reading = reading
        self._folder = reading.folder
        self._home, self._links = reading.folder.resolve(), links_of(reading.folder)
        self._copied: set[tuple[str, str]] = set()
        self._options = _options_of(facts)
        self._know(shared)

    def read(self) -> Knowledge:
        """Everything that could be read."""
        lists, facts = self._shared_cues(), self._facts()
        return self._shared(lists, facts, tuple(self._regions()))

    def read_shared(self) -> Knowledge:
        """What could be read of all that belongs to no region."""
        return self._shared(self._shared_cues(), self._facts(), ())

    def _know(self, shared: Iterable[SharedCues]) -> None:
        """Have lists of patterns at hand for those that name them; where one could not be read, any name may be right."""
        lists = {cues.id: cues.says for cues in shared}
        self._lengths = {name: len(says) for name, says in lists.items()}
        self._context: dict[str, SharedLists | None] = {"shared": None if "sharedcues" in self._reading.incomplete else lists}

    def _shared_cues(self) -> tuple[SharedCues, ...]:
        self._context = {}
        shared = self._optional(self._folder / "shared_cues.yaml", SharedCues)
        self._know(shared)
        return shared

    def _facts(self) -> tuple[Fact, ...]:
        facts = self._list(self._folder / "facts.yaml", Fact)
        self._options = _options_of(facts)
        return facts

    def _shared(self, lists: tuple[SharedCues, ...], facts: tuple[Fact, ...], regions: tuple[RegionKnowledge, ...]) -> Knowledge:
        folder = self._folder
        return Knowledge.model_construct(
            regions=regions,
            topics=tuple(self._one_per_file(folder / "topics", Topic, "topic")),
            out_of_scope=tuple(self._one_per_file(folder / "out_of_scope", OutOfScopeTopic, "topic")),
            facts=facts,
            facets=self._list(folder / "facets.yaml", Facet),
            lexicon=self._lexicon(),
            phrases=self._list(folder / "phrases.yaml", Phrase),
            signals=tuple(self._signals()),
            counting=self._optional(folder / "signals" / _COUNTING, Signal, scope="counting/"),
            care=self._care(folder / "care"),
            places=self._single(folder / "places.yaml", Places, "places"),
            public_lines=self._list(folder / "public_lines.yaml", PublicLine),
            shared_cues=lists,
        )

    def _regions(self) -> Iterator[RegionKnowledge]:
        folders = region_folders(self._folder)
        if not folders:
            self._report(
                self._folder / "regions", "没有任何地区", "建一个 regions/<地区>/region.yaml，或运行 new-region"
            )
        for folder in folders:
            document = self._load(folder / "region.yaml")
            if self._is_copy(document, {other.name for other in folders}):
                continue
            part = self.read_region(folder, document)
            if part is not None:
                yield part

    def read_region(self, folder: Path, loaded: Document | None = None) -> RegionKnowledge | None:
        """A region's files; None if there is no telling what it is."""
        region = self._single(folder / "region.yaml", Region, "region", loaded)
        name = region.id if region else folder.name
        contacts = self._list(folder / "contacts.yaml", Contact, scope=f"{name}/")
        measures = tuple(self._one_per_file(folder / "measures", Measure, "measure"))
        if region is None:
            return None
        ordered = tuple(sorted(measures, key=lambda measure: (measure.source.item, measure.id)))
        return RegionKnowledge.model_construct(region=region, contacts=contacts, measures=ordered)

    def _is_copy(self, document: Document, folders: set[str]) -> bool:
        """Whether a region is still the copy of another one that its author began with: one thing to tell, not fifty."""
        own = document.file.parent.name
        id_ = document.value.get("id") if isinstance(document.value, dict) else None
        if id_ == own or id_ not in folders:
            return False
        line, column = document.place(("id",))
        message = f"这个文件夹是从地区 {id_} 复制来的，还写着它的 id"
        self._reading.problems.append(Problem(document.file, line, column, message, remedy_of_copy(own)))
        return True

    def _lexicon(self) -> Lexicon:
        rewrites: dict[str, str] = {}
        concepts: dict[str, tuple[str, ...]] = {}
        as_typed: tuple[str, ...] = ()
        at_work = NOBODY_AT_WORK
        for file in yaml_files(self._folder / "lexicon"):
            document = self._load(file)
            part = self._validate(document, (), document.value, LexiconPart, "concept")
            if part is None:
                continue
            rewrites |= part.rewrites
            as_typed += part.as_typed
            if part.at_work is not None and self._is_new(("at_work", "at_work"), Origin(document, ("at_work",)), ()):
                at_work = part.at_work
            for concept, words in part.concepts.items():
                origin = Origin(document, ("concepts", concept))
                if self._is_new(("concept", concept), origin, ()):
                    concepts[concept] = words
        if not concepts:
            self._report(self._folder / "lexicon", "没有概念词典", "建 lexicon/*.yaml")
        return Lexicon.model_construct(rewrites=rewrites, concepts=concepts, as_typed=as_typed, at_work=at_work)

    def _signals(self) -> Iterator[Signal]:
        for file in yaml_files(self._folder / "signals"):
            if file.name != _COUNTING:
                yield from self._list(file, Signal)

    def _optional(self, file: Path, model: type[Item], *, scope: str = "") -> tuple[Item, ...]:
        return self._list(file, model, scope=scope) if file.exists() else ()

    def _care(self, folder: Path) -> CareContent:
        """All of ``care/``; empty where a knowledge folder has none."""
        if not folder.is_dir():
            return CareContent()
        words = self._single(folder / "words.yaml", CareWords, "care_words")
        kinds = [
            kind
            for file in yaml_files(folder)
            if file.name != "words.yaml" and (kind := self._single(file, CareKind, "care_kind"))
        ]
        look_alikes = self._one_per_file(folder / "look_alikes", CareLookAlikes, "care_look_alikes")
        return CareContent.model_construct(
            kinds=tuple(kinds),
            look_alikes=tuple(look_alikes),
            words=words.words if words else {},
            roles=words.roles if words else CareRoles(),
            lightly=words.lightly if words else (),
        )

    def _one_per_file(self, folder: Path, model: type[Item], kind: str) -> Iterator[Item]:
        for file in yaml_files(folder):
            value = self._single(file, model, kind)
            if value is not None:
                yield value

    def _single(self, file: Path, model: type[Item], kind: str, loaded: Document | None = None) -> Item | None:
        document = loaded or self._load(file)
        value = self._validate(document, (), document.value, model, kind)
        if value is not None:
            self._is_new((kind, getattr(value, "id", file.stem)), Origin(document, (), self._lengths))
        return value

    def _list(self, file: Path, model: type[Item], *, scope: str = "") -> tuple[Item, ...]:
        document, kind = self._load(file), model.__name__.lower()
        if not isinstance(document.value, tuple):
            self._reading.incomplete.add(kind)
            if document.value is not None:
                self._reading.problems.append(
                    Problem(document.file, 1, 1, "这个文件应当是一个列表", "每一项以“- ”开头")
                )
            return ()
        values = []
        for index, raw in enumerate(document.value):
            value = self._validate(document, (index,), raw, model, kind)
            if value is not None:
                values.append(value)
                self._is_new((kind, f"{scope}{getattr(value, 'id', index)}"), Origin(document, (index,), self._lengths))
        return tuple(values)

    def _load(self, file: Path) -> Document:
        if not self._is_inside(file):
            self._report(file, "链接指到了知识文件夹外面", "把文件本身放进来，不要用链接")
            return Document(file)
        document = read_yaml(file)
        self._reading.problems += document.problems
        return document

    def _is_inside(self, file: Path) -> bool:
        """Whether a file really lies in the folder, or where the links of a kept version lead to."""
        inside = file.relative_to(self._folder).parts
        is_linked = inside[0] == REGIONS and inside[1] in self._links
        home = (self._folder / REGIONS / inside[1]).resolve() if is_linked else self._home
        return file.resolve().is_relative_to(home)

    def _is_new(self, key: Key, origin: Origin, path: tuple[str | int, ...] = ("id",)) -> bool:
        """Note where a value stands; a second one with the same id is a problem."""
        known = self._reading.origins.get(key)
        if known is not None:
            self._reading.incomplete.add(key[0])  # what it should have been called is named elsewhere
            file, own = known.document.file, origin.document.file
            if key[0] == "measure" and file.parent != own.parent:
                self._shared_with_region(key[1], own, file, origin.problem(path, "", "").line)
                return False
            self._used_twice(key, known, origin, path)
            return False
        self._reading.origins[key] = origin
        return True

    def _used_twice(self, key: Key, known: Origin, new: Origin, path: tuple[str | int, ...]) -> None:
        """One id for two values: told of the file that is called otherwise, or is the copy; else of the later one."""
        name, remedy, to_blame, other = key[1].rpartition("/")[2], "换一个没用过的 id，或合并到一处", new, known
        if not known.prefix and not new.prefix:  # a file each
            if _is_intruder(known.document.file.stem, new.document.file.stem, name):
                to_blame, other, self._reading.origins[key] = known, new, new
            stem = to_blame.document.file.stem
            if not _fits(stem, name):
                remedy = f"文件名不是以“{name}”开头：把 id 改成和文件名一致的"
            elif stem.startswith(other.document.file.stem):
                remedy = "像是那个文件的副本：不要就删掉，要就把 id、文件名和内容都换成自己的"
        where = f"{other.document.file.relative_to(self._folder).as_posix()}:{other.document.place(other.prefix)[0]}"
        self._reading.problems.append(to_blame.problem(path, f"“{name}”已经在 {where} 用过", remedy))

    def _shared_with_region(self, name: str, own: Path, other: Path, line: int) -> None:
        """Measures copied from another region with their ids: told once. Which of the two came later nobody can see."""
        region, elsewhere = own.parent.parent.name, other.parent.parent.name
        if (region, elsewhere) in self._copied:
            return
        self._copied.add((region, elsewhere))
        message = f"措施 id“{name}”在地区 {elsewhere} 里已经用了（{other.relative_to(self._folder).as_posix()}）"
        remedy = f"地区 {region} 要是后加的，就换成自己的，如 {region}-01，整个文件夹都看一遍；是先有的就不用改"
        self._reading.problems.append(Problem(own, line, 1, message, remedy))

    def _report(self, file: Path, message: str, remedy: str) -> None:
        self._reading.problems.append(Problem(file, 0, 0, message, remedy))

    def _validate(
        self, document: Document, prefix: tuple[str | int, ...], raw: Any, model: type[Item], kind: str
    ) -> Item | None:
        try:
            if raw is not None or prefix:
                anything: Any = model
                value: Item = _validator(anything)(raw, context=self._context)
                return value
        except ValidationError as error:
            details = error.errors(include_url=False)
            self._reading.problems += explain_all(document, prefix, details, model, self._options)
            self._reading.incomplete.add(kind)
            return _without_examples(raw, details, model, self._context)
        self._reading.incomplete.add(kind)
        return None


def remedy_of_copy(own: str) -> str:
    """What to do with a region's folder (``own``) that was copied and still has the id of the other."""
    rest = "再把这个文件夹里措施的 id、文件名和内容都换成自己的；只是备份，就移到知识文件夹外面"
    try:
        id_: str = _validator(Id)(own)
    except ValidationError:
        return f"文件夹改用小写英文字母、数字和连字符的名字，id 写成同一个，{rest}"
    return f"改成 id: {id_}，{rest}"


def _options_of(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    return {fact.id: tuple(option.id for option in fact.options) for fact in facts}


def _fits(stem: str, name: str) -> bool:
    """Whether a file is called as what it holds is."""
    return stem == name or stem.startswith(f"{name}-")


def _is_intruder(first: str, second: str, name: str) -> bool:
    """Whether of two files (stems) with one id the first is the one to be mended: by its name it holds something else, or it is
    the copy, which has more to its name than the second.
    """
    if _fits(first, name) != _fits(second, name):
        return _fits(second, name)
    return first != second and first.startswith(second)


def _without_examples(raw: Any, details: list[ErrorDetails], model: type[Item], context: Mapping[str, SharedLists | None]) -> Item | None:
    """A value of which nothing but examples is wrong, without them: so that all else in it is looked at in the same run.

    Nothing refers to examples.
    """
    if not isinstance(raw, dict) or any(detail["loc"][:1] != ("examples",) for detail in details):
        return None
    anything: Any = model
    try:
        rest: Item = _validator(anything)({**raw, "examples": ()}, context=context)
    except ValidationError:
        return None
    return rest


@cache
def _validator(model: Any) -> Callable[..., Any]:
    return TypeAdapter(model).validate_python


class LexiconPart(Value):
    """One file of the lexicon; all files together make it up."""

    rewrites: dict[str, str] = Field(default_factory=dict)
    concepts: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    as_typed: tuple[Text, ...] = Field(default=(), description="就是这样打的词，不当成同音的别字：香死、打机")
    at_work: AtWork | None = Field(default=None, description="单位里谁不办、谁说没有，听成单位；只写在一个文件里")


def load(folder: Path) -> Knowledge:
    """The knowledge of a folder.

    Raises:
        KnowledgeError: with every problem, if anything is wrong.
    """
    reading = read_folder(folder)
    if reading.knowledge is None:
        raise KnowledgeError(reading.errors)
    return reading.knowledge
