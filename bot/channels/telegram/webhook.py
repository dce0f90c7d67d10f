"""Receive updates by webhook. Telegram is told that one has arrived once it is stored; none without the secret."""

from __future__ import annotations

import hmac
import json
import logging
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.polling import Take, inbox_entry
from bot.storage.database import StorageError

_log = logging.getLogger(__name__)
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_MAX_BODY_BYTES = 1 << 20


class Receiver(RequestHandler):
    """One update a request."""

    def initialize(self, take: Take, secret: str, faults: FaultCounter) -> None:
        """Called by tornado for each request."""
        self._take = take
        self._secret = secret
        self._faults = faults

    async def post(self) -> None:
        """Check the secret, store the update, answer 200. 403: wrong secret; 400: no update; 503: try again later."""
        given = self.request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self._faults.count("WebhookSecret")
            self.set_status(403)
            return
        try:
            entry = inbox_entry(json.loads(self.request.body))
        except (ValueError, KeyError, TypeError):
            self._faults.count("WebhookBody")
            self.set_status(400)
            return
        try:
            await self._take([entry])
        except StorageError as error:
            self._faults.count("Storage")
            _log.error("a received message could not be stored", exc_info=error)
            self.set_status(503)

    def log_exception(self, *_: Any) -> None:
        """Tornado would log the request; what failed is logged elsewhere, without it."""
        self._faults.count("WebhookError")


def _silent(_: RequestHandler) -> None:
    """No log line for a request: it would hold addresses."""


def listen(host: str, port: int, path: str, secret: str, take: Take, faults: FaultCounter) -> HTTPServer:
    """Serve the webhook on an address; port 0 takes a free one.

    Raises:
        OSError: if the address cannot be listened on.
    """
    settings = {"take": take, "secret": secret, "faults": faults}
    application = Application([(path or "/", Receiver, settings)], log_function=_silent)
    server = HTTPServer(application, max_body_size=_MAX_BODY_BYTES, max_buffer_size=_MAX_BODY_BYTES)
    server.add_sockets(bind_sockets(port, host))
    return server
