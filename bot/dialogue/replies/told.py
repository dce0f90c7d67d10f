"""What a reply states, line by line: each statement once in a topic, and no line more than fits a phone between two rounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from bot.language.answer_particles import bare
from bot.language.clauses import LIST_MARK
from bot.language.numerals import figures
from bot.language.punctuation import closed, joined, open_ended, parts, shortened
from bot.language.statements import answers_yes_or_no, decides, denials
from bot.language.unwritten import (
    gap_of,
    instead_of_silence,
    is_silent,
    neither,
    only_open,
    open_parts,
    without_instead,
)
from bot.model.measure import Measure, Point
from bot.model.reply import Line, LineKind

LONGEST_LINE = 45
LONGEST_REPLY = 220
_USUAL_REPLY = 150
_MOST_LINES = 6
_AGAIN, _AGAIN_BARE = "还是：", "还是"
_SAME = 0.7
"""Share of a statement's pairs of characters from which the lines that have them say it too."""

_LIKE, _ALIKE, _ALIKE_FIGURES = 0.33, 0.6, 0.8
"""Shares of pairs and of characters from which a single line says a statement in another order of words; of one with figures."""

_SAME_GAP = 0.5
"""Share of the characters of a detail left open from which another says it too."""

_SAME_ASKED = 0.75
"""The same, where a clause of its own asks for it: of its own characters."""

_POINTS = 8_192
"""Points whose marks are remembered: they hang on nothing but two ids, and each reply asks for twenty."""

_WORD = 2
"""Characters of a detail left open that is too short to be all of another asked for by itself: 哪天 of 增加几天."""

WROTE = "写了的："


class Statement(NamedTuple):
    """One thing told; ``point`` is the mark of the point that it tells, if it tells one; ``brief``: not all of it; ``decides``:
    it is the point's own answer to yes or no.
    """

    text: str
    point: int | None = None
    brief: bool = False
    decides: bool = False
    whole: str = ""
    """The author's sentence, where only a part of it is told."""

    @property
    def marks(self) -> tuple[int, ...]:
        """What is remembered of it once it was said."""
        own = (mark(self.text), mark(self.whole)) if self.whole else (mark(self.text),)
        return own if self.point is None or self.brief else (*own, self.point)

    def known_from(self, marks: Iterable[int]) -> bool:
        """Whether it, or in other words the point it tells, was said."""
        return not {mark(self.text), self.point if self.brief else None}.isdisjoint(marks)

    def beside(self, above: Sequence[str], *, asked: bool = False) -> Statement | None:
        """What of it the lines above do not say; ``asked``: in a clause of its own, so that only what is hardly another thing goes."""
        if asked and decides(self.text):
            above = [without_instead(line) if is_silent(line) else line for line in above]  # what is written instead says no yes
        if not (asked and _denies_anew(above, self.text)) and _say(above, self.text, _SAME_ASKED if asked else _SAME_GAP):
            return None
        if self.silent and (gap := without_instead(self.text)) != self.text and _say(above, instead_of_silence(self.text)):
            return self._replace(text=gap)  # 写的是… says what a line above does
        if asked:
            return self  # a part that a line above has keeps the other one whole
        own = parts(self.text)
        left = [part for part in own if len(own) == 1 or not _say(above, part)]
        return self if len(left) == len(own) else self._replace(text=joined(left)) if left else None

    @property
    def silent(self) -> bool:
        """Whether it only tells that the document is silent."""
        return is_silent(self.text)


