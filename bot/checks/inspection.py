"""Ways through a value that remember where each part stands in the author's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from bot.model.condition import AllOf, AnyOf, FactTest, Not
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure
from bot.reading.explain import choices
from bot.reading.parse import Key, Origin, Reading
from bot.reading.problem import Problem

T = TypeVar("T")
Path = tuple[str | int, ...]
AnyCondition = AllOf | AnyOf | Not | FactTest


SHARED_LIST = "sharedcues"
"""The kind of a list of patterns in ``shared_cues.yaml``, in keys."""

Check = Callable[["Inspection"], None]


@dataclass(frozen=True, slots=True)
class Beyond:
    """A reference that leads out of its region, and what is wrong if nothing is there."""

    kind: str
    name: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Backed:
    """The figures that fields of a measure allow, but for those of its document."""

    measure: str
    region: str
    name: str
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unbacked:
    """Figures no field of their measure allows. What is to be done depends on which other measure has them: see ``figures``."""

    figures: frozenset[str]
    measure: str
    region: str
    phones: bool
    problem: Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """A way of asking for one measure, the topic it leads to, and a problem to be told where it stands."""

    text: str
    topic: str
    problem: Problem


@dataclass(slots=True)
class Inspection:
    """What every check works with: the knowledge as far as it could be read, and where to put what is found.

    ``alone`` is the folder of the only region that is looked at, if others are looked at elsewhere, and so is all else.
    ``beyond`` are that region's references to others, ``unbacked`` its figures that may be another's, ``asked`` its own ways
    of asking, by what is compared of them.
    """

    reading: Reading
    knowledge: Knowledge
    problems: list[Problem] = field(default_factory=list)
    alone: str | None = None
    beyond: list[Beyond] = field(default_factory=list)
    unbacked: list[Unbacked] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    _leaves: dict[int, tuple[object, list[tuple[Path, str]]]] = field(default_factory=dict)
    _conditions: dict[int, tuple[object, list[tuple[Path, AnyCondition]]]] = field(default_factory=dict)

    def leaves(self, value: BaseModel) -> list[tuple[Path, str]]:
        """Every text inside a value, with its path in the author's spelling; gathered once for all checks that look at it."""
        return _once(self._leaves, value, leaves)

    def conditions(self, value: BaseModel) -> list[tuple[Path, AnyCondition]]:
        """Every outermost condition inside a value, with its path; gathered once likewise."""
        return _once(self._conditions, value, conditions)

    @property
    def in_shared_lists(self) -> frozenset[str]:
        """The patterns of shared lists: what is wrong with one is told where it is written, not wherever its list is named."""
        return frozenset(says for cues in self.knowledge.shared_cues for says in cues.says)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts to be looked at."""
        return self.knowledge.facts if self.alone is None else ()

    def report(self, key: Key, path: Path, message: str, remedy: str, *, warning: bool = False) -> None:
        """A problem at a part of the value with this key."""
        self.problems.append(self.origin(key).problem(path, message, remedy, warning=warning))

    def origin(self, key: Key) -> Origin:
        """Where the value with this key stands."""
        return self.reading.origins[key]

    def place(self, key: Key, path: Path = ()) -> str:
        """Where a part stands, for mentioning it in another problem."""
        origin = self.origin(key)
        return f"{origin.document.file.relative_to(self.reading.folder).as_posix()}:{origin.place(path)[0]}"

    def names(self, kind: str, scope: str = "") -> list[str]:
        """Ids of one kind, of contacts those of one region (``scope`` is ``region/``)."""
        return [
            name.removeprefix(scope) for known, name in self.reading.origins if known == kind and name.startswith(scope)
        ]

    def refer(self, key: Key, path: Path, kind: str, name: str, *, scope: str = "") -> bool:
        """Whether a reference leads somewhere; if not, it is reported."""
        if (kind, scope + name) in self.reading.origins:
            return True
        if self.alone is not None and kind in _OF_REGIONS:
            self.beyond.append(Beyond(kind, name, self.origin(key).problem(path, f"没有叫“{name}”的{KIND_NAMES[kind]}", "")))
            return True
        if kind not in self.reading.incomplete:
            what = KIND_NAMES[kind]
            self.report(key, path, f"没有叫“{name}”的{what}", choices(name, self.names(kind, scope)))
        return False


_OF_REGIONS = frozenset({"region", "measure"})


KIND_NAMES = {
    "topic": "主题（topics/）",
    "fact": "事实（facts.yaml）",
    "facet": "侧面（facets.yaml）",
    "contact": "单位（本地区的 contacts.yaml）",
    "concept": "概念（lexicon/）",
    "publicline": "公共热线（public_lines.yaml）",
    "region": "地区（regions/）",
    "measure": "措施（measures/）",
}


def measures(inspection: Inspection) -> Iterator[tuple[Key, RegionKnowledge, Measure]]:
    """Every measure with its key and region; one of two with the same id only."""
    for part in inspection.knowledge.regions:
        for measure in part.measures:
            yield ("measure", measure.id), part, measure


def _once(known: dict[int, tuple[object, list[T]]], value: BaseModel, gather: Callable[[object], list[T]]) -> list[T]:
    """What is gathered of a value, which is held meanwhile: only so no other one can have its place in memory."""
    found = known.get(id(value))
    if found is None:
        found = known[id(value)] = (value, gather(value))
    return found[1]


def leaves(value: object) -> list[tuple[Path, str]]:
    """Every text inside a value, with its path in the author's spelling."""
    found: list[tuple[Path, str]] = []
    _gather(value, (), found)
    return found


def _gather(value: object, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name, spelled in _spelled(type(value)):
            _gather(getattr(value, name), (*path, spelled), found)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            _gather(part, (*path, index), found)
    elif isinstance(value, dict):
        for name, part in value.items():
            _gather(part, (*path, name), found)


@cache
def _spelled(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, each as an author spells it."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())


def conditions(value: object) -> list[tuple[Path, AnyCondition]]:
    """Every outermost condition inside a value."""
    found: list[tuple[Path, AnyCondition]] = []
    _gather_conditions(value, (), found)
    return found


def _gather_conditions(value: object, path: Path, found: list[tuple[Path, AnyCondition]]) -> None:
    if isinstance(value, AllOf | AnyOf | Not | FactTest):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name, spelled in _spelled(type(value)):
            part = getattr(value, name)
            if isinstance(part, BaseModel | tuple):  # most of what a value holds is text
                _gather_conditions(part, (*path, spelled), found)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if isinstance(part, BaseModel | tuple):
                _gather_conditions(part, (*path, index), found)


def tests(condition: AnyCondition, path: Path) -> Iterator[tuple[Path, FactTest]]:
    """Every comparison inside a condition."""
    match condition:
        case AllOf(all=parts):
            for index, part in enumerate(parts):
                yield from tests(part, (*path, "all", index))
        case AnyOf(any=parts):
            for index, part in enumerate(parts):
                yield from tests(part, (*path, "any", index))
        case Not(not_=part):
            yield from tests(part, (*path, "not"))
        case FactTest():
            yield path, condition
