"""What the doctor learns of Telegram."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.diagnosis import examine
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import settings_for


@pytest.mark.parametrize(
    ("wanted", "there", "sound", "says"),
    [
        (None, None, True, "轮询"),
        (None, "https://a.example/x", False, "设着 webhook"),
        ("https://a.example/x", "https://a.example/x", True, "webhook"),
        ("https://a.example/x", None, False, "没有 webhook"),
        ("https://a.example/x", "https://b.example/x", False, "别的 webhook"),
    ],
)
async def test_the_webhook_is_compared_with_the_settings(
    emulator: Emulator, tmp_path: Path, wanted: str | None, there: str | None, sound: bool, says: str
) -> None:
    emulator.webhook = {"url": there} if there else None
    token, webhook = await examine(settings_for(emulator, tmp_path, webhook_url=wanted))
    assert token.sound
    assert "@frontline_bot" in token.what
    assert webhook.sound == sound
    assert says in webhook.what
    assert bool(webhook.remedy) != sound


async def test_a_wrong_token_and_an_unreachable_server_are_told_apart(emulator: Emulator, tmp_path: Path) -> None:
    (wrong,) = await examine(settings_for(emulator, tmp_path, token=TOKEN + "x"))
    assert "不认" in wrong.what
    (away,) = await examine(settings_for(emulator, tmp_path, api_url="http://127.0.0.1:9"))
    assert "NetworkError" in away.what
    assert away.remedy
