"""Which part of a message its topic is looked for in: not what is passed over, put off, taken back, or said before the point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.compiled.features import compared, features
from bot.compiled.keys import OptionKey
from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Counting
from bot.language.analyse import Analysis
from bot.language.clauses import Stretch, clauses
from bot.language.patterns import Found
from bot.language.referring_back import whether_written
from bot.understanding.hear import Heard
from bot.understanding.said import Act, Clause, Topical


def taken_back(said: Sequence[Clause], options: Mapping[OptionKey, Found], snapshot: Snapshot) -> list[Stretch]:
    """Where a message that takes something back denies it: what is told of 武汉 is not asked in 打错了，没去武汉."""
    if not said or said[0].act is not Act.CORRECTS:
        return []
    opposites = {OptionKey(fact.id, option.denied) for fact in snapshot.definitions.values() for option in fact.options if option.denied}
    return [(here.start, here.end) for key, here in options.items() if key in opposites]


def words_for_sides(analysis: Analysis, snapshot: Snapshot) -> tuple[Stretch, ...]:
    """Where words stand by which a side of a matter is asked for."""
    words = [mention for mention in analysis.mentions if mention.label[0] == "literal"]
    return tuple((word.start, word.end) for word in words if word.label[1] in snapshot.side_words)


_LEAST = 3
"""Characters that must follow a polite opening for them alone to be compared."""


def begin_of(text: str, snapshot: Snapshot) -> int:
    """Where what is meant begins, after polite openings."""
    opening, begin = snapshot.signal("opening"), 0
    while (end := opening.opens(text, begin)) is not None and end < len(text):
        begin = end + 1 if text[end] == "，" else end
    return begin


def set_aside(text: str, snapshot: Snapshot) -> list[Stretch]:
    """What is named only to be passed over, up to the end of its clause or to what is asked besides: 除了每天那笔，…; 除了补助|还有什么."""
    signal, besides, found = snapshot.signal("sets-aside"), snapshot.signal("asks-besides"), []
    for start, end in clauses(text):
        words = [begin for begin, _ in signal.spans(text[start:end])]
        if words and text.startswith("，", end) and len(text) - end > _LEAST:
            found.append((start + words[0], end))
            continue
        others = [begin for begin, _ in besides.spans(text[start:end]) if words and begin > words[0]]
        if others and end - start - others[0] > _LEAST:
            found.append((start + words[0], start + others[0]))
    return found


def put_off_clauses(text: str, snapshot: Snapshot) -> list[Stretch]:
    """Clauses that leave a matter for later, before another is spoken of: 先不说幼儿园，…; 孩子的先放放，…."""
    front, behind = snapshot.signal("puts-off"), snapshot.signal("is-put-off")
    return [
        (start, end)
        for start, end in clauses(text)
        if len(text) - end > _LEAST and (front.heard(text[start:end]) or behind.closes(text[start:end]))
    ]


def topical_of(
    heard: Heard,
    counting: Counting,
    said: Sequence[Clause],
    besides: Sequence[Stretch],
    narrowed: Stretch | None,
    snapshot: Snapshot,
) -> Topical:
    """What topics are scored by: not dates, thanks, what is taken back or passed over, nor what was said before coming to the point."""
    aside: list[Stretch] = [*counting.dated, *counting.rested, *besides]
    turning = snapshot.signal("turns-to").spans(heard.text)
    begin = turning[0][1] if turning else begin_of(heard.text, snapshot)
    aside += [(0, begin)] if turning or 0 < begin <= len(heard.text) - _LEAST else []
    written = whether_written(heard.text)
    aside += written if sum(end - start for start, end in written) <= len(heard.text) - _LEAST else []
    aside += [(0, narrowed[0])] if narrowed is not None and narrowed[0] else []
    idle = [(c.start, c.end) for c in said if c.phrase is not None or c.act is Act.CORRECTS]
    aside += idle if len(idle) < len(said) else []
    tokens = compared(heard.analysis, aside)
    return Topical(tuple(tokens), tuple(features(tokens, heard.analysis, aside)), tuple(aside))
