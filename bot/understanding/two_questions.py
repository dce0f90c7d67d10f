"""A message may hold two questions; each gets its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.compiled.features import compared, features
from bot.compiled.keys import Column, FactHint, PartKey, SideKey
from bot.compiled.snapshot import Snapshot
from bot.language.asked_for_what import asks_if_to_wait
from bot.language.assertions import predicates
from bot.language.clauses import Stretch, clauses, inside, sentences
from bot.language.kinship import SELF
from bot.language.particles import FUNCTION
from bot.language.patterns import Found
from bot.language.questions import asks
from bot.understanding.clear_pieces import answered_topic, clear_topics, clearly_about, plainly_named
from bot.understanding.listed import listed
from bot.understanding.naming import naming
from bot.understanding.people import People
from bot.understanding.regional import measures_on
from bot.understanding.said import Act, Said
from bot.understanding.side_by_side import named_side_by_side
from bot.understanding.stated import asked_for
from bot.understanding.whose_illness import asks_for_the_ill, ill_before

_SHORTEST_PIECE = 4
_SHORTEST_CLAUSE = 3
_TOGETHER = 2
_AT_MOST = 3
"""Matters of one message that are answered together."""

_WHOSE = "entitlement"
"""The kind of part that tells for whom something is."""

_PUTTING = frozenset({Act.ASKS, Act.WISHES, Act.SUPPOSES, Act.ADDS})
"""What a clause does that puts a question or is part of one."""


def topics_asked(
    said: Said, best: str, snapshot: Snapshot, likely: Sequence[str] = (), besides: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The topic of the message; two, in the order asked, if both are clear on their own, and the other no mere trait of a
    story: the whole message is like it too (``besides``; all may be, for None).

    They may stand in two sentences, in two clauses that ask, or beside each other where two things are compared. Sentences
    that only tell put none: then what the others ask is meant, if it is one of those ``likely`` for the whole.
    """
    together = named_side_by_side(said, best, snapshot)
    if together:
        return together
    added = _added_up(said, snapshot)
    if not _names_another(said, best, snapshot):
        return _with(best, added)
    asked = _asked(said, best, snapshot, likely)
    named = _each_named(said, best, snapshot)
    if len(named) > len(asked):
        return named
    if besides is None or len(asked) < _TOGETHER:
        return asked
    return tuple(topic for topic in asked if topic in (best, *added, *named, *besides))


def _asked(said: Said, best: str, snapshot: Snapshot, likely: Sequence[str]) -> tuple[str, ...]:
    """The topics that pieces of the message ask about, each by itself."""
    text = said.text
    breaks = snapshot.signal("next-question").spans(text)
    pieces = [(begin, end) for begin, end in sentences(text, breaks) if end - begin >= _SHORTEST_PIECE]
    pieces = [(begin, end) for begin, end in pieces if not _passed_over(said, (begin, end)) and not asks_if_to_wait(text[begin:end])]
    announced = any(snapshot.signal(name).heard(text) for name in ("each-of-them", "several-matters"))
    if len(pieces) == 1 and _announces(said, snapshot):
        pieces = [(clause.start, clause.end) for clause in said.clauses[1:] if clause.end - clause.start >= _SHORTEST_PIECE]
    pieces = [_to_the_matter(said, piece, snapshot) for piece in pieces]
    putting = [piece for piece in pieces if _puts_a_question(said, piece, snapshot)]
    if 0 < len(putting) < len(pieces) and not announced:
        clear = clear_topics(said, putting, snapshot.weights.clear_total, snapshot, alone=True)
        found = [topic for topic in clear if topic in likely]
        if best not in found and _is_of_a_case_told(said, best, putting, snapshot):
            return (best,)
        return tuple(found[:_TOGETHER]) if found else (best,)
    in_turn = pieces if announced else sorted(pieces, key=lambda piece: not _asks_in(said, piece))
    found = clear_topics(said, in_turn, 0.0, snapshot)
    if found not in ([], [best]):
        return _with(best, found)
    asking = [
        (begin, end)
        for begin, end in clauses(text)
        if end - begin >= _SHORTEST_CLAUSE and asks(text[begin:end]) and not asks_if_to_wait(text[begin:end])
        and not _of_any_matter(said, (begin, end), snapshot)
    ]
    found = clear_topics(said, asking, snapshot.weights.clear_total, snapshot)
    return _with(best, found) if best in found else _with(best, _added_up(said, snapshot))


