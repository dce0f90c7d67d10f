"""How stretches of time are named, numbered and set right: grammar of measure words, whatever is counted."""

from __future__ import annotations

import re

from bot.language.clauses import STATEMENT_MARKS
from bot.language.numerals import MONTH, RUN

BY_ORDER = re.compile(
    r"第(?P<number>[一二三四五1-5])(?:段|轮|趟|回|次|份|批|拨|期|阶段|转|遭|茬)|(?P<first>前面|前|头)[那的一]?(?:段|轮|趟|回|份)|(?P<last>后面|后|最后)[那的一]?(?:段|轮|趟|回|份)"
)
"""A spell named by its order."""

PEOPLE_SET_RIGHT = re.compile(rf"不是(?P<old>{RUN})[个名位](?P<crew>[^，。；0-9]{{0,3}})，?(?:应该|而|其实)?是(?P<new>{RUN})[个名位]")
"""不是3个，是4个."""

SO_MANY = re.compile(rf"(?<!第)(?P<number>{RUN}|[两俩])(?:段|回|趟|轮|次|拨|批|期|进)(?!多)")
"""两段."""

_PARTS = (
    rf"(?:(?P<number>{RUN}|[两俩])|几|这几|全部|所有)(?:段|笔|样|份|项|趟|回|次|批|拨|轮|转|頭|头|处|边|个月(?!慰|的慰))"
    r"(?:时间|日子|班|钱|补助|补贴|的|儿|都)*"
)
_SO_MANY_PEOPLE = (
    rf"(?!一[共总])(?P<people>{RUN}|[两俩仨])(?:个?人|口子|孩子|闺女|儿子|位|个|姐妹"
    r"|姊妹|兄弟|兄妹|姐弟|母女|父女|父子|母子|婆媳|公婆|(?=，|。|？|$|[加合总一共]))"
)
_PEOPLE_TOGETHER = rf"(?:{_SO_MANY_PEOPLE}|[们姐妹兄弟哥母女父子爷娘婆媳夫妻师徒口他她](?P<lot>俩|仨))的?(?:都|补助|补贴)?"


def all_parts(total: str) -> re.Pattern[str]:
    """All that was told, parts or people, taken together (两段一共, 姐弟俩合计); ``total`` is a regular expression for the total."""
    return re.compile(rf"(?:{_PARTS}|{_PEOPLE_TOGETHER})[^，。；！？]{{0,4}}?(?:{total})")


SAID_TO_BE = re.compile("(?:^|[，。；：、 我他她佢就应该都])(?:是|系|係)(?:满|整整?|足足)?$")
"""Before days that are said to be all there were: 我翻了排班表，是|十九天."""

MOVES = frozenset("去调转换派")
"""How words for a change of work begin: 调去, 转到."""

ONE_DAY = re.compile("(?<![一二三四五六七八九十百0-9])[一1每][天日]$")
"""Before how long a shift is: 一天|八小时."""

ONE = re.compile(r"[一1](?:段|回|趟|轮|次|拨|批|期)[^，。；]{0,4}$")
"""A count told as one of several: 一回9天."""

PER_TIME = re.compile(r"(?:每[一1]?(?:段|回|趟|轮|次|拨|批|期)|次次|回回|趟趟|轮轮)(?:去|上|进|干|做|待|呆|都|各|是|要|得|就|满|整)*$")
"""What stands before a count of one time among several: 每回都是9天."""

_STARTS_A_COUNT = re.compile(rf" *(?:整整?|满|足足|[干做上顶守值待呆忙采熬]了|就|都|是)* *{RUN}")


def starts_a_count(following: str) -> bool:
    """Whether what follows begins with a number, or with what only makes it whole: 整20天."""
    return _STARTS_A_COUNT.match(following) is not None


_CARED_FOR = re.compile(r"(?:给|对|为|替|帮|管|看|送|照顾|照看|护理|随访|联系|服务|盯|接|转运|采)[^，。；！？\d]{0,4}$")


def cared_for(text: str, place: int) -> bool:
    """Whether what stands at a place is said of people whom somebody works for: 给居家隔离的.

    >>> cared_for("给居家隔离的送菜", 3), cared_for("后来隔离14天", 2)
    (True, False)
    """
    return _CARED_FOR.search(text, 0, place) is not None


_HAD_OFF = re.compile(r"(?:中间|里面|里头|当中)?(?:还|又|就|只|也)?有$")


def had_off(before: str) -> bool:
    """Whether what stands before days off says that they are among those told: 里面有2天没上.

    >>> had_off("里面有"), had_off("回来后")
    (True, False)
    """
    return _HAD_OFF.search(before) is not None


SEVERAL_PEOPLE = re.compile(r"(?:[2-9]|\d\d|[二两三四五六七八九十])[个名位]")

HOLDS_LIKEWISE = re.compile("(?:倒是|[也都还就倒])*在[的呢呀啊哦喔]?$")
"""奶奶的|在, 姥姥户口|在: holds what was spoken of, and here. What is held, or 的 for it, stands right before."""

_NOTHING_MORE = re.compile("(?:本地|当地|这边|那边|这里|那里)?[市省区县镇]?(?:户口|户籍|本地|落的?户|上的?户)?[的人了呀啊呢吧啦哈]*")


def tells_only_where(behind: str) -> bool:
    """Whether what stands behind a place leaves it as where somebody or something is: 姥爷的在红桥|这边, not 他在红桥|医院一线.

    >>> tells_only_where("区的"), tells_only_where("医院一线"), tells_only_where("公办小学能上吗")
    (True, False, False)
    """
    return _NOTHING_MORE.fullmatch(behind) is not None


