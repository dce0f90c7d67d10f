"""Scripts of conversations: what a person says or taps, and what has to come of it.

A file holds a list of scripts. A failing step shows the whole transcript up to it, so that one sees where it went astray.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.guard import violations
from bot.dialogue.respond import Message, respond
from bot.model.reply import LineKind, Reply
from bot.model.session import Option, Session, from_json, to_json

LONGEST_ACTION = 64
"""Bytes a button's action may have: Telegram's limit."""

TODAY = date(2020, 3, 1)
"""The day every conversation takes place, unless a turn says otherwise."""

OPEN = "open"
"""A verdict that is not reached: a question is put, or it is said that something is not known yet."""


class Turn(BaseModel):
    """One message and what the reply has to be. What is not named is not looked at."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    say: str | None = None
    tap: str | int | None = Field(default=None, description="The opening of a button's label, or its number.")
    action: str | None = Field(default=None, description="A button of an old message, by its action id.")
    empty: bool = Field(default=False, description="Nothing at all is remembered afterwards.")
    day: date | None = Field(default=None, description="The day of this turn and of those after it.", strict=False)
    decision: Literal["answer", "ask", "decline", "chat"] | None = None
    measure: str | None = Field(default=None, description="The measure the reply rests on first; 'none' if on none.")
    also: list[str] = Field(default=[], description="Measures the reply rests on too.")
    verdict: Literal["eligible", "ineligible", "silent", "open"] | None = None
    amount: int | Literal["none"] | None = None
    asks: str | None = Field(default=None, description="The fact asked for; 'nothing' if no question is left open.")
    options: list[str] = Field(default=[], description="Openings of labels that must be offered.")
    says: list[str] = []
    does_not_say: list[str] = []

    @model_validator(mode="after")
    def _one_message(self) -> Turn:
        if sum(part is not None for part in (self.say, self.tap, self.action)) != 1:
            raise ValueError("a turn either says, taps or sends an action")
        return self


class Script(BaseModel):
    """One conversation."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: str
    persona: str
    region: str | None = None
    turns: list[Turn] = Field(min_length=1)


class AstrayError(AssertionError):
    """A conversation that did not go as written."""


_scripts = TypeAdapter(list[Script])
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where it was built; every worker reads all scripts."""


def read_scripts(folder: Path) -> Iterator[tuple[str, Script]]:
    """Every script of a folder with a name that says where it stands."""
    for file in sorted(folder.glob("*.yaml")):
        for script in _scripts.validate_python(yaml.load(file.read_text(encoding="utf-8"), _Loader)):
            yield f"{file.stem}/{script.name}", script


def play(script: Script, snapshot: Snapshot) -> None:
    """Hold the conversation.

    Raises:
        AstrayError: with the transcript, at the first turn that does not come out as written.
    """
    session, today, transcript = (
        Session(region=script.region),
        TODAY,
        [f"{script.persona}（{script.region or '地区未说'}）"],
    )
    for number, turn in enumerate(script.turns, 1):
        today = turn.day or today
        message = _message(turn, session.options)
        transcript.append(f"{number}> {turn.say or turn.tap or turn.action}")
        if message is None:
            raise AstrayError(
                "\n".join([*transcript, f"第 {number} 步：没有这个选项，有的是 {_labels(session.options)}"])
            )
        reply, session = respond(message, session, snapshot, today)
        transcript.append(_shown(reply))
        problems = [*_broken_promises(reply, session, snapshot), *_differences(turn, reply, session)]
        if problems:
            raise AstrayError("\n".join([*transcript, *(f"第 {number} 步：{problem}" for problem in problems)]))


def chosen(tap: str | int, options: tuple[Option, ...]) -> Option | None:
    """The option a person taps: by number from 1, or by how its label begins."""
    if isinstance(tap, int):
        return options[tap - 1] if 1 <= tap <= len(options) else None
    return next((option for option in options if option.label.startswith(tap)), None)


def _message(turn: Turn, options: tuple[Option, ...]) -> Message | None:
    if turn.tap is not None:
        option = chosen(turn.tap, options)
        return Message(action=option.action) if option else None
    return Message(text=turn.say or "", action=turn.action)


def _broken_promises(reply: Reply, session: Session, snapshot: Snapshot) -> Iterator[str]:
    """What holds for every turn of every conversation."""
    if not reply.text.strip():
        yield "回复是空的"
    yield from (f"没有出处：{problem}" for problem in violations(reply, snapshot))
    if wording.GUARD_FAILED in reply.text:
        yield "回复被出处核对拦下了"
    if from_json(to_json(session)) != session:
        yield "会话存不回来"
    for option in reply.options:
        if not option.action.isascii() or len(option.action) > LONGEST_ACTION:
            yield f"按钮“{option.label}”的动作太长或不是 ASCII：{option.action}"
    if reply.measures and not any(line.kind is LineKind.SOURCE for section in reply.sections for line in section.lines):
        yield "引用了措施，却没有写出处"


def _differences(turn: Turn, reply: Reply, session: Session) -> Iterator[str]:
    if turn.decision not in (None, reply.decision.value):
        yield f"应当是 {turn.decision}，结果是 {reply.decision.value}"
    first = reply.measures[0] if reply.measures else "none"
    if turn.measure not in (None, first):
        yield f"应当先答 {turn.measure}，先答的是 {first}"
    yield from (f"也应当答 {measure}" for measure in turn.also if measure not in reply.measures)
    if turn.verdict not in (None, verdict_of(reply)):
        yield f"结论应当是 {turn.verdict}，结果是 {verdict_of(reply)}"
    if turn.amount is not None and turn.amount != (reply.amount if reply.amount is not None else "none"):
        yield f"金额应当是 {turn.amount}，结果是 {reply.amount}"
    if turn.empty and session != Session():
        yield f"应当什么都不记得，还记得 {session}"
    asked = session.pending.fact if session.pending else "nothing"
    if turn.asks not in (None, asked):
        yield f"应当问 {turn.asks}，问的是 {asked}"
    yield from (
        f"应当有选项“{label}”，有的是 {_labels(reply.options)}"
        for label in turn.options
        if not chosen(label, reply.options)
    )
    yield from (f"应当说“{text}”" for text in turn.says if text not in reply.text)
    yield from (f"不应当说“{text}”" for text in turn.does_not_say if text in reply.text)


def verdict_of(reply: Reply) -> str:
    """A reply's verdict: eligible, ineligible, silent (the document does not say), or open."""
    if reply.outcome in ("eligible", "ineligible"):
        return str(reply.outcome)
    return "silent" if reply.verdict == "silent" else OPEN


def _labels(options: tuple[Option, ...]) -> str:
    return "、".join(option.label for option in options) or "（没有）"


def _shown(reply: Reply) -> str:
    told = reply.text.replace("\n", "\n   ")
    head = f"[{reply.decision.value} {' '.join(reply.measures)} 结论={reply.outcome} 金额={reply.amount}]"
    return f"   {head}\n   {told}\n   〔{_labels(reply.options)}〕"
