"""Whether a clause asks that a cost be spared, borne or given back, and by which words."""

from __future__ import annotations

import re

from bot.language.clauses import Stretch

_END = "(?:[了掉去点些一下单给]|掉了)*(?:[吗么不嘛没呢啊冇]|不能|没有)*$"
_SPARED = "(?:减免|豁免|免(?!疫|试|考|不免)费?|报(?:销|(?=[了掉吗么不嘛]|$))|打个?折|优惠|便宜|缓[交缴还]|延期|减)"
_COST = re.compile(
    "(?:的?钱)?谁(?:来|给|先|去)?(?:出(?!面|头|马|人|题)|掏|付|报销?|垫|承担|负担|买单|埋单)|边个(?:出|找数|埋单|畀钱|俾钱)"
    f"|(?:能不能|可不可以|能否|是不是|有没有|能|可以|给|会|有)[^，。？]{{0,5}}?{_SPARED}(?={_END})"
    "|(?<![减豁难避])免不免|报不报(?=[销吗啊呀]|$)|减不减|免唔免|报唔报"
    f"|(?:有没有|有冇|能不能|能|可以|给)[^，。？]{{0,4}}补钱|钱[^，。？]{{0,3}}(?:能|给|可以)[^，。？]{{0,3}}补(?={_END})"
)


def cost_asked(clause: str) -> Stretch | None:
    """Where a clause asks whether a cost is spared, given back or made less, or who bears it; None where it does not.

    >>> [cost_asked(text) is not None for text in ("年卡一线能免不", "修表的钱谁来出", "车票能给报销吗", "护士买花可以打折吗")]
    [True, True, True, True]
    >>> [cost_asked(text) is not None for text in ("谁出面管", "一天补多少", "能免试录取吗", "工伤能报上去吗", "有没有免费疗养")]
    [False, False, False, False, False]
    """
    found = _COST.search(clause)
    return found.span() if found is not None else None
