"""What the admin pages say in Chinese beside their templates."""

from __future__ import annotations

NO_ENTRY = "要先打开管理链接：在服务器上运行 python -m bot admin-link，或在 Telegram 里发 /admin。"
LINK_SPENT = "这个链接用过了，或过了 15 分钟。请再要一个。"
NOT_SAFE = "管理页面只在 https 下或本机上能开：请设 BOT_WEB_URL 为 https 的网址。"
WRONG_ORIGIN = "这个请求不是从我们的页面发来的，没有照办。请从 {url}/admin 打开再试。"
STALE_FORM = "页面放得太久了，没有照办。请返回刷新再试。"
BUSY = "还有一件事没办完（{title}），没有开始新的。请等它办完再试。"
JOB_FAILED = "没有办成，出了点问题（编号 {reference}，日志里找得到）。"
PREPARING, TEACHING, ROLLING_BACK = "检查文件夹里的新内容", "教问法", "回到上一版"
REFUSED = "检查没有通过，仍按现在这一版回答。"
NOTHING_NEW = "内容没有变化，仍是现在这一版。"
CHECKED = "检查通过，等您确认。"
LIVE = "已经上线。"
FOLDER_AHEAD = "检查之后文件夹又改过，改的还没有上线：再检查一遍。"
CANDIDATE_GONE = "没有上线：这个候选版本已经不在了，或换成了另一个。请重新检查。"
DISCARDED = "放弃了候选版本。"
ROLLED_BACK = "已经回到上一版。重启后也用这一版，直到文件夹里的内容再改动。"
NOT_ROLLED_BACK = "没有退回：版本刚刚变过，没有上一版，或者上一版没能准备好（日志里有原因）。请看下面现在是哪一版。"
DROPPED_AUDIT, CSV_AUDIT = "删掉没答上来的问题", "导出没答上来的问题"
GAP_GONE = "这个问题已经处理过，或过了 90 天。"
FEW = "<5"
BY_DAY, DAY = "每天问了多少句", "日期"
BY_WEEK, WEEK = "每周问了多少句", "从这天起的一周"
NO_TOPIC, NO_REGION = "（没有谈到哪个主题）", "（没有说在哪里）"
DECISIONS = {"answer": "答了", "ask": "反问", "decline": "没答", "chat": "招呼、菜单"}
CHANNELS = {"web": "网页、接口", "telegram": "Telegram", "wechat": "微信"}
JUDGED, JUDGMENTS = "有用没用", {"useful": "有用", "useless": "没用"}
DIMENSIONS = {"channel": "渠道", "decision": "结果", "region": "地区", "topic": "主题"}
FIRST_ANSWER, CARD, SUM = "点开这一项", "转给家人的卡片", "算一算"
SIMPLER, HUMAN, WHOLE = "简单点", "找人工", "全文"
BY_FACET, BY_TOPIC, BY_EXAMPLE, BY_OPTION = "问“{title}”", "问主题“{title}”", "例句：{asked}", "问“{title}”，选“{label}”"
