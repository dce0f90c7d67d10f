"""Read what was heard: places, facts, counts, sides asked, what each clause does. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot.compiled.features import compared, features
from bot.compiled.keys import OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.counting.tree import Counting
from bot.language.analyse import Analysis
from bot.language.asked_for_what import sets_against
from bot.language.asked_of_whom import asks_of_ours
from bot.language.assertions import explains, supposed_behind, was_given
from bot.language.clauses import Stretch, clause_bounds, clauses, inside
from bot.language.crews import staff_counted
from bot.language.dates import ANY_YEAR
from bot.language.kinship import GRANDPARENTS, NOBODY, SELF, YOUNG
from bot.language.negation import puts_a_not_a
from bot.language.numerals import own_rate
from bot.language.patterns import Found, Spots, spots
from bot.language.question_forms import ends_asking, puts_yes_or_no
from bot.language.questions import asks
from bot.language.referring_back import heads_told, not_asked, time_told, whether_written
from bot.language.residence import is_of_a_place
from bot.language.steering import narrowed_to, raises, says_answered
from bot.model.session import Session
from bot.model.tally import Doubt, Spell, Tally
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.understanding.counting_tools import counting_tools, rates_named
from bot.understanding.fellows import with_fellow
from bot.understanding.given_over import GivenOver, given_over, put_right
from bot.understanding.hear import Heard
from bot.understanding.held import holdings, tells_where_held, told_of_some
from bot.understanding.named import Named
from bot.understanding.people import People, Wording, asks_of_them, names_only_people, people_of
from bot.understanding.places import places_of
from bot.understanding.regional import provinces_of
from bot.understanding.replying import foreseen, replied, replies
from bot.understanding.replying_unasked import said_shortly, set_right, tested_in_hand
from bot.understanding.said import Act, Clause, Said, Topical
from bot.understanding.showing import shown_and_sought
from bot.understanding.small_talk import act_of, phrase_of, small_talk_of
from bot.understanding.standing import asks_of_another_kind
from bot.understanding.stated import Told, asked_for, meant, most_specific, said_of, told_apart, uncontested

Kind = TypeVar("Kind", OptionKey, PartKey, SideKey)


def read(heard: Heard, session: Session, snapshot: Snapshot, year: int) -> Said:
    """Read one message. ``session`` tells where the person is and which question waits; ``year`` dates what has no year."""
    analysis, text = heard.analysis, heard.text
    spoken = places_of(analysis, snapshot.signal, saved=session.region is not None, provinces=provinces_of(snapshot))
    several = len(spoken.regions) > 1 or snapshot.signal("all-regions").heard(text)
    ours = session.region is not None and not spoken.own and spoken.region != session.region and asks_of_ours(text)
    region = session.region if ours else None if several else _nearest(spoken.region, session.region, snapshot)
    here = region or session.region or _alone_named(analysis, snapshot)
    where = spots(analysis, here)
    found = snapshot.patterns.find(where, text)
    people = _people(analysis, where, found, session, snapshot)
    asking = asks(text) or ends_asking(text)
    if session.theirs in snapshot.places and not spoken.places and not several and asking and asks_of_them(text, people):
        region = session.theirs
    put_off = _put_off(text, snapshot)
    spoken_of = {
        key: here
        for key, here in _only(OptionKey, found).items()
        if not inside(here.start, put_off) and not puts_a_not_a(text, here.start)
    }
    options, apart = _options(spoken_of, text, people, snapshot)
    of_some = told_of_some(options, text, people, snapshot.definitions)
    options = {key: here for key, here in options.items() if key not in of_some}
    options = _without_kinds_asked_of(options, found, people, session, snapshot)
    people = _asked_of_worker(people, options, snapshot)
    held = _held(text, where, people, session, snapshot)
    people = replace(people, pupil=_speaks_as_child(options, text, people, snapshot))
    stated = {**most_specific(options), **asked_for(people, snapshot.definitions), **held}
    narrowed = _narrowed(text, session)
    stated = _without_lone_names(_without_seeming_relative(stated, people, snapshot), options, snapshot)
    said = _with_answered(text, tuple(_narrowing(_clauses(text, people.named, snapshot), narrowed)))
    given = _given_over(text, said, people, session, snapshot)
    people = given.people
    stated = {**given.stated, **stated, **(asked_for(people, snapshot.definitions) if given.stated else {})}
    stated |= _following(stated, held, snapshot)
    besides = [*_set_aside(text, snapshot), *put_off]
    unasked = [*besides, *_taken_back(said, options, snapshot)]
    told = [*time_told(text), *heads_told(text)]
    parts = {key: here for key, here in _only(PartKey, found).items() if not inside(here.start, [*unasked, *told])}
    counting = _counting(text, where, parts, people, session, snapshot, year)
    if _for_all_told(counting, session, found, snapshot):
        stated = {fact: option for fact, option in stated.items() if snapshot.definitions[fact].relation != "asked"}
    stated = _without_a_clerks_trade(stated, options, text, snapshot)
    if counting.spells:
        stated = _without_days_off(stated, options, counting)
    if any(spell.facts for spell in counting.spells):
        stated = _without_asked_for(stated, options, people, snapshot)
        stated = _without_strangers(stated, options, text, people, counting, snapshot)
    stated, counting = _with_reply(text, stated, people, counting, session, snapshot)
    if sets_against(text):
        stated = {fact: option for fact, option in stated.items() if fact not in counting_tools(snapshot).deciding}
    stated = {**set_right(text, said, session, snapshot), **stated}
    short = said_shortly(text, said, people, {*stated, *(key.fact for key in options)}, session, snapshot)
    stated = {**_by_rate(text, said, session, snapshot), **stated}
    stated, apart = {**stated, **short.get(people.worker(), {})}, (*apart, *_apart(short, people))
    return Said(
        analysis=analysis,
        clauses=said,
        begin=_begin(text, snapshot),
        where=where,
        spoken=spoken,
        region=region,
        sides={key: here for key, here in _only(SideKey, found).items() if not inside(here.start, told)},
        parts=parts,
        options=options,
        people=people,
        stated=stated,
        apart=apart,
        counting=counting,
        held_in=here if held and region is None and session.region is None else None,
        put_off=tuple(put_off),
        not_theirs=given.not_theirs and given.stated.keys().isdisjoint(key.fact for key in options),
        rates=rates_named(text, snapshot),
        side_words=_side_words(analysis, snapshot),
        topical=_topical(heard, counting, said, besides, narrowed, snapshot),
        narrowed=narrowed,
        phrase=small_talk_of(text, snapshot),
        replies=replies(stated, counting, session, snapshot),
        replies_in_words=foreseen(text, session, snapshot),
    )


def _alone_named(analysis: Analysis, snapshot: Snapshot) -> str | None:
    """The only covered region of which a message of somebody whose own is unknown names a place: 奶奶的户口在红桥."""
    named = {mention.label[1] for mention in analysis.mentions if mention.label[0] == "place"} & snapshot.places.keys()
    return named.pop() if len(named) == 1 else None


def _given_over(text: str, said: Iterable[Clause], people: People, session: Session, snapshot: Snapshot) -> GivenOver:
    """What a message that takes something back says is another's."""
    if all(clause.act is not Act.CORRECTS for clause in said):
        return GivenOver(people)
    return given_over(text, people, session, snapshot.definitions)


