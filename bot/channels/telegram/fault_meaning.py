"""What a fault of Telegram's means: under which name it is counted, whether a request may have been carried out, what to do.

What an error says may hold what was sent, so only phrases known beforehand are ever repeated.
"""

from __future__ import annotations

import aiohttp
import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

WEBHOOK_ACTIVE, SECOND_PROGRAM, ODD_ANSWER = "WebhookActive", "SecondProgram", "InvalidAnswer"
FINAL = (BadRequest, Forbidden, ChatMigrated, InvalidToken)
"""Refusals that another try would not change."""

_KNOWN_PHRASES = (
    "chat not found", "topic_closed", "message thread not found", "not enough rights", "have no rights",
    "need administrator rights", "chat_write_forbidden", "message is too long", "message text is empty",
    "bot was blocked by the user", "bot was kicked", "bot is not a member", "user is deactivated",
    "bot can't initiate conversation", "peer_id_invalid", "can't parse entities", "message to edit not found",
    "message can't be edited", "query is too old", "bad webhook", "button_data_invalid", "reply markup is too long",
)  # fmt: skip
_NEVER_ARRIVED = (
    aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError, aiohttp.InvalidURL,
    httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol,
)  # fmt: skip
_BROKEN_OFF = (aiohttp.ClientError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
"""Faults of either client: httpx makes the requests where a SOCKS proxy is in the way."""

_MEANINGS = {
    "RetryAfter": "Telegram 要求慢一点，等它说的时间再发",
    "TimedOut": "Telegram 迟迟不回应；网络慢，或它忙",
    "NetworkError": "连不上 Telegram，或它暂时出错；检查网络和代理，恢复后自动接着做",
    ODD_ANSWER: "回应不是 Bot API 的格式；中间可能有代理或登录页拦着",
    SECOND_PROGRAM: "另有一个程序在用同一个令牌收消息，两边都会漏；请只留一个，或到 @BotFather 换令牌",
    WEBHOOK_ACTIVE: "这个令牌上设着 webhook，轮询收不到；正在取消它，反复出现就是另有程序在设",
    "PollError": "程序自己的错；没有确认的消息会再送来",
    "OddUpdate": "有一条更新的编号不可能是真的，跳过了",
}


def kind_of(error: TelegramError) -> str:
    """The name under which a fault is counted."""
    if type(error) is TelegramError:
        return ODD_ANSWER  # The library has no class for what is no JSON.
    if isinstance(error, Conflict):
        return WEBHOOK_ACTIVE if "webhook" in error.message.lower() else SECOND_PROGRAM
    return type(error).__name__


def meaning_of(kind: str) -> str:
    """What a fault means to whoever runs the bot, and what to do."""
    return _MEANINGS.get(kind, "Telegram 拒绝了请求")


def reason_of(error: Exception) -> str:
    """Why something was refused: the kind of error, and what it says as far as that is known to hold nobody's words."""
    kind = kind_of(error) if isinstance(error, TelegramError) else type(error).__name__
    said = error.message.lower() if isinstance(error, TelegramError) else ""
    phrase = next((phrase for phrase in _KNOWN_PHRASES if phrase in said), None)
    return f"{kind}: {phrase}" if phrase else kind


def may_have_arrived(error: TelegramError) -> bool:
    """Whether the request may have been carried out all the same: it was sent, and the answer is missing or garbled."""
    if isinstance(error.__cause__, _NEVER_ARRIVED):
        return False
    if isinstance(error, TimedOut) or type(error) is TelegramError:
        return True
    return isinstance(error, NetworkError) and isinstance(error.__cause__, _BROKEN_OFF)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone; the library changes the type of this between versions."""
    after = error.retry_after
    return float(after) if isinstance(after, (int, float)) else after.total_seconds()
