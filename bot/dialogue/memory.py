"""The only writer of a session: what is remembered of a message, and of the turn it led to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.compiled.vocabulary import DESTINATION, UNCOVERED
from bot.dialogue.findings import Comforted, Entitled, Judgment, NotInDocuments, NotUnderstood, Page
from bot.dialogue.marks import said_after, said_before
from bot.language.kinship import FELLOW, KIN_TO, SELF
from bot.language.question_forms import Form, ends_seeking_assent, ends_with_the_rest
from bot.language.semantic_roles import BESIDES
from bot.model.condition import fact_tests
from bot.model.reply import Reply
from bot.model.session import Gentle, Pending, Remembered, SaidOf, Session
from bot.model.tally import SELF as SPEAKER
from bot.model.tally import Doubt, Reason, Spell, Tally
from bot.understanding.counting_tools import counting_tools
from bot.understanding.fact_filters import unsettled
from bot.understanding.fellows import goes_back_to_oneself, is_another_fellow
from bot.understanding.gentle import gentleness
from bot.understanding.held import tells_where_held
from bot.understanding.intents import (
    Answer,
    Ask,
    AskForFact,
    Command,
    Danger,
    FollowUp,
    Intent,
    Items,
    MoveTo,
    Outside,
    Overview,
    Perhaps,
    SmallTalk,
    StateFact,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
)
from bot.understanding.places import Role
from bot.understanding.said import Said
from bot.understanding.telling import only_tells, opens_by_telling
from bot.understanding.told_before import with_facts

_REMEMBERED_STEPS = 5
_LEAVE_THE_WAY = ("back", "restart", "forget")
"""Pages of commands that have set the way back themselves."""

_SPOKEN_OF = 4
_BESIDES_A_PLACE = 2
"""Characters besides a place's name up to which a message names nothing else."""

_NOT_NOTED = (Danger, TooLong, Unreadable)
_GOES_ON = (Answer, FollowUp)
_TO_PEOPLE = "human"
"""The command of who wants to know whom to turn to, and names no matter."""

_MATTER_LEFT = (Danger, Perhaps, Uncovered, Outside)


def remember(
    before: Session, said: Said, intent: Intent, tally: Tally | Doubt, snapshot: Snapshot, today: date
) -> Session:
    """The session with what a message states, or with what it commands to be remembered or forgotten.

    ``tally`` is what has been counted with this message, or why that cannot be told.
    """
    after = before
    if not isinstance(intent, _NOT_NOTED):
        after = _with_facts(_of_worker(before, said, snapshot, isinstance(intent, _GOES_ON)), said, snapshot, today)
        tally = _under_whom_they_are(before.tally if said.supposes else tally, before, after, snapshot)
        after = _with_counts(after, tally, said, today)
        after = _with_people(_where_held(_with_place(after, said, snapshot), said, snapshot), said, isinstance(intent, _GOES_ON))
    found = intent.distress if isinstance(intent, Danger | Perhaps) else None
    offered, singled = _offered(before, said, intent), _singled(before, said, intent)
    gentle = gentleness(before.gentle, found, snapshot.care.kinds)
    if (offered, singled, gentle) != (after.offered, after.singled, after.gentle):
        after = replace(after, offered=offered, singled=singled, gentle=gentle)
    whether = _put_for_yes_or_no(before, said, intent)
    if whether != after.whether:
        after = replace(after, whether=whether)
    if _asks_of_no_matter(before, said, intent):
        after = replace(after, facets=said.facets)
    there = intent.place if isinstance(intent, Uncovered) else _only_named_there(before, said)
    theirs = _theirs(before, said)
    if (there, theirs) != (after.there, after.theirs):
        after = replace(after, there=there, theirs=theirs)
    if isinstance(intent, _MATTER_LEFT):
        after = replace(after, pending=None)
    match intent:
        case StateFact(fact, option):
            return after.remember({fact: option}, today)
        case AskForFact(fact):
            return replace(after, pending=Pending(fact, after.measures, "verdict"))
        case MoveTo(region):
            return _where_held(replace(after, region=region, elsewhere=None), said, snapshot)
        case Command(name):
            return _commanded(after, name)
    return after


