"""Every command and every plain word that does the same, as a person meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram import notices
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.model.fact import UNSURE
from bot.storage.database import Database
from bot.storage.turns import TurnStore
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, Running, running


async def test_start_greets_and_asks_for_the_region(nurse: Person) -> None:
    heard = await nurse.asks("/start")
    assert heard.text.startswith("您好！")
    assert heard.labels == ["广东省", "红桥区"]
    heard = await nurse.tapped(heard, "红桥区")
    assert "红桥区" in heard.text
    assert (await nurse.asks("/start")).labels == ["我的待遇", "菜单"]


async def test_start_remembers_its_options_for_people_who_type_a_number(nurse: Person) -> None:
    await nurse.asks("/start")
    assert "红桥区" in (await nurse.asks("2")).text


@pytest.mark.parametrize("said", ["/help", "帮助", "/帮助", "/HELP", "/help@frontline_bot"])
async def test_help(nurse: Person, said: str) -> None:
    assert "直接打字问" in (await nurse.asks(said)).text


@pytest.mark.parametrize("said", ["/menu", "菜单"])
async def test_the_menu_turns_in_place_down_to_a_measure_and_back(nurse: Person, said: str) -> None:
    root = await nurse.asks(said)
    assert root.labels == ["广东省", "红桥区"]
    region = await nurse.tapped(root, "红桥区")
    area = await nurse.tapped(region, "待遇与津贴")
    measure = await nurse.tapped(area, "补助")
    assert root.id == region.id == area.id == measure.id
    assert "每天 300 元" in measure.text
    assert measure.labels[-1] == "返回"
    back = await nurse.tapped(measure, "返回")
    assert (back.id, back.text) == (root.id, area.text)
    assert (await nurse.tapped(back, "返回")).text == region.text


async def test_a_next_step_from_the_menu_is_a_message_of_its_own(nurse: Person) -> None:
    page = await nurse.asks("/start hq-09")
    assert (await nurse.tapped(page, "全文")).id != page.id


@pytest.mark.parametrize(
    ("command", "words"),
    [("/my", "先说您在哪里"), ("/region", "您在哪里"), ("/facts", "还没说"), ("/sources", "2020"), ("/privacy", "不保存聊天内容")],
)
async def test_commands_of_the_core(nurse: Person, command: str, words: str) -> None:
    assert words in (await nurse.asks(command)).text


async def test_facts_can_be_seen_and_changed(nurse: Person) -> None:
    await nurse.asks("我在红桥，直接接触病例做了30天，一共多少")
    facts = await nurse.asks("/facts")
    assert "30 天" in facts.text
    assert "直接接触病例" in facts.text
    asked = await nurse.tapped(facts, "改：参加防控的天数")
    assert any(f":{UNSURE}" in button["callback_data"] for button in asked.buttons)
    assert "12 天" in (await nurse.asks("12")).text


@pytest.mark.parametrize("said", ["/why", "你怎么知道的", "请问为什么这么答"])
async def test_why_explains_the_last_answer(nurse: Person, said: str) -> None:
    assert (await nurse.asks(said)).text == core.NO_ANSWER_YET
    await nurse.asks("心理热线多少")
    heard = await nurse.asks(said)
    assert heard.text.startswith(notices.WHY_TITLE)
    assert "心理热线" in heard.text
    assert "查的是" in heard.text
    assert "psych-hotline" not in heard.text, "ids and scores are for `python -m bot why`"


@pytest.mark.parametrize("said", ["/cancel", "取消"])
async def test_cancel_stops_the_question_that_waits(nurse: Person, said: str) -> None:
    page = await nurse.asks("/start hq-09")
    await nurse.tapped(page, "算一算")
    assert (await nurse.asks(said)).text == core.NOTHING_PENDING
    assert "元 =" not in (await nurse.asks("30")).text


async def test_forget_lists_deletes_checks_and_confirms(nurse: Person, bot: Running, tmp_path: Path) -> None:
    assert (await nurse.asks("/forget")).text == notices.FORGET_NOTHING
    await nurse.asks("我在红桥，直接接触病例做了30天，一共多少")
    listed = await nurse.asks("/forget")
    assert listed.text.startswith(notices.FORGET_TITLE)
    assert "30 天" in listed.text
    kept = await nurse.tapped(listed, "先不删")
    assert (kept.id, kept.text) == (listed.id, notices.FORGET_KEPT)
    assert "30 天" in (await nurse.asks("/facts")).text
    gone = await nurse.tapped(await nurse.asks("/forget"), "全部删除")
    assert gone.text.startswith(core.FORGOTTEN)
    assert notices.CHECKED in gone.text
    assert (await nurse.asks("/forget")).text == notices.FORGET_NOTHING
    assert (await nurse.asks("/why")).text == core.NO_ANSWER_YET


async def test_forget_reaches_every_chat(emulator: Emulator, bot: Running, tmp_path: Path) -> None:
    here, there = Person(emulator, 5), Person(emulator, 5, chat=-500)
    await there.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    listed = await here.asks("/forget")
    assert "1 个群聊" in listed.text
    await here.tapped(listed, "全部删除")
    database = Database.in_folder(tmp_path)
    await database.open()
    assert await TurnStore(database).chats_of(5) == []
    await database.close()


async def test_saying_forget_me_deletes_at_once(nurse: Person) -> None:
    await nurse.asks("我在红桥")
    assert notices.CHECKED in (await nurse.asks("忘了我")).text


async def test_what_is_said_to_be_deleted_is_gone_from_the_disk(nurse: Person, bot: Running, tmp_path: Path) -> None:
    await nurse.asks("我在红桥，直接接触病例做了30天，一共多少")
    heard = await nurse.asks("好的，忘了我")
    assert core.FORGOTTEN in heard.text
    assert notices.CHECKED in heard.text
    database = Database.in_folder(tmp_path)
    await database.open()
    assert await TurnStore(database).chats_of(nurse.id) == []
    await database.close()


async def test_an_unknown_command_says_so(nurse: Person) -> None:
    heard = await nurse.asks("/reload")
    assert heard.text == notices.UNKNOWN_COMMAND
    assert heard.labels == ["菜单"]


async def test_ask_without_a_question_says_how(nurse: Person) -> None:
    assert (await nurse.asks("/ask")).text == notices.ASK_WHAT


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 2}},
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
        {"document": {"file_id": "f", "file_unique_id": "u"}},
        {
            "sticker": {
                "file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "is_animated": False, "is_video": False,
                "type": "regular",
            }
        },
        {"location": {"longitude": 117.1, "latitude": 39.1}},
    ],
)  # fmt: skip
async def test_what_cannot_be_read_gets_a_kind_line(nurse: Person, content: dict[str, object]) -> None:
    nurse.sends(**content)
    assert (await nurse.hears()).text == core.NOT_READABLE


async def test_a_caption_is_read(nurse: Person) -> None:
    nurse.sends(photo=[{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], caption="心理热线多少")
    assert "心理" in (await nurse.hears()).text


async def test_service_messages_and_own_inline_results_are_left_alone(nurse: Person, emulator: Emulator) -> None:
    nurse.sends(pinned_message={"message_id": 1, "date": 0, "chat": {"id": nurse.chat, "type": "private"}})
    nurse.says("【红桥区】临时性工作补助", via_bot={"id": 123456789, "is_bot": True, "first_name": "B"})
    assert (await nurse.asks("/ask")).text == notices.ASK_WHAT
    assert len(emulator.shown(nurse.chat)) == 1


async def test_a_command_menu_for_each_scope(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    async with running(emulator, snapshot, tmp_path, admin_ids=frozenset({42})):
        await emulator.until(lambda: bool(emulator.made("getUpdates") or len(emulator.made("setMyCommands")) == 5))
    menus = {
        (call.params["scope"]["type"], call.params.get("language_code", "")): [c["command"] for c in call.params["commands"]]
        for call in emulator.made("setMyCommands")
    }
    assert set(menus) == {
        ("all_private_chats", ""), ("all_private_chats", "en"), ("all_group_chats", ""), ("all_group_chats", "en"), ("chat", ""),
    }  # fmt: skip
    assert {"menu", "my", "region", "facts", "why", "sources", "privacy", "forget", "cancel", "help"} == set(
        menus["all_private_chats", ""]
    )
    assert not {"my", "facts", "forget"} & set(menus["all_group_chats", ""])
