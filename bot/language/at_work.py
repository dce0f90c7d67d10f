"""Who at work says that there is no such thing, or does nothing, is folded to the place one works at: 院长不批 is 医院不批."""

from __future__ import annotations

import re

_OF_THE_OFFICE = "人事[科处]?|财务[科处]?"
_OF_THE_HOSPITAL = "院领导|院长"
_OF_THE_WARD = "科主任|护士长"
_SPEAKS = f"单位|医院|院里|领导|主任|科长|科里|科室|上面|{_OF_THE_HOSPITAL}|{_OF_THE_WARD}|{_OF_THE_OFFICE}"
_SUCH = "[这呢](?:一?[个项笔种条回]|档子?)?"
_THING = "政策|规定|说法|待遇|事[儿情]?|补助|补贴|津贴|慰问金|奖金|钱|[年休病]?假|疗养|文件|福利|好事|通知"
_NO_SUCH_THING = re.compile(
    f"(?:{_SPEAKS})(?:[也都就却还]|跟我们?|给我们?)?(?:说|话|讲)(?:根本|压根)?"
    f"(?:(?:没有|没|冇|无)(?={_SUCH}(?:{_THING})?[啊呀的了哦噢呢喔]?(?:[，。？！；、]|$))"
    f"|没(?:有)?听(?:说)?过(?={_SUCH}|[啊呀的了]?(?:[，。？！；、]|$)))"
)
_DOES_NOTHING = re.compile(
    f"(?:(?P<hospital>{_OF_THE_HOSPITAL})|(?P<ward>{_OF_THE_WARD})|(?P<office>{_OF_THE_OFFICE}))"
    "(?=不管|不办|不批|不给|不让|不认|不理|不安排|不报|[唔]批|[唔]理)"
)
_PLACES = {"hospital": "医院", "ward": "科里", "office": "单位"}


def to_the_place(text: str) -> str:
    """A text in which whoever at work refuses, or says as a whole clause that there is no such thing, is the place itself.

    >>> to_the_place("院长不批"), to_the_place("护士长说没有这个政策"), to_the_place("人事说没听过")
    ('医院不批', '单位不认这个政策', '单位不认')
    >>> to_the_place("领导说没这么严重"), to_the_place("单位说没有这么快"), to_the_place("主任说没这个必要")
    ('领导说没这么严重', '单位说没有这么快', '主任说没这个必要')
    """
    if "不" not in text and "唔" not in text and "没" not in text and "冇" not in text and "无" not in text:
        return text
    text = _NO_SUCH_THING.sub("单位不认", text)
    return _DOES_NOTHING.sub(lambda found: _PLACES[str(found.lastgroup)], text)
