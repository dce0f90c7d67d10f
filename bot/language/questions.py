"""Whether a stretch of text asks something at all, by which words, and what it asks without what only makes it a question."""

from __future__ import annotations

import re

from bot.language.clauses import Stretch

WHICH = re.compile("多少|(?<![点好十])几|哪|谁|什么|啥|怎|咋|点样|多久|多长|何时|边个")
"""Words that ask which, who, what, how or how many."""

_ASKS = re.compile(
    "|".join(
        (
            # At the end: 吗, 呢, 么, 不, 没.
            r"[吗呢]$|(?<!什)么$|不$|(?<!还)没$|有[^，。]{1,6}(?:没有|冇|无)$|[了过咗](?:没有|冇)[啊呀呢嘞㗎]*$|(?<!^好)的吧$",
            # 派咗未呀, 闹事的会点.
            r"会点$|[了咗过有得到完齐发派批][^，。？]{0,6}(?<!从)未[呀啊㗎呢吖喎]*$",
            # 是干嘛的, 干嘛用的; 名字都报一下.
            r"干[嘛吗](?:的|用)|(?:名字|名称|号码|电话|名单|条件|清单)(?:[都全也]|给我?)*(?:报|说|讲|列|念|写)(?:一下|出来|给我|一报|全)",
            # How many; not 几天前, 几乎, 好几, 几百个.
            r"有多[大高远](?!.{0,2}(?:压力|本事|委屈))|多少(?!都[行好可])|(?<![点好十都])几(?!年前|天前|个?月前|个?礼拜前|乎|[百千万](?:个|号人|人|份|管|遍|趟|步|条))|多久|多长|何时",
            # Which, but not 哪有空; who, but not 爱谁谁, 谁都, 谁家孩子 in a remark.
            r"哪(?!有(?:空|时间|[工功]夫|心[思情]|精力)|敢|顾得)",
            r"(?<!因为)(?<!爱[上干去来要管做])谁(?!家(?:孩子|小孩|娃|[小的]?[猫狗])(?!能|可以|有|算|够|符合|也)"
            r"|[也都]|爱[^，。]{1,3}谁|不(?:会|想|知道|爱|怕|烦|喜欢))",
            # What, how; not 没什么, 我算什么英雄, 什么没见过.
            r"(?<!没)(?<!不问)什么(?!(?<=我算什么)(?:先进|英雄|模范|劳模|东西))(?!没[见吃干听经碰]|世面|风浪)|(?<!没)(?<!不问)啥|怎|咋|点样|边个",
            # A不A, 有没有, 能不能; not 动不动. 报销不报销, 给发不给.
            r"(?!动不动|时不时|要不要脸|三不三)(?P<twice>.)[不唔](?P=twice)(?!的[^吗？]*$)|有没|有冇|能不|要不|真的假的",
            r"(?P<asked>[包管算给发认照能会教送陪看收免补派])[^，。；？]{1,4}[不唔](?P=asked)",
            r"(?P<did>[写讲提定发批留给算来去到收领办交排评涨加补])[没冇](?P=did)",
            # 还是 between two, not 我还是, 最后还是, 还是很.
            r"(?<![我你他她它们也都])(?<!来.去)(?<!最后)(?<!最终)(?<!终于)(?<!结果)(?<!到头来)还是"
            r"(?!多?谢|感谢|辛苦|照样|照旧|老样|那么|这么|那样|这样|挺|很|最(?![后早先])|[个位条](?!人|月)|只(?![给有发能是算按])).",
            # Cantonese 点, asking how.
            r"(?<![0-9一二三四五六七八九十两半早晚快差好有])点(?:算|解|搞|整|返|去|报|申请|攞|揾|计|分|叫|搭|填|至|先|查|赔|领|拎|交|办)",
        )
    )
)
_NOT_PUT = re.compile(
    "(?:忘了|忘记|不记得|不知道|唔知)(?:自己)?(?:(?:在|图|忙|哭|等|想)[等干想忙图做哭]?[些点]?(?:啥|什么|乜|咩)|(?:姓|叫|是)(?:啥|什么|谁|乜))"
    "|(?P<either>.)[不唔](?P=either)[^，。？]{0,6}[都也全](?:是|系)?(?:一个?样|没差|没用|白搭|无所谓|冇所谓|冇分别)"
    "|(?:不知道?|唔知)(?:道?[该要得])?(?:怎么样?|咋|怎样|如何|点样?)(?:跟|同|和|对|向)"
    "(?![^，。？]{0,4}(?:单位|领导|医院|公司|主任|科[里长室]|护士长|人事))[^，。？]{1,6}(?:说|讲|开口|交代|解释)"
    "|(?<![为凭])(?:啥|什么|咩|乜)[^，。？时]{0,3}[都也]没(?!.*[吗没]$)"
    "|说不[上清出]来?(?:是|因)?为?(?:啥|什么|怎么|咋)(?:回事)?|(?:不知道?|唔知)(?:是|因)?(?:为啥|为什么|点解)(?=就|老|总|想哭|会哭|哭|睡|难受|，|。|$)"
)
"""What somebody does not know of themselves, or what is the same either way: nobody else is asked."""

