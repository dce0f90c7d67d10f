"""How many people, and what people are called: three nurses, the two of us, 小王, 李医生."""

from __future__ import annotations

import re

from bot.language.numerals import RUN, bounds_of

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
NICKNAME = re.compile(
    rf"[小老阿大](?:[{_SURNAMES}])(?![\u4e00-\u9fff]?[区县街路省市])|[{_SURNAMES}](?:姐|哥|姨|叔|护士长|护士|医生|大夫|主任|老师|工)(?![院所])"
)
"""What colleagues call each other."""

LONE_SURNAME = re.compile(rf"(?:(?<=[，。；：、(])|^)[{_SURNAMES}钱](?={RUN}[天日])")
"""Surnames alone, in a list of people: 张10天、陈12天."""

LISTED_NAME = re.compile(
    rf"(?:(?<=[，。；：、(和与跟及])|^)(?:[护医药技](?:士|生|师)|大夫|员工|职工|同事|人员)?"
    rf"(?P<name>[甲乙丙丁戊]|张三|李四|王五|赵六|孙七|周八|男方|女方|男的|女的|夫(?![妻妇人])|妻(?![子儿])|[a-e](?![a-z])|[{_SURNAMES}][某x]{{1,2}})"
    rf"(?=[^。；\d]{{0,24}}?{RUN}[天日])"
)
"""People in a list, called by letters or as in an example: 甲22天，乙26天."""

GROUP = re.compile(
    rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN}|[两俩])[个名位](?!人[天日次])(?=[^，。；\d一二三四五六七八九十月周]{{1,10}}(?:\([^)]*\))?(?:每人|每个人|每位|各|人均|一人)[^，。；]{{0,4}}?{RUN})"
)
"""So many of a kind, of each of whom something is said: 三个采样的每人15天."""

EACH = "各"
ME = "我"

BY_ONESELF = frozenset({"一个人", "一人"})
"""Behind somebody, that they did it alone: 我|一个人."""

_OUR_HOME = re.compile(rf"们?家里?(?:的|有|这|那)?(?:{RUN}|[俩仨])(?!天|日|个月|月|周)")


def of_our_home(text: str, place: int) -> bool:
    """Whether the speaker is spoken of only as whose household it is: 我|家仨都是大夫.

    >>> of_our_home("我家仨都是大夫", 1), of_our_home("我家里忙", 1)
    (True, False)
    """
    return _OUR_HOME.match(text, place) is not None


OWN = frozenset({"", "的", "家", "家的", "们家", "们家的"})
"""What may stand between 我 and somebody for them to be mine."""

OWN_OF_SOMEBODY = frozenset({"", "的", "家", "家的"})
"""What may stand between 他 or 她 and somebody for them to be his or hers: 她弟."""

_PLURAL, _PAIR = "们", ("俩", "两")
PRONOUNS = frozenset({"他", "她"})
TOGETHER_WITH = ("和", "跟", "与", "同", "还有", "连同")
"""Between the speaker and others of whom the same is said: 我|和|同事."""

_WITH_WHOM = tuple(f"{link}{who}" for link in TOGETHER_WITH[:3] for who in ("同事", "同学", "战友", "我"))
JOINED = frozenset({"", "、", "，", "及", "以及", "加", "加上", *TOGETHER_WITH, *_WITH_WHOM})
"""What may stand between two people of whom one thing is said."""


