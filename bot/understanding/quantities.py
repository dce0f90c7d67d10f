"""What a message counts: numbers with the units of number facts, and the facts told of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from bot.compiled.keys import OptionKey
from bot.language.analyse import Analysis, Label
from bot.language.clauses import clause_bounds
from bot.language.numerals import NUMBER, value_of
from bot.language.patterns import Found, PatternSet, Spots, parse_pattern
from bot.model.fact import Fact
from bot.understanding.dates import day_ranges, month_range, weeks_and_days
from bot.understanding.facts import most_specific

_COUNTED_BEFORE = ("了", "就", "只", "才", "过", "满", "有", "共", "加", "加上", "跟", "和", "减", "扣掉", "扣除", "减去")
_NOT_A_TOTAL = re.compile(r"^(一次|一趟|一回|送|内|之内|以内|两头|前|后[^勤]|来回|假|配|制|没[回见着抱])")
_DEDUCTED = re.compile(r"(扣掉|扣除|减去|减掉|刨去|刨掉|刨除|除去|去掉)[^\d，。一二两三四五六七八九十]{0,4}$|减$")
_PAY = re.compile(r"^的?(工资|奖金|绩效)")
_LOST = re.compile(r"(扣了?|罚了?|停了?|少发了?)$")
_IDLE = re.compile(r"^(后|都|是)?(回来|回家|在家|居家)?(后|都|是)?(隔离|休息|休整|休假|医学观察|观察|轮休|放假)")
_NOT_WORKED = re.compile(
    r"(住院?|住了|躺|隔离|休|请假?|烧|等|拖|睡|断|吃|病|拉肚子|没吃饭|歇)了?(院|整整|足足|将近|快|有)?$"
)
_TOGETHER = ("都干", "都做", "加一块", "加起来", "两人", "俩人", "两口子", "各干", "各做")
_APIECE = re.compile(r"(一人|每人|各|各自|一个人)(干|做|上)?了?$")
_TWO = ("两口子", "我俩", "俩人", "两人", "夫妻", "我跟", "我和", "我们俩")
_WEEK, _YEAR = 7, 12
_OF_A_MONTH = ("日", "号")
_BOTH = 2
_EACH = ("每", "一", "1", "按")
_SHORT_UNITS = {"个月": ("月",)}
_A_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units stated for a number fact; ``value`` is None when the unit does not say how many, or when dates
    (``dated``) do not exist or run backwards, and below 0 where it is taken off another (扣掉休息4天).

    ``facts`` are what the same clause states, so that "前20天直接接触，后10天后勤" keeps its two parts apart.
    """

    fact: str
    value: int | None
    said: str
    facts: tuple[tuple[str, str], ...] = ()
    working: str | None = None
    start: int = 0
    dated: bool = False


Said = Mapping[OptionKey, Found]
"""Facts said, and where."""


