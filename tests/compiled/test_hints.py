"""What besides the words points to a topic."""

from __future__ import annotations

from typing import Any

from bot.compiled.hints import facts_left_open, hints_of, pointers_of
from bot.compiled.keys import FactHint, FigureHint, NameHint, SideHint
from bot.compiled.snapshot import Snapshot
from bot.model.knowledge import Knowledge
from bot.model.measure import Entitlement, Silence


def test_facts_figures_and_sides_point_to_the_topic_of_the_measure_that_uses_them(small: Snapshot) -> None:
    hints = hints_of(small.knowledge)
    for hint in (FactHint("days"), FactHint("role"), FigureHint(300), FigureHint(200), SideHint("how-much")):
        assert hints[hint] == {"daily-subsidy"}, hint
    assert hints[SideHint("whom")] == {"hotline"}


def test_a_small_figure_points_nowhere(small: Snapshot) -> None:
    """15 日 is a day of the month that anybody may name."""
    assert FigureHint(15) not in hints_of(small.knowledge)


def test_what_many_measures_of_a_region_use_points_nowhere(small: Snapshot) -> None:
    knowledge = small.knowledge
    part = knowledge.region_by_id["jia"]
    subsidy = part.measures[0]
    same = tuple(subsidy.model_copy(update={"id": f"ja-0{n}", "topics": (f"topic-{n}",)}) for n in range(3, 5))
    crowded = changed(knowledge, regions=(part.model_copy(update={"measures": (*part.measures, *same)}),))
    assert FactHint("days") not in hints_of(crowded)


def test_a_fact_that_other_measures_leave_open_points_nowhere(small: Snapshot) -> None:
    """编外的能补休吗: of most matters it is not written whether they count."""
    knowledge = small.knowledge
    part = knowledge.region_by_id["jia"]
    silent = Silence.model_validate({"when": {"fact": "role", "is": "ward"}, "say": "文件没写算不算。"})
    item = Entitlement(id="item", title="甲", gives="乙", silent=(silent,))
    plain = part.measures[1].model_copy(update={"entitlements": (item,)})
    assert facts_left_open(plain) == {"role"}
    more = tuple(plain.model_copy(update={"id": f"ja-0{n}"}) for n in range(3, 5))
    crowded = changed(knowledge, regions=(part.model_copy(update={"measures": (*part.measures, *more)}),))
    assert FactHint("role") not in hints_of(crowded)
    assert FactHint("days") in hints_of(crowded)


def test_what_holds_for_one_message_points_nowhere(small: Snapshot) -> None:
    facts = tuple(f.model_copy(update={"passing": f.id == "role"}) for f in small.knowledge.facts)
    passing = changed(small.knowledge, facts=facts)
    assert FactHint("role") not in hints_of(passing)
    assert FactHint("days") in hints_of(passing)


def test_a_name_of_a_scheme_points_to_its_measure(small: Snapshot) -> None:
    part = small.knowledge.region_by_id["jia"]
    named = part.measures[0].model_copy(update={"names": ("暖心行动",)})
    knowledge = changed(small.knowledge, regions=(part.model_copy(update={"measures": (named,)}),))
    assert hints_of(knowledge)[NameHint("暖心行动")] == {"daily-subsidy"}


def test_what_a_measure_can_be_told_by(small: Snapshot) -> None:
    pointers = pointers_of(small.knowledge)
    assert {FactHint("staff"), FactHint("days"), FactHint("role")} <= pointers["ja-01"].keys()
    assert pointers["ja-02"] == {}


def changed(knowledge: Knowledge, **parts: Any) -> Knowledge:
    """The knowledge with other parts; what was worked out from the old ones is left behind."""
    return Knowledge(**{name: getattr(knowledge, name) for name in Knowledge.model_fields} | parts)
