"""Which part somebody has in a clause: who gets, pays, acts, goes along, is only compared with, only asks."""

from __future__ import annotations

import re

PAYS = re.compile(
    "(?:家里?)?(?:自己|自个儿?|个人)?(?:还|也|都|得|要|用|需要|必须|该|再|先|来|全|自己|自个儿?)*"
    "(?:掏|出(?:多少|吗|不|[^，。？院门差来去]{0,3}[费钱])|交|付|垫|花|买单|负担|承担|贴)"
)
"""Behind the speaker or 自己: whoever is to pay, and nobody set against the one spoken of."""

DOES_FOR = re.compile(
    "们?(?:自己)?(?:能不能|可不可以|可唔可以|能|可以|想)?(?:去|来|过去|进去)?"
    "(?:[给帮替](?:他|她|佢)们?)?(?:送(?:点|些)?(?:饭|餐|汤|菜|衣服|东西|吃的|药|被子)|看看?(?:他|她|佢)|看望|探望|探视|探班|照[顾看料应](?:他|她|佢))"
)
"""Behind the speaker who only wants to do something for the one spoken of: 我|能不能去送饭."""

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

WANTS = re.compile("想|要|也")

MAY_THEY = re.compile("(?:那|这样?|也)?(?:行|成|可以|能行|得)(?:不行|唔得|不得|不|吗|么|嘛)")
"""Behind whoever wants something, and a clause that only asks whether they may: 我婆婆也|想去，|行不."""

LOOKED_AFTER = re.compile("(?:照看|照顾|照应|照料|看着|看住|看护|伺候|陪着?|盯着|搭把手帮|睇住|睇)(?:一下|下)?$")
"""Before whoever is to be looked after: 社区能照看|她|吗."""

ACTS_FOR = re.compile("[^，。？]{0,3}(?:替|代|帮)(?:我|他|她|佢|本人|着|忙)?[^，。？]{0,3}(?:报|办|领|交|递|填|跑|申请|签)")
"""Behind somebody who does it for the one who gets it: 家属能|替他报吗."""

OBJECT_OF = re.compile(
    "(?:[带帶看顾管接送陪养哄喂湊凑睇守剩留给畀跟和同]|照[看顾应料]|伺候|拉扯|心疼)(?:着|了|下|住|好)?(?:[俩两二]个?|一?个)?(?:我|俺|咱)?们?家?的?$"
)
"""Before somebody to whom or with whom the one spoken of does something: 在家带|娃, 给|孩子做饭, 跟|我妈在家."""

IN_ONE_BREATH = frozenset({"", "、", "和", "跟", "与", "同", "还有"})
"""Between two of whom one thing is asked: 老爸|老妈能去吗."""

BESIDES = re.compile("(?:[他她佢])?(?:自己)?(?:是不是|能不能|可以|能|可)?(?:也|都|跟着|跟住|一起|一块|沾|[跟和同陪随]着?[我俺咱])")
"""Right behind somebody who is asked of besides the one who has it: 我老公|也有吗."""