def _asks_of_no_matter(before: Session, said: Said, intent: Intent) -> bool:
    """Whether a side is asked and it is open of which matter, so that it waits for the one told next: 找谁."""
    unnamed = isinstance(intent, Unclear | SmallTalk) or (isinstance(intent, Command) and intent.name == _TO_PEOPLE)
    return unnamed and bool(said.facets) and (before.offered or not before.topics)


def _only_named_there(before: Session, said: Said) -> str | None:
    """Where others were sent, where a message names nothing else and nobody knows where the person is: 武汉的."""
    place = said.spoken.places[0] if len(said.spoken.places) == 1 and before.region is None else None
    if place is None or place.kind != DESTINATION or len(said.text) - (place.end - place.start) > _BESIDES_A_PLACE:
        return None
    return said.text[place.start : place.end]


def _theirs(before: Session, said: Said) -> str | None:
    """The region in which somebody works who is spoken of, as long as it is spoken of, if it is not the person's own."""
    named = said.spoken.region
    if named is None:
        return before.theirs if said.region == before.theirs else None
    told = not said.spoken.own and bool(said.people.named) and before.region not in (None, named)
    return named if told else None


def _offered(before: Session, said: Said, intent: Intent) -> bool:
    """Whether the matter in hand after this message is one that was only told of."""
    if isinstance(intent, Ask):
        return opens_by_telling(said)
    if isinstance(intent, Danger | Perhaps | Told | Uncovered) and intent.about:
        return True
    if isinstance(intent, Unclear) and intent.leaning is not None and not before.topics:
        return True
    asked = isinstance(intent, FollowUp | Overview | Items) and not only_tells(said)
    return before.offered and not asked


def _put_for_yes_or_no(before: Session, said: Said, intent: Intent) -> bool:
    """Whether the question in hand after this message is one for yes or no; what only tells, or asks the same, leaves it as it was."""
    same = not (said.asks or said.facets) or ends_with_the_rest(said.text)
    if not isinstance(intent, Ask) and same:
        return before.whether
    return Form.WHETHER in said.forms or ends_seeking_assent(said.text)


def _singled(before: Session, said: Said, intent: Intent) -> tuple[str, ...]:
    """The entitlements a message singles out; one that goes on and singles out none is about those of the question before."""
    named = tuple(sorted(f"{key.measure}/{key.name}" for key in said.parts if key.kind == "entitlement"))
    return before.singled if not named and isinstance(intent, _GOES_ON) else named


def close(before: Session, memory: Session, judgment: Judgment, reply: Reply) -> Session:
    """The session after a turn: the matter in hand, what was said of it, what can be chosen next, and the way back."""
    leaves, options = judgment.leaves, reply.options
    after = replace(
        memory,
        topics=memory.topics if leaves.topics is None else leaves.topics,
        measures=memory.measures if leaves.measures is None else leaves.measures,
        facets=memory.facets if leaves.facets is None else leaves.facets,
        earlier=_spoken_of(memory.earlier, leaves.topics or ()),
        pending=judgment.pending,
        said=said_after(said_before(memory, judgment), reply.marks),
        gentle=_helped(memory.gentle, judgment),
        refused=judgment.findings.topic.id if isinstance(judgment.findings, NotInDocuments) else None,
        listed_for=judgment.findings.relative if isinstance(judgment.findings, Entitled) else memory.listed_for,
        misses=before.misses + 1 if isinstance(judgment.findings, NotUnderstood) else 0,
    )
    if after == before and options == before.options:
        return after
    return replace(after, options=options, past=_way_back(before, memory, judgment))


def _helped(gentle: Gentle | None, judgment: Judgment) -> Gentle | None:
    """What is remembered of distress, once the documented help is named."""
    named = isinstance(judgment.findings, Comforted) and bool(judgment.findings.helps)
    return replace(gentle, helped=True) if gentle is not None and named else gentle


