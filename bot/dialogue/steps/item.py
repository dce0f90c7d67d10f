"""A measure asked for by its number in the document: 第9项写了什么, 广东第16条."""

from __future__ import annotations

import re

from bot.dialogue.answering import answer_measures
from bot.dialogue.turn import Turn
from bot.language.numerals import value_of
from bot.model.reply import Reply

_NUMBERED = re.compile(r"第(\d{1,2}|[一二三四五六七八九十]{1,3})([项条])")
_OTHER_TEXT = re.compile("法第|条例|办法第|规定第|合同第|通知第")
_PLACEHOLDER = "0"


def item(turn: Turn) -> Reply | None:
    """The measure whose number the message names, in the person's region or in the one whose items are called so."""
    text = turn.analysis.text
    named = _NUMBERED.search(text)
    if named is None or _OTHER_TEXT.search(text):
        return None
    number = value_of(named.group(1))
    found = [
        measure.id
        for part in turn.snapshot.knowledge.regions
        if turn.region in (None, part.region.id)
        and part.region.document.item_label.format(item=_PLACEHOLDER).endswith(named.group(2))
        for measure in part.measures
        if measure.source.item == number
    ]
    if not found:
        return None
    turn.note(f"按条目：{named.group()}")
    return answer_measures(turn, found)
