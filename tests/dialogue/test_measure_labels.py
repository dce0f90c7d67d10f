"""What is said of a measure by itself."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.measure_labels import deciding_fact, label_of, pays


def test_a_measure_without_a_short_name_is_called_by_the_beginning_of_its_title(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"].model_copy(update={"short": None, "title": "夜间值守交通补贴办法"})
    assert label_of(measure) == "夜间值守交通"
    assert label_of(measure.model_copy(update={"short": "值守车费"})) == "值守车费"


def test_a_rate_hangs_on_the_fact_its_cases_look_at(small: Snapshot) -> None:
    assert deciding_fact(small.knowledge.measure_by_id["ja-01"].amounts[0]) == "role"


def test_of_several_topics_only_the_first_pays(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"].model_copy(update={"topics": ("daily-subsidy", "school")})
    assert [pays(measure, topic) for topic in ("daily-subsidy", "school", None)] == [True, False, True]
