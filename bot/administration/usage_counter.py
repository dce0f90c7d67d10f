"""Counts turns in memory and writes them every half minute: no turn waits for a disk."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import date

from bot.administration.fault_counter import FaultCounter
from bot.compiled.snapshot import Snapshot
from bot.dialogue.commands import USEFUL, USELESS
from bot.model.reply import Reply
from bot.model.session import Session
from bot.storage import usage
from bot.storage.database import Database, StorageError
from bot.storage.usage import Counted

_log = logging.getLogger(__name__)
_SECONDS = 30.0


class UsageCounter:
    """Turns by day, channel, decision, topic and region. Nothing of a message or a person comes here."""

    def __init__(
        self, database: Database, snapshot: Callable[[], Snapshot], today: Callable[[], date], faults: FaultCounter
    ) -> None:
        self._database, self._snapshot, self._today, self._faults = database, snapshot, today, faults
        self._counts: Counter[Counted] = Counter()

    def count(self, channel: str, reply: Reply, session: Session | None = None) -> None:
        """One turn more. Without a session, topic and region are those of the first measure cited."""
        topic, region = _matter(reply, session, self._snapshot())
        self._counts[Counted(self._today(), channel, reply.decision.value, topic, region)] += 1

    def of_channel(self, channel: str) -> Callable[[Reply], None]:
        """What a channel tells its replies that knows of nothing but replies."""
        return lambda reply: self.count(channel, reply)

    def judged_in(self, channel: str) -> Callable[[bool], None]:
        """What a channel tells of answers that were found of use, or of none."""
        return lambda helpful: self.judge(channel, helpful=helpful)

    def judge(self, channel: str, *, helpful: bool) -> None:
        """One answer more that somebody judged: counted beside the turns, under a decision that no turn has."""
        self._counts[Counted(self._today(), channel, USEFUL if helpful else USELESS)] += 1

    async def write(self) -> None:
        """Write what was counted since the last time; if that fails, it is written the next time."""
        counts, self._counts = self._counts, Counter()
        try:
            async with self._database.writing() as connection:
                await connection.run_sync(usage.add, counts)
                await connection.run_sync(usage.purge, self._today())
        except StorageError as error:
            self._counts.update(counts)
            self._faults.count("NotCounted")
            if not error.told:
                _log.error("usage could not be written", exc_info=error)

    async def run(self, seconds: float = _SECONDS) -> None:
        """Write from time to time, and once more when cancelled."""
        try:
            while True:
                await asyncio.sleep(seconds)
                if self._counts:
                    await self.write()
        finally:
            if self._counts:
                await self.write()


def _matter(reply: Reply, session: Session | None, snapshot: Snapshot) -> tuple[str, str]:
    """The topic and the region a reply is about."""
    if session is not None:
        return session.topics[0] if session.topics else "", session.region or ""
    measure = snapshot.knowledge.measure_by_id.get(reply.measures[0]) if reply.measures else None
    if measure is None:
        return "", ""
    return measure.topics[0], snapshot.knowledge.region_of[measure.id].region.id
