"""The examples in the docstrings of the pure rooms hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import bot

ROOMS = ("model", "language", "compiled", "understanding", "rules", "dialogue")
MODULES = [
    module.name
    for room in ROOMS
    for module in pkgutil.walk_packages([f"{bot.__path__[0]}/{room}"], prefix=f"bot.{room}.")
    if not module.ispkg
]


@pytest.mark.parametrize("module", MODULES)
def test_docstring_examples(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_there_are_docstring_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for module in MODULES for test in finder.find(importlib.import_module(module)) if test.examples]
    assert len(found) > 5