def heads(crew: str) -> re.Pattern[str]:
    """So many people; ``crew`` is a regular expression for what they may be called."""
    return re.compile(
        rf"(?<![\d.第一二三四五六七八九十])(?![一1]家人)(?P<number>{RUN})(?:多|几)?(?:[个名位]|口子)?(?:{crew})"
        rf"|(?:^|(?<=[，。；：、]))(?P<lot>[俩仨])(?:{crew})"
        rf"|我们(?:科|组|院)?(?P<ours>{RUN})(?:[个名位](?!月|多月|星期|礼拜|周|小时|疗程|班)|口子?)(?:{crew})?"
        rf"|(?P<only>{RUN})(?:[名位](?![月])|[口号]人)"
        rf"|(?:姊妹|姐妹|兄弟|兄妹|姐弟|哥们|姐们|妯娌|师徒|同事)(?P<kin>{RUN})(?:[个人位](?!月|多月|星期|礼拜|周|小时|{RUN}[天日]))"
        rf"|(?:护士|医生|大夫|同事|医护|队员|技师|药师)(?P<behind>{RUN})[个名位](?=，[^。；\d]{{0,12}}?(?:每人|每个人|每位|各|人均))"
    )


LOT = re.compile(r"(?<=[\u4e00-\u9fff])(?<![十百千几第])(?P<lot>[俩仨])(?!个?(?:节|头|日子|班|天|日|白天|整天|夜|月|礼拜|星期|周|小时|半))")
"""How many a group named before is: 我们仨, 姐妹俩."""

THREE = "仨"
SOME = frozenset({"俩", THREE})
"""Two or three people in one character."""

SO_MANY = re.compile(
    rf"(?<![\d.第同一二三四五六七八九十])(?P<number>{RUN})个(?!家(?![属人])|交代|说法|答复|准话|准数|数[，。？]|总数|月|多|半|整|白天|大半|足|星期|礼拜|周|小时|钟|疗程|班|天|人天|病房|病区|科|组|队|岗|医院|单位|屋|宿舍|地方|小区|村|{RUN})"
)
"""So many of those spoken of: 3个去武汉."""

LONE_PAIR = re.compile(
    rf"(?<=[，。；：、])(?P<number>[俩仨])"
    rf"(?=[^，。；俩仨]{{0,6}}?{RUN}[天日]|在|去|是|管|做|负责|采|护理|照顾|守|化验|当)"
)
"""Two of those spoken of: 四个上了20天，俩上了13天."""

SO_MANY_DAYS = re.compile(
    rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN})个"
    rf"(?=(?:都|各|就|只|也|全)?(?:[干做上顶值待呆守忙采熬]了|是)?(?:{RUN})[天日])"
)
"""So many people, with their days right behind: 6个12天, which else is six times twelve."""

SOME_OF_THEM = re.compile(
    rf"(?:(?:其中|里头|里面|里边|当中)的?有?|(?<=[，。；])有)(?P<number>{RUN}|[俩仨])"
    r"(?:个人?|名|位|人)(?![天日月周]|星期|礼拜|小时|班|多|半(?![道路途])|疗程)"
)
"""Some of those told before, of whom something else is said: 其中一个."""

NOT_AT_IT = re.compile(
    rf"(?:(?<=[，。；后来果实际下现])|有)(?P<number>{RUN}|[俩仨])(?:个人?|名|位|人)(?:根本|压根|最后|后来|临时|都|也|就|实际上?|其实|并|因故|请假)*"
    r"(?:没有?|未|冇)(?:上岗|到岗|报到|参加|去|来)(?:成|了|班)?(?=[，。；？！]|$)"
)
"""Some of those told who had no part in it: 有两个没上岗."""

NTH_OF_THEM = re.compile(
    rf"第(?P<number>{RUN}|[两俩])(?:个|位|名)(?:人|护士|医生|大夫|同事)?(?:，|是|的)?(?!月|星期|礼拜|周|疗程|阶段|班次)(?=[^。；？！]{{0,12}}?{RUN}[天日])"
)
"""One of a number of people told, by their order: 第四个只有6天."""

IN_DAYS_ALREADY = re.compile(rf"{RUN}[天日]")
"""Days told of all, before some are told apart."""

