"""Greetings, thanks, commands in words: only when they are all the message says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.actions import perform
from bot.dialogue.snapshot import bare
from bot.dialogue.steps.facts import answers_pending
from bot.dialogue.turn import Turn, plain
from bot.model.reply import Decision, Reply
from bot.model.talk import Phrase

_OPENINGS = ("你好", "您好", "请问", "嗨", "哈喽", "谢谢", "好的", "好嘞", "好", "行", "那", "嗯嗯", "嗯", "哦", "噢", "我想问")
_CLAUSES = re.compile(r"[，。！？；、\n]+")


def small_talk(turn: Turn) -> Reply | None:
    """The reply or action of the phrase the whole message is, if it is one."""
    if answers_pending(turn):
        return None
    whole = _phrase(turn, turn.analysis.text)
    pieces = _CLAUSES.split(turn.analysis.text) if whole is None else []
    clauses = [_phrase(turn, clause) for clause in pieces if bare(clause)] if len(pieces) > 1 else []
    phrase = whole or (_weightiest(clauses) if clauses and all(clauses) else None)
    if phrase is None:
        return None
    turn.note(f"整句是“{phrase.id}”")
    return take_up(turn, phrase)


def take_up(turn: Turn, phrase: Phrase) -> Reply:
    """What a phrase of small talk gets: what it commands done, or its reply."""
    if phrase.action is not None:
        return perform(f"do:{phrase.action}", turn)
    return plain(Decision.DECLINE if phrase.declines else Decision.CHAT, phrase.reply or "")


def _phrase(turn: Turn, text: str) -> Phrase | None:
    """The phrase a stretch of text is, with or without a polite opening."""
    said = bare(text)
    phrases = turn.snapshot.phrases
    if said in phrases:
        return phrases[said]
    opening = next((word for word in _OPENINGS if said.startswith(word) and len(said) > len(word)), None)
    return phrases.get(bare(said[len(opening) :])) if opening else None


def _weightiest(clauses: Sequence[Phrase | None]) -> Phrase | None:
    """Of several phrases in a row the one that wants something, else the last: 谢谢，再见 is a goodbye."""
    known = [phrase for phrase in clauses if phrase is not None]
    return next((phrase for phrase in known if phrase.action), known[-1] if known else None)
