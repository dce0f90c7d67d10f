"""Unanswered questions as a table for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from bot.teaching.clusters import Cluster

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet would work out, also in the wide letters of an input method."""


def write_csv(found: Sequence[Cluster], stream: TextIO) -> None:
    """One line per question."""
    writer = csv.writer(stream)
    writer.writerow(("类", "次数", "最近的主题", "问题", "日期"))
    for number, cluster in enumerate(found, start=1):
        for item in cluster.questions:
            writer.writerow((number, len(cluster.questions), " ".join(cluster.topics), defused(item.text), item.on.isoformat()))


def defused(text: str) -> str:
    """A cell that stays text: people typed it, and a spreadsheet must not run it.

    >>> defused("=1+1"), defused(" @x"), defused("补助")
    ("'=1+1", "' @x", '补助')
    """
    return f"'{text}" if text.lstrip(" \u3000").startswith(_RUNS) else text
