"""Questions nobody could answer, put into clusters of alike ones, with the topics they may belong to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session

_ALIKE = 60
"""Percent of two questions, up to order, that is the same from which they stand together."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was kept."""

    number: int
    text: str
    on: date


@dataclass(slots=True)
class Cluster:
    """Questions that are alike; the first is the one that led them together. ``topics`` are the nearest, best first."""

    questions: list[Question] = field(default_factory=list)
    topics: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The question that stands for all."""
        return self.questions[0].text


def clusters(stored: Iterable[Question]) -> list[Cluster]:
    """Alike questions together, the largest cluster first. Thousands take a second or so: not on an event loop."""
    found: dict[int, Cluster] = {}
    questions = list(stored)
    for question, leader in zip(questions, _leaders([question.text for question in questions]), strict=True):
        found.setdefault(leader, Cluster()).questions.append(question)
    return sorted(found.values(), key=lambda cluster: -len(cluster.questions))


def _leaders(texts: Sequence[str]) -> list[int]:
    """For each text the place of the one it stands with: the most alike of those that lead, itself if none is alike."""
    alike = _likeness(texts)
    leading: list[int] = []
    leaders = []
    for place in range(len(texts)):
        row = alike[place, leading]
        best = leading[int(row.argmax())] if leading and row.max() >= _ALIKE else place
        if best == place:
            leading.append(place)
        leaders.append(best)
    return leaders


def _likeness(texts: Sequence[str]) -> NDArray[np.uint8]:
    """How alike every two texts are, in percent of their letters; marks and blanks do not count."""
    letters = ["".join(ch for ch in text if ch.isalnum()) for text in texts]
    return process.cdist(letters, letters, scorer=fuzz.ratio, score_cutoff=_ALIKE, dtype=np.uint8)


def nearest_topics(text: str, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Topics the bot would offer for a question, best first."""
    reply, session = respond(Message(text), Session(), snapshot, today)
    offered = [option.action.removeprefix("topic:") for option in reply.options if option.action.startswith("topic:")]
    known = snapshot.topic_by_id
    return tuple(dict.fromkeys(topic for topic in (*session.topics, *offered) if topic in known))


def with_topics(found: Iterable[Cluster], snapshot: Snapshot, today: date) -> list[Cluster]:
    """The clusters with their nearest topics."""
    return [Cluster(cluster.questions, nearest_topics(cluster.text, snapshot, today)) for cluster in found]
