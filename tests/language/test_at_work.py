"""Who at work says that there is no such thing, or does nothing, is the place one works at."""

from __future__ import annotations

import pytest

from bot.language.at_work import Workplace
from bot.language.normalise import fold
from bot.model.knowledge import Knowledge
from bot.model.talk import AtWork


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("财务科也说根本没有这笔津贴，真的吗", "单位不认这笔津贴，真的吗"),
        ("上面说没这规定", "单位不认这规定"),
        ("院领导说没听说过这项政策", "单位不认这项政策"),
        ("科主任不安排轮休", "科里不安排轮休"),
        ("人事处唔批", "单位唔批"),
    ],
)
def test_who_speaks_for_it_is_the_place(said: str, folded: str, knowledge: Knowledge) -> None:
    assert Workplace(knowledge.lexicon.at_work, fold).to_the_place(said) == folded


@pytest.mark.parametrize(
    "said", ["科长说没有这么快", "院里说没有这样的先例", "护士长说没这个床位", "上面说没这个必要", "同事说没有这个政策"]
)
def test_what_else_there_is_not_is_no_denial(said: str, knowledge: Knowledge) -> None:
    assert Workplace(knowledge.lexicon.at_work, fold).to_the_place(said) == said


def test_whom_nobody_wrote_down_is_heard_as_said() -> None:
    assert Workplace(AtWork(), fold).to_the_place("总务说没有这笔钱") == "总务说没有这笔钱"


def test_who_is_at_work_is_the_authors_to_say() -> None:
    read = Workplace(AtWork(places={"单位": ("总务", "总务处")}, things=("工衣",), idle=("压着",)), fold).to_the_place
    assert [read("总务处压着"), read("总务说没有这种工衣"), read("总务签了")] == ["单位压着", "单位不认这种工衣", "总务签了"]
