"""Nobody is sent more than Telegram allows, and who has to wait holds up no other."""

from __future__ import annotations

import asyncio

from bot.channels.telegram.send_limits import Rate, Rates, SendLimits


class Time:
    """A clock that sleeping moves on, for each sleeper by itself."""

    def __init__(self) -> None:
        self.sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self.now = 0.0

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.now + seconds, future))
        await future

    async def run(self, task: asyncio.Task[list[float]]) -> list[float]:
        """Let time pass whenever all sleep."""
        while not task.done():
            for _ in range(20):
                await asyncio.sleep(0)
            if self.sleepers:
                self.sleepers.sort(key=lambda sleeper: sleeper[0])
                self.now, future = self.sleepers.pop(0)
                future.set_result(None)
        return task.result()


async def sent(rates: Rates, chats: list[int]) -> list[float]:
    """When each of so many messages may be sent that are all wanted at once."""
    time = Time()
    limits = SendLimits(rates, lambda: time.now, time.sleep)

    async def one(chat: int) -> float:
        await limits.turn(chat)
        return time.now

    async def all_of_them() -> list[float]:
        return await asyncio.gather(*map(one, chats))

    return await time.run(asyncio.create_task(all_of_them()))


async def test_two_hundred_people_at_once_get_thirty_a_second() -> None:
    times = sorted(await sent(Rates(), list(range(1, 201))))
    assert max(sum(start <= time < start + 1 for time in times) for start in times) == 30
    assert times[-1] < 7


async def test_one_chat_gets_one_a_second_and_holds_up_no_other() -> None:
    times = await sent(Rates(), [1, 1, 1, 2])
    assert times == [0, 1, 2, 0]


async def test_a_group_gets_twenty_a_minute() -> None:
    times = await sent(Rates(chat=Rate(100, 1.0)), [-1] * 21)
    assert times[19] == 0
    assert times[20] == 60
