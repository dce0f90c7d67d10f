"""From a posted message to the text of its answer, one person's messages one after another.

The turn is committed before it is answered: session, the session before, the message's number. Posted again, the message meets
what it met the first time and gets the same answer, so no fact is applied twice; neither message nor reply is stored.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from weakref import WeakValueDictionary

from pydantic import ValidationError

from bot.administration.fault_counter import FaultCounter
from bot.channels.bounded_cache import BoundedCache
from bot.channels.wechat import wechat_notices as notices
from bot.channels.wechat.pages import MORE, pages
from bot.channels.wechat.person_state import Context, PersonState, Rest, from_json, to_json
from bot.channels.wechat.posted import Left, Posted, Said
from bot.channels.wechat.question_leave import Leave, QuestionLeave
from bot.channels.wechat.wechat_turn import Answer, Meeting, converse, expects_answer
from bot.compiled.snapshot import Snapshot
from bot.dialogue.commands import JUDGING, USEFUL
from bot.dialogue.delicate import is_delicate
from bot.language.particles import bare
from bot.model.reply import Decision, Line, LineKind, Reply, Section, Trace
from bot.storage.database import StorageError
from bot.storage.person_sessions import PersonStore, PersonTurn

_log = logging.getLogger(__name__)
_TIDY_SECONDS = 3_600.0


@dataclass(frozen=True, slots=True)
class WechatDeps:
    """What the channel works with. ``person_of`` turns WeChat's id of a person into ours.

    ``declined`` is told the text of a question that was declined or left, and nothing else; ``answered`` each reply once, and
    ``judged`` whether an answer was found of use, for counting.
    """

    store: PersonStore
    snapshot: Callable[[], Snapshot]
    person_of: Callable[[str], str]
    faults: FaultCounter = field(default_factory=FaultCounter)
    declined: Callable[[str], Awaitable[object]] | None = None
    answered: Callable[[Reply], None] | None = None
    today: Callable[[], date] = date.today
    judged: Callable[[bool], None] | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """The page that answers a message, what the next message meets, and what the core answered if it was asked."""

    page: str
    after: Context
    reply: Reply | None = None
    forgets: bool = False
    leave: Leave | None = None


class WechatService:
    """Answers posted messages."""

    def __init__(self, deps: WechatDeps) -> None:
        self._deps = deps
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._traces: BoundedCache[str, Trace] = BoundedCache(2_000)
        self._pages: BoundedCache[tuple[str, str], tuple[str, ...]] = BoundedCache(500)
        self._forgotten: BoundedCache[str, int] = BoundedCache(2_000)
        self._leave = QuestionLeave()

    async def answer(self, posted: Posted) -> str | None:
        """The text that answers; None where nothing is to be said. Nothing is raised: a failed turn is apologised for."""
        person = self._deps.person_of(posted.openid)
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:
            try:
                return await self._answer(person, posted)
            except Exception as error:  # noqa: BLE001 - the last line of defence: one turn must not end the program
                return self._apology(error)

    def forget_elsewhere(self, person: str) -> None:
        """Another program on the same database was asked to forget a person: nothing of them stays in memory either."""
        self._traces.drop(lambda key: key == person)
        self._pages.drop(lambda key: key[0] == person)
        self._leave.forget(person)

    async def _answer(self, person: str, posted: Posted) -> str | None:
        """The turn is committed when its context ends; what it leaves behind in memory and counters comes after."""
        store, forgets = self._deps.store, isinstance(posted.wish, Left)
        shown: _Shown | None = None
        remembered = False
        async with store.turn(person) as turn:
            if expects_answer(posted.wish):
                state = await self._read(turn)
                before = state.met_by(posted.number)
                shown = self._shown(person, posted, before or state.now)
                forgets = shown.forgets
                if not forgets and before is None and posted.at >= await self._forgotten_at(person, turn):
                    await self._keep(turn, state.after(posted.number, posted.at, shown.after))
                    remembered = True
            if forgets:
                await turn.forget(posted.at)
        if forgets:
            await self._forget(person, posted)
        elif shown is not None and remembered:
            await self._tell(person, posted, shown)
        return shown.page if shown is not None else None

    async def _forgotten_at(self, person: str, turn: PersonTurn) -> int:
        return max(self._forgotten.get(person) or 0, await turn.forgotten_at())

    def _shown(self, person: str, posted: Posted, context: Context) -> _Shown:
        snapshot = self._deps.snapshot()
        if context.rest is not None and _wants_more(posted, snapshot):
            return self._rest(person, context, context.rest)
        leave = self._leave.given(person, posted, lambda text: bare(snapshot.language.standard(text)))
        if leave is not None:
            said = Answer((Section((Line(LineKind.TEXT, leave.value),)),), context.session)
            return replace(self._paged(person, posted, said), leave=leave)
        meeting = Meeting(context.session, snapshot, self._deps.today(), self._traces.get(person))
        return self._paged(person, posted, self._leave.asking(person, converse(posted.wish, meeting)))

    def _paged(self, person: str, posted: Posted, answer: Answer) -> _Shown:
        """The first page of an answer; the others are at hand for as long as the program runs."""
        all_pages = pages(answer.sections, answer.options, numbered=answer.numbered)
        rest = Rest(posted.number, 1) if len(all_pages) > 1 else None
        if rest is not None:
            self._pages.put((person, posted.number), all_pages)
        return _Shown(all_pages[0], Context(answer.session, rest), answer.reply, answer.forgets)

    def _rest(self, person: str, context: Context, rest: Rest) -> _Shown:
        all_pages = self._pages.get((person, rest.turn)) or ()
        if rest.page >= len(all_pages):
            return _Shown(notices.REST_GONE, Context(context.session))
        following = rest.page + 1
        after = Rest(rest.turn, following) if following < len(all_pages) else None
        return _Shown(all_pages[rest.page], Context(context.session, after))

    async def _read(self, turn: PersonTurn) -> PersonState:
        stored = await turn.load()
        if stored is None:
            return PersonState()
        try:
            return from_json(stored)
        except ValidationError:
            self._deps.faults.count("OldSession")
            return PersonState()

    async def _keep(self, turn: PersonTurn, state: PersonState) -> None:
        await turn.save(to_json(state), self._deps.today())

    async def _forget(self, person: str, posted: Posted) -> None:
        """Leave nothing of a person. What they sent before and WeChat posts again later is answered, but not remembered."""
        await self._deps.store.tidy()
        self.forget_elsewhere(person)
        self._forgotten.put(person, posted.at)

    async def _tell(self, person: str, posted: Posted, shown: _Shown) -> None:
        """Pass on what a new reply leaves behind: its trace, a number in a counter, a declined question without its asker."""
        reply, left = shown.reply, self._leave.question_of(person) if shown.leave is Leave.GIVEN else None
        if reply is not None:
            self._traces.put(person, reply.trace)
            self._leave.answered(person, posted, reply, shown.after.session)
            delicate = is_delicate(reply, shown.after.session)
            if reply.decision is Decision.DECLINE and isinstance(posted.wish, Said) and not delicate:
                left = posted.wish.text
        try:
            self._count(reply)
            if self._deps.declined is not None and left is not None:
                await self._deps.declined(left)
        except Exception as error:  # noqa: BLE001 - the question is answered; noting it down is not the asker's concern
            self._deps.faults.count("NotNoted")
            _log.error("an answered message could not be noted down: %s", _where(error))

    def _count(self, reply: Reply | None) -> None:
        if reply is not None and self._deps.answered is not None:
            self._deps.answered(reply)
        if reply is not None and reply.command in JUDGING and self._deps.judged is not None:
            self._deps.judged(reply.command == USEFUL)

    def _apology(self, error: Exception) -> str:
        """Say that it failed, under a number that finds the place in the log."""
        reference = secrets.token_hex(4)
        self._deps.faults.count("Storage" if isinstance(error, StorageError) else "Error")
        _log.error("a turn failed, reference %s: %s", reference, _where(error))
        return notices.apology(reference)


async def keep_tidy(
    store: PersonStore, snapshot: Callable[[], Snapshot], today: Callable[[], date] = date.today
) -> None:
    """Delete what is past its time, at the start and every hour. Runs until cancelled."""
    while True:
        kept = max((fact.keep_days for fact in snapshot().definitions.values()), default=1)
        try:
            await store.purge(today() - timedelta(days=kept))
        except StorageError as error:
            if not error.told:
                _log.error("old data could not be deleted: %s", _where(error))
        await asyncio.sleep(_TIDY_SECONDS)


def _wants_more(posted: Posted, snapshot: Snapshot) -> bool:
    """Whether the channel's own option was tapped or its label typed."""
    if not isinstance(posted.wish, Said):
        return False
    typed, label = (bare(snapshot.language.standard(text)) for text in (posted.wish.text, MORE.label))
    return posted.wish.action == MORE.action or typed == label


def _where(error: BaseException) -> str:
    """What kind of error it is and where it came up, without what it says: it may quote a message."""
    kinds = [type(error).__qualname__, *(["by", type(error.__cause__).__qualname__] if error.__cause__ else [])]
    return f"{' '.join(kinds)}\n{''.join(traceback.format_tb(error.__traceback__))}".rstrip()
