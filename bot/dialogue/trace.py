"""How a reply came about, for ``/why``: told from the values of the turn, in the order things were decided."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.counting import Count
from bot.dialogue.findings import Answered, Judgment, NotInDocuments
from bot.dialogue.replies.plain import VERDICT_WORDS
from bot.dialogue.wording import UNSURE_LABEL
from bot.model.reply import Trace
from bot.understanding.intents import FollowUp, Interpretation
from bot.understanding.reading import Said

_CANDIDATES = 3


def trace_of(
    said: Said, interpretation: Interpretation, counts: tuple[Count, ...], judgment: Judgment, snapshot: Snapshot
) -> Trace:
    """Readable lines: what was heard, read, meant, judged."""
    return Trace(
        (
            *_heard(said, counts, snapshot),
            *_meant(interpretation),
            *_judged(judgment),
        )
    )


def _heard(said: Said, counts: tuple[Count, ...], snapshot: Snapshot) -> list[str]:
    lines = [f"读作：{' '.join(said.analysis.tokens)}"] if said.analysis.tokens else []
    lines += [f"按“{c.meant}”理解（原写“{c.typed}”）" for c in said.analysis.corrections]
    definitions = snapshot.definitions
    for fact, option in said.stated.items():
        known = definitions[fact].option(option)
        lines.append(f"听到：{definitions[fact].title} = {known.label if known else UNSURE_LABEL}")
    for count in counts:
        for part in count.parts:
            working = f"（{part.working}）" if part.working else ""
            lines.append(f"听到：{definitions[count.fact].title} = {part.value}{working}")
    place = said.spoken.region or said.spoken.uncovered or said.spoken.around
    return lines + ([f"地点：{place}"] if place else [])


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
