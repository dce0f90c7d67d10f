"""A measure asked for by its number in the document: 第9项写了什么, 广东第16条."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import CLAUSE_MARKS
from bot.language.numerals import ITEM, value_of
from bot.understanding.intents import Items, ShowInFull, SmallTalk
from bot.understanding.said import Said

_ANY_ITEM = "0"
"""Stands for an item's number where only the word after it matters: 第 0 项."""

_ITEMS = "items"
"""What a phrase is about that tells how many items a document has."""

_FEW = 5
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


def in_full_if_asked(items: Items | None, said: Said, snapshot: Snapshot) -> Items | ShowInFull | None:
    """The item itself, word by word where that is wanted: 第9项原文念给我听."""
    if items is None or len(items.measures) != 1 or not snapshot.signal("in-full").heard(said.text):
        return items
    return ShowInFull(items.measures[0])


def beyond_items(said: Said, snapshot: Snapshot) -> SmallTalk | None:
    """How many items there are, and what they are called, where one is asked for that is none: 第二十四项."""
    named = ITEM.search(said.text)
    if named is None or said.region is None or not _is_own(said, named.start(), snapshot):
        return None
    phrase = next((phrase for phrase in snapshot.knowledge.phrases if phrase.about == _ITEMS), None)
    return SmallTalk(phrase) if phrase is not None else None


def _is_own(said: Said, start: int, snapshot: Snapshot) -> bool:
    """Whether the number follows nothing, or a word for the documents or a region: not 民法第三条."""
    before = said.text[:start]
    if not before or before[-1] in CLAUSE_MARKS or before[-1] == " ":
        return True
    after_place = any(m.end == start for m in said.analysis.mentions if m.label[0] == "place")
    looked_up = len(before) <= _FEW and snapshot.signal("looks-up").closes(before)
    return after_place or looked_up or snapshot.signal("the-documents").closes(before)
