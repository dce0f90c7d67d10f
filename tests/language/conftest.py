"""A small language of our own, built once."""

from __future__ import annotations

import pytest

from bot.language.analyse import Language

CONCEPTS = {
    "hotline": ("心理热线", "热线电话"),
    "injury": ("工伤", "工伤保险"),
    "subsidy": ("补助", "补贴"),
    "ward": ("隔离病房",),
}
WORDS = (
    ("红桥", ("place", "district")),
    ("红桥医院", ("institution", "district")),
    ("上海", ("place", "uncovered")),
    ("平安", ("place", "calm")),
    ("睡不着", ("literal", "睡不着")),
    ("没", ("literal", "没")),
    ("优先", ("literal", "优先")),
)


@pytest.fixture(scope="session")
def language() -> Language:
    """Four concepts, two places, some words of patterns."""
    return Language(CONCEPTS, {"冇": "没有", "几多": "多少", "瞓唔着": "睡不着"}, WORDS)
