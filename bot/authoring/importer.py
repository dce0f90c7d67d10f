"""From a government document to one draft measure file per item; what is in no draft is listed with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from bot.authoring.importer_draft import measure_text, quoted
from bot.authoring.importer_figures import figures_of, phones_of
from bot.authoring.importer_files import Found, read_document
from bot.authoring.importer_head import Head
from bot.authoring.importer_source import LeftOut
from bot.authoring.importer_text import Draft
from bot.authoring.importer_units import UnitBook
from bot.authoring.skeleton import check_id, contacts_text, region_text, untouched
from bot.checks.files import TO_DO
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.model.knowledge import RegionKnowledge
from bot.model.session import Session
from bot.reading.parse import read_folder
from bot.understanding.hear import hear
from bot.understanding.margin import margin_of
from bot.understanding.read import read

Guess = Callable[[str], tuple[str, ...]]
"""Topics a text may belong to, best first."""

REPORT = "import-report.txt"
_GUESSED_FROM = 120
_ALIKE = 0.6
_GENERAL = "general  # 换成 region.yaml 里贴切的分类"


class AlreadyThereError(ValueError):
    """The document has been imported, or the region is about another one; nothing was changed."""


@dataclass(slots=True)
class Import:
    """What an import did: files made, files that were there already, and what the author has to do by hand."""

    made: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    left_out: tuple[LeftOut, ...] = ()
    report: Path | None = None
    items: int = 0
    figures: int = 0
    pieces: int = 0
    doubts: int = 0


def import_document(file: Path, folder: Path, region: str, guess: Guess) -> Import:
    """Draft a measure file for every item of a document. Nothing an author wrote is ever overwritten.

    Raises:
        UnreadableError: if there is nothing to import from.
        AlreadyThereError: if the document is there already, in this region or another.
        ValueError: if the region cannot be laid out.
    """
    check_id(folder, region)
    found = read_document(file)
    home = folder / "regions" / region
    regions = _regions(folder)
    _refuse_known(found.head, region, regions)
    skeleton = untouched(home)
    own = None if home / "region.yaml" in skeleton else regions.get(region)
    there = _there(found.drafts, home, region, own, skeleton)
    done = Import(kept=sorted(set(there.values())), left_out=found.left_out, pieces=found.pieces, items=len(found.drafts))
    done.figures = sum(len(figures_of(draft.text)) for draft in found.drafts)
    fresh = [draft for draft in found.drafts if draft.number not in there]
    if not fresh:
        raise AlreadyThereError(f"这份文件的 {len(there)} 项在地区 {region} 里都已经有了，什么都没有改（如 {done.kept[0]}）")
    for laid_out in skeleton:
        laid_out.unlink()
    _Writer(found, home, own, done, guess).write(fresh)
    _report(home, file, done)
    return done


def _regions(folder: Path) -> dict[str, RegionKnowledge]:
    partial = read_folder(folder).partial
    return {part.region.id: part for part in (partial.regions if partial is not None else ())}


def _refuse_known(head: Head, region: str, regions: Mapping[str, RegionKnowledge]) -> None:
    """A document belongs to one region, a region to one document."""
    for name, part in regions.items():
        document = part.region.document
        same = _same(head.title, document.title) or bool(head.number and _bare(head.number) == _bare(document.number or ""))
        if name != region and same:
            raise AlreadyThereError(f"这份文件（{document.title}）已经在地区 {name} 里了，什么都没有改")
        if name == region and head.title and TO_DO not in document.title and not same and not _near(head.title, document.title):
            raise AlreadyThereError(
                f"地区 {region} 的文件是“{document.title}”，这一份是“{head.title}”，什么都没有改；一个地区一份文件，换一个 --region"
            )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _same(one: str, other: str) -> bool:
    return bool(one) and TO_DO not in other and _bare(one) == _bare(other)


def _near(one: str, other: str) -> bool:
    """Whether two titles are ways to name one document."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short in long or SequenceMatcher(None, short, long, autojunk=False).ratio() >= _ALIKE


def _there(
    drafts: Sequence[Draft], home: Path, region: str, own: RegionKnowledge | None, skeleton: Sequence[Path]
) -> dict[int, Path]:
    """Items that the region has already: by the item a measure names as its source, or by the file's name."""
    files = [file for file in sorted((home / "measures").glob("*.yaml")) if file not in skeleton]
    sources = {measure.source.item: measure.id for measure in (own.measures if own is not None else ())}
    there: dict[int, Path] = {}
    for draft in drafts:
        ids = (sources.get(draft.number, ""), f"{region}-{draft.number:02}")
        known = next((file for id_ in ids for file in files if id_ and _is_of(file, id_)), None)
        if known is not None:
            there[draft.number] = known
    return there


def _is_of(file: Path, measure_id: str) -> bool:
    return file.stem == measure_id or file.stem.startswith(f"{measure_id}-")


