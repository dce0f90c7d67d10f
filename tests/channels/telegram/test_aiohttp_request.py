"""What the client of the Bot API makes of every fault of the line: whether the request may have arrived; and which way it takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData

from bot.channels.telegram import aiohttp_request
from bot.channels.telegram.aiohttp_request import AiohttpRequest, make_request, proxy_for
from bot.channels.telegram.fault_meaning import may_have_arrived
from bot.channels.telegram.log_redaction import without_words

SOON, LONG = 0.1, 20.0
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


@asynccontextmanager
async def answering(*answers: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A server that answers each request on a connection with the next of these, then closes it; what it was asked."""
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            heard.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(answer)
            await writer.drain()
        writer.close()

    async with _listening(serve) as url:
        yield url, heard


@asynccontextmanager
async def hanging() -> AsyncIterator[tuple[str, asyncio.Event]]:
    """A server that never answers; and the event that somebody has asked."""
    asked, over = asyncio.Event(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        asked.set()
        await over.wait()
        writer.close()

    async with _listening(serve) as url:
        yield url, asked
        over.set()


@asynccontextmanager
async def _listening(serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[str]:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot1:t/sendMessage"
    server.close()


@asynccontextmanager
async def client(timeout: float = LONG, proxy: str | None = None) -> AsyncIterator[AiohttpRequest]:
    """A client with one connection."""
    request = AiohttpRequest(1, timeout, proxy)
    async with request:
        yield request


async def fault_of(url: str, timeout: float = LONG, proxy: str | None = None) -> TelegramError:
    """What a request comes to."""
    async with client(timeout, proxy) as request:
        with pytest.raises(TelegramError) as caught:
            await request.do_request(url, "POST")
    return caught.value


async def test_nobody_listens() -> None:
    async with answering() as (url, _):
        pass
    fault = await fault_of(url)
    assert type(fault) is NetworkError
    assert not may_have_arrived(fault)


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", b"HTTP/1.1 20", b"no http\r\n\r\n"])
async def test_the_line_breaks_before_all_of_the_answer_is_there(answer: bytes) -> None:
    async with answering(answer) as (url, heard):
        fault = await fault_of(url)
    assert type(fault) is NetworkError
    assert may_have_arrived(fault)
    assert len(heard) == 1, "it is not for the client to send it again"


async def test_no_answer_comes() -> None:
    async with hanging() as (url, _):
        fault = await fault_of(url, SOON)
    assert type(fault) is TimedOut
    assert may_have_arrived(fault)


async def test_no_connection_becomes_free() -> None:
    async with hanging() as (url, asked), client(SOON) as request:
        first = asyncio.create_task(request.do_request(url, "POST", read_timeout=LONG, write_timeout=LONG))
        await asked.wait()
        with pytest.raises(TimedOut) as caught:
            await request.do_request(url, "POST")
        assert not may_have_arrived(caught.value)
        first.cancel()
        await asyncio.wait([first])


async def test_a_proxy_lets_nothing_through() -> None:
    async with answering(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n") as (proxy, heard):
        fault = await fault_of("https://api.telegram.org/bot1:t/sendMessage", proxy=proxy)
    assert heard[0].startswith(b"CONNECT api.telegram.org:443")
    assert type(fault) is NetworkError
    assert not may_have_arrived(fault)


async def test_a_proxy_is_told_who_asks() -> None:
    async with answering(OK) as (url, heard), client(proxy=url.replace("//", "//me:secret@").rpartition("/bot")[0]) as request:
        assert await request.do_request("http://telegram.invalid/getMe", "POST") == (200, b"ok")
    assert heard[0].startswith(b"POST http://telegram.invalid/getMe ")
    assert b"proxy-authorization: basic bwu6c2vjcmv0" in heard[0].lower()


async def test_a_login_page_is_not_followed() -> None:
    page = b"HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n"
    async with answering(page, OK) as (url, heard), client() as request:
        assert (await request.do_request(url, "POST"))[0] == 302
    assert len(heard) == 1


async def test_it_can_be_begun_again_and_not_used_in_between() -> None:
    async with answering(OK) as (url, _):
        request = AiohttpRequest(1, LONG)
        for _ in range(2):
            async with request:
                assert await request.do_request(url, "POST", RequestData()) == (200, b"ok")
            with pytest.raises(RuntimeError):
                await request.do_request(url, "POST")


@pytest.mark.parametrize(
    ("environment", "proxy"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "http://p:1"}, "http://p:1"),
        ({"https_proxy": "p:1"}, "http://p:1"),
        ({"HTTP_PROXY": "http://p:1"}, None),
        ({"ALL_PROXY": "http://p:1"}, "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "HTTPS_PROXY": "http://q:1"}, "http://q:1"),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "telegram.org"}, None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "*"}, None),
        ({"HTTPS_PROXY": "HTTP://Me:Secret@p:1"}, "http://Me:Secret@p:1"),
        ({"ALL_PROXY": "SOCKS5://p:1"}, "socks5://p:1"),
    ],
)
def test_the_way_is_the_environments(environment: dict[str, str], proxy: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    _only(environment, monkeypatch)
    assert proxy_for("https://api.telegram.org") == proxy


@pytest.mark.parametrize(
    ("bypassed", "proxy"), [("localhost:8081", None), ("localhost", None), ("localhost:8082", "http://p:1")]
)
def test_a_way_without_proxy_may_be_for_one_port(bypassed: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    _only({"HTTP_PROXY": "http://p:1", "NO_PROXY": bypassed}, monkeypatch)
    assert proxy_for("http://localhost:8081") == proxy


@pytest.mark.parametrize("proxy", ["socks5://p:1", "SOCKS5://p:1"])
def test_a_socks_proxy_is_left_to_the_librarys_own_client(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _only({"ALL_PROXY": proxy}, monkeypatch)
    monkeypatch.setattr(aiohttp_request, "HTTPXRequest", lambda **how: how)
    made = make_request("https://api.telegram.org", 32, 10.0)
    assert made["connection_pool_size"] == 32  # type: ignore[index]


@pytest.mark.parametrize(
    "fault",
    [
        aiohttp.InvalidURL("http://x/bot1:t/sendMessage"),
        aiohttp.ConnectionTimeoutError("Connection timeout to host http://x/bot1:t/sendMessage"),
        aiohttp.ClientOSError(104, "http://x/bot1:t/sendMessage"),
    ],
)
def test_an_address_in_a_fault_is_not_told(fault: aiohttp.ClientError) -> None:
    told = without_words(fault)
    assert type(fault).__name__ in told
    assert "bot1:t" not in told


def _only(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
