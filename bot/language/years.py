"""Whether a stretch of text asks of another year than the one somebody means."""

from __future__ import annotations

import re
from collections.abc import Collection

_EVENTS = (
    "入职|毕业|出生|生的|参加|进的|来的|聘|评的|评上|考的|考上|取得|拿到|退休|结婚|上班"
    "|查出|查到|得过|得的|动过|动的|生过|获|当上|当选|入选|记了|立了"
)
_OF_A_LIFE = rf"(?!\d{{0,2}}月?\d{{0,2}}[日号]?(?:[就才刚也]|已经?|曾经?)?(?:{_EVENTS}))"
_YEAR = re.compile(rf"(?<![\d.发字函令〔\[])((?:19|20)?\d\d)年(?![级龄前后限内]){_OF_A_LIFE}")
_RELATIVE = re.compile(rf"(?:去年|前年|往年|大前年|(?<![以今之然此往])后年){_OF_A_LIFE}")
_COMPARED = re.compile(r"(?:比|跟|和|同|较|像|照|不如)(?:着|起)?(?:去年|前年|往年|大前年|以往|早几年|头几年)")
_THIS_ONE = re.compile("今年|这次|这回|本次|此次")
_CENTURY = 2000
_SHORT_YEARS = 30
"""Two digits up to which they mean a year of this century: 03年; 45年 is no year anybody means here."""


def other_year(text: str, meant: Collection[int]) -> bool:
    """Whether a year other than those meant is named, and not only as a date of somebody's life.

    >>> [other_year(text, {2020}) for text in ("2021年春节补多少", "03年的补助", "2020年2月的补助", "2015年入职的能评吗", "干了10年")]
    [True, True, False, False, False]
    >>> other_year("去年就查出结节", {2020}), other_year("国办发2015年那个", {2020})
    (False, False)
    >>> other_year("去年已获评先进", {2020}), other_year("体检比往年多一次吗", {2020}), other_year("往年发多少", {2020})
    (False, False, True)
    >>> other_year("后年还有补助吗", {2020}), other_year("疫情过去以后年假怎么休", {2020})
    (True, False)
    """
    if _THIS_ONE.search(text) or _COMPARED.search(text):
        return False
    if _RELATIVE.search(text):
        return True
    return any(_value(found) not in (None, *meant) for found in _YEAR.findall(text))


def _value(digits: str) -> int | None:
    """The year that digits mean; None for a number of years."""
    if len(digits) > len("03"):
        return int(digits)
    recent = digits.startswith("0") or (digits.startswith("2") and int(digits) < _SHORT_YEARS)
    return _CENTURY + int(digits) if recent else None
