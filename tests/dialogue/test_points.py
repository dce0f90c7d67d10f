"""Which of a measure's points a question is about."""

from __future__ import annotations

from datetime import date

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.points import Ranked, answered_as_such, ranked_points
from bot.language.patterns import Found
from bot.model.condition import AllOf, FactTest
from bot.model.measure import Measure, Point
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.said import Said, Topical
from tests.dialogue.conftest import MakeCase

KNOWN = {"role": "ward", "staff": "yes"}


def measure(small: Snapshot, *points: Point) -> Measure:
    """The subsidy with other points."""
    return small.knowledge.measure_by_id["ja-01"].model_copy(update={"points": points})


def of(role: str) -> Point:
    """A point about people in one role."""
    return Point(id=role, text=f"给{role}", when=FactTest.model_validate({"fact": "role", "is": role}))


FIRST, SECOND = Point(id="first", text="甲"), Point(id="second", text="乙")
SIDE, TOPIC = Point(id="side", text="丙", facets=("whom",)), Point(id="topic", text="丁", topics=("hotline",))


def ids(ranked: tuple[Ranked, ...]) -> list[str]:
    """Their ids in order."""
    return [entry.point.id for entry in ranked]


def test_without_a_side_the_authors_order_stays(case: MakeCase, small: Snapshot) -> None:
    assert ids(ranked_points(case(), measure(small, FIRST, SIDE, SECOND), None)) == ["first", "side", "second"]


def test_the_side_the_cue_and_the_topic_asked_for_come_first(case: MakeCase, small: Snapshot) -> None:
    asked = measure(small, FIRST, SIDE, SECOND, TOPIC)
    assert ids(ranked_points(case(facets=("whom",)), asked, None))[0] == "side"
    cued = Said(parts={PartKey("ja-01", "point", "second"): Found(0, 1, (1, 1))})
    assert ids(ranked_points(case(cued, facets=("whom",)), asked, None))[:2] == ["second", "side"]
    assert ids(ranked_points(case(), asked, "hotline"))[0] == "topic"
    assert ids(ranked_points(case(), asked, "daily-subsidy"))[-1] == "topic"


def test_a_word_of_its_own_goes_before_the_name_of_the_matter_and_the_others_keep_their_order(
    case: MakeCase, small: Snapshot
) -> None:
    """补助晚上发吗: 晚上 tells more than 补助, whatever else speaks for the points that 补助 singles out."""
    text = hear("补助晚上发吗", small).analysis
    by_name, own = Found(0, 2, (1, 2)), Found(2, 4, (1, 2))
    parts = {PartKey("ja-01", "point", "first"): by_name, PartKey("ja-01", "point", "side"): by_name}
    said = Said(analysis=text, parts={**parts, PartKey("ja-01", "point", "second"): own})
    asked = measure(small, FIRST, SIDE, SECOND)
    assert ids(ranked_points(case(said, facets=("whom",)), asked, None)) == ["second", "side", "first"]


def test_a_pattern_of_several_words_goes_before_the_word_it_begins_with_and_not_before_one_in_its_midst(
    case: MakeCase, small: Snapshot
) -> None:
    """补助晚上发 singles out more than 补助, and 晚上, which is none of its parts, more than both."""
    text = hear("补助晚上发吗", small).analysis
    whole, begins, amid = Found(0, 5, (2, 3)), Found(0, 2, (1, 2)), Found(2, 4, (1, 2))
    parts = {PartKey("ja-01", "point", "first"): begins, PartKey("ja-01", "point", "second"): whole}
    asked = measure(small, FIRST, SIDE, SECOND)
    assert ids(ranked_points(case(Said(analysis=text, parts=parts)), asked, None))[:2] == ["second", "first"]
    said = Said(analysis=text, parts={**parts, PartKey("ja-01", "point", "side"): amid})
    assert ids(ranked_points(case(said), asked, None))[0] == "side"


def test_of_several_cases_the_known_one_is_told_and_the_others_left_out(case: MakeCase, small: Snapshot) -> None:
    cases = measure(small, FIRST, of("ward"), of("other"))
    assert ids(ranked_points(case(), cases, None)) == ["first", "ward", "other"]
    known = Session().remember({"role": "other"}, date(2020, 3, 1))
    assert ids(ranked_points(case(memory=known), cases, None)) == ["other", "first"]


def test_of_the_known_case_what_is_written_for_it_alone_goes_before_what_it_shares(case: MakeCase, small: Snapshot) -> None:
    either = FactTest.model_validate({"fact": "role", "in": ("ward", "other")})
    shared = Point(id="shared", text="己", when=either)
    known = Session().remember({"role": "ward"}, date(2020, 3, 1))
    assert ids(ranked_points(case(memory=known), measure(small, shared, of("ward")), None)) == ["ward", "shared"]
    assert ids(ranked_points(case(memory=known), measure(small, FIRST, shared), None)) == ["shared", "first"]


def test_likeness_decides_among_points_and_not_where_all_of_the_measure_is_asked_for(
    case: MakeCase, small: Snapshot
) -> None:
    subsidy = small.knowledge.measure_by_id["ja-01"]
    words = small.point_words["ja-01"]
    feature = next(name for name, found in words.items() if [point for point, _ in found] == ["paid"])
    said = Said(topical=Topical(features=(feature,)))
    assert ids(ranked_points(case(said), subsidy, None)) == ["paid", "rates"]
    assert ids(ranked_points(case(said, whole=True), subsidy, None)) == ["rates", "paid"]


def test_the_rate_of_the_closest_case_is_told_alone(case: MakeCase, small: Snapshot) -> None:
    ward, staff = (FactTest.model_validate({"fact": fact, "is": option}) for fact, option in KNOWN.items())
    both = Point(id="both", text="戊", facets=("how-much",), when=AllOf.model_validate({"all": (ward, staff)}))
    one = of("ward").model_copy(update={"facets": ("how-much",)})
    known = Session().remember(KNOWN, date(2020, 3, 1))
    asked = case(memory=known, facets=("how-much",))
    assert ids(ranked_points(asked, measure(small, one, both), None)) == ["both"]


def test_a_figure_a_time_and_whom_to_ask_are_answered_as_such(small: Snapshot) -> None:
    assert [answered_as_such(small.facet_by_id[facet]) for facet in ("how-much", "whom", "who")] == [True, True, False]
