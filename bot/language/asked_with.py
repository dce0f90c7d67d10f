"""The word that a clause for yes or no asks with, and so the yes to it: 能, 会, 算, 有, 是, or the deed itself."""

from __future__ import annotations

import re

from bot.language.clauses import without_end

IS_SO = "是"
"""What asks whether something is so, and the yes to it."""

COUNTS = "算"
"""What asks whether something is one of a kind, and the yes to it."""

THERE_IS = "有"
WRITTEN = "写了"
"""What asks whether there is something, and the yes to it."""

_MAY, _NOT = "能", ("不", "没")

A_NOT_A = re.compile(r"(.)[不唔没冇]\1|有没有|有冇|是不是|能不能|可不可以|要不要")
DOES_OR_NOT = re.compile(r"(?P<does>[教送管给发免算收包报陪看照查补认派])[^，。；？]{1,4}[不唔没]((?P=does))$")

_ALONE = re.compile("只|光(?!荣)|仅|净系|淨係")
_DENIES = re.compile("[不没唔冇拒扣]|(?<![特级性区分类识派])别(?!人|的|处|家)|卡住|卡人|停发|停掉|缺(?!勤)|断档|断了|打回|取消")
_ASKED_WITH = {
    THERE_IS: re.compile("[能会]有[^，。？]{1,12}[吗么不]$|可以有[^，。？]{1,12}[吗么不]$"),
    _MAY: re.compile(
        "能不能|可不可以|可唔可以|[行成中]不[行成中]|得[唔不]得|(?P<verb>[打领报去用上拿])[唔不](?P=verb)得|(?P<done>[打领报去用上拿])得不(?P=done)得"
        "|[能行]吗$|行[么不]$|(?:能|可以)[^，。？]{1,20}[吗么不]$|[打报领用办评进]得(?:通|了|上|成|到)[吗么不]$"
    ),
    "在": re.compile("在不在[^，。？]{0,8}(?:里头?|内|之列|当中|范围)"),
    IS_SO: re.compile("是不是|系咪|是[^，。？]{1,12}[吗么]$|[对是]吗$|对不对|[是对]吧$"),
    "会": re.compile("会[不唔]会|(?<![工社机开大协学员委宴例晨班就])会(?!诊|计|议|场|员|费|所)[^，。？]{1,20}[吗么不]$"),
}
_DEED = re.compile(
    "(?P<deed>[算管给发送免报包派陪教补看认减])[不唔](?P=deed)"
    "|(?:(?<![打预计总结])(?P<counts>算)(?!了)|(?<![面红外背书荷承])(?P<holds>包)(?!括|子|裹|工)|(?<![保主尽监不只血])(?P<minds>管)(?!理|道|子)"
    "|(?P<gives>给)(?=[报送发办买交减免]|补(?!课)|上|安排|评)|(?<![豁避难减])(?P<frees>[减免])(?!少))[^，。？]{0,6}[吗么]$"
)
"""A deed put as A不A, or before what it is done to, of which the yes is the deed itself: 管不管, 给唔给, 算工伤吗."""

_COUNTED_BY = re.compile("[按折怎]")
"""What makes 算 a question of how something is worked out: 按天算吗."""


_DOES_SO = re.compile(
    "(?:能不能|可不可以|可唔可以|能|可以)(?:这样|这么|咁样?)(?:子|做|干|搞|弄|安排|排班?|对[^，。？]{0,3}|压人?|拖着?|不管[^，。？]{0,2})?[吗么不]?$"
)


def asks_if_they_may(question: str) -> bool:
    """Whether a clause asks if somebody may go on as told: a yes would be to what is done, and not to what is written.

    >>> asks_if_they_may("科里能这么排班吗"), asks_if_they_may("可以这样报吗")
    (True, False)
    """
    return _DOES_SO.search(without_end(question)) is not None


def asked_with(question: str) -> str:
    """The word that a clause for yes or no asks with, and so the yes to it; nothing where it denies that, narrows, or asks with none.

    >>> asked_with("我岳父也能行吗"), asked_with("是不是不用考"), asked_with("是不是都免试"), asked_with("要交税吗")
    ('能', '', '是', '')
    >>> asked_with("是不是只有援鄂的才有"), asked_with("值班室在不在改造的范围里")
    ('', '在')
    >>> asked_with("咨询管不管家属"), asked_with("送菜不送"), asked_with("去广州打唔打得"), asked_with("看病报销成不成")
    ('管', '送', '能', '能')
    >>> asked_with("没证书也能报吗"), asked_with("没证书就不能报吗"), asked_with("中医院会加吗"), asked_with("工会的人来吗")
    ('能', '', '会', '')
    >>> asked_with("在家摔了算工伤吗"), asked_with("宿舍包住吗"), asked_with("家里能有人照应吗"), asked_with("热线打得通吗")
    ('算', '包', '有', '能')
    >>> asked_with("姥姥户口在这儿算吗"), asked_with("按天算吗")
    ('算', '')
    """
    last = without_end(question)
    if _ALONE.search(last) is not None or asks_if_they_may(last):
        return ""
    for word, pattern in _ASKED_WITH.items():
        found = pattern.search(last)
        if found is not None:
            return "" if _denied(last, found.start()) else word
    behind = DOES_OR_NOT.search(last)
    deed = _DEED.search(last) if behind is None else None
    if behind is not None:
        return "" if _denied(last, behind.start()) else behind["does"]
    if deed is None or _denied(last, deed.start()) or (deed["counts"] and _COUNTED_BY.search(last, 0, deed.start())):
        return ""
    return deed[deed.lastgroup or 0]


