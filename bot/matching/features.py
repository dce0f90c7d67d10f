"""What a text is compared by: its words, their concepts, its character pairs."""

from __future__ import annotations

import re

from bot.language.analyse import Analysis, Language

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARKS = re.compile(r"[^\w]+")


def masked(analysis: Analysis) -> str:
    """The text without place names and with every number as 0: neither says what a question is about."""
    text = analysis.text
    for mention in reversed(analysis.mentions):
        if mention.label[0] == "place" and mention.label[1] != "destination":
            text = text[: mention.start] + text[mention.end :] if text[mention.start : mention.end] else text
    return _NUMBER.sub("0", text)


def features(analysis: Analysis, language: Language) -> list[str]:
    """Distinct features: ``w`` words, ``c`` concepts, ``b`` character pairs with the ends of the text marked.

    Places and numbers are masked first, so that no topic is chosen for where somebody is or how much they name.
    """
    places = {mention.start: mention.end for mention in analysis.mentions if mention.label[0] == "place"}
    places = {
        mention.start: mention.end
        for mention in analysis.mentions
        if mention.label[0] == "place" and mention.label[1] != "destination"
    }
    found: dict[str, None] = {}
    position = 0
    skip_to = 0
    kept: list[str] = []
    for token in analysis.tokens:
        start, position = position, position + len(token)
        skip_to = max(skip_to, places.get(start, 0))
        if start < skip_to:
            continue
        if _MARKS.fullmatch(token):
            continue
        plain = _NUMBER.sub("0", token)
        kept.append(plain)
        found["w" + plain] = None
        for concept in language.concepts_of(token):
            found["c" + concept] = None
    joined = "^" + "".join(kept) + "$"
    for index in range(len(joined) - 1):
        found["b" + joined[index : index + 2]] = None
    return list(found)
