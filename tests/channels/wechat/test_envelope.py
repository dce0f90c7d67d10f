"""WeChat's signatures and XML, and what is refused of it."""

from __future__ import annotations

import contextlib
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.wechat.envelope import MalformedError, is_signed, read_fields, signature, text_reply
from tests.channels.wechat.fake import signed, xml


def test_the_signature_does_not_mind_the_order() -> None:
    assert signature("b", "a", "c") == signature("a", "b", "c") == signed("c", "b", "a")
    assert is_signed(signature("a", "b"), "b", "a")


@pytest.mark.parametrize("given", ["", "0" * 40, "é", "\ud800"])
def test_another_signature_is_none(given: str) -> None:
    assert not is_signed(given, "a", "b")


def test_fields_are_read_as_utf8_whatever_the_declaration_says() -> None:
    body = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + xml(Content="一天补多少")
    assert read_fields(body) == {"Content": "一天补多少"}


def test_nested_elements_are_passed_over() -> None:
    assert read_fields(b"<xml><Info>a<Count>1</Count>b</Info><Event>x</Event></xml>") == {"Info": "ab", "Event": "x"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml",
        b"<xml><Content>",
        b"<xml><A>1</A><A>2</A></xml>",
        b"<!DOCTYPE xml><xml><A>1</A></xml>",
        b'<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
        b'<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml/>',
        b"<xml><A>&undefined;</A></xml>",
        b"<a>" * 20 + b"</a>" * 20,
        "<xml><A>补助</A></xml>".encode("gbk"),
        "<xml/>".encode("utf-16"),
    ],
)
def test_what_is_no_message_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedError):
        read_fields(body)


@settings(max_examples=30)
@given(st.binary(max_size=60))
def test_any_bytes_are_fields_or_refused(body: bytes) -> None:
    with contextlib.suppress(MalformedError):
        assert all(isinstance(value, str) for value in read_fields(body).values())


def test_a_reply_can_say_what_would_end_it() -> None:
    root = ElementTree.fromstring(text_reply("to", "from", 1, "a]]>b<c>&d"))
    assert root.findtext("Content") == "a]]>b<c>&d"
    assert root.findtext("CreateTime") == "1"
