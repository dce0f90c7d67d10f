"""有用 and 没用 under an answer: counted of nobody. A question is kept only with its asker's leave, and is known here in memory alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message, Update

from bot.channels.bounded_cache import BoundedCache
from bot.channels.telegram import notices
from bot.channels.telegram.chat_answer import Answer
from bot.channels.telegram.chat_state import ChatState
from bot.channels.telegram.dependencies import Dependencies
from bot.channels.telegram.incoming import Command, Incoming, Said, Tapped
from bot.dialogue.commands import JUDGING, USEFUL, USELESS
from bot.dialogue.delicate import is_delicate
from bot.model.reply import Decision, Line, LineKind, Section
from bot.model.session import Option

FEEDBACK, KEEP_QUESTION = "feedback", "keep-question"
"""The channel's own actions: what is thought of an answer; whether the question may be kept, and which message answered it."""

_ROW = (Option(notices.USEFUL, f"{FEEDBACK}:{USEFUL}"), Option(notices.USELESS, f"{FEEDBACK}:{USELESS}"))
_ANSWERS_TO_TAPS = ("fact", "facet", "topic", "sum", "ask")
"""Kinds of button whose answer is one to a question, and no page."""

_QUOTED = 40
KeepQuestion = Callable[[str, int | None], Awaitable[bool]]


class AnswerFeedback:
    """Puts the row under answers, and takes in what is tapped or typed."""

    def __init__(self, deps: Dependencies, keep: KeepQuestion) -> None:
        """``keep`` is told the text of a question and whose it is, so that it goes when they want to be forgotten; it says whether
        anything is kept.
        """
        self._deps, self._keep = deps, keep
        self._last: BoundedCache[int, str] = BoundedCache(2_000)
        self._answered: BoundedCache[tuple[int, int], str] = BoundedCache(2_000)
        self._judged: BoundedCache[tuple[int, int], bool] = BoundedCache(5_000)

    def toast(self, incoming: Incoming) -> str | None:
        """What a tap on the row is thanked with."""
        return notices.THANKS if _tapped(incoming, FEEDBACK) is not None else None

    async def answer(self, update: Update, incoming: Incoming, state: ChatState) -> Answer | None:
        """The answer to a tap on one of these buttons; None if it was another."""
        judged, leave = _tapped(incoming, FEEDBACK), _tapped(incoming, KEEP_QUESTION)
        if judged is not None:
            return await self._on_judgment(update, incoming, state, judged)
        if leave is not None:
            return await self._on_leave(incoming, state, leave)
        return None

    def with_row(self, incoming: Incoming, answer: Answer) -> Answer:
        """An answer with the row under it where one belongs; what somebody typed of the last answer is taken in."""
        if self._deps.judged is None or answer.reply is None:
            return answer
        if answer.reply.command in JUDGING:
            return self._typed(incoming, answer, helpful=answer.reply.command == USEFUL)
        return replace(answer, rows=(*answer.rows, _ROW)) if _answers_a_question(incoming, answer) else answer

    def sent(self, incoming: Incoming, answer: Answer, ids: Sequence[int]) -> None:
        """Know, for as long as the program runs, which question a message of ours answers."""
        reply = answer.reply
        if not incoming.private or reply is None or self._deps.judged is None:
            return
        if is_delicate(reply, answer.state.session) or reply.decision is Decision.DECLINE:  # declined questions are noted already
            self._last.drop(lambda chat: chat == incoming.chat)
        elif reply.decision is not Decision.CHAT and reply.command is None and (text := typed_text(incoming)):
            self._last.put(incoming.chat, text)
        last = self._last.get(incoming.chat)
        if ids and last is not None and _ROW in answer.rows:
            self._answered.put((incoming.chat, ids[-1]), last)

    def forget(self, user: int) -> None:
        """Let go of what somebody asked; a private chat has its person's number."""
        self._last.drop(lambda chat: chat == user)
        self._answered.drop(lambda key: key[0] == user)

    async def _on_judgment(self, update: Update, incoming: Incoming, state: ChatState, judged: str) -> Answer:
        """Count it once, take the row away; who found no use in it is asked for the question."""
        place = (incoming.chat, _message_of(incoming))
        if self._judged.get(place) is None:
            self._judged.put(place, judged == USEFUL)
            self._count(helpful=judged == USEFUL)
        await self._take_row_away(update, *place)
        question = self._answered.get(place)
        if judged == USEFUL or question is None:
            return Answer((), state)
        return _asking(Answer((), state), question, place[1])

    async def _on_leave(self, incoming: Incoming, state: ChatState, leave: str) -> Answer:
        """Keep the question or not, and say which in place of having asked."""
        given, _, number = leave.partition(":")
        place = (incoming.chat, int(number)) if number.isdecimal() else (incoming.chat, 0)
        question = self._answered.get(place)
        self._answered.drop(lambda key: key == place)
        text = notices.QUESTION_NOT_KEPT
        if given == "yes":
            text = notices.QUESTION_GONE
            if question is not None:
                text = notices.QUESTION_KEPT if await self._keep(question, incoming.user) else notices.QUESTION_LOST
        return Answer((Section((Line(LineKind.TEXT, text),)),), state, replace=True)

    def _typed(self, incoming: Incoming, answer: Answer, *, helpful: bool) -> Answer:
        self._count(helpful=helpful)
        question = self._last.get(incoming.chat) if incoming.private and incoming.message is not None else None
        if helpful or question is None or incoming.message is None:
            return answer
        self._answered.put((incoming.chat, incoming.message), question)
        return _asking(answer, question, incoming.message)

    def _count(self, *, helpful: bool) -> None:
        if self._deps.judged is not None:
            self._deps.judged(helpful)

    async def _take_row_away(self, update: Update, chat: int, message: int) -> None:
        shown = update.callback_query.message if update.callback_query is not None else None
        if not isinstance(shown, Message) or shown.reply_markup is None:
            return
        rows = [row for row in shown.reply_markup.inline_keyboard if not str(row[0].callback_data).startswith(FEEDBACK)]
        markup = InlineKeyboardMarkup(rows) if rows else None
        await self._deps.sender.once(
            lambda: self._deps.api.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=markup)
        )


