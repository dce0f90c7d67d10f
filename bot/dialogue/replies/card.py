"""A card made to be forwarded: one measure, case by case, in short sentences, and what to bring up with which office."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import Carded
from bot.dialogue.replies.plain import contact_lines, source_line
from bot.model.measure import Entitlement, Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section

_CASES = 3


def has_card(measure: Measure) -> bool:
    """Whether a measure gives different things to people in different cases, such as each school stage."""
    return sum(_gives_something(item) for item in measure.entitlements) >= _CASES


def card_reply(found: Carded, case: Case) -> Reply:
    """The card of a measure that has one."""
    measure, part = found.measure, found.part
    items = [item for item in measure.entitlements if _gives_something(item)]
    lines = [Line(LineKind.TITLE, f"【{part.region.name}】{measure.title}（可转发）")]
    lines += [Line(LineKind.TEXT, f"· {item.title}：{item.gives}。") for item in items]
    lines += [Line(LineKind.NOTE, text) for text in _needs(items)]
    bring = dict.fromkeys(item.bring for item in items if item.bring)
    lines += [Line(LineKind.NOTE, f"去问时：{text}") for text in bring]
    asked = {quality: case.asks(quality) for quality in ("contacts", "officer", "deadline")}
    lines += [*contact_lines(part, measure, **asked), source_line(part, measure)]
    return Reply(Decision.ANSWER, (Section(tuple(lines), measure.id),), (measure.id,))


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
