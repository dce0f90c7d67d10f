"""Work told without days, put to the spells of a tally."""

from __future__ import annotations

from bot.counting.tally_facts import as_stated, as_they_were_told, of_each_work, restated
from bot.counting.tree import Counting
from bot.model.tally import SELF, Tally
from tests.counting.conftest import Read, after, spell


def test_what_is_taken_back_without_a_number_holds_for_what_was_counted(read: Read) -> None:
    tally = after(read, "采样30天")
    assert isinstance(tally, Tally)
    assert dict(restated(tally, {"role": "other-epidemic"}).spells[0].facts)["role"] == "other-epidemic"


def test_what_is_stated_of_the_one_spell_told_stays_with_it() -> None:
    told = Tally((spell(21),))
    kept = as_stated(told, Counting(spells=(spell(21),)), {"role": "a"})
    assert isinstance(kept, Tally)
    assert kept.spells[0].facts == (("role", "a"),)


def test_what_each_did_is_put_to_their_own_days_when_it_is_told_later() -> None:
    works = ((SELF, (("role", "direct-contact"),)), ("她", (("role", "other-epidemic"),)))
    told = of_each_work(Tally((spell(28), spell(19, "老婆"))), Counting(works=works))
    assert [(one.person, dict(one.facts)["role"]) for one in told.spells] == [
        (SELF, "direct-contact"),
        ("老婆", "other-epidemic"),
    ]


def test_what_each_did_waits_for_their_days() -> None:
    works = ((SELF, (("role", "direct-contact"),)), ("老婆", (("role", "other-epidemic"),)))
    told = of_each_work(Tally(), Counting(works=works))
    counting = as_they_were_told(told, Counting(spells=(spell(12), spell(14, "她"))))
    assert [dict(one.facts)["role"] for one in counting.spells] == ["direct-contact", "other-epidemic"]


def test_of_somebody_who_was_not_told_of_nothing_is_taken_over() -> None:
    told = Tally(works=(("爸", (("role", "direct-contact"),)), ("妈", (("role", "other-epidemic"),))))
    counting = Counting(spells=(spell(12, "哥"),))
    assert as_they_were_told(told, counting) is counting
