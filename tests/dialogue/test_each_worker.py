"""Of two who are asked of, each stands by what was told of that one."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("region", "told", "asked", "labels"),
    [
        ("hongqiao", "我去了襄阳支援，我爱人也是医生，留在本院", "薪酬提高我有吗，他呢有没有", ("您：", "他：")),
        ("hongqiao", "我支援荆门，我媳妇在家没去", "我俩的薪酬涨不涨", ("您：", "您爱人：")),
        ("guangdong", "我去了黄石支援，我先生没去，在本院急诊", "话费我能免吗，他能免吗", ("您：", "他：")),
    ],
)
def test_each_by_their_own_facts(region: str, told: str, asked: str, labels: tuple[str, str], start: Start) -> None:
    talk = start(region)
    talk.say(told)
    reply = talk.say(asked)
    first, second, *_ = reply.text.splitlines()
    assert (first.startswith(labels[0]), second.startswith(labels[1])) == (True, True), (first, second)
    assert ("不符合" in first, "不符合" in second) == (False, True)
    assert not reply.text.rstrip().endswith("？")


def test_one_alone_is_answered_by_their_own(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我和爱人都是护士，她去了随州，我在家守发热门诊")
    assert talk.say("我的补助翻倍吗").text.startswith("不符合")


def test_both_alike_need_no_line_each(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我跟我爱人都去了襄阳支援")
    lines = talk.say("我俩的薪酬涨不涨").text.splitlines()
    assert not any(line.startswith("您：") for line in lines), lines
