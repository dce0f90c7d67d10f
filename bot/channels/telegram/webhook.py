"""Receive updates by webhook. Telegram is told that one has arrived once it is stored; none without the secret."""

from __future__ import annotations

import hmac
import json
import logging

from bot.administration.fault_counter import FaultCounter
from bot.channels.hook import Hook, HookRequest, HookResponse
from bot.channels.telegram.polling import Take, inbox_entry
from bot.storage.database import StorageError

_log = logging.getLogger(__name__)
_HEADER = "x-telegram-bot-api-secret-token"


def webhook_hook(take: Take, secret: str, faults: FaultCounter) -> Hook:
    """What answers Telegram's requests, one update each.

    200: stored. 403: wrong secret. 405: not a POST. 400: no update. 503: try again later.
    """

    async def hook(request: HookRequest) -> HookResponse:
        if request.method != "POST":
            return HookResponse(405)
        if not hmac.compare_digest(request.headers.get(_HEADER, "").encode(), secret.encode()):
            faults.count("WebhookSecret")
            return HookResponse(403)
        try:
            entry = inbox_entry(json.loads(request.body))
        except (ValueError, KeyError, TypeError, RecursionError):
            faults.count("WebhookBody")
            return HookResponse(400)
        try:
            await take([entry])
        except StorageError as error:
            faults.count("Storage")
            if not error.told:
                _log.error("a received message could not be stored: %s", error, exc_info=error)
            return HookResponse(503)
        return HookResponse(200)

    return hook
