"""Numbers that are counts, and those that are none."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, shown


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
