"""What messages count: spells, people, facts, and doubts."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("在隔离病房干了20天，一共多少", [(20, 20, "", 1, D)]),
        ("我跟我老公，他300我200，各30天", [(30, 30, "", 1, O), (30, 30, "老公", 1, D)]),
        ("两口子都干28天，一个在隔离病房一个在药房", [(28, 28, "", 1, D), (28, 28, "", 1, O)]),
        ("四个人采样，合起来52个人天", [(52, 52, "", 1, D)]),
        ("在隔离病房，上两天歇一天，前后整30天", [(20, 20, "", 1, D)]),
        ("2月1日到25日在隔离病房，中间请了3天假，得扣掉", [(22, 22, "", 1, D)]),
        ("先说在药房干了10天，不对，是1月3日到1月5日", [(3, 3, "", 1, O)]),
        ("采样不是30天，是25天", [(25, 25, "", 1, D)]),
        ("采样干了5个星期，每星期上6天", [(30, 30, "", 1, D)]),
        (
            "头一轮14天、第二轮10天、第三轮7天，都采样，把三轮加起来",
            [(14, 14, "", 1, D), (10, 10, "", 1, D), (7, 7, "", 1, D)],
        ),
        ("采样分两回，17天、11天", [(11, 11, "", 1, D), (17, 17, "", 1, D)]),
        ("采样16天，我家3号楼1204", [(16, 16, "", 1, D)]),
        ("采样，2月歇了4天其余都上，3月歇了6天其余都上", [(25, 25, "", 1, D), (25, 25, "", 1, D)]),
        ("援鄂36天，前20天采样，后16天在药房", [(20, 20, "", 1, D), (16, 16, "", 1, O)]),
        ("头12天采样，后头6天在药房", [(12, 12, "", 1, D), (6, 6, "", 1, O)]),
        ("采样36天，之前6天在药房", [(36, 36, "", 1, D), (6, 6, "", 1, O)]),
        ("先采样9天，后来在药房12天，那12天不累", [(9, 9, "", 1, D), (12, 12, "", 1, O)]),
        ("采样，2月11号到3月10号，2月23号24号两天没上", [(27, 27, "", 1, D)]),
        ("采样，2月3号到2月12号，最后一天没上", [(9, 9, "", 1, D)]),
        ("我采样12天，能不能按24天算", [(12, 12, "", 1, D)]),
        ("采样28天，不对，中间有2天没采", [(26, 26, "", 1, D)]),
        ("采样一周上4天，上了5周", [(20, 20, "", 1, D)]),
        ("我采样11天，小李比我多待了3天，也采样", [(11, 11, "", 1, D), (14, 14, "小李", 1, D)]),
        ("同样干21天，采样比在药房多拿多少", [(21, 21, "", 1, D), (21, 21, "", 1, O)]),
        ("去武汉采样15天，回来隔离14天没干活不算，又在发热门诊看疑似的9天", [(9, 9, "", 1, None), (15, 15, "", 1, D)]),
    ],
)
def test_spells(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("采样和分发各13天", Reason.EACH_OR_TOGETHER),
        ("2月1日到3月1日采样，隔离14天", Reason.DAYS_OFF),
        ("采样40天，上个月20天", Reason.WHICH_SPELL),
        ("采样两回，17天、11天、6天", Reason.WHICH_SPELL),
    ],
)
def test_doubts(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}



@pytest.mark.parametrize("said", ["采样，2月3号到9号，2月15号也上了", "整个3月还有5月都采样"])
def test_days_of_which_nothing_more_is_told_are_a_doubt(said: str, read: Read) -> None:
    assert read(said).doubts


def test_what_was_only_thought_is_not_counted(read: Read) -> None:
    assert [spell.low for spell in read("采样，我一开始以为是25天，查了记录，2月6天，3月12天").spells] == [6, 12]


def test_several_homes_are_asked_about(program: Program) -> None:
    said = "我家和我姐家，两家合起来，四个月慰问金"
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"months"}), tiers=program.tiers)
    assert [doubt.reason for doubt in counting.doubts] == [Reason.EACH_OR_TOGETHER]


def test_a_month_that_money_was_given_for_counts_one(program: Program) -> None:
    said = "采样9天，加上3月那份慰问金，一共多少"
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"days"}), tiers=program.tiers)
    assert {(spell.fact, spell.low) for spell in counting.spells} == {("days", 9), ("months", 1)}


def test_months_side_by_side_of_monthly_money(program: Program) -> None:
    counting = program.reader.read("二三四月的慰问金一共多少", (), year=2020, wanted=frozenset({"days"}), tiers=program.tiers)
    assert [(spell.fact, spell.low) for spell in counting.spells] == [("months", 3)]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("采样8天，休3天，采样8天，一共多少", [(8, 8, "", 1, D), (8, 8, "", 1, D)]),
        ("采样，九天，四天，再来两天，一共多少", [(9, 9, "", 1, D), (4, 4, "", 1, D), (2, 2, "", 1, D)]),
        ("采样，应出勤28天，实出勤25天", [(25, 25, "", 1, D)]),
        ("采样一共33天，其中4天请假，实际29天", [(29, 29, "", 1, D)]),
        ("20天里在隔离病房12天，在药房8天", [(12, 12, "", 1, D), (8, 8, "", 1, O)]),
        ("前头十三天，后头八天，不对后头九天，采样，一共多少", [(13, 13, "", 1, D), (9, 9, "", 1, D)]),
        ("采样12天，另外3天在家休息不算", [(12, 12, "", 1, D)]),
        ("头九天在隔离病房，中间4天没上班，后九天又在隔离病房", [(9, 9, "", 1, D), (9, 9, "", 1, D)]),
        ("三月就休了5天，剩下全在隔离病房", [(26, 26, "", 1, D)]),
        ("4月，隔离病房，除4月4日、4月6日外全勤", [(28, 28, "", 1, None)]),
        ("三月只休了3个周日，别的天都在隔离病房", [(28, 28, "", 1, D)]),
        (
            "我们三个护士都在隔离病房，一个干了8天，一个干了9天，一个干了11天",
            [(8, 8, "第1个", 1, D), (9, 9, "第2个", 1, D), (11, 11, "第3个", 1, D)],
        ),
    ],
)
def test_told_one_after_another(read: Read, said: str, spells: Shown) -> None:
    """Spells by their order, with rests between, in a row; what was planned; months but for some days; people without names."""
    counting = read(said)
    assert not counting.doubts
    assert shown(counting) == spells


@pytest.mark.parametrize(
    "said",
    [
        "前两周隔离病房，第三周歇，第四周隔离病房",
        "三月上旬和下旬在隔离病房",
        "采样40天，已经发了5000块，还差多少",
        "2月3号进去采样，后来3月1号到3月9号",
        "采样，整个二月，三月上到十号三月十一号就没去了",
    ],
)
def test_what_is_left_of_it_is_a_doubt(read: Read, said: str) -> None:
    """Stages, parts of months, money and days that no count took up."""
    assert read(said).doubts
