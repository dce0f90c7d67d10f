"""A message that counts nothing: what it says to do with what was counted before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.counting import corrections
from bot.counting.coreference import persons_of
from bot.counting.focus import people_left_out
from bot.counting.headcount import crowd_of
from bot.counting.heard_marks import facts_of_message, facts_of_speaker, rated, works_told
from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Counting, Mark, Relation, Word
from bot.counting.validation import with_unplaced
from bot.language import rounds_and_parts, taken_off
from bot.language.crews import asks_of_each_one
from bot.language.numerals import bounds_of
from bot.language.questions import asks
from bot.model.tally import SELF, Doubt, Spell


def within_or_not(text: str, asked: Doubt, words: Sequence[Word]) -> Counting | None:
    """The reply to whether days off lie within what was counted: then they are taken off it, else it stands.

    None if the message asks, or names anything else.
    """
    saying = [word for word in words if not word.ids.isdisjoint({"takes-off", "within", "of-which", "idle"})]
    left = blank(text, ((word.start, word.end) for word in saying))
    if asks(text) or not taken_off.says_only_within(left):
        return None
    if taken_off.besides_it(text):
        return Counting(stands=True)
    within = any(word.ids != {"idle"} for word in saying)
    spell = Spell(asked.fact, asked.off, asked.off)
    return Counting(spells=(spell,), relation=Relation.TAKES_OFF, tells=True, replies=True, lies_within=True) if within else None


def without_counts(
    tokens: Tokens, marks: Sequence[Mark], fact: str, parts_asked: re.Match[str] | None, aside: tuple[str, ...]
) -> Counting:
    """A message that counts nothing, but may steer what was counted."""
    if parts_asked is not None:
        inside = range(parts_asked.start(), parts_asked.end())
        tokens.unplaced[:] = [span for span in tokens.unplaced if span[0] not in inside]
    number, people_asked = _asked(parts_asked, "number"), _asked(parts_asked, "people", "lot")
    people_asked = people_asked if people_asked > 1 else 0  # 一共 is no one person
    heard = [*marks, *rated(tokens, marks)] if tokens.said("supposes") else marks
    now = corrections.people_left(tokens)
    alike, people = _like_before(tokens), corrections.people_set_right(tokens)
    return Counting(
        relation=Relation.REPLACES if tokens.said("corrects") else Relation.NEW,
        facts=tuple(sorted(facts_of_message(marks, tokens, alike).items()))
        if alike
        else facts_of_speaker(tokens, heard),
        unplaced=tuple(tokens.unplaced),
        doubts=tuple(dict.fromkeys(with_unplaced(tokens, fact))),
        everything=_all_of_it(tokens) or parts_asked is not None,
        parts=number,
        persons=people_asked,
        supposed=bool(tokens.said("supposes")),
        alike=alike,
        people=people,
        share=_share(tokens),
        without=taken_out(tokens),
        each_one=tokens.goes_on and asks_of_each_one(tokens.text),
        now=now,
        aside=aside,
        total=tokens.goes_on and bool(tokens.said("total")),
        crowd=crowd_of(tokens),
        which=spell_by_order(tokens) if tokens.said("only", "share") else None,
        works=works_told(tokens, [*marks, *rated(tokens, marks)]),
    )


def _asked(match: re.Match[str] | None, *groups: str) -> int:
    """The number a group of what was asked holds; 0 if none does."""
    said = next((match.group(name) for name in groups if match.group(name)), "") if match is not None else ""
    number = bounds_of(said) if said else None
    return int(number.low) if number and number.low == number.high else 0


def _share(tokens: Tokens) -> str | None:
    """The one person whose share alone is asked: 他那份单独是多少."""
    names = list(dict.fromkeys(person.name for person in tokens.persons))
    alone = [p for word in tokens.said("only") for p in tokens.persons if 0 <= p.start - word.end <= 1]
    return names[0] if (tokens.said("share") or alone) and len(names) == 1 else None


def taken_out(tokens: Tokens) -> tuple[str, ...]:
    """Who is taken out of the people told before."""
    return tuple(sorted(people_left_out(tokens))) if tokens.goes_on else ()


def spell_by_order(tokens: Tokens) -> int | None:
    """The spell a message speaks of by its order; none if it speaks of several."""
    named = rounds_and_parts.BY_ORDER.finditer(tokens.text)
    found = [match for match in named if not rounds_and_parts.as_before(tokens.text[match.end() :])]
    if len(found) != 1:
        return None
    if found[0].group("number"):
        number = bounds_of(found[0].group("number"))
        return int(number.low) - 1 if number else None
    return 0 if found[0].group("first") else -1


def _all_of_it(tokens: Tokens) -> bool:
    """Whether all that was counted is to be added up: said so, or the total of both people is asked (我俩一共多少)."""
    added = any(rounds_and_parts.puts_together(tokens.text[word.start : word.end]) for word in tokens.said("total"))
    return bool(tokens.said("everything") or (added and tokens.goes_on) or (tokens.said("pair", "we") and tokens.said("total")))


def _like_before(tokens: Tokens) -> str:
    """Whose count is said to be as long as the one before."""
    others = [name for name in persons_of(tokens) if name != SELF]
    return others[-1] if others and tokens.said("the-same") else ""
