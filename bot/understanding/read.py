"""Read what was heard: places, facts, counts, sides asked, what each clause does. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.compiled.keys import OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.counting.tree import Counting
from bot.language.analyse import Analysis
from bot.language.asked_for_what import sets_against
from bot.language.asked_of_whom import asks_of_ours, asks_of_there
from bot.language.clauses import Stretch, inside
from bot.language.negation import puts_a_not_a
from bot.language.patterns import Found, Spots, spots
from bot.language.question_forms import ends_asking
from bot.language.questions import asks
from bot.language.referring_back import heads_told, time_told
from bot.model.session import Session
from bot.understanding.count_context import by_rate, counting_of, with_reply
from bot.understanding.counting_tools import counting_tools, rates_named
from bot.understanding.dialogue_acts import clauses_with_acts, narrowed_part, narrowing, with_answered
from bot.understanding.fact_filters import (
    for_all_told,
    options_meant,
    unsettled,
    without_a_clerks_trade,
    without_asked_for,
    without_days_off,
    without_kinds_asked_of,
    without_lone_names,
    without_seeming_relative,
    without_strangers,
)
from bot.understanding.given_over import GivenOver
from bot.understanding.hear import Heard
from bot.understanding.held import told_of_some
from bot.understanding.participants import (
    asked_of_worker,
    following,
    held_by,
    participants,
    speaks_as_child,
    taken_over,
    told_of_others,
)
from bot.understanding.pattern_kinds import of_kind
from bot.understanding.people import People, asks_of_them
from bot.understanding.places import Spoken, places_of
from bot.understanding.regional import provinces_of
from bot.understanding.replying import foreseen, replies
from bot.understanding.replying_unasked import said_shortly, set_right
from bot.understanding.said import Clause, Said
from bot.understanding.small_talk import small_talk_of
from bot.understanding.stated import Told, asked_for, most_specific
from bot.understanding.topical_scope import (
    begin_of,
    put_off_clauses,
    set_aside,
    taken_back,
    topical_of,
    words_for_sides,
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where a message is of, and what was found in it there. ``several``: it is of several regions; ``here``: the region whose
    patterns were looked for.
    """

    text: str
    spoken: Spoken
    several: bool
    region: str | None
    here: str | None
    where: Spots
    found: Mapping[PatternKey, Found]


def read(heard: Heard, session: Session, snapshot: Snapshot, year: int) -> Said:
    """Read one message. ``session`` tells where the person is and which question waits; ``year`` dates what has no year."""
    analysis, text = heard.analysis, heard.text
    scene = _scene(analysis, session, snapshot)
    people = participants(analysis, scene.where, scene.found, session, snapshot)
    region = _region_asked(scene, people, session, snapshot)
    put_off = put_off_clauses(text, snapshot)
    options, apart = _options(scene, people, put_off, session, snapshot)
    people = asked_of_worker(people, options, snapshot)
    held = held_by(text, scene.where, people, session, snapshot)
    people = replace(people, pupil=speaks_as_child(options, text, people, snapshot))
    narrowed = narrowed_part(text, session)
    said = with_answered(text, tuple(narrowing(clauses_with_acts(text, people.named, snapshot), narrowed)))
    given = taken_over(text, said, people, session, snapshot)
    stated = _stated(options, held, people, given, snapshot)
    people = given.people
    besides = [*set_aside(text, snapshot), *put_off]
    unasked = [*besides, *taken_back(said, options, snapshot)]
    told = [*time_told(text), *heads_told(text)]
    parts = {key: here for key, here in of_kind(PartKey, scene.found).items() if not inside(here.start, [*unasked, *told])}
    counting = counting_of(text, scene.where, parts, people, session, snapshot, year)
    stated = _beside_counts(stated, options, scene, people, counting, session, snapshot)
    stated, counting = with_reply(text, stated, people, counting, session, snapshot)
    stated, told_shortly = _told_shortly(text, said, stated, options, people, session, snapshot)
    return Said(
        analysis=analysis,
        clauses=said,
        begin=begin_of(text, snapshot),
        where=scene.where,
        spoken=scene.spoken,
        region=region,
        sides={key: here for key, here in of_kind(SideKey, scene.found).items() if not inside(here.start, told)},
        parts=parts,
        options=options,
        people=people,
        stated=stated,
        apart=(*apart, *told_shortly),
        counting=counting,
        held_in=scene.here if held and region is None and session.region is None else None,
        put_off=tuple(put_off),
        not_theirs=given.not_theirs and given.stated.keys().isdisjoint(key.fact for key in options),
        rates=rates_named(text, snapshot),
        side_words=words_for_sides(analysis, snapshot),
        topical=topical_of(heard, counting, said, besides, narrowed, snapshot),
        narrowed=narrowed,
        phrase=small_talk_of(text, snapshot),
        replies=replies(stated, counting, session, snapshot),
        replies_in_words=foreseen(text, session, snapshot),
    )


