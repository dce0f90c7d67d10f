"""Whether officers, or an office, are in charge of something, in words: yes only where the document says so, else who is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.findings import ChargeTold
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.footer import footer, list_footer, office, short_name
from bot.dialogue.replies.told import LONGEST_LINE, length
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3
_LISTED = 8
"""Items up to which a footer names each."""


def charge_reply(found: ChargeTold) -> Reply:
    """Yes or no first; after a no what the officers do answer for."""
    first = _of_a_measure(found, found.measure) if found.measure is not None else _of_an_office(found)
    right = found.measure is not None and found.measure.officer in found.officers
    others = [] if right or not found.theirs or found.measure is None else _theirs(found)
    about = [found.measure] if found.measure is not None else [*found.led, *found.theirs]
    cited = list({measure.id: measure for measure in (*about, *(found.theirs if others else ()))}.values())
    source = list_footer(found.part) if len(cited) > _LISTED else footer([(measure, found.part) for measure in cited])
    lines = (*(Line(LineKind.TEXT, text) for text in (*first, *others)), source)
    computed = frozenset({str(m.source.item) for m in cited} | {str(len(found.theirs)), str(len(found.led))})
    names = tuple(measure.id for measure in cited)
    options = tuple(Option(label_of(measure), f"measure:{measure.id}") for measure in cited[:1])
    return Reply(Decision.ANSWER, (Section(lines, names[0]),), names[:_CITED], options, computed=computed)


def _of_a_measure(found: ChargeTold, measure: Measure) -> list[str]:
    """Who answers for a measure, behind yes or no."""
    lead = office(measure, found.part)
    if found.officers:
        who = f"{label_of(measure)}的责任人是{measure.officer}，{lead}牵头。"
        yes = measure.officer in found.officers
        return [f"是：{who}" if yes and len(found.officers) == 1 else who if yes else f"不是：{who}"]
    known, name = found.part.contact_by_id, "" if found.office is None else short_name(found.office)
    if measure.lead == getattr(found.office, "id", None):
        return [f"是：{label_of(measure)}由{name}牵头。"]
    if found.office is not None and found.office.id in measure.units:
        return [f"是责任单位之一：{label_of(measure)}由{lead}牵头。"]
    others = [short_name(known[unit]) for unit in measure.units if unit != measure.lead]
    first = f"不是：{label_of(measure)}由{lead}牵头"
    full = f"{first}，责任单位还有{'、'.join(others)}。" if others else f"{first}。"
    if not others or length([Line(LineKind.TEXT, full)]) <= LONGEST_LINE:
        return [full]
    return [f"{first}，责任单位还有{others[0]}等 {len(others)} 个。"]


def _of_an_office(found: ChargeTold) -> list[str]:
    """Whether the officers answer for what an office leads; of which office somebody is no document says."""
    name = short_name(found.office) if found.office is not None else ""
    officers = list(dict.fromkeys(m.officer for m in found.led if m.officer is not None))
    theirs = _led_by(found)
    if not found.led:
        return [f"文件没写{name}的责任人，它没有牵头的项。", *theirs]
    led = f"{name}牵头的 {len(found.led)} 项，责任人{'都' if len(found.led) > 1 and len(officers) == 1 else ''}是{'、'.join(officers)}。"
    right = set(found.officers) <= set(officers)
    if not found.plainly:
        return [f"文件没写{'、'.join(found.officers)}在哪个单位。", *([] if right else theirs), led]
    if right:
        return [f"是：{led}"]
    return [f"不是：{led}", *theirs]


def _led_by(found: ChargeTold) -> list[str]:
    """Which offices lead what the officers answer for."""
    leads = list(dict.fromkeys(office(measure, found.part) for measure in found.theirs))
    names = "、".join(found.officers)
    return [f"{names}负责 {len(found.theirs)} 项，{'、'.join(leads)}牵头。"] if found.theirs else []


def _theirs(found: ChargeTold) -> list[str]:
    """What the officers answer for; how many, where they are too many for a line."""
    names = [label_of(measure) for measure in found.theirs]
    head = f"{'、'.join(found.officers)}负责 {len(names)} 项"
    full = f"{head}：{'、'.join(names)}。"
    return [full] if length([Line(LineKind.TEXT, full)]) <= LONGEST_LINE else [f"{head}，{_offices(found.theirs, found)}牵头。"]


def _offices(measures: Sequence[Measure], found: ChargeTold) -> str:
    return "、".join(dict.fromkeys(office(measure, found.part) for measure in measures))
