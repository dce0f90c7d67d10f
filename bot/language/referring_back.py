"""What a question goes back to: the matter in hand or one before it, the clause before, what was told; or that it turns aside."""

from __future__ import annotations

import re

from bot.language.asked_for_what import asks_for_a_share
from bot.language.clauses import Stretch, clauses, without_end
from bot.language.question_forms import ends_with_the_rest, puts_yes_or_no
from bot.language.questions import asks


def left_to_before(text: str) -> bool:
    """我婆婆呢，她也憋得慌: a clause says of whom the same is asked as before, and the others only tell.

    >>> left_to_before("我婆婆呢，她也憋得慌"), left_to_before("我是护工"), left_to_before("护工呢，几点开饭")
    (True, False, False)
    """
    asking = [clause for bounds in clauses(text) if asks(clause := text[slice(*bounds)])]
    return bool(asking) and all(ends_with_the_rest(clause) for clause in asking)


_THIS_MATTER = re.compile("[这那][个笔份项件点些]?(钱|款|费用|事)|[这那][笔项](?=归|谁|找|由|该|是|要|得|能|怎|咋|啥|什么|几|哪|算|到底)")


def refers_back(text: str) -> bool:
    """谁掏这个钱: speaks of the matter in hand by a word for any."""
    return _THIS_MATTER.search(text) is not None


_BACK_TO = re.compile("(前面|前头|刚才|刚刚|之前|先前|先头|一开始).{0,8}那?[个笔份项件点桩条些]?(钱|款|费用|事|问题|话题)")


def goes_back(text: str) -> bool:
    """前面住宿那个事: speaks of a matter from before the one in hand.

    >>> goes_back("前面住宿那个事，有车接吗"), goes_back("这个事归谁管")
    (True, False)
    """
    return _BACK_TO.search(text) is not None


_ASIDE = re.compile("(?:哦|噢|喔|啊|诶|哎|欸|嗯|，)*对了")


def turns_aside(text: str) -> bool:
    """哦对了，热线多少号: something else comes to mind.

    >>> turns_aside("哦对了，热线多少号"), turns_aside("这就对了")
    (True, False)
    """
    return _ASIDE.match(text) is not None


_NOT_ASKED = re.compile(
    "[我俺咱]?(?:又?(?:不是|没|没有)(?:在|要|想)*(?:问|说)|不(?:是来)?问(?!什么|啥|别的)|(?:问|说)的(?:不是|唔系))[^，。？]*"
)


def not_asked(clause: str) -> bool:
    """我不是问补助: takes a matter back before another is named.

    >>> not_asked("我不是问补助那个"), not_asked("我问的不是补助"), not_asked("我想问补助")
    (True, True, False)
    """
    return _NOT_ASKED.fullmatch(clause) is not None


_OF_THE_TOLD = re.compile(
    "[^，。？]{0,8}(?:也|还)(?:能|给|算|管|有|送|发|陪|照|行|可以|包|成)[^，。？]{0,4}[吗么不没嘛]"
    "|(?:那|这样?|就|都|是不是)*[能给算管有送发陪照行成可以得够领拿用享受轮到派来照应份儿]{1,5}(?:吗|么|不|嘛|没)"
)


def asks_of_what_was_told(question: str) -> bool:
    """Whether a clause has no matter of its own but what was told before it: 我家住外区，|给送吗; 我单身，|有我份吗; 爸妈在外地，|也管吗.

    >>> asks_of_what_was_told("给送吗"), asks_of_what_was_told("看病也管吗"), asks_of_what_was_told("补助按天给几块")
    (True, True, False)
    """
    last = without_end(question)
    return _OF_THE_TOLD.fullmatch(last) is not None or (asks_for_a_share(last) and puts_yes_or_no(last))


_WRITTEN = re.compile(
    "[^，。？]{0,12}(?:文件|台账|解读|通知|里[头面边]?|上[头面边]?|条款|政策|原文|规定)[^，。？]{0,6}"
    "(?:到底|究竟|就|是不是|有没有|真的?|都)*(?:写没写|没写|冇写|写了没有?|没提|提没提|没说|说没说|没定|讲没讲|没规定|有没有写)[^，。？]{0,8}[吗么呢啊]?？?"
)


_WRITTEN_ANYWHERE = re.compile(
    "[这那]?份?(?:文件|台账|解读|通知)(?:里[头面边]?|上[头面边]?)?(?:到底|究竟|就|是不是|有没有|真的?|都)*"
    "(?:写没写|写了没有?|写了(?:吗|么)|写明没|冇写|有没有写|提没提|说没说|讲没讲|规定没规定)"
)


