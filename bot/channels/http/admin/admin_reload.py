"""Exchanging the knowledge: examine the folder, look at what changes, confirm by digest, cancel, roll back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.administration.problem_line import problem_line
from bot.channels.http.admin import admin_wording
from bot.channels.http.admin.admin_office import Office, back_to
from bot.reloading.answer_changes import AnswerChange, answer_changes
from bot.reloading.reports import Proposal

PLACE = "/admin/reload"
_ANSWERS_SHOWN, _FIELDS_SHOWN = 30, 20


@dataclass(frozen=True, slots=True)
class _Examined:
    """What the last examination came to."""

    proposal: Proposal
    answers: tuple[AnswerChange, ...] = ()


class ReloadPages:
    """The handlers of ``/admin/reload``."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._examined: _Examined | None = None

    def routes(self) -> list[Route]:
        """Where they are found."""
        posts = {"prepare": self.prepare, "confirm": self.confirm, "discard": self.discard, "rollback": self.rollback}
        found = [Route(f"{PLACE}/{name}", handler, methods=["POST"]) for name, handler in posts.items()]
        return [Route(PLACE, self.overview, methods=["GET"]), *found]

    async def overview(self, request: Request) -> Response:
        """What is live, what waits, and what would change by it."""
        visit, status = await self._office.guard.visit(request), self._office.holder.status()
        examined = self._examined
        proposal = examined.proposal if examined is not None else None
        waiting = examined if proposal is not None and status.candidate and status.candidate == proposal.digest else None
        folder = self._office.holder.folder
        lines = [(p.severity, problem_line(p, folder)) for p in (proposal.problems if proposal is not None else ())]
        refused = [line for severity, line in lines if severity == "error"] if status.candidate is None else []
        values = {"waiting": waiting, "refused": refused, "warnings": [line for kind, line in lines if kind != "error"]}
        return self._office.page("reload", visit, PLACE, live=status, most=_ANSWERS_SHOWN, fields=_FIELDS_SHOWN, **values)

    async def prepare(self, request: Request) -> Response:
        """Examine the folder as it is now; that takes a while."""
        await self._office.guard.form(request)
        await self._office.job.start(PLACE, admin_wording.PREPARING, self._prepare)
        return back_to(PLACE)

    async def _prepare(self) -> Sequence[str]:
        holder = self._office.holder
        self._examined = None
        proposal = await holder.prepare()
        candidate = holder.candidate
        if proposal.changes is None or candidate is None:
            self._examined = _Examined(proposal)
            return (admin_wording.REFUSED,)
        if not proposal.changes:
            await holder.discard()
            return (admin_wording.NOTHING_NEW,)
        names = proposal.changes.answers[:_ANSWERS_SHOWN]
        answers = await asyncio.to_thread(answer_changes, holder.snapshot, candidate, names)
        self._examined = _Examined(proposal, answers)
        return (admin_wording.CHECKED,)

    async def confirm(self, request: Request) -> Response:
        """Go live with the version that was looked at, and no other."""
        visit, form = await self._office.guard.form(request)
        done = await self._office.holder.confirm(visit.who, form.get("digest", ""))
        if not done:
            return self._told(admin_wording.CANDIDATE_GONE)
        ahead = await self._office.holder.folder_is_ahead()
        return self._told(admin_wording.LIVE, *([admin_wording.FOLDER_AHEAD] if ahead else []))

    async def discard(self, request: Request) -> Response:
        """Forget the version that waits."""
        await self._office.guard.form(request)
        await self._office.holder.discard()
        return self._told(admin_wording.DISCARDED)

    async def rollback(self, request: Request) -> Response:
        """Return to the version before, if what is live is still what was looked at; that takes as long as a start."""
        visit, form = await self._office.guard.form(request)
        holder, seen = self._office.holder, form.get("digest")

        async def work() -> Sequence[str]:
            done = await holder.rollback(visit.who) if seen == holder.status().digest else None
            self._examined = None
            if done is None:
                return (admin_wording.NOT_ROLLED_BACK,)
            return (admin_wording.ROLLED_BACK, *await self._office.gaps.after_return(done))

        await self._office.job.start(PLACE, admin_wording.ROLLING_BACK, work)
        return back_to(PLACE)

    def _told(self, *lines: str) -> Response:
        self._examined = None
        self._office.job.tell(PLACE, *lines)
        return back_to(PLACE)
