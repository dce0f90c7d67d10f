"""Conversations as followers of the account have them, and as WeChat posts them: thrice, late, side by side."""

from __future__ import annotations

import asyncio
import stat
from datetime import timedelta

import pytest

from bot.channels.wechat import pages as pages_module
from bot.channels.wechat import wechat_notices as notices
from bot.channels.wechat.wechat_service import keep_tidy
from bot.dialogue import wording
from bot.storage.person_sessions import PersonStore, PersonTurn
from tests.channels.wechat.conftest import Running
from tests.channels.wechat.fake import KEY, FakeWechat, Follower

RATE = "红桥区发热门诊一天补多少"
DAYS = "我在发热门诊上了10天班，总共多少"
FIVE_MORE = "再加5天"


async def test_following_greets_and_asks_where(nurse: Follower) -> None:
    shown = await nurse.does("subscribe", EventKey="")
    assert shown is not None
    assert shown.text.startswith(notices.HELLO)
    assert wording.WHICH_REGION in shown.text
    assert [link.label for link in shown.links] == ["广东省", "红桥区"]
    assert "红桥区" in (await nurse.says("2")).text


@pytest.mark.parametrize("kind", ["service", "test"])
async def test_a_tapped_link_chooses_whether_or_not_its_id_is_told(wechat: FakeWechat, kind: str) -> None:
    """Test accounts pass on the words alone."""
    wechat.account_kind = kind
    mother = Follower(wechat)
    await mother.says("我在红桥")
    asked = await mother.says("孩子上公办园能不能优先")
    yes = next(link for link in asked.links if link.label.endswith("→ 符合"))
    assert "符合" in (await mother.taps(yes)).text


async def test_a_link_of_long_ago_still_leads_where_it_led(nurse: Follower) -> None:
    await nurse.says("我在红桥")
    old = (await nurse.says("慰问金每月多少")).link("全文")
    await nurse.says("带薪休假有没有")
    assert "慰问" in (await nurse.taps(old)).text


@pytest.mark.parametrize("menu_id", ["101", "fact:no-such:thing", "补助", ""])
async def test_an_id_that_leads_nowhere_leaves_the_words(nurse: Follower, menu_id: str) -> None:
    assert "300" in (await nurse.says(RATE, bizmsgmenuid=menu_id)).text


async def test_numbers_choose_as_in_every_channel(wechat: FakeWechat) -> None:
    types, taps = Follower(wechat, "oTypes"), Follower(wechat, "oTaps")
    await types.says(RATE)
    assert await types.says("1") == await taps.taps((await taps.says(RATE)).links[0])


@pytest.mark.parametrize("typed", ["/my", "／MY", "我的待遇"])
async def test_commands_may_be_typed(nurse: Follower, typed: str) -> None:
    await nurse.says("我在红桥")
    assert "先看" in (await nurse.says(typed)).text


async def test_a_command_with_words_behind_it_says_the_words(nurse: Follower) -> None:
    assert "300" in (await nurse.says(f"/ask {RATE}")).text
    assert (await nurse.says("/nope")).text == notices.UNKNOWN_COMMAND
    assert (await nurse.says("/start")).text.startswith(notices.HELLO)


async def test_why_explains_the_last_answer_and_changes_nothing(nurse: Follower) -> None:
    assert (await nurse.says("/why")).text == wording.NO_ANSWER_YET
    await nurse.says(RATE)
    assert "读作" in (await nurse.says("为什么这么答")).text
    told = (await nurse.says("/why")).text
    assert "读作" in told
    assert "候选" not in told, "scores are for `python -m bot why`"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("image", {"PicUrl": "http://mmbiz.example/1", "MediaId": "m"}),
        ("voice", {"MediaId": "m", "Format": "amr", "Recognition": ""}),
        ("video", {"MediaId": "m", "ThumbMediaId": "t"}),
        ("shortvideo", {"MediaId": "m", "ThumbMediaId": "t"}),
        ("link", {"Title": "t", "Description": "d", "Url": "http://example.org"}),
        ("file", {"Title": "t"}),
    ],
)
async def test_what_has_no_words_gets_a_friendly_line(nurse: Follower, kind: str, fields: dict[str, str]) -> None:
    assert (await nurse.sends(kind, **fields)).text == notices.SENT[kind]


async def test_a_new_kind_of_message_gets_one_too(nurse: Follower) -> None:
    assert (await nurse.sends("hologram")).text == notices.SENT_OTHERWISE


