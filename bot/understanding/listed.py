"""Things named side by side of which one and the same is asked: 补休或者带薪假有没有; 入编、职称、表彰都有份吗."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import LIST_MARK, Stretch, split
from bot.language.listing_particles import particle_joins
from bot.language.question_forms import ends_in_one_thing, puts_choice
from bot.understanding.said import Act, Said

_SEVERAL = 2


def listed(said: Said, asking: Stretch, snapshot: Snapshot) -> tuple[Stretch, ...]:
    """The pieces of a list that ends in a clause which asks, or goes on behind it, in their order; none where there is no list.

    Clauses before it are of the list where the mark of a list joins them, pieces of one clause where a word of its own does.
    """
    words = joining_words(said, snapshot)
    if not words and LIST_MARK not in said.text:  # as with most messages
        return ()
    if snapshot.signal("compares").heard(said.text[slice(*asking)]):
        return ()  # 是不是一回事 asks of both together
    chain = [asking]
    for clause in reversed([clause for clause in said.clauses if clause.end < asking[0] and clause.act is Act.TELLS]):
        if said.text[clause.end : chain[0][0]] != LIST_MARK:
            break
        chain.insert(0, (clause.start, clause.end))
    for clause in (clause for clause in said.clauses if clause.start > asking[1] and clause.act is Act.TELLS):
        if said.text[chain[-1][1] : clause.start] != LIST_MARK:
            break
        chain.append((clause.start, clause.end))
    joins = [span for span in words if _joins_things(said.text, span)]
    pieces = [piece for begin, end in chain for piece in _within(begin, end, joins, said)]
    return tuple(pieces) if len(pieces) >= _SEVERAL else ()


def _joins_things(text: str, join: Stretch) -> bool:
    """Whether a word joins two things: not two ways to have one, nor those whose one thing follows, 医护和家属的指引."""
    return not puts_choice(text[slice(*join)]) and not ends_in_one_thing(text, join[1])


def spans(spots: Iterable[Stretch], pieces: Sequence[Stretch]) -> bool:
    """Whether words that single something out begin in one piece of a list and end in another: what they tell is of both."""
    return any(begin <= start < end < stop for start, stop in spots for begin, end in pieces[:-1])


def joining_words(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """Where a word of its own joins two things, or the particle behind each of them does: 体检啊疗养啊."""
    spans, particles = snapshot.signal("joins").spans(said.text), particle_joins(said.text)
    if not spans:
        return particles
    tokens = said.analysis.tokens
    words = {(end - len(token), end) for token, end in zip(tokens, accumulate(map(len, tokens)), strict=True)}
    return sorted([*(span for span in spans if span in words), *particles])


def _within(begin: int, end: int, joins: list[Stretch], said: Said) -> list[Stretch]:
    """The pieces of one clause between the words that join; a word that opens it joins nothing."""
    here = [span for span in joins if begin < span[0] and span[1] < end]
    return [piece for piece in split(said.text[:end], [(0, begin), *here]) if piece[0] >= begin]
