"""The admins' desk: /reload /try /rollback /status /gaps, in private chat, for the ids of BOT_ADMIN_IDS only.

The channel has seen to it that an admin asks, in private; nobody else ever gets here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.administration.admin_links import LINK_VALID, AdminLinks
from bot.administration.described import ACTION_PREFIX, Described
from bot.administration.fault_counter import FaultCounter
from bot.administration.gap_desk import GapDesk
from bot.administration.problem_line import problem_line
from bot.dialogue.replies.plain import plain
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Event, Journal, Proposal
from bot.storage import audit, undelivered
from bot.storage.database import Database

COMMANDS = (
    Described("reload", "检查并重新加载知识", "Check and reload the knowledge"),
    Described("try", "用新版试答，例如 /try 一天补多少", "Ask the version not yet live"),
    Described("rollback", "回到上一版知识", "Return to the previous version"),
    Described("status", "版本、计数、故障", "Version, counts, faults"),
    Described("gaps", "答不上来的问题", "Questions without an answer"),
)
PAGES = Described("admin", "打开管理页面的一次性链接", "One-time link to the admin pages")
_PROBLEMS_SHOWN = 5
_CHANGES_SHOWN = 8
_AUDIT_SHOWN = 5
_GONE = "这个按钮对应的候选版本已经不在了，请重新 /reload。"


def journal_in(database: Database, now: Callable[[], datetime]) -> Journal:
    """Writes what is done to the knowledge into the audit table."""

    async def write(event: Event) -> None:
        entry = audit.Entry(now(), event.who, event.what, event.digest, event.detail)
        async with database.writing() as connection:
            await connection.run_sync(audit.record, entry)

    return write


class AdminDesk:
    """What admins can do in chat. Made once; belongs to the bot's event loop."""

    def __init__(
        self,
        holder: KnowledgeHolder,
        database: Database,
        faults: FaultCounter,
        now: Callable[[], datetime],
        links: AdminLinks | None = None,
    ) -> None:
        """``now`` is the time of day with its zone; with ``links`` there are admin pages to be opened."""
        self._holder, self._database, self._faults, self._now = holder, database, faults, now
        self._started, self._links = now(), links
        self._gaps = GapDesk(holder, database, now)
        self._performers: dict[str, Callable[[str, int], Awaitable[Reply]]] = {
            "reload": self._reload,
            "try": self._try,
            "rollback": self._rollback,
            "status": self._status,
            "gaps": self._gaps.overview,
            "confirm": self._confirm,
            "discard": self._discard,
            "gap": self._gaps.show,
            "teach": self._gaps.ask,
            "taught": self._gaps.teach,
            "drop": self._gaps.drop,
        }
        if links is not None:
            self._performers["admin"] = self._admin

    @property
    def commands(self) -> Sequence[Described]:
        """The commands it knows."""
        return COMMANDS if self._links is None else (*COMMANDS, PAGES)

    async def command(self, name: str, argument: str, user: int) -> Reply:
        """Carry out a command."""
        return await self._performers[name](argument, user)

    async def action(self, action: str, user: int) -> Reply:
        """Carry out a button; a button of an older version of the program says so."""
        name, _, argument = action.removeprefix(ACTION_PREFIX).partition(":")
        performer = self._performers.get(name)
        return await performer(argument, user) if performer else _said(_GONE)

    async def note_declined(self, text: str) -> int | None:
        """Keep a declined question, scrubbed and without its asker. Its number, if it is kept."""
        return await self._gaps.note(text)

    async def drop_declined(self, numbers: Sequence[int]) -> None:
        """Delete questions whose asker wants to be forgotten."""
        await self._gaps.settle(numbers)

    async def _reload(self, _: str, __: int) -> Reply:
        proposal = await self._holder.prepare()
        if proposal.changes is None:
            return self._refused(proposal)
        if not proposal.changes:
            await self._holder.discard()
            return _said("内容没有变化，仍是现在这一版。")
        warnings = len(proposal.problems)
        lines = [proposal.changes.summary, *proposal.changes.lines(_CHANGES_SHOWN)]
        lines += [f"另有 {warnings} 个警告，运行 check 可看全部。"] if warnings else []
        lines.append("还没有上线。可以先用 /try 问题 试答。")
        options = (Option("确认上线", f"admin:confirm:{proposal.digest}"), Option("放弃", "admin:discard"))
        return _said("检查通过。", *lines, options=options)

    def _refused(self, proposal: Proposal) -> Reply:
        """Nothing changes; the first problems, and where the rest is."""
        errors = proposal.errors
        shown = [problem_line(problem, self._holder.folder) for problem in errors[:_PROBLEMS_SHOWN]]
        rest = f"共 {len(errors)} 处；全部：在服务器上运行 python -m bot check" if len(errors) > len(shown) else ""
        lines = ["没有加载，仍按现在这一版回答。", *shown, *([rest] if rest else [])]
        return _said(*lines, options=(Option("改好了，再试", "admin:reload"),))

    async def _try(self, text: str, _: int) -> Reply:
        """``/try [地区] 问题``: a leading region id or name chooses the region."""
        words = text.split(maxsplit=1)
        if not words:
            return _said("写法：/try 问题，或 /try 地区 问题。")
        regions = self._holder.snapshot.knowledge.regions
        region = next((p.region.id for p in regions if words[0] in (p.region.id, p.region.name)), None)
        question = words[1] if region is not None and len(words) > 1 else text
        await self._holder.look_for_candidate()
        reply = self._holder.try_question(question, region, self._now().date())
        if reply is None:
            return _said("没有等待上线的版本，先 /reload。", options=(Option("重新加载", "admin:reload"),))
        heading = Section((Line(LineKind.NOTE, "〔候选版本的回答，还没有上线〕"),))
        return Reply(Decision.CHAT, (heading, *reply.sections))

    async def _confirm(self, digest: str, user: int) -> Reply:
        if not await self._holder.confirm(str(user), digest):
            return _said(_GONE, options=(Option("重新加载", "admin:reload"),))
        ahead = ["检查之后文件夹又改过，改的还没有上线：再 /reload 一次。"] if await self._holder.folder_is_ahead() else []
        return _said("已经上线。", *ahead, options=(Option("回到上一版", "admin:rollback"), Option("看状态", "admin:status")))

    async def _discard(self, _: str, __: int) -> Reply:
        await self._holder.discard()
        return _said("放弃了候选版本，仍按现在这一版回答。")

    async def _rollback(self, _: str, user: int) -> Reply:
        done = await self._holder.rollback(str(user))
        if done is None:
            return _said("没有退回：没有上一版（这次启动以来没有换过），或者上一版没能准备好（日志里有原因）。")
        status = self._holder.status()
        live = f"已经回到上一版（{status.digest}）。重启后也用这一版，直到文件夹里的内容再改动。"
        return _said(live, *await self._gaps.after_return(done))

    async def _admin(self, _: str, user: int) -> Reply:
        link = await self._links.link(str(user)) if self._links is not None else ""
        minutes = int(LINK_VALID.total_seconds() // 60)
        return _said(f"{minutes} 分钟内打开，只能用一次，不要转给别人：", link)

    async def _status(self, _: str, __: int) -> Reply:
        status = self._holder.status()
        async with self._database.reading() as connection:
            entries = await connection.run_sync(lambda sync: audit.latest(sync, _AUDIT_SHOWN))
            missed = await connection.run_sync(undelivered.counts)
        lines = [
            f"内容 {status.digest}，版本 {status.version}",
            f"{status.since:%Y-%m-%d %H:%M} 由 {status.by} 加载",
            f"{status.regions} 个地区，{status.measures} 项措施，{status.topics} 个主题，教过 {status.taught} 个问法",
            f"已运行 {_span(self._now() - self._started)}；故障：{self._faults.in_words()}",
        ]
        lines += [f"七天内没有送到：{'；'.join(f'{kind}（{why}）{number} 条' for why, kind, number in missed)}"] if missed else []
        lines += [f"注意：{status.why_not_folder}"] if status.why_not_folder else []
        lines += [f"候选 {status.candidate} 等待确认"] if status.candidate else []
        lines += [f"{entry.at:%m-%d %H:%M} {entry.who} {entry.what} {entry.detail}" for entry in entries]
        return _said(*lines)


def _span(elapsed: timedelta) -> str:
    """A time span, such as ``2 天 03:04``."""
    days, rest = elapsed.days, elapsed.seconds
    return (f"{days} 天 " if days else "") + f"{rest // 3600:02}:{rest % 3600 // 60:02}"


def _said(*lines: str, options: tuple[Option, ...] = ()) -> Reply:
    return plain(Decision.CHAT, *lines, options=options)
