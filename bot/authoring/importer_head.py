"""What a document says of itself: title, number, date, issuer, and the place it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.authoring.importer_ordinals import mark
from bot.authoring.importer_source import LeftOut

_KIND = r"(?:若干措施|措施|通知|方案|意见|办法|台账|清单|规定|政策解读|解读|细则|指引|要点)"
_TITLE = re.compile(rf"{_KIND}(?:[（(]?(?:试行|暂行|附件|修订)[）)]?)?$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[（(【]\s*20\d{2}\s*[〕\]）)】]\s*\d{1,4}\s*号")
_DATE = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISSUER = re.compile(r"(?:政府|办公[室厅]|委员会|卫生健康委|局|指挥部|领导小组|总工会|医院|厅|委|中心)$")
_PLACE = re.compile(
    r"^(?:关于)?((?:[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|省|市|盟|地区))?(?:[\u4e00-\u9fff]{1,7}?(?:区|县|旗|市))?)"
    r"(?=[\u4e00-\u9fff])"
)
_NO_PLACE = re.compile(r"^(?:国家|全国|地|本|我|各|有关|关于)")
_BROKEN = re.compile(r"(?:印发|转发|关于|做好|[、和及的])$")
_LONGEST_TITLE = 100
_LONGEST_SIGNED = 40
_SHORTEST_PART, _SHORTEST_WHOLE = 6, 15


@dataclass(frozen=True, slots=True)
class Head:
    """What says which document it is, as far as it was found; empty where it was not."""

    title: str = ""
    number: str = ""
    published: str = ""
    year: int | None = None
    issuer: str = ""
    place: str = ""


def read_head(rest: Sequence[LeftOut]) -> tuple[Head, list[LeftOut]]:
    """What the lines outside the items tell of the document, and the lines that tell more than that."""
    outside = [found for found in rest if found.text]
    texts = [found.text for found in outside]
    titles = _titles(texts)
    title = max(("".join(parts) for parts in titles), key=_worth, default="")
    number = next((text for text in texts if _NUMBER.fullmatch(text)), "")
    dated = [(found.text, date) for found in outside if len(found.text) <= _LONGEST_SIGNED and (date := _DATE.search(found.text))]
    published = dated[0][1] if dated else None
    issuer = _issuer(texts, dated[0][0]) if dated else ""
    read = Head(
        title, number, f"{published[1]} 年 {int(published[2])} 月 {int(published[3])} 日" if published else "",
        int(published[1]) if published else None, issuer, _place([title, issuer, *texts[:1]]),
    )  # fmt: skip
    own = {number, issuer, *(part for parts in titles if "".join(parts) == title for part in parts)}
    own |= {text for text, date in dated[:1] if text in (date.group(), f"{issuer} {date.group()}", f"{issuer}{date.group()}")}
    return read, [found for found in rest if not found.text or not (found.text in own or _part_of(found.text, title))]


def _part_of(text: str, title: str) -> bool:
    """A line of the title where it stands a second time, broken."""
    return len(text) >= _SHORTEST_PART and "".join(text.split()) in "".join(title.split())


def _titles(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Runs of lines that may be a title: short, unfinished, the last ending in the kind of document."""
    found: list[tuple[str, ...]] = []
    for last, text in enumerate(texts):
        plain = mark(text).text if text.startswith("#") else text
        if not _TITLE.search(plain) or len(plain) > _LONGEST_TITLE or re.search("[。：:；]", plain):
            continue
        first = last
        while first and _goes_before(texts[first - 1], texts[first]):
            first -= 1
        found.append(tuple(texts[first : last + 1]))
    return found


def _goes_before(text: str, rest: str) -> bool:
    """Whether a title that seems to begin with ``rest`` begins a line earlier."""
    return _begins_title(text) and (not _whole_title(rest) or bool(_BROKEN.search(text)))


def _begins_title(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNED and not re.search(r"[。；：:]|\d{4}|^附", text) and not _TITLE.search(text)


def _whole_title(text: str) -> bool:
    return "关于" in text or ("若干措施" in text and len(text) > _SHORTEST_WHOLE)


def _worth(title: str) -> tuple[bool, bool]:
    """A title names what it is about, and is more than the kind of document."""
    return bool(re.search("关于|措施|台账|方案", title)), len(title) > _SHORTEST_WHOLE


def _issuer(texts: Sequence[str], dated: str) -> str:
    """Who signed: before the date, on its line or the line above."""
    before = _DATE.sub("", dated).strip(" ，,")
    place = texts.index(dated)
    above = texts[place - 1] if place else ""
    return next((text for text in (before, above) if 2 < len(text) <= _LONGEST_SIGNED and _ISSUER.search(text)), "")


def _place(texts: Iterable[str]) -> str:
    """The place whose document it is: the first name of one at the start of title or issuer."""
    for text in texts:
        found = _PLACE.match(text)
        if found and found.group(1) and not _NO_PLACE.match(found.group(1)) and len(found.group(1)) > 2:
            return found.group(1)
    return ""
