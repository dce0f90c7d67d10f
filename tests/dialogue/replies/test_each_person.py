"""A line for the medical worker and one for whoever else the same is asked of."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "region", "labels"),
    [
        ("我媳妇在急诊当护士，她上意外险吗？我能上吗", "hongqiao", ("您媳妇：", "您：")),
        ("我弟去武汉支援，他的话费免吗，我打给他的也能免吗", "guangdong", ("您弟弟：", "您：")),
        ("我哥是一线大夫，疗养有他吗，我妈也能去吗", "hongqiao", ("您哥哥：", "您妈妈：")),
    ],
)
def test_each_of_two_people_gets_a_line(text: str, region: str, labels: tuple[str, str], start: Start) -> None:
    first, second, *_ = start(region).say(text).text.splitlines()
    assert (first.startswith(labels[0]), second.startswith(labels[1])) == (True, True), (first, second)
    assert "不符合" in second
    assert "不符合" not in first


@pytest.mark.parametrize(("text", "reason"), [("我老婆能上意外险吗，我能上吗", "保险"), ("我老婆能去疗养吗，我呢", "体检和疗养")])
def test_where_nobody_is_said_to_work_it_hangs_on_who_does(text: str, reason: str, start: Start) -> None:
    first = start("hongqiao").say(text).text.splitlines()[0]
    assert first.startswith("要看谁是一线医务人员：")
    assert reason in first


@pytest.mark.parametrize("text", ["我媳妇在急诊当护士，我能上意外险吗", "疗养啥时候去，家属能跟着吗"])
def test_one_alone_is_answered_as_before(text: str, start: Start) -> None:
    lines = start("hongqiao").say(text).text.splitlines()
    assert any(line.startswith("不符合：") for line in lines), lines
