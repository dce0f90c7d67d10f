"""A measure asked for by its number in the document: 第9项写了什么, 广东第16条."""

from __future__ import annotations

import re

from bot.dialogue.answering import answer_measures
from bot.dialogue.standing import standing
from bot.dialogue.turn import Turn
from bot.language.numerals import value_of
from bot.model.reply import Reply

_NUMBERED = re.compile(r"第(\d{1,2}|[一二三四五六七八九十]{1,3})([项条])(?!目)")
_OWN_TEXT = re.compile(r"(^|[，。！？；、 ]|(台账|文件|措施|政策|解读|你们)(里|的|中)?|^.{0,3}(看|查|说|问|那|请))$")
_ANY_ITEM = "0"
"""Stands for an item's number where only the word after it matters: 第 0 项."""


def item(turn: Turn) -> Reply | None:
    """The measure whose number the message names, in the person's region or in the one whose items are called so."""
    text = turn.analysis.text
    named = _NUMBERED.search(text)
    if named is None or not _is_own(turn, named.start()):
        return None
    number = value_of(named.group(1))
    found = [
        measure.id
        for part in turn.snapshot.knowledge.regions
        if turn.region in (None, part.region.id)
        and part.region.document.item_label.format(item=_ANY_ITEM).endswith(named.group(2))
        for measure in part.measures
        if measure.source.item == number
    ]
    if not found:
        return None
    turn.features = []  # 第9项写了什么 resembles no point: all of them in the author's order
    turn.note(f"按条目：{named.group()}")
    topic = turn.snapshot.knowledge.measure_by_id[found[0]].topics[0]
    return standing(turn, topic) or answer_measures(turn, found)


def _is_own(turn: Turn, start: int) -> bool:
    """Whether the number follows nothing, or a word for the documents or a region: not 民法第三条."""
    after_place = any(m.end == start for m in turn.analysis.mentions if m.label[0] == "place")
    return after_place or _OWN_TEXT.search(turn.analysis.text[:start]) is not None
