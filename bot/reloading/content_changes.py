"""What a new version of the knowledge changes, for an admin to confirm."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bot.compiled.closed_region import ClosedRegion
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.reloading.field_changes import FieldChange, field_changes


@dataclass(frozen=True, slots=True)
class Changes:
    """Names of what was added, changed and removed, and the examples whose answer is another one now.

    ``fields`` tell of each name that was changed in what.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    answers: tuple[str, ...]
    fields: Mapping[str, tuple[FieldChange, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.added or self.changed or self.removed or self.answers)

    @property
    def summary(self) -> str:
        """In one line: ``3 项修改，1 项新增；2 个例句答案改变``."""
        counted = ((self.changed, "项修改"), (self.added, "项新增"), (self.removed, "项删除"))
        parts = "，".join(f"{len(names)} {what}" for names, what in counted if names)
        answers = f"{len(self.answers)} 个例句答案改变" if self.answers else ""
        return "；".join(part for part in (parts, answers) if part) or "内容没有变化"

    def lines(self, limit: int) -> list[str]:
        """The names, at most ``limit`` lines."""
        counted = (("修改", self.changed), ("新增", self.added), ("删除", self.removed), ("答案改变", self.answers))
        lines = [f"{what}：{name}{self._told(name)}" for what, names in counted for name in names]
        return lines if len(lines) <= limit else [*lines[:limit], f"……共 {len(lines)} 处"]


    def _told(self, name: str) -> str:
        """What changed in an item, in short."""
        found = self.fields.get(name, ())
        return f"，{found[0]}" + (f" 等 {len(found)} 处" if len(found) > 1 else "") if found else ""


def compare(
    before: Knowledge, after: Knowledge, answers_before: Mapping[str, str], answers_after: Mapping[str, str]
) -> Changes:
    """What tells ``after`` from ``before``. Examples that are new have no answer to change."""
    known = {part for part in before.regions if isinstance(part, ClosedRegion)}
    same = known.intersection(part for part in after.regions if isinstance(part, ClosedRegion))
    old, new = dict(_items(before, same)), dict(_items(after, same))
    fields = {f"{name}{_title(new[name])}": field_changes(old[name], new[name]) for name in new if name in old and new[name] != old[name]}
    return Changes(
        added=tuple(f"{name}{_title(new[name])}" for name in new if name not in old),
        changed=tuple(fields),
        removed=tuple(f"{name}{_title(old[name])}" for name in old if name not in new),
        answers=tuple(key for key, answer in answers_after.items() if answers_before.get(key, answer) != answer),
        fields=fields,
    )


def _title(item: object) -> str:
    """What an item is called, behind its id."""
    called = getattr(item, "title", None) or getattr(item, "name", None)
    return f"（{called}）" if called else ""


def _items(knowledge: Knowledge, same: Collection[RegionKnowledge]) -> Iterator[tuple[str, object]]:
    """Everything an author names, by a name an admin recognises; of the regions, those that are not the same."""
    for part in knowledge.regions:
        if isinstance(part, ClosedRegion) and part in same:
            continue
        yield f"地区 {part.region.id}", part.region
        yield from ((f"单位 {part.region.id}/{contact.id}", contact) for contact in part.contacts)
        yield from ((f"措施 {measure.id}", measure) for measure in part.measures)
    yield from ((f"主题 {topic.id}", topic) for topic in knowledge.topics)
    yield from ((f"范围外 {topic.id}", topic) for topic in knowledge.out_of_scope)
    yield from ((f"事实 {fact.id}", fact) for fact in knowledge.facts)
    yield from ((f"侧面 {facet.id}", facet) for facet in knowledge.facets)
    yield from ((f"招呼 {phrase.id}", phrase) for phrase in knowledge.phrases)
    yield from ((f"关怀 {kind.id}", kind) for kind in knowledge.care.kinds)
    yield from ((f"关怀 {alike.id}", alike) for alike in knowledge.care.look_alikes)
    yield from ((f"公共热线 {line.id}", line) for line in knowledge.public_lines)
    yield from ((f"共用说法 {cues.id}", cues) for cues in knowledge.shared_cues)
    yield from ((f"概念 {concept}", words) for concept, words in knowledge.lexicon.concepts.items())
    yield "写法替换", knowledge.lexicon.rewrites
    yield "不当别字的词", knowledge.lexicon.as_typed
    yield "单位里的人", knowledge.lexicon.at_work
    yield "地名", knowledge.places
