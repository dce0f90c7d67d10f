"""Sealing, held against the fake WeChat's own."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.wechat.seal import Seal, SealError
from tests.channels.wechat.fake import APPID, KEY, OLD_KEY, sealed, unsealed

SEAL = Seal(APPID, KEY, OLD_KEY)
OTHER_KEY = "Z" * 42 + "A"


@settings(max_examples=20)
@given(st.binary(max_size=200))
def test_what_one_side_seals_the_other_opens(message: bytes) -> None:
    opened = SEAL.open(sealed(message))
    assert opened.message == message
    assert unsealed(SEAL.close(message, opened.key, b"s" * 16)) == message


def test_the_previous_key_opens_and_seals_what_it_opened() -> None:
    opened = SEAL.open(sealed(b"<xml/>", OLD_KEY))
    assert unsealed(SEAL.close(opened.message, opened.key, b"s" * 16), OLD_KEY) == b"<xml/>"


@pytest.mark.parametrize(
    "text",
    [
        sealed(b"<xml/>", OTHER_KEY),
        sealed(b"<xml/>", appid="wx0000000000000000"),
        sealed(b"<xml/>", appid=""),
        sealed(b"<xml/>")[:-8],
        "",
        "AAAA",
        "*" * 44,
        "补助",
        base64.b64encode(bytes(64)).decode(),
    ],
)
def test_what_is_not_sealed_for_this_account_is_not_opened(text: str) -> None:
    with pytest.raises(SealError):
        SEAL.open(text)


def test_no_key_but_those_given_opens() -> None:
    with pytest.raises(SealError):
        Seal(APPID, KEY).open(sealed(b"<xml/>", OLD_KEY))