@pytest.mark.parametrize("text", ["[捂脸]", "/::D", "【收到不支持的消息类型，暂无法显示】"])
async def test_a_sticker_does_not_disturb_an_open_question(nurse: Follower, text: str) -> None:
    await nurse.says("我在红桥")
    await nurse.says("孩子上公办园能不能优先")
    assert (await nurse.says(text)).text == notices.SENT["sticker"]
    assert "符合" in (await nurse.says("1")).text


async def test_a_place_on_the_map_asks_for_the_region(nurse: Follower) -> None:
    where = {"Location_X": "23.1", "Location_Y": "113.3", "Scale": "15", "Label": "某路"}
    shown = await nurse.sends("location", **where)
    assert [link.label for link in shown.links] == ["广东省", "红桥区"]
    assert "广东" in (await nurse.says("1")).text


async def test_spoken_words_count_where_wechat_wrote_them_down(nurse: Follower) -> None:
    assert "300" in (await nurse.sends("voice", MediaId="m", Format="amr", Recognition=f"{RATE}。")).text


@pytest.mark.parametrize("event", ["VIEW", "SCAN", "LOCATION", "TEMPLATESENDJOBFINISH", "CLICK", "newly_invented"])
async def test_other_events_are_taken_in_silence(nurse: Follower, running: Running, event: str) -> None:
    assert await nurse.does(event, EventKey="k") is None
    assert await PersonStore(running.database).load("") is None
    assert nurse.openid.encode() not in running.on_disk()


