"""What a reply states, line by line: each statement once in a topic, and no line more than fits a phone between two rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from bot.dialogue.replies.likeness import (
    ALIKE,
    ALIKE_APART,
    SAME_ASKED,
    SAME_GAP,
    denies_anew,
    ends_anew,
    say,
    says_by_itself,
)
from bot.language.numerals import figures
from bot.language.pieces import belongs, pieces
from bot.language.punctuation import behind_first_clause, closed, joined, open_ended, shortened
from bot.language.statements import answers_yes_or_no, decides, depends, refuses, turns_to
from bot.language.unwritten import gap_of, is_silent, neither, only_open, without_instead
from bot.model.measure import Measure, Point
from bot.model.reply import Line, LineKind

LONGEST_LINE = 45
LONGEST_REPLY = 220
_USUAL_REPLY = 150
_MOST_LINES = 6
_AGAIN, _AGAIN_BARE = "还是：", "还是"
_POINTS = 8_192
"""Points whose marks are remembered: they hang on nothing but two ids, and each reply asks for twenty."""

WROTE = "写了的："
_YET = "还"
_AS_TOLD, _NOT_AS_TOLD = "前面说的条件都对得上。", "不在前面说的范围里。"


@dataclass(frozen=True, slots=True)
class Before:
    """What was told since the matter opened, as far as it is of the measures told of now.

    ``lines`` are in the author's words. ``anew``: the message tells something that was not known; ``set_right``: it sets something right,
    be it to what was known; ``heard``: that is told back before line one. ``figure``: a figure is asked for, so that none goes.
    ``whole``: nothing is told back, so that what answers stays whole: who asks for it by name is not sent to the reply before.
    """

    lines: tuple[str, ...] = ()
    anew: bool = False
    set_right: bool = False
    heard: bool = False
    figure: bool = False
    whole: bool = False

    def has(self, text: str, *, closely: bool = False) -> bool:
        """Whether it was told, in these or in other words; ``closely``: in nearly the same."""
        return not (self.figure and figures(text)) and says_by_itself(self.lines, text, closely=closely)

    def has_verbatim(self, piece: str) -> bool:
        """Whether it was told in these words."""
        return any(piece in line for line in self.lines)


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

    rests_on: tuple[str, ...] = ()
    """Of how somebody stands: what was said to decide it while a fact was missing."""

    @property
    def marks(self) -> tuple[int, ...]:
        """What is remembered of it once it was said."""
        texts = (self.text, self.whole) if self.whole else (self.text,)
        own = (*map(mark, texts), *(number for text in texts for number in piece_marks(text)))
        return own if self.point is None or self.brief else (*own, self.point)

    def known_from(self, marks: Iterable[int]) -> bool:
        """Whether it, or in other words the point it tells, was said."""
        return not {mark(self.text), self.point if self.brief else None}.isdisjoint(marks)

    def beside(self, above: Sequence[str], *, asked: bool = False, apart: bool = False) -> Statement | None:
        """What of it the lines above do not say; ``asked``: in a clause of its own, so that only what is hardly another thing goes;
        ``apart``: it answers that clause, so that less of it may stand in a line above."""
        if asked and decides(self.text):
            above = [without_instead(line) if is_silent(line) else line for line in above]  # what is written instead says no yes
        same, alike = SAME_ASKED if asked else SAME_GAP, ALIKE_APART if apart else ALIKE
        anew = (asked and denies_anew(above, self.text)) or (apart and ends_anew(above, self.text))
        if not anew and say(above, self.text, same, alike):
            return None
        return self._without(lambda piece: say(above, piece), answers=asked)

    def after(self, before: Before, *, answers: bool) -> Statement | None:
        """What of it was not told before; ``answers``: it is what was asked, so that what answers stays."""
        if answers and before.whole:
            return self
        return None if not answers and before.has(self.text) else self._without(before.has, answers=answers)

    def _without(self, told: Callable[[str], bool], *, answers: bool) -> Statement | None:
        """The statement without the pieces that are told; what is left open of a piece stays with that.

        Where it ``answers``, so does the piece that answers, but where all the others say what is left open of it, and it sends to nobody.
        """
        made = pieces(self.text)
        gone = set(filter(told, made.behind))
        gone -= {left for told_first, left in pairwise(made.behind) if belongs(left) and told_first not in gone}
        only_left_open = not made.head and all(map(only_open, made.behind[1:])) and not turns_to(self.text)
        if answers and not made.alone and not only_left_open:
            gone -= {*made.behind[:1]}
        if not gone:
            return self
        if gone == {*made.behind} and not made.alone:
            return self if answers else None
        return self._replace(text=made.but(gone), whole=self.whole or self.text)

    @property
    def with_what_was_told(self) -> str:
        """What is told, with what stands behind it in the author's sentence; not another detail that stands before that."""
        return "，".join((open_ended(self.text), *pieces(self.whole).behind)) if self.whole else self.text

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

    apart: bool = False
    """The answer to a clause of its own: left out only where nothing else can be."""

    @property
    def line(self) -> Line:
        """As it is shown."""
        body = "；".join(open_ended(statement.text) for statement in self.statements)
        return Line(self.kind, self.label + closed(body))

    @property
    def in_full(self) -> str:
        """As its authors wrote it, with what was left out because it was told before."""
        return self.label + "；".join(statement.with_what_was_told for statement in self.statements)

    def without(self, said: Iterable[int]) -> Row | None:
        """What of it was not said yet; None if all of it was. A first line that answered before is said to be so."""
        if self.asked:
            return self
        known = set(said)
        if self.kind is LineKind.CONTACT and not self.kept and all(s.point in known for s in self.statements):
            return None  # the number was given, whatever stood before it
        left = tuple(s for s in self.statements if not s.known_from(known))
        if self.kept:
            answered = answer_mark(self.statements[0].whole or self.statements[0].text) in known
            return self._again() if answered and not left else self
        return self._replace(statements=left) if left else None

    def beside(self, rows: Sequence[Row]) -> Row | None:
        """What of it the rows above do not say already, in other words or with another opener."""
        if self.kept or self.held:
            return self
        above = [row.in_full for row in rows if row.kind is not LineKind.SUM]
        left = tuple(shorter for s in self.statements if (shorter := s.beside(above, asked=self.asked, apart=self.apart)) is not None)
        return self._replace(statements=left) if left else None

    def after(self, before: Before, *, first: bool) -> Row | None:
        """What of it was not told since the matter opened, in whatever words."""
        if self.held or self.kind in (LineKind.SUM, LineKind.CONTACT):
            return self
        verdict = self._only_whether(before) if first and self.label in ("", _AGAIN, _AGAIN_BARE) else None
        if verdict is not None:
            return verdict
        answers = first or self.kept or self.asked
        left = tuple(s for one in self.statements if (s := one.after(before, answers=answers)) is not None)
        return self._replace(statements=left) if left else None

    def _only_whether(self, before: Before) -> Row | None:
        """How somebody stands without what it rests on, where that was told: behind the fact that is told back, 符合。

        The same question asked again gets all of it again, and so does whatever gets a yes though nothing was told since.
        """
        told_first = self.statements[0]
        made = pieces(told_first.text)
        anew = not self.label if refuses(made.head) else before.anew or (before.set_right and not self.label)
        anew = anew and not before.whole
        if self.kind is not LineKind.VERDICT or not made.head or made.alone or not anew or figures(told_first.text):
            return None  # which figure is somebody's own is told
        gives = behind_first_clause(made.behind[0])
        met = any(before.has(line, closely=True) for line in told_first.rests_on) and not all(map(before.has_verbatim, made.behind))
        if met and gives:
            text = closed(f"{made.head}：{joined((gives, *made.behind[1:]))}")
        elif not met and all(before.has(piece, closely=True) for piece in made.behind):
            text = _as_told(made.head, gives, before)
        else:
            return None
        shorter = told_first._replace(text=text, whole=told_first.whole or told_first.text)
        return self._replace(statements=(shorter, *self.statements[1:]), label=_YET if depends(made.head) else self.label)

    def _again(self) -> Row:
        """Said before: 还是有：…, 还是：每天…"""
        body = f"{self.label}{self.statements[0].text}"
        bare = answers_yes_or_no(body) and not is_silent(body)
        return self._replace(label=f"{_AGAIN_BARE if bare else _AGAIN}{self.label}")


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of a reply that remain, and what they tell."""

    lines: tuple[Line, ...]
    marks: tuple[int, ...]
    news: int
    shown: tuple[Row, ...] = field(default=(), repr=False)


def _as_told(opener: str, gives: str, before: Before) -> str:
    """How somebody stands, by what was told before; a yes that stands alone with what it gives."""
    if refuses(opener):
        return f"{opener}，{_NOT_AS_TOLD}"
    if before.heard or depends(opener):
        return f"{opener}。"
    return closed(f"{opener}：{gives}" if gives else f"{opener}，{_AS_TOLD}")


def without_again(text: str) -> str:
    """A first line without 还是, behind a fact that was just told back: it is the answer to that."""
    return text.removeprefix(_AGAIN).removeprefix(_AGAIN_BARE)


def mark(text: str) -> int:
    """A short number that stands for a statement; the session holds no text."""
    return crc32(open_ended(text).encode())


def piece_marks(text: str) -> tuple[int, ...]:
    """What stands for each piece that a statement says, whatever stands before or behind it."""
    made = pieces(text)
    return tuple(piece_mark(piece) for piece in (*((made.head,) if made.alone else ()), *made.behind))


def piece_mark(piece: str) -> int:
    """Stands for what a piece of a statement says."""
    return crc32("".join(ch for ch in piece if ch.isalnum()).encode())


def answer_mark(text: str) -> int:
    """Stands for a statement as the answer to a question, not told by the way behind another."""
    return crc32(f"?{open_ended(text)}".encode())


def line_mark(number: str) -> int:
    """Stands for a line to call, whatever stands before it."""
    return crc32(f"call {number}".encode())


def point_mark(measure: Measure, point: Point) -> int:
    """Stands for a point, whichever words told it."""
    return _point_mark(measure.id, point.id)


@lru_cache(maxsize=_POINTS)
def _point_mark(measure: str, point: str) -> int:
    return crc32(f"{measure}#{point}".encode())


def length(lines: Iterable[Line]) -> int:
    """Characters as a reader counts them: without blanks."""
    return sum(len("".join(line.text.split())) for line in lines)


def told(
    rows: Sequence[Row], said: Sequence[int], around: Sequence[Line] = (), *, asked: bool = True, before: Before = Before()
) -> Told:
    """Rows without what was said, as many as fit beside the lines that are always there: notes, the footer, the question.

    ``asked``: the first row answers a question, so that it is said to be told again when it is asked again. ``before`` is what was told
    in other words.
    """
    left: list[Row] = []
    seen = list(said)
    rows = _without_condition_told(rows, before)
    working_anew = _works_anew(rows, said)
    for row in rows:
        fresh = row if row.held and working_anew else row.without(seen if not row.kept else said)
        fresh = fresh.after(before, first=not left) if fresh is not None else None
        fresh = fresh.beside(left) if fresh is not None else None
        if fresh is not None:
            left.append(_trimmed(fresh))
            seen += [number for statement in left[-1].statements for number in statement.marks]
    left = _in_one_line(left)
    left = _within(_within(left, around, _USUAL_REPLY, spare_apart=True), around, LONGEST_REPLY)
    statements = [statement for row in left for statement in row.statements]
    new = [s for s in statements if not s.silent and mark(s.whole or s.text) not in said]
    answers = [answer_mark(s.whole or s.text) for row in left[:1] for s in row.statements[:1]] if asked else []
    marks = tuple(dict.fromkeys([*(number for s in statements for number in s.marks), *answers]))
    return Told(tuple(row.line for row in left), marks, len(new), tuple(left))


def _without_condition_told(rows: Sequence[Row], before: Before) -> Sequence[Row]:
    """The rows without what somebody's case hangs on, where that was told and the next row answers that it is not written: 谁来认定."""
    if len(rows) == 1 or before.heard or before.set_right or rows[0].kind not in (LineKind.VERDICT, LineKind.TEXT) or rows[0].label:
        return rows
    first, second, *others = rows
    made = pieces(first.statements[0].text)
    told_all = depends(made.head) and all(before.has(piece, closely=True) for piece in made.behind)
    answered = second.statements[0].silent and not second.label
    return [second._replace(kept=True), *others] if told_all and answered else rows


