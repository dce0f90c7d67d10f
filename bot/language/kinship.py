"""Who is what to whom: Chinese kin terms as roles seen from the speaker, and one role seen from another."""

from __future__ import annotations

import re

SELF = "self"
GROUP = "family"
HOUSEHOLD = "household"
"""The speaker and those they live with: 我俩, 一家三口."""

NOBODY = "outsider"

CO_PARENT = "co-parent"
"""The parents of a son's or daughter's husband or wife: 亲家, 女婿他爸妈, 闺女她公婆."""

WORKER = "worker"
"""The medical worker to whom the speaker only says to be kin: 我是护士的妈妈，|她|…"""

COURTESY = frozenset({"姐姐", "哥哥", "妹妹", "大姐", "大哥", "大嫂", "大妈", "大爷", "大叔", "阿姨", "叔叔", "小哥", "小弟", "小妹"})
"""What strangers are called too: within the name of a trade they are nobody's kin, 居委会|大姐."""

FELLOW = "fellow"
"""Somebody at work who is nobody's kin: a medical worker like the speaker, whose work and standing are their own."""

FELLOWS = frozenset({
    *("同事", "战友", "队友", "师姐", "师妹", "师兄", "师弟", "徒弟", "同屋", "室友", "舍友", "搭档", "搭班", "学姐", "学妹", "带教"),
})  # fmt: skip
"""Words for somebody who works beside one."""

FELLOWS_NAME = re.compile(
    "(?:[小老阿](?![区孩学时伙病年人家师乡板百公婆爸妈爹娘大二三姨舅姑叔宝儿女子妹弟朋崽妞囡丫])[\u4e00-\u9fff]"
    "|护士长|[\u4e00-\u9fff](?:主任|医生|大夫|护士|[工哥姐])(?<!大姐|大哥|表姐|表哥|堂姐|堂哥)"
    "|其他人|别人|另一[个位拨批])$"
)
"""Who is called so at work, by name or as another: 隔壁科|小刘."""

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

AT_A_HOSPITAL = re.compile(
    "[她他佢]?(?:是|系|也)?(?:在|喺)[^，。？]{0,10}?(?:医院|卫生院|卫生服务中心|社区中心|疾控|急诊|门诊|病房|[^，。学]科)(?:里|那边)?的?"
    "(?:上班|工作|当护士|当医生|做护士|返工|的)?(?=呢?(?:[，。？！]|$))"
)
"""Behind somebody who is asked of: they work at a hospital, 那我表姐呢，|她在区医院."""

OF_A_CREW = re.compile("(?:她|他|我|咱|俺|佢)(?:们|哋)|[^，。]{0,4}(?:那个|那位|里的|队里|科里|院里|组里)")
"""Before the trade of somebody who is one of a crew: 她们|队里|那个|保洁."""

_ASKED_FIRST = re.compile(
    "(?:那|哦|噢|嗯|咁|还有|，)*(?P<who>[^，。？！；]{2,14}?)(?:呢(?=$|[，。？！])|(?:就|又|可|也|都|一直|压根|根本)?(?:没|冇|不)(?![少久同])[^，。？！]{1,6}，(?=[他她佢]))"
)
_NO_NAME = ("的", "嘅", "那边", "那儿", "这边", "期间", "时候")


def asked_first(text: str) -> tuple[int, int] | None:
    """Whom a message begins with to ask the same of them, as they are called: 那|隔壁科小刘|呢, 隔壁科小刘|没去，他也有吗.

    >>> asked_first("那隔壁科小刘呢"), asked_first("小刘没去，他也有吗"), asked_first("那没去的呢"), asked_first("小刘没去")
    ((1, 6), (0, 2), None, None)
    """
    found = _ASKED_FIRST.match(text)
    if found is None or found["who"].endswith(_NO_NAME):
        return None
    return found.span("who")


ONE_ELSE = re.compile("(?<![其吉维])(?:[他她](?!们)|佢(?!哋))")
"""A pronoun for one person, in no other word: 其他, 吉他."""


def of_the_fellow(text: str, start: int) -> list[tuple[int, int]]:
    """Where a pronoun stands behind somebody for that one.

    >>> of_the_fellow("小刘呢，他没去", 2)
    [(4, 5)]
    """
    return [found.span() for found in ONE_ELSE.finditer(text, start)]


