"""The webhook: who may deliver, what is acknowledged, what is refused."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.channels.hook import HookRequest
from bot.channels.telegram.api import CannotStartError
from bot.compiled.snapshot import Snapshot
from tests.channels.loopback import free_port
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, Running, running
from tests.channels.telegram.rules import RefusedError

SECRET = "a-secret-of-sixteen-and-more"
URL = "https://bot.example/hook"


class Hook:
    """Delivers updates the way Telegram does."""

    def __init__(self, emulator: Emulator, port: int, bot: Running) -> None:
        self.emulator, self.port, self.bot = emulator, port, bot

    async def post(self, body: bytes, secret: str | None = SECRET, path: str = "/hook") -> int:
        """One delivery. The status."""
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with httpx.AsyncClient(trust_env=False) as client:
            return (await client.post(f"http://127.0.0.1:{self.port}{path}", content=body, headers=headers)).status_code

    def update(self, text: str) -> dict[str, Any]:
        """What a person says, as an update to deliver."""
        Person(self.emulator, 8).says(text)
        return self.emulator.pending.pop()


@pytest_asyncio.fixture
async def hook(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> AsyncIterator[Hook]:
    """A bot that has told Telegram its webhook."""
    port = free_port()
    settings = {"webhook_url": URL, "webhook_listen": ("127.0.0.1", port), "webhook_secret": SECRET}
    async with running(emulator, snapshot, tmp_path, **settings) as it:
        await emulator.until(lambda: bool(emulator.webhook))
        yield Hook(emulator, port, it)


async def test_the_webhook_is_set_with_its_secret(hook: Hook, emulator: Emulator) -> None:
    assert emulator.webhook is not None
    assert (emulator.webhook["url"], emulator.webhook["secret_token"]) == (URL, SECRET)
    assert emulator.made("getUpdates") == []


async def test_a_delivery_is_answered(hook: Hook, emulator: Emulator) -> None:
    assert await hook.post(json.dumps(hook.update("心理热线多少")).encode()) == 200
    assert "心理" in (await Person(emulator, 8).hears()).text


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "é"])
async def test_a_delivery_without_the_secret_is_refused(hook: Hook, emulator: Emulator, secret: str | None) -> None:
    update = json.dumps(hook.update("心理热线多少")).encode()
    async with httpx.AsyncClient(trust_env=False) as client:
        headers = [] if secret is None else [(b"X-Telegram-Bot-Api-Secret-Token", secret.encode())]
        answer = await client.post(f"http://127.0.0.1:{hook.port}/hook", content=update, headers=headers)
    assert answer.status_code == 403
    assert hook.bot.faults.counts()["WebhookSecret"] == 1
    assert emulator.made("sendMessage") == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'"x"', b'{"update_id": null}', b"\xff"])
async def test_what_is_no_update_is_refused(hook: Hook, body: bytes) -> None:
    assert await hook.post(body) == 400


async def test_other_paths_and_huge_bodies_are_refused(hook: Hook) -> None:
    assert await hook.post(b"{}", path="/other") == 404
    with suppress(httpx.RequestError):  # The connection may be closed before all of it is sent.
        assert await hook.post(b"x" * (1 << 20) + b"x") in (400, 413)


async def test_a_delivery_that_comes_twice_is_answered_once(hook: Hook, emulator: Emulator) -> None:
    update = json.dumps(hook.update("心理热线多少")).encode()
    assert [await hook.post(update), await hook.post(update)] == [200, 200]
    person = Person(emulator, 8)
    await person.hears()
    assert await hook.post(json.dumps(hook.update("/ask")).encode()) == 200
    assert "/ask" in (await person.hears()).text


async def test_no_webhook_without_a_secret(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    how: dict[str, Any] = {"webhook_url": URL, "webhook_listen": ("127.0.0.1", free_port())}
    async with running(emulator, snapshot, tmp_path, **how, expects=CannotStartError) as it:
        assert "BOT_WEBHOOK_SECRET" in str(await it.ended())


async def test_a_webhook_telegram_refuses_ends_the_bot(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    emulator.fail("setWebhook", refusal=RefusedError(400, "Bad Request: bad webhook"))
    how: dict[str, Any] = {"webhook_url": URL, "webhook_listen": ("127.0.0.1", free_port()), "webhook_secret": SECRET}
    async with running(emulator, snapshot, tmp_path, **how, expects=CannotStartError) as it:
        assert "BOT_WEBHOOK_URL" in str(await it.ended())


@pytest.mark.parametrize("instead", ["", "https://elsewhere.example/hook"])
async def test_a_webhook_taken_away_is_set_again_and_said(
    hook: Hook, emulator: Emulator, instead: str, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.webhook = {"url": instead} if instead else None
    await emulator.until(lambda: emulator.webhook is not None and emulator.webhook["url"] == URL)
    assert hook.bot.faults.counts()["WebhookTakenAway"] == 1
    assert [record for record in caplog.records if "另有程序" in record.getMessage()]


async def test_a_server_that_is_already_there_gets_the_hook(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    given: list[Any] = []

    @asynccontextmanager
    async def mount(hook: Any) -> AsyncIterator[None]:
        given.append(hook)
        try:
            yield
        finally:
            given.clear()

    async with running(
        emulator, snapshot, tmp_path, webhook_url=URL, webhook_secret=SECRET, mount=mount
    ):
        await emulator.until(lambda: bool(emulator.webhook))
        Person(emulator, 8).says("心理热线多少")
        body = json.dumps(emulator.pending.pop()).encode()
        headers = {"x-telegram-bot-api-secret-token": SECRET}
        assert (await given[0](HookRequest("POST", headers, {}, body))).status == 200
        assert (await given[0](HookRequest("GET", headers, {}, body))).status == 405
        assert "心理" in (await Person(emulator, 8).hears()).text
    assert given == []
