"""Pronouns: whom each may stand for, and what stands around one."""

from __future__ import annotations

import re

ONE_ELSE = re.compile("(?<![其吉维])(?:[他她](?!们)|佢(?!哋))")
"""A pronoun for one person, in no other word: 其他, 吉他."""


def of_the_fellow(text: str, start: int) -> list[tuple[int, int]]:
    """Where a pronoun stands behind somebody for that one.

    >>> of_the_fellow("小刘呢，他没去", 2)
    [(4, 5)]
    """
    return [found.span() for found in ONE_ELSE.finditer(text, start)]


SPEAKERS = ("我们", "本人", "自己", "咱们", "我哋", "我", "俺", "咱")
"""Pronouns for the speaker."""

US = ("我们", "咱们", "我哋", "俺们")
"""The speaker with those who belong to them."""

AMONG_US = ("我俩", "我们", "咱", "俺", "我哋", "我这", "我那", "大家", "人家")
"""Words for those of whom a message in parts tells something, though it has no verb that marks a sentence."""

PRONOUNS = ("他们", "她们", "佢哋", "人家", "他", "她", "佢")
"""Pronouns for somebody spoken of before."""

ONESELF = ("自己", "自个儿", "自个")
"""Whoever was spoken of last in the clause; the speaker where nobody was."""

STRESSED = re.compile("(?:我|俺|咱)(?:自己|自个儿?|本人|这个?[当做][妈爸爹娘爷奶])")
"""The speaker, set against whom was spoken of before: 老伴是大夫，|我自个儿|住院."""

OTHERS = "人家"
"""A pronoun for others; with nobody spoken of before, nobody of the speaker's: 人家去湖北的有，我呢."""

THEIRS = ("她自己的", "他自己的", "她自己", "他自己", "她家", "他家", "她的", "他的", "人家", "她", "他")
"""Before a kin term: somebody else's, seen from the one spoken of before."""

OWNED = re.compile(
    "的?(?:[院科区市省队县]|医疗队)|[医单家村边]|[这那](?![张份部台支条个种笔样么般头当做房户]|一[房家户口大]|[儿里边](?!的))"
)
"""Right behind a pronoun for the speaker: 我们院 is a place, not somebody; 我这份 is the speaker's."""

WHOSE = re.compile("(?:(?:我们|我哋|咱们|他们|她们|我|俺|咱|他|她|佢)(?:自己)?(?:家里?|屋企)?的?)?")
"""Between a word by which somebody gets something and their kin term: 管不管我家|姥姥."""

MINE = re.compile("(?:我|俺|咱)们?(?:自己|自个儿?)?(?:家里?|屋企)?(?:的|那|这|个)?$")
"""Before a kin term: it is the speaker's own."""

AWAY = re.compile("们?(?:那边|那头|那儿|那里|嗰边)")
"""Behind a pronoun for somebody who is elsewhere: 爱人去支援，孩子病了，她|那边|看病."""

OF_WORKPLACE = re.compile("的?(?:医院|院里|单位|[^，。？的]?科(?:室|里|主任|的)|科(?=[，。？]|$)|病区|诊所|疾控)")
"""Behind a pronoun: their hospital or ward, of which nothing is said of them: 我爸在|她们|医院门口."""

_HERS = re.compile("婆|妻|媳|妈|媽|娘|女|妹|姐|嫂|奶|姨|姑|太太")

_HUSBAND_OF = re.compile("[姐妹姑姨][夫丈父爷]|女婿|外公|姥爷|外[父祖]父?$")
"""Men who are called by a woman's name in it: 姐夫, 女婿."""

_HIS = re.compile("公|夫|爸|爹|爷|儿子|弟|哥|叔|伯|岳父|先生")


def may_mean(pronoun: str, term: str) -> bool:
    """Whether a pronoun can stand for somebody called by a kin term, by what it tells of their sex.

    >>> may_mean("他", "我姐夫"), may_mean("她", "我姐夫"), may_mean("他", "女婿")
    (True, False, True)
    >>> may_mean("她", "我老公"), may_mean("他", "我老公"), may_mean("佢", "我妈"), may_mean("他", "我爱人"), may_mean("她", "儿媳妇")
    (False, True, True, True, True)
    """
    his = _HUSBAND_OF.search(term) is not None
    hers = not his and _HERS.search(term) is not None
    if pronoun.startswith("她"):
        return hers or not (his or _HIS.search(term) is not None)
    return not (pronoun.startswith("他") and hers)


PRONOUN_ALONE = re.compile(
    "(?:他|她|佢)(?:们|哋)?(?!说|讲|(?:家|的|嘅|那边)?[爸妈爹娘爷奶父母姥外舅姑姨叔伯哥姐弟妹儿女闺孩娃崽小老媳公岳])"
)
"""A pronoun that is not only called upon to say whose somebody is."""

THEIR_CHILD = re.compile("(?:他|她|佢)(?:们|哋)?(?:自己|自个儿?)?(?:家|那边)?(?:的|嘅)?(?:儿子|女儿|闺女|孩子|娃|小孩|崽)")

THEIR_PARENTS = re.compile("(?:他|她|佢)(?:们|哋)?(?:自己|自个儿?)?(?:家|那边)?(?:的|嘅)?(?:父母|爸妈|爹妈|爸|妈|爹|娘)")
"""What a child has not, and what elders have no more: there the pronoun means neither."""

TO_ONESELF = re.compile(
    "(?:回来|还是|先|再|就|那|咱)*(?:说|讲|问|看|算|聊)(?:回|返)?(?:我|俺)(?:自己|个人)?(?:的|嘅)?(?:事|吧)?(?=[，。]|$)"
)
"""回来说我的: whoever speaks turns from another to themselves."""

OF_THOSE = re.compile("(?:的|家|家里|的孩子)?呢$")
"""Behind somebody of whom the same is asked: 我的呢."""
