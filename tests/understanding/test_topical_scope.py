"""Which part of a message its topic is looked for in."""

from __future__ import annotations

from bot.compiled.keys import FigureHint
from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.naming import pointers
from bot.understanding.read import read
from tests.understanding.conftest import Read


def test_what_is_named_only_to_be_passed_over_does_not_count(snapshot: Snapshot) -> None:
    found, alone = (
        read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
        for text in ("除了每天300那份补助，心理热线号码是多少", "除了每天300那份补助")
    )
    assert "rates" not in found.cues("hq-09", "point")
    assert "rates" in alone.cues("hq-09", "point")
    assert "补助" not in found.topical.text
    assert "热线" in found.topical.text
    assert FigureHint(300) in pointers(alone)
    assert FigureHint(300) not in pointers(found)


def test_what_is_set_aside_ends_where_more_is_asked_for(snapshot: Snapshot) -> None:
    found = read(hear("除开每天的补助还给什么好处", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert "补助" not in found.topical.text
    assert "好处" in found.topical.text


def test_a_polite_opening_is_no_part_of_what_is_meant(said: Read) -> None:
    found = said("好的，请问补助多少")
    assert found.text[found.begin :] == "补助多少"


def test_whether_it_is_written_names_no_matter(snapshot: Snapshot) -> None:
    found = read(hear("就想问文件里写没写名额", snapshot), Session(region="guangdong"), snapshot, 2020)
    assert "文件" not in found.topical.text
    assert "名额" in found.topical.text


def test_what_was_said_before_coming_to_the_point_does_not_count(said: Read) -> None:
    assert said("上学，其实想问补助多少").topical.text == said("补助多少").topical.text
