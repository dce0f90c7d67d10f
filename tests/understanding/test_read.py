"""What each clause of a message does."""

from __future__ import annotations

import pytest

from bot.understanding.reading import Act
from tests.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("我在发热门诊，一天有多少", [Act.TELLS, Act.ASKS]),
        ("听说有慰问品", [Act.HEARSAY]),
        ("帮我看看意外险", [Act.WISHES]),
        ("写错了，是十八天", [Act.CORRECTS, Act.TELLS]),
        ("哎呀，弄错了，我在广东", [Act.CORRECTS, Act.TELLS]),
        ("不是定点医院呢", [Act.ASKS]),
        ("要是去了湖北", [Act.SUPPOSES]),
        ("另外说件事", [Act.ADDS]),
        ("你好，谢谢，知道了，再见", [Act.GREETS, Act.THANKS, Act.ACKNOWLEDGES, Act.LEAVES]),
        ("我闺女考上了，厉害", [Act.TELLS, Act.SMALL_TALK]),
    ],
)
def test_each_clause_has_one_act(text: str, acts: list[Act], said: Read) -> None:
    assert [clause.act for clause in said(text).clauses] == acts


def test_thanks_do_not_count_for_the_topic(said: Read) -> None:
    assert said("谢谢，那慰问金呢").topical.tokens == said("那慰问金呢").topical.tokens
