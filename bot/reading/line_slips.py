"""Slips of the hand that YAML itself accepts, or reports in a misleading place: found line by line, before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Slip(NamedTuple):
    """Where a line is wrong, counted from 1, what is wrong, and how to mend it."""

    line: int
    column: int
    message: str
    remedy: str


class _Kind(NamedTuple):
    """``pattern`` is looked for from the start of a line; its group ``here`` stands where the slip is."""

    pattern: re.Pattern[str]
    message: str
    remedy: str
    of_items: bool = False
    """Only where the line may be an item of a list."""


_KEY = r"\s*(?:- )?[a-z][a-z0-9_-]*"
_INVISIBLE = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u2060\ufeff\ufffe\uffff"
_CONFLICT = r"(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)"
HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
"""Digits of full width and those they should be."""

_KINDS = tuple(
    _Kind(re.compile(pattern), *rest)
    for pattern, *rest in (
        (rf"(?P<here>{_CONFLICT})", "留着合并冲突的标记“{}”", "选定一边的内容，再删掉 <<<<<<<、=======、>>>>>>> 这几行"),
        (rf".*?(?P<here>[{_INVISIBLE}])", "有看不见的控制字符", "删掉这一行重新打字"),
        (r"\s*(?P<here>[–—－−‐‑•·●*])\s+\S", "列表的横线写成了“{}”", "改成英文减号加一个空格“- ”", True),
        (r"\s*(?P<here>-)(?=[a-z][a-z0-9_-]*:\s|[\u4e00-\u9fff]|\{)", "列表的“-”后面少一个空格", "写成“- ”加内容", True),
        (r"\s*?(?P<here>\t)", "缩进用了制表符", "改成空格"),
        (r" *(?P<here>[^\S ])\s*\S", "缩进用了全角空格或不间断空格", "改成普通空格"),
        (rf"{_KEY}(?P<here>：)", "用了全角冒号“：”", "改成英文冒号加一个空格“: ”"),
        (rf"{_KEY}:(?P<here>[\u00a0\u3000])", "冒号后面是全角空格或不间断空格", "改成普通空格"),
        (rf"{_KEY}:(?P<here>[^\s/])", "冒号后面少一个空格", "写成“键: 值”"),
        (
            r"\s*(?:- )?(?:[a-z][a-z0-9_-]*: )?[^'\"#\s][^'\"#]*?\S +(?P<here>#)(?=\S)",
            "“ #”后面的字会被当作注释丢掉",
            "是正文就把整段放进英文双引号；是注释就在 # 后面空一格",
        ),
        (r"[^#]*?(?P<here>[\uff10-\uff19]+)", "数字写成了全角的“{}”", "改成半角数字"),
    )
)
_ANY = re.compile("|".join(kind.pattern.pattern.replace("?P<here>", "?:") for kind in _KINDS))
"""Whether a line may have a slip at all: hardly any has."""

_MARK = re.compile(_CONFLICT)
_ITEM = re.compile(r"[-–—－−‐‑•·●*]\s*\S")


def slips_of(text: str) -> Iterator[Slip]:
    """The first slip of each line that has one."""
    lines = text.split("\n")
    suspects = [number for number, line in enumerate(lines) if _ANY.match(line)]
    dashed = {depth_of(line) for line in lines if line.lstrip(" ").startswith("- ")} if suspects else set()
    for number in suspects:
        line = lines[number]
        may_be_item = depth_of(line) in dashed or _in_list(_before(lines, number))
        for kind in _KINDS:
            if (not kind.of_items or may_be_item) and (match := kind.pattern.match(line)):
                yield Slip(number + 1, match.start("here") + 1, kind.message.format(match["here"]), kind.remedy)
                break


def has_conflict(text: str) -> bool:
    """Whether a file is as two branches left it that changed the same lines."""
    return any(_MARK.match(line) for line in text.split("\n"))


def depth_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _before(lines: Sequence[str], number: int) -> str:
    """The nearest line above one that is not empty; nothing if there is none."""
    return next((lines[above] for above in range(number - 1, -1, -1) if lines[above].strip()), "")


def _in_list(before: str) -> bool:
    """Whether a line below this one may be an item of a list."""
    plain = before.split(" #")[0].strip()
    return plain.endswith(":") or bool(_ITEM.match(plain))
