"""A card as a picture: large type for old eyes, the source, the date, and a code that leads to the whole text.

Pillow draws it. It is an extra, and a Chinese font is not on every machine: where either is missing there are no pictures.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import segno

from bot.channels.bounded_cache import BoundedCache
from bot.channels.card_content import CardContent
from bot.channels.text_layout import wrap

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 1080
_MARGIN = 84
_COLUMN = WIDTH - 2 * _MARGIN
_REGION, _TITLE, _TEXT, _SMALL = 48, 88, 60, 44
_LEADING = 1.5
_GAP, _PARAGRAPH = 48, 34
_LEAST_LAST = 3
"""Characters wanted on a last line."""

_CODE = 312
_QUIET = 4
"""Modules of white around a code, without which it cannot be read."""

_PAPER, _INK, _GREY, _RULE, _ACCENT = "#fffdf8", "#1c1c1e", "#5f6368", "#d8d4c8", "#0b6b57"
_BETWEEN = " · "
"""What stands between the parts of a source: here each has a line of its own."""

_SCAN = "扫码看全文"
_MADE_ON = "制于 {day}"
_KEPT = 64
_DEBIAN = "apt-get install fonts-noto-cjk"
_PLACES = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "C:/Windows/Fonts/msyh.ttc",
)
_SIMPLIFIED = ("SC", "GB", "Simplified")
"""By these a collection of fonts tells which of its faces draws characters as they are drawn in mainland China."""


@dataclass(frozen=True, slots=True)
class CardMaking:
    """Whether pictures can be made: the font that draws them, or what is missing and what to do about it."""

    font: Path | None
    missing: str = ""
    remedy: str = ""


def card_making(chosen: Path | None) -> CardMaking:
    """What there is to make pictures with. ``chosen`` is a font somebody has set; else the usual places are looked at."""
    if find_spec("PIL") is None:
        return CardMaking(None, "没有装 Pillow", "pip install 'frontline-benefits-bot[cards]'")
    if chosen is not None:
        sound = _draws_chinese(chosen)
        return CardMaking(chosen) if sound else CardMaking(None, f"{chosen} 不是中文字体", "改 BOT_CARD_FONT，或不设它")
    found = next((place for place in map(Path, _PLACES) if place.is_file() and _draws_chinese(place)), None)
    return CardMaking(found) if found is not None else CardMaking(None, "没有中文字体", f"{_DEBIAN}，或设 BOT_CARD_FONT")


class PictureCards:
    """Makes pictures, each once, and one at a time: in a thread, so that whoever wants none does not wait."""

    def __init__(self, font: Path) -> None:
        self._font = font
        self._made: BoundedCache[CardContent, bytes] = BoundedCache(_KEPT)
        self._drawing = asyncio.Lock()

    async def png(self, content: CardContent, link: str | None) -> bytes:
        """The picture of a card, with a code that leads to ``link``."""
        content = replace(content, link=link)
        async with self._drawing:
            made = self._made.get(content)
            if made is None:
                made = await asyncio.to_thread(drawn, content, self._font)
                self._made.put(content, made)
            return made


def picture_cards(chosen: Path | None) -> PictureCards | None:
    """What makes pictures, if they can be made."""
    font = card_making(chosen).font
    return None if font is None else PictureCards(font)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of text where it stands."""

    text: str
    top: float
    font: FreeTypeFont
    colour: str


def drawn(content: CardContent, font: Path) -> bytes:
    """A card drawn as PNG, as high as it has to be."""
    from PIL import Image, ImageDraw

    rows, rules, foot = _laid_out(content, font)
    bottom = max(_below(rows), foot + (_code_height(font) if content.link else 0))
    image = Image.new("RGB", (WIDTH, round(bottom) + _MARGIN), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 18), _ACCENT)
    for row in rows:
        draw.text((_MARGIN, row.top), row.text, row.colour, row.font)
    for top in rules:
        draw.rectangle((_MARGIN, top, WIDTH - _MARGIN, top + 2), _RULE)
    if content.link is not None:
        _draw_code(draw, content.link, round(foot), face(font, _SMALL))
    png = io.BytesIO()
    image.quantize(64).save(png, "PNG", optimize=True)
    return png.getvalue()


