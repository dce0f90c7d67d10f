"""A message once read: frozen, each thing in one place."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from bot.compiled.care import CareIndex
from bot.compiled.keys import OptionKey, PartKey, SideKey
from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Counting
from bot.language.analyse import Analysis
from bot.language.patterns import Found
from bot.understanding.said import Act, Clause, Said, Topical


def test_sides_come_in_the_order_asked() -> None:
    said = Said(sides={SideKey("how-much"): Found(6, 8, (1, 2)), SideKey("whom"): Found(0, 2, (1, 2))})
    assert said.facets == ("whom", "how-much")


@pytest.mark.parametrize(
    ("acts", "corrects", "supposes"),
    [
        ((), False, False),
        ((Act.CORRECTS, Act.TELLS), True, False),
        ((Act.TELLS, Act.CORRECTS), False, False),
        ((Act.TELLS, Act.SUPPOSES), False, True),
    ],
)
def test_what_the_whole_message_does(acts: tuple[Act, ...], corrects: bool, supposes: bool) -> None:
    said = Said(clauses=tuple(Clause(n, n + 1, act) for n, act in enumerate(acts)))
    assert (said.corrects, said.supposes) == (corrects, supposes)


def test_the_parts_of_one_kind_that_are_singled_out_of_a_measure() -> None:
    here, there = Found(0, 1, (1, 1)), Found(2, 3, (1, 1))
    parts = {PartKey("a", "point", "x"): here, PartKey("a", "amount", "x"): there, PartKey("b", "point", "y"): there}
    assert Said(parts=parts).cues("a", "point") == {"x": here}
    assert Said(parts=parts).cues("a", "entitlement") == {}
    assert Said(parts=parts).cues("c", "point") == {}


def test_what_was_worked_out_of_a_message_is_not_of_what_was_made_of_it() -> None:
    said = Said(analysis=Analysis("补助多少", (), ()), clauses=(Clause(0, 4, Act.ASKS),))
    assert said.asks
    assert said.acts == {Act.ASKS}
    other = replace(said, analysis=Analysis("我是护士", (), ()), clauses=(Clause(0, 4, Act.TELLS),))
    assert not other.asks
    assert other.acts == {Act.TELLS}
    assert other.text == "我是护士"


def test_spans_cover_sides_facts_and_counts() -> None:
    said = Said(
        side_words=((0, 2),),
        options={OptionKey("role", "ward"): Found(3, 5, (1, 2))},
        counting=Counting(spans=((6, 9),)),
    )
    assert said.spans() == [(0, 2), (3, 5), (6, 9)]


def test_it_cannot_be_written_to() -> None:
    with pytest.raises(FrozenInstanceError):
        Said().region = "jia"  # type: ignore[misc]


def test_what_is_compared_is_one_text() -> None:
    assert Topical(("补助", "0", "天")).text == "补助0天"
    assert Said(analysis=Analysis("补助多少", (), ())).asks


def test_the_words_of_care_are_looked_for_once_in_a_message(snapshot: Snapshot, care: CareIndex) -> None:
    said = Said(analysis=snapshot.language.analyse("我真的撑不住了"))
    heard = said.sounding(care)
    assert heard.words
    assert said.sounding(care) is heard
    assert replace(said, analysis=snapshot.language.analyse("我是护士")).sounding(care) is not heard
