"""Small talk: what its author wrote, a line each; who greets is shown where to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.replies.of_document import document_reply
from bot.dialogue.replies.plain import plain
from bot.model.reply import Decision, Reply
from bot.model.talk import Phrase

_REGIONS = "{regions}"
"""Stands in an author's reply for the names of the regions that the person may mean."""

_EVERYWHERE = "{everywhere}"
"""Stands in it for the names of all regions, wherever the person is."""

_SAMPLES = "{samples}"
"""Stands in it for questions to begin with: of the region that the person is in, if it suggests any."""


def talk_reply(phrase: Phrase, case: Case) -> Reply:
    """The reply to a phrase, or what a document says of what it asks.

    One that names the regions offers them to who has not said where they are.
    """
    if phrase.about is not None:
        return document_reply(phrase, phrase.about, case)
    regions = case.snapshot.in_sight
    names = wording.region_names(regions)
    reply = phrase.reply or ""
    everywhere = wording.region_names(case.snapshot.everywhere)
    offers = case.memory.region is None and (_REGIONS in reply or _EVERYWHERE in reply)
    options = wording.region_options(regions) if offers else ()
    decision = Decision.DECLINE if phrase.declines else Decision.CHAT
    suggested = regions[0].region.samples if len(regions) == 1 else ()
    filled = {_REGIONS: names, _EVERYWHERE: everywhere, _SAMPLES: "、".join(suggested) or wording.SAMPLES}
    for place, text in filled.items():
        reply = reply.replace(place, text)
    return plain(decision, *reply.strip().split("\n"), options=options)


def with_also(first: Reply, also: Sequence[Phrase], case: Case) -> Reply:
    """A reply with what a document says of what else is asked of it."""
    more = (document_reply(phrase, phrase.about, case) for phrase in also if phrase.about is not None)
    return replace(first, sections=(*first.sections, *(section for reply in more for section in reply.sections)))
