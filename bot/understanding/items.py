"""A measure asked for by its number in the document: 第9项写了什么, 广东第16条."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import CLAUSE_MARKS
from bot.language.numerals import ITEM, value_of
from bot.understanding.intents import Items
from bot.understanding.said import Said

_ANY_ITEM = "0"
"""Stands for an item's number where only the word after it matters: 第 0 项."""

_FEW = 4
"""Characters before the number within which somebody asks to have it looked up: 帮我查第9项."""


def items_asked(said: Said, snapshot: Snapshot) -> Items | None:
    """The measures whose number the message names, in the person's region or in the one whose items are called so."""
    named = ITEM.search(said.text)
    if named is None or not _is_own(said, named.start(), snapshot):
        return None
    number = value_of(named.group(1))
    found = tuple(
        measure.id
        for part in snapshot.knowledge.regions
        if said.region in (None, part.region.id)
        and part.region.document.item_label.format(item=_ANY_ITEM).endswith(named.group(2))
        for measure in part.measures
        if measure.source.item == number
    )
    return Items(found) if found else None


def _is_own(said: Said, start: int, snapshot: Snapshot) -> bool:
    """Whether the number follows nothing, or a word for the documents or a region: not 民法第三条."""
    before = said.text[:start]
    if not before or before[-1] in CLAUSE_MARKS or before[-1] == " ":
        return True
    after_place = any(m.end == start for m in said.analysis.mentions if m.label[0] == "place")
    looked_up = len(before) <= _FEW and snapshot.signal("looks-up").closes(before)
    return after_place or looked_up or snapshot.signal("the-documents").closes(before)
