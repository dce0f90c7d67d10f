"""Where the question is about: a covered region, a place nobody covers, or only the wider place."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.actions import perform
from bot.dialogue.turn import Turn, plain
from bot.dialogue.understanding import names_a_topic
from bot.language.analyse import Label
from bot.language.scan import Mention
from bot.model.reply import Decision, Reply

_LITTLE = 6
"""Characters besides the place name up to which a message says nothing else."""


def place(turn: Turn) -> Reply | None:
    """Note the place. Replies if it is not covered, or if the place is all that was said."""
    spoken = turn.spoken
    if spoken.uncovered is not None:
        if spoken.own:
            turn.update(elsewhere=spoken.uncovered, region=None)
        turn.note(f"地点：{spoken.uncovered}，不在收录范围")
        turn.update(pending=None)
        return _not_covered(turn, spoken.uncovered)
    if len(spoken.regions) > 1:
        return None
    if spoken.region is not None:
        turn.note(f"地点：{spoken.region}")
        if turn.session.region is None or spoken.own:
            turn.update(region=spoken.region, elsewhere=None)
        if _says_nothing_else(turn):
            return perform(f"region:{spoken.region}", turn)
    elif turn.session.elsewhere is not None:
        return _not_covered(turn, turn.session.elsewhere)
    return None


def _says_nothing_else(turn: Turn) -> bool:
    named = sum(m.end - m.start for m in _longest(turn))
    letters = [ch for ch in turn.analysis.text if ch.isalnum()]
    return len(letters) - named <= _LITTLE and not (turn.facets or turn.quantities or names_a_topic(turn))


def _longest(turn: Turn) -> list[Mention[Label]]:
    kept: list[Mention[Label]] = []
    until = 0
    for mention in turn.analysis.mentions:
        if mention.label[0] == "place" and mention.start >= until:
            kept.append(mention)
            until = mention.end
    return kept


def _not_covered(turn: Turn, name: str) -> Reply:
    options = wording.region_options(list(turn.snapshot.knowledge.regions))
    covered = "和".join(part.region.full_name for part in turn.snapshot.knowledge.regions)
    return plain(
        Decision.DECLINE,
        f"我没有{name}的文件，只收录了{covered}的，各地规定不同，不能互相套用。请问当地的卫生健康部门。",
        options=options,
    )
