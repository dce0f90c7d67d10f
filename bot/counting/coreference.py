"""Who is meant by a name or a pronoun, and who is mentioned side by side with whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.counting.tokens import Tokens
from bot.counting.tree import Person
from bot.language.crews import JOINED, PRONOUNS
from bot.model.tally import SELF


def persons_of(tokens: Tokens) -> list[str]:
    """Everybody mentioned, in order; a lone 他 or 她 is the one other person named."""
    names = list(dict.fromkeys(person.name for person in tokens.persons))
    others = [name for name in names if (name != SELF and len(name) > 1) or (name not in PRONOUNS and name != SELF)]
    return [name for name in names if not (name in PRONOUNS and len(others) == 1)]


def name_of(tokens: Tokens, person: Person) -> str:
    """The person meant by a mention."""
    known = persons_of(tokens)
    if person.name in known or person.name not in PRONOUNS:
        return person.name
    return next((name for name in known if name != SELF), person.name)


def meant_by(known: Collection[str], person: str) -> str:
    """Who is meant by a name: a lone 他 or 她 is the one other person known."""
    others = {name for name in known if name != SELF}
    if person not in known and {*person} & others and len({*person}) == 1:
        return person[0]  # 姐姐, told as 姐 before
    return next(iter(others)) if person in PRONOUNS and len(others) == 1 else person


def joined_people(tokens: Tokens) -> set[str]:
    """Everybody who is mentioned side by side with somebody else."""
    pairs = [(a, b) for a, b in pairwise(tokens.persons) if tokens.text[a.end : b.start] in JOINED]
    return {name_of(tokens, person) for pair in pairs for person in pair}


def joined_at(tokens: Tokens, at: int) -> bool:
    """Whether the last two people before a place, in its clause, are mentioned side by side."""
    before = [p for p in tokens.persons if tokens.clauses.begin(at) <= p.start and p.end <= at]
    return len(before) > 1 and tokens.text[before[-2].end : before[-1].start] in JOINED


def joined_to(tokens: Tokens, before: Sequence[Person]) -> list[Person]:
    """The last of several people, and those joined to them (我和爱人)."""
    chosen = [before[-1]]
    for person in reversed(before[:-1]):
        if tokens.text[person.end : chosen[-1].start] not in JOINED:
            break
        chosen.append(person)
    return chosen
