"""Whether what a stretch of text says is denied: the scope of Chinese negation within a clause."""

from __future__ import annotations

import re

from bot.language.clauses import CLAUSE_MARKS, clause_bounds

NOT_SO = "不是"
"""Takes back what stands behind it."""

_NO_NEGATION = (
    r"(?P<verb>.)(?:[不没冇唔]|没有)(?P=verb)|有没有|有冇|是不是|要不要|能不能|可不可以|差不多|不但|不仅|不光|不止|不只|不过|不管|不论|不少|不同|不错|不久|不断|不知道|不晓得"
    r"|(?:没有?|冇|不|未|别)(?:怎么|好好|敢|得|能|曾|再|让|带|给|正经|舍得)?(?:[歇休停断缺闲眠]|轮休|调休|倒休)"
    r"|(?:没有?|未)(?:排除|确诊|确定|出结果)|别(?:互相|相互|交叉|传染|传给|感染)|没(?:落下|间断|耽误|请|出过|离开过?|下过)|不好意思|不幸|不慎|不小心|不巧|不料|不得不|不得已|不够|不到|不足|不超过|不少于|[一1半][天日个次班](?:都|也)?[不没](?:落|差|少|缺|拉|误|耽误|空)|没准|没签(?:过|上)?(?:劳动|劳务|正式)?合同|没事|没想到|没多久|没几天|无论|非常|非典|非得|非要|未来|未婚|别人|别的|别家|别处|要不|只不过|不明白|不懂|不清楚"
)
"""Forms that hold a negator and deny nothing: A-not-A questions, fixed words, limits of quantity."""

_NEGATOR = re.compile(
    rf"(?:{_NO_NEGATION})"
    r"|(?P<denies>没有|没能|没|不是|不曾|不用|不|并非|非|从未|未曾|未能|并未|未|无|冇|唔系|唔|莫|甭|别|哪儿也没|哪也没)"
)
_REACH = 8
"""Characters from a negator to what it denies: about one verb phrase."""

_TURN = re.compile(
    r"但|可是|而是|却|就是|只是|反而|倒是|我|他|她|你|咱|俺"
    r"|(?<=[文章证历分])想要?$"
    r"|其余|剩下|余下|另外|后来|然后|接着|[\d一二三四五六七八九十][天日]|[天日次个][-，）)]|[)）]"
    r"|(?!^)(?:一直|天天|每天|始终|全程|整天|从头|照样|照旧|全在|都在)"
)
"""Behind one of these a new statement begins, which the negator before it does not reach; right behind it, it is what is denied."""

_PATIENTS = "病|患|确诊|疑似|感染|阳性"
_WORKS_WITHOUT_PATIENTS = f"不(?:直接)?(?:碰|挨|沾|接触)[过着到]?(?:{_PATIENTS})"
"""What is denied is only that somebody is near patients: 我支援武汉|不接触病人."""

_COMMENT = (
    "(?:都|也|还|就|倒|可|又|压根|根本|从来|一直|最后|后来)+(?:没有?|冇|未|不是)",  # 湖北|都没去
    "(?:没有|没(?!有)|冇|未|不是)(?=.)",  # 湖北|没去成
    "不(?=照面|打照面|见面|碰面|碰|挨|沾|打交道|接触|搭界|朝面)",  # 病人|不接触
)
"""The negators of a comment, behind its topic."""

_DENIES_SOMETHING_ELSE = (
    "准|事|多|几",  # fixed words: 没准, 没事, 没多久, 没几天
    "空|时间|[工功]夫|办法",  # there are no means: 一线|没空
    "人[管陪带看照伺接送]|陪|顾",  # nobody looks after somebody: 感染了|没人管
    "当[天日]|及时|马上|立刻|立即|按时",  # not at once: 感染了|没及时说
    "[上申]?报|告诉|通知|用过",  # it was not told, or not made use of
    "出去|出过|离开|动过|变过|挪窝|回|走|下来|挪",  # nobody left: 病房|没出过
    "完|结束|停|歇|休|断|落|缺|闲|请假|睡|合眼",  # there was no end and no rest: 采样|没停
    "编|证|职称",  # what somebody lacks in standing: 护士|没编制
    "见[过着到]?[家孩爸妈爹娘亲儿女老]",  # kin were not seen: 隔离|没见家人
    "(?:直接|近距离|怎么|再)?(?:接触|碰|摸|挨|沾|掂|见|护理|照顾|管|进)[过着到]*"
    f"(?:{_PATIENTS}|隔离|红区)",  # another kind of work: 武汉|没护理确诊病人
)
"""Behind the negator of a comment, what it then denies is not its topic."""

