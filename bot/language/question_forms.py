"""The form of a question: for yes or no, between two, or which, who and how; and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from bot.language.asked_with import A_NOT_A, DOES_OR_NOT
from bot.language.clauses import Stretch, without_end
from bot.language.questions import WHICH

_YES_OR_NO = ("吗", "么", "不")
_OF_WHAT = ("什么", "甚么", "怎么")


def asks_yes_or_no(text: str) -> bool:
    """Whether a message ends as a question for yes or no.

    >>> asks_yes_or_no("这也算么"), asks_yes_or_no("领导叫什么")
    (True, False)
    """
    said = without_end(text)
    return said.endswith(_YES_OR_NO) and not said.endswith(_OF_WHAT)


def puts_yes_or_no(text: str) -> bool:
    """Whether a clause asks for yes or no, in whatever form, and for nothing else.

    >>> puts_yes_or_no("我也在里头吗"), puts_yes_or_no("管不管姥姥"), puts_yes_or_no("我该找谁呢")
    (True, True, False)
    >>> puts_yes_or_no("教跳舞不教"), puts_yes_or_no("收钱不收")
    (True, True)
    """
    put = A_NOT_A.search(text) is not None or DOES_OR_NOT.search(without_end(text)) is not None or asks_yes_or_no(text)
    return put and WHICH.search(text) is None


_WHAT_THERE_IS = re.compile(
    "(?:有|得|给|畀)[^，。？]{0,4}(?:什么|啥|哪些|哪几|咩|乜|嘛)|(?:什么|啥|咩|乜)(?:照顾|好处|说法|优惠|待遇|政策|着数)"
)


def asks_for_a_side(question: str) -> bool:
    """Whether a clause asks how, who, when or how many, and not what there is.

    >>> asks_for_a_side("论文拿什么顶"), asks_for_a_side("有啥照顾"), asks_for_a_side("孩子没人带")
    (True, False, False)
    >>> asks_for_a_side("有没有人教怎么备考")
    False
    """
    wants_yes = A_NOT_A.search(question) or _WHAT_THERE_IS.search(question)
    return WHICH.search(question) is not None and not wants_yes


_WHO_DOES = re.compile(
    "(?<![找问跟向给和对比])(?:谁|边个)(?!能|可以|可|有|的|嘅|家|才|都|也|算|符合|够|享|得|领|拿|说了算|牵头|负责|主管|在管|盯|出钱|掏|付|垫|给钱|先|[呢呀啊吗，。？]|$)"
)


def asks_who_does(question: str) -> bool:
    """Whether a clause asks who does something, not who gets it, pays or is in charge: 谁来教.

    >>> [asks_who_does(text) for text in ("是谁来辅导", "家里菜谁帮买", "该找谁", "谁能领", "谁牵头", "那是谁")]
    [True, True, False, False, False, False]
    """
    return _WHO_DOES.search(question) is not None


class Form(Enum):
    """What kind of answer a question takes."""

    WHETHER = "yes or no"
    EITHER = "one of two"
    OTHER = "a side, or all of it"


_QUESTION_MARK = "？"


def forms_of(text: str, stretches: Iterable[Stretch]) -> tuple[Form, ...]:
    """The forms of the clauses that ask, in their order; a question mark behind a clause counts with it."""
    ends = ((begin, end + text.startswith(_QUESTION_MARK, end)) for begin, end in stretches)
    return tuple(form_of(text[begin:end]) for begin, end in ends)


_ENDS_OPEN = re.compile("(?:没有|冇|没|否|嘛|(?<!从)未|真的|真的假的)[呀啊呢吧嘞㗎]*$")
_EITHER = re.compile("[^，。？]{2,}还是.{2,}|^还是(?!没|不|要|有|能|会|想|得|给|说)[^，。？]{2,}")
_TRUE_OR_RUMOUR = re.compile("真的?(?:还是|假的)")


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
    last = without_end(marked)
    if _TRUE_OR_RUMOUR.search(last) is not None or puts_yes_or_no(last):
        return Form.WHETHER
    if WHICH.search(last) is not None:
        return Form.OTHER
    if _EITHER.search(last) is not None:
        return Form.EITHER
    if _ENDS_OPEN.search(last) is not None or (marked.endswith(_QUESTION_MARK) and not ends_with_the_rest(last)):
        return Form.WHETHER
    return Form.OTHER


_CHOICE = re.compile("还是|定系|抑或")


def puts_choice(words: str) -> bool:
    """Whether words put a choice between two: 一回还是年年.

    >>> puts_choice("一回还是年年"), puts_choice("免费")
    (True, False)
    """
    return _CHOICE.search(words) is not None


_ONE_THING_OF_BOTH = re.compile("[^，。？、]{1,5}的(?!话|$)")


def ends_in_one_thing(text: str, joined: int) -> bool:
    """Whether what is joined at a place of a text is two owners of one thing that follows: 医护和|家属的指引.

    >>> ends_in_one_thing("医护和家属的指引", 3), ends_in_one_thing("补休和年假", 3)
    (True, False)
    """
    return _ONE_THING_OF_BOTH.match(text, joined) is not None


def ends_asking(text: str) -> bool:
    """Whether a message ends as a question, be it as short as 她呢."""
    return ends_with_the_rest(text) or without_end(text).endswith(_YES_OR_NO)


def ends_seeking_assent(text: str) -> bool:
    """体检有吧: states what is to be confirmed.

    >>> ends_seeking_assent("体检有吧？"), ends_seeking_assent("我是护士")
    (True, False)
    """
    return without_end(text).endswith("吧")


def ends_with_the_rest(text: str) -> bool:
    """我妹妹呢: leaves what is asked to what was asked before.

    >>> ends_with_the_rest("那去湖北的呢？"), ends_with_the_rest("谁先垫")
    (True, False)
    """
    return without_end(text).endswith("呢")


_ANOTHER_KIND = re.compile("(?:[的嘅]|[那这](?:一?块|边|头|方面|项|个))呢$")


def puts_another_kind(text: str) -> bool:
    """医院治安的呢, 入学那块呢: puts something else of the same kind, not a case of the same matter.

    >>> puts_another_kind("入学那块呢？"), puts_another_kind("要是打人呢")
    (True, False)
    """
    return _ANOTHER_KIND.search(without_end(text)) is not None
