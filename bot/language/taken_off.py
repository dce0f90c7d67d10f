"""Days taken off what was told: leave, rests, exceptions, days beside or within a count; and that none is."""

from __future__ import annotations

import re

from bot.language.numerals import MONTH, RUN

_HAD_OFF = re.compile(r"(?:中间|里面|里头|当中)?(?:还|又|就|只|也)?有$")


def had_off(before: str) -> bool:
    """Whether what stands before days off says that they are among those told: 里面有2天没上.

    >>> had_off("里面有"), had_off("回来后")
    (True, False)
    """
    return _HAD_OFF.search(before) is not None


_NOT_COUNTED = frozenset({"不算", "不能算", "没算", "不计", "不计入", "不作数"})


def not_counted(word: str) -> bool:
    """Whether a word only says that something does not count."""
    return word in _NOT_COUNTED


_THESE_DAYS = re.compile(rf"[这那](?:几|些|段|{RUN})?(?:个)?(?:天|日子|日|时间|周|星期|礼拜)?(?:就|都|可|也|得|要|是|的|钱|应该)*$")


def points_at_days(before: str) -> bool:
    """Whether a word that follows is said of days told before.

    >>> points_at_days("没上班，这几天"), points_at_days("慰问金")
    (True, False)
    """
    return _THESE_DAYS.search(before) is not None


_SOME_TOLD = re.compile("(?:那|这|那里头|那里面|里头那|里面那|当中那|中间那)$")


def points_at_some(before: str) -> bool:
    """Whether a count that follows is of days told before: 不对，那|3天在卡口.

    >>> points_at_some("不对，那"), points_at_some("那我卡口")
    (True, False)
    """
    return _SOME_TOLD.search(before) is not None


_NOT_ALL_OF_IT = re.compile(
    r"(?:不|没|没有|并非|不是|并不是|也不是|又不是)(?:全|都|全部|全都|天天|一直|每天|整天|全程|光|净|尽)(?:是|在|都|的|待)*[^，。；]{0,8}，"
    r"(?:[^，。；]{0,4}，)?(?:[^，。；\d]{0,4})$"
)


def not_all_of_it(before: str) -> bool:
    """Whether what was told is said to hold of some days only, right before a count of others: 不全在病房，有|10天在库房.

    >>> not_all_of_it("等等，不全在病房，有"), not_all_of_it("我不在病房，干了")
    (True, False)
    """
    return _NOT_ALL_OF_IT.search(before) is not None


_IS_OVER = re.compile("[完好后满]|结束|期满")


def is_over(between: str) -> bool:
    """Whether what stands between a rest and a count says that the rest was over: 休整完又11天.

    >>> is_over("完又"), is_over("了")
    (True, False)
    """
    return _IS_OVER.search(between) is not None


_LEAVE = ("请假", "请 假", "病假", "事假", "年假", "调休", "倒休")


def is_leave(word: str) -> bool:
    """Whether a word for not working is leave taken from it, and no rest between two stretches.

    >>> is_leave("请假"), is_leave("休整")
    (True, False)
    """
    return word in _LEAVE


_NOT_GIVEN = re.compile(
    r"(?:份|都|也|又|是|的|那|这|两|三|个|月|钱|家里|给|，|我|就|只)*"
    r"(?:没[发领拿给收上去干做有采值排来](?!了)|未(?:再)?(?:上班|上岗|到岗|出勤|去)|退[了回掉]|断了|停了|停发|歇了?着?$|休息|不算|不计)"
)


def not_given(following: str) -> bool:
    """Whether what follows named days or months says that there was nothing in them.

    >>> not_given("没发"), not_given("又发了")
    (True, False)
    """
    return _NOT_GIVEN.match(following) is not None


_NOTHING_IN_IT = re.compile(r"(?:没有?|未|冇)(?:真|再)?[去上干做来进成](?![^，。；]{0,4}(?:多少|几))|取消|作废")


def nothing_in_it(said: str) -> bool:
    """Whether what is said of one of several spells says that there was no work in it: 报错了，那回根本没去.

    >>> nothing_in_it("报错了，那回根本没去"), nothing_in_it("6天")
    (True, False)
    """
    return _NOTHING_IN_IT.search(said) is not None


SOME_DAY_OFF = re.compile(r"(?:[那这有]|某)[一几两些]?[天日](?:我|因为?有事)?(?:也|都|就)?(?:没[上去干来排]|歇|休息|请假|轮空)")
"""A day or days not worked that are named otherwise than by a number or a date: 停电那天没上."""

