"""Several spells in one breath: by their order, so many parts, lists, rounds of shifts and weeks, and all of them together."""

from __future__ import annotations

import re

from bot.language.clauses import clause_bounds
from bot.language.numerals import RUN

BY_ORDER = re.compile(
    r"第(?P<number>[一二三四五1-5])(?:段|轮|趟|回|次|份|批|拨|期|阶段|转|遭|茬)|(?P<first>前面|前|头)[那的一]?(?:段|轮|趟|回|份)|(?P<last>后面|后|最后)[那的一]?(?:段|轮|趟|回|份)"
)
"""A spell named by its order."""

_AS_IT_WAS = re.compile(
    "(?:那边|那儿|的|还|就|都|也|是)*"
    "(?:[没不未]变|不动|没动|照旧|照原来|原样|没错|没有?问题|是对的|对的|不用改|还是那样|跟原来一样)"
)


def as_before(following: str) -> bool:
    """Whether what follows a spell named by its order says that it stands as it was told: 前一段|没变.

    >>> as_before("没变"), as_before("说错了，是15天")
    (True, False)
    """
    return _AS_IT_WAS.match(following) is not None


_SO_MANY_DAYS = re.compile(
    rf"(?<![\d.一二三四五六七八九十百])(?:(?:前|后|头|先|剩下的?|其余|另外|又|再)(?:面|来|头|边|的)?)?(?:{RUN})个?[天日](?![前后])"
)


def stretches_of_days(text: str) -> list[int]:
    """Where several stretches of days begin that are told in one clause, with no mark between them: 10天在病房|后20天在卡口.

    >>> stretches_of_days("前10天在病房后20天在卡口"), stretches_of_days("干了10天，歇了2天")
    ([0, 7], [])
    """
    places = [match.start() for match in _SO_MANY_DAYS.finditer(text)]
    clause = {at: clause_bounds(text, at, at) for at in places}
    return [at for at in places if [*clause.values()].count(clause[at]) > 1]


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


ONE_DAY = re.compile("(?<![一二三四五六七八九十百0-9])[一1每][天日]$")
"""Before how long a shift is: 一天|八小时."""

ONE = re.compile(r"[一1](?:段|回|趟|轮|次|拨|批|期)[^，。；]{0,4}$")
"""A count told as one of several: 一回9天."""

PER_TIME = re.compile(r"(?:每[一1]?(?:段|回|趟|轮|次|拨|批|期)|次次|回回|趟趟|轮轮)(?:去|上|进|干|做|待|呆|都|各|是|要|得|就|满|整)*$")
"""What stands before a count of one time among several: 每回都是9天."""

_KIND_OF_SHIFT = "(?:大夜|小夜|长白|[日白夜整大小])?"
_NO_NUMBER_BEFORE = r"(?<![\d一二三四五六七八九十百])"
MARK_A_DAY = re.compile(
    rf"(?:(?:每|{_NO_NUMBER_BEFORE}[一1])个?{_KIND_OF_SHIFT}(?P<mark>晚上|[道条笔格颗枚勾杠次张班横宿夜晚])(?:(?:也|就|都|全|算|是|等于|顶|代表|为|作|当|抵|按)+"
    rf"(?P<days>{RUN}|半)|[一1])个?[天日](?![吗么嘛不])|(?:每|{_NO_NUMBER_BEFORE}[一1])[天日](?:就|算|是|只|记|划)*[一1]个?{_KIND_OF_SHIFT}(?P<behind>[道条笔格颗枚勾杠次张班横宿夜晚]))"
)
"""What a mark or a shift stands for: 一道一天, 一个夜班算一天."""


def so_many_marks(mark: str) -> re.Pattern[str]:
    """So many of the marks or shifts that stand for days: 二十六道杠, 12个夜班."""
    return re.compile(rf"(?<![第每])(?P<number>{RUN})个?{_KIND_OF_SHIFT}{mark}")


ON_AND_OFF = re.compile(rf"[上做干值](?P<on>{RUN})[天日]?(?P<off>[休歇])(?P<rest>{RUN})[天日]?")
"""上四休三."""

ON_AND_OFF_BEHIND = re.compile(
    rf"(?<![第每\d一二三四五六七八九十])(?P<on>{RUN})(?:[天日]|个?班)(?:上班|白班|班|上|干)?[，就]?(?P<rest>{RUN})(?:[天日]|个?班)(?P<off>休息?|歇)(?![了过])"
)
"""The same with the numbers first: 一天班一天休."""

OPENS_WITH_A_SHIFT = re.compile(r"(?:第[一1]|[头首打](?:[一1])?)个?(?:白|夜)?(?:班|天班)|(?:头|第)[一1]天(?:就|是)?(?:上|在)|打头")
"""That the first day of a rhythm was worked: 2月1号上第一个班."""

