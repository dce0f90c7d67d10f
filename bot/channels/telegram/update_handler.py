"""From a stored update to an answer in the chat and the end of the turn on disk.

The answer is sent before the turn is committed; the session and the answered message are committed at once. A kill
before the commit leaves the message in the inbox and the session as it was: the same turn
runs again, from the same start.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError
from telegram import Update
from telegram.error import BadRequest, Forbidden

from bot.administration.described import ACTION_PREFIX
from bot.channels.bounded_cache import BoundedCache
from bot.channels.card_content import CardContent
from bot.channels.telegram import notices
from bot.channels.telegram.answer_feedback import AnswerFeedback, typed_text
from bot.channels.telegram.chat_answer import Answer, Talk, converse, is_anothers
from bot.channels.telegram.chat_state import ChatState, from_json, to_json
from bot.channels.telegram.delivery import Delivery, OutgoingMessage
from bot.channels.telegram.dependencies import Dependencies
from bot.channels.telegram.fault_meaning import reason_of
from bot.channels.telegram.html_rendering import Part, render
from bot.channels.telegram.incoming import Command, Incoming, Tapped, queue_key, read_update, topic_of
from bot.channels.telegram.inline_mode import CACHE_SECONDS, results
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.retrying_sender import UncertainError, UndeliveredError
from bot.channels.telegram.spell import Spell
from bot.channels.telegram.stored_update import StoredUpdate
from bot.compiled.snapshot import Snapshot
from bot.dialogue.delicate import is_delicate
from bot.model.reply import Decision, Line, LineKind, Reply, Section, Trace
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.sessions import Kept, Key
from bot.storage.turns import Ended
from bot.storage.undelivered import Undelivered

T = TypeVar("T")

_log = logging.getLogger(__name__)
_TRIES = 20
"""A message the program did not survive so many times is given up, so that it cannot stop the others."""


class UpdateHandler:
    """Handles one update at a time for each person."""

    def __init__(self, deps: Dependencies) -> None:
        self._deps = deps
        self._delivery = Delivery(deps.api, deps.sender, deps.faults)
        self._storing = Spell("storing", deps.faults, _log)
        self._states: BoundedCache[Key, ChatState] = BoundedCache(5_000)
        self._traces: BoundedCache[Key, Trace] = BoundedCache(2_000)
        self._asked: BoundedCache[int, tuple[int, ...]] = BoundedCache(5_000)
        """Whose the questions noted down are, in memory alone: on disk nobody can tell, but who asks to be forgotten can."""

        self._feedback = AnswerFeedback(deps, self._note)
        self._thinking = asyncio.Lock()

    def open(self, entry: InboxEntry) -> StoredUpdate | None:
        """A stored update, read; None if it makes no sense."""
        try:
            update = Update.de_json(json.loads(entry.content), self._deps.api)
        except Exception as error:  # noqa: BLE001 - whatever the library trips over, the next update must get through
            self._deps.faults.count("Unreadable")
            _log.error("an update could not be read", exc_info=error)
            return None
        return StoredUpdate(entry.number, update, entry.tries, entry.lane)

    def person(self, stored: StoredUpdate) -> int:
        """Whose queue it belongs in: where several programs answer, the lane they have agreed upon."""
        return queue_key(stored.update) if self._deps.lanes is None else stored.lane

    async def discard(self, number: int) -> None:
        """Put a message away unanswered."""
        await self._end(Ended(number))

    async def serve(self, stored: StoredUpdate) -> None:
        """Handle an update to the end. Nothing is raised: a failed turn is apologised for."""
        if self._is_lost(stored):
            return
        try:
            if stored.tries > _TRIES:
                await self._apologise(stored, "GivenUp")
            elif stored.update.inline_query is not None:
                await self._answer_inline(stored)
            else:
                await self._serve(stored)
        except (Forbidden, BadRequest, UndeliveredError) as error:
            await self._end(Ended(stored.number, undelivered=self._undelivered(stored, error)))
        except Exception as error:  # noqa: BLE001 - the last line of defence: one turn must not end the program
            await self._apologise(stored, "Error", error)

    async def slow_down(self, stored: StoredUpdate) -> None:
        """Tell a person that they are too fast."""
        if self._is_lost(stored):
            return
        self._deps.faults.count("Flood")
        await self._tell(stored, notices.TOO_FAST)

    async def turn_away(self, stored: StoredUpdate, *, first: bool) -> None:
        """Put away a message there is no room for."""
        if self._is_lost(stored):
            return
        if first:
            await self._tell(stored, notices.TOO_MANY)
        self._deps.faults.count("TurnedAway")
        if stored.update.callback_query is not None:
            await self._answer_tap(stored.update.callback_query.id)
        await self._end(Ended(stored.number))

    def _is_lost(self, stored: StoredUpdate) -> bool:
        """Whether the lane has passed to another program, as it does when the server was away: there it is answered."""
        return self._deps.lanes is not None and not self._deps.lanes.has(stored.lane)

    async def forget_elsewhere(self, user: int) -> None:
        """Another program on the database was asked to forget a person: nothing of them stays here either."""
        await self._drop_asked(user)
        self._traces.drop(lambda key: key.user == user)

    async def _serve(self, stored: StoredUpdate) -> None:
        await self._follow_group(stored.update)
        incoming = read_update(stored.update, self._deps.me)
        if incoming is None:
            await self._end(Ended(stored.number))
            return
        others = is_anothers(incoming)
        if incoming.callback is not None:
            said = notices.NOT_YOURS if others else self._feedback.toast(incoming)
            await self._answer_tap(incoming.callback, said, alert=others)
        if others:
            await self._end(Ended(stored.number))
            return
        state = await self._state(incoming.key)
        snapshot = self._deps.snapshot()
        answer = await self._answer(stored.update, incoming, state, snapshot)
        if answer.forget and incoming.user is not None:
            answer = await self._forget(incoming.user, answer)
        missed: Undelivered | None = None
        outgoing = self._outgoing(incoming, state, answer, snapshot)
        with self._deps.sender.slot() as slot:
            try:
                ids = await self._send(replace(outgoing, slot=slot), answer.card)
            except UncertainError as error:  # It may well have arrived: the conversation goes on as if it had.
                ids, missed = (), self._undelivered(stored, error)
            await self._finish(stored, incoming, answer, ids, missed)
        await self._leave_behind(incoming, answer)
        self._feedback.sent(incoming, answer, ids)
        await self._pass_on(incoming, answer)

    async def _answer(self, update: Update, incoming: Incoming, state: ChatState, snapshot: Snapshot) -> Answer:
        """What a person gets, from whoever answers for it."""
        answer = await self._from_extension(incoming, state) or await self._feedback.answer(update, incoming, state)
        if answer is not None:
            return answer
        talk = await self._talk(incoming, state, snapshot)
        async with self._thinking:
            await asyncio.sleep(0)  # a hundred answers in one step of the loop would keep all else waiting for half a second
            return self._feedback.with_row(incoming, converse(talk))

    async def _talk(self, incoming: Incoming, state: ChatState, snapshot: Snapshot) -> Talk:
        deps, key = self._deps, incoming.key
        others = 0
        if isinstance(incoming.wish, Command) and incoming.wish.name == "forget" and key is not None:
            chats = await self._patiently(lambda: deps.store.chats_of(key.user))
            others = len([chat for chat in chats if chat != key.chat])
        trace = self._traces.get(key) if key is not None else None
        return Talk(incoming, state, snapshot, deps.today(), trace, others, pictures=deps.pictures is not None)

    async def _from_extension(self, incoming: Incoming, state: ChatState) -> Answer | None:
        """The answer to an admin's wish: a command or button of the extension, from an admin, in private."""
        extension, user, wish = self._deps.extension, incoming.user, incoming.wish
        if extension is None or user is None or user not in self._deps.admins or not incoming.private:
            return None
        reply: Reply | None = None
        if isinstance(wish, Command) and any(wish.name == command.name for command in extension.commands):
            reply = await extension.command(wish.name, wish.argument, user)
        elif isinstance(wish, Tapped) and wish.button.action.startswith(ACTION_PREFIX):
            reply = await extension.action(wish.button.action, user)
        return None if reply is None else Answer(reply.sections, state, reply.options)

    def _outgoing(self, incoming: Incoming, state: ChatState, answer: Answer, snapshot: Snapshot) -> OutgoingMessage:
        username = self._deps.me.username
        links = [(label, f"https://t.me/{username}?start={payload}") for label, payload in answer.links]
        markup = keyboard(answer.options, snapshot, turning=answer.turning, links=links, rows=answer.rows)
        outgoing = OutgoingMessage(incoming.chat, render(answer.sections), markup, thread=incoming.thread)
        tapped = incoming.wish.message if isinstance(incoming.wish, Tapped) else None
        if answer.replace and tapped is not None:
            outgoing = replace(outgoing, instead_of=(tapped,))
        elif not incoming.private:
            outgoing = replace(outgoing, quote=tapped or incoming.message)
        if incoming.edited and incoming.message is not None:
            outgoing = replace(outgoing, instead_of=state.answers_to(incoming.message))
        return outgoing

    async def _send(self, outgoing: OutgoingMessage, card: CardContent | None) -> tuple[int, ...]:
        picture = await self._picture(card) if card is not None else None
        if card is not None and picture is not None:
            return await self._delivery.deliver_picture(outgoing, picture, card.title)
        return await self._delivery.deliver(outgoing)

    async def _picture(self, card: CardContent) -> bytes | None:
        """The picture of a card; None, so that it goes as text, if it cannot be made."""
        deps = self._deps
        if deps.pictures is None:
            return None
        page = f"{deps.web_url}/m/{card.measure}" if deps.web_url else None
        try:
            return await deps.pictures.png(card, page or f"https://t.me/{deps.me.username}?start={card.measure}")
        except Exception as error:  # noqa: BLE001 - whatever ails the drawing, the words are there
            deps.faults.count("PictureFailed")
            _log.error("a picture of a card could not be made", exc_info=error)
            return None

    async def _finish(
        self,
        stored: StoredUpdate,
        incoming: Incoming,
        answer: Answer,
        ids: Sequence[int],
        missed: Undelivered | None,
    ) -> None:
        """Commit the turn; only then is what it leaves behind used."""
        key = incoming.key
        if key is None:
            await self._end(Ended(stored.number, undelivered=missed))
            return
        after = ChatState() if answer.forget else answer.state
        if incoming.message is not None and not answer.forget:
            after = after.answered(incoming.message, tuple(ids))
        ended = Ended(stored.number, Kept(key, to_json(after), self._deps.today()), missed)
        if await self._patiently(lambda: self._deps.store.end(ended)) and not self._deps.store.shared:
            self._states.put(key, after)

    async def _leave_behind(self, incoming: Incoming, answer: Answer) -> None:
        """What a turn that is committed leaves: how its answer came about, or nothing at all."""
        if answer.forget:
            await self._patiently(self._deps.store.leave_no_trace)
        elif answer.reply is not None and incoming.key is not None:
            self._traces.put(incoming.key, answer.reply.trace)

    async def _pass_on(self, incoming: Incoming, answer: Answer) -> None:
        """Have a reply counted, and hand a declined question on without its asker."""
        if answer.reply is None:
            return
        if self._deps.answered is not None:
            self._deps.answered(answer.reply)
        declined = answer.reply.decision is Decision.DECLINE and not isinstance(incoming.wish, Tapped)
        if declined and not is_delicate(answer.reply, answer.state.session):
            await self._note(typed_text(incoming), incoming.user)

    async def _note(self, text: str, user: int | None) -> bool:
        """Have a question noted down, and know whose it is for as long as the program runs. Whether anything is kept of it."""
        if self._deps.declined is None:
            return False
        try:
            number = await self._deps.declined(text)
        except Exception as error:  # noqa: BLE001 - the question was answered; noting it down is not the asker's concern
            self._deps.faults.count("NotNoted")
            if not (isinstance(error, StorageError) and error.told):
                _log.error("a question could not be noted down", exc_info=error)
            return False
        if number is not None and user is not None:
            self._asked.put(user, (*(self._asked.get(user) or ()), number))
        return number is not None

    async def _state(self, key: Key | None) -> ChatState:
        if key is None:
            return ChatState()
        state = self._states.get(key)
        if state is None:
            stored = await self._patiently(lambda: self._deps.store.load(key))
            state = self._read(stored) if stored is not None else ChatState()
        return state

    def _read(self, stored: str) -> ChatState:
        try:
            return from_json(stored)
        except ValidationError:
            self._deps.faults.count("OldSession")
            return ChatState()

    async def _forget(self, user: int, answer: Answer) -> Answer:
        """Delete a person, look again, and only then say so."""
        await self._patiently(lambda: self._deps.store.forget(user))
        await self._drop_asked(user)
        self._states.drop(lambda key: key.user == user)
        self._traces.drop(lambda key: key.user == user)
        if await self._patiently(lambda: self._deps.store.chats_of(user)):
            raise RuntimeError("something was remembered while it was being forgotten")
        checked = Section((Line(LineKind.NOTE, notices.CHECKED),))
        return replace(answer, sections=(*answer.sections, checked))

    async def _drop_asked(self, user: int) -> None:
        """Nothing of what somebody asked stays, neither in memory nor among the questions noted down."""
        self._feedback.forget(user)
        asked, drop = self._asked.get(user), self._deps.drop_declined
        if asked and drop is not None:
            await self._patiently(lambda: drop(asked))
            self._asked.drop(lambda key: key == user)

    async def _follow_group(self, update: Update) -> None:
        """A group that became a supergroup has a new id; what is remembered moves along."""
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            old, new = message.chat.id, message.migrate_to_chat_id
            await self._patiently(lambda: self._deps.store.move_chat(old, new))
            self._states.drop(lambda key: key.chat == message.chat.id)

    async def _answer_inline(self, stored: StoredUpdate) -> None:
        query = stored.update.inline_query
        if query is not None:
            deps = self._deps
            name = deps.me.username or ""
            articles, following = results(query.query, query.offset, deps.snapshot(), deps.today(), name)
            await deps.sender.once(
                lambda: query.answer(articles, cache_time=CACHE_SECONDS, is_personal=False, next_offset=following)
            )
        await self._end(Ended(stored.number))

    async def _answer_tap(self, callback: str, said: str | None = None, *, alert: bool = False) -> None:
        """Take the clock off a button, perhaps with a line that passes, or with one that has to be put away (``alert``)."""
        shown = True if alert else None
        await self._deps.sender.once(lambda: self._deps.api.answer_callback_query(callback, said, show_alert=shown))

    async def _apologise(self, stored: StoredUpdate, kind: str, error: Exception | None = None) -> None:
        """Say that it failed, under a number that finds the traceback in the log."""
        reference = secrets.token_hex(4)
        self._deps.faults.count(kind)
        _log.error("a turn failed, reference %s", reference, exc_info=error)
        await self._tell(stored, notices.apology(reference))
        await self._end(Ended(stored.number))

    async def _tell(self, stored: StoredUpdate, text: str) -> None:
        """One line to the chat an update came from, if it came from one."""
        chat = stored.update.effective_chat
        if chat is None:
            return
        try:
            thread = topic_of(stored.update.effective_message)
            await self._delivery.deliver(OutgoingMessage(chat.id, [Part(text, text)], thread=thread))
        except (Forbidden, BadRequest, UndeliveredError, UncertainError) as error:
            self._undelivered(stored, error)

    def _undelivered(self, stored: StoredUpdate, error: Exception) -> Undelivered:
        """Count and log what reached nobody, or perhaps nobody; what is to be kept of it."""
        chat = stored.update.effective_chat
        kind = chat.type if chat is not None else "none"
        cause = error.__cause__ if isinstance(error, (UndeliveredError, UncertainError)) else error
        why = reason_of(cause if isinstance(cause, Exception) else error)
        why = f"perhaps ({why})" if isinstance(error, UncertainError) else why
        self._deps.faults.count("Undelivered" if isinstance(error, UndeliveredError) else type(error).__name__)
        _log.warning("a reply was not delivered: %s, chat %s, update %d", why, kind, stored.number)
        return Undelivered(why, kind, self._deps.today())

    async def _end(self, ended: Ended) -> None:
        """Commit the end of a turn that leaves nothing behind. If that fails, it comes up again at the next start."""
        try:
            await self._patiently(lambda: self._deps.store.end(ended))
        except StorageError as error:
            self._deps.faults.count("Storage")
            _log.error("the end of a turn could not be stored", exc_info=error)

    async def _patiently(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do something with the database, again and again while what is in the way may pass.

        A turn whose answer has been sent is never apologised for: it only remains to be written down.

        Raises:
            StorageError: if waiting cannot help.
        """
        pauses = self._deps.store_backoff.pauses()
        while True:
            try:
                result = await work()
            except StorageError as error:
                if error.told:
                    self._deps.faults.count("Storage")
                else:
                    self._storing.met("Storage", error)
                if not error.passes:
                    raise
                await asyncio.sleep(next(pauses))
            else:
                self._storing.over()
                return result