_COMES_TO = frozenset({"是", "应该是", "应是", "该是", "应该", "改成", "其实是", "实际是", "实际"})
_NOT_COUNTED = frozenset({"不算", "不能算", "没算"})
_LEFT_OUT = ("算", "漏")
_THAT = ("那", "这")


def comes_to(between: str) -> bool:
    """Whether what stands between two counts says that the second is right: 少算了2天，应该是14天."""
    return between.lstrip("".join(STATEMENT_MARKS)) in _COMES_TO


def left_out(word: str) -> bool:
    """Whether a word says that something was not counted: 少算了, 漏了."""
    return any(part in word for part in _LEFT_OUT)


def not_counted(word: str) -> bool:
    """Whether a word only says that something does not count."""
    return word in _NOT_COUNTED


def points_back(text: str, place: int) -> bool:
    """Whether the character before a place points at something told: 那三天."""
    return text[place - 1 : place] in _THAT


def bare_month(label: str) -> str:
    """The number of a month.

    >>> bare_month("二月份")
    '二'
    """
    return label.rstrip("份").rstrip("月")


_NO_LONGER = re.compile(
    r"(?:[日号]|那天|当天|起|开始|就|之后|以后|后)*(?:没再?[去上干来做]"
    r"|(?:当日|当天)?未(?:再)?(?:上班|上岗|到岗|出勤)|不用?再?[去上干来做]|前|之前|以前)"
)
_STOPPED = re.compile("(?:[日号]|那天|当天|起|开始|以后|后)*(?:就|便)(?:没|不)再?[去上干来做]")


def stopped(following: str) -> bool:
    """Whether what follows a day says that from it on nothing was done.

    >>> stopped("就没去了"), stopped("之前")
    (True, False)
    """
    return _STOPPED.match(following) is not None


_LEADS_TO = re.compile(r"(?<![收接拿得看听感遇说提找报回达签])[到至](?:了|的是|的)?$")


def no_longer(following: str) -> bool:
    """Whether what follows a day says that it is the first one not worked any more.

    >>> no_longer("就没去了"), no_longer("才出来")
    (True, False)
    """
    return _NO_LONGER.match(following) is not None


def leads_to(before: str) -> bool:
    """Whether a day is what something went on to: 一直干到.

    >>> leads_to("一直干到"), leads_to("收到")
    (True, False)
    """
    return _LEADS_TO.search(before) is not None


WORKING_FOR = re.compile(r"(?<![只就才光仅单再又还多])[干做上值守采](?:上|够|满)?$")
"""What stands before a day whose money is asked for: 干|一天给多少, not 只干|一天."""

_THESE_DAYS = re.compile(rf"[这那](?:几|些|段|{RUN})?(?:个)?(?:天|日子|日|时间|周|星期|礼拜)?(?:就|都|可|也|得|要|是|的|钱|应该)*$")


def points_at_days(before: str) -> bool:
    """Whether a word that follows is said of days told before.

    >>> points_at_days("没上班，这几天"), points_at_days("慰问金")
    (True, False)
    """
    return _THESE_DAYS.search(before) is not None


_SHORT_BY = re.compile(r"(?:差|缺|再有|再过|再干|还有|只剩|还剩)(?:了|个)?$")
_TO_BE_FULL = re.compile(
    r"(?:就|要|才|便|可|将|能|不|我|刚好|正好|快|也)*(?:满|到|够|凑够|凑满|凑足|足|凑成)"
    r"(?:了|整整|整|上|个)*|就(?:是|有)?"
)
_AWAY_FROM = re.compile(r"(?:离|距离?|不够|没满|不满|没到)(?:满|够|整|凑够)?(?:整整)?$")
_LESS = re.compile(r"(?:还|就|只)?[差欠缺少]")
_STILL = re.compile(r"(?:整|就|只|还|，|才|的|也)*(?:差|缺|有|剩)(?:了|个)?")


def falls_short(before: str, between: str) -> bool:
    """Whether two counts are what lacks and what it would be full with: 差一天就满60天.

    >>> falls_short("还差", "就满"), falls_short("干了", "到")
    (True, False)
    """
    return _SHORT_BY.search(before) is not None and _TO_BE_FULL.fullmatch(between) is not None


def still_to_go(before: str, between: str) -> bool:
    """Whether two counts are what it would be full with and what lacks: 离50天还差2天.

    >>> still_to_go("离满", "还差"), still_to_go("满", "还有"), still_to_go("干了", "差")
    (True, False, True)
    """
    away = _AWAY_FROM.search(before) is not None and _STILL.fullmatch(between) is not None
    return away or _LESS.fullmatch(between) is not None


TALLIED = re.compile(
    rf"(?P<number>{RUN})个?[日白整]?(?P<mark>[道条笔格颗枚勾杠次张班个横])[^，。；]{{0,4}}，?[^，。；]{{0,6}}?"
    r"(?:(?:每|[一1])(?P=mark)(?:就|算|是|等于|顶|代表|为)*[一1](?:天|日|个月)|(?:每|(?<![\d一二三四五六七八九十百])[一1])[天日](?:就|算|是|只|记|划)*[一1]个?(?P=mark))"
)
"""二十六道杠，一道一天: as many units as marks."""

ON_AND_OFF = re.compile(rf"[上做干值](?P<on>{RUN})[天日]?(?P<off>[休歇])(?P<rest>{RUN})[天日]?")
"""上四休三."""

