"""How a statement of an answer opens and ends: what it says by its first words, how it is joined to what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STOP = "。"
_ENDS = (_STOP, "！", "？", "；", "：")
_NEITHER = "也没写"
_SILENT = ("文件没写", "文件没有写", "这一项没写", "没查到文件写了", _NEITHER)
_DEEDS = ("会", "算", "包", "管", "给", "送", "发", "减", "免", "陪")
_YES_OR_NO = ("能", "不能", "符合", "不符合", "是", "不是", "有", "不用", "要", "不会", "不算", *(f"{deed}：" for deed in _DEEDS))
_OPENERS = ("有", "有规定", "符合", "不符合", "能", "不能", "是", "不用", "不会", "不算", *_DEEDS, "写了的", "有照顾")
_DECIDES = ("能", "不能", "不用", "不算", "不限", "不受", "有：", "有《", "有照顾", "是", "不是", "算：")
_DEPENDS = "要看"
_NO = ("不能", "不是", "不用")
_SPARES = "不用"
_APART = ("不是一回事", "不是一样", "不一样")
_LIMITS = re.compile("^(?:要|须|限|只|可就近|写给|开给)|除外|没写|不在内|有困难家庭|以内")
_NOT_WRITTEN = "没写"
_INSTEAD = "写的是"
_OPEN_PART = re.compile("[，；：]([^，；：。]{2,}?)(?:文件)?(?:没写|没有写|没另外写)")
_ONLY_OPEN = re.compile("([^，；：。]{2,}?)(?:文件)?(?:没写|没另外写)。?$")
_WAY = re.compile(
    "号码|电话|邮箱|联系|渠道|牵头单位|找谁|找哪|问谁|向谁|向哪|去哪|打哪|交给谁|怎么办(?!理$)|哪个(?:部门|单位)(?!印发|招募)"
    "|申请|申领|申报|报名|报案|理赔|由谁(?:安排|负责|办|发)|(?:哪里|哪儿)(?:登|领|看|办|查)"
    "|怎[么样](?:领|报|办|登记|预约|加入|参加|推荐|补|退|查|叫)"
)
_YES = re.compile("^[有能是][：，]")
_IS_SO = re.compile("^是(?:([^，。：]+)的(?=：))?")
_LINE = re.compile("热线|号码|电话")
_PART = "；"
_HAS, _CAN, _SO, _NOT_SO, _NOT, _FITS = "有", "能", "是", "不是", "不", "符合"
_BY_A_DEED = (_HAS, _CAN, _FITS)
_REPLACED = {
    _CAN: (_HAS, _FITS),
    _SO: (_HAS,),
    "在": (_HAS, _FITS),
    _FITS: (_HAS,),
    _HAS: (_CAN, _FITS),
    "算": (_HAS, _CAN, _SO, _NOT_SO, _FITS),
    "会": (_HAS, _CAN, _NOT_SO, _FITS),
}
"""What the yes to a word stands for; a deed for all of ``_BY_A_DEED``."""

_YES_OR_IS_NOT = re.compile("(符合|有|能|是|不是)([：，])")
_IS_SUCH = re.compile("是(?P<such>[^，。：]+)的：")
_NOTHING_BARS = ("不限", "不受", "不看", "不论", "免")
_SPARED = re.compile("减?免(?!疫|得)|全额(?:补助|报销)|不用(?:交|出|考)")
_KNOWN_BY = 2
"""Characters by which what is said to be so is known again in the rest of a statement."""

_PROMISES = (_CAN, "会")
_TERMS = re.compile("条件|怎么评|怎样评")
_CHANGES = "改为"
_SENDS_TO = ("问", "先问")
_SENDS_ON = re.compile("看第 |可打|请直接报警")
_COLON, _COMMA = "：", "，"
_SENTENCE_ENDS, _PAUSES = "。；", "，：、"
_LEFT_OFF = "……"
_CLAUSE_ENDS = "[，。；：]"


def is_silent(text: str) -> bool:
    """Whether a statement only tells that the document is silent."""
    return text.startswith(_SILENT)


def answers_yes_or_no(text: str) -> bool:
    """Whether a statement opens with an answer to a question for yes or no, or that there is none."""
    return text.startswith(_YES_OR_NO) or is_silent(text)


def decides(text: str) -> bool:
    """Whether a statement says yes or no by itself, without what stands beside it."""
    return text.startswith(_DECIDES)


def denies(text: str) -> bool:
    """Whether a statement says no by itself.

    >>> denies("不能：可就近享受一次。"), denies("能用一次：可就近享受一次。")
    (True, False)
    """
    return text.startswith(_NO)


def depends(text: str) -> bool:
    """Whether a statement says what the answer depends on: 要看户籍."""
    return text.startswith(_DEPENDS)


def sets_apart(text: str) -> bool:
    """Whether a statement says that two things are not the same.

    >>> sets_apart("不是一回事：补助看第 9 项。"), sets_apart("不是：不作为基数。")
    (True, False)
    """
    return text.startswith(_APART)


def spares(text: str) -> bool:
    """Whether a statement says that something is not needed: 不用办."""
    return text.startswith(_SPARES)


def limits(text: str) -> bool:
    """Whether a statement limits what another gives: for whom, how often, what is not written.

    >>> limits("要共同居住"), limits("可就近享受一次"), limits("不交个人所得税")
    (True, True, False)
    """
    return _LIMITS.search(text) is not None


def denies_supposed(text: str) -> bool:
    """Whether a statement says that something is not as somebody may have supposed, and not only no.

    >>> denies_supposed("不是样样要立功：论文的那条没写。"), denies_supposed("不是：不作为基数。")
    (True, False)
    """
    return text.startswith(_NOT_SO) and text[len(_NOT_SO) :].strip()[:1] not in (_COLON, _COMMA)


def names_item(text: str, item: int) -> bool:
    """Whether a statement sends to an item of the document by its number: 看第 11 项."""
    return f"第 {item} " in text


def gap_of(text: str) -> str:
    """What a statement says is not written.

    >>> gap_of("文件没写发多少，按标准发。")
    '发多少'
    """
    opener = next((opener for opener in _SILENT if text.startswith(opener)), "")
    return re.split(_CLAUSE_ENDS, text.removeprefix(opener), maxsplit=1)[0]


def neither(text: str) -> str:
    """A statement that something is not written, behind another such.

    >>> neither("文件没写名额。"), neither("每月 1000 元。")
    ('也没写名额。', '每月 1000 元。')
    """
    return _NEITHER + text.removeprefix(_SILENT[0]) if text.startswith(_SILENT[0]) else text


def open_parts(text: str) -> list[str]:
    """What a statement says in passing is not written.

    >>> open_parts("有：热线由团区委等开通，号码文件没写。"), open_parts("文件没写号码。")
    (['号码'], [])
    """
    return _OPEN_PART.findall(text)


def only_open(text: str) -> str | None:
    """What a statement says is not written, where it says nothing else.

    >>> only_open("号码文件没写。"), only_open("有热线，号码文件没写。")
    ('号码', None)
    """
    found = _ONLY_OPEN.match(text)
    return found[1] if found is not None else None


def leaves_way_open(text: str) -> bool:
    """Whether a statement says that it is not written how to reach somebody, apply, sign up or have something put right.

    >>> [leaves_way_open(text) for text in ("文件没写怎样申请。", "能打热线，号码文件没写。", "文件没写数额。", "由谁认定文件没写。")]
    [True, True, False, False]
    """
    gaps = [gap_of(text)] if is_silent(text) else []
    return any(map(_WAY.search, (*gaps, *open_parts(text), only_open(text) or "")))


def tells_of_a_line(text: str) -> bool:
    """Whether a statement speaks of a line that can be called.

    >>> tells_of_a_line("家属也能打热线。"), tells_of_a_line("文件没写收不收费。")
    (True, False)
    """
    return _LINE.search(text) is not None


def leaves_open(text: str) -> bool:
    """Whether a statement says of a part of what it tells that it is not written.

    >>> leaves_open("有：条件文件没写。"), leaves_open("有：每天 300 元。")
    (True, False)
    """
    return _NOT_WRITTEN in text


def tells_instead(text: str) -> bool:
    """Whether a statement that something is not written says itself what is.

    >>> tells_instead("文件没写几天，写的是适当增加。"), tells_instead("文件没写几天。")
    (True, False)
    """
    return _INSTEAD in text


def instead_of_silence(text: str) -> str:
    """What a statement that something is not written says is; all of it where it says nothing else.

    >>> instead_of_silence("文件没写几天，写的是适当增加。"), instead_of_silence("文件没写几天。")
    ('适当增加。', '文件没写几天。')
    """
    return text.partition(_INSTEAD)[2] or text


def without_instead(text: str) -> str:
    """A statement that something is not written without what it says is; as it is where it says nothing else.

    >>> without_instead("文件没写几天，写的是适当增加。"), without_instead("文件没写几天。")
    ('文件没写几天。', '文件没写几天。')
    """
    gap, found, _ = text.partition(_INSTEAD)
    return closed(gap.rstrip(_PAUSES + _PART)) if found else text


def without_lead(text: str, unit: str) -> str:
    """A statement without the part that tells which unit leads.

    >>> without_lead("文件没写没送到怎么补，这一项由区总工会牵头。", "区总工会")
    '文件没写没送到怎么补。'
    """
    return re.sub(f"[，；](?:这一项)?由{re.escape(unit)}牵头", "", text)


def sends_to(text: str) -> bool:
    """Whether a statement tells whom to ask."""
    return text.startswith(_SENDS_TO)


def sends_on(text: str) -> bool:
    """Whether a statement sends to another item or a number by itself.

    >>> sends_on("文件没写怎样联系；想找人说话看第 6 条的专线。"), sends_on("文件没写怎样联系。")
    (True, False)
    """
    return _SENDS_ON.search(text) is not None


def bare(text: str) -> str:
    """A statement without the yes or no it opens with and without marks.

    >>> bare("符合：住在一起的，优先。"), bare("有：优先")
    ('住在一起的优先', '优先')
    """
    opener, colon, rest = text.partition(_COLON)
    body = rest if colon and opener in _OPENERS else text
    return "".join(ch for ch in body if ch.isalnum())


def with_yes(word: str, text: str) -> str:
    """A statement with the yes that is the word asked with, instead of 有： or 符合：, of 能： too where that word is a deed or 有, and
    with the no of 算 or 会 instead of 不是：; as it is where that does not fit what follows. Behind a label the mark is a comma.

    No 能 and no 会 is said of what is there on conditions that are not written, and what says 是…的 says no yes to another word, but
    where it says that nothing stands in the way.

    >>> with_yes("能", "有：志愿者一对一帮扶。"), with_yes("能", "有：评审有“快速通道”。"), with_yes("能", "不用交。")
    ('能：志愿者一对一帮扶。', '有：评审有“快速通道”。', '不用交。')
    >>> with_yes("管", "能，看病全程服务。"), with_yes("是", "能：看病全程服务。"), with_yes("算", "不是：不作为基数。")
    ('管，看病全程服务。', '能：看病全程服务。', '不算：不作为基数。')
    >>> with_yes("能", "符合：可替代论文。"), with_yes("是", "符合：可替代论文。"), with_yes("能", "有：晋升开“绿色通道”，条件文件没写。")
    ('能：可替代论文。', '符合：可替代论文。', '有：晋升开“绿色通道”，条件文件没写。')
    >>> with_yes("能", "是不限定的：不限协议医疗机构。"), with_yes("能", "是按户发的：每家每月 1000 元。")
    ('能：不限协议医疗机构。', '是按户发的：每家每月 1000 元。')
    """
    head = _IS_SUCH.match(text)
    if head is not None:
        return _with_head(word, head, text) if word == _CAN and head["such"].startswith(_NOTHING_BARS) else text
    found = _YES_OR_IS_NOT.match(text)
    if found is None or found[1] not in _REPLACED.get(word, _BY_A_DEED):
        return text
    rest = text[found.end() :]
    on_terms = any(map(_TERMS.search, open_parts(text)))
    if (word in _PROMISES and on_terms) or (word == _CAN and _HAS in rest):
        return text if found[1] == _HAS else f"{_HAS}{found[2]}{rest}"
    return f"{_NOT if found[1] == _NOT_SO else ''}{word}{found[2]}{rest}"


def _with_head(yes: str, head: re.Match[str], text: str) -> str:
    """A statement that opens with 是…的： with another yes; what it says is so stands behind, where the rest does not say it."""
    rest = text[head.end() :]
    such = head["such"]
    told = any(such[n : n + _KNOWN_BY] in rest for n in range(len(such) - 1))
    return f"{yes}：{rest}" if told else f"{yes}，{such}：{rest}"


_BARE_YES = re.compile("[有能是][：，]")


def only_says_yes(text: str) -> bool:
    """Whether a statement opens with a yes of one word, which names no deed.

    >>> only_says_yes("有：定点医院有饮食配送。"), only_says_yes("能减免：移动、联通都减免。")
    (True, False)
    """
    return _BARE_YES.match(text) is not None


def spared(text: str) -> str:
    """A statement that something is spared, as the answer to whether one has to: 不用.

    >>> spared("符合：医疗队减免话费。"), spared("符合：每天 300 元。")
    ('不用：医疗队减免话费。', '符合：每天 300 元。')
    >>> spared("是免试的：报中职，免试录取。"), spared("是免费的：那一次体检。")
    ('不用：报中职，免试录取。', '不用，免费：那一次体检。')
    """
    if _SPARED.search(text) is None:
        return text
    head = _IS_SUCH.match(text)
    if head is not None:
        return _with_head(_SPARES, head, text) if _SPARED.search(head["such"]) else text
    found = _YES_OR_IS_NOT.match(text)
    return f"{_SPARES}{found[2]}{text[found.end() :]}" if found is not None and found[1] != _NOT_SO else text


def as_rule(text: str) -> str:
    """A statement of what is so, as the answer to whether there is a rule.

    >>> as_rule("是由所在单位定的：单位制定方案。"), as_rule("能先报：缺的后补。")
    ('有：单位制定方案。', '能先报：缺的后补。')
    """
    head = _IS_SUCH.match(text)
    return text if head is None else _with_head(_HAS, head, text)


def as_written(text: str) -> str:
    """A statement that says yes, as what is written on something that no yes is said to: 单位可以这样吗.

    >>> as_written("符合：单位安排补休。"), as_written("不符合：写给援鄂的。")
    ('有规定：单位安排补休。', '不符合：写给援鄂的。')
    """
    return re.sub("^(?:符合|有|能)：", "有规定：", text)


def there_is(text: str) -> str:
    """A statement as the yes to whether there is something: 有没有地方说说话.

    >>> there_is("想找人说说，可打热线。"), there_is("有：可打热线。")
    ('有：想找人说说，可打热线。', '有：可打热线。')
    """
    return text if text.startswith(f"{_HAS}：") else f"{_HAS}：{text}"


_KIN = re.compile("家属|家里|家人|父母|子女|配偶|爱人|公婆|岳父|老人|孩子")


def speaks_of_kin(text: str) -> bool:
    """Whether a statement speaks of relatives of the medical worker.

    >>> speaks_of_kin("家属也能打。"), speaks_of_kin("热线由团区委等开通。")
    (True, False)
    """
    return _KIN.search(text) is not None


def without_yes(text: str) -> str:
    """A statement without the yes of one word that it opens with; behind a label a comma follows it.

    >>> without_yes("能：可替代论文。"), without_yes("有，可打热线。"), without_yes("有“快速通道”。")
    ('可替代论文。', '可打热线。', '有“快速通道”。')
    """
    return _YES.sub("", text)


def as_choice(text: str) -> str:
    """A statement that says yes, as the answer to which of two it is.

    >>> as_choice("是按户发的：每家每月 1000 元。"), as_choice("是由所在单位制定。"), as_choice("不是一回事：津贴按国家标准发。")
    ('按户发：每家每月 1000 元。', '由所在单位制定。', '不是一回事：津贴按国家标准发。')
    """
    return _IS_SO.sub(lambda found: found[1] or "", without_yes(text))


def changes(text: str) -> bool:
    """Whether what was heard is told back as a change: 改为：…"""
    return text.startswith(_CHANGES)


def behind_label(text: str) -> str:
    """A statement behind a label with a colon of its own.

    >>> behind_label("看户籍：父母在本区。")
    '看户籍，父母在本区。'
    """
    return text.replace(_COLON, _COMMA, 1)


def before_colon(text: str) -> str:
    """What a statement says before its colon; all of it if it has none."""
    return text.partition(_COLON)[0]


def parts(text: str) -> list[str]:
    """The parts of a statement, each of which says something by itself.

    >>> parts("家属也能打；号码没写。")
    ['家属也能打', '号码没写。']
    """
    return text.split(_PART)


def joined(said: Iterable[str]) -> str:
    """Parts in one statement."""
    return closed(_PART.join(map(open_ended, said)))


def open_ended(text: str) -> str:
    """A statement without its full stop."""
    return text.rstrip(_STOP)


def closed(text: str) -> str:
    """A statement with a mark at its end.

    >>> closed("每天 300 元"), closed("您在哪里？")
    ('每天 300 元。', '您在哪里？')
    """
    return text if text.endswith(_ENDS) else text + _STOP


def shortened(text: str, longest: int) -> str:
    """A text of at most ``longest`` characters besides blanks: whole sentences, else its beginning up to a pause."""
    if len("".join(text.split())) <= longest:
        return text
    for ends, after in ((_SENTENCE_ENDS, ""), (_PAUSES, _LEFT_OFF)):
        fitting = [n + 1 for n, ch in enumerate(text) if ch in ends and len("".join(text[: n + 1].split())) <= longest]
        if fitting:
            return text[: fitting[-1]].rstrip(_PAUSES + "；") + after
    return text[: longest - len(_LEFT_OFF)] + _LEFT_OFF


_YES_ALONE = re.compile("(?:符合|有|有规定|是)：")


def opens_with_yes_alone(opener: str) -> bool:
    """Whether what stands before a sentence is no more than a yes to what was asked.

    >>> opens_with_yes_alone("有："), opens_with_yes_alone("不符合："), opens_with_yes_alone("红桥区：")
    (True, False, False)
    """
    return _YES_ALONE.fullmatch(opener) is not None


_DENIED = re.compile("不(?![同用齐])[一-鿿]{2}")


def denials(text: str) -> list[str]:
    """What a statement says is not so, each with what is said of it.

    >>> denials("不作为总量基数，不同岗位都有。")
    ['不作为']
    """
    return _DENIED.findall(text)
