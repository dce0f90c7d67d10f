"""Each or all: whether a count is said of each one, of everybody, or of two together."""

from __future__ import annotations

from bot.counting.tokens import Tokens
from bot.counting.tree import Count
from bot.language import whose_days

PAIR = 2


def joint(tokens: Tokens) -> bool:
    """Whether what two or more people get together is asked: 我俩一共, 两个人加起来."""
    return bool(tokens.said("pair") or any(heads.number == PAIR for heads in tokens.heads))


def said_of_each(tokens: Tokens, count: Count) -> bool:
    """Whether a count is said to be each one's: 各14天, 每人干了10天."""
    begin = tokens.clauses.begin(count.start)
    said = tokens.just_before(count.start, "each") or next(
        iter(tokens.said("everyone", start=begin, end=count.start)), None
    )
    alone = [word for word in tokens.said("each", start=begin, end=count.start) if word.end - word.start > 1]
    between = any(begin <= other.start < count.start for other in tokens.counts)
    return said is not None or bool(alone and not between)


def said_of_everybody(tokens: Tokens, count: Count) -> bool:
    """Whether the clause of a count says that it is so of everybody: 都干了14天."""
    words = tokens.in_clause(count.start, "all-of-them")
    return any(whose_days.of_everybody(tokens.text[word.start : word.end]) for word in words)


def of_all_told(tokens: Tokens, count: Count) -> bool:
    """Whether a count is each one's, or said of all where nobody is named: 三个人在隔离病房 — 都干了14天."""
    return said_of_each(tokens, count) or (said_of_everybody(tokens, count) and not tokens.persons)


def all_alike(tokens: Tokens, count: Count) -> bool:
    """Whether a count is told with a word for all of them: 都14天."""
    return bool(tokens.in_clause(count.start, "all-of-them")) or bool(tokens.just_before(count.start, "all-of-them"))


def of_more_than_one(tokens: Tokens) -> bool:
    """Whether more than one person is spoken of, without a number."""
    return bool(tokens.said("we", "everyone"))
