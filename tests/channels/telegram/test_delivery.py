"""What reaches whom: albums, media, topics of forums, and what becomes of what cannot be delivered."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.storage import unanswered, undelivered
from bot.storage.database import Database, StorageError
from bot.storage.turns import Ended, TurnStore
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import TODAY, Person, Running, running
from tests.channels.telegram.rules import RefusedError, bad

QUESTION = "心理热线多少"
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]


async def noted(folder: Path) -> list[tuple[str, str, int]]:
    """What did not arrive, asked after the bot has stopped."""
    database = Database.in_folder(folder)
    await database.open()
    async with database.reading() as connection:
        found = await connection.run_sync(undelivered.counts)
    await database.close()
    return found


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        (bad("chat not found"), "BadRequest: chat not found"),
        (bad("TOPIC_CLOSED"), "BadRequest: topic_closed"),
        (bad("not enough rights to send text messages to the chat"), "BadRequest: not enough rights"),
        (RefusedError(403, "Forbidden: bot was blocked by the user"), "Forbidden: bot was blocked by the user"),
        (bad("王小明 said"), "BadRequest"),
    ],
)
async def test_what_cannot_be_delivered_is_logged_and_noted(
    emulator: Emulator,
    snapshot: Snapshot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    refusal: RefusedError,
    why: str,
) -> None:
    emulator.fail("sendMessage", refusal=refusal, when=lambda params: bool(params["chat_id"] == 1))
    async with running(emulator, snapshot, tmp_path):
        Person(emulator, 1).says(QUESTION)
        assert "心理" in (await Person(emulator, 2).asks(QUESTION)).text
        assert "心理" in (await Person(emulator, 1).asks(QUESTION)).text
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert [told for told in warnings if f"not delivered: {why}, chat private" in told]
    assert await noted(tmp_path) == [(why, "private", 1)]


class Stubborn(TurnStore):
    """A store whose disk is full for a while."""

    left = 0

    async def end(self, ended: Ended) -> bool:
        if Stubborn.left:
            Stubborn.left -= 1
            raise StorageError("bot.sqlite3：磁盘满了", passes=True)
        return await super().end(ended)


async def test_a_turn_that_cannot_be_written_down_yet_is_neither_apologised_for_nor_repeated(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.lifecycle.TurnStore", Stubborn)
    Stubborn.left = 3
    nurse = Person(emulator, 1)
    async with running(emulator, snapshot, tmp_path) as it:
        assert "心理" in (await nurse.asks(QUESTION)).text
        assert "直接打字问" in (await nurse.asks("/help")).text
        assert it.faults.counts()["Storage"] == 3
    async with running(emulator, snapshot, tmp_path):
        await Person(emulator, 2).asks(QUESTION)
    assert len(emulator.shown(1)) == 2


async def test_an_album_is_one_thing_said(nurse: Person, emulator: Emulator) -> None:
    for number in range(10):
        nurse.sends(photo=PHOTO, media_group_id="a", **({"caption": QUESTION} if number == 4 else {}))
    for _ in range(10):
        nurse.sends(photo=PHOTO, media_group_id="b")
    await nurse.asks("/help")
    await nurse.hears()
    await nurse.hears()
    assert [core.NOT_READABLE in str(message["text"]) for message in emulator.shown(nurse.chat)] == [False, True, False]


@pytest.mark.parametrize(
    "content",
    [
        {"paid_media": {"star_count": 1, "paid_media": []}},
        {"checklist": {"title": "t", "tasks": []}},
        {"game": {"title": "t", "description": "d", "photo": PHOTO}},
        {"something_new": {"a": 1}},
    ],
)
async def test_what_cannot_be_read_is_said(nurse: Person, content: dict[str, Any]) -> None:
    nurse.sends(**content)
    assert (await nurse.hears()).text == core.NOT_READABLE


async def test_a_topic_of_a_forum_is_answered_in_the_topic(emulator: Emulator, bot: Running) -> None:
    asker = Person(emulator, 31, chat=-1001, extra={"message_thread_id": 77, "is_topic_message": True})
    heard = await asker.asks("/menu")
    assert emulator.made("sendMessage")[-1].params["message_thread_id"] == 77
    asker.taps_data(heard, "do:help")
    await asker.hears()
    assert emulator.made("sendMessage")[-1].params["message_thread_id"] == 77


async def test_a_topic_that_is_gone_is_answered_in_the_group(emulator: Emulator, bot: Running) -> None:
    asker = Person(emulator, 31, chat=-1001, extra={"message_thread_id": 77, "is_topic_message": True})
    emulator.fail("sendMessage", refusal=bad("message thread not found"))
    assert "心理" in (await asker.asks(f"/ask {QUESTION}")).text
    assert "message_thread_id" not in emulator.made("sendMessage")[-1].params


async def test_a_thread_of_replies_in_a_group_is_no_topic(emulator: Emulator, bot: Running) -> None:
    asker = Person(emulator, 31, chat=-1001, extra={"message_thread_id": 77})
    await asker.asks("/menu")
    assert "message_thread_id" not in emulator.made("sendMessage")[-1].params


async def test_after_forget_no_byte_of_the_person_is_in_the_folder(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    """The message, its sender, what was stated, the declined question: in no file, while the bot still runs."""
    kept = Database.in_folder(tmp_path)
    await kept.open()

    async def note(text: str) -> int | None:
        async with kept.writing() as connection:
            return await connection.run_sync(unanswered.keep, text, TODAY)

    async def drop(numbers: Sequence[int]) -> None:
        async with kept.writing() as connection:
            await connection.run_sync(unanswered.settle, numbers)

    nurse = Person(emulator, 7_654_321_012, name="Quirinia")
    async with running(emulator, snapshot, tmp_path, declined=note, drop_declined=drop):
        await nurse.asks("我在红桥，直接接触病例做了23天，一共多少")
        await nurse.asks("宿舍楼下的自动售货机坏了谁来修")
        other = Person(emulator, 2)
        await other.asks("我在广东")
        await nurse.tapped(await nurse.asks("/forget"), "全部删除")
        files = [file for file in tmp_path.iterdir() if file.is_file()]

        def traces() -> list[bytes]:
            found = b"".join(file.read_bytes() for file in files if file.exists())
            wanted = ("7654321012", "Quirinia", "23天", "售货机", "direct-contact")
            numbers = [(7_654_321_012).to_bytes(6, "big")]
            return [trace for trace in [*(word.encode() for word in wanted), *numbers] if trace in found]

        for _ in range(20):  # It is said as soon as it is deleted; rewriting the file takes some milliseconds more.
            await other.asks("心理热线多少")
            if not traces():
                break
        assert traces() == []
    await kept.close()