class Row(NamedTuple):
    """A line of a reply: statements joined by ；, after a label such as 写了的：."""

    statements: tuple[Statement, ...]
    label: str = ""
    kind: LineKind = LineKind.TEXT
    kept: bool = False
    """Never left out: a first line, or one of several that stand beside each other."""

    held: bool = False
    """The working of a sum: left out only if all of it was said, and the total too."""

    asked: bool = False
    """Singled out by the question: said again, though it was said before."""

    @property
    def line(self) -> Line:
        """As it is shown."""
        body = "；".join(open_ended(statement.text) for statement in self.statements)
        return Line(self.kind, self.label + closed(body))

    def without(self, said: Iterable[int]) -> Row | None:
        """What of it was not said yet; None if all of it was. A first line that answered before is said to be so."""
        if self.asked:
            return self
        known = set(said)
        left = tuple(s for s in self.statements if not s.known_from(known))
        if self.kept:
            return self if left or answer_mark(self.statements[0].text) not in known else self._again()
        return self._replace(statements=left) if left else None

    def beside(self, rows: Sequence[Row]) -> Row | None:
        """What of it the rows above do not say already, in other words or with another opener."""
        if self.kept or self.held:
            return self
        above = [row.line.text for row in rows if row.kind is not LineKind.SUM]
        left = tuple(shorter for s in self.statements if (shorter := s.beside(above, asked=self.asked)) is not None)
        return self._replace(statements=left) if left else None

    def _again(self) -> Row:
        """Said before: 还是有：…, 还是：每天…"""
        body = f"{self.label}{self.statements[0].text}"
        joined = answers_yes_or_no(body) and not is_silent(body)
        return self._replace(label=f"{_AGAIN_BARE if joined else _AGAIN}{self.label}")


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of a reply that remain, and what they tell."""

    lines: tuple[Line, ...]
    marks: tuple[int, ...]
    news: int
    shown: tuple[Row, ...] = field(default=(), repr=False)


def without_again(text: str) -> str:
    """A first line without 还是, behind a fact that was just told back: it is the answer to that."""
    return text.removeprefix(_AGAIN).removeprefix(_AGAIN_BARE)


def mark(text: str) -> int:
    """A short number that stands for a statement; the session holds no text."""
    return crc32(open_ended(text).encode())


def answer_mark(text: str) -> int:
    """Stands for a statement as the answer to a question, not told by the way behind another."""
    return crc32(f"?{open_ended(text)}".encode())


def point_mark(measure: Measure, point: Point) -> int:
    """Stands for a point, whichever words told it."""
    return _point_mark(measure.id, point.id)


@lru_cache(maxsize=_POINTS)
def _point_mark(measure: str, point: str) -> int:
    return crc32(f"{measure}#{point}".encode())


def length(lines: Iterable[Line]) -> int:
    """Characters as a reader counts them: without blanks."""
    return sum(len("".join(line.text.split())) for line in lines)


def told(rows: Sequence[Row], said: Sequence[int], around: Sequence[Line] = (), *, asked: bool = True) -> Told:
    """Rows without what was said, as many as fit beside the lines that are always there: notes, the footer, the question.

    ``asked``: the first row answers a question, so that it is said to be told again when it is asked again.
    """
    left: list[Row] = []
    seen = list(said)
    working_anew = any(row.without(said) is not None for row in rows if row.held) or any(
        row.kind is LineKind.SUM and row.kept and row.without(said) is row for row in rows
    )
    for row in rows:
        fresh = row if row.held and working_anew else row.without(seen if not row.kept else said)
        fresh = fresh.beside(left) if fresh is not None else None
        if fresh is not None:
            left.append(_trimmed(fresh))
            seen += [number for statement in left[-1].statements for number in statement.marks]
    left = _in_one_line(left)
    while _too_long(left, around):
        last = max((n for n, row in enumerate(left) if not (row.kept or row.held)), default=None)
        if last is None:
            break
        shorter = left[last]._replace(statements=left[last].statements[:-1])
        left[last : last + 1] = [shorter] if shorter.statements else []
    statements = [statement for row in left for statement in row.statements]
    new = [s for s in statements if mark(s.text) not in said and not s.silent]
    answers = [answer_mark(s.text) for row in left[:1] for s in row.statements[:1]] if asked else []
    marks = tuple(dict.fromkeys([*(number for s in statements for number in s.marks), *answers]))
    return Told(tuple(row.line for row in left), marks, len(new), tuple(left))


def _in_one_line(rows: Sequence[Row]) -> list[Row]:
    """The rows, those that one after another only say that something is not written on one line as far as there is room."""
    told_here: list[Row] = []
    for row in rows:
        joined_row = _with_next(told_here[-1], row) if told_here else None
        told_here[-1:] = [joined_row] if joined_row is not None else [*told_here[-1:], row]
    return told_here


def _with_next(row: Row, after: Row) -> Row | None:
    """A row with the next, where both only tell what is not written, and it fits; None where they do not."""
    statements = (*row.statements, *after.statements)
    if row.label or after.label or LineKind.CONTACT in (row.kind, after.kind) or not all(map(_only_gap, statements)):
        return None
    further = tuple(s._replace(text=neither(s.text), whole=s.whole or s.text) for s in after.statements)
    longer = row._replace(statements=(*row.statements, *further))
    return longer if length([longer.line]) <= LONGEST_LINE else None


def _only_gap(statement: Statement) -> bool:
    """Whether a statement says that something is not written, and nothing else."""
    return statement.silent and closed(statement.text).endswith(f"{gap_of(statement.text)}。")


def _say(lines: Sequence[str], text: str, same: float = _SAME_GAP) -> bool:
    """Whether lines say all of a statement, one or together: not one with a figure that they do not have."""
    gap = gap_of(text) if is_silent(text) else only_open(text)
    if gap is not None:
        return any(_same_gap(gap, other, same) for line in lines for other in _gaps(line))
    wanted, have = bare(text), [bare(line) for line in lines]
    if not set(figures(wanted)) <= {figure for line in have for figure in figures(line)}:
        return False
    pairs, known = _pairs(wanted), [_pairs(line) for line in have]
    if bool(pairs) and len(pairs & set().union(*known)) >= _SAME * len(pairs):
        return True
    alike, least = [_share(wanted, line) for line in have], _ALIKE_FIGURES if figures(wanted) else _ALIKE
    return any(
        len(pairs & has) >= _LIKE * len(pairs) and share >= least for has, share in zip(known, alike, strict=True)
    )


def _denies_anew(lines: Sequence[str], text: str) -> bool:
    """Whether a statement says of something that it is not so of which the lines do not: 不作为基数 beside 核增总量."""
    return not is_silent(text) and any(denied not in "".join(lines) for denied in denials(text))


def _gaps(line: str) -> list[str]:
    """The details that a line leaves open."""
    alone = gap_of(line) if is_silent(line) else only_open(line)
    return [*([alone] if alone is not None else ()), *open_parts(line)]


def _same_gap(text: str, line: str, same: float) -> bool:
    """Whether two details left open are one: by what they say behind the matter both begin with (疗养的地点, 疗养几天)."""
    matter = next((n for n, (one, two) in enumerate(zip(text, line, strict=False)) if one != two), min(len(text), len(line)))
    own, other = text[matter:], line[matter:]
    apart = own and other and LIST_MARK not in (own[0], other[0])  # 慰问金、救助金的数额: the matter is not at its end
    text, line = (own, other) if apart else (text, line)
    within = _share(line, text) if same == _SAME_GAP or len(line) > _WORD else 0.0
    return max(_share(text, line), within) >= same


def _share(text: str, line: str) -> float:
    """The share of a text's characters that a line has too."""
    return sum(ch in line for ch in text) / max(1, len(text))


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


def _trimmed(row: Row) -> Row:
    """As many of a line's statements as fit it."""
    while len(row.statements) > 1 and length([row.line]) > LONGEST_LINE:
        row = row._replace(statements=row.statements[:-1])
    return row


def _too_long(rows: Sequence[Row], around: Sequence[Line]) -> bool:
    lines = [*(row.line for row in rows), *around]
    return len(lines) > _MOST_LINES or length(lines) > _USUAL_REPLY


def cut(text: str) -> str:
    """A text as one line."""
    return shortened(text, LONGEST_LINE)
