"""The only writer of a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Judgment, Leaves, NotUnderstood, Page
from bot.dialogue.memory import close, remember
from bot.model.reply import Decision, Reply
from bot.model.session import Option, Pending, Session
from bot.model.tally import Doubt, Reason, Tally
from bot.understanding.distress import Distress
from bot.understanding.hear import hear
from bot.understanding.intents import (
    Ask,
    AskForFact,
    Command,
    Danger,
    FollowUp,
    Intent,
    MoveTo,
    Outside,
    StateFact,
    TooLong,
    Unclear,
    Uncovered,
)
from bot.understanding.people import People
from bot.understanding.places import Spoken
from bot.understanding.read import read
from bot.understanding.said import Act, Clause, Said
from bot.understanding.stated import Told
from tests.dialogue.conftest import DISTRESS, days
from tests.dialogue.talking import Start

DAY = date(2020, 3, 1)
ASKS = Ask(("daily-subsidy",))
WAITS = Session(
    region="jia", pending=Pending("days", ("ja-01",), "sum"), topics=("daily-subsidy",), measures=("ja-01",)
)
NOTHING = Said()
KNOWN = WAITS.remember({"role": "ward"}, DAY)


def after(before: Session, said: Said, intent: Intent, snapshot: Snapshot) -> Session:
    """The session with what a message without counts says."""
    return remember(before, said, intent, before.tally, snapshot, DAY)


def test_what_is_stated_is_remembered(small: Snapshot) -> None:
    assert after(Session(), Said(stated={"role": "ward"}), ASKS, small).values() == {"role": "ward"}


def test_what_is_only_supposed_is_not(small: Snapshot) -> None:
    said = Said(stated={"role": "ward"}, clauses=(Clause(0, 3, Act.SUPPOSES),))
    assert after(Session(), said, ASKS, small) == Session()


def test_nothing_is_noted_of_somebody_in_danger_or_of_a_pasted_document(small: Snapshot) -> None:
    said = Said(stated={"role": "ward"}, spoken=Spoken(region="jia", own=True, regions=frozenset(["jia"])))
    for intent in (Danger(Distress(DISTRESS.id, 5.0)), TooLong()):
        session = after(Session(), said, intent, small)
        assert replace(session, gentle=None) == Session(), "of distress its kind alone is remembered"


def test_the_question_that_waited_is_left_with_its_matter(small: Snapshot) -> None:
    for intent in (Danger(Distress(DISTRESS.id, 5.0)), Uncovered("丙城"), Outside("weather", ())):
        assert after(WAITS, Said(), intent, small).pending is None
    assert after(WAITS, Said(), Unclear(()), small).pending == WAITS.pending


@pytest.mark.parametrize(
    ("before", "spoken", "region", "elsewhere"),
    [
        (None, Spoken(region="jia", regions=frozenset(["jia"])), "jia", None),
        ("yi", Spoken(region="jia", regions=frozenset(["jia"])), "yi", None),
        ("yi", Spoken(region="jia", own=True, regions=frozenset(["jia"])), "jia", None),
        (None, Spoken(region="jia", own=True, regions=frozenset(["jia", "yi"])), None, None),
        ("yi", Spoken(uncovered="丙城"), "yi", None),
        ("yi", Spoken(uncovered="丙城", own=True), None, "丙城"),
    ],
)
def test_a_region_is_changed_by_the_person_only(
    before: str | None, spoken: Spoken, region: str | None, elsewhere: str | None, small: Snapshot
) -> None:
    session = after(Session(region=before), Said(spoken=spoken), ASKS, small)
    assert (session.region, session.elsewhere) == (region, elsewhere)


def counted(tally: Tally | Doubt, snapshot: Snapshot, said: Said = NOTHING) -> Session:
    """The session with what was counted."""
    return remember(KNOWN, said, ASKS, tally, snapshot, DAY)


def test_a_region_only_asked_of_is_not_the_persons(snapshot: Snapshot) -> None:
    here = Session(region="hongqiao", topics=("condolence-money",), measures=("hq-18",))
    asked = read(hear("那广州呢", snapshot), here, snapshot, 2020)
    assert after(here, asked, FollowUp(()), snapshot).region == "hongqiao"


def test_what_was_counted_is_remembered_with_its_day(small: Snapshot) -> None:
    session = counted(days(20), small)
    assert (session.tally, session.counted_on) == (days(20), "2020-03-01")


def test_a_doubtful_or_supposed_count_leaves_what_was_counted(small: Snapshot) -> None:
    supposes = Said(clauses=(Clause(0, 3, Act.SUPPOSES),))
    told = replace(KNOWN, tally=days(20), counted_on="2020-02-28")
    for tally, said in ((Doubt(Reason.MONTHS, "days"), NOTHING), (days(30), supposes)):
        after = remember(told, said, ASKS, tally, small, DAY)
        assert after.tally.spells == days(20).spells


def test_a_count_that_cannot_be_told_is_kept_as_a_doubt_and_a_number_without_a_role_is_not(small: Snapshot) -> None:
    told = replace(KNOWN, tally=days(20), counted_on="2020-02-28")
    doubts = [Doubt(Reason.MONTHS, "days"), Doubt(Reason.UNPLACED, "days")]
    kept = [remember(told, NOTHING, ASKS, doubt, small, DAY).tally.doubt for doubt in doubts]
    assert kept == [doubts[0], None]


@pytest.mark.parametrize(
    ("intent", "session"),
    [
        (Command("forget"), Session()),
        (Command("restart"), Session(region="jia")),
        (Command("cancel"), replace(KNOWN, pending=None)),
        (Command("help"), KNOWN),
        (Command("back"), KNOWN),
        (MoveTo("yi"), replace(KNOWN, region="yi")),
        (StateFact("role", "other"), KNOWN.remember({"role": "other"}, DAY)),
        (AskForFact("role"), replace(KNOWN, pending=Pending("role", ("ja-01",), "verdict"))),
    ],
)
def test_what_is_commanded(intent: Intent, session: Session, small: Snapshot) -> None:
    assert after(KNOWN, Said(), intent, small) == session


def test_a_step_back_leads_to_the_step_before_and_leaves_the_earlier_ones(small: Snapshot) -> None:
    first, second = Session(region="jia"), WAITS
    stepped = after(replace(KNOWN, past=(first, second)), Said(), Command("back"), small)
    assert stepped == replace(second, past=(first,))


def judged(**leaves: tuple[str, ...]) -> Judgment:
    """A judgment that leaves a matter in hand."""
    return Judgment(NotUnderstood(), Leaves(**leaves))


OPTIONS = (Option("菜单", "menu"),)
SAID = Reply(Decision.CHAT, (), options=OPTIONS)


def test_a_turn_leaves_its_matter_and_a_way_back() -> None:
    session = close(WAITS, KNOWN, judged(topics=("hotline",)), SAID)
    assert (session.topics, session.measures, session.pending, session.options) == (
        ("hotline",),
        ("ja-01",),
        None,
        OPTIONS,
    )
    assert session.past == (WAITS,)


def test_the_way_back_has_five_steps_and_no_step_holds_another() -> None:
    session = Session()
    for number in range(9):
        session = close(session, session, judged(topics=(f"topic-{number}",)), SAID)
    assert [step.topics for step in session.past] == [(f"topic-{n}",) for n in range(3, 8)]
    assert all(step.past == () for step in session.past)


def test_a_turn_that_changes_nothing_is_no_step() -> None:
    before = replace(KNOWN, pending=None, options=OPTIONS)
    page = Judgment(Page("help"))
    assert close(before, before, page, SAID) == before


def test_messages_in_a_row_that_were_not_understood_are_counted() -> None:
    first = close(WAITS, WAITS, judged(), SAID)
    second = close(first, first, judged(), SAID)
    understood = close(second, second, Judgment(Page("help")), SAID)
    assert (first.misses, second.misses, understood.misses) == (1, 2, 0)


def test_what_is_forgotten_leaves_no_way_back() -> None:
    assert close(KNOWN, Session(), Judgment(Page("forget")), SAID).past == ()


def test_a_new_beginning_keeps_no_fact_on_the_way_back(small: Snapshot) -> None:
    told = replace(KNOWN, said=(1, 2), past=(WAITS, KNOWN))
    begun = close(told, after(told, NOTHING, Command("restart"), small), Judgment(Page("restart")), SAID)
    assert begun == Session(region="jia", options=OPTIONS)


def test_a_step_back_is_no_step_itself(small: Snapshot) -> None:
    first, second = Session(region="jia"), WAITS
    there = replace(KNOWN, past=(first, second))
    for left in ((first,), ()):
        there = close(there, after(there, NOTHING, Command("back"), small), Judgment(Page("back")), SAID)
        assert there.past == left


def test_what_is_said_of_another_is_laid_aside_until_they_are_asked_for(snapshot: Snapshot) -> None:
    """The facts in hand are those of the medical worker the question is about."""
    both = frozenset({"mother", "self"})
    apart = (Told("mother", "hubei-team", "yes"), Told("self", "hubei-team", "no"))
    first = after(Session(), Said(people=People(staff=both), apart=apart), ASKS, snapshot)
    assert first.values() == {}
    hers = after(first, Said(people=People(staff=both, asked_for="mother")), FollowUp(()), snapshot)
    assert hers.values() == {"hubei-team": "yes"}
    mine = after(hers, Said(people=People(staff=both, asked_for="self")), FollowUp(()), snapshot)
    assert mine.values() == {"hubei-team": "no"}
    assert after(mine, Said(people=People(staff=both, asked_for="mother")), ASKS, snapshot).values() == hers.values()


def test_facts_of_others_expire_too(snapshot: Snapshot) -> None:
    said = Said(people=People(staff=frozenset({"self"})), apart=(Told("mother", "hubei-team", "yes"),))
    session = after(Session(), said, ASKS, snapshot)
    assert session.without_expired(snapshot.definitions, DAY) is session
    assert session.without_expired(snapshot.definitions, date(2021, 3, 1)).others == ()


def test_whom_the_question_was_about_holds_while_it_goes_on(small: Snapshot) -> None:
    asked = after(Session(), Said(people=People(asked_for="spouse")), ASKS, small)
    assert asked.asked_for == "spouse"
    assert after(asked, NOTHING, FollowUp(()), small).asked_for == "spouse"
    assert after(asked, NOTHING, ASKS, small).asked_for is None


def test_a_place_told_alone_is_remembered_for_who_turns_out_to_be_from_there(start: Start) -> None:
    talk = start(None)
    talk.say("有补助吗")
    talk.say("武汉的")
    assert talk.say("没跟队，就在当地医院上班").decision is Decision.DECLINE


def heard(text: str, session: Session, snapshot: Snapshot) -> Said:
    return read(hear(text, snapshot), session, snapshot, 2020)


@pytest.mark.parametrize(
    ("before", "text", "intent", "whether"),
    [
        (False, "话费免不免", Ask(("phone-bill",)), True),
        (False, "话费怎么减", Ask(("phone-bill",)), False),
        (True, "我去了武汉", FollowUp(()), True),
        (True, "那我爸的呢", FollowUp(()), True),
        (True, "找谁办", FollowUp(()), False),
        (True, "我去了武汉", Ask(("salary-raise",)), False),
        (False, "我去了武汉", FollowUp(()), False),
    ],
)
def test_a_question_for_yes_or_no_stays_one_until_another_is_put(
    before: bool, text: str, intent: Intent, whether: bool, snapshot: Snapshot
) -> None:
    session = Session(region="guangdong", whether=before)
    assert after(session, heard(text, session, snapshot), intent, snapshot).whether is whether


def test_what_is_held_somewhere_waits_for_the_region_and_goes_with_another(snapshot: Snapshot) -> None:
    nowhere = Session(topics=("school-admission",), measures=("hq-17",))
    told = after(nowhere, heard("奶奶红桥户口", nowhere, snapshot), FollowUp(()), snapshot)
    assert (told.values().get("paternal-registration"), told.held_in, told.region) == ("here", "hongqiao", None)
    here, there = (after(told, Said(), MoveTo(region), snapshot) for region in ("hongqiao", "guangdong"))
    assert (here.values().get("paternal-registration"), here.held_in) == ("here", None)
    assert (there.values().get("paternal-registration"), there.held_in) == (None, None)


def test_a_place_of_work_that_is_set_right_is_ones_own(start: Start) -> None:
    talk = start()
    talk.say("我是红桥医院的")
    talk.say("写错了，是河西医院，别的区的")
    assert talk.session.region is None
    assert "没有河西" in talk.say("意外险有我的份吗").text


@pytest.mark.parametrize(
    ("asked", "named", "says"),
    [
        ("责任人是谁", "我说的是评先进", "刘建"),
        ("找谁", "孩子入园的事", "区教育局"),
        ("交不交税", "绩效那笔", "交税"),
        ("什么时候给", "卫生防疫津贴", "哪天"),
    ],
)
def test_a_side_asked_of_no_matter_is_answered_of_the_one_told_next(asked: str, named: str, says: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say(asked)
    assert says in talk.say(named).text.splitlines()[0]


def test_it_waits_for_no_question_that_names_its_own_side(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("责任人是谁")
    assert "50 万元" in talk.say("意外险保多少").text.splitlines()[0]
