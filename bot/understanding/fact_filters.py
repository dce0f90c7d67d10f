"""Which of the facts that words seem to tell are meant of whom the question is about; each rule takes some away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.compiled.keys import OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.counting.tree import Counting
from bot.language.clauses import clause_bounds, inside
from bot.language.crews import staff_counted
from bot.language.kinship import SELF
from bot.language.patterns import Found
from bot.model.session import Session
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.understanding.pattern_kinds import is_another_trade, of_kind
from bot.understanding.people import People
from bot.understanding.stated import Told, asked_for, meant, said_of, told_apart, uncontested


def options_meant(
    spoken: Mapping[OptionKey, Found], text: str, people: People, session: Session, snapshot: Snapshot
) -> tuple[dict[OptionKey, Found], tuple[Told, ...]]:
    """The options said of whom the question is about; and what is told of other medical workers."""
    definitions = snapshot.definitions
    apart = told_apart(spoken, text, people, definitions)
    if not people.staff and _spoke_of_own_work(session, snapshot):
        people = replace(people, staff=frozenset({SELF}))  # 我确诊了 — 我老婆开店的，她的也能报吗: her trade puts nobody outside
    return uncontested(meant(spoken, text, people, definitions), apart, people, definitions), apart


def _spoke_of_own_work(session: Session, snapshot: Snapshot) -> bool:
    """Whether what is told of medical workers was told before of the speaker."""
    known = snapshot.definitions
    told = any(item.fact in known and known[item.fact].of_staff for item in session.facts)
    return told and session.worker in (None, SELF) and session.asked_for in (None, SELF)


def without_kinds_asked_of(
    options: dict[OptionKey, Found], found: Mapping[PatternKey, Found], people: People, session: Session, snapshot: Snapshot
) -> dict[OptionKey, Found]:
    """Options without what nobody is said to be, where the same words tell how old a child is or ask of a part of the matter in hand:
    小学生也行吗, 教英语吗, after one on lessons.
    """
    if people.named:
        return options
    known = snapshot.definitions
    taken = [here for key, here in options.items() if known[key.fact].of_child]
    taken += [here for key, here in of_kind(PartKey, found).items() if key.measure in session.measures]
    kinds = (key for key in options if known[key.fact].kind_of_staff)
    asked = {key for key in kinds if any(one.start < options[key].end and options[key].start < one.end for one in taken)}
    return {key: here for key, here in options.items() if key not in asked}


def without_asked_for(
    stated: dict[str, str], options: Mapping[OptionKey, Found], people: People, snapshot: Snapshot
) -> dict[str, str]:
    """What is stated, without whom a question seems to be for: somebody whose own work and days are told is the one who works."""
    seeming = asked_for(people, snapshot.definitions).keys() - {key.fact for key in options}
    return {fact: option for fact, option in stated.items() if fact not in seeming}


def without_seeming_relative(stated: dict[str, str], people: People, snapshot: Snapshot) -> dict[str, str]:
    """What is stated, without for whom words seem to ask, where the speaker says to work too and nobody else is asked of."""
    if SELF not in people.told or people.asked_for not in (None, SELF):
        return stated
    return {fact: option for fact, option in stated.items() if snapshot.definitions[fact].relation != "asked"}


def without_lone_names(
    stated: dict[str, str], options: Mapping[OptionKey, Found], snapshot: Snapshot
) -> dict[str, str]:
    """What is stated, without what would only name whom another fact tells of, where that is not told, or several are named: 保洁和保安."""
    alone = set()
    for fact in (snapshot.definitions[name] for name in stated if snapshot.definitions[name].only_names):
        told = Facts(snapshot.definitions, {name: option for name, option in stated.items() if name != fact.id})
        beside = any(option.implied_by and evaluate(option.implied_by, told) is Truth.YES for option in fact.options)
        if sum(key.fact == fact.id for key in options) > 1 or not beside:
            alone.add(fact.id)
    return {fact: option for fact, option in stated.items() if fact not in alone}


def for_all_told(counting: Counting, session: Session, found: Mapping[PatternKey, Found], snapshot: Snapshot) -> bool:
    """Whether what several people come to is asked, whose own work is told: then the question is for no one of them, nor for a relative."""
    if any(snapshot.facet_by_id[key.facet].verdict for key in of_kind(SideKey, found)):
        return False
    told = counting.spells or (session.tally.spells if counting.total or counting.everything else ())
    told = (*session.tally.earlier, *told) if counting.everything else told
    own = [spell for spell in told if not snapshot.definitions[spell.fact].per_household]
    return len({spell.person for spell in own}) > 1 and all(spell.facts for spell in own)


def without_days_off(stated: dict[str, str], options: Mapping[OptionKey, Found], counting: Counting) -> dict[str, str]:
    """What is stated, without what is said only of days that were not worked, beside those that were: 其中6天在家没上班."""
    off = {key.fact: key.option for key, here in options.items() if inside(here.start, counting.off)}
    return {fact: option for fact, option in stated.items() if off.get(fact) != option}


def without_a_clerks_trade(
    stated: dict[str, str], options: Mapping[OptionKey, Found], text: str, snapshot: Snapshot
) -> dict[str, str]:
    """What is stated, without what is told of work where one whose own is another asks for so many of a hospital's people.

    财务的，我们医院8名护士援鄂，20名在病房，各领多少: it is the clerk's trade, and of each crew what is told of that one.
    """
    counted = staff_counted(text)
    if counted is None:
        return stated
    begin, _ = clause_bounds(text, *counted)
    if not any(here.end <= begin and is_another_trade(key, snapshot) for key, here in options.items()):
        return stated
    return {fact: option for fact, option in stated.items() if not snapshot.definitions[fact].of_staff}


def unsettled(stated: Mapping[str, str], snapshot: Snapshot) -> set[str]:
    """The facts that what is stated leaves open, whatever other words beside it seem to tell of them: at a desk where patients come in."""
    known = snapshot.definitions
    options = (known[fact].option(option) for fact, option in stated.items() if fact in known)
    return {fact for option in options if option is not None for fact in option.unsettles}


def without_strangers(
    stated: dict[str, str],
    options: Mapping[OptionKey, Found],
    text: str,
    people: People,
    counting: Counting,
    snapshot: Snapshot,
) -> dict[str, str]:
    """What is stated, without what puts somebody else outside the documents: the one whose days are told is within."""
    working = {people.subject(text, start) for start, _ in counting.spans}
    outside = {
        key.fact: key.option
        for key, here in options.items()
        if (option := snapshot.definitions[key.fact].option(key.option)) is not None
        and option.outside is not None
        and said_of(here, text, people) not in (None, SELF, *working)
    }
    return {fact: option for fact, option in stated.items() if outside.get(fact) != option}
