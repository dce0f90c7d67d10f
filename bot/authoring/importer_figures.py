"""Figures with their units, and phones, as they stand in a text."""

from __future__ import annotations

import re

from bot.authoring.importer_ordinals import mark

_HAN = "[一二两三四五六七八九十百千万]+"
_UNIT = (
    r"(?:%|％|个百分点|亿元|万元|千元|元|个工作日|工作日|个自然日|个月|个小时|小时|分钟|学时|天|周岁|岁|周|年|月|日|次|名|人次|人|倍|项|种|个|份|条|套|户|张|家"
    r"|级|类|批|支|台|辆|间|平方米|公里|盒|箱)"
)
_SPOKEN_UNIT = r"(?:个百分点|亿元|万元|千元|元|个工作日|个月|个小时|小时|天|周岁|周|年|日|次|名|倍|份|学时|对[一二]|户|级|类)"
_PER = r"(?:\s*[/／]\s*(?:人|天|日|月|年|次|户|份))*"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
FIGURE = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}[〔\[（(]20\d{{2}}[〕\]）)]\d+号"
    rf"|{_NUMBER}\s*(?:-|~|～|—|至|到)\s*{_NUMBER}\s*{_UNIT}{_PER}"
    rf"|400-?\d{{3}}-?\d{{4}}|0\d{{2,3}}-?\d{{7,8}}(?:[-转]\d{{1,5}})?|{_NUMBER}\s*{_UNIT}?{_PER}"
    rf"|百分之{_HAN}|{_HAN}分之{_HAN}|(?<![第之万])(?<!\d){_HAN}(?:至{_HAN})?{_SPOKEN_UNIT}(?!性)"
)
_PHONE = re.compile(
    r"(?<![\d〔.])(?:[48]00-?\d{3}-?\d{4}|0\d{2,3}-?\d{7,8}(?:[-转]\d{1,5})?|1[3-9]\d{9}|1[02]\d{3}|9[56]\d{3,4}|[2-8]\d{6,7})"
    r"(?![\d.]|\s*(?:元|人|万|年|月|天|个|名))"
)
_ABOUT_PHONES = re.compile(r"电话|热线|专线|拨打|致电|咨询|联系方式")


def figures_of(text: str) -> tuple[str, ...]:
    """Every figure of a text with its unit, once.

    >>> figures_of("每人每天 300元，提供一对一服务，增加一次，粤府办〔2020〕4号，5%至10%，第十七项")
    ('300元', '一对一', '一次', '粤府办〔2020〕4号', '5%', '10%')
    """
    plain = "\n".join(mark(line).text for line in text.splitlines())
    return tuple(dict.fromkeys(found.group().strip() for found in FIGURE.finditer(plain)))


def phones_of(text: str) -> tuple[str, ...]:
    """Every phone that a sentence about phones names.

    >>> phones_of("拨打心理热线12355、020-81268090，24小时接听。"), phones_of("发 12355 元。")
    (('12355', '020-81268090'), ())
    """
    sentences = [part for part in re.split("[。；;\n]", text) if _ABOUT_PHONES.search(part)]
    return tuple(dict.fromkeys(found.group() for part in sentences for found in _PHONE.finditer(part)))
