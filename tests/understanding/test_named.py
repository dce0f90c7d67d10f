"""Everybody whom a message names."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read


def named(text: str, snapshot: Snapshot, session: Session | None = None) -> list[str]:
    return [one.who for one in read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020).people.named]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("我爱人随队去了湖北，我在家带娃，她薪水涨不涨", "spouse"),
        ("我姐在隔离病房，我妈给孩子做饭，她能去疗养吗", "mother"),
        ("我爱人在一线，我陪着婆婆，他能放假吗", "spouse"),
        ("我爱人在一线，孩子上小学，他能安排公办吗", "child"),
    ],
)
def test_a_pronoun_passes_over_whom_another_only_looks_after(text: str, meant: str, snapshot: Snapshot) -> None:
    assert named(text, snapshot)[-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"), [("我姐随队去了武汉，我妈问她话费减不减", "sibling"), ("我妈问她能不能打热线，我是护士", "mother")]
)
def test_a_pronoun_passes_over_whoever_only_asks_if_somebody_else_is_there(text: str, meant: str, snapshot: Snapshot) -> None:
    assert [one for one in named(text, snapshot) if one != "self"][-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"), [("我妈在发热门诊，我姨讲她升职可以不写论文", "mother"), ("我老公去了武汉，我妈说她夜里睡不好", "mother")]
)
def test_a_pronoun_passes_over_whoever_says_something_of_somebody_else(text: str, meant: str, snapshot: Snapshot) -> None:
    assert [one for one in named(text, snapshot) if one != "self"][-1] == meant


def test_who_was_spoken_of_before_is_meant_where_only_an_object_is_named(snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", staff=("spouse",), spoken_of="spouse")
    assert named("我自己在家看孩子，他能歇几天吗", snapshot, before)[-1] == "spouse"


def test_the_hospital_of_those_spoken_of_names_nobody(snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", staff=("mother",), spoken_of="mother")
    assert named("我爸在她们医院门口测温", snapshot, before) == ["father"]


@pytest.mark.parametrize("text", ["女婿是一线大夫，他爸妈看病有人陪吗", "女婿是一线大夫，亲家看病有人陪吗"])
def test_the_parents_of_a_childs_husband_are_parents_of_his(text: str, snapshot: Snapshot) -> None:
    people = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020).people
    assert people.relation() == "parent"


def test_the_parents_of_a_grandchild_are_ones_children(snapshot: Snapshot) -> None:
    people = read(hear("孙子爸妈都在发热门诊，入园能优先吗", snapshot), Session(region="hongqiao"), snapshot, 2020).people
    assert people.staff == {"child"}
    assert people.of_child() == "child"


@pytest.mark.parametrize(("text", "who"), [("我是儿媳妇，一线的", "self"), ("我是护士的儿媳妇，她能休假吗", "child-in-law")])
def test_who_says_only_what_they_are_is_the_speaker(text: str, who: str, snapshot: Snapshot) -> None:
    assert who in named(text, snapshot)
    assert ("child-in-law" in named(text, snapshot)) is (who != "self")


def test_somebodys_home_names_them(snapshot: Snapshot) -> None:
    assert named("姥姥家是红桥的", snapshot) == ["maternal"]


@pytest.mark.parametrize("text", ["我姐姐去支援了", "那我妹妹的保险", "俺哥哥在急诊", "我弟弟在急诊"])
def test_a_sibling_called_ones_own_is_no_strangers_trade(text: str, snapshot: Snapshot) -> None:
    assert named(text, snapshot) == ["sibling"]


def test_a_pronoun_means_the_one_who_works_where_a_child_cannot_be_meant(snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", staff=("spouse",), spoken_of="child")
    assert named("他没去武汉", snapshot, before) == ["spouse"]
    assert named("她爸在家", snapshot, before)[0] != "spouse-of-theirs"
    assert named("他几岁能上", snapshot, before) == ["child"]


def test_somebodys_child_is_not_the_child_of_a_child(snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", staff=("sibling",), spoken_of="child")
    assert named("那她女儿呢", snapshot, before) == ["child-of-theirs"]


@pytest.mark.parametrize(("text", "who"), [("娃是我妹的，我妹在一线", "child-of-theirs"), ("娃是我妹接的，我妹在一线", "child")])
def test_a_child_may_be_said_to_be_somebody_s(text: str, who: str, snapshot: Snapshot) -> None:
    assert named(text, snapshot)[0] == who


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("儿媳是一线护士，她娘家妈看病有人陪吗", "parent"),
        ("表哥是大夫，他妈住院有人陪吗", "parent"),
        ("我嫂子在急诊，她爸妈看病有人陪吗", "parent"),
        ("我姐在急诊，她爸妈看病有人陪吗", "parent"),
        ("我儿媳在急诊，我看着娃，社区能来照看孩子吗", "child"),
        ("我家孩子是护士，孩子住院能报吗", "self"),
        ("我媳妇在疾控，上周自己摔断了腿，住院能报吗", "self"),
        ("我媳妇在疾控，我自己摔断了腿，住院能报吗", "spouse"),
    ],
)
def test_whose_parents_and_children_they_are(text: str, relation: str, snapshot: Snapshot) -> None:
    assert read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020).people.relation() == relation


def test_the_mother_of_the_child_spoken_of_before(snapshot: Snapshot) -> None:
    before = Session(region="guangdong", spoken_of="grandchild", asked_for="grandchild")
    assert named("他妈去了武汉", snapshot, before) == ["child"]


def test_the_mother_of_the_husband_or_wife_spoken_of_before(snapshot: Snapshot) -> None:
    before = Session(region="hongqiao", spoken_of="spouse", asked_for="spouse")
    assert named("他妈腰疼去看了", snapshot, before) == ["parent-in-law"]


def test_a_child_that_is_only_born_is_nobody(snapshot: Snapshot) -> None:
    assert named("嫂子月底生孩子", snapshot) == ["sibling-spouse"]
    assert named("急诊医生孩子多", snapshot)[-1:] == ["child"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("我女儿今年中考，妈妈是护士", ["child", "spouse"]),
        ("我女儿今年中考，我妈是护士", ["child", "mother"]),
        ("我外甥上初中，爸爸在急诊", ["nephew", "sibling"]),
        ("我今年初三，妈妈是护士", ["self", "mother"]),
    ],
)
def test_whose_father_or_mother_is_named_behind_a_child(text: str, who: list[str], snapshot: Snapshot) -> None:
    assert named(text, snapshot) == who


@pytest.mark.parametrize(("text", "kin"), [("有没有姐姐陪我聊天", False), ("找个大哥哥教我数学", False), ("我姐姐教我数学", True)])
def test_whoever_may_come_to_help_is_no_kin(text: str, kin: bool, snapshot: Snapshot) -> None:
    assert ("sibling" in named(text, snapshot)) is kin
