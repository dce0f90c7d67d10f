"""Does every region speak for itself, under its own names and ids?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.checks.figures import shown_texts
from bot.checks.inspection import Inspection, measures
from bot.model.knowledge import RegionKnowledge

_SHORTEST_NAME = 3
_ACTION_BYTES = 64
"""Telegram's limit on the data of a button."""


def check_regions(inspection: Inspection) -> None:
    """Files and ids, names of another region, measures nobody is led to, places two regions claim."""
    _file_names(inspection)
    _unreachable(inspection)
    _items(inspection)
    _action_ids(inspection)
    if inspection.alone is None:
        _other_regions(inspection)
        check_shared_places(inspection)
        check_swallowed(inspection, {name for part in inspection.knowledge.regions for name in names_of_schemes(part)})


def _file_names(inspection: Inspection) -> None:
    for (kind, name), origin in inspection.reading.origins.items():
        stem, folder = origin.document.file.stem, origin.document.file.parent.name
        if kind == "topic" and stem != name:
            inspection.report((kind, name), ("id",), f"文件名“{stem}.yaml”和 id“{name}”不一致", f"文件名改成 {name}.yaml")
        elif kind == "region" and folder != name:
            inspection.report((kind, name), ("id",), f"文件夹“{folder}”和 id“{name}”不一致", f"文件夹改名为 {name}")
        elif kind == "measure" and stem != name and not stem.startswith(f"{name}-"):
            inspection.report(
                (kind, name), ("id",), f"文件名“{stem}.yaml”不是以 id“{name}”开头", f"文件名改成 {name}-….yaml，或改 id"
            )


def own_names(part: RegionKnowledge) -> set[str]:
    """Names that say which region is speaking; one of two characters is a word. Phones are figures: another check is for them."""
    region = part.region
    document = {region.document.title, region.document.short, region.document.number or region.full_name}
    own = {name for name in part.own_names if len(name) >= _SHORTEST_NAME}
    return own | document | {region.name, region.full_name}


def _other_regions(inspection: Inspection) -> None:
    own = {part.region.id: own_names(part) for part in inspection.knowledge.regions}
    for key, part, measure in measures(inspection):
        allowed = " ".join(own[part.region.id])
        for other, names in own.items():
            if other == part.region.id:
                continue
            for path, text in shown_texts(inspection, measure):
                found = sorted((name for name in names if name in text and name not in allowed), key=len)
                if found:
                    message = f"写到了别的地区（{other}）的“{found[-1]}”"
                    inspection.report(key, path, message, "每个地区只说自己文件里的话；删掉，或移到那个地区的措施里")


def _unreachable(inspection: Inspection) -> None:
    """A topic is answered by its first measure in a region; one that is never first is only found through the menu."""
    for part in inspection.knowledge.regions:
        if not part.measures:
            inspection.report(
                ("region", part.region.id), (), "这个地区还没有任何措施", "在 measures/ 里写第一项，或运行 import"
            )
        first: dict[str, tuple[int, int, str]] = {}
        for measure in part.measures:
            for place, topic in enumerate(measure.topics):
                rank = (place, measure.source.item, measure.id)
                first[topic] = min(rank, first.get(topic, rank))
        leading = {measure_id for *_, measure_id in first.values()}
        for measure in part.measures:
            if measure.id not in leading:
                message = f"没有哪个主题会先答到“{measure.id}”，只能从菜单里看到"
                inspection.report(
                    ("measure", measure.id),
                    ("topics",),
                    message,
                    "把最贴切的主题排到第一个，或换一个主题",
                    warning=True,
                )
        _no_area(inspection, part)


def _no_area(inspection: Inspection, part: RegionKnowledge) -> None:
    used = {measure.area for measure in part.measures}
    for index, area in enumerate(part.region.areas):
        if part.measures and area.id not in used and "measure" not in inspection.reading.incomplete:
            message = f"分类“{area.title}”下面没有措施"
            inspection.report(("region", part.region.id), ("areas", index), message, "删掉，或把措施归进来", warning=True)


