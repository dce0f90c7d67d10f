"""Whether words say of somebody, or of an office, that they are in charge: 归民政局管吗, 是不是他负责."""

from __future__ import annotations

import re

_DEED = "负责|牵头|主管|分管|主抓|在抓|责任|主责|领头"
_SAYS_CHARGE = re.compile(_DEED)
_SAYS_WHO_LEADS = re.compile(f"{_DEED}|领导|头儿|一把手|局长|主任")
_BETWEEN = "(?:是|也|都|还|就|真|到底|只|光|专门|具体)*"
_LEADS = re.compile(f"{_BETWEEN}(?:不|唔)?(?:{_DEED})")
_LOOKS_AFTER = re.compile(f"{_BETWEEN}(?P<deed>管|管理|管着|在管)(?:[不唔](?P=deed))?(?![家教辖制控])")
_IS_ITS_HEAD = re.compile("(?:是不是|不是|是)[^，。？]{1,12}(?:责任人|负责人|牵头人|责任单位|牵头单位)")
_BELONGS = re.compile("(?:归|由|属于?|该|轮到)$")
_IS = re.compile("(?:是不是|系咪|不是|是)$")
_DOES = re.compile("(?:来|在)?(?:管|负责|牵头|主抓|抓|分管|主管)(?!家|教)")
_IS_WHO = re.compile("(?:来?(?:管|负责|牵头|抓)|的(?:事|活儿?)|[吗吧么不呀啊]|还是|对|$)")
_OF_AN_OFFICE = re.compile("的(?:人|干部)?(?:[吗吧么不呀]|对|，|？|$)")


def puts_in_charge(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` is said to be in charge, or asked whether it is.

    >>> puts_in_charge("补助归财政局管吗", 3, 6), puts_in_charge("医保局负责报销吧", 0, 3), puts_in_charge("工会送菜吗", 0, 2)
    (True, True, False)
    >>> puts_in_charge("老王是体检的负责人吗", 0, 2), puts_in_charge("体检是不是老王抓", 5, 7), puts_in_charge("老王医生负责采样", 0, 2)
    (True, True, False)
    >>> puts_in_charge("体检的责任人是不是老王", 9, 11), puts_in_charge("我们院长是老王吗", 5, 7), puts_in_charge("由工会发吗", 1, 3)
    (True, False, False)
    """
    if _LEADS.match(text, end) is not None or _IS_ITS_HEAD.match(text, end) is not None:
        return True
    if _IS_WHO.match(text, end) is None:
        return False
    charge = _SAYS_CHARGE.search(text, 0, start) is not None or _DOES.match(text, end) is not None
    return (charge and _IS.search(text, 0, start) is not None) or _BELONGS.search(text, 0, start) is not None


def looks_after(text: str, end: int) -> bool:
    """Whether behind a name it is put that it looks after something: 税务局|管不管这笔钱.

    >>> looks_after("税务局管不管这笔钱", 3), looks_after("税务局管控", 3), looks_after("高峰是管保险的吗", 2)
    (True, False, True)
    """
    return _LOOKS_AFTER.match(text, end) is not None


def speaks_of_charge(text: str) -> bool:
    """Whether a text speaks of who is in charge of something, or leads an office.

    >>> speaks_of_charge("卫健委的负责人是不是老王"), speaks_of_charge("老王说有补助吗")
    (True, False)
    """
    return _SAYS_WHO_LEADS.search(text) is not None


def is_of_an_office(text: str, end: int) -> bool:
    """Whether behind an office's name nothing is put but that somebody is of it: 老王是教育局|的吗.

    >>> is_of_an_office("老王是教育局的吗", 6), is_of_an_office("老王是教育局的负责人吗", 6)
    (True, False)
    """
    return _OF_AN_OFFICE.match(text, end) is not None
