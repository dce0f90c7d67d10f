"""Numbers as people type them: Arabic, Chinese, mixed, with 万/w."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.language.clauses import CLAUSE_MARKS
from bot.language.particles import FINAL, bare

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
        colloquial = last_power >= 100 and "零" not in numeral and "〇" not in numeral
        section += digit * (last_power // 10 if colloquial else 1)
    return total + section


_NEXT_HUNDREDS = "(?<=百)[一二两三四五六七八九]百"
"""Where another numeral begins without a mark: 两百|三百."""

RUN = (
    rf"(?:\d+(?:\.\d+)?(?:[十百千万w][\d{_CHINESE}]*)?|[{_CHINESE}](?:(?!{_NEXT_HUNDREDS})[{_CHINESE}0]|[十百千零〇]\d|o(?=[{_CHINESE}]))*)"
)
"""A regular expression for a run of characters that may be a numeral, Arabic, Chinese or mixed (3十, 一o五)."""

RUN_OF_NUMERALS = re.compile(RUN)

MONTH = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
"""A regular expression for the number of a month."""

NUMERAL_CHARACTERS = frozenset(_CHINESE) | frozenset("半0123456789")
_LARGEST = 10_000
_ROUGH_SUFFIX = {"多": 1, "几": 1, "余": 1, "来": 0}
ORDINAL = "第"
ROUGH = "".join(_ROUGH_SUFFIX)
"""What follows a round number to say "and some": 十多, 30几, 十来."""


class Bounds(NamedTuple):
    """The least and the most a numeral may mean: equal for an exact one."""

    low: float
    high: float


@lru_cache(maxsize=1024)
def bounds_of(run: str) -> Bounds | None:
    """What a run of numeral characters means at least and at most, or None if it means no number.

    >>> bounds_of("七八"), bounds_of("四五十"), bounds_of("十七八"), bounds_of("一o五"), bounds_of("3十5")
    (Bounds(low=7, high=8), Bounds(low=40, high=50), Bounds(low=17, high=18), Bounds(low=105, high=105), Bounds(low=35, high=35))
    >>> bounds_of("十来"), bounds_of("30多"), bounds_of("二五"), bounds_of("2.5")
    (Bounds(low=10, high=19), Bounds(low=31, high=39), None, Bounds(low=2.5, high=2.5))
    """
    if run[-1:] in _ROUGH_SUFFIX and run[:-1]:
        return _and_some(run)
    run = run.replace("o", "〇")
    juxtaposed = _juxtaposed(run)
    if juxtaposed is not None:
        return juxtaposed
    value = _exact(run)
    return None if value is None or value > _LARGEST else Bounds(value, value)


def _and_some(run: str) -> Bounds | None:
    """十多, 30几, 一百来: from the round number to just below the next."""
    value = bounds_of(run[:-1])
    if value is None or value.low != value.high or value.low < 10 or value.low % 10:
        return None
    step = 100 if value.low % 100 == 0 else 10
    return Bounds(value.low + _ROUGH_SUFFIX[run[-1]], value.low + step - 1)


def _juxtaposed(run: str) -> Bounds | None:
    """Two neighbouring digits side by side, alone or within a number: 七八, 三五, 四五十, 十七八."""
    for at, (first, second) in enumerate(pairwise(run)):
        if first in _DIGITS and second in _DIGITS and (_DIGITS[first], _DIGITS[second]) in _NEIGHBOURS:
            head, tail = run[:at], run[at + 2 :]
            whole = (not head or head[-1] in _POWERS) and (not tail or (len(tail) == 1 and tail in _POWERS))
            low, high = (_chinese(head + digit + tail) if whole else None for digit in (first, second))
            return Bounds(low, high) if low is not None and high is not None and low < high else None
    return None


_ONE_TO_NINE = "[一二三四五六七八九]"
_TIMES_TABLE = re.compile(
    rf"(?P<one>{_ONE_TO_NINE})(?P<other>{_ONE_TO_NINE})(?P<product>{_ONE_TO_NINE}?十{_ONE_TO_NINE}?)"
)


def times_tables(text: str) -> list[tuple[int, int]]:
    """Where the two factors of a multiplication by heart stand before their product.

    >>> times_tables("七七四十九天"), times_tables("一二十天")
    ([(0, 2)], [])
    """
    found = _TIMES_TABLE.finditer(text)
    return [m.span("one")[:1] + m.span("other")[1:] for m in found if _is_product(*m.group("one", "other", "product"))]


def _is_product(one: str, other: str, product: str) -> bool:
    return _DIGITS[one] * _DIGITS[other] == _chinese(product)


_NEIGHBOURS = frozenset((digit, digit + 1) for digit in range(1, 9)) | {(3, 5)}


def _exact(run: str) -> float | None:
    """The number a run means, unless its digits stand side by side as in no number (二五, 3三), or loosely (百八十)."""
    if run[:1].isdigit() and all(ch.isdigit() or ch in ".万w千" for ch in run):
        return _arabic(run)
    digits = re.findall(r"\d+", run)
    if any(len(group) > 1 for group in digits):
        return _mixed(run)
    chinese = "".join(_CHINESE_DIGITS.get(ch, ch) for ch in run)
    plain = sum(ch in _DIGITS for ch in chinese)
    if plain == len(chinese) > 1 and not (len(chinese) == _YEAR_DIGITS or "零" in chinese or "〇" in chinese):
        return None
    return None if _STUTTER.search(chinese) and len(chinese) != plain else _chinese(chinese)


_CHINESE_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_YEAR_DIGITS = 4
_STUTTER = re.compile(r"^百.十|[一二两三四五六七八九]{2}|[十百千]{2}(?<!百十)(?<!千百)|半.")


def _mixed(run: str) -> float | None:
    """Arabic hundreds: 12百, 15十. Longer mixtures mean nothing certain."""
    found = re.fullmatch(r"(\d+)([十百千])", run)
    return int(found.group(1)) * _POWERS[found.group(2)] if found else None


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


_OWN_RATE = re.compile(
    rf"(?:那|就|应该|，)*(?:我|俺|本人|咱)?(?:就|应该|该)?(?:是|算|按|拿|领|属于)*(?:每天|一天|一日|每日)?(?:是|拿|领|给)?(?P<rate>{NUMBER.pattern})"
    "(?:块钱?|元)?(?:一天|每天)?(?P<kind>的?那?[档级拨]|的)?"
)


def own_rate(clause: str) -> int | None:
    """The figure by which a clause says of what rate the speaker is: 我是一天三百的, 按三百那档.

    >>> own_rate("我是一天三百的"), own_rate("按300那档"), own_rate("一天三百"), own_rate("三百"), own_rate("我是三十的了")
    (300, 300, 300, None, None)
    """
    found = _OWN_RATE.fullmatch(clause)
    if found is None or found.start("rate") == 0:
        return None
    value = value_of(found["rate"])
    return int(value) if value is not None and value == int(value) else None


_AROUND_A_NUMBER = "".join(sorted(CLAUSE_MARKS)) + FINAL + " "

PER_ONE = ("每", "一", "1", "按")
"""Before a unit of time, they name it as a rate: 每天, 一天."""

MEASURE_WORD = "个"
SO_MANY_OF = "数"
"""After a unit, it names the number of them: 天数."""
