"""What the channel itself says in Chinese. What a document says never stands here."""

from __future__ import annotations

from collections.abc import Mapping

HELLO = "您好！"
CAREFUL = "不用写姓名、电话、身份证号。发“忘了我”，我就删掉记着的情况；取消关注也会删。"
MAY_KEEP = "可以把“{question}”这句话留给维护的人看吗？会先去掉姓名、电话、证件号，不带您的身份。"
KEEP_IT, DO_NOT_KEEP = "可以留", "不用留"
QUESTION_KEPT = "谢谢，这句话留下了，去掉了姓名、电话、证件号。"
QUESTION_NOT_KEPT = "好的，没有留。"
MORE_LABEL = "继续"
NUMBERS_HINT = "回复编号就行。"
REST_GONE = "上一条剩下的部分已经不在手边了，请把问题再发一次。"
UNKNOWN_COMMAND = "没有这个命令。直接打字问就行，比如“一天补多少”。"
WHY_TITLE = "上一个回答是这样得出的："
_ASK = "请直接打字问，比如“一天补多少”“孩子上学能优先吗”。"
SENT: Mapping[str, str] = {
    "sticker": f"表情收到了。想问什么，{_ASK}",
    "image": f"图片我看不了。{_ASK}",
    "voice": "语音我听不了。请打字，或者用键盘上的话筒把话变成字再发。",
    "location": "位置我看不了。请打字说在哪里，或者选一个：",
    "video": f"视频我看不了。{_ASK}",
    "shortvideo": f"视频我看不了。{_ASK}",
    "link": f"链接我打不开。{_ASK}",
    "file": f"文件我打不开。{_ASK}",
}
"""By WeChat's name of what was sent."""

SENT_OTHERWISE = f"这个我看不了。{_ASK}"


def more(label: str, left: int) -> str:
    """How to go on with a reply that is too long for one message; ``label`` is what to send, or a link that sends it."""
    pages = f"（还有 {left} 条）" if left > 1 else ""
    return f"回复“{label}”看其余{pages}"


def either(labels: str) -> str:
    """What may be answered besides a number."""
    return f"（也可以回答：{labels}）"


def apology(reference: str) -> str:
    """What somebody is told whose message could not be answered; ``reference`` finds it in the log."""
    return f"抱歉，出了点问题，这一条没能回答（编号 {reference}）。请再发一次；还不行，请过一会儿再来。"
