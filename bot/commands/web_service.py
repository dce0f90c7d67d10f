"""The one server put together: knowledge, database, the web, and every channel that is set up, in one loop."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import ipaddress
import logging
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.administration.admin_links import AdminLinks
from bot.administration.desk import AdminDesk, journal_in
from bot.administration.fault_counter import FaultCounter
from bot.administration.usage_counter import UsageCounter
from bot.channels.http.admin.admin_office import Office
from bot.channels.http.admin.admin_pages import admin_routes
from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.question_box import QuestionBox
from bot.channels.http.session_tokens import SessionTokens, session_key
from bot.channels.http.token_buckets import EACH, Limits, together
from bot.channels.http.web_app import build_app
from bot.channels.http.web_context import Web
from bot.channels.http.web_metrics import Metrics
from bot.channels.http.web_server import serve_app
from bot.channels.picture_card import PictureCards, picture_cards
from bot.channels.shared_buckets import SharedBuckets
from bot.channels.telegram import lifecycle
from bot.channels.telegram.api import CannotStartError
from bot.channels.telegram.log_redaction import protect
from bot.channels.wechat.openid import own_key
from bot.channels.wechat.wechat_hook import wechat_hook
from bot.channels.wechat.wechat_service import keep_tidy
from bot.commands.shared_service import forget_elsewhere, opened_knowledge
from bot.commands.telegram_bot import CHANNEL as TELEGRAM
from bot.commands.telegram_bot import alongside, local_now
from bot.commands.web_address import web_address
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Event
from bot.settings import Settings, private_folder
from bot.stopping import LeftBehind, gone_soon
from bot.storage.database import Database, StorageError
from bot.storage.database_place import database_of, own_folder
from bot.storage.lock import AlreadyRunningError, InstanceLock
from bot.storage.person_sessions import PersonStore
from bot.storage.shared_keys import agreed_key
from bot.storage.shared_limits import SharedLimits
from bot.streams import complain, say

_log = logging.getLogger(__name__)
_FAILED = 1

WECHAT = "wechat"
WECHAT_PATH = "/hook/wechat"
"""Where WeChat posts what people send."""


@dataclass(slots=True)
class Service:
    """All that runs together; ``folder`` is this program's alone."""

    settings: Settings
    folder: Path
    holder: KnowledgeHolder
    database: Database
    desk: AdminDesk
    faults: FaultCounter
    metrics: Metrics
    links: AdminLinks
    usage: UsageCounter
    pictures: PictureCards | None

    def answered_in(self, channel: str) -> Callable[[Reply], None]:
        """What counts the replies of a channel that knows of nothing but replies."""
        used = self.usage.of_channel(channel)

        def counted(reply: Reply) -> None:
            self.metrics.turn(channel, reply.decision.value)
            used(reply)

        return counted

    def judged_in(self, channel: str) -> Callable[[bool], None]:
        """What counts how the answers of a channel are judged."""
        used = self.usage.judged_in(channel)

        def counted(helpful: bool) -> None:
            self.metrics.feedback(channel, helpful=helpful)
            used(helpful)

        return counted


def run_web(settings: Settings, bound: socket.socket) -> int:
    """Serve at a socket that listens, until SIGTERM or Ctrl-C. The exit code: 0 if told to stop, 1 if it could not start or go on.

    Raises:
        SettingsError: if the data folder cannot be used.
        KnowledgeError: if there is nothing to answer from.
    """
    private_folder(settings.data_dir)
    if sys.stderr.isatty():
        complain("正在准备：平时几秒钟，第一次要一两分钟……")
    try:
        with _telegram_lock(settings), own_folder(settings) as folder:
            asyncio.run(_run(_put_together(settings, folder), bound))
    except AlreadyRunningError:
        complain("用这个令牌的机器人已经在运行（数据目录里的锁被占着）。先停掉那一个，再启动。")
        return _FAILED
    except (StorageError, OSError) as error:
        _log.error("the server cannot go on", exc_info=error)
        kind = type(error.__cause__ or error).__name__
        if isinstance(error, StorageError) and settings.database_url is not None:
            complain(str(error))
            return _FAILED
        complain(f"数据库打不开，或数据文件夹用不了（{kind}）。请检查 BOT_DATA_DIR 的权限和磁盘空间。")
        return _FAILED
    return 0


def _put_together(settings: Settings, folder: Path) -> Service:
    database, faults = database_of(settings), FaultCounter()
    journal, counted = journal_in(database, local_now), list[Metrics]()

    async def note(event: Event) -> None:
        counted[0].knowledge_changed(event.what)
        await journal(event)

    holder = opened_knowledge(settings, folder, database, local_now, note)
    counted.append(Metrics(lambda: holder.snapshot, faults))
    links = AdminLinks(database, web_address(settings), local_now)
    desk = AdminDesk(holder, database, faults, local_now, links)
    usage = UsageCounter(database, lambda: holder.snapshot, date.today, faults)
    pictures = picture_cards(settings.card_font)
    return Service(settings, folder, holder, database, desk, faults, counted[0], links, usage, pictures)


async def _run(service: Service, bound: socket.socket) -> None:
    """Everything at once, until told to stop or the server ends."""
    settings, stop = service.settings, _stop_signal()
    asyncio.get_running_loop().set_default_executor(LeftBehind())
    hooks = JoinedHooks()
    async with _opened(service.database), _joined_channels(service, hooks, stop):
        box = QuestionBox(service.desk.note_declined, service.faults)
        service.metrics.watch_waiting(lambda: len(box))
        address = web_address(settings)
        web = await _web(service, box, address, stop)
        more = admin_routes(Office(web, service.links, service.holder, service.database, local_now))
        jobs: list[Coroutine[Any, Any, object]] = [job() for job in alongside(settings, service.holder, service.database)]
        tasks = [asyncio.create_task(job) for job in (*jobs, box.run(), service.usage.run())]
        say(f"网页：{address}/ ，按 Ctrl-C 停下")
        sys.stdout.flush()
        try:
            await serve_app(build_app(web, hooks, more), bound, stop)
        finally:
            stop.set()
            await _cancelled(tasks)


