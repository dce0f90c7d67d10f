"""Of whom, or of what place, time or case, the same is asked: 她呢, 我们呢, 那边一天多少, 包不包我."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.clauses import Stretch, without_end

_OF_OURS = re.compile(
    "(?:我?听(?:说|讲|人说))?[^我咱俺？]{2,}[，。！；](?:那|就)?(?:我|咱|俺)(?:们|哋)?(?:这(?:边|里|儿)?|嗰边)?"
    "[^，。？！；]{0,6}(?:呢|也|有没有|有冇|一样|怎么|多少|几多)[^，。？！；]*？?$"
)


def asks_of_ours(text: str) -> bool:
    """别处一天三百，我们呢: tells how it is in a place, and asks the same of the speaker's own.

    >>> asks_of_ours("隔壁区一天三百，咱们呢"), asks_of_ours("我们呢"), asks_of_ours("我在隔壁区，我们呢")
    (True, False, False)
    """
    return _OF_OURS.match(text) is not None


_OF_THERE = re.compile("那边|那儿|那里|那头|当地|嗰边|(?:(?<![其吉维])他|她|佢|人家)(?:们|哋)?(?!说|讲|告诉|讲话|问|叫我|让我|跟我)")


def asks_of_there(text: str) -> bool:
    """他们那边一天多少: asks of somebody, or of a place, spoken of before.

    >>> asks_of_there("他孩子中考呢"), asks_of_there("那边护士有没有"), asks_of_there("他说每天三百"), asks_of_there("还有其他补助吗")
    (True, True, False, False)
    """
    return _OF_THERE.search(text) is not None


_OF_WHOM = re.compile(
    "(?:我|你|您)?(?:就|只|光|单|别|是|在|净|先)*(?:说|问|讲|谈|管|算)(?:的)?(?:是)?(?P<one>[我他她佢您你咱](?:们|哋)?)(?:自己|个人)?[的嘅]?(?:事|那份)?"
    "[，。；]?(?:可|又|也)?(?:不是|没(?:有|在)?|别|唔系|不)(?:说|问|讲|谈|管|算)?(?!(?P=one))[我他她佢您你咱人](?:们|哋|家)?(?:自己)?[的嘅]?(?:事|那份)?[啊呀吧哈]?"
)


def only_says_of_whom(text: str) -> bool:
    """只讲我的，别讲她的: a message that only says of whom the question is.

    >>> only_says_of_whom("只讲我的，别讲她的"), only_says_of_whom("我问的是我自己，没问他"), only_says_of_whom("别说我了，我不行了")
    (True, True, False)
    """
    return _OF_WHOM.fullmatch(without_end(text)) is not None


_WHERE_THEY_ARE = re.compile("(?:[他她佢]|人家)(?:们|哋)?(?:那边|那儿|那里|那头|嗰边|嗰度|那地方|当地)(?!.{0,4}(?:的|嘅)(?:人|房))")


def asks_of_where_they_are(text: str) -> bool:
    """她们那边一天呢: asks of the place where somebody spoken of is.

    >>> asks_of_where_they_are("，她们那边一天呢"), asks_of_where_they_are("，她看病有人陪吗")
    (True, False)
    """
    return _WHERE_THEY_ARE.search(text) is not None


_BEFORE_A_PLACE = re.compile("(?:那|哦|嗯|噢|如果是|要是|换成|在)*")
_BEHIND_A_PLACE = re.compile("(?:那边|那儿|那里|那头|嗰边|嗰度|那|这边|的)*呢？?")


def asks_of_a_place(text: str, clause: Stretch, place: Stretch) -> bool:
    """那|河西|那边呢: whether a clause does no more than ask the same of a place.

    >>> asks_of_a_place("那河西那边呢", (0, 6), (1, 3)), asks_of_a_place("河西的口罩呢", (0, 6), (0, 2))
    (True, False)
    """
    before = _BEFORE_A_PLACE.fullmatch(text, clause[0], place[0])
    return before is not None and _BEHIND_A_PLACE.fullmatch(text, place[1], clause[1]) is not None


_WHERE = re.compile(
    "[你您]?是?[问说]?[我咱俺]?们?[人家]?是?[住在喺](?:哪儿?|哪里|哪边|哪块|哪个区|边度|边)[呀啊嘛呢]?？?"
)


def repeats_where(clause: str) -> bool:
    """住哪儿？红桥: whether a clause only repeats that it was asked where somebody is, before the answer.

    >>> repeats_where("住哪儿？"), repeats_where("你问我在哪呀"), repeats_where("住哪个酒店")
    (True, True, False)
    """
    return _WHERE.fullmatch(clause) is not None


_WHO = "(?:[我她他咱佢您]|自己)(?:们|哋)?(?:家|院|科|医院|单位)?"
_ONE_IS_IN = re.compile(
    rf"(?:那|这|也|都|到底|究竟)*(?:([包算免管发给含])唔?不?\1(?:得着|到|括|含)?{_WHO}(?:的份|吗)?|(?:包含|包括|算上|轮得到|轮到)(?:不包括)?{_WHO}[吗么不没]"
    f"|有(?:没有|冇)?{_WHO}的?份?[吗么不没]?|{_WHO}(?:有没有份|有份[吗么不没]|有冇份|算不算(?:在内|里头)?|在不在(?:内|里头)))呀?？?。?"
)


def asks_whether_one_is_in(text: str) -> bool:
    """包不包我: asks of something not named whether it is for somebody.

    >>> asks_whether_one_is_in("包不包我？"), asks_whether_one_is_in("有她们院吗"), asks_whether_one_is_in("有我家孩子上学吗")
    (True, True, False)
    """
    return _ONE_IS_IN.fullmatch(text) is not None


_ALL_OF_IT = re.compile(
    "(?:那|这|呢|你们?)?(?:份|个|些|啲|套|里)?(?:文件|措施|政策|规定|待遇|保障|台账|解读|条文|通知|东西)(?:里头?|中|上)?(?:说的|写的|的)?"
)


_NOTHING_AT_ALL = re.compile(
    "(?:那么?|合着|这么说|照这么说|难道|意思是|就是说|即系|咁)*(?:说)?(?:像|对)?(?:我们?|咱们?|俺们?|我哋)"
    "(?:这[种样类些](?:的|人|岗位)?|呢[种啲]|单位|医院|科室?)*(?:岂不是|是不是|不就|就|系咪)?"
    "(?:什么|啥|乜|咩|一样|一项|一条|哪样|哪项)(?:嘢|待遇|东西)?[都也](?:没有?|冇|没份|冇份|轮不[上到着]|沾不[上到]|享受不[了到]|拿不[到着]|不[给算])了?"
    "[吗么嘛呀啊]?[？。]?"
)


def asks_whether_all_is_for_one(text: str) -> bool:
    """这些措施包括我吗: asks of a document as a whole whether it is for somebody, or whether nothing at all is.

    >>> [asks_whether_all_is_for_one(text) for text in ("这些措施包括我吗", "文件包不包括我", "包括我吗", "这些措施包括口罩吗")]
    [True, True, False, False]
    >>> [asks_whether_all_is_for_one(text) for text in ("那我们这样的岂不是一样都轮不上", "我家里什么都没有", "我们科口罩都没有吗")]
    [True, False, False]
    """
    if _NOTHING_AT_ALL.fullmatch(text) is not None:
        return True
    opening = _ALL_OF_IT.match(text)
    return opening is not None and asks_whether_one_is_in(text[opening.end() :])


_ONE_OF_SEVERAL = re.compile(
    "(?:我们?|咱们?|俺|家里?|的)*(老[大二三小]|[大小二三](?:的|儿子?|女儿?|闺女|娃|宝|仔|囡)|另?一个|儿子|女儿|闺女|哥哥?|弟弟?|姐姐?|妹妹?)"
)


def of_several_children(clauses: Sequence[str]) -> bool:
    """Whether clauses each begin with another of somebody's children.

    >>> of_several_children(("老大中考", "老二上小学")), of_several_children(("我家一个上中专", "一个上小学"))
    (True, True)
    >>> of_several_children(("孩子幼儿园毕业", "该上小学了")), of_several_children(("儿子上小学", "儿子还小"))
    (False, False)
    """
    found = [_ONE_OF_SEVERAL.match(clause) for clause in clauses]
    names = [here[1].removeprefix("另") for here in found if here is not None]
    return len(names) == len(clauses) and (len(set(names)) == len(names) or set(names) == {"一个"})


_AND_THOSE = re.compile("那.{1,9}呢？?")


def asks_of_those(text: str) -> bool:
    """那湖北那边的队呢: asks the same of somebody or something else."""
    return _AND_THOSE.fullmatch(text) is not None


_AND_ME = re.compile("(那|哦|嗯|，)*(我|咱|俺|她|他)(们|家)?(的|这样的)?呢[，？ ].+")


def asks_of_one_told_next(text: str) -> bool:
    """那我呢，我在食堂做饭: asks the same of somebody, and says then who it is.

    >>> asks_of_one_told_next("那我呢，我在食堂做饭"), asks_of_one_told_next("我妈呢")
    (True, False)
    """
    return _AND_ME.fullmatch(text) is not None


_AND_AT_WORK = re.compile("那[^，。？]{1,8}(?:搞|做|干|当|值|跑|负责|上班)[^，。？]{0,8}呢？?")


def asks_of_one_at_work(text: str) -> bool:
    """那我对象在防疫站搞消杀呢: asks the same of somebody who does some work.

    >>> asks_of_one_at_work("那我对象在防疫站搞消杀呢"), asks_of_one_at_work("那我妈看病呢")
    (True, False)
    """
    return _AND_AT_WORK.fullmatch(text) is not None


_AND_IF = re.compile("那?(?:我|俺|咱)?(要是|如果|假如|万一|不是|不算|不在|没).{1,12}呢？?")
_OF_A_TIME = re.compile(
    "[^，。？]{1,14}(?:之后|以后|之前|以前|期间|的时候|那会儿|那阵子?|嗰阵)[^，。？]{0,6}呢？?|[我她他佢]?(?:们|哋)?(?:在|喺)[^，。？]{1,8}[的嘅]呢？?"
)


def asks_of_another_case(text: str) -> bool:
    """不是定点医院呢, 回来以后打的呢: asks how it is in another case, at another time, or somewhere else.

    >>> asks_of_another_case("回来以后打的呢"), asks_of_another_case("在外地看的呢"), asks_of_another_case("孩子上学呢")
    (True, True, False)
    """
    return _AND_IF.fullmatch(text) is not None or _OF_A_TIME.fullmatch(text) is not None


_LIKEWISE = re.compile("那?[^，。？]{1,10}也(管|能|算|有|给|发|行|可以|包|是|按|归|在|照).{0,6}[吗么不没]？?")


def asks_likewise(text: str) -> bool:
    """社区医院的也管吗: asks whether the same holds of others.

    >>> asks_likewise("社区医院的也管吗"), asks_likewise("也要交材料，交什么")
    (True, False)
    """
    return _LIKEWISE.fullmatch(text) is not None


_BRINGS = re.compile(
    "那?(?:我|俺|咱)?(?:们)?(?:能不能|可不可以|能|可以|让|准|许)带(?:上|着|个)?[^，。？]{1,6}?(?:一起|一块|一齐|同去|去|来|住|坐|打)*(?:吗|不|么|没|嘛)"
)


def asks_to_bring(text: str) -> bool:
    """能带孩子吗, after one on a stay: asks of what is in hand whether somebody may come along.

    >>> asks_to_bring("能带孩子吗"), asks_to_bring("可以带爸妈一起去吗"), asks_to_bring("有人帮带孩子吗")
    (True, True, False)
    """
    return _BRINGS.fullmatch(without_end(text)) is not None


_BY_PRONOUN = re.compile("(?<![其吉维])[他她佢]")


def asks_by_pronoun(question: str) -> bool:
    """Whether a clause asks of somebody only by a pronoun: 东西能给她送吗.

    >>> asks_by_pronoun("东西能给她送吗"), asks_by_pronoun("其他的呢")
    (True, False)
    """
    return _BY_PRONOUN.search(question) is not None


_AND_SHE = re.compile(
    ".{4,20}，那?([她他我]们?)?(呢|(家|家里|家孩子|的孩子)?(也|能|可以|有|算).{0,8}[吗不么呢没])？?|.{4,80}，那?[她他佢](?:们|哋)?呢？?"
)


def asks_of_the_one_told(text: str) -> bool:
    """我老婆是护士，她呢 or 她也能领吗: says who it is first, then asks the same of them."""
    return _AND_SHE.fullmatch(text) is not None
