"""Does every way of asking mean one thing?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from bot.checks.inspection import Asked, Inspection, Path, measures
from bot.compiled.snapshot import OVERVIEW
from bot.language.normalise import fold
from bot.language.particles import bare
from bot.model.region import Contact
from bot.model.talk import OutOfScopeTopic, Topic
from bot.reading.parse import Key
from bot.reading.problem import Problem

Said = tuple[Key, Path, str, str]
"""Where something is said, the words, and what they stand for."""


def check_phrasings(inspection: Inspection) -> None:
    """Words that stand for two things: topics, facts' options, small talk, units, and cues of one measure."""
    if inspection.alone is None or any(measure.phrasings for _, _, measure in measures(inspection)):
        first = _clashes(inspection, _topic_phrasings(inspection), "问法", repeats=True)
        inspection.asked.update(_of_measures(inspection, first))
    for fact in inspection.facts:
        key = ("fact", fact.id)
        says = [
            (key, ("options", i, "says", j), text, option.id)
            for i, option in enumerate(fact.options)
            for j, text in enumerate(option.says)
        ]
        replies = [
            (key, ("options", i, "replies", j), text, option.id)
            for i, option in enumerate(fact.options)
            for j, text in enumerate(option.replies)
        ]
        _clashes(inspection, says, "说法", plain=str.strip)
        _clashes(inspection, replies, "回答")
    if inspection.alone is None:
        _clashes(inspection, _small_talk(inspection), "说法")
    for part in inspection.knowledge.regions:
        _clashes(inspection, _unit_names(part.region.id, part.contacts), "单位名")
    _asked_and_open(inspection)
    _overview(inspection)


def _clashes(
    inspection: Inspection, said: Iterable[Said], what: str, *, plain: Callable[[str], str] | None = None, repeats: bool = False
) -> dict[str, Said]:
    """Report the second of two equal texts that stand for different things; ``repeats``: also a mere repetition.

    The first of them all are returned, by what is compared.
    """
    standard = plain or _plain
    first: dict[str, Said] = {}
    for one in said:
        key, path, text, meaning = one
        earlier = first.setdefault(standard(text), one)
        if earlier[:2] == (key, path) or not (repeats or earlier[3] != meaning):
            continue
        told = _clash(inspection.origin(key).problem(path, "", ""), f"{what}“{text}”", inspection.place(*earlier[:2]), meaning, earlier[3])
        inspection.problems.append(told)
    return first


def _clash(at: Problem, said: str, where: str, meaning: str, other: str) -> Problem:
    """What is wrong with something said that was said elsewhere, where it stands for ``other``."""
    if other != meaning:
        message = f"{said}在 {where}（{other}）已经有了，不知道该算哪一个"
        return replace(at, message=message, remedy="留在更贴切的一处，另一处删掉或说得更具体")
    return replace(at, message=f"{said}在 {where} 已经写过", remedy="删掉一处", severity="warning")


def _of_measures(inspection: Inspection, first: Mapping[str, Said]) -> Iterator[tuple[str, Asked]]:
    for plain, (key, path, text, topic) in first.items():
        if key[0] == "measure":
            yield plain, Asked(text, topic, inspection.origin(key).problem(path, "", ""))


def asked_twice(regions: Iterable[Mapping[str, Asked]]) -> Iterator[Problem]:
    """Ways of asking for a measure of one region that another region's measure has too; of each region, its own by what is compared."""
    first: dict[str, Asked] = {}
    for own in regions:
        for plain, asked in own.items():
            earlier = first.setdefault(plain, asked)
            if earlier is not asked:
                where = f"{earlier.problem.file.as_posix()}:{earlier.problem.line}"
                yield _clash(asked.problem, f"问法“{asked.text}”", where, asked.topic, earlier.topic)


@cache
def _plain(text: str) -> str:
    return bare(fold(text))


def _topic_phrasings(inspection: Inspection) -> Iterator[Said]:
    topics: tuple[Topic | OutOfScopeTopic, ...] = (*inspection.knowledge.topics, *inspection.knowledge.out_of_scope)
    for topic in topics:
        for viewpoint, phrasings in topic.phrasings.items():
            for index, text in enumerate(phrasings):
                yield ("topic", topic.id), ("phrasings", viewpoint, index), text, topic.id
    for key, _, measure in measures(inspection):
        for index, text in enumerate(measure.phrasings):
            yield key, ("phrasings", index), text, measure.topics[0]


def _small_talk(inspection: Inspection) -> Iterator[Said]:
    for phrase in inspection.knowledge.phrases:
        for index, text in enumerate(phrase.says):
            yield ("phrase", phrase.id), ("says", index), text, phrase.id


def _unit_names(region: str, contacts: Iterable[Contact]) -> Iterator[Said]:
    for contact in contacts:
        key = ("contact", f"{region}/{contact.id}")
        yield key, ("name",), contact.name, contact.id
        yield from ((key, ("aliases", index), alias, contact.id) for index, alias in enumerate(contact.aliases))


def _asked_and_open(inspection: Inspection) -> None:
    """A cue cannot lead both to a point that answers and to "the document does not say"."""
    for key, _, measure in measures(inspection):
        answered = {cue: point.id for point in measure.points for cue in point.cues}
        for place, detail in enumerate(measure.unanswered):
            for index, cue in enumerate(detail.cues):
                if cue in answered:
                    message = f"说法“{cue}”既指向 points 的“{answered[cue]}”，又指向“文件没有写”"
                    inspection.report(
                        key, ("unanswered", place, "cues", index), message, "只留一处，或说得更具体", warning=True
                    )


def _overview(inspection: Inspection) -> None:
    if ("topic", OVERVIEW) not in inspection.reading.origins and "topic" not in inspection.reading.incomplete:
        file = inspection.reading.folder / "topics"
        message = f"没有主题“{OVERVIEW}”，“我能享受什么”这类问题会答不了"
        inspection.problems.append(Problem(file, 0, 0, message, f"建 topics/{OVERVIEW}.yaml", "warning"))
