"""A progress bar for long input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

_BAR = 24
_FIRST_AFTER = 1.0
_REDRAW_EVERY = 0.2


@dataclass(slots=True)
class Progress:
    """Counts lines and bytes that pass. ``total`` is the input's size in bytes, None where it is not known."""

    stream: TextIO
    clock: Callable[[], float]
    total: int | None = None
    lines: int = 0
    done: int = 0

    def over(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The same lines, drawn as they pass once that takes more than a second; the bar is wiped at the end."""
        due = self.clock() + _FIRST_AFTER
        drawn = False
        try:
            for line in lines:
                if self.clock() >= due:
                    self.stream.write(f"\r{self.bar()}\x1b[K")
                    self.stream.flush()
                    due, drawn = self.clock() + _REDRAW_EVERY, True
                yield line
                self.lines += 1
                self.done += len(line)
        finally:
            if drawn:
                self.stream.write("\r\x1b[K")
                self.stream.flush()

    def bar(self) -> str:
        """How far it has come, in one line."""
        if not self.total:
            return f"已处理 {self.lines} 行"
        share = min(1.0, self.done / self.total)
        full = round(share * _BAR)
        return f"[{'#' * full}{'.' * (_BAR - full)}] {share:4.0%}  已处理 {self.lines} 行"