STAFFING = re.compile(
    rf"(?P<number>{RUN})(?:[个名位]?(?:人|护士|医生|大夫|护工|医护)|[个名位])(?:要|得|就|只|一起|共同)*"
    rf"(?P<what>(?:管|看|负责|护理|照顾|照看|盯|守|伺候|包|对)(?:着|了)?{RUN}(?:间|张|个(?!月|多|星期|礼拜|周|人天|小时)|名|位|例|台|床|屋|栋|层))"
)
"""How many work on how much: 3个人管6间. Where one person's days are told, they are none to multiply by."""

BESIDE_ME = re.compile(r"(?:(?<=比)|(?<=[跟和同与])(?=我[一同](?!起|共|块)))(?P<me>我|自己)")
"""The one who writes as somebody is compared with, and not as whom something is said of: 比我多, 跟我一个岗."""

ONE_AND_REST = re.compile(
    rf"[一1](?:个人|个|名|位)[^，。；]{{0,8}}?{RUN}[天日][，；]"
    rf"(?:其余|其他|其它|剩下|余下|另外)的?(?:都|全)?{RUN}[个名位]"
)
"""One of several people, and the others behind: 一个人25天，其余八个28天."""

NUMBER_OF_DAYS = "天数"
"""What people have of days, and no unit: 三人|天数."""

NTH_PERSON = "第{}个"
"""What one of several people is called who are told of by their counts alone."""

_CALLED = re.compile(r"(?:子|们)?(?:[，、]?[你您]|好[，。！]|，?(?:帮|麻烦|劳驾|请问|求|问个|问一?下|给我))")
_OPENS = re.compile(r"(?:^|[，。！？；])(?:亲爱的|好|各位|这位)?$")


def addressed(text: str, start: int, end: int) -> bool:
    """Whether somebody is called upon, and not spoken of: 妹子你帮我看看.

    >>> addressed("妹子你帮我看看", 0, 1), addressed("我妹你知道的", 1, 2), addressed("大哥，帮我算算", 0, 2)
    (True, False, True)
    """
    return _OPENS.search(text, 0, start) is not None and _CALLED.match(text, end) is not None


_NOT_TO_COUNT = re.compile(
    r"(?:别|不用|甭|不要|先不|不必|无需|除了|除开|不)(?:再|把|连)*"
    r"(?:(?:算|加|管|带|计|数)(?:上|进|入)?)?(?:我家?|咱家?|俺|的)?$"
)
_NOT_COUNTED = re.compile(
    r"(?:俩|的|那份|那一份|这份|自己|自个儿?|那边|那部分|那些|那个|补助|钱|，|就|都|也|咱|可|先|我|们|这次|这里)*"
    r"(?:不算|不用算|别算|不要算|不计|甭算|不用管|别管|甭管|不管|除外|不在内|不加|不问|不归我问|不算进来|另算|另外算"
    r"|(?:去|除|刨|拿|剔|减|扣|抛|摘|撇)(?:掉|开|除|出去|出来|下来)|不要了)(?!数)"
)


