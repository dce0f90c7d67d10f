"""Files that would never be read, and lists a Chinese comma keeps from being lists."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from itertools import chain
from pathlib import Path

from pydantic import BaseModel

from bot.checks.inspection import SHARED_LIST, Inspection
from bot.keeping.folder_digests import ENDINGS, REGIONS, SHARED, STRAY, links_of, part_of
from bot.reading.parse import Key
from bot.reading.problem import Problem

_READ = (
    "topics/*.yaml",
    "out_of_scope/*.yaml",
    "lexicon/*.yaml",
    "signals/*.yaml",
    "regions/*/region.yaml",
    "regions/*/contacts.yaml",
    "regions/*/measures/*.yaml",
    "facts.yaml",
    "facets.yaml",
    "phrases.yaml",
    "care.yaml",
    "care/*.yaml",
    "care/look_alikes/*.yaml",
    "places.yaml",
    "public_lines.yaml",
    "shared_cues.yaml",
)
_LISTS_OF_WORDS = frozenset({"cues", "says", "aliases", "places", "institutions", "around", "speaks", "words"})
TO_DO = "〔待"
"""What marks a place where the author has to decide."""


def check_files(inspection: Inspection) -> None:
    """Misnamed and misplaced files."""
    if inspection.alone is None:
        inspection.problems += file_problems(inspection.reading.folder)


def check_written(inspection: Inspection) -> None:
    """Lists with Chinese commas, and what is still to be filled in."""
    for key, value in _authored(inspection):
        _chinese_commas(inspection, key, value)
        _left_to_do(inspection, key, value)


def file_problems(folder: Path) -> Iterator[Problem]:
    """What is wrong with files by their names, whatever is in them."""
    links = links_of(folder)
    for root, folders, names in chain(os.walk(folder), *(os.walk(folder / REGIONS / name) for name in links)):
        inside = Path(root).relative_to(folder).parts
        for name in (*folders, *names):
            if inside != (REGIONS,) or name not in links:
                yield from name_problems(folder, (*inside, name))


def part_problems(folder: Path, part: str) -> Iterator[Problem]:
    """The same of the files that the digest of one part covers: they are as long as it is."""
    for root, folders, names in os.walk(folder / REGIONS / part if part != SHARED else folder):
        inside = Path(root).relative_to(folder)
        if not inside.parts and REGIONS in folders:
            folders.remove(REGIONS)
        for name in names:
            if part_of(inside / name) == part:
                yield from name_problems(folder, (*inside.parts, name))


def name_problems(folder: Path, parts: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with one file or folder by its name; ``parts`` lead to it from the knowledge folder."""
    *above, name = parts
    file = folder.joinpath(*parts)
    if above == [REGIONS] and not name.startswith(STRAY) and file.is_symlink() and file.is_dir():
        yield Problem(file, 0, 0, "这个文件夹是链接，不会被读到", "把文件夹本身放进来，不要用链接", "warning")
    if not name.lower().endswith(ENDINGS):
        return
    if any(part.startswith(STRAY) for part in parts):
        yield _stray(file)
    elif not _is_read(parts):
        yield _unread(file)
    elif not name.isascii():
        yield Problem(file, 0, 0, "文件名里有中文或全角字符", "文件名只用小写英文字母、数字和连字符")


def _is_read(parts: tuple[str, ...]) -> bool:
    return any(all(map(fnmatchcase, parts, pattern)) for pattern in _patterns().get(_place(parts), ()))


@cache
def _patterns() -> dict[tuple[int, str], list[tuple[str, ...]]]:
    """What is read, by how deep it lies and where: a folder of thousands of files is held against few patterns each."""
    found: dict[tuple[int, str], list[tuple[str, ...]]] = defaultdict(list)
    for path in _READ:
        parts = tuple(path.split("/"))
        found[_place(parts)].append(parts)
    return found


def _place(parts: tuple[str, ...]) -> tuple[int, str]:
    return len(parts), parts[0] if len(parts) > 1 else ""


def _stray(file: Path) -> Problem:
    """Told where it looks like an author's; a hidden file of the system is nobody's business."""
    return Problem(file, 0, 0, "编辑器或系统留下的文件，不读它", "可以删掉；不删也不碍事", "warning")


def _unread(file: Path) -> Problem:
    remedy = (
        "后缀改成 .yaml"
        if file.suffix != ".yaml"
        else "放到 topics/、regions/<地区>/measures/ 等文件夹里，见 knowledge/README.md"
    )
    return Problem(file, 0, 0, "这个文件不会被读到", remedy, "warning")


def _authored(inspection: Inspection) -> Iterator[tuple[Key, BaseModel]]:
    """What belongs to a region, and the lists of patterns that regions may share."""
    if inspection.alone is None:
        yield from (((SHARED_LIST, cues.id), cues) for cues in inspection.knowledge.shared_cues)
    for part in inspection.knowledge.regions:
        yield ("region", part.region.id), part.region
        yield from ((("contact", f"{part.region.id}/{contact.id}"), contact) for contact in part.contacts)
        yield from ((("measure", measure.id), measure) for measure in part.measures)


def _chinese_commas(inspection: Inspection, key: Key, value: BaseModel) -> None:
    elsewhere = inspection.in_shared_lists if key[0] != SHARED_LIST else ()
    for path, text in inspection.leaves(value):
        listed = len(path) > 1 and isinstance(path[-1], int) and path[-2] in _LISTS_OF_WORDS
        if listed and ("，" in text or "、" in text) and text not in elsewhere:
            message = f"“{text[:20]}”里有中文逗号或顿号，会被当成一个词"
            inspection.report(key, path, message, "列表各项之间用英文逗号")


def _left_to_do(inspection: Inspection, key: Key, value: BaseModel) -> None:
    """Marks that ``new-region`` and ``import`` leave for the author."""
    for path, text in inspection.leaves(value):
        if TO_DO in text:
            inspection.report(key, path, f"还没有填完：“{text[:30]}”", f"对照原文写好，删掉“{TO_DO}…〕”")
