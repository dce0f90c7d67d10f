"""Who writes, without who it is: WeChat's id of a person enters the database as a keyed hash only."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

_NAME = "wechat.key"
_BYTES = 32


def person_of(openid: str, key: bytes) -> str:
    """What a person is known by in the database; without the key nobody can tell whose it is."""
    return hmac.new(key, openid.encode(), hashlib.sha256).hexdigest()


def own_key(data_dir: Path) -> bytes:
    """The key of this installation, made at the first call, for this account's eyes only.

    Raises:
        OSError: if it can be neither read nor made.
        ValueError: if the file holds something else.
    """
    path = data_dir / _NAME
    if not path.exists():
        _make(path)
    key = path.read_bytes()
    if len(key) != _BYTES:
        raise ValueError(f"{path} 不是 {_BYTES} 个字节，不能用；删掉它会重新生成，微信里说过的情况要重说一遍")
    return key


def _make(path: Path) -> None:
    """Written aside and renamed, so that a kill leaves no half a key."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
