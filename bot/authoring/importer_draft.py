"""A draft as a measure file, with everything unsure marked for the author."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from bot.authoring.importer_figures import figures_of
from bot.authoring.importer_text import Draft
from bot.authoring.importer_units import UnitBook
from bot.checks.files import TO_DO

_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_SHORTEST_POINT = 4
_SCHEMA_HINT = "# yaml-language-server: $schema=../../../schema/measure.json"


def measure_text(
    draft: Draft, measure_id: str, topics: Sequence[str], book: UnitBook, area: str, channels: Sequence[str] = ()
) -> str:
    """The draft as a measure file."""
    units = [book.id_of(unit) for unit in draft.units]
    lead = book.id_of(draft.lead) if draft.lead else None
    lines = [
        _SCHEMA_HINT,
        "# 由 import 起草。请对照原文，把每一处〔待…〕改好并删掉标记；用自己的平实的话，数字一字不差。",
    ]
    lines += [f"# 请核对：{doubt}" for doubt in draft.doubts]
    lines += [f"# 原文另有一处说到这一项：{' '.join(note.split())}" for note in draft.notes]
    lines += [f"# 原文分类：{' '.join(draft.area.split())}"] if draft.area else []
    lines += [
        f"id: {measure_id}",
        f"title: {quoted(draft.title or TO_DO + '填：标题，原文没有〕')}",
        f"area: {area}",
        f"source: {{item: {draft.number}}}",
        f"audience: {quoted(TO_DO + '填：给谁〕')}",
        f"summary: {quoted(TO_DO + '改写成一句话〕' + _sentences(draft.text)[0])}",
        _topics_line(topics),
    ]
    lines += [f"units: [{', '.join(dict.fromkeys([*units, *([lead] if lead else [])]))}]"] if units or lead else []
    lines += [_lead_line(lead, sure=draft.lead_is_sure)] if lead else []
    lines += [f"officer: {quoted(draft.officer)}"] if draft.officer else []
    lines += [f"deadline: {quoted(draft.deadline)}"] if draft.deadline else []
    lines += [f"channels: [{', '.join(channels)}]"] if channels else []
    lines += ["points:", *_points(draft.text), *_figures(draft.text)]
    lines += ["examples:", f"  - {{ask: {quoted(TO_DO + '填：一句口语问法〕')}}}"]
    return "\n".join(lines) + "\n"


def _lead_line(lead: str, *, sure: bool) -> str:
    """A lead the document does not name stays a comment: the bot must not name one either."""
    return f"lead: {lead}" if sure else f"# lead: {lead}  # 原文没有写明牵头；核实了再去掉开头的 #，否则删掉这一行"


def _topics_line(topics: Sequence[str]) -> str:
    if not topics:
        return f"topics: [{quoted(TO_DO + '填：主题〕')}]  # 可用的主题见 ../../../topics/"
    others = f"；也可能是 {'、'.join(topics[1:4])}" if len(topics) > 1 else ""
    return f"topics: [{topics[0]}]  # 按文字猜的，请核对{others}"


def _sentences(text: str) -> list[str]:
    """The sentences; one too short to be a point of its own goes with the one before."""
    sentences: list[str] = []
    for found in _SENTENCE.findall(text):
        sentence = found.strip()
        if sentences and len(sentence) < _SHORTEST_POINT:
            sentences[-1] += sentence
        elif sentence:
            sentences.append(sentence)
    return sentences or [TO_DO + "填〕"]


def _points(text: str) -> list[str]:
    lines = []
    for place, sentence in enumerate(_sentences(text), start=1):
        lines += [f"  - id: p{place}", f"    text: {quoted(TO_DO + '改写〕' + sentence)}"]
    return lines


def _figures(text: str) -> list[str]:
    """Every figure of the text with its unit, so that none is lost; what it means is for the author."""
    entries = [
        f"  - {{value: {quoted(figure)}, about: {quoted(TO_DO + '填：这个数字说的是什么〕')}}}"
        for figure in figures_of(text)
    ]
    return ["figures:", *entries] if entries else []


def quoted(text: str) -> str:
    """A text as YAML reads it back unchanged, whatever is in it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
