"""What each clause of a message does."""

from __future__ import annotations

import pytest

from bot.understanding.said import Act
from tests.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("我是护士，补助多少", [Act.TELLS, Act.ASKS]),
        ("不对，是20天", [Act.CORRECTS, Act.TELLS]),
        ("更正，是20天", [Act.CORRECTS, Act.TELLS]),
        ("哦，不对，是20天", [Act.CORRECTS, Act.TELLS]),
        ("要是在病房呢，多少", [Act.SUPPOSES, Act.ASKS]),
        ("是20天，不对", [Act.TELLS, Act.TELLS]),
        ("在病房？", [Act.ASKS]),
    ],
)
def test_what_each_clause_does(text: str, acts: list[Act], said: Read) -> None:
    assert [clause.act for clause in said(text).clauses] == acts
