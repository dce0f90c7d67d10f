"""What was told since the matter opened, in the author's words: no text of a conversation is stored, but marks of what was told are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.dialogue.replies.told import piece_mark
from bot.language.pieces import pieces
from bot.model.measure import Measure

_MEASURES = 128


def told_before(measures: Iterable[Measure], said: Sequence[int]) -> tuple[str, ...]:
    """Of each sentence that authors wrote for some measures the pieces that were told, as a line; of the others nothing."""
    if not said:
        return ()
    known = set(said)
    lines: dict[str, None] = {}
    for measure in measures:
        for made in _in_pieces(tuple(_sentences(measure))):
            here = [piece for piece, number in made if number in known]
            lines |= {"，".join(here): None} if here else {}
    return tuple(lines)


@lru_cache(maxsize=_MEASURES)
def _in_pieces(sentences: tuple[str, ...]) -> tuple[tuple[tuple[str, int], ...], ...]:
    """The pieces of each sentence with their marks."""
    made = (pieces(sentence) for sentence in dict.fromkeys(sentences))
    each = (((one.head,) if one.alone else ()) + one.behind for one in made)
    return tuple(tuple((piece, piece_mark(piece)) for piece in own) for own in each)


def _sentences(measure: Measure) -> Iterator[str]:
    """All that an author wrote of a measure to be told in a reply."""
    yield from measure.overview
    for point in measure.points:
        yield from point.answers
        yield from (text for text in (point.whether_in_full, point.brief, None if point.answers else point.text) if text)
    for item in measure.entitlements:
        yield from (text for text in (item.eligible, item.refused, item.bring) if text)
        yield from item.depends_lines.values()
        yield from (text for one in item.requires for text in (one.unmet, one.met) if text)
        yield from (other.say for other in item.instead)
        yield from (silence.say for silence in item.silent)
    yield from (gap.say for gap in measure.unanswered)
