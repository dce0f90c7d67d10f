"""Run the Telegram bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from telegram import WebhookInfo
from telegram.error import TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.hook import Hook
from bot.channels.hook_server import listening
from bot.channels.picture_card import PictureCards
from bot.channels.telegram.admin_extension import Extension
from bot.channels.telegram.api import ALLOWED_UPDATES, ODD_SHAPE, Api, CannotStartError, insist, make_api
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.command_menu import publish_commands
from bot.channels.telegram.dependencies import Answered, Declined, Dependencies, DropDeclined, Judged
from bot.channels.telegram.fault_meaning import ODD_ANSWER, kind_of
from bot.channels.telegram.log_redaction import protect
from bot.channels.telegram.person_queues import Pace
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.retrying_sender import RetryingSender
from bot.channels.telegram.send_limits import Rates
from bot.channels.telegram.shared_intake import SharedIntake
from bot.channels.telegram.update_intake import UpdateIntake
from bot.channels.telegram.watchdog import Pulse, watch
from bot.channels.telegram.webhook import webhook_hook
from bot.compiled.snapshot import Snapshot
from bot.settings import Settings
from bot.stopping import LeftBehind, gone_soon
from bot.storage.database import Database, StorageError
from bot.storage.lanes import Lanes
from bot.storage.lock import AlreadyRunningError, InstanceLock
from bot.storage.shared_limits import SharedLimits
from bot.storage.turns import TurnStore

_log = logging.getLogger(__name__)
_CLOSING_SECONDS = 2.0
_LOOK_FOR_POLLER = 1.0
Background = Callable[[], Coroutine[Any, Any, None]]
Mount = Callable[[Hook], AbstractAsyncContextManager[None]]
"""Answers requests with a hook for as long as the context lasts."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long things may take, in seconds. Tests shorten it."""

    poll: int = 30
    request: float = 10.0
    start_backoff: Backoff = field(default_factory=lambda: Backoff(1.0, 30.0))
    backoff: Backoff = field(default_factory=Backoff)
    poll_backoff: Backoff = field(default_factory=lambda: Backoff(1.0, 30.0))
    stalled_after: float = 120.0
    second_try: float = 5.0
    look_at_webhook: float = 60.0
    grace: float = 4.0
    rates: Rates = field(default_factory=Rates)
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Options:
    """What the rest of the program adds: admin commands, who hears of declined questions and who counts, what makes pictures
    of cards, tasks that run alongside.

    ``mount`` puts the webhook into a web server that is already there; without it the bot listens by itself.
    """

    extension: Extension | None = None
    declined: Declined | None = None
    drop_declined: DropDeclined | None = None
    answered: Answered | None = None
    judged: Judged | None = None
    pictures: PictureCards | None = None
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
    lock = InstanceLock(settings.data_dir / f"telegram-{name}.lock")
    try:
        with contextlib.nullcontext() if database.shared else lock:
            return asyncio.run(_run(settings, snapshot, database, options or Options()))
    except AlreadyRunningError:
        return _refuse("用这个令牌的机器人已经在运行（数据目录里的锁被占着）。先停掉那一个，再启动。")


async def _run(settings: Settings, snapshot: Callable[[], Snapshot], database: Database, options: Options) -> int:
    asyncio.get_running_loop().set_default_executor(LeftBehind())
    try:
        await serve(settings, snapshot, database, options, _stop_signal())
    except CannotStartError as error:
        return _refuse(str(error))
    except StorageError as error:
        return _refuse(str(error))
    except OSError as error:
        _log.error("the bot cannot go on", exc_info=error)
        host, port = settings.webhook_listen
        return _refuse(f"监听不了 {host}:{port}（{error.strerror or error}）→ 换一个 BOT_WEBHOOK_LISTEN，或停掉占用它的程序")
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
    if not await _or_stopped(database.open_patiently(), stop):
        await database.close()
        return
    api = make_api(settings.token or "", settings.api_url, options.timing.request)
    try:
        if await _or_stopped(_identify(api, options), stop):
            async with _service(settings, api, snapshot, database, options) as service:
                await _until_stopped(settings, api, service, options, stop)
    finally:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING_SECONDS):
                await api.shutdown()
        await database.close()
        _log.info("stopped; faults since the start: %s", options.faults)


async def _identify(api: Api, options: Options) -> None:
    """Learn who the bot is."""
    await insist("starting", api.initialize, options.faults, options.timing.start_backoff)


async def _or_stopped(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> bool:
    """Do something unless told to stop first. Whether it is done."""
    task, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        return task.done() and not stop.is_set()
    finally:
        for one in (task, stopped):
            one.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)


@asynccontextmanager
async def _service(
    settings: Settings, api: Api, snapshot: Callable[[], Snapshot], database: Database, options: Options
) -> AsyncIterator[UpdateIntake]:
    """The service with everything at hand; at the end it finishes what it has begun."""
    me = api.bot.id
    salt = hashlib.sha256((settings.token or "").encode()).digest()
    limits = SharedLimits(database, salt) if database.shared else None
    lanes = Lanes(database.private_connection(), me) if database.shared else None
    deps = Dependencies(
        api=api,
        me=api.bot,
        store=TurnStore(database, me),
        sender=RetryingSender(
            options.faults,
            options.timing.backoff,
            rates=options.timing.rates,
            second_try_after=options.timing.second_try,
            shared=limits,
        ),
        faults=options.faults,
        snapshot=snapshot,
        today=options.today,
        store_backoff=options.timing.backoff,
        admins=settings.admin_ids,
        extension=options.extension,
        declined=options.declined,
        drop_declined=options.drop_declined,
        answered=options.answered,
        judged=options.judged,
        pictures=options.pictures,
        web_url=settings.web_url,
        lanes=lanes,
        limits=limits,
    )
    service = UpdateIntake(deps, options.timing.pace)
    _log.info("taken up from an earlier run: %d", await service.resume())
    try:
        yield service
    finally:
        await service.close(options.timing.grace)
        if lanes is not None:
            await lanes.close()


