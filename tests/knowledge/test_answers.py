"""The shipped knowledge as it is answered from: found, told with its source, and never across regions."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.dialogue import wording
from bot.dialogue.guard import violations
from bot.dialogue.respond import Message, respond
from bot.model.measure import Measure
from bot.model.reply import Decision, Reply
from bot.model.session import Session
from tests.knowledge import sources

TODAY = date(2020, 3, 1)
OFFICERS = sorted({row.officer for row in sources.LEDGER.values()})
UNITS = sorted({unit for row in sources.LEDGER.values() for unit in row.units})
PER_VIEWPOINT = 2
"""Phrasings of each topic and viewpoint that the sweeps ask."""

ASKS_FOR_A_PERSON = re.compile("谁|哪位|哪个人|领导|负责|牵头|名字|责任人|主管|边个")
ONLY_HONGQIAO = (
    *OFFICERS,
    *UNITS,
    "红桥区工作台账",
    "区精防中心",
    "300 元",
    "200 元",
    "600 元",
    "400 元",
    "1000 元",
    "50 万元",
    "7 天",
    "二对一",
)
ONLY_GUANGDONG = (
    *sources.PHONES["gd-06"],
    "粤工惠",
    "粤省事",
    "守群人",
    "35 家",
    "中国联通",
    "广东省《若干措施》",
    "粤府办",
)
FOREIGN = {"guangdong": ONLY_HONGQIAO, "hongqiao": ONLY_GUANGDONG}


def ask(text: str, snapshot: Snapshot, region: str | None = None) -> Reply:
    """The reply to one question of somebody whose region is known."""
    return respond(Message(text), Session(region=region), snapshot, TODAY)[0]


def tap(action: str, snapshot: Snapshot, session: Session | None = None) -> tuple[Reply, Session]:
    """The reply to a tapped button."""
    return respond(Message(action=action), session or Session(), snapshot, TODAY)


@pytest.fixture(scope="session")
def questions(snapshot: Snapshot) -> list[str]:
    """Some phrasings of every topic and viewpoint, without those that name a place."""
    asked = [
        phrasing
        for topic in snapshot.knowledge.topics
        for phrasings in topic.phrasings.values()
        for phrasing in phrasings[:PER_VIEWPOINT]
    ]
    return [
        text
        for text in asked
        if not {"place", "institution"} & {m.label[0] for m in snapshot.language.analyse(text).mentions}
    ]


@pytest.fixture(scope="session", params=["guangdong", "hongqiao"])
def sweep(
    request: pytest.FixtureRequest, questions: list[str], snapshot: Snapshot
) -> tuple[str, list[tuple[str, Reply]]]:
    """Every question of the sweep with its reply, asked from one region."""
    region = str(request.param)
    return region, [(text, ask(text, snapshot, region)) for text in questions]


Sweep = tuple[str, list[tuple[str, Reply]]]


def test_the_sweep_is_wide(sweep: Sweep, snapshot: Snapshot) -> None:
    _, replies = sweep
    assert len(replies) > 2 * len(snapshot.knowledge.topics)
    assert sum(reply.decision is Decision.ANSWER for _, reply in replies) > len(replies) / 2


def test_no_region_speaks_for_another(sweep: Sweep, snapshot: Snapshot) -> None:
    region, replies = sweep
    own = {measure.id for measure in snapshot.knowledge.region_by_id[region].measures}
    strangers = {text: [word for word in FOREIGN[region] if word in reply.text] for text, reply in replies}
    assert {text: words for text, words in strangers.items() if words} == {}
    assert {text: reply.measures for text, reply in replies if not set(reply.measures) <= own} == {}


def test_no_officer_is_named_to_who_does_not_ask(sweep: Sweep) -> None:
    _, replies = sweep
    named = {
        text: [name for name in OFFICERS if name in reply.text]
        for text, reply in replies
        if not ASKS_FOR_A_PERSON.search(text)
    }
    assert {text: names for text, names in named.items() if names} == {}


def test_every_answer_has_its_source_and_nothing_invented(sweep: Sweep, snapshot: Snapshot) -> None:
    _, replies = sweep
    for text, reply in replies:
        assert violations(reply, snapshot) == [], text
        assert wording.GUARD_FAILED not in reply.text, text
        if reply.decision is Decision.ANSWER:
            assert "2020 年" in reply.text, text
            assert "可能已失效" in reply.text, text


@pytest.mark.parametrize("measure", sources.LEDGER)
def test_the_officer_is_named_to_who_asks(measure: str, snapshot: Snapshot) -> None:
    shown, session = tap(f"measure:{measure}", snapshot)
    office, session = respond(Message("找哪个部门"), session, snapshot, TODAY)
    officer, _ = respond(Message("谁负责"), session, snapshot, TODAY)
    row = sources.LEDGER[measure]
    assert row.officer not in shown.text
    assert row.officer not in office.text
    assert row.units[0] in office.text
    assert row.officer in officer.text


def test_every_measure_can_be_shown_with_its_source(snapshot: Snapshot) -> None:
    for part in snapshot.knowledge.regions:
        for measure in part.measures:
            reply, _ = tap(f"measure:{measure.id}", snapshot)
            item = part.region.document.item_label.format(item=measure.source.item)
            assert reply.measures == (measure.id,)
            assert reply.text.endswith(f" · {part.region.document.brief}{item} · 2020 年，可能已失效")


def test_every_measure_is_reached_through_the_menu(snapshot: Snapshot) -> None:
    seen: set[str] = set()
    waiting = ["do:menu"]
    while waiting:
        action = waiting.pop()
        seen.add(action)
        if action.startswith(("do:menu", "menu")):
            waiting += [option.action for option in tap(action, snapshot)[0].options if option.action not in seen]
    assert {f"measure:{measure}" for measure in snapshot.knowledge.measure_by_id} <= seen


def _found_by(measure: Measure, region: str, snapshot: Snapshot) -> str | None:
    """A phrasing of the measure, or of its topics, that finds it from its own region."""
    phrasings = [*measure.phrasings]
    for topic in measure.topics:
        phrasings += [said for group in snapshot.topic_by_id[topic].phrasings.values() for said in group[:5]]
    return next((text for text in phrasings if ask(text, snapshot, region).measures[:1] == (measure.id,)), None)


def test_every_measure_is_found_by_a_phrasing(snapshot: Snapshot) -> None:
    lost = [
        measure.id
        for part in snapshot.knowledge.regions
        for measure in part.measures
        if _found_by(measure, part.region.id, snapshot) is None
    ]
    assert lost == []


def test_every_topic_is_answered_in_a_region_that_covers_it(snapshot: Snapshot) -> None:
    for topic in snapshot.knowledge.topics:
        if topic.id == OVERVIEW:
            continue
        for part in snapshot.regions_for(topic.id):
            reply, _ = tap(f"topic:{topic.id}", snapshot, Session(region=part.region.id))
            assert reply.measures[:1] == (snapshot.answers[topic.id, part.region.id][0].id,)
