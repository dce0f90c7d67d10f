"""What WeChat writes in the place of stickers: no words of whoever sent them."""

from __future__ import annotations

import re

_STICKERS = re.compile(
    r"[\[【]收到不支持的消息类型[^\]】]*[\]】]"  # a picture sticker, to accounts that cannot show it
    r"|\[[\u4e00-\u9fff]{1,4}\]|\[[A-Z][A-Za-z]{1,11}\]"  # [微笑], [Smile]
    r"|/:(?::8|8-\)|8\*|[!-.:-~]{1,9})"  # /::) and /:rose, older ones
)


def without_stickers(text: str) -> str:
    """A text without the codes of stickers and small faces in it.

    >>> without_stickers("一天补多少[微笑]/:rose")
    '一天补多少'
    """
    return _STICKERS.sub(" ", text).strip()
