"""How a sum is told: the total first, then a line of working each; and the one question where there is a doubt."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.findings import Worked
from bot.dialogue.replies.told import Row, Statement
from bot.language.kin_terms import addressed
from bot.language.months_and_money import of_half_a_month
from bot.language.numerals import figures
from bot.language.punctuation import before_colon, open_ended
from bot.model.measure import Measure
from bot.model.reply import LineKind
from bot.model.tally import SELF, Doubt, Reason
from bot.rules.totals import Sum, Working

_MOST_LINES = 4
_ANOTHER = "另 "
_LONGEST = 45
_IF_INCLUDED = "确认算在内的，"
_YOU = "您"
_PEOPLE, _HOMES = "人", "家"


def yuan(low: int, high: int | None = None) -> str:
    """Yuan as people read them.

    >>> yuan(27000), yuan(900, 1500)
    ('27000 元', '900 元到 1500 元')
    """
    return f"{low} 元" if high in (None, low) else f"{low} 元到 {high} 元"


def sum_rows(worked: Worked, measure: Measure, case: Case, label: str = "") -> list[Row]:
    """The total, or what it may come to, then how it comes about."""
    first, *working = sum_lines(worked.sum, "" if worked.sum.settled else f"看{_deciding(worked, measure, case)}")
    opening = Row((Statement(f"{_IF_INCLUDED if worked.open_to else ''}{first}"),), label, LineKind.SUM, kept=True)
    return [opening, *(Row((Statement(text),), kind=LineKind.SUM, held=True) for text in working)]


def _deciding(worked: Worked, measure: Measure, case: Case) -> str:
    """What the rate depends on, in the author's words where an entitlement asks for the same fact."""
    missing = worked.sum.missing[0] if worked.sum.missing else ""
    for item in measure.entitlements:
        asked = {getattr(requirement.if_, "fact", None) for requirement in item.requires}
        line = item.depends_on((missing,))
        if line is not None and missing in asked:
            return before_colon(line)
    fact = case.snapshot.definitions.get(missing)
    return fact.title if fact is not None else "情况"


def sum_lines(result: Sum, reason: str = "") -> tuple[str, ...]:
    """A sum as the lines of a reply. ``reason`` is what an open sum depends on (看接不接触病例)."""
    return (_first(result, reason), *_working_lines(result))


def computed(result: Sum) -> frozenset[str]:
    """Every figure that the lines may show: the totals, and what they come from."""
    totals = (str(figure) for bounds in result.bounds for figure in bounds)
    paid = [str(result.paid), str((result.total or 0) - result.paid)] if result.paid else []
    return frozenset([*totals, *paid, *(figure for line in _working_lines(result) for figure in figures(line))])


def question(doubt: Doubt, *, unit: str = "天", most: int = 366, of_homes: bool = False) -> str:
    """The one question that settles a doubt; ``of_homes`` if the units are those of a home."""
    if of_homes and doubt.reason is Reason.EACH_OR_TOGETHER:
        return _EACH_HOME.format(unit=unit)
    said = f"“{doubt.said}”" if doubt.said and len(doubt.said) <= 12 else "这个数"
    if doubt.reason is Reason.HOW_OFTEN:
        said = f"每{'周' if doubt.period else '轮'} {doubt.each} {unit}"
    if doubt.reason is Reason.MONTHS and of_half_a_month(doubt.said):
        return _HALF_A_MONTH.format(said=said)
    return _QUESTIONS[doubt.reason].format(said=said, unit=unit, most=most, times="周" if doubt.period else "轮")


_HALF_A_MONTH = "{said}文件没写算几天，请说做了多少天，或从几月几日到几月几日？"
_EACH_HOME = "请问是每家这么多{unit}，还是几家合起来？"
_QUESTIONS = {
    Reason.UNPLACED: "{said}指什么我拿不准，请只说做了多少{unit}？",
    Reason.MONTHS: "一个月有 28 到 31 天，请说多少天，或从几月几日到几月几日？",
    Reason.HALVES: "半{unit}怎么算文件没写，请说整数：一共多少{unit}？",
    Reason.ROUGHLY: "{said}要准数才能算，请问正好是多少{unit}？",
    Reason.DATES: "{said}的日期对不上，请说从几月几日到几月几日？",
    Reason.OUT_OF_RANGE: "{unit}数要在 1 到 {most} 之间，请再说一次是多少{unit}？",
    Reason.TOO_LONG: "{said}比说的那一周、那个月还长，请再说一次是多少{unit}？",
    Reason.OVERLAP: "两段日期有重叠的日子，去掉重复的一共是多少{unit}？",
    Reason.WHICH_SPELL: "我拿不准是哪一段，请把每段各多少{unit}再说一次？",
    Reason.EACH_OR_TOGETHER: "请问是每人这么多{unit}，还是几个人合起来？",
    Reason.NO_DAYS: "{said}做了多少{unit}没听到，请把每个人各多少{unit}说一遍？",
    Reason.NEXT_DAYS: "后来那一段做了多少{unit}没听到，请问是多少{unit}？",
    Reason.NO_SUCH_DAY: "没有{said}这一天，请问是从几月几日到几月几日？",
    Reason.NO_SUCH_RATE: "文件里没有{said}这一档，请问您是哪类岗位？",
    Reason.HOW_OFTEN: "{said}，一共这样多少{times}？",
    Reason.DAYS_OFF: "{said}是在刚才的数里面要去掉的，还是另外的？",
}