def left_out(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch in which somebody is said not to be counted (别算他, 老公那份不算); None if they are not.

    >>> left_out("他不是医院的，别算他", 9, 10), left_out("他那份不算", 0, 1), left_out("他30天", 0, 1)
    ((7, 10), (0, 5), None)
    """
    before, after = _NOT_TO_COUNT.search(text, 0, start), _NOT_COUNTED.match(text, end)
    if after is not None:
        return start, after.end()
    counted = before is not None and len(before.group()) > 1
    return (before.start(), end) if before is not None and counted else None


_NONE_OF_THEM = re.compile(
    "[我们俩他她]*(?:都|也|全|可|倒|并|却)*(?:不是(?:一线|医院|医务|医护|医生|护士|大夫|搞医|干医|学医|干这|做这|这行)?(?:的|人员|行)*"
    "|没干(?:这行|这个)|不在(?:医院|一线))(?=[，。；]|$)"
)


def none_of_them(text: str, end: int) -> bool:
    """Whether somebody named right before is only said not to be of those who did the work: 我和老伴|不是，女儿是.

    >>> none_of_them("我和老伴不是，女儿是", 4), none_of_them("他不是20天，是18天", 1)
    (True, False)
    """
    return _NONE_OF_THEM.match(text, end) is not None


_JOINS = re.compile("(?:[、和跟与同及]|还有|以及|连同)(?:我们?|咱们?|俺)?(?:家|的)*")


def joins(between: str) -> bool:
    """Whether what stands between two people only joins them: 小宋|和我|姐.

    >>> joins("和我"), joins("，")
    (True, False)
    """
    return _JOINS.fullmatch(between) is not None


def takes_somebody_out(text: str) -> bool:
    """Whether a text has words by which somebody is not to be counted.

    >>> takes_somebody_out("把她去掉"), takes_somebody_out("算上她")
    (True, False)
    """
    return _NOT_COUNTED.search(text) is not None or _NOT_TO_COUNT_AHEAD.search(text) is not None


_NOT_TO_COUNT_AHEAD = re.compile("(?:别|不用|甭|不要|先不|不必|无需)(?:再|把|连)*(?:算|加|管|带|计)")

ALIKE = re.compile(
    r"(?:那边)?也(?:是|一样|去了?|在|都?在[那这]儿?|干了?|上了?|做了?|同样|跟我一样|参加了?|报了?名去了?)?(?:的|着|呢)?(?=[，。；？！]|$)"
)
"""Somebody did so too, and for how long is not told: 我爱人也在."""

JOINS_IN = re.compile(r"(?:还有|加上|外加|带上|连上|算上|连同|另外还有|以及|跟着还有)(?:我家?的?|咱家?的?|俺的?|一个|同事)?$")
OWN_ALONE = re.compile(
    r"(?<![们和跟与给替帮])我(?:自己|个人|一个人|本人)?(?:这份|那份)?(?:能|该|可以|可|应该|应|到底|总共|一共|最后|就|又)*(?:拿|领|得|补|发)(?:到|着|了)?(?:补助|钱)?(?:多少|几)"
    r"|(?<![们和跟与给替帮])我的?(?:那份|这份|那一份)(?:补助|补贴|钱)?(?:是|该|能|一共|总共|有|合计)*(?:多少|几)"
    r"|(?<![们和跟与给替帮])我的(?:补助|补贴|钱)?(?:是|该|能|应该?|可以|一共|总共|合计|有|发|给|领|拿|得|补)*(?:到|着|了)?(?:多少(?!天|人|工资)|几)"
    r"|(?<![们和跟与给替帮])我(?:补助|补贴)(?:是|该|能|一共|总共|有)*(?:多少|几)"
    r"|(?<![们和跟与给替帮])我(?:自己|个人|本人|一个人)的?(?:那份|这份|那一份)?(?:补助|补贴|钱)?(?:是|一共|总共|该|合计)*(?:多少|几)"
)
"""What is asked is what the one who writes gets: 我能拿多少."""

_OF_THIS_ONE = re.compile(
    r"(?:自己|本人)?的?(?:那份|这份|那一份)?(?:补助|补贴|钱)?(?:是|该|能|应该|可以|一共|总共|合计|有|发|给|领|拿|得|补|到)*(?:多少|几)"
)


def asks_of_this_one(text: str, place: int) -> bool:
    """Whether what somebody named right before gets is asked: 我姐|能拿多少.

    >>> asks_of_this_one("我姐能拿多少", 2), asks_of_this_one("我姐在卡口", 2)
    (True, False)
    """
    return _OF_THIS_ONE.match(text, place) is not None


_EACH_ONE = re.compile(
    r"(?:那|这|每|平均|单|单个|光|就|只)*(?:每个?人|(?<![\d一二三四五六七八九十百第])[一1]个人|(?<![\d一二三四五六七八九十百第])[一1]人|人均|平均每人|每位|单个人)(?:头上|身上|手里|手上|名下|自己)?的?(?:补助|补贴|钱)?"
    r"(?:应该?|该|能|可以|可|到手|实际|总共|一共|合计|会)*(?:拿|领|得|补|发|给|分|算|到|合|是|有)*(?:到|着|了)?(?:手)?(?:补助|补贴|钱)?(?:多少|几|幾)"
)


_FEWER = re.compile(rf"(?:走|少|撤|退|调走|少算|减)了?(?P<number>{RUN}|[俩])个(?:人|护士|同事)?(?=[，。；？]|$)")
_AS_SO_MANY = re.compile(
    rf"(?:按|只?剩(?:下)?|就|还有|只有|实际|其实)是?(?P<number>{RUN}|[俩仨])(?:个人|人|个|口人)(?:算|了|来算|计|在)?(?=[，。；？]|$)"
)


def people_now(text: str, before: int) -> tuple[int, list[tuple[int, int]]] | None:
    """How many people there are now, where so many left or so many are told to be counted, and where that is said; None if it is not.

    >>> people_now("走了一个", 6), people_now("按五个人算", 6), people_now("还是六个人", 6)
    ((5, [(0, 4)]), (5, [(0, 5)]), None)
    >>> people_now("走了一个，按五个人算", 6)
    (5, [(5, 10), (0, 4)])
    """
    told, fewer = _AS_SO_MANY.search(text), _FEWER.search(text)
    said = [match for match in (told, fewer) if match is not None]
    number = bounds_of(said[0]["number"]) if said else None
    if number is None or number.low != number.high:
        return None
    now = int(number.low) if told is not None else before - int(number.low)
    return now, [match.span() for match in said]


def asks_of_each_one(text: str) -> bool:
    """Whether what one of several people gets is asked: 一个人应得多少.

    >>> asks_of_each_one("那一个人应得多少"), asks_of_each_one("每人能拿多少钱"), asks_of_each_one("三个人一共多少")
    (True, True, False)
    >>> asks_of_each_one("就问一个人头上多少")
    True
    >>> asks_of_each_one("11个人能拿多少"), asks_of_each_one("二十一人拿多少"), asks_of_each_one("每一个人拿多少")
    (False, False, True)
    """
    return each_one_asked(text) is not None


def each_one_asked(text: str) -> int | None:
    """Where what one of several people gets is asked; None where it is not."""
    found = _EACH_ONE.search(text)
    return found.start() if found is not None else None


_NOT_ASKED = re.compile("(?:不|别|甭|没|没有|无需)(?:是|用|要|想|去)*(?:问|算|管|要|看|打听|知道)[^，。；？]{0,4}$")


def not_asked_for(before: str) -> bool:
    """Whether what follows is said not to be asked: 不问|总的.

    >>> not_asked_for("我不问"), not_asked_for("我问")
    (True, False)
    """
    return _NOT_ASKED.search(before) is not None


def are_several(text: str, end: int) -> bool:
    """Whether a pronoun that ends there is of several: 她|们.

    >>> are_several("把她们去掉", 2), are_several("把她去掉", 2)
    (True, False)
    """
    return text.startswith(_PLURAL, end)


def are_two(text: str, end: int) -> bool:
    """Whether a pronoun that ends there is of two: 她|俩.

    >>> are_two("把她俩去掉", 2), are_two("把她们去掉", 2)
    (True, False)
    """
    return text.startswith(_PAIR, end)


_STAFF_COUNTED = re.compile(
    rf"(?:[医病]院|院里|我们院|单位|科里|我们科|中心|疾控)[^，。；？\d]{{0,6}}?{RUN}[个名位](?:人|护士|医生|大夫|医护|职工|同事)"
)


def staff_counted(text: str) -> tuple[int, int] | None:
    """Where so many of a hospital's people are told of, by whoever asks for them: 财务的，|我们医院8名护士|在发热门诊.

    >>> staff_counted("财务的，我们医院8名护士在发热门诊"), staff_counted("我们医院离家8公里")
    ((6, 12), None)
    """
    found = _STAFF_COUNTED.search(text)
    return found.span() if found is not None else None
