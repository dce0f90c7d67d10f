"""Dialogue acts: what each clause of a message does, such as ask, tell, wish, take back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.language.assertions import supposed_behind, was_given
from bot.language.clauses import Stretch, clauses
from bot.language.kinship import SELF
from bot.language.question_forms import ends_asking, puts_yes_or_no
from bot.language.questions import asks
from bot.language.referring_back import not_asked
from bot.language.steering import narrowed_to, raises, says_answered
from bot.model.session import Session
from bot.understanding.named import Named
from bot.understanding.said import Act, Clause
from bot.understanding.small_talk import act_of, phrase_of


def clauses_with_acts(text: str, named: Sequence[Named], snapshot: Snapshot) -> Iterable[Clause]:
    """The clauses of a message, each with what it does; an interjection before a correction is none."""
    corrects, interjects = snapshot.signal("corrects"), snapshot.signal("interjection")
    opening = True
    for start, end in clauses(text):
        clause = text[start:end]
        after = interjects.opens(clause)
        if opening and after == len(clause) and phrase_of(clause, snapshot) is None:
            continue
        corrected = (
            opening
            and not (ends_asking(clause) or puts_yes_or_no(clause))
            and (corrects.opens(clause) or (after and corrects.opens(clause, after)))
        )
        opening = False
        if corrected or (end < len(text) and not_asked(clause)):
            yield Clause(start, end, Act.CORRECTS)
        else:
            yield _clause(text, start, end, named, snapshot)


def _clause(text: str, start: int, end: int, named: Sequence[Named], snapshot: Snapshot) -> Clause:
    """What a clause does that takes nothing back."""
    clause = text[start:end]
    phrase = phrase_of(clause, snapshot)
    if phrase is not None:
        return Clause(start, end, act_of(clause, phrase, snapshot), phrase)
    if snapshot.signal("supposes").heard(clause) or supposed_behind(clause):
        return Clause(start, end, Act.SUPPOSES)
    if asks(clause) or text.startswith("？", end):
        return Clause(start, end, Act.ASKS)
    given = was_given(clause) or _is_done_for_kin(start, clause, named, snapshot)
    signalled = next((act for name, act in _SIGNALLED if snapshot.signal(name).heard(clause)), Act.TELLS)
    signalled = Act.TELLS if given and signalled is Act.WISHES else signalled
    signalled = Act.WISHES if signalled in (Act.TELLS, Act.ADDS) and raises(clause) else signalled
    return Clause(start, end, signalled)


def _is_done_for_kin(start: int, clause: str, named: Sequence[Named], snapshot: Snapshot) -> bool:
    """Whether what sounds like a wish is only done for somebody of the speaker's: 回头念给|我|妈听."""
    kin = [one for one in named if one.who != SELF and one.mine]
    wished = [(start + begin, start + end) for begin, end in snapshot.signal("wishes").spans(clause)]
    return bool(wished) and all(any(begin < one.start < end <= one.end for one in kin) for begin, end in wished)


def with_answered(text: str, said: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses; beside thanks or a farewell one that says that something is known asks no more: 收不收费您讲清楚了，谢谢."""
    if {Act.THANKS, Act.LEAVES}.isdisjoint(clause.act for clause in said):
        return said
    open_ = (Act.ASKS, Act.TELLS, Act.WISHES, Act.HEARSAY)
    return tuple(
        replace(clause, act=Act.ACKNOWLEDGES) if clause.act in open_ and says_answered(text[clause.start : clause.end]) else clause
        for clause in said
    )


def narrowed_part(text: str, session: Session) -> Stretch | None:
    """The part that the last clause wants alone, where there is something to be narrowed down."""
    if not (session.topics or session.measures):
        return None
    start, end = next(reversed(clauses(text)), (0, 0))
    found = narrowed_to(text[start:end])
    return (start + found[0], start + found[1]) if found is not None else None


def narrowing(said: Iterable[Clause], narrowed: Stretch | None) -> Iterable[Clause]:
    """The clauses; one that only leaves the rest out wants the part it names."""
    for clause in said:
        wants = narrowed is not None and clause.start <= narrowed[0] < clause.end and clause.act is Act.TELLS
        yield replace(clause, act=Act.WISHES) if wants else clause


_SIGNALLED = (("hearsay", Act.HEARSAY), ("wishes", Act.WISHES), ("next-question", Act.ADDS))
