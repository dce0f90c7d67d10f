"""Questions nobody could answer: scrubbed, without their asker, for 90 days; shown to admins in clusters."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from sqlalchemy import Column, Connection, Date, Integer, String, Table, delete, insert, select

from bot.dialogue.pipeline import respond
from bot.dialogue.snapshot import Snapshot
from bot.dialogue.turn import Message
from bot.model.session import Session
from bot.storage.database import metadata
from bot.storage.scrub import scrub

KEPT = timedelta(days=90)
_LONGEST = 200
_ALIKE = 0.5
_MOST_READ = 5_000
_EVEN_MATCH = 2
_MARKS = re.compile(r"〔[^〕]*〕")

unanswered = Table(
    "unanswered",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("text", String(_LONGEST), nullable=False),
    Column("on_day", Date, nullable=False, index=True),
)
"""The day, not the hour: nobody can be told by when they were awake."""


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question."""

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


def keep(connection: Connection, text: str, today: date) -> int | None:
    """Store a question without anything that tells who asked it. Its number; None if nothing is left to store."""
    scrubbed = scrub(text)
    if not any("\u4e00" <= ch <= "\u9fff" for ch in _MARKS.sub("", scrubbed)):
        return None
    result = connection.execute(insert(unanswered), {"text": scrubbed[:_LONGEST], "on_day": today})
    key = result.inserted_primary_key
    return int(key[0]) if key is not None else None


def purge(connection: Connection, today: date) -> int:
    """Delete what is older than 90 days. How many it were."""
    return connection.execute(delete(unanswered).where(unanswered.c.on_day <= today - KEPT)).rowcount


def settle(connection: Connection, numbers: Sequence[int]) -> int:
    """Delete questions that an admin has dealt with. How many there were."""
    return connection.execute(delete(unanswered).where(unanswered.c.number.in_(numbers))).rowcount


def questions(connection: Connection) -> list[Question]:
    """What is stored, newest first, at most some thousands."""
    columns = (unanswered.c.number, unanswered.c.text, unanswered.c.on_day)
    return [
        Question(*row)
        for row in connection.execute(select(*columns).order_by(unanswered.c.number.desc()).limit(_MOST_READ))
    ]


def question(connection: Connection, number: int) -> Question | None:
    """One stored question; None if it has been dealt with or is too old."""
    columns = (unanswered.c.number, unanswered.c.text, unanswered.c.on_day)
    row = connection.execute(select(*columns).where(unanswered.c.number == number)).one_or_none()
    return Question(*row) if row is not None else None


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
    letters = "".join(ch for ch in text if ch.isalnum())
    return Counter(letters[i : i + 2] for i in range(max(1, len(letters) - 1)))


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


def write_csv(found: Sequence[Cluster], stream: TextIO) -> None:
    """One line per question, for a spreadsheet."""
    writer = csv.writer(stream)
    writer.writerow(("类", "次数", "最近的主题", "问题", "日期"))
    for number, cluster in enumerate(found, start=1):
        for item in cluster.questions:
            text = "'" + item.text if item.text[:1] in "=+-@\t" else item.text  # a spreadsheet must not run it
            writer.writerow((number, len(cluster.questions), " ".join(cluster.topics), text, item.on.isoformat()))


def show_gaps(found: Sequence[Cluster], target: Path | None) -> int:
    """``python -m bot gaps``: the clusters, or a CSV file of every question."""
    if target is not None:
        with target.open("w", encoding="utf-8-sig", newline="") as stream:
            write_csv(found, stream)
        print(f"{sum(len(cluster.questions) for cluster in found)} 个问题写进了 {target}")
        return 0
    if not found:
        print("没有记下答不上来的问题。")
    for cluster in found:
        near = "、".join(cluster.topics) or "没有相近的主题"
        sys.stdout.write(f"{len(cluster.questions):>4} 次  {cluster.text}  → {near}\n")
    return 0
