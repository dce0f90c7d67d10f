"""Ids for the units a document names."""

from __future__ import annotations

import json
from collections.abc import Mapping

_KNOWN: tuple[tuple[tuple[str, ...], str], ...] = (
    (("人民政府", "市政府", "区政府", "县政府", "省政府", "）政府"), "government"),
    (("卫生健康", "卫健", "卫计"), "health"),
    (("疾病预防", "疾控"), "disease-control"),
    (("教育", "教委"), "education"),
    (("人力", "人社"), "human-resources"),
    (("财政",), "finance"),
    (("医疗保障", "医保"), "medical-insurance"),
    (("税务",), "tax"),
    (("民政",), "civil-affairs"),
    (("组织部",), "organization"),
    (("宣传部",), "publicity"),
    (("工会",), "trade-union"),
    (("妇联", "妇女联合会"), "women"),
    (("团委", "团区", "团市", "团省", "共青团"), "youth-league"),
    (("发展改革", "发改"), "development"),
    (("科技", "科学技术"), "science"),
    (("公安",), "police"),
    (("交通",), "transport"),
    (("工业", "工信"), "industry"),
    (("退役军人",), "veterans"),
    (("商务", "商业"), "commerce"),
    (("市场监",), "market-supervision"),
    (("文化", "文旅"), "culture"),
    (("住房", "住建"), "housing"),
    (("金融",), "financial-work"),
    (("司法",), "justice"),
    (("红十字",), "red-cross"),
    (("残联", "残疾人"), "disabled"),
    (("街道", "镇", "乡"), "subdistricts"),
    (("医院", "医疗机构"), "hospitals"),
)


class UnitBook:
    """Ids by the names of units: those a region has, and new ones for those it has not."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """``known`` are ids by name."""
        self._ids = dict(known)
        self._new: dict[str, str] = {}

    def id_of(self, unit: str) -> str:
        """The id of a unit, the same every time."""
        known = self._ids.get(unit) or self._similar(unit)
        if known is not None:
            return known
        self._ids[unit] = self._new[unit] = self._free(unit)
        return self._ids[unit]

    def _free(self, unit: str) -> str:
        """An id that nobody has: a word for what the unit does, or a number."""
        wanted = next(
            (id_ for words, id_ in _KNOWN if any(word in unit for word in words)), f"unit-{len(self._new) + 1}"
        )
        taken = set(self._ids.values())
        name, count = wanted, 2
        while name in taken:
            name, count = f"{wanted}-{count}", count + 1
        return name

    def _similar(self, unit: str) -> str | None:
        """A unit that is written in full here and in short there: 区卫健委, 卫健委."""
        return next((id_ for name, id_ in self._ids.items() if len(name) > 1 and (name in unit or unit in name)), None)

    def new_lines(self, phones: Mapping[str, str]) -> list[str]:
        """Lines for ``contacts.yaml`` of the units that were not in it, with the phones the document gives."""
        return [_contact_line(id_, unit, phones.get(unit)) for unit, id_ in self._new.items()]


def _contact_line(id_: str, unit: str, phone: str | None) -> str:
    name = json.dumps(unit, ensure_ascii=False)
    if phone is None:
        return f"- {{id: {id_}, name: {name}, public_line: government}}"
    return f"- {{id: {id_}, name: {name}, phone: {json.dumps(phone, ensure_ascii=False)}}}"
