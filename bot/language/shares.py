"""What is said of a length of time without a number of its own: shares, multiples, stretches nobody counted, ends that are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from bot.language.clauses import clause_bounds
from bot.language.numerals import MONTH, RUN, bounds_of

_MONEY = re.compile(r"税|钱|工资|薪|[补津]助?[贴助]|绩效|提高|涨|加倍|翻|标准|元|块|奖|扣|折扣|物价|折(?!成)")
"""What a share or a multiple is of, if it is not of time."""

_BEHIND = 6
"""Characters behind a share within which it is told what it is of."""

_TIME = r"(?:的?(?:天数?|时间|日子|时候|班|工夫|功夫|长度)|(?=[在是去干做上值给待守，。]))"
_SHARE = re.compile(
    rf"(?P<of>{RUN})分之(?P<part>{RUN})|(?P<percent>\d{{1,2}}|{RUN})%|百分之(?P<hundredths>{RUN})"
    rf"|(?P<tenths>[一二两三四五六七八九\d])成(?:{_TIME}|(?=的?税))|(?P<loose>大半|小半|多一半|少一半|对半|大部分|小部分|大多数){_TIME}"
)
_MULTIPLE = re.compile(
    rf"(?:(?:正好|刚好|整整)?(?:是|有|为|等于|干了|做了|上了|待了)(?:正好|刚好|整整)?(?P<base>[^，。；\d一二三四五六七八九十天]{{1,8}}?(?:一[段趟轮批拨回次])?)的?)?"
    rf"(?P<number>{RUN})倍(?:那么|这么)?(?:长|多|久|{_TIME})?|(?P<more>[多翻][了上出]?)(?:{RUN})倍|翻(?:了)?(?:一|1)?番|(?P<double>加倍|双倍|翻倍)(?=的?(?:天|时间|日子))"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share, or a multiple, of a length of time told elsewhere; ``times`` is None where it is not exact."""

    start: int
    end: int
    times: Fraction | None
    said_of_another: bool = False
    """Whether it is a multiple of another stretch, and no part of one."""

    of_money: bool = False


def shares(text: str) -> Iterator[Share]:
    """Every share or multiple of a length of time.

    >>> [(found.times, found.said_of_another) for found in shares("40天里四分之一在病房，第二段是头一段的两倍")]
    [(Fraction(1, 4), False), (Fraction(2, 1), True)]
    >>> [found.of_money for found in shares("补助提高1倍，扣两成税")]
    [True, True]
    """
    for match in _SHARE.finditer(text):
        yield Share(match.start(), match.end(), _part(match), of_money=_of_money(text, match))
    for match in _MULTIPLE.finditer(text):
        yield Share(match.start(), match.end(), _times(match), said_of_another=True, of_money=_of_money(text, match))


def _of_money(text: str, match: re.Match[str]) -> bool:
    begin, end = clause_bounds(text, match.start(), match.end())
    return _MONEY.search(text, begin, min(end, match.end() + _BEHIND)) is not None


def _part(match: re.Match[str]) -> Fraction | None:
    of, part = (bounds_of(match.group(name)) if match.group(name) else None for name in ("of", "part"))
    if of and part and of.low == of.high and part.low == part.high and of.low:
        return Fraction(int(part.low), int(of.low))
    for name, whole in (("percent", 100), ("hundredths", 100), ("tenths", 10)):
        number = bounds_of(match.group(name)) if match.group(name) else None
        if number is not None and number.low == number.high == int(number.low):
            return Fraction(int(number.low), whole)
    return None


def _times(match: re.Match[str]) -> Fraction | None:
    number = bounds_of(match.group("number")) if match.group("base") else None
    return Fraction(number.low) if number is not None and number.low == number.high else None


_SOME = (
    r"(?:好|那么|这么|上|有)?(?:几|些|若干|多少)(?:个|来)?(?:大)?(?:[夜白晚早]?班|天|日子|晚上|宿|回|趟|次|周|星期|礼拜|个?月)(?!钱|补|数)"
    r"|(?:好|有)?一?(?:阵子|阵儿|段时间|段日子|段时候|些日子|些时候|些天|些时日)|十几[个趟回次]班|没多久|(?:小)?半个多?月左右"
)
_SO_MUCH = ("这么", "那么")
_ON_TOP = "又再还也另外加补多后连算"
_VAGUE = re.compile(
    rf"(?:又|再|还|也|另外|加|补|多)?(?:去|上|干|做|待|呆|值|顶|守|忙|帮|支援|采|替|熬|盯|蹲|跑|加)(?:班)?(?:了|过)(?P<some>{_SOME})"
    rf"|(?:又|还有|另外|外加|加上|再加|后来|连上|算上|多|还|补)(?:去|上|干|做|待|呆|值|顶|守|忙|替|加|补|有|是|了|过)*(?P<more>{_SOME})"
)


class Vague(NamedTuple):
    """A stretch nobody counted; ``more``: it is said to come on top."""

    start: int
    end: int
    more: bool