async def _web(service: Service, box: QuestionBox, address: str, stop: asyncio.Event) -> Web:
    settings, database = service.settings, service.database
    key = await agreed_key(database, "session", session_key(service.folder))
    buckets = SharedBuckets(SharedLimits(database, key), EACH.burst, EACH.per_second)

    async def among_all(address: str) -> float:
        return await buckets.wait(f"address {date.today()} {together(address)}") if database.shared else 0.0

    async def ready() -> bool:
        if stop.is_set():
            return False
        try:
            async with service.database.reading():
                return True
        except StorageError:
            return False

    return Web(
        snapshot=lambda: service.holder.snapshot,
        today=date.today,
        tokens=SessionTokens(key, time.time),
        limits=Limits(time.monotonic),
        metrics=service.metrics,
        faults=service.faults,
        keep_question=box.put,
        ready=ready,
        public_url=address,
        proxies=tuple(map(ipaddress.ip_network, settings.web_proxies)),
        metrics_token=settings.metrics_token,
        count_turn=service.usage.count,
        count_judgment=service.usage.judged_in("web"),
        pictures=service.pictures,
        found_by_all=settings.web_url is not None,
        wait_among_all=among_all,
    )


@asynccontextmanager
async def _opened(database: Database) -> AsyncIterator[None]:
    await database.open_patiently()
    try:
        yield
    finally:
        await database.close()


# ── Where channels are joined ─────────────────────────────────────────────────────────────────────────────────────────
# A channel that is called over HTTP joins ``hooks`` with its ``Hook`` at its path (``/hook/…``), for as long as it runs; one
# that fetches is a task until ``stop``. Whatever keeps a channel from running, the page goes on.


@asynccontextmanager
async def _joined_channels(service: Service, hooks: JoinedHooks, stop: asyncio.Event) -> AsyncIterator[None]:
    """The channels that are set up, meanwhile."""
    tasks = [asyncio.create_task(_telegram(service, hooks, stop))] if service.settings.token else []
    tasks += [asyncio.create_task(_wechat(service, hooks, stop))] if service.settings.wechat else []
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _telegram(service: Service, hooks: JoinedHooks, stop: asyncio.Event) -> None:
    """Telegram until told to stop. If it cannot go on, the page does without it, and the log says why."""
    desk, settings = service.desk, service.settings
    path = urlsplit(settings.webhook_url or "").path or "/"
    options = lifecycle.Options(
        extension=desk,
        declined=desk.note_declined,
        drop_declined=desk.drop_declined,
        answered=service.answered_in(TELEGRAM),
        judged=service.judged_in(TELEGRAM),
        pictures=service.pictures,
        faults=service.faults,
        mount=lambda hook: hooks.joined(path, hook),
    )
    database = service.database.twin()
    try:
        await lifecycle.serve(settings, lambda: service.holder.snapshot, database, options, stop)
    except (CannotStartError, StorageError, OSError) as error:
        service.faults.count("TelegramStopped")
        _log.error("Telegram has stopped; the page goes on", exc_info=error)
        complain(f"Telegram 没有运行：{error} 网页照常。")


async def _wechat(service: Service, hooks: JoinedHooks, stop: asyncio.Event) -> None:
    """WeChat until told to stop. If it cannot be reached, the page does without it, and the log says why."""
    settings, desk = service.settings, service.desk
    if settings.wechat is None:
        return

    def snapshot() -> Snapshot:
        return service.holder.snapshot

    try:
        key = await agreed_key(service.database, "wechat", own_key(service.folder))
        hook = wechat_hook(
            settings.wechat,
            service.folder,
            service.database,
            snapshot,
            faults=service.faults,
            declined=desk.note_declined,
            answered=service.answered_in(WECHAT),
            judged=service.judged_in(WECHAT),
            key=key,
        )
    except (OSError, ValueError, StorageError) as error:
        service.faults.count("WechatStopped")
        _log.error("WeChat has stopped; the page goes on", exc_info=error)
        complain(f"微信没有运行：{error} 网页照常。")
        return
    tasks: list[asyncio.Task[Any]] = [asyncio.create_task(keep_tidy(PersonStore(service.database), snapshot))]
    if service.database.shared:
        tasks.append(asyncio.create_task(forget_elsewhere(hook.forget_elsewhere, service.database)))
    try:
        async with hooks.joined(WECHAT_PATH, hook):
            await stop.wait()
    finally:
        await _cancelled(tasks)


@contextlib.contextmanager
def _telegram_lock(settings: Settings) -> Iterator[None]:
    """One program a token, as for the command ``telegram``; on a shared database they agree there."""
    if settings.token is not None:
        protect(settings.token)
    if settings.token is None or settings.database_url is not None:
        yield
        return
    name = hashlib.sha256(settings.token.encode()).hexdigest()[:12]
    with InstanceLock(settings.data_dir / f"telegram-{name}.lock"):
        yield


# ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def _cancelled(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _stop_signal() -> asyncio.Event:
    """An event that SIGTERM and Ctrl-C raise, where the system can do that."""
    stop = asyncio.Event()

    def stop_soon() -> None:
        gone_soon()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop_soon)
    return stop
