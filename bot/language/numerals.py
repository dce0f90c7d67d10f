"""Numbers as people type them: Arabic, Chinese, mixed, with 万/w."""

from __future__ import annotations

import re

from bot.language.particles import bare

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


_SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
ITEM = re.compile(rf"第({_SMALL})([项条])(?!目)")
"""An item of a document named by its number: 第9项; the second group is how it is called."""

_ORDINAL = re.compile(rf"第?({_SMALL})(?:个|项|条|号)?")
_SPOKEN_MONEY = re.compile(
    r"[一二两三四五六七八九十百千万零]{1,9}(?=万?[元块])|[一二两三四五六七八九十百千零]{1,7}万(?=[^一-龥]|$)"
)
_FIGURE = re.compile(r"\d+(?: \d{3})*(?:\.\d+)?")
_LEADING = re.compile(r"\d+ ?万?")


def ordinal(text: str) -> int | None:
    """Which of several a message chooses by a number alone: 2, 第二个; a negative one chooses nothing.

    >>> ordinal("第二个"), ordinal("二十天")
    (2, None)
    """
    found = _ORDINAL.fullmatch(bare(text)) if not text.startswith(("-", "负")) else None
    number = value_of(found.group(1)) if found else None
    return int(number) if number is not None else None


def figures(text: str) -> list[str]:
    """Figures in a text, without spaces between thousands; Chinese numerals count where they are an amount of money.

    >>> figures("45 天 × 600 元 = 27 000 元，不是九百块")
    ['45', '600', '27000', '900']
    """
    spoken = [value_of(found) for found in _SPOKEN_MONEY.findall(text)]
    return [found.replace(" ", "") for found in _FIGURE.findall(text)] + [f"{value:g}" for value in spoken if value]


def leading_value(text: str) -> float | None:
    """The number a text begins with, with 万: 50 万元."""
    found = _LEADING.match(text)
    return value_of(found.group().replace(" ", "")) if found else None


def number_alone(text: str) -> int | None:
    """The whole number that a message is, closing particles and marks aside.

    >>> number_alone("三十了"), number_alone("三十天")
    (30, None)
    """
    number = value_of(text.strip(_AROUND_A_NUMBER))
    return int(number) if number is not None and number == int(number) else None


_AROUND_A_NUMBER = "，。？！ 了吧啊呢"
