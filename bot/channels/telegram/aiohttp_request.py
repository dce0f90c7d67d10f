"""Requests to the Bot API over aiohttp: a third of the processor time that the library's own client takes for them.

What the library asks of a client is kept: its time-outs, its number of connections, the proxies of the environment, the
certificates of httpx. Nothing is redirected and nothing is sent again: whether it may be is decided elsewhere, by the fault.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

_UPLOAD_SECONDS = 20.0
"""How long a file may take to be sent, as with the library's client."""

_IDLE_SECONDS = 5.0
"""A connection that has lain idle for longer is not used again: the server may be about to close it."""

_FORM = "application/x-www-form-urlencoded"


def make_request(address: str, places: int, timeout: float) -> BaseRequest:
    """A client for an address, with so many connections at most; ``timeout`` is in seconds, for each step of a request.

    Where a SOCKS proxy leads there it is the library's, which knows how if it was installed with ``[socks]``.

    Raises:
        RuntimeError: if that is not installed.
    """
    proxy = proxy_for(address)
    if proxy is not None and proxy.startswith("socks"):
        return HTTPXRequest(
            connection_pool_size=places,
            connect_timeout=timeout,
            read_timeout=timeout,
            write_timeout=timeout,
            pool_timeout=timeout,
        )
    return AiohttpRequest(places, timeout, proxy)


def proxy_for(address: str) -> str | None:
    """The proxy that the environment names for an address: HTTPS_PROXY or HTTP_PROXY, else ALL_PROXY, but for NO_PROXY."""
    parts = urlsplit(address)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    if parts.port is not None and proxy_bypass(f"{parts.hostname}:{parts.port}"):
        return None
    named = getproxies()
    proxy = named.get(parts.scheme) or named.get("all")
    if not proxy:
        return None
    scheme, mark, place = proxy.partition("://")
    return f"{scheme.lower()}{mark}{place}" if mark else f"http://{proxy}"


class AiohttpRequest(BaseRequest):
    """The library's extension point for another HTTP client."""

    def __init__(self, places: int, timeout: float, proxy: str | None = None) -> None:
        self._places, self._timeout, self._proxy = places, timeout, proxy
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How many seconds may pass between two pieces of an answer."""
        return self._timeout

    async def initialize(self) -> None:
        """Be ready for requests."""
        if self._session is None:
            connector = TCPConnector(
                limit=self._places, keepalive_timeout=_IDLE_SECONDS, ssl=httpx.create_ssl_context()
            )
            self._session = ClientSession(connector=connector, cookie_jar=DummyCookieJar(), proxy=self._proxy)

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make a request. The status and what was answered.

        Raises:
            telegram.error.TimedOut, telegram.error.NetworkError: with the fault chained.
        """
        if self._session is None:
            raise RuntimeError("not initialized")
        headers, body = _encoded(request_data)
        sending = self._timeout if request_data is None or not request_data.contains_files else _UPLOAD_SECONDS
        limits = _limits(
            pool=self._seconds(pool_timeout, self._timeout),
            connect=self._seconds(connect_timeout, self._timeout),
            write=self._seconds(write_timeout, sending),
            read=self._seconds(read_timeout, self._timeout),
        )
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except ClientError as error:  # What it says may hold the address, and that the token.
            raise NetworkError(f"aiohttp.{type(error).__name__}") from error

    def _seconds(self, given: object, usual: float) -> float | None:
        """A time-out of this request; None for none."""
        if given is BaseRequest.DEFAULT_NONE:
            return usual
        return float(given) if isinstance(given, (int, float)) else None


def _encoded(data: RequestData | None) -> tuple[dict[str, str], bytes | FormData | None]:
    """Headers and body: a form, with parts only where a file goes along."""
    headers = {"User-Agent": BaseRequest.USER_AGENT}
    if data is None or not data.parameters:
        return headers, None
    if not data.contains_files:
        return headers | {"Content-Type": _FORM}, data.url_encoded_parameters().encode()
    form = FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return headers, form


def _limits(*, pool: float | None, connect: float | None, write: float | None, read: float | None) -> ClientTimeout:
    """aiohttp knows no time-out for writing: it is in the bound for the whole request, which is the sum of all."""
    until_connected = pool + connect if pool is not None and connect is not None else None
    after = write + read if write is not None and read is not None else None
    total = until_connected + after if until_connected is not None and after is not None else None
    return ClientTimeout(total=total, connect=until_connected, sock_connect=connect, sock_read=read)
