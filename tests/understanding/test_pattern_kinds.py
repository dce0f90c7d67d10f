"""What the patterns found in a message are."""

from __future__ import annotations

from bot.compiled.keys import OptionKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.language.patterns import Found
from bot.understanding.pattern_kinds import is_another_trade, is_paid_for, of_kind

HERE = Found(0, 2, (1, 2))


def test_what_was_found_is_told_apart_by_its_kind() -> None:
    option, side = OptionKey("role", "ward"), SideKey("how-much")
    found: dict[PatternKey, Found] = {option: HERE, side: HERE}
    assert (list(of_kind(OptionKey, found)), list(of_kind(SideKey, found))) == ([option], [side])


def test_another_trade_is_one_that_is_not_presumed(snapshot: Snapshot) -> None:
    trades = [fact for fact in snapshot.definitions.values() if fact.of_staff and fact.presumed is not None]
    assert trades
    for fact in trades:
        others = {option.id for option in fact.options if is_another_trade(OptionKey(fact.id, option.id), snapshot)}
        assert others == {option.id for option in fact.options} - {fact.presumed}
    assert not is_another_trade(OptionKey("role", "direct-contact"), snapshot)


def test_what_a_rate_is_paid_for_is_work(snapshot: Snapshot) -> None:
    assert is_paid_for(OptionKey("role", "direct-contact"), snapshot)
    assert not is_paid_for(OptionKey("person", "self"), snapshot)
