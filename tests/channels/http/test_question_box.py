"""Questions to be noted: one after another, none waited for, a flood let go."""

from __future__ import annotations

import asyncio

import pytest

from bot.administration.fault_counter import FaultCounter
from bot.channels.http import question_box
from bot.channels.http.question_box import QuestionBox


async def test_questions_are_noted_in_order_and_a_failing_store_costs_one() -> None:
    noted: list[str] = []

    async def note(text: str) -> None:
        if text == "bad":
            raise OSError
        noted.append(text)

    faults = FaultCounter()
    box = QuestionBox(note, faults)
    running = asyncio.create_task(box.run())
    for text in ("one", "bad", "two"):
        box.put(text)
    assert len(box) == 3
    await box.until_idle()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert (noted, faults.counts()) == (["one", "two"], {"NotNoted": 1})


async def test_a_flood_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_box, "_MOST_WAITING", 2)
    faults = FaultCounter()

    async def note(_: str) -> None:
        raise AssertionError("nothing runs yet")

    box = QuestionBox(note, faults)
    for _ in range(5):
        box.put("same")
    assert (len(box), faults.counts()) == (2, {"NotNoted": 3})