def _is_of_a_case_told(said: Said, best: str, asking: Sequence[Stretch], snapshot: Snapshot) -> bool:
    """Whether a fact told points to the topic of a message, and what asks names a part of a measure on it: 我在定点医院，|有车接吗."""
    if not any(best in snapshot.hints.get(FactHint(fact), ()) for fact in said.stated):
        return False
    ours = measures_on(best, said.region, snapshot)
    parts = (here for key, here in said.parts.items() if key.measure in ours and key.kind in ("point", "entitlement"))
    return any(begin < here.end and here.start < end for here in parts for begin, end in asking)


def _to_the_matter(said: Said, piece: Stretch, snapshot: Snapshot) -> Stretch:
    """A sentence without a clause before it that any matter is asked with."""
    begin, end = piece
    held = [clause for clause in said.clauses if begin <= clause.start and clause.end <= end]
    leads = len(held) > 1 and _of_any_matter(said, (held[0].start, held[0].end), snapshot)
    return (held[1].start, end) if leads else piece


def _of_any_matter(said: Said, clause: Stretch, snapshot: Snapshot) -> bool:
    """Whether a clause has only words such as any matter is asked with: 文件里到底怎么规定的."""
    begin, end = clause
    generic = snapshot.signal("generic").spans(said.text)
    taken = {i for start, stop in (*generic, *said.side_words) for i in range(start, stop)}
    return all(i in taken or said.text[i] in FUNCTION for i in range(begin, end))


def _asks_in(said: Said, piece: Stretch) -> bool:
    """Whether a sentence asks: it is answered before one that only tells of a hardship."""
    return any(begin < piece[1] and piece[0] < end for begin, end in said.asking)


def _announces(said: Said, snapshot: Snapshot) -> bool:
    """Whether the first of several clauses says that what follows are several matters: 问两件事，|一是入编，|二是上幼儿园."""
    first = said.clauses[0] if len(said.clauses) > _TOGETHER else None
    return first is not None and snapshot.signal("several-matters").heard(said.text[first.start : first.end])


