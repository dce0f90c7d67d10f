"""Word's automatic numbers, which stand in no text: counted as Word counts, written as Word writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """Numbers of one document's paragraphs, to be asked for in order."""

    numbers: Any
    styles: Any
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _list_of: dict[str, str] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _styles: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note the levels of every list, and the styles by id."""
        for found in self.numbers if self.numbers is not None else ():
            own = found.get(f"{_W}abstractNumId")
            for level in found.iter(f"{_W}lvl"):
                self._levels[str(own), int(level.get(f"{_W}ilvl", "0"))] = _level(level)
            if found.tag == f"{_W}num":
                reference = found.find(f"{_W}abstractNumId")
                if reference is not None:
                    self._list_of[found.get(f"{_W}numId", "")] = reference.get(f"{_W}val", "")
        for style in self.styles.iter(f"{_W}style") if self.styles is not None else ():
            self._styles[style.get(f"{_W}styleId", "")] = style

    def of(self, paragraph: Any) -> tuple[str, bool]:
        """The number in front of a paragraph, as Word shows it, and whether its style is a heading's."""
        properties = paragraph.find(f"{_W}pPr")
        chain = [found for found in (properties, *self._based(properties)) if found is not None]
        heading = any(found.find(f"{_W}outlineLvl") is not None for found in chain) or self._is_named_heading(properties)
        numbered = next((found.find(f"{_W}numPr") for found in chain if found.find(f"{_W}numPr") is not None), None)
        has_text = any((text.text or "").strip() for text in paragraph.iter(f"{_W}t"))
        return (self._next(numbered) if numbered is not None and has_text else ""), heading

    def _based(self, properties: Any) -> Iterator[Any]:
        """Properties of the paragraph's style, and of those it is based on."""
        name = _value(properties, "pStyle")
        for _ in range(_MOST_LEVELS):
            style = self._styles.get(name)
            if style is None:
                return
            yield style.find(f"{_W}pPr")
            name = _value(style, "basedOn")

    def _is_named_heading(self, properties: Any) -> bool:
        style = self._styles.get(_value(properties, "pStyle"))
        return style is not None and _value(style, "name").lower().startswith(("heading", "title"))

    def _next(self, numbered: Any) -> str:
        list_id, level = _value(numbered, "numId"), _value(numbered, "ilvl")
        depth = int(level) if level.isdigit() else 0
        if list_id in ("", "0"):
            return ""
        own = self._list_of.get(list_id, list_id)
        self._counts = {key: n for key, n in self._counts.items() if key[0] != own or key[1] <= depth}
        described = self._levels.get((own, depth), _Level() if depth == 0 else _Level(text=f"（%{depth + 1}）"))
        self._counts[own, depth] = self._counts.get((own, depth), described.start - 1) + 1
        if described.kind in ("bullet", "none"):
            return ""
        return self._written(described.text, own) + " "

    def _written(self, text: str, own: str) -> str:
        """The number with what stands around it: 第%1条, （%1）, %1.%2."""

        def one(found: re.Match[str]) -> str:
            depth = int(found.group(1)) - 1
            level = self._levels.get((own, depth), _Level())
            return written(self._counts.get((own, depth), level.start), level.kind)

        return re.sub(r"%(\d)", one, text)


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}") if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _level(element: Any) -> _Level:
    start = _value(element, "start")
    return _Level(_value(element, "numFmt") or "decimal", _value(element, "lvlText"), int(start) if start.isdigit() else 1)


def written(number: int, kind: str) -> str:
    """A number as a list of that kind writes it.

    >>> written(21, "chineseCounting"), written(3, "decimalEnclosedCircle"), written(4, "decimal"), written(2, "lowerLetter")
    ('二十一', '③', '4', 'b')
    """
    if kind in ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "chineseLegalSimplified"):
        return chinese(number)
    if kind.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr(ord("a" if kind == "lowerLetter" else "A") + number - 1)
    return str(number)


def chinese(number: int) -> str:
    """A number below a hundred in characters.

    >>> chinese(10), chinese(12), chinese(30)
    ('十', '十二', '三十')
    """
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
