"""A card made to be forwarded: one measure, case by case, in short sentences, and what to bring up with which office."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.compose import contact_lines, source_line
from bot.dialogue.turn import Turn, plain
from bot.model.measure import Entitlement, Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section

_CASES = 3


def has_card(measure: Measure) -> bool:
    """Whether a measure gives different things to people in different cases, such as each school stage."""
    return sum(_gives_something(item) for item in measure.entitlements) >= _CASES


def card(turn: Turn, measures: tuple[str, ...]) -> Reply:
    """The card of the first of the measures that has one, else of the region's first that has."""
    by_id = turn.snapshot.knowledge.measure_by_id
    wanted = [by_id[measure] for measure in measures if measure in by_id]
    region = turn.snapshot.knowledge.region_by_id.get(turn.region or turn.session.region or "")
    measure = next((m for m in (*wanted, *(region.measures if region else ())) if has_card(m)), None)
    if measure is None:
        return plain(Decision.CHAT, wording.NO_CARD)
    return _card(turn, measure)


def _needs(items: list[Entitlement]) -> list[str]:
    """What must hold, and for which cases where it is not for all of them: registration is asked of two stages only."""
    cases: dict[str, list[str]] = {}
    for item in items:
        for requirement in item.requires:
            cases.setdefault(requirement.unmet, []).append(item.title)
    return [
        f"注意：{text}" if len(titles) == len(items) else f"注意（{'、'.join(titles)}）：{text}"
        for text, titles in cases.items()
    ]


def _gives_something(item: Entitlement) -> bool:
    """Whether an entitlement is a case in which something is given, not one that only says what is left open."""
    return item.when is not None and item.refused is None and all(silence.when != item.when for silence in item.silent)


def _card(turn: Turn, measure: Measure) -> Reply:
    part = turn.snapshot.knowledge.region_of[measure.id]
    items = [item for item in measure.entitlements if _gives_something(item)]
    lines = [Line(LineKind.TITLE, f"【{part.region.name}】{measure.title}（可转发）")]
    lines += [Line(LineKind.TEXT, f"· {item.title}：{item.gives}。") for item in items]
    lines += [Line(LineKind.NOTE, text) for text in _needs(items)]
    bring = dict.fromkeys(item.bring for item in items if item.bring)
    lines += [Line(LineKind.NOTE, f"去问时：{text}") for text in bring]
    lines += [*contact_lines(turn, measure), source_line(part, measure)]
    turn.update(measures=(measure.id,), topics=measure.topics[:1], pending=None)
    return Reply(Decision.ANSWER, (Section(tuple(lines), measure.id),), (measure.id,))
