"""Whom to ask: the unit in charge and, where somebody is asked for, the officer, as far as the document names them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.footer import office, short_name
from bot.dialogue.replies.told import LONGEST_LINE, Statement
from bot.language.asked_for_what import asks_for_a_person, asks_who_leads
from bot.model.talk import Facet


def unit_told(on: OnMeasure, facet: Facet, case: Case) -> Statement:
    """Who is in charge, as far as the document says."""
    measure, known = on.measure, on.part.contact_by_id
    if measure.lead is None:
        return _without_lead(on, case)
    lead = short_name(known[measure.lead])
    if facet.officer and measure.officer is not None:
        by_unit = asks_who_leads(case.said.text)
        return Statement(f"{lead}牵头，责任人：{measure.officer}。" if by_unit else f"责任人：{measure.officer}，{lead}牵头。")
    others = [short_name(known[unit]) for unit in measure.units if unit != measure.lead]
    officer = officer_asked(on, case)
    units = _units_told(f"问{lead}（牵头）", "，", others)
    if officer is None:
        return Statement(units)
    return Statement(_units_told(f"问{lead}（牵头），责任人{officer}", "；", others), whole=units)  # the units alone say no more


def _units_told(first: str, between: str, others: Sequence[str]) -> str:
    """The lead, with the other units in charge, or how many they are where they do not fit a line."""
    full = f"{first}{between}责任单位还有{'、'.join(others)}。" if others else f"{first}。"
    return full if len(full) <= LONGEST_LINE else f"{first}{between}责任单位还有{others[0]}等 {len(others)} 个。"


def silence_on(on: OnMeasure, facet: Facet) -> str:
    """That a side is not written and, where its author wants it, which unit to ask."""
    silent, lead = facet.silent or "", on.measure.lead
    if not facet.sends_on or lead is None:
        return silent
    return f"{silent.removesuffix('。')}，可问{short_name(on.part.contact_by_id[lead])}。"


def _without_lead(on: OnMeasure, case: Case) -> Statement:
    """Whom to ask where no unit leads."""
    measure, whom = on.measure, office(on.measure, on.part)
    if measure.units or asks_who_leads(case.said.text):
        return Statement(f"文件没写牵头单位，{'责任单位是' if measure.units else '发布单位是'}{whom}。")
    if case.signals("employer-refuses"):
        return Statement(f"归哪个部门管文件没写，可问发布单位{whom}。")
    return Statement(f"{wording.FIRST_AT_WORK}归哪个部门文件没写，也可问发布单位{whom}。")


def officer_asked(on: OnMeasure, case: Case) -> str | None:
    """The officer in charge, where a clause that asks asks for somebody, not only for an office: 归谁管, 联系人是谁."""
    said = case.said
    clauses = [said.text[slice(*asking)] for asking in said.asking] or [said.text]
    return on.measure.officer if any(map(asks_for_a_person, clauses)) else None
