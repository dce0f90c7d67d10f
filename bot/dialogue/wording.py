"""The program's own sentences. What a document says never stands here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.knowledge import RegionKnowledge
from bot.model.session import Option

NO_NUMBER = "文件没写电话，"
FIRST_AT_WORK = "先问所在单位；"
OR_AT_WORK = "可先问所在单位，也"
NOT_WRITTEN = "文件没写这件事。"
TWO_ITEMS = "不是一回事，文件分两项写。"
UNSURE_LABEL = "不清楚"
SUM_LABEL = "算一算"
CARD_LABEL = "转给家人"
MY_LABEL = "我的待遇"
FULL_LABEL = "全文"
NEXT_PAGE = "下一页"
ALL_LABEL = "看全部"
CHANGE_COUNT = "改天数"
CHANGE_RATE = "改档次"
CONTENTS = "目录"
MENU_LABEL = "菜单"
ASK_ANYWHERE = "请打 12345（政务服务便民热线）问。"
NOT_UNDERSTOOD = "没听懂，对不起。"
SAMPLES = "一天补多少、孩子上学能优先吗、心理热线多少"
SAY_IT_SO = "可以这样问：一天补多少、孩子上学能优先吗。"
AGAIN_NOT_UNDERSTOOD = "还是没听懂，对不起。"
CHOOSE_OR_CALL = "点一类看看，或打 12345（政务服务便民热线）。"
ON_THE_PHONE = "打通可以说：我是一线医务人员（家属），想问疫情防控的保障。"
NOTHING_IN_HAND = "先问一项，再看它的全文、改天数或要短一点；全部各项点“目录”。"
NO_SUM_YET = "还没有算过。先说做了多少天、哪类岗位，问补助一共多少。"
NO_PERSON = "我是程序，接不了人工。"
TOO_LONG = "这段话太长了，请用一两句话说您想问什么。"
NOT_READABLE = "没有看到文字。请直接打字问，比如“一天补多少”“孩子上学能优先吗”。"
INTRODUCED = "记下了，辛苦了。您想问什么？直接打字就行；点“我的待遇”可以看全部。"
LEAVES_OFF = "好的，您多保重。想到什么随时来问。"
TOLD = "嗯，听到了，辛苦了。有想查的吗？比如补助、孩子上学、心理热线，直接打字就行。"
TOLD_OF = "嗯，听到了，辛苦了。是想问“{topic}”吗？想问哪一点，直接打字就行。"
UNKNOWN_DETAIL = "没查到文件写了这一点。"
TOLD_LIGHTLY = "嗯，听着呢。想查什么，随时打字就行。"
STILL_ON = "还是说“{topic}”吗？是就点一下；想问别的，直接说是哪一项。"
NOTHING_PENDING = "好的，已经停下。想问什么直接说。"
RESTARTED = "好的，重新开始。您说过的情况都清掉了，地区还保留着。"
GLAD_TO_HELP = "能帮上就好。还想问什么，直接说。"
NO_HELP = "对不起，没有帮上忙。请换个说法，说清是谁、想问哪一项，我再查一遍；也可以打 12345（政务服务便民热线）问。"
NOTHING_TO_UNDO = "已经是第一步了。"
UNDONE = "好的，退回上一步。"
FORGOTTEN = "已经删除我记着的您的全部情况。"
OLD_BUTTON = "这个按钮对应的内容已经变了，请重新问一次或打开菜单。"
NO_CARD = "这里没有分情况的项目可以做成卡片。先问孩子上学这类问题，或先说您在哪里。"
RESTS_ON = "刚才的话出自这一项：{title}。"
NO_ANSWER_YET = "还没有可解释的回答。先问一个问题，再看依据。"
GUARD_FAILED = "这条回答没有通过出处核对，先不发出来，免得说错。请换个说法再问，或看菜单里的原项目。"
NO_OFFICE_DETAILS = "文件没写单位的电话、地址、办公时间，可打 12345（政务服务便民热线）转办。"
WHICH_REGION = "您在哪里？"
WHICH_REGION_OF_MANY = "您在哪里？打区县或城市的名字就行。"
CHOOSE_REGION = "选地区"
LISTENING = "我在听，您慢慢说。难受的时候，12356 有人接。"
LISTENING_LIGHTLY = "嗯，我在听，您接着说。"
EXPLAINED = "原来说的是这个，那就好。有想查的，直接打字。"
EXPLAINED_IN_DANGER = "原来说的是这个。真有难熬的时候，12356 有人接；有危险就打 120。"
LISTENING_IN_DANGER = "我在听，您慢慢说。撑不住的时候，12356 有人接；有危险就打 120。"
WHICH_TOPIC = "您想问的是哪一项？"
CANNOT_RESCUE = "有危险我不一定听得出来，也没有人在看：请直接打 120、110；想找人说说，打 12356。"
PRIVACY = (
    "不保存聊天内容，也不告诉您的单位和领导。",
    "只记您说过的情况（地区、岗位、天数），到期自动清除；发“忘了我”立即删除。",
    "没答上来的，和您说没用又同意留下的问题，去掉姓名电话后单独存放。",
    "说了难处也没有人会看到，有危险请直接打 120、110。",
)


_FEW = 3
"""Regions up to which each is named and has a button."""


def region_names(regions: Sequence[RegionKnowledge]) -> str:
    """The regions by name, or how many there are."""
    return "、".join(part.region.name for part in regions) if len(regions) <= _FEW else f"{len(regions)} 个地区"


def scope(regions: Sequence[RegionKnowledge]) -> str:
    """What the bot covers, in one sentence."""
    return (
        f"我只收录了{region_names(regions)} 2020 年对一线医务人员及家属的保障："
        "补助津贴、工伤医疗、职称编制、孩子上学、慰问帮扶、心理热线、防护、保险、安全等。"
    )


def help_text(regions: Sequence[RegionKnowledge]) -> tuple[str, ...]:
    """How to use the bot."""
    return (
        scope(regions),
        "直接打字问：“直接护理确诊病人 30 天补多少”“爷爷户口在红桥，孩子上幼儿园能优先吗”“心理热线多少”。",
        "也可以说：菜单、我的待遇、我的情况、换地区、上一步、重来、取消、忘了我。",
        CANNOT_RESCUE,
    )


def region_options(regions: Sequence[RegionKnowledge]) -> tuple[Option, ...]:
    """One button for each region; where they are many, one to choose among them."""
    if len(regions) > _FEW:
        return (Option(CHOOSE_REGION, "do:region"),)
    return tuple(Option(part.region.name, f"region:{part.region.id}") for part in regions)
