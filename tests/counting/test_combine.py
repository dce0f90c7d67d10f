"""Counts over several turns."""

from __future__ import annotations

import pytest

from bot.counting.combine import combine
from bot.counting.tally_facts import as_stated, as_they_were_told, of_each_work, restated
from bot.counting.tree import Counting, Edge, Relation
from bot.model.session import Session, from_json, to_json
from bot.model.tally import SELF, Doubt, Reason, Spell, Tally
from tests.counting.conftest import Read


def after(read: Read, *turns: str) -> Tally | Doubt:
    """The tally after some messages."""
    tally = Tally()
    for turn in turns[:-1]:
        step = combine(tally, read(turn))
        assert isinstance(step, Tally), (turn, step)
        tally = step
    return combine(tally, read(turns[-1]))


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("采样30天", "少算了5天"), [30, 5]),
        (("采样30天", "再减5天"), [25]),
        (("采样30天", "不对，是25天"), [25]),
        (("采样30天", "后来又在药房5天"), [30, 5]),
        (("采样30天", "其中10天在药房"), [10, 20]),
        (("采样30天", "在药房5天"), [5]),
        (("采样30天", "在药房5天", "全算上"), [30, 5]),
        (("2月1到2月25采样", "忘说了，中间请了3天假，得扣掉"), [22]),
        (("采样30天", "谢谢"), [30]),
        (("采样30天", "老公呢，他在药房20天", "我俩一共多少"), [30, 20]),
        (("采样30天", "我爱人在药房，也是这么多天，她的呢"), [30]),
        (("去武汉采样30天", "那30天里最后5天是在药房"), [5, 25]),
        (("采样30天", "要是再加10天呢"), [30, 10]),
        (("采样30天", "跟住在药房5天"), [30, 5]),
        (("采样30天", "然后在药房5天"), [30, 5]),
        (("去武汉采样30天", "回来隔离14天不算"), [30]),
        (("采样30天", "中间有4天在家歇着，那4天得刨了"), [26]),
        (("前10天采样，后20天在药房", "后面那段漏了3天，是23天"), [10, 23]),
        (("前10天采样，后20天在药房", "不对，前面那段是12天"), [12, 20]),
        (("采样两段，10天、20天", "不对，那20天其实是在药房"), [10, 20]),
        (("我和小赵都采样，我10天他20天", "他那份是多少"), [20]),
        (("我和小赵都采样，我10天他20天", "他那份是多少", "全算上"), [10, 20]),
    ],
)
def test_turns(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
    tally = after(read, *turns)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.spells] == lows


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("前10天采样，后20天在药房", "漏了5天"), Reason.WHICH_SPELL),
        (("前10天采样，后20天在药房", "不对，是25天"), Reason.WHICH_SPELL),
        (("前10天采样，后20天在药房", "再减3天"), Reason.WHICH_SPELL),
        (("采样3天", "再减5天"), Reason.OUT_OF_RANGE),
        (("再减5天",), Reason.WHICH_SPELL),
        (("采样30天", "半天呢"), Reason.HALVES),
        (("不对，第二段20天在药房",), Reason.WHICH_SPELL),
        (("采样30天", "不是3个人，是4个人"), Reason.EACH_OR_TOGETHER),
    ],
)
def test_doubts(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason


def test_an_added_spell_goes_on_under_the_same_facts(read: Read) -> None:
    tally = after(read, "采样30天", "又干了5天")
    assert isinstance(tally, Tally)
    assert tally.spells[1].facts == tally.spells[0].facts


def test_a_corrected_fact_holds_for_what_was_counted(read: Read) -> None:
    tally = after(read, "我去武汉采样30天", "不对，我在药房")
    assert isinstance(tally, Tally)
    assert dict(tally.spells[0].facts)["role"] == "other-epidemic"


def test_the_number_of_people_is_set_right(read: Read) -> None:
    tally = after(read, "5个护士采样，每人8天", "不是5个，是6个")
    assert isinstance(tally, Tally)
    assert [(spell.low, spell.people) for spell in tally.spells] == [(8, 6)]


def test_what_is_taken_back_without_a_number_holds_for_what_was_counted(read: Read) -> None:
    tally = after(read, "采样30天")
    assert isinstance(tally, Tally)
    assert dict(restated(tally, {"role": "other-epidemic"}).spells[0].facts)["role"] == "other-epidemic"


def test_stored_and_read_back(read: Read) -> None:
    tally = after(read, "前10天采样，后20天在药房", "全算上")
    assert isinstance(tally, Tally)
    session = Session(tally=tally)
    assert from_json(to_json(session)) == session


def spell(days: int, person: str = "", dates: tuple[tuple[int, int], ...] = ()) -> Spell:
    return Spell("days", days, days, person, days=dates)


def test_all_that_was_told_is_of_as_many_spells_and_people_as_are_spoken_of() -> None:
    told = Tally((spell(5),), (spell(9, "弟"),))
    for asked in (Counting(everything=True, parts=2), Counting(everything=True, persons=2)):
        whole = combine(told, asked)
        assert isinstance(whole, Tally)
        assert [one.low for one in whole.spells] == [9, 5]
    for asked in (Counting(everything=True, parts=3), Counting(everything=True, persons=3)):
        assert combine(told, asked) == Doubt(Reason.WHICH_SPELL, "days")


def test_days_told_twice_are_not_added_up() -> None:
    told = Tally((spell(5, dates=((10, 14),)),), (spell(6, dates=((12, 17),)),))
    assert combine(told, Counting(everything=True)) == Doubt(Reason.OVERLAP, "days")


def test_a_first_day_waits_for_its_last() -> None:
    begun = combine(Tally(), Counting(edge=Edge(100, last=False, fact="days"), facts=(("role", "a"),)))
    assert isinstance(begun, Tally)
    ended = combine(begun, Counting(edge=Edge(109, last=True, fact="days")))
    assert isinstance(ended, Tally)
    assert [(one.low, one.days, one.facts) for one in ended.spells] == [(10, ((100, 109),), (("role", "a"),))]
    assert combine(begun, Counting(edge=Edge(90, last=True, fact="days"))) == Doubt(Reason.DATES, "days")


def test_an_end_told_anew_takes_the_place_of_the_old_one() -> None:
    told = Tally((spell(5, dates=((10, 14),)),))
    later = combine(told, Counting(edge=Edge(20, last=True, fact="days"), relation=Relation.REPLACES))
    assert isinstance(later, Tally)
    assert [one.low for one in later.spells] == [11]


def test_what_is_denied_is_set_right_where_it_was_told() -> None:
    told = Tally((spell(21), spell(17)))
    right = combine(told, Counting(spells=(spell(19),), denied=((17, 17),)))
    assert isinstance(right, Tally)
    assert [one.low for one in right.spells] == [21, 19]


def test_one_spell_may_be_asked_for_by_its_order() -> None:
    one = combine(Tally((spell(21), spell(17))), Counting(which=0))
    assert isinstance(one, Tally)
    assert ([s.low for s in one.spells], [s.low for s in one.earlier]) == ([21], [17])


def test_what_is_stated_of_the_one_spell_told_stays_with_it() -> None:
    told = Tally((spell(21),))
    kept = as_stated(told, Counting(spells=(spell(21),)), {"role": "a"})
    assert isinstance(kept, Tally)
    assert kept.spells[0].facts == (("role", "a"),)


def test_fewer_than_none_is_no_count() -> None:
    """比我少12天, of ten."""
    fewer = Counting(spells=(Spell("days", 12, 12),), beyond=-1)
    assert combine(Tally((Spell("days", 10, 10),)), fewer) == Doubt(Reason.OUT_OF_RANGE, "days")


def _spell(person: str, days: int) -> Spell:
    return Spell("days", days, days, person=person)


def test_what_each_did_is_put_to_their_own_days_when_it_is_told_later() -> None:
    works = ((SELF, (("role", "direct-contact"),)), ("她", (("role", "other-epidemic"),)))
    after = of_each_work(Tally((_spell(SELF, 28), _spell("老婆", 19))), Counting(works=works))
    assert [(spell.person, dict(spell.facts)["role"]) for spell in after.spells] == [
        (SELF, "direct-contact"),
        ("老婆", "other-epidemic"),
    ]


def test_what_each_did_waits_for_their_days() -> None:
    works = ((SELF, (("role", "direct-contact"),)), ("老婆", (("role", "other-epidemic"),)))
    told = of_each_work(Tally(), Counting(works=works))
    counting = as_they_were_told(told, Counting(spells=(_spell(SELF, 12), _spell("她", 14))))
    assert [dict(spell.facts)["role"] for spell in counting.spells] == ["direct-contact", "other-epidemic"]


def test_of_somebody_who_was_not_told_of_nothing_is_taken_over() -> None:
    told = Tally(works=(("爸", (("role", "direct-contact"),)), ("妈", (("role", "other-epidemic"),))))
    counting = Counting(spells=(_spell("哥", 12),))
    assert as_they_were_told(told, counting) is counting