def check_shared_places(inspection: Inspection) -> None:
    """Does no place belong to two regions, or to one and to none?"""
    claimed: dict[str, str] = {}
    for part in inspection.knowledge.regions:
        region = part.region
        for name in ("places", "institutions"):
            for index, place in enumerate(getattr(region, name)):
                other = claimed.setdefault(place, region.id)
                if other != region.id:
                    message = f"地名“{place}”在地区 {other} 里已经有了"
                    remedy = "这个地区要是后加的，就从这里删掉或写得更全；更大的地方写进 around"
                    inspection.report(("region", region.id), (name, index), message, remedy)
    for name in ("uncovered", "destinations"):
        for index, place in enumerate(getattr(inspection.knowledge.places, name, ())):
            if place in claimed:
                message = f"“{place}”是地区 {claimed[place]} 的地名，不能又算没收录"
                inspection.report(("places", "places"), (name, index), message, "从 places.yaml 里删掉")


def names_of_schemes(part: RegionKnowledge) -> Iterator[str]:
    """Names of what a region's measures give from which no cue leads to a point."""
    for measure in part.measures:
        alone = {_said_in(cue) for point in measure.points for cue in point.cues}
        yield from (name for name in measure.names if name not in alone)


def _said_in(cue: str) -> str:
    """What a cue waits for, without what must not stand beside it."""
    return " ".join(word for word in cue.split() if not word.startswith("!"))


def check_swallowed(inspection: Inspection, names: Collection[str]) -> None:
    """A place that is part of a name makes of the name a mention of the place, unless a cue leads from the name to a point."""
    said = "\n".join(names)
    for part in inspection.knowledge.regions:
        whole = {part.region.name, part.region.full_name, *part.region.places}
        for index, place in enumerate(part.region.places):
            found = sorted(name for name in names if place in name and name not in whole) if place in said else []
            if found and place not in part.region.full_name:
                message = f"地名“{place}”是“{found[0]}”的一部分，说到后者会当作说到这个地方"
                remedy = "写得更全，如加上“市”“区”“县”；或从 places 里删掉；或把名称写进一个点的 cues"
                inspection.report(("region", part.region.id), ("places", index), message, remedy, warning=True)


def _items(inspection: Inspection) -> None:
    seen: dict[tuple[str, int], str] = {}
    for key, part, measure in measures(inspection):
        other = seen.setdefault((part.region.id, measure.source.item), measure.id)
        if other != measure.id:
            message = f"第 {measure.source.item} 项已经是 {other} 的出处"
            inspection.report(key, ("source", "item"), message, "核对项号；一项拆成两个文件时可以不理", warning=True)


def _action_ids(inspection: Inspection) -> None:
    """Ids travel inside the buttons of a chat app."""
    for key, path, action in _actions(inspection):
        size = len(action.encode())
        if size > _ACTION_BYTES:
            message = f"按钮“{action}”有 {size} 个字节，上限是 {_ACTION_BYTES}"
            inspection.report(key, path, message, "把 id 改短")


def _actions(inspection: Inspection) -> Iterator[tuple[tuple[str, str], tuple[str | int, ...], str]]:
    facets = [facet.id for facet in inspection.knowledge.facets if facet.label]
    for key, _, measure in measures(inspection):
        longest = max((f"facet:{measure.id}:{facet}" for facet in facets), key=len, default=f"measure:{measure.id}")
        yield key, ("id",), longest
    for fact in inspection.knowledge.facts:
        for index, option in enumerate(fact.options):
            yield ("fact", fact.id), ("options", index, "id"), f"fact:{fact.id}:{option.id}"
    for part in inspection.knowledge.regions:
        for index, area in enumerate(part.region.areas):
            yield ("region", part.region.id), ("areas", index, "id"), f"menu:{part.region.id}:{area.id}"
