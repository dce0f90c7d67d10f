"""How a reply came about, told from the values of the turn."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Answered, Judgment, NotInDocuments, NotUnderstood, OnMeasure
from bot.dialogue.trace import trace_of
from bot.language.analyse import Analysis
from bot.language.sound import Correction
from bot.model.fact import UNSURE
from bot.model.tally import Tally
from bot.rules.verdict import Kind, Verdict
from bot.understanding.intents import Ask, FollowUp, Interpretation, Margin, Unclear
from bot.understanding.places import Spoken
from bot.understanding.said import Said

NOTHING = Judgment(NotUnderstood())


def told(small: Snapshot, said: Said = Said(), meant: Interpretation | None = None, found: Judgment = NOTHING) -> str:  # noqa: B008
    """The trace as text."""
    return "\n".join(trace_of(said, meant or Interpretation(Unclear(())), Tally(), found, small).lines)


def test_what_was_heard_is_told(small: Snapshot) -> None:
    analysis = Analysis("补助多少", ("补助", "多少"), (), (Correction(0, 2, "布住", "补助"),))
    said = Said(analysis=analysis, stated={"role": "ward", "staff": UNSURE}, spoken=Spoken(region="jia"))
    lines = told(small, said).split("\n")
    assert lines[0] == "读作：补助 多少"
    assert "按“补助”理解（原写“布住”）" in lines
    assert "听到：岗位 = 病房" in lines
    assert "听到：是不是医务人员 = 不清楚" in lines
    assert "地点：jia" in lines


def test_what_was_meant_is_told(small: Snapshot) -> None:
    margin = Margin(margin=2.25, scope=0.5, strange=1, pointing=("“days”指向 daily-subsidy",))
    lines = told(small, meant=Interpretation(Ask(("daily-subsidy",)), margin))
    assert "Ask" in lines
    assert "“days”指向 daily-subsidy" in lines
    assert "2.2" in lines
    assert "接着" in told(small, meant=Interpretation(FollowUp(("whom",))))
    assert "接着" not in lines


def test_what_was_judged_is_told_with_the_path_of_the_rules(small: Snapshot) -> None:
    part = small.knowledge.region_by_id["jia"]
    verdict = Verdict(Kind.INELIGIBLE, part.measures[0].entitlements[0], ("不是。",))
    on = OnMeasure(part.measures[0], part, (), verdict=verdict, rules=("须满足：staff=yes → no",))
    lines = told(small, found=Judgment(Answered((on,), ("daily-subsidy",))))
    assert "ja-01 每日补助：不符合" in lines
    assert "staff=yes → no" in lines
    assert "天气" in told(small, found=Judgment(NotInDocuments(small.outside_by_id["weather"], ())))


def test_in_plain_words_there_are_no_scores_ids_or_rules(small: Snapshot) -> None:
    part = small.knowledge.region_by_id["jia"]
    verdict = Verdict(Kind.INELIGIBLE, part.measures[0].entitlements[0], ("不是。",))
    on = OnMeasure(part.measures[0], part, (), verdict=verdict, rules=("须满足：staff=yes → no",))
    said = Said(stated={"role": "ward"}, spoken=Spoken(region="jia"))
    meant = Interpretation(Ask(("daily-subsidy",)), Margin(margin=2.25, scope=0.5, strange=1))
    trace = trace_of(said, meant, Tally(), Judgment(Answered((on, on), ("daily-subsidy",))), small)
    place, measure = part.region.name, part.measures[0].title
    assert trace.plain == ("听到：岗位 = 病房", f"查的是：{place} · {measure}", "每日补助：不符合")
    outside = trace_of(said, meant, Tally(), Judgment(NotInDocuments(small.outside_by_id["weather"], ())), small)
    assert outside.plain[-1].startswith("范围外：")
