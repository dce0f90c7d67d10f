"""From a government document to one draft measure file per item, with everything unsure marked for the author."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.authoring.importer_files import read_drafts
from bot.authoring.importer_text import Draft
from bot.authoring.importer_units import UnitBook
from bot.authoring.skeleton import contacts_text, new_region
from bot.checks.files import TO_DO
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.numerals import figures
from bot.model.session import Session
from bot.reading.parse import Reading, read_folder
from bot.understanding.hear import hear
from bot.understanding.margin import margin_of
from bot.understanding.read import read

Guess = Callable[[str], tuple[str, ...]]
"""Topics a text may belong to, best first."""

_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_LONGEST_POINT = 120
_SHORTEST_POINT = 4
_NUMBER_WITH_UNIT = re.compile(
    r"\d{3,4}-\d{3,8}(?:-\d{3,8})?|\d[\d,]*(?:\.\d+)?\s*(?:%|％|万元|元|天|小时|个月|个工作日|工作日|次|年|月|日|周|名|人|倍|项|种|个|份)?"
)
_SCHEMA_HINT = "# yaml-language-server: $schema=../../../schema/measure.json"


@dataclass(slots=True)
class Import:
    """What an import did: files made, files that were there already, contacts the author has to add by hand."""

    made: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    doubts: int = 0


def import_document(file: Path, folder: Path, region: str, guess: Guess) -> Import:
    """Draft a measure file for every item of a document. Nothing is ever overwritten.

    Raises:
        UnreadableError: if there is nothing to import from.
        ValueError: if the region cannot be laid out.
    """
    drafts = read_drafts(file)
    home = folder / "regions" / region
    done = Import()
    is_new = not home.exists()
    if is_new:
        *made, example = new_region(folder, region)
        example.unlink()  # real measures follow
        done.made += made
    book = UnitBook({} if is_new else _contacts_of(read_folder(folder), region))
    for draft in drafts:
        _write(draft, home / "measures", region, book, guess, done)
    if is_new and book.new_lines():
        (home / "contacts.yaml").write_text(contacts_text(book.new_lines()), encoding="utf-8")
    else:
        done.contacts = book.new_lines()
    return done


def _contacts_of(reading: Reading, region: str) -> dict[str, str]:
    """Ids of the contacts a region has already, by name and alias."""
    parts = reading.partial.regions if reading.partial is not None else ()
    contacts = [contact for part in parts if part.region.id == region for contact in part.contacts]
    return {name: contact.id for contact in contacts for name in (contact.name, *contact.aliases)}


def _write(draft: Draft, folder: Path, region: str, book: UnitBook, guess: Guess, done: Import) -> None:
    measure_id = f"{region}-{draft.number:02}"
    there = sorted(folder.glob(f"{measure_id}-*.yaml"))
    if there:
        done.kept.append(there[0])
        return
    topics = guess(f"{draft.title}。{draft.text}"[:_LONGEST_POINT])
    text = measure_text(draft, measure_id, topics, book)
    file = folder / f"{measure_id}-{topics[0] if topics else 'item'}.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as stream:
        stream.write(text)
    done.made.append(file)
    done.doubts += text.count(TO_DO)


def measure_text(draft: Draft, measure_id: str, topics: Sequence[str], book: UnitBook) -> str:
    """The draft as a measure file."""
    units = [book.id_of(unit) for unit in draft.units]
    lead = book.id_of(draft.lead) if draft.lead else None
    lines = [
        _SCHEMA_HINT,
        "# 由 import 起草。请对照原文，把每一处〔待…〕改好并删掉标记；用自己的平实的话，数字一字不差。",
    ]
    lines += [f"# 请核对：{doubt}" for doubt in draft.doubts]
    lines += [f"# 原文分类：{draft.area}"] if draft.area else []
    lines += [
        f"id: {measure_id}",
        f"title: {_quoted(draft.title)}",
        "area: general  # 换成 region.yaml 里贴切的分类",
        f"source: {{item: {draft.number}}}",
        f"audience: {_quoted(TO_DO + '填：给谁〕')}",
        f"summary: {_quoted(TO_DO + '改写成一句话〕' + _sentences(draft.text)[0])}",
        _topics_line(topics),
    ]
    lines += [f"units: [{', '.join(dict.fromkeys([*units, *([lead] if lead else [])]))}]"] if units or lead else []
    lines += [_lead_line(lead, sure=draft.lead_is_sure)] if lead else []
    lines += [f"officer: {_quoted(draft.officer)}"] if draft.officer else []
    lines += [f"deadline: {_quoted(draft.deadline)}"] if draft.deadline else []
    lines += ["points:", *_points(draft.text), *_figures(draft.text)]
    lines += ["examples:", f"  - {{ask: {_quoted(TO_DO + '填：一句口语问法〕')}}}"]
    return "\n".join(lines) + "\n"


def _lead_line(lead: str, *, sure: bool) -> str:
    """A lead the document does not name stays a comment: the bot must not name one either."""
    return f"lead: {lead}" if sure else f"# lead: {lead}  # 原文没有写明牵头；核实了再去掉开头的 #，否则删掉这一行"


def _topics_line(topics: Sequence[str]) -> str:
    if not topics:
        return f"topics: [{_quoted(TO_DO + '填：主题〕')}]  # 可用的主题见 ../../../topics/"
    others = f"；也可能是 {'、'.join(topics[1:4])}" if len(topics) > 1 else ""
    return f"topics: [{topics[0]}]  # 按文字猜的，请核对{others}"


def _sentences(text: str) -> list[str]:
    found = [match.strip() for match in _SENTENCE.findall(text)]
    return [sentence for sentence in found if len(sentence) >= _SHORTEST_POINT] or [text.strip() or TO_DO + "填〕"]


def _points(text: str) -> list[str]:
    lines = []
    for place, sentence in enumerate(_sentences(text), start=1):
        lines += [f"  - id: p{place}", f"    text: {_quoted(TO_DO + '改写〕' + sentence)}"]
    return lines


def _figures(text: str) -> list[str]:
    """Every figure of the text with its unit, so that none is lost; what it means is for the author."""
    found = dict.fromkeys(match.strip() for match in _NUMBER_WITH_UNIT.findall(text) if figures(match))
    entries = [
        f"  - {{value: {_quoted(figure)}, about: {_quoted(TO_DO + '填：这个数字说的是什么〕')}}}" for figure in found
    ]
    return ["figures:", *entries] if entries else []


def _quoted(text: str) -> str:
    """A text as YAML reads it back unchanged, whatever is in it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def topic_guesser(snapshot: Snapshot, today: date) -> Guess:
    """Guesses by ranking a text as a message is ranked; whether it asks anything does not matter."""

    def guess(text: str) -> tuple[str, ...]:
        session = Session()
        covered = margin_of(read(hear(text, snapshot), session, snapshot, today.year), session, snapshot).covered
        least = covered[0].total - snapshot.weights.nearly if covered else 0.0
        return tuple(scored.column.id for scored in covered if scored.total >= least and scored.column.id != OVERVIEW)

    return guess
