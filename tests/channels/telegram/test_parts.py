"""The channel's parts on their own: rendering, buttons, queues, log hygiene."""

from __future__ import annotations

import asyncio
import logging

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.html_rendering import MAX_UNITS, render, units
from bot.channels.telegram.keyboard import MAX_DATA_BYTES, Button, read_data, write_data
from bot.channels.telegram.log_redaction import Redacting
from bot.channels.telegram.person_queues import Pace, PersonQueues
from bot.model.reply import Line, LineKind, Section
from tests.channels.telegram.markup import text_of

_lines = st.builds(Line, st.sampled_from(LineKind), st.text(min_size=1, max_size=200).filter(lambda t: bool(t.strip())))
_sections = st.lists(st.builds(lambda lines: Section(tuple(lines)), st.lists(_lines, min_size=1, max_size=5)), max_size=6)


@given(_sections)
def test_html_is_well_formed_and_says_what_the_plain_text_says(sections: list[Section]) -> None:
    for part in render(sections, 400):
        assert text_of(part.html) == part.plain


@given(_sections)
def test_parts_fit_and_lose_nothing(sections: list[Section]) -> None:
    parts = render(sections, 400)
    assert all(units(part.plain) <= 400 for part in parts)
    said = "".join(line.text for section in sections for line in section.lines)
    assert "".join("".join(part.plain for part in parts).split()) == "".join(said.split())


def test_parts_are_split_between_sections() -> None:
    sections = [Section((Line(LineKind.TEXT, letter * 1500),)) for letter in "abc"]
    first, second = render(sections)
    assert first.plain == "a" * 1500 + "\n\n" + "b" * 1500
    assert second.plain == "c" * 1500


def test_a_section_too_long_for_a_message_is_split_between_lines() -> None:
    section = Section(tuple(Line(LineKind.TEXT, letter * 3000) for letter in "ab"))
    assert [part.plain[0] for part in render([section])] == ["a", "b"]


def test_a_line_too_long_for_a_message_is_cut() -> None:
    parts = render([Section((Line(LineKind.TITLE, "🙂" * 5000),))])
    assert "".join(part.plain for part in parts) == "🙂" * 5000
    assert all(units(part.plain) <= MAX_UNITS for part in parts)


@given(st.from_regex(r"[a-z]{1,8}(:[a-z0-9-]{1,30}){0,2}", fullmatch=True), st.booleans(), st.none() | st.just("1a2b"))
def test_buttons_carry_what_they_are_given(action: str, in_place: bool, mark: str | None) -> None:
    button = Button(action, in_place, mark)
    data = write_data(button)
    if len(data.encode()) <= MAX_DATA_BYTES - 7:
        assert read_data(data) == button
    assert read_data(data).action == action


class Recorder:
    """Serves by noting down, as slowly as it is told."""

    def __init__(self) -> None:
        self.served: list[tuple[int, int]] = []
        self.slowed = 0
        self.away: list[bool] = []
        self.gate = asyncio.Event()
        self.busy: dict[int, int] = {}

    async def serve(self, item: tuple[int, int]) -> None:
        """Note it down; never two of one person at once."""
        person = item[0]
        self.busy[person] = self.busy.get(person, 0) + 1
        assert self.busy[person] == 1
        await self.gate.wait()
        self.busy[person] -= 1
        self.served.append(item)

    async def slow_down(self, item: tuple[int, int]) -> None:
        """Count it."""
        self.slowed += 1

    async def turn_away(self, item: tuple[int, int], *, first: bool) -> None:
        """Note whether it was the first."""
        self.away.append(first)


async def test_lanes_keep_everybodys_order() -> None:
    recorder = Recorder()
    queues: PersonQueues[tuple[int, int]] = PersonQueues(recorder, Pace())
    for number in range(5):
        for person in range(50):
            queues.put(person, (person, number))
    recorder.gate.set()
    await queues.until_idle()
    for person in range(50):
        assert [number for who, number in recorder.served if who == person] == [0, 1, 2, 3, 4]


async def test_a_rush_is_slowed_once_and_turned_away_once() -> None:
    recorder = Recorder()
    recorder.gate.set()
    queues: PersonQueues[tuple[int, int]] = PersonQueues(recorder, Pace(burst=2, interval=0.001, waiting=4))
    for number in range(10):
        queues.put(1, (1, number))
    await queues.until_idle()
    assert recorder.away == [True, False, False, False, False, False]
    assert [number for _, number in recorder.served] == [0, 1, 2, 3]
    assert recorder.slowed <= 2


async def test_closing_lanes_finishes_what_is_in_hand_and_leaves_the_rest() -> None:
    recorder = Recorder()
    queues: PersonQueues[tuple[int, int]] = PersonQueues(recorder, Pace())
    for number in range(3):
        queues.put(1, (1, number))
    closing = asyncio.create_task(queues.close(5.0))
    await asyncio.sleep(0)
    recorder.gate.set()
    await closing
    assert len(recorder.served) <= 1
    assert queues.waiting >= 2


async def test_whoever_brings_more_than_there_is_room_for_waits() -> None:
    recorder = Recorder()
    queues: PersonQueues[tuple[int, int]] = PersonQueues(recorder, Pace(), room=3)
    for person in range(4):
        queues.put(person, (person, 0))
    waiting = asyncio.create_task(queues.until_room())
    recorder.gate.set()
    await asyncio.wait_for(waiting, 10)


def test_a_log_record_is_cleaned_of_the_token_and_of_what_exceptions_say() -> None:
    said = "某人的话"
    try:
        try:
            raise KeyError(said)
        except KeyError as error:
            raise ValueError(said) from error
    except ValueError as error:
        info = (ValueError, error, error.__traceback__)
        record = logging.LogRecord("n", logging.ERROR, "p", 1, "at %s", ("bot1:token",), info)
    assert Redacting("1:token").filter(record)
    shown = logging.Formatter().format(record)
    assert "1:token" not in shown
    assert said not in shown
    assert "ValueError" in shown
    assert "KeyError" in shown
    assert "test_parts.py" in shown
