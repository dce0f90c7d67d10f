"""A card made to be forwarded: what one measure gives the family, in whole sentences, with its source."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import Carded
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.footer import footer
from bot.dialogue.replies.told import LONGEST_REPLY, cut, length
from bot.model.measure import Entitlement
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.rules.verdict import assess


def card_reply(found: Carded, case: Case) -> Reply:
    """The card: what was asked about first, as much as one screen holds."""
    measure, part = found.measure, found.part
    title = Line(LineKind.TITLE, f"【{part.region.name}】{label_of(measure)}（可转发）")
    items = _at_issue(found, case)
    texts = dict.fromkeys(_given(item) for item in items)
    bring = dict.fromkeys(item.bring for item in items if item.bring)
    lines = [Line(LineKind.TEXT, text) for text in (*texts, *(f"{text}。" for text in bring))]
    foot = footer([(measure, part)])
    while len(lines) > 1 and length([title, *lines, foot]) > LONGEST_REPLY:
        lines.pop()
    return Reply(Decision.ANSWER, (Section((title, *lines, foot), measure.id),), (measure.id,))


def _at_issue(found: Carded, case: Case) -> list[Entitlement]:
    """What the measure gives to anybody: of the topic asked about, and of the person's own case, where those are known."""
    items = [item for item in found.measure.entitlements if item.refused is None and _gives(item)]
    on_topic = [item for item in items if found.topic is None or not item.topics or found.topic in item.topics] or items
    own = [item for item in on_topic if assess(item, case.facts) is not None]
    return own or on_topic


def _gives(item: Entitlement) -> bool:
    """Whether it is a case in which something is given, not one that only says what is left open."""
    return item.eligible is not None or all(silence.when != item.when for silence in item.silent)


def _given(item: Entitlement) -> str:
    return item.eligible or cut(f"{item.title}：{item.gives}。")
