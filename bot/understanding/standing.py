"""Somebody who says that they are not whom the documents are for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.compiled.snapshot import Snapshot
from bot.model.fact import Fact, FactOption


def for_anyone(topic: str, snapshot: Snapshot) -> bool:
    """Whether some measure on the topic is not only for medical staff and their families."""
    measures = (m for part in snapshot.regions_for(topic) for m in snapshot.answers[topic, part.region.id])
    return any(measure.anyone for measure in measures)


def outside_by(known: Mapping[str, str | int], snapshot: Snapshot) -> tuple[Fact, FactOption] | None:
    """The first known fact that puts a person outside the documents."""
    for fact_id, value in known.items():
        fact = snapshot.definitions[fact_id]
        option = fact.option(str(value))
        if option is not None and option.outside is not None:
            return fact, option
    return None
