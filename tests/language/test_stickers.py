"""Codes that stand for stickers are no words; what people write is left alone."""

from __future__ import annotations

import pytest

from bot.language.stickers import without_stickers


@pytest.mark.parametrize(
    "text",
    [
        "[微笑]",
        "[捂脸][捂脸]",
        "[Smile]",
        "/::)",
        "/::8",
        "/:8-)",
        "/:rose/:rose",
        "/:handclap",
        "[收到不支持的消息类型，暂无法显示]",
        "【收到不支持的消息类型，暂无法显示】",
    ],
)
def test_stickers_alone_leave_nothing(text: str) -> None:
    assert without_stickers(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "一天补多少",
        "/my",
        "/ask 一天补多少",
        "3/4",
        "补助【每天】多少",
        "见 https://example.org/a",
        "[2020]5号文",
        "[关于疫情防控的通知]",
    ],
)
def test_words_are_left_alone(text: str) -> None:
    assert without_stickers(text) == text


def test_words_beside_stickers_stay() -> None:
    assert without_stickers("补助多少[疑问]/:?") == "补助多少"
    assert without_stickers("/:rose30天多少") == "30天多少"