ONE_MORE = re.compile(
    r"(?:加上|算上|再加|连上|外加|加)(?:(?:今[天儿日]|昨[天儿日]|当天|明天|明儿|最后)(?:个|儿|的)?(?:[这那]?一天|的)?|[这那]一天)(?![天\d至到])"
)
"""One day on top of what was counted: 加上今天这一天."""

NTH_DAY = re.compile(rf"第(?P<number>{RUN})[天日]")
"""The so-many-eth day."""


def titled(title: str) -> re.Pattern[str]:
    """A bare number after what is counted is named (天数是64); ``title`` is a regular expression for the names."""
    return re.compile(rf"(?:{title})[^，。；\d]{{0,5}}?(?<!第)(?!一[块起共])(?P<number>{RUN})(?![\d.天日个周星月/号到至样般-])")


_UP_TO_NOW = re.compile(r"今[天儿日个]|目前|现在|为止|截[止至]|[到至](?=·)")


def up_to_now(around: str) -> bool:
    """Whether the so-many-eth day, a dot in what is around it, is the last one there is yet: 今天是第40天, 上到第18天."""
    return _UP_TO_NOW.search(around) is not None


WEEKS = ("周", "星期", "礼拜")
"""What a week is called."""

A_SHIFT_OF_DAYS = re.compile(rf"(?<=[天日])[一1]个?班(?!次)|每个?班(?:都|要|得|连着|连|是|干|上|去)*(?=(?![一1][天日]){RUN}[天日])")
"""3天|一班, 每班连着|7天: a round, where a shift is of more than one day."""

SO_MANY_SHIFTS = re.compile(rf"(?P<number>{RUN})个?班(?!次|组|级|里|上|长|费)")
"""So many shifts."""

A_WEEK_SO_MANY = re.compile(
    rf"(?<![了着共整满第头前后末上下这那两二三四五六七八九十\d])(?P<week>[每一1]个?(?:周|星期|礼拜))(?:里|我|们|得|要|都|就|只|能|排|安排|固定|上|干|做|值|去|有|是|来|出勤|到岗|平均)*"
    rf"(?P<number>{RUN})(?:[天日](?![前后内])|个?(?:白|夜|大夜|小夜|长白|整)?班(?!次))"
)
"""So many days or shifts a week: 一周四个班, 每周6天."""

TENS_OF_DAYS = re.compile(r"(?<![过逾近])(?P<number>[一两俩二三仨1-3])整?旬(?![老妇高半多]|的老|以上)")
"""两旬: twice ten days; past three it is somebody's age."""

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
    r"(?:没[发领拿给收上去干做有采值排来](?!了)|未(?:再)?(?:上班|上岗|到岗|出勤|去)|断了|停了|停发|歇了?着?$|休息|不算|不计)"
)


def not_given(following: str) -> bool:
    """Whether what follows named days or months says that there was nothing in them.

    >>> not_given("没发"), not_given("又发了")
    (True, False)
    """
    return _NOT_GIVEN.match(following) is not None


_MORE_THAN = re.compile(r"(?<![相对])比[^，。；]{1,6}?(?:还|又|要)?(?P<sign>[多少])(?:干|上|做|待|呆|值|去|守|采|忙)?了?$")


def more_than(before: str) -> tuple[int, int] | None:
    """Where a comparison before a count begins, and 1 if the count is more, -1 if less: 3月比2月多.

    >>> more_than("3月比2月多"), more_than("干了")
    ((2, 1), None)
    """
    match = _MORE_THAN.search(before)
    return (match.start(), 1 if match.group("sign") == "多" else -1) if match else None


_BY_SO_MUCH = re.compile("[多少晚早迟差缺短欠]|又|再|还")


def by_so_much(before: str) -> bool:
    """Whether a count may be by how much somebody's days differ from others', and not what they come to: 其中一个|少干了3天.

    >>> by_so_much("少干了"), by_so_much("只干了")
    (True, False)
    """
    return _BY_SO_MUCH.search(before) is not None


_BACK_FROM_IT = re.compile("^(?:又|再|然后|之后|后来|等|我|他|她)*(?:回来|返回|回家|回津|撤回来|撤下来|下来|出来|出舱)")


def back_from_it(lead: str) -> bool:
    """Whether a clause opens with coming back from where the work was: 回来|隔离14天.

    >>> back_from_it("回来隔离"), back_from_it("中间隔离")
    (True, False)
    """
    return _BACK_FROM_IT.search(lead) is not None


_ONLY_A_NUMBER = re.compile("[是为不该就才对哈啊呢哦嗯的了我这那·，。！？；：、 ]*")
"""One class of characters, so that a long near miss is refused in one pass."""


def only_a_number(left: str) -> bool:
    """Whether nothing is said in a message beside what is blanked out in it.

    >>> only_a_number("··，··"), only_a_number("··，住··楼")
    (True, False)
    """
    return _ONLY_A_NUMBER.fullmatch(left) is not None


_HAS_SO_MANY = re.compile("(?:它|就|只|也|共|一共|总共)*(?:是|有)?(?:整|足)?")


def has_so_many(between: str) -> bool:
    """Whether days behind a month may only be how many it has: 今年二月|是|29天.

    >>> has_so_many("是"), has_so_many("在病房")
    (True, False)
    """
    return _HAS_SO_MANY.fullmatch(between) is not None


