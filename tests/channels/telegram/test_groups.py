"""In groups: whom the bot answers, what everybody may read, and whose facts are whose."""

from __future__ import annotations

import pytest

from bot.channels.telegram import notices
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import ME, Person, Running

GROUP = -1001


@pytest.fixture
def asker(emulator: Emulator, bot: Running) -> Person:
    """Somebody in a group with the bot."""
    return Person(emulator, 31, chat=GROUP)


@pytest.fixture
def other(emulator: Emulator, bot: Running) -> Person:
    """Somebody else in the same group."""
    return Person(emulator, 32, chat=GROUP)


async def left_alone(person: Person, emulator: Emulator) -> bool:
    """Whether what was said until now got no answer: the answer to what is said next is the only one."""
    before = len(emulator.shown(person.chat))
    person.seen = before
    heard = await person.asks("/ask@frontline_bot")
    return heard.text == notices.ASK_WHAT and len(emulator.shown(person.chat)) == before + 1


@pytest.mark.parametrize(
    "said",
    ["/ask 心理热线多少", "/ask@frontline_bot 心理热线多少", "@frontline_bot 心理热线多少", "心理热线多少 @Frontline_Bot"],
)
async def test_who_addresses_the_bot_is_answered_and_quoted(asker: Person, emulator: Emulator, said: str) -> None:
    asked = asker.says(said)
    heard = await asker.hears()
    assert "心理" in heard.text
    sent = emulator.made("sendMessage")[-1].params
    assert sent["reply_parameters"]["message_id"] == asked["message_id"]


async def test_a_reply_to_the_bot_is_answered(asker: Person) -> None:
    heard = await asker.asks("/ask 心理热线多少")
    asker.replies(heard, "孩子上幼儿园能优先吗")
    assert "入学" in (await asker.hears()).text


@pytest.mark.parametrize("said", ["心理热线多少", "/menu@another_bot", "/weather", "@frontline_bots 你好", "a@frontline_bottle.cn"])
async def test_other_talk_is_left_alone(asker: Person, emulator: Emulator, said: str) -> None:
    asker.says(said)
    assert await left_alone(asker, emulator)


async def test_bots_channels_and_pictures_are_left_alone(asker: Person, emulator: Emulator) -> None:
    asker.says("/menu", **{"from": {"id": asker.id, "is_bot": True, "first_name": "B"}})
    asker.says("/menu", is_automatic_forward=True)
    asker.sends(voice={"file_id": "f", "file_unique_id": "u", "duration": 2})
    assert await left_alone(asker, emulator)


async def test_a_mention_alone_gets_help(asker: Person) -> None:
    assert "直接打字问" in (await asker.asks("@frontline_bot")).text


async def test_a_verdict_and_a_sum_continue_in_private(asker: Person) -> None:
    heard = await asker.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    assert "9 000" not in heard.text
    assert "30 天" not in heard.text
    assert "每天 300 元" in heard.text
    assert notices.PERSONAL in heard.text
    assert heard.links == ["https://t.me/frontline_bot?start=hq-09"]
    assert not any(button.get("callback_data", "").startswith(("fact:", "sum:", "do:")) for button in heard.buttons)


@pytest.mark.parametrize(
    ("said", "aloud", "private"),
    [
        ("每天躲在值班室偷偷哭，觉得自己快撑不住了", "想哭就哭", "精防中心"),
        ("我外婆昨晚去世了，我没能见她最后一面", "节哀", "精防中心"),
        ("我丈夫在武汉的隔离病房，我天天担心他出事", "悬着", "精防中心"),
        ("我好想妈妈，同学都说我有病毒，不跟我玩", "你身上没有病毒", "精防中心"),
        ("真的活够了，不想再活下去", "12356", "精防中心"),
    ],
)
async def test_distress_in_a_group_gets_a_short_comfort_and_the_rest_in_private(
    asker: Person, said: str, aloud: str, private: str
) -> None:
    heard = await asker.asks(f"/ask {said}")
    assert aloud in heard.text
    assert private not in heard.text
    assert notices.COMFORT in heard.text
    assert heard.links == ["https://t.me/frontline_bot?start=gd-06"]
    assert "不客气" not in (await asker.asks("/ask 谢谢")).text


