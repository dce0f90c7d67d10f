"""A button's action id, as channels carry it, and the intent it stands for. Ids are stateless ASCII and survive restarts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.understanding.intents import (
    AskForFact,
    Card,
    ChooseRegion,
    Command,
    Gone,
    Intent,
    Menu,
    MoveTo,
    ShowInFull,
    ShowMeasure,
    ShowTopic,
    StateFact,
    WorkOut,
)

_DIGITS = 4
"""Digits a page number has fewer of."""


def intent_of(action: str, snapshot: Snapshot) -> Intent:
    """What a tapped option wants; ``Gone`` where its target is not, or no longer, there."""
    kind, *arguments = action.split(":")
    reader = _READERS.get(kind)
    return (reader(arguments, snapshot) if reader else None) or Gone()


def _fact(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    fact = snapshot.definitions.get(arguments[0]) if len(arguments) == len(("fact", "option")) else None
    if fact is None or (arguments[1] != UNSURE and fact.option(arguments[1]) is None):
        return None
    return StateFact(fact.id, arguments[1])


def _ask(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    return AskForFact(arguments[0]) if arguments and arguments[0] in snapshot.definitions else None


def _measure(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    return ShowMeasure(arguments[0]) if arguments and arguments[0] in snapshot.knowledge.measure_by_id else None


def _facet(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    measure, facet = [*arguments, "", ""][:2]
    known = measure in snapshot.knowledge.measure_by_id and facet in snapshot.facet_by_id
    return ShowMeasure(measure, facet) if known else None


def _topic(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    return ShowTopic(arguments[0]) if arguments and arguments[0] in snapshot.topic_by_id else None


def _sum(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    measure = snapshot.knowledge.measure_by_id.get(arguments[0]) if arguments else None
    return WorkOut(measure.id) if measure is not None and measure.amounts else None


def _region(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    return MoveTo(arguments[0]) if arguments and arguments[0] in snapshot.knowledge.region_by_id else None


def _regions(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    within, page = [*arguments, "", ""][:2]
    known = not within or within in snapshot.places
    return ChooseRegion(within, int(page)) if known and _is_page(page) else None


def _is_page(number: str) -> bool:
    return number.isdecimal() and number.isascii() and len(number) < _DIGITS


def _menu(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    region, area = [*arguments, None, None][:2]
    part = snapshot.knowledge.region_by_id.get(region or "")
    if region is None:
        return Menu()
    known = part is not None and (area is None or any(known.id == area for known in part.region.areas))
    return Menu(region, area) if known else None


def _card(arguments: Sequence[str], _: Snapshot) -> Intent:
    return Card(tuple(arguments))


def _full(arguments: Sequence[str], snapshot: Snapshot) -> Intent | None:
    measure, page = [*arguments, "", ""][:2]
    if measure not in snapshot.knowledge.measure_by_id:
        return None
    return ShowInFull(measure, int(page) if _is_page(page) else None)


def _do(arguments: Sequence[str], _: Snapshot) -> Intent | None:
    return Command(arguments[0]) if arguments else None


_READERS: dict[str, Callable[[Sequence[str], Snapshot], Intent | None]] = {
    "fact": _fact,
    "ask": _ask,
    "measure": _measure,
    "facet": _facet,
    "topic": _topic,
    "sum": _sum,
    "region": _region,
    "regions": _regions,
    "menu": _menu,
    "card": _card,
    "full": _full,
    "do": _do,
}
