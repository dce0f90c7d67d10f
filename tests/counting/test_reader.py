"""What messages count: spells, people, facts, and doubts."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.counting.tree import Counting, Relation
from bot.model.tally import Reason
from tests.counting.conftest import Read

D, O = "direct-contact", "other-epidemic"  # noqa: E741


def shown(counting: Counting) -> list[tuple[int, int, str, int, str | None]]:
    """Spells in short: low, high, person, people, role."""
    return [(s.low, s.high, s.person, s.people, dict(s.facts).get("role")) for s in counting.spells]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("在隔离病房干了20天，一共多少", [(20, 20, "", 1, D)]),
        ("前20天在隔离病房，后10天守卡口", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("在隔离病房，干了20天；后来在药房，做了10天", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("20天，在隔离病房；10天，在药房", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("1月6天，2月22天，都是守卡口", [(6, 6, "", 1, O), (22, 22, "", 1, O)]),
        ("2月4号到10号在隔离病房，后来18号到25号又进去一回", [(7, 7, "", 1, D), (8, 8, "", 1, D)]),
        ("我在隔离病房20天，老公在药房15天", [(20, 20, "", 1, D), (15, 15, "老公", 1, O)]),
        ("小王16天小李9天，都是采样的", [(16, 16, "小王", 1, D), (9, 9, "小李", 1, D)]),
        ("三个护士在隔离病房，每人10天", [(10, 10, "", 3, D)]),
        ("我跟我老公都在药房，各30天", [(30, 30, "", 1, O), (30, 30, "老公", 1, O)]),
        ("我跟我老公，他300我200，各30天", [(30, 30, "", 1, O), (30, 30, "老公", 1, D)]),
        ("两口子都干28天，一个在隔离病房一个在药房", [(28, 28, "", 1, D), (28, 28, "", 1, O)]),
        ("四个人采样，合起来52个人天", [(52, 52, "", 1, D)]),
        ("同样22天，她在隔离病房，我在药房", [(22, 22, "她", 1, D), (22, 22, "", 1, O)]),
        ("一共干了30天，其中12天在隔离病房，剩下的都在药房", [(12, 12, "", 1, D), (18, 18, "", 1, O)]),
        ("一共49天，前10天守卡口，后39天在隔离病房", [(10, 10, "", 1, O), (39, 39, "", 1, D)]),
        ("40天，一半在隔离病房一半在药房", [(20, 20, "", 1, D), (20, 20, "", 1, O)]),
        ("在隔离病房，上两天歇一天，前后整30天", [(20, 20, "", 1, D)]),
        ("在隔离病房30天，扣掉休息4天", [(26, 26, "", 1, D)]),
        ("2月1日到25日在隔离病房，中间请了3天假，得扣掉", [(22, 22, "", 1, D)]),
        ("在隔离病房，7天一轮干了3轮", [(21, 21, "", 1, D)]),
        ("在隔离病房，1月24号进去的，2月10号出来", [(18, 18, "", 1, D)]),
        ("先说在药房干了10天，不对，是1月3日到1月5日", [(3, 3, "", 1, O)]),
        ("采样不是30天，是25天", [(25, 25, "", 1, D)]),
        ("总共上了30天班，光隔离病房那11天该给多少", [(11, 11, "", 1, D)]),
        ("在隔离病房三五天", [(3, 5, "", 1, D)]),
        ("去武汉采样45天，回来隔离14天", [(45, 45, "", 1, D)]),
        ("采样干了5个星期，每星期上6天", [(30, 30, "", 1, D)]),
        ("6个人轮着采样，2个人各10天，另外4个人各7天", [(10, 10, "", 2, D), (7, 7, "", 4, D)]),
        ("8个护士，3个在隔离病房每人40天，5个在药房每人30天", [(40, 40, "", 3, D), (30, 30, "", 5, O)]),
        (
            "头一轮14天、第二轮10天、第三轮7天，都采样，把三轮加起来",
            [(14, 14, "", 1, D), (10, 10, "", 1, D), (7, 7, "", 1, D)],
        ),
        ("2月27、28、29，3月1、2、4这几天，都是采样", [(3, 3, "", 1, D), (3, 3, "", 1, D)]),
        ("我儿子都上学了，我在药房也干了20天", [(20, 20, "", 1, O)]),
        ("我爱人去武汉采样45天，我在药房30天", [(45, 45, "爱人", 1, D), (30, 30, "", 1, O)]),
        ("财务说我按600一天，可我就采样11天", [(11, 11, "", 1, D)]),
        ("采样18天，孩子上小学二年级", [(18, 18, "", 1, D)]),
        ("采样一个星期", [(7, 7, "", 1, D)]),
        ("我们科12个人，每人采样15天", [(15, 15, "", 12, D)]),
        ("采样肆拾贰天", [(42, 42, "", 1, D)]),
        ("采样分两回，17天、11天", [(11, 11, "", 1, D), (17, 17, "", 1, D)]),
        ("采样去了一趟8天一趟6天", [(6, 6, "", 1, D), (8, 8, "", 1, D)]),
        ("三月上旬，也就是3月1日到3月10日采样", [(10, 10, "", 1, D)]),
        ("从2月3一直干到3月4采样", [(31, 31, "", 1, D)]),
        ("采样16天，一天做80份", [(16, 16, "", 1, D)]),
        ("采样16天，我家3号楼1204", [(16, 16, "", 1, D)]),
        ("采样一轮12天，出来歇了10天，又一轮9天", [(9, 9, "", 1, D), (12, 12, "", 1, D)]),
        ("二月、三月两个整月采样", [(60, 60, "", 1, D)]),
        ("采样9天，在隔离病房9天，一共多少", [(9, 9, "", 1, D), (9, 9, "", 1, D)]),
        ("四个人轮着采样，一人9天", [(9, 9, "", 4, D)]),
        ("我妹采样9天，我采样7天，光我的多少", [(7, 7, "", 1, D)]),
        ("我妹采样9天，我采样7天，我的该领多少", [(7, 7, "", 1, D)]),
        ("3月2号到11号采样，3月9号到16号采样", [(15, 15, "", 1, D)]),
        ("采样，2月12天，3月比2月多5天", [(12, 12, "", 1, D), (17, 17, "", 1, D)]),
        ("采样，2月歇了4天其余都上，3月歇了6天其余都上", [(25, 25, "", 1, D), (25, 25, "", 1, D)]),
        ("33天班，20天采样，余下的在药房", [(20, 20, "", 1, D), (13, 13, "", 1, O)]),
        ("一共40天，四分之一的时间采样，其余的在药房", [(10, 10, "", 1, D), (30, 30, "", 1, O)]),
        ("援鄂36天，前20天采样，后16天在药房", [(20, 20, "", 1, D), (16, 16, "", 1, O)]),
        ("采样36天，前6天在药房", [(6, 6, "", 1, O), (30, 30, "", 1, D)]),
        ("头12天采样，后头6天在药房", [(12, 12, "", 1, D), (6, 6, "", 1, O)]),
        ("采样36天，之前6天在药房", [(36, 36, "", 1, D), (6, 6, "", 1, O)]),
        ("30天，三分之一采样，三分之二在药房", [(10, 10, "", 1, D), (20, 20, "", 1, O)]),
        ("头一趟采样9天，第二趟是头一趟的两倍", [(9, 9, "", 1, D), (18, 18, "", 1, D)]),
        ("先采样9天，后来在药房12天，那12天不累", [(9, 9, "", 1, D), (12, 12, "", 1, O)]),
        ("采样，2月11号到3月10号，2月23号24号两天没上", [(27, 27, "", 1, D)]),
        ("采样，1月27号到2月18号，头尾两天也上班了", [(23, 23, "", 1, D)]),
        ("采样，2月3号到2月12号，最后一天没上", [(9, 9, "", 1, D)]),
        ("采样，三月上旬一号到八号", [(8, 8, "", 1, D)]),
        ("4个同事采样，每人7天，完了小陈又多待了5天", [(5, 5, "小陈", 1, D), (7, 7, "", 4, D)]),
        ("妹子你帮我看看，采样2月24号到3月4号", [(10, 10, "", 1, D)]),
        ("我采样17天，我弟送饭17天，别算他", [(17, 17, "", 1, D)]),
        ("我采样17天，我弟在药房12天，我能拿多少", [(17, 17, "", 1, D)]),
        ("我采样12天，能不能按24天算", [(12, 12, "", 1, D)]),
        ("我们五个人采样，加在一块儿是45天", [(45, 45, "", 1, D)]),
        ("两个大夫三个护士，都采样，一人7天", [(7, 7, "", 5, D)]),
        ("采样，头回5天二回7天三回6天", [(5, 5, "", 1, D), (6, 6, "", 1, D), (7, 7, "", 1, D)]),
        ("采样28天，不对，中间有2天没采", [(26, 26, "", 1, D)]),
        ("采样四十天差一天", [(39, 39, "", 1, D)]),
        ("采样五个礼拜少一天", [(34, 34, "", 1, D)]),
        ("采样一周上4天，上了5周", [(20, 20, "", 1, D)]),
        ("我干了20天，是三百那一档", [(20, 20, "", 1, D)]),
        ("去武汉采样，2月20号去的，3月1号还在那边", [(11, 11, "", 1, D)]),
        ("我采样11天，小李比我多待了3天，也采样", [(11, 11, "", 1, D), (14, 14, "小李", 1, D)]),
        ("忙了9天采样，再后来在药房，忙了20天", [(9, 9, "", 1, D), (20, 20, "", 1, O)]),
        ("采样先8天，休整完又11天", [(8, 8, "", 1, D), (11, 11, "", 1, D)]),
        ("采样三个星期一天没歇", [(21, 21, "", 1, D)]),
        ("采样，赵10天、孙12天、我8天", [(8, 8, "", 1, D), (10, 10, "赵", 1, D), (12, 12, "孙", 1, D)]),
        ("三个采样的每人15天，两个在药房的每人12天", [(12, 12, "", 2, O), (15, 15, "", 3, D)]),
        ("守卡口：2.3-2.9，2.17-2.23，上一周歇一周", [(7, 7, "", 1, O), (7, 7, "", 1, O)]),
        ("同样干21天，采样比在药房多拿多少", [(21, 21, "", 1, D), (21, 21, "", 1, O)]),
        ("采样，2月5号到25号，2月14号那天没上", [(20, 20, "", 1, D)]),
        ("采样，一共40天，7天没去，剩下的都上了", [(33, 33, "", 1, D)]),
        ("二月三月两个月采样，全勤", [(60, 60, "", 1, D)]),
        ("采样，2.17进舱，2.28不用去了", [(11, 11, "", 1, D)]),
        ("俩人采样，一个2月3号到2月29号，另一个2月8号到2月29号", [(22, 22, "另一个", 1, D), (27, 27, "一个", 1, D)]),
        ("去武汉采样15天，回来隔离14天没干活不算，又在发热门诊看疑似的9天", [(9, 9, "", 1, None), (15, 15, "", 1, D)]),
        ("二月上半月都在采样", [(15, 15, "", 1, D)]),
    ],
)
def test_spells(said: str, spells: list[tuple[int, int, str, int, str | None]], read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("代号88，采样20天", Reason.UNPLACED),
        ("采样20天，系数3", Reason.UNPLACED),
        ("采样一个月零5天", Reason.MONTHS),
        ("采样半个月", Reason.MONTHS),
        ("采样2.5天", Reason.HALVES),
        ("采样三天半", Reason.HALVES),
        ("采样大概30天", Reason.ROUGHLY),
        ("采样30天左右", Reason.ROUGHLY),
        ("2月30日到3月5日采样", Reason.DATES),
        ("3月20号到3月5号采样", Reason.DATES),
        ("采样五百天", Reason.OUT_OF_RANGE),
        ("采样负5天", Reason.OUT_OF_RANGE),
        ("2月1号到10号采样，2月8号到15号在药房", Reason.OVERLAP),
        ("采样2月8号到3月8号，停电那天没上", Reason.DAYS_OFF),
        ("采样和分发各13天", Reason.EACH_OR_TOGETHER),
        ("采样20天，30天", Reason.WHICH_SPELL),
        ("我们5个人采样20天", Reason.EACH_OR_TOGETHER),
        ("采样每天350，干了20天", Reason.NO_SUCH_RATE),
        ("2月1日到3月1日采样，隔离14天", Reason.DAYS_OFF),
        ("干了20天，只有15天采样", Reason.WHICH_SPELL),
        ("2月采样12天，3月采样10天，4月比3月多5天", Reason.WHICH_SPELL),
        ("我和老公一共采样30天", Reason.EACH_OR_TOGETHER),
        ("采样从2月3日到3月5日共31天", Reason.WHICH_SPELL),
        ("四月份里采样32天", Reason.TOO_LONG),
        ("采样9天，在隔离病房9天", Reason.WHICH_SPELL),
        ("采样40天，三月20天", Reason.WHICH_SPELL),
        ("采样40天，上个月20天", Reason.WHICH_SPELL),
        ("在药房9天，在隔离病房的日子是它的三倍", Reason.WHICH_SPELL),
        ("采样两回，17天、11天、6天", Reason.WHICH_SPELL),
    ],
)
def test_doubts(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


@pytest.mark.parametrize("said", ["同事话两百蚊一日，我采样", "同事讲两百块一天，我采样", "今日落雨，我采样"])
def test_a_rate_told_and_today_are_no_day(said: str, read: Read) -> None:
    assert read(said).spells == ()


def test_two_rates_side_by_side_are_both_known(read: Read) -> None:
    assert read("一天两百三百的钱谁先垫").doubts == ()


def test_what_is_counted_but_for_what_nobody_placed(read: Read) -> None:
    found = read("我爸七十八了，谁能陪他看病")
    assert found.counted_but(Reason.UNPLACED) == ()
    assert read("采样20天").counted_but(Reason.UNPLACED) == ("days",)


@pytest.mark.parametrize(
    "noise",
    [
        "病人37.5度，",
        "我们在3楼，",
        "工龄10年，",
        "一天12小时，",
        "8个人一班，",
        "我25岁，",
        "住5楼，",
        "电话13812345678，",
        "三班倒，",
        "上个月，",
    ],
)
def test_numbers_that_are_no_operands(noise: str, read: Read) -> None:
    counting = read(f"{noise}在隔离病房干了20天")
    assert (shown(counting), counting.doubts) == ([(20, 20, "", 1, D)], ())


@pytest.mark.parametrize("said", ["一天补多少", "每天300对吗", "你好", "我是护士", "补助一共多少钱"])
def test_nothing_counted(said: str, read: Read) -> None:
    assert read(said).spells == ()


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("少算了5天", Relation.ADDS),
        ("后来又在药房5天", Relation.ADDS),
        ("再减5天", Relation.TAKES_OFF),
        ("其中5天在药房", Relation.OF_WHICH),
        ("不对，是25天", Relation.REPLACES),
        ("在药房25天", Relation.NEW),
    ],
)
def test_relations(said: str, relation: Relation, read: Read) -> None:
    assert read(said).relation is relation


def test_somebody_elses_place_is_not_mine(read: Read) -> None:
    counting = read("去武汉的是我师姐，我一直采样，19天")
    assert counting.spells[0].facts == (("role", D),)


def test_hearsay_is_no_rate(read: Read) -> None:
    assert read("听说按1200一天，我采样20天").doubts == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("我采样，33天，后来又21天，在药房", [(33, D), (21, O)]),
        ("我采样，33天，采样很累，后来又21天，在药房", [(33, D), (21, O)]),
        ("3天在药房，中间4天打杂，最后5天去别处，在隔离病房", [(3, O), (4, O), (5, D)]),
    ],
)
def test_marks_in_clauses_of_their_own_go_to_the_count_beside_them(said: str, expected: list[tuple[int, str]], read: Read) -> None:
    assert [(spell.low, dict(spell.facts).get("role")) for spell in read(said).spells] == expected


def test_a_time_told_first_is_of_the_one_who_follows(read: Read) -> None:
    counting = read("3月1号到9号，我爱人在药房。4月1号到4号，我采样，我俩一共多少")
    assert shown(counting) == [(9, 9, "爱人", 1, O), (4, 4, "", 1, D)]


def test_the_first_and_the_last_day_told_again_count_once(read: Read) -> None:
    assert [spell.low for spell in read("2月5日进的隔离病房，2月9日出来，进和出那两天都在岗").spells] == [5]


@pytest.mark.parametrize("said", ["采样，2月3号到9号，2月15号也上了", "整个3月还有5月都采样"])
def test_days_of_which_nothing_more_is_told_are_a_doubt(said: str, read: Read) -> None:
    assert read(said).doubts


def test_what_was_only_thought_is_not_counted(read: Read) -> None:
    assert [spell.low for spell in read("采样，我一开始以为是25天，查了记录，2月6天，3月12天").spells] == [6, 12]


def test_several_homes_are_asked_about(program: Program) -> None:
    said = "我家和我姐家，两家合起来，四个月慰问金"
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"months"}), tiers=program.tiers)
    assert [doubt.reason for doubt in counting.doubts] == [Reason.EACH_OR_TOGETHER]


def test_tax_is_not_taken_off_the_days(read: Read) -> None:
    counting = read("天天采样，一共三个星期，税后到我手里几多")
    assert (shown(counting), counting.relation) == ([(21, 21, "", 1, D)], Relation.NEW)


def test_a_month_that_money_was_given_for_counts_one(program: Program) -> None:
    said = "采样9天，加上3月那份慰问金，一共多少"
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"days"}), tiers=program.tiers)
    assert {(spell.fact, spell.low) for spell in counting.spells} == {("days", 9), ("months", 1)}


def test_months_side_by_side_of_monthly_money(program: Program) -> None:
    counting = program.reader.read("二三四月的慰问金一共多少", (), year=2020, wanted=frozenset({"days"}), tiers=program.tiers)
    assert [(spell.fact, spell.low) for spell in counting.spells] == [("months", 3)]


def test_one_persons_share_alone_is_asked_of_what_was_told(read: Read) -> None:
    assert read("光我的呢").share == ""


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("采样，第一周4天，第二周6天，两周一共", [(4, 4, "", 1, D), (6, 6, "", 1, D)]),
        ("隔离病房，第一个月21天，第二个月9天", [(21, 21, "", 1, D), (9, 9, "", 1, D)]),
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
        ("2月7号，我进的隔离病房，等出来都3月2号了", [(25, 25, "", 1, D)]),
        ("二百一天的那档，十六天", [(16, 16, "", 1, O)]),
        ("甲隔离病房13天，乙药房17天", [(13, 13, "甲", 1, D), (17, 17, "乙", 1, O)]),
        (
            "我们三个护士都在隔离病房，一个干了8天，一个干了9天，一个干了11天",
            [(8, 8, "第1个", 1, D), (9, 9, "第2个", 1, D), (11, 11, "第3个", 1, D)],
        ),
        ("去了3个护士采样，干了22天，仨人一共多少", [(22, 22, "", 3, D)]),
    ],
)
def test_told_one_after_another(read: Read, said: str, spells: list[tuple[int, int, str, int, str | None]]) -> None:
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


def test_what_is_waited_for_counts_nothing(read: Read) -> None:
    """Days until something, or waited for."""
    assert shown(read("采样12天，等钱等了30天")) == shown(read("采样12天，离解封还有9天")) == [(12, 12, "", 1, D)]


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("慰问金二月三月领了，四月那份后补，三个月一共多少", [3]),
        ("慰问金2月、3月领了，4月、5月下个月补，四个月合计多少", [4]),
        ("慰问金二月领了，三月没发，四月发了，两个月多少", [2]),
    ],
)
def test_months_named_one_by_one_are_not_counted_twice(program: Program, said: str, months: list[int]) -> None:
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"months"}))
    assert [spell.low for spell in counting.spells] == months


@pytest.mark.parametrize(("said", "doubted"), [("2020年2月采样，光2月就干了31天", True), ("2020年3月采样，光3月就干了31天", False)])
def test_more_days_than_a_month_has_are_a_doubt(read: Read, said: str, doubted: bool) -> None:
    assert (Reason.TOO_LONG in {doubt.reason for doubt in read(said).doubts}) is doubted


def test_what_is_said_of_one_month_is_not_of_the_month_before(read: Read) -> None:
    counting = read("2月采样12天，3月6天，4月去药房了，在药房5天，一共")
    roles = ["direct-contact", "direct-contact", "other-epidemic"]
    assert [(s.low, dict(s.facts)["role"]) for s in counting.spells] == list(zip([12, 6, 5], roles, strict=True))
