"""What was told of each region is asked again of the one that is then said."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("first", "where", "told"),
    [
        ("有没有慰问金", "我在湛江", "有：慰问金发给一线医务人员及其家属，数额文件没写。"),
        ("心理热线打几号", "东莞", "可打 12355、12351、400-801-9939、020-81268090 等。"),
        ("中考给照顾吗", "我在佛山", "文件没写录取照顾；一线医务人员子女有备考指导等，各地因地制宜。"),
    ],
)
def test_what_was_told_of_a_region_is_its_answer(first: str, where: str, told: str, start: Start) -> None:
    talk = start()
    talk.say(first)
    assert talk.say(where).text.splitlines()[0].removeprefix("还是：").removeprefix("还是") == told


def test_a_message_that_asks_is_answered_by_its_own_words(start: Start) -> None:
    talk = start()
    talk.say("有没有慰问金")
    assert "文件没写慰问金的数额" in talk.say("我在湛江，慰问金多少").text