@pytest.mark.parametrize("said", ["我把抽屉里的安眠药全吞下去了", "室友把一瓶安眠药吃光了，怎么喊都没反应"])
async def test_what_a_life_hangs_on_is_said_in_a_group_too(asker: Person, said: str) -> None:
    heard = await asker.asks(f"/ask {said}")
    assert heard.text.startswith("请现在就打 120")
    assert notices.COMFORT in heard.text


@pytest.mark.parametrize(
    "turns",
    [
        [("我把抽屉里的安眠药全吞下去了", "120"), ("头越来越晕了", "120"), ("谢谢你", "120"), ("我先睡了，晚安", "120")],
        [
            ("我师傅突然晕倒在治疗室，叫不醒，嘴唇发紫", "120"),
            ("还有气，喘得很慢", "120"),
            ("谢谢", "120"),
            ("心理热线多少", "12355"),
        ],
        [("有个家属拿着刀冲进病区，我们躲在库房", "110"), ("他还在外面", "110"), ("谢谢", "110"), ("警察来了，没事了", "110")],
        [
            ("室友把一瓶安眠药吃光了，怎么喊都没反应", "120"),
            ("她家里的电话没人接", "120"),
            ("谢谢", "120"),
            ("心理热线多少", "12355"),
        ],
        [("真的活够了，不想再活下去", "12356"), ("没有谁会在意的", "12356"), ("谢谢你听我说", "12356"), ("心理热线多少", "12355")],
        [
            ("每天躲在值班室偷偷哭，觉得自己快撑不住了", "12356"),
            ("也不知道能跟谁说", "12356"),
            ("好多了", "随时来说"),
            ("心理热线多少", "12355"),
        ],
        [("我外婆昨晚去世了，我没能见她最后一面", "节哀"), ("她从小最疼我", "12356"), ("谢谢", "不用谢"), ("心理热线多少", "12355")],
        [
            ("我丈夫在武汉的隔离病房，我天天担心他出事", "悬着"),
            ("他今天又没回消息", "12356"),
            ("好一点了", "那就好"),
            ("我先去忙了", "12356"),
        ],
        [("我好想妈妈，同学都说我有病毒，不跟我玩", "没有病毒"), ("就我一个人在家", "12356"), ("谢谢你", "勇敢"), ("再见", "大人")],
    ],
    ids=["acute", "emergency", "violence", "other-in-danger", "suicidal", "overwhelmed", "bereaved", "worried", "child"],
)
async def test_four_turns_in_a_group_are_gentle_to_the_end(asker: Person, turns: list[tuple[str, str]]) -> None:
    for said, answered in turns:
        heard = await asker.asks(f"/ask {said}")
        assert answered in heard.text
        assert "不客气" not in heard.text
        assert "多保重" not in heard.text


@pytest.mark.parametrize("said", ["/my", "/facts", "/ask 我的待遇"])
async def test_what_is_personal_is_not_said_in_a_group(asker: Person, said: str) -> None:
    await asker.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    heard = await asker.asks(said)
    assert "30" not in heard.text
    assert heard.links == ["https://t.me/frontline_bot?start=my"]


@pytest.mark.parametrize("said", ["/ask 好的，我的情况", "/ask 请问我的情况", "@frontline_bot 好的，我的情况"])
async def test_a_polite_opening_makes_nothing_public(asker: Person, said: str) -> None:
    await asker.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    heard = await asker.asks(said)
    assert "30" not in heard.text
    assert heard.links


