"""Whose days are told: one or the other of several people, newcomers, everybody, what all of them come to."""

from __future__ import annotations

import re

from bot.language.clauses import clauses
from bot.language.numerals import RUN, bounds_of

PEOPLE_SET_RIGHT = re.compile(rf"不是(?P<old>{RUN})[个名位][^，。；0-9]{{0,3}}，?(?:应该|而|其实)?是(?P<new>{RUN})[个名位]")
"""不是3个，是4个."""

SEVERAL_PEOPLE = re.compile(r"(?:[2-9]|\d\d|[二两三四五六七八九十])[个名位]")

_BY_SO_MUCH = re.compile("[多少晚早迟差缺短欠]|又|再|还")


def by_so_much(before: str) -> bool:
    """Whether a count may be by how much somebody's days differ from others', and not what they come to: 其中一个|少干了3天.

    >>> by_so_much("少干了"), by_so_much("只干了")
    (True, False)
    """
    return _BY_SO_MUCH.search(before) is not None


_WORKED_FEWER = re.compile(r"(?<![多不至最没])少(?:[干上做去值待呆守采顶来排忙]了?)?$")


def worked_fewer(before: str) -> bool:
    """Whether so many days fewer than those just told were worked: 第二轮少干了|2天.

    >>> worked_fewer("第二轮少干了"), worked_fewer("至少干了"), worked_fewer("少算了")
    (True, False, False)
    """
    return _WORKED_FEWER.search(before) is not None


_CLEFT = re.compile("的(?:那个|那位)?(?:就)?[是系]")


def is_said_to_be_of(following: str) -> int:
    """How many characters behind a count say that it is of whoever is named next: 病房25天|的是|我爱人; 0 if none do.

    >>> is_said_to_be_of("的是我爱人"), is_said_to_be_of("的补助")
    (2, 0)
    """
    match = _CLEFT.match(following)
    return match.end() if match is not None else 0


_THE_SAME = re.compile("(?:也是|也一样|也是一样|也是的|一样)(?=，|。|；|$)")


def says_the_same(following: str) -> bool:
    """Whether what follows somebody says that it is with them as it was told before: 我师傅|也是，比我少4天.

    >>> says_the_same("也是，比我少4天"), says_the_same("也是护士")
    (True, False)
    """
    return _THE_SAME.match(following) is not None


A_DAY_TOGETHER = re.compile(r"(?:[一1每][天日]|日)(?!一共|不)")
"""One day, of which it is asked what several people get for it."""

_MORE_OR_LESS = re.compile("(?<![最至])(?P<sign>[多少])(?:[干上做去值待呆守采顶来排忙]了?)?$")


def by_how_much(before: str) -> int:
    """1 if the days behind these words are by how many more somebody worked than another, -1 if by how many fewer, else 0.

    >>> by_how_much("他少"), by_how_much("她多干了"), by_how_much("她干了")
    (-1, 1, 0)
    """
    match = _MORE_OR_LESS.search(before)
    return 0 if match is None else 1 if match["sign"] == "多" else -1


LONE_ONE = re.compile(
    r"(?:(?<=[，。；：、(天日])|^|(?<=其中))(?:(?:另外?|还有)?[一1]个(?:人|护士|大夫|医生)?)"
    r"(?=[^，。；]{0,6}\d|[^，。；]{0,6}[一二三四五六七八九十两])"
)
"""One of two people, who is told of apart: 一个2月3号到2月29号，另一个…."""

OTHER_ONE = "另一个"
"""What the other of two is called who are told of by their counts alone."""

NEWCOMERS = re.compile(
    r"(?:又|再|还|后来|后面)(?:添|来|加|多|调来|补|进|增加|新来|新添|添加|补进|并进)了?"
    rf"(?P<number>{RUN}|[两俩])[个名位][^，。；\d]{{0,6}}"
)
"""又添了一个人: so many more people."""

