"""Conversations through the emulated server: the same words, and the same decisions, as from the core itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.html_rendering import render
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import TODAY, Person, Running

SCRIPTS = (
    ("你好", "一天补多少", "红桥", "30天", "直接接触", "谢谢"),
    ("我在红桥，直接接触病例做了30天，一共多少", "不对，是20天", "上一步"),
    ("红桥的，孩子上幼儿园能优先吗", "爷爷户口在红桥", "没用过", "那小学呢"),
    ("心理热线多少", "广东"),
    ("我能享受什么", "红桥", "不清楚", "不清楚", "不清楚"),
    ("感染了算工伤吗", "红桥", "找谁"),
    ("今天天气怎么样", "菜单", "1", "1", "1"),
    ("我在北京，一天补多少",),
    ("援鄂医疗队补助翻倍吗", "红桥", "要交税吗"),
    ("职称评审有照顾吗", "广东"),
    ("保险怎么赔", "红桥", "谁负责"),
    ("我快撑不下去了",),
    ("我把抽屉里的安眠药全吞下去了", "头越来越晕了", "谢谢你", "我先睡了，晚安"),
    ("真的活够了，不想再活下去", "没有谁会在意的", "谢谢你听我说", "一天补多少"),
    ("室友把一瓶安眠药吃光了，怎么喊都没反应", "她家里的电话没人接", "谢谢", "心理热线多少"),
    ("每天躲在值班室偷偷哭，觉得自己快撑不住了", "也不知道能跟谁说", "好多了", "轮休有规定吗"),
    ("我外婆昨晚去世了，我没能见她最后一面", "她从小最疼我", "谢谢", "补助要交税吗"),
    ("我丈夫在武汉的隔离病房，我天天担心他出事", "他今天又没回消息", "好一点了", "我先去忙了"),
    ("我好想妈妈，同学都说我有病毒，不跟我玩", "就我一个人在家", "谢谢你", "再见"),
    ("我在红桥", "我的情况", "换地区", "广东省", "我的情况"),
    ("帮助", "隐私", "来源"),
    ("重来", "取消", "上一步"),
    ("100000天一共多少", "红桥", "三十天"),
    ("😀😀", "。。。", "？"),
    ("紅橋區嘅補助有幾多", "三十日", "護理確診病人"),
    ("<b>一天</b>补多少 & 谁负责", "红桥"),
    ("心里热线", "红桥", "你怎么知道的", "忘了我"),
)


@pytest.mark.parametrize("script", SCRIPTS, ids=[script[0] for script in SCRIPTS])
async def test_a_conversation(
    emulator: Emulator, bot: Running, snapshot: Snapshot, tmp_path: Path, script: tuple[str, ...]
) -> None:
    person, session = Person(emulator, 77), Session()
    for number, text in enumerate(script):
        heard = await person.asks(text)
        if text == "你怎么知道的":
            continue  # The core has no answer to that; the channel shows the trace.
        reply, session = respond(Message(text=text), session, snapshot, TODAY)
        expected = "\n\n".join(part.plain for part in render(reply.sections))
        assert heard.text.startswith(expected), f"at step {number + 1} of {script}: {text}"
        assert set(heard.labels) >= {option.label for option in reply.options}
