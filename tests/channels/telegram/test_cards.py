"""A card and its picture: by a button that outlives the program, to anybody in a group, as text where a picture is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.card_content import CardContent
from bot.channels.picture_card import PictureCards
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from tests.channels.drawing import PNG
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Heard, Person, Running, running
from tests.channels.telegram.rules import bad

SMALL_PNG = PNG + b"\0\0\0\rIHDR" + (40).to_bytes(4, "big") * 2
SCHOOL = "我是护士，孩子在红桥上幼儿园能优先吗"


class Painter(PictureCards):
    """Draws nothing, and knows what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[CardContent, str | None]] = []

    async def png(self, content: CardContent, link: str | None) -> bytes:
        self.asked.append((content, link))
        if content.measure == "gd-14":
            raise OSError("no such font")
        return SMALL_PNG


@pytest.fixture
def painter() -> Painter:
    return Painter()


@pytest_asyncio.fixture
async def drawing(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, painter: Painter
) -> AsyncIterator[Running]:
    """The bot, able to make pictures."""
    async with running(emulator, snapshot, tmp_path, pictures=painter) as it:
        yield it


async def carded(person: Person) -> Heard:
    """The card of what was asked."""
    await person.asks(SCHOOL)
    return await person.asks("/card")


async def test_the_button_under_a_card_sends_the_picture(emulator: Emulator, drawing: Running, painter: Painter) -> None:
    nurse = Person(emulator, 1)
    card = await carded(nurse)
    assert card.labels[-1] == "存成图片"
    picture = await nurse.tapped(card, "存成图片")
    assert picture.raw["caption"] == "子女入园入学与升学照顾"
    content, link = painter.asked[0]
    assert link == "https://t.me/frontline_bot?start=hq-17"
    assert all(line in card.text for line in content.lines), "the picture shows what the card said"
    assert emulator.made("sendPhoto")[0].params["photo"] == SMALL_PNG


async def test_the_code_leads_to_the_page_where_there_is_one(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, painter: Painter
) -> None:
    async with running(emulator, snapshot, tmp_path, pictures=painter, web_url="https://bot.example.org"):
        nurse = Person(emulator, 1)
        await nurse.tapped(await carded(nurse), "存成图片")
    assert painter.asked[0][1] == "https://bot.example.org/m/hq-17"


async def test_the_button_is_good_after_a_restart(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, painter: Painter
) -> None:
    nurse = Person(emulator, 1)
    async with running(emulator, snapshot, tmp_path, pictures=painter):
        card = await carded(nurse)
    async with running(emulator, snapshot, tmp_path, pictures=painter):
        assert (await nurse.tapped(card, "存成图片")).raw["photo"]


async def test_in_a_group_anybody_gets_the_picture(emulator: Emulator, drawing: Running, painter: Painter) -> None:
    asker, other = Person(emulator, 31, chat=-1001), Person(emulator, 32, chat=-1001)
    await asker.asks(f"/ask {SCHOOL}")
    card = await asker.asks("/card")
    assert "存成图片" in card.labels
    other.seen = asker.seen
    assert (await other.tapped(card, "存成图片")).raw["photo"]
    assert emulator.made("sendPhoto")[0].params["reply_parameters"]["message_id"] == card.id


async def test_a_picture_that_is_refused_goes_as_text(emulator: Emulator, drawing: Running) -> None:
    nurse = Person(emulator, 1)
    card = await carded(nurse)
    emulator.fail("sendPhoto", refusal=bad("not enough rights to send photos to the chat"))
    assert (await nurse.tapped(card, "存成图片")).text == card.text
    assert drawing.faults.counts()["PictureRefused"] == 1


async def test_a_picture_is_tried_again_when_telegram_stumbles(emulator: Emulator, drawing: Running) -> None:
    nurse = Person(emulator, 1)
    card = await carded(nurse)
    emulator.fail("sendPhoto", times=2)
    assert (await nurse.tapped(card, "存成图片")).raw["photo"]


async def test_a_picture_that_cannot_be_drawn_goes_as_text(emulator: Emulator, drawing: Running) -> None:
    nurse = Person(emulator, 1)
    card = await carded(nurse)
    nurse.taps_data(card, "picture:gd-14")
    assert "广东解读第 14 条" in (await nurse.hears()).text
    assert drawing.faults.counts()["PictureFailed"] == 1


async def test_a_button_of_a_card_that_is_gone_says_so(emulator: Emulator, drawing: Running) -> None:
    nurse = Person(emulator, 1)
    nurse.taps_data(await carded(nurse), "picture:hq-99")
    assert (await nurse.hears()).text == core.OLD_BUTTON


async def test_without_pictures_a_card_has_no_such_button(nurse: Person) -> None:
    card = await carded(nurse)
    assert "存成图片" not in card.labels
    nurse.taps_data(card, "picture:hq-17")
    assert "红桥台账第 17 项" in (await nurse.hears()).text
