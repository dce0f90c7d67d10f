"""Conversations during which the bot is killed at random moments, and what became of them."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person
from tests.channels.telegram.processes import child

SCRIPT = (
    "补助一天多少",
    "在病房干了20天，补助一共多少",
    "在病房干了10天，补助一共多少",
    "在病房干了5天，补助一共多少",
    "/back",
)
"""On the small knowledge of tests/loading. Going back is what must not happen twice: it would end on 20 days."""
LAST = "/facts"
MARK = "天数："
EXPECTED_LAST = "天数：10 天"
UNWANTED = "天数：20 天"
CUES = ("getUpdates", "sendMessage")


@dataclass
class Report:
    """What came of the kills: ``resumed`` conversations that ended right, messages ``lost``, facts applied ``twice``."""

    kills: int = 0
    resumed: int = 0
    lost: int = 0
    twice: int = 0
    repeated: int = 0


async def interviews_with_kills(emulator: Emulator, folder: Path, kills: int, chance: random.Random) -> Report:
    """One person goes through an interview for each kill; the bot is killed once during each, at a moment chance chooses."""
    report = Report()
    number = 0
    while report.kills < kills:
        number += 1
        await _one(emulator, folder, 1000 + number, chance, report)
    return report


async def _one(emulator: Emulator, folder: Path, who: int, chance: random.Random, report: Report) -> None:
    """Begin an interview, kill, start anew, and see whether it ends as if nothing had happened."""
    person = Person(emulator, who)
    cue = chance.choice(CUES)
    skip, yields = chance.randrange(1, 5), chance.randrange(0, 40)
    async with child(emulator, folder) as first:
        for text in SCRIPT:
            person.says(text)
        before = _count(emulator, cue)
        await emulator.until_slowly(lambda: _count(emulator, cue) >= before + skip or len(emulator.shown(who)) == len(SCRIPT))
        for _ in range(yields):
            await asyncio.sleep(0)
        await first.killed()
    report.kills += 1
    async with child(emulator, folder) as second:
        person.says(LAST)
        await emulator.until_slowly(lambda: any(MARK in str(m["text"]) for m in emulator.shown(who)))
        await second.told_to_stop()
    texts = [str(message["text"]) for message in emulator.shown(who)]
    report.repeated += len(texts) - len(SCRIPT) - 1
    report.lost += len(SCRIPT) + 1 - len(_distinct_in_order(texts))
    report.resumed += EXPECTED_LAST in texts[-1]
    report.twice += UNWANTED in texts[-1]


def _count(emulator: Emulator, method: str) -> int:
    return sum(call.method == method for call in emulator.calls)


def _distinct_in_order(texts: list[str]) -> list[str]:
    """The texts without those repeated: a kill between sending and committing sends again."""
    return [text for number, text in enumerate(texts) if text not in texts[:number]]
