"""One place for the memory of all threads, where the C library can be told; elsewhere nothing happens."""

from __future__ import annotations

import ctypes

import pytest

from bot.reloading.one_arena import give_back, share_one_arena


class Library:
    """A C library that writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def malloc_trim(self, kept: int) -> int:
        """Give back what is free."""
        self.told.append((0, kept))
        return 1

    def mallopt(self, what: int, number: int) -> int:
        """Take a setting."""
        self.told.append((what, number))
        return 1


def test_the_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    share_one_arena()
    give_back()
    assert library.told == [(-8, 1), (0, 0)]


@pytest.mark.parametrize("without", [object(), None])
def test_a_library_that_cannot_be_told_is_left_alone(monkeypatch: pytest.MonkeyPatch, without: object) -> None:
    def opened(_: object) -> object:
        if without is None:
            raise TypeError
        return without

    monkeypatch.setattr(ctypes, "CDLL", opened)
    share_one_arena()
    give_back()
