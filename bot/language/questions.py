"""The forms of Chinese questions: whether a stretch of text asks, and whether it asks for yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from bot.language.clauses import SENTENCE_MARKS, Stretch, clauses

_ASKS = re.compile(
    "|".join(
        (
            # At the end: 吗, 呢, 么, 不, 没.
            r"[吗呢]$|(?<!什)么$|不$|(?<!还)没$|有[^，。]{1,6}(?:没有|冇|无)$|(?<!^好)的吧$",
            # 派咗未呀, 闹事的会点.
            r"会点$|[了咗过有得到完齐发派批][^，。？]{0,6}(?<!从)未[呀啊㗎呢吖喎]*$",
            # How many; not 几天前, 几乎, 好几, 几百个.
            r"多少(?!都[行好可])|(?<![点好十都])几(?!年前|天前|个?月前|个?礼拜前|乎|[百千万](?:个|号人|人|份|管|遍|趟|步|条))|多久|多长|何时",
            # Which, but not 哪有空; who, but not 爱谁谁, 谁都, 谁家孩子 in a remark.
            r"哪(?!有(?:空|时间|[工功]夫|心[思情]|精力)|敢|顾得)",
            r"(?<!因为)(?<!爱[上干去来要管做])谁(?!家(?:孩子|小孩|娃|[小的]?[猫狗])(?!能|可以|有|算|够|符合|也)"
            r"|[也都]|爱[^，。]{1,3}谁|不(?:会|想|知道|爱|怕|烦|喜欢))",
            # What, how; not 没什么, 我算什么英雄, 什么没见过.
            r"(?<!没)(?<!不问)什么(?!(?<=我算什么)(?:先进|英雄|模范|劳模|东西))(?!没[见吃干听经碰]|世面|风浪)|(?<!没)(?<!不问)啥|怎|咋|点样|边个",
            # A不A, 有没有, 能不能; not 动不动. 报销不报销, 给发不给.
            r"(?!动不动|时不时|要不要脸|三不三)(?P<twice>.)[不唔](?P=twice)(?!的[^吗？]*$)|有没|有冇|能不|要不|真的假的",
            r"(?P<asked>[包管算给发认照能会教送陪看收免补派])[^，。；？]{1,4}[不唔](?P=asked)",
            r"(?P<did>[写讲提定发批留给算来去到收领办交排评])[没冇](?P=did)",
            # 还是 between two, not 我还是, 最后还是, 还是很.
            r"(?<![我你他她它们也都])(?<!来.去)(?<!最后)(?<!最终)(?<!终于)(?<!结果)(?<!到头来)还是"
            r"(?!多?谢|感谢|辛苦|照样|照旧|老样|那么|这么|那样|这样|挺|很|最(?![后早先])|[个位条](?!人|月)|只(?![给有发能是算按])).",
            # Cantonese 点, asking how.
            r"(?<![0-9一二三四五六七八九十两半早晚快差好有])点(?:算|解|搞|整|返|去|报|申请|攞|揾|计|分|叫|搭|填|至|先|查|赔|领|拎|交|办)",
        )
    )
)
_PRESSING = re.compile(
    "到底|究竟|可以|能够|应该|知道|告诉|请问|麻烦|现在|目前|今后|[以之]后|[这那][样个些种]|[我咱你他她]们|具体|反正"
    "|其[他它]|别的|一定|真的|直接|还有|另外|[听据]说"
)
_NOT_PUT = re.compile(
    "(?:忘了|忘记|不记得|不知道|唔知)(?:自己)?(?:(?:在|图|忙|哭|等|想)[等干想忙图做哭]?[些点]?(?:啥|什么|乜|咩)|(?:姓|叫|是)(?:啥|什么|谁|乜))"
    "|说不[上清出]来?(?:是|因)?为?(?:啥|什么|怎么|咋)(?:回事)?|(?:不知道?|唔知)(?:是|因)?(?:为啥|为什么|点解)(?=就|老|总|想哭|会哭|哭|睡|难受|，|。|$)"
)
"""What somebody does not know of themselves: nobody else is asked."""
_GOES_ON = re.compile("(?:着|搁|还没|还在|正在|都在|就在).{0,12}呢$")
_WHICH = re.compile("多少|(?<![点好十])几|哪|谁|什么|啥|怎|咋|点样|多久|多长|何时|边个")
_WHAT_THERE_IS = re.compile(
    "(?:有|得|给|畀)[^，。？]{0,4}(?:什么|啥|哪些|哪几|咩|乜|嘛)|(?:什么|啥|咩|乜)(?:照顾|好处|说法|优惠|待遇|政策|着数)"
)
_ONE_AND_THE_SAME = re.compile(
    "(?:是不是|算不算|是|算|系咪|系)同?一(?:[回码]|[份笔个样件项种]?)(?:事|钱|款|假|险|东西|意思|样东西)?(?=[吗不么吧呀啊嘛嚟㗎？，。]|$)"
    "|[一同两][回码]事|两[码样]东?西?(?=吧|$)|同一[份笔个样件项种]|(?:什么|啥|咩|乜|嘛|有)(?:区别|不同|不一样|差别)|区别|差别"
)
_BOTH = re.compile(
    "(?<![生士夫妻护线家人们的属工员])(?<![我你他她咱]俩)(?<!口子)都[^，。？]{0,2}(?:拿|领|赔|攞)"  # not all of them: 医生护士都
    "|都要(?=[吗么不嘛？]|$)|(?:同时|一起|一块儿?|一齐)[^，。？]{0,2}(?:拿|领|要|享|赔|得|攞)|冲突|重复|叠加|二选一"
    "|(?:赔|给|拿|领|发|攞|有)[了咗][^。？]{2,14}(?P<at>(?:还|仲)(?:给|赔|能|有|发|拿|领|俾|畀))"
)
_AGAINST = re.compile("[的嘅](?:和|跟|与|同埋?|比)[^，。？]{1,16}(?:差|多|高|少)")
_WHAT_ONE_GETS = re.compile(
    "(?:有|得|给|畀|享|拿|领|沾|落|捞|攞)[^，。？]{0,5}(?:什么|啥|哪些|哪几|咩|乜|嘛)|(?:什么|啥|哪些|咩)(?:是)?(?:我|咱)"
)
_ALONE = re.compile("只|光(?!荣)|仅|净系|淨係")
_SHARE = re.compile("[有算][我他她]|份(?!保)|轮[得不]?[上到]|够格|够条件|资格|符合")
_A_NOT_A = re.compile(r"(.)[不唔没冇]\1|有没有|有冇|是不是|能不能|可不可以|要不要")
_DOES_OR_NOT = re.compile(r"(?P<does>[教送管给发免算收包报陪看照查补认派])[^，。；？]{1,4}[不唔没]((?P=does))$")
_PREDICATES = re.compile("[了着过把被给让很太真又也都就才还再刚正在会要想有是去来到说吃看上下做买送打喺已番晒断掉笑哭咗嘅緊紧]")
_STATES = re.compile(
    "(?:我|咱|俺|她|他|您|你)(?:们|家)?(?:自己|自个儿|天天|每天|一直|一般|平时|当时|现在|老|常|从|就|只|跟|和|管|用|住)|[没未]|不(?!动产)"
)
_YES_OR_NO = ("吗", "么", "不")
_ENDS_OPEN = re.compile("(?:没有|冇|没|否|嘛|(?<!从)未|真的|真的假的)[呀啊呢吧嘞㗎]*$")
_EITHER = re.compile("[^，。？]{2,}还是.{2,}|^还是(?!没|不|要|有|能|会|想|得|给|说)[^，。？]{2,}")
_QUESTION_MARK, _LEFT_OPEN = "？", "呢"
_TRUE_OR_RUMOUR = re.compile("真的?(?:还是|假的)")
_DENIES = re.compile("[不没唔冇拒扣]|(?<![特级性区分类识派])别(?!人|的|处|家)|卡住|卡人|停发|停掉|缺(?!勤)|断档|断了|打回|取消")
_MAY = "能"
IS_SO = "是"
"""What asks whether something is so, and the yes to it."""

_ASKED_WITH = {
    _MAY: re.compile("能不能|可不可以|可唔可以|行不行|得唔得|[能行]吗$|行[么不]$|(?:能|可以)[^，。？]{1,12}[吗么不]$"),
    "在": re.compile("在不在[^，。？]{0,8}(?:里头?|内|之列|当中|范围)"),
    IS_SO: re.compile("是不是|系咪|是[^，。？]{1,12}[吗么]$|[对是]吗$|对不对|[是对]吧$"),
}
_OF_WHAT = ("什么", "甚么", "怎么")
_ELLIPTIC = (*_YES_OR_NO, "呢")
_ENDS = "".join(sorted(SENTENCE_MARKS))
_EXPLAINS = re.compile("(就|还|都)?是(?!不是|否|[的啊呀吧吗么呢])[^，。？]{2,}.*|[^，。？]{2,10}[^我你他她它们]的")
_AND_THOSE = re.compile("那.{1,9}呢？?")
_AND_ME = re.compile("(那|哦|嗯|，)*(我|咱|俺|她|他)(们|家)?(的|这样的)?呢[，？ ].+")
_AND_AT_WORK = re.compile("那[^，。？]{1,8}(?:搞|做|干|当|值|跑|负责|上班)[^，。？]{0,8}呢？?")
_THIS_MATTER = re.compile("[这那][个笔份项件点些]?(钱|款|费用|事)|[这那][笔项](?=归|谁|找|由|该|是|要|得|能|怎|咋|啥|什么|几|哪|算|到底)")
_BACK_TO = re.compile("(前面|前头|刚才|刚刚|之前|先前|先头|一开始).{0,8}那?[个笔份项件点桩条些]?(钱|款|费用|事|问题|话题)")
_ASIDE = re.compile("(?:哦|噢|喔|啊|诶|哎|欸|嗯|，)*对了")
_NOT_ASKED = re.compile(
    "[我俺咱]?(?:又?(?:不是|没|没有)(?:在|要|想)*(?:问|说)|不(?:是来)?问(?!什么|啥|别的)|(?:问|说)的(?:不是|唔系))[^，。？]*"
)
_AND_IF = re.compile("那?(?:我|俺|咱)?(要是|如果|假如|万一|不是|不算|不在|没).{1,12}呢？?")
_ONLY_THOSE = re.compile("[的了]?(?:人|那些)?才(?:能|行|可以|可|给|有|发|管|享受|轮|符合)[^，。；]{0,6}?(?:[吗嘛么吧？]|是不是|对不对)")
_ONLY_IF = re.compile("[^，。；]{1,8}才(?:能|行|可以|可|给|有|发|管|享受|轮到|符合)[的吗嘛么吧啊呀]*？?(?:(?<=？)[^，。；？]{1,4})?")
_LIKEWISE = re.compile("那?[^，。？]{1,10}也(管|能|算|有|给|发|行|可以|包|是|按|归|在|照).{0,6}[吗么不没]？?")
_OF_A_TIME = re.compile(
    "[^，。？]{1,14}(?:之后|以后|之前|以前|期间|的时候|那会儿|那阵子?|嗰阵)[^，。？]{0,6}呢？?|[我她他佢]?(?:们|哋)?(?:在|喺)[^，。？]{1,8}[的嘅]呢？?"
)
_AND_SHE = re.compile(
    ".{4,20}，那?([她他我]们?)?(呢|(家|家里|家孩子|的孩子)?(也|能|可以|有|算).{0,8}[吗不么呢没])？?|.{4,80}，那?[她他佢](?:们|哋)?呢？?"
)
_OF_WHOM = re.compile(
    "(?:我|你|您)?(?:就|只|光|单|别|是|在|净|先)*(?:说|问|讲|谈|管|算)(?:的)?(?:是)?(?P<one>[我他她佢您你咱](?:们|哋)?)(?:自己|个人)?[的嘅]?(?:事|那份)?"
    "[，。；]?(?:可|又|也)?(?:不是|没(?:有|在)?|别|唔系|不)(?:说|问|讲|谈|管|算)?(?!(?P=one))[我他她佢您你咱人](?:们|哋|家)?(?:自己)?[的嘅]?(?:事|那份)?[啊呀吧哈]?"
)


def asks(text: str) -> bool:
    """Whether a stretch of text has the form of a question.

    >>> asks("补助要交税吗"), asks("我是护士")
    (True, False)
    >>> asks("不问什么，就说一声"), asks("不问什么"), asks("想问什么时候发")
    (False, False, True)
    >>> asks("上下班包车不包"), asks("那三百算数不算"), asks("发了奖状，还不发钱")
    (True, True, False)
    >>> asks("有个准话没有"), asks("今晚点返屋企"), asks("8点返工"), asks("收工车点叫")
    (True, False, False, True)
    >>> asks("人还在病房里顶着呢"), asks("饭还没吃呢"), asks("那护士呢")
    (False, False, True)
    >>> asks("有车送无"), asks("住的也管的吧"), asks("好的吧")
    (True, True, False)
    >>> asks("名额留没留"), asks("干这行什么没见过"), asks("光说不练谁不会"), asks("大爷搁门口下棋呢")
    (True, False, False, False)
    >>> asks("坐着也不知道在等啥"), asks("都忘了自己姓什么"), asks("不知道在哪办")
    (False, False, True)
    >>> asks("为什么没发"), asks("凭什么没我的"), asks("要人没人"), asks("不知道自己该找谁"), asks("不知道为什么还不发")
    (True, True, False, True, True)
    >>> asks("都给还是只给去湖北的"), asks("按月发还是最后一起发"), asks("还是最累的那拨")
    (True, True, False)
    >>> asks("够不够的，我就是睡不着"), asks("我算什么先进"), asks("谁也没敢说"), asks("因为谁洗碗又吵了一架"), asks("够不够的吗")
    (False, False, False, False, True)
    >>> asks("动不动就摔碗"), asks("哭了半天也说不上为啥"), asks("一天几百个样"), asks("几百块一天"), asks("能不能报")
    (False, False, False, True, True)
    >>> asks("谁家孩子大半夜练琴"), asks("谁家孩子能优先"), asks("最后还是没走成"), asks("最后还是走了")
    (False, True, False, False)
    >>> asks("闹事的会点"), asks("会点穴")
    (True, False)
    >>> asks("派咗口罩未呀"), asks("饭盒到了未"), asks("从未有过"), asks("前途未卜")
    (True, True, False, False)
    >>> asks("换来换去还是我值"), asks("今年还是照样"), asks("发钱还是发东西")
    (False, False, True)
    """
    told = text[:-1] if _GOES_ON.search(text) else text
    return _ASKS.search(_NOT_PUT.sub("", told)) is not None


def question_words(text: str) -> list[Stretch]:
    """Where a text has the words that make it a question, and those that press for an answer: 到底, 究竟.

    >>> text = "到底什么时候发"
    >>> [text[start:end] for start, end in question_words(text)]
    ['到底', '什么']
    """
    found = [*_ASKS.finditer(text), *_WHICH.finditer(text), *_PRESSING.finditer(text)]
    return sorted({(m.start(), m.end()) for m in found})


def predicates(text: str) -> bool:
    """Whether a stretch of text says something of something, and is not the bare name of a matter.

    >>> predicates("食堂今天又是红烧肉"), predicates("一线医务人员慰问金")
    (True, False)
    """
    return _PREDICATES.search(text) is not None


def states(text: str) -> bool:
    """Whether a stretch of text without any other sign of a sentence denies something, or says how it is with somebody.

    >>> states("我天天值班"), states("不进病房"), states("我的补助")
    (True, True, False)
    """
    return _STATES.search(text) is not None


def asks_yes_or_no(text: str) -> bool:
    """Whether a message ends as a question for yes or no.

    >>> asks_yes_or_no("这也算么"), asks_yes_or_no("领导叫什么")
    (True, False)
    """
    said = text.rstrip(_ENDS)
    return said.endswith(_YES_OR_NO) and not said.endswith(_OF_WHAT)


def puts_yes_or_no(text: str) -> bool:
    """Whether a clause asks for yes or no, in whatever form, and for nothing else.

    >>> puts_yes_or_no("我也在里头吗"), puts_yes_or_no("管不管姥姥"), puts_yes_or_no("我该找谁呢")
    (True, True, False)
    >>> puts_yes_or_no("教跳舞不教"), puts_yes_or_no("收钱不收")
    (True, True)
    """
    put = _A_NOT_A.search(text) is not None or _DOES_OR_NOT.search(text.rstrip(_ENDS)) is not None or asks_yes_or_no(text)
    return put and _WHICH.search(text) is None


def asks_for_a_side(question: str) -> bool:
    """Whether a clause asks how, who, when or how many, and not what there is.

    >>> asks_for_a_side("论文拿什么顶"), asks_for_a_side("有啥照顾"), asks_for_a_side("孩子没人带")
    (True, False, False)
    >>> asks_for_a_side("有没有人教怎么备考")
    False
    """
    wants_yes = _A_NOT_A.search(question) or _WHAT_THERE_IS.search(question)
    return _WHICH.search(question) is not None and not wants_yes


def asks_what_one_gets(question: str) -> bool:
    """Whether a clause asks what there is, and of nothing in particular: 我能得着啥.

    >>> [asks_what_one_gets(text) for text in ("我能得着啥", "我能享受哪些", "我该找谁", "我几点上班")]
    [True, True, False, False]
    """
    return _WHAT_ONE_GETS.search(question) is not None


def told_apart_by(text: str) -> list[Stretch]:
    """Where it is asked whether two things are one and the same, or how they differ.

    >>> [told_apart_by(text) != [] for text in ("津贴和补助是不是一份钱", "这俩有啥不一样", "补助是一天三百吗", "是一样东西不")]
    [True, True, False, True]
    """
    return [found.span() for found in _ONE_AND_THE_SAME.finditer(text)]


def had_both_by(text: str) -> list[Stretch]:
    """Where it is asked whether one may have two things together.

    >>> [had_both_by(text) != [] for text in ("能都要吗", "工伤赔了，那份保险还给不给", "都能报什么", "医生护士都能领吗")]
    [True, True, False, False]
    """
    return [found.span("at" if found["at"] else 0) for found in _BOTH.finditer(text)]


def sets_against(text: str) -> bool:
    """Whether what two kinds of people get is set against each other, so that nobody's own case is told.

    >>> sets_against("下病房的跟看大门的差多少"), sets_against("直接接触的比不接触的多几块"), sets_against("我和我爱人一共多少")
    (True, True, False)
    """
    return _AGAINST.search(text) is not None


def asks_for_a_share(words: str) -> bool:
    """Whether words ask for somebody's own share of what is given.

    >>> asks_for_a_share("有我份"), asks_for_a_share("轮得到"), asks_for_a_share("能不能")
    (True, True, False)
    """
    return _SHARE.search(words) is not None


_THERE_IS = re.compile("有没有|有冇|有无|有[^，。？]{1,10}(?:[吗么没不]|没有|冇)[啊呀呢的]*$")


def asks_if_there_is(question: str) -> bool:
    """Whether a clause asks for yes or no whether there is something, not whether somebody has a share of it.

    >>> asks_if_there_is("软件里有心理咨询吗"), asks_if_there_is("有没有我份"), asks_if_there_is("能领吗")
    (True, False, False)
    """
    last = question.rstrip(_ENDS)
    return _THERE_IS.search(last) is not None and not asks_for_a_share(last)


def asked_with(question: str) -> str:
    """The word that a clause for yes or no asks with, and so the yes to it; nothing where it denies, narrows, or asks with none.

    >>> asked_with("我岳父也能行吗"), asked_with("是不是不用考"), asked_with("是不是都免试"), asked_with("要交税吗")
    ('能', '', '是', '')
    >>> asked_with("是不是只有援鄂的才有"), asked_with("值班室在不在改造的范围里")
    ('', '在')
    """
    last = question.rstrip(_ENDS)
    if _DENIES.search(_A_NOT_A.sub("", last[:-1])) is not None or _ALONE.search(last) is not None:
        return ""
    return next((word for word, pattern in _ASKED_WITH.items() if pattern.search(last) is not None), "")


def asks_whether_one_may(question: str) -> bool:
    """Whether a clause asks whether one may have something: that hangs, like 有没有, on who asks.

    >>> asks_whether_one_may("这钱能领吗"), asks_whether_one_may("这钱是按月的吗")
    (True, False)
    """
    return asked_with(question) == _MAY


_LEADS = re.compile("牵头|牵的头|牵个头")


def asks_who_leads(question: str) -> bool:
    """归谁牵头: asks for the unit that leads rather than for a name.

    >>> asks_who_leads("这事归谁牵头"), asks_who_leads("带头的叫啥")
    (True, False)
    """
    return _LEADS.search(question) is not None


class Form(Enum):
    """What kind of answer a question takes."""

    WHETHER = "yes or no"
    EITHER = "one of two"
    OTHER = "a side, or all of it"


def forms_of(text: str, stretches: Iterable[Stretch]) -> tuple[Form, ...]:
    """The forms of the clauses that ask, in their order; a question mark behind a clause counts with it."""
    ends = ((begin, end + text.startswith(_QUESTION_MARK, end)) for begin, end in stretches)
    return tuple(form_of(text[begin:end]) for begin, end in ends)


def form_of(question: str) -> Form:
    """The form of a clause that asks.

    >>> form_of("能报吗"), form_of("有没有车坐呀"), form_of("有个准数没有")
    (<Form.WHETHER: 'yes or no'>, <Form.WHETHER: 'yes or no'>, <Form.WHETHER: 'yes or no'>)
    >>> form_of("是按户发还是按人发"), form_of("几天到账")
    (<Form.EITHER: 'one of two'>, <Form.OTHER: 'a side, or all of it'>)
    >>> form_of("份保险买咗未呀")
    <Form.WHETHER: 'yes or no'>
    >>> form_of("也轮得到我？"), form_of("那我呢？")
    (<Form.WHETHER: 'yes or no'>, <Form.OTHER: 'a side, or all of it'>)
    """
    marked = question.rstrip()
    last = marked.rstrip(_ENDS)
    if _TRUE_OR_RUMOUR.search(last) is not None or puts_yes_or_no(last):
        return Form.WHETHER
    if _WHICH.search(last) is not None:
        return Form.OTHER
    if _EITHER.search(last) is not None:
        return Form.EITHER
    if _ENDS_OPEN.search(last) is not None or (marked.endswith(_QUESTION_MARK) and not last.endswith(_LEFT_OPEN)):
        return Form.WHETHER
    return Form.OTHER


_TO_WAIT = re.compile(
    "[，。！？ ]*(?:那|就|还|又)?(?:是不是|系咪|还是|难道)?(?:要|得|非得|必须|还得)?等(?:到)?[^，。？]{0,6}"
    "(?:完|结束|过去|过后|以后|之后|消停|平息)[了才]?[^，。？我他她你]{0,4}[吗么吧不呢]?[，。？ ]*"
)


def asks_if_to_wait(clause: str) -> bool:
    """等疫情完了再说吗: asks only whether one has to wait, of whatever matter stands beside it.

    >>> asks_if_to_wait("等疫情完了再说吗"), asks_if_to_wait("是不是得等结束以后"), asks_if_to_wait("疫情完了能歇几天")
    (True, True, False)
    """
    return _TO_WAIT.fullmatch(clause) is not None


_THEY_GET = re.compile(
    "(?:那|哦|，)*(?:他|她|佢|人家)?(?:们|哋)?(?:的|嘅)?[^，。？我咱俺]{0,5}(?:能|可以|会|该|得|应该|会不会)?"
    "(?:领|得|拿|有|享受?|给|落|着)(?:到|着|些|点|得)*(?:什么|啥|哪些|咩|乜)"
    "(?:待遇|好处|照顾|说法|补偿|优待|抚恤|东西|补助|保障)?[呢啊呀没吗]?？?"
)


def asks_what_they_get(text: str) -> bool:
    """他爸妈能领啥: asks what somebody spoken of before is given, and names no matter.

    >>> asks_what_they_get("他爸妈能领啥"), asks_what_they_get("家里人有什么待遇"), asks_what_they_get("我爸妈能领啥")
    (True, True, False)
    """
    return _THEY_GET.fullmatch(text) is not None


_A_DAY_GIVES = re.compile("(?:每天|每日|一天|一日|天天)[^，。？]{0,8}(?:多少|几)|(?:哪一?|第几|什么|啥)档")
_CHOICE = re.compile("还是|定系|抑或")
_IN_ALL = re.compile("共|合计|总|加起|加一")


def puts_choice(words: str) -> bool:
    """Whether words put a choice between two: 一回还是年年.

    >>> puts_choice("一回还是年年"), puts_choice("免费")
    (True, False)
    """
    return _CHOICE.search(words) is not None


def asks_for_a_rate(text: str) -> bool:
    """Whether what a day gives is asked, and no sum of days.

    >>> asks_for_a_rate("每天算几百块的"), asks_for_a_rate("一天几百，一共多少"), asks_for_a_rate("算下来多少"), asks_for_a_rate("算哪档")
    (True, False, False, True)
    """
    return _A_DAY_GIVES.search(text) is not None and _IN_ALL.search(text) is None


_WAS_GIVEN = re.compile("(?:给|畀)(?:我|咱|俺)们?[^，。？]{1,5}(?:[了过咗](?!吗|没|么|吧|不)|过了)")


def was_given(clause: str) -> bool:
    """给我记了个功: tells what somebody was given, and asks for nothing.

    >>> was_given("上个月给我记了个功"), was_given("给我算算"), was_given("给我报了吗")
    (True, False, False)
    """
    return _WAS_GIVEN.search(clause) is not None


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


def only_says_of_whom(text: str) -> bool:
    """只讲我的，别讲她的: a message that only says of whom the question is.

    >>> only_says_of_whom("只讲我的，别讲她的"), only_says_of_whom("我问的是我自己，没问他"), only_says_of_whom("别说我了，我不行了")
    (True, True, False)
    """
    return _OF_WHOM.fullmatch(text.rstrip(_ENDS)) is not None


_WHERE_THEY_ARE = re.compile("(?:[他她佢]|人家)(?:们|哋)?(?:那边|那儿|那里|那头|嗰边|嗰度|那地方|当地)(?!.{0,4}(?:的|嘅)(?:人|房))")


def asks_of_where_they_are(text: str) -> bool:
    """她们那边一天呢: asks of the place where somebody spoken of is.

    >>> asks_of_where_they_are("，她们那边一天呢"), asks_of_where_they_are("，她看病有人陪吗")
    (True, False)
    """
    return _WHERE_THEY_ARE.search(text) is not None


def ends_asking(text: str) -> bool:
    """Whether a message ends as a question, be it as short as 她呢."""
    return text.rstrip(_ENDS).endswith(_ELLIPTIC)


def asks_if_only_those(text: str, end: int, stop: int) -> bool:
    """表现好|才行？: asks of what stands before ``end`` whether it is needed, up to ``stop``, and tells nobody's case by it.

    >>> asks_if_only_those("表现好才行？", 3, 6), asks_if_only_those("户口在本区的才有吗", 5, 9), asks_if_only_those("我去了才知道", 3, 6)
    (True, True, False)
    """
    return _ONLY_THOSE.match(text, end, stop) is not None


_NEEDED = re.compile(
    "(?:(?<!觉)(?<!值)(?<!记)(?<!懂)(?<!不)得|必须|非得|非要|一定要|一定得|要求|需要|(?:要不要|用不用|需不需要|是不是(?:得|要|必须)))(?:是|都|要|得)?$"
)
_PUTS_ITSELF = re.compile("(?:要不要|用不用|需不需要|是不是(?:得|要|必须))(?:是|都|要|得)?$")
_THEN_ASKS = re.compile("[^，。；？]{0,4}(?:[吗么嘛？]|不(?=？?$)|才[^，。；]{1,6})")


def asks_if_needed(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """得|跟我住|吗: asks of ``text[start:end]``, in the clause from ``begin`` to ``stop``, whether it is required.

    >>> asks_if_needed("得跟我住吗", 0, 1, 4, 5), asks_if_needed("用不用同住", 0, 3, 5, 5), asks_if_needed("我得跟我妈住", 0, 2, 6, 6)
    (True, True, False)
    """
    before = text[begin:start]
    if _NEEDED.search(before) is None:
        return False
    return _PUTS_ITSELF.search(before) is not None or _THEN_ASKS.match(text, end, stop) is not None


def asks_only_if(text: str) -> bool:
    """那表现好才行？: asks of what was told before whether it takes that.

    >>> asks_only_if("那表现好才行？"), asks_only_if("孩子户口在这才能上小学吗")
    (True, False)
    """
    return _ONLY_IF.fullmatch(text) is not None


_WHO = "(?:[我她他咱佢您]|自己)(?:们|哋)?(?:家|院|科|医院|单位)?"
_ONE_IS_IN = re.compile(
    rf"(?:那|这|也|都|到底|究竟)*(?:([包算免管发给含])唔?不?\1(?:得着|到)?{_WHO}(?:的份|吗)?|(?:包含|包括|算上|轮得到|轮到)(?:不包括)?{_WHO}[吗么不没]"
    f"|有(?:没有|冇)?{_WHO}的?份?[吗么不没]?|{_WHO}(?:有没有份|有份[吗么不没]|有冇份|算不算(?:在内|里头)?|在不在(?:内|里头)))呀?？?。?"
)


def asks_whether_one_is_in(text: str) -> bool:
    """包不包我: asks of something not named whether it is for somebody.

    >>> asks_whether_one_is_in("包不包我？"), asks_whether_one_is_in("有她们院吗"), asks_whether_one_is_in("有我家孩子上学吗")
    (True, True, False)
    """
    return _ONE_IS_IN.fullmatch(text) is not None


def ends_seeking_assent(text: str) -> bool:
    """体检有吧: states what is to be confirmed.

    >>> ends_seeking_assent("体检有吧？"), ends_seeking_assent("我是护士")
    (True, False)
    """
    return text.rstrip(_ENDS).endswith("吧")


_LEAVE = re.compile("[，]?(?:这样|都|也)?(?:行不行|可不可以|可唔可以|成不成|得唔得|好不好|(?:可以|行|成|得|好)[吗么嘛不])[呀啊呢]*？*$")


def without_asking_leave(text: str) -> str:
    """今晚不回去可以吗: what leave is asked for.

    >>> without_asking_leave("今晚不回去可以吗？"), without_asking_leave("补助多少")
    ('今晚不回去', '补助多少')
    """
    return _LEAVE.sub("", text)


def ends_with_the_rest(text: str) -> bool:
    """我妹妹呢: leaves what is asked to what was asked before.

    >>> ends_with_the_rest("那去湖北的呢？"), ends_with_the_rest("谁先垫")
    (True, False)
    """
    return text.rstrip(_ENDS).endswith("呢")


def left_to_before(text: str) -> bool:
    """我婆婆呢，她也憋得慌: a clause says of whom the same is asked as before, and the others only tell.

    >>> left_to_before("我婆婆呢，她也憋得慌"), left_to_before("我是护工"), left_to_before("护工呢，几点开饭")
    (True, False, False)
    """
    asking = [clause for bounds in clauses(text) if asks(clause := text[slice(*bounds)])]
    return bool(asking) and all(ends_with_the_rest(clause) for clause in asking)


def explains(text: str) -> bool:
    """Whether a statement without a subject says who or what was meant before: 是我老公的爸爸, 给家里寄的.

    >>> explains("是我们组的一位护士"), explains("给家里寄的"), explains("家里老人病了"), explains("是不是都有")
    (True, True, False, False)
    """
    return _EXPLAINS.fullmatch(text.rstrip(_ENDS)) is not None


def asks_of_those(text: str) -> bool:
    """那湖北那边的队呢: asks the same of somebody or something else."""
    return _AND_THOSE.fullmatch(text) is not None


def refers_back(text: str) -> bool:
    """谁掏这个钱: speaks of the matter in hand by a word for any."""
    return _THIS_MATTER.search(text) is not None


def goes_back(text: str) -> bool:
    """前面住宿那个事: speaks of a matter from before the one in hand.

    >>> goes_back("前面住宿那个事，有车接吗"), goes_back("这个事归谁管")
    (True, False)
    """
    return _BACK_TO.search(text) is not None


def turns_aside(text: str) -> bool:
    """哦对了，热线多少号: something else comes to mind.

    >>> turns_aside("哦对了，热线多少号"), turns_aside("这就对了")
    (True, False)
    """
    return _ASIDE.match(text) is not None


def not_asked(clause: str) -> bool:
    """我不是问补助: takes a matter back before another is named.

    >>> not_asked("我不是问补助那个"), not_asked("我问的不是补助"), not_asked("我想问补助")
    (True, True, False)
    """
    return _NOT_ASKED.fullmatch(clause) is not None


def asks_of_one_told_next(text: str) -> bool:
    """那我呢，我在食堂做饭: asks the same of somebody, and says then who it is.

    >>> asks_of_one_told_next("那我呢，我在食堂做饭"), asks_of_one_told_next("我妈呢")
    (True, False)
    """
    return _AND_ME.fullmatch(text) is not None


def asks_of_one_at_work(text: str) -> bool:
    """那我对象在防疫站搞消杀呢: asks the same of somebody who does some work.

    >>> asks_of_one_at_work("那我对象在防疫站搞消杀呢"), asks_of_one_at_work("那我妈看病呢")
    (True, False)
    """
    return _AND_AT_WORK.fullmatch(text) is not None


def asks_of_another_case(text: str) -> bool:
    """不是定点医院呢, 回来以后打的呢: asks how it is in another case, at another time, or somewhere else.

    >>> asks_of_another_case("回来以后打的呢"), asks_of_another_case("在外地看的呢"), asks_of_another_case("孩子上学呢")
    (True, True, False)
    """
    return _AND_IF.fullmatch(text) is not None or _OF_A_TIME.fullmatch(text) is not None


def asks_likewise(text: str) -> bool:
    """社区医院的也管吗: asks whether the same holds of others.

    >>> asks_likewise("社区医院的也管吗"), asks_likewise("也要交材料，交什么")
    (True, False)
    """
    return _LIKEWISE.fullmatch(text) is not None


_OF_THE_TOLD = re.compile(
    "[^，。？]{0,8}(?:也|还)(?:能|给|算|管|有|送|发|陪|照|行|可以|包|成)[^，。？]{0,4}[吗么不没嘛]"
    "|(?:那|这样?|就|都|是不是)*[能给算管有送发陪照行成可以得够领拿用享受轮到派来照应份儿]{1,5}(?:吗|么|不|嘛|没)"
)


def asks_of_what_was_told(question: str) -> bool:
    """Whether a clause has no matter of its own but what was told before it: 我家住外区，|给送吗; 我单身，|有我份吗; 爸妈在外地，|也管吗.

    >>> asks_of_what_was_told("给送吗"), asks_of_what_was_told("看病也管吗"), asks_of_what_was_told("补助按天给几块")
    (True, True, False)
    """
    last = question.rstrip(_ENDS)
    return _OF_THE_TOLD.fullmatch(last) is not None or (asks_for_a_share(last) and puts_yes_or_no(last))


_BY_PRONOUN = re.compile("(?<![其吉维])[他她佢]")


def asks_by_pronoun(question: str) -> bool:
    """Whether a clause asks of somebody only by a pronoun: 东西能给她送吗.

    >>> asks_by_pronoun("东西能给她送吗"), asks_by_pronoun("其他的呢")
    (True, False)
    """
    return _BY_PRONOUN.search(question) is not None


def asks_of_the_one_told(text: str) -> bool:
    """我老婆是护士，她呢 or 她也能领吗: says who it is first, then asks the same of them."""
    return _AND_SHE.fullmatch(text) is not None


_WRITTEN = re.compile(
    "[^，。？]{0,12}(?:文件|台账|解读|通知|里[头面边]?|上[头面边]?|条款|政策|原文|规定)[^，。？]{0,6}"
    "(?:到底|究竟|就|是不是|有没有|真的?|都)*(?:写没写|没写|冇写|写了没有?|没提|提没提|没说|说没说|没定|讲没讲|没规定|有没有写)[^，。？]{0,8}[吗么呢啊]?？?"
)


def asks_whether_written(text: str) -> bool:
    """文件里没写吗: asks whether the document has what was asked before.

    >>> asks_whether_written("文件里没写吗"), asks_whether_written("你说的这份文件到底写没写数目"), asks_whether_written("文件里写的啥")
    (True, True, False)
    """
    return asks(text) and _WRITTEN.fullmatch(text.rstrip(_ENDS)) is not None


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
    return left[:-1] if len(left) > _TWO and left[-1] in "的嘅" else left


_TWO = 2

_ADVERBS = re.compile("^[，就又可也都却倒还才]*(?:一直|压根|根本|从来|其实|后来|最后)?")


def without_adverbs(words: str) -> str:
    """What is said behind a subject, without what only joins it: 就没去, 可没去成.

    >>> without_adverbs("就没去"), without_adverbs("根本没去")
    ('没去', '没去')
    """
    return _ADVERBS.sub("", words)


_ALL_ON = re.compile(
    "(?:有关|相关|关于|方面|这块|那块|这类|那类|沾边|挨边)[^，。？]{0,6}(?:(?<![成首])都(?!市|江堰)|(?<!安)全(?![免额职程国])|所有|哪些|统统|逐|一[条项样]一[条项样])"
    "|(?:(?<![成首])都(?!市|江堰)|全部|所有|哪些|统统|凡是)[^，。？]{0,8}(?:有关|相关|沾边|挨边)"
)


def asks_for_all_on(text: str) -> bool:
    """跟食宿有关的都说说: asks for all there is on a matter.

    >>> asks_for_all_on("跟食宿有关的都说说"), asks_for_all_on("有关部门是哪个")
    (True, False)
    """
    return _ALL_ON.search(text) is not None


_ONESELF = re.compile("(?<![给帮替跟和])[我咱俺](?!的|家)")


_OF_CLAUSE_BEFORE = re.compile(
    "还是[^，。？]{2,}|(?:这话?|那|到底|究竟|也)?(?:是|系)?(?:真的?|真话|这样的?|这么回事|有这[回个]?事|这么说的?)(?:吗|么|不|假的|还是假的?|嘛)"
    "|(?:这[样么]?(?:说|做|讲)?)?(?:对|准|是|靠谱|可信|能信)(?:吗|么|嘛|不|不对|不准|不是)|真的假的|是真是假|系咪(?:真)?"
)


def asks_of_clause_before(clause: str) -> bool:
    """Whether a clause only asks if the one before it is so, or names the other of two: 说结束才发，|对吗; 按人算，|还是按户.

    >>> asks_of_clause_before("对吗"), asks_of_clause_before("是真的吗？"), asks_of_clause_before("还是按户")
    (True, True, True)
    >>> asks_of_clause_before("是免费的吗"), asks_of_clause_before("还是没发")
    (False, True)
    """
    return _OF_CLAUSE_BEFORE.fullmatch(clause.rstrip(_ENDS)) is not None


def speaks_of_oneself(clause: str) -> bool:
    """Whether the speaker does something in a clause.

    >>> speaks_of_oneself("单子我回头弄"), speaks_of_oneself("我的补助")
    (True, False)
    """
    return _ONESELF.search(clause) is not None


_OF_A_PLACE = re.compile("(?<!不)是(?!不是)[^，。？我你他她]{2,6}(?:的|人|户口|户籍)(?=$|，|。)")


def is_of_a_place(text: str) -> bool:
    """Whether somebody is told to be of somewhere, as of a place where they are registered: 爷爷是本区的.

    >>> is_of_a_place("爷爷奶奶是本区的"), is_of_a_place("是不是本区的"), is_of_a_place("我妈在本区")
    (True, False, False)
    """
    return _OF_A_PLACE.search(text) is not None
