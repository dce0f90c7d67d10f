"""Which year is asked about."""

from __future__ import annotations

import pytest

from bot.language.years import other_year


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2022年封控的补助怎么发", True),
        ("03年那批人有什么待遇", True),
        ("前年的标准是多少", True),
        ("2020年的标准是多少", False),
        ("2012年毕业的能破格吗", False),
        ("去年评上主治，能提前晋升吗", False),
        ("孩子上一年级能照顾吗", False),
        ("工作满15年的有优待吗", False),
        ("去年没轮到，今年能优先吗", False),
        ("去年查出血糖高，能安排体检吗", False),
        ("是国办发2015年那份吗", False),
        ("去年已经评上先进", False),
        ("前年也记了功", False),
        ("休息的天数比往年多吗", False),
        ("往年的慰问是多少", True),
    ],
)
def test_other_years(text: str, other: bool) -> None:
    assert other_year(text, {2020}) is other