FULL_ATTENDANCE = re.compile(
    r"全勤|满勤|天天|日日|见天儿?|冇休|没有?休|不带休|没放过(?![一1])|无休|(?:无|未)[一1][日天](?:休|歇|缺)|每[天日]都|每[天日]在|无休|连轴转|从月?头[^，。]{0,3}到月?尾|[一1][天日]不[落少差缺]|没断过|没断(?=，|。|？|$)|"
    r"[一1][天日](?:都|也|假)?没有?(?:歇|休|落|断|缺|停|请|少)|没(?:放|歇|休|请|落|缺|断)过?[一1][天日]假?|没[歇休断停](?:过|着)?(?=，|。|？|$)"
)
"""All days are meant: 二月三月天天在."""

ALL_THE_REST = re.compile(
    r"(?:剩下|剩余|其余|其他|其它|别的|余下)(?:的?(?:日子|时间|天数?|时候|那些天))?的?，?(?:我|就|也|是|可)*"
    r"(?:都(?!没|歇|休|在家)|全(?!没|歇|休|在家)|天天|每天|一直|一天(?:不落|没落))"
)
"""Every day but those told: 剩下全在病房."""

_EXCEPTS = re.compile(r"(?:除了?|除去|除开|刨去|刨掉|刨除|去掉|抛开|扣掉|扣除|只有|就)(?:有|是|了)?(?:每个?)?$")


def excepts(before: str) -> bool:
    """Whether what follows may be an exception: 除.

    >>> excepts("除"), excepts("在病房")
    (True, False)
    """
    return _EXCEPTS.search(before) is not None


_EXCEPTED = re.compile(r"(?:[天日号那两一这个])*(?:请假|休息|休|歇|有事|没上|没去|没来)?(?:以外|之外|外)")


def excepted(following: str) -> bool:
    """Whether what stands before is an exception: 除10日|外.

    >>> excepted("外全勤"), excepted("在病房")
    (True, False)
    """
    return _EXCEPTED.match(following) is not None


MONTH_LESS = re.compile(
    rf"(?P<month>{MONTH})月份?(?:\((?P<length>{RUN})天\))?，?(?:里|我|一共|总共|就|只|中间|有|除了?|去掉|刨去|当中)*"
    rf"(?P<idle>歇|休息?|请假?|轮休|调休|缺勤?|头|前|最后|后)?(?:了|过|掉)?(?P<number>{RUN})[天日](?P<after>调休|休息|轮休|病假|事假|年假|假|班)?(?:没上|没去|之外|以外|外)?，?"
    r"(?P<rest>其余|其他|其它|别的|剩下|余下)(?:的?(?:日子|时间|天数?|时候))?(?:的)?我?(?=都|全|天天|每天|也都|一直)"
)
"""二月歇了4天其余都上: all days of a month but some."""

MONTH_BUT_DAYS = re.compile(
    rf"(?P<month>{MONTH})月份?[里我，]*(?:除了?|刨去|去掉|只有|就|只|除开)"
    rf"(?P<days>{RUN}[日号](?:[、和跟，]?{RUN}[日号])*)"
    r"(?:那[一两三几]?天|当天)?(?:我|请了?假|休息?了?|歇了?[一两]?天?|没[上去干来]|有事|在家|以外|之外|外|那?[一两]天)*，?"
    r"(?:其余|其他|其它|别的|剩下|余下|都|全|天天|每天)[^，。；\d]{0,6}"
)
"""二月除了14号都上班: all days of a month but those."""

_DAY_ITSELF = re.compile(r"(?:那|这|当)[一]?[天日]|我|因为?|有事|，")


def day_itself(following: str) -> str:
    """What follows a day without what only points at it: 那天没上."""
    return _DAY_ITSELF.sub("", following, count=2)


_DAY_FREE = re.compile(
    r"(?:那|这|当)?(?:[一1]?[天日])?(?:我|其实|实际上?|是|都|也|就|全|在家|，)*"
    r"(?:没有?[上去来干做值排]|未上|休(?!舱)|歇|请了?假|调休|轮休|倒休|病假|事假)"
)


def day_free(following: str) -> bool:
    """Whether what follows a day says that it was not worked.

    >>> day_free("那天其实没上"), day_free("其实是休息"), day_free("休舱")
    (True, True, False)
    """
    return _DAY_FREE.match(following) is not None


_BESIDES_IT = re.compile("另外|不在(?:里|内|其中|这)|不是(?:里|在里)|(?:不用|不要|别|不该|不)(?:去|扣|减)|没算(?:在|进)|以外|之外|除外")


