"""A reply as the API sends it and the page shows it: one object for both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot.channels.http.web_turns import Turn
from bot.compiled.derived import derived
from bot.compiled.snapshot import Snapshot
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.reply import Line, Section
from bot.model.session import Option


def view_of(turn: Turn, snapshot: Snapshot) -> dict[str, Any]:
    """A turn as an object."""
    reply, part = turn.reply, snapshot.knowledge.region_by_id.get(turn.session.region or "")
    return {
        "decision": reply.decision.value,
        "sections": sections_view(reply.sections, snapshot),
        "options": options_view(reply.options),
        "measures": list(reply.measures),
        "cited": cited_view(reply.measures, snapshot),
        "outcome": reply.outcome,
        "amount": reply.amount,
        "region": None if part is None else {"id": part.region.id, "name": part.region.name},
        "command": reply.command,
        "delicate": turn.delicate,
        "why": [] if turn.delicate else list(reply.trace.plain),
        "session": turn.token,
    }


def sections_view(sections: Iterable[Section], snapshot: Snapshot) -> list[dict[str, Any]]:
    """Sections with their lines."""
    return [
        {"measure": section.measure, "lines": [line_view(line, snapshot, section.measure) for line in section.lines]}
        for section in sections
        if section.lines
    ]


def line_view(line: Line, snapshot: Snapshot, measure: str | None = None) -> dict[str, Any]:
    """A line about a measure, with the known telephone numbers in it, so that they can be tapped."""
    part = snapshot.knowledge.region_of.get(measure or "") if snapshot.crowded else None
    numbers = _numbers(snapshot) if part is None else _numbers_among(snapshot, [part])
    phones = dict.fromkeys(numbers.findall(line.text))
    return {"kind": line.kind.value, "text": line.text, "phones": list(phones)}


def options_view(options: Iterable[Option]) -> list[dict[str, str]]:
    """Options by label and action."""
    return [{"label": option.label, "action": option.action} for option in options]


def cited_view(measures: Iterable[str], snapshot: Snapshot) -> list[dict[str, str]]:
    """Measures by name, with the page that can be passed on."""
    known = snapshot.knowledge.measure_by_id
    return [{"id": m, "title": title_of(known[m], snapshot), "path": f"/m/{m}"} for m in measures if m in known]


def title_of(measure: Measure, snapshot: Snapshot) -> str:
    """A measure's name, with its region's."""
    return f"{snapshot.knowledge.region_of[measure.id].region.name} · {measure.title}"


@derived
def _numbers(snapshot: Snapshot) -> re.Pattern[str]:
    """The telephone numbers of the documents and the national ones; of many documents none, but those of the one that is cited."""
    return _numbers_among(snapshot, () if snapshot.crowded else snapshot.knowledge.regions)


def _numbers_among(snapshot: Snapshot, regions: Iterable[RegionKnowledge]) -> re.Pattern[str]:
    """The telephone numbers of some regions and the national ones, each alone and not as part of another number."""
    lines = [line.number for line in snapshot.knowledge.public_lines]
    phones = [contact.phone for part in regions for contact in part.contacts if contact.phone]
    longest_first = sorted({*lines, *phones}, key=lambda number: (-len(number), number))
    return re.compile(rf"(?<![\d-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\d-])")
