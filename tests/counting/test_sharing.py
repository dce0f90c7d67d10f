"""Whom counts are said of, where several people are told of in one breath."""

from __future__ import annotations

import pytest

from bot.counting.tree import Counting
from bot.model.tally import Reason
from tests.counting.conftest import Read

Shown = list[tuple[int, str, int, str | None]]


def shown(counting: Counting) -> Shown:
    """Spells in short: days, person, people, role."""
    roles = {"direct-contact": "D", "other-epidemic": "O", None: None}
    return [(s.low, s.person, s.people, roles[dict(s.facts).get("role")]) for s in counting.spells]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("我们三个人采样，分别8、21、5天，一共多少", [(8, "第1个", 1, "D"), (21, "第2个", 1, "D"), (5, "第3个", 1, "D")]),
        ("三个同事在药房，天数是6、6、9，一共多少", [(6, "第1个", 1, "O"), (6, "第2个", 1, "O"), (9, "第3个", 1, "O")]),
        ("7个人都采样，里头4个9天，其余3个13天", [(9, "", 4, "D"), (13, "", 3, "D")]),
        ("采样的一共7个，4个各9天，另外3个各13天", [(9, "", 4, "D"), (13, "", 3, "D")]),
        ("8个人，5个采样，3个在药房，都是16天", [(16, "", 5, "D"), (16, "", 3, "O")]),
        ("5个人采样，3个人在药房，每人16天", [(16, "", 5, "D"), (16, "", 3, "O")]),
        ("我采样17天，我姐跟我一个岗，比我多干4天，两个人加起来", [(17, "", 1, "D"), (21, "姐", 1, "D")]),
        ("我跟张姐都在药房，各11天", [(11, "", 1, "O"), (11, "张姐", 1, "O")]),
        ("我弟采样，2月3号到9号；2月20号到24号，我在药房", [(7, "弟", 1, "D"), (5, "", 1, "O")]),
    ],
)  # fmt: skip
def test_several_people(read: Read, said: str, spells: Shown) -> None:
    counting = read(said)
    assert (shown(counting), counting.doubts) == (spells, ())


@pytest.mark.parametrize("said", ["我采样23天，老刘也在药房，我俩一共多少", "小李跟我都在药房，我干了8天，两个人一共多少"])
def test_somebody_without_days_is_asked_for(read: Read, said: str) -> None:
    assert Reason.NO_DAYS in {doubt.reason for doubt in read(said).doubts}


def test_who_is_only_compared_with_is_not_told_of(read: Read) -> None:
    assert {spell.person for spell in read("小李采样，比我多，干了8天").spells} == {"小李"}


def test_more_people_than_numbers_is_a_doubt(read: Read) -> None:
    assert read("四个人采样，分别8、21、5天").doubts


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("我家俩护士，嫂子和表妹，各5天，都采样，一共多少", [(5, "嫂子", 1, "D"), (5, "表妹", 1, "D")]),
        ("我家三口，我、嫂子、表妹，各5天，都采样，一共多少", [(5, "", 1, "D"), (5, "嫂子", 1, "D"), (5, "表妹", 1, "D")]),
        ("班里俩人，我一个人采样5天，我能领多少", [(5, "", 1, "D")]),
        ("班里俩人采样，一个人5天，一共多少", [(5, "", 2, "D")]),
    ],
)
def test_who_is_counted_in(read: Read, said: str, spells: Shown) -> None:
    counting = read(said)
    assert (shown(counting), counting.doubts) == (spells, ())


def test_days_as_many_as_the_other_s_give_nobody_their_work(read: Read) -> None:
    mine, hers = read("我采样21天，我嫂子去武汉了，在武汉采样也是21天，一共多少").spells
    assert ("hubei-team" in dict(mine.facts), dict(hers.facts).get("hubei-team")) == (False, "yes")


@pytest.mark.parametrize("asked", ["我的该发多少", "我能领多少", "我自己的那份多少"])
def test_one_s_own_is_free_of_what_was_told_of_others(read: Read, asked: str) -> None:
    counting = read(f"我嫂子去武汉采样19天，我采样11天，{asked}")
    assert [(spell.low, spell.person, spell.apart) for spell in counting.spells] == [(11, "", ("hubei-team",))]


def test_the_one_asked_of_last_is_alone(read: Read) -> None:
    assert shown(read("我采样11天，我嫂子在药房13天，我嫂子能拿多少")) == [(13, "嫂子", 1, "O")]


def test_groups_with_work_of_their_own_and_the_number_of_all_behind(read: Read) -> None:
    counting = read("三个护士采样各16天，两个大夫在药房各9天，五个人一共多少")
    assert not counting.doubts
    assert [(spell.people, spell.low, dict(spell.facts)["role"]) for spell in counting.spells] == [
        (3, 16, "direct-contact"),
        (2, 9, "other-epidemic"),
    ]


@pytest.mark.parametrize(
    ("said", "people", "out_of"),
    [
        ("六个护士采样，每人11天，不问合计的，就想知道每个人头上能领多少", 1, 6),
        ("六个护士采样，每人11天，每位能领多少", 1, 6),
        ("六个护士采样，每人11天，合计多少，每人能领多少", 6, 0),
    ],
)
def test_what_each_gets_is_told_for_one(read: Read, said: str, people: int, out_of: int) -> None:
    counting = read(said)
    assert [(spell.low, spell.people, spell.out_of) for spell in counting.spells] == [(11, people, out_of)]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("五个人采样，三个干了14天，另两个8天，一共多少", [(14, 3), (8, 2)]),
        ("三个人采样，三人天数加在一起是39天", [(39, 1)]),
    ],
)
def test_people_of_a_number_told_are_no_rounds(read: Read, said: str, spells: list[tuple[int, int]]) -> None:
    counting = read(said)
    assert ([(spell.low, spell.people) for spell in counting.spells], counting.doubts) == (spells, ())


def test_work_that_begins_in_a_clause_before_is_of_the_one_named_in_its_own(read: Read) -> None:
    hers = read("姐妹一起去的武汉，姐姐采样16天，妹妹在药房，也16天，两人一共").spells[1]
    assert (hers.person, dict(hers.facts)["role"]) == ("妹妹", "other-epidemic")
