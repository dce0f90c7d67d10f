"""Forms by which somebody steers a talk: names the next matter, leaves the rest out, puts one thing for another, says it is answered."""

from __future__ import annotations

import re

_POLITE = "(?:那|您|你|要不|还是|干脆|请|麻烦|唔该|先|帮我|给我)*"
_TELL = "(?:说说?|讲讲?|谈谈?|提|看看?(?!病|医)|问|挑|拣|答|回|列|要|想知道|想听|想看|介绍)"
_ENOUGH = "(?:就|便)?(?:行|成|好|够|可以|得|中)(?:了|啦)?"
_NARROWS = re.compile(
    f"{_POLITE}(?:就|只|光|单|净|仅)(?:给我)?{_TELL}(?!什么|啥|了|过|不|没|是|给一|给援|[^，。？]*(?:就|才))(?P<a>[^，。？]{{2,}})"
    f"|{_POLITE}(?:挑|拣|捡)(?P<b>[^，。？]{{2,10}}?)(?:来)?(?:说|讲|谈|列|给我)[^，。？]{{0,2}}"
    f"|{_POLITE}(?P<c>[^，。？]{{1,12}}?(?:的|部分|块|条|项|方面)(?:那些)?){_ENOUGH}"
)

_DENIED = (
    "(?:我|俺|咱)?(?:(?:问|说|讲|指|要)的|想问的?|想知道的?)?(?:唔系|不是|不系|唔係)[^，。？]{1,14}，"
    "(?:而)?(?:就?是|系|係)[^，。？]{2,}.*"
)
_MEANT = (
    "[^？]{1,20}，(?:而是|是)?(?:我|俺|咱)?(?:其实|就)?(?:是)?想?(?:问|说|讲|指)"
    "(?:的?就?是|嘅系|嘅係|[我俺咱](?:自己|自个)?|的)[^，。？]{2,}.*"
)
_INSTEAD = re.compile(f"{_DENIED}|{_MEANT}")

_ANSWERED = re.compile(
    "(?=.*(?:已经|[了啦喇过晒]))(?:已经?|都|刚才|刚刚|早就?|也|倒是|我|您|你|同事|单位|他们|人家|大家)[^，。？]{0,8}"
    "(?:(?:说|讲|答|解释|交代|弄|搞|问)(?:得|的)?(?:很|挺|够|蛮)?(?:清楚|明白|仔细|透)|(?:告诉|回答|答复|讲给|通知)(?:过)?我|(?:知道|晓得|明白|清楚|了解|记下|问到|查到|搞懂|弄懂))"
    "[^，。？]{0,8}?[了啦喇咯]?[^，。？]{0,4}"
)
_STILL = re.compile("[吗么呢？]|怎|咋|(?:还|仍)?(?:不|没|唔|冇)(?:太|大|很)?(?:知道|晓得|清楚|明白|了解|懂)|想(?:知道|了解)")

_NEXT = "(?:哦|噢|啊|嗯|那|好|对了|诶|哎)*(?:顺便|顺带|顺手|再|还|仲|又|另外|最后|先)*"
_ABOUT = "(?:关于|有关)?(?:那个|这个)?"
_ASKING = "(?:想|要|来)?(?:问|打听|咨询|请教|了解|讲|说|聊)(?:一下|一嘴|一声|一句|多一句|下|个|句|声|多句)?"
_BESIDES = "(?:还有|仲有|再有|另外|再就是|还有就是|再一个|还一个)(?:一?个|件事|一?样|就是)?"
_NAMED = "(?!(?:一|几|两)?(?:遍|次|下|回)|清|详|细|具体|明白|吧|不定|起来)(?P<what>[^，。？]{2,10})"
_RAISES = re.compile(
    f"(?:(?:{_NEXT}(?<=[顺便带手再还仲又外后])|(?=问[一下个]|打听|咨询)){_ASKING}|{_NEXT}{_BESIDES}){_ABOUT}{_NAMED}"
)
_TOLD_OF = re.compile("[了着过咗没不未冇唔]|[在是有去也都就正刚才会把被]|[吧呗啊呀嘛]$")


def raises(clause: str) -> bool:
    """Whether a clause does no more than name the next matter to be spoken of: 再问下|话费, 还有|孩子上学.

    >>> raises("再问下话费"), raises("还有孩子上学"), raises("顺便问一下工伤的事"), raises("问下保险")
    (True, True, True, True)
    >>> raises("再说一遍"), raises("还有两个孩子在家"), raises("还有我妈也病了"), raises("再说吧"), raises("我再问问")
    (False, False, False, False, False)
    """
    found = _RAISES.fullmatch(clause)
    return found is not None and _TOLD_OF.search(found["what"]) is None


def narrowed_to(clause: str) -> tuple[int, int] | None:
    """Where the part stands that alone is wanted, in a clause that leaves the rest out: 就说|孩子上学的, 挑|要紧的|说.

    >>> clause = "就说孩子上学的"
    >>> clause[slice(*narrowed_to(clause))], narrowed_to("他们就说没有"), narrowed_to("只要在一线就有吗")
    ('孩子上学的', None, None)
    """
    found = _NARROWS.fullmatch(clause)
    return next(found.span(name) for name in ("a", "b", "c") if found[name] is not None) if found is not None else None


def names_instead(text: str) -> bool:
    """Whether one thing is put in the place of another, and not only denied: 不是家里那份，是我自己每天的.

    >>> names_instead("不是家里那份，是我自己每天的"), names_instead("不，我问的是津贴"), names_instead("不是护士，在食堂做饭")
    (True, True, False)
    """
    return _INSTEAD.fullmatch(text) is not None


def says_answered(clause: str) -> bool:
    """Whether a clause says that something is known or was told already: 收不收费您已经讲清楚了.

    >>> says_answered("收不收费您已经讲清楚了"), says_answered("同事告诉我了"), says_answered("你讲清楚点"), says_answered("我还不清楚")
    (True, True, False, False)
    """
    return _ANSWERED.search(clause) is not None and _STILL.search(clause) is None
