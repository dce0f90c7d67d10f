"""A measure asked for by its number in the document: 第9项写了什么, 广东第16条."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.asked_for_what import asks_how_many_items
from bot.language.clauses import CLAUSE_MARKS
from bot.language.numerals import ITEM, value_of
from bot.understanding.intents import Items, ShowInFull, SmallTalk
from bot.understanding.said import Said

_ANY_ITEM = "0"
"""Stands for an item's number where only the word after it matters: 第 0 项."""

_ITEMS = "items"
"""What a phrase is about that tells how many items a document has."""

_AT_MOST = 3
"""Items of one message that are told together."""

_FEW = 5
"""Characters before the number within which somebody asks to have it looked up: 帮我查第9项."""


def items_asked(said: Said, snapshot: Snapshot) -> Items | None:
    """The measures whose numbers the message names: in the person's region, whatever they call its items; else where they are called so."""
    named = list(ITEM.finditer(said.text))
    if not named or not _is_own(said, named[0].start(), snapshot):
        return None
    found = dict.fromkeys(measure for one in named for measure in _called(value_of(one.group(1)), one.group(2), said, snapshot))
    return Items(tuple(found)[:_AT_MOST]) if found else None


def _called(number: float | None, label: str, said: Said, snapshot: Snapshot) -> list[str]:
    """The measures of a number, and of a way to call items: 第 9 项."""
    return [
        measure.id
        for part in snapshot.knowledge.regions
        if said.region in (None, part.region.id)
        and (said.region is not None or part.region.document.item_label.format(item=_ANY_ITEM).endswith(label))
        for measure in part.measures
        if measure.source.item == number
    ]


def in_full_if_asked(items: Items | None, said: Said, snapshot: Snapshot) -> Items | ShowInFull | None:
    """The item itself, word by word where that is wanted: 第9项原文念给我听."""
    if items is None or len(items.measures) != 1 or not snapshot.signal("in-full").heard(said.text):
        return items
    return ShowInFull(items.measures[0])


def beyond_items(said: Said, snapshot: Snapshot) -> SmallTalk | None:
    """How many items there are, and what they are called, where that is asked, or one that is none: 一共几条措施, 第二十四项."""
    named = ITEM.search(said.text)
    beyond = named is not None and said.region is not None and _is_own(said, named.start(), snapshot)
    if not beyond and not asks_how_many_items(said.without_places((0, len(said.text)))):
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
