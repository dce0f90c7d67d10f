"""Who at work says that there is no such thing, or does nothing, is folded to the place one works at: 院长不批 is 医院不批.

Who that is, what they say there is none of, and how it is told that they do nothing are words of the content (``lexicon/``); how a denial
is built is grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.model.talk import AtWork

_NEGATORS = ("没", "冇", "无")
_SUCH = "[这呢](?:一?[个项笔种条回]|档子?)?"
_END = "(?:[，。？！；、]|$)"
_DENIED = "单位不认"
"""What is read where anybody at work says that there is no such thing."""


class Workplace:
    """Reads what is told of those at work as told of the place."""

    def __init__(self, words: AtWork, standard: Callable[[str], str]) -> None:
        """``standard`` folds a word as messages are folded."""
        self._place_of = {standard(word): place for place, said in words.places.items() for word in said}
        speakers = _any_of((*self._place_of, *map(standard, words.speakers)))
        things, idle = _any_of(map(standard, words.things)), _any_of(map(standard, words.idle))
        self._no_such_thing = re.compile(
            f"{speakers}(?:[也都就却还]|跟我们?|给我们?)?(?:说|话|讲)(?:根本|压根)?"
            f"(?:(?:没有|没|冇|无)(?={_SUCH}{things}?[啊呀的了哦噢呢喔]?{_END})"
            f"|没(?:有)?听(?:说)?过(?={_SUCH}|[啊呀的了]?{_END}))"
        )
        self._does_nothing = re.compile(f"{_any_of(self._place_of)}(?={idle})")

    def to_the_place(self, text: str) -> str:
        """A text in which whoever at work refuses, or says as a whole clause that there is no such thing, is the place itself.

        >>> read = Workplace(AtWork(places={"医院": ("院长",)}, things=("补助",), idle=("不批",)), str).to_the_place
        >>> read("院长不批"), read("院长说没有这个补助"), read("院长说没听过")
        ('医院不批', '单位不认这个补助', '单位不认')
        >>> read("院长说没这么严重"), read("科长不批")
        ('院长说没这么严重', '科长不批')
        """
        if any(negator in text for negator in _NEGATORS):
            text = self._no_such_thing.sub(_DENIED, text)
        return self._does_nothing.sub(lambda found: self._place_of[found.group()], text)


def _any_of(words: Iterable[str]) -> str:
    """Any of the words, the longest first; of none, what is never found."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?!)"
