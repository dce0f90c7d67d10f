"""Only what WeChat signed and sealed for this account, and lately, gets in. What does gets an answer in kind."""

from __future__ import annotations

import logging

import pytest

from bot.channels.hook import HookRequest
from tests.channels.wechat.conftest import PLAIN, SEALED, Running
from tests.channels.wechat.fake import ACCOUNT, KEY, NOW, OLD_KEY, TOKEN, FakeWechat, Follower, sealed, signed, xml


async def refused(wechat: FakeWechat, body: bytes, query: dict[str, str], running: Running) -> tuple[int, str]:
    """The status of a request that is refused, and what it was counted as."""
    response = await wechat.send(body, query)
    assert response.body == b""
    assert running.answered == []
    return response.status, ", ".join(running.faults.counts())


async def test_the_handshake_gives_back_what_was_sent(wechat: FakeWechat) -> None:
    response = await wechat.send(b"", wechat.query() | {"echostr": "5837397520665436492"}, "GET")
    assert (response.status, response.body) == (200, b"5837397520665436492")
    assert response.content_type.startswith("text/plain")


async def test_a_handshake_of_somebody_else_gives_nothing_back(wechat: FakeWechat) -> None:
    response = await wechat.send(b"", wechat.query(token="guessed") | {"echostr": "1"}, "GET")
    assert (response.status, response.body) == (403, b"")


@pytest.mark.parametrize("echo", ["<script>\n", "补助", "1" * 300])
async def test_what_is_no_echo_is_not_given_back(wechat: FakeWechat, echo: str) -> None:
    response = await wechat.send(b"", wechat.query() | {"echostr": echo}, "GET")
    assert (response.status, response.body) == (400, b"")


async def test_sealed_messages_are_answered_sealed(nurse: Follower) -> None:
    assert "300" in (await nurse.says("红桥区的一线补助一天给几块钱")).content


