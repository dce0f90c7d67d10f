"""What the page itself says in Chinese. What a document says never stands here."""

from __future__ import annotations

NAME = "一线医务人员保障问答"
EXAMPLES = ("我家孩子上公办幼儿园能优先吗", "在隔离病房干了 25 天，一共补多少", "心理热线是多少")
WHY_IS_BELOW = "每个回答下面都有“怎么得出的”，点开就看得到。"
EXPIRED = "隔得太久，前面说过的情况已经忘了，这一句从头算起。"
NOTHING_ASKED = "请先写上想问的话，或点一个选项。"
NOT_JSON = "请求的内容应当是一个 JSON 对象，用 UTF-8 编码，每个键只写一次。"
NOT_A_FORM = "表单读不了，请返回重填。"
WRONG_TYPE = "请求的内容类型应当是 {kind}。"
TOO_LARGE = "内容太大了。"
TOO_SLOW = "内容传得太慢，没有等到。请再试一次。"
TOO_MANY = "一下子问得太多了，请等 {seconds} 秒再试。"
NOT_FOUND = "没有这一页。"
WRONG_METHOD = "这个地址不能这样用。"
FAILED = "没有办成，请再试一次。"
STOPPING = "程序正在停下，请稍后再试。"
BAD_SESSION = "对话已经过期或读不了，请不带 session 从头开始。"
UNKNOWN_REGION = "没有这个地区；可用的见 /api/v1/regions。"
UNKNOWN_MEASURE = "没有 {measure} 这一项措施。"
ONE_OF_TWO = "text 和 action 要写一个，而且只写一个。"
BAD_FIELD = "{field} 写得不对，写法见 /api。"
UNKNOWN_FIELD = "没有 {field} 这一项，写法见 /api。"
NO_METRICS = "这一页不对外。"


def apology(reference: str) -> str:
    """What somebody is told whose request failed; ``reference`` finds it in the log."""
    return f"抱歉，出了点问题，这一条没能回答（编号 {reference}）。请再试一次；还不行，请把编号告诉管理员。"


HUMAN = "找人工"
OTHER_REGION = "换地区"
CHOSEN = "（点了上面的选项）"
THANKS = "谢谢，记下了。"
SORRY = "对不起，没有帮上忙。"
PRIVACY_TITLE = "隐私"
PRIVACY = (
    "不用登录，不设 cookie，不给您编号，不向别的网站要任何东西。",
    "服务器不保存聊天内容。您说过的情况（地区、岗位、天数这类）写在一张签了名的凭条里，由您的浏览器带着，24 小时后作废。",
    "对话只留在您这个浏览器标签页里，关掉就没有了；点“清除对话”立即清掉。“大字”记在您的浏览器里。",
    "没答上来的问题去掉电话、证件号、姓名和链接后单独留 90 天，不带您的身份；觉得没用的，您点了“可以留”才留。",
    "每天问了多少句，只按渠道、结果、地区、主题记个总数，留 400 天；里面没有哪一句，也没有哪个人。",
    "为了防止有人刷屏，来访的网络地址算成一串认不回去的码，只在内存里，最多一天。日志里没有您写的话，也没有您的地址。",
    "即使这样，也请不要写姓名、电话、身份证号。",
)
API_TITLE = "给程序用"
API_LEAD = (
    "不用登录，不用密钥。一问一答：回答里的 session 由您保管，下一句带上它；服务器不存对话。"
    "出错时是 {\"error\": 代码, \"message\": 一句话}；429 里的 Retry-After 是要等的秒数。"
)
SAMPLE = "curl -s {url}/api/v1/turn -H 'Content-Type: application/json' -d '{{\"text\": \"一天补多少\", \"region\": \"hongqiao\"}}'"
WHOLE_MEASURE = "全文"
EVERYWHERE = "同一件事，各地区怎么写"
OFFICES = "能打的电话"
REGION_LEAD = "{title}，{year} 年。点一项看写了什么。"
