"""Whether a relative a question is about is the medical worker, where nobody was said to be one: 我老婆一天能拿多少."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.language.colleagues import may_work
from bot.language.kinship import GROUP, SELDOM_AT_WORK, SELF
from bot.language.pronouns import PRONOUNS
from bot.language.question_forms import ends_with_the_rest
from bot.language.semantic_roles import BESIDES, IN_ONE_BREATH
from bot.model.fact import UNSURE
from bot.model.session import Session
from bot.understanding.named import Named
from bot.understanding.people import People
from bot.understanding.said import Said
from bot.understanding.stated import Told, asked_for


def as_worker(said: Said, topics: Sequence[str], session: Session, snapshot: Snapshot, *, goes_on: bool) -> Said:
    """The message, with the relative it is about as the medical worker, where all that is asked of them goes with work.

    A day's pay, a title, a work injury are had by who works: nobody asks for them for one who does not. So it is they, unless
    somebody else was told to be the medical worker, asked of themselves before, or the relative is asked of besides (我老公也有吗).

    So it is too where they are told to be of a trade which the document may be written for: 我妈是护士长，我爸在那儿|做保洁|，他有吗.

    What goes with no work, a checkup or a ride, may be for either: then it is open whether the relative is the medical worker, unless
    something is told of them that is told of medical workers: 我媳妇没跟队走，手机费减不减.

    ``goes_on``: it is about what is in hand, where 那我老公呢 asks of another than before.
    """
    known = snapshot.topic_by_id
    of_work = bool(topics) and all(topic in known and known[topic].of_work for topic in topics)
    meant = _pronoun_means(said, session)
    if meant is not None and of_work:
        return _of(replace(said.people, asked_for=meant), said, snapshot)
    if of_work and _has_a_trade_of_their_own(said, session, snapshot):
        return _of(replace(said.people, staff=said.people.staff | {str(said.people.asked_for)}), _told_of_them(said, snapshot), snapshot)
    who = None if goes_on and ends_with_the_rest(said.text) else _presumed(said, session, snapshot)
    if who is None or not topics:
        return said
    shown = of_work or _shown_by_a_fact(who, said, snapshot)
    if not shown and who in SELDOM_AT_WORK:
        return said
    if not shown:
        untold = {fact.id: UNSURE for fact in snapshot.definitions.values() if fact.relation == "untold"}
        return replace(said, stated={**untold, **said.stated})
    return _of(replace(said.people, staff=frozenset({who}), told=said.people.told | {who}), said, snapshot)


def _has_a_trade_of_their_own(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether of the relative asked of a trade is told, now or before, that the documents neither name nor leave out."""
    told = [(item.who, item.fact, item.option) for item in said.apart]
    told += [(item.who, item.said.fact, str(item.said.value)) for item in session.others]
    theirs = [(fact, option) for who, fact, option in told if who == said.people.asked_for]
    return said.people.asked_for not in (None, SELF) and any(_is_open_trade(fact, option, snapshot) for fact, option in theirs)


def _told_of_them(said: Said, snapshot: Snapshot) -> Said:
    """The message with what it tells of the relative asked of in hand, and what it tells of the medical worker laid aside."""
    known, worker = snapshot.definitions, said.people.worker()
    own = {fact: option for fact, option in said.stated.items() if known[fact].of_staff}
    if worker is None or not own:
        return said
    theirs = {item.fact: item.option for item in said.apart if item.who == said.people.asked_for}
    apart = tuple(item for item in said.apart if item.who != said.people.asked_for)
    aside = tuple(Told(worker, fact, option) for fact, option in own.items())
    stated = {fact: option for fact, option in said.stated.items() if fact not in own}
    return replace(said, stated={**stated, **theirs}, apart=(*apart, *aside))


def _is_open_trade(name: str, option: str, snapshot: Snapshot) -> bool:
    """Whether an option tells of a kind of work other than the presumed one, and puts nobody outside the documents."""
    fact = snapshot.definitions.get(name)
    chosen = fact.option(option) if fact is not None else None
    another = fact is not None and fact.kind_of_staff and fact.presumed not in (None, option)
    return another and chosen is not None and chosen.outside is None


def _shown_by_a_fact(who: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether something is told of somebody that is told of medical workers, and not that they are none: 他不是医生."""
    told = [snapshot.definitions[item.fact].option(item.option) for item in said.apart if item.who == who]
    return bool(told) and all(option is None or option.outside is None for option in told)


def _of(people: People, said: Said, snapshot: Snapshot) -> Said:
    """The message as one of these people: what somebody is to the medical worker is told by them anew."""
    stated = {fact: option for fact, option in said.stated.items() if snapshot.definitions[fact].relation is None}
    return replace(said, people=people, stated={**asked_for(people, snapshot.definitions), **stated})


def _pronoun_means(said: Said, session: Session) -> str | None:
    """The one relative known to be the medical worker, where somebody else is asked of by a pronoun alone: 女儿上小学 — |他|工资涨吗."""
    workers = {*session.staff} - {SELF}
    asked = [one for one in said.people.named if one.who == said.people.asked_for]
    only = bool(asked) and all(said.text[one.start : one.end] in PRONOUNS for one in said.people.named)
    return next(iter(workers)) if only and len(workers) == 1 and said.people.asked_for not in session.staff else None


def _presumed(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """The one relative asked of who may work, while no medical worker is known."""
    people, definitions = said.people, snapshot.definitions
    asked = [one for one in people.named if one.who == people.asked_for]
    called = [one for one in asked if said.text[one.start : one.end] not in PRONOUNS] or asked
    if people.staff or people.kin_as is not None or not called or not all(_may_work(said.text, one) for one in called):
        return None
    if any(item.who == SELF for item in session.others):
        return None
    if any(_in_one_breath(said.text, one, people.named) for one in called):
        return None
    family = [one for one in people.named if one.who == GROUP]
    besides = any(BESIDES.match(said.text, one.end) for one in (*asked, *family))  # 家属也有吗，我老公算不算
    if session.asked_for not in (None, people.asked_for) or besides:
        return None
    stated = (definitions[fact].option(option) for fact, option in said.stated.items())
    outside = any(option is not None and option.outside is not None for option in stated)
    outright = any(definitions[key.fact].relation is not None for key in said.options)
    return None if outside or outright or _is_of_no_such_trade(said, snapshot) else people.asked_for


def _is_of_no_such_trade(said: Said, snapshot: Snapshot) -> bool:
    """Whether of the one asked of something is told that puts people outside the documents: 她在超市上班."""
    told = (snapshot.definitions[item.fact].option(item.option) for item in said.apart if item.who == said.people.asked_for)
    return any(option is not None and option.outside is not None for option in told)


def _in_one_breath(text: str, one: Named, named: Sequence[Named]) -> bool:
    """Whether another relative is named right before, so that it is asked of both: 老爸|老妈能去吗."""
    before = (other for other in named if other.end <= one.start and other.who not in (SELF, one.who))
    return any(text[other.end : one.start] in IN_ONE_BREATH for other in before)


def _may_work(text: str, one: Named) -> bool:
    return may_work(one.who, text[one.start : one.end])