async def test_a_message_posted_thrice_is_answered_alike_and_counts_once(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥")
    assert "3000 元" in (await nurse.says(DAYS)).text
    message = nurse.message(Content=FIVE_MORE)
    shown = [await nurse.posts(message) for _ in range(3)]
    assert shown[0] is not None
    assert "4500 元" in shown[0].text
    assert shown[1:] == shown[:1] * 2
    assert len(running.answered) == 3
    assert "4500 元" in (await nurse.says("一共多少")).text


async def test_a_message_posted_thrice_at_once_counts_once(nurse: Follower) -> None:
    await nurse.says("我在红桥")
    await nurse.says(DAYS)
    message = nurse.message(Content=FIVE_MORE)
    shown = await asyncio.gather(*(nurse.posts(message) for _ in range(3)))
    assert shown[1:] == shown[:1] * 2
    assert "4500 元" in (await nurse.says("一共多少")).text


async def test_a_message_posted_again_after_the_next_one_counts_once(nurse: Follower) -> None:
    await nurse.says("我在红桥")
    await nurse.says(DAYS)
    message = nurse.message(Content=FIVE_MORE)
    first = await nurse.posts(message)
    assert "6000 元" in (await nurse.says(FIVE_MORE)).text
    assert await nurse.posts(message) == first
    assert "6000 元" in (await nurse.says("一共多少")).text


async def test_following_posted_twice_is_one_turn(nurse: Follower) -> None:
    event = nurse.message("event", Event="subscribe")
    assert await nurse.posts(event) == await nurse.posts(event)


async def test_a_kill_between_commit_and_answer_repeats_the_answer_only(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥")
    await nurse.says(DAYS)
    message = nurse.message(Content=FIVE_MORE)
    lost = await nurse.posts(message)
    nurse.wechat.hook = running.start()
    assert await nurse.posts(message) == lost
    assert "4500 元" in (await nurse.says("一共多少")).text


async def test_a_kill_before_the_commit_leaves_the_message_to_be_posted_again(
    nurse: Follower, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def killed(*_: object) -> None:
        raise asyncio.CancelledError

    await nurse.says("我在红桥")
    await nurse.says(DAYS)
    message = nurse.message(Content=FIVE_MORE)
    with monkeypatch.context() as patch:
        patch.setattr(PersonTurn, "save", killed)
        with pytest.raises(asyncio.CancelledError):
            await nurse.posts(message)
    nurse.wechat.hook = running.start()
    shown = await nurse.posts(message)
    assert shown is not None
    assert "4500 元" in shown.text


async def test_a_database_that_fails_is_apologised_for_and_nothing_is_half_done(
    nurse: Follower, running: Running
) -> None:
    await nurse.says("我在红桥")
    await running.database.close()
    assert "编号" in (await nurse.says(RATE)).text
    await running.database.open()
    assert "300" in (await nurse.says("一天补多少")).text


async def test_a_long_reply_goes_on_when_asked_to(nurse: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_module, "MAX_BYTES", 400)
    first = await nurse.does("subscribe")
    assert first is not None
    assert first.text.endswith(notices.more(notices.MORE_LABEL, 3))
    message = nurse.message(Content="继续。")
    second = await nurse.posts(message)
    assert await nurse.posts(message) == second
    assert second is not None
    third = await nurse.taps(second.link(notices.MORE_LABEL))
    last = await nurse.taps(third.link(notices.MORE_LABEL))
    assert "1. 广东省\n2. 红桥区" in last.text
    assert notices.MORE_LABEL not in last.text
    assert "红桥区" in (await nurse.says("2")).text


async def test_something_else_may_be_asked_before_going_on(nurse: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pages_module, "MAX_BYTES", 400)
        await nurse.does("subscribe")
    assert "300" in (await nurse.says(RATE)).text
    assert notices.CAREFUL not in (await nurse.says("继续")).text


async def test_after_a_restart_the_rest_is_gone_and_said_to_be(
    nurse: Follower, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_module, "MAX_BYTES", 400)
    await nurse.does("subscribe")
    nurse.wechat.hook = running.start()
    assert (await nurse.says("繼續")).text == notices.REST_GONE


@pytest.mark.parametrize("typed", ["/forget", "忘了我"])
async def test_forgetting_leaves_nothing(nurse: Follower, running: Running, typed: str) -> None:
    before = nurse.message(Content="我在红桥")
    await nurse.posts(before)
    await nurse.says(DAYS)
    assert b"hongqiao" in running.on_disk()
    nurse.wechat.now += 1
    assert wording.FORGOTTEN in (await nurse.says(typed)).text
    assert b"hongqiao" not in running.on_disk()
    await nurse.posts(before)
    assert b"hongqiao" not in running.on_disk(), "a message of before, posted again, is not remembered"
    await nurse.says("我在红桥")
    assert b"hongqiao" in running.on_disk()


async def test_unfollowing_forgets(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥")
    assert await nurse.does("unsubscribe") is None
    assert b"hongqiao" not in running.on_disk()


async def test_neither_who_writes_nor_what_is_written_is_stored(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥，发热门诊，补助多少")
    stored = running.on_disk()
    assert b"hongqiao" in stored
    for secret in (nurse.openid, "补助多少", "发热门诊", "300 元"):
        assert secret.encode() not in stored
    assert stat.S_IMODE((running.folder / "wechat.key").stat().st_mode) == 0o600


async def test_a_question_nobody_answers_is_passed_on_once_without_its_asker(nurse: Follower, running: Running) -> None:
    question = "小店房租减免去哪儿申请"
    message = nurse.message(Content=question)
    await nurse.posts(message)
    await nurse.posts(message)
    await nurse.says(RATE)
    assert running.declined == [question]


async def test_nothing_said_in_distress_is_passed_on(nurse: Follower, running: Running) -> None:
    await nurse.says("我不想活了")
    await nurse.says("小店房租减免去哪儿申请")
    assert running.declined == []


async def test_two_people_at_once_have_conversations_of_their_own(wechat: FakeWechat, running: Running) -> None:
    nurse, doctor = Follower(wechat, "oNurse"), Follower(wechat, "oDoctor")

    async def talks(who: Follower, *lines: str) -> list[str]:
        return [(await who.says(line)).text for line in lines]

    hers, his = ("我在红桥", DAYS, FIVE_MORE), ("我在广东", "孩子中考有照顾吗", "我的情况")
    together = await asyncio.gather(talks(nurse, *hers), talks(doctor, *his))
    alone = FakeWechat(running.start(), KEY)
    apart = [await talks(Follower(alone, "oA"), *hers), await talks(Follower(alone, "oB"), *his)]
    assert list(together) == apart


async def test_what_is_past_its_time_goes(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥")
    running.today += timedelta(days=3_000)
    store = PersonStore(running.database)
    tidying = asyncio.create_task(keep_tidy(store, running.snapshot, lambda: running.today))
    while b"hongqiao" in running.on_disk():
        await asyncio.sleep(0)
    tidying.cancel()
    await asyncio.gather(tidying, return_exceptions=True)


async def test_a_session_of_another_version_starts_afresh(nurse: Follower, running: Running) -> None:
    await nurse.says("我在红桥")
    async with running.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE person_sessions SET state = '{\"now\": 1}'")
    assert wording.WHICH_REGION in (await nurse.says("一天补多少")).text
    assert running.faults.counts() == {"OldSession": 1}
