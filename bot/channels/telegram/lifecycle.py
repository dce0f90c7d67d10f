"""Run the Telegram bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from telegram.error import TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.hook import Hook
from bot.channels.hook_server import listening
from bot.channels.telegram.admin_extension import Extension
from bot.channels.telegram.api import ALLOWED_UPDATES, Api, CannotStartError, make_api, start_up
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.command_menu import publish_commands
from bot.channels.telegram.dependencies import Declined, Dependencies
from bot.channels.telegram.log_redaction import protect
from bot.channels.telegram.person_queues import Pace
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.retrying_sender import RetryingSender, kind_of
from bot.channels.telegram.update_intake import UpdateIntake
from bot.channels.telegram.watchdog import Pulse, watch
from bot.channels.telegram.webhook import webhook_hook
from bot.compiled.snapshot import Snapshot
from bot.settings import Settings
from bot.storage.database import Database, StorageError
from bot.storage.lock import AlreadyRunningError, InstanceLock
from bot.storage.turns import TurnStore

_log = logging.getLogger(__name__)
Background = Callable[[], Coroutine[Any, Any, None]]
Mount = Callable[[Hook], AbstractAsyncContextManager[None]]
"""Answers requests with a hook for as long as the context lasts."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long things may take, in seconds. Tests shorten it."""

    poll: int = 30
    request: float = 10.0
    start_backoff: Backoff = field(default_factory=lambda: Backoff(1.0, 15.0, 30.0))
    backoff: Backoff = field(default_factory=Backoff)
    poll_backoff: Backoff = field(default_factory=lambda: Backoff(1.0, 30.0))
    stalled_after: float = 120.0
    grace: float = 5.0
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Options:
    """What the rest of the program adds: admin commands, who hears of declined questions, tasks that run alongside.

    ``mount`` puts the webhook into a web server that is already there; without it the bot listens by itself.
    """

    extension: Extension | None = None
    declined: Declined | None = None
    background: Sequence[Background] = ()
    mount: Mount | None = None
    faults: FaultCounter = field(default_factory=FaultCounter)
    today: Callable[[], date] = date.today
    timing: Timing = field(default_factory=Timing)


def run(
    settings: Settings, snapshot: Callable[[], Snapshot], database: Database, options: Options | None = None
) -> int:
    """Run the bot until SIGTERM or Ctrl-C. The exit code: 0 if it was told to stop, 1 if it could not start or go on.

    ``snapshot`` is asked once a turn; it must be ready. ``database`` is opened and closed here.
    """
    if settings.token is None:
        return _refuse("没有设置 TELEGRAM_BOT_TOKEN。")
    protect(settings.token)
    snapshot()
    name = hashlib.sha256(settings.token.encode()).hexdigest()[:12]
    try:
        with InstanceLock(settings.data_dir / f"telegram-{name}.lock"):
            return asyncio.run(_run(settings, snapshot, database, options or Options()))
    except AlreadyRunningError:
        return _refuse("用这个令牌的机器人已经在运行（数据目录里的锁被占着）。先停掉那一个，再启动。")


async def _run(settings: Settings, snapshot: Callable[[], Snapshot], database: Database, options: Options) -> int:
    try:
        await serve(settings, snapshot, database, options, _stop_signal())
    except CannotStartError as error:
        return _refuse(str(error))
    except (StorageError, OSError) as error:
        _log.error("the bot cannot go on", exc_info=error)
        kind = type(error.__cause__ or error).__name__
        return _refuse(f"数据库打不开或监听不了（{kind}）。请检查 BOT_DATA_DIR 的权限、磁盘空间和监听端口。")
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(message + "\n")
    return 1


async def serve(
    settings: Settings, snapshot: Callable[[], Snapshot], database: Database, options: Options, stop: asyncio.Event
) -> None:
    """Serve until ``stop`` is set; then finish what is in hand.

    Raises:
        CannotStartError: if Telegram does not let the bot start or go on.
        StorageError, OSError: if the data folder or the address to listen on cannot be used.
    """
    await database.open()
    api = make_api(settings.token or "", settings.api_url, options.timing.request)
    try:
        await start_up(api, options.faults, options.timing.start_backoff)
        async with _service(settings, api, snapshot, database, options) as service:
            await _until_stopped(settings, api, service, options, stop)
    finally:
        await api.shutdown()
        await database.close()
        _log.info("stopped; faults since the start: %s", options.faults)


