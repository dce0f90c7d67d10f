"""Durations as people say them: a number and a unit, two units in one breath, products, sums, halves, about so many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.language.numerals import ORDINAL, ROUGH, RUN, Bounds, bounds_of

_LINK = r"(?:到|至|-|—|~|或者?)"
_AND = r"(?:零|又|加|外加|还多|多|外带|带)"
_LOOSE = r"(?:多(?!少|大|久|钱|多)|出头|左右|上下|以上|以下|开外|不到|来的|的样子)"
_BEFORE = r"(?<![\d.e二三四五六七八九十百千廿卅第])(?<![\d一二三四五六七八九十百零两]点)"
_PER_HEAD = r"(?:个?人)"
_SINGLE = re.compile(r"[一1]整?(?![\d零〇o一二两三四五六七八九十百千半几多来余.]|个半|个多)[^半]*")
"""One unit: 一天, 一个月."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration at ``text[start:end]``: what it comes to by fact, None where its unit does not say (月 for days).

    ``loose``: it is said to be about so much (多, 左右); ``parts`` tells how a product or a sum was counted (2 × 14);
    ``single``: one unit, as in what is given a day; ``spelled``: not in digits.
    """

    start: int
    end: int
    values: Mapping[str, Bounds | None]
    loose: bool = False
    negative: bool = False
    per_head: bool = False
    parts: str = ""
    single: bool = False
    spelled: bool = False


Unit = tuple[str, str, int | None]
"""A unit's word, the fact it counts for, and how many of the fact's own units it is; None: it does not say."""


class DurationReader:
    """Finds durations in given units."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._times: dict[str, dict[str, int | None]] = {}
        for word, fact, times in units:
            self._times.setdefault(word, {})[fact] = times
        words = "|".join(sorted(map(re.escape, self._times), key=len, reverse=True))
        bare = "|".join(
            sorted({re.escape(word[1:]) for word in self._times if word.startswith("个")}, key=len, reverse=True)
        )
        number = rf"(?:{RUN}(?:[{ROUGH}]|好几)?|半)"
        unit = rf"(?:{_PER_HEAD}(?=[天日](?!数)))?(?:{words})"
        one = rf"{number}(?:个?半(?:{bare or words})|个多(?:{bare or words})|(?:整整|整)?{unit}半?)"
        self._pattern = re.compile(
            rf"{_BEFORE}(?P<sign>-|负|零下)?(?P<about>(?<![至最差不])[大小多少](?=半))?(?:"
            rf"(?P<from>{RUN})(?:(?:{unit})?{_LINK}|、)(?P<to>{RUN})(?P<ru>{unit})(?!半)"
            rf"|(?P<times>{RUN})(?:[x*乘]|个)(?P<each>{RUN})(?P<xu>{unit})(?!半)"
            rf"|(?P<terms>{RUN}(?:(?:\+|又|加){RUN})+)(?P<su>{unit})(?!半)"
            rf"|(?P<big>{one}){_AND}(?P<small>{RUN}{unit})(?!半)"
            rf"|(?P<bigger>{RUN}(?:个?(?:周|星期|礼拜)))(?P<smaller>{RUN}[天日](?!也?都?[没不未]))"
            rf"|(?P<one>{one})"
            rf")(?P<loose>{_LOOSE})?"
        )
        self._unit = re.compile(rf"(?P<head>{_PER_HEAD}(?=[天日]))?(?P<unit>{words})")
        self._one = re.compile(
            rf"(?P<number>{RUN}(?:[{ROUGH}]|好几)?|半)(?:个?(?P<mid>半)(?P<bare>{bare or words})"
            rf"|个多(?P<more>{bare or words})|(?:整整|整)?(?:{_PER_HEAD}(?=[天日]))?(?P<unit>{words})(?P<half>半)?)"
        )

    def find(self, text: str) -> list[Duration]:
        """Every duration, from left to right."""
        return [self._read(match) for match in self._pattern.finditer(text)]

    def _read(self, match: re.Match[str]) -> Duration:
        said = match.groupdict()
        values, parts = self._values(said)
        body = match.group()
        return Duration(
            match.start(),
            match.end(),
            values,
            loose=said["loose"] is not None or said["about"] is not None or "个多" in body,
            negative=said["sign"] is not None,
            per_head=re.search(rf"{_PER_HEAD}[天日]", body) is not None,
            parts=parts,
            spelled=not body[0].isascii(),
            single=said["one"] is not None and _SINGLE.fullmatch(said["one"]) is not None,
        )

    def _values(self, said: Mapping[str, str | None]) -> tuple[dict[str, Bounds | None], str]:
        """What the parts come to, by fact, and how a product or a sum is worked out."""
        if said["from"] and said["to"] and said["ru"]:
            return self._scaled(_between(bounds_of(said["from"]), bounds_of(said["to"])), said["ru"]), ""
        if said["times"] and said["each"] and said["xu"]:
            times, each = bounds_of(said["times"]), bounds_of(said["each"])
            if times is None or each is None:
                return self._scaled(None, said["xu"]), ""
            product = Bounds(times.low * each.low, times.high * each.high)
            return self._scaled(product, said["xu"]), f"{times.low:g} × {each.low:g}"
        if said["terms"] and said["su"]:
            numbers = [bounds_of(part) for part in re.split(r"[+又加]", said["terms"])]
            known = [number for number in numbers if number is not None]
            total = Bounds(sum(n.low for n in known), sum(n.high for n in known))
            working = " + ".join(f"{n.low:g}" for n in known)
            return self._scaled(total if len(known) == len(numbers) else None, said["su"]), working
        pair = (said["big"] or said["bigger"], said["small"] or said["smaller"])
        if pair[0] and pair[1]:
            return _together(self._single(pair[0]), self._single(pair[1])), ""
        return self._single(said["one"] or ""), ""

    def _single(self, said: str) -> dict[str, Bounds | None]:
        match = self._one.fullmatch(said)
        if match is None:
            return {}
        number, half = match.group("number"), 0.5 if match.group("mid") or match.group("half") else 0
        value = Bounds(0.5, 0.5) if number == "半" else bounds_of(number.replace("好", ""))
        value = value and Bounds(value.low + half, value.high + half)
        unit = match.group("unit") or "个" + (match.group("bare") or match.group("more"))
        return self._scaled(value, unit if unit in self._times else unit.removeprefix("个"))

    def _scaled(self, value: Bounds | None, unit: str) -> dict[str, Bounds | None]:
        found = self._unit.fullmatch(unit)
        times_of = self._times.get(found.group("unit") if found else unit, {})
        return {
            fact: None if times is None or value is None else Bounds(value.low * times, value.high * times)
            for fact, times in times_of.items()
        }