A_WEEK_OFF = re.compile(
    rf"(?<![了着共整满第头前后末上下这那两二三四五六七八九十\d])(?P<week>[每一1]个?(?:周|星期|礼拜))(?:里|我|们|得|要|都|就|只|能|固定|轮|可以)*"
    rf"(?:轮?休息?|歇)(?P<number>{RUN})[天日](?![前后内半])"
)
"""So many days off a week: 一周休两天."""

SHIFTS_APART = re.compile(
    r"没有?(?:哪|一|任何)[一1]?天(?:是)?(?:重|叠)|(?:不|没有?)重[叠复样]|没有?(?:重|叠)的|不在(?:同)?[一1]天|每天(?:就|只|都|最多)*(?:上|值|有)?[一1]个?班"
    r"|不是同[一1]天|没有?同[一1]天|天天不同天"
)
"""That no day held two of the shifts told: 11个白班9个夜班，没有哪天是重的."""

SO_MANY_SHIFTS_OF_A_KIND = re.compile(
    rf"(?:大夜|小夜|长白|[日白夜整])班(?P<behind>{RUN})个(?!人|月|星期|礼拜|小时)"
    rf"|(?<![第每])(?P<number>{RUN})个?(?:大夜|小夜|长白|[日白夜整大小早中晚])班?"
    r"(?=[，、和跟加，。；？！\d一二两三四五六七八九十又还都也不没]|$)"
)
"""So many shifts of one kind: 6个大夜."""

DOZENS = re.compile(r"(?P<number>[一两俩二三1-3])打(?=[天日](?!数)|天数)天数?")
"""A dozen days: 一打天数."""

WEEKS = ("周", "星期", "礼拜")
"""What a week is called."""

A_SHIFT_OF_DAYS = re.compile(rf"(?<=[天日])[一1]个?班(?!次)|每个?班(?:都|要|得|连着|连|是|干|上|去)*(?=(?![一1][天日]){RUN}[天日])")
"""3天|一班, 每班连着|7天: a round, where a shift is of more than one day."""

SO_MANY_SHIFTS = re.compile(rf"(?P<number>{RUN})个?班(?!次|组|级|里|上|长|费)")
"""So many shifts."""

A_WEEK_SO_MANY = re.compile(
    rf"(?<![了着共整满第头前后末上下这那两二三四五六七八九十\d])(?P<week>[每一1]个?(?:周|星期|礼拜))(?:里|我|们|得|要|都|就|只|能|排|安排|固定|上|干|做|值|去|有|是|来|出勤|到岗|平均)*"
    rf"(?!零)(?P<number>{RUN})(?:[天日](?![前后内半])|个?(?:白|夜|大夜|小夜|长白|整)?班(?!次))"
)
"""So many days or shifts a week: 一周四个班, 每周6天."""

TENS_OF_DAYS = re.compile(r"(?<![过逾近])(?P<number>[一两俩二三仨1-3])整?旬(?![老妇高半多]|的老|以上)")
"""两旬: twice ten days; past three it is somebody's age."""

SO_MANY_WEEKDAYS = re.compile(rf"(?P<number>{RUN})个(?=(?:周|星期|礼拜)[一二三四五六日天](?!天|个))(?:周|星期|礼拜)[一二三四五六日天]")
"""四个周日: so many days."""

BY_WEEKS = re.compile(r"(?:上|做|干|值|隔|歇|休)了?[一1]?个?(?P<unit>周|星期|礼拜)，?(?:上|做|干|值|歇|休|隔)[一1]?个?(?P=unit)")
"""How ranges told by dates alternate: 上一周歇一周."""

LISTED = re.compile(
    r"(?P<lead>分别(?:是|为|上了|干了|做了|值了|各)*|天数(?:分别)?(?:是|为|各是)?：?|各是|依次(?:是|为)?)?"
    rf"(?P<numbers>{RUN}[天日]?(?: ?[、，和跟] ?(?!一[共起直样般些下]){RUN}[天日]?)+) ?(?P<unit>[天日])?"
)
"""Several counts in a row: 分别7、9、11天."""

DAILY = re.compile(r"(?:(?:每|(?<![\d一二三四五六七八九十百])[一1])[天日]|天天|日日)[^，。；\d]{0,5}$")
"""Before a number that tells how often something is done in a day: 一天查|5次."""

EVERY_SO_OFTEN = re.compile(r"(?:每|(?<![\d一二三四五六七八九十百])[一1])个?(?:月|周|星期|礼拜|天|日|季度|年)$")
"""Before a round, how often it comes: 一个月一回."""

_GOES_ON_COUNTING = re.compile("[，、；→>|/-]*(?:再来|再有|又来|外加|加)?(?:个)?")


