"""A Bot API server on loopback: real HTTP, the real API's rules, and its faults on demand."""

from __future__ import annotations

import asyncio
import email
import json
import urllib.parse
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.channels.loopback import Loopback
from tests.channels.telegram.rules import Params, RefusedError, bad, read, shown_text

TOKEN = "123456789:" + "emulated-bot-token-" * 2
ME: dict[str, Any] = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "frontline_bot"}
CUT = 0
"""The status of an answer that breaks off."""
WAIT_SECONDS = 20.0
"""How long a test waits for what must happen before it fails; nothing ever waits that long when all is well."""


@dataclass(frozen=True)
class Call:
    """A request that was made, with what came of it: the result, the refusal, or a fault that was asked for."""

    method: str
    params: Params
    result: Any = None
    refused: RefusedError | None = None
    injected: bool = False

    @property
    def granted(self) -> bool:
        """Whether it was done."""
        return self.refused is None and not self.injected


@dataclass
class Fault:
    """What a request meets instead of an answer. ``raw`` is (status, body); with ``hang`` nothing is answered.

    With ``cut`` the connection breaks off in the middle of the answer.
    ``after`` does what was asked first. ``when`` picks requests by their parameters.
    """

    method: str
    refusal: RefusedError | None = None
    raw: tuple[int, bytes] | None = None
    hang: bool = False
    cut: bool = False
    after: bool = False
    times: int = 1
    when: Callable[[Params], bool] = lambda _: True
    met: int = 0


