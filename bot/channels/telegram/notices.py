"""What the channel itself says in Chinese. What a document says never stands here."""

from __future__ import annotations

ASK_WHAT = "请把问题写在 /ask 后面，例如：/ask 一天补多少"
UNKNOWN_COMMAND = "没有这个命令。直接打字问就行，或从菜单里找。"
LINK_GONE = "链接里的内容已经没有了，请从菜单里找。"
CONTENT_CHANGED = "这个按钮的内容在您上次看到之后改过，下面是现在的内容。"
PERSONAL = "这要看您个人的情况，请到私聊里接着问，群里的人看不到。"
PERSONAL_LINK = "私聊里接着问"
COMFORT = "想说的话请到私聊里说，群里的人看不到。"
COMFORT_LINK = "到私聊里说"
WHY_TITLE = "上一个回答是这样得出的："
WELCOME = "大家好！在群里问我：/ask 问题，或回复我的消息。涉及个人情况的，我会请您到私聊里问。"
FORGET_TITLE = "要删除我记着的关于您的全部情况吗？"
FORGET_NOTHING = "我没有记着关于您的任何情况。"
FORGET_YES = "全部删除"
FORGET_NO = "先不删"
NOT_YOURS = "这是给别人的按钮。想删除您自己的记录，请发 /forget。"
FORGET_KEPT = "好的，没有删除。"
TOO_FAST = "消息有点多，我按顺序一条一条回答，请稍等。"
TOO_MANY = "一下子来得太多，后面的几条没有看，请稍后再发一次。"
USEFUL = "有用"
USELESS = "没用"
THANKS = "谢谢，记下了。"
MAY_KEEP = "可以把“{question}”这句话留给维护的人看吗？会先去掉姓名、电话、证件号，不带您的身份。"
KEEP_IT = "可以留"
DO_NOT_KEEP = "不用留"
QUESTION_KEPT = "谢谢，这句话留下了，去掉了姓名、电话、证件号。"
QUESTION_NOT_KEPT = "好的，没有留。"
QUESTION_LOST = "没能留下，对不起。"
QUESTION_GONE = "那句话已经不在手边了，没有留。"
PICTURE = "存成图片"
CHECKED = "（已核对：没有留下记录）"


def apology(reference: str) -> str:
    """What somebody is told whose message could not be answered; ``reference`` finds it in the log."""
    return f"抱歉，出了点问题，这一条没能回答（编号 {reference}）。请再发一次；还不行，请把编号告诉管理员。"


def other_chats(number: int) -> str:
    """How much is remembered elsewhere."""
    return f"另外在 {number} 个群聊里也记着您说过的情况，会一起删除。"
