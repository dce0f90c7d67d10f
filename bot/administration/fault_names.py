"""What the kinds of fault are called before an admin, who reads neither code nor log."""

from __future__ import annotations

FAULT_NAMES = {
    "BadRequest": "Telegram 拒绝了一次请求",
    "ChatMigrated": "群升级了，已改用新的群号",
    "EditRefused": "改不了已发的消息，另发了一条",
    "Error": "程序自己的错，详情在日志里",
    "Flood": "有人发得太快，慢慢答",
    "Forbidden": "对方拉黑了机器人，或把它移出了群",
    "GivenUp": "一条消息答了几次都出错，放下了",
    "InvalidAnswer": "收到的不是 Telegram 的回应",
    "MarkupRefused": "格式被拒，改发了纯文字",
    "NetworkError": "连不上 Telegram",
    "NotCounted": "用量没记上",
    "NotModified": "要改的消息没有变化",
    "NotNoted": "没答上来的问题没记上",
    "OddUpdate": "跳过了一条编号不对的更新",
    "OldSession": "旧版本的会话，从头开始",
    "PerhapsTwice": "一条回复可能发了两次",
    "PictureFailed": "图片没做出来",
    "PictureRefused": "图片被拒，改发了文字",
    "PollError": "收消息时程序出错",
    "RetryAfter": "Telegram 要求慢一点",
    "SecondProgram": "另有程序在用同一个令牌",
    "Stalled": "收消息停住过",
    "Storage": "数据库写不了或读不了",
    "TelegramStopped": "Telegram 停了，别的还在",
    "TimedOut": "Telegram 迟迟不回应",
    "TopicGone": "群里的话题没了，发到了群里",
    "TurnedAway": "发得太多，没有回答",
    "UncertainError": "一条回复不知道送到没有",
    "Undelivered": "一条回复没有送到",
    "Unreadable": "一条更新读不了",
    "WebError": "网页出错，详情在日志里",
    "WebTooMany": "网页问得太快，请对方等一等",
    "WebhookActive": "令牌上设着 webhook，正在取消",
    "WebhookBody": "送到 webhook 的不是更新",
    "WebhookSecret": "送到 webhook 的密钥不对",
    "WebhookTakenAway": "webhook 被取消过，已重新设置",
    "WebhookUnreachable": "Telegram 送不到 webhook",
    "WechatStopped": "微信停了，别的还在",
}
"""By the name under which it is counted in the metrics and the log."""


def name_of(kind: str) -> str:
    """What a kind of fault is called; one of a library's own, which has no name here, keeps its own."""
    return FAULT_NAMES.get(kind, kind)
