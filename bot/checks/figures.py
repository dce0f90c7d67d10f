"""Is every figure backed by a field, and every date a real one?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

from pydantic import BaseModel

from bot.checks.inspection import Backed, Inspection, Path, Unbacked, measures
from bot.language.numerals import figures, value_of
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Amount, Measure
from bot.reading.parse import Key
from bot.reading.problem import Problem

_CHINESE_SUM = re.compile(r"([一二两三四五六七八九十百千][一二两三四五六七八九十百千万]*)(?=万?元|块钱|％|%)")
_ITEM = re.compile(r"第 ?\d+ ?[项条]")
_SHOWN = frozenset(
    {"headline", "overview", "summary", "points", "entitlements", "unanswered", "amounts", "deadline_plain", "audience"}
)
_UNSHOWN = frozenset({"id", "cues", "topics", "facets", "counts", "when", "if"})
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{4})[./](\d{1,2})[./](\d{1,2})(?![\d.])")
_SPELLED = re.compile(r"(?:(?<!\d)(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DIGIT = re.compile(r"\d")
_LEAP_YEAR = 2020
_NOT_IN_A_NOTE = "notes 里只说文件本身：日期、文号写进 published、number、follows；措施里的数写进那一条措施，这里删掉"

_TO_FIGURES = "核对原文；确有其事就在 figures 里加一条 {value: …, about: …}，没有就删掉"
_TO_CONTACTS = "是电话就在 contacts.yaml 里写成一个单位的 phone，再把那个单位的 id 写进本措施的 channels"


def check_figures(inspection: Inspection) -> None:
    """Figures in what a measure says, figures nobody says, dates that do not exist."""
    of_regions = _backings_of_regions(inspection)
    for key, part, measure in measures(inspection):
        backing = _backing(measure) | of_regions[part.region.id]
        for path, text in shown_texts(inspection, measure):
            unbacked = [figure for figure in _figures(text) if figure not in backing]
            if unbacked:
                phones = all(_is_phone(figure, text) for figure in unbacked)
                message = f"数字“{'、'.join(dict.fromkeys(unbacked))}”没有字段作依据"
                problem = inspection.origin(key).problem(path, message, _TO_FIGURES)
                inspection.unbacked.append(Unbacked(frozenset(unbacked), measure.id, part.region.id, phones, problem))
        _unsaid(inspection, key, measure)
        _dates(inspection, key, measure)
    for part in inspection.knowledge.regions:
        _dates(inspection, ("region", part.region.id), part.region)
        _notes(inspection, part)
    _phones(inspection)
    if inspection.alone is None and inspection.unbacked:
        backed = list(backed_by_measures(inspection))
        inspection.problems += (told(found, backed) for found in inspection.unbacked)


def _notes(inspection: Inspection, part: RegionKnowledge) -> None:
    """Figures of what the document says of itself."""
    backing = frozenset(_figures(" ".join(_fields_of_document(part))))
    for index, note in enumerate(part.region.document.notes):
        unbacked = "、".join(figure for figure in _figures(note.text) if figure not in backing)
        if unbacked:
            message = f"数字“{unbacked}”没有字段作依据"
            inspection.report(("region", part.region.id), ("document", "notes", index, "text"), message, _NOT_IN_A_NOTE)


def shown_texts(inspection: Inspection, measure: Measure) -> Iterator[tuple[Path, str]]:
    """Every text of a measure that can reach a person, except what stands in the document word for word."""
    for path, text in inspection.leaves(measure):
        if path[0] in _SHOWN and not _UNSHOWN.intersection(path):
            yield path, text


def _figures(text: str) -> list[str]:
    """Figures of a text. "第 17 项" points at an item of the same document and states nothing."""
    text = _ITEM.sub("", text)
    spelled = [str(value) for match in _CHINESE_SUM.findall(text) if (value := value_of(match)) is not None]
    return [*figures(text), *spelled]


def _backing(measure: Measure) -> frozenset[str]:
    """What a measure's own fields allow: figures, rates, the source item, the deadline."""
    fields = [*(figure.value for figure in measure.figures), measure.deadline or "", str(measure.source.item)]
    found = {figure for text in fields for figure in _figures(text)}
    return frozenset(found | {str(rate) for amount in measure.amounts for rate in _rates(amount)})