def _taken_back(said: Sequence[Clause], options: Mapping[OptionKey, Found], snapshot: Snapshot) -> list[Stretch]:
    """Where a message that takes something back denies it: what is told of 武汉 is not asked in 打错了，没去武汉."""
    if not said or said[0].act is not Act.CORRECTS:
        return []
    opposites = {OptionKey(fact.id, option.denied) for fact in snapshot.definitions.values() for option in fact.options if option.denied}
    return [(here.start, here.end) for key, here in options.items() if key in opposites]


def _nearest(named: str | None, own: str | None, snapshot: Snapshot) -> str | None:
    """The region named, else the person's own; theirs too where what is named is a wider one that theirs lies in."""
    around_own = any(part.region.id == named for part in snapshot.wider(own))
    return own if named is None or around_own else named


def _options(
    spoken: Mapping[OptionKey, Found], text: str, people: People, snapshot: Snapshot
) -> tuple[dict[OptionKey, Found], tuple[Told, ...]]:
    """The options said of whom the question is about; and what is told of other medical workers."""
    definitions = snapshot.definitions
    apart = told_apart(spoken, text, people, definitions)
    return uncontested(meant(spoken, text, people, definitions), apart, people, definitions), apart


def _without_kinds_asked_of(
    options: dict[OptionKey, Found], found: Mapping[PatternKey, Found], people: People, session: Session, snapshot: Snapshot
) -> dict[OptionKey, Found]:
    """Options without what nobody is said to be, where the same words tell how old a child is or ask of a part of the matter in hand:
    小学生也行吗, 教英语吗, after one on lessons.
    """
    if people.named:
        return options
    known = snapshot.definitions
    taken = [here for key, here in options.items() if known[key.fact].of_child]
    taken += [here for key, here in _only(PartKey, found).items() if key.measure in session.measures]
    kinds = (key for key in options if known[key.fact].kind_of_staff)
    asked = {key for key in kinds if any(one.start < options[key].end and options[key].start < one.end for one in taken)}
    return {key: here for key, here in options.items() if key not in asked}