def _each_named(said: Said, best: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics that clauses which ask name outright, a clause one, if the best is among them: 保险多少，爸妈看病谁陪，体检要钱吗."""
    found: dict[str, None] = {}
    for begin, end in said.asking:
        topic = answered_topic(said, begin, end, snapshot) if end - begin >= _SHORTEST_PIECE else None
        if topic is not None and clearly_about(said, begin, end, 0.0, snapshot) == Column("topic", topic):
            found[topic] = None
    asked = tuple(found)[:_AT_MOST]
    return asked if best in asked else ()


def asked_of_each(said: Said, topics: Sequence[str], snapshot: Snapshot) -> list[Said] | None:
    """What a message says of each of several topics by itself; nothing where the clauses cannot be told apart.

    A clause belongs to the topic it names, one that names none to the topic named before it; one that only tells, to all.
    """
    shares: dict[str, list[Stretch]] = {topic: [] for topic in topics}
    named: str | None = None
    unnamed: list[Stretch] = []
    naming_one: set[str] = set()
    for clause in said.clauses:
        here = _topics_there(said, clause.start, clause.end, topics, snapshot)
        if len(here) > 1:
            return _of_sentences(said, topics, snapshot)
        if not here and clause.act is Act.TELLS:
            for shared in shares.values():
                shared.append((clause.start, clause.end))
            continue
        if not here and _names_another_plainly(said, clause.start, clause.end, topics, snapshot):
            continue
        naming_one |= here
        unnamed += [] if here else [(clause.start, clause.end)]
        named = here.pop() if here else named
        if named is not None:
            shares[named].append((clause.start, clause.end))
    _give_over(shares, unnamed, naming_one)
    asked = [[s for s in shares[topic] if asks(said.text[slice(*s)])] for topic in topics]
    return [_within(said, shares[topic], snapshot) for topic in topics] if all(asked) else _of_sentences(said, topics, snapshot)


def _give_over(shares: dict[str, list[Stretch]], unnamed: Sequence[Stretch], naming: Collection[str]) -> None:
    """Gives the one clause that asks and names no topic to the one topic that no clause names: 保险多少，|孩子中考怎么照顾."""
    without = [topic for topic in shares if topic not in naming]
    if len(without) == len(unnamed) == 1:
        for share in shares.values():
            share[:] = [stretch for stretch in share if stretch not in unnamed]
        shares[without[0]] += unnamed


def _of_sentences(said: Said, topics: Sequence[str], snapshot: Snapshot) -> list[Said] | None:
    """The sentences that ask, one for each topic in their order, with those that only tell, or the clauses that were announced as
    several matters; nothing where they are not as many.
    """
    if _announces(said, snapshot):
        announced = [(clause.start, clause.end) for clause in said.clauses[1:]]
        return [_within(said, [piece], snapshot) for piece in announced] if len(announced) == len(topics) else None
    pieces = sentences(said.text)
    asking = [piece for piece in pieces if asks(said.text[slice(*piece)])]
    told = [piece for piece in pieces if piece not in asking]
    return [_within(said, [*told, piece], snapshot) for piece in asking] if len(asking) == len(topics) > 1 else None


def asked_in(said: Said, stretch: Stretch, snapshot: Snapshot, beside: Sequence[Stretch] = ()) -> Said:
    """What a message says in one of its clauses that ask, with those that only tell; a part whose words end there belongs to it, and
    one of which it has words of its own is singled out by those: 慰问金没领到，|能补吗.

    ``beside``: the pieces of the list of which it is one; what they say is not told with it.
    """
    begin, end = stretch
    aside = [*said.asking, *beside]
    told = [(c.start, c.end) for c in said.clauses if c.act is not Act.ASKS and not inside(c.start, aside)]
    one = _within(said, [*told, stretch], snapshot)
    least = begin if beside else 0
    ending = {key: here for key, here in said.parts.items() if begin < here.end <= end and here.start >= least}
    here = {label: kept for label, spots in said.where.items() if (kept := [s for s in spots if begin <= s[0] < end])}
    singled = {key: spot for key, spot in snapshot.patterns.find(here, said.text).items() if isinstance(key, PartKey)}
    reaching = _reaching_no_further(ending, singled, begin)
    over = [(key.measure, spot.end) for key, spot in reaching.items() if spot.start < begin]
    apart = {key: spot for key, spot in singled.items() if all(of != key.measure or end < spot.end for of, end in over)}
    return replace(one, parts={**one.parts, **reaching, **apart})


def _reaching_no_further(parts: Mapping[PartKey, Found], own: Mapping[PartKey, Found], begin: int) -> dict[PartKey, Found]:
    """The parts whose words end in a clause, without those whose words begin before it, where words of its own behind them single out
    another part of the measure: 多久打回来，|打到哪张卡 asks for the card; 打400那条，|号码多少 for its number.
    """
    said = [(key.measure, here.end) for key, here in own.items() if key.kind != _WHOSE]
    return {
        key: here
        for key, here in parts.items()
        if here.start >= begin or key.kind == _WHOSE or all(of != key.measure or end <= here.end for of, end in said)
    }


def _names_another_plainly(said: Said, begin: int, end: int, topics: Sequence[str], snapshot: Snapshot) -> bool:
    """Whether a clause is plainly of a topic that is none of some."""
    other = answered_topic(said, begin, end, snapshot)
    return other is not None and other not in topics


def _topics_there(said: Said, begin: int, end: int, topics: Sequence[str], snapshot: Snapshot) -> set[str]:
    """Those of some topics that a clause names."""
    words = naming(said, snapshot, [(0, begin), (end, len(said.text))])
    least = snapshot.weights.typical
    return {column.id for column, degree in words if column.kind == "topic" and column.id in topics and degree >= least}


def _within(said: Said, stretches: Sequence[Stretch], snapshot: Snapshot) -> Said:
    """A message as if only some of its clauses were said; who is asked for only where they are spoken of."""
    others = [(clause.start, clause.end) for clause in said.clauses if not inside(clause.start, stretches)]
    tokens = compared(said.analysis, (*said.topical.aside, *others))
    topical = replace(said.topical, tokens=tuple(tokens), features=tuple(features(tokens, said.analysis, others)))
    spoken_of = any(inside(one.start, stretches) and one.who != SELF for one in said.people.named)
    people = said.people if spoken_of else _of_the_ill(said, stretches)
    relations = asked_for(people, snapshot.definitions) if people.asked_for is not None and not spoken_of else {}
    stated = {f: v for f, v in said.stated.items() if spoken_of or snapshot.definitions[f].relation is None} | relations
    where = {label: kept for label, spots in said.where.items() if (kept := [s for s in spots if inside(s[0], stretches)])}
    found = snapshot.patterns.find(where, said.text)
    return replace(
        said,
        clauses=tuple(clause for clause in said.clauses if inside(clause.start, stretches)),
        sides={key: here for key, here in found.items() if isinstance(key, SideKey)},
        parts={key: here for key, here in found.items() if isinstance(key, PartKey)},
        people=people,
        stated=stated,
        topical=topical,
    )


def _of_the_ill(said: Said, stretches: Sequence[Stretch]) -> People:
    """Nobody, or whoever was told before to be ill, where what is asked is for the ill: 我妈心脏不好，有人陪吗？|看病钱能报吗."""
    begin, end = stretches[-1]
    ill = ill_before(said.text, begin, said.people.named) if asks_for_the_ill(said.text, begin, end) else None
    return replace(said.people, asked_for=ill.who, mine=ill.mine) if ill is not None else People()


def of_list(said: Said, topics: Sequence[str], snapshot: Snapshot) -> list[Said] | None:
    """What a message says of each of several topics where they are things of one list: of each its own piece alone."""
    for asking in said.asking:
        pieces = listed(said, asking, snapshot)
        named = {topic: piece for piece in reversed(pieces) if (topic := plainly_named(said, *piece, snapshot)) is not None}
        if set(topics) <= set(named):
            return [asked_in(said, named[topic], snapshot, pieces) for topic in topics]
    return None


def _names_another(said: Said, best: str, snapshot: Snapshot) -> bool:
    """Whether any word is typical of another covered topic: most messages have none, and need not be taken apart."""
    least = snapshot.weights.of_another
    known = snapshot.index.plain(said.topical.features, least)
    return any(degree >= least and topic.kind == "topic" and topic.id != best for topic, degree in known)


def _added_up(said: Said, snapshot: Snapshot) -> list[str]:
    """The topics of counts in different units that somebody wants in one sum: 补助12天加上慰问金两个月，一共多少."""
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    if not asks_amount or not snapshot.signal("together").heard(said.text):
        return []
    counted = said.counting.counted
    pointed = [snapshot.hints.get(FactHint(fact), frozenset()) for fact in counted]
    return [topic for topics in pointed if len(topics) == 1 for topic in topics] if len(pointed) > 1 else []


def _with(best: str, topics: Sequence[str]) -> tuple[str, ...]:
    """The best topic and one more, in the order asked."""
    other = next((topic for topic in topics if topic != best), best)
    found = tuple(topic for topic in topics if topic in (best, other))
    return found if best in found else (best, *found)


def _passed_over(said: Said, piece: Stretch) -> bool:
    """Whether all of a sentence, its mark aside, is named only to be passed over: 补助我知道，另外慰问金多少."""
    begin, end = piece
    return any(start <= begin and end - 1 <= stop for start, stop in said.topical.aside)


def _puts_a_question(said: Said, piece: Stretch, snapshot: Snapshot) -> bool:
    """Whether a sentence asks, wishes or tells of a hardship, and does not only tell how it came to be asked."""
    begin, end = piece
    here = [clause for clause in said.clauses if clause.start < end and begin < clause.end]
    sided = any(begin <= found.start < end for found in said.sides.values())
    hard = snapshot.signal("hardship").heard(said.text[begin:end])
    return sided or hard or not predicates(said.text[begin:end]) or any(clause.act in _PUTTING for clause in here)
