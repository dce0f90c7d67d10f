"""How Chinese names of places go on: the road, the town or the institution that a known name is only a part of."""

from __future__ import annotations

import re

_ROAD = re.compile(r"[东西南北中一二三四五六]{0,2}(?:大道|大街|路|街(?!道)|巷|胡同)(?![上费程途过线])")
_TONGUE = re.compile(r"话(?![费题机])")
_ANOTHER = re.compile(r"[镇县旗村屯]|乡(?!下)")
_PROVINCE = ("省", "自治区")
_UNIT = re.compile(
    r"[省市县区镇乡旗]?(?:那边|这边|那个|这个|那家|本地|当地)?的?(?:某家?|一家|一个)?"
    r"(?:第?[一二三四五六七八九十]|人民|中心|中医|妇幼|儿童|传染病|定点|三甲|公立|社区|街道|中西医结合|[市县区镇乡])*"
    r"(?:中?医院|卫生院|卫生所|卫生室|卫生站|卫生服务中心|保健院|疾控|诊所|急救中心|防疫站|120|(?<=妇幼)|(?<=传染病)院|三甲|三院|二院|一院)"
)
_UNKNOWN = re.compile(
    r"(?P<name>[一-鿿]{1,3})(?P<kind>[市县区旗])"
    r"(?=的?(?:第?[一二三四五六七八九]|人民|中心|妇幼)*(?:中?医院|疾控|卫生院|保健院))"
)
_NO_NAME = frozenset(
    "在是系係去到往从的我你您他她们爸妈爹娘哥姐弟妹叔姨舅姑婆公爷奶嫂夫媳婿"
    "这那本全各某每该老家地咱俺个于由回当和跟与省市县区镇乡村院"
)
"""Characters before 县医院 that are no part of a name: 我在县医院, 我们市医院."""

_ZONES = frozenset(
    [
        "隔离", "污染", "半污染", "潜在污染", "缓冲", "清洁", "留观", "重症", "发热", "普通",
        "工业", "开发", "大城", "直辖", "县级", "地级", "省会",
    ]
)  # fmt: skip
"""What stands before 区 or 市 without being a name: 隔离区医院, 大城市医院."""

_SHORTEST_NAME = 2


def is_road(text: str, end: int) -> bool:
    """Whether a name that ends there is the beginning of a road's: 广东|路."""
    return _ROAD.match(text, end) is not None


def is_tongue(text: str, end: int) -> bool:
    """Whether a name that ends there is the beginning of a dialect's: 广东|话.

    >>> is_tongue("你会说广东话吗", 5), is_tongue("广东话费能免吗", 2)
    (True, False)
    """
    return _TONGUE.match(text, end) is not None


def is_another(text: str, end: int) -> int | None:
    """Where the longer name ends if a name is the beginning of another place's: 红桥|镇; None if it is not."""
    found = _ANOTHER.match(text, end)
    return found.end() if found else None


def is_province(full_name: str) -> bool:
    """Whether a region is a province by its full name, so that towns named like places in it lie in it."""
    return full_name.endswith(_PROVINCE)


def beside_a_unit(text: str, end: int) -> bool:
    """Whether an institution follows a name that ends there: 南开区|的医院, 绥中|县医院."""
    return _UNIT.match(text, end) is not None


def unknown_places(text: str) -> list[tuple[int, int]]:
    """Names of cities, counties and districts that nobody wrote down, told by the institution behind them.

    >>> [text[a:b] for text in ("我姐在绥中县医院上班", "我在县医院", "隔离区医院") for a, b in unknown_places(text)]
    ['绥中县']
    """
    found = []
    for match in _UNKNOWN.finditer(text):
        name = match["name"]
        size = next((n for n, ch in enumerate(reversed(name)) if ch in _NO_NAME), len(name))
        if size >= _SHORTEST_NAME and name[-size:] not in _ZONES:
            found.append((match.end("name") - size, match.end("kind")))
    return found
