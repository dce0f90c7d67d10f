"""For whom something is asked."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said


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


def test_who_asks_whom_to_turn_to_gets_nothing_by_that(snapshot: Snapshot) -> None:
    assert heard("我老公援鄂，我该找谁", snapshot).people.asked_for is None


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
