"""Cards as pictures: as wide as a phone wants them, all of the text on them, a code that leads where it should."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
import segno
from PIL import Image

from bot.channels import picture_card
from bot.channels.card_content import CardContent
from bot.channels.picture_card import CardMaking, PictureCards, card_making, drawn, face, picture_cards
from tests.channels.drawing import chinese_font

LINK = "https://bot.example.org/m/ja-01"
CONTENT = CardContent("ja-01", "甲区", "补助", ("每天 300 元。",), "问区卫生局 · 甲文第 1 项 · 2020 年", date(2026, 11, 28))
WITH_CODE = CardContent("ja-01", "甲区", "补助", ("每天 300 元。",), CONTENT.source, CONTENT.made_on, LINK)


@pytest.fixture
def font() -> Path:
    return chinese_font()


def _opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def test_more_text_makes_a_higher_picture_of_the_same_width(font: Path) -> None:
    long = CardContent("ja-01", "甲区", "补助" * 12, ("每天三百元，加倍的六百元。" * 6,) * 5, CONTENT.source, CONTENT.made_on)
    small, large = (_opened(drawn(content, font)) for content in (CONTENT, long))
    assert small.width == large.width == picture_card.WIDTH
    assert large.height > 2 * small.height
    margins = [large.crop((left, 30, left + 60, large.height)) for left in (0, 1020)]
    assert not any(_is_dark(margin, x, y) for margin in margins for x in range(60) for y in range(0, margin.height, 3))


def test_the_code_on_the_picture_leads_to_the_page(font: Path) -> None:
    picture = _opened(drawn(WITH_CODE, font))
    code = segno.make(LINK, error="m", micro=False)
    wanted = [bool(dark) for row in code.matrix for dark in row]
    found = _code_in(picture, len(code.matrix))
    assert found == wanted
    assert _opened(drawn(CONTENT, font)).height < picture.height


def _code_in(picture: Image.Image, modules: int) -> list[bool]:
    """The modules of the code at the right edge: its first dark row and column are the edges of the finder patterns."""
    left = picture_card.WIDTH - 84 - 312
    quiet = 312 // (modules + 8)
    area = picture.crop((left, 0, left + 312, picture.height))
    white = next(y for y in range(area.height) if all(area.getpixel((x, y)) == 255 for x in range(312)))
    edge = (312 - quiet * (modules + 8)) // 2 + 4 * quiet
    at = [edge + number * quiet + quiet // 2 for number in range(modules)]
    return [_is_dark(area, x, white + y) for y in at for x in at]


def _is_dark(picture: Image.Image, x: int, y: int) -> bool:
    shade = picture.getpixel((x, y))
    assert isinstance(shade, int)
    return shade < 128


def test_of_a_collection_the_mainland_face_is_taken(font: Path) -> None:
    if "NotoSansCJK" not in font.name:
        pytest.skip("another font")
    assert face(font, 44).getname()[0] == "Noto Sans CJK SC"


def test_no_line_ends_with_a_character_alone(font: Path) -> None:
    large = face(font, 60)
    for length in range(14, 32):
        lines = picture_card._lines("一二三四五六七八九十" * 4, large, length * 60)
        assert len(lines[-1]) >= 3


async def test_a_picture_is_drawn_once(font: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = PictureCards(font)
    first = await cards.png(CONTENT, LINK)
    monkeypatch.setattr(picture_card, "drawn", lambda *_: b"again")
    assert await cards.png(CONTENT, LINK) == first
    assert await cards.png(CONTENT, "https://bot.example.org/m/ja-02") == b"again"


def test_without_pillow_or_a_chinese_font_there_are_no_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    latin = tmp_path / "latin.ttf"
    latin.write_bytes(b"no font")
    assert card_making(latin) == CardMaking(None, f"{latin} 不是中文字体", "改 BOT_CARD_FONT，或不设它")
    monkeypatch.setattr(picture_card, "_PLACES", ())
    assert "fonts-noto-cjk" in card_making(None).remedy
    assert picture_cards(None) is None
    monkeypatch.setattr(picture_card, "find_spec", lambda _: None)
    assert "Pillow" in card_making(None).missing