def _asked_of_worker(people: People, options: Mapping[OptionKey, Found], snapshot: Snapshot) -> People:
    """The people, the one asked for told, where words for a relative name nobody but a known medical worker: 那我姐的话费呢."""
    named = {one.who for one in people.named}
    seeming = any(snapshot.definitions[key.fact].relation == "asked" for key in options)
    if people.asked_for is not None or not seeming or len(named) != 1 or not named <= people.staff:
        return people
    return replace(people, asked_for=next(iter(named)))


def _without_asked_for(
    stated: dict[str, str], options: Mapping[OptionKey, Found], people: People, snapshot: Snapshot
) -> dict[str, str]:
    """What is stated, without whom a question seems to be for: somebody whose own work and days are told is the one who works."""
    seeming = asked_for(people, snapshot.definitions).keys() - {key.fact for key in options}
    return {fact: option for fact, option in stated.items() if fact not in seeming}


def _without_seeming_relative(stated: dict[str, str], people: People, snapshot: Snapshot) -> dict[str, str]:
    """What is stated, without for whom words seem to ask, where the speaker says to work too and nobody else is asked of."""
    if SELF not in people.told or people.asked_for not in (None, SELF):
        return stated
    return {fact: option for fact, option in stated.items() if snapshot.definitions[fact].relation != "asked"}


