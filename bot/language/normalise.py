"""Fold the ways one sentence can be typed into one way of writing it.

Width, case, Traditional characters, emoji, spaced-out and repeated characters, Cantonese and other spoken variants.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from opencc import OpenCC

from bot.language.at_work import Workplace
from bot.language.clauses import CLAUSE_MARKS
from bot.model.talk import NOBODY_AT_WORK, AtWork

_EMOJI_WORDS = str.maketrans(
    dict(
        zip(
            "💰💵📞☎🏥😷🚕🚗🚌💉🏠👶🧒❓❔",
            ["钱", "钱", "电话", "电话", "医院", "口罩", "车", "车", "车", "疫苗", "家", "孩子", "孩子", "？", "？"],
            strict=True,
        )
    )
)
_ZERO = str.maketrans("○◯⭕×✕✖→", "〇〇〇xxx-")
"""Signs that people type for a zero, for "times" and for "to", before symbols are dropped."""

_FOLDED_MARKS = "".join(sorted(CLAUSE_MARKS - {"+"})) + "…"
_PUNCTUATION = str.maketrans(
    {",": "，", ".": "。", "?": "？", "!": "！", ";": "；", ":": "：", "~": " ", "～": " ", "\t": " ", "\r": "\n"}
)
_CJK = r"\u3400-\u9fff"
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
_KEPT_CONTROLS = frozenset("\n\t\r")
_SPACE_BETWEEN_CJK = re.compile(rf"(?<=[{_CJK}]) +(?=[{_CJK}])")
_REPEATED = re.compile(rf"([^\d{_CJK}])\1{{2,}}|([啊呀哈嘿嗯哦呜哇嘻呵])\2{{2,}}|([{_CJK}])\3{{3,}}")
_REPEATED_MARK = re.compile(rf"([{_FOLDED_MARKS} ])[{_FOLDED_MARKS} ]+")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_FROM_TO = re.compile(r"(?<=[\d日号月天一二三四五六七八九十])\s*[~～]+\s*(?=[\d一二三四五六七八九十])")
_LEADS_ON = re.compile(rf"\s*(?:→|->|=>|⇒|➡️?)\s*(?=(?![一二三四五六七八九十])[{_CJK}])")
"""An arrow before words tells what came next; before a number it stands for "to"."""

_NUMBER_POINT = re.compile(r"(?<=\d)。(?=\d)")
_PLAIN = re.compile(r"[\u4e00-\u9fff!-~ ，。？！；：、“”\n]*")
_SPOKEN_ZERO = re.compile(r"(?<=[一二两三四五六七八九]百)单(?=[一二三四五六七八九])")
"""一百单八: the empty place of tens, as storytellers say it."""

_AND_UNITS = re.compile(r"(?<=[一二三四五六七八九]十)(?:有|又|零)(?=[一二三四五六七八九]个?(?:天|日(?!常)))")
"""五十有二天: tens and units, as in old books."""

_SHORT_YEAR = re.compile(r"(?<![\d一二两三四五六七八九十百.])(2[0-3])年(?=\d{1,2}月)")
"""A year by its last two digits before a month: 20年2月."""

_BANKERS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_BANKERS_NUMBER = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟](?:[壹贰叁肆伍陆柒捌玖拾佰仟零]+|(?=个?[天日月周]|个星期|个礼拜))")
"""Numerals as they stand on cheques; 陆 and 伍 alone are surnames."""

_APART_FROM_WORDS = re.compile(
    rf"(?<=[{_CJK}]) +(?=\d+(?:\.\d+)? +[{_CJK}])|(?<=[、，；：(-]) +(?=\d)|(?<=\d) +(?=[、，；：)。-])"
)
"""Spaces on both sides of a number, as some people set them: 干了 31 天."""

_BEFORE_DAYS = re.compile(r"(?<=\d) +(?=days?(?![a-z]))")
"""A space between a number and its English unit: 21 days."""

_WORDS = 65_536
"""Known words whose folded form is remembered; as many as there are in the shipped content, several times."""

_RUNS = re.compile(r"[\u4e00-\u9fff]+(?:[，。？！；：、][\u4e00-\u9fff]+)*[，。？！；：、]?")
_THRICE = re.compile(r"(.)\1\1")
_IN_NUMERALS = frozenset("十百")
"""Characters of numerals that are written otherwise in some company."""

_CHINESE = re.compile(f"[{_CJK}]")
_LETTERS_OR_CJK = re.compile(rf"[a-z{_CJK}]")


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=1)
def _traditional() -> frozenset[str]:
    """Characters that are written otherwise in Simplified, found by converting all of them once."""
    every = "".join(map(chr, range(0x3400, 0xA000)))
    return frozenset(old for old, new in zip(every, _converter().convert(every), strict=True) if old != new)


@lru_cache(maxsize=1)
def _written_otherwise() -> frozenset[str]:
    """Chinese characters that folding may change."""
    return _traditional() | _IN_NUMERALS | set(map(chr, _BANKERS))


def _is_folded(text: str) -> bool:
    """Whether a text is surely folded: runs of characters that no rule touches, with single marks between."""
    return _RUNS.fullmatch(text) is not None and _written_otherwise().isdisjoint(text) and _THRICE.search(text) is None


def to_simplified(text: str) -> str:
    """Traditional characters to Simplified; other text is returned as it is.

    >>> to_simplified("心理熱線")
    '心理热线'
    """
    return text if _traditional().isdisjoint(text) else str(_converter().convert(text))


def fold(text: str) -> str:
    """Width, case, control characters, emoji, Traditional, spacing, repetition.

    >>> fold("评 副 高 没 论 文 行 不 行？？？")
    '评副高没论文行不行？'
    >>> fold("５０Ｗ 那个 险")
    '50w，那个，险'
    >>> fold("20年3月采样"), fold("干了20年")
    ('2020年3月采样', '干了20年')
    >>> fold("做了 12 days 采样")
    '做了，12days，采样'
    """
    return text if _is_folded(text) else _folded(text)  # most words and phrasings are, and there are tens of thousands


def _folded(text: str) -> str:
    """A text that went through all the rules."""
    text = unicodedata.normalize("NFKC", _LEADS_ON.sub("，", text).translate(_EMOJI_WORDS).translate(_ZERO)).lower()
    text = text if _PLAIN.fullmatch(text) else "".join(map(_plain, text))
    text = to_simplified(_FROM_TO.sub("-", text)).translate(_PUNCTUATION)
    text = _BANKERS_NUMBER.sub(lambda number: number.group().translate(_BANKERS), text)
    text = _NUMBER_POINT.sub(".", _THOUSANDS.sub("", text))
    text = _SHORT_YEAR.sub(r"20\1年", text)
    text = _AND_UNITS.sub("", _SPOKEN_ZERO.sub("零", text))
    text = _close_up(text.strip())
    return _REPEATED_MARK.sub(r"\1", _REPEATED.sub(_once, text))


@lru_cache(maxsize=_WORDS)
def fold_word(word: str) -> str:
    """A known word, folded once: every view of a region asks for thousands of them again."""
    return fold(word)


def _plain(ch: str) -> str:
    """The character itself, a space for a symbol, nothing for what cannot be seen."""
    category = unicodedata.category(ch)
    if category in _DROPPED_CATEGORIES and ch not in _KEPT_CONTROLS:
        return ""
    return " " if category[0] in "SZ" and ch not in "+-=<>|^`~$" else ch


def _close_up(text: str) -> str:
    """Spaces between Chinese characters: a slow typist's spacing is removed, a writer's pause becomes a comma."""
    if " " not in text:
        return text
    text = _BEFORE_DAYS.sub("", _APART_FROM_WORDS.sub("", text))
    parts = [part for part in text.split(" ") if part]
    spaced_out = sum(len(part) == 1 for part in parts) * 2 > len(parts)
    closed = _SPACE_BETWEEN_CJK.sub("" if spaced_out else "，", " ".join(parts))
    if spaced_out:
        return closed
    return re.sub(rf"(?<=[a-z]) (?=[{_CJK}])|(?<=[{_CJK}]) (?=\d)", "，", re.sub(rf"(?<=\d) (?=[{_CJK}])", "", closed))


def _once(repeated: re.Match[str]) -> str:
    return repeated.group()[0]


def has_chinese(text: str) -> bool:
    """Whether any Chinese character is in a text.

    >>> has_chinese("hello"), has_chinese("热线")
    (False, True)
    """
    return _CHINESE.search(text) is not None


def has_words(text: str) -> bool:
    """Whether anything but marks and digits is left.

    >>> has_words("……？"), has_words("热线")
    (False, True)
    """
    return _LETTERS_OR_CJK.search(text) is not None


_CANTONESE_IS, _IS = "系", "是"
_COPULA = re.compile(f"(?<![关联体维派星院学语文理专直嫡谱科干根世]){_CANTONESE_IS}(?![统列数主里所办好紧上带领鞋围着])")
"""The Cantonese 是: 我系护士; not of 关系, 系统, 系主任, 系上."""


class Rewriter:
    """Replaces spoken and regional variants by the standard word, longest first."""

    def __init__(self, rewrites: Mapping[str, str], at_work: AtWork = NOBODY_AT_WORK) -> None:
        """``at_work`` tells who is read as the place they work at."""
        self._workplace = Workplace(at_work, fold)
        self._rewrites = {fold(spoken): standard for spoken, standard in rewrites.items()}
        longest_first = sorted(self._rewrites, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
        self._first = frozenset(word[0] for word in self._rewrites if word)

    def __call__(self, text: str) -> str:
        """The text with every variant replaced."""
        if self._pattern is not None and not self._first.isdisjoint(text):
            text = self._pattern.sub(lambda match: self._rewrites[match.group()], text)
        text = self._workplace.to_the_place(text)
        return _COPULA.sub(_IS, text) if _CANTONESE_IS in text else text
