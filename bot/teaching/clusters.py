"""Questions nobody could answer, put into clusters of alike ones, with the topics they may belong to. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session

_ALIKE = 0.5
_EVEN_MATCH = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was kept."""

    number: int
    text: str
    on: date


@dataclass(slots=True)
class Cluster:
    """Questions that are alike; the first is the one most like the others. ``topics`` are the nearest, best first."""

    questions: list[Question] = field(default_factory=list)
    topics: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The question that stands for all."""
        return self.questions[0].text


def clusters(stored: Iterable[Question]) -> list[Cluster]:
    """Alike questions together, the largest cluster first. Alike: half of their character pairs in common."""
    found: list[tuple[Counter[str], Cluster]] = []
    for item in stored:
        pairs = _pairs(item.text)
        likeness, best = max(
            ((_likeness(pairs, leader), cluster) for leader, cluster in found), key=lambda p: p[0], default=(0.0, None)
        )
        if best is not None and likeness >= _ALIKE:
            best.questions.append(item)
        else:
            found.append((pairs, Cluster([item])))
    return sorted((cluster for _, cluster in found), key=lambda cluster: -len(cluster.questions))


def _pairs(text: str) -> Counter[str]:
    entries = "".join(ch for ch in text if ch.isalnum())
    return Counter(entries[i : i + 2] for i in range(max(1, len(entries) - 1)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient, 0–1."""
    return _EVEN_MATCH * (one & other).total() / max(1, one.total() + other.total())


def nearest_topics(text: str, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Topics the bot would offer for a question, best first."""
    reply, session = respond(Message(text), Session(), snapshot, today)
    offered = [option.action.removeprefix("topic:") for option in reply.options if option.action.startswith("topic:")]
    known = snapshot.topic_by_id
    return tuple(dict.fromkeys(topic for topic in (*session.topics, *offered) if topic in known))


def with_topics(found: Iterable[Cluster], snapshot: Snapshot, today: date) -> list[Cluster]:
    """The clusters with their nearest topics."""
    return [Cluster(cluster.questions, nearest_topics(cluster.text, snapshot, today)) for cluster in found]
