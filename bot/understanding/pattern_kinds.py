"""What the patterns found in a message are: of which kind of key, and whether they tell of a trade or of work that is paid for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bot.compiled.keys import OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.language.patterns import Found
from bot.understanding.counting_tools import counting_tools

Kind = TypeVar("Kind", OptionKey, PartKey, SideKey)


def is_another_trade(key: OptionKey, snapshot: Snapshot) -> bool:
    """Whether an option says that somebody does other work than a medical worker is presumed to."""
    fact = snapshot.definitions[key.fact]
    return fact.of_staff and fact.presumed not in (None, key.option)


def is_paid_for(key: OptionKey, snapshot: Snapshot) -> bool:
    """Whether an option says that somebody does the work that a rate is paid for."""
    option = snapshot.definitions[key.fact].option(key.option)
    return key.fact in counting_tools(snapshot).deciding and option is not None and option.denied is not None


def of_kind(kind: type[Kind], found: Mapping[PatternKey, Found]) -> dict[Kind, Found]:
    """What was found of one kind of key."""
    return {key: here for key, here in found.items() if isinstance(key, kind)}