SOME_DAY_OFF = re.compile(r"(?:[那这有]|某)[一几两些]?[天日](?:我|因为?有事)?(?:也|都|就)?(?:没[上去干来排]|歇|休息|请假|轮空)")
"""A day or days not worked that are named otherwise than by a number or a date: 停电那天没上."""

IN_DAYS = re.compile(
    rf"[，(]?(?:就?按着?|就?按照|折成?|折合|算成|算作|就是|也就是|即|等于|整|共|一共|其实就?是?|实际上?是?|(?:准确|确切)地?说是?|是)?"
    rf"(?P<number>{RUN})(?:个?整)?[天日]"
)
"""Days right after months: 一个月31天."""

FULL_ATTENDANCE = re.compile(
    r"全勤|满勤|天天|日日|见天儿?|冇休|没有?休|不带休|没放过(?![一1])|无休|(?:无|未)[一1][日天](?:休|歇|缺)|每[天日]都|每[天日]在|无休|连轴转|从月?头[^，。]{0,3}到月?尾|[一1][天日]不[落少差缺]|没断过|没断(?=，|。|？|$)|"
    r"[一1][天日](?:都|也|假)?没有?(?:歇|休|落|断|缺|停|请|少)|没(?:放|歇|休|请|落|缺|断)过?[一1][天日]假?|没[歇休断停](?:过|着)?(?=，|。|？|$)"
)
"""All days are meant: 二月三月天天在."""

SO_MANY_WEEKDAYS = re.compile(rf"(?P<number>{RUN})个(?=(?:周|星期|礼拜)[一二三四五六日天](?!天|个))(?:周|星期|礼拜)[一二三四五六日天]")
"""四个周日: so many days."""

ALL_THE_REST = re.compile(
    r"(?:剩下|剩余|其余|其他|其它|别的|余下)(?:的?(?:日子|时间|天数?|时候|那些天))?的?，?(?:我|就|也|是|可)*"
    r"(?:都(?!没|歇|休|在家)|全(?!没|歇|休|在家)|天天|每天|一直|一天(?:不落|没落))"
)
"""Every day but those told: 剩下全在病房."""

SO_MANY_MONTHS = re.compile(rf"(?P<number>{RUN})个月")
"""So many months."""

MONTH_NAMED = re.compile(rf"{MONTH}月份?")
_EXCEPTS = re.compile(r"(?:除了?|除去|除开|刨去|刨掉|刨除|去掉|抛开|扣掉|扣除|只有|就)(?:有|是|了)?(?:每个?)?$")
_EXCEPTED = re.compile(r"(?:[天日号那两一这个])*(?:请假|休息|休|歇|有事|没上|没去|没来)?(?:以外|之外|外)")


def excepts(before: str) -> bool:
    """Whether what follows may be an exception: 除.

    >>> excepts("除"), excepts("在病房")
    (True, False)
    """
    return _EXCEPTS.search(before) is not None


def excepted(following: str) -> bool:
    """Whether what stands before is an exception: 除10日|外.

    >>> excepted("外全勤"), excepted("在病房")
    (True, False)
    """
    return _EXCEPTED.match(following) is not None


BY_WEEKS = re.compile(r"(?:上|做|干|值|隔|歇|休)了?[一1]?个?(?P<unit>周|星期|礼拜)，?(?:上|做|干|值|歇|休|隔)[一1]?个?(?P=unit)")
"""How ranges told by dates alternate: 上一周歇一周."""

MONTH_LESS = re.compile(
    rf"(?P<month>{MONTH})月份?(?:\((?P<length>{RUN})天\))?，?(?:里|我|一共|总共|就|只|中间|有|除了?|去掉|刨去|当中)*"
    rf"(?P<idle>歇|休息?|请假?|轮休|调休|缺勤?|头|前|最后|后)?(?:了|过|掉)?(?P<number>{RUN})[天日](?P<after>调休|休息|轮休|病假|事假|年假|假|班)?(?:没上|没去|之外|以外|外)?，?"
    r"(?P<rest>其余|其他|其它|别的|剩下|余下)(?:的?(?:日子|时间|天数?|时候))?(?:的)?我?(?=都|全|天天|每天|也都|一直)"
)
"""二月歇了4天其余都上: all days of a month but some."""

_FREE_DAYS = rf"(?P<days>{RUN}[日号](?:[、和跟，]?{RUN}[日号])*)"
MONTH_BUT_DAYS = re.compile(
    rf"(?P<month>{MONTH})月份?[里我，]*(?:除了?|刨去|去掉|只有|就|只|除开){_FREE_DAYS}"
    r"(?:那[一两三几]?天|当天)?(?:我|请了?假|休息?了?|歇了?[一两]?天?|没[上去干来]|有事|在家|以外|之外|外|那?[一两]天)*，?"
    r"(?:其余|其他|其它|别的|剩下|余下|都|全|天天|每天)[^，。；\d]{0,6}"
)
"""二月除了14号都上班: all days of a month but those."""

LISTED = re.compile(
    r"(?P<lead>分别(?:是|为|上了|干了|做了|值了|各)*|天数(?:分别)?(?:是|为|各是)?：?|各是|依次(?:是|为)?)?"
    rf"(?P<numbers>{RUN}[天日]?(?: ?[、，和跟] ?(?!一[共起直样般些下]){RUN}[天日]?)+) ?(?P<unit>[天日])?"
)
"""Several counts in a row: 分别7、9、11天."""

