"""Days of the week on which somebody works or does not: 周一到周五上班, 每周三休, 周末不上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"(?:周|星期|礼拜)"
_DAYS = "一二三四五六日天"
_END = r"[末]"
_NOT_A_COUNT = r"(?<![\d一二两三四五六七八九十几半个上下这本那整小老大姓])"
_LINK = r"(?:到|至|-|—|~)"
_ONE = rf"{_NAME}(?:[{_DAYS}](?!天(?!天)|个)|{_END})"
_MORE = rf"(?:[、和跟及]?(?:{_NAME}[{_DAYS}](?!天(?!天))|[一二三四五六日](?![天个月周号班])))*"
_BEFORE = r"(?P<before>除了?|除去|除开|刨去|刨掉|去掉|扣掉|扣除|减去|不算|不含|只有|就|只)?(?:每|逢|每到|每逢|碰上|遇上)?(?:个)?"
_SCHEDULE = re.compile(
    rf"{_BEFORE}(?:{_NOT_A_COUNT}|(?<=每个)|(?<=逢))(?P<named>{_NAME}(?P<first>[{_DAYS}]){_LINK}{_NAME}?(?P<last>[{_DAYS}])(?!天(?!天))|{_ONE}{_MORE}|(?<!逢)双休日?|大礼拜|工作日(?![数：:合共为是计]))"
    r"(?P<after>[^，。；！？、\d]{0,6})"
)
_OFF = re.compile(r"休|歇|不[上去用来排干算在进]|没[上去来排干班]|放假|在家|停")
_ON = re.compile(r"[上去进在干做值来]|班|出勤|到岗|采|查|管")
_ALSO = re.compile(r"^(?:也|都不休|不休|没休|不歇|没歇|照|还|全|加班|连轴)")
_LESS = ("除", "刨", "去掉", "扣", "减", "不算", "不含")
_WEEKEND = frozenset({5, 6})
_WORKDAYS = frozenset(range(5))
_EVERY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which days of the week (Monday is 0) are worked, by what was ``said``; None where it cannot be told."""

    start: int
    end: int
    said: str
    worked: frozenset[int] | None


def schedules(text: str) -> Iterator[Schedule]:
    """Every schedule by days of the week.

    >>> [sorted(found.worked or ()) for found in schedules("周一到周五上班，周六日休")]
    [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]
    >>> [found.worked for found in schedules("三个礼拜天天在")], [found.worked for found in schedules("周三开的会")]
    ([], [None])
    """
    for match in _SCHEDULE.finditer(text):
        rest = _OFF.search(match.group("after"))
        end = match.start("after") + rest.end() if rest else match.end("named")
        yield Schedule(match.start(), end, match.group("named"), _worked(match))


def are_off(following: str) -> bool:
    """Whether what follows some days says that they were not worked: 双号|不上.

    >>> are_off("不上"), are_off("我都歇"), are_off("上班双号歇")
    (True, True, False)
    """
    return _OFF.match(following.lstrip("我就都，的")) is not None


def _worked(match: re.Match[str]) -> frozenset[int] | None:
    named, before, after = _named(match), match.group("before") or "", match.group("after")
    if match.group("named").startswith("双休"):
        return _WORKDAYS if "不" not in after and "没" not in after else _EVERY
    if _ALSO.match(after):
        return _EVERY
    if before.startswith(_LESS) or _OFF.search(after):
        return _EVERY - named
    return named if _ON.search(after) else None


def _named(match: re.Match[str]) -> frozenset[int]:
    said = match.group("named")
    if said in ("工作日",):
        return _WORKDAYS
    if "末" in said or said.startswith(("双休", "大礼拜")):
        return _WEEKEND
    if match.group("first"):
        first, last = (_number(match.group(name)) for name in ("first", "last"))
        return frozenset(range(first, last + 1)) if first <= last else frozenset()
    return frozenset(_number(name) for name in re.sub(rf"{_NAME}|[、和跟及]", "", said))


def _number(name: str) -> int:
    return min(_DAYS.index(name), 6)


def together(found: list[Schedule]) -> frozenset[int] | None:
    """Several schedules as one: what all of them leave; None if one cannot be told, or they leave nothing."""
    worked = _EVERY
    for one in found:
        if one.worked is None:
            return None
        worked &= one.worked
    return worked or None
