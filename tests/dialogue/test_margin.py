"""What is covered and what is not, beyond the words alone."""

from __future__ import annotations

import pytest

from bot.model.reply import Decision
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("口罩勒得满脸印子，护目镜全是雾，我就问一句，慰问金一个月多少", "hq-18"),
        ("天天穿着尿不湿进舱，说白了，每天补助多少钱", "hq-09"),
        ("孩子在家没人管，我在发热门诊，意外险给保多少", "hq-20"),
    ],
)
def test_the_clause_that_asks_decides(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures[:1] == (measure,)


@pytest.mark.parametrize(
    "text",
    [
        "非典那会儿的慰问金多少",
        "2022年的补助一天多少",
        "明年的补助还发不发",
        "这片房子对口哪个小学",
        "中考到底几号考",
        "两口子离婚，娃判给谁",
        "我弟在工地摔断腿，工伤几天认定",
        "我媳妇教初三，职称怎么评",
        "我在敬老院当护工，带薪休假几天",
        "你确认每人一万，我好截图",
    ],
)
def test_outside(text: str, start: Start) -> None:
    assert start("hongqiao").say(text).decision is Decision.DECLINE


@pytest.mark.parametrize(
    "text", ["大夫补贴", "护士的补贴有多少", "打听一下防疫补贴", "谢谢，补贴多少", "请问一线医务人员补助标准如何"]
)
def test_bare_and_formal_wordings_are_covered(text: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures[:1] == ("hq-09",)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("我弟在工地建方舱，他是医生，补助多少", "hq-09"),
        ("离了婚，孩子跟我，户口在红桥，能上公办园吗", "hq-17"),
        ("参加过非典，这次的补助一天多少", "hq-09"),
        ("去湖北的补助翻一倍还是翻两倍", "hq-09"),
    ],
)
def test_what_is_only_told_puts_nothing_outside(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures[:1] == (measure,)