def _denied(last: str, start: int) -> bool:
    """Whether a clause denies what it asks with the word at a place: 不能报吗, 会不会不给; not what it tells before: 没证书也能报吗."""
    asked = DOES_OR_NOT.sub("", A_NOT_A.sub("", last[start:]))
    asked = asked[:-1] if asked.endswith(_NOT) else asked
    return _DENIES.search(asked) is not None or last[:start].endswith(_NOT)


def asks_whether_one_may(question: str) -> bool:
    """Whether a clause asks whether one may have something: that hangs, like 有没有, on who asks.

    >>> asks_whether_one_may("这钱能领吗"), asks_whether_one_may("这钱是按月的吗")
    (True, False)
    """
    return asked_with(question) == _MAY


_GIVEN = ("包", "管", "给", "送", "发", "减", "免", "派", "陪")


def asks_if_given(question: str) -> bool:
    """Whether a clause asks by the deed itself whether something is given.

    >>> asks_if_given("伙食包不包"), asks_if_given("值班费给发吗"), asks_if_given("算不算基数")
    (True, True, False)
    """
    return asked_with(question) in _GIVEN


_IS_WHAT = re.compile("(?:是不是|系咪|是)(?P<what>[^，。？是]{1,8}?)[吗么]?$")


def asked_to_be(question: str) -> str:
    """What a clause asks something to be: 确诊了是工伤吗; nothing where it asks none.

    >>> asked_to_be("值班晕倒是不是工伤"), asked_to_be("工伤能报吗")
    ('工伤', '')
    """
    found = _IS_WHAT.search(without_end(question))
    return found["what"] if found is not None else ""


_RULE = re.compile(
    "有(?:没有|冇|无)?[^，。？]{0,4}(?:规定|说法|讲法|依据|条文|政策|明文)"
    "|(?:单位|医院|院里|院方|领导|科里|科室|主任|护士长)[^，。？]{0,3}(?:能不能|可不可以|能|可以|该)(?:这样|这么(?:干|做|搞|弄|安排|对))"
)


def asks_for_a_rule(question: str) -> bool:
    """Whether a clause asks for yes or no whether there is a rule, whatever it says; so does whether the employer may do so.

    >>> asks_for_a_rule("单位不放人，有没有规定"), asks_for_a_rule("有两份吗"), asks_for_a_rule("天天夜班，医院能这么安排吗")
    (True, False, True)
    """
    return _RULE.search(question) is not None


_WRITTEN = re.compile(
    "(?:写|提|列|规定)(?:到)?(?:没有|没)(?:写|提|列|规定)|(?:有没有|有冇|有无)(?:写|提到|提过|提(?=$|[，。？])|列|规定到)|写(?:了|进|进去|上)(?:没|吗|没有)?$"
)


def asks_if_written(question: str) -> bool:
    """Whether a clause asks whether the document has anything on what is told.

    >>> asks_if_written("这个台账里写没写"), asks_if_written("文件有没有提到"), asks_if_written("能不能写进简历")
    (True, True, False)
    """
    return _WRITTEN.search(question) is not None


_TO_BEAR = re.compile(
    "(?:要不要|用不用|需不需要|(?<![不只想主重需])要|需要|得|用)(?:再|还|自己|个人|我们?|孩子)*"
    "(?:参加)?(?:考|笔试|面试|交|付|俾|畀|给钱|给(?=$|[吗么])|出|掏|花|钱|缴|上税|扣|收)[^，。？的]{0,6}[吗么不]?$"
)


def asks_if_one_has_to(question: str) -> bool:
    """Whether a clause asks if something has to be sat, paid or given, so that what is spared is 不用.

    >>> [asks_if_one_has_to(text) for text in ("读技校要考试吗", "要不要给", "要自己掏钱吗", "要先登记吗", "要考的是哪门")]
    [True, True, True, False, False]
    """
    return _TO_BEAR.search(without_end(question)) is not None


_COUNTS_ALONE = re.compile("^[^，。？上报读念进入领拿安优录转申]*(?:[行成]不[行成]|[行成]吗|可以吗|可不可以)$")


def asks_if_it_counts(question: str) -> bool:
    """Whether a clause asks if what is told fulfils a condition, with no deed beside it: 算不算, 行不行.

    >>> [asks_if_it_counts(text) for text in ("姥姥户口在这儿算不算", "这样行吗", "姥姥户口在这儿能上公办吗", "上公办行不行")]
    [True, True, False, False]
    """
    return asked_with(question) == COUNTS or _COUNTS_ALONE.search(without_end(question)) is not None


_FIGURE_PUT = re.compile(r"(?:是|有|够|到|按)[^，。？\d]{0,6}(?P<figure>\d[\d.]*)\s*万?(?:元|块钱?)?(?:一?[天月])?[吗么不吧]?$")


def figure_put(question: str) -> str:
    """The figure that a clause puts for yes or no; nothing where a figure is only told beside what is asked.

    >>> figure_put("补助是600吗"), figure_put("是不是400"), figure_put("保额是100万吗"), figure_put("干了14天能领吗")
    ('600', '400', '100', '')
    """
    found = _FIGURE_PUT.search(without_end(question))
    return found["figure"] if found is not None else ""


_SO_MANY = re.compile("(?:[两二双俩三四五六2-9]|(?:每?一?人|各)[一1])[份次回倍遍套]|(?:每|各)(?:个)?人都?(?:有|领|给|发)|人人")


def asks_if_so_many(question: str) -> str:
    """The number of shares or times that a clause puts, where the answer may be another: 能领两份吗.

    >>> asks_if_so_many("我们能领两份吗"), asks_if_so_many("能领吗")
    ('两份', '')
    """
    found = _SO_MANY.search(question)
    return found.group() if found is not None else ""
