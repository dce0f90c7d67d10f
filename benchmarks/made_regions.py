"""Makes a knowledge folder of any number of regions: the two shipped ones and copies of them, to see what grows with their number.

A copy has a name, places, offices, figures and ids of its own. Every ninetieth is a province (a copy of Guangdong); those after
it lie in it (copies of Hongqiao). Examples do not go with a copy: they name what they expect.
"""

from __future__ import annotations

import re
import shutil
from itertools import islice, permutations
from pathlib import Path

import yaml

_SYLLABLES = "岚峪沅漳浔滦泺淇洮涞潞濮睢郯鄄郓邳邗郫邛崃崂岷岱峄崤嵊嵩巍沭泗泾洺洹洎浈涑涪淄淅湟湫溆溧滁滏漯漷潢澧澴濉灞瀍"
_OF_PEOPLE = re.compile(r"^(?:examples|phrasings):(?: \[.*\])?\n(?:[ #-].*\n?)*", re.MULTILINE)
"""What people are shown to ask: the shipped regions' own sentences, which no second region may have."""

_HUNDREDS = re.compile(r"(?<![\d.〔-])([1-9])00(?![\d.〕%-])")
_MARKS = "甲乙丙丁戊己庚辛壬癸"
_IN_A_PROVINCE = 90
SHIPPED = ("guangdong", "hongqiao")


def make_folder(shipped: Path, folder: Path, regions: int) -> Path:
    """A knowledge folder with so many regions, the two shipped ones among them.

    Raises:
        ValueError: if there are fewer than two, or more than there are names for.
    """
    names = ["".join(pair) for pair in islice(permutations(_SYLLABLES, 2), max(0, regions - len(SHIPPED)))]
    if not len(SHIPPED) <= regions == len(names) + len(SHIPPED):
        raise ValueError(f"{regions} regions cannot be made")
    shutil.copytree(shipped, folder)
    for number, name in enumerate(names):
        _copy(folder / "regions", number, name)
    return folder


def made_id(number: int) -> str:
    """The id of a made region, counted from 0."""
    return f"made{number:04}"


def touch_one(folder: Path, number: int, count: int) -> None:
    """Change one measure of one made region: what it says, not how it is asked for."""
    file = sorted((folder / "regions" / made_id(number) / "measures").glob("*.yaml"))[0]
    before = file.read_text("utf-8")
    text = re.sub("〔改.〕", "", before)
    marks = [f"〔改{mark}〕" for mark in _MARKS if f"〔改{mark}〕" not in before]  # no figure: none would back it
    mark = marks[count % len(marks)]
    file.write_text(re.sub(r"^(summary: .*)$", rf"\1{mark}", text, flags=re.MULTILINE), "utf-8")


def _copy(regions: Path, number: int, name: str) -> None:
    """One made region; the text is changed, not read and written anew, which would take twenty minutes for 2,844."""
    is_province = number % _IN_A_PROVINCE == 0
    source = regions / SHIPPED[not is_province]
    own, target = made_id(number), regions / made_id(number)
    renamed = {"天津市红桥区": f"{name}区", "红桥": name} if not is_province else {"粤府办": f"{name}府办", "广东": name, "粤": name[0]}
    for file in sorted(source.rglob("*.yaml")):
        text = _OF_PEOPLE.sub("", file.read_text("utf-8"))
        for old, new in renamed.items():
            text = text.replace(old, new)
        text = re.sub(r"\b(?:hq|gd)-(?=\d\d)", f"m{number:04}-", text.replace(source.name, own))
        text = _HUNDREDS.sub(lambda found: str(int(found[1]) * (11 + number % 7) * 10), text)
        copy = target / file.relative_to(source).with_name(re.sub(r"^(?:hq|gd)-", f"m{number:04}-", file.name))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, "utf-8")
    _place(target / "region.yaml", name, is_province=is_province, within=made_id(number // _IN_A_PROVINCE * _IN_A_PROVINCE))


def _place(file: Path, name: str, *, is_province: bool, within: str) -> None:
    region = yaml.safe_load(file.read_text("utf-8"))
    around = {"around": [], "places": [name, f"{name}{'省' if is_province else '区'}"], "institutions": [f"{name}医院"], "speaks": []}
    file.write_text(yaml.safe_dump(region | around | ({} if is_province else {"within": within}), allow_unicode=True), "utf-8")
