"""What a message states in passing: facts and quantities."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.reading import Said

REGION = "hongqiao"


def stated(text: str, snapshot: Snapshot) -> Said:
    """A message typed by somebody of the district, read."""
    return read(hear(text, snapshot), Session(region=REGION), snapshot, 2020)


@pytest.mark.parametrize(
    ("text", "fact", "option"),
    [
        ("我直接接触确诊病人", "role", "direct-contact"),
        ("我在红区上班", "role", "direct-contact"),
        ("护理疑似病人", "role", "direct-contact"),
        ("没接触过病例", "role", "other-epidemic"),
        ("我在卡口测体温", "role", "other-epidemic"),
        ("我是援鄂队员", "hubei-team", "yes"),
        ("去武汉支援过", "hubei-team", "yes"),
        ("我没去湖北", "hubei-team", "no"),
        ("不是援鄂的", "hubei-team", "no"),
        ("孩子要上幼儿园", "child-stage", "kindergarten"),
        ("女儿明年上小学", "child-stage", "compulsory"),
        ("儿子今年中考", "child-stage", "senior-high"),
        ("想读中专", "child-stage", "vocational"),
        ("参加春季高考", "child-stage", "spring-exam"),
        ("今年高考", "child-stage", "gaokao"),
        ("奶奶户口在红桥", "paternal-registration", "here"),
        ("爷爷的户口在红桥区", "paternal-registration", "here"),
        ("外婆户口在红桥", "maternal-registration", "here"),
        ("外祖母户籍在红桥", "maternal-registration", "here"),
        ("奶奶户口在外地", "paternal-registration", "elsewhere"),
        ("我们俩户口都在红桥", "parents-registration", "here"),
        ("孩子自己的户口在红桥", "child-registration", "here"),
        ("以前用过一次了", "used-once", "yes"),
        ("还没用过", "used-once", "no"),
        ("我感染了", "infected", "yes"),
        ("我没感染", "infected", "no"),
        ("我是合同制护士", "employment", "contract"),
        ("我有编制", "employment", "permanent"),
        ("我没编制", "employment", "contract"),
        ("得了记功奖励", "award", "merit"),
        ("记了大功", "award", "great-merit"),
        ("公婆和我们一起住", "living-together", "yes"),
        ("老人不跟我们住一起", "living-together", "no"),
        ("我表现突出", "outstanding", "yes"),
    ],
)
def test_a_fact_is_heard(text: str, fact: str, option: str, snapshot: Snapshot) -> None:
    assert stated(text, snapshot).stated.get(fact) == option


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("援鄂翻倍吗", "role"),
        ("万一感染了怎么办", "infected"),
        ("一天补多少", "hubei-team"),
        ("孩子上学能优先吗", "paternal-registration"),
        ("怕被感染", "infected"),
        ("是不是要记功", "award"),
    ],
)
def test_what_is_not_stated_is_not_heard(text: str, fact: str, snapshot: Snapshot) -> None:
    assert fact not in stated(text, snapshot).stated


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("我干了45天", 45),
        ("做了四十五天", 45),
        ("干了廿一天", 21),
        ("干了两周", 14),
        ("干了三个星期", 21),
        ("上了一个礼拜班", 7),
        ("两百天", 200),
        ("2月3日到3月5日", 32),
        ("2月1号到29号", 29),
        ("12月20日到1月5日", 17),
        ("干了两周补助一共多少", 14),
        ("干了9天补助一共多少", 9),
        ("干了30天补助多少", 30),
        ("半个月", None),
        ("一天补多少", None),
        ("每天多少", None),
        ("7天配送一次", None),
        ("3天内拨付吗", None),
        ("2月30日到3月5日", None),
    ],
)
def test_days(text: str, days: int | None, snapshot: Snapshot) -> None:
    counted = [
        quantity.value for quantity in stated(text, snapshot).quantities if quantity.fact == "days" and quantity.value
    ]
    assert counted == ([days] if days else [])


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("领三个月", 3),
        ("领了半年", 6),
        ("领了一年", 12),
        ("二月到六月", 5),
        ("十一月到二月", 4),
        ("两个季度", 6),
        ("每个月多少", None),
    ],
)
def test_months(text: str, months: int | None, snapshot: Snapshot) -> None:
    counted = [
        quantity.value for quantity in stated(text, snapshot).quantities if quantity.fact == "months" and quantity.value
    ]
    assert counted == ([months] if months else [])


def test_a_range_says_how_it_was_counted(snapshot: Snapshot) -> None:
    (days,) = (quantity for quantity in stated("2月3日到3月5日", snapshot).quantities if quantity.fact == "days")
    assert days.working is not None
    assert "32 天" in days.working


def test_two_parts_keep_their_own_facts(snapshot: Snapshot) -> None:
    quantities = [
        q for q in stated("前20天直接接触确诊病人，后10天没接触病人", snapshot).quantities if q.fact == "days"
    ]
    assert [(q.value, dict(q.facts).get("role")) for q in quantities] == [
        (20, "direct-contact"),
        (10, "other-epidemic"),
    ]


@pytest.mark.parametrize(
    ("text", "rates"),
    [("每天多少", ("days",)), ("一天补多少", ("days",)), ("每个月多少", ("months",)), ("补助多少", ())],
)
def test_a_unit_named_as_a_rate(text: str, rates: tuple[str, ...], snapshot: Snapshot) -> None:
    assert stated(text, snapshot).rates == rates
