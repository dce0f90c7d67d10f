"""Which part of what a message counts is asked for: one count, one person's, one of a group, or all but somebody."""

from __future__ import annotations

from dataclasses import replace

from bot.counting.coreference import joined_at, name_of, persons_of
from bot.counting.quantifiers import PAIR, joint
from bot.counting.tokens import Tokens
from bot.counting.tree import SEVERAL, Count, Part, Word
from bot.language.clauses import clause_bounds
from bot.language.crews import OWN_ALONE, PRONOUNS, asks_of_this_one, each_one_asked, not_asked_for
from bot.language.questions import asks
from bot.model.tally import SELF, Spell


def focused(tokens: Tokens, counts: list[Count]) -> list[Count]:
    """The one count that alone is asked for (光隔离病房那11天多少); not one of those told (光发报表20天，一共多少)."""
    only = tokens.said("only")
    if not only or len(counts) < 2 or _only_tells(tokens, only[-1]):
        return counts
    chosen = [
        c
        for c in counts
        if tokens.clauses.clause(c.start) == tokens.clauses.clause(only[-1].start) and c.start >= only[-1].end
    ]
    return [replace(chosen[0], part=Part.PLAIN)] if len(chosen) == 1 else counts


def _only_tells(tokens: Tokens, only: Word) -> bool:
    """Whether a bare word for only stands in a clause that asks nothing: it says what somebody did and no more."""
    return only.end - only.start == 1 and not asks(tokens.text[slice(*clause_bounds(tokens.text, only.start, only.end))])


def but_those_left_out(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The spells of people who are to be counted (他那份不算)."""
    names = people_left_out(tokens)
    kept = [spell for spell in spells if spell.person not in names]
    tokens.not_counted = tuple(dict.fromkeys(spell.fact for spell in spells if spell.person in names))
    return kept if kept or tokens.goes_on else spells


_PLURAL = "们"


def people_left_out(tokens: Tokens) -> set[str]:
    """Who is not to be counted: a lone 他 or 她 is the one other person whom the message names, and 他们 are all of these."""
    named = [name for name in persons_of(tokens) if name != SELF and name not in PRONOUNS]
    meant: set[str] = set()
    for name, many in tokens.left_out.items():
        everybody = name in PRONOUNS and bool(named) and (len(named) == 1 if many == 1 else many in (SEVERAL, len(named)))
        meant |= {*named} if everybody else {name if many == 1 else name + _PLURAL}
    return meant


def of_one_person(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The spells of the one person that alone is asked for (光我的多少)."""
    if asks_own_alone(tokens):
        own = [spell for spell in spells if spell.person == SELF]
        told = {fact for spell in own for fact, _ in spell.facts}
        mixed = tokens.goes_on and any(fact not in told for spell in spells for fact, _ in spell.facts)
        return spells if mixed else own or spells  # 去武汉的是我爱人，我留下: what was told before is not mine, and all is shown
    asked = [p for w in tokens.said("only") for p in tokens.persons if 0 <= p.start - w.end <= 1]
    if not asked and not joint(tokens):
        asked = [p for p in tokens.persons if asks_of_this_one(tokens.text, p.end) and not joined_at(tokens, p.end)]
    if len(asked) != 1 or len({spell.person for spell in spells}) < 2:
        return spells
    own = [spell for spell in spells if spell.person == name_of(tokens, asked[0])]
    return own if own and all(asked[0].start > count.start for count in tokens.counts) else spells


def asks_own_alone(tokens: Tokens) -> bool:
    """Whether only what the asker gets is asked, be both spoken of or not: 我俩都采样，我应得多少; not 我俩一共，我拿多少."""
    asked = OWN_ALONE.search(tokens.text)
    if asked is None or not joint(tokens):
        return asked is not None
    both = [word.start for word in tokens.said("pair")] + [heads.start for heads in tokens.heads if heads.number == PAIR]
    end = tokens.clauses.begin(asked.start())
    return bool(tokens.counts) and all(at < end and not tokens.in_clause(at, "total", "everything") for at in both)


def of_each_one(tokens: Tokens, spells: list[Spell]) -> list[Spell]:
    """The one group counted as one of it, where only what each gets is asked beside its days: 8个人各12天，每人拿多少."""
    asked = each_one_asked(tokens.text)
    if asked is None or len(spells) != 1 or spells[0].people < PAIR:
        return spells
    clause = tokens.clauses.clause(asked)
    totals = [word for word in tokens.said("total", "everything") if tokens.clauses.clause(word.start) != clause]
    if any(not not_asked_for(tokens.text[tokens.clauses.begin(w.start) : w.start]) and w.start > tokens.counts[-1].end for w in totals):
        return spells
    return [replace(spells[0], people=1, out_of=spells[0].people)]
