"""Who is in charge: what an officer or office leads, and whether they do."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import ChargeTold, InCharge, Judgment, Leaves
from bot.dialogue.measures import on_measures
from bot.model.knowledge import RegionKnowledge
from bot.understanding.going_on import side_left_open, whom_asked_again
from bot.understanding.intents import Charged, Duty

_CITED = 3


def whom_again(case: Case) -> Case:
    """The case with whom to ask as its side, where a message leaves that to the question before."""
    again = whom_asked_again(case.said, case.before, case.snapshot)
    return case.putting(again) if again else case


def left_to_be_told(case: Case) -> Case:
    """The case with the side that a message leaves to the question before: the one asked of no matter (找谁 — 评先进的), or whom to ask."""
    open_side = side_left_open(case.said, case.before)
    return case.putting(open_side) if open_side else whom_again(case)


def in_charge(case: Case, duty: Duty) -> Judgment:
    """What an officer or office leads, or takes part in: the measure itself, if it is one."""
    if len(duty.measures) == 1 and not duty.details and duty.officer is None and not (case.signals("duties") or duty.shares):
        return on_measures(whom_again(case), duty.measures)
    knowledge = case.snapshot.knowledge
    led = tuple(knowledge.measure_by_id[measure] for measure in duty.measures)
    who = duty.who or bool(whom_asked_again(case.said, case.before, case.snapshot))
    findings = InCharge(led, knowledge.region_of[led[0].id], duty.officer, duty.details, duty.shares, who)
    return Judgment(findings, Leaves(measures=duty.measures[:_CITED]))


def charge_told(case: Case, asked: Charged) -> Judgment:
    """Whether officers, or an office, are in charge; the measure asked of stays, or comes, in hand."""
    knowledge = case.snapshot.knowledge
    measure = knowledge.measure_by_id[asked.measures[0]] if asked.measures else None
    part = knowledge.region_of[measure.id] if measure is not None else _part_of(asked, case)
    office = part.contact_by_id[asked.office.rpartition("/")[2]] if asked.office is not None else None
    theirs = tuple(m for m in part.measures if m.officer in asked.officers)
    led = tuple(m for m in part.measures if office is not None and m.lead == office.id)
    found = ChargeTold(part, asked.officers, office, measure, theirs, led, asked.plainly)
    here = measure is None or measure.id in case.memory.measures
    return Judgment(found, Leaves() if here or measure is None else Leaves(measure.topics[:1], (measure.id,)))


def _part_of(asked: Charged, case: Case) -> RegionKnowledge:
    """The region of an office."""
    region = (asked.office or "").rpartition("/")[0]
    return next(part for part in case.snapshot.knowledge.regions if part.region.id == region)