def besides_it(text: str) -> bool:
    """Whether days off are said to lie besides what was counted: 是另外歇的.

    >>> besides_it("另外的"), besides_it("要去掉的")
    (True, False)
    """
    return _BESIDES_IT.search(text) is not None


_ONLY_WITHIN = re.compile(
    "[是在的都要得该应当就也还从里头面边内中间包括含算这那些几天日刚才前数我您你请把给对嗯哦吧啊呢了呗去掉减扣除，。！；、· ]*"
)
"""One class of characters, so that a long near miss is refused in one pass."""


def says_only_within(text: str) -> bool:
    """Whether a reply says nothing but that days off lie within what was counted, or besides it.

    >>> says_only_within("在那里面的"), says_only_within("另外歇的"), says_only_within("中间那个医院")
    (True, False, False)
    """
    return _ONLY_WITHIN.fullmatch(_BESIDES_IT.sub("", text)) is not None


_NOTHING_ELSE = re.compile("(?:上|进)?(?:的)?(?:别的|其他的?|其它的?|旁的|另外的)(?:钱|补助|东西)?(?=[，。；？！]|$)")


def nothing_else(text: str, place: int) -> bool:
    """Whether a word only says that nothing else is asked for: 不算|别的.

    >>> nothing_else("不算别的", 2), nothing_else("不算那5天", 2)
    (True, False)
    """
    return _NOTHING_ELSE.match(text, place) is not None


_STOOD_STILL = re.compile("(?:停|断|空|歇|隔|闲)(?:了|过|下来)*(?:差不多|大概|快|有|整整)*$")
_TOOK_UP_AGAIN = re.compile("(?:，|。|；|然后|之后|后来|后|才|我|就|再)*(?:又|再|接着|继续|重新)[^，。；]{0,6}[干做上采去进值]")


def stood_still(before: str) -> bool:
    """Whether the time that follows is told as one in which nothing went on: 中间停了|一个月.

    >>> stood_still("中间停了"), stood_still("干了")
    (True, False)
    """
    return _STOOD_STILL.search(before) is not None


def took_up_again(following: str) -> bool:
    """Whether work was taken up again right behind: 一个月|然后又接着做了.

    >>> took_up_again("然后又接着做了"), took_up_again("，一共多少")
    (True, False)
    """
    return _TOOK_UP_AGAIN.match(following) is not None


_REST_LEFT_OUT = re.compile(
    "(?:不|别|甭|不用|不要|无需|不必)(?:给|算|计|要|发|补|加|拿|领)(?!.*[吗么多几])(?<!算不算)(?<!给不给)(?<!计不计)"
)


def rest_left_out(clause: str) -> bool:
    """Whether a clause that speaks of rest says that nothing is to be counted for it: 歇的都不要算.

    >>> rest_left_out("歇的都不要算"), rest_left_out("休息不给就不给"), rest_left_out("休息算不算")
    (True, True, False)
    """
    return _REST_LEFT_OUT.search(clause) is not None


_ASKS_IF = re.compile("(?:是不是|有没有|会不会|该不会|是否|好像|怕是|怎么|咋|系咪)(?:给|发|还|也|又|我)*$")
_FIGURE = re.compile(r"了?(?:[\d一二两三四五六七八九十])")


def asks_if_short(text: str, start: int, end: int) -> bool:
    """Whether a word only asks if too little was paid, and takes no days off: 是不是|少了; not 是不是少了|3天.

    >>> asks_if_short("是不是少了，该多少", 3, 5), asks_if_short("是不是少了3天", 3, 5), asks_if_short("少了3天", 0, 2)
    (True, False, False)
    """
    return _ASKS_IF.search(text, 0, start) is not None and _FIGURE.match(text, end) is None


BEYOND = ("另外", "另有", "还有")
"""Days off told so are none of those worked: 另外4天在家休息不算."""

_DID_NOTHING = re.compile(
    "[天日]?，?(?:我|就|那|这|段|时间|期间|里|可|也)*(?:(?:什么|啥|任何|一点|半点)(?:活儿?|班|事儿?|工作)?(?:也|都)?没有?(?:干|做|上)过?"
    "|没有?(?:干|做|上)过?(?:任何)?(?:活儿?|班|工作))(?=[，。；！？]|$)"
)


def did_nothing(following: str) -> bool:
    """Whether what follows days says that nothing was done on them: 单住了14天|，什么活也没干.

    >>> did_nothing("，什么活也没干。"), did_nothing("，没干别的活")
    (True, False)
    """
    return _DID_NOTHING.match(following) is not None
