"""JSON Schema of the knowledge files, for editors: the same models that read the files, so that the two cannot disagree."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.model.fact import Fact
from bot.model.measure import Measure
from bot.model.pattern import SharedCues
from bot.model.region import Contact, PublicLine, Region
from bot.model.talk import CareKind, CareLookAlikes, CareWords, Facet, OutOfScopeTopic, Phrase, Places, Signal, Topic
from bot.reading.parse import LexiconPart

KINDS: dict[str, Any] = {
    "measure": Measure,
    "topic": Topic,
    "out_of_scope": OutOfScopeTopic,
    "region": Region,
    "contacts": tuple[Contact, ...],
    "facts": tuple[Fact, ...],
    "facets": tuple[Facet, ...],
    "lexicon": LexiconPart,
    "phrases": tuple[Phrase, ...],
    "signals": tuple[Signal, ...],
    "care_kind": CareKind,
    "care_look_alikes": CareLookAlikes,
    "care_words": CareWords,
    "places": Places,
    "public_lines": tuple[PublicLine, ...],
    "shared_cues": tuple[SharedCues, ...],
}
"""Kinds of files and what each holds."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _schema(kind: str) -> str:
    schema = {"$schema": _DIALECT, **TypeAdapter(KINDS[kind]).json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schema_text(kind: str) -> str:
    """The schema of one kind of file, as JSON.

    Raises:
        KeyError: if there is no such kind.
    """
    return _schema(kind)


def write_schemas(folder: Path) -> None:
    """One file for each kind, as ``knowledge/schema`` holds them."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
