"""What channels must not do while somebody is in distress."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.delicate import is_delicate
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from tests.dialogue.talking import TODAY


@pytest.mark.parametrize(
    ("said", "delicate"),
    [
        (("我不想活了",), True),
        (("我不想活了", "上海的补贴是多少"), True),
        (("每天偷偷哭，我快撑不住了",), True),
        (("一天补多少",), False),
        (("上海的补贴是多少",), False),
    ],
)
def test_who_is_in_distress_is_treated_with_care(snapshot: Snapshot, said: tuple[str, ...], delicate: bool) -> None:
    *before, last = said
    session = Session(region="hongqiao")
    for text in before:
        session = respond(Message(text), session, snapshot, TODAY)[1]
    reply, session = respond(Message(last), session, snapshot, TODAY)
    assert is_delicate(reply, session) is delicate