_HOMES = re.compile(
    r"(?<![\d一二三四五六七八九十第])(?P<number>[2-9两俩三四五六七八九])"
    r"(?:个家庭|户(?![口籍])|家(?=[，。；？的一合加总共都各每慰统拢全通住]|人家|子|$))"
)
"""两家合起来: more than one household; not 两户口."""

_OWN_HOME = "[我咱俺他她]们?家"
_OTHER_HOME = r"[^，。；、和跟与同及里有是都各领\d]{0,4}(?<![国大专])家(?![人里属长庭伙具务教])"
_LINK = "(?:和|跟|与|同|及|、|还有|加上?)"
_HOMES_JOINED = re.compile(rf"{_OWN_HOME}(?:{_LINK}{_OTHER_HOME})+|{_OTHER_HOME}{_LINK}{_OWN_HOME}")
"""Homes told by whose they are: 我家和我姐家."""

_EACH_HOME = re.compile(r"每一?[户家]|家家|户户|各[户家]|各过各|各[领拿有]|[户家](?:人家|子)?(?:都(?:是|有)|各)")


def homes_told_apart(text: str) -> int:
    """How many homes are told of, of each of which the same is said; 0 where it is not said of each, or their number is open.

    >>> homes_told_apart("两户人家，每户领4个月"), homes_told_apart("两家一共领了4个月"), homes_told_apart("两家都有护士，三户一共")
    (2, 0, 0)
    >>> homes_told_apart("两家住，每家领了4个月"), homes_told_apart("两家统共领了4个月")
    (2, 0)
    >>> homes_told_apart("我家和我姐家都是一线的"), homes_told_apart("我家和我姐家一共领了4个月")
    (2, 0)
    """
    numbers = {int(number.low) for match in _HOMES.finditer(text) if (number := bounds_of(match.group("number")))}
    numbers |= {match.group().count("家") for match in _HOMES_JOINED.finditer(text)}
    return numbers.pop() if len(numbers) == 1 and _EACH_HOME.search(text) else 0


_ONE_HOME = re.compile(r"(?<![第\d二两三四五六七八九十])[一1每][家户](?!人)")


def asks_of_one_home(text: str) -> bool:
    """Whether what one of several homes gets is asked: 一家三个月多少; not 每户两个月，要备多少, which tells what each gets.

    >>> asks_of_one_home("一家三个月多少"), asks_of_one_home("一家人三个月多少"), asks_of_one_home("五户，每户两个月，要备多少")
    (True, False, False)
    """
    return any(_ONE_HOME.search(text, begin, end) is not None for begin, end in clauses(text)[-1:])


def homes_named(text: str) -> list[tuple[int, int]]:
    """Where several homes are named, by their number or by whose they are."""
    return [match.span() for pattern in (_HOMES, _HOMES_JOINED) for match in pattern.finditer(text)]


_EVERYBODY = frozenset({"都", "全都", "全", "均"})


def of_everybody(word: str) -> bool:
    """Whether a word says that something holds of all who were told of, and not only of one more: 都, not 也."""
    return word in _EVERYBODY


_TOO = frozenset({"也", "也是"})


def says_too(word: str) -> bool:
    """Whether a word only sets one beside another: 也, and not 都."""
    return word in _TOO


def without_link(said: str) -> str:
    """What stands between two groups without what joins them.

    >>> without_link("，护士"), without_link("、")
    ('护士', '')
    """
    return said.removeprefix("，").strip("、和")


_PUT_TOGETHER = re.compile(
    r"(?:加(?:在|到)?一块儿?|加(?:在|到)?一起|加起来|合起来|合(?:在|到)一[起块]儿?|凑起来|凑(?:在|到)?一[起块]儿?|摞一块儿?)(?:一共|总共|是|有|出了|干了|上了|共|整整|正好)*$"
)


def put_together(before: str) -> bool:
    """Whether a count of several people is what all of them come to: 加在一块儿是45天.

    >>> put_together("出勤天数加在一块儿是"), put_together("一共干了")
    (True, False)
    """
    return _PUT_TOGETHER.search(before) is not None
