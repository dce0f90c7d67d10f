"""Nothing of a document disappears: every clause of it is in a draft, in what says which document it is, or left out by name."""

from __future__ import annotations

import re
from pathlib import Path

from bot.authoring.importer_files import found_in, read_source
from bot.authoring.importer_ordinals import mark
from bot.authoring.importer_source import tidy

_MARKS = re.compile(r"[\s。；;，,：:、（）()《》“”|·.\-*#]+")
_DUTY = re.compile(r"(?:牵头|配合|负责)$")
_FIELD_NAMES = {"牵头", "责任单位", "牵头单位", "配合单位", "完成时限", "责任人", "负责"}
_COLUMN_NAMES = re.compile("序号|项目|工作内容|具体措施|主要任务|工作任务|措施内容|时限|人$|备注|电话|标准|要求|分工|领域|内容|单位|政策")


def unaccounted(file: Path) -> list[str]:
    """Clauses of a document that are nowhere in what was made of it; headings of columns and labels aside."""
    source = read_source(file)
    found = found_in(source)
    fields = [
        text
        for draft in found.drafts
        for text in (draft.title, draft.text, draft.area, *draft.units, draft.lead, draft.officer, draft.deadline)
    ]
    fields += [draft_note for draft in found.drafts for draft_note in draft.doubts]
    fields += [left_out.text for left_out in found.left_out]
    fields += [found.head.title, found.head.number, found.head.issuer, found.head.published]
    everything = _MARKS.sub("", tidy(" ".join(fields)))
    clauses = [clause for _, text in source.pieces() for line in text.splitlines() for clause in _clauses(line)]
    return [clause for clause in clauses if clause not in everything]


def _clauses(line: str) -> list[str]:
    parts = [_DUTY.sub("", part) for part in _MARKS.split(mark(tidy(line)).text)]
    kept = [part for part in parts if len(part) > 1 and part not in _FIELD_NAMES and not re.fullmatch(r"第?\d+[页项]?", part)]
    return [part for part in kept if not (len(part) <= 6 and _COLUMN_NAMES.search(part))]
