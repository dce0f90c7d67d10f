"""Which part of what is counted is asked for."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, Shown, of_whom, shown


def test_all_that_is_told_counts_where_only_says_what_was_done(read: Read) -> None:
    counting = read("在隔离病房13天，光整理防疫报表17天，总数是多少")
    assert sorted(spell.low for spell in counting.spells) == [13, 17]


@pytest.mark.parametrize("asked", ["我的该发多少", "我能领多少", "我自己的那份多少"])
def test_one_s_own_is_free_of_what_was_told_of_others(read: Read, asked: str) -> None:
    counting = read(f"我嫂子去武汉采样19天，我采样11天，{asked}")
    assert [(spell.low, spell.person, spell.apart) for spell in counting.spells] == [(11, "", ("hubei-team",))]


def test_the_one_asked_of_last_is_alone(read: Read) -> None:
    assert of_whom(read("我采样11天，我嫂子在药房13天，我嫂子能拿多少")) == [(13, "嫂子", 1, "O")]


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
        ("我妹采样9天，我采样7天，光我的多少", [(7, 7, "", 1, D)]),
        ("我妹采样9天，我采样7天，我的该领多少", [(7, 7, "", 1, D)]),
        ("我采样17天，我弟在药房12天，我能拿多少", [(17, 17, "", 1, D)]),
        ("总共上了30天班，光隔离病房那11天该给多少", [(11, 11, "", 1, D)]),
        ("我采样17天，我弟送饭17天，别算他", [(17, 17, "", 1, D)]),
    ],
)
def test_what_alone_is_asked_for(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