@dataclass
class Emulator:
    """The state of the server: updates not yet acknowledged, messages, commands, and every call."""

    pending: deque[dict[str, Any]] = field(default_factory=deque)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    open_callbacks: set[str] = field(default_factory=set)
    open_inline: set[str] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    webhook: Params | None = None
    record: bool = True
    _numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 1 << 40)))
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _poll: asyncio.Event | None = None
    _server: Loopback | None = None
    url: str = ""

    async def start(self, port: int = 0) -> None:
        """Listen on loopback."""
        application = Starlette(routes=[Route("/bot{token}/{method}", self._handle, methods=["POST"])])
        self._server = Loopback(application)
        self.url = await self._server.start(port)

    async def stop(self) -> None:
        """Stop listening, and let go of whoever waits."""
        for fault in self.faults:
            fault.hang = False
        self.wake()
        if self._poll is not None:
            self._poll.set()
        if self._server is not None:
            await self._server.stop()

    def number(self) -> int:
        """A fresh number, rising: for messages, updates and queries."""
        return next(self._numbers)

    def push(self, kind: str, content: dict[str, Any]) -> int:
        """An update for the bot. Its number."""
        number = self.number()
        self.pending.append({"update_id": number, kind: content})
        self.wake()
        return number

    def fail(self, method: str, **how: Any) -> Fault:
        """From now on, so many requests of a method meet a fault."""
        fault = Fault(method, **how)
        self.faults.append(fault)
        return fault

    async def until_slowly(self, condition: Callable[[], bool]) -> None:
        """Wait for something a process of its own does, which has to start first."""
        await self.until(condition, 5 * WAIT_SECONDS)

    def waiting_polls(self) -> int:
        """How many requests for updates are being held open."""
        return int(self._poll is not None)

    async def until(self, condition: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def made(self, method: str) -> list[Call]:
        """Requests of a method that were granted."""
        return [call for call in self.calls if call.method == method and call.granted]

    def refused(self) -> list[Call]:
        """Requests refused for breaking the rules."""
        return [call for call in self.calls if call.refused is not None]

    def shown(self, chat: int) -> list[Params]:
        """What a chat has been shown, in order: messages and pictures sent, and edits of text, as they were at the time."""
        shows = ("sendMessage", "sendPhoto", "editMessageText")
        made = (call for call in self.calls if call.method in shows and call.granted)
        return [call.result for call in made if call.params["chat_id"] == chat]

    async def answer(self, method: str, raw: dict[str, str | bytes]) -> tuple[int, bytes]:
        """Handle one request."""
        params: Params = dict(raw)
        try:
            params = read(method, raw)
            fault = next((f for f in self.faults if f.method == method and f.met < f.times and f.when(params)), None)
            if fault is not None:
                return await self._meet(fault, method, params)
            result = await getattr(self, "_" + method)(params)
        except RefusedError as refusal:
            self._note(Call(method, params, refused=refusal))
            return refusal.status, refusal.json()
        self._note(Call(method, params, result))
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _handle(self, request: Request) -> Response:
        if request.path_params["token"] != TOKEN:
            return Response(RefusedError(401, "Unauthorized").json(), 401, media_type="application/json")
        try:
            raw = fields_of(request.headers.get("content-type", ""), await request.body())
        except ClientDisconnect:  # Closed connections are part of the game.
            return Response()
        status, body = await self.answer(request.path_params["method"], raw)
        if status == CUT:
            return Cut(content=body)
        return Response(body, status, media_type="application/json")

    async def _meet(self, fault: Fault, method: str, params: Params) -> tuple[int, bytes]:
        fault.met += 1
        if fault.after:
            await getattr(self, "_" + method)(params)
        self._note(Call(method, params, injected=True))
        while fault.hang:
            self._changed.clear()
            await self._changed.wait()
        if fault.cut:
            return CUT, b'{"ok":'
        if fault.refusal is not None:
            return fault.refusal.status, fault.refusal.json()
        return fault.raw or (502, b"<html>Bad Gateway</html>")

    def _note(self, call: Call) -> None:
        if self.record or not call.granted:
            self.calls.append(call)
        self.wake()

    def wake(self) -> None:
        """Let those who wait look again."""
        self._changed.set()

    async def _getMe(self, params: Params) -> Any:  # noqa: N802
        return ME

    async def _getUpdates(self, params: Params) -> Any:  # noqa: N802
        if self.webhook:
            raise RefusedError(409, "Conflict: can't use getUpdates method while webhook is active")
        if self._poll is not None:
            self._poll.set()
        mine = self._poll = asyncio.Event()
        self.wake()
        offset = params.get("offset")
        while offset is not None and self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()
        self.wake()
        loop = asyncio.get_running_loop()
        deadline = loop.time() + params.get("timeout", 0)
        while not self.pending and loop.time() < deadline and not mine.is_set():
            await self._news(mine, deadline - loop.time())
        if mine.is_set():
            raise RefusedError(409, "Conflict: terminated by other getUpdates request")
        self._poll = None
        return list(self.pending)[: params.get("limit", 100)]

    async def _news(self, mine: asyncio.Event, seconds: float) -> None:
        self._changed.clear()
        waiter = asyncio.create_task(self._changed.wait())
        other = asyncio.create_task(mine.wait())
        await asyncio.sleep(0)  # Until both wait, news may come and be cleared unseen.
        if not self.pending:
            await asyncio.wait((waiter, other), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        waiter.cancel()
        other.cancel()

    async def _setWebhook(self, params: Params) -> Any:  # noqa: N802
        self.webhook = params
        return True

    async def _deleteWebhook(self, params: Params) -> Any:  # noqa: N802
        self.webhook = None
        return True

    async def _getWebhookInfo(self, params: Params) -> Any:  # noqa: N802
        url = self.webhook["url"] if self.webhook else ""
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self.pending)}

    async def _setMyCommands(self, params: Params) -> Any:  # noqa: N802
        return True

    async def _sendMessage(self, params: Params) -> Any:  # noqa: N802
        chat = params["chat_id"]
        if chat in self.migrated:
            why = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(400, why, {"migrate_to_chat_id": self.migrated[chat]})
        reply = params.get("reply_parameters")
        if reply and (chat, reply["message_id"]) not in self.messages and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        number = self.number()
        message = {"message_id": number, "date": 1_700_000_000, "chat": chat_of(chat), "from": ME, **_content(params)}
        if "message_thread_id" in params:
            message |= {"message_thread_id": params["message_thread_id"], "is_topic_message": True}
        if "reply_markup" in params:
            message["reply_markup"] = params["reply_markup"]
        if self.record:
            self.messages[chat, number] = message
        return dict(message)

    _sendPhoto = _sendMessage  # noqa: N815

    async def _editMessageReplyMarkup(self, params: Params) -> Any:  # noqa: N802
        message = self.messages.get((params["chat_id"], params["message_id"]))
        if message is None or message["from"]["id"] != ME["id"]:
            raise bad("message to edit not found")
        if params.get("reply_markup") == message.get("reply_markup"):
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message.pop("reply_markup", None)
        if "reply_markup" in params:
            message["reply_markup"] = params["reply_markup"]
        return dict(message)

    async def _editMessageText(self, params: Params) -> Any:  # noqa: N802
        message = self.messages.get((params["chat_id"], params["message_id"]))
        if message is None or message["from"]["id"] != ME["id"]:
            raise bad("message to edit not found")
        text, markup = shown_text(params), params.get("reply_markup")
        if (text, markup) == (message["text"], message.get("reply_markup")):
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message["text"] = text
        message.pop("reply_markup", None)
        if markup is not None:
            message["reply_markup"] = markup
        return dict(message)

    async def _deleteMessage(self, params: Params) -> Any:  # noqa: N802
        if self.messages.pop((params["chat_id"], params["message_id"]), None) is None:
            raise bad("message to delete not found")
        return True

    async def _answerCallbackQuery(self, params: Params) -> Any:  # noqa: N802
        if str(params["callback_query_id"]) not in self.open_callbacks:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self.open_callbacks.discard(str(params["callback_query_id"]))
        return True

    async def _answerInlineQuery(self, params: Params) -> Any:  # noqa: N802
        if str(params["inline_query_id"]) not in self.open_inline:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self.open_inline.discard(str(params["inline_query_id"]))
        return True


def fields_of(content_type: str, body: bytes) -> dict[str, str | bytes]:
    """The fields of a form, files as bytes."""
    if not content_type.startswith("multipart/"):
        return dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
    parsed = email.message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    found: dict[str, str | bytes] = {}
    for part in parsed.walk():
        name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            found[name] = content if part.get_filename() else content.decode()
    return found


def _content(params: Params) -> dict[str, Any]:
    """What a message shows: words, or a picture."""
    if "photo" not in params:
        return {"text": shown_text(params)}
    sizes = [{"file_id": "p", "file_unique_id": "p", "width": 1080, "height": 1500}]
    return {"photo": sizes, "caption": params.get("caption", "")}


class Cut(Response):
    """An answer that promises more than it holds."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Begin, and break off."""
        headers = [(b"content-length", b"1000"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": bytes(self.body), "more_body": True})


def chat_of(chat: int) -> dict[str, Any]:
    """A chat by its id: people have positive ids, groups negative ones."""
    if chat > 0:
        return {"id": chat, "type": "private", "first_name": "X"}
    return {"id": chat, "type": "supergroup", "title": "G"}