def _first(result: Sum, reason: str) -> str:
    totals = [yuan(low, high) for low, high in result.bounds]
    if result.paid and result.total is not None:
        left = result.total - result.paid
        return f"一共 {totals[0]}；已发 {yuan(result.paid)}，{f'还差 {yuan(left)}' if left > 0 else '没有少'}。"
    if result.settled:
        return f"{'相差' if result.difference else '一共'} {totals[0]}{_note(result)}"
    ordered = [totals[0], totals[-1]] if len(totals) > 2 else totals
    told = ("或 ".join if len(totals) == 2 else "到 ".join)(dict.fromkeys(ordered))
    return f"{told}{'，' + reason if reason else ''}{_note(result, '；')}"


def _note(result: Sum, mark: str = "，") -> str:
    note = open_ended(result.note)
    return f"{mark}{note}。" if note else "。"


def _working_lines(result: Sum) -> tuple[str, ...]:
    lines = [line for working in result.workings for line in _lines(working, result)]
    if len(lines) > _MOST_LINES:
        lines = [_product(working, result, short=True) for working in result.workings]
    return _told_apart(lines if len(lines) <= _MOST_LINES else _grouped(result))


def _told_apart(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, one that comes again marked as another: two stretches of six days are twelve, not a line said twice."""
    return tuple(f"{_ANOTHER}{line}" if line in lines[:n] else line for n, line in enumerate(lines))


def _lines(working: Working, result: Sum) -> list[str]:
    """The product of a spell, after what it was counted from where that takes a line of its own."""
    spell = working.spell
    product = _product(working, result)
    if not spell.working:
        return [product]
    counted = f"{spell.working}，共 {_units(working)}"
    joined = f"{counted} × {working.rate} 元 = {yuan(working.low, working.high)}"
    alone = spell.people == 1 and len(result.workings) > 1 and spell.person == SELF
    if alone and len(joined) <= _LONGEST:
        return [joined]
    return [counted, product]


def _units(working: Working) -> str:
    spell = working.spell
    return f"{spell.low} {working.unit}" if spell.exact else f"{spell.low} 到 {spell.high} {working.unit}"


def _product(working: Working, result: Sum, *, short: bool = False) -> str:
    spell = working.spell
    several = len({w.spell.person for w in result.workings}) > 1
    of_one = several and spell.people == 1 and not working.of_homes
    whose = f"{addressed(spell.person) or _YOU}：" if of_one or spell.person != SELF else ""
    people = f"{spell.people} {_HOMES if working.of_homes else _PEOPLE} × " if spell.people > 1 else ""
    line = f"{whose}{people}{_units(working)} × {working.rate} 元 = {yuan(working.low, working.high)}"
    labelled = f"{line}（{working.label}）"
    return labelled if not whose and not short and len(labelled) <= _LONGEST else line


def _grouped(result: Sum) -> list[str]:
    """Many products as few lines: those at one rate and of one person together."""
    groups: dict[tuple[str, int, int, str, bool], list[Working]] = {}
    for working in result.choices[0]:
        key = (working.spell.person, working.spell.people, working.rate, working.unit, working.of_homes)
        groups.setdefault(key, []).append(working)
    lines = []
    for (person, people, rate, unit, of_homes), found in groups.items():
        units = sum(w.spell.low for w in found), sum(w.spell.high for w in found)
        count = f"{units[0]} {unit}" if units[0] == units[1] else f"{units[0]} 到 {units[1]} {unit}"
        total = yuan(sum(w.low for w in found), sum(w.high for w in found))
        whose = f"{addressed(person) or _YOU}：" if len({w.spell.person for w in result.choices[0]}) > 1 and not of_homes else ""
        heads = f"{people} {_HOMES if of_homes else _PEOPLE} × " if people > 1 else ""
        lines.append(f"{whose}{heads}{count} × {rate} 元 = {total}")
    return lines[:_MOST_LINES] if len(lines) <= _MOST_LINES else []
