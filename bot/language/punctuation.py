"""How statements are joined, closed and shortened: by marks alone."""

from __future__ import annotations

from collections.abc import Iterable

_STOP = "。"
_ENDS = (_STOP, "！", "？", "；", "：")
PART = "；"
COLON, COMMA = "：", "，"
_SENTENCE_ENDS, PAUSES = "。；", "，：、"
_LEFT_OFF = "……"


def behind_label(text: str) -> str:
    """A statement behind a label with a colon of its own.

    >>> behind_label("看户籍：父母在本区。")
    '看户籍，父母在本区。'
    """
    return text.replace(COLON, COMMA, 1)


def before_colon(text: str) -> str:
    """What a statement says before its colon; all of it if it has none."""
    return text.partition(COLON)[0]


def behind_first_clause(text: str) -> str:
    """What stands behind the first clause of a sentence, which says for whom it is; nothing where it has one clause.

    >>> behind_first_clause("一线医务人员，每天 300 元。"), behind_first_clause("每天 300 元。")
    ('每天 300 元。', '')
    """
    return text.partition(COMMA)[2]


def parts(text: str) -> list[str]:
    """The parts of a statement, each of which says something by itself.

    >>> parts("家属也能打；号码没写。")
    ['家属也能打', '号码没写。']
    """
    return text.split(PART)


def joined(said: Iterable[str]) -> str:
    """Parts in one statement."""
    return closed(PART.join(map(open_ended, said)))


def open_ended(text: str) -> str:
    """A statement without its full stop."""
    return text.rstrip(_STOP)


def closed(text: str) -> str:
    """A statement with a mark at its end.

    >>> closed("每天 300 元"), closed("您在哪里？")
    ('每天 300 元。', '您在哪里？')
    """
    return text if text.endswith(_ENDS) else text + _STOP


def shortened(text: str, longest: int) -> str:
    """A text of at most ``longest`` characters besides blanks: whole sentences, else its beginning up to a pause."""
    if len("".join(text.split())) <= longest:
        return text
    for ends, after in ((_SENTENCE_ENDS, ""), (PAUSES, _LEFT_OFF)):
        fitting = [n + 1 for n, ch in enumerate(text) if ch in ends and len("".join(text[: n + 1].split())) <= longest]
        if fitting:
            return text[: fitting[-1]].rstrip(PAUSES + "；") + after
    return text[: longest - len(_LEFT_OFF)] + _LEFT_OFF
