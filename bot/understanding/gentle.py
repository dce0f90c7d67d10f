"""How a conversation goes on after distress: a few turns in which nothing pushes and no farewell stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.compiled.care import CareIndex
from bot.language.analyse import Analysis
from bot.model.session import Gentle
from bot.model.talk import CareKind
from bot.understanding.distress import Distress, words_heard

GENTLE_TURNS = 4
"""Turns after distress in which no interview resumes by itself, no list and no scope paragraph is shown."""

_ASKING = frozenset({"asks", "entitlement"})
_LONGEST = 24
"""Characters beyond which a message says more than that somebody feels better, says thanks or goes."""


def gentleness(before: Gentle | None, found: Distress | None, kinds: Mapping[str, CareKind]) -> Gentle | None:
    """The field after one more turn: distress opens it anew; danger heard before is not made less by a lesser kind."""
    if found is not None and not found.practical:
        graver = before is not None and kinds[before.kind].grave and not kinds[found.kind].grave
        return Gentle(before.kind if before is not None and graver else found.kind, GENTLE_TURNS)
    if before is None or before.turns <= 1:
        return None
    return replace(before, turns=before.turns - 1)


def gentle_line(gentle: Gentle, analysis: Analysis, care: CareIndex) -> str | None:
    """What to say to somebody who feels better, says thanks or goes; None for all else, which is answered as always."""
    heard = words_heard(analysis, care)
    if len(analysis.text) > _LONGEST or not _ASKING.isdisjoint(heard):
        return None
    after = care.kinds[gentle.kind].after
    said = {"calmer": after.better, "leaving": after.farewell, "thanking": after.thanks}
    return next((line for word, line in said.items() if word in heard), None)
