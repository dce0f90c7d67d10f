"""How each character is read: the table of pypinyin, without its phrases, which take 50 MB and as long to load as all the rest."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

_TONES = str.maketrans("āáǎàēéěèōóǒòīíǐìūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeooooiiiiuuuuvvvvvnnnm")


class Readings:
    """The most usual reading of each character, without its tone: 42,000 characters by the number of one of 400 syllables."""

    def __init__(self, table: Mapping[int, str]) -> None:
        """``table`` has the readings of a character by its code point, the most usual first, parted by commas."""
        numbers: dict[str, int] = {}
        ordered = sorted(table.items())
        self._characters = array("L", (code for code, _ in ordered))
        usual = (read.partition(",")[0].translate(_TONES) for _, read in ordered)
        self._numbers = array("H", (numbers.setdefault(syllable, len(numbers)) for syllable in usual))
        self._syllables = tuple(numbers)

    def of(self, character: str) -> str:
        """A character's syllable; empty where it has none.

        >>> [readings().of(character) for character in "好吕，"]
        ['hao', 'lv', '']
        """
        code = ord(character)
        place = bisect_left(self._characters, code)
        known = place < len(self._characters) and self._characters[place] == code
        return self._syllables[self._numbers[place]] if known else ""


@lru_cache(maxsize=1)
def readings() -> Readings:
    """The readings of all characters, loaded once."""
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    table = spec_from_file_location("pypinyin_readings", Path(package.origin).with_name("pinyin_dict.py"))
    if table is None or table.loader is None:
        raise ModuleNotFoundError("pypinyin.pinyin_dict")
    module = module_from_spec(table)
    table.loader.exec_module(module)
    return Readings(module.pinyin_dict)