def _without_lone_names(
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


def _for_all_told(counting: Counting, session: Session, found: Mapping[PatternKey, Found], snapshot: Snapshot) -> bool:
    """Whether what several people come to is asked, whose own work is told: then the question is for no one of them, nor for a relative."""
    if any(snapshot.facet_by_id[key.facet].verdict for key in _only(SideKey, found)):
        return False
    told = counting.spells or (session.tally.spells if counting.total or counting.everything else ())
    told = (*session.tally.earlier, *told) if counting.everything else told
    own = [spell for spell in told if not snapshot.definitions[spell.fact].per_household]
    return len({spell.person for spell in own}) > 1 and all(spell.facts for spell in own)


def _without_days_off(stated: dict[str, str], options: Mapping[OptionKey, Found], counting: Counting) -> dict[str, str]:
    """What is stated, without what is said only of days that were not worked, beside those that were: 其中6天在家没上班."""
    off = {key.fact: key.option for key, here in options.items() if inside(here.start, counting.off)}
    return {fact: option for fact, option in stated.items() if off.get(fact) != option}


def _without_a_clerks_trade(
    stated: dict[str, str], options: Mapping[OptionKey, Found], text: str, snapshot: Snapshot
) -> dict[str, str]:
    """What is stated, without what is told of work where one whose own is another asks for so many of a hospital's people.

    财务的，我们医院8名护士援鄂，20名在病房，各领多少: it is the clerk's trade, and of each crew what is told of that one.
    """
    counted = staff_counted(text)
    if counted is None:
        return stated
    begin, _ = clause_bounds(text, *counted)
    if not any(here.end <= begin and _is_another_trade(key, snapshot) for key, here in options.items()):
        return stated
    return {fact: option for fact, option in stated.items() if not snapshot.definitions[fact].of_staff}


def _without_strangers(
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


def _with_reply(
    text: str, stated: dict[str, str], people: People, counting: Counting, session: Session, snapshot: Snapshot
) -> tuple[dict[str, str], Counting]:
    """What is stated and counted, with what a short message says by replying to the question that waits."""
    told = replied(text, stated, people, session, snapshot)
    if isinstance(told, Spell):
        asked = session.tally.doubt
        if asked is not None and asked.each and asked.fact == told.fact:  # 每周 6 天，一共几周 — 8
            number = told.low * asked.each
            told = replace(told, low=number, high=number, working=f"{told.low} × {asked.each}")
        return stated, counting if counting.spells else counting_tools(snapshot).reader.checked(told)
    return {**stated, **told}, counting


def _by_rate(text: str, said: Sequence[Clause], session: Session, snapshot: Snapshot) -> dict[str, str]:
    """What the rate that somebody says to get tells of their work, where money paid by rates is in hand: 我是一天三百的."""
    by_id = snapshot.knowledge.measure_by_id
    if not any(by_id[name].amounts for name in session.measures if name in by_id):
        return {}
    for clause in said:
        rate = own_rate(text[clause.start : clause.end]) if clause.act in (Act.TELLS, Act.WISHES) else None
        if rate is not None and rate in counting_tools(snapshot).tiers:
            return dict(counting_tools(snapshot).tiers[rate])
    return {}


def _apart(short: Mapping[str | None, Mapping[str, str]], people: People) -> tuple[Told, ...]:
    """What was said shortly of others than the medical worker asked of."""
    return tuple(
        Told(who, fact, option)
        for who, facts in short.items()
        if who is not None and who != people.worker()
        for fact, option in facts.items()
    )


def _side_words(analysis: Analysis, snapshot: Snapshot) -> tuple[Stretch, ...]:
    """Where words stand by which a side of a matter is asked for."""
    words = [mention for mention in analysis.mentions if mention.label[0] == "literal"]
    return tuple((word.start, word.end) for word in words if word.label[1] in snapshot.side_words)


def still_about(said: Said, session: Session, snapshot: Snapshot) -> Said:
    """A message that goes on and names nobody, asking for yes or no or answering: of whom the last question was about.

    So is one that only tells who is the medical worker: 我是一线护士. One that says whom was meant is of them: 是我婆婆住院.
    """
    meant = _explained(said, snapshot, asks_nobody=session.pending is None) or put_right(said) or session.asked_for
    held = any(tells_where_held(fact, snapshot.definitions) for fact in session.values())
    meant = session.asked_for if meant in GRANDPARENTS and held and said.corrects else meant  # 不是奶奶，是姥姥: whose it is held
    told = session.whether and not said.asks  # 我婆婆能报吗 — 红桥的
    asked = session.pending is not None or puts_yes_or_no(said.text) or ends_asking(said.text) or told
    goes_on = not said.people.named and asked
    tells = Act.TELLS in said.acts <= {Act.TELLS, Act.CORRECTS} and said.people.asked_for is None and bool(said.people.named)
    if meant is None or meant == NOBODY or not (goes_on or tells) or asks_of_another_kind(said, snapshot):
        return said
    people = replace(said.people, asked_for=meant)
    relations = asked_for(people, snapshot.definitions)
    return replace(said, people=people, stated={**relations, **said.stated, **({} if said.asks else relations)})


def _explained(said: Said, snapshot: Snapshot, *, asks_nobody: bool) -> str | None:
    """Whom a statement says was meant, apart from what it takes back: 是我婆婆住院; 不是儿子，是外甥; 我二姨, where nothing is asked of the
    person (``asks_nobody``).
    """
    left = [clause for clause in said.clauses if clause.act is not Act.CORRECTS]
    if not left or (len(left) > 1 and said.corrects):
        return None
    start, end = left[0].start, left[-1].end
    named = [one.who for one in said.people.named if one.start >= start]
    holds = any(snapshot.definitions[fact].held is not None for fact in said.stated)
    explained = explains(said.text[start:end]) or (asks_nobody and names_only_people(said.text, said.people))
    return named[0] if len(named) == 1 and not holds and explained else None


_LEAST = 3
"""Characters that must follow a polite opening for them alone to be compared."""


def _counting(
    text: str,
    where: Spots,
    parts: Iterable[PartKey],
    people: People,
    session: Session,
    snapshot: Snapshot,
    year: int,
) -> Counting:
    """What is counted, for the amounts in hand or spoken of."""
    tools = counting_tools(snapshot)
    if not (tools.may_count(text) or session.tally.spells or session.tally.crowd):
        return Counting()
    by_id = snapshot.knowledge.measure_by_id
    meant = {*session.measures, *(key.measure for key in parts), *(session.pending.measures if session.pending else ())}
    wanted = frozenset(amount.counts for key in meant if key in by_id for amount in by_id[key].amounts)
    marks = tools.marks.find(where, text, people)
    if wanted and snapshot.signal("together").heard(text):
        wanted |= {counts for mark in marks for counts in tools.decided_by.get(mark.fact, ())}
    counting = tools.reader.read(
        text,
        marks,
        year=snapshot.document_year or year,
        wanted=wanted,
        tiers=tools.tiers,
        goes_on=bool(session.tally.spells),
        last=_last_day(session.tally),
        crowd=session.tally.crowd,
        counted=session.tally.spells[-1].fact if session.tally.spells else "",
        told_before=session.tally.spells[0].low if len(session.tally.spells) == 1 and session.tally.spells[0].exact else 0,
        before=_in_question(session),
        works=() if session.tally.spells else session.tally.works,
    )
    if session.tally.spells and snapshot.signal("work-it-out").is_all_of(text):
        counting = replace(counting, total=True)
    asked = session.pending is not None and session.pending.fact in counting.counted
    return replace(counting, replies=True) if asked else counting


def _in_question(session: Session) -> Doubt | None:
    """What kept the last count from being told; days off only while they are asked for."""
    doubt = session.tally.doubt
    waits = doubt is not None and session.pending is not None and session.pending.fact == doubt.fact
    return doubt if doubt is None or waits else replace(doubt, off=0)


def _last_day(tally: Tally) -> date | None:
    """The last day told by the calendar in the conversation."""
    days = tally.spells[-1].days if tally.spells else ()
    last = date.fromordinal(days[-1][1]) if days else None
    return last if last is not None and last.year != ANY_YEAR else None


def _people(
    analysis: Analysis, where: Spots, found: Mapping[PatternKey, Found], session: Session, snapshot: Snapshot
) -> People:
    """Who is who, as far as this message and those before it tell; who does the work that is paid for is a medical worker."""
    options = _only(OptionKey, found)
    telling, seeking = shown_and_sought(where, analysis.text, snapshot)
    telling += [here for key, here in options.items() if not here.negative and _is_paid_for(key, snapshot)]
    wording = Wording(snapshot.signal("gets"), snapshot.signal("given-to"), snapshot.signal("unmarried"))
    young = "child" if any(_is_of_a_child(fact, snapshot) for fact in session.values()) else None
    known = frozenset(session.staff)
    people = people_of(analysis, telling, known, session.spoken_of, wording, young)
    self_told = any(item.who == SELF for item in session.others)  # 我确诊了 — 那他能算工伤吗: the speaker is the medical worker
    if seeking and not people.staff and people.kin_as is None and not self_told:
        people = people_of(analysis, [*telling, *seeking], known, session.spoken_of, wording, young)
    works = [here for key, here in options.items() if snapshot.definitions[key.fact].of_staff]
    trades = [here for key, here in options.items() if _is_another_trade(key, snapshot)]
    deciding = counting_tools(snapshot).deciding
    told = {key: here for key, here in options.items() if not here.negative and not _is_another_trade(key, snapshot)}
    paid = [here for key, here in told.items() if key.fact in deciding and not here.broken]  # not 我本人不是学医的
    return with_fellow(analysis.text, people, works, trades, paid)


def _is_of_a_child(fact: str, snapshot: Snapshot) -> bool:
    """Whether a fact is told of the child that a question is about."""
    known = snapshot.definitions.get(fact)
    return known is not None and known.relation == "child"


def _speaks_as_child(options: Mapping[OptionKey, Found], text: str, people: People, snapshot: Snapshot) -> bool:
    """Whether the speaker says of themselves what holds of the child asked about: 我今年初三."""
    told = [here for key, here in options.items() if snapshot.definitions[key.fact].of_child]
    return any(people.subject(text, here.start) == SELF for here in told) and not any(one.who in YOUNG for one in people.named)


def _is_another_trade(key: OptionKey, snapshot: Snapshot) -> bool:
    """Whether an option says that somebody does other work than a medical worker is presumed to."""
    fact = snapshot.definitions[key.fact]
    return fact.of_staff and fact.presumed not in (None, key.option)


def _is_paid_for(key: OptionKey, snapshot: Snapshot) -> bool:
    """Whether an option says that somebody does the work that a rate is paid for."""
    option = snapshot.definitions[key.fact].option(key.option)
    return key.fact in counting_tools(snapshot).deciding and option is not None and option.denied is not None


def _held(text: str, where: Spots, people: People, session: Session, snapshot: Snapshot) -> dict[str, str]:
    """Where who holds what, if the message or the conversation speaks of it."""
    definitions = snapshot.definitions
    known = [*session.values(), *([session.pending.fact] if session.pending else [])]
    expected = any(tells_where_held(fact, definitions) for fact in known)
    asked = tested_in_hand(session, snapshot) if is_of_a_place(text) else set()
    expected = expected or any(tells_where_held(fact, definitions) for fact in asked)
    used = [snapshot.signal(name) for name in ("place-work", "place-staff", "place-stayed")]
    waits = session.pending is not None and tells_where_held(session.pending.fact, definitions)
    return holdings(text, where, people, definitions, expected, snapshot.signal("held-away"), used, waits)


def _following(stated: Mapping[str, str], held: Mapping[str, str], snapshot: Snapshot) -> dict[str, str]:
    """What of the stated is otherwise by where single persons hold something: 我们仨都在外地，公婆在本区 is 有人在本区."""
    facts = Facts(snapshot.definitions, held)
    return {
        fact: option.id
        for fact in stated
        if fact not in held
        for option in snapshot.definitions[fact].options
        if option.implied_by is not None and evaluate(option.implied_by, facts) is Truth.YES
    }


def _only(kind: type[Kind], found: Mapping[PatternKey, Found]) -> dict[Kind, Found]:
    return {key: here for key, here in found.items() if isinstance(key, kind)}


def _begin(text: str, snapshot: Snapshot) -> int:
    """Where what is meant begins, after polite openings."""
    opening, begin = snapshot.signal("opening"), 0
    while (end := opening.opens(text, begin)) is not None and end < len(text):
        begin = end + 1 if text[end] == "，" else end
    return begin


def _clauses(text: str, named: Sequence[Named], snapshot: Snapshot) -> Iterable[Clause]:
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


def _with_answered(text: str, said: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses; beside thanks or a farewell one that says that something is known asks no more: 收不收费您讲清楚了，谢谢."""
    if {Act.THANKS, Act.LEAVES}.isdisjoint(clause.act for clause in said):
        return said
    open_ = (Act.ASKS, Act.TELLS, Act.WISHES, Act.HEARSAY)
    return tuple(
        replace(clause, act=Act.ACKNOWLEDGES) if clause.act in open_ and says_answered(text[clause.start : clause.end]) else clause
        for clause in said
    )


def _narrowed(text: str, session: Session) -> Stretch | None:
    """The part that the last clause wants alone, where there is something to be narrowed down."""
    if not (session.topics or session.measures):
        return None
    start, end = next(reversed(clauses(text)), (0, 0))
    found = narrowed_to(text[start:end])
    return (start + found[0], start + found[1]) if found is not None else None


def _narrowing(said: Iterable[Clause], narrowed: Stretch | None) -> Iterable[Clause]:
    """The clauses; one that only leaves the rest out wants the part it names."""
    for clause in said:
        wants = narrowed is not None and clause.start <= narrowed[0] < clause.end and clause.act is Act.TELLS
        yield replace(clause, act=Act.WISHES) if wants else clause


_SIGNALLED = (("hearsay", Act.HEARSAY), ("wishes", Act.WISHES), ("next-question", Act.ADDS))


def _set_aside(text: str, snapshot: Snapshot) -> list[Stretch]:
    """What is named only to be passed over, up to the end of its clause or to what is asked besides: 除了每天那笔，…; 除了补助|还有什么."""
    signal, besides, found = snapshot.signal("sets-aside"), snapshot.signal("asks-besides"), []
    for start, end in clauses(text):
        words = [begin for begin, _ in signal.spans(text[start:end])]
        if words and text.startswith("，", end) and len(text) - end > _LEAST:
            found.append((start + words[0], end))
            continue
        others = [begin for begin, _ in besides.spans(text[start:end]) if words and begin > words[0]]
        if others and end - start - others[0] > _LEAST:
            found.append((start + words[0], start + others[0]))
    return found


def _put_off(text: str, snapshot: Snapshot) -> list[Stretch]:
    """Clauses that leave a matter for later, before another is spoken of: 先不说幼儿园，…; 孩子的先放放，…."""
    front, behind = snapshot.signal("puts-off"), snapshot.signal("is-put-off")
    return [
        (start, end)
        for start, end in clauses(text)
        if len(text) - end > _LEAST and (front.heard(text[start:end]) or behind.closes(text[start:end]))
    ]


def _topical(
    heard: Heard,
    counting: Counting,
    said: Sequence[Clause],
    besides: Sequence[Stretch],
    narrowed: Stretch | None,
    snapshot: Snapshot,
) -> Topical:
    """What topics are scored by: not dates, thanks, what is taken back or passed over, nor what was said before coming to the point."""
    aside: list[Stretch] = [*counting.dated, *counting.rested, *besides]
    turning = snapshot.signal("turns-to").spans(heard.text)
    begin = turning[0][1] if turning else _begin(heard.text, snapshot)
    aside += [(0, begin)] if turning or 0 < begin <= len(heard.text) - _LEAST else []
    written = whether_written(heard.text)
    aside += written if sum(end - start for start, end in written) <= len(heard.text) - _LEAST else []
    aside += [(0, narrowed[0])] if narrowed is not None and narrowed[0] else []
    idle = [(c.start, c.end) for c in said if c.phrase is not None or c.act is Act.CORRECTS]
    aside += idle if len(idle) < len(said) else []
    tokens = compared(heard.analysis, aside)
    return Topical(tuple(tokens), tuple(features(tokens, heard.analysis, aside)), tuple(aside))