def with_those_meant(session: Session, said: Said, snapshot: Snapshot) -> Session:
    """The session without the number of people told, unless money counted for each is in hand or only told of.

    Told in a question on another matter, it multiplies nothing later.
    """
    deciding = counting_tools(snapshot).deciding
    told = {*said.stated, *(one.fact for one in said.apart)}
    tells = not said.asks and bool(said.counting.spells or said.counting.crowd or not deciding.isdisjoint(told))
    if not session.tally.crowd or tells or _counted_in_hand(session, snapshot):
        return session
    return replace(session, tally=replace(session.tally, crowd=0))


def _counted_in_hand(session: Session, snapshot: Snapshot) -> bool:
    """Whether the matter in hand is money counted for each person."""
    known = [snapshot.knowledge.measure_by_id[name] for name in session.measures if name in snapshot.knowledge.measure_by_id]
    counted = {amount.counts for measure in known for amount in measure.amounts if amount.counts}
    return any(not snapshot.definitions[fact].per_household for fact in counted)


def _way_back(before: Session, memory: Session, judgment: Judgment) -> tuple[Session, ...]:
    """The steps to which somebody may go back: one more, unless a step back or a new beginning left those that remain."""
    found = judgment.findings
    if isinstance(found, Page) and found.name in _LEAVE_THE_WAY:
        return memory.past
    step = replace(before, past=()) if before.past else before
    return (*before.past, step)[-_REMEMBERED_STEPS:]


def _spoken_of(earlier: tuple[str, ...], topics: tuple[str, ...]) -> tuple[str, ...]:
    """Topics to which somebody may come back, the latest last."""
    known = tuple(topic for topic in earlier if topic not in topics[:1] or topic == earlier[0])
    known = (*known, *(topic for topic in topics[:1] if topic != known[0])) if known else topics[:1]
    return known if len(known) <= _SPOKEN_OF else (known[0], *known[1 - _SPOKEN_OF :])


def _commanded(session: Session, name: str) -> Session:
    match name:
        case "forget":
            return Session()
        case "restart":
            return Session(region=session.region)
        case "cancel":
            return replace(session, pending=None)
        case "back" if session.past:
            *earlier, step = session.past
            return replace(step, past=tuple(earlier))
    return session


