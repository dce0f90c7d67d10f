"""The machine interface: one conversation a line, one object a line, errors in place."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from bot.channels import jsonl
from bot.channels.jsonl import answer_lines
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply

TODAY = date(2026, 3, 1)
KEYS = {"id", "decision", "measures", "text", "options", "outcome", "amount"}


def answers(snapshot: Snapshot, *lines: bytes | dict[str, Any]) -> list[dict[str, Any]]:
    """What comes out for lines of bytes, or of objects written as JSON."""
    raw = [line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode() for line in lines]
    return [json.loads(answer) for answer in answer_lines(raw, snapshot, TODAY)]


def errors(found: Sequence[dict[str, Any]]) -> list[str]:
    """The error of each line, empty for a line that was answered."""
    return [answer.get("error", "") for answer in found]


def test_an_answer_has_all_keys(snapshot: Snapshot) -> None:
    (answer,) = answers(snapshot, {"id": "a-1", "turns": ["临时性工作补助一天多少钱"], "region": "hongqiao"})
    assert set(answer) == KEYS
    assert answer["id"] == "a-1"
    assert answer["decision"] == "answer"
    assert answer["measures"][0] == "hq-09"
    assert "300" in answer["text"]
    assert all(isinstance(label, str) for label in answer["options"])


def test_the_last_turn_of_a_dialogue_is_answered(snapshot: Snapshot) -> None:
    turns = ["我在红桥", "临时性工作补助怎么发", "直接接触确诊病例30天一共多少钱"]
    (answer,) = answers(snapshot, {"id": 1, "turns": turns, "region": None})
    assert answer["measures"][0] == "hq-09"
    assert answer["amount"] == 9_000


def test_each_line_is_a_conversation_of_its_own(snapshot: Snapshot) -> None:
    alone, after = {"id": 2, "turns": ["谁负责"]}, {"id": 1, "turns": ["红桥区的补助一天多少钱"]}
    assert answers(snapshot, alone)[0] == answers(snapshot, after, alone)[1]


def test_other_keys_are_ignored_and_order_is_kept(snapshot: Snapshot) -> None:
    found = answers(snapshot, *({"id": n, "turns": ["你好"], "region": None, "note": [n]} for n in (3, 1, 2)))
    assert [answer["id"] for answer in found] == [3, 1, 2]
    assert {answer["decision"] for answer in found} == {"chat"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "JSON"),
        (b"", "空行"),
        (b"  \n", "空行"),
        (b"[1]", "对象"),
        (b'"text"', "对象"),
        (b'{"id": 7}', "turns"),
        (b'{"id": 7, "turns": "text"}', "turns"),
        (b'{"id": 7, "turns": []}', "turns"),
        (b'{"id": 7, "turns": ["a", 1]}', "turns"),
        (b'{"id": 7, "turns": ["a"], "region": "mars"}', "hongqiao"),
        (b'{"id": 7, "turns": ["a"], "region": 3}', "hongqiao"),
        (b'{"id": NaN, "turns": ["a"]}', "JSON"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"id": 7, "turns": ["\xff\xfe"]}', "UTF-8"),
        ('{"id": 7, "turns": ["补助"]}'.encode("gbk"), "UTF-8"),
    ],
)
def test_a_bad_line_gets_its_error_in_place_and_the_rest_go_on(snapshot: Snapshot, line: bytes, says: str) -> None:
    good = {"id": "good", "turns": ["你好"]}
    before, bad, after = answers(snapshot, good, line, good)
    assert set(bad) == {"id", "error"}
    assert bad["id"] == (7 if b'"id": 7' in line else None)
    assert says in bad["error"]
    assert "第 2 行" in bad["error"]
    assert errors([before, after]) == ["", ""]


@pytest.mark.parametrize(
    "message", ["", "   ", "\x00\x1b[2J\x07", "?" * 100_000, "补" * 100_000, "\u202e\u200b", "🙂", "9" * 400]
)
def test_every_message_gets_a_reply(snapshot: Snapshot, message: str) -> None:
    (answer,) = answers(snapshot, {"id": 1, "turns": [message]})
    assert answer["text"]
    assert answer["decision"] in ("chat", "decline", "ask", "answer")


def test_half_a_character_in_the_id_comes_back_as_it_came(snapshot: Snapshot) -> None:
    lines = list(answer_lines([b'{"id": "\\ud800", "turns": ["\\ud800"]}'], snapshot, TODAY))
    assert json.loads(lines[0])["id"] == "\ud800"
    assert lines[0].encode()


def test_a_byte_order_mark_before_the_first_line_is_no_mistake(snapshot: Snapshot) -> None:
    assert answers(snapshot, b'\xef\xbb\xbf{"id": 1, "turns": ["\xe4\xbd\xa0\xe5\xa5\xbd"]}')[0]["decision"] == "chat"


def test_a_fault_of_ours_spoils_only_its_own_line(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    converse = jsonl.converse

    def failing(turns: tuple[str, ...], *rest: Any) -> Reply:
        if turns == ("坏",):
            raise RuntimeError("broken inside")
        return converse(turns, *rest)

    monkeypatch.setattr(jsonl, "converse", failing)
    with caplog.at_level(logging.ERROR):
        bad, good = answers(snapshot, {"id": 1, "turns": ["坏"]}, {"id": 2, "turns": ["你好"]})
    assert bad["id"] == 1
    assert "broken inside" not in bad["error"]
    assert "broken inside" in caplog.text
    assert good["decision"] == "chat"


def test_answers_come_as_soon_as_their_line_is_read(snapshot: Snapshot) -> None:
    """Another program may wait for one answer before it writes the next question."""
    read: list[int] = []

    def lines() -> Any:
        for number in (1, 2):
            read.append(number)
            yield json.dumps({"id": number, "turns": ["你好"]}).encode()

    found = answer_lines(lines(), snapshot, TODAY)
    assert json.loads(next(found))["id"] == 1
    assert read == [1]


def test_a_line_without_end_is_an_error_in_its_place(snapshot: Snapshot) -> None:
    stream = io.BytesIO(b'{"id": 1, "turns": ["' + b"x" * (3 * jsonl.LONGEST_LINE) + b'"]}\n{"id": 2, "turns": ["a"]}')
    lines = list(jsonl.lines_of(stream))
    assert [len(line) > jsonl.LONGEST_LINE for line in lines] == [True, False]
    assert [bool(error) for error in errors(answers(snapshot, *lines))] == [True, False]


@pytest.mark.parametrize("length", [9, 10, 11, 12, 20, 22])
def test_no_line_is_split_or_swallowed(length: int) -> None:
    stream = io.BytesIO(b"x" * length + b"\nnext\n")
    assert list(jsonl.lines_of(stream, 10))[1:] == [b"next\n"]


@pytest.mark.parametrize("number", [b"1e400", b"-1e999", b"NaN", b"Infinity"])
def test_a_number_that_cannot_be_written_again_is_an_error(snapshot: Snapshot, number: bytes) -> None:
    (answer,) = answers(snapshot, b'{"id": ' + number + b', "turns": ["a"]}')
    assert "读不了的数字" in answer["error"]
