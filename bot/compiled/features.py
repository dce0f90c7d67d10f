"""What a text is compared by: its words, their concepts, its character pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.analyse import Analysis

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARKS = re.compile(r"[^\w]+")
_MASKED_KINDS = ("place", "institution")
_SENT_TO = ("place", "destination")

SHELVED = 2
"""Characters by which features are shelved in a packed table: their kind and the first of the text."""

SPELLED = 4
"""The same where they are spelled in Latin letters: names of concepts or sounds."""


def compared(analysis: Analysis, aside: Sequence[tuple[int, int]] = ()) -> list[str]:
    """The tokens that are compared: no marks, no place names, every number as 0.

    Neither where somebody is nor how much they name says what a question is about. Where teams were sent does.
    ``aside`` are stretches of text that do not count: from when to when, what was said before coming to the point.
    """
    hidden = {m.start: m.end for m in analysis.mentions if m.label[0] in _MASKED_KINDS and m.label != _SENT_TO}
    hidden |= dict(aside)
    kept = []
    position = hidden_until = 0
    for token in analysis.tokens:
        start, position = position, position + len(token)
        if start in hidden:
            hidden_until = max(hidden_until, hidden[start])
        if start < hidden_until:
            continue
        if token.isalpha():
            kept.append(token)
        elif not _MARKS.fullmatch(token):
            kept.append(_NUMBER.sub("0", token))
    return kept


def features(tokens: list[str], analysis: Analysis, hidden: Sequence[tuple[int, int]] = ()) -> list[str]:
    """Distinct features: ``w`` compared tokens, ``c`` concepts named in the text, ``b`` character pairs, both ends marked.

    ``hidden`` are stretches whose concepts do not count either.
    """
    found = ["w" + token for token in tokens]
    concepts = [mention for mention in analysis.mentions if mention.label[0] == "concept"]
    if hidden:
        concepts = [m for m in concepts if not any(begin <= m.start < end for begin, end in hidden)]
    found += ["c" + mention.label[1] for mention in concepts]
    joined = "^" + "".join(tokens) + "$"
    found += ["b" + joined[index : index + 2] for index in range(len(joined) - 1)]
    return list(dict.fromkeys(found))
