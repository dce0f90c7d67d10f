"""Where somebody is registered, as it is told of them: 姥姥户口也在, 姥爷的在红桥这边."""

from __future__ import annotations

import re

HOLDS_LIKEWISE = re.compile("(?:倒是|[也都还就倒])*在[的呢呀啊哦喔]?$")
"""奶奶的|在, 姥姥户口|在: holds what was spoken of, and here. What is held, or 的 for it, stands right before."""

COMES_FROM = re.compile("[省市区县]?人(?![民员口社大士事才家])")
"""Right behind a place of which somebody is: 唐山|人."""

SENT_TO = re.compile("(?:支援|援助|派|抽调|借调|调|轮转|进修)(?:过|了)?(?:来|到|去|在)(?:了|的)?$")
"""Before a place that somebody was sent to, to work there: 外省支援来|红桥的."""

OF_THE_PLACE = re.compile("(?:他们|她们|们|俩|两个|家)?(?:也|都|全|本来|原来|人|老家|一直|就|户口)*(?:是|系|係|在|住在?)")
"""Between old kin, or whoever is spoken of, and where they are or come from: 爷爷奶奶|都在|邯郸."""

_NOTHING_MORE = re.compile("(?:本地|当地|这边|那边|这里|那里)?[市省区县镇]?(?:户口|户籍|本地|落的?户|上的?户)?[的人了呀啊呢吧啦哈]*")


def tells_only_where(behind: str) -> bool:
    """Whether what stands behind a place leaves it as where somebody or something is: 姥爷的在红桥|这边, not 他在红桥|医院一线.

    >>> tells_only_where("区的"), tells_only_where("医院一线"), tells_only_where("公办小学能上吗")
    (True, False, False)
    """
    return _NOTHING_MORE.fullmatch(behind) is not None


_OF_A_PLACE = re.compile("(?<!不)是(?!不是)[^，。？我你他她]{2,6}(?:的|人|户口|户籍)(?=$|，|。)")


def is_of_a_place(text: str) -> bool:
    """Whether somebody is told to be of somewhere, as of a place where they are registered: 爷爷是本区的.

    >>> is_of_a_place("爷爷奶奶是本区的"), is_of_a_place("是不是本区的"), is_of_a_place("我妈在本区")
    (True, False, False)
    """
    return _OF_A_PLACE.search(text) is not None
