"""What counts are read with, made once for a snapshot: the reader, the marks that tell rates apart, the rates themselves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compiled.derived import derived
from bot.compiled.snapshot import Snapshot
from bot.language.numerals import MEASURE_WORD, NUMERAL_CHARACTERS, PER_ONE
from bot.model.tally import Said
from bot.rules.totals import deciding, tiers
from bot.understanding.counts.marking import MarkFinder
from bot.understanding.counts.reader import Reader


@dataclass(frozen=True, slots=True)
class CountingTools:
    """``deciding`` are the facts that tell rates apart; ``tiers`` are the rates that documents give, with the facts under which
    they do; ``per_one`` names a unit as a rate.
    """

    reader: Reader
    marks: MarkFinder
    deciding: frozenset[str]
    tiers: dict[int, Said]
    per_one: tuple[tuple[str, str], ...]
    decided_by: dict[str, frozenset[str]]
    """By a fact that tells rates apart, what is counted at those rates."""

    def may_count(self, text: str) -> bool:
        """Whether a text can hold a count at all: most messages cannot."""
        return not NUMERAL_CHARACTERS.isdisjoint(text) or self.reader.steers(text)


@derived
def counting_tools(snapshot: Snapshot) -> CountingTools:
    """The tools for this knowledge."""
    knowledge = snapshot.knowledge
    amounts = [amount for measure in knowledge.measure_by_id.values() for amount in measure.amounts]
    facts = deciding(amounts)
    per_one = tuple(
        (each + word, fact.id)
        for fact in knowledge.facts
        for word in dict.fromkeys(w for unit in fact.counted_in[:1] for w in (*unit.words, *_short(fact.unit)))
        for each in PER_ONE
    )
    return CountingTools(
        reader=Reader(knowledge.facts, knowledge.counting),
        marks=MarkFinder(fact for fact in knowledge.facts if fact.id in facts),
        deciding=facts,
        tiers=dict(tiers(amounts)),
        per_one=per_one,
        decided_by={fact: frozenset(a.counts for a in amounts if fact in deciding([a])) for fact in facts},
    )


def _short(unit: str | None) -> tuple[str, ...]:
    """A unit without its measure word: 月 for 个月."""
    return (unit.removeprefix(MEASURE_WORD),) if unit and unit.startswith(MEASURE_WORD) else ()


def rates_named(text: str, snapshot: Snapshot) -> tuple[str, ...]:
    """Number facts whose unit is named per one: 每天, 一天, 每个月."""
    return tuple(dict.fromkeys(fact for said, fact in counting_tools(snapshot).per_one if said in text))
