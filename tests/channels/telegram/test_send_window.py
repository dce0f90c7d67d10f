"""How many replies may be under way: few enough that a kill repeats few, enough that nobody waits for another's trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress

import pytest
from telegram.error import BadRequest

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.retrying_sender import RetryingSender
from bot.channels.telegram.send_window import SendWindow


async def has_room(window: SendWindow) -> bool:
    """Whether one more reply may be sent now."""
    with window.slot() as slot:
        return await got(slot.take())


async def got(taking: Awaitable[None]) -> bool:
    """Whether it is there without waiting for anybody."""
    task = asyncio.ensure_future(taking)
    for _ in range(3):
        await asyncio.sleep(0)
    if task.done():
        return True
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return False


async def write_down(window: SendWindow, replies: int) -> None:
    """So many replies, one after the other."""
    for _ in range(replies):
        with window.slot() as slot:
            await slot.take()


async def test_a_program_that_has_just_started_sends_the_next_when_the_last_is_written_down() -> None:
    window = SendWindow()
    with window.slot() as slot:
        await slot.take()
        assert not await has_room(window)
    assert await has_room(window)


async def test_there_is_more_room_the_longer_all_goes_well_up_to_what_is_of_use() -> None:
    window = SendWindow()
    sizes = set()
    for _ in range(300):
        await write_down(window, 1)
        sizes.add(window.size)
    assert sizes == {1, 2, 3, 4}


async def test_where_telegram_is_far_away_more_are_under_way() -> None:
    window = SendWindow()
    for _ in range(600):
        window.took(0.3)
    slot = window.slot()
    await slot.take()
    slot.leave()
    assert window.size == 9


async def test_a_request_that_failed_leaves_its_room() -> None:
    window = SendWindow()
    with window.slot() as slot:
        await slot.take()
        slot.leave()
        assert await has_room(window)


async def test_one_that_is_slow_holds_up_no_other_and_gives_its_room_back_once() -> None:
    window = SendWindow(slow=0.0)
    with window.slot() as slot:
        await slot.take()
        assert await has_room(window)
    window.slow = 60.0
    with window.slot() as slot:
        assert await got(slot.take())
        assert not await has_room(window)


async def test_what_was_not_written_down_makes_no_more_room() -> None:
    window = SendWindow()
    for _ in range(100):
        with suppress(OSError), window.slot() as slot:
            await slot.take()
            raise OSError
    assert window.size == 1
    assert await has_room(window)


async def test_a_reply_keeps_its_room_after_its_last_request() -> None:
    sender = RetryingSender(FaultCounter(), Backoff(0.0, 0.0))
    other = sender.slot()
    with sender.slot() as slot:
        await sender.call(1, nothing, slot)
        assert not await got(other.take())
    assert await got(other.take())


async def test_a_refused_request_leaves_room_for_the_next_person() -> None:
    sender = RetryingSender(FaultCounter(), Backoff(0.0, 0.0))
    with sender.slot() as slot:
        with pytest.raises(BadRequest):
            await sender.call(1, refused, slot)
        assert await got(sender.slot().take())


async def nothing() -> None:
    """A request that is granted."""


async def refused() -> None:
    """A request that is not."""
    raise BadRequest("chat not found")
