"""Whose illness or bill a question is about, where somebody else is told of beside them: who works, who pays, who only asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.language.clauses import clause_bounds, clauses
from bot.language.illness import ILL, OF_THE_ILL
from bot.language.kinship import GROUP, HOUSEHOLD, NOBODY, SELF
from bot.language.patterns import Found
from bot.language.questions import asks
from bot.language.semantic_roles import BY, DOES_FOR, PAYS
from bot.understanding.named import Named


def without_those_who_act(text: str, named: tuple[Named, ...], staff: Collection[str]) -> tuple[Named, ...]:
    """Those named, without the speaker who only pays, or does something, for the medical worker told of: 她感染了 — 要|我们|自己垫钱吗;
    我儿子是护士，|我|能不能去送饭.
    """
    others = {*staff} - {SELF}
    ours = (SELF, HOUSEHOLD)
    acts = (PAYS, DOES_FOR)
    return tuple(one for one in named if not (others and one.who in ours and any(act.match(text, one.end) for act in acts)))


def whose_illness(text: str, asked: Named | None, named: Sequence[Named], telling: Sequence[Found]) -> Named | None:
    """Who was told to be ill, where what is asked is for the ill, by a clause that names nobody, and the one named before it only works:
    |我|住院了，老公是一线医生，能报吗.
    """
    begin, end = next((bounds for bounds in reversed(clauses(text)) if asks(text[slice(*bounds)])), (0, 0))
    alone = not any(begin <= one.start < end for one in named) and asks_for_the_ill(text, begin, end)
    if not alone or (asked is not None and not _only_works(text, asked, telling)):
        return None
    return ill_before(text, begin, named)


def ill_before(text: str, begin: int, named: Sequence[Named]) -> Named | None:
    """Who was told last, before a place, to be ill."""
    return next((one for one in reversed(named) if one.end <= begin and _is_ill(text, one, named)), None)


def asks_for_the_ill(text: str, begin: int, end: int) -> bool:
    """Whether a clause asks what is for whoever is ill: 药费能报吗."""
    return OF_THE_ILL.search(text, begin, end) is not None


def _only_works(text: str, one: Named, telling: Sequence[Found]) -> bool:
    """Whether the clause in which somebody is named tells of work, and of no illness."""
    begin, end = clause_bounds(text, one.start, one.end)
    works = any(found.start < end and begin < found.end for found in telling)
    return works and ILL.search(text, one.end, end) is None


def _is_ill(text: str, one: Named, named: Sequence[Named]) -> bool:
    """Whether somebody is told to be ill, and nobody named behind them in the clause is."""
    _, end = clause_bounds(text, one.start, one.end)
    behind = next((other.start for other in named if other.start >= one.end), end)
    told = one.who not in (NOBODY, HOUSEHOLD, GROUP) and BY.search(text, 0, one.start) is None
    return told and ILL.search(text, one.end, min(end, behind)) is not None
