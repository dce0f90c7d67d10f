"""The machine interface: one conversation a line in, one object a line out, in the same order."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO, NoReturn

from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import Reply
from bot.model.session import Session

_log = logging.getLogger(__name__)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LONGEST_LINE = 1 << 20
"""Bytes of a line. No conversation is that long; a file without line ends must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Request:
    """One line read: a conversation from its first message to its last, and the region it starts with."""

    id: Any
    turns: tuple[str, ...]
    region: str | None


class BadLineError(Exception):
    """A line that is no request. ``id`` is the line's own where it could still be read."""

    def __init__(self, message: str, id: Any = None) -> None:
        super().__init__(message)
        self.id = id


def answer_lines(lines: Iterable[bytes], snapshot: Snapshot, today: date) -> Iterator[str]:
    """The reply to each line, as one line of JSON without its end. A bad line yields its error; the rest go on."""
    for number, line in enumerate(lines, start=1):
        try:
            request = parse_line(line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line, snapshot)
            answer = reply_object(request.id, last_reply(request, snapshot, today))
        except BadLineError as error:
            answer = {"id": error.id, "error": f"第 {number} 行：{error}"}
        yield dumps(answer)


def last_reply(request: Request, snapshot: Snapshot, today: date) -> Reply:
    """The reply to the last message of a conversation.

    Raises:
        BadLineError: if the program itself fails on it; the log has the traceback.
    """
    try:
        return converse(request.turns, request.region, snapshot, today)
    except Exception as error:  # a fault of ours spoils its own line, not those that follow
        _log.exception("answering failed")
        raise BadLineError("程序出错，这一行没有回答", request.id) from error


def converse(turns: Iterable[str], region: str | None, snapshot: Snapshot, today: date) -> Reply:
    """The last reply of a conversation of at least one message."""
    session, reply = Session(region=region), None
    for turn in turns:
        reply, session = respond(Message(turn), session, snapshot, today)
    if reply is None:
        raise ValueError("a conversation needs at least one message")
    return reply


def reply_object(request_id: Any, reply: Reply) -> dict[str, Any]:
    """What the machine interface says of a reply."""
    return {
        "id": request_id,
        "decision": reply.decision.value,
        "measures": list(reply.measures),
        "text": reply.text,
        "options": [option.label for option in reply.options],
        "outcome": reply.outcome,
        "amount": reply.amount,
    }


def dumps(answer: dict[str, Any]) -> str:
    """An object as one line of JSON that can always be written as UTF-8."""
    text = json.dumps(answer, ensure_ascii=False)
    return text if _writable(text) else json.dumps(answer)


def lines_of(source: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long only its beginning, one byte more than is allowed."""
    while line := source.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            line = source.readline(longest + 1)


def parse_line(line: bytes, snapshot: Snapshot) -> Request:
    """The request a line holds.

    Raises:
        BadLineError: if it holds none.
    """
    if len(line) > LONGEST_LINE:
        raise BadLineError(f"一行不能超过 {LONGEST_LINE} 字节")
    row = _object(line)
    request_id, turns, region = row.get("id"), row.get("turns"), row.get("region")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadLineError("turns 应当是至少有一句话的列表，每句是字符串", request_id)
    known = snapshot.knowledge.region_by_id
    if region is not None and (not isinstance(region, str) or region not in known):
        raise BadLineError(f"没有地区 {json.dumps(region)}；可用：{'、'.join(known)} 或 null", request_id)
    return Request(request_id, tuple(turns), region)


def _object(line: bytes) -> dict[str, Any]:
    try:
        return _parsed(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLineError(f"第 {error.start + 1} 个字节起不是 UTF-8", _id_of(line)) from error


def _id_of(line: bytes) -> Any:
    """The id of a line that is JSON but for some bytes."""
    try:
        return _parsed(line.decode("utf-8", errors="replace")).get("id")
    except BadLineError:
        return None


def _parsed(text: str) -> dict[str, Any]:
    if not text.strip():
        raise BadLineError("空行")
    try:
        row = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"不是 JSON（{_reason(error)}）") from error
    if not isinstance(row, dict):
        raise BadLineError("应当是一个 JSON 对象，如 {\"id\": 1, \"turns\": [\"问题\"], \"region\": null}")
    return row


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"第 {error.colno} 个字符处写法不对"
    return "嵌套太深" if isinstance(error, RecursionError) else "有读不了的数字"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(text: str) -> float:
    """A number that can be written again: 1e400 is read as infinite, which is no JSON."""
    number = float(text)
    return number if math.isfinite(number) else _no_constant(text)


def _writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
