"""What was told of people before their days were: each one's spell goes under their own facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.counting.tree import Counting, Relation
from bot.language.clauses import clause_bounds
from bot.language.kinship import FELLOW
from bot.language.kinship import SELF as SPEAKER
from bot.language.whose_days import OTHER_ONE
from bot.model.session import Session
from bot.model.tally import SELF, Doubt, Spell, Tally
from bot.model.tally import Said as Facts
from bot.understanding.said import Said

_PAIR = 2


def under_their_own(counting: Counting, said: Said, session: Session, deciding: Collection[str]) -> Counting:
    """Spells with what was told earlier of whose they are, where it was told of more than one medical worker.

    ``deciding`` are the facts that tell rates apart; what a message says of a spell itself stands.
    """
    known = {who: facts for who in _told_of(session) if (facts := _facts_of(who, session, deciding))}
    if len(known) < 2:
        return counting
    counting = replace(counting, spells=tuple(one for spell in counting.spells for one in _each_of_two(spell, known)))
    spells = tuple(with_facts(spell, known.get(_who(spell, said), ())) for spell in counting.spells)
    return replace(counting, spells=spells)


def _told_of(session: Session) -> set[str]:
    in_hand = _whose_facts(session)
    return {*(item.who for item in session.others), *([in_hand] if in_hand is not None else ())}


def _whose_facts(session: Session) -> str | None:
    """Of whom the facts in hand were told: the medical worker, or the speaker, who is one of several."""
    return session.worker or (SPEAKER if SPEAKER in session.staff else None)


def _facts_of(who: str, session: Session, deciding: Collection[str]) -> Facts:
    """Deciding facts told of somebody: those in hand are the medical worker's, the others are laid aside by person."""
    aside = [item.said for item in session.others if item.who == who]
    told = [*(session.facts if who == _whose_facts(session) else ()), *aside]
    return tuple(sorted((item.fact, str(item.value)) for item in told if item.fact in deciding))


def _each_of_two(spell: Spell, known: Mapping[str, Facts]) -> tuple[Spell, ...]:
    """A count of two people of whom two were told of by name, the speaker among them, once for each under their own facts."""
    both = spell.people == len(known) == _PAIR and spell.person == SELF and not spell.facts and SPEAKER in known
    if not both:
        return (spell,)
    other = next(facts for who, facts in known.items() if who != SPEAKER)
    own = replace(spell, people=1, facts=known[SPEAKER])
    return own, replace(spell, people=1, person=OTHER_ONE, facts=other)


def _who(spell: Spell, said: Said) -> str:
    """The role of whose spell it is, seen from the speaker."""
    if spell.person == SELF:
        return SPEAKER
    words = [(one, said.text[one.start : one.end]) for one in said.people.named]
    meant = [one for one, word in words if word in spell.person or spell.person in word]
    return max(meant, key=lambda one: one.end - one.start).who if meant else ""


def with_facts(spell: Spell, known: Facts) -> Spell:
    """A spell under what is known of whose it is; what was told of the spell itself stands; what was told of others only is left out."""
    held = {name: option for name, option in known if name not in spell.apart}
    return replace(spell, facts=tuple(sorted({**held, **dict(spell.facts)}.items()))) if held else spell


def without_what_was_elsewhere(counting: Counting, said: Said, raising: Collection[str]) -> Counting:
    """The one spell told of home, or put beside others by the name of a region here, without what only holds of being sent away.

    援鄂干了半个多月 — 回红桥又护理了9天: what raised the rate there is told anew, or is none.
    """
    if len(counting.spells) != 1 or not (counting.at_home or _added_here(counting, said)):
        return counting
    spell = counting.spells[0]
    apart = {*spell.apart, *raising} - {name for name, _ in spell.facts}
    return replace(counting, spells=(replace(spell, apart=tuple(sorted(apart))),))


def _added_here(counting: Counting, said: Said) -> bool:
    """Whether days are added that are told beside a place of a covered region, in one clause."""
    if counting.relation is not Relation.ADDS or not counting.spans:
        return False
    begin, end = clause_bounds(said.text, *counting.spans[0])
    return any(place.region is not None and not place.own and begin <= place.start < end for place in said.spoken.places)


def of_the_one_asked(tally: Tally | Doubt, said: Said, before: Session) -> Tally | Doubt:
    """What was counted, but for the days of another, where the question turns from them to the speaker: 他干了20天 — 我呢，我在社区测温;
    or from the speaker to a relative who works too: 我干了20天 — 我爱人援鄂，她多少.
    """
    if isinstance(tally, Doubt) or said.counting or said.corrects:
        return tally  # 讲错了，是我爱人: theirs all along
    now, theirs = said.people.worker(), {spell.person for spell in tally.spells}
    to_speaker = now == SPEAKER and before.worker not in (None, SPEAKER) and SELF not in theirs
    to_relative = now not in (None, SPEAKER, FELLOW) and before.worker in (None, SPEAKER) and theirs == {SELF} and now in said.people.staff
    return replace(tally, spells=()) if to_speaker or to_relative else tally