@dataclass(slots=True)
class _Writer:
    """Writes what was found into a region's folder."""

    found: Found
    home: Path
    own: RegionKnowledge | None
    done: Import
    guess: Guess

    def write(self, drafts: Sequence[Draft]) -> None:
        """The measures, and what a new region has besides."""
        book = UnitBook(self._known_units())
        areas = self._areas()
        lines: dict[str, str] = {}
        for draft in drafts:
            self._measure(draft, book, areas, lines)
        contacts = [*book.new_lines(dict(self.found.phones)), *lines.values()]
        if not (self.home / "region.yaml").exists():
            self._new(self.home / "region.yaml", region_text(self.home.name, self._of_region(areas)))
        if not (self.home / "contacts.yaml").exists():
            self._new(self.home / "contacts.yaml", contacts_text(contacts))
        else:
            self.done.contacts = contacts

    def _known_units(self) -> dict[str, str]:
        """Ids of the contacts a region has already, by name and alias."""
        contacts = self.own.contacts if self.own is not None else ()
        return {name: contact.id for contact in contacts for name in (contact.name, *contact.aliases)}

    def _areas(self) -> dict[str, str]:
        """Ids of areas by their title: those of the region, or those of the document."""
        if self.own is not None:
            return {area.title: area.id for area in self.own.region.areas}
        titles = dict.fromkeys(_area_title(draft.area) for draft in self.found.drafts if draft.area)
        return {title: f"area-{place}" for place, title in enumerate(titles, start=1)}

    def _measure(self, draft: Draft, book: UnitBook, areas: Mapping[str, str], lines: dict[str, str]) -> None:
        topics = self.guess(f"{draft.title}。{draft.text}"[:_GUESSED_FROM])
        channels = [self._line_of(phone, draft, lines) for phone in phones_of(draft.text)]
        area = areas.get(_area_title(draft.area)) or _GENERAL
        measure_id = f"{self.home.name}-{draft.number:02}"
        text = measure_text(draft, measure_id, topics, book, area, channels)
        self._new(self.home / "measures" / f"{measure_id}-{topics[0] if topics else 'item'}.yaml", text)

    def _line_of(self, phone: str, draft: Draft, lines: dict[str, str]) -> str:
        """The id of a phone's contact, which is made where there is none."""
        known = next((c.id for c in (self.own.contacts if self.own is not None else ()) if c.phone == phone), None)
        if known is not None:
            return known
        number = list(lines).index(phone) + 1 if phone in lines else len(lines) + 1
        before = re.split("[。；;，,、\n]", draft.text[: draft.text.find(phone)])[-1][-12:]
        name = quoted(f"{TO_DO}填：这是谁的电话，第 {draft.number} 项〕{before}")
        lines.setdefault(phone, f"- {{id: line-{number}, name: {name}, phone: {quoted(phone)}}}")
        return f"line-{number}"

    def _of_region(self, areas: Mapping[str, str]) -> dict[str, str]:
        """What the document says of itself, as it stands in ``region.yaml``."""
        head, known = self.found.head, {"label": self.found.label}
        if head.place:
            name = re.split(r"(?<=[省市盟])(?=.{2})", head.place)[-1]
            short = name[:-1] if len(name) > 2 else name
            known |= {"full_name": quoted(head.place), "name": quoted(name), "places": f"[{name}, {short}]"}
        known |= {"title": quoted(head.title)} if head.title else {}
        known |= {"year": str(head.year), "published": quoted(head.published)} if head.year else {}
        known |= {"issuer": f"issuer: {quoted(head.issuer)}"} if head.issuer else {}
        known |= {"number": f"number: {quoted(head.number)}"} if head.number else {}
        known |= {"confirm": "牵头单位"} if any(d.lead and d.lead_is_sure for d in self.found.drafts) else {}
        if areas:
            known["areas"] = "\n".join(f"  - {{id: {id_}, title: {quoted(title)}}}" for title, id_ in areas.items())
        if any(not draft.area for draft in self.found.drafts) and areas:
            known["areas"] += "\n  - {id: general, title: 其他}"
        return known

    def _new(self, file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
        self.done.made.append(file)
        self.done.doubts += text.count(TO_DO)


def _area_title(area: str) -> str:
    return " ".join(area.split()).strip("：:。 ")


def _report(home: Path, file: Path, done: Import) -> None:
    """What the import left out goes into a file beside the drafts, after what earlier imports left out."""
    done.report = home / REPORT
    with done.report.open("a", encoding="utf-8") as stream:
        stream.write("\n".join(_report_lines(file, done)) + "\n")


def _report_lines(file: Path, done: Import) -> Iterator[str]:
    yield f"从 {file.name} 导入：{summary(done)}"
    yield from (f"没有放进草稿：{' '.join(str(found).split())}" for found in done.left_out)


def summary(done: Import) -> str:
    """How much there was, and what became of it."""
    return (
        f"文件里有 {done.pieces} 段或格；起草了 {done.items - len(done.kept)} 项，共 {done.figures} 个数字；"
        f"{len(done.left_out)} 处没有放进草稿"
    )


def topic_guesser(snapshot: Snapshot, today: date) -> Guess:
    """Guesses by ranking a text as a message is ranked; whether it asks anything does not matter."""

    def guess(text: str) -> tuple[str, ...]:
        session = Session()
        covered = margin_of(read(hear(text, snapshot), session, snapshot, today.year), session, snapshot).covered
        least = covered[0].total - snapshot.weights.nearly if covered else 0.0
        return tuple(scored.column.id for scored in covered if scored.total >= least and scored.column.id != OVERVIEW)

    return guess
