"""Do first lines hold what a reply needs: lengths, openers, figures, words, and points that are there?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.checks.inspection import Inspection, Path, measures
from bot.language.numerals import figures
from bot.language.statements import answers_yes_or_no
from bot.language.unwritten import is_silent
from bot.model.condition import fact_tests
from bot.model.measure import Entitlement, Measure, Point
from bot.reading.explain import choices
from bot.reading.parse import Key
from bot.rules.facts import NAMED

_LONGEST = 45
_QUOTED = re.compile("“[^”]*”|《[^》]*》|「[^」]*」")
_BRACED = re.compile(r"\{([^{}]*)\}")
_NEVER_SAID = "never-said"
"""The signal that lists words no reply uses."""


def check_answers(inspection: Inspection) -> None:
    """Everything from which first lines are made, measure by measure."""
    words = next((signal.says for signal in inspection.knowledge.signals if signal.id == _NEVER_SAID), ())
    for key, _, measure in measures(inspection):
        for index, point in enumerate(measure.points):
            _point(inspection, key, index, point)
        for index, item in enumerate(measure.entitlements):
            _entitlement(inspection, key, index, item)
        _points_named(inspection, key, measure)
        _facts_named(inspection, key, measure)
        for path, text in _lines(measure):
            _line(inspection, key, path, text, words)
        _said_twice(inspection, key, measure)


def _point(inspection: Inspection, key: Key, index: int, point: Point) -> None:
    """Each side a point lists has a sentence; a side that asks for a figure has one, or says that there is none."""
    whether = point.whether_in_full
    if whether is not None and whether.endswith("："):
        message = "问行不行的一句只有开头，这一点又没有 answer 接在后面"
        inspection.report(key, ("points", index, "whether"), message, "写全这一句，或写上 answer")
    elif whether is not None and not answers_yes_or_no(whether):
        message = "问行不行的一句要先说行不行"
        inspection.report(key, ("points", index, "whether"), message, "以“有”“能”“是”“不”“要”“文件没写”开头", warning=True)
    answers = point.answer
    if not isinstance(answers, Mapping):
        return
    path: Path = ("points", index, "answer")
    for facet, text in answers.items():
        known = inspection.refer(key, (*path, facet), "facet", facet)
        if known and _wants_figure(inspection, facet) and not figures(text) and not is_silent(text):
            message = f"问多少的一面“{facet}”没有数字，也没有说“文件没写”"
            inspection.report(key, (*path, facet), message, "写出数字，或以“文件没写”开头", warning=True)
    for facet in point.facets:
        if facet not in answers:
            inspection.report(
                key, path, f"facets 写了“{facet}”，answer 里没有这一面", "补上这一面的一句话，或从 facets 里删掉"
            )


def _wants_figure(inspection: Inspection, facet: str) -> bool:
    known = next((known for known in inspection.knowledge.facets if known.id == facet), None)
    return known is not None and known.asks_sum


def _entitlement(inspection: Inspection, key: Key, index: int, item: Entitlement) -> None:
    """What 要看 says while a fact is missing that nobody presumes, and that what is open says so."""
    path: Path = ("entitlements", index)
    known = inspection.knowledge.fact_by_id
    asked = [test.fact for requirement in item.requires for test in fact_tests(requirement.if_)]
    open_facts = [fact for fact in asked if fact in known and known[fact].presumed is None]
    if item.eligible is not None and open_facts and not item.depends_lines:
        message = f"条件“{known[open_facts[0]].title}”没说时要答“要看……”，没有写 depends"
        inspection.report(key, path, message, "加一行 depends：看什么，看了给什么", warning=True)
    for fact in filter(None, item.depends_lines):
        inspection.refer(key, (*path, "depends", fact), "fact", fact)
    for place, silence in enumerate(item.silent):
        _opens_silent(inspection, key, (*path, "silent", place, "say"), silence.say)


def _opens_silent(inspection: Inspection, key: Key, path: Path, text: str) -> None:
    if not is_silent(text):
        inspection.report(key, path, "没有写的事要以“文件没写”开头", "改成“文件没写……”", warning=True)


def _facts_named(inspection: Inspection, key: Key, measure: Measure) -> None:
    """``{trade}`` in what is said of an open case names a fact; anywhere else it would be shown as it stands."""
    for path, text in inspection.leaves(measure):
        if path[0] == "entitlements" and path[2:3] == ("silent",) and path[-1] == "say":
            for name in _BRACED.findall(text):
                inspection.refer(key, path, "fact", name)
        elif (named := NAMED.search(text)) is not None:
            message = f"“{named[0]}”写在这里不会换成说过的话，会照样显示出来"
            inspection.report(key, path, message, "只有 silent 的 say 里能写；这里写明是什么")


def _points_named(inspection: Inspection, key: Key, measure: Measure) -> None:
    """``then`` and ``nearest`` name points of the measure."""
    known = [point.id for point in measure.points]
    for path, name in _named(measure):
        if name not in known:
            inspection.report(key, path, f"这一项没有叫“{name}”的 point", choices(name, known))


def _named(measure: Measure) -> Iterator[tuple[Path, str]]:
    for index, point in enumerate(measure.points):
        yield from ((("points", index, "then", place), name) for place, name in enumerate(point.then))
    for index, item in enumerate(measure.entitlements):
        yield from ((("entitlements", index, "then", place), name) for place, name in enumerate(item.then))
        for place, silence in enumerate(item.silent):
            if silence.nearest is not None:
                yield ("entitlements", index, "silent", place, "nearest"), silence.nearest
    for index, detail in enumerate(measure.unanswered):
        if detail.nearest is not None:
            yield ("unanswered", index, "nearest"), detail.nearest


def _lines(measure: Measure) -> Iterator[tuple[Path, str]]:
    """Every text that can be a line of its own."""
    yield from ((("overview", index), text) for index, text in enumerate(measure.overview))
    for index, point in enumerate(measure.points):
        match point.answer:
            case str(text):
                yield ("points", index, "answer"), text
            case None:
                pass
            case answers:
                yield from ((("points", index, "answer", facet), text) for facet, text in answers.items())
        if point.whether_in_full is not None:
            yield ("points", index, "whether"), point.whether_in_full
    for index, item in enumerate(measure.entitlements):
        yield from _lines_of(("entitlements", index), item)
    yield from ((("unanswered", index, "say"), detail.say) for index, detail in enumerate(measure.unanswered))


def _lines_of(path: Path, item: Entitlement) -> Iterator[tuple[Path, str]]:
    for name in ("eligible", "refused"):
        text = getattr(item, name)
        if text is not None:
            yield (*path, name), text
    yield from (((*path, "depends", fact) if fact else (*path, "depends"), line) for fact, line in item.depends_lines.items())
    for n, requirement in enumerate(item.requires):
        yield (*path, "requires", n, "unmet"), requirement.unmet
        if requirement.met is not None:
            yield (*path, "requires", n, "met"), requirement.met
    yield from (((*path, "silent", n, "say"), silence.say) for n, silence in enumerate(item.silent))
    yield from (((*path, "instead", n, "say"), other.say) for n, other in enumerate(item.instead))


def _line(inspection: Inspection, key: Key, path: Path, text: str, words: tuple[str, ...]) -> None:
    size = len("".join(NAMED.sub(lambda named: _longest_label(inspection, named), text).split()))
    if size > _LONGEST:
        inspection.report(key, path, f"一行有 {size} 个字，最多 {_LONGEST} 个", "拆成两句，或写短", warning=True)
    bare = _QUOTED.sub("", text)
    for word in words:
        if word in bare:
            inspection.report(key, path, f"“{word}”是回复里不用的词", "换成平常话；照抄原文时放进“”", warning=True)


def _longest_label(inspection: Inspection, named: re.Match[str]) -> str:
    """The longest text that may stand for a fact that is named in a line."""
    fact = inspection.knowledge.fact_by_id.get(named[1])
    return named[0] if fact is None else max((fact.title, *(option.label for option in fact.options)), key=len)


def _said_twice(inspection: Inspection, key: Key, measure: Measure) -> None:
    """The same sentence in two points leaves a reader in doubt which of them answers."""
    seen: dict[str, int] = {}
    for path, text in _lines(measure):
        if path[0] != "points" or not isinstance(path[1], int):
            continue
        if seen.setdefault(text, path[1]) != path[1]:
            inspection.report(key, path, f"这句话在另一个 point 里已经有了：{text}", "留在更贴切的一处", warning=True)
