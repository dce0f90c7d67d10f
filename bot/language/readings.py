"""How each character is read: the table of pypinyin, without its phrases, which take 50 MB and as long to load as all the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path


@lru_cache(maxsize=1)
def readings() -> Mapping[int, str]:
    """The readings of each character by its code point, the most usual first, parted by commas.

    >>> readings()[ord("好")]
    'hǎo,hào'
    """
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    table = spec_from_file_location("pypinyin_readings", Path(package.origin).with_name("pinyin_dict.py"))
    if table is None or table.loader is None:
        raise ModuleNotFoundError("pypinyin.pinyin_dict")
    module = module_from_spec(table)
    table.loader.exec_module(module)
    return module.pinyin_dict  # type: ignore[no-any-return]
