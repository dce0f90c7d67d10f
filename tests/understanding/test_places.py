"""Which place a message speaks about."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.understanding.places import Role, Spoken, places_of


def spoken(text: str, snapshot: Snapshot) -> Spoken:
    """What a message says of places."""
    return places_of(snapshot.language.analyse(text), snapshot.signal)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("红桥区一天补多少", "hongqiao"),
        ("我在广州上班，心理热线多少", "guangdong"),
        ("红桥医院的护士有补助吗", "hongqiao"),
        ("我係佛山嘅护士", "guangdong"),
        ("中山一院的医生有保险吗", "guangdong"),
        ("天津市红桥区的政策", "hongqiao"),
    ],
)
def test_a_covered_place(text: str, region: str, snapshot: Snapshot) -> None:
    assert spoken(text, snapshot).region == region


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我在上海的医院，一天补多少", "上海"),
        ("北京的医生有没有补助", "北京"),
        ("天津南开区的护士补多少", "南开区"),
        ("国外也发补助吗？我在和平区的医院当护士", "和平区"),
    ],
)
def test_a_place_that_nobody_covers(text: str, name: str, snapshot: Snapshot) -> None:
    found = spoken(text, snapshot)
    assert (found.region, found.uncovered) == (None, name)


@pytest.mark.parametrize(
    "text",
    [
        "我被派去武汉支援，补助翻倍吗",
        "援鄂队员有什么待遇",
        "我从湖北回来了，要隔离吗",
        "派到上海支援的医生有补助吗",
        "前阵子去广东支援，补助翻倍吗",
        "我老家河南的，补助多少",
        "孩子户口在北京，能上幼儿园吗",
        "爸妈在国外自己住，有人照顾吗",
        "一天补多少",
    ],
)
def test_where_somebody_was_sent_or_comes_from_is_no_place_of_the_question(text: str, snapshot: Snapshot) -> None:
    found = spoken(text, snapshot)
    assert (found.region, found.uncovered) == (None, None)


def test_only_the_wider_place(snapshot: Snapshot) -> None:
    assert spoken("我在天津，一天补多少", snapshot).around == "天津"
    assert spoken("天津红桥区，一天补多少", snapshot).around is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("我在广州", True),
        ("红桥", True),
        ("不对，我调到红桥区了", True),
        ("我是深圳的护士", True),
        ("我单位在红桥，老家是广东的", True),
        ("广东那边心理热线是多少", False),
        ("我同学说广东有热线", False),
    ],
)
def test_whether_it_is_the_persons_own_place(text: str, own: bool, snapshot: Snapshot) -> None:
    assert spoken(text, snapshot).own is own


def test_a_covered_place_wins_over_one_that_is_not(snapshot: Snapshot) -> None:
    found = spoken("我从上海调到红桥区，一天补多少", snapshot)
    assert (found.region, found.uncovered) == ("hongqiao", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青岛户口，班也在青岛的医院上，有慰问金吗", "青岛"),
        ("我嫂子在西青区的医院，和咱红桥发得一样吗", "西青区"),
        ("红桥镇卫生院，江西的，护士有补助吗", "红桥镇"),
        ("我在成都广东路的社区医院，一天补多少", "成都"),
        ("她在临泽县中医院，一天补多少", "临泽县"),
        ("湖北荆门的，孩子上学有照顾吗", "荆门"),
        ("我是黄冈人，孩子上学有照顾吗", "黄冈"),
        ("我在津南妇幼，发得跟红桥一样吗", "津南"),
        ("我在北辰上班，和红桥发得一样吗", "北辰"),
    ],
)
def test_where_somebody_works_or_comes_from_decides(text: str, name: str, snapshot: Snapshot) -> None:
    found = spoken(text, snapshot)
    assert (found.region, found.uncovered) == (None, name)


@pytest.mark.parametrize("text", ["我住天津路那边，一天补多少", "深圳路的医院，一天补多少", "我们县医院有补助吗"])
def test_a_road_or_a_county_without_a_name_is_no_place(text: str, snapshot: Snapshot) -> None:
    assert spoken(text, snapshot).places == ()


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("清远市阳山县人民医院，护士有补助吗", "guangdong"),
        ("原来在青岛的医院，我在红桥区上班了，补助多少", "hongqiao"),
        ("户口在西青，人在红桥医院，能上公办园吗", "hongqiao"),
        ("不不，我上班在红桥，家在广州", "hongqiao"),
        ("东莞的护士住酒店吗", "guangdong"),
        ("佛山的幼儿园要不要看户口", "guangdong"),
    ],
)
def test_a_covered_place_where_somebody_works(text: str, region: str, snapshot: Snapshot) -> None:
    assert spoken(text, snapshot).region == region


def test_a_dialect_is_no_place_but_a_phone_bill_is_paid_in_one(snapshot: Snapshot) -> None:
    assert spoken("听得懂广东话不", snapshot).places == ()
    assert spoken("广东话费能免吗", snapshot).region == "guangdong"


def test_every_place_has_its_role(snapshot: Snapshot) -> None:
    found = spoken("户口在西青，被派去荆州，人在红桥医院", snapshot)
    assert [place.role for place in found.places] == [Role.REGISTERED, Role.SENT, Role.WORKS]


def test_a_name_at_the_head_of_a_longer_word_is_no_place(snapshot: Snapshot) -> None:
    assert spoken("护师晋中级有照顾吗", snapshot).uncovered is None
    assert spoken("我在晋中上班，有补助吗", snapshot).uncovered == "晋中"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("我岳父在佛山，我在红桥当大夫，家里有人送东西吗", "hongqiao"),
        ("我爸在红桥中医医院，我在深圳上初中，有人辅导功课吗", "hongqiao"),
        ("我姐在广州上班当护士，我在红桥念书，她有保险吗", "guangdong"),
    ],
)
def test_where_the_worker_is_decides_not_where_kin_live(text: str, region: str, snapshot: Snapshot) -> None:
    assert spoken(text, snapshot).region == region


def test_where_kin_live_is_left_aside_once_it_is_known_where_the_person_is(snapshot: Snapshot) -> None:
    analysis = snapshot.language.analyse("我丈母娘在深圳，看病有人陪吗")
    assert places_of(analysis, snapshot.signal).region == "guangdong"
    assert places_of(analysis, snapshot.signal, saved=True).region is None


def test_a_childs_school_in_a_place_that_nobody_covers_is_no_place_of_the_question(snapshot: Snapshot) -> None:
    assert spoken("闺女在南开区念初中，升学照顾吗", snapshot).uncovered is None


def test_where_kin_are_decides_if_it_is_asked_what_holds_there(snapshot: Snapshot) -> None:
    analysis = snapshot.language.analyse("我小姨子在珠海，她们那头一天给几百")
    assert places_of(analysis, snapshot.signal, saved=True).region == "guangdong"


def test_a_town_named_like_a_place_of_a_province_lies_in_it(snapshot: Snapshot) -> None:
    analysis = snapshot.language.analyse("我在揭阳镇卫生院当护士")
    assert places_of(analysis, snapshot.signal, provinces=("guangdong",)).region == "guangdong"
    assert places_of(analysis, snapshot.signal).region is None
    assert spoken("我在红桥镇卫生院当护士", snapshot).region is None


@pytest.mark.parametrize(
    ("text", "uncovered"),
    [
        ("爷爷奶奶都在邯郸，能就近安排吗", None),
        ("公公婆婆也是邯郸的，能就近安排吗", None),
        ("我是唐山人，补助一天多少", None),
        ("忙完了想带娃去唐山玩，能歇几天", None),
        ("忙完了带娃回唐山赶海，能歇几天", None),
        ("我在邯郸的医院上班，补助多少", "邯郸"),
        ("我妈在邯郸当护士，补助多少", "邯郸"),
        ("邯郸一天补多少", "邯郸"),
        ("奶奶在邯郸的医院看病，邯郸给报吗", "邯郸"),
    ],
)
def test_only_where_one_works_or_asks_about_decides(text: str, uncovered: str | None, snapshot: Snapshot) -> None:
    found = places_of(snapshot.language.analyse(text), snapshot.signal, saved=True)
    assert found.uncovered == uncovered


def test_where_one_comes_from_yields_to_where_one_works(snapshot: Snapshot) -> None:
    assert spoken("我是梅州人在红桥上班，值班室能改造吗", snapshot).regions == {"hongqiao"}


@pytest.mark.parametrize("text", ["我武汉当地护士，红桥的补助给我发吗", "我北京的大夫，想问红桥的保险有我吗"])
def test_whose_own_place_nobody_covers_is_not_of_the_one_asked_about(text: str, snapshot: Snapshot) -> None:
    found = spoken(text, snapshot)
    assert (found.region, found.own) == (None, True)


def test_a_places_own_people_are_not_those_sent_there(snapshot: Snapshot) -> None:
    assert spoken("武汉自己的护士一天补多少", snapshot).uncovered == "武汉"
    assert spoken("我们去武汉的一天补多少", snapshot).uncovered is None