def _tells_of_work(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message only tells where the medical worker works, be it without a verb: 济南那边的医院."""
    others = [one.who for one in said.people.named if one.who != SELF and one.who not in said.people.staff]
    tells = not others and not said.asks and not said.facets
    return tells and any(snapshot.signal(name).heard(said.text) for name in ("place-work", "place-front"))


def _sets_right_where(said: Said) -> bool:
    """Whether a message does no more than set right where somebody works, of nobody but the speaker: 打错了，是别的区的医院."""
    works = any(place.kind == UNCOVERED and place.role is Role.WORKS for place in said.spoken.places)
    others = any(one.who != SELF for one in said.people.named)
    return said.corrects and works and not others and not said.asks and not said.facets


def _with_place(session: Session, said: Said, snapshot: Snapshot) -> Session:
    """The region said to be the person's own, or the first one named; a place nobody covers, said to be their own."""
    spoken = said.spoken
    if spoken.uncovered is not None:
        own = spoken.own or (session.region is None and _tells_of_work(said, snapshot)) or _sets_right_where(said)
        moved = own and (session.region is None or not said.only_asks_where)
        return replace(session, elsewhere=spoken.uncovered, region=None) if moved else session
    if len(spoken.regions) > 1 or spoken.region is None:
        return session
    if session.region is None or (spoken.own and not said.only_asks_where):
        return replace(session, region=spoken.region, elsewhere=None)
    return session


def _where_held(session: Session, said: Said, snapshot: Snapshot) -> Session:
    """The session with the region of which something was said to be held here; nothing of it, once the person is of another."""
    held_in = said.held_in or session.held_in
    if session.region is None:
        return session if held_in == session.held_in else replace(session, held_in=held_in)
    if held_in is None:
        return session
    of_there = session.region == held_in
    facts = session.facts if of_there else tuple(item for item in session.facts if not tells_where_held(item.fact, snapshot.definitions))
    return replace(session, held_in=None, facts=facts)


def _with_people(session: Session, said: Said, goes_on: bool) -> Session:
    """Who is the medical worker, whom was spoken of last, and whom the question was about.

    A relative of another trade, of whom what goes with work is asked, is one of those who work for that question alone.
    """
    kin = KIN_TO.get(said.people.kin_as or "")
    known = frozenset({*session.staff, *said.people.told, SELF})
    shown = said.people.staff & known or (frozenset({kin}) if kin is not None else frozenset())
    staff = session.staff if said.supposes else tuple(sorted(shown))
    if FELLOW in staff and session.worker != FELLOW:
        staff = tuple(one for one in staff if one != FELLOW)
    asked_for = said.people.asked_for or (session.asked_for if goes_on else None)
    if (staff, said.people.last, asked_for) == (session.staff, session.spoken_of, session.asked_for):
        return session
    return replace(session, staff=staff, spoken_of=said.people.last, asked_for=asked_for)


def _of_worker(session: Session, said: Said, snapshot: Snapshot, goes_on: bool) -> Session:
    """The session with the facts of the medical worker now spoken of in hand, those of another laid aside.

    What was told of a fellow worker is not kept once somebody else is spoken of, nor when another one is.
    """
    worker = said.people.worker()
    if goes_back_to_oneself(said.people, session.worker, goes_on=goes_on):
        session = _without_fellow(session, snapshot)
    elif worker == FELLOW and is_another_fellow(said.text, said.people):
        session = _without_fellow(session, snapshot) if session.worker == FELLOW else session
        session = session if session.worker is not None else replace(session, worker=SELF)
    if said.supposes or worker is None or worker == session.worker:
        return session
    if session.worker is None and any(one.who == worker != SELF and BESIDES.match(said.text, one.end) for one in said.people.named):
        session = replace(session, worker=SELF)  # 上了18天发热门诊 — 我老公也上了10天: before, the speaker's own
    of_another = {item.said.fact for item in session.others if item.who != worker}
    leaving = [
        item
        for item in session.facts
        if item.fact in snapshot.definitions
        and snapshot.definitions[item.fact].of_staff
        and (session.worker is not None or item.fact in of_another)
    ]
    aside = tuple(SaidOf(session.worker, item) for item in leaving) if session.worker is not None else ()
    theirs = tuple(item.said for item in session.others if item.who == worker)
    known = {item.fact for item in theirs}
    kept = tuple(item for item in session.facts if item not in leaving and item.fact not in known)
    others = tuple(item for item in session.others if item.who != worker)
    return replace(session, worker=worker, facts=(*kept, *theirs), others=(*others, *aside))


def _under_whom_they_are(tally: Tally | Doubt, before: Session, after: Session, snapshot: Snapshot) -> Tally | Doubt:
    """What was counted with what was told of the medical worker who is laid aside now put to their own spells: 我哥援鄂 — 他20天 — 我10天.

    Where a third one is known, whose a spell is cannot be told here.
    """
    left = before.worker
    if isinstance(tally, Doubt) or left in (None, after.worker) or any(item.who not in (SELF, left) for item in before.others):
        return tally
    deciding = counting_tools(snapshot).deciding
    known = tuple((item.fact, str(item.value)) for item in before.facts if item.fact in deciding)
    counted = {*before.tally.spells, *before.tally.earlier}

    def settled(spells: tuple[Spell, ...]) -> tuple[Spell, ...]:
        theirs = (spell in counted and (spell.person == SPEAKER) == (left == SELF) for spell in spells)
        return tuple(with_facts(spell, known) if own else spell for spell, own in zip(spells, theirs, strict=True))

    return replace(tally, spells=settled(tally.spells), earlier=settled(tally.earlier))


def _without_fellow(session: Session, snapshot: Snapshot) -> Session:
    """The session with the speaker as the medical worker again, and nothing that was told of a fellow worker."""
    theirs = {item.fact for item in session.facts if item.fact in snapshot.definitions and snapshot.definitions[item.fact].of_staff}
    own = tuple(item.said for item in session.others if item.who == SELF)
    facts = (*(item for item in session.facts if item.fact not in theirs), *own)
    return replace(session, worker=SELF, facts=facts, others=tuple(item for item in session.others if item.who not in (SELF, FELLOW)))


def _with_facts(session: Session, said: Said, snapshot: Snapshot, today: date) -> Session:
    """What is stated for good: not what is only supposed, nor what holds for the message alone."""
    definitions = snapshot.definitions
    if said.apart and not said.supposes:
        told = {(one.who, one.fact): SaidOf(one.who, Remembered(one.fact, one.option, today.isoformat())) for one in said.apart}
        session = replace(
            session, others=(*(o for o in session.others if (o.who, o.said.fact) not in told), *told.values())
        )
    lasting = {f: o for f, o in said.stated.items() if not (said.supposes or definitions[f].passing)}
    lasting = {f: o for f, o in lasting.items() if not _of_another(f, o, said, session)}
    stated = {f: o for f, o in said.stated.items() if f in lasting or (definitions[f].passing and not said.supposes)}
    kept = tuple(item for item in session.facts if not _overtaken(item, stated, snapshot))
    if not lasting:
        return session if len(kept) == len(session.facts) else replace(session, facts=kept)
    return replace(session, facts=kept).remember(lasting, today, _only_asked_of(lasting, said))


def _only_asked_of(stated: Mapping[str, str], said: Said) -> set[str]:
    """The facts that only clauses which ask tell, in a message that names nobody: 记功的能直接报吗."""
    if said.people.named:
        return set()
    spots = {key.fact: here.start for key, here in said.options.items() if stated.get(key.fact) == key.option}
    return {fact for fact, at in spots.items() if any(begin <= at < end for begin, end in said.asking)}


def _of_another(fact: str, option: str, said: Said, session: Session) -> bool:
    """Whether what is only told, of somebody else, would take the place of what is known of the medical worker in hand."""
    if session.worker is None or said.asks or session.values().get(fact, option) == option:
        return False
    return any(one.who != session.worker and (one.fact, one.option) == (fact, option) for one in said.apart)


def _overtaken(item: Remembered, stated: Mapping[str, str], snapshot: Snapshot) -> bool:
    """Whether what is now stated takes the place of a remembered fact: it follows from that and has to follow from it again, or one
    of the two leaves the other open.
    """
    if item.fact in stated:
        return False
    definition = snapshot.definitions.get(item.fact)
    conditions = [option.implied_by for option in definition.options if option.implied_by] if definition else []
    follows = any(test.fact in stated for condition in conditions for test in fact_tests(condition))
    return follows or item.fact in unsettled(stated, snapshot) or not unsettled({item.fact: str(item.value)}, snapshot).isdisjoint(stated)


def _of_a_count(doubt: Doubt, *, set_right: bool) -> bool:
    """Whether a doubt is about something counted; a number without a role may be about anything, but where a count is ``set_right``."""
    return doubt.reason is not Reason.UNPLACED or set_right


def _in_doubt(tally: Tally, doubt: Doubt, *, corrects: bool) -> Tally:
    """The tally as it was, with a doubt about what was counted last, and a first day told with it."""
    if doubt.began:
        tally = replace(tally, began=doubt.began, began_as=doubt.began_as)
    if doubt.told:
        tally = Tally(doubt.told, (*tally.earlier, *tally.spells), opened=doubt.opened)
    stays = _of_a_count(doubt, set_right=corrects and bool(tally.spells))
    return replace(tally, doubt=replace(doubt, began=0, began_as=(), told=(), opened=()) if stays else None)


def _with_counts(session: Session, tally: Tally | Doubt, said: Said, today: date) -> Session:
    """What was counted, unless there is a doubt about it; once something is asked, it is no longer only told."""
    if isinstance(tally, Doubt):
        tally = _in_doubt(session.tally, tally, corrects=said.corrects)
    if said.asks and tally.told:
        tally = replace(tally, told=False)
    if tally == session.tally:
        return session
    return replace(session, tally=tally, counted_on=today.isoformat())
