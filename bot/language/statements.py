"""What a statement of an answer says: yes, no, that it depends, whom to ask, of whom it speaks."""

from __future__ import annotations

import re

from bot.language.punctuation import COLON, COMMA
from bot.language.unwritten import is_silent

DEEDS = ("会", "算", "包", "管", "给", "送", "发", "减", "免", "陪")
_YES_OR_NO = ("能", "不能", "符合", "不符合", "是", "不是", "有", "不用", "要", "不会", "不算", *(f"{deed}：" for deed in DEEDS))
_DECIDES = ("能", "不能", "不用", "不算", "不限", "不受", "有：", "有《", "有照顾", "是", "不是", "算：")
_DEPENDS = "要看"
_NO = ("不能", "不是", "不用")
SPARES = "不用"
_APART = ("不是一回事", "不是一样", "不一样")
_LIMITS = re.compile("^(?:要|须|限|只|可就近|写给|开给)|除外|没写|不在内|有困难家庭|以内")
_LINE = re.compile("热线|号码|电话")
HAS, CAN, SO, NOT_SO, NOT, FITS = "有", "能", "是", "不是", "不", "符合"
_CHANGES = "改为"
_SENDS_TO = ("问", "先问")
_TO_WORK = "先问所在单位"
_OR_AT_WORK = re.compile(f"可{_TO_WORK}，也(?=可打)")
_SENDS_ON = re.compile("看第 |可打|请直接报警")


def answers_yes_or_no(text: str) -> bool:
    """Whether a statement opens with an answer to a question for yes or no, or that there is none."""
    return text.startswith(_YES_OR_NO) or is_silent(text)


def decides(text: str) -> bool:
    """Whether a statement says yes or no by itself, without what stands beside it."""
    return text.startswith(_DECIDES)


def denies(text: str) -> bool:
    """Whether a statement says no by itself.

    >>> denies("不能：可就近享受一次。"), denies("能用一次：可就近享受一次。")
    (True, False)
    """
    return text.startswith(_NO)


def depends(text: str) -> bool:
    """Whether a statement says what the answer depends on: 要看户籍."""
    return text.startswith(_DEPENDS)


def sets_apart(text: str) -> bool:
    """Whether a statement says that two things are not the same.

    >>> sets_apart("不是一回事：补助看第 9 项。"), sets_apart("不是：不作为基数。")
    (True, False)
    """
    return text.startswith(_APART)


def spares(text: str) -> bool:
    """Whether a statement says that something is not needed: 不用办."""
    return text.startswith(SPARES)


def limits(text: str) -> bool:
    """Whether a statement limits what another gives: for whom, how often, what is not written.

    >>> limits("要共同居住"), limits("可就近享受一次"), limits("不交个人所得税")
    (True, True, False)
    """
    return _LIMITS.search(text) is not None


def denies_supposed(text: str) -> bool:
    """Whether a statement says that something is not as somebody may have supposed, and not only no.

    >>> denies_supposed("不是样样要立功：论文的那条没写。"), denies_supposed("不是：不作为基数。")
    (True, False)
    """
    return text.startswith(NOT_SO) and text[len(NOT_SO) :].strip()[:1] not in (COLON, COMMA)


def names_item(text: str, item: int) -> bool:
    """Whether a statement sends to an item of the document by its number: 看第 11 项."""
    return f"第 {item} " in text


def tells_of_a_line(text: str) -> bool:
    """Whether a statement speaks of a line that can be called.

    >>> tells_of_a_line("家属也能打热线。"), tells_of_a_line("文件没写收不收费。")
    (True, False)
    """
    return _LINE.search(text) is not None


def without_lead(text: str, unit: str) -> str:
    """A statement without the part that tells which unit leads.

    >>> without_lead("文件没写没送到怎么补，这一项由区总工会牵头。", "区总工会")
    '文件没写没送到怎么补。'
    """
    return re.sub(f"[，；](?:这一项)?由{re.escape(unit)}牵头", "", text)


def sends_to(text: str) -> bool:
    """Whether a statement tells whom to ask."""
    return text.startswith(_SENDS_TO)


def sends_to_work(text: str) -> bool:
    """Whether a statement sends to the place where one works first.

    >>> sends_to_work("先问所在单位；归哪个部门文件没写。"), sends_to_work("问区教育局。")
    (True, False)
    """
    return text.startswith(_TO_WORK)


def without_work(text: str) -> str:
    """A line to call without the place where one works before it.

    >>> without_work("文件没写电话，可先问所在单位，也可打 12345。")
    '文件没写电话，可打 12345。'
    """
    return _OR_AT_WORK.sub("", text)


def sends_on(text: str) -> bool:
    """Whether a statement sends to another item or a number by itself.

    >>> sends_on("文件没写怎样联系；想找人说话看第 6 条的专线。"), sends_on("文件没写怎样联系。")
    (True, False)
    """
    return _SENDS_ON.search(text) is not None


_KIN = re.compile("家属|家里|家人|父母|子女|配偶|爱人|公婆|岳父|老人|孩子")


def speaks_of_kin(text: str) -> bool:
    """Whether a statement speaks of relatives of the medical worker.

    >>> speaks_of_kin("家属也能打。"), speaks_of_kin("热线由团区委等开通。")
    (True, False)
    """
    return _KIN.search(text) is not None


def changes(text: str) -> bool:
    """Whether what was heard is told back as a change: 改为：…"""
    return text.startswith(_CHANGES)


_DENIED = re.compile("不(?![同用齐])[一-鿿]{2}")


def denials(text: str) -> list[str]:
    """What a statement says is not so, each with what is said of it.

    >>> denials("不作为总量基数，不同岗位都有。")
    ['不作为']
    """
    return _DENIED.findall(text)