def and_a_half(text: str, place: int) -> bool:
    """Whether half of a unit more is told right behind a number of them: 两轮|半.

    >>> and_a_half("两轮半", 2), and_a_half("两轮，半天", 2)
    (True, False)
    """
    return text.startswith("半", place)


def rounds(words: str) -> re.Pattern[str]:
    """Rounds, of any of the words (a regular expression): so many, "a round" (``per``), or the first, the last (``label``)."""
    return re.compile(
        rf"(?P<label>(?:{ORDINAL}|[头上下前末这那]|(?<!前)后){RUN}(?:{words}))|(?P<per>[每一1单](?:{words})|批批|趟趟|次次|回回|轮轮|期期)"
        rf"|(?<!{ORDINAL})(?P<number>{RUN})(?:{words})|(?P<inout>[两二三四五六])进(?P=inout)出"
    )


def _between(low: Bounds | None, high: Bounds | None) -> Bounds | None:
    """3到5: both ends; None if they run backwards."""
    return Bounds(low.low, high.high) if low and high and low.high < high.low else None


def _together(first: Mapping[str, Bounds | None], second: Mapping[str, Bounds | None]) -> dict[str, Bounds | None]:
    """Two durations in one breath; unknown wherever one of them is."""
    result: dict[str, Bounds | None] = {}
    for fact in {**first, **second}:  # in the order told: a set has another in each process
        one, other = first.get(fact), second.get(fact)
        result[fact] = Bounds(one.low + other.low, one.high + other.high) if one and other else None
    return result