_NOT_MINE = (
    "(?:都|也|压根|根本|从来)*(?:不[归由经过]|轮不[到着上])[我俺咱](?!妈|爸|爹|娘|公|婆|老|爱|对|儿|女|哥|弟|姐|妹)"
)
"""What is done by others than the speaker: 病房|不归我, not 不归我妈."""

_AFTER = re.compile(
    f"(?:那边|这边|那里|的)?(?:我们?|他们?|她们?|俺)?(?!{_WORKS_WITHOUT_PATIENTS})"
    f"(?:{'|'.join(_COMMENT)})(?!{'|'.join(_DENIES_SOMETHING_ELSE)})"
    f"|{_NOT_MINE}"
)
"""A comment behind its topic that denies it: 湖北没去成, 一线我都没上, 病房不归我."""

_SAID_TO_BE = re.compile("(?<!不)(?:是|系|係|当|做)[^，。？不没]{0,6}$")
_LACKS = re.compile(
    "[^，。？]{1,6}(?:没有?|冇|无)[晒曬]|(?:没有?|冇|无)[^，。？]{1,3}可[坐搭用吃食住穿戴睡]|(?:没有?|冇|无|未有)得[坐搭用吃食住瞓睡休抖着戴穿换领攞]"
)
"""What is used up, or not to be had: 口罩冇晒, 无车可坐, 冇得换."""

_NOT_GONE = re.compile("[^，。]{0,4}(?:没|冇|未)(?:去|上|选|轮|派|报)(?!过?(?:湖北|武汉))")
"""Around what somebody is said to be, 我姐|是|护士; and behind what was to be and did not come about, 是援鄂队|没去成."""

_DENIED_NEXT = re.compile(
    r"[？，、 ](?P<speaker>我|俺|咱)?(?:没|冇|未|不|唔)(?:有|去成?|去过|上|是|系|算|参加|轮[上到]|赶上)?(?=[，。；！？ ]|$)"
)
"""A clause that only denies the topic put before it: 援鄂？没去."""

_OF_ANOTHER = re.compile("[爸妈爹娘哥弟姐妹嫂婆公夫媳儿子孙叔伯姨姑舅他她佢]|爱人|对象|同事|搭档|朋友|女[儿婿]")
"""Before a topic that is then another's, and not denied by what the speaker denies of themselves: 我弟|援鄂，我没去."""

_TOPIC_ALONE = 2
"""Characters that a clause may have besides its topic, for the next one to deny it."""

_SUPPOSED = re.compile(r"以为[^，。；]{0,6}$")
_PLANNED = re.compile(r"名单|报名|报了名|本来|原本|原定|原计划|打算|入选")
_WITHDRAWN = re.compile(
    r"[^。；！？]{0,20}?(?:换下来|换了下来|换掉|换人|刷下来|刷掉|没去成|没走成|没成行|没轮[上到]|没选上|落选|撤下来|拿下来|除名)"
)
"""What was planned and did not come about: 名单有我，后来换下来."""


def _came_to_nothing(text: str, begin: int, start: int, end: int) -> bool:
    """Whether it is only what others took for so, or what was planned and called off."""
    if _SUPPOSED.search(text, begin, start) is not None:
        return True
    gone = _WITHDRAWN.match(text, end)
    return gone is not None and _PLANNED.search(text, begin, gone.end()) is not None


