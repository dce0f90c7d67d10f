"""Greetings, thanks, commands in words: only when they are all the message says."""

from __future__ import annotations

from bot.dialogue.actions import perform
from bot.dialogue.snapshot import bare
from bot.dialogue.turn import Turn, plain
from bot.model.reply import Decision, Reply

_OPENINGS = ("你好", "您好", "请问", "嗨", "哈喽", "谢谢", "好的", "行")


def small_talk(turn: Turn) -> Reply | None:
    """The reply or action of the phrase the whole message is, if it is one."""
    whole = bare(turn.analysis.text)
    phrase = turn.snapshot.phrases.get(whole)
    if phrase is None:
        opening = next((word for word in _OPENINGS if whole.startswith(word)), None)
        phrase = turn.snapshot.phrases.get(bare(whole[len(opening) :])) if opening else None
    if phrase is None:
        return None
    turn.note(f"整句是“{phrase.id}”")
    if phrase.action is not None:
        return perform(f"do:{phrase.action}", turn)
    return plain(Decision.CHAT, phrase.reply or "")
