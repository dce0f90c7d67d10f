"""Whether work carries over to a count that names none: it goes on, is left for other work, or ends with coming home."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting.heard_marks import Facts
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark, Part
from bot.language.clauses import CLAUSE_MARKS
from bot.language.ends_and_stretches import MOVES, works_here


def back_home(tokens: Tokens, counts: Sequence[Count], given: list[Facts], marks: Sequence[Mark]) -> None:
    """A count told of home (回来后又干了5天) has nothing of what was said of elsewhere before it, unless it is said again."""
    for at in range(1, len(counts)):
        begin = counts[at - 1].end
        if not tokens.said("here", start=begin, end=tokens.clauses.end(counts[at].start, len(tokens.text))):
            continue
        again = {(mark.fact, mark.option) for mark in marks if mark.start >= begin}
        given[at] = {fact: option for fact, option in given[at].items() if (fact, option) in again}


def inherit(tokens: Tokens, counts: Sequence[Count], given: list[Facts]) -> None:
    """A count that follows with nothing said of where (后来又干了5天) goes on under the facts before it."""
    for at in range(1, len(counts)):
        if given[at] or not given[at - 1] or counts[at].part is Part.WHOLE or _moved_on(tokens, counts[at - 1], counts[at]):
            continue
        end = counts[at + 1].start if at + 1 < len(counts) else tokens.clauses.end(counts[at].start, len(tokens.text))
        end = min(end, tokens.clauses.sentence_end(counts[at].start, len(tokens.text)))
        end = min([end, *(start for start, _ in tokens.labels if start >= counts[at].end)])  # 三月9天，|四月不碰样本了
        begin = max(counts[at - 1].end, tokens.clauses.begin(counts[at].start))
        inside = range(counts[at].start, counts[at].end)
        places = [w for w in tokens.said("whereabouts", start=begin, end=end) if w.start not in inside]
        little = _WORK - 1 if _both_open_a_stage(tokens, counts[at - 1], counts[at]) else _LITTLE
        elsewhere = bool(places) or _more_is_said(tokens, counts[at], begin, end, little)
        if not elsewhere and counts[at].person == counts[at - 1].person:
            given[at].update(given[at - 1])


def _moved_on(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether a clause between two counts tells of a change to something that nothing heard: 后来抽我去帮忙，9天."""
    begin, until = tokens.clauses.end(before.end, len(tokens.text)), tokens.clauses.begin(count.start)
    for at in (at for at in tokens.clauses.clauses if begin <= at < until):
        end = tokens.clauses.end(at, len(tokens.text))
        opening = tokens.said("later", "adds-to-before", start=at, end=end)
        gone_on = tokens.said("here", "same-work", start=at, end=end)
        if opening and not gone_on and tokens.said("whereabouts", start=opening[0].end, end=end):
            return True
    return False


def told_of_home(tokens: Tokens) -> bool:
    """Whether the one count is told of work at home: 加上回来|在发热门诊12天; not 2月3号去，回来算了算12天."""
    if len(tokens.counts) != 1 or tokens.counts[0].dated:
        return False
    begin, end = tokens.clauses.begin(tokens.counts[0].start), tokens.counts[0].start
    return any(works_here(tokens.text[word.start : end]) for word in tokens.said("here", start=begin, end=end))


_WORK = 2
"""Characters that name a work at least: 收样."""


def tells_other_work(tokens: Tokens) -> bool:
    """Whether the first count is told with a change to something that nothing heard: 后来去帮忙搬运，21天."""
    if tokens.marks or not tokens.counts or tokens.said("same-work", "here"):
        return False
    begin = tokens.clauses.sentence_begin(tokens.counts[0].start)
    moves = [word for word in tokens.said("whereabouts", start=begin, end=tokens.counts[0].start) if tokens.text[word.start] in MOVES]
    spans = [*((word.start, word.end) for word in tokens.words), *tokens.labels]
    left = [at for at in range(moves[0].end, tokens.counts[0].start) if not any(a <= at < b for a, b in spans)] if moves else []
    return sum(tokens.text[at] not in CLAUSE_MARKS for at in left) >= _WORK


_LITTLE = 4
"""Characters that say no more than that somebody went on."""


def _both_open_a_stage(tokens: Tokens, before: Count, count: Count) -> bool:
    """Whether two counts are each told as a stage of their own: 前6天…，后14天…."""
    return all(tokens.said("adds", "later", start=tokens.clauses.begin(one.start), end=one.start) for one in (before, count))


def _more_is_said(tokens: Tokens, count: Count, begin: int, end: int, little: int) -> bool:
    """Whether more words than a few that nobody understood stand with a count: then it may have been other work."""
    spans = [(count.start, count.end), *tokens.labels, *((word.start, word.end) for word in tokens.words)]
    left = [at for at in range(begin, end) if not any(a <= at < b for a, b in spans)]
    return sum(tokens.text[at] not in CLAUSE_MARKS for at in left) > little