def _backings_of_regions(inspection: Inspection) -> dict[str, frozenset[str]]:
    """What each region's offices and document allow in every measure of it."""
    found = {}
    for part in inspection.knowledge.regions:
        offices = (text for contact in part.contacts for _, text in inspection.leaves(contact))
        found[part.region.id] = frozenset(figure for text in (*_fields_of_document(part), *offices) for figure in _figures(text))
    return found


def _fields_of_document(part: RegionKnowledge) -> list[str]:
    document = part.region.document
    fields = [document.item_label, document.title, document.published, document.number or ""]
    return [*fields, *document.follows, str(document.year)]


def _rates(amount: Amount) -> Iterator[int]:
    """Every rate an amount can come to, and the factors."""
    times = [multiplier.times for multiplier in amount.multipliers]
    yield from times
    for case in amount.cases:
        for size in range(len(times) + 1):
            for chosen in combinations(times, size):
                rate = case.value
                for factor in chosen:
                    rate *= factor
                yield rate


def told(found: Unbacked, backed: Iterable[Backed]) -> Problem:
    """The problem, with the first other measure that has these figures, and what is to be done then."""
    others = (other for other in backed if (other.region, other.measure) != (found.region, found.measure))
    writing = next((other for other in others if found.figures <= other.figures), None)
    remedy = _TO_CONTACTS if found.phones and (writing is None or writing.region == found.region) else found.problem.remedy
    said = f"；写着它的是 {writing.measure}（{writing.name}）" if writing is not None else ""
    return replace(found.problem, message=found.problem.message + said, remedy=remedy)


def backed_by_measures(inspection: Inspection) -> Iterator[Backed]:
    """What the fields of each measure allow."""
    of_regions = _backings_of_regions(inspection)
    for _, part, measure in measures(inspection):
        allowed = _backing(measure) | of_regions[part.region.id]
        yield Backed(measure.id, part.region.id, part.region.name, allowed - _backing_of_document(part))


def _is_phone(figure: str, text: str) -> bool:
    """A figure of a phone: hyphens around it, or as long as nothing else is; or a short number people are told to call."""
    digits = re.escape(figure)
    if re.search(rf"\d-{digits}(?!\d)|(?<!\d){digits}-\d|(?<!\d)1\d{{10}}(?!\d)", text):
        return True
    return bool(re.search(rf"(?:电话|热线|专线|拨打|致电|请拨|打)[^。；\d]{{0,8}}{digits}(?!\d|\s*[元天人次])", text))


def _backing_of_document(part: RegionKnowledge) -> frozenset[str]:
    return frozenset(figures(f"{part.region.document.year} {part.region.document.published}"))


def _unsaid(inspection: Inspection, key: Key, measure: Measure) -> None:
    """A figure of the source that no text tells would never reach anybody."""
    texts = "".join(text for path, text in inspection.leaves(measure) if path[0] != "figures").replace(" ", "")
    for index, figure in enumerate(measure.figures):
        if figure.value.replace(" ", "") not in texts and not set(_figures(figure.value)) & set(_figures(texts)):
            message = f"figures 里的“{figure.value}”没有任何一段话说到"
            inspection.report(key, ("figures", index, "value"), message, "在 points 里说出来，或删掉", warning=True)


def _dates(inspection: Inspection, key: Key, value: BaseModel) -> None:
    for path, text in inspection.leaves(value):
        for pattern in (_ISO, _DOTTED, _SPELLED) if _DIGIT.search(text) else ():
            for match in pattern.finditer(text):
                year, month, day = match.groups()
                if not _exists(int(year or _LEAP_YEAR), int(month), int(day)):
                    inspection.report(key, path, f"没有“{match.group()}”这一天", "核对原文里的日期")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _phones(inspection: Inspection) -> None:
    """A phone is digits and what stands between them."""
    for part in inspection.knowledge.regions:
        for contact in part.contacts:
            wrong = _NOT_IN_PHONE.sub("", contact.phone or "")
            if wrong:
                key = ("contact", f"{part.region.id}/{contact.id}")
                inspection.report(key, ("phone",), f"电话“{contact.phone}”里有“{wrong}”", "只写数字、连字符和“转”；几个号码用顿号隔开")


_NOT_IN_PHONE = re.compile(r"[\d\s()（）+、，,;；/转-]")
