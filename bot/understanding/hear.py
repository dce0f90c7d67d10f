"""Hear a message: fold what was typed, cut it into words, find the known ones, mend what only sounds right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compiled.snapshot import Snapshot
from bot.language.analyse import Analysis
from bot.language.normalise import has_words

_LONGEST_READ = 2_000
_END = 500


@dataclass(frozen=True, slots=True)
class Heard:
    """What came in, as the program reads it."""

    analysis: Analysis = Analysis("", (), ())
    readable: bool = True
    too_long: bool = False

    @property
    def text(self) -> str:
        """The folded text, typos mended."""
        return self.analysis.text


def hear(typed: str, snapshot: Snapshot) -> Heard:
    """Hear one message. Of one too long to read both ends are heard: there a cry for help would stand."""
    analysis = snapshot.language.analyse(_ends_of(typed))
    readable = has_words(analysis.text) or any(ch.isdigit() for ch in analysis.text)
    return Heard(analysis, readable, len(typed) > _LONGEST_READ)


def _ends_of(text: str) -> str:
    return text if len(text) <= _END else text[: _END // 2 - 1] + "\n" + text[-_END // 2 :]
