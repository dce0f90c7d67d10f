"""By which words the points of a measure are told apart."""

from __future__ import annotations

from bot.compiled.point_words import point_words

SAID = {("fees", "meal"): ["w餐", "w发"], ("fees", "room"): ["w住", "w发"], ("leave", "rest"): ["w歇", "w发"]}


def test_what_few_points_of_the_region_say_tells_more() -> None:
    words = point_words(SAID)
    (only,), both = words["fees"]["w餐"], words["fees"]["w发"]
    assert (only[0], [point for point, _ in both]) == ("meal", ["meal", "room"])
    assert only[1] > both[0][1] == 0
    assert set(words["leave"]) == {"w歇", "w发"}


def test_equal_values_are_one_object() -> None:
    """There are tens of thousands of them, in every view of a region."""
    words = point_words({**SAID, ("fees", "tea"): ["w茶", "w糖"]})
    assert words["fees"]["w茶"] is words["fees"]["w糖"]
    assert words["fees"]["w餐"][0] is not words["fees"]["w住"][0]
