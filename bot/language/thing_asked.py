"""What a question for yes or no, or for a figure, asks for, in the asker's own words, so that a refusal can name it."""

from __future__ import annotations

import re

from bot.language.asked_with import A_NOT_A
from bot.language.clauses import without_end

_LEADS_IN = re.compile(
    "^(?:请问|想问下?|问一?下|我?想知道|听说|那么?|还|也|另外)*"
    "(?:[^，。？]{0,6}(?:家属|医护人员|医务人员|工作人员|医护|医生|护士|大夫|(?<!独生)子女|家里人|家人|家庭)们?|我们|我|咱们?|俺)?(?:家)?(?:们)?(?:的)?"
    "(?:是否|能否|有否|也|还|都|能|可以|可|有)*"
)
_ENDS = re.compile("(?:(?:[是给有发领]?多少钱?)|[吗么嘛呢吧㗎啊呀的]|不[行成能]|[不没冇]有?)+$")
_FOR_WHOM = re.compile("一线(?:医护|家属|人员|员工)?的?")
_NOT_NAMED = re.compile(
    "^(?:跟着|[能给])|[谁哪啥咋咩乜边邊几幾怎为爲何]|[点點][样樣解算]|多[少久大]|什么|还是|[我你他她它咱俺佢]|[0-9百千万]|(?:不|没|别)|[“”：；]"
)
_SHORTEST, _LONGEST = 3, 12


def thing_asked(question: str) -> str:
    """What a clause for yes or no, or for a figure, asks for; nothing where it asks otherwise, of somebody, or cannot be said in short.

    >>> [thing_asked(text) for text in ("医护家属坐地铁免费吗", "请问有没有景区门票优惠", "独生子女费给报吗", "高温津贴有多少")]
    ['坐地铁免费', '景区门票优惠', '独生子女费给报', '高温津贴']
    >>> thing_asked("燃气费一线能不能减免"), thing_asked("家里人跟着能免吗")
    ('燃气费减免', '')
    >>> [thing_asked(text) for text in ("装电梯找谁", "能给我老婆换个工作吗", "生育津贴多久到账", "发两万是真的吗", "行吗")]
    ['', '', '', '', '']
    """
    last = without_end(question)
    if last == question and A_NOT_A.search(last) is None and _ENDS.search(last) is None:
        return ""
    thing = _FOR_WHOM.sub("", _LEADS_IN.sub("", A_NOT_A.sub("", _ENDS.sub("", last))))
    return thing if _SHORTEST <= len(thing) <= _LONGEST and _NOT_NAMED.search(thing) is None else ""
