"""One person's conversation in a terminal: lines in, what to show out. No keyboard and no screen in here."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.channels.terminal.screen import Screen
from bot.compiled.snapshot import Snapshot
from bot.dialogue import commands as core
from bot.dialogue import wording
from bot.dialogue.respond import Message, respond
from bot.model.reply import Trace
from bot.model.session import Session

_log = logging.getLogger(__name__)

COMMANDS = {**{f"/{command.name}": command.chinese for command in core.COMMANDS}, "/quit": "退出（也可以按 Ctrl-D）"}
"""Every command with what it does."""

_QUIT = frozenset({"/quit", "/exit", "/q", "quit", "exit", ":q"})
_WHY, _HELP = "why", "help"
_UNREADABLE = "\ufffd"

GREETING = "您好！"
OPENING = "直接打字问；选项可以打编号，也可以打文字。/help 看用法，/quit 退出。"
FAREWELL = "再见，您多保重。"
APOLOGY = "对不起，程序出了错，这句没能回答。请换个说法再问。"
MISREAD = "（有的字读不出来：终端的编码要设为 UTF-8。）"
UNKNOWN_COMMAND = "没有 {command} 这个命令。可用："


@dataclass(slots=True)
class Conversation:
    """A conversation and what it needs: the snapshot to answer from (asked for each turn), the date, the layout."""

    snapshot: Callable[[], Snapshot]
    today: Callable[[], date]
    screen: Screen
    session: Session = Session()
    trace: Trace = Trace()
    options: tuple[str, ...] = ()

    def opening(self, region: str | None = None) -> str:
        """The greeting, and the choice of a region unless one is given."""
        greeting = self.screen.text([f"{GREETING}{wording.scope(self.snapshot().in_sight)}", OPENING])
        action = f"region:{region}" if region else "do:region"
        return f"{greeting}\n\n{self._respond(Message(action=action))}"

    def suggestions(self) -> tuple[str, ...]:
        """What somebody may want to type next: the options on offer, and the commands."""
        return (*self.options, *COMMANDS)

    def take(self, typed: str) -> str | None:
        """What to show for a line typed; None if the person leaves."""
        text = typed.strip()
        command, _, rest = unicodedata.normalize("NFKC", text).partition(" ")
        if command.lower() in _QUIT and not rest:
            return None
        if command.startswith("/") and len(command) > 1:
            return self._command(command.lower(), rest.strip())
        misread = f"{MISREAD}\n\n" if _UNREADABLE in text else ""
        return misread + self._respond(Message(text))

    def _command(self, command: str, rest: str) -> str:
        if command == "/region" and rest:
            return self._respond(Message(action=f"region:{self._region_id(rest)}"))
        if command in COMMANDS:
            return self._respond(Message(action=f"do:{command[1:]}"))
        return self.screen.text([UNKNOWN_COMMAND.format(command=command), *command_list()])

    def _respond(self, message: Message) -> str:
        try:
            reply, session = respond(message, self.session, self.snapshot(), self.today())
        except Exception:  # noqa: BLE001 - a fault of ours costs one reply, not the conversation
            _log.exception("answering failed")
            return self.screen.text([APOLOGY])
        if reply.command == _WHY:
            return self._why()
        self.session, self.trace = session, reply.trace
        self.options = tuple(option.label for option in reply.options)
        shown = self.screen.reply(reply, numbered=not self._waits_for_number())
        return f"{shown}\n\n{self.screen.text(command_list())}" if reply.command == _HELP else shown

    def _why(self) -> str:
        return self.screen.text(explained(self.trace))

    def _region_id(self, said: str) -> str:
        """The id of a region named by its id or its name; what was said, if it is neither."""
        regions = (part.region for part in self.snapshot().knowledge.regions)
        return next((r.id for r in regions if said.lower() == r.id or said in (r.name, r.full_name)), said)

    def _waits_for_number(self) -> bool:
        """Whether a number typed next is the answer to a question, and so cannot choose an option."""
        pending = self.session.pending
        return pending is not None and self.snapshot().definitions[pending.fact].kind == "number"


def command_list() -> list[str]:
    """One line for each command."""
    return [f"{command:<9} {meaning}" for command, meaning in COMMANDS.items()]


def explained(trace: Trace) -> tuple[str, ...]:
    """How a reply came about, in lines."""
    return trace.lines or (wording.NO_ANSWER_YET,)
