"""A message may hold two questions; each gets its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.asking import ASKS, IN_ONE_SUM
from bot.dialogue.snapshot import OVERVIEW
from bot.dialogue.turn import Turn
from bot.matching.features import compared, features
from bot.matching.score import rank

_PIECES = re.compile(r"[。？！；\n]|，?(?:还有就是|还有|另外|顺便|再就是|再问|以及)")
_CLAUSES = re.compile(r"[，、。？！；\n]")
_SHORTEST_PIECE = 4
_OF_ANOTHER = 0.6
"""How typical of another topic a word must be for the message to be taken apart."""

_SHORTEST_CLAUSE = 3
_CLEAR_LEAD = 3.0
_CLEAR_TOTAL = 8.0
"""What a topic scores in a clause that names it; a clause is less than a sentence and has to be plainer."""


def topics_asked(turn: Turn, best: str) -> list[str]:
    """The topic of the message; two, in the order asked, if both are clear on their own.

    They may stand in two sentences, or in two clauses that ask.
    """
    if not _names_another(turn, best):
        return _with(best, _added_up(turn))
    text = turn.analysis.text
    pieces = [(begin, end) for begin, end in _split(_PIECES, text) if end - begin >= _SHORTEST_PIECE]
    sentences = _clear(turn, pieces, 0.0)
    if sentences not in ([], [best]):
        return _with(best, sentences)
    asking = [
        (begin, end)
        for begin, end in _split(_CLAUSES, text)
        if end - begin >= _SHORTEST_CLAUSE and ASKS.search(text[begin:end])
    ]
    clauses = _clear(turn, asking, _CLEAR_TOTAL)
    return _with(best, clauses) if best in clauses else _with(best, _added_up(turn))


def _names_another(turn: Turn, best: str) -> bool:
    """Whether any word is typical of another covered topic: most messages have none, and need not be taken apart."""
    topics, degrees = turn.snapshot.typical
    rows = (row for row in turn.snapshot.index.rows(turn.features) if row is not None)
    others = turn.snapshot.topic_by_id
    return any(degrees[row] >= _OF_ANOTHER and topics[row] != best and topics[row] in others for row in rows)


def _added_up(turn: Turn) -> list[str]:
    """The topics of counts in different units that somebody wants in one sum: 补助12天加上慰问金两个月，一共多少."""
    if not turn.asks("amount") or IN_ONE_SUM.search(turn.analysis.text) is None:
        return []
    pointed = {q.fact: turn.snapshot.hints.get(q.fact, frozenset()) for q in turn.quantities if q.value is not None}
    return [topic for topics in pointed.values() if len(topics) == 1 for topic in topics] if len(pointed) > 1 else []


def _with(best: str, topics: list[str]) -> list[str]:
    """The best topic and one more, in the order asked."""
    other = next((topic for topic in topics if topic != best), best)
    found = [topic for topic in topics if topic in (best, other)]
    return found if best in found else [best, *found]


def _split(marks: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The stretches of a text between marks."""
    found = [match.span() for match in marks.finditer(text)]
    return list(zip([0, *(end for _, end in found)], [*(begin for begin, _ in found), len(text)], strict=True))


def _clear(turn: Turn, pieces: Sequence[tuple[int, int]], least: float) -> list[str]:
    """The covered topics that pieces of a message name clearly, each once; none where the message is one piece."""
    topics: dict[str, None] = {}
    for begin, end in pieces if len(pieces) > 1 else ():
        analysis = turn.analysis.part(begin, end)
        tokens = compared(analysis)
        best = rank(features(tokens, analysis), "".join(tokens), turn.snapshot.index).scored[:2]
        clear = len(best) > 1 and best[0].total >= least and best[0].total - best[1].total >= _CLEAR_LEAD
        if clear and best[0].topic in turn.snapshot.topic_by_id and not (least and best[0].topic == OVERVIEW):
            topics[best[0].topic] = None
    return list(topics)
