"""WeChat's requests: only what WeChat signed and sealed for this account, and lately, gets in."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot.administration.fault_counter import FaultCounter
from bot.channels.hook import HookRequest, HookResponse
from bot.channels.wechat.envelope import MalformedError, is_signed, read_fields, sealed_reply, signature, text_reply
from bot.channels.wechat.openid import own_key, person_of
from bot.channels.wechat.posted import Posted, read_posted
from bot.channels.wechat.seal import Seal, SealError
from bot.channels.wechat.wechat_service import WechatDeps, WechatService
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.settings import WechatSettings
from bot.storage.database import Database
from bot.storage.person_sessions import PersonStore

_log = logging.getLogger(__name__)
_FRESH_SECONDS = 300
_STAMP = re.compile(r"[0-9]{1,12}")
_MAX_BODY_BYTES = 1 << 16
_LONGEST_ECHO = 256
_NOTHING = HookResponse(200, b"success")
"""What WeChat takes for an answer that says nothing; anything else but XML it shows as a failure."""


class RefusedError(Exception):
    """A request that does not get in: with this status, counted as this kind."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(kind)
        self.status = status
        self.kind = kind


class _Letter(NamedTuple):
    """A message and the key its answer is to be sealed with, if it came sealed."""

    message: bytes
    key: bytes | None


def wechat_hook(
    settings: WechatSettings,
    data_dir: Path,
    database: Database,
    snapshot: Callable[[], Snapshot],
    *,
    faults: FaultCounter | None = None,
    declined: Callable[[str], Awaitable[object]] | None = None,
    answered: Callable[[Reply], None] | None = None,
    judged: Callable[[bool], None] | None = None,
    today: Callable[[], date] = date.today,
    clock: Callable[[], float] = time.time,
    key: bytes | None = None,
) -> WechatHook:
    """The hook to be reached by WeChat, at one path by GET and POST. ``database`` must be open when requests come.

    ``key`` is what people are known by; without it, the data folder's own. Whoever mounts it runs
    ``wechat_service.keep_tidy`` alongside, on a ``PersonStore`` of the same database.

    Raises:
        OSError, ValueError: if the key file in the data folder cannot be used.
    """
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)  # it would log what is stored
    known_by = own_key(data_dir) if key is None else key
    counted = faults or FaultCounter()
    store = PersonStore(database)
    deps = WechatDeps(
        store, snapshot, lambda openid: person_of(openid, known_by), counted, declined, answered, today, judged
    )
    if _seal_of(settings) is None:
        _log.warning("WeChat in plain mode: bodies are not signed, fit for a test account only")
    return WechatHook(settings, WechatService(deps), counted, clock)


class WechatHook:
    """Answers requests."""

    def __init__(
        self, settings: WechatSettings, service: WechatService, faults: FaultCounter, clock: Callable[[], float]
    ) -> None:
        self._token = settings.token
        self._seal = _seal_of(settings)
        self._service = service
        self._faults = faults
        self._clock = clock

    def forget_elsewhere(self, person: str) -> None:
        """Another program on the same database was asked to forget a person."""
        self._service.forget_elsewhere(person)

    async def __call__(self, request: HookRequest) -> HookResponse:
        """The handshake by GET, a message by POST. 403: not WeChat's, or stale; 400: no message; 405, 413."""
        try:
            if request.method not in ("GET", "POST"):
                raise RefusedError(405, "WechatMethod")
            self._check(request)
            if request.method == "GET":
                return _echo(request.query.get("echostr", ""))
            letter = self._letter(request)
            posted = _posted(letter.message)
            content = await self._service.answer(posted)
            return _NOTHING if content is None else self._reply(posted, content, letter.key)
        except RefusedError as refused:
            self._faults.count(refused.kind)
            return HookResponse(refused.status)

    def _check(self, request: HookRequest) -> None:
        """Refuse what is not signed with our token, and what was signed long ago."""
        query = request.query
        stamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        if not is_signed(query.get("signature", ""), self._token, stamp, nonce):
            raise RefusedError(403, "WechatSignature")
        if not _STAMP.fullmatch(stamp) or abs(self._clock() - int(stamp)) > _FRESH_SECONDS:
            raise RefusedError(403, "WechatStale")

    def _letter(self, request: HookRequest) -> _Letter:
        """The message of a request. With a key set only what is sealed counts, whatever stands beside it."""
        if len(request.body) > _MAX_BODY_BYTES:
            raise RefusedError(413, "WechatTooLarge")
        if self._seal is None:
            return _Letter(request.body, None)
        sealed = _fields(request.body).get("Encrypt", "")
        if not sealed:
            raise RefusedError(403, "WechatPlain")
        query = request.query
        parts = (self._token, query.get("timestamp", ""), query.get("nonce", ""), sealed)
        if not is_signed(query.get("msg_signature", ""), *parts):
            raise RefusedError(403, "WechatSignature")
        try:
            return _Letter(*self._seal.open(sealed))
        except SealError as error:
            raise RefusedError(403, "WechatSeal") from error

    def _reply(self, posted: Posted, content: str, key: bytes | None) -> HookResponse:
        now = int(self._clock())
        message = text_reply(posted.openid, posted.account, now, content)
        if self._seal is not None and key is not None:
            sealed, nonce = self._seal.close(message, key, secrets.token_bytes(16)), secrets.token_hex(8)
            message = sealed_reply(sealed, signature(self._token, str(now), nonce, sealed), str(now), nonce)
        return HookResponse(200, message, "application/xml; charset=utf-8")


def _seal_of(settings: WechatSettings) -> Seal | None:
    """None in plain mode."""
    if settings.aes_key is None or settings.appid is None:
        return None
    return Seal(settings.appid, settings.aes_key, settings.previous_key)


def _echo(text: str) -> HookResponse:
    """What WeChat wants back to see that the address is ours."""
    if not (text.isascii() and text.isprintable() and len(text) <= _LONGEST_ECHO):
        raise RefusedError(400, "WechatMalformed")
    return HookResponse(200, text.encode())


def _posted(message: bytes) -> Posted:
    try:
        return read_posted(_fields(message))
    except MalformedError as error:
        raise RefusedError(400, "WechatMalformed") from error


def _fields(body: bytes) -> dict[str, str]:
    try:
        return dict(read_fields(body))
    except MalformedError as error:
        raise RefusedError(400, "WechatMalformed") from error
