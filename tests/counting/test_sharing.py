"""Whom counts are said of, where several people are told of in one breath."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import OfWhom, Read, of_whom


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
def test_several_people(read: Read, said: str, spells: OfWhom) -> None:
    counting = read(said)
    assert (of_whom(counting), counting.doubts) == (spells, ())


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
def test_who_is_counted_in(read: Read, said: str, spells: OfWhom) -> None:
    counting = read(said)
    assert (of_whom(counting), counting.doubts) == (spells, ())


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("采样14天的是我姐，我在库房搬东西见不着病人6天，姐妹俩一共多少", [("姐", 14), ("", 6)]),
        ("姐妹俩都采样，我13天，她少4天，一共多少", [("", 13), ("她", 9)]),
    ],
)
def test_whose_days_are_summed(said: str, spells: list[tuple[str, int]], read: Read) -> None:
    counting = read(said)
    assert ([(spell.person, spell.low) for spell in counting.spells], counting.doubts) == (spells, ())


def test_days_pointed_at_again_for_somebody_else_are_theirs(read: Read) -> None:
    assert [spell.person for spell in read("我采样9天，我哥这9天也在采样，我俩一共多少").spells] == ["", "哥"]