LONE_ONE = re.compile(
    r"(?:(?<=[，。；：、(天日])|^|(?<=其中))(?:(?:另外?|还有)?[一1]个(?:人|护士|大夫|医生)?)"
    r"(?=[^，。；]{0,6}\d|[^，。；]{0,6}[一二三四五六七八九十两])"
)
"""One of two people, who is told of apart: 一个2月3号到2月29号，另一个…."""

OTHER_ONE = "另一个"

NEWCOMERS = re.compile(
    r"(?:又|再|还|后来|后面)(?:添|来|加|多|调来|补|进|增加|新来|新添|添加|补进|并进)了?"
    rf"(?P<number>{RUN}|[两俩])[个名位](?P<crew>[^，。；\d]{{0,6}})"
)
"""又添了一个人: so many more people."""

SEVERAL_HOMES = re.compile(r"(?<![\d一二三四五六七八九十第])[2-9两俩三四五六七八九](?:个家庭|户|家(?=[，。；？的一合加总共都各慰]|人家|$))")
"""两家合起来: more than one household."""

_REALLY = re.compile(
    r"(?:实际上?|其实|真正|实打实|实在|实)(?:的|是|就|只|才|到底)*(?:在岗|出勤|到岗|上岗|工作|上班|上|干|做|到|去|采|值|有|按|算)*(?:了|的|是)*(?:天数)?(?:是|为|：)?$"
    r"|(?:按|照)(?:着)?(?:实际|实)(?:的|在岗|出勤|上班|上|干|做)*(?:天数)?(?:的|是|算)?$"
)
_PLANNED = re.compile(
    r"(?:应|该|应该|计划|预计|原计划|本来|原本|原来|原先|原定|起初|当初|一开始|规定|按规定)(?:我|要|说|说好|说是|定|定的|是|排了?我?|出勤|到岗|到|上|干|做|去|在岗|的)*(?:了|是|：)*$"
    r"|(?:排班表?|班表|排|安排)(?:上|是|了|我|的|写的?)*$"
)


def really_worked(before: str) -> bool:
    """Whether the days that follow are those really worked: 实出勤.

    >>> really_worked("实际在岗"), really_worked("我实际是"), really_worked("病房干了")
    (True, True, False)
    """
    return _REALLY.search(before) is not None


def was_planned(before: str) -> bool:
    """Whether the days that follow are only what was meant to be: 应出勤.

    >>> was_planned("应出勤"), was_planned("本来排了我"), was_planned("干了")
    (True, True, False)
    """
    return _PLANNED.search(before) is not None


_ONCE_THOUGHT = re.compile(r"(?:以为|误记成|误报成|错记成|错报成|错写成)(?:自己|我)?(?:就|只|才)?(?:是|有|干了|做了|上了)?$")


def once_thought(before: str) -> bool:
    """Whether a count is only what somebody took it for: 原来以为是.

    >>> once_thought("原来以为是"), once_thought("其实是")
    (True, False)
    """
    return _ONCE_THOUGHT.search(before) is not None


_OF_TAX = re.compile(r"(?:完|了|掉|除|去|的|不扣|没扣|不)*(?:个人所得|所得|个)?税|完(?:能|还|剩|后|之后)")


def of_tax(text: str, place: int) -> bool:
    """Whether what is taken off at a place is tax, and no days: 扣|完税.

    >>> of_tax("扣完税", 1), of_tax("扣不扣税", 1), of_tax("扣掉5天", 2)
    (True, True, False)
    """
    return _OF_TAX.match(text, place) is not None


_WORKED_TOO = re.compile(r"(?:那|当)?[一]?[天日]?(?:我|们)*(?:也|还|又|再)(?:[去上干做值来顶补加]|在)")


def worked_too(following: str) -> bool:
    """Whether what follows a day says that it was worked like others.

    >>> worked_too("那天也上了"), worked_too("才发的钱")
    (True, False)
    """
    return _WORKED_TOO.match(following) is not None


_JOINS_ON = re.compile(r"(?:还有|另外|加上|外加|再加|再加上|连上|算上|以及|连同|和|跟|又|补上)(?:我|了|在|是|去|个|的)*$")


def joins_on(before: str) -> bool:
    """Whether what follows is put beside what was told: 还有3月7号.

    >>> joins_on("在病房9天，还有"), joins_on("在病房")
    (True, False)
    """
    return _JOINS_ON.search(before) is not None


_MONTH_BESIDE = re.compile(r"(?:和|跟|及|与|、|还有|以及|加上)$")


def beside_a_month(before: str) -> bool:
    """Whether a month is put beside what stands before it: 整个3月，还有.

    >>> beside_a_month("整个3月还有"), beside_a_month("我们")
    (True, False)
    """
    return _MONTH_BESIDE.search(before) is not None


_DAY_ITSELF = re.compile(r"(?:那|这|当)[一]?[天日]|我|因为?|有事|，")


def day_itself(following: str) -> str:
    """What follows a day without what only points at it: 那天没上."""
    return _DAY_ITSELF.sub("", following, count=2)


_ENDS = re.compile(
    r"(?:头尾|首尾|两头|一头一尾|一前一后|进出|来回|起止|首末|第一天(?:和|跟|、)?最后一天|头一天(?:和|跟|、)?(?:末|最后)一天)[那这的]*$"
)


def both_ends(before: str) -> bool:
    """Whether two days that follow are but the first and the last of what was told: 头尾两天.

    >>> both_ends("头尾"), both_ends("又去了")
    (True, False)
    """
    return _ENDS.search(before) is not None


