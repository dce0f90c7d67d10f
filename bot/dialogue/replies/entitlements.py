"""我的待遇 in words: how many there are, the first three in short, the one fact that settles most; all of them by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import Entitled, Judgment, Question, Standing
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.footer import list_footer
from bot.dialogue.replies.plain import question_options
from bot.dialogue.replies.sums import computed, sum_lines
from bot.dialogue.replies.told import cut
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.rules.verdict import Kind

_SHOWN = 3
_GROUPS = (
    ("写给您的", (Kind.ELIGIBLE,)),
    ("看情况的", (Kind.MISSING,)),
    ("文件没写算不算的", (Kind.SILENT,)),
    ("不符合的", (Kind.INELIGIBLE,)),
)

_FAMILY_GROUPS = (
    ("家属能用上的", (Kind.ELIGIBLE,)),
    ("看情况的", (Kind.MISSING,)),
)


def entitlements_reply(found: Entitled, judgment: Judgment, case: Case) -> Reply:
    """Counts and three headlines, or every measure by group."""
    question = judgment.resumes or found.question
    first = _first(found, _open_kinds(found))
    body = _all(found) if found.all else [_counts(found), *(_headline(standing) for standing in first)]
    asked = [Line(LineKind.QUESTION, _question_text(judgment, question))] if question else []
    return Reply(
        Decision.ANSWER,
        (Section((*body, list_footer(found.part), *asked), first[0].measure.id if first else None),),
        tuple(standing.measure.id for standing in first),
        _options(found, question, case),
        computed=_numbers(found),
    )


def _open_kinds(found: Entitled) -> list[Kind]:
    """The groups of which a few are shown; to a family not what leaves open whether they are meant."""
    return [Kind.ELIGIBLE, Kind.MISSING] if found.relative else [Kind.ELIGIBLE, Kind.MISSING, Kind.SILENT]


def _first(found: Entitled, order: Sequence[Kind]) -> list[Standing]:
    """What is shown of the list: what is theirs, or may be, by what they told; what is the person's, money first; else what may be."""
    shown = [standing for standing in found.standings if standing.kind in order]
    shown.sort(key=lambda s: (s.worked is None, not s.told, order.index(s.kind), not s.measure.amounts))
    return shown[:_SHOWN] or list(found.standings[:_SHOWN])


def _counts(found: Entitled) -> Line:
    """The counts of the groups; to a family, of what they have or may have."""
    numbers = {kind: sum(standing.kind is kind for standing in found.standings) for kind in Kind}
    kinds, family = _open_kinds(found), found.relative is not None
    if not family and numbers[Kind.SILENT] > numbers[Kind.ELIGIBLE] + numbers[Kind.MISSING]:
        return Line(LineKind.TEXT, f"文件没写您这种情况算不算，共 {numbers[Kind.SILENT]} 项{_besides(numbers)}。先看{_so_many(found)}项：")
    open_to = sum(numbers[kind] for kind in kinds if kind is not Kind.ELIGIBLE)
    parts = [f"{'家属能用上的' if family else '写给一线医务人员的'}有 {numbers[Kind.ELIGIBLE]} 项"]
    parts += [f"另 {open_to} 项看情况"] if open_to else []
    parts += [f"{numbers[Kind.INELIGIBLE]} 项不符合"] if numbers[Kind.INELIGIBLE] and not family else []
    return Line(LineKind.TEXT, f"{'，'.join(parts)}。先看{_so_many(found)}项：")


def _besides(numbers: Mapping[Kind, int]) -> str:
    """How many there are besides those that leave open whether somebody is meant."""
    named = ((Kind.ELIGIBLE, "符合"), (Kind.MISSING, "看情况"), (Kind.INELIGIBLE, "不符合"))
    return "".join(f"，{numbers[kind]} 项{word}" for kind, word in named if numbers[kind])


def _so_many(found: Entitled) -> str:
    return "三" if len(_first(found, _open_kinds(found))) == _SHOWN else "这几"


def _headline(standing: Standing) -> Line:
    measure, worked = standing.measure, standing.worked
    text = standing.headline or measure.headline or cut(measure.summary)
    if worked is not None and worked.sum.total is not None and len(worked.sum.workings) == 1:
        text = sum_lines(worked.sum)[-1]
    return Line(LineKind.TEXT, f"{label_of(measure)}：{text}")


def _all(found: Entitled) -> list[Line]:
    """Every measure by its short name, in its group; to a family those that it has or may have."""
    lines = []
    for heading, kinds in _FAMILY_GROUPS if found.relative else _GROUPS:
        names = [label_of(standing.measure) for standing in found.standings if standing.kind in kinds]
        if names:
            lines.append(Line(LineKind.TEXT, f"{heading} {len(names)} 项：{'、'.join(names)}。"))
    return lines


def _question_text(judgment: Judgment, question: Question) -> str:
    lead = "接着刚才的：" if judgment.resumes else ""
    return f"{lead}{question.fact.question}"


def _options(found: Entitled, question: Question | None, case: Case) -> tuple[Option, ...]:
    every = () if found.all else (Option(wording.ALL_LABEL, "do:all"),)
    if question is not None:
        return (*every, *question_options(question.fact, None, case.facts))
    return (*every, Option(wording.CONTENTS, f"menu:{found.part.region.id}"))


def _numbers(found: Entitled) -> frozenset[str]:
    """Counts of groups, and figures of sums shown."""
    kinds = [standing.kind for standing in found.standings]
    shown = {str(sum(kind in group for kind in kinds)) for group in ((k,) for k in Kind)}
    shown.add(str(kinds.count(Kind.MISSING) + kinds.count(Kind.SILENT)))
    shown.add(str(kinds.count(Kind.MISSING)))
    for standing in found.standings:
        shown |= computed(standing.worked.sum) if standing.worked is not None else frozenset()
    return frozenset(shown)
