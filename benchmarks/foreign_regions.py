"""Made regions beside the real ones, to see that they disturb nobody: two neighbours, and one that claims whatever it can.

They are copies of the shipped regions under other names, with other figures. The hostile one gives its offices names that every
region has, asks for sides everywhere, and claims the others' phrasings, names of schemes and cues.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

NEIGHBOUR, CITY, HOSTILE = "dongli", "shenyang", "hostile"
FOREIGN = (NEIGHBOUR, CITY, HOSTILE)
NAMED = ("天津", "东丽", "沈阳", "辽宁", "某市", "某省")
"""Words that speak of one of them."""

_Document = dict[str, Any]
_GENERIC = ("财政局", "市卫生健康委", "医院", "人社局", "工会", "教育局", "民政局", "医保局", "妇联", "组织部", "税务局", "公安局")
_ODD_CUES = ["怎么", "孩子", "一天", "多少钱", "我妈", "武汉"]
_ODD_NAMES = ["守群人", "一问三送", "工作补助"]


def with_foreign_regions(folder: Path) -> None:
    """Add the made regions to a knowledge folder.

    Raises:
        OSError: if the folder cannot be written to.
    """
    regions = folder / "regions"
    _copy(regions / "hongqiao", regions / NEIGHBOUR, "dl", _renamed({"天津市红桥区": "天津市东丽区", "红桥": "东丽"}), _as_it_is)
    _copy(regions / "guangdong", regions / CITY, "sy", _renamed({"广东": "沈阳", "粤": "沈"}), _as_it_is)
    _copy(regions / "hongqiao", regions / HOSTILE, "xx", _renamed({"天津市红桥区": "某省某市", "红桥": "某市"}), _claim)
    _places(regions / NEIGHBOUR, ["东丽", "东丽区", "天津市东丽区"], ["天津", "天津市"])
    _places(regions / CITY, ["沈阳", "沈阳市", "辽宁沈阳"], ["辽宁", "辽宁省"])
    _places(regions / HOSTILE, ["某市", "红桥镇", "广东路"], ["某省"])


def _renamed(names: dict[str, str]) -> Callable[[str], str]:
    def rename(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    return rename


def _copy(
    source: Path, target: Path, prefix: str, rename: Callable[[str], str], change: Callable[[_Document], None]
) -> None:
    """Copy a region under another name, with figures of its own; examples do not go with it."""
    shutil.copytree(source, target)
    old = source.name
    for path in sorted(target.rglob("*.yaml")):
        text = rename(path.read_text(encoding="utf-8")).replace(old, target.name)
        text = re.sub(r"\b(hq|gd)-(?=\d\d)", f"{prefix}-", text)
        text = re.sub(r"(?<![\d.])[1-8](?=\d*00 ?元)", lambda found: str(int(found[0]) + 1), text)
        content = yaml.safe_load(text)
        if isinstance(content, dict) and "points" in content:
            content.pop("examples", None)
            content["amounts"] = [_other_amount(amount) for amount in content.get("amounts", [])]
            change(content)
        if isinstance(content, list) and change is _claim:
            content = [dict(contact, name=_GENERIC[n % len(_GENERIC)] + "处" * (n // len(_GENERIC))) for n, contact in enumerate(content)]
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _other_amount(amount: _Document) -> _Document:
    cases = [dict(case, value=case["value"] + 700) for case in amount.get("cases", [])]
    return {**amount, "cases": cases}


def _as_it_is(_: _Document) -> None:
    """Nothing but names and figures differ."""


def _claim(measure: _Document) -> None:
    """Claim whatever a measure can claim."""
    measure["names"] = [*measure.get("names", []), *_ODD_NAMES]
    measure["phrasings"] = [*measure.get("phrasings", []), *_phrasings(measure)]
    for point in measure["points"]:
        point["cues"] = [*point.get("cues", []), *_ODD_CUES]


def _phrasings(measure: _Document) -> Iterator[str]:
    for about in ("补助一天多少", "孩子上学怎么办", "慰问金找谁领", "心理热线", "我妈看病谁陪", "今天好累", "谢谢你"):
        yield f"{about}{measure['source']['item']}"


def _places(folder: Path, names: list[str], around: list[str]) -> None:
    path = folder / "region.yaml"
    region = yaml.safe_load(path.read_text(encoding="utf-8"))
    region |= {"places": names, "around": around, "institutions": [], "speaks": []}
    path.write_text(yaml.safe_dump(region, allow_unicode=True, sort_keys=False), encoding="utf-8")
