"""Who is the medical worker, whom a question is about, and what they are to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.people import People
from bot.understanding.read import read, still_about
from bot.understanding.said import Said
from bot.understanding.worker_meant import as_worker


def heard(text: str, snapshot: Snapshot, session: Session | None = None) -> Said:
    return read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我家那口子是护士，这份保单我在不在里面", "spouse"),
        ("我是护士的妈妈，她能增加休假吗", "self"),
        ("我是医生家属，他天天加班，规定必须让歇吗", "self"),
        ("我妹是劳务派遣的护士没编制，往后招聘谁给她推荐", "self"),
        ("我媳妇在医院连轴转，能给她放假吗", "self"),
        ("我是护士的妈妈，我能增加休假吗", "parent"),
        ("我当大夫的，陪诊的事保不保我外婆", "other-relative"),
        ("我在急诊当护士，我大姑姐也能去体检吗", "other-relative"),
        ("闺女在发热门诊当护士，我这份药费报不报", "parent"),
        ("我男朋友是一线护士，我也能领吗", "partner"),
        ("婚礼推迟了没领证，我老公是一线医生，我能报吗", "partner"),
        ("我姐是一线护士，我家能领慰问金吗", "other-relative"),
        ("我妈是一线护士，我家能领慰问金吗", "family"),
        ("我是护士，我老公住院了，他照我这样报行不行", "spouse"),
        ("我是援鄂护士的老婆，我也能免吗", "spouse"),
        ("我是医疗队队员的弟弟，我有份吗", "other-relative"),
        ("我老公被我传染了，能认工伤不", "spouse"),
        ("我大姑姐是一线护士，我爸妈能享受吗", "other-relative"),
        ("我弟媳是一线护士，我爸妈能享受吗", "parent-in-law"),
        ("我大伯子是一线医生，公公婆婆能享受吗", "parent"),
        ("男朋友跟队去湖北了，还没领证，能送给我不", "partner"),
        ("老公是一线大夫，我自个儿摔了住院，财政给全补吗", "spouse"),
        ("女儿在急诊当护士，我这做妈的吃降压药，能报吗", "parent"),
        ("我是一线护士，外甥跟着我能沾光吗", "other-relative"),
        ("婆婆要看病，我这个一线儿媳妇能申请陪诊吗", "self"),
        ("看病的其实是我妈，我是护士", "parent"),
        ("我在一线，我舅舅做手术", "other-relative"),
        ("医生她老公，开饭馆的，我能有份吗", "spouse"),
        ("我岳母跟我们住，街道能照应她吗", "parent-in-law"),
        ("我是大夫，外甥女住我家，有人能看护他吗", "other-relative"),
        ("我在急诊当护士，我小姑姐也能去体检吗", "other-relative"),
        ("我妈在隔离病房搞清洁，孩子还小，那份钱有她份吗", "self"),
        ("我老公去了湖北支援，家里剩婆婆和我，补助有他份吗", "self"),
        ("我爱人支援武汉，孩子病了，她那边看病能报吗", "self"),
        ("我老公在发热门诊，我妈住院了，陪诊有她份吗", "parent-in-law"),
        ("我爸是一线大夫，奶奶跟我们住，社区能照看奶奶吗", "parent"),
        ("我妈在一线，我爸跑长途，能来人照看外婆吗", "parent"),
        ("我妈是护士，二舅在医院门口测温，他也有补助吗", "self"),
        ("我妈是护士，二舅在家歇着，他也有补助吗", "other-relative"),
        ("我嫂子家每月领着慰问金，我们另过，我们也能领吗", "other-relative"),
        ("我是护士，我嫂子家领了慰问金，我也能领吗", "self"),
        ("给不给我上，我是他媳妇", "spouse"),
        ("我是她妯娌，我能领吗", "other-relative"),
        ("我是护士的姐夫，我儿子上小学能照顾吗", "other-relative"),
        ("我是她大姨姐，她家闺女中考能照顾吗", "child"),
        ("她是我弟媳，我家孩子能进公办吗", "other-relative"),
        ("她是我姐，我儿子上小学能照顾吗", "other-relative"),
    ],
)
def test_whoever_gets_something_is_seen_from_the_worker(text: str, relation: str, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.relation() == relation


def test_who_only_does_it_for_the_worker_gets_nothing(snapshot: Snapshot) -> None:
    assert heard("家属能替他报工伤吗", snapshot).people.relation() != "family"
    assert heard("家属能报吗", snapshot).people.relation() == "family"


def test_a_stranger_called_elder_sister_is_nobodys_kin(snapshot: Snapshot) -> None:
    assert heard("保安大叔帮着拦人，他们有补助吗", snapshot).people.relation() is None
    assert heard("我大姐在超市上班，她能领补助吗", snapshot).people.relation() is not None


def test_of_several_medical_workers_the_one_named_is_asked_of(snapshot: Snapshot) -> None:
    both = Session(region="hongqiao", staff=("mother", "self"), spoken_of="mother")
    assert heard("先讲她每天多少", snapshot, both).people.worker() == "mother"
    assert heard("一天多少", snapshot, both).people.worker() is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我公公是一线大夫，孩子上幼儿园能优先吗", "other-relative"),
        ("我妈是一线护士，我儿子上幼儿园能优先吗", "other-relative"),
        ("我爸是一线大夫，我闺女上幼儿园，这算医护家的孩子吗", "other-relative"),
        ("我妈是老护士，我儿子上幼儿园，我本人不是学医的，这算医护家的孩子吗", "other-relative"),
        ("妈妈是一线护士，孩子上幼儿园能优先吗", "child"),
        ("我妹是一线护士，她儿子上幼儿园能优先吗", "child"),
        ("我妹是一线护士，我闺女是她外甥女，上幼儿园能优先吗", "other-relative"),
        ("我女儿在发热门诊当护士，外孙上幼儿园能优先吗", "child"),
        ("外孙女要上幼儿园，她妈妈是一线护士，能优先吗", "child"),
        ("前夫是一线大夫，孩子上幼儿园能优先吗", "child"),
        ("外孙三岁，姥姥户口在红桥，他妈妈是一线护士，能优先吗", "child"),
        ("奶奶户口在红桥，娃四岁，我跟他妈都是外地的，他妈妈是一线护士，能优先吗", "child"),
        ("儿媳在发热门诊当护士，孙子七岁，孩子上小学能优先吗", "child"),
        ("孙子明年读小学，他妈在发热门诊，有照顾吗", "child"),
        ("外孙女今年上初中，她爸是急诊大夫，能优先吗", "child"),
        ("我是一线护士，侄子上幼儿园能优先吗", None),
        ("我侄女在隔离病房当护士，她闺女上幼儿园能优先吗", "child"),
        ("我姐的女儿是一线大夫，她儿子上幼儿园能优先吗", "child"),
        ("我孙女是一线护士，她儿子上幼儿园能优先吗", "child"),
    ],
)
def test_the_child_is_seen_from_the_worker(text: str, relation: str | None, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.of_child() == (relation or "other-relative")


def test_a_child_named_without_saying_whose_is_the_one_spoken_of_before(snapshot: Snapshot) -> None:
    aunt = Session(region="hongqiao", staff=("sibling",))
    assert heard("娃他姥爷的户口本上是红桥", snapshot, aunt).people.of_child() is None
    assert heard("我家娃上小学能优先吗", snapshot, aunt).people.of_child() == "other-relative"
    father = Session(region="hongqiao", staff=("spouse",))
    assert heard("娃他姥爷的户口本上是红桥", snapshot, father).people.of_child() == "child"


def test_who_asks_whom_to_turn_to_gets_nothing_by_that(snapshot: Snapshot) -> None:
    assert heard("我老公援鄂，我该找谁", snapshot).people.asked_for is None


def test_the_kin_of_a_neighbour_are_none_of_ours(snapshot: Snapshot) -> None:
    people = heard("邻居家男人援鄂，我家有没有人来", snapshot).people
    assert people.staff == frozenset()


def test_of_several_workers_none_is_meant_until_one_is_asked_for() -> None:
    both = People(staff=frozenset({"self", "mother"}))
    assert both.worker() is None
    assert replace(both, asked_for="mother").worker() == "mother"


def test_what_goes_on_is_about_whom_the_last_question_was_about(snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", staff=("self",), asked_for="sibling")
    goes_on = heard("那能报销吗", snapshot, session)
    assert still_about(goes_on, session, snapshot).stated["person"] == "other-relative"
    named = heard("那我能报销吗", snapshot, session)
    assert still_about(named, session, snapshot) is named


@pytest.mark.parametrize("text", ["去湖北的是我们科小李，我留守", "上一线的是隔壁科王姐，我没去"])
def test_what_is_said_of_somebody_called_by_name_is_said_of_nobody_here(text: str, snapshot: Snapshot) -> None:
    said = heard(text, snapshot)
    assert said.people.behind(said.text, said.text.index("的是")) == "outsider"
    assert said.stated.get("hubei-team") != "yes"


def test_oneself_is_whoever_was_named_before_in_the_clause(snapshot: Snapshot) -> None:
    assert [one.who for one in heard("我爱人查房查得自己病了", snapshot).people.named] == ["spouse"]
    assert [one.who for one in heard("自己病了", snapshot).people.named] == ["self"]


def test_who_asks_for_a_title_is_no_worker_where_somebody_else_is(snapshot: Snapshot) -> None:
    assert heard("我老婆是护士，我能优先评职称吗", snapshot).people.staff == {"spouse"}
    assert heard("我能优先评职称吗", snapshot).people.staff == {"self"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我叔叔是一线医生，我今年初三，能优先录取吗", "other-relative"),
        ("我妈是一线医生，我今年初三，能优先录取吗", "child"),
        ("我老公是一线医生，我想上公办幼儿园", None),
        ("我是一线医生，我想上公办幼儿园", None),
    ],
)
def test_a_pupil_who_speaks_is_the_child(text: str, relation: str | None, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.of_child() == relation


def test_who_is_said_to_be_it_instead_is(snapshot: Snapshot) -> None:
    assert heard("我老公不是护士，我是", snapshot).people.staff == {"self"}


def test_the_one_in_need_is_asked_of_where_the_rest_is_left_out(snapshot: Snapshot) -> None:
    father = Session(region="hongqiao", staff=("father",), spoken_of="father")
    assert heard("我妈住院呢", snapshot, father).people.asked_for == "mother"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我是护士，我爸同我一块儿去疗养行吗", "parent"),
        ("我在一线，我爱人跟我去成不", "spouse"),
        ("我爱人是一线大夫，她病了，要我先付钱吗", "self"),
        ("老人没人照看，我哥是大夫，我不是，能让社区来吗", "parent"),
        ("女朋友在武汉支援，还没领证，我算家属吗", "partner"),
        ("我爸牙疼，我是护士，药费报吗", "parent"),
        ("我是护士，我和我爸去行吗", "parent"),
    ],
)
def test_whoever_goes_along_or_pays_is_not_whom_it_is_asked_for(text: str, relation: str, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.relation() == relation


def test_a_nurse_off_the_front_line_is_family_of_one_who_is_on_it(snapshot: Snapshot) -> None:
    said = heard("我爱人没上一线，她能打热线吗，我是一线大夫", snapshot)
    assert said.people.relation() == "spouse"
    assert "frontline" not in said.stated or said.stated["frontline"] == "yes"


@pytest.mark.parametrize(
    ("text", "kin_as"),
    [
        ("给不给我上，我是他媳妇", "spouse"),
        ("我是他舅妈，他能上公办吗", None),
        ("孩子初三，我是她伯母，有照顾吗", None),
        ("我老公是护士，我是她嫂子，我能领吗", None),
    ],
)
def test_kin_of_somebody_nobody_named_are_kin_of_the_worker(text: str, kin_as: str | None, snapshot: Snapshot) -> None:
    """我是她嫂子 tells of an adult, who is the worker; 我是他舅妈 may tell of a child who goes to school."""
    assert heard(text, snapshot).people.kin_as == kin_as


def test_a_worker_named_only_for_what_children_count_as_is_nobody(snapshot: Snapshot) -> None:
    told = Session(region="hongqiao", staff=("spouse",), spoken_of="spouse")
    assert heard("他家闺女算不算一线子女", snapshot, told).people.staff == {"spouse"}


def test_of_a_relative_who_did_not_go_it_is_asked_as_of_a_worker(snapshot: Snapshot) -> None:
    """我表姐没随队，手机费减不减: what is told of medical workers is told of her."""
    said = heard("我姐没去武汉，她话费减不减", snapshot, Session(region="guangdong"))
    assert as_worker(said, ["phone-bill"], Session(), snapshot, goes_on=False).people.relation() == "self"
    untold = heard("我姐的保险有没有", snapshot, Session(region="guangdong"))
    assert as_worker(untold, ["insurance"], Session(), snapshot, goes_on=False).people.staff == frozenset()
