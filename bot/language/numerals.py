"""Numbers as people type them: Arabic, Chinese, mixed, with 万/w."""

from __future__ import annotations

import re

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_LONGEST = 15
"""Characters beyond which nobody means a number; Arabic ones have as many digits at most."""

_MYRIAD = frozenset("万w")
_TENS = {"廿": "二十", "卅": "三十"}
_CHINESE = "零〇一二两俩仨三四五六七八九十百千万廿卅"
_ARABIC = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?[万w千]?")
NUMBER = re.compile(rf"-?\d+(?:\.\d+)?[万w千]?|负?[{_CHINESE}]+半?|半")


def value_of(numeral: str) -> float | None:
    """The number a numeral means, or None if it means none.

    >>> value_of("四十五"), value_of("两百"), value_of("一百二"), value_of("50w"), value_of("-3"), value_of("廿一")
    (45, 200, 120, 500000, -3, 21)
    >>> value_of("十"), value_of("3号楼"), value_of("9" * 400)
    (10, None, None)
    """
    if numeral[:1] in "-负" and len(numeral) > 1:
        inner = value_of(numeral[1:])
        return None if inner is None else -inner
    if numeral[:1].isdigit():
        return _arabic(numeral)
    if numeral == "半":
        return 0.5
    if numeral.endswith("半"):
        whole = _chinese(numeral[:-1])
        return None if whole is None else whole + 0.5
    return _chinese(numeral)


def _arabic(numeral: str) -> float | None:
    if not _ARABIC.fullmatch(numeral):
        return None
    scale = 10_000 if numeral[-1] in _MYRIAD else 1_000 if numeral[-1] == "千" else 1
    number = float(numeral.rstrip("万w千")) * scale
    return int(number) if number == int(number) else number


def _chinese(numeral: str) -> int | None:
    if len(numeral) > _LONGEST:
        return None
    for short, full in _TENS.items():
        numeral = numeral.replace(short, full)
    if not numeral or any(ch not in _DIGITS and ch not in _POWERS and ch != "万" for ch in numeral):
        return None
    if len(numeral) > 1 and all(ch in _DIGITS for ch in numeral):
        return int("".join(str(_DIGITS[ch]) for ch in numeral))
    total, section, digit, last_power = 0, 0, None, 1
    for ch in numeral:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
        elif ch == "万":
            total, section, digit, last_power = (total + section + (digit or 0)) * 10_000, 0, None, 10_000
        else:
            section += (1 if digit is None else digit) * _POWERS[ch]
            digit, last_power = None, _POWERS[ch]
    if digit:
        colloquial = last_power >= 100 and "零" not in numeral
        section += digit * (last_power // 10 if colloquial else 1)
    return total + section