def denied(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is denied by a negator before it in its clause, or by a comment right behind it.

    >>> denied("我没去武汉", 2, 5), denied("我去了武汉", 1, 5), denied("武汉我没去成", 0, 2)
    (True, False, True)
    >>> denied("没出过隔离病房", 3, 7), denied("没进过隔离病房", 3, 7)
    (False, True)
    >>> denied("我支援武汉没接触病人", 1, 5), denied("武汉我不接触病人", 0, 2), denied("病人我不接触", 0, 2)
    (False, False, True)
    >>> denied("没发过文章想升主治", 6, 9), denied("没想升主治", 2, 5)
    (False, True)
    >>> denied("援鄂？没去。", 0, 2), denied("去援鄂，没有", 0, 3), denied("援鄂回来，没有休息过", 0, 2)
    (True, True, False)
    >>> denied("我援鄂，我没去", 1, 3), denied("我姐援鄂，我没去", 2, 4)
    (True, False)
    >>> denied("援鄂名单上有我，后来换下来了", 0, 2), denied("都以为我在红区", 5, 7), denied("在红区，后来换下来了", 1, 3)
    (True, True, False)
    >>> denied("报名援鄂，我没去", 2, 4), denied("叫我援鄂，我没去", 2, 4), denied("我弟援鄂，我没去", 2, 4)
    (True, True, False)
    >>> denied("感染了没当天报", 0, 2), denied("感染了没及时说", 0, 2)
    (False, False)
    >>> denied("她在一线没空陪床", 2, 4), denied("她在一线没时间接孩子", 2, 4)
    (False, False)
    >>> denied("病毒标本不归我管", 0, 4), denied("病毒标本轮不到我", 0, 4), denied("病毒标本不归我妈管", 0, 4)
    (True, True, False)
    >>> denied("我是化验室的，标本不归我", 2, 9)
    True
    >>> denied("是派遣的护士没编制", 4, 6), denied("我姐是护士没援鄂", 3, 5), denied("没签合同的感染了", 5, 7)
    (False, False, False)
    """
    begin, stop = clause_bounds(text, start, end)
    if _came_to_nothing(text, begin, start, end):
        return True
    alone = stop - begin - (end - start) <= _TOPIC_ALONE
    next_ = _DENIED_NEXT.match(text, stop) if alone else None
    if next_ is not None and (next_["speaker"] is None or _OF_ANOTHER.search(text, begin, start) is None):
        return True
    for found in _NEGATOR.finditer(text, begin, start):
        between = text[found.end() : start]
        if found["denies"] is not None and len(between) <= _REACH and _TURN.search(between) is None:
            return True
    return _AFTER.match(text[end:stop]) is not None and not _is_said_to_be(text, begin, start, end)


def _is_said_to_be(text: str, begin: int, start: int, end: int) -> bool:
    """Whether somebody is said to be it, so that what is denied behind it is something else: 我姐是护士|没援鄂; not where it ends in
    a clause of its own: 我是化验室的，标本|不归我.
    """
    if not CLAUSE_MARKS.isdisjoint(text[start:end]):
        return False
    return _SAID_TO_BE.search(text, begin, start) is not None and _NOT_GONE.match(text, end) is None


_CANNOT = re.compile("[不没唔](?:[到着上成得]|怎么|咋)")
"""Behind a verb, all there is before its object: it does not come to it."""


def cannot(between: str) -> bool:
    """Whether what stands between a verb and its object says that it does not reach it: 接触|不到|病人.

    >>> cannot("不到"), cannot("不到20个")
    (True, False)
    """
    return _CANNOT.fullmatch(between) is not None


def holds_negator(text: str) -> bool:
    """Whether a word is itself a negation, such as 没去."""
    return any(found["denies"] is not None for found in _NEGATOR.finditer(text))


_RHETORICAL = re.compile("(?:的|人员|医务人员|医护|护士|医生|大夫)?(?:吗|嘛|么)(?=[，。？！；]|$)")


def says_it_is(text: str, start: int, end: int) -> bool:
    """Whether what denies is put as a question that expects a yes: 我们不是一线吗.

    >>> says_it_is("我们不是一线吗，咋没有", 2, 6), says_it_is("我不是一线，能领吗", 1, 5), says_it_is("不是一线能领吗", 0, 4)
    (True, False, False)
    """
    return NOT_SO in text[start:end] and _RHETORICAL.match(text, end) is not None


_YET_TO_COME = re.compile(
    r"(?:支援|抗疫|医疗队|出征|出发|报到|上岗)*(?:之前|以前|(?<!之|以)前(?![线方后面往去台头胸列些几年天两三一二四五六七八九十\d]))"
)


def was_yet_to_come(text: str, end: int) -> bool:
    """Whether what ends there is only what something else was before: 去湖北|以前在本院.

    >>> was_yet_to_come("去湖北以前在本院", 3), was_yet_to_come("援鄂前在本区", 2), was_yet_to_come("去湖北前线", 3)
    (True, True, False)
    """
    return _YET_TO_COME.match(text, end) is not None


def lacks(text: str) -> bool:
    """Whether a text says that something is used up, or not to be had.

    >>> lacks("面罩冇晒"), lacks("半夜无车可搭"), lacks("冇得瞓"), lacks("无可奈何"), lacks("没有")
    (True, True, True, False, False)
    """
    return _LACKS.search(text) is not None


_NOT = "没不冇唔未"


def puts_a_not_a(text: str, at: int) -> bool:
    """Whether the word at a place is the "not" of A-not-A, which asks and denies nothing: 有|没|有人上门，我在湖北.

    >>> puts_a_not_a("有没有人上门", 1), puts_a_not_a("没有人上门", 0), puts_a_not_a("去没去湖北", 1)
    (True, False, True)
    """
    return 0 < at < len(text) - 1 and text[at] in _NOT and text[at - 1] == text[at + 1]
