"""A new region's folder, laid out and commented for its author."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_ID = 30

_REGION = """\
# yaml-language-server: $schema=../../schema/region.json
# 地区和它的文件。每一处〔待填…〕都要换成真实内容；check 会逐处提醒。写法见 ../../README.md 的“地区”一节。
id: {id}                      # 和文件夹同名，定了就不再改
name: {name}
full_name: {full_name}
document:
  id: {id}-2020
  title: {title}
  short: 〔待填：文件简称，出现在“出处”里〕
  year: {year}
  published: {published}
  item_label: 第 {{item}} {label}     # 文件里怎么称呼一项：第 {{item}} 项、第 {{item}} 条
  {issuer}
  {number}
confirm: {confirm}
areas:                        # 菜单里的分类；每项措施归一类
{areas}
places: {places}          # 说到就知道是这里的地名，英文逗号隔开
# institutions: [本地医院]     # 说到就知道是这里的单位
# around: [上级市]             # 只收录了其中一部分的更大的地方
"""

_UNKNOWN = {
    "name": "〔待填：简称，如 某某区〕",
    "full_name": "〔待填：全称，如 某某市某某区〕",
    "title": "〔待填：文件全名〕",
    "year": "2020",
    "published": "〔待填：发布日期，如 2020 年 3 月 18 日〕",
    "label": "项",
    "issuer": "# issuer: 发布单位            # 文件没有写牵头单位时要写",
    "number": "# number: 文号",
    "confirm": "〔待填：向谁确认是否仍在执行，如 牵头单位〕",
    "areas": "  - {id: general, title: 〔待填：分类名〕}",
    "places": "[〔待填：地名〕]",
}
"""What stands in ``region.yaml`` for what nobody has told yet."""

_CONTACTS_HEAD = """\
# yaml-language-server: $schema=../../schema/contacts.json
# 责任单位和能直接打的电话，一行一个；措施里用 id 引用。电话要加英文双引号。
# public_line 是文件没写电话时可以打的全国热线，可用的 id 见 ../../public_lines.yaml。
"""

_CONTACTS = f"""{_CONTACTS_HEAD}\
- {{id: health, name: 〔待填：单位名，如 区卫生健康委〕, aliases: [卫健委, 卫健局], public_line: government}}
# - {{id: hotline, name: 心理专线, phone: "0000-0000000", hours: 24 小时}}
"""

_MEASURE = """\
# yaml-language-server: $schema=../../../schema/measure.json
# 一项措施一个文件，文件名以 id 开头。用自己的平实的话写；数字、文号、单位、期限一字不差。
id: {id}-01
title: 〔待填：措施名〕
area: general
source: {{item: 1}}             # 文件里的项号
audience: 〔待填：给谁〕
summary: 〔待填：一句话，给谁、给什么〕
topics: [condolence-visit]    # 这项是哪些主题的正答；主题在 ../../../topics/，换成贴切的
units: [health]               # 责任单位，id 见 ../contacts.yaml
lead: health                  # 牵头单位；文件没写就连这一行删掉
# officer: 责任人
# deadline: 完成时限，照抄原文
points:                       # 拆成小点，每点一两句
  - id: main
    text: 〔待填：这一点给什么〕
    # whether: 有：……          # 问“有没有、能不能”时的第一行
    # facets: [how-much]      # 回答哪个侧面：how-much who whom when how …（见 facets.yaml）
    # cues: [短词, 短词]        # 哪些说法单独指向这一点；几项都用的写 {{shared: 名字}}，见 shared_cues.yaml
# figures:                    # 文中出现的每个数字
#   - {{value: 7 天, about: 配送一次的间隔}}
# amounts:                    # 按天或按月发的钱
#   - id: daily
#     title: 补助
#     counts: days
#     cases:
#       - {{value: 300, label: 直接接触病例, when: {{fact: role, is: direct-contact}}}}
# entitlements:               # 有条件的待遇
#   - id: main
#     title: 名称
#     gives: 得到什么
#     requires:
#       - {{if: {{fact: hubei-team, is: "yes"}}, unmet: 不符合时说的话}}
# unanswered:                 # 人们会问、文件没写的
#   - {{cues: [哪张卡], say: 文件没有写发到哪张卡。}}
examples:                     # check 会真的去问一遍
  - {{ask: 〔待填：一句口语问法〕}}
"""


def contacts_text(lines: Sequence[str]) -> str:
    """A file of contacts with the given entries."""
    return _CONTACTS_HEAD + "\n".join(lines) + "\n"


def region_text(region: str, known: Mapping[str, str]) -> str:
    """``region.yaml`` with what is known of the region; every value as YAML."""
    return _REGION.format(id=region, **{**_UNKNOWN, **known})


def untouched(home: Path) -> list[Path]:
    """Files of a region that are still as ``new_region`` laid them out."""
    return [file for file, text in _layout(home).items() if file.is_file() and file.read_text(encoding="utf-8") == text]


def _layout(home: Path) -> dict[Path, str]:
    return {
        home / "region.yaml": region_text(home.name, {}),
        home / "contacts.yaml": _CONTACTS,
        home / "measures" / f"{home.name}-01-first.yaml": _MEASURE.format(id=home.name),
    }


def check_id(folder: Path, region: str) -> None:
    """Whether a region of that name can be laid out there.

    Raises:
        ValueError: if not, with the reason in Chinese.
    """
    if not _ID.fullmatch(region) or len(region) > _LONGEST_ID:
        raise ValueError(f"“{region}”不能作地区的 id：只用小写英文字母、数字和连字符，如 heping，最多 {_LONGEST_ID} 个")
    if not (folder / "topics").is_dir():
        raise ValueError(f"{folder} 里没有 topics/：先把整个 knowledge 文件夹复制过来，再加地区")


def new_region(folder: Path, region: str) -> list[Path]:
    """Lay out ``regions/<region>`` in a knowledge folder. The files made.

    Raises:
        ValueError: with what is in the way, in Chinese; nothing is overwritten.
    """
    check_id(folder, region)
    home = folder / "regions" / region
    texts = _layout(home)
    there = [file for file in (home / "region.yaml", home / "contacts.yaml") if file.exists()]
    there += sorted((home / "measures").glob("*.yaml"))
    if there:
        raise ValueError(f"{there[0]} 已经有了，什么都没有改")
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return list(texts)
