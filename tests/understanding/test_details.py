"""A question of a detail that nothing known answers is told from one that asks for the same again."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.details import asks_an_unknown_detail
from bot.understanding.hear import hear
from bot.understanding.read import read
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("能折成购物卡吗", True),
        ("得先体测吗", True),
        ("到底给不给啊", False),
        ("真有优先吗", False),
        ("那我们呢", False),
        ("我们护士长说要抽签", False),
    ],
)
def test_a_word_of_its_own_asks_for_a_detail(text: str, unknown: bool, snapshot: Snapshot) -> None:
    said = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
    measure = snapshot.knowledge.measure_by_id["hq-16"]
    assert asks_an_unknown_detail(said, [measure], snapshot) is unknown


def test_what_was_not_found_is_said_before_what_was_told_already(start: Start) -> None:
    talk = start("guangdong")
    talk.say("职称能优先评吗")
    talk.say("我是主治，想升副高")
    first, second = talk.say("年终小结行不行").text.splitlines()[:2]
    assert first == "没查到文件写了这一点。"
    assert second.startswith("写了的：")
