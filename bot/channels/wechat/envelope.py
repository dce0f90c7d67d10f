"""What WeChat posts and what it takes back, as bytes: signatures and XML. Knows nothing of what is said."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

_FIELD_DEPTH = 2
"""Fields stand directly in the root; what is nested deeper belongs to events nobody answers."""

_DEEPEST = 8


class MalformedError(Exception):
    """A body that is not what WeChat posts."""


def signature(*parts: str) -> str:
    """How WeChat signs: its protocol's digest of the parts in order.

    >>> signature("token", "1700000000", "nonce")
    '39107cb7d8f4193b4cdcab0ec1ee0a3e39cd5ff3'
    """
    return hashlib.sha1("".join(sorted(parts)).encode(errors="replace")).hexdigest()  # noqa: S324 - the protocol's choice


def is_signed(given: str, *parts: str) -> bool:
    """Whether a signature is the one of these parts; how long it takes tells nothing."""
    return hmac.compare_digest(given.encode(errors="replace"), signature(*parts).encode())


def read_fields(body: bytes) -> Mapping[str, str]:
    """The fields of a posted message. Encoding is UTF-8 whatever the body says; a document type is refused, and so are entities.

    Raises:
        MalformedError: if it is no such message.
    """
    reader = _FieldReader()
    try:
        reader.read(body)
    except (expat.ExpatError, ValueError) as error:
        raise MalformedError from error
    return reader.fields


class _FieldReader:
    """Collects the text of the root's children."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self._path: list[str] = []
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, body: bytes) -> None:
        """Read a whole document. It is decoded before, since a byte-order mark would win over the parser's fixed encoding."""
        self._parser.Parse(body.decode(), True)

    @staticmethod
    def _refuse(*_: object) -> NoReturn:
        raise MalformedError

    def _start(self, name: str, _: Mapping[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise MalformedError
        if len(self._path) == _FIELD_DEPTH:
            if name in self.fields:
                raise MalformedError
            self.fields[name] = ""

    def _end(self, _: str) -> None:
        self._path.pop()

    def _text(self, text: str) -> None:
        if len(self._path) == _FIELD_DEPTH:
            self.fields[self._path[-1]] += text


def text_reply(to: str, sender: str, at: int, content: str) -> bytes:
    """A passive reply of text."""
    fields = (
        ("ToUserName", _cdata(to)),
        ("FromUserName", _cdata(sender)),
        ("CreateTime", str(at)),
        ("MsgType", _cdata("text")),
        ("Content", _cdata(content)),
    )
    return _document(fields)


def sealed_reply(sealed: str, signed: str, at: str, nonce: str) -> bytes:
    """A sealed reply in its envelope."""
    fields = (
        ("Encrypt", _cdata(sealed)),
        ("MsgSignature", _cdata(signed)),
        ("TimeStamp", at),
        ("Nonce", _cdata(nonce)),
    )
    return _document(fields)


def _document(fields: tuple[tuple[str, str], ...]) -> bytes:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in fields)
    return f"<xml>{inner}</xml>".encode()


def _cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
