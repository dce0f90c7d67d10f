"""Of several details that stand together as not written, only those that are asked for."""

from __future__ import annotations

import pytest

from bot.language.several_open import only_open_of


@pytest.mark.parametrize(
    ("text", "question", "left"),
    [
        ("文件没写送多少、送什么品种、收不收钱。", "送菜要掏钱不", "文件没写收不收钱。"),
        ("文件没写送多少、送什么品种、收不收钱。", "是谁来送", "文件没写送多少、送什么品种、收不收钱。"),
        ("文件没写向谁报案、打哪个电话，写的是快赔。", "打什么电话", "文件没写打哪个电话，写的是快赔。"),
        ("文件没写绩效工资、防疫津贴和加班费。", "防疫津贴有没有", "文件没写防疫津贴。"),
        ("文件没写后勤、保洁算不算一线。", "保洁算吗", "文件没写后勤、保洁算不算一线。"),
        ("文件没写慰问金、救助金的数额。", "救助金多少", "文件没写慰问金、救助金的数额。"),
        ("文件没写几天到账。", "几天", "文件没写几天到账。"),
    ],
)
def test_only_what_is_asked_is_said_to_be_open(text: str, question: str, left: str) -> None:
    assert only_open_of(text, question) == left
