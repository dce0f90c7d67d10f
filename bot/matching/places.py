"""Which place a message speaks about: where someone is, where someone was sent, or whose registration it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.language.analyse import Analysis
from bot.language.patterns import clause_bounds

UNCOVERED = "uncovered"
DESTINATION = "destination"
ELSEWHERE = "elsewhere"
AROUND = "around"

_REGISTRATION = ("户口", "户籍", "落户")
_RESIDENCE_CUES = ("老家", "籍", "租房", "租的", "住", "娘家", "婆家")
_HOME_CUES = ("分开住", "自己住", "单独住", "一个人住", "不住一起", "一个人在", "独居", "同住")
_WORK_CUES = ("医院", "单位", "上班", "工作", "医生", "护士", "大夫", "医护")
_ADJACENT = 1
_SENT_CUES = ("去", "赴", "援", "派", "驰援", "支援", "到", "往", "奔", "出差")
_LOCAL_CUES = ("本地", "当地", "本土", "这边医院", "人民医院")
_OWN_CUES = ("我在", "我是", "我们在", "我们是", "我人在", "我调到", "我家在", "我单位在", "我这", "我们这", "本人在")
_CORRECTION_CUES = (
    "不对",
    "说错",
    "搞错",
    "调到",
    "换到",
    "改成",
    "现在在",
    "换去",
    "换到",
    "换成",
    "转到",
    "调去",
    "其实",
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says of places.

    ``region``: a covered region named as where the question is about. ``uncovered``: the name of a place no region covers.
    ``around``: the name of a wider place of which only a part is covered. ``own``: it is said of the person's own place.
    ``regions``: all covered regions named.
    """

    region: str | None = None
    uncovered: str | None = None
    around: str | None = None
    own: bool = False
    regions: frozenset[str] = frozenset()


def places_of(analysis: Analysis) -> Spoken:
    """Read the places of a message. The first place named as a location decides."""
    text = analysis.text
    named: dict[str, tuple[str, int, int]] = {}
    covered_until, uncovered_until = 0, -9
    regions: set[str] = set()
    schemes = [mention for mention in analysis.mentions if mention.label[0] == "name"]
    for start, end, label in analysis.mentions:
        if label[0] not in ("place", "institution") or start < covered_until:
            continue
        if any(scheme.start <= start and end <= scheme.end for scheme in schemes):
            continue
        covered_until = end
        role = _role(text, start, end, label[1])
        if role == "region" and (_left(text, start, end) or start - uncovered_until <= _ADJACENT):
            continue
        if role == UNCOVERED:
            uncovered_until = end
        if role is not None:
            named.setdefault(role if role in (UNCOVERED, AROUND) else "region", (label[1], start, end))
            regions |= {label[1]} if role == "region" else set()
    region = named.get("region")
    uncovered = named.get(UNCOVERED)
    around = named.get(AROUND)
    first = region or uncovered or around
    if first is None:
        return Spoken()
    return Spoken(
        regions=frozenset(regions),
        region=region[0] if region else None,
        uncovered=text[uncovered[1] : uncovered[2]] if uncovered and not region else None,
        around=text[around[1] : around[2]] if around and not region and not uncovered else None,
        own=_own(text, first[1], first[2]),
    )


def _role(text: str, start: int, end: int, place: str) -> Literal["region", "uncovered", "around"] | None:
    begin, stop = clause_bounds(text, start, end)
    clause = text[begin:stop]
    if place == ELSEWHERE:
        return None
    if place == DESTINATION:
        return "uncovered" if text[end : end + 4].lstrip("市省").startswith(_LOCAL_CUES) else None
    if any(cue in clause for cue in _RESIDENCE_CUES) or any(cue in clause for cue in _REGISTRATION):
        return None
    if place == UNCOVERED and any(cue in text for cue in _REGISTRATION):
        return None
    if place == UNCOVERED and any(cue in text for cue in _HOME_CUES) and not any(cue in clause for cue in _WORK_CUES):
        return None
    if place == UNCOVERED:
        return None if text[begin:start].endswith(_SENT_CUES) and not text[end:stop].startswith("的") else "uncovered"
    return "around" if place == AROUND else "region"


def _left(text: str, start: int, end: int) -> bool:
    """Whether the place is said to be left or denied: 从红桥调走, 红桥以前, 不是红桥."""
    return text[:start].endswith(("从", "不是", "不在", "离开")) or text[end : end + 3].startswith(
        ("不是", "以前", "区以前", "调到")
    )


def _own(text: str, start: int, end: int) -> bool:
    """Whether the place is said to be the person's own: 我在…, 不对，我调到…, or nothing but the place is said."""
    begin, stop = clause_bounds(text, start, end)
    alone = len(text.strip("，。？！的区市省 ")) <= end - start + 2
    clause_opening = text[begin:start]
    return (
        alone
        or any(cue in clause_opening for cue in _OWN_CUES + _CORRECTION_CUES)
        or (
            begin == start
            and text[end:stop] in ("", "的", "区的", "市的", "人", "这边", "这边的", "区", "市", "这边的医院")
        )
    )
