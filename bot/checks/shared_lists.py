"""Shared lists of patterns that nobody names."""

from __future__ import annotations

from collections.abc import Collection

from bot.checks.inspection import SHARED_LIST, Inspection


def check_unused_lists(inspection: Inspection, in_regions: Collection[str] = ()) -> None:
    """Warn of each list that no file names; ``in_regions`` are those named in files of regions that are read elsewhere.

    Where something could not be read, it may be what names the list.
    """
    if inspection.reading.incomplete:
        return
    named = inspection.reading.lists_named.union(in_regions)
    for cues in inspection.knowledge.shared_cues:
        if cues.id not in named:
            message = f"没有哪里用到共用说法“{cues.id}”"
            inspection.report((SHARED_LIST, cues.id), ("id",), message, f"在列表里写 shared: {cues.id}，或删掉这一份", warning=True)