_CONFIRMED_END = re.compile(
    r"(?<=[，。；、])(?:(?:头尾|首尾|两头|一头一尾|起止|首末)(?:两[天日])?|[这那]两[天日])(?:也|都|亦|系|係|是|全|照样|统统)*"
    r"(?:算|计|在内|包括|包含|上了?班|上了|在岗|干了|做了|值了班|返工|上的|有上)(?:在内|进去|上|了|的|埋|里头)*(?=[，。；？！]|$)"
    r"|(?<=[，。；、])(?P<month>[\d一二三四五六七八九十]{1,2}月)份?(?:也|都|亦)(?:领|拿|算|有|给|收到)[了的咗过]*(?=[，。；？！]|$)"
)
"""A clause that only says that an end told before is counted too: 2月3号到3月4号，头尾都算; 领到六月份，六月也领了."""


def without_confirmed_ends(text: str) -> str:
    """A text with its clauses that only confirm an end blanked: nothing is counted by them, and no place moves.

    >>> without_confirmed_ends("3月4号撤，头尾都算，一共"), without_confirmed_ends("领到六月份，六月也领了，共多少")
    ('3月4号撤，，，，，，一共', '领到六月份，，，，，，，共多少')
    >>> without_confirmed_ends("上了9天，这两天都歇了")
    '上了9天，这两天都歇了'
    """
    def blanked(found: re.Match[str]) -> str:
        month = found.group("month")
        return found.group() if month is not None and month not in text[: found.start()] else "，" * len(found.group())

    return _CONFIRMED_END.sub(blanked, text)


_IN_OTHER_WORDS = re.compile(r"[，（(]?(?:这|那|就|就是|也就是|共|一共|总共|前后|前后共|算下来|合计|整|整整|正好|满|有)*")


def in_other_words(between: str) -> bool:
    """Whether a count behind another only says the same again: 23号24号|这|两天.

    >>> in_other_words("，一共"), in_other_words("，又")
    (True, False)
    """
    return _IN_OTHER_WORDS.fullmatch(between) is not None


_AS_SO_MANY = re.compile(r"(?:按|当|算成|算作|折成|折|当成|算)(?:是|了)?$")
_WISHED = re.compile(r"(?:来)?(?:算|计|给|发|吗|不|行)|[，？]|$")
_IN_QUESTION = re.compile(r"能|可以|可不可以|是不是|要不要|该不该|得不得|吗|行不行|应不应该")


def wished_for(before: str, after: str) -> bool:
    """Whether a count is only what somebody would like to have counted: 能按40天算吗; both are of its clause.

    >>> wished_for("能按", "算补助"), wished_for("我按排班上了", "")
    (True, False)
    """
    return bool(_AS_SO_MANY.search(before) and _WISHED.match(after) and _IN_QUESTION.search(before + after))


EVERY_SO_OFTEN = re.compile(r"(?:每|(?<![\d一二三四五六七八九十百])[一1])个?(?:月|周|星期|礼拜|天|日|季度|年)$")
"""Before a round, how often it comes: 一个月一回."""

MONTHLY_SHARE = re.compile(
    rf"(?<![\d一二三四五六七八九十]){MONTH}月份?(?:的|那|这|里|拿的|领的|发的)*一?[份笔](?![额子])"
)
"""What was given for one month: 二月那份."""

_TIMES_GIVEN = rf"(?:领|拿|发|给|收|到手|有)(?:了|过|到)?(?P<times>{RUN}|[俩仨])(?:回|次|笔)"
_MONTHS = "(?:个月|(?<=[两俩仨])月)(?!份|底|初|中)"


def months_of_money(money: str) -> re.Pattern[str]:
    """So many months of money that is given by the month; ``money`` is a regular expression for what it is called.

    家里那一千领了两回, 俩月的慰劳钱, 正好一个月，再加上给家里的那份.
    """
    return re.compile(
        rf"(?:(?P<before>{RUN}|[俩仨]){_MONTHS}(?:的|再|又|给|发|家里|那|[一]?份){{0,6}}"
        rf"|(?:正好|刚好|整整|刚|整)(?:是|满)?(?P<just>{RUN}|[俩仨]){_MONTHS}，(?:的|再|又|加上|另外|还有|外加|给|发){{0,6}})(?:{money})"
        rf"|(?:{money})(?:[^。；？！\d天日月每各]{{0,8}}?(?:(?P<after>{RUN}|[俩仨]){_MONTHS}(?!多少|几|能|给|发|是|到底)|{_TIMES_GIVEN}))"
    )


def money_aside(money: str) -> re.Pattern[str]:
    """Such money said not to be counted."""
    return re.compile(
        rf"(?:{money})(?:的|我|就|先|可|都|那边|这边|块|元|钱)*"
        r"(?:不算|别算|不用算|不用管|先不管|不要算|另算|除外|不计|先放一边)(?!数)"
    )


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


_GOES_ON_COUNTING = re.compile("[，、；→>|/-]*(?:再来|再有|又来|外加|加)?(?:个)?")


def goes_on_counting(between: str) -> bool:
    """Whether nothing but a mark stands between two counts: 十一天，六天，再来三天.

    >>> goes_on_counting("，再来"), goes_on_counting("，其实")
    (True, False)
    """
    return _GOES_ON_COUNTING.fullmatch(between) is not None


FIRST = "头第一"
NEXT_IN_ORDER = re.compile(
    rf"(?P<label>头一?|第?[一二两三四五六])(?:回|趟|次|轮|批|拨|段)(?:是|干了?|待了?|上了?|做了?|去了?|进去)?(?={RUN}[天日])"
)
"""Spells told by their order without 第: 头回5天二回7天."""

