"""Request bodies: counted while they arrive, and given ten seconds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from bot.channels.http import web_wording
from bot.channels.http.request_errors import RequestError

MOST_BYTES = 16 * 1024
MOST_HOOK_BYTES = 1024 * 1024
SECONDS = 10.0
_MOST_FIELDS = 20
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"


async def read_body(request: Request, most: int = MOST_BYTES, seconds: float = SECONDS) -> bytes:
    """The body of a request.

    Raises:
        RequestError: 413 if it is larger than ``most`` bytes, 408 if it takes longer, 400 if it breaks off.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > most:
        raise RequestError(413, "too_large", web_wording.TOO_LARGE)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    raise RequestError(413, "too_large", web_wording.TOO_LARGE)
    except TimeoutError:
        raise RequestError(408, "too_slow", web_wording.TOO_SLOW) from None
    except ClientDisconnect:
        raise RequestError(400, "broken_off", web_wording.NOT_JSON) from None
    return bytes(body)


async def read_json(request: Request) -> dict[str, Any]:
    """The JSON object of a request.

    Raises:
        RequestError: 415 if it is said to be anything else, 400 if it is none; and as ``read_body``.
    """
    _require(request, _JSON)
    body = await read_body(request)
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_each_key_once)
    except (ValueError, RecursionError):
        raise RequestError(400, "not_json", web_wording.NOT_JSON) from None
    if not isinstance(value, dict):
        raise RequestError(400, "not_json", web_wording.NOT_JSON)
    return value


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of a form, the last of each name.

    Raises:
        RequestError: as ``read_json``.
    """
    _require(request, _FORM)
    body = await read_body(request)
    try:
        text = body.decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"))
    except ValueError:
        raise RequestError(400, "not_a_form", web_wording.NOT_A_FORM) from None


def readable(text: str) -> str:
    """A text that can be written as UTF-8: half of a character becomes a mark that stands for none.

    >>> readable("补\\ud800助")
    '补�助'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _require(request: Request, kind: str) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != kind:
        raise RequestError(415, "wrong_type", web_wording.WRONG_TYPE.format(kind=kind))


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; which of two values with one key is meant nobody can tell."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
