"""Things listed with a particle behind each, in place of a mark: 体检啊疗养啊."""

from __future__ import annotations

import re

from bot.language.clauses import Stretch

_PARTICLE = "啊|呀|啦|吖|也好|也罢"
_THING = "[^，。？！、；]{1,8}?"
_BEFORE_ANOTHER = re.compile(f"(?P<joins>{_PARTICLE})(?={_THING}(?P=joins))")


def particle_joins(text: str) -> list[Stretch]:
    """Where a particle joins one thing to the next, which has the same behind it.

    >>> particle_joins("体检啊疗养啊都免费吗"), particle_joins("体检免费啊，疗养呢")
    ([(2, 3)], [])
    """
    return [found.span("joins") for found in _BEFORE_ANOTHER.finditer(text)]
