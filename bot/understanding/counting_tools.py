"""What counts are read with, made once for a snapshot: the reader, the marks that tell rates apart, the rates themselves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compiled.derived import derived, shared
from bot.compiled.snapshot import Snapshot
from bot.counting.reader import Reader
from bot.language.numerals import MEASURE_WORD, NUMERAL_CHARACTERS, PER_ONE
from bot.model.tally import Said
from bot.rules.totals import deciding, raising, tiers
from bot.understanding.marking import MarkFinder


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

    raising: frozenset[str] = frozenset()
    """The facts that only multiply a rate; days told of home have nothing of them, unless it is told anew."""

    def may_count(self, text: str) -> bool:
        """Whether a text can hold a count, or whose counts may follow: most messages cannot."""
        return not NUMERAL_CHARACTERS.isdisjoint(text) or self.reader.steers(text) or self.reader.speaks_of_several(text)


@derived
def counting_tools(snapshot: Snapshot) -> CountingTools:
    """The tools for this knowledge."""
    knowledge = snapshot.knowledge
    amounts = [amount for part in knowledge.regions for measure in part.measures for amount in measure.amounts]
    decided = {(amount.counts, fact) for amount in amounts for fact in deciding([amount])} if knowledge.regions else _anywhere(snapshot)
    facts = frozenset(fact for _, fact in decided)
    return CountingTools(
        reader=_reader(snapshot),
        marks=MarkFinder(fact for fact in knowledge.facts if fact.id in facts),
        deciding=facts,
        tiers=dict(tiers(amounts)),
        per_one=_per_one(snapshot),
        decided_by={fact: frozenset(counted for counted, by in decided if by == fact) for fact in facts},
        raising=raising(amounts),
    )


@shared
def _reader(snapshot: Snapshot) -> Reader:
    return Reader(snapshot.knowledge.facts, snapshot.knowledge.counting)


@shared
def _anywhere(snapshot: Snapshot) -> set[tuple[str, str]]:
    """What is counted in any region, each with a fact that tells its rates apart."""
    return {pair for decided in {card.decided for card in snapshot.cards} for pair in decided}


@shared
def _per_one(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    return tuple(
        (each + word, fact.id)
        for fact in snapshot.knowledge.facts
        for word in dict.fromkeys(w for unit in fact.counted_in[:1] for w in (*unit.words, *_short(fact.unit)))
        for each in PER_ONE
    )


def _short(unit: str | None) -> tuple[str, ...]:
    """A unit without its measure word: 月 for 个月."""
    return (unit.removeprefix(MEASURE_WORD),) if unit and unit.startswith(MEASURE_WORD) else ()


def rates_named(text: str, snapshot: Snapshot) -> tuple[str, ...]:
    """Number facts whose unit is named per one: 每天, 一天, 每个月."""
    return tuple(dict.fromkeys(fact for said, fact in counting_tools(snapshot).per_one if said in text))
