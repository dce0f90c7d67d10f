"""A WeChat that posts what WeChat posts, and reads replies as WeChat reads them. Its sealing is written apart from the bot's."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import unquote
from xml.etree import ElementTree

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from bot.channels.hook import Hook, HookRequest, HookResponse

TOKEN, APPID = "wechatToken2020", "wx0123456789abcdef"
KEY, OLD_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
ACCOUNT = "gh_3fa1c0ffee00"
NOW = 1_772_323_200
MAX_BYTES = 2047

_LINK = re.compile(r'<a href="weixin://bizmsgmenu\?msgmenucontent=([^"&]*)&msgmenuid=([^"&]*)">([^<]*)</a>')


def signed(*parts: str) -> str:
    """WeChat's signature."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def sealed(message: bytes, key: str = KEY, appid: str = APPID) -> str:
    """A message as WeChat encrypts it."""
    raw = base64.b64decode(key + "=")
    plain = b"r" * 16 + struct.pack(">I", len(message)) + message + appid.encode()
    fill = 32 - len(plain) % 32
    encryptor = Cipher(AES(raw), CBC(raw[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain + bytes([fill]) * fill) + encryptor.finalize()).decode()


def unsealed(text: str, key: str = KEY) -> bytes:
    """What WeChat decrypts a reply to."""
    raw = base64.b64decode(key + "=")
    decryptor = Cipher(AES(raw), CBC(raw[:16])).decryptor()
    plain = decryptor.update(base64.b64decode(text)) + decryptor.finalize()
    content = plain[16 : -plain[-1]]
    (size,) = struct.unpack(">I", content[:4])
    assert content[4 + size :] == APPID.encode()
    return content[4 : 4 + size]


def xml(**fields: str) -> bytes:
    """A message's XML; numbers stand bare, as WeChat writes them."""
    inner = (
        f"<{name}>{value}</{name}>" if value.isdigit() else f"<{name}><![CDATA[{value}]]></{name}>"
        for name, value in fields.items()
    )
    return f"<xml>{''.join(inner)}</xml>".encode()


@dataclass(frozen=True)
class Link:
    """A link of a reply: what the tap sends, under which id, and what is read."""

    sends: str
    id: str
    label: str


@dataclass(frozen=True)
class Shown:
    """A reply as a person sees it."""

    content: str

    @property
    def links(self) -> list[Link]:
        """What can be tapped."""
        return [Link(unquote(sends), number, label) for sends, number, label in _LINK.findall(self.content)]

    @property
    def text(self) -> str:
        """What can be read."""
        return _LINK.sub(lambda found: found[3], self.content)

    def link(self, label: str) -> Link:
        """The link with a label."""
        return next(link for link in self.links if link.label == label)


@dataclass
class FakeWechat:
    """WeChat's server for one account: in plain mode without a key."""

    hook: Hook
    key: str | None = None
    now: int = NOW
    account_kind: str = "service"
    numbers: Callable[[], int] = field(default_factory=lambda: count(23_000_000_000_000_000).__next__)

    def query(self, encrypted: str | None = None, *, token: str = TOKEN, at: int | None = None) -> dict[str, str]:
        """What WeChat writes into the address."""
        stamp, nonce = str(self.now if at is None else at), "1320562132"
        query = {"signature": signed(token, stamp, nonce), "timestamp": stamp, "nonce": nonce, "openid": "o"}
        if encrypted is not None:
            query |= {"encrypt_type": "aes", "msg_signature": signed(token, stamp, nonce, encrypted)}
        return query

    async def post(self, message: bytes) -> HookResponse:
        """Post a message as the account's mode wants it."""
        if self.key is None:
            return await self.send(message, self.query())
        encrypted = sealed(message, self.key)
        return await self.send(xml(ToUserName=ACCOUNT, Encrypt=encrypted), self.query(encrypted))

    async def send(self, body: bytes, query: dict[str, str], method: str = "POST") -> HookResponse:
        """One request."""
        return await self.hook(HookRequest(method, {"content-type": "text/xml"}, query, body))

    def read(self, response: HookResponse, person: str) -> Shown | None:
        """A reply as WeChat takes it; None for ``success``. Anything else would be shown as a failure."""
        assert response.status == 200
        if response.body == b"success":
            return None
        root = ElementTree.fromstring(response.body)
        if self.key is not None:
            encrypted, stamp, nonce = (root.findtext(name, "") for name in ("Encrypt", "TimeStamp", "Nonce"))
            assert root.findtext("MsgSignature") == signed(TOKEN, stamp, nonce, encrypted)
            root = ElementTree.fromstring(unsealed(encrypted, self.key))
        assert (root.findtext("ToUserName"), root.findtext("FromUserName")) == (person, ACCOUNT)
        assert root.findtext("MsgType") == "text"
        content = root.findtext("Content", "")
        assert content.strip()
        assert len(content.encode()) <= MAX_BYTES
        return Shown(content)


@dataclass
class Follower:
    """Somebody who follows the account."""

    wechat: FakeWechat
    openid: str = "oNurse_6_bmjrPTlm6_2sgVt7hMZOPfL2M"

    def message(self, kind: str = "text", **fields: str) -> bytes:
        """A message of theirs, with a number of its own unless one is given."""
        number = {} if kind == "event" else {"MsgId": str(self.wechat.numbers())}
        head = {"ToUserName": ACCOUNT, "FromUserName": self.openid, "CreateTime": str(self.wechat.now), "MsgType": kind}
        return xml(**(head | number | fields))

    async def posts(self, message: bytes) -> Shown | None:
        """What they see after a message of theirs was posted."""
        return self.wechat.read(await self.wechat.post(message), self.openid)

    async def says(self, text: str, **fields: str) -> Shown:
        """What they see after typing."""
        shown = await self.posts(self.message(Content=text, **fields))
        assert shown is not None
        return shown

    async def taps(self, link: Link) -> Shown:
        """What they see after tapping a link; a test account is not told the link's id."""
        told = {"bizmsgmenuid": link.id} if self.wechat.account_kind != "test" else {}
        return await self.says(link.sends, **told)

    async def sends(self, kind: str, **fields: str) -> Shown:
        """What they see after sending something else than text."""
        shown = await self.posts(self.message(kind, **fields))
        assert shown is not None
        return shown

    async def does(self, event: str, **fields: str) -> Shown | None:
        """What they see after an event."""
        return await self.posts(self.message("event", Event=event, **fields))
