"""The yes or no that a statement of an answer opens with: which word it is, and another in its place."""

from __future__ import annotations

import re

from bot.language.punctuation import COLON
from bot.language.statements import CAN, DEEDS, FITS, HAS, NOT, NOT_SO, SO, SPARES
from bot.language.unwritten import open_parts

OPENERS = ("有", "有规定", "符合", "不符合", "能", "不能", "是", "不用", "不会", "不算", *DEEDS, "写了的", "有照顾")
_YES = re.compile("^(?:有规定|写了|[有能是])[：，]")
_IS_SO = re.compile("^是(?:([^，。：]+)的(?=：))?")
_BY_A_DEED = (HAS, CAN, FITS)

_REPLACED = {
    CAN: (HAS, FITS),
    SO: (HAS,),
    "在": (HAS, FITS),
    FITS: (HAS,),
    HAS: (CAN, FITS),
    "算": (HAS, CAN, SO, NOT_SO, FITS),
    "会": (HAS, CAN, NOT_SO, FITS),
}
"""What the yes to a word stands for; a deed for all of ``_BY_A_DEED``."""

_YES_OR_IS_NOT = re.compile("(符合|有|能|是|不是)([：，])")
_IS_SUCH = re.compile("是(?P<such>[^，。：]+)的：")
_NOTHING_BARS = ("不限", "不受", "不看", "不论", "免")
_SPARED = re.compile("减?免(?!疫|得)|全额(?:补助|报销)|不用(?:交|出|考)")

_KNOWN_BY = 2
"""Characters by which what is said to be so is known again in the rest of a statement."""

_PROMISES = (CAN, "会")
_TERMS = re.compile("条件|怎么评|怎样评")


def bare(text: str) -> str:
    """A statement without the yes or no it opens with and without marks.

    >>> bare("符合：住在一起的，优先。"), bare("有：优先")
    ('住在一起的优先', '优先')
    """
    opener, colon, rest = text.partition(COLON)
    body = rest if colon and opener in OPENERS else text
    return "".join(ch for ch in body if ch.isalnum())


def with_yes(word: str, text: str) -> str:
    """A statement with the yes that is the word asked with, instead of 有： or 符合：, of 能： too where that word is a deed or 有, and
    with the no of 算 or 会 instead of 不是：; as it is where that does not fit what follows. Behind a label the mark is a comma.

    No 能 and no 会 is said of what is there on conditions that are not written, and what says 是…的 says no yes to another word, but
    where it says that nothing stands in the way.

    >>> with_yes("能", "有：志愿者一对一帮扶。"), with_yes("能", "有：评审有“快速通道”。"), with_yes("能", "不用交。")
    ('能：志愿者一对一帮扶。', '有：评审有“快速通道”。', '不用交。')
    >>> with_yes("管", "能，看病全程服务。"), with_yes("是", "能：看病全程服务。"), with_yes("算", "不是：不作为基数。")
    ('管，看病全程服务。', '能：看病全程服务。', '不算：不作为基数。')
    >>> with_yes("能", "符合：可替代论文。"), with_yes("是", "符合：可替代论文。"), with_yes("能", "有：晋升开“绿色通道”，条件文件没写。")
    ('能：可替代论文。', '符合：可替代论文。', '有：晋升开“绿色通道”，条件文件没写。')
    >>> with_yes("能", "是不限定的：不限协议医疗机构。"), with_yes("能", "是按户发的：每家每月 1000 元。")
    ('能：不限协议医疗机构。', '是按户发的：每家每月 1000 元。')
    """
    head = _IS_SUCH.match(text)
    if head is not None:
        return _with_head(word, head, text) if word == CAN and head["such"].startswith(_NOTHING_BARS) else text
    found = _YES_OR_IS_NOT.match(text)
    if found is None or found[1] not in _REPLACED.get(word, _BY_A_DEED):
        return text
    rest = text[found.end() :]
    on_terms = any(map(_TERMS.search, open_parts(text)))
    if (word in _PROMISES and on_terms) or (word == CAN and HAS in rest):
        return text if found[1] == HAS else f"{HAS}{found[2]}{rest}"
    return f"{NOT if found[1] == NOT_SO else ''}{word}{found[2]}{rest}"


