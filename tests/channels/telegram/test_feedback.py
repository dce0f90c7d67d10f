"""有用 and 没用: under answers only, counted of nobody, and a question kept only with leave."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.telegram import notices
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Heard, Person, Running, running

ROW = ["有用", "没用"]
RATE = "红桥区发热门诊一天补多少"


@dataclass
class Counted:
    """What the channel was told to count and to keep."""

    judged: list[bool] = field(default_factory=list)
    answered: list[Reply] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)

    async def note(self, text: str) -> int:
        number = len(self.kept) + 1
        self.kept[number] = text
        return number

    async def drop(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            del self.kept[number]

    def options(self) -> dict[str, object]:
        return {
            "judged": self.judged.append, "answered": self.answered.append,
            "declined": self.note, "drop_declined": self.drop,
        }  # fmt: skip


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest_asyncio.fixture
async def asking(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, counted: Counted
) -> AsyncIterator[Running]:
    """The bot, with somebody who counts."""
    async with running(emulator, snapshot, tmp_path, **counted.options()) as it:
        yield it
    assert [str(call.refused) for call in emulator.refused()] == []


@pytest.fixture
def her(emulator: Emulator, asking: Running) -> Person:
    return Person(emulator, 7001)


def rows_of(emulator: Emulator, heard: Heard) -> list[list[str]]:
    """The buttons of a message as it is now."""
    message = emulator.messages[heard.raw["chat"]["id"], heard.id]
    return [[button["text"] for button in row] for row in message.get("reply_markup", {}).get("inline_keyboard", [])]


async def test_a_useful_answer_is_thanked_for_and_the_row_goes(her: Person, emulator: Emulator, counted: Counted) -> None:
    heard = await her.asks(RATE)
    before = rows_of(emulator, heard)
    assert before[-1] == ROW
    her.taps(heard, "有用")
    await emulator.until(lambda: bool(emulator.made("editMessageReplyMarkup")))
    assert rows_of(emulator, heard) == before[:-1]
    toast = emulator.made("answerCallbackQuery")[-1].params
    assert toast["text"] == notices.THANKS
    assert "show_alert" not in toast
    assert counted.judged == [True]
    assert len(emulator.shown(her.chat)) == her.seen, "nothing more is said"


async def test_a_useless_answer_asks_for_the_question(her: Person, emulator: Emulator, counted: Counted) -> None:
    asked = await her.tapped(await her.asks(RATE), "没用")
    assert f"“{RATE}”" in asked.text
    assert asked.labels == ["可以留", "不用留"]
    thanks = await her.tapped(asked, "可以留")
    assert (thanks.id, thanks.text, thanks.labels) == (asked.id, notices.QUESTION_KEPT, [])
    assert counted.judged == [False]
    assert list(counted.kept.values()) == [RATE]


async def test_what_is_typed_counts_as_a_tap_does(her: Person, counted: Counted) -> None:
    await her.asks(RATE)
    await her.asks("挺有用的")
    asked = await her.asks("这个没有用")
    assert f"“{RATE}”" in asked.text
    assert counted.judged == [True, False]


async def test_without_leave_nothing_is_kept(her: Person, counted: Counted) -> None:
    asked = await her.tapped(await her.asks(RATE), "没用")
    assert (await her.tapped(asked, "不用留")).text == notices.QUESTION_NOT_KEPT
    assert counted.kept == {}


async def test_what_could_not_be_kept_is_not_said_to_be(
    her: Person, counted: Counted, asking: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await her.tapped(await her.asks(RATE), "没用")
    monkeypatch.setattr(counted, "kept", None)
    assert (await her.tapped(asked, "可以留")).text == notices.QUESTION_LOST
    assert asking.faults.counts()["NotNoted"] == 1


async def test_each_answer_is_asked_about_its_own_question(her: Person, counted: Counted) -> None:
    first = await her.asks(RATE)
    await her.asks("红桥区慰问金每月多少")
    asked = await her.tapped(first, "没用")
    assert f"“{RATE}”" in asked.text
    await her.tapped(asked, "可以留")
    assert list(counted.kept.values()) == [RATE]


async def test_a_second_tap_counts_nothing(her: Person, emulator: Emulator, counted: Counted) -> None:
    heard = await her.asks(RATE)
    her.taps(heard, "有用")
    her.taps(heard, "有用")
    await her.asks("/ask")
    assert counted.judged == [True]
    emulator.calls[:] = [call for call in emulator.calls if call.refused is None]


async def test_typing_it_does_the_same(her: Person, counted: Counted) -> None:
    await her.asks(RATE)
    asked = await her.asks("没用")
    assert asked.text.startswith("抱歉，没答到点上。")
    assert f"“{RATE}”" in asked.text
    await her.tapped(asked, "可以留")
    assert list(counted.kept.values()) == [RATE]
    assert counted.judged == [False]


async def test_after_a_restart_the_question_is_gone_and_nothing_is_kept(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, counted: Counted
) -> None:
    her = Person(emulator, 1)
    async with running(emulator, snapshot, tmp_path, **counted.options()):
        heard = await her.asks(RATE)
        asked = await her.tapped(await her.asks("红桥区慰问金每月多少"), "没用")
    assert RATE.encode() not in (tmp_path / "bot.sqlite3").read_bytes()
    async with running(emulator, snapshot, tmp_path, **counted.options()):
        assert (await her.tapped(asked, "可以留")).text == notices.QUESTION_GONE
        her.taps(heard, "没用")
        assert (await her.asks("/ask")).text == notices.ASK_WHAT
    assert counted.kept == {}
    assert counted.judged == [False, False]


async def test_to_be_forgotten_is_also_to_have_the_question_back(her: Person, emulator: Emulator, counted: Counted) -> None:
    asked = await her.tapped(await her.asks(RATE), "没用")
    await her.tapped(asked, "可以留")
    later = await her.asks("红桥区慰问金每月多少")
    assert counted.kept
    await her.tapped(await her.asks("/forget"), "全部删除")
    assert counted.kept == {}
    her.taps(later, "没用")
    assert (await her.asks("/ask")).text == notices.ASK_WHAT, "what was asked is not known any more"


@pytest.mark.parametrize(
    "said", ["/menu", "/my", "/start hq-09", "你好", "北京的补贴多少", "每天偷偷哭，我快撑不住了", "全文", "我想死", "/help"]
)
async def test_pages_small_talk_refusals_and_distress_have_no_row(her: Person, said: str) -> None:
    await her.asks("我在红桥")
    assert not set(ROW) & set((await her.asks(said)).labels)


async def test_an_open_question_is_answered_first(her: Person) -> None:
    asked = await her.asks("孩子在红桥上幼儿园能优先吗")
    assert not set(ROW) & set(asked.labels)
    answered = await her.tapped(asked, "有人在本区")
    assert answered.labels[-2:] == ROW


async def test_in_a_group_nobody_is_asked(emulator: Emulator, asking: Running, counted: Counted) -> None:
    asker = Person(emulator, 31, chat=-1001)
    heard = await asker.asks(f"/ask {RATE}")
    assert not set(ROW) & set(heard.labels)
    assert "留给" not in (await asker.asks("/ask 没用")).text
    assert counted.judged == [False]


async def test_every_turn_is_counted_once(her: Person, emulator: Emulator, counted: Counted) -> None:
    heard = await her.asks(RATE)
    await her.tapped(heard, "全文")
    await her.asks("/why")
    await her.asks("北京的补贴多少")
    await her.asks("/ask")  # what is answered before it is counted by then
    assert [reply.decision.value for reply in counted.answered] == ["answer", "answer", "decline"]
    assert list(counted.kept.values()) == ["北京的补贴多少"]