async def _until_stopped(
    settings: Settings, api: Api, service: UpdateIntake, options: Options, stop: asyncio.Event
) -> None:
    """Run the source of updates and what goes alongside, until told to stop or one of them fails."""
    source = _webhook if settings.webhook_url else _polling
    jobs: list[Coroutine[Any, Any, object]] = [job() for job in options.background]
    jobs += [source(settings, api, service, options), service.keep_tidy(), stop.wait()]
    if service.lanes is not None:
        shared = SharedIntake(service, service.lanes)
        jobs += [shared.run(), shared.listen()]
    tasks = [asyncio.create_task(job) for job in jobs]
    menus = asyncio.create_task(_publish(api, settings, options))
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in (*tasks, menus):
            task.cancel()
        await asyncio.gather(*tasks, menus, return_exceptions=True)


async def _polling(_: Settings, api: Api, service: UpdateIntake, options: Options) -> None:
    """Poll; where several programs answer for the bot, one of them polls, and another does when it dies."""
    if service.lanes is None:
        await _poll(api, service, options)
        return
    while True:
        await _until_polling_is(service.lanes, True)
        poll = asyncio.create_task(_poll(api, service, options))
        lost = asyncio.create_task(_until_polling_is(service.lanes, False))
        try:
            await asyncio.wait((poll, lost), return_when=asyncio.FIRST_COMPLETED)
            if poll.done():
                poll.result()
        finally:
            for task in (poll, lost):
                task.cancel()
            await asyncio.gather(poll, lost, return_exceptions=True)


async def _until_polling_is(lanes: Lanes, ours: bool) -> None:
    """Wait until polling is this program's affair, or no longer is."""
    while True:
        try:
            if await lanes.may_poll() is ours:
                return
        except StorageError:
            if not ours:
                return
        await asyncio.sleep(_LOOK_FOR_POLLER)
        if not ours and not lanes.polls:
            return


async def _poll(api: Api, service: UpdateIntake, options: Options) -> None:
    """Poll, with a watchdog beside it."""
    timing, faults = options.timing, options.faults
    delete = partial(api.delete_webhook, drop_pending_updates=False)
    await insist("taking the webhook away", delete, faults, timing.start_backoff)
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
        await _keep_webhook(api, url, secret, options)


async def _keep_webhook(api: Api, url: str, secret: str, options: Options) -> None:
    """Tell Telegram where, and look from time to time whether that still holds: whoever polls takes it away unseen."""
    timing, faults = options.timing, options.faults
    told = partial(
        api.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, drop_pending_updates=False
    )
    await insist("setting the webhook", told, faults, timing.start_backoff)
    while True:
        await asyncio.sleep(timing.look_at_webhook)
        info = await insist("looking at the webhook", api.get_webhook_info, faults, timing.start_backoff)
        if info.url != url:
            faults.count("WebhookTakenAway")
            _log.warning("webhook 被取消或改到了别处：另有程序在用同一个令牌。已重新设置；请只留一个程序")
            await insist("setting the webhook", told, faults, timing.start_backoff)
        elif info.last_error_message and info.last_error_date is not None:
            _tell_delivery_fault(info, timing.look_at_webhook, faults)


def _tell_delivery_fault(info: WebhookInfo, lately: float, faults: FaultCounter) -> None:
    """Telegram could not deliver since the last look: it says why."""
    ago = (datetime.now(UTC) - info.last_error_date).total_seconds() if info.last_error_date is not None else lately
    if ago < lately:
        faults.count("WebhookUnreachable")
        waiting = info.pending_update_count
        _log.warning("Telegram 送不到 webhook（%s），积压 %d 条；检查反向代理、证书和监听端口", info.last_error_message, waiting)


def _alone(settings: Settings) -> Mount:
    """A server of the bot's own, on the path that Telegram is told."""
    host, port = settings.webhook_listen
    return lambda hook: listening(host, port, {urlsplit(settings.webhook_url or "").path or "/": hook})


async def _publish(api: Api, settings: Settings, options: Options) -> None:
    """Set the command menus. The bot works without them, so a failure is only counted."""
    extra = options.extension.commands if options.extension is not None else ()
    try:
        await publish_commands(api, settings.admin_ids, extra)
    except (TelegramError, *ODD_SHAPE) as error:
        kind = kind_of(error) if isinstance(error, TelegramError) else ODD_ANSWER
        options.faults.count(kind)
        _log.warning("the command menus could not be set: %s", kind)


def _stop_signal() -> asyncio.Event:
    """An event that SIGTERM and Ctrl-C raise, where the system can do that; SIGHUP is for reloading, never for ending.

    Whatever then still hangs, the process is gone ten seconds later: all that matters is on disk before it is acknowledged.
    """
    stop = asyncio.Event()

    def told() -> None:
        stop.set()
        gone_soon()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, told)
    return stop
