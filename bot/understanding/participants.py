"""Who takes part in what a message tells, as far as the words, the patterns and the conversation before show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.compiled.keys import OptionKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.language.analyse import Analysis
from bot.language.kinship import SELF, YOUNG
from bot.language.patterns import Found, Spots
from bot.language.residence import is_of_a_place
from bot.model.session import Session
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.understanding.asked_for_whom import Wording
from bot.understanding.counting_tools import counting_tools
from bot.understanding.fellows import with_fellow
from bot.understanding.given_over import GivenOver, given_over
from bot.understanding.held import holdings, tells_where_held
from bot.understanding.pattern_kinds import is_another_trade, is_paid_for, of_kind
from bot.understanding.people import People
from bot.understanding.replying_unasked import tested_in_hand
from bot.understanding.said import Act, Clause
from bot.understanding.showing import shown_and_sought
from bot.understanding.stated import Told
from bot.understanding.who_is_who import people_of


def taken_over(text: str, said: Iterable[Clause], people: People, session: Session, snapshot: Snapshot) -> GivenOver:
    """What a message that takes something back says is another's."""
    if all(clause.act is not Act.CORRECTS for clause in said):
        return GivenOver(people)
    return given_over(text, people, session, snapshot.definitions)


def asked_of_worker(people: People, options: Mapping[OptionKey, Found], snapshot: Snapshot) -> People:
    """The people, the one asked for told, where words for a relative name nobody but a known medical worker: 那我姐的话费呢."""
    named = {one.who for one in people.named}
    seeming = any(snapshot.definitions[key.fact].relation == "asked" for key in options)
    if people.asked_for is not None or not seeming or len(named) != 1 or not named <= people.staff:
        return people
    return replace(people, asked_for=next(iter(named)))


def told_of_others(short: Mapping[str | None, Mapping[str, str]], people: People) -> tuple[Told, ...]:
    """What was said shortly of others than the medical worker asked of."""
    return tuple(
        Told(who, fact, option)
        for who, facts in short.items()
        if who is not None and who != people.worker()
        for fact, option in facts.items()
    )


def participants(
    analysis: Analysis, where: Spots, found: Mapping[PatternKey, Found], session: Session, snapshot: Snapshot
) -> People:
    """Who is who, as far as this message and those before it tell; who does the work that is paid for is a medical worker."""
    options = of_kind(OptionKey, found)
    telling, seeking = shown_and_sought(where, analysis.text, snapshot)
    telling += [here for key, here in options.items() if not here.negative and is_paid_for(key, snapshot)]
    wording = Wording(snapshot.signal("gets"), snapshot.signal("given-to"), snapshot.signal("unmarried"))
    young = "child" if any(_is_of_a_child(fact, snapshot) for fact in session.values()) else None
    known = frozenset(session.staff)
    people = people_of(analysis, telling, known, session.spoken_of, wording, young)
    self_told = any(item.who == SELF for item in session.others)  # 我确诊了 — 那他能算工伤吗: the speaker is the medical worker
    if seeking and not people.staff and people.kin_as is None and not self_told:
        people = people_of(analysis, [*telling, *seeking], known, session.spoken_of, wording, young)
    works = [here for key, here in options.items() if snapshot.definitions[key.fact].of_staff]
    trades = [here for key, here in options.items() if is_another_trade(key, snapshot)]
    deciding = counting_tools(snapshot).deciding
    told = {key: here for key, here in options.items() if not here.negative and not is_another_trade(key, snapshot)}
    paid = [here for key, here in told.items() if key.fact in deciding and not here.broken]  # not 我本人不是学医的
    return with_fellow(analysis.text, people, works, trades, paid)


def _is_of_a_child(fact: str, snapshot: Snapshot) -> bool:
    """Whether a fact is told of the child that a question is about."""
    known = snapshot.definitions.get(fact)
    return known is not None and known.relation == "child"


def speaks_as_child(options: Mapping[OptionKey, Found], text: str, people: People, snapshot: Snapshot) -> bool:
    """Whether the speaker says of themselves what holds of the child asked about: 我今年初三."""
    told = [here for key, here in options.items() if snapshot.definitions[key.fact].of_child]
    return any(people.subject(text, here.start) == SELF for here in told) and not any(one.who in YOUNG for one in people.named)


def held_by(text: str, where: Spots, people: People, session: Session, snapshot: Snapshot) -> dict[str, str]:
    """Where who holds what, if the message or the conversation speaks of it."""
    definitions = snapshot.definitions
    known = [*session.values(), *([session.pending.fact] if session.pending else [])]
    expected = any(tells_where_held(fact, definitions) for fact in known)
    asked = tested_in_hand(session, snapshot) if is_of_a_place(text) else set()
    expected = expected or any(tells_where_held(fact, definitions) for fact in asked)
    used = [snapshot.signal(name) for name in ("place-work", "place-staff", "place-stayed")]
    waits = session.pending is not None and tells_where_held(session.pending.fact, definitions)
    return holdings(text, where, people, definitions, expected, snapshot.signal("held-away"), used, waits)


def following(stated: Mapping[str, str], held: Mapping[str, str], snapshot: Snapshot) -> dict[str, str]:
    """What of the stated is otherwise by where single persons hold something: 我们仨都在外地，公婆在本区 is 有人在本区."""
    facts = Facts(snapshot.definitions, held)
    return {
        fact: option.id
        for fact in stated
        if fact not in held
        for option in snapshot.definitions[fact].options
        if option.implied_by is not None and evaluate(option.implied_by, facts) is Truth.YES
    }