def whether_written(text: str) -> list[Stretch]:
    """Where a text only asks whether the document has what is asked: |文件里写没写|名额, of which 文件 names nothing.

    >>> whether_written("就想问文件里写没写名额"), whether_written("文件怎么写的")
    ([(3, 9)], [])
    """
    return [found.span() for found in _WRITTEN_ANYWHERE.finditer(text)]


def asks_whether_written(text: str) -> bool:
    """文件里没写吗: asks whether the document has what was asked before.

    >>> asks_whether_written("文件里没写吗"), asks_whether_written("你说的这份文件到底写没写数目"), asks_whether_written("文件里写的啥")
    (True, True, False)
    """
    return asks(text) and _WRITTEN.fullmatch(without_end(text)) is not None


_TURNED_DOWN = re.compile("(?:(?<![是系])(?:不是|唔系|唔係)|不图|不为)(?:来|为了?|想|要|问|找)*$")


def turned_down(text: str, start: int) -> bool:
    """Whether what stands at a place is said not to be what somebody is after: 我不是来|要钱|，就想找个人帮忙.

    >>> turned_down("我不是要钱", 3), turned_down("是不是要钱", 3), turned_down("不用要钱", 2)
    (True, False, False)
    """
    return _TURNED_DOWN.search(text[:start]) is not None


_TIME_TOLD = re.compile(
    "(?:[这前头近过好十呢嗰]|(?<![，。？！；\\s])(?<!^)那)几(?=[天日年周]|个?(?:月|礼拜|星期|钟))|(?<=[了过])几(?=[次回趟场顿架][^，。？吗呢了])"
)


_SOME_DAYS = re.compile("(?:想|打算|准备)(?:去|出去|回去|回家|到)[^，。？能可有多]{0,4}(几天)(?=[，。]|$)")


def time_told(text: str) -> list[Stretch]:
    """Where a text tells of some time, or how often, and asks for no number of it: 这|几个月, 前|几天, 吵了|几次架; 那几天 at the
    beginning may ask.

    >>> time_told("这几个月写的总结"), time_told("要几天"), time_told("那几天能到"), time_told("忙的那几天")
    ([(0, 2)], [], [], [(2, 4)])
    >>> time_told("我想去歇几天，行不"), time_told("想知道能去几天")
    ([(4, 6)], [])
    >>> time_told("跟家里吵了几次架"), time_told("打了几次了"), time_told("能打几次电话")
    ([(5, 6)], [], [])
    """
    told = [found.span() for found in _TIME_TOLD.finditer(text)]
    return [*told, *(found.span(1) for found in _SOME_DAYS.finditer(text))]


_HEADS_TOLD = re.compile(
    "(?:一共|总共|统共|拢共|合共|合计)(?:就|才|只|也就)?有?"
    "(?=(?:[0-9]+|[一二两三四五六七八九十百]+)(?:[来多几]?[个名位号]){1,2}(?:人|护士|医生|大夫|同事|医护))"
)


def heads_told(text: str) -> list[Stretch]:
    """Where a text only tells how many people there are, and wants no sum: 我们科|一共|六个人.

    >>> heads_told("我们科一共六个人"), heads_told("一共多少"), heads_told("一共六天")
    ([(3, 5)], [], [])
    """
    return [found.span() for found in _HEADS_TOLD.finditer(text)]


_OF_CLAUSE_BEFORE = re.compile(
    "还是[^，。？]{2,}|(?:这话?|那|到底|究竟|也)?(?:是|系)?(?:真的?|真话|这样的?|这么回事|有这[回个]?事|这么说的?)(?:吗|么|不|假的|还是假的?|嘛)"
    "|(?:这[样么]?(?:说|做|讲)?)?(?:对|准|是|靠谱|可信|能信)(?:吗|么|嘛|不|不对|不准|不是)|真的假的|是真是假|系咪(?:真)?"
    "|(?:这|那|到底|究竟|具体)?(?:是|系)(?:个|些|做)?(?:什么|啥|咩|乜|干嘛|干啥|干什么|做什么|怎么回事|什么意思)(?:东西|活动|来的|来头)?(?:的)?"
)


def asks_of_clause_before(clause: str) -> bool:
    """Whether a clause only asks if the one before it is so, what it is, or names the other of two: 说结束才发，|对吗; 按人算，|还是按户.

    >>> asks_of_clause_before("对吗"), asks_of_clause_before("是真的吗？"), asks_of_clause_before("还是按户")
    (True, True, True)
    >>> asks_of_clause_before("是免费的吗"), asks_of_clause_before("还是没发")
    (False, True)
    >>> asks_of_clause_before("是什么"), asks_of_clause_before("是什么时候")
    (True, False)
    """
    return _OF_CLAUSE_BEFORE.fullmatch(without_end(clause)) is not None