class CountReader:
    """Reads what a message counts."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(facts)
        self._patterns = PatternSet(
            (OptionKey(fact.id, option.id), parse_pattern(says))
            for fact in self._facts
            for option in fact.options
            for says in option.says
        )
        self._by_day = [fact.id for fact in self._facts if any(unit.times == _WEEK for unit in fact.counted_in)]
        self._by_month = [fact.id for fact in self._facts if any(unit.times == _YEAR for unit in fact.counted_in)]
        self._per_one = tuple(
            (each + word, fact.id)
            for fact in self._facts
            for unit in fact.counted_in[:1]
            for word in (*unit.words, *_SHORT_UNITS.get(fact.unit or "", ()))
            for each in _EACH
        )
        self._units: list[tuple[str, str, int | None]] = sorted(
            [(word, fact.id, unit.times) for fact in self._facts for unit in fact.counted_in for word in unit.words]
            + [(word, fact.id, None) for fact in self._facts for word in fact.ambiguous_units],
            key=lambda entry: -len(entry[0]),
        )

    def read(self, analysis: Analysis, where: Spots, found: Said, year: int) -> tuple[Quantity, ...]:
        """All counts, in the order said. ``year`` is the year of a date range that names none."""
        return self._quantities(analysis.text, where, found, year) if NUMBER.search(analysis.text) else ()

    def rates(self, text: str) -> tuple[str, ...]:
        """Number facts whose unit is named per one: 每天, 一天, 每个月."""
        return tuple(dict.fromkeys(fact for said, fact in self._per_one if said in text))

    def _quantities(self, text: str, where: Spots, found: Said, year: int) -> tuple[Quantity, ...]:
        text, days = day_ranges(text, year)
        text, weeks = weeks_and_days(text)
        quantities = [
            Quantity(fact, _signed(s.units, text, s.start), s.said, (), s.working, s.start, dated=True)
            for fact in self._by_day
            for s in (*days, *weeks)
        ]
        text, months = month_range(text)
        quantities += [
            Quantity(fact, s.units, s.said, (), s.working, s.start) for fact in self._by_month for s in months
        ]
        for number in NUMBER.finditer(text):
            quantities += self._counted(text, number)
        quantities.sort(key=attrgetter("start"))
        return _each(self._with_facts(quantities, where, found, text), found, text)

    def _with_facts(
        self, quantities: list[Quantity], where: Spots, found: Said, text: str
    ) -> list[Quantity]:
        """Each of several counts with the facts that its own stretch of text states."""
        if len(quantities) < _BOTH:
            return quantities
        readings = [
            [
                tuple(most_specific(self._patterns.find(_within(where, *stretch), text)).items())
                for stretch in stretches
            ]
            for stretches in _stretches(quantities, text, [here.start for here in found.values()])
        ]
        best = max(readings, key=lambda facts: len(set(facts) - {()}))
        return [replace(quantity, facts=facts) for quantity, facts in zip(quantities, best, strict=True)]

    def _counted(self, text: str, number: re.Match[str]) -> list[Quantity]:
        value = value_of(number.group())
        rest = text[number.end() :]
        taken: dict[str, Quantity] = {}
        for word, fact, times in self._units:
            if (
                fact in taken
                or not rest.startswith(word)
                or value is None
                or (value >= _A_YEAR and word.startswith("年"))
            ):
                continue
            after = rest[len(word) :]
            deducted = _DEDUCTED.search(text[: number.start()]) is not None
            if _PAY.match(after) and _LOST.search(text[: number.start()]):
                continue
            if text[: number.start()].endswith("月") and word in _OF_A_MONTH:
                continue
            if _NOT_WORKED.search(text[: number.start()]) and not deducted:
                continue
            if _IDLE.match(after) and not deducted:
                continue
            if (_NOT_A_TOTAL.match(after) and not (times and value > 10) and not deducted) or _is_rate(text, number, value):
                taken[fact] = Quantity(fact, None, "")
                continue
            total = None if times is None else round(value * times) if value * times == round(value * times) else None
            signed = _signed(total, text, number.start())
            taken[fact] = Quantity(fact, signed, number.group() + word, (), None, number.start())
        return [quantity for quantity in taken.values() if quantity.said]


def _signed(units: int | None, text: str, start: int) -> int | None:
    """A count, below 0 where it is taken off another."""
    return -units if units is not None and _DEDUCTED.search(text[:start]) else units


_Stretches = list[tuple[int, int]]


def _stretches(quantities: list[Quantity], text: str, facts_at: list[int]) -> list[_Stretches]:
    """Ways to say which stretch of text tells of each count, the likeliest first.

    Each count's own clause (本地卡口10天，去湖北20天); what comes before the number (直接接触3天后勤2天), also from the clauses
    before (在隔离病房，干了20天); what comes after it (前3天直接接触，没进过病房).
    """
    begins, stops = zip(*(clause_bounds(text, q.start, q.start + 1) for q in quantities), strict=True)
    ends = [q.start + len(q.said) for q in quantities]
    own = list(zip(begins, stops, strict=True))
    before = [(max(begin, end), stop) for begin, end, stop in zip(begins, [0, *ends[:-1]], ends, strict=True)]
    since = list(zip([0, *ends[:-1]], ends, strict=True))
    limits = [
        begin if begin >= end else quantity.start
        for begin, end, quantity in zip(begins[1:], ends, quantities[1:], strict=False)
    ]
    after = list(zip(begins, [*limits, len(text)], strict=True))
    told_before = any(begins[0] <= at < quantities[0].start for at in facts_at)
    apart = len(set(own)) == len(own)
    return [*([own] if apart else []), *([before, after] if told_before else [after, before]), since]


def _within(where: Spots, begin: int, end: int) -> dict[Label, list[tuple[int, int]]]:
    """The known words of a stretch of text."""
    return {
        label: inside
        for label, spans in where.items()
        if (inside := [span for span in spans if begin <= span[0] and span[1] <= end])
    }


def _each(quantities: list[Quantity], found: Said, text: str) -> tuple[Quantity, ...]:
    """One count that holds for two people said to differ (两口子都干28天) counts once for each."""
    if len(quantities) != 1 or quantities[0].facts or not any(word in text for word in _TOGETHER):
        return tuple(quantities)
    if _APIECE.search(text[: quantities[0].start]) and any(word in text for word in _TWO):
        own = tuple(most_specific(found).items())
        return (replace(quantities[0], facts=own), replace(quantities[0], facts=own)) if own else tuple(quantities)
    options: dict[str, list[tuple[int, str]]] = {}
    for key, here in found.items():
        options.setdefault(key.fact, []).append((here.start, key.option))
    for fact, said in options.items():
        if len(said) == _BOTH:
            return tuple(replace(quantities[0], facts=((fact, option),)) for _, option in sorted(said))
    return tuple(quantities)


def _is_rate(text: str, number: re.Match[str], value: float) -> bool:
    """Whether 一天 or 一个月 means "a day", "a month": nobody who counts to one says so without 干了 or 就."""
    return value == 1 and number.group() in ("一", "1") and not text[: number.start()].endswith(_COUNTED_BEFORE)
