"""Festivals and the like as days of the calendar."""

from __future__ import annotations

import pytest

from bot.language.festivals import names_a_festival, plainly


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("除夕到元宵节", "1月24日到2月8日"),
        ("大年初五到正月二十", "1月29日到2月13日"),
        ("腊月二十九那天", "1月23日"),
        ("妇女节(3月8号)到清明节", "3月8号到4月4日"),
        ("护士节，也就是5月12日", "5月12日"),
        ("3月12日植树节到五一当天", "3月12日到5月1日"),
        ("3月5号到三月最后一天", "3月5号到三月底"),
        ("2月9日至次月3日", "2月9日至3月3日"),
        ("元月28号", "1月28号"),
        ("农历二月十五", "3月8日"),
        ("三月初五", "3月28日"),
        ("除夕到初六", "1月24日到1月30日"),
        ("二月初一直在", "二月初一直在"),
        ("农历七月十五", "99月99日"),
        ("春节期间值班", "春节期间值班"),
        ("五一放假吗", "五一放假吗"),
    ],
)
def test_days_are_written_by_month_and_number(said: str, plain: str) -> None:
    assert plainly(said, 2020).text == plain


def test_places_lead_back_to_the_text() -> None:
    text = "从除夕干到元宵，一共"
    plain = plainly(text, 2020)
    begin, end = plain.text.index("1月"), plain.text.index("，")
    assert text[plain.begin(begin) : plain.end(end)] == "除夕干到元宵"


def test_a_lunar_day_of_a_year_nobody_listed_stays() -> None:
    assert plainly("除夕到初七", 1999).text == "除夕到初七"


def test_a_text_without_numerals_may_name_days() -> None:
    assert [names_a_festival(said) for said in ("从除夕到元宵", "从周末到月底")] == [True, False]
