"""Words that carry grammar and no matter: what may be left off or passed over without losing what is meant."""

from __future__ import annotations

import re

FINAL = "啊呀吧呢哦哈嘛啦哟哇耶了"
"""Particles that close a message and change nothing of what it says."""

FUNCTION = frozenset(
    "的了吗呢吧啊呀嘛么是我你您他她它们这那个就也还都在有要会能不没和跟与或再又去来给把被对从到上下里外中一些什怎谁哪几多少可以请问想帮下呗哦嗯得着过点啦"
)
"""Characters that name no topic."""

STRESSING = FINAL + "真的快要就嚟已经都有点彻底完全太好又也实在整个人我俺今天日最近现而家喇咗唉哎系一嘅"
"""Characters that say how much, since when, or that it is the speaker, and no matter: 整个人真的快……了."""

POSSESSIVE = "的"
PLACE_SUFFIXES = "的区市省"
"""What may follow a place's short name without changing which place it is."""

_MARKS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """A message without marks and closing particles, for comparing whole messages.

    >>> bare("好的呀！")
    '好的'
    """
    return _MARKS.sub("", text).rstrip(FINAL) or text