def _laid_out(content: CardContent, font: Path) -> tuple[list[_Row], list[float], float]:
    """The rows, the rules between them, and where the foot begins."""
    bold = _bold(font)
    rows = list(_set(content.region, face(font, _REGION), _ACCENT, _MARGIN))
    rows += _set(content.title, face(bold, _TITLE), _INK, _below(rows))
    rules = [_below(rows) + _GAP]
    top = rules[0] + _GAP
    for line in content.lines:
        rows += _set(line, face(font, _TEXT), _INK, top)
        top = _below(rows) + _PARAGRAPH
    rules.append(_below(rows) + _GAP)
    foot = rules[1] + _GAP
    beside = _COLUMN - _CODE - _GAP if content.link else _COLUMN
    top = foot
    for part in (*content.source.split(_BETWEEN), _MADE_ON.format(day=content.made_on.isoformat())):
        rows += _set(part, face(font, _SMALL), _GREY, top, beside)
        top = _below(rows)
    return rows, rules, foot


def _set(text: str, font: FreeTypeFont, colour: str, top: float, room: int = _COLUMN) -> Iterator[_Row]:
    """A text in lines as long as there is room; no mark that closes begins one."""
    for number, line in enumerate(_lines(text, font, room)):
        yield _Row(line, top + number * font.size * _LEADING, font, colour)


def _lines(text: str, font: FreeTypeFont, room: int) -> list[str]:
    """A text in as few lines as there is room for, set narrower where a character or two would be left alone on the last."""
    lines = wrap(text, room, measure=font.getlength)
    for narrower in range(room, room // 2, -round(font.size)):
        tried = wrap(text, narrower, measure=font.getlength)
        if len(tried) > len(lines):
            break
        lines = tried
        if font.getlength(lines[-1]) > _LEAST_LAST * font.size:
            break
    return lines


def _below(rows: list[_Row]) -> float:
    return rows[-1].top + rows[-1].font.size * _LEADING


def _code_height(font: Path) -> float:
    return _CODE + face(font, _SMALL).size * _LEADING


def _draw_code(draw: ImageDraw, link: str, top: int, font: FreeTypeFont) -> None:
    """The code on white at the right edge, and below it what it is for."""
    left, code = WIDTH - _MARGIN - _CODE, segno.make(link, error="m", micro=False)
    modules = code.symbol_size(border=_QUIET)[0]
    size = _CODE // modules
    edge = (_CODE - size * modules) // 2 + size * _QUIET
    draw.rectangle((left, top, left + _CODE, top + _CODE), "white")
    for down, row in enumerate(code.matrix):
        for right, dark in enumerate(row):
            if dark:
                x, y = left + edge + right * size, top + edge + down * size
                draw.rectangle((x, y, x + size - 1, y + size - 1), _INK)
    middle = left + (_CODE - font.getlength(_SCAN)) / 2
    draw.text((middle, top + _CODE + 6), _SCAN, _GREY, font)


@cache
def face(file: Path, size: int) -> FreeTypeFont:
    """A font in a size. Of a collection, the face for simplified characters; the first where none says so."""
    from PIL import ImageFont

    for index in range(_faces(file)):
        font = ImageFont.truetype(file, size, index)
        if any(mark in (font.getname()[0] or "").split() for mark in _SIMPLIFIED):
            return font
    return ImageFont.truetype(file, size)


@cache
def _faces(file: Path) -> int:
    """How many faces a file holds."""
    with file.open("rb") as stream:
        head = stream.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _bold(file: Path) -> Path:
    """The bold sister of a font, if it lies beside it; else the font itself."""
    sister = file.with_name(file.name.replace("Regular", "Bold"))
    return sister if sister.is_file() else file


def _draws_chinese(file: Path) -> bool:
    """Whether a file is a font that has Chinese characters: two of them look different, and unlike what no font has."""
    try:
        font = face(file, _SMALL)
        shapes = {bytes(font.getmask(sign)) for sign in "文件\uffff"}
    except (OSError, ValueError):
        return False
    return len(shapes) == len("文件\uffff")
