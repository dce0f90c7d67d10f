"""How a reply came about, for ``/why``: told from the values of the turn, in the order things were decided."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Answered, Judgment, NotInDocuments
from bot.dialogue.replies.plain import VERDICT_WORDS
from bot.dialogue.wording import UNSURE_LABEL
from bot.model.reply import Trace
from bot.model.tally import Doubt, Tally
from bot.understanding.intents import FollowUp, Interpretation
from bot.understanding.said import Said

_CANDIDATES = 3


def trace_of(
    said: Said, interpretation: Interpretation, tally: Tally | Doubt, judgment: Judgment, snapshot: Snapshot
) -> Trace:
    """Readable lines: what was heard, read, meant, judged."""
    heard = _heard(said, tally, snapshot)
    lines = (*heard, *_doubted(tally), *_place(said), *_meant(interpretation), *_judged(judgment))
    return Trace(lines, (*heard, *_concluded(judgment)))


def _heard(said: Said, tally: Tally | Doubt, snapshot: Snapshot) -> list[str]:
    lines = [f"读作：{' '.join(said.analysis.tokens)}"] if said.analysis.tokens else []
    lines += [f"按“{c.meant}”理解（原写“{c.typed}”）" for c in said.analysis.corrections]
    definitions = snapshot.definitions
    for fact, option in said.stated.items():
        known = definitions[fact].option(option)
        lines.append(f"听到：{definitions[fact].title} = {known.label if known else UNSURE_LABEL}")
    for spell in tally.spells if isinstance(tally, Tally) and said.counting else ():
        units = str(spell.low) if spell.exact else f"{spell.low}–{spell.high}"
        working = f"（{spell.working}）" if spell.working else ""
        lines.append(f"听到：{definitions[spell.fact].title} = {units}{working}")
    return lines


def _doubted(tally: Tally | Doubt) -> list[str]:
    return [f"没听准：{tally.said}（{tally.reason.value}）"] if isinstance(tally, Doubt) else []


def _place(said: Said) -> list[str]:
    place = said.spoken.region or said.spoken.uncovered or said.spoken.around
    return [f"地点：{place}"] if place else []


def _meant(interpretation: Interpretation) -> list[str]:
    intent, margin = interpretation.intent, interpretation.margin
    lines = [f"当作：{type(intent).__name__}"]
    if isinstance(intent, FollowUp):
        lines.append("接着上一个回答")
    if margin is None:
        return lines
    ranked = sorted((*margin.covered, *margin.others), key=lambda scored: scored.total, reverse=True)
    lines += [
        f"候选 {s.column}：{s.total:.1f}（用词 {s.contrast:.1f}，整体 {s.profile:.1f}，例句 {s.phrasing:.1f}）"
        for s in ranked[:_CANDIDATES]
    ]
    lines += margin.pointing
    lines.append(f"在范围内的把握 {margin.margin:.1f}（用词倾向 {margin.scope:.1f}，生词 {margin.strange}）")
    return lines


def _judged(judgment: Judgment) -> list[str]:
    found = judgment.findings
    if isinstance(found, NotInDocuments):
        return [f"范围外：{found.topic.title}"]
    lines = []
    for on in found.found if isinstance(found, Answered) else ():
        if on.verdict is not None:
            lines.append(f"{on.measure.id} {on.verdict.entitlement.title}：{VERDICT_WORDS[on.verdict.kind]}")
            lines += [f"　规则 {rule}" for rule in on.rules]
    return lines


def _concluded(judgment: Judgment) -> list[str]:
    """Where it was looked up, and what came of it, by name."""
    found = judgment.findings
    if isinstance(found, NotInDocuments):
        return [f"范围外：{found.topic.title}"]
    lines = []
    for on in found.found if isinstance(found, Answered) else ():
        lines.append(f"查的是：{on.part.region.name} · {on.measure.title}")
        if on.verdict is not None:
            lines.append(f"{on.verdict.entitlement.title}：{VERDICT_WORDS[on.verdict.kind]}")
    return list(dict.fromkeys(lines))
