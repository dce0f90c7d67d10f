"""Three-valued logic: what is known of a condition before every fact is known."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """Kleene's strong three values. UNKNOWN is a result, not an error."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Lift a Python bool, or None for "not known".

        >>> Truth.of(None)
        <Truth.UNKNOWN: 'unknown'>
        """
        if value is None:
            return cls.UNKNOWN
        return cls.YES if value else cls.NO

    def negated(self) -> Truth:
        """Kleene's "not": an unknown stays unknown."""
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES


def all_of(values: Iterable[Truth]) -> Truth:
    """Kleene's "and": one NO decides, else one UNKNOWN leaves it open.

    >>> all_of([Truth.UNKNOWN, Truth.NO])
    <Truth.NO: 'no'>
    >>> all_of([])
    <Truth.YES: 'yes'>
    """
    found = Truth.YES
    for value in values:
        if value is Truth.NO:
            return value
        if value is Truth.UNKNOWN:
            found = value
    return found


def any_of(values: Iterable[Truth]) -> Truth:
    """Kleene's "or": one YES decides, else one UNKNOWN leaves it open.

    >>> any_of([Truth.UNKNOWN, Truth.YES])
    <Truth.YES: 'yes'>
    """
    return all_of(value.negated() for value in values).negated()
