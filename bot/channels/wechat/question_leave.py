"""Whether a question that got no use of an answer may be kept. What was asked is known here in memory alone, of everybody the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from bot.channels.bounded_cache import BoundedCache
from bot.channels.wechat import wechat_notices as notices
from bot.channels.wechat.posted import Posted, Said
from bot.channels.wechat.wechat_turn import Answer
from bot.dialogue.commands import USELESS
from bot.dialogue.delicate import is_delicate
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Session

KEEP_IT = Option(notices.KEEP_IT, "keep-question:yes")
DO_NOT_KEEP = Option(notices.DO_NOT_KEEP, "keep-question:no")
_CHOICES = (KEEP_IT, DO_NOT_KEEP)
_QUOTED = 40
Comparable = Callable[[str], str]
"""What typed words are compared by."""


class Leave(Enum):
    """What somebody answered: the question may be kept, or may not."""

    GIVEN = notices.QUESTION_KEPT
    REFUSED = notices.QUESTION_NOT_KEPT


class QuestionLeave:
    """The last questions, and who was asked for theirs."""

    def __init__(self) -> None:
        self._last: BoundedCache[str, str] = BoundedCache(2_000)
        self._asked: BoundedCache[str, str] = BoundedCache(2_000)

    def question_of(self, person: str) -> str | None:
        """What somebody was asked to leave."""
        return self._asked.get(person)

    def given(self, person: str, posted: Posted, comparable: Comparable) -> Leave | None:
        """The leave a message gives or refuses; None if nobody asked for it, or it is about something else."""
        if self._asked.get(person) is None or not isinstance(posted.wish, Said):
            return None
        text, action = comparable(posted.wish.text), posted.wish.action
        for number, (option, leave) in enumerate(zip(_CHOICES, Leave, strict=True), start=1):
            if action == option.action or text in (str(number), comparable(option.label)):
                return leave
        return None

    def asking(self, person: str, answer: Answer) -> Answer:
        """An answer to 没用, which goes on to ask for the question; any other as it was."""
        question = self._last.get(person)
        if answer.reply is None or answer.reply.command != USELESS or question is None:
            return answer
        shown = question if len(question) <= _QUOTED else f"{question[:_QUOTED]}…"
        section = Section((Line(LineKind.QUESTION, notices.MAY_KEEP.format(question=shown)),))
        return replace(answer, sections=(*answer.sections, section), options=_CHOICES, numbered=True)

    def answered(self, person: str, posted: Posted, reply: Reply, after: Session) -> None:
        """Know what was asked last, and whether its asker was asked for it. Nothing said in distress is held on to."""
        question = self._last.get(person) if reply.command == USELESS else None
        self._let_go(self._asked, person)
        if question is not None:
            self._asked.put(person, question)
        elif reply.decision is Decision.DECLINE or is_delicate(reply, after):
            self._let_go(self._last, person)
        elif reply.decision is not Decision.CHAT and reply.command is None and isinstance(posted.wish, Said):
            self._last.put(person, posted.wish.text)

    def forget(self, person: str) -> None:
        """Let go of what somebody asked."""
        self._let_go(self._last, person)
        self._let_go(self._asked, person)

    @staticmethod
    def _let_go(known: BoundedCache[str, str], person: str) -> None:
        known.drop(lambda key: key == person)
