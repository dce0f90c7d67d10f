"""Officers and offices asked of as being in charge."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import Charged
from tests.understanding.conftest import Mean


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("孙玉龙管意外险吗", Charged(("孙玉龙",), None, ("hq-20",))),
        ("区人社局的负责人是孙玉龙吗", Charged(("孙玉龙",), "hongqiao/human-resources", ())),
        ("孙玉龙是区人社局的吧", Charged(("孙玉龙",), "hongqiao/human-resources", (), plainly=False)),
        ("防护物资归发改委管吗", Charged((), "hongqiao/development", ("hq-05",))),
    ],
)
def test_who_and_of_what(text: str, meant: Charged, mean: Mean) -> None:
    assert mean(text) == meant


def test_of_the_matter_in_hand(mean: Mean) -> None:
    session = Session(region="hongqiao", topics=("work-injury",), measures=("hq-11",))
    assert mean("是孙玉龙负责吗", session) == Charged(("孙玉龙",), None, ("hq-11",))


@pytest.mark.parametrize("text", ["孙玉龙管什么", "孙玉龙的手机号能给吗", "医保局能报销吗", "精防中心管孩子吗", "补助谁负责"])
def test_what_is_no_such_question(text: str, mean: Mean) -> None:
    assert not isinstance(mean(text), Charged)
