"""Fixtures of the loading tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.folders import base_folder


@pytest.fixture(scope="session")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One private place for the tokenizer's cache, so that it is made once."""
    return tmp_path_factory.mktemp("jieba")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small sound knowledge folder."""
    return base_folder(tmp_path)
