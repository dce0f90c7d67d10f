"""How a message goes on from what was counted before: it adds, takes off, sets right, or begins anew."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting.headcount import newcomers
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Part, Relation, Word
from bot.language import rounds_and_parts, set_right
from bot.language.particles import FINAL
from bot.language.questions import asks

_SPEAKING_EARLY = 6
"""Characters from the beginning of a message within which a word joins it to what was counted before."""


def relation_of(tokens: Tokens, counts: Sequence[Count], *, corrects: bool) -> Relation:
    """How the message goes on from what was counted before."""
    kinds = {count.part for count in counts}
    if tokens.some and tokens.goes_on and len(counts) == 1:
        return Relation.SOME_OF_THEM
    if corrects and not _only_adds(tokens, counts) and kinds not in ({Part.OF_WHICH}, {Part.OFF}):
        return Relation.REPLACES
    if kinds == {Part.OFF}:
        return Relation.TAKES_OFF
    if kinds == {Part.OF_WHICH}:
        return Relation.OF_WHICH
    if _comes_on_top(tokens, counts) and Part.WHOLE not in kinds:
        return Relation.ADDS
    return Relation.NEW


def _comes_on_top(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether something says that counts come to those before: a word, one more, more people, or days after the last told."""
    first = min(count.start for count in (*_but_those_off(tokens), *counts))
    joined = [
        word
        for word in tokens.said("adds-to-before", end=first)
        if word.start <= _SPEAKING_EARLY or first - word.end <= _SPEAKING_EARLY
    ]
    joined += [word for word in tokens.said("later", end=first) if word.start == 0]
    puts = [word for word in tokens.said("total") if rounds_and_parts.puts_together(tokens.text[word.start : word.end])]
    joined += puts if tokens.goes_on and len(counts) == 1 else []  # 三月也18天，加起来呢
    joined += [word for count in counts[-1:] if count.dated and tokens.goes_on for word in _again_behind(tokens, count)]
    one_more = tokens.goes_on and bool(set_right.ONE_MORE.match(tokens.text, first))
    return bool(joined or one_more or newcomers(tokens) or _goes_on_later(tokens, counts))


def _only_adds(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether what was wrong is only that something was left out: 不对，还要加上后来的9天; 不对，漏了3天."""
    begin = next((word.end for word in tokens.said("corrects")), 0)
    end = counts[0].start
    if any(begin <= count.start < end for count in tokens.counts):
        return False
    missed = any(set_right.left_out(tokens.text[w.start : w.end]) for w in tokens.said("adds-to-before", start=begin, end=end))
    return begin > 0 and (missed or set_right.puts_on_top(tokens.text[begin:end]))


def _again_behind(tokens: Tokens, count: Count) -> list[Word]:
    """The word right behind days by the calendar that says they come on top: 20号到29号|又进去了."""
    word = tokens.just_after(count.end, "adds-to-before", within=0)
    return [word] if word is not None else []


def _but_those_off(tokens: Tokens) -> list[Count]:
    """The counts of a message without those of days on which nothing was done."""
    return [count for count in tokens.counts if not any(a <= count.start < b for a, b in tokens.off)]


def _goes_on_later(tokens: Tokens, counts: Sequence[Count]) -> bool:
    """Whether a message that asks nothing tells of days after those told before: 2月1号到9号在病房 — 2月10号到月底管消毒."""
    if tokens.last is None or not only_tells(tokens):
        return False
    return all(count.parts and count.parts[0][0] > tokens.last.toordinal() for count in counts)


def only_tells(tokens: Tokens) -> bool:
    """Whether a message only tells, and asks, corrects and supposes nothing."""
    asked = asks(tokens.text) or (tokens.goes_on and _ends_with_a_total(tokens))
    return not asked and not tokens.said("supposes", "corrects") and not tokens.told_anew


def _ends_with_a_total(tokens: Tokens) -> bool:
    """Whether a message ends by asking for the total of what it tells: 二月20天三月18天呢，一共."""
    return any(not tokens.text[word.end :].strip(FINAL) for word in tokens.said("total"))
