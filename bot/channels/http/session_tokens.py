"""A conversation as a signed token: the visitor carries it, the server keeps nothing. JSON, zlib, HMAC, 24 hours."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import zlib
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from bot.model.session import Session, from_json, to_json

VALID_SECONDS = 24 * 3600
_CLOCKS_DIFFER_SECONDS = 300
_MOST_UNPACKED = 64 * 1024
_KEY_BYTES = 32
_MARK_BYTES = hashlib.sha256().digest_size
_TIME_BYTES = 8


class BadTokenError(Exception):
    """A token is not ours, or cannot be read any more."""


class SessionTokens:
    """Seals sessions and opens what comes back. ``now`` is seconds since 1970."""

    def __init__(self, key: bytes, now: Callable[[], float]) -> None:
        self._key, self._now = key, now

    def seal(self, session: Session) -> str:
        """A session as a token that is valid from now on."""
        issued = int(self._now()).to_bytes(_TIME_BYTES, "big")
        content = issued + zlib.compress(to_json(session).encode(), 9)
        return base64.urlsafe_b64encode(self._mark(content) + content).rstrip(b"=").decode()

    def open(self, token: str) -> Session:
        """The session of a token.

        Raises:
            BadTokenError: if it is forged, damaged, too old, too large, or of another version of the program.
        """
        content = self._verified(token)
        age = self._now() - int.from_bytes(content[:_TIME_BYTES], "big")
        if not -_CLOCKS_DIFFER_SECONDS <= age <= VALID_SECONDS:
            raise BadTokenError("expired")
        try:
            return from_json(_unpacked(content[_TIME_BYTES:]))
        except (zlib.error, ValidationError) as error:
            raise BadTokenError("unreadable") from error

    def _verified(self, token: str) -> bytes:
        try:
            raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadTokenError("malformed") from error
        mark, content = raw[:_MARK_BYTES], raw[_MARK_BYTES:]
        if len(content) <= _TIME_BYTES or not hmac.compare_digest(mark, self._mark(content)):
            raise BadTokenError("forged")
        return content

    def _mark(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, "sha256")


def _unpacked(data: bytes) -> str:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(data, _MOST_UNPACKED)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise BadTokenError("too large")
    return text.decode()


def session_key(data_dir: Path) -> bytes:
    """The key of this installation, made at the first start; for this account's eyes only.

    Raises:
        OSError: if it can be neither read nor made.
    """
    file = data_dir / "session.key"
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = file.read_bytes()
        if len(key) == _KEY_BYTES:
            return key
        handle = os.open(file, os.O_WRONLY | os.O_TRUNC)
    with os.fdopen(handle, "wb") as stream:
        key = secrets.token_bytes(_KEY_BYTES)
        stream.write(key)
    return key
