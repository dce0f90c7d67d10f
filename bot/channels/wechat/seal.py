"""WeChat's encryption of messages: AES-256-CBC under the account's key, with the account's AppID sealed in."""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

_BLOCK = 32
"""What plain text is filled up to; twice the cipher's own block."""

_SALT = 16
_LENGTH = 4


class SealError(Exception):
    """Not sealed for this account, or not by WeChat."""


class Opened(NamedTuple):
    """A message and the key that opened it: the reply is sealed with the same."""

    message: bytes
    key: bytes


class Seal:
    """Opens with the current key or the previous one, as WeChat goes on using it for a while after a change."""

    def __init__(self, appid: str, key: str, previous: str | None = None) -> None:
        self._appid = appid.encode()
        self._keys = [_key_of(text) for text in (key, previous) if text]

    def open(self, sealed: str) -> Opened:
        """What was sealed.

        Raises:
            SealError: if no key opens it, or it is for another account.
        """
        try:
            data = base64.b64decode(sealed, validate=True)
        except (binascii.Error, ValueError) as error:
            raise SealError from error
        for key in self._keys:
            message = self._message(_decrypted(data, key))
            if message is not None:
                return Opened(message, key)
        raise SealError

    def close(self, message: bytes, key: bytes, salt: bytes) -> str:
        """A message sealed; ``salt`` are 16 random bytes."""
        plain = salt + len(message).to_bytes(_LENGTH, "big") + message + self._appid
        fill = _BLOCK - len(plain) % _BLOCK
        encryptor = Cipher(AES(key), CBC(key[:_SALT])).encryptor()
        sealed = encryptor.update(plain + bytes([fill]) * fill) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def _message(self, plain: bytes) -> bytes | None:
        """The message in what a key made of it; None if it is not in order or names another account."""
        fill = plain[-1] if plain else 0
        if not 1 <= fill <= _BLOCK or len(plain) < _SALT + _LENGTH + fill:
            return None
        content = plain[_SALT:-fill]
        size = int.from_bytes(content[:_LENGTH], "big")
        message, appid = content[_LENGTH : _LENGTH + size], content[_LENGTH + size :]
        return message if hmac.compare_digest(appid, self._appid) else None


def _decrypted(data: bytes, key: bytes) -> bytes:
    """Empty if it cannot have been encrypted so."""
    if not data or len(data) % _SALT:
        return b""
    decryptor = Cipher(AES(key), CBC(key[:_SALT])).decryptor()
    return decryptor.update(data) + decryptor.finalize()


def _key_of(text: str) -> bytes:
    """The key the platform shows as 43 characters."""
    return base64.b64decode(f"{text}=")
