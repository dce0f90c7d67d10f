"""What Telegram says of the token and of the webhook, for whoever looks for what is wrong."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from telegram import WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.api import ODD_SHAPE, Api, make_api
from bot.channels.telegram.fault_meaning import ODD_ANSWER, kind_of, meaning_of
from bot.settings import Settings

_SECONDS = 10.0


class Finding(NamedTuple):
    """One thing looked at: whether it is in order, what was found, and what to do if it is not."""

    sound: bool
    what: str
    remedy: str = ""


async def examine(settings: Settings, seconds: float = _SECONDS) -> list[Finding]:
    """Ask Telegram who the bot is and where its updates go. Changes nothing there."""
    api = make_api(settings.token or "", settings.api_url, seconds)
    try:
        async with asyncio.timeout(2 * seconds):
            await api.initialize()
            return [Finding(True, f"令牌：@{api.username}"), _webhook(settings, await api.get_webhook_info())]
    except InvalidToken:
        return [Finding(False, "令牌：Telegram 不认", "向 @BotFather 查看，整段复制到 TELEGRAM_BOT_TOKEN")]
    except (TelegramError, TimeoutError, *ODD_SHAPE) as error:
        kind = kind_of(error) if isinstance(error, TelegramError) else "TimedOut" if _late(error) else ODD_ANSWER
        return [Finding(False, f"令牌：问不到 {settings.api_url}（{kind}）", meaning_of(kind))]
    finally:
        await _closed(api)


def _late(error: BaseException) -> bool:
    return isinstance(error, TimeoutError)


async def _closed(api: Api) -> None:
    async with asyncio.timeout(_SECONDS):
        await api.shutdown()


def _webhook(settings: Settings, info: WebhookInfo) -> Finding:
    waiting = f"积压 {info.pending_update_count} 条"
    if settings.webhook_url is None:
        if not info.url:
            return Finding(True, f"收消息：轮询，{waiting}")
        return Finding(False, f"收消息：设置是轮询，Telegram 上却设着 webhook，{waiting}",
                       "启动 telegram 就会取消它；又被设上，就是另有程序在用这个令牌")  # fmt: skip
    if info.url != settings.webhook_url:
        found = "设着别的 webhook" if info.url else "没有 webhook"
        return Finding(False, f"收消息：Telegram 上{found}，{waiting}", "启动机器人就会设好；又变了，就是另有程序在用这个令牌")
    if info.last_error_message:
        return Finding(False, f"收消息：webhook 最近送不到（{info.last_error_message}），{waiting}", "检查反向代理、证书和监听端口")
    return Finding(True, f"收消息：webhook，{waiting}")
