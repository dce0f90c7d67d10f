"""Edited questions, deep links, inline mode, and buttons old and new."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import pytest

from bot.channels.telegram import notices
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.model.knowledge import Knowledge, RegionKnowledge
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, Running, running

SUM = "我在红桥，直接接触病例做了30天，一共多少"


async def test_an_edited_question_is_answered_in_place(nurse: Person) -> None:
    asked = nurse.says(SUM)
    first = await nurse.hears()
    assert "9000 元" in first.text
    nurse.edits(asked, SUM.replace("30", "20"))
    second = await nurse.hears()
    assert second.id == first.id
    assert "6000 元" in second.text


async def test_an_edited_reply_to_a_question_meets_that_question_again(nurse: Person) -> None:
    page = await nurse.asks("/start hq-09")
    await nurse.tapped(page, "算一算")
    asked = nurse.says("30")
    assert "30 天" in (await nurse.hears()).text
    nurse.edits(asked, "20")
    second = await nurse.hears()
    assert "20 天" in second.text
    assert "30 天" not in second.text


async def test_an_older_question_is_answered_in_place_too(nurse: Person) -> None:
    asked = nurse.says("心理热线多少")
    first = await nurse.hears()
    await nurse.asks("一天补多少")
    nurse.edits(asked, "感染了算工伤吗")
    assert (await nurse.hears()).id == first.id


async def test_an_edit_of_an_answer_that_is_gone_is_sent_anew(nurse: Person, emulator: Emulator) -> None:
    asked = nurse.says("心理热线多少")
    first = await nurse.hears()
    del emulator.messages[nurse.chat, first.id]
    nurse.edits(asked, "一天补多少")
    second = await nurse.hears()
    assert second.id != first.id
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


async def test_an_edit_that_changes_nothing_is_no_fault(nurse: Person, emulator: Emulator, bot: Running) -> None:
    asked = nurse.says("你好")
    await nurse.hears()
    nurse.edits(asked, "您好")
    await nurse.asks("/ask")
    assert bot.faults.counts()["NotModified"] == 1
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


async def test_live_locations_do_not_get_a_line_each(nurse: Person, emulator: Emulator) -> None:
    sent = nurse.sends(location={"longitude": 1.0, "latitude": 1.0})
    await nurse.hears()
    emulator.push("edited_message", {**sent, "edit_date": 1_700_000_100})
    assert (await nurse.asks("/ask")).text == notices.ASK_WHAT


@pytest.mark.parametrize(
    ("payload", "words"),
    [("hq-09", "每天 300 元"), ("gd-06", "12355"), ("my", "先说您在哪里"), ("menu", "先选地区"), ("topic-psych-hotline", "心理")],
)
async def test_deep_links(nurse: Person, payload: str, words: str) -> None:
    assert words in (await nurse.asks(f"/start {payload}")).text


async def test_a_deep_link_sets_the_region(nurse: Person) -> None:
    await nurse.asks("/start region-hongqiao")
    assert "天津市红桥区" in (await nurse.asks("/facts")).text


@pytest.mark.parametrize("payload", ["hq-99", "region-nowhere", "x" * 64, "measure", "--"])
async def test_a_deep_link_to_nothing_says_so_and_greets(nurse: Person, payload: str) -> None:
    heard = await nurse.asks(f"/start {payload}")
    assert heard.text.startswith(notices.LINK_GONE)
    assert "您好！" in heard.text


async def test_an_inline_query_finds_measures(nurse: Person, emulator: Emulator) -> None:
    nurse.asks_inline("一天补多少")
    await emulator.until(lambda: bool(emulator.made("answerInlineQuery")))
    answer = emulator.made("answerInlineQuery")[0].params
    found = {result["id"]: result for result in answer["results"]}
    assert "hq-09" in found
    assert "每天 300 元" in found["hq-09"]["input_message_content"]["message_text"]
    assert found["hq-09"]["reply_markup"]["inline_keyboard"][0][0]["url"].endswith("?start=hq-09")
    assert answer.get("is_personal") is not True


async def test_an_empty_inline_query_pages_through_all_measures(nurse: Person, emulator: Emulator, knowledge: Knowledge) -> None:
    found: list[str] = []
    offset = ""
    while offset or not found:
        done = len(emulator.made("answerInlineQuery"))
        nurse.asks_inline("", offset)
        await emulator.until(lambda done=done: len(emulator.made("answerInlineQuery")) > done)  # type: ignore[misc]
        answer = emulator.made("answerInlineQuery")[-1].params
        found += [result["id"] for result in answer["results"]]
        offset = str(answer.get("next_offset", ""))
    assert found == list(knowledge.measure_by_id)


async def test_inline_results_hold_nothing_of_who_asks(nurse: Person, emulator: Emulator) -> None:
    await nurse.asks(SUM)
    nurse.asks_inline("一天补多少")
    await emulator.until(lambda: bool(emulator.made("answerInlineQuery")))
    assert "9 000" not in str(emulator.made("answerInlineQuery")[0].params)


async def test_an_inline_query_too_old_is_no_fault_of_ours(nurse: Person, emulator: Emulator) -> None:
    query = nurse.asks_inline("一天补多少")
    emulator.open_inline.discard(query)
    await nurse.asks("/ask")
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


async def test_every_tap_is_answered(nurse: Person, emulator: Emulator) -> None:
    page = await nurse.asks("/start hq-09")
    for button in page.buttons:
        nurse.taps_data(page, button["callback_data"])
    nurse.taps_data(page, "no-such-action")
    await emulator.until(lambda: not emulator.open_callbacks)


async def test_a_tap_too_old_to_be_answered_still_works(nurse: Person, emulator: Emulator) -> None:
    page = await nurse.asks("/start hq-09")
    emulator.open_callbacks.discard(nurse.taps(page, "全文"))
    assert "提高 1 倍即 600 元" in (await nurse.hears()).text
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


@pytest.mark.parametrize("data", ["measure:hq-99", "fact:role:no-such", "x", "menu:nowhere", "sum:", "~", "measure:hq-99~p1234"])
async def test_a_button_whose_content_is_gone_says_so(nurse: Person, data: str) -> None:
    page = await nurse.asks("/start hq-09")
    nurse.taps_data(page, data)
    assert (await nurse.hears()).text == core.OLD_BUTTON


async def test_a_button_whose_content_has_changed_says_so(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    now = [snapshot]
    async with running(emulator, lambda: now[0], tmp_path):
        nurse = Person(emulator, 1)
        page = await nurse.asks("/start hq-09")
        old_menu = await nurse.tapped(await nurse.asks("/menu"), "红桥区")
        assert notices.CONTENT_CHANGED not in (await nurse.tapped(page, "全文")).text
        now[0] = changed(snapshot, knowledge=_with_new_title(snapshot.knowledge, "hq-09"))
        assert (await nurse.tapped(page, "全文")).text.startswith(notices.CONTENT_CHANGED)
        assert notices.CONTENT_CHANGED not in (await nurse.tapped(old_menu, "待遇与津贴")).text


def _with_new_title(knowledge: Knowledge, measure: str) -> Knowledge:
    """The knowledge with one measure changed; built anew, since copies share what was worked out before."""
    regions = []
    for part in knowledge.regions:
        measures = tuple(
            m.model_copy(update={"title": "新的标题"}) if m.id == measure else m for m in part.measures
        )
        regions.append(RegionKnowledge(region=part.region, contacts=part.contacts, measures=measures))
    others = {name: getattr(knowledge, name) for name in Knowledge.model_fields if name != "regions"}
    return Knowledge(regions=tuple(regions), **others)


async def test_callback_data_of_every_button_fits(nurse: Person) -> None:
    seen = 0
    for text in ("/menu", SUM, "孩子上幼儿园能优先吗", "/my", "/facts", "/sources", "/help"):
        for button in (await nurse.asks(text)).buttons:
            assert len(button["callback_data"].encode()) <= 64
            seen += 1
    assert seen > 20

