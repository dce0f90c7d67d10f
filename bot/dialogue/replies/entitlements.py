"""我的待遇 in words: what somebody has, what depends on one more fact, what is not theirs and why."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import Entitled, Judgment, Question, Standing
from bot.dialogue.replies.plain import item_name, question_options
from bot.dialogue.replies.sums import computed, yuan
from bot.model.knowledge import RegionKnowledge
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.rules.verdict import Kind

_CITED = 3
_HEADINGS = {
    Kind.ELIGIBLE: "可以享受：",
    Kind.MISSING: "还差一项情况：",
    Kind.SILENT: "文件没有写明，要问：",
    Kind.INELIGIBLE: "不符合：",
}


def entitlements_reply(found: Entitled, judgment: Judgment, case: Case) -> Reply:
    """The list for a region, grouped; with the one fact that settles most."""
    standings = found.standings
    question = judgment.resumes or found.question
    lead = "接着刚才的" if judgment.resumes else "再说一项就更准"
    asked = [Section((Line(LineKind.QUESTION, f"{lead}：{question.fact.question}"),))] if question else []
    sections = [_heading(found.part), *_groups(found), *asked, _footing(found.part)]
    first = sorted(standings, key=lambda standing: not standing.measure.amounts)[:_CITED]
    mark = standings[0].measure.id if standings else None
    shown = {str(standing.measure.source.item) for standing in standings}
    shown |= {figure for standing in standings if standing.worked for figure in computed(standing.worked.sum)}
    return Reply(
        Decision.ANSWER,
        tuple(Section(section.lines, mark) for section in sections),
        tuple(standing.measure.id for standing in first),
        _options(question, case),
        computed=frozenset(shown),
    )


def _options(question: Question | None, case: Case) -> tuple[Option, ...]:
    return question_options(question.fact, None, case.facts) if question else (Option("菜单", "menu"),)


def _heading(part: RegionKnowledge) -> Section:
    document = part.region.document
    return Section((Line(LineKind.TITLE, f"【{part.region.name}】您和家人的待遇（{document.short}，{document.year} 年）"),))


def _groups(found: Entitled) -> list[Section]:
    groups = []
    for kind, heading in _HEADINGS.items():
        lines = [_line(standing, found.part) for standing in found.standings if standing.kind is kind]
        if lines:
            groups.append(Section((Line(LineKind.TITLE, heading), *lines)))
    return groups


def _footing(part: RegionKnowledge) -> Section:
    document = part.region.document
    text = (
        f"出处：{document.short}，{document.year} 年；可能已失效，是否仍执行请向{part.region.confirm}确认。"
        "点菜单可看每一项的全文。"
    )
    return Section((Line(LineKind.SOURCE, text),))


def _line(standing: Standing, part: RegionKnowledge) -> Line:
    measure = standing.measure
    text = f"· {measure.title}〔{item_name(part, measure)}〕"
    if standing.reason is not None:
        return Line(LineKind.TEXT, f"{text}：{standing.reason}")
    if standing.worked is not None:
        text += f"：一共 {yuan(standing.worked.sum.total or 0)}"
    if measure.lead is not None:
        text += f"（{part.contact_by_id[measure.lead].name}）"
    return Line(LineKind.TEXT, text)