async def test_the_deep_link_carries_nothing_of_the_person(asker: Person, emulator: Emulator) -> None:
    heard = await asker.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    private = Person(emulator, asker.id)
    payload = heard.links[0].partition("=")[2]
    opened = await private.asks(f"/start {payload}")
    assert "每天 300 元" in opened.text
    assert "30 天" not in (await private.asks("/facts")).text


async def test_facts_belong_to_the_person_in_the_chat(asker: Person, other: Person, emulator: Emulator) -> None:
    await asker.asks("/ask 我在红桥")
    other.seen = asker.seen
    heard = await other.asks("/ask 心理热线多少")
    assert "广东" in heard.text, "the asker's region is not the other's"
    asker.seen = other.seen
    assert "广东" not in (await asker.asks("/ask 心理热线多少")).text


async def test_why_is_not_told_to_a_group(asker: Person) -> None:
    await asker.asks("/ask 心理热线多少")
    assert (await asker.asks("/why")).text == notices.PERSONAL


async def test_forget_in_a_group_lists_nothing(asker: Person) -> None:
    await asker.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
    listed = await asker.asks("/forget")
    assert "30" not in listed.text
    assert notices.CHECKED in (await asker.tapped(listed, "全部删除")).text


async def test_anothers_button_deletes_nothing(asker: Person, other: Person, emulator: Emulator) -> None:
    for person in (asker, other):
        await person.asks("/ask 我在红桥，直接接触病例做了30天，一共多少")
        asker.seen = other.seen = len(emulator.shown(GROUP))
    listed = await asker.asks("/forget")
    for label in ("全部删除", "先不删"):
        query = other.taps(listed, label)
        await emulator.until(lambda query=query: query not in emulator.open_callbacks)  # type: ignore[misc]
        answered = emulator.made("answerCallbackQuery")[-1].params
        assert (answered["text"], answered["show_alert"]) == (notices.NOT_YOURS, True)
    assert notices.CHECKED in (await asker.tapped(listed, "全部删除")).text
    other.seen = asker.seen
    assert (await other.asks("/forget")).text.startswith(notices.FORGET_TITLE)


@pytest.mark.parametrize("said", ["/help", "/menu", "/sources", "/privacy", "/region"])
async def test_an_open_personal_question_keeps_no_public_command_away(asker: Person, said: str) -> None:
    await asker.asks("/ask 我在红桥，直接接触病例的补助一共多少")
    assert notices.PERSONAL not in (await asker.asks(said)).text


async def test_the_menu_works_in_a_group(asker: Person) -> None:
    root = await asker.asks("/menu")
    page = await asker.tapped(root, "红桥区")
    assert page.id == root.id


async def test_an_admin_who_writes_as_the_group_is_answered_and_not_remembered(asker: Person) -> None:
    anonymous = {
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        "sender_chat": {"id": GROUP, "type": "supergroup", "title": "G"},
    }
    await asker.asks("/ask 我在红桥", **anonymous)
    assert "广东" in (await asker.asks("/ask 心理热线多少", **anonymous)).text


async def test_the_bot_says_how_to_ask_when_it_joins(asker: Person, emulator: Emulator) -> None:
    member = {"user": ME, "status": "member"}
    change = {
        "chat": {"id": GROUP, "type": "supergroup", "title": "G"},
        "from": {"id": asker.id, "is_bot": False, "first_name": "A"},
        "date": 1_700_000_000,
        "old_chat_member": {"user": ME, "status": "left"},
        "new_chat_member": member,
    }
    emulator.push("my_chat_member", change)
    assert (await asker.hears()).text == notices.WELCOME


async def test_a_group_that_becomes_a_supergroup_keeps_what_was_said(emulator: Emulator, bot: Running) -> None:
    before, after = Person(emulator, 33, chat=-77), Person(emulator, 33, chat=-1077)
    await before.asks("/ask 我在红桥")
    before.sends(migrate_to_chat_id=-1077)
    assert "广东" not in (await after.asks("/ask 心理热线多少")).text
