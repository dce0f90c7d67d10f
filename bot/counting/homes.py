"""Money that is paid for each home: how many homes are told of, and where that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.counting.attribution import with_facts
from bot.counting.coreference import persons_of
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark
from bot.language.whose_days import asks_of_one_home, homes_named, homes_told_apart


def each_of(tokens: Tokens, counts: Sequence[Count], marks: Sequence[Mark]) -> list[Count] | None:
    """The one count, for each of the homes of which it is said (我家和我姐家各3个月); None where it is not said of each of several."""
    number = homes_told_apart(tokens.text)
    if not number or len(counts) != 1:
        return None
    if asks_of_one_home(tokens.text) and not tokens.said("total"):
        number = 1
    spans = homes_named(tokens.text)
    tokens.unplaced[:] = [span for span in tokens.unplaced if not any(a <= span[0] < b for a, b in spans)]
    return [replace(count, people=number) for count in with_facts(tokens, counts, marks)]


def are_open(tokens: Tokens, *, shared: bool) -> bool:
    """Whether it is open for how many homes a count is; ``shared`` if it is said of none in particular."""
    return bool(homes_named(tokens.text)) if shared else len(persons_of(tokens)) > 1
