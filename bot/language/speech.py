"""What somebody tells that others said or asked: 我弟说他不想干了, 老婆问我她和加班谁重要."""

from __future__ import annotations

import re

from bot.language.questions import asks

_WAS_ASKED = re.compile("(?<![请想要来])问(?:我|俺|咱|他|她|佢)(?!们?(?:家|的|自己))")
_SAYS = re.compile(
    "(?<![我俺咱您你])(?:(?:跟|同|对|和|向)(?:我|俺|咱|人)(?:们|哋)?)?(?:说|讲|念叨|话我知)(?![明法好起白定]|实话|不[定准清好上出])"
)
_SELF = re.compile("[我俺咱](?!爸|妈|爹|娘|们|家|哥|姐|弟|妹|老|奶|爷|女|儿|婆|公|媳|孩|丈|岳|外|姥|爱人|对象|知|听)")


_ASKED_AT_HOME = re.compile(
    "(?<![想请])问(?:是不是)?[他她佢]?(?:妈咪|爹地|妈妈|爸爸|阿妈|阿爸|妈|爸|爹|娘)[^，。；？]*"
    "|(?:怎么|咋|怎样|点样?)(?:跟|同|和|对)[^，。；？]{1,6}(?:说|讲|开口|交代)"
)


def without_asking_at_home(text: str) -> str:
    """孩子问妈妈几时回来，我咋跟他说: what is left without what a child asks a parent, and how to tell it them.

    >>> without_asking_at_home("孩子问妈妈几时回来，我咋跟他说"), without_asking_at_home("想问妈妈一天多少")
    ('孩子，我', '想问妈妈一天多少')
    """
    return _ASKED_AT_HOME.sub("", text)


def reports_what_was_asked(text: str) -> bool:
    """老婆问我她和加班谁重要: tells what somebody was asked; 能报吗，我妈问我 hands on what stands before.

    >>> reports_what_was_asked("老婆问我她和加班谁重要"), reports_what_was_asked("请问我能领多少"), reports_what_was_asked("问我呢")
    (True, False, False)
    """
    found = _WAS_ASKED.search(text)
    return found is not None and found.start() > 0 and not asks(text[: found.start()])


def tells_what_another_says(text: str) -> bool:
    """我弟说他不想干了: tells what somebody else says of themselves, and nothing of the speaker behind it.

    >>> tells_what_another_says("我弟说他不想干了"), tells_what_another_says("儿子跟我讲他想消失")
    (True, True)
    >>> tells_what_another_says("我妈说我不争气"), tells_what_another_says("我跟我妈说不想活了"), tells_what_another_says("不知道跟谁说")
    (False, False, False)
    """
    found = _SAYS.search(text)
    if found is None or found.start() == 0 or found.end() == len(text):
        return False
    return not (_SELF.search(text[: found.start()]) or _SELF.search(text[found.end() :]))