async def test_plain_messages_are_answered_plainly(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    nurse = Follower(FakeWechat(running.start(PLAIN)))
    assert "300" in (await nurse.says("红桥区的一线补助一天给几块钱")).content
    assert "test account" in caplog.text


async def test_while_the_key_changes_both_are_good(running: Running) -> None:
    nurse = Follower(FakeWechat(running.start(), OLD_KEY))
    assert (await nurse.says("你好")).content


async def test_with_a_key_set_plain_messages_are_refused(wechat: FakeWechat, nurse: Follower, running: Running) -> None:
    assert await refused(wechat, nurse.message(Content="你好"), wechat.query(), running) == (403, "WechatPlain")


async def test_what_stands_beside_a_sealed_message_does_not_count(wechat: FakeWechat, nurse: Follower) -> None:
    """In compatible mode WeChat posts the plain fields too; nobody signed those."""
    encrypted = sealed(nurse.message(Content="你好"))
    body = xml(ToUserName=ACCOUNT, FromUserName="oStranger", MsgType="text", Content="忘了我", Encrypt=encrypted)
    response = await wechat.send(body, wechat.query(encrypted))
    shown = wechat.read(response, nurse.openid)
    assert shown is not None


@pytest.mark.parametrize("wrong", [{"signature": "0" * 40}, {"signature": ""}, {"nonce": "other"}, {"timestamp": "1"}])
async def test_a_wrong_signature_is_refused(
    wechat: FakeWechat, nurse: Follower, running: Running, wrong: dict[str, str]
) -> None:
    encrypted = sealed(nurse.message(Content="你好"))
    query = wechat.query(encrypted) | wrong
    body = xml(ToUserName=ACCOUNT, Encrypt=encrypted)
    assert await refused(wechat, body, query, running) == (403, "WechatSignature")


async def test_a_body_that_was_not_signed_is_refused(wechat: FakeWechat, nurse: Follower, running: Running) -> None:
    first, other = (sealed(nurse.message(Content=text)) for text in ("你好", "忘了我"))
    body = xml(ToUserName=ACCOUNT, Encrypt=other)
    assert await refused(wechat, body, wechat.query(first), running) == (403, "WechatSignature")


@pytest.mark.parametrize(("key", "appid"), [("Z" * 42 + "A", SEALED.appid), (KEY, "wx9999999999999999")])
async def test_a_wrong_key_or_account_is_refused(
    wechat: FakeWechat, nurse: Follower, running: Running, key: str, appid: str
) -> None:
    encrypted = sealed(nurse.message(Content="你好"), key, appid)
    body = xml(ToUserName=ACCOUNT, Encrypt=encrypted)
    assert await refused(wechat, body, wechat.query(encrypted), running) == (403, "WechatSeal")


@pytest.mark.parametrize("at", [NOW - 301, NOW + 301])
async def test_what_was_signed_long_ago_is_refused(
    wechat: FakeWechat, nurse: Follower, running: Running, at: int
) -> None:
    wechat.now = at
    encrypted = sealed(nurse.message(Content="你好"))
    body = xml(ToUserName=ACCOUNT, Encrypt=encrypted)
    assert await refused(wechat, body, wechat.query(encrypted), running) == (403, "WechatStale")


@pytest.mark.parametrize("stamp", ["", "now", "1e9", "-1", "9" * 5_000, "１７７２３２３２００"])
async def test_a_time_that_is_none_is_refused(wechat: FakeWechat, running: Running, stamp: str) -> None:
    query = wechat.query()
    query |= {"timestamp": stamp, "signature": signed(TOKEN, stamp, query["nonce"])}
    assert await refused(wechat, b"", query, running) == (403, "WechatStale")


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{}",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Content>&e;</Content></xml>',
        xml(ToUserName=ACCOUNT, FromUserName="o", CreateTime=str(NOW), MsgType="text", Content="1"),
        xml(ToUserName=ACCOUNT, FromUserName="o", CreateTime="soon", MsgType="text", MsgId="1", Content="1"),
        xml(ToUserName=ACCOUNT, CreateTime=str(NOW), MsgType="text", MsgId="1", Content="1"),
        xml(ToUserName=ACCOUNT, FromUserName="o", CreateTime=str(NOW), MsgId="1", Content="1"),
    ],
)
async def test_what_is_no_message_is_refused(wechat: FakeWechat, running: Running, message: bytes) -> None:
    encrypted = sealed(message)
    body = xml(ToUserName=ACCOUNT, Encrypt=encrypted)
    assert await refused(wechat, body, wechat.query(encrypted), running) == (400, "WechatMalformed")


async def test_a_doctype_around_a_sealed_message_is_refused(
    wechat: FakeWechat, nurse: Follower, running: Running
) -> None:
    encrypted = sealed(nurse.message(Content="你好"))
    body = b"<!DOCTYPE xml>" + xml(ToUserName=ACCOUNT, Encrypt=encrypted)
    assert await refused(wechat, body, wechat.query(encrypted), running) == (400, "WechatMalformed")


async def test_other_methods_and_large_bodies_are_refused(wechat: FakeWechat) -> None:
    assert (await wechat.hook(HookRequest("PUT", {}, wechat.query(), b""))).status == 405
    assert (await wechat.send(b" " * 70_000, wechat.query())).status == 413


async def test_nothing_of_a_person_reaches_the_log(
    wechat: FakeWechat, nurse: Follower, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    said = "我叫张三，一天补多少"

    def broken() -> None:
        raise RuntimeError(f"{nurse.openid}: {said}")

    good, running.snapshot = running.snapshot, broken  # type: ignore[assignment]
    shown = await nurse.says(said)
    running.snapshot = good
    assert "编号" in shown.content
    assert "RuntimeError" in caplog.text
    assert shown.content.partition("编号 ")[2][:8] in caplog.text
    await nurse.says(said)
    assert said not in caplog.text
    assert "daily-subsidy" not in caplog.text
    assert nurse.openid not in caplog.text
    assert TOKEN not in caplog.text
