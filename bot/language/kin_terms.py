"""What stands around a kin term: whose relative it is, whether it is one, who says to be one, and how an answer calls one."""

from __future__ import annotations

import re

from bot.language.kinship import GROUP

COURTESY = frozenset({"姐姐", "哥哥", "妹妹", "大姐", "大哥", "大嫂", "大妈", "大爷", "大叔", "阿姨", "叔叔", "小哥", "小弟", "小妹"})
"""What strangers are called too: within the name of a trade they are nobody's kin, 居委会|大姐."""

_ANY_OF_THEM = re.compile("(?:有没有|有冇|有无|想找|要找|找|请|派|那些|些|[个位]|大学生|志愿者?)(?:大|小)?(?:[哥姐叔阿][哥姐叔姨])*$")
_HELPS = re.compile("(?:[哥姐叔阿][哥姐叔姨])*们?(?:能|可以|会|来|在?线上|一起|免费)*(?:陪|教|帮|辅导|[跟和同给]我)")


def is_any_helper(text: str, start: int, end: int) -> bool:
    """Whether a word that strangers are called by too stands for whoever may come to help, and no kin: 有没有|姐姐|教我弹琴.

    >>> is_any_helper("有没有哥哥姐姐教我画画", 3, 5), is_any_helper("有没有哥哥姐姐教我画画", 5, 7), is_any_helper("我姐姐教我画画", 1, 3)
    (True, True, False)
    """
    return _ANY_OF_THEM.search(text, 0, start) is not None and _HELPS.match(text, end) is not None


OF_THEIR_OWN = re.compile("(?:沾上?|享受|按照?|照着?|靠|借|用|拿|领|蹭|跟着?|比照)(?:到|了)?(?:一线|你们|我们)?$")
"""Before those whose right or benefit somebody may share: 沾上|医务人员|的优先."""

OF_THEIRS = ("的", "家", "家的", "家里的", "他", "她", "自己", "自己的", "自己家")
"""Between somebody and their kin: 我妹|家|孩子."""

OF_THEIR_SIDE = re.compile("(?:家里?|娘家|婆家|屋企)?(?:那边|那头|这边|嗰边|娘家|婆家)(?:家里?)?(?:的|嘅)?(?:两[位个口]|[俩两二]?)")
"""Between somebody and the elders of their side of the family: 我老婆|那边的|老人."""

THEIR_ELDERS = re.compile(
    "(?:家里?|屋企)?(?:那边|那头|这边|嗰边|娘家|婆家)(?:家里?)?(?:的|嘅)?(?:[两俩二][位个口]?)?(?:老人家?|老的|老(?=$|[，。？！算计都也能有看得]))"
)
"""Right behind a husband or wife: old people of their side of the family, 我老婆|那边两位老人."""

OF_A_CHILD = ("爸爸", "妈妈", "爸", "妈", "父亲", "母亲")
"""What a child's parents are called without saying whose they are."""

ANY_CHILD = ("孩子", "娃", "娃娃", "小孩", "小朋友", "宝宝", "小家伙")
"""Words for a child that has been named before: 外孙七岁，社区帮看|孩子|吗."""

SEVERAL_OF = re.compile("(?:[俩仨]|[两兩几三四五2-5]个)(?:小)?$")
"""Before a kin term for more than one, whom no pronoun for one person means afterwards: 我带|俩|娃."""

AS_SPEAKER = re.compile("(?:我|俺|咱)这个?(?:一线|前线|当|做|作)的?$")
"""Before a kin term that the speaker calls themselves: 我这个一线|儿媳妇."""

IS_KIN = re.compile("(?:^|[，。！？])(?:我|俺|咱)就?(?:是|系|係)(?:个|一名)?$")
"""Before a kin term alone by which the speaker says what they are themselves: 我是|儿媳妇，一线的."""

HOME = "家"

_KIN_SPEAKING = (
    ("spouse", re.compile("(?:我|俺|咱)这?个?(?:当|做|作)(?:人家)?(?:媳妇|老婆|妻子|老公|丈夫|爱人)的")),
    (GROUP, re.compile("(?:我|俺|咱)们?(?:这个?|这些)?(?:当|做|作)家属的")),
)


def speaks_as(text: str) -> str | None:
    """What the speaker says to be to a medical worker whom nobody names: 我这个当媳妇的|有份吗.

    >>> speaks_as("我这个当媳妇的有份吗"), speaks_as("我们当家属的能领吗"), speaks_as("我当护士的")
    ('spouse', 'family', None)
    """
    return next((kin for kin, pattern in _KIN_SPEAKING if pattern.search(text) is not None), None)


COUNTED_AS = re.compile("(?:算不算|算得上|算是?|是不是|当得?成?)(?:是|成)?$")
"""Before a word for the family that only says what somebody counts as: 没结婚，我|算|家属吗."""

OWNED_BY, OWN_THEM = ("是", "就是", "系"), re.compile("(?:家|家里)?的(?=[，。！？；]|$)")
"""Between a child and whose it is said to be, and behind those: 孩子|是|我姐|的."""

SAYS_TO_BE = re.compile("(?:^|[，。！])(?:我|俺|咱)就?(?:是|系|係|作为)$")
"""Before somebody's kin, whom the speaker says to be: 我是|她小姑子."""

IS_MINE = re.compile("(?:^|[，。！])(?:他|她|佢)(?:就|可)?(?:是|系|係)(?:(?:我|俺|咱)(?:的|亲|那)?)?$")
"""Before the speaker's kin, who somebody is said to be of whom only a pronoun told: 她是我|嫂子, 她是|我姐."""

I_AM = re.compile("(?:我|俺|咱)们?(?:(?:不是|没当)[^，。？]{1,6}，)?就?(?:是|系|係|作为)[^，。？]{1,12}$")
"""Before the kin of a medical worker, whom the speaker says to be: 我是队员的|老婆."""

OF_THE_WORKER = re.compile("(?:队员|成员|人员|职工|护士|医生|大夫)?(?:的|家|家的|家里的|他|她)")
"""Between a word for medical workers and their kin: 医疗队|队员的|老婆."""

_MINE = re.compile("^(?:我们|我家|我|俺们|俺家|俺|咱们|咱家|咱|阮)的?(?=.)")

_SHORT = re.compile("^[妈爸哥姐弟妹爷奶叔姑舅姨]$")


def addressed(term: str) -> str:
    """How one who is asked names the asker's relative: 我妈 is 您妈妈.

    >>> addressed("我妈"), addressed("我公公"), addressed("老公"), addressed("俺们家那口子"), addressed("我")
    ('您妈妈', '您公公', '老公', '您家那口子', '我')
    """
    mine = _MINE.match(term)
    kin = term[mine.end() :] if mine is not None else term
    kin = kin * 2 if mine is not None and _SHORT.match(kin) is not None else kin
    return f"您{kin}" if mine is not None else term
