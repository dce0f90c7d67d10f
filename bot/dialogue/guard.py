"""The last step of every turn: nothing invented, and no region speaks for another."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from bot.compiled.derived import derived, shared
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.replies.plain import plain
from bot.language.numerals import figures
from bot.model.fact import Fact
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure, Point
from bot.model.reply import Decision, Reply
from bot.model.talk import CareContent

_log = logging.getLogger(__name__)
_LINES_KEPT = 4_096


def guarded(reply: Reply, snapshot: Snapshot) -> Reply:
    """The reply, or a safe one in its place if it says something without provenance."""
    problems = violations(reply, snapshot)
    if not problems:
        return reply
    _log.error("reply withheld by the guard: %s", "; ".join(problems))
    return plain(Decision.DECLINE, wording.GUARD_FAILED)


def violations(reply: Reply, snapshot: Snapshot) -> list[str]:
    """What in a reply has no provenance: figures, phone numbers, names of another region."""
    facts = _provenance(snapshot)
    allowed = [facts.common, reply.computed]
    cited_regions = set()
    for measure_id in mentioned(reply):
        region = snapshot.knowledge.region_of[measure_id].region.id
        cited_regions.add(region)
        allowed += [facts.by_measure[measure_id], facts.by_region[region]]
    found = []
    for line in (line.text for section in reply.sections for line in section.lines):
        said, names = facts.said(line)
        found += [f"figure {number}" for number in said if not any(number in known for known in allowed)]
        found += [f"{region}'s {name}" for region, name in names if region not in cited_regions]
    return found


def mentioned(reply: Reply) -> tuple[str, ...]:
    """Measures whose content a reply may hold: those cited, and those a section is about."""
    return tuple(dict.fromkeys((*reply.measures, *(s.measure for s in reply.sections if s.measure is not None))))


_Said = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


class _Provenance:
    """What each measure, region and the common files allow a reply to say."""

    def __init__(self, snapshot: Snapshot) -> None:
        knowledge = snapshot.knowledge
        self.common = _common(snapshot) | _numbers_in((*wording.help_text(snapshot.in_sight), *_counts(knowledge.regions)))
        self.by_measure = {m.id: _numbers_in(_shown_by(m)) for part in knowledge.regions for m in part.measures}
        self.by_region = {
            part.region.id: _numbers_in([repr(part.region), repr(part.contacts)]) for part in knowledge.regions
        }
        own = {part.region.id: _names(part) for part in knowledge.regions}
        self.names = {
            region: names - set().union(*(other for key, other in own.items() if key != region))
            for region, names in own.items()
        }
        self._said: dict[str, _Said] = {}

    def said(self, line: str) -> _Said:
        """What a line says, worked out once: most lines are said again and again."""
        known = self._said.get(line)
        if known is None:
            if len(self._said) >= _LINES_KEPT:
                self._said.clear()
            known = self._said[line] = self._read(line)
        return known

    def _read(self, line: str) -> _Said:
        """The figures of a line, and the names in it that belong to one region."""
        named = ((region, name) for region, names in self.names.items() for name in sorted(names) if name in line)
        return tuple(figures(line)), tuple(named)


@shared
def _common(snapshot: Snapshot) -> frozenset[str]:
    """The figures of what belongs to no region, and of every document's own name."""
    knowledge = snapshot.knowledge
    shown = [repr(knowledge.public_lines), *(phrase.reply or "" for phrase in knowledge.phrases)]
    shown += _said_in_care(knowledge.care)
    shown += [repr(part.region.document) for part in snapshot.everywhere]
    shown += [text for fact in knowledge.facts for text in _shown_of(fact)]
    shown += [text for topic in knowledge.out_of_scope for text in (topic.decline, topic.ask or "")]
    shown += [text for topic in knowledge.out_of_scope for case in topic.cases for text in (case.decline or "", case.ask or "")]
    return _numbers_in((*shown, str(len(snapshot.everywhere))))


def _said_in_care(care: CareContent) -> list[str]:
    """What is said to somebody in distress; how people tell of it is not."""
    shown = []
    for kind in care.kinds:
        shown += [text for reply in kind.reply for text in (*reply.say, *reply.then)]
        shown += [*kind.then, kind.after.better, kind.after.thanks, kind.after.farewell, kind.after.again or "", kind.beside or ""]
    return shown


def _shown_by(measure: Measure) -> list[str]:
    """What of a measure can be shown; how people ask is not."""
    shown = [measure.title, measure.summary, measure.audience, measure.deadline or "", str(measure.source.item)]
    shown += [measure.short or "", measure.headline or "", *measure.overview, measure.deadline_plain or ""]
    shown += [headline.text for headline in measure.headlines]
    shown += [text for point in measure.points for text in _said_by(point)]
    shown += [detail.say for detail in measure.unanswered]
    for amount in measure.amounts:
        shown += [amount.title, amount.note or "", *(f"{case.value} {case.label}" for case in amount.cases)]
        shown += [multiplier.label for multiplier in amount.multipliers]
    for item in measure.entitlements:
        shown += [item.title, item.gives, item.refused or "", item.bring or "", item.eligible or "", *item.depends_lines.values()]
        shown += [f"{requirement.met} {requirement.unmet}" for requirement in item.requires]
        shown += [silence.say for silence in item.silent] + [other.say for other in item.instead]
    return shown


def _said_by(point: Point) -> list[str]:
    """Every sentence of a point."""
    return [point.text, point.brief or "", point.whether_in_full or "", *point.answers]


def _shown_of(fact: Fact) -> list[str]:
    """What of a fact is shown; how people say it is not."""
    bounds = f"{fact.least}，{fact.most}" if fact.kind == "number" else ""
    said = (text for option in fact.options for text in (option.label, option.left_open or ""))
    return [fact.title, fact.question, fact.ambiguous_hint or "", bounds, *said]


def _counts(regions: Iterable[RegionKnowledge]) -> list[str]:
    return [str(len(part.measures)) for part in regions]


def _numbers_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(number for text in texts for number in figures(text))


def _names(part: RegionKnowledge) -> frozenset[str]:
    """Names only this region's answers may hold: its own, and its phones; a document's issuer is public."""
    phones = {contact.phone for contact in part.contacts if contact.phone}
    return (part.own_names | phones) - {part.region.document.issuer}


@derived
def _provenance(snapshot: Snapshot) -> _Provenance:
    return _Provenance(snapshot)
