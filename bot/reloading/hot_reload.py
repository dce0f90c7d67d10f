"""Exchange the knowledge of a running bot: examined beside the live one, confirmed, swapped as one reference."""

from __future__ import annotations

import asyncio
import logging
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from bot.checks.all_checks import are_outcomes_kept, outcomes_of
from bot.compiled.closed_region import close_unheld
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.keeping.content_store import can_keep
from bot.model.reply import Reply
from bot.model.session import Session
from bot.reading.problem import Problem
from bot.reloading.candidate import Loaded, Verdict, content_digest
from bot.reloading.content_changes import compare
from bot.reloading.examination import answer_beside, examine_beside, look_through_all
from bot.reloading.one_arena import give_back
from bot.reloading.reports import Event, Journal, Proposal, Returned, Status, returned
from bot.reloading.shared_version import Exchange
from bot.reloading.version_store import VersionRecord, VersionStore, parcel_of, taught_of
from bot.teaching.overlay import Overlay, contradiction, overlay_file, read_overlay, write_overlay

_log = logging.getLogger(__name__)
_WATCH_SECONDS = 5.0
_FREED_SECONDS = 1.0
"""After which the last turn has ended that held what is left."""


@dataclass(slots=True)
class _Candidate:
    loaded: Loaded
    staged: Path
    overlay: Overlay


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The version before the live one. Its snapshot is not kept, which would take as much memory again: it is made anew."""

    digest: str
    overlay: Overlay


class KnowledgeHolder:
    """The live snapshot and the ones beside it. All methods but ``snapshot`` belong to one event loop."""

    def __init__(
        self,
        folder: Path,
        data_dir: Path,
        loaded: Loaded,
        overlay: Overlay,
        *,
        now: Callable[[], datetime],
        why_not_folder: str | None = None,
        journal: Journal | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """Use ``opening.open_knowledge``; this is for a version that was loaded already."""
        self._folder, self._data_dir = folder, data_dir
        self._current = loaded
        self._previous: _Earlier | None = None
        self._candidate: _Candidate | None = None
        self._overlay = overlay
        self._versions = VersionStore(data_dir)
        self._now, self._journal = now, journal
        self._since, self._by, self._why_not_folder = now(), "启动", why_not_folder
        self._lock, self._answering = asyncio.Lock(), asyncio.Lock()
        self._ahead: asyncio.Task[None] | None = None
        self._cache_dir = cache_dir
        self._exchange: Exchange | None = None
        self._left: Callable[[], Snapshot | None] = lambda: None

    @property
    def snapshot(self) -> Snapshot:
        """The live snapshot. Take it once at the beginning of a turn and keep it to the end."""
        return self._current.snapshot

    @property
    def candidate(self) -> Snapshot | None:
        """The snapshot that waits to be confirmed, if there is one."""
        return self._candidate.loaded.snapshot if self._candidate is not None else None

    @property
    def folder(self) -> Path:
        """The authors' folder."""
        return self._folder

    async def prepare(self) -> Proposal:
        """Examine the folder as it is now, beside the live knowledge. What it finds can then be tried and confirmed."""
        async with self._lock:
            return await self._prepare(self._overlay)

    async def _prepare(self, overlay: Overlay) -> Proposal:
        await self._stop_asking_ahead()
        if self._left() is not None:
            _log.warning("a snapshot that was left is still there: all is looked through for what holds it")
            look_through_all()
        await self._drop_candidate()
        staged = await asyncio.to_thread(self._versions.stage, self._folder, overlay)
        try:
            verdict = await examine_beside(staged, self._folder, self._data_dir, self._current, self._cache_dir)
        except BaseException:
            self._versions.drop(staged)
            raise
        if verdict.loaded is None:
            await asyncio.to_thread(self._versions.drop, staged)
            return Proposal(verdict.problems)
        self._candidate = _Candidate(verdict.loaded, staged, overlay)
        await self._offer(staged, overlay, verdict.loaded.digest)
        before = await self._answers()
        old, new = self.snapshot.knowledge, verdict.loaded.snapshot.knowledge
        changes = await asyncio.to_thread(compare, old, new, before, verdict.loaded.answers or {})
        return Proposal(verdict.problems, changes, verdict.loaded.digest)

    async def answer_ahead(self) -> None:
        """Have a process beside ask the live examples of which nothing is kept, before a reload has to wait for what they come to.

        Nothing depends on it: what keeps it from its end is logged, and a reload that begins meanwhile puts an end to it.
        """
        self._ahead = asyncio.create_task(self._ask_ahead())
        try:
            await asyncio.wait({self._ahead})
        finally:
            await self._stop_asking_ahead()
        if not self._ahead.cancelled():
            self._ahead.result()

    async def _ask_ahead(self) -> None:
        async with self._answering:
            await self._ask_beside(self._current)

    async def _stop_asking_ahead(self) -> None:
        """A reload asks what it needs itself, and shall neither share the processor with this nor wait for it."""
        if self._ahead is not None and not self._ahead.done():
            self._ahead.cancel()
            await asyncio.wait({self._ahead})

    async def _ask_beside(self, live: Loaded) -> None:
        """If it cannot be done, that is logged: whoever needs the answers asks by himself."""
        try:
            problem = await self._asked_beside(live)
        except OSError as error:
            _log.warning("no process beside could ask the live examples", exc_info=error)
            return
        if problem is not None:
            _log.warning("the process beside did not ask all of the live examples: %s", problem.message)

    async def _asked_beside(self, live: Loaded) -> Problem | None:
        cache_dir, version = self._cache_dir or self._data_dir / "cache", self._versions.folder_of(live.digest)
        knowledge, asked = live.snapshot.knowledge, live.keys.get("index")
        if version is None or not can_keep(cache_dir) or await asyncio.to_thread(are_outcomes_kept, knowledge, cache_dir, asked):
            return None
        return await answer_beside(version, cache_dir, live)

    async def _answers(self) -> Mapping[str, str]:
        """Digests of the live knowledge's example replies, worked out once."""
        async with self._answering:
            live = self._current
            answers = live.answers if live.answers is not None else await self._answered(live)
            if self._current is live:
                self._current = replace(live, answers=answers)
            return answers

    async def _answered(self, live: Loaded) -> Mapping[str, str]:
        """What the examples come to: as kept, else asked by a process beside; in a thread only where that kept nothing."""
        await self._ask_beside(live)
        snapshot, cache_dir = live.snapshot, self._cache_dir or self._data_dir / "cache"
        outcomes = await asyncio.to_thread(outcomes_of, snapshot.knowledge, lambda: snapshot, cache_dir, live.keys.get("index"))
        return {outcome.key: outcome.answer for outcome in outcomes}

    def try_question(self, text: str, region: str | None, today: date) -> Reply | None:
        """What the candidate would answer; None if there is no candidate."""
        if self._candidate is None:
            return None
        return respond(Message(text), Session(region=region), self._candidate.loaded.snapshot, today)[0]

    async def confirm(self, who: str, digest: str | None = None) -> bool:
        """Make the candidate live. False if there is none, or it is not the one (``digest``) the admin was shown."""
        async with self._lock:
            await self._look_for_candidate(digest)
            candidate = self._candidate
            if candidate is None or digest not in (None, candidate.loaded.digest):
                return False
            return await self._go_live(candidate, who, "重新加载")

    async def _go_live(self, candidate: _Candidate, who: str, what: str) -> bool:
        """False if another program made another version live meanwhile."""
        before = self._current
        if self._exchange is not None and not await self._exchange.publish(candidate.loaded.digest, who, before.digest):
            return False
        await self._take_over(candidate, who)
        await self._tell(who, what, f"{before.digest} → {candidate.loaded.digest}")
        return True

    async def _take_over(self, candidate: _Candidate, who: str) -> None:
        loaded = candidate.loaded
        await asyncio.to_thread(self._versions.keep, candidate.staged, loaded.digest)
        await asyncio.to_thread(write_overlay, overlay_file(self._data_dir), candidate.overlay)
        before = _Earlier(self._current.digest, self._overlay)
        await asyncio.to_thread(self._versions.record, VersionRecord(loaded.digest, before.digest))
        self._previous = before if self._versions.folder_of(before.digest) is not None else None
        left, self._current, self._overlay, self._candidate = self._current, loaded, candidate.overlay, None
        self._since, self._by, self._why_not_folder = self._now(), who, None
        await self._let_go(left.snapshot)

    async def _let_go(self, left: Snapshot) -> None:
        """Free what nobody answers from any more, in pieces: all at once would hold the loop up."""
        self._left = weakref.ref(left)
        while left.drop_a_view():
            await asyncio.sleep(0)
        close_unheld()
        loop = asyncio.get_running_loop()
        loop.call_later(_FREED_SECONDS, lambda: loop.run_in_executor(None, give_back))

    async def folder_is_ahead(self) -> bool:
        """Whether the folder holds something else than what is live: what was changed since it was examined is not live."""
        try:
            return await asyncio.to_thread(content_digest, self._folder, self._overlay) != self._current.digest
        except OSError:
            return True

    async def discard(self) -> None:
        """Forget the candidate."""
        async with self._lock:
            await self._drop_candidate()
            if self._exchange is not None:
                await self._exchange.withdraw()

    async def rollback(self, who: str) -> Returned | None:
        """Return to the version before the last change, which takes as long as a start. What became of what was taught.

        None if this run has none, or it cannot be made ready, which is logged.
        """
        async with self._lock:
            await self._look_for_previous()
            again = await self._previous_again()
            if again is None:
                return None
            left, done = self._current, returned(self._overlay, self._taught_before())
            if self._exchange is not None and not await self._exchange.publish(again.digest, who, left.digest):
                return None
            await self._swap_back(again, who)
            await self._tell(who, "回到上一版", f"{left.digest} → {self._current.digest}")
            return done

    async def _previous_again(self) -> Loaded | None:
        """The version before, made ready to answer from once more; None if there is none, or it cannot be."""
        previous = self._previous
        folder = self._versions.folder_of(previous.digest) if previous is not None else None
        if previous is None or folder is None:
            return None
        whole = await asyncio.to_thread(self._versions.is_whole, previous.digest, self._current.digest)
        verdict = await examine_beside(folder, self._folder, self._data_dir, self._current, self._cache_dir) if whole else Verdict(())
        if verdict.loaded is None or verdict.loaded.digest != previous.digest:
            first = verdict.errors[0] if verdict.errors else "its kept files have another digest"
            _log.error("the version before (%s) cannot be made ready: %s", previous.digest, first)
            return None
        return verdict.loaded

    async def _swap_back(self, again: Loaded, who: str) -> None:
        """The live version and the one before (``again``) change places."""
        await self._drop_candidate()
        left, overlay = _Earlier(self._current.digest, self._overlay), self._taught_before()
        ledger = VersionRecord(again.digest, left.digest, rejected=left.digest)
        await asyncio.to_thread(self._versions.record, ledger)
        await asyncio.to_thread(write_overlay, overlay_file(self._data_dir), overlay)
        gone = self._current.snapshot
        self._current, self._previous, self._overlay = again, left, overlay
        self._since, self._by = self._now(), who
        self._why_not_folder = "管理员回到了上一版"
        await self._let_go(gone)

    def _taught_before(self) -> Overlay:
        return self._previous.overlay if self._previous is not None else self._overlay

    async def teach(self, topic: str, says: str, who: str) -> Proposal:
        """Add a phrasing to a topic and go live with it; with errors (an example breaks) nothing changes.

        Whatever authors changed in the folder meanwhile stays out: it goes live by a reload, not by the way.
        """
        async with self._lock:
            clash = contradiction(overlay_file(self._data_dir), self.snapshot.knowledge, topic, says)
            if clash is not None:
                return Proposal((clash,))
            overlay = self._overlay.with_phrasing(topic, says, self._now().date().isoformat())
            folder, self._folder = self._folder, self._kept_folder() or self._folder
            try:
                proposal = await self._prepare(overlay)
            finally:
                self._folder = folder
            if self._candidate is not None and not await self._go_live(self._candidate, who, f"教问法（{topic}）"):
                return Proposal((Problem(self._folder, 0, 0, "别的管理员刚刚换了一版", "再教一次"),))
            return proposal

    def _kept_folder(self) -> Path | None:
        kept = self._versions.find(self._current.digest)
        return kept[0] if kept else None

    def status(self) -> Status:
        """What is live, since when and by whom."""
        knowledge = self.snapshot.knowledge
        return Status(
            version=self.snapshot.version,
            digest=self._current.digest,
            since=self._since,
            by=self._by,
            regions=len(knowledge.regions),
            measures=len(knowledge.measure_by_id),
            topics=len(knowledge.topics),
            taught=len(self._overlay.taught),
            candidate=self._candidate.loaded.digest if self._candidate else None,
            previous=self._previous.digest if self._previous else None,
            why_not_folder=self._why_not_folder,
            untaught=returned(self._overlay, self._taught_before()).untaught,
        )

    async def reload_unasked(self, reason: str) -> Proposal:
        """Reload for SIGHUP or a changed file: what is sound goes live at once, what is not is logged."""
        proposal = await self.prepare()
        if proposal.changes:
            await self.confirm(reason, proposal.digest)
            _log.info("knowledge reloaded (%s): %s", reason, proposal.changes.summary)
        else:
            await self.discard()
        if proposal.errors:
            _log.error(
                "knowledge not reloaded (%s): %d problems, first: %s", reason, len(proposal.errors), proposal.errors[0]
            )
        return proposal

    async def watch(self, seconds: float = _WATCH_SECONDS) -> None:
        """Reload whenever the folder changes, once it has been quiet for one interval. Runs until cancelled.

        What was changed since the start counts; a folder that was broken or rolled back from at the start does not.
        """
        known = self._kept_folder() if self._why_not_folder is None else None
        seen = settled = await asyncio.to_thread(content_digest, known or self._folder, Overlay())
        while True:
            await asyncio.sleep(seconds)
            now = await asyncio.to_thread(content_digest, self._folder, Overlay())
            if now == seen and now != settled:
                settled = now
                await self.reload_unasked("文件有改动")
            seen = now

    # ── Where several programs answer from one version ────────────────────────────────────────────────────────────────

    def share(self, exchange: Exchange) -> None:
        """From now on what goes live here goes live everywhere; ``follow`` is to be called when another version is live."""
        self._exchange = exchange

    async def share_own(self, before: str | None) -> bool:
        """Make this program's version live for all, unless they have agreed upon another than ``before`` meanwhile."""
        staged = self._versions.folder_of(self._current.digest)
        if self._exchange is None or staged is None:
            return False
        await self._offer(staged, self._overlay, self._current.digest)
        return await self._exchange.publish(self._current.digest, self._by, before)

    async def follow(self) -> bool:
        """Go live with the version all programs have agreed upon. Whether this program answers from it now."""
        if self._exchange is None:
            return True
        async with self._lock:
            agreed = await self._exchange.agreed()
            if agreed is None or agreed.digest == self._current.digest:
                return True
            if self._previous is not None and self._previous.digest == agreed.digest:
                again = await self._previous_again()
                if again is not None:
                    await self._swap_back(again, agreed.who)
                    return True
            await self._look_for_candidate(agreed.digest)
            candidate = self._candidate
            if candidate is None or candidate.loaded.digest != agreed.digest:
                self._why_not_folder = f"别的进程用的是 {agreed.digest}，这里用不了它"
                return False
            await self._take_over(candidate, agreed.who)
            _log.info("knowledge of all programs: %s", agreed.digest)
            return True

    async def look_for_candidate(self) -> None:
        """Have the version that waits to be confirmed at hand, whichever program examined it."""
        agreed = await self._exchange.agreed() if self._exchange is not None else None
        if agreed is not None and agreed.candidate is not None:
            async with self._lock:
                await self._look_for_candidate(agreed.candidate)

    async def _look_for_candidate(self, digest: str | None) -> None:
        if digest is None or (self._candidate is not None and self._candidate.loaded.digest == digest):
            return
        found = await self._received(digest)
        if found is not None:
            await self._drop_candidate()
            self._candidate = found

    async def _look_for_previous(self) -> None:
        """Have the files of the version before at hand. Whether they are any good is seen when it is made ready."""
        agreed = await self._exchange.agreed() if self._exchange is not None and self._previous is None else None
        staged = await self._fetched(agreed.previous) if agreed is not None and agreed.previous is not None else None
        if agreed is not None and agreed.previous is not None and staged is not None:
            overlay, _ = read_overlay(taught_of(staged))
            await asyncio.to_thread(self._versions.keep, staged, agreed.previous)
            self._previous = _Earlier(agreed.previous, overlay)

    async def _received(self, digest: str) -> _Candidate | None:
        """A version from another program, examined here too; None if it is not there or no good here."""
        staged = await self._fetched(digest)
        if staged is None:
            return None
        overlay, _ = read_overlay(taught_of(staged))
        verdict = await examine_beside(staged, self._folder, self._data_dir, self._current, self._cache_dir)
        if verdict.loaded is None or verdict.loaded.digest != digest:
            first = verdict.errors[0] if verdict.errors else "another digest"
            _log.error("a version of another program cannot be used here: %s", first)
            await asyncio.to_thread(self._versions.drop, staged)
            return None
        return _Candidate(verdict.loaded, staged, overlay)

    async def _fetched(self, digest: str) -> Path | None:
        """A private copy of a version from another program; None if it is not there."""
        parcel = await self._exchange.fetch(digest) if self._exchange is not None else None
        return await asyncio.to_thread(self._versions.unpack, parcel) if parcel is not None else None

    async def _offer(self, staged: Path, overlay: Overlay, digest: str) -> None:
        if self._exchange is not None:
            await self._exchange.offer(await asyncio.to_thread(parcel_of, staged, overlay, digest))

    # ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _drop_candidate(self) -> None:
        dropped, self._candidate = self._candidate, None
        if dropped is not None:
            await asyncio.to_thread(self._versions.drop, dropped.staged)
            close_unheld()

    async def _tell(self, who: str, what: str, detail: str) -> None:
        if self._journal is not None:
            await self._journal(Event(who, what, self._current.digest, detail))