def _scene(analysis: Analysis, session: Session, snapshot: Snapshot) -> _Scene:
    """Where a message is of: the places it names, else the person's own; and the patterns of there that are found in it."""
    text = analysis.text
    spoken = places_of(analysis, snapshot.signal, saved=session.region is not None, provinces=provinces_of(snapshot))
    several = len(spoken.regions) > 1 or snapshot.signal("all-regions").heard(text)
    ours = session.region is not None and not spoken.own and spoken.region != session.region and asks_of_ours(text)
    region = session.region if ours else None if several else _nearest(spoken.region, session.region, snapshot)
    there = session.theirs if region is None or region == session.region else None
    there = there if asks_of_there(text) and _only_there(spoken, several, there, snapshot) else None
    here = there or region or session.region or _alone_named(analysis, snapshot)
    where = spots(analysis, here)
    return _Scene(text, spoken, several, region, here, where, snapshot.patterns.find(where, text))


def _region_asked(scene: _Scene, people: People, session: Session, snapshot: Snapshot) -> str | None:
    """The region asked of: that of somebody spoken of before, where no place is named and it is asked of them."""
    text = scene.text
    asking = asks(text) or ends_asking(text)
    if asking and _only_there(scene.spoken, scene.several, session.theirs, snapshot) and asks_of_them(text, people):
        return session.theirs
    return scene.region


def _only_there(spoken: Spoken, several: bool, theirs: str | None, snapshot: Snapshot) -> bool:
    """Whether no place is named but where somebody works who was spoken of before: 她儿子入园，外公户口在|红桥|."""
    return theirs in snapshot.places and not several and all(place.region == theirs for place in spoken.places)


def _options(
    scene: _Scene, people: People, put_off: Sequence[Stretch], session: Session, snapshot: Snapshot
) -> tuple[dict[OptionKey, Found], tuple[Told, ...]]:
    """The options that are said of whom the question is about, and what is told of other medical workers."""
    text = scene.text
    spoken_of = {
        key: here
        for key, here in of_kind(OptionKey, scene.found).items()
        if not inside(here.start, put_off) and not puts_a_not_a(text, here.start)
    }
    options, apart = options_meant(spoken_of, text, people, session, snapshot)
    of_some = told_of_some(options, text, people, snapshot.definitions)
    options = {key: here for key, here in options.items() if key not in of_some}
    return without_kinds_asked_of(options, scene.found, people, session, snapshot), apart


def _stated(
    options: dict[OptionKey, Found], held: Mapping[str, str], people: People, given: GivenOver, snapshot: Snapshot
) -> dict[str, str]:
    """The facts that options, whom the question is for, where somebody holds something, and what is given over to another tell.

    ``people`` are those of before anything is given over.
    """
    definitions = snapshot.definitions
    stated = {**most_specific(options), **asked_for(people, definitions), **held}
    stated = without_lone_names(without_seeming_relative(stated, people, snapshot), options, snapshot)
    stated = {**given.stated, **stated, **(asked_for(given.people, definitions) if given.stated else {})}
    return stated | following(stated, held, snapshot)


def _beside_counts(
    stated: dict[str, str],
    options: Mapping[OptionKey, Found],
    scene: _Scene,
    people: People,
    counting: Counting,
    session: Session,
    snapshot: Snapshot,
) -> dict[str, str]:
    """What is stated beside what is counted: whose days are told is the one who works, and days off are of nobody's work."""
    if for_all_told(counting, session, scene.found, snapshot):
        stated = {fact: option for fact, option in stated.items() if snapshot.definitions[fact].relation != "asked"}
    stated = without_a_clerks_trade(stated, options, scene.text, snapshot)
    if counting.spells:
        stated = without_days_off(stated, options, counting)
    else:
        left = unsettled(stated, snapshot)
        stated = {fact: option for fact, option in stated.items() if fact not in left}
    if any(spell.facts for spell in counting.spells):
        stated = without_asked_for(stated, options, people, snapshot)
        stated = without_strangers(stated, options, scene.text, people, counting, snapshot)
    return stated


def _told_shortly(
    text: str,
    said: Sequence[Clause],
    stated: dict[str, str],
    options: Mapping[OptionKey, Found],
    people: People,
    session: Session,
    snapshot: Snapshot,
) -> tuple[dict[str, str], tuple[Told, ...]]:
    """What is stated, with what is set right, told by a rate, or said as shortly as a reply; and what that says of others."""
    if sets_against(text):
        stated = {fact: option for fact, option in stated.items() if fact not in counting_tools(snapshot).deciding}
    stated = {**set_right(text, said, session, snapshot), **stated}
    short = said_shortly(text, said, people, {*stated, *(key.fact for key in options)}, session, snapshot)
    stated = {**by_rate(text, said, session, snapshot), **stated, **short.get(people.worker(), {})}
    return stated, told_of_others(short, people)


def _alone_named(analysis: Analysis, snapshot: Snapshot) -> str | None:
    """The only covered region of which a message of somebody whose own is unknown names a place: 奶奶的户口在红桥."""
    named = {mention.label[1] for mention in analysis.mentions if mention.label[0] == "place"} & snapshot.places.keys()
    return named.pop() if len(named) == 1 else None


def _nearest(named: str | None, own: str | None, snapshot: Snapshot) -> str | None:
    """The region named, else the person's own; theirs too where what is named is a wider one that theirs lies in."""
    around_own = any(part.region.id == named for part in snapshot.wider(own))
    return own if named is None or around_own else named