@asynccontextmanager
async def _service(
    settings: Settings, api: Api, snapshot: Callable[[], Snapshot], database: Database, options: Options
) -> AsyncIterator[UpdateIntake]:
    """The service with everything at hand; at the end it finishes what it has begun."""
    deps = Dependencies(
        api=api,
        me=api.bot,
        store=TurnStore(database),
        sender=RetryingSender(options.faults, options.timing.backoff),
        faults=options.faults,
        snapshot=snapshot,
        today=options.today,
        admins=settings.admin_ids,
        extension=options.extension,
        declined=options.declined,
    )
    service = UpdateIntake(deps, options.timing.pace)
    await _publish(api, settings, options)
    _log.info("taken up from an earlier run: %d", await service.resume())
    try:
        yield service
    finally:
        await service.close(options.timing.grace)


async def _until_stopped(
    settings: Settings, api: Api, service: UpdateIntake, options: Options, stop: asyncio.Event
) -> None:
    """Run the source of updates and what goes alongside, until told to stop or one of them fails."""
    source = _webhook if settings.webhook_url else _polling
    jobs: list[Coroutine[Any, Any, object]] = [job() for job in options.background]
    jobs += [source(settings, api, service, options), service.keep_tidy(), stop.wait()]
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _polling(_: Settings, api: Api, service: UpdateIntake, options: Options) -> None:
    """Poll, with a watchdog beside it."""
    timing, faults = options.timing, options.faults
    with _starting():
        await api.delete_webhook(drop_pending_updates=False)
    pulse = Pulse(asyncio.get_running_loop().time)
    poller = Poller(api, service.take, pulse, faults, seconds=timing.poll, backoff=timing.poll_backoff)
    dog = asyncio.create_task(watch(pulse, timing.stalled_after, lambda: faults.count("Stalled")))
    _log.info("polling")
    try:
        await poller.run()
    finally:
        dog.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await dog


async def _webhook(settings: Settings, api: Api, service: UpdateIntake, options: Options) -> None:
    """Listen, then tell Telegram where. Stays until cancelled.

    Raises:
        CannotStartError: if there is no secret, or Telegram does not accept the address.
    """
    url, secret = settings.webhook_url or "", settings.webhook_secret
    if not secret:
        raise CannotStartError("设了 BOT_WEBHOOK_URL 就必须设 BOT_WEBHOOK_SECRET。")
    hook = webhook_hook(service.take, secret, options.faults)
    mount = options.mount or _alone(settings)
    async with mount(hook):
        _log.info("listening for the webhook")
        with _starting():
            await api.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, drop_pending_updates=False)
        await asyncio.Event().wait()


def _alone(settings: Settings) -> Mount:
    """A server of the bot's own, on the path that Telegram is told."""
    host, port = settings.webhook_listen
    return lambda hook: listening(host, port, {urlsplit(settings.webhook_url or "").path or "/": hook})


@contextlib.contextmanager
def _starting() -> Iterator[None]:
    try:
        yield
    except TelegramError as error:
        what = f"Telegram 没有接受启动设置（{kind_of(error)}）。"
        raise CannotStartError(f"{what}请检查网络、令牌和 BOT_WEBHOOK_URL。") from None


async def _publish(api: Api, settings: Settings, options: Options) -> None:
    """Set the command menus. The bot works without them, so a failure is only counted."""
    extra = options.extension.commands if options.extension is not None else ()
    try:
        await publish_commands(api, settings.admin_ids, extra)
    except TelegramError as error:
        options.faults.count(kind_of(error))
        _log.warning("the command menus could not be set: %s", kind_of(error))


def _stop_signal() -> asyncio.Event:
    """An event that SIGTERM and Ctrl-C raise, where the system can do that."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
