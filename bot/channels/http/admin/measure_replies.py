"""What the bot says about one measure, whichever way it is asked: buttons, sides, verdicts, sums, examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.channels.http.admin import admin_wording
from bot.channels.http.reply_view import sections_view
from bot.checks.examples import EXAMPLE_DAY
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.measure import Measure
from bot.model.reply import Reply
from bot.model.session import Session
from bot.reloading.answer_changes import asked_of

_MOST_PAGES = 8


@dataclass(slots=True)
class Shown:
    """One reply, and all the ways that led to it."""

    sections: list[dict[str, Any]]
    options: list[str]
    ways: list[str] = field(default_factory=list)


def replies_of(measure: Measure, snapshot: Snapshot, today: date) -> list[Shown]:
    """Every different reply, in the order they are met."""
    found: dict[str, Shown] = {}
    for way, reply in _asked(measure, snapshot, today):
        options = [option.label for option in reply.options]
        shown = found.setdefault(reply.text, Shown(sections_view(reply.sections, snapshot), options))
        shown.ways.append(way)
    return list(found.values())


def _asked(measure: Measure, snapshot: Snapshot, today: date) -> Iterator[tuple[str, Reply]]:
    region = snapshot.knowledge.region_of[measure.id].region.id
    start = Session(region=region)

    def tapped(action: str, session: Session = start) -> tuple[Reply, Session]:
        return respond(Message(action=action), session, snapshot, today)

    first, after = tapped(f"measure:{measure.id}")
    yield admin_wording.FIRST_ANSWER, first
    for action, label in (("do:simpler", admin_wording.SIMPLER), ("do:human", admin_wording.HUMAN)):
        yield label, tapped(action, after)[0]
    yield from _in_full(measure, snapshot, today, after)
    if measure.amounts:
        yield admin_wording.SUM, tapped(f"sum:{measure.id}")[0]
    yield admin_wording.CARD, tapped(f"card:{measure.id}")[0]
    for topic in measure.topics:
        if topic in snapshot.topic_by_id:
            yield admin_wording.BY_TOPIC.format(title=snapshot.topic_by_id[topic].title), tapped(f"topic:{topic}")[0]
    for facet in snapshot.knowledge.facets:
        reply, asked = tapped(f"facet:{measure.id}:{facet.id}")
        yield admin_wording.BY_FACET.format(title=facet.title), reply
        for option in reply.options if facet.verdict else ():
            if option.action.startswith("fact:"):
                way = admin_wording.BY_OPTION.format(title=facet.title, label=option.label)
                yield way, tapped(option.action, asked)[0]
    yield from _examples(measure, region, snapshot)


def _in_full(measure: Measure, snapshot: Snapshot, today: date, session: Session) -> Iterator[tuple[str, Reply]]:
    """All pages of the full text."""
    action = f"full:{measure.id}"
    for _ in range(_MOST_PAGES):
        reply, session = respond(Message(action=action), session, snapshot, today)
        yield admin_wording.WHOLE, reply
        following = [o.action for o in reply.options if o.action.startswith(f"full:{measure.id}")]
        if action not in following:
            return


def _examples(measure: Measure, region: str, snapshot: Snapshot) -> Iterator[tuple[str, Reply]]:
    """What the authors have it asked."""
    for example in measure.examples:
        session, reply = Session(region=example.region or region), None
        for text in asked_of(example):
            reply, session = respond(Message(text), session, snapshot, EXAMPLE_DAY)
        if reply is not None:
            yield admin_wording.BY_EXAMPLE.format(asked=" → ".join(asked_of(example))), reply