A_DAY_OF_MONEY = re.compile(
    r"(?<=[二两三四六]百)[一1][天日]|(?<=[2346]00)[一1][天日]|(?<=百[块元蚊])[一1][天日]|(?<=00[块元蚊])[一1][天日]"
    r"|(?:[一1每][天日])(?=(?:给|发|补|拿|就|是|按|的|那|这)*(?:[二两三四六]百|[2346]00)(?![天日]))"
    r"|(?<=^[干做上值忙])[一1][天日](?=(?:能|可以)?多?(?:给|发|补|拿|挣|得|领|赚)?(?:多少|几))"
    r"|(?<=[^又再只才就多还加了][干做上值忙])[一1][天日](?=(?:能|可以)?多?(?:给|发|补|拿|挣|得|领|赚)?(?:多少|几))"
)
"""A day beside a figure of hundreds, or of work beside the money asked: what is given for it, no count: 一天三百, 干一天能拿几个钱."""

_THE_OTHER_DAY = re.compile(r"(?<=前)(?<![以之目当]前)[两三][天日]")


def the_other_day(text: str, start: int, end: int) -> bool:
    """Whether days only say that something was not long ago, where a message tells no others: 前|两天阑尾炎开刀.

    >>> the_other_day("前两天阑尾炎开刀", 1, 3), the_other_day("以前两天一班", 2, 4), the_other_day("前5天采样", 1, 3)
    (True, False, False)
    """
    return _THE_OTHER_DAY.fullmatch(text, start, end) is not None


BEYOND = ("另外", "另有", "还有")
"""Days off told so are none of those worked: 另外4天在家休息不算."""

WITHIN_IT = re.compile("[天日]?(?:里头|里面|里|之内|以内|当中)")
"""Behind a number told again: 包在二十五里头."""

PART_OF_A_MONTH = re.compile("[上中下]旬|[上下前后]半个?月")
"""Thirds and halves of a month, whose days are not told by the name."""

_PUTS_TOGETHER = ("加", "合起", "合在", "凑")


_EVERYBODY = frozenset({"都", "全都", "全", "均"})


def of_everybody(word: str) -> bool:
    """Whether a word says that something holds of all who were told of, and not only of one more: 都, not 也."""
    return word in _EVERYBODY


_TOO = frozenset({"也", "也是"})


def says_too(word: str) -> bool:
    """Whether a word only sets one beside another: 也, and not 都."""
    return word in _TOO


LUNAR_MONTH = re.compile(r"[正腊]月(?:里|间)?(?!初|廿|底|末|[十二一三四五六七八九\d])")
"""The first and the last month of the lunar calendar, named alone."""

_DAYS_WITHIN_HALF = re.compile(rf"[上下前后]半个?月[里我，]?[^，。；\d有除外缺差少]{{0,8}}?{RUN}[天日]")


def days_within_half(text: str, start: int, end: int) -> int:
    """Where days end that are told right behind half a month at a place; 0 where none are.

    >>> days_within_half("二月上半月采样8天", 0, 5), days_within_half("二月上半月有2天在药房", 0, 5)
    (9, 0)
    """
    half = PART_OF_A_MONTH.search(text, start, end)
    match = _DAYS_WITHIN_HALF.match(text, half.start()) if half is not None and half.end() == end else None
    return match.end() if match is not None else 0


def puts_together(word: str) -> bool:
    """Whether a word for a total says that several are added: 加一起.

    >>> puts_together("加一起"), puts_together("一共")
    (True, False)
    """
    return word.startswith(_PUTS_TOGETHER)


def without_link(said: str) -> str:
    """What stands between two groups without what joins them.

    >>> without_link("，护士"), without_link("、")
    ('护士', '')
    """
    return said.removeprefix("，").strip("、和")


TIME_UNITS = frozenset("天日周星礼月年")
"""What may begin a unit of time behind a number."""

IN_ORDER = re.compile(
    r"第(?:[一二三四五六七八]|[1-8](?!\d))(?:个?(?:周|星期|礼拜|月(?!份|\d+[日号]))|(?:个)?阶段|(?:个)?时段|波)|phase ?[1-9]"
    rf"|第(?:[一二三四五六七八]|[1-8](?!\d))(?:转|遭|茬)(?=[^，。；\d一二三四五六七八九十]{{0,6}}{RUN}[天日])"
    rf"|(?:头|前(?!后)|(?<!前)后|末|最后)[一1](?:个?(?:周|星期|礼拜|月(?!份)))(?=[^，。；\d一二三四五六七八九十]{{0,6}}{RUN}[天日])"
    rf"|[上下前后头]半个?月(?=[^，。；\d一二三四五六七八九十]{{0,6}}(?:，也?就是|，?)[^，。；\d一二三四五六七八九十]{{0,4}}{RUN}[天日])"
    r"|[上下前后]半个?月(?=[，：(]?(?:从|我)?\d{1,2}[号日]?[到至-])"
    rf"|(?<=[，。；、天日])(?:[二三四五六]一)(?:回|趟|次|轮|批|拨|段)(?=[^，。；\d一二三四五六七八九十]{{0,4}}{RUN}[天日])"
    rf"|(?<=[，。；、天日])[二三四五六七八](?:回|趟|次|轮|批|拨|段)(?=[^，。；\d一二三四五六七八九十]{{0,4}}{RUN}[天日])"
)
"""Spells told by the order of weeks, months or stages: 第二周, 第三阶段."""

