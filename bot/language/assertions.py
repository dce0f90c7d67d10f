"""What a stretch that asks nothing says: of something, of the speaker, who was meant, what was given; a yes or a no alone."""

from __future__ import annotations

import re

from bot.language.clauses import without_end

_PREDICATES = re.compile("[了着过把被给让很太真又也都就才还再刚正在会要想有是去来到说吃看上下做买送打喺已番晒断掉笑哭咗嘅緊紧]")


def predicates(text: str) -> bool:
    """Whether a stretch of text says something of something, and is not the bare name of a matter.

    >>> predicates("食堂今天又是红烧肉"), predicates("一线医务人员慰问金")
    (True, False)
    """
    return _PREDICATES.search(text) is not None


_DEED = re.compile(
    "(?P<who>[^，。？]{0,4})(?:上学|上小学|上初中|上高中|上幼儿园|上托班|上户口|读书|念书|看病|看门诊|吃饭|吃住|做饭|买菜|送菜|送饭|打车|上下班|看孩子|看娃|打电话)(?:的?事)?"
)


def names_a_deed(text: str) -> bool:
    """Whether a text is but the name of something that people do, with whose it is: 孩子上学, 吃饭; not 我在吃饭.

    >>> names_a_deed("孩子上学"), names_a_deed("吃饭"), names_a_deed("我在吃饭"), names_a_deed("孩子上学了")
    (True, True, False, False)
    """
    found = _DEED.fullmatch(without_end(text))
    return found is not None and _PREDICATES.search(found["who"]) is None


_STATES = re.compile(
    "(?:我|咱|俺|她|他|您|你)(?:们|家)?(?:自己|自个儿|天天|每天|一直|一般|平时|当时|现在|老|常|从|就|只|跟|和|管|用|住)|[没未]|不(?!动产)"
)


def states(text: str) -> bool:
    """Whether a stretch of text without any other sign of a sentence denies something, or says how it is with somebody.

    >>> states("我天天值班"), states("不进病房"), states("我的补助")
    (True, True, False)
    """
    return _STATES.search(text) is not None


_WAS_GIVEN = re.compile("(?:给|畀)(?:我|咱|俺)们?[^，。？]{1,5}(?:[了过咗](?!吗|没|么|吧|不)|过了)")


def was_given(clause: str) -> bool:
    """给我记了个功: tells what somebody was given, and asks for nothing.

    >>> was_given("上个月给我记了个功"), was_given("给我算算"), was_given("给我报了吗")
    (True, False, False)
    """
    return _WAS_GIVEN.search(clause) is not None


_EXPLAINS = re.compile("(就|还|都)?是(?!不是|否|[的啊呀吧吗么呢])[^，。？]{2,}.*|[^，。？]{2,10}[^我你他她它们]的")


def explains(text: str) -> bool:
    """Whether a statement without a subject says who or what was meant before: 是我老公的爸爸, 给家里寄的.

    >>> explains("是我们组的一位护士"), explains("给家里寄的"), explains("家里老人病了"), explains("是不是都有")
    (True, True, False, False)
    """
    return _EXPLAINS.fullmatch(without_end(text)) is not None


_ONLY_YES_OR_NO = frozenset({"是", "是的", "对", "对的", "有", "没有", "没", "不是", "无", "行", "可以", "不", "系", "冇", "有的"})


def says_only_yes_or_no(words: str) -> bool:
    """Whether words are a yes or a no and name nothing."""
    return words in _ONLY_YES_OR_NO


_OF_ONESELF = re.compile("^(?:其实|应该|就)?(?:我|咱|俺)?(?:自己)?(?:其实|应该|就|都|也)?(?:是|系)?(?=.{2,})")


def of_oneself(clause: str) -> str:
    """What a clause says without the speaker and what only stresses it.

    >>> of_oneself("我没去"), of_oneself("接触的"), of_oneself("我是接触过的")
    ('没去', '接触', '接触过')
    """
    left = _OF_ONESELF.sub("", clause)
    return left[:-1] if left[2:].endswith(("的", "嘅")) else left


_ADVERBS = re.compile("^[，就又可也都却倒还才]*(?:一直|压根|根本|从来|其实|后来|最后)?")


def without_adverbs(words: str) -> str:
    """What is said behind a subject, without what only joins it: 就没去, 可没去成.

    >>> without_adverbs("就没去"), without_adverbs("根本没去")
    ('没去', '没去')
    """
    return _ADVERBS.sub("", words)


_ONESELF = re.compile("(?<![给帮替跟和])[我咱俺](?!的|家)")


def speaks_of_oneself(clause: str) -> bool:
    """Whether the speaker does something in a clause.

    >>> speaks_of_oneself("单子我回头弄"), speaks_of_oneself("我的补助")
    (True, False)
    """
    return _ONESELF.search(clause) is not None


_EXCLAIMS = re.compile("[啊呀哇哦噢嘞喔咧][^，。？]*$|(?:真|太|挺|够|蛮|好)[^，。？]{1,4}(?:的|了|嘅)?$")


def exclaims(clause: str) -> bool:
    """Whether a clause only says how somebody finds something: 三百块啊真行; 挺周到的.

    >>> exclaims("三百块啊真行"), exclaims("挺周到的"), exclaims("心理热线")
    (True, True, False)
    """
    return _EXCLAIMS.search(without_end(clause)) is not None


_IN_THAT_CASE = re.compile("的话(?!费|题|筒|语|剧|务|音)")


def supposed_behind(clause: str) -> bool:
    """Whether a clause is supposed by what ends it, 没去成的话; not by a word that begins like it, 她的话费.

    >>> supposed_behind("我没去成的话"), supposed_behind("她的话费免不免")
    (True, False)
    """
    return _IN_THAT_CASE.search(clause) is not None
