"""What is said to somebody in distress, and the documented help."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import Comforted, Judgment, Leaves, OnMeasure
from bot.dialogue.left_in_hand import offering
from bot.model.knowledge import RegionKnowledge
from bot.understanding.distress import Distress
from bot.understanding.distress import wording as first_words

_HELPS = 2
"""Regions up to which each one's help is named while the person's is not known."""


def listening(case: Case) -> str:
    """What is said to who goes on talking; danger is not spoken of to somebody who spoke of none."""
    gentle = case.before.gentle
    grave = gentle is not None and case.snapshot.care.kinds[gentle.kind].grave
    return wording.LISTENING_IN_DANGER if grave else wording.LISTENING


def relieved(case: Case) -> str:
    """What is said to who says that it was of a thing; the number stays where a life might have been in danger."""
    gentle = case.before.gentle
    grave = gentle is not None and case.snapshot.care.kinds[gentle.kind].grave
    return wording.EXPLAINED_IN_DANGER if grave else wording.EXPLAINED


def comforted(case: Case, distress: Distress, about: tuple[str, ...]) -> Judgment:
    """What to say first, and the documented help of the person's region, or of each while there are few; once for a kind."""
    care = case.snapshot.care
    kind = care.kinds[distress.kind]
    parts = [part for part in case.snapshot.knowledge.regions if case.region in (None, part.region.id)]
    before = case.before.gentle
    reply = first_words(distress, care)
    topics = reply.help or kind.help
    told = (before is not None and before.helped and before.kind == kind.id) or len(parts) > _HELPS
    helps = [] if told else [_help_of(case, topics, part) for part in parts]
    found = tuple(on for on in helps if on is not None and (_reached_by_phone(on) or not kind.help_to_call))
    stays = case.before.measures and not kind.grave  # 我妈没怎么吃东西 beside a question: whom to ask is asked of that
    leaves = Leaves(topics[:1], tuple(on.measure.id for on in found)) if found and not stays else Leaves()
    leaves = offering(case, about) if about else leaves
    again = before is not None and not (kind.grave or care.kinds[before.kind].grave)
    return Judgment(Comforted(kind, reply, found, again), leaves)


def _reached_by_phone(on: OnMeasure) -> bool:
    """Whether the document gives a number by which its help is reached."""
    return any(on.part.contact_by_id[channel].phone is not None for channel in on.measure.channels)


def _help_of(case: Case, topics: Sequence[str], part: RegionKnowledge) -> OnMeasure | None:
    """The documented help of a region, by the first of its points on the first of the topics that it has."""
    for topic in topics:
        for measure in case.snapshot.answers.get((topic, part.region.id), ())[:1]:
            points = tuple(point for point in measure.points if not point.topics or topic in point.topics)
            return OnMeasure(measure, part, points or measure.points)
    return None
