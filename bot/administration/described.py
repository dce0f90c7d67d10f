"""How a command and a button of the admins are told from the others."""

from __future__ import annotations

from typing import NamedTuple

ACTION_PREFIX = "admin:"
"""Buttons whose action begins with this are for admins."""


class Described(NamedTuple):
    """A command with what it does, in Chinese and in English."""

    name: str
    chinese: str
    english: str
