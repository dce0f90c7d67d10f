"""What numbers are to others of the same talk: stages, some of a group, one member set right, family money, staffing."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import InTally, in_tally, tally_of


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("采样8天", "在药房13天", "补助总共多少"), [(8, 1, "D"), (13, 1, "O")]),
        (("采样8天", "在药房13天，补助总共多少"), [(8, 1, "D"), (13, 1, "O")]),
        (("采样8天", "之后在药房13天", "又回负压病房4天，总共多少"), [(8, 1, "D"), (13, 1, "O"), (4, 1, "D")]),
        (("采样8天", "然后在药房13天", "又回来4天"), [(8, 1, "D"), (13, 1, "O"), (4, 1, "D")]),
        (("采样8天补助多少", "在药房13天补助多少"), [(13, 1, "O")]),
        (("采样8天", "不对，十七"), [(17, 1, "D")]),
        (("采样8天", "不是，17"), [(17, 1, "D")]),
        (("家属慰问金发了4个月一共多少", "不对，三"), [(3, 1, None)]),
        (("我和我姐都采样，我8天她12天", "我姐是13天，说错了"), [(8, 1, "D"), (13, 1, "D")]),
        (("我和我姐都采样，我8天她12天", "不对，她是13天"), [(8, 1, "D"), (13, 1, "D")]),
        (("我和我姐都采样，我8天她12天", "她那边要添4天"), [(8, 1, "D"), (12, 1, "D"), (4, 1, "D")]),
        (("采样31天", "不是31，查了是29"), [(29, 1, "D")]),
        (("上月采样19天，这月采样6天", "上月那19天里有4天没上"), [(15, 1, "D"), (6, 1, "D")]),
        (("采样31天", "也不全在那边，有8天在药房"), [(8, 1, "O"), (23, 1, "D")]),
        (("四个护士采样各9天", "还有一个在药房，也9天", "五个人一共多少"), [(9, 4, "D"), (9, 1, "O")]),
    ],
)
def test_turns_go_on_from_what_was_told(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns)) == spells


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("六个人采样，每人13天，其中一个8天",), [(13, 5, "D"), (8, 1, "D")]),
        (("六个人采样，每人13天，其中两个人只干了8天",), [(13, 4, "D"), (8, 2, "D")]),
        (("六个人采样", "每人13天", "其中一个半路走了，只干了8天"), [(13, 5, None), (8, 1, None)]),
        (("三个人采样，两个人在药房，五个人都是9天",), [(9, 3, "D"), (9, 2, "O")]),
        (("5个人管8间，我采样9天",), [(9, 1, "D")]),
        (("5个人管8间，都采样，每人9天",), [(9, 5, "D")]),
        (("我采样9天，听说要乘1.5",), [(9, 1, "D")]),
        (("2月20号到3月9号采样，今年二月是29天",), [(19, 1, "D")]),
        (("7号进隔离病房，15号出来",), [(9, 1, "D")]),
        (("2月8号开始采样到那个月月底",), [(22, 1, "D")]),
    ],
)
def test_what_numbers_are_to_each_other(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns, wanted="days")) == spells


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("采样9天，家里那一千领了两回，合计", [2]),
        ("采样9天，再加上俩月的慰劳钱", [2]),
        ("采样9天，家里每月那份慰劳钱，四个月，加起来", [4]),
        ("采样9天，正好一个月，再加上给家里的慰劳钱", [1]),
        ("采样9天，慰问金不算，补助多少", []),
        ("采样9天，家里那份慰问金，一组3个月", [3]),
    ],
)
def test_money_for_the_family(said: str, months: list[int], program: Program) -> None:
    tally = tally_of(program, said)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.of("months")] == months
    assert [spell.low for spell in tally.of("days")] == [9]


@pytest.mark.parametrize(
    "turns",
    [
        ("采样8天", "不对，十七或十九"),
        ("我和我姐都采样，我8天她12天", "记错了，是13天"),
        ("六个人采样，每人13天，其中一个请了3天假",),
        ("六个人采样，每人13天，其中一个少干了3天",),
        ("采样9天，乘1.5",),
        ("采样9天，加上家里那一千，一共多少",),
        ("2月20号到3月9号在药房，二月29天在隔离病房",),
        ("采样，5号去做的核酸，7号出结果",),
        ("采样，3号去问的，12号走的流程",),
        ("我采样，5号去交的材料，14号出结果，补多少",),
        ("采样8天", "不对，十八" + "该是" * 30 + "喵"),
    ],
)
def test_no_sum_is_told(turns: tuple[str, ...], program: Program) -> None:
    assert isinstance(tally_of(program, *turns), Doubt)


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("我们6个护士采样，每人11天，一共多少", "那每个人能拿多少"), [(11, 1, "D")]),
        (("我们6个护士采样，每人11天，一共多少", "那每个人能拿多少", "大家加起来呢，全部算上"), [(11, 6, "D")]),
        (("我们6个护士采样，每人11天，一共多少", "那每个人能拿多少", "不对，是12天"), [(12, 6, "D")]),
        (("一月采样14天，一共多少", "二月11天，补助总共多少"), [(11, 1, None)]),
        (("一月采样14天", "二月11天，补助总共多少"), [(14, 1, "D"), (11, 1, "D")]),
        (("一月采样14天，一共多少", "二月11天"), [(14, 1, "D"), (11, 1, "D")]),
        (("一月采样14天", "说错了，13天", "二月11天，补助总共多少"), [(13, 1, "D"), (11, 1, "D")]),
        (("2月6号到2月19号采样", "三月干了9天"), [(14, 1, "D"), (9, 1, "D")]),
        (("我2月8号进的隔离病房，到现在补助没到账", "待到2月27号，补助一共多少"), [(20, 1, "D")]),
        (("我2月8号进的隔离病房，前两天摔了腿，能报吗",), []),
        (("我在天津采样，前三天摔了腿，今天还疼，能报吗",), []),
    ],
)
def test_what_later_turns_are_to_earlier_ones(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns, wanted="days")) == spells


@pytest.mark.parametrize(
    "turns",
    [
        ("1月25号到3月6号采样，一共多少", "二月15天，一共多少"),
        ("1月25号到3月6号采样", "二月干了15天"),
        ("我2月8号进的隔离病房，到现在没歇过",),
        ("我2月8号进的隔离病房，干到今天还没出来",),
    ],
)
def test_what_overlaps_or_goes_on_is_asked(turns: tuple[str, ...], program: Program) -> None:
    assert isinstance(tally_of(program, *turns, wanted="days"), Doubt)


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("我表姐、堂妹、舅妈，三个人都采样", "都干了9天，总共多少"), [(9, 3, None)]),
        (("我表姐、那谁、小舅子，三个人都采样，都干了9天，总共多少",), [(9, 3, "D")]),
        (("3月上半月采样7天，下半月采样11天，合计",), [(7, 1, "D"), (11, 1, "D")]),
        (("采样，腊月出了3天，正月出了8天，一共",), [(3, 1, "D"), (8, 1, "D")]),
        (("采样，第一遭4天，第二遭8天，合计",), [(4, 1, "D"), (8, 1, "D")]),
        (("一月采样7天", "二月12天", "三月10天", "说错了，二月应该是13天"), [(7, 1, "D"), (13, 1, "D"), (10, 1, "D")]),
        (("一月采样7天", "二月12天", "三月10天", "不对，三月是11天", "总共多少"), [(7, 1, "D"), (12, 1, "D"), (11, 1, "D")]),
    ],
)
def test_all_that_is_told_is_counted_once(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns, wanted="days")) == spells


@pytest.mark.parametrize(
    "turns",
    [
        ("5个护士，4个采样，1个在药房", "都干了9天，总共多少"),
        ("我表姐和堂妹都采样", "都干了9天，总共多少"),
        ("一月采样7天，二月12天", "说错了，三月应该是13天"),
    ],
)
def test_what_is_said_of_people_told_apart_is_asked(turns: tuple[str, ...], program: Program) -> None:
    assert isinstance(tally_of(program, *turns, wanted="days"), Doubt)


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("五个人采样，每人9天", "小宋没去，把她去掉"), [(9, 4, "D")]),
        (("五个人采样，每人9天", "走了两个"), [(9, 3, "D")]),
        (("六个人采样各8天，我舅也采样13天", "别算小赵和我舅"), [(8, 5, "D")]),
        (("六个人采样各8天，我舅也采样13天", "小赵和我舅没来，把他们去掉"), [(8, 5, "D")]),
        (("六个人采样各8天，我舅也采样13天", "小赵和小钱没来，把他俩去掉"), [(8, 4, "D"), (13, 1, "D")]),
        (("我采样8天，我姐也采样13天", "不算我姐姐"), [(8, 1, "D")]),
        (("慰问金3个月一共多少", "慰问金不算了"), []),
        (("采样8天", "完了去药房13天"), [(8, 1, "D"), (13, 1, "O")]),
        (("五个人采样，每人9天，一共多少", "其实小宋只干了4天"), [(9, 4, "D"), (4, 1, "D")]),
        (("2月3号到2月9号采样，一共多少", "1月20号到1月23号也采样"), [(7, 1, "D"), (4, 1, "D")]),
        (("五个人采样，每人9天", "按四个人算"), [(9, 4, "D")]),
        (("我和我姐都采样，我8天她12天", "别算我姐的"), [(8, 1, "D")]),
        (("采样8天", "我舅干了15天，他的不用算"), [(8, 1, "D")]),
        (("我和我姐都采样，我8天她12天，一共多少", "她是14天"), [(8, 1, "D"), (14, 1, "D")]),
        (("我和我姐都采样，我8天她12天", "她改成14天"), [(8, 1, "D"), (14, 1, "D")]),
        (("采样8天多少", "3月12天，加起来呢"), [(8, 1, "D"), (12, 1, "D")]),
        (("采样8天", "哦少记了3天"), [(8, 1, "D"), (3, 1, "D")]),
        (("采样8天，慰问金2个月，一共多少", "慰问金不算了"), [(8, 1, "D")]),
        (("家属慰问金从二月领到五月，一共多少", "三月那份没给"), [(3, 1, None)]),
        (("采样8天，慰问金2个月，一共多少", "哦慰问金是3个月"), [(8, 1, "D"), (3, 1, None)]),
    ],
)
def test_who_and_what_is_taken_out_or_set_right_later(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns)) == spells


def test_a_rest_between_rounds_counts_nothing(program: Program) -> None:
    assert in_tally(tally_of(program, "头一轮采样9天，歇半个月，第二轮又9天，一共多少")) == [(9, 1, "D"), (9, 1, "D")]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("采样的七个人，里头三人各14天，四人各6天，合计", [(14, 3, "D"), (6, 4, "D")]),
        ("仨护士都采样，一个4天一个15天一个16天，合计", [(4, 1, "D"), (15, 1, "D"), (16, 1, "D")]),
        ("我俩都采样，他5天我16天，一个家", [(5, 1, "D"), (16, 1, "D")]),
        ("我俩都采样，他5天我16天，一家人", [(5, 1, "D"), (16, 1, "D")]),
        ("先采样6天，后来药房8天，那段没进病房，一共", [(6, 1, "D"), (8, 1, "O")]),
        ("采样上9天歇3天，这么轮了四轮，歇的不算", [(36, 1, "D")]),
        ("采样，二月份做了17日", [(17, 1, "D")]),
        ("我采样69天，我同事两个39天在药房，一共", [(69, 1, "D"), (78, 1, "O")]),
    ],
)
def test_each_is_counted_with_their_own(said: str, spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, said, wanted="days")) == spells


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        (("采样6天", "再上9天", "再去4天一共多少"), [6, 9, 4]),
        (("2月1号到2月5号采样", "2月20号到2月23号又上去了，一共多少"), [5, 4]),
        (("2月1号到2月5号采样", "回来了，中间歇了6天", "2月20号到2月23号，一共多少"), [5, 4]),
        (("采样6天", "说错了，是9天", "一共多少"), [9]),
    ],
)
def test_what_was_told_is_dropped_only_by_a_correction(program: Program, turns: tuple[str, ...], days: list[int]) -> None:
    result = tally_of(program, *turns)
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == days


def test_days_spent_at_home_between_are_asked_about(program: Program) -> None:
    result = tally_of(program, "采样16天", "中间回家住了6天")
    assert isinstance(result, Doubt)
    assert (result.reason, result.off) == (Reason.DAYS_OFF, 6)


@pytest.mark.parametrize(
    ("turns", "spells"),
    [
        (("首段7天采样，中段9天，尾段4天，补助合计多少",), [(7, 1, "D"), (9, 1, "D"), (4, 1, "D")]),
        (("采样，头一茬7天，二一茬9天，末一茬4天，合计多少",), [(7, 1, "D"), (9, 1, "D"), (4, 1, "D")]),
        (("采样分三回，第一回6天，第二回8天，第三回没去成，一共多少",), [(6, 1, "D"), (8, 1, "D")]),
        (("采样，第一段6天，第二段8天，一共多少", "第二段说错了，是11天，第一段照旧"), [(6, 1, "D"), (11, 1, "D")]),
        (("采样第一段6天", "第二段8天，一共多少"), [(6, 1, "D"), (8, 1, "D")]),
        (("采样，先6天后8天，一共多少", "第二段是11天，不是8"), [(6, 1, "D"), (11, 1, "D")]),
        (("采样24天，多少钱", "不对，是21天，那三天回家带娃了"), [(21, 1, "D")]),
        (("夫妻俩都采样，丈夫13天，妻子9天，一共多少",), [(13, 1, "D"), (9, 1, "D")]),
        (("小两口都采样，男的13天，女的9天，一共多少",), [(13, 1, "D"), (9, 1, "D")]),
        (("九个人采样，每人8天，后来有三个没上岗，一共多少",), [(8, 6, "D")]),
        (("一个月零三天，一个月按30天算，采样",), [(33, 1, "D")]),
        (("采样18天，他算了半天没算明白，一共多少",), [(18, 1, "D")]),
        (("采样18天，补助加上这个月的慰问金一共多少",), [(18, 1, "D"), (1, 1, None)]),
        (("慰问金两户人家各过各的，三个月两家一共多少",), [(3, 2, None)]),
    ],
)
def test_orders_corrections_and_homes(turns: tuple[str, ...], spells: InTally, program: Program) -> None:
    assert in_tally(tally_of(program, *turns)) == spells


@pytest.mark.parametrize(
    "said", ["3.2-3.6采样，3.15领证，一共多少", "三月6日，四月8日，采样，一共多少", "采样三回，第一回6天，第二回8天，一共多少"]
)
def test_what_is_open_stays_open(said: str, program: Program) -> None:
    assert isinstance(tally_of(program, said, wanted="days"), Doubt)


@pytest.mark.parametrize("turns", [("采样第一段6天", "第三段8天，一共多少"), ("采样24天，多少钱", "不对，是21天，那两天没上班")])
def test_a_turn_that_does_not_fit_those_before_is_asked_about(turns: tuple[str, ...], program: Program) -> None:
    assert isinstance(tally_of(program, *turns, wanted="days"), Doubt)
