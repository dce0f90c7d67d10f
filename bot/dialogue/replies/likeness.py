"""Whether lines say what a statement says, in these or in other words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.answer_particles import bare
from bot.language.clauses import LIST_MARK, clauses
from bot.language.numerals import figures
from bot.language.pieces import pieces
from bot.language.statements import denials
from bot.language.unwritten import gap_of, is_owned, is_silent, only_open, open_parts

_SAME = 0.7
"""Share of a statement's pairs of characters from which the lines that have them say it too."""

_CLOSELY = 0.75
"""The same share, where only nearly the same words count."""

_LIKE, ALIKE, ALIKE_APART, _ALIKE_FIGURES = 0.33, 0.6, 0.7, 0.8
"""Shares of pairs and of characters from which a single line says a statement in another order of words; of one that answers a clause
of its own (持续到疫情结束 beside 疫情防控期间), of one with figures."""

SAME_GAP = 0.5
"""Share of the characters of a detail left open from which another says it too."""

SAME_ASKED = 0.75
"""The same, where a clause of its own asks for it: of its own characters."""

_WORD = 2
"""Characters of a detail left open that is too short to be all of another asked for by itself: 哪天 of 增加几天."""


def say(lines: Sequence[str], text: str, same: float = SAME_GAP, alike: float = ALIKE) -> bool:
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
    shares, least = [_share(wanted, line) for line in have], _ALIKE_FIGURES if figures(wanted) else alike
    return any(
        len(pairs & has) >= _LIKE * len(pairs) and share >= least for has, share in zip(known, shares, strict=True)
    )


def says_by_itself(lines: Sequence[str], text: str, *, closely: bool = False) -> bool:
    """Whether one of some lines says all of a statement, with whatever it denies: several together may each say another thing.

    ``closely``: in nearly the same words.
    """
    pairs = _pairs(bare(text))
    near = (line for line in lines if not closely or len(pairs & _pairs(bare(line))) >= _CLOSELY * len(pairs))
    return any(say([line], text) and not denies_anew([line], text) for line in near)


def denies_anew(lines: Sequence[str], text: str) -> bool:
    """Whether a statement says of something that it is not so of which the lines do not: 不作为基数 beside 核增总量."""
    return not is_silent(text) and any(denied not in "".join(lines) for denied in denials(text))


def ends_anew(lines: Sequence[str], text: str) -> bool:
    """Whether a statement of one piece ends with a thing that lines do not speak of, whatever it begins with: 相关医务人员，|专车接送
    beside 相关医务人员，|有饮食配送.
    """
    further = [text[begin:end] for begin, end in clauses(text)][1:] if len(pieces(text).behind) == 1 else []
    last = _pairs(bare(further[-1])) if further and not is_silent(text) and only_open(further[-1]) is None else set()
    return bool(last) and all(last.isdisjoint(_pairs(bare(line))) for line in lines)


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
    named = is_owned(line, text)  # 保险机构的名单, where 名单 is said of them
    within = _share(line, text) if same == SAME_GAP or len(line) > _WORD or named else 0.0
    return max(_share(text, line), within) >= same


def _share(text: str, line: str) -> float:
    """The share of a text's characters that a line has too."""
    return sum(ch in line for ch in text) / max(1, len(text))


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}
