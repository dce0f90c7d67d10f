"""Of many patterns those that a message opens are tried, and what they find is in the author's order."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.language.patterns import match, spots
from bot.understanding import showing
from bot.understanding.showing import shown_and_sought


@pytest.mark.parametrize("text", ["我是护士，刚下夜班", "爱人援鄂，单位不让调休", "医生评职称看不看援鄂", "今天天气不错"])
def test_it_finds_what_trying_each_pattern_in_turn_finds(text: str, snapshot: Snapshot) -> None:
    heard = snapshot.language.analyse(text)
    where = spots(heard, None)
    found = shown_and_sought(where, heard.text, snapshot)
    every = (snapshot.shows_staff, snapshot.sought_by_staff)
    assert found == tuple([here for one in kind if (here := match(one, where, heard.text)) is not None] for kind in every)


def test_only_patterns_that_a_message_opens_are_tried(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = snapshot.language.analyse("我是护士，刚下夜班")
    where, tried = spots(heard, None), []
    monkeypatch.setattr(showing, "match", lambda pattern, *_: tried.append(pattern))
    shown_and_sought(where, heard.text, snapshot)
    assert tried
    assert all(pattern.parts[0] in where for pattern in tried)
    assert len(tried) < len(snapshot.shows_staff) / 2
