"""Every fault that is counted has a name an admin can read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import bot
from bot.administration.fault_counter import FaultCounter
from bot.administration.fault_names import FAULT_NAMES, name_of

_COUNTED = re.compile(r'faults\.count\("(\w+)"\)|\.met\("(\w+)"|_apologise\(stored, "(\w+)"')


def counted() -> set[str]:
    """The kinds that the program counts by a name of its own."""
    sources = (file.read_text(encoding="utf-8") for file in Path(bot.__file__).parent.rglob("*.py"))
    return {kind for source in sources for found in _COUNTED.findall(source) for kind in found if kind}


def test_what_the_program_counts_has_a_name() -> None:
    assert len(counted()) > 20
    assert counted() - set(FAULT_NAMES) == set()


def test_no_two_kinds_share_a_name() -> None:
    assert [name for name, times in Counter(FAULT_NAMES.values()).items() if times > 1] == []


def test_a_status_is_in_words_and_a_kind_without_any_is_told_as_it_is() -> None:
    faults = FaultCounter()
    faults.count("TimedOut")
    faults.count("SomethingNew")
    assert faults.in_words() == f"SomethingNew 1；{name_of('TimedOut')} 1"
    assert str(faults) == "SomethingNew 1, TimedOut 1", "the log names them as the metrics do"
    assert name_of("TimedOut") != "TimedOut"
