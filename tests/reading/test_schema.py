"""The JSON Schema: of every kind, up to date beside the files, and pointed to by each of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.reading.schema import KINDS, schema_text, write_schemas
from bot.settings import shipped_knowledge

HINT = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_beside_the_files_is_up_to_date(kind: str) -> None:
    file = shipped_knowledge() / "schema" / f"{kind}.json"
    told = "run: python -m bot schema --to knowledge/schema"
    assert file.read_text("utf-8") == schema_text(kind), told


def test_every_shipped_file_points_to_a_schema_that_is_there() -> None:
    astray = []
    for file in sorted(shipped_knowledge().rglob("*.yaml")):
        hint = HINT.match(file.read_text("utf-8"))
        if hint is None or not (file.parent / hint[1]).resolve().is_file():
            astray.append(file.name)
    assert astray == []


def test_the_schema_knows_the_keys_authors_write() -> None:
    schema = json.loads(schema_text("measure"))
    test = schema["$defs"]["FactTest"]["properties"]
    assert {"title", "points", "entitlements"} <= set(schema["properties"])
    assert {"fact", "is", "in", "at_least", "at_most"} == set(test)
    assert schema["additionalProperties"] is False


def test_all_kinds_are_written_to_a_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")
    assert {file.stem for file in (tmp_path / "schema").iterdir()} == set(KINDS)
