"""How several counts in one message go together: parts of a whole, one after another, or the last one said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.quantities import Quantity

_CORRECTED = re.compile("不对|说错|错了|应该是|应该算|(还是|或者)(?=[0-9一二三四五六七八九十两])|记错|更正")
_OF_WHICH = re.compile("其中|里面有|里头有|当中|里边有")
_LEFT = re.compile("一共|总共|还剩|剩下?|应该是|就是")
"""What follows these words is what is left: 扣掉5天，一共25天."""

_ADDED = re.compile("又|后来|之后|接着|然后|加上|再[干做去上]|另外|先")


def parts_of(counted: Sequence[Quantity], text: str) -> list[Quantity]:
    """The parts that make up what was counted. ``counted`` are counts of one fact with a value, in the order said.

    Of counts that neither state anything of their own nor are said to follow one another, the last one holds. What is taken
    off (a count below 0) is taken off the part said before it.
    """
    added = [quantity for quantity in counted if (quantity.value or 0) >= 0]
    if not added:
        return [counted[-1]]
    parts = _parts(added, text)
    for quantity in counted:
        if (quantity.value or 0) < 0 and not _LEFT.search(text, quantity.start):
            at = max((n for n, part in enumerate(parts) if part.start < quantity.start), default=0)
            parts[at] = _less(parts[at], -(quantity.value or 0))
    return parts


def _less(part: Quantity, off: int) -> Quantity:
    """A part with days taken off, and how it was worked out."""
    before = part.value or 0
    working = "；".join(filter(None, [part.working, f"{before} − {off} = {before - off}"]))
    return replace(part, value=before - off, working=working)


def _parts(counted: Sequence[Quantity], text: str) -> list[Quantity]:
    last = [counted[-1]]
    if len(counted) == 1 or _CORRECTED.search(text):
        return last
    whole, rest = counted[0], list(counted[1:])
    left = (whole.value or 0) - sum(part.value or 0 for part in rest)
    if left == 0 and len(rest) > 1:
        return rest
    if _OF_WHICH.search(text, whole.start):
        within = [replace(part, facts=tuple({**dict(whole.facts), **dict(part.facts)}.items())) for part in rest]
        return [replace(whole, value=left), *within] if left > 0 else last
    told = any(quantity.facts for quantity in counted) or all(quantity.dated for quantity in counted)
    return list(counted) if told or _ADDED.search(text) else last