def goes_on_counting(between: str) -> bool:
    """Whether nothing but a mark stands between two counts: 十一天，六天，再来三天.

    >>> goes_on_counting("，再来"), goes_on_counting("，其实")
    (True, False)
    """
    return _GOES_ON_COUNTING.fullmatch(between) is not None


FIRST = "头首第一"
"""How the first of several begins: 头回, 第一回, 一回."""

NEXT_IN_ORDER = re.compile(
    r"(?P<label>头一?|首|中|末一?|尾|最后一?|(?<![二三四五六])第?[一二两三四五六]|[二三四五六]一)(?:回|趟|次|轮|批|拨|段|茬)"
    rf"(?:是|干了?|待了?|上了?|做了?|去了?|进去)?(?={RUN}[天日])"
)
"""Spells told by their order without 第: 头回5天二回7天."""

_PUTS_TOGETHER = ("加", "合起", "合在", "凑")


def puts_together(word: str) -> bool:
    """Whether a word for a total says that several are added: 加一起.

    >>> puts_together("加一起"), puts_together("一共")
    (True, False)
    """
    return word.startswith(_PUTS_TOGETHER)


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

_THAT_ONE = re.compile("(?:在|而)?(?:[那这嗰](?:一?段|一?阵|会儿?|期间|时候?|些天|几天))")


def speaks_of_the_last(clause: str) -> bool:
    """Whether a clause opens by pointing at what was told just before it: 那段没接触病人.

    >>> speaks_of_the_last("那段没接触病人"), speaks_of_the_last("都没接触病人")
    (True, False)
    """
    return _THAT_ONE.match(clause) is not None


_FIRST_OF_IT = re.compile("(?<![之以从目当提再后里外])(?:前|头|最初|开头)(?:面|边)?的?$")
_LAST_OF_IT = re.compile("(?<![之以然随往])(?:后|末|最后|末尾|剩下|余下|其余)(?:面|边|头)?的?$")


def first_of_it(before: str) -> bool:
    """Whether the days that follow are the first of those just told: 去了40天，前|30天.

    >>> first_of_it("去了40天，前"), first_of_it("去了40天，之前")
    (True, False)
    """
    return _FIRST_OF_IT.search(before) is not None


def last_of_it(before: str) -> bool:
    """Whether the days that follow are the last of those told, or what is left of them: 前30天，后|10天.

    >>> last_of_it("前30天，后"), last_of_it("前30天，之后")
    (True, False)
    """
    return _LAST_OF_IT.search(before) is not None


WEEK = 7
"""Days of a week."""

_OF_ONE_WEEK = re.compile(
    r"(?:[上这那本头前下]一?|(?<![\d一二两三四五六七八九十])[一1每])(?:整)?个?(?:周|星期|礼拜)(?!前|后|以|之|多|[一二三四五六日天末](?!个))"
    r"(?:(?!开始|起|以来|到|至|去的|进|走|回|后|[又再还加零]|多)[^，。；\d])*$"
)


def of_one_week(before: str) -> bool:
    """Whether the days that follow are told of one week: 上周上了|9天; not 上周开始|9天.

    >>> of_one_week("上周上了"), of_one_week("上礼拜一个礼拜我采样上了"), of_one_week("上周开始干了"), of_one_week("三周上了")
    (True, True, False, False)
    """
    return _OF_ONE_WEEK.search(before) is not None


_OF_ITS_OWN_TIME = re.compile(r"(?:上上|[上这本当下头])一?个?(?:月|周|礼拜|星期)[^，。；\d]{0,6}$")


def of_its_own_time(before: str) -> bool:
    """Whether the days that follow are told of this week or month, or the one before: 上月|22天.

    >>> of_its_own_time("上月"), of_its_own_time("上月22天，这月采样"), of_its_own_time("采样")
    (True, True, False)
    """
    return _OF_ITS_OWN_TIME.search(before) is not None


_ONLY_THE_TOTAL = re.compile(
    r"[，。]?(?:那么?|所以|就|这样|这么|最后|到底|请问|您?说说?|，)*(?:[两俩二三四](?:样|项|笔|份|个|段|部分)|全部|都)?(?:的)?"
    r"(?:总数|总额|总和|总账|总共|一共|合计|总计|共计|合共|拢共|统共|汇总|加起来|合起来|加在?一起|加一块儿?|合在?一起|合一块儿?|一起|拢一拢)"
    r"(?:到底|应该|该|就|是|有|能|可以|拿|领|给|发|得|到手|我|的|补助|钱)*(?:多少钱?|几多钱?|几何|若干|呢|啊)?[呀啊呢吗哈？。！]*"
)


def only_the_total(text: str) -> bool:
    """Whether a message asks for the total of what was told, and says nothing else.

    >>> only_the_total("所以总数是？"), only_the_total("两样加起来是多少"), only_the_total("确诊总数多少")
    (True, True, False)
    """
    return _ONLY_THE_TOTAL.fullmatch(text.strip()) is not None
