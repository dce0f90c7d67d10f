"""Which topic a piece of a message names."""

from __future__ import annotations

import pytest

from bot.compiled.keys import Column
from bot.compiled.snapshot import Snapshot
from bot.understanding.clear_pieces import answered_topic, clear_topics, clearly_about, topic_named
from tests.understanding.conftest import Read

TEXT = "补助按天给多少？心理热线号码是多少"


@pytest.mark.parametrize(("piece", "topic"), [("补助", "daily-subsidy"), ("心理热线", "hotline")])
def test_a_piece_names_a_topic_by_a_plain_word(piece: str, topic: str, said: Read, small: Snapshot) -> None:
    begin = TEXT.index(piece)
    assert topic_named(said(TEXT), begin, begin + len(piece), small) == topic
    assert answered_topic(said(TEXT), begin, begin + len(piece), small) == topic


def test_pieces_that_are_clearly_about_a_topic_tell_it_once(said: Read, small: Snapshot) -> None:
    first, second = (0, 7), (8, len(TEXT))
    assert clearly_about(said(TEXT), *second, 0.0, small) == Column("topic", "hotline")
    assert clear_topics(said(TEXT), [first, second, second], 0.0, small) == ["daily-subsidy", "hotline"]
    assert clear_topics(said(TEXT), [first], 0.0, small) == []