_SEEN_FROM: dict[str, dict[str, str]] = {
    SELF: {
        "mother": "parent", "father": "parent", "parent": "parent", "child": "child", "child-too": "child",
        "spouse": "spouse", "partner": "partner",
        "parent-in-law": "parent-in-law", "elders": "parent", HOUSEHOLD: SELF, GROUP: GROUP,
    },
    "spouse": {
        SELF: "spouse", "child": "child", "child-too": "child", "mother": "parent-in-law", "father": "parent-in-law",
        "parent": "parent-in-law", "parent-in-law": "parent", "elders": "parent", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "partner": {SELF: "partner", "child": "child", HOUSEHOLD: "partner", GROUP: GROUP},
    "ex": {"child": "child"},
    "child": {
        SELF: "parent", "spouse": "parent", "grandchild": "child", "child-in-law": "spouse",
        CO_PARENT: "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "child-in-law": {
        SELF: "parent-in-law", "spouse": "parent-in-law", CO_PARENT: "parent", "child": "spouse", "grandchild": "child",
        HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "mother": {
        SELF: "child", "child": "child", "father": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "maternal": "parent",
        "paternal": "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "father": {
        SELF: "child", "child": "child", "mother": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "paternal": "parent",
        "maternal": "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "parent": {SELF: "child", "child": "child", "sibling": "child", HOUSEHOLD: GROUP, GROUP: GROUP},
    "sibling": {
        "mother": "parent", "father": "parent", "parent": "parent", "elders": "parent", "child-of-theirs": "child",
        "spouse-of-theirs": "spouse", "nephew": "child", GROUP: GROUP,
    },
    "sibling-spouse": {
        "parent-of-theirs": "parent",
        "mother": "parent-in-law", "father": "parent-in-law", "parent": "parent-in-law", "elders": "parent-in-law",
        "sibling": "spouse", "nephew": "child", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP,
    },
    "spouse-sibling": {
        "parent-in-law": "parent", "nephew": "child", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP,
    },
    "cousin": {"parent-of-theirs": "parent", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP},
    "other": {"parent-of-theirs": "parent", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP},
    "parent-in-law": {"spouse": "child", GROUP: GROUP},
    "grandchild": {"child": "parent", "great-grandchild": "child", GROUP: GROUP},
    **{
        who: {"grandnephew": "child", "nephew-spouse": "spouse", "spouse-of-theirs": "parent", "sibling": "parent", GROUP: GROUP}
        for who in ("nephew", "child-of-theirs")
    },
}  # fmt: skip
"""For each role: what others are to the one who has it. What is not named is some other relative."""

ADULTS_TO = frozenset({"spouse", "partner", "ex", "child", "child-in-law", "grandchild"})
"""To one of these the speaker is grown up, and asks of school for a child of theirs."""

YOUNG = frozenset({"child", "child-too", "child-of-theirs", "grandchild", "nephew", "grandnephew", "great-grandchild"})
"""Roles of whoever goes to school."""

KIN_OF = {
    **{
        who: {
            **dict.fromkeys(("mother", "father", "parent"), parent),
            "sibling": "child-too" if who == "child" else who,
            "parent-in-law": CO_PARENT if who == "child" else "other",
            "child": child,
            "spouse": spouse,
        }
        for who, parent, child, spouse in (
            ("child", "spouse", "grandchild", "child-in-law"),
            ("grandchild", "child", "great-grandchild", "other"),
            ("nephew", "sibling", "grandnephew", "nephew-spouse"),
            ("child-of-theirs", "sibling", "grandnephew", "nephew-spouse"),
        )
    },
    "spouse": {
        **dict.fromkeys(("mother", "father", "parent", "elders"), "parent-in-law"),
        **dict.fromkeys(("sibling", "paternal", "maternal", "grandchild"), "other"),
    },
    "child-in-law": dict.fromkeys(("mother", "father", "parent"), CO_PARENT),
    "mother": {"sibling": "other", **dict.fromkeys(("mother", "father", "parent"), "maternal")},
    "father": {"sibling": "other", **dict.fromkeys(("mother", "father", "parent"), "paternal")},
    "parent": dict.fromkeys(("sibling", "mother", "father", "parent"), "other"),
}
"""For each role: who the kin of the one who has it are to the speaker."""

OF_THEIRS = ("的", "家", "家的", "家里的", "他", "她", "自己", "自己的", "自己家")
"""Between somebody and their kin: 我妹|家|孩子."""

OF_THEIR_SIDE = re.compile("(?:家里?|娘家|婆家|屋企)?(?:那边|那头|这边|嗰边|娘家|婆家)(?:家里?)?(?:的|嘅)?(?:两[位个口]|[俩两二]?)")
"""Between somebody and the elders of their side of the family: 我老婆|那边的|老人."""

THEIR_ELDERS = re.compile(
    "(?:家里?|屋企)?(?:那边|那头|这边|嗰边|娘家|婆家)(?:家里?)?(?:的|嘅)?(?:[两俩二][位个口]?)?(?:老人家?|老的|老(?=$|[，。？！算计都也能有看得]))"
)
"""Right behind a husband or wife: old people of their side of the family, 我老婆|那边两位老人."""

OF_PARENTS_AGE = frozenset({"mother", "father", "parent"})
"""To one of these who is the speaker's, the speaker's own child is a grandchild."""

OTHER = "other-relative"


def seen_from(who: str, whose: str) -> str:
    """What ``who`` is to ``whose``, both given as roles seen from the speaker.

    >>> seen_from("self", "spouse"), seen_from("child", "sibling"), seen_from("mother", "mother")
    ('spouse', 'other-relative', 'self')
    """
    return SELF if who == whose else _SEEN_FROM.get(whose, {}).get(who, OTHER)


SPEAKERS = ("我们", "本人", "自己", "咱们", "我哋", "我", "俺", "咱")
"""Pronouns for the speaker."""

US = ("我们", "咱们", "我哋", "俺们")
"""The speaker with those who belong to them."""

AMONG_US = ("我俩", "我们", "咱", "俺", "我哋", "我这", "我那", "大家", "人家")
"""Words for those of whom a message in parts tells something, though it has no verb that marks a sentence."""

PRONOUNS = ("他们", "她们", "佢哋", "人家", "他", "她", "佢")
"""Pronouns for somebody spoken of before."""

OF_A_CHILD = ("爸爸", "妈妈", "爸", "妈", "父亲", "母亲")
"""What a child's parents are called without saying whose they are."""

ONESELF = ("自己", "自个儿", "自个")
"""Whoever was spoken of last in the clause; the speaker where nobody was."""

PAYS = re.compile(
    "(?:家里?)?(?:自己|自个儿?|个人)?(?:还|也|都|得|要|用|需要|必须|该|再|先|来|全|自己|自个儿?)*"
    "(?:掏|出(?:多少|吗|不|[^，。？院门差来去]{0,3}[费钱])|交|付|垫|花|买单|负担|承担|贴)"
)
"""Behind the speaker or 自己: whoever is to pay, and nobody set against the one spoken of."""

STRESSED = re.compile("(?:我|俺|咱)(?:自己|自个儿?|本人|这个?[当做][妈爸爹娘爷奶])")
"""The speaker, set against whom was spoken of before: 老伴是大夫，|我自个儿|住院."""

SEVERAL_OF = re.compile("(?:[俩仨]|[两兩几三四五2-5]个)(?:小)?$")
"""Before a kin term for more than one, whom no pronoun for one person means afterwards: 我带|俩|娃."""

PATIENT = re.compile("(?:确诊|疑似|感染|发热|发烧|患病|得病|生病|住院|阳性|隔离)的(?:小)?$")
"""Before a kin term for somebody who is only cared for: 给确诊的|孩子看病."""

OTHERS = "人家"
"""A pronoun for others; with nobody spoken of before, nobody of the speaker's: 人家去湖北的有，我呢."""

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


GRANDPARENTS = frozenset({"paternal", "maternal"})
"""Roles of a child's grandparents, named mostly for where their registration is."""

ANY_CHILD = ("孩子", "娃", "娃娃", "小孩", "小朋友", "宝宝", "小家伙")
"""Words for a child that has been named before: 外孙七岁，社区帮看|孩子|吗."""

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

CLEFT = re.compile("的?是|里?有|派了|抽了|选了")
"""Between what is said and of whom, where it is turned round: 支援的是我妹, 名单里有师姐."""

SAID_TO_BE = re.compile("是(?:我|俺|咱|他|她)?们?(?:[^，。；！？是不]{1,4}的)?$")
WENT = re.compile("(?:去了?|支援|报的?名|上了?|被?派去?了?|[干做弄搞管待呆值]了?|护理|采样|上班|值班)?的?(?=[，。！？；]|$)")
"""Around whoever is said to be the one instead: 不是我，是|同事|去的; 去的是|我妹."""

MEANT = re.compile(
    "(?:^|[，。！；])(?:[^，。？！；去上干做援派值进在]{1,8}的|其实|主要|就|也)?(?:就|其实|主要)?是(?:我|俺|咱)?们?(?:家|家里)?(?:的|那|这|个)?$"
)
"""Before somebody whom a statement says is meant: 看病的是|我妈, 就是|我舅舅看病."""

IN_NEED = re.compile(
    "(?:最近|昨天|前天|今天|上周|上个月|又|刚|也|得|要|在)?(?:去|在)?"
    "(?:住院|住了院|住着院|看病|看了病|看牙|补牙|镶牙|病了|生病|生了病|病倒|做手术|动手术|透析|化疗|摔了|摔断|骨折"
    "|没人(?:管|照[看顾应料]|看|陪|伺候)|(?:心脏|身体|身子|腿脚|腰|眼睛|牙|胃|肝|肾|肺|血压|血糖|关节|膝盖)(?:一直|老|总|很)?(?:不太?好|不行|有毛病|有病|疼|高))"
)
"""Right behind somebody whose need a question that follows is about: 我婆婆|住院，能报吗."""

ILL = re.compile(
    "住院|住了院|住着院|生病|病了|病倒|看[了过]?病|发了?[高低]?烧(?!门诊|病人|患者)|做了?[^，。？]{0,3}手术|动手术|开刀|阑尾炎|骨折|摔[了断]|生孩子|产检|透析|化疗|中招"
    "|感染了|染上|确诊|得了[^，。？]{0,5}(?:病|炎|癌|瘤|新冠)|(?:心脏|身体|身子|血压|血糖)(?:一直|老|总|很)?(?:不太?好|不行|有毛病|高)"
)
"""Behind somebody in their clause, who is told to be ill."""

OF_THE_ILL = re.compile("报[吗么不没得多几]|[能给可]报|报销|陪|自费|药费|医药费|住院费|照[顾看料应]|伺候|(?:掏|出|垫|花|要)钱")
"""What is asked for whoever is ill, and not for whoever else the message tells of: 我妈住院了，我爸是医生，能|报吗."""

DOES_FOR = re.compile(
    "们?(?:自己)?(?:能不能|可不可以|可唔可以|能|可以|想)?(?:去|来|过去|进去)?"
    "(?:[给帮替](?:他|她|佢)们?)?(?:送(?:点|些)?(?:饭|餐|汤|菜|衣服|东西|吃的|药|被子)|看看?(?:他|她|佢)|看望|探望|探视|探班|照[顾看料应](?:他|她|佢))"
)
"""Behind the speaker who only wants to do something for the one spoken of: 我|能不能去送饭."""

TURNED_ROUND = re.compile("的(?:其实|就)?是(?:我|俺|咱|他|她)?们?(?:家|家里)?(?:的|那|这|个)?$")
"""Before whoever did what is told, where that stands first: 去的是|我妹."""

THOSE_WHO = re.compile("的?那(?:帮|些|批|拨|伙)人|的(?:家里|家庭|人家|人)(?![都也]?是|们?我)")
"""Behind what only tells which people are spoken of: 去湖北|的家里, 援鄂|那帮人."""

ONLY_ASKS = re.compile(
    "(?:自己)?(?:就|只|也|还|先|再|其实|主要|刚才|是|来)*(?:[替帮](?:[他她佢]|人))?(?:就|只)?(?:想|要|来)?"
    "(?:问|打听|咨询|请教|想知道|想了解|想晓得|(?:能|可以|该)?(?:去|向|跟)?[^，。？]{0,4}(?:投诉|举报|反映))"
)
"""Right behind the speaker who only says that they ask: 我|问的是算不算工伤."""

ONLY_SAYS = re.compile("(?:也|还|老|总|又|刚才|昨天|今天|就|跟我|同我|对我)*(?:说|讲|话|觉得|认为|以为|听说|告诉我|提过)")
"""Between somebody and a pronoun for another, of whom they say something: 我妈评职称，我舅|说|她能免论文."""

GIVEN_TO = re.compile("(?:给|帮|管|发给?|配给?|写给?|针对|限)$")
"""Before those of whom it is asked whether something is for them."""

REGISTERED = re.compile("(?:家|家里|那边|一个人)?的?(?:户口|户籍|管用|作数|算数|顶用)")
"""Right behind somebody who is only named as the holder of a registration: 姥姥|户口在红桥."""

HOLDS_IT = re.compile("(?:户口|户籍|户口本)(?:是|在|跟|随|落在|挂在)(?:着)?(?:(?:我|俺|咱|他|她)们?(?:家)?的?)?$")
"""Before somebody who is only named as the holder of a registration: 户口是|姥姥的行吗."""

LIKENED = re.compile("(?:像|照|照着|按|按照|比照|同|跟|和)$")
AS = re.compile("(?:们|家|家里|的)?(?:那样|这样|一样|一般|似的|(?:标准|待遇|份)?报)")
"""Before and behind somebody who is only compared with: 照|我|这样报."""

BY = re.compile("(?:被|让|叫|替|帮|像|跟着|随着?|靠着?|凭着?|托)$")
"""Before somebody who is not the one of whom the clause speaks: 我老公被|我传染了, 他跟着|我沾光."""

CALLED = re.compile("打(?:电话|长途)?(?:过去|去|回去)?[给畀俾到]$")
"""Before somebody whom another calls: 我打给|她."""

PASSES_IT_ON = re.compile("们?(?:给|又)?(?:传染|感染|传上|染上)")
"""Behind somebody who passed an infection on: 被家人|传染."""

LIVED_WITH, LIVES = re.compile("(?:跟|和|同|与|挨着?)$"), re.compile("们?(?:一起|一块儿?|一齐|一个屋|身边)?(?:住|过日子|生活)")
"""Before and behind somebody with whom another lives, who is the one spoken of: 我妈跟|我|住."""

IS_AT = re.compile("(?:人|一个人|自己|还|都|现在|目前|一直|单独|他们|她们|两口子|老两口|俩)*(?:在|住在?|留在|回了?|待在|搬到)$")
"""Between somebody and where they are: 我婆婆|人在|广东."""

GOES_ON_AS = re.compile("[，。]?(?:她|他|也|都|就|还)*(?:是|当|做|干|搞)")
"""Behind where somebody is, what they do there: 我姐在深圳|，是护士."""

GETS_AT_HOME = re.compile(
    "家里?(?:每个?月|一个?月|月月|年年|都|也|已经|早就|上个月|这个月)*(?:(?:领|拿|收)(?:到|了|着|过)?|发(?:了|到))(?![^，。？]*[吗么])"
)
"""Behind somebody whose household is told to get what those of medical workers do: 我哥|家每月领一千."""

WITH, GOES_TOO = (
    re.compile("(?:跟|和|同|与|随|陪)着?$"),
    re.compile("们?(?:一起|一块儿?|一齐|一道)?(?:去|走|参加|做|查|疗养|休养|体检)"),
)
"""Before and behind whoever another goes with, who is the one asked of: 我妈跟|我|去行吗."""

DENIES_IT = re.compile("(?:们)?(?:自己)?(?:可)?(?:不是|没有?|冇|唔系)(?:的|啊|呀)?(?=[，。！？；]|$)")
"""Behind the speaker, who only denies of themselves what was said of another: 我弟是护士，|我|不是."""

COUNTED_AS = re.compile("(?:算不算|算得上|算是?|是不是|当得?成?)(?:是|成)?$")
"""Before a word for the family that only says what somebody counts as: 没结婚，我|算|家属吗."""

OWNED_BY, OWN_THEM = ("是", "就是", "系"), re.compile("(?:家|家里)?的(?=[，。！？；]|$)")
"""Between a child and whose it is said to be, and behind those: 孩子|是|我姐|的."""

WANTS = re.compile("想|要|也")
MAY_THEY = re.compile("(?:那|这样?|也)?(?:行|成|可以|能行|得)(?:不行|唔得|不得|不|吗|么|嘛)")
"""Behind whoever wants something, and a clause that only asks whether they may: 我婆婆也|想去，|行不."""

LOOKED_AFTER = re.compile("(?:照看|照顾|照应|照料|看着|看住|看护|伺候|陪着?|盯着|搭把手帮|睇住|睇)(?:一下|下)?$")
"""Before whoever is to be looked after: 社区能照看|她|吗."""

ACTS_FOR = re.compile("[^，。？]{0,3}(?:替|代|帮)(?:我|他|她|佢|本人|着|忙)?[^，。？]{0,3}(?:报|办|领|交|递|填|跑|申请|签)")
"""Behind somebody who does it for the one who gets it: 家属能|替他报吗."""

AWAY = re.compile("们?(?:那边|那头|那儿|那里|嗰边)")
"""Behind a pronoun for somebody who is elsewhere: 爱人去支援，孩子病了，她|那边|看病."""

IT_IS_THEY = re.compile("(?:才|倒|自己|们)*(?:是|系|在|去了?|上了?)(?:的|呢)?(?=$|[，。！？；])")
"""Behind who is said to be what, or where, another was denied to be: 老公不是医护，我|是; 我不在一线，老公|在."""

OF_WORKPLACE = re.compile("的?(?:医院|院里|单位|[^，。？的]?科(?:室|里|主任|的)|科(?=[，。？]|$)|病区|诊所|疾控)")
"""Behind a pronoun: their hospital or ward, of which nothing is said of them: 我爸在|她们|医院门口."""

OBJECT_OF = re.compile(
    "(?:[带帶看顾管接送陪养哄喂湊凑睇守剩留给畀跟和同]|照[看顾应料]|伺候|拉扯|心疼)(?:着|了|下|住|好)?(?:[俩两二]个?|一?个)?(?:我|俺|咱)?们?家?的?$"
)
"""Before somebody to whom or with whom the one spoken of does something: 在家带|娃, 给|孩子做饭, 跟|我妈在家."""

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


_AT_WORK = frozenset({
    *("spouse", "partner", "sibling", "sibling-spouse", "spouse-sibling", "child", "child-in-law", "mother", "father"),
    *("parent-in-law", "cousin", "other"),
})  # fmt: skip
_MANY = re.compile("[俩们]|爸妈|爹妈|父母|爹娘|公婆|岳父母|岳父岳母|公公婆婆|丈人丈母|两老|老人|老两口|长辈")


def may_work(who: str, term: str) -> bool:
    """Whether whoever is called so may be at work: one person, and no child.

    >>> may_work("spouse", "我老婆"), may_work("child", "女儿"), may_work("child", "孩子"), may_work("parent", "爸妈")
    (True, True, False, False)
    """
    return who in _AT_WORK and not term.endswith(ANY_CHILD) and _MANY.search(term) is None


IN_ONE_BREATH = frozenset({"", "、", "和", "跟", "与", "同", "还有"})
"""Between two of whom one thing is asked: 老爸|老妈能去吗."""

BESIDES = re.compile("(?:[他她佢])?(?:自己)?(?:是不是|能不能|可以|能|可)?(?:也|都|跟着|跟住|一起|一块|沾|[跟和同陪随]着?[我俺咱])")
"""Right behind somebody who is asked of besides the one who has it: 我老公|也有吗."""

IS_NONE = re.compile("(?:不|唔)(?:是|系|係|算)|没当")
"""Where it is said that somebody is no medical worker: of a relative that puts nobody outside the documents."""

WORKED = re.compile(
    "[他她佢]?(?:自己|自个儿?|本人)?(?:(?:也|又|才|只|就|共|一共|总共|前后|那边|后来|(?:在|去)[^，。？]{1,8}?)*"
    "(?:上|干|做|值|顶|忙|护理|采样|支援)了?|(?:也|又|才|只|就)?(?:在|去|喺)[^，。？、歇休等陪带躺盼住养玩]{1,12}?了?)(?:整整|足足|有)?"
    "[0-9一二两三四五六七八九十百]+个?(?:天|日|月)(?!前|后|以前|以后|假)"
)
"""Behind somebody whose days of work are told: 我老公|也上了10天; 我|自己在卡口登记12天."""

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

TOO = re.compile("[他她佢]?也")
"""Behind somebody of whom the same holds as of whoever speaks: 我老公|也是护士."""

AT_WORK_SOONER_THAN_ILL = frozenset({"spouse", "partner", "sibling", "sibling-spouse", "spouse-sibling", "cousin", "child-in-law"})
"""Roles of those who, in a hospital, are at work there sooner than ill."""

SELDOM_AT_WORK = frozenset({"parent-in-law", "other"})
"""Roles of those who are asked of for a need of theirs sooner than as who works, where what is asked goes with no work."""

KIN_TO = {
    **dict.fromkeys(("mother", "father", "parent"), "child"),
    **{who: who for who in ("spouse", "partner", "sibling", "cousin", "other")},
    "child": "parent",
    "sibling-spouse": "spouse-sibling",
    "spouse-sibling": "sibling-spouse",
    "parent-in-law": "child-in-law",
    "child-in-law": "parent-in-law",
}
"""Who the medical worker is, seen from a speaker who says to be that to them: 我是医生的儿子, a parent."""

GROWN_UP = frozenset({"spouse", "partner", "child-in-law", "parent-in-law", "sibling-spouse", "spouse-sibling"})
"""What one can only be to somebody grown up: 我是她姨 may be said of a child, 我是她嫂子 is said of the medical worker."""

SAYS_TO_BE = re.compile("(?:^|[，。！])(?:我|俺|咱)就?(?:是|系|係|作为)$")
"""Before somebody's kin, whom the speaker says to be: 我是|她小姑子."""

IS_MINE = re.compile("(?:^|[，。！])(?:他|她|佢)(?:就|可)?(?:是|系|係)(?:(?:我|俺|咱)(?:的|亲|那)?)?$")
"""Before the speaker's kin, who somebody is said to be of whom only a pronoun told: 她是我|嫂子, 她是|我姐."""

I_AM = re.compile("(?:我|俺|咱)们?(?:(?:不是|没当)[^，。？]{1,6}，)?就?(?:是|系|係|作为)[^，。？]{1,12}$")
"""Before the kin of a medical worker, whom the speaker says to be: 我是队员的|老婆."""

OF_THE_WORKER = re.compile("(?:队员|成员|人员|职工|护士|医生|大夫)?(?:的|家|家的|家里的|他|她)")
"""Between a word for medical workers and their kin: 医疗队|队员的|老婆."""

ANOTHER_NAMED = re.compile(
    "(?:(?:我|俺|咱|他|她|佢)[们哋]?)?(?:[科院组班队]室?里?的?|单位的?|隔壁[^，。？]{0,4}?|旁边[^，。？]{0,3}?|同[科事组院]的?)?"
    "(?:[小老阿](?![区孩学时伙病年人家师乡板百])[\u4e00-\u9fff]|[\u4e00-\u9fff](?:主任|护士长|医生|大夫|姐|哥|工|老师)"
    "|别人|人家|他们|她们|其他人|其他同[事志]|另一[个拨批]|别[科院组]|隔壁)"
)
"""Somebody else called by name or as another, behind a word for what they did: 去湖北的是|我们科小王."""

OF_THOSE = re.compile("(?:的|家|家里|的孩子)?呢$")
"""Behind somebody of whom the same is asked: 我的呢."""

_OF_PARENTS = {"mother": "parent", "father": "parent"}
_TOLD_BY_CHILD = {"mother": "spouse", "father": "spouse", "parent": HOUSEHOLD, SELF: "child"}


def seen_by_parents(who: str, told_by_child: bool) -> str:
    """A role as the parents of the child in question see it; ``told_by_child``: the child itself speaks.

    >>> seen_by_parents("mother", False), seen_by_parents("mother", True)
    ('parent', 'spouse')
    """
    return (_TOLD_BY_CHILD if told_by_child else _OF_PARENTS).get(who, who)


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