def _works_anew(rows: Sequence[Row], said: Sequence[int]) -> bool:
    """Whether the working of a sum is told: some of it is new, or the total is, unless what was told comes to that very total."""
    held = [row for row in rows if row.held]
    if any(row.without(said) is not None for row in held):
        return True
    totals = [row for row in rows if row.kind is LineKind.SUM and row.kept and not row.statements[0].known_from(said)]
    comes_to = held[-1].line.text.rpartition("= ")[2] if held else ""
    return any(not comes_to or open_ended(comes_to) not in row.line.text for row in totals)


def _within(rows: Sequence[Row], around: Sequence[Line], longest: int, *, spare_apart: bool = False) -> list[Row]:
    """The rows that fit, dropped from the end: neither those that are always told nor, at first, what answers a clause of its own."""
    left = list(rows)
    while _too_long(left, around, longest):
        free = (n for n, row in enumerate(left) if not (row.kept or row.held or (spare_apart and row.apart)))
        last = max(free, default=None)
        if last is None:
            break
        shorter = left[last]._replace(statements=left[last].statements[:-1])
        left[last : last + 1] = [shorter] if shorter.statements else []
    return left


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


def _trimmed(row: Row) -> Row:
    """As many of a line's statements as fit it."""
    while len(row.statements) > 1 and length([row.line]) > LONGEST_LINE:
        row = row._replace(statements=row.statements[:-1])
    return row


def _too_long(rows: Sequence[Row], around: Sequence[Line], longest: int) -> bool:
    lines = [*(row.line for row in rows), *around]
    return len(lines) > _MOST_LINES or length(lines) > longest


def cut(text: str) -> str:
    """A text as one line."""
    return shortened(text, LONGEST_LINE)