def _with_head(yes: str, head: re.Match[str], text: str) -> str:
    """A statement that opens with 是…的： with another yes; what it says is so stands behind, where the rest does not say it."""
    rest = text[head.end() :]
    such = head["such"]
    told = any(such[n : n + _KNOWN_BY] in rest for n in range(len(such) - 1))
    return f"{yes}：{rest}" if told else f"{yes}，{such}：{rest}"


_BARE_YES = re.compile("[有能是][：，]")


def only_says_yes(text: str) -> bool:
    """Whether a statement opens with a yes of one word, which names no deed.

    >>> only_says_yes("有：定点医院有饮食配送。"), only_says_yes("能减免：移动、联通都减免。")
    (True, False)
    """
    return _BARE_YES.match(text) is not None


def spared(text: str) -> str:
    """A statement that something is spared, as the answer to whether one has to: 不用.

    >>> spared("符合：医疗队减免话费。"), spared("符合：每天 300 元。")
    ('不用：医疗队减免话费。', '符合：每天 300 元。')
    >>> spared("是免试的：报中职，免试录取。"), spared("是免费的：那一次体检。")
    ('不用：报中职，免试录取。', '不用，免费：那一次体检。')
    """
    if _SPARED.search(text) is None:
        return text
    head = _IS_SUCH.match(text)
    if head is not None:
        return _with_head(SPARES, head, text) if _SPARED.search(head["such"]) else text
    found = _YES_OR_IS_NOT.match(text)
    return f"{SPARES}{found[2]}{text[found.end() :]}" if found is not None and found[1] != NOT_SO else text


def as_rule(text: str) -> str:
    """A statement of what is so, as the answer to whether there is a rule.

    >>> as_rule("是由所在单位定的：单位制定方案。"), as_rule("能先报：缺的后补。")
    ('有：单位制定方案。', '能先报：缺的后补。')
    """
    head = _IS_SUCH.match(text)
    return text if head is None else _with_head(HAS, head, text)


def as_written(text: str) -> str:
    """A statement that says yes, as what is written on something that no yes is said to: 单位可以这样吗.

    >>> as_written("符合：单位安排补休。"), as_written("不符合：写给援鄂的。")
    ('有规定：单位安排补休。', '不符合：写给援鄂的。')
    """
    return re.sub("^(?:符合|有|能)：", "有规定：", text)


def there_is(text: str) -> str:
    """A statement as the yes to whether there is something: 有没有地方说说话.

    >>> there_is("想找人说说，可打热线。"), there_is("有：可打热线。")
    ('有：想找人说说，可打热线。', '有：可打热线。')
    """
    return text if text.startswith(f"{HAS}：") else f"{HAS}：{text}"


def without_yes(text: str) -> str:
    """A statement without the yes that it opens with and that says nothing else; behind a label a comma follows it.

    >>> without_yes("能：可替代论文。"), without_yes("有规定，可打热线。"), without_yes("有“快速通道”。")
    ('可替代论文。', '可打热线。', '有“快速通道”。')
    """
    return _YES.sub("", text)


def as_choice(text: str) -> str:
    """A statement that says yes, as the answer to which of two it is.

    >>> as_choice("是按户发的：每家每月 1000 元。"), as_choice("是由所在单位制定。"), as_choice("不是一回事：津贴按国家标准发。")
    ('按户发：每家每月 1000 元。', '由所在单位制定。', '不是一回事：津贴按国家标准发。')
    """
    return _IS_SO.sub(lambda found: found[1] or "", without_yes(text))


_YES_ALONE = re.compile("(?:符合|有|有规定|写了|能|是)：")


def opens_with_yes_alone(opener: str) -> bool:
    """Whether what stands before a sentence is no more than a yes to what was asked.

    >>> opens_with_yes_alone("有："), opens_with_yes_alone("不符合："), opens_with_yes_alone("红桥区：")
    (True, False, False)
    """
    return _YES_ALONE.fullmatch(opener) is not None
