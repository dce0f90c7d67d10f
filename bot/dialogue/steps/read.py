"""Read the message: words, places, facts, the sides it asks about."""

from __future__ import annotations

import re

from bot.dialogue import wording
from bot.dialogue.turn import Turn, plain
from bot.language.normalise import has_words
from bot.language.patterns import spots
from bot.matching.features import compared, features
from bot.matching.places import places_of
from bot.model.reply import Decision, Reply

_LONGEST_READ = 2_000
_END = 500
_TURNS_TO = re.compile("其实我?是?想问的?是?|我问的是|我想问的是|想问的其实是|我主要想问")
"""What was said before these words is not what is asked."""

_BOTH = re.compile(
    "(两地|两个地方|两个地区)(的|都|各|哪|有什么|有啥|对比|比较|规定|政策|文件|标准|怎么)|两边的(规定|政策|文件|标准)|两份文件都"
)
"""Asked of every region at once."""


def read(turn: Turn) -> Reply | None:
    """Fill the turn with what the message says. Replies only to what cannot be read."""
    if turn.message.action is not None:
        turn.region = turn.session.region
        return None
    snapshot = turn.snapshot
    turn.analysis = snapshot.language.analyse(_ends_of(turn.message.text))
    if not has_words(turn.analysis.text) and not any(ch.isdigit() for ch in turn.analysis.text):
        return plain(Decision.CHAT, wording.NOT_READABLE)
    turn.spoken = places_of(turn.analysis)
    turn.region = turn.spoken.region or turn.session.region
    if len(turn.spoken.regions) > 1 or _BOTH.search(turn.analysis.text):
        turn.region = None
    turn.where = spots(turn.analysis, turn.region or turn.session.region)
    facets = snapshot.facets.find(turn.where, turn.analysis.text)
    turn.facets = sorted(facets, key=lambda facet: facets[facet].start)
    turn.cues = snapshot.points.find(turn.where, turn.analysis.text)
    stated = snapshot.facts.read(turn.analysis, turn.where, _document_year(turn))
    turn.stated = stated.options
    turn.quantities = stated.quantities
    turn.rates = stated.rates
    turn.aside = [(q.start, q.start + len(q.said)) for q in stated.quantities if q.dated]
    turning = _TURNS_TO.search(turn.analysis.text)
    turn.aside += [(0, turning.end())] if turning else []
    turn.tokens = compared(turn.analysis, turn.aside)
    turn.features = features(turn.tokens, turn.analysis, turn.aside)
    sides = snapshot.side_words
    turn.sides = [(m.start, m.end) for m in turn.analysis.mentions if m.label[0] == "literal" and m.label[1] in sides]
    turn.spans = [*turn.sides, *stated.spans]
    turn.note(f"读作：{' '.join(turn.analysis.tokens)}")
    for correction in turn.analysis.corrections:
        turn.note(f"按“{correction.meant}”理解（原写“{correction.typed}”）")
    return None


def _ends_of(text: str) -> str:
    """A text, or of one too long to read its two ends, where a cry for help would stand."""
    return text if len(text) <= _END else text[: _END // 2 - 1] + "\n" + text[-_END // 2 :]


def too_long(turn: Turn) -> Reply | None:
    """Ask for a question where somebody pasted a document. Comes after care: distress is heard in any length."""
    return plain(Decision.CHAT, wording.TOO_LONG) if len(turn.message.text) > _LONGEST_READ else None


def _document_year(turn: Turn) -> int:
    """The year the documents speak of: a date range without a year means theirs, not today's."""
    return max((part.region.document.year for part in turn.snapshot.knowledge.regions), default=turn.today.year)