_GOES_ON = re.compile("(?:着|搁|还没|还在|正在|都在|就在).{0,12}呢$")


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
    >>> asks("险给上了没有"), asks("口罩派咗冇"), asks("饭菜没有了"), asks("我还没有")
    (True, True, False, False)
    >>> asks("有车送无"), asks("住的也管的吧"), asks("好的吧")
    (True, True, False)
    >>> asks("名额留没留"), asks("干这行什么没见过"), asks("光说不练谁不会"), asks("大爷搁门口下棋呢")
    (True, False, False, False)
    >>> asks("坐着也不知道在等啥"), asks("都忘了自己姓什么"), asks("不知道在哪办")
    (False, False, True)
    >>> asks("这个台账是干嘛的"), asks("干嘛去了都忘了"), asks("热线号码都报一下"), asks("我跟护士长说一下")
    (True, False, True, False)
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
    >>> asks("不知道怎么跟娃说"), asks("唔知点同阿妈讲"), asks("不知道怎么跟单位说"), asks("怎么跟娃说")
    (False, False, True, True)
    >>> asks("休不休她都一个样"), asks("去不去都没用"), asks("去不去都一样吗")
    (False, False, True)
    >>> asks("闹事的会点"), asks("会点穴")
    (True, False)
    >>> asks("那份保险有多大额"), asks("谁知道有多大压力")
    (True, True)
    >>> asks("派咗口罩未呀"), asks("饭盒到了未"), asks("从未有过"), asks("前途未卜")
    (True, True, False, False)
    >>> asks("换来换去还是我值"), asks("今年还是照样"), asks("发钱还是发东西")
    (False, False, True)
    >>> asks("啥奖都没得过"), asks("为什么都没发"), asks("什么奖也没得过能推吗")
    (False, True, True)
    """
    told = text[:-1] if _GOES_ON.search(text) else text
    return _ASKS.search(_NOT_PUT.sub("", told)) is not None


_PRESSING = re.compile(
    "到底|究竟|可以|能够|应该|知道|告诉|请问|麻烦|现在|目前|今后|[以之]后|[这那][样个些种]|[我咱你他她]们|具体|反正"
    "|其[他它]|别的|一定|真的|直接|还有|另外|[听据]说"
)


def question_words(text: str) -> list[Stretch]:
    """Where a text has the words that make it a question, and those that press for an answer: 到底, 究竟.

    >>> text = "到底什么时候发"
    >>> [text[start:end] for start, end in question_words(text)]
    ['到底', '什么']
    """
    found = [*_ASKS.finditer(text), *WHICH.finditer(text), *_PRESSING.finditer(text)]
    return sorted({(m.start(), m.end()) for m in found})


_LEAVE = re.compile("[，]?(?:这样|都|也)?(?:行不行|可不可以|可唔可以|成不成|得唔得|好不好|(?:可以|行|成|得|好)[吗么嘛不])[呀啊呢]*？*$")


def without_asking_leave(text: str) -> str:
    """今晚不回去可以吗: what leave is asked for.

    >>> without_asking_leave("今晚不回去可以吗？"), without_asking_leave("补助多少")
    ('今晚不回去', '补助多少')
    """
    return _LEAVE.sub("", text)
