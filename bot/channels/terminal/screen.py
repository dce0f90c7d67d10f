"""A reply laid out for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.channels.text_layout import printable, width, wrap
from bot.model.reply import Line, LineKind, Reply
from bot.model.session import Option

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_STYLES = {
    LineKind.TITLE: _BOLD,
    LineKind.VERDICT: _BOLD,
    LineKind.SUM: _BOLD,
    LineKind.QUESTION: _BOLD,
    LineKind.SOURCE: _DIM,
    LineKind.NOTE: _DIM,
}
_GAP = "   "
_MOST_IN_A_ROW = 6


@dataclass(frozen=True, slots=True)
class Screen:
    """What the terminal can show. ``columns`` None leaves long lines whole, as for a pipe."""

    columns: int | None = 80
    styled: bool = False

    def reply(self, reply: Reply, *, numbered: bool = True) -> str:
        """A reply with its options; ``numbered`` if a number typed next chooses one."""
        parts = ["\n".join(self._line(line) for line in section.lines) for section in reply.sections]
        if reply.options:
            parts.append("\n".join(self._options(reply.options, numbered=numbered)))
        return "\n\n".join(parts)

    def text(self, texts: Iterable[str]) -> str:
        """Plain lines."""
        return "\n".join(self._line(Line(LineKind.TEXT, text)) for text in texts)

    def _line(self, line: Line) -> str:
        text = printable(line.text)
        rows = [row for part in text.split("\n") for row in self._wrapped(part)]
        style = _STYLES.get(line.kind) if self.styled else None
        return "\n".join(f"{style}{row}{_PLAIN}" if style else row for row in rows)

    def _wrapped(self, text: str) -> list[str]:
        if self.columns is None:
            return [text]
        return wrap(text, self.columns, "  " if text.startswith(("·", "/")) else "")

    def _options(self, options: Sequence[Option], *, numbered: bool) -> list[str]:
        if not numbered:
            return [f"（也可以回答：{'、'.join(printable(option.label) for option in options)}）"]
        labels = [f"[{number}] {printable(option.label)}" for number, option in enumerate(options, start=1)]
        return self._rows(labels) if len(labels) <= _MOST_IN_A_ROW else labels

    def _rows(self, labels: list[str]) -> list[str]:
        """Labels side by side, as many in a row as fit."""
        rows = [labels[0]]
        for label in labels[1:]:
            joined = rows[-1] + _GAP + label
            if self.columns is None or width(joined) <= self.columns:
                rows[-1] = joined
            else:
                rows.append(label)
        return rows
