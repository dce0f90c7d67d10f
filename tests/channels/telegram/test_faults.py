"""Whatever Telegram does: handled, counted, never fatal, and nobody suffers for another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.administration.described import Described
from bot.channels.telegram import notices
from bot.channels.telegram.api import CannotStartError
from bot.channels.telegram.fault_meaning import meaning_of
from bot.channels.telegram.person_queues import Pace
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.storage.database import Database
from bot.storage.turns import TurnStore
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import SWIFT, Person, Running, running
from tests.channels.telegram.rules import Params, RefusedError, bad

QUESTION = "心理热线多少"


def to(chat: int) -> Callable[[Params], bool]:
    """Picks requests for a chat."""
    return lambda params: params["chat_id"] == chat


async def nothing_waits(folder: Path) -> bool:
    """Whether the inbox is empty, asked after the bot has stopped."""
    database = Database.in_folder(folder)
    await database.open()
    left = await TurnStore(database).waiting()
    await database.close()
    return left == []


@pytest.mark.parametrize(
    ("how", "counted"),
    [
        ({"refusal": RefusedError(502, "Bad Gateway")}, "NetworkError"),
        ({"raw": (502, b"<html>Bad Gateway</html>")}, "NetworkError"),
        ({"raw": (200, b"{not json")}, "InvalidAnswer"),
        ({"raw": (200, b"")}, "InvalidAnswer"),
        ({"refusal": RefusedError(500, "Internal Server Error")}, "NetworkError"),
        ({"cut": True}, "NetworkError"),
        ({"refusal": RefusedError(429, "Too Many Requests: retry after 1", {"retry_after": 1})}, "RetryAfter"),
    ],
)
async def test_a_refused_answer_is_sent_again(
    nurse: Person, emulator: Emulator, bot: Running, how: dict[str, object], counted: str
) -> None:
    emulator.fail("sendMessage", **how, times=3 if "raw" in how and counted == "NetworkError" else 1)
    assert "心理" in (await nurse.asks(QUESTION)).text
    assert bot.faults.counts()[counted] >= 1


async def test_a_request_that_times_out_is_made_again(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    emulator.fail("sendMessage", hang=True)
    async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, request=0.2)) as it:
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
        tries = [call.injected for call in emulator.calls if call.method == "sendMessage"]
        assert tries == [True, False]
        assert it.faults.counts()["TimedOut"] >= 1, "a busy machine may let a request of the start time out as well"


async def test_one_chat_that_has_to_wait_holds_up_no_other(emulator: Emulator, bot: Running) -> None:
    slow, quick = Person(emulator, 1), Person(emulator, 2)
    again = RefusedError(429, "Too Many Requests: retry after 600", {"retry_after": 600})
    emulator.fail("sendMessage", refusal=again, when=to(1), times=1_000)
    slow.says(QUESTION)
    await emulator.until(lambda: bot.faults.counts().get("RetryAfter") == 1)
    for _ in range(5):
        assert "心理" in (await quick.asks(QUESTION)).text
    slow.says(QUESTION)
    await quick.asks(QUESTION)
    assert bot.faults.counts()["RetryAfter"] == 1, "the waiting chat was not asked again before its time"


async def test_who_has_blocked_the_bot_is_left_in_peace(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    blocked = RefusedError(403, "Forbidden: bot was blocked by the user")
    emulator.fail("sendMessage", refusal=blocked, when=to(1), times=1)
    async with running(emulator, snapshot, tmp_path) as it:
        Person(emulator, 1).says(QUESTION)
        await emulator.until(lambda: it.faults.counts().get("Forbidden") == 1)
        assert "心理" in (await Person(emulator, 2).asks(QUESTION)).text
    assert await nothing_waits(tmp_path)


async def test_markup_that_is_refused_is_sent_plainly(nurse: Person, emulator: Emulator, bot: Running) -> None:
    emulator.fail("sendMessage", refusal=bad("can't parse entities: unsupported start tag"))
    heard = await nurse.asks(QUESTION)
    assert "心理" in heard.text
    assert "<b>" not in heard.text
    assert heard.labels
    assert "parse_mode" not in emulator.made("sendMessage")[-1].params
    assert bot.faults.counts()["MarkupRefused"] == 1


async def test_markup_that_is_refused_in_an_edit_is_edited_plainly(nurse: Person, emulator: Emulator) -> None:
    asked = nurse.says(QUESTION)
    first = await nurse.hears()
    emulator.fail("editMessageText", refusal=bad("can't parse entities: unsupported start tag"))
    nurse.edits(asked, "一天补多少")
    assert (await nurse.hears()).id == first.id


async def test_another_refusal_ends_the_turn_and_no_more(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    emulator.fail("sendMessage", refusal=bad("chat not found"), when=to(1))
    async with running(emulator, snapshot, tmp_path) as it:
        Person(emulator, 1).says(QUESTION)
        await emulator.until(lambda: it.faults.counts().get("BadRequest") == 1)
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
    assert await nothing_waits(tmp_path)


async def test_a_group_with_a_new_id_is_answered_there(emulator: Emulator, bot: Running) -> None:
    old, new = Person(emulator, 1, chat=-5), Person(emulator, 1, chat=-1005)
    emulator.migrated[-5] = -1005
    old.says("/ask " + QUESTION)
    assert "心理" in (await new.hears()).text
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


@pytest.mark.parametrize(
    "how",
    [
        {"refusal": RefusedError(502, "Bad Gateway")},
        {"raw": (200, b"{not json")},
        {"refusal": RefusedError(429, "Too Many Requests", {"retry_after": 1})},
        {"raw": (500, b"")},
    ],
)
async def test_polling_goes_on_after_a_fault(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, how: dict[str, object]
) -> None:
    emulator.fail("getUpdates", **how)
    async with running(emulator, snapshot, tmp_path):
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text


@pytest.mark.parametrize(
    ("how", "counted"),
    [
        ({"refusal": RefusedError(409, "Conflict: terminated by other getUpdates request")}, "SecondProgram"),
        ({"raw": (200, b'{"ok":true}')}, "InvalidAnswer"),
        ({"raw": (200, b"null")}, "InvalidAnswer"),
        ({"raw": (200, b"[]")}, "InvalidAnswer"),
        ({"raw": (200, b'{"ok":true,"result":{}}')}, "InvalidAnswer"),
        ({"raw": (200, b'{"ok":true,"result":[null,{"update_id":9223372036854775808},{}]}')}, "OddUpdate"),
    ],
)
async def test_what_passes_is_told_once_with_what_it_means(
    emulator: Emulator,
    snapshot: Snapshot,
    tmp_path: Path,
    how: dict[str, object],
    counted: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    emulator.fail("getUpdates", **how, times=3)
    async with running(emulator, snapshot, tmp_path) as it:
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
        assert it.faults.counts()[counted] == 3
    told = [record for record in caplog.records if record.getMessage().startswith(f"receiving: {counted}")]
    assert [record.levelname for record in told] == ["WARNING"]
    assert meaning_of(counted) in told[0].getMessage()


async def test_a_webhook_set_while_polling_is_taken_away(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    async with running(emulator, snapshot, tmp_path) as it:
        await emulator.until(lambda: bool(emulator.waiting_polls()))
        emulator.webhook = {"url": "https://elsewhere.example"}
        Person(emulator, 1).says("/help")
        await emulator.until(lambda: it.faults.counts().get("WebhookActive", 0) >= 1)
        assert "心理" in (await Person(emulator, 2).asks(QUESTION)).text


async def test_half_a_character_is_stored_and_answered(emulator: Emulator, bot: Running) -> None:
    assert (await Person(emulator, 1).asks("心理热线多少\ud83d")).text


async def test_a_reply_that_was_delivered_but_not_confirmed_comes_twice_at_most(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    emulator.fail("sendMessage", hang=True, after=True, times=100, when=to(1))
    async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, request=0.2)) as it:
        Person(emulator, 1).says(QUESTION)
        await emulator.until(lambda: it.faults.counts().get("UncertainError") == 1)
        emulator.faults.clear()
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
    assert len([message for message in emulator.messages.values() if message["chat"]["id"] == 1]) == 2 + 2 + 1
    assert await nothing_waits(tmp_path)


async def test_a_wrong_token_ends_the_bot_with_a_clear_reason(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    async with running(emulator, snapshot, tmp_path, token=TOKEN + "x", expects=CannotStartError) as it:
        assert "TELEGRAM_BOT_TOKEN" in str(await it.ended())


async def test_start_up_is_tried_again(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    emulator.fail("getMe", refusal=RefusedError(502, "Bad Gateway"), times=2)
    async with running(emulator, snapshot, tmp_path):
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_start_up_is_tried_until_told_to_stop(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, method: str
) -> None:
    fault = emulator.fail(method, refusal=RefusedError(502, "Bad Gateway"), times=1_000)
    async with running(emulator, snapshot, tmp_path) as it:
        await emulator.until(lambda: fault.met >= 4)
        assert not it.task.done()


async def test_a_stop_while_the_network_hangs_at_the_start_ends_at_once(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    fault = emulator.fail("getMe", hang=True)
    async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, request=60.0)) as it:
        await emulator.until(lambda: fault.met == 1)
        it.stop.set()
        assert await it.ended() is None


async def test_a_stalled_poll_is_reported(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.fail("getUpdates", hang=True, times=100)
    stalled = asyncio.Event()
    handler = logging.Handler()
    handler.emit = lambda record: stalled.set() if "stalled" in record.getMessage() else None  # type: ignore[method-assign]
    logger = logging.getLogger("bot.channels.telegram.watchdog")
    logger.addHandler(handler)
    try:
        async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, stalled_after=0.05)) as it:
            await asyncio.wait_for(stalled.wait(), 20)
            assert it.faults.counts()["Stalled"] == 1
    finally:
        logger.removeHandler(handler)


async def test_a_failed_turn_is_apologised_for_and_found_in_the_log(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(emulator, snapshot, tmp_path, admin_ids=frozenset({1}), extension=Broken()):
        nurse = Person(emulator, 1)
        heard = await nurse.asks("/boom")
        reference = heard.text.partition("编号 ")[2][:8]
        assert heard.text == notices.apology(reference)
        record = next(record for record in caplog.records if reference in record.getMessage())
        assert record.exc_info is not None
        assert "心理" in (await nurse.asks(QUESTION)).text
    assert await nothing_waits(tmp_path)


class Broken:
    """An extension with a fault."""

    commands = (Described("boom", "出错", "Fail"),)

    async def command(self, name: str, argument: str, user: int) -> Reply:
        """Fail."""
        raise LookupError(name)

    async def action(self, action: str, user: int) -> Reply:
        """Fail."""
        raise LookupError(action)


async def test_who_floods_is_told_once_slowed_and_noticed_by_nobody(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    pace = Pace(burst=3, interval=60.0, waiting=6)
    async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, pace=pace)) as it:
        flooder, other = Person(emulator, 1), Person(emulator, 2)
        for _ in range(40):
            flooder.says("谢谢")
        assert "心理" in (await other.asks(QUESTION)).text
        counts = it.faults.counts
        await emulator.until(lambda: counts().get("TurnedAway", 0) >= 30 and counts().get("Flood", 0) >= 1)
        assert "心理" in (await other.asks(QUESTION)).text
        assert texts(emulator, 1).count(notices.TOO_MANY) == 1
        await emulator.until(lambda: texts(emulator, 1).count(notices.TOO_FAST) == 1)


def texts(emulator: Emulator, chat: int) -> list[str]:
    """What a chat was shown."""
    return [str(message["text"]) for message in emulator.shown(chat)]


async def test_an_update_nobody_can_read_is_put_away(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    async with running(emulator, snapshot, tmp_path) as it:
        emulator.push("message", {"message_id": "?", "chat": 5})
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
        assert it.faults.counts()["Unreadable"] == 1
    assert await nothing_waits(tmp_path)


async def test_a_new_kind_of_update_is_put_away(emulator: Emulator, bot: Running) -> None:
    emulator.push("something_new", {"a": 1})
    assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