def typed_text(incoming: Incoming) -> str:
    """What somebody typed: a message, or what follows /ask."""
    match incoming.wish:
        case Said(text):
            return text
        case Command("ask", argument):
            return argument
    return ""


def _asking(answer: Answer, question: str, number: int) -> Answer:
    """An answer that goes on to ask whether a question may be kept; its buttons carry the number it is known by."""
    shown = question if len(question) <= _QUOTED else f"{question[:_QUOTED]}…"
    section = Section((Line(LineKind.QUESTION, notices.MAY_KEEP.format(question=shown)),))
    row = (
        Option(notices.KEEP_IT, f"{KEEP_QUESTION}:yes:{number}"),
        Option(notices.DO_NOT_KEEP, f"{KEEP_QUESTION}:no:{number}"),
    )
    return replace(answer, sections=(*answer.sections, section), rows=(*answer.rows, row))


def _answers_a_question(incoming: Incoming, answer: Answer) -> bool:
    """Whether it can be told of it that it was of use: no page or list, nothing said in distress, no question left open."""
    reply = answer.reply
    if reply is None or not incoming.private or reply.decision is not Decision.ANSWER or not reply.measures:
        return False
    tapped = incoming.wish.button.action.partition(":")[0] if isinstance(incoming.wish, Tapped) else None
    asked = tapped in _ANSWERS_TO_TAPS if tapped is not None else bool(typed_text(incoming))
    open_question = any(option.action.startswith("fact:") for option in reply.options)
    page = answer.replace or reply.turns_page or reply.command is not None
    return asked and not (page or open_question or is_delicate(reply, answer.state.session))


def _tapped(incoming: Incoming, action: str) -> str | None:
    """What follows one of these actions, if a button of it was tapped in a private chat."""
    if not incoming.private or not isinstance(incoming.wish, Tapped):
        return None
    name, _, rest = incoming.wish.button.action.partition(":")
    return rest if name == action else None


def _message_of(incoming: Incoming) -> int:
    return incoming.wish.message if isinstance(incoming.wish, Tapped) else 0