END_OFF = re.compile(
    r"(?:(?:第一|头一|首|头|最后一|最末一|末一|末|进去那|出来那|报到那|走的那|撤的那|回来那|(?:离岗|到岗|撤离|返回|出舱|进舱|上岗|下岗|报到|撤回|回来)[那当])[天日]|(?<=[，。；(])[那这当][一]?[天日])"
    r"(?:我|就|也|都|可|是|的|实际|其实)*(?:不算|没算|不能算|不计|[没冇][上去干班排来]|休息|请假|歇|不含)(?!吗|么)"
)
"""One day at an end of what was told, not worked: 最后一天没上."""


_STILL_THERE = re.compile(r"(?:[日号]|那天|当天|我|他|她|人|都|也)*(?:还|仍|依然|依旧)(?:[在没]|是在)")


def still_there(following: str) -> bool:
    """Whether somebody was still at it on the day before: 四月四号还在那边.

    >>> still_there("还在那边管重症"), still_there("才回来")
    (True, False)
    """
    return _STILL_THERE.match(following) is not None


_PUT_TOGETHER = re.compile(
    r"(?:加(?:在|到)?一块儿?|加(?:在|到)?一起|加起来|合起来|合(?:在|到)一[起块]儿?|凑起来|凑(?:在|到)?一[起块]儿?|摞一块儿?)(?:一共|总共|是|有|出了|干了|上了|共|整整|正好)*$"
)


def put_together(before: str) -> bool:
    """Whether a count of several people is what all of them come to: 加在一块儿是45天.

    >>> put_together("出勤天数加在一块儿是"), put_together("一共干了")
    (True, False)
    """
    return _PUT_TOGETHER.search(before) is not None


RATE_NAMED = re.compile(
    r"(?:元|块钱?|块)?(?:一天|每天|一日)?的?(?:那|这)?[一]?个?(?:档|拨|类|种|级|标准|吧|一天|的(?=[，。；？！]|$)|(?=能不能|有没有|算不算|轮)|(?=[，。；？！吗呢吧啊]|$))"
)
"""What follows a figure of the documents that is a rate: 三百|那档."""

RATE_BEFORE = re.compile(r"(?:以前|原来|原先|平时|本来|从前|过去)的?(?:是|拿|才)?$")
"""Before a figure, it is what was paid otherwise."""

_ON_TOP = re.compile(r"(?:那|要是|如果|好|嗯|哦|行|，)*(?:再|还|另外)?(?:加上?|算上|连上|外加|搭上|并上)(?!班)")


def puts_on_top(text: str) -> bool:
    """Whether a message opens by putting something on top of what was told: 那再加两个月慰问金呢.

    >>> puts_on_top("那再加两个月慰问金呢"), puts_on_top("慰问金两个月多少")
    (True, False)
    """
    return _ON_TOP.match(text) is not None


_UNTIL_NOW = re.compile(r"(?:(?<![看听收感遇])[到至]了?(?:现在|今[天日儿]|目前|如今|眼下|而家|依家)|至今|迄今|直到现在)")

_LACKING = re.compile(
    r"(?:为止|，|我|我们|家里|也|都|就|还|却|仍|一直|依然|补助|补贴|钱|工资|慰问金|单位|医院|院里|社区|一分钱?|一毛钱?|一次|的|是)*"
    r"(?:没有?|未|不)(?!出|下|撤|回|歇|休|停|断|换|走|离|轮|完|结束|间断|能回|让)"
)
"""Behind 到现在: what is lacking till then is something other than the end of the work."""


def until_now(text: str) -> str:
    """By what words a stretch is said to go on to this day; nothing where none does, or only something else is lacking till then.

    >>> until_now("从2月10号干到现在"), until_now("到3月5号"), until_now("到现在没见着钱"), until_now("到现在还没出来")
    ('到现在', '', '', '到现在')
    """
    return next((match.group() for match in _UNTIL_NOW.finditer(text) if _LACKING.match(text, match.end()) is None), "")


_OF_ALL = re.compile("(?:共|总|统共|满打满算|前后|头尾|从头到尾)(?:计|数|是|有|干|做|上|待|忙|去|了)*$")


def of_all(before: str) -> bool:
    """Whether what stands before a count says that it is all there was: 共|35天.

    >>> of_all("我共"), of_all("前后干了"), of_all("后来干了")
    (True, True, False)
    """
    return _OF_ALL.search(before) is not None


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


_RECKONED = re.compile("[照按当](?:着|成|作)?(?:总共|一共|整)?$")
_AS_SUCH = re.compile("(?:来|去)?(?:算|计|结|发|报)")


def reckoned(before: str, following: str) -> bool:
    """Whether so many days are only what somebody would have them come to: 照|34天|算.

    >>> reckoned("就照", "算，对不对"), reckoned("干了", "算下来")
    (True, False)
    """
    return _RECKONED.search(before) is not None and _AS_SUCH.match(following) is not None


_THAT_ONE = re.compile("(?:在|而)?(?:[那这嗰](?:一?段|一?阵|会儿?|期间|时候?|些天|几天))")


def speaks_of_the_last(clause: str) -> bool:
    """Whether a clause opens by pointing at what was told just before it: 那段没接触病人.

    >>> speaks_of_the_last("那段没接触病人"), speaks_of_the_last("都没接触病人")
    (True, False)
    """
    return _THAT_ONE.match(clause) is not None
