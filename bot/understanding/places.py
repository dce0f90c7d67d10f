"""Which place a message speaks about: where someone is, where someone was sent, or whose registration it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.compiled.vocabulary import AROUND, DESTINATION, ELSEWHERE, UNCOVERED
from bot.language.analyse import Analysis
from bot.language.clauses import clause_bounds
from bot.language.particles import PLACE_SUFFIXES, POSSESSIVE, bare
from bot.language.signals import Signal

_ADJACENT = 1

Signals = Callable[[str], Signal]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says of places.

    ``region``: a covered region named as where the question is about. ``uncovered``: the name of a place no region covers.
    ``around``: the name of a wider place of which only a part is covered. ``own``: it is said of the person's own place.
    ``regions``: all covered regions named.
    """

    region: str | None = None
    uncovered: str | None = None
    around: str | None = None
    own: bool = False
    regions: frozenset[str] = frozenset()


def places_of(analysis: Analysis, signal: Signals) -> Spoken:
    """Read the places of a message. The first place named as a location decides. ``signal`` gives a signal's words."""
    text = analysis.text
    named: dict[str, tuple[str, int, int]] = {}
    covered_until, uncovered_until = 0, -9
    regions: set[str] = set()
    schemes = [mention for mention in analysis.mentions if mention.label[0] == "name"]
    for start, end, label in analysis.mentions:
        if label[0] not in ("place", "institution") or start < covered_until:
            continue
        if any(scheme.start <= start and end <= scheme.end for scheme in schemes):
            continue
        covered_until = end
        role = _role(text, start, end, label[1], signal)
        if role == "region" and (_left(text, start, end, signal) or start - uncovered_until <= _ADJACENT):
            continue
        if role == UNCOVERED:
            uncovered_until = end
        if role is not None:
            named.setdefault(role if role in (UNCOVERED, AROUND) else "region", (label[1], start, end))
            regions |= {label[1]} if role == "region" else set()
    region = named.get("region")
    uncovered = named.get(UNCOVERED)
    around = named.get(AROUND)
    first = region or uncovered or around
    if first is None:
        return Spoken()
    return Spoken(
        regions=frozenset(regions),
        region=region[0] if region else None,
        uncovered=text[uncovered[1] : uncovered[2]] if uncovered and not region else None,
        around=text[around[1] : around[2]] if around and not region and not uncovered else None,
        own=_own(text, first[1], first[2], signal),
    )


def _role(
    text: str, start: int, end: int, place: str, signal: Signals
) -> Literal["region", "uncovered", "around"] | None:
    begin, stop = clause_bounds(text, start, end)
    clause = text[begin:stop]
    if place == ELSEWHERE:
        return None
    if place == DESTINATION:
        return "uncovered" if signal("place-local").opens(text[end : end + 4].lstrip(PLACE_SUFFIXES)) is not None else None
    if signal("place-residence").heard(clause) or signal("place-registration").heard(clause):
        return None
    if place != UNCOVERED:
        return "around" if place == AROUND else "region"
    if signal("place-registration").heard(text):
        return None
    if signal("place-home").heard(text) and not signal("place-work").heard(clause):
        return None
    return None if signal("place-sent").closes(text[begin:start]) and not text[end:stop].startswith(POSSESSIVE) else "uncovered"


def _left(text: str, start: int, end: int, signal: Signals) -> bool:
    """Whether the place is said to be left or denied: 从红桥调走, 红桥以前, 不是红桥."""
    return signal("place-left-before").closes(text[:start]) or signal("place-left-after").opens(text, end) is not None


def _own(text: str, start: int, end: int, signal: Signals) -> bool:
    """Whether the place is said to be the person's own: 我在…, 不对，我调到…, or nothing but the place is said."""
    begin, stop = clause_bounds(text, start, end)
    alone = len(bare(text).strip(PLACE_SUFFIXES)) <= end - start + 2
    opening = text[begin:start]
    told = signal("place-own").heard(opening) or signal("place-moved").heard(opening)
    here = begin == start and (stop == end or text[end:stop] in signal("place-here").words)
    return alone or told or here


_LITTLE = 6
"""Characters besides the place name up to which a message says nothing else."""


def names_only(analysis: Analysis) -> bool:
    """Whether a message holds hardly more than the name of a place."""
    named, until = 0, 0
    for mention in analysis.mentions:
        if mention.label[0] == "place" and mention.start >= until:
            named, until = named + mention.end - mention.start, mention.end
    return sum(ch.isalnum() for ch in analysis.text) - named <= _LITTLE