def vague_stretches(text: str) -> Iterator[Vague]:
    """Where somebody is said to have been at it for a time that nobody counted.

    >>> [text[v.start:v.end] for text in ("后来又去了几天", "值了好几个夜班", "过几天再问") for v in vague_stretches(text)]
    ['几天', '好几个夜班']
    """
    for match in _VAGUE.finditer(text):
        name = "some" if match.group("some") else "more"
        if not match.group(name).startswith(_SO_MUCH):
            yield Vague(*match.span(name), more=match.group()[0] in _ON_TOP)


_LEADS = re.compile(r"(?:到|至|从|打|自|由)了?(?:今年|20\d\d年|当年)?$")
_COMES_OR_GOES = re.compile(
    r"(?:那会儿|那阵|左右|前后|的?时候|才|就|刚|我|他|她)*(?:[去进来](?:的|了|隔|红|病|武|湖)|到[岗了的]|上岗|上的|开始|起|撤|回|出[来舱去]|结束|下来|离|为?止|到)"
)
_LOOSE_EDGE = re.compile(r"月?初$")
_THIRD = re.compile(r"[上中下]旬$|(?<![上下前后个])月?[中末]$")


def ends_about(text: str, start: int, end: int) -> bool:
    """Whether a part of a month is only about when something began or ended: 二月中旬去的.

    >>> ends_about("3月中旬才撤下来", 0, 4), ends_about("3月中旬在病房", 0, 4), ends_about("从3月初到3月9号", 1, 4)
    (True, False, True)
    """
    said = text[start:end]
    joins = _LEADS.search(text, 0, start) or _COMES_OR_GOES.match(text, end)
    return bool(joins and (_THIRD.search(said) or _LOOSE_EDGE.search(said)))


_ABOUT_A_MONTH = re.compile(
    rf"{MONTH}月份?的?(?:初|中旬?|上旬|下旬|末)(?:左右|前后|那会儿|那阵)?"
)


def about_months(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a month that only tell about when something began or ended."""
    for match in _ABOUT_A_MONTH.finditer(text):
        if ends_about(text, *match.span()):
            yield match.span()


_HEDGE = re.compile(
    r"(?:^|[，。；])(?P<said>(?:我|也|就|反正|应该)?(?:大概|左右|上下|约莫|差不多)(?:吧|是吧|就这样|这个数|这样|就这些|这么多|是这个数)*"
    r"|(?:我|也|就)?(?:好像|可能|也许|没准|恐怕|应该)(?:还)?(?:不止|没那么多|没这么多|更多|还多|还要多|少点|少一点|多一点|多点|记错)[^，。；？]{0,4}"
    r"|[^，。；\d一二三四五六七八九十]{0,4}(?:记不[太大]?清|记不准|说不准|拿不准|数不清|忘了具体|具体忘|记不得)[^，。；？多几]{0,4})(?:呢|啊|呀|哈)?(?=[，。；？！]|$)"
)


def hedges(text: str) -> Iterator[tuple[int, int]]:
    """Clauses that only say that what was told is not sure.

    >>> [text[slice(*span)] for text in ("干了20天，大概吧", "干了20天，大概多少钱") for span in hedges(text)]
    ['大概吧']
    """
    for match in _HEDGE.finditer(text):
        yield match.span("said")


_NEARLY = re.compile(
    rf"(?<![改算变换折当完合达赞翻])成(?:个?(?:月|星期|礼拜)|年|(?:{RUN})(?:个?(?:月|星期|礼拜)|[天日周年])|[百十]几?[天日])"
    r"|(?<![月份])整个月(?=又|零|加|外加|还多)"
)


def nearly(text: str) -> Iterator[tuple[int, int]]:
    """As much as so long a time: 成个月, 成二十日.

    >>> [text[slice(*span)] for text in ("做了成个月又五日", "改成二十天") for span in nearly(text)]
    ['成个月']
    """
    for match in _NEARLY.finditer(text):
        yield match.span()


_PAID = re.compile(
    rf"(?:已经?|先|前头|预先?|之前|上月|上个月)[^，。；\d]{{0,6}}(?:发|给|领|拿|付|支|预支|打)(?:了|过|下来|到|卡上|我|的)*(?P<said>{RUN}(?:块|元)钱?)"
)
_LEFT_TO_PAY = re.compile(r"还?(?:差|欠|剩|短|该补|该再)(?:我|着|了)*(?:多少|几)|补齐|剩下(?:的)?(?:多少|几)|没给")


def paid_before(text: str) -> Iterator[tuple[int, int]]:
    """Money that was paid already, where what is left of it is asked.

    >>> [text[slice(*span)] for text in ("先发了5000元，还差多少", "先发了5000元，一共多少") for span in paid_before(text)]
    ['5000元']
    """
    if _LEFT_TO_PAY.search(text):
        for match in _PAID.finditer(text):
            yield match.span("said")


_THE_FIRST = re.compile(r"(?:头一?|第一|前一|前面那?|先)(?:段|趟|轮|批|拨|回|次|期)?[^，。；\d]{0,8}$")


def of_the_first(before: str) -> bool:
    """Whether a count behind these words is told as the first of several, so that another may be a multiple of it.

    >>> of_the_first("头一段"), of_the_first("我在病房干了")
    (True, False)
    """
    return _THE_FIRST.search(before) is not None
