"""What admins taught in chat: phrasings in the data folder, laid over the authors' topics. No author's file is edited."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.keeping.atomic_file import write_atomically
from bot.language.normalise import fold
from bot.language.particles import bare
from bot.model.base import Id, Text, Value
from bot.model.knowledge import Knowledge
from bot.model.talk import OutOfScopeTopic, Topic
from bot.reading.problem import Problem

VIEWPOINT = "taught"
"""The viewpoint under which taught phrasings stand in a topic."""

_FILE = "taught.json"
_LONGEST = 100


class Taught(Value):
    """One phrasing an admin confirmed, and the day (ISO). Who it was is in the audit, not here."""

    topic: Id
    says: Text
    on: str


_LIST = TypeAdapter(tuple[Taught, ...])


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything taught, in the order it was taught."""

    taught: tuple[Taught, ...] = ()

    def with_phrasing(self, topic: str, says: str, on: str) -> Overlay:
        """This overlay and one phrasing more; teaching the same again changes nothing."""
        says = " ".join(says.split())[:_LONGEST]
        if any(item.topic == topic and item.says == says for item in self.taught):
            return self
        return Overlay((*self.taught, Taught(topic=topic, says=says, on=on)))

    def to_json(self) -> str:
        """As stored, one phrasing a line."""
        lines = ",\n".join(json.dumps(item.model_dump(), ensure_ascii=False) for item in self.taught)
        return f"[\n{lines}\n]\n" if lines else "[]\n"


def overlay_file(data_dir: Path) -> Path:
    """Where the data folder keeps what was taught."""
    return data_dir / _FILE


def overlay_of(text: str) -> Overlay:
    """What ``Overlay.to_json`` wrote.

    Raises:
        pydantic.ValidationError: if it is something else.
    """
    return Overlay(_LIST.validate_json(text, strict=False))


def read_overlay(file: Path) -> tuple[Overlay, list[Problem]]:
    """What is stored; an unreadable file counts as empty and is reported, never overwritten unnoticed."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Overlay(), []
    except (OSError, UnicodeDecodeError) as error:
        return Overlay(), [Problem(file, 0, 0, f"打不开教过的问法：{error}", "检查权限，或从备份恢复")]
    try:
        return overlay_of(text), []
    except ValidationError:
        return Overlay(), [Problem(file, 0, 0, "教过的问法读不懂，这次不用它", "修好或移走这个文件；内容是 JSON")]


def write_overlay(file: Path, overlay: Overlay) -> None:
    """Store what was taught, as a whole or not at all."""
    write_atomically(file, overlay.to_json())


def apply_overlay(knowledge: Knowledge, overlay: Overlay) -> Knowledge:
    """The knowledge with what was taught. Phrasings of topics that are gone, or that the authors took over, fall away."""
    if not overlay.taught:
        return knowledge
    topics = tuple(_taught_topic(topic, overlay.taught) for topic in knowledge.topics)
    return knowledge.model_copy(update={"topics": topics})


def _taught_topic(topic: Topic, taught: Sequence[Taught]) -> Topic:
    written = {says for phrasings in topic.phrasings.values() for says in phrasings}
    says = tuple(item.says for item in taught if item.topic == topic.id and item.says not in written)
    return topic.model_copy(update={"phrasings": {**topic.phrasings, VIEWPOINT: says}}) if says else topic


def overlay_problems(file: Path, knowledge: Knowledge, overlay: Overlay) -> list[Problem]:
    """Taught phrasings that lead nowhere any more (warnings: the rest goes on working)."""
    topics = {topic.id for topic in knowledge.topics}
    return [
        Problem(
            file,
            line,
            1,
            f"教过的问法“{item.says}”指向的主题“{item.topic}”已经没有了",
            "重新教一次，或删掉这一行",
            "warning",
        )
        for line, item in enumerate(overlay.taught, start=2)
        if item.topic not in topics
    ]


def contradiction(file: Path, knowledge: Knowledge, topic: str, says: str) -> Problem | None:
    """Why a phrasing cannot be taught: it stands for something else already. None if nothing is in the way."""
    wanted = bare(fold(says))
    others: tuple[Topic | OutOfScopeTopic, ...] = (*knowledge.topics, *knowledge.out_of_scope)
    for other in others:
        if other.id != topic and any(bare(fold(p)) == wanted for group in other.phrasings.values() for p in group):
            return Problem(file, 0, 0, f"“{says}”已经是“{other.title}”的问法", "换一个主题，或请作者先改那个主题")
    return None
